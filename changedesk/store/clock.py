"""Time and identity: UUIDs that sort by time, and a clock that never goes back."""

import os
import time
from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], int]
"""Returns milliseconds since 1970 in UTC."""

COUNTER_BITS = 16
_RANDOM = 10
TRUSTED_AHEAD_MS = 24 * 60 * 60 * 1000


def system_clock() -> int:
    """Return the machine's time in milliseconds since 1970, UTC."""
    return time.time_ns() // 1_000_000


def new_uids(now_ms: int, count: int) -> list[bytes]:
    """Return UUIDv7s (RFC 9562) of one moment: 48 bits of time, then random bits.

    They rise, so that an index takes them one after another.
    """
    moment, chance = now_ms.to_bytes(6, "big"), os.urandom(_RANDOM * count)
    made = []
    for start in range(0, len(chance), _RANDOM):
        raw = bytearray(moment + chance[start : start + _RANDOM])
        raw[6] = (raw[6] & 0x0F) | 0x70
        raw[8] = (raw[8] & 0x3F) | 0x80
        made.append(bytes(raw))
    return sorted(made)


def next_stamp(last: int, now_ms: int) -> int:
    """Return the next stamp of a hybrid logical clock (milliseconds << 16 | counter).

    It is always greater than `last`, also when the machine's clock was put back.
    """
    return max(last + 1, now_ms << COUNTER_BITS)


def stamp_ms(stamp: int) -> int:
    """Return the wall-clock part of a stamp, in milliseconds since 1970."""
    return stamp >> COUNTER_BITS


def local_moment(ms: int) -> str:
    """Return a moment, in milliseconds since 1970, as the clock on the wall showed it."""
    return f"{datetime.fromtimestamp(ms / 1000, UTC).astimezone():%Y-%m-%d %H:%M}"
