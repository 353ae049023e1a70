"""Records that are the same wherever they are made: each origin is a small replica of its own.

Two installations that take in the same file write the same operations, so putting them together
finds nothing new. The replica's identity follows from all that it says: who says something else
is another one, and no chain ever forks.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from changedesk.store import heads, merge
from changedesk.store.change import Change
from changedesk.store.clock import next_stamp
from changedesk.store.digest import operation_hasher, value_hash
from changedesk.store.drafting import first_texts, known_or_refused, pointed_at, tidied_columns
from changedesk.store.journal import CHANGE, MADE, NO_ENTITY, NO_HASH, SALT_BYTES, ChangeHeader
from changedesk.store.merge import WireOp
from changedesk.store.projection import GONE
from changedesk.store.records import Record
from changedesk.store.spec import spec_of
from changedesk.store.text import clean
from changedesk.store.workspace import Workspace

_UID_BYTES = 16
_TXN = 1


@dataclass(frozen=True)
class Origin:
    """Where records come from: a name that is the same everywhere, who made them, when, a label."""

    name: str
    actor: str
    moment_ms: int
    label: str


def add_as(
    workspace: Workspace,
    change: Change,
    origin: Origin,
    record_type: type[Record],
    records: Sequence[dict[str, Any]],
) -> list[int]:
    """Make records of a type without codes within a change, in the name of their origin.

    Whoever makes the same ones from the same origin makes the very same: copies of the workspace
    that did hold them once when they are put together. Those that were withdrawn stand again.
    """
    if not records:
        return []
    spec = spec_of(record_type)
    columns = tidied_columns(record_type, records)
    with workspace.connected() as sql:
        targets = known_or_refused(sql, pointed_at(spec, columns))
        uids_of = {key: one.uid for key, one in targets.items()}
        texts = first_texts(spec, columns, uids_of, len(records))
        operations, uids = replica(origin, [(spec.type_name, text) for text in texts])
        merge.receive(sql, workspace.schema, iter(operations), change.now_ms)
        change.go_on()
        known = heads.id_map(sql, uids)
        keys = [known[uid] for uid in uids]
        gone = [key for key, one in heads.known(sql, keys).items() if one.state == GONE]
    # That they stand is said by whoever takes them in: this is what undo takes back.
    change.bring_back(keys)
    change.project(gone)
    change.mark(record_type, keys, anew=True)
    return keys


def replica(origin: Origin, records: Sequence[tuple[str, str]]) -> tuple[list[WireOp], list[bytes]]:
    """Return the operations that make records, and their UUIDs.

    A record is given as its type's name and the journal's text of its first values.
    """
    actor = clean(origin.actor)
    seed = _seed(origin, actor, records)
    device = _marked(seed, b"device", 0)[:_UID_BYTES]
    hashed = operation_hasher(device, actor, _TXN)
    header = ChangeHeader(origin.label).as_text()
    lines = [(NO_ENTITY, CHANGE, header)]
    uids = _uids(seed, origin.moment_ms, len(records))
    lines += [
        (uid, MADE + type_name, text) for uid, (type_name, text) in zip(uids, records, strict=True)
    ]
    made: list[WireOp] = []
    prev, hlc = NO_HASH, 0
    for seq, (entity, field, text) in enumerate(lines, start=1):
        salt = _marked(seed, b"salt", seq)[:SALT_BYTES]
        vh = value_hash(salt, text)
        hlc = next_stamp(hlc, origin.moment_ms)
        h = hashed(seq, prev, hlc, entity, field, b"", vh)
        made.append(
            WireOp(h, device, seq, prev, hlc, actor, _TXN, entity, field, b"", vh, salt, text)
        )
        prev = h
    return made, uids


def _seed(origin: Origin, actor: str, records: Sequence[tuple[str, str]]) -> bytes:
    told = ["cdx1", origin.name, actor, str(origin.moment_ms), origin.label]
    told += [text for pair in records for text in pair]
    whole = hashlib.sha256()
    for text in told:
        data = text.encode()
        whole.update(len(data).to_bytes(8, "big") + data)
    return whole.digest()


def _marked(seed: bytes, what: bytes, number: int) -> bytes:
    return hashlib.sha256(seed + what + number.to_bytes(8, "big")).digest()


def _uids(seed: bytes, moment_ms: int, count: int) -> list[bytes]:
    # In the form of a UUIDv7, and rising as those do.
    moment = moment_ms.to_bytes(6, "big")
    made = []
    for number in range(count):
        raw = bytearray(moment + _marked(seed, b"entity", number)[: _UID_BYTES - len(moment)])
        raw[6] = (raw[6] & 0x0F) | 0x70
        raw[8] = (raw[8] & 0x3F) | 0x80
        made.append(bytes(raw))
    return sorted(made)
