"""What is hashed, and how: length-prefixed bytes, so that no two operations can look alike."""

import hashlib
from collections.abc import Callable

HASH_BYTES = 32
_UID_BYTES = 16


def value_hash(salt: bytes, value: str | None) -> bytes:
    """Return the commitment to a value; nothing and the empty text differ."""
    marked = b"\x00" if value is None else b"\x01" + value.encode()
    return hashlib.sha256(salt + marked).digest()


def operation_hash(  # noqa: PLR0913 - everything that an operation is
    device: bytes,
    seq: int,
    prev: bytes,
    hlc: int,
    actor: str,
    txn: int,
    entity: bytes,
    field: str,
    base: bytes,
    vh: bytes,
) -> bytes:
    """Return the hash of one operation over all that identifies and places it."""
    return operation_hasher(device, actor, txn)(seq, prev, hlc, entity, field, base, vh)


def operation_hasher(device: bytes, actor: str, txn: int) -> Callable[..., bytes]:
    """Return `operation_hash` for one change: what is the same for its operations is laid out once.

    It takes seq, prev, hlc, entity, field, base and vh, in this order.
    """
    txn_, who = b"%d" % txn, actor.encode()
    head = _length(b"op1") + b"op1" + _length(device) + device
    middle = _length(who) + who + _length(txn_) + txn_
    names: dict[str, bytes] = {}
    sha256, lengths = hashlib.sha256, _LENGTHS
    of_hash, of_uid = lengths[HASH_BYTES], lengths[_UID_BYTES]

    def hashed(
        seq: int, prev: bytes, hlc: int, entity: bytes, field: str, base: bytes, vh: bytes
    ) -> bytes:
        seq_, hlc_ = b"%d" % seq, b"%d" % hlc
        name = names.get(field)
        if name is None:
            told = field.encode()
            name = names[field] = _length(told) + told
        # What nearly every part measures is not looked up by a call: this runs for each operation.
        parts = (
            head, lengths[len(seq_)], seq_,
            of_hash if len(prev) == HASH_BYTES else _length(prev), prev,
            lengths[len(hlc_)], hlc_, middle,
            of_uid if len(entity) == _UID_BYTES else _length(entity), entity,
            name, _length(base) if base else lengths[0], base,
            of_hash if len(vh) == HASH_BYTES else _length(vh), vh,
        )  # fmt: skip
        return sha256(b"".join(parts)).digest()

    return hashed


_LENGTHS = tuple(n.to_bytes(4, "big") for n in range(256))


def _length(part: bytes) -> bytes:
    n = len(part)
    return _LENGTHS[n] if n < 256 else n.to_bytes(4, "big")


def same(one: bytes, other: bytes) -> bool:
    """Compare two hashes."""
    return bytes(one) == bytes(other)


def split_hashes(joined: bytes) -> list[bytes]:
    """Return the hashes that were concatenated into one value."""
    joined = bytes(joined)
    return [joined[at : at + HASH_BYTES] for at in range(0, len(joined), HASH_BYTES)]
