"""What is hashed, and how: length-prefixed bytes, so that no two operations can look alike."""

import hashlib
import hmac

HASH_BYTES = 32


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
    parts = (
        b"op1",
        device,
        b"%d" % seq,
        prev,
        b"%d" % hlc,
        actor.encode(),
        b"%d" % txn,
        entity,
        field.encode(),
        base,
        vh,
    )
    return hashlib.sha256(b"".join(len(p).to_bytes(4, "big") + p for p in parts)).digest()


def same(one: bytes, other: bytes) -> bool:
    """Compare two hashes."""
    return hmac.compare_digest(bytes(one), bytes(other))


def split_hashes(joined: bytes) -> list[bytes]:
    """Return the hashes that were concatenated into one value."""
    joined = bytes(joined)
    return [joined[at : at + HASH_BYTES] for at in range(0, len(joined), HASH_BYTES)]
