"""What an exchange bundle (`.cdbundle`) consists of, as it is written and as it is read back.

It is a zip of a manifest, the operations as lines that tell their own length, kept bytes under
their SHA-256, and a part for each companion. The manifest names every part with its size and
SHA-256, and how far the chain of each device goes: before the first operation and after the last.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import IO, Any

from changedesk.store.digest import operation_hasher, value_hash
from changedesk.store.errors import UserError
from changedesk.store.journal import NO_ENTITY
from changedesk.store.merge import WireOp

FORMAT = "changedesk-bundle"
VERSION = 1
MANIFEST = "manifest.json"
OPERATIONS = "operations"
CONTENTS = "contents/"
COMPANIONS = "companions/"
MOST_PARTS = 60_000
MOST_BYTES = 4_000_000_000
LONGEST_LINE = 40_000_000


class Broken(Exception):
    """A bundle is not as this program writes one; the text says in what."""


@dataclass(frozen=True)
class Chain:
    """The operations of one device: those after number `after` up to number `through`."""

    device: bytes
    after: int
    prev: bytes
    through: int
    head: bytes


def as_line(payload: bytes) -> bytes:
    """Return a line that tells its own length; it may hold no line end."""
    if b"\n" in payload:
        raise ValueError("a line of a bundle holds a line end")
    return b"%d:%s\n" % (len(payload), payload)


def lines_of(stream: IO[bytes]) -> Iterator[bytes]:
    """Yield what lines hold; raises Broken where one is not as long as it says."""
    while line := stream.readline(LONGEST_LINE):
        told, colon, payload = line.partition(b":")
        if not colon or len(told) > 8 or not told.isdigit() or len(payload) != int(told) + 1:
            raise Broken("one of its lines is not as long as it says")
        yield payload[:-1]


def operation_lines(operations: Iterable[WireOp], chains: Mapping[bytes, int]) -> Iterator[bytes]:
    """Yield operations as lines; `chains` gives each device its place in the manifest.

    Left out is what follows from the rest: numbers before and hashes.
    """
    for op in operations:
        facts: list[Any] = [
            chains[op.device], op.seq, op.hlc, op.actor, op.txn,
            "" if op.entity == NO_ENTITY else op.entity.hex(), op.field, op.base.hex(),
            op.salt.hex() if op.salt is not None else None, op.val,
        ]  # fmt: skip
        if op.salt is None:
            facts.append(op.vh.hex())
        yield as_line(json.dumps(facts, ensure_ascii=False, separators=(",", ":")).encode())


class Chains:
    """The chains of a bundle while its operations are read: each follows the one before."""

    def __init__(self, chains: list[Chain]) -> None:
        self._chains = chains
        self._at = [(chain.after, chain.prev) for chain in chains]

    def operations(self, lines: Iterable[bytes], many: int) -> Iterator[WireOp]:
        """Yield the operations; raises Broken where they are not those that the manifest tells."""
        count = 0
        for line in lines:
            yield self._operation(line)
            count += 1
        if count != many or self._at != [(chain.through, chain.head) for chain in self._chains]:
            raise Broken("its operations are not those that it says it holds")

    def _operation(self, line: bytes) -> WireOp:
        place, seq, hlc, actor, txn, entity, name, base, salt, val, *rest = self._facts(line)
        if not 0 <= place < len(self._chains) or seq != self._at[place][0] + 1:
            raise Broken("an operation is missing or out of its order")
        uid = bytes.fromhex(entity) if entity else NO_ENTITY
        salt_ = bytes.fromhex(salt) if salt is not None else None
        vh = value_hash(salt_, val) if salt_ is not None else bytes.fromhex(rest[0])
        device, prev, base_ = self._chains[place].device, self._at[place][1], bytes.fromhex(base)
        h = operation_hasher(device, actor, txn)(seq, prev, hlc, uid, name, base_, vh)
        self._at[place] = (seq, h)
        return WireOp(h, device, seq, prev, hlc, actor, txn, uid, name, base_, vh, salt_, val)

    @staticmethod
    def _facts(line: bytes) -> list[Any]:
        facts = json.loads(line)
        if not isinstance(facts, list) or len(facts) < len(_TYPES):
            raise Broken("one of its lines is no operation")
        well = all(isinstance(fact, kinds) for fact, kinds in zip(facts, _TYPES, strict=False))
        emptied = facts[8] is None
        rest = facts[len(_TYPES) :]
        if not well or len(rest) != emptied or not all(isinstance(one, str) for one in rest):
            raise Broken("one of its lines is no operation")
        return facts


_TYPES: tuple[Any, ...] = (
    int, int, int, str, int, str, str, str, str | None, str | None,
)  # fmt: skip


def chains_in(facts: Any) -> list[Chain]:
    """Read how far the chains go; raises Broken for what no manifest holds."""
    try:
        chains = [
            Chain(
                bytes.fromhex(one["device"]), one["after"], bytes.fromhex(one["prev"]),
                one["through"], bytes.fromhex(one["head"]),
            )
            for one in facts
        ]  # fmt: skip
    except (TypeError, KeyError, ValueError) as error:
        raise Broken("its manifest does not tell which operations it holds") from error
    for chain in chains:
        if (
            (len(chain.device), len(chain.prev), len(chain.head)) != (16, 32, 32)
            or type(chain.after) is not int
            or type(chain.through) is not int
            or not 0 <= chain.after <= chain.through
            or (chain.after == chain.through and chain.prev != chain.head)
        ):
            raise Broken("its manifest does not tell which operations it holds")
    if len({chain.device for chain in chains}) != len(chains):
        raise Broken("its manifest names a device twice")
    return chains


def as_facts(chain: Chain) -> dict[str, Any]:
    """Return a chain as the manifest tells it."""
    return {
        "device": chain.device.hex(), "after": chain.after, "prev": chain.prev.hex(),
        "through": chain.through, "head": chain.head.hex(),
    }  # fmt: skip


def refusal(name: str, why: str) -> UserError:
    """Return the refusal of a bundle as one plain sentence."""
    return UserError(f"{name} was not taken in: {why}. Ask for a new one.")
