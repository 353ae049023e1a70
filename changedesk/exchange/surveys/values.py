"""What a cell of an export says: figures, clock times, marks of a ticked box."""

import re
from collections.abc import Iterable
from datetime import datetime, timedelta
from functools import lru_cache

from changedesk.exchange.dates import Order, order_of, parse
from changedesk.exchange.yes_and_no import NO, YES

_NUMBER = re.compile(r"[-+−]?\d{1,15}(?:[.,]\d{1,12})?")
_CLOCK = re.compile(
    r"(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*([ap])?\.?\s?(?:m\.?)?", re.IGNORECASE
)
# A bare -01 at the end is the day of 2026-03-01, no zone.
_ZONE = re.compile(r"(?:\s*(?:Z|[A-Z]{3,4})\s*(?:[+-]\d{1,2}(?::?\d{2})?)?|[+-]\d{2}:\d{2})?\s*$")
_SERIAL = re.compile(r"\d{5}(?:\.\d+)?")
_FIRST_DAY = datetime(1899, 12, 30)

TICKED = YES | {
    "1", "x", "wahr", "vrai", "checked", "selected", "quoted", "oui.", "✓", "✔", "☑", "☒",
}  # fmt: skip
UNTICKED = NO | {
    "0", "falsch", "faux", "unchecked", "not checked", "not selected", "not quoted", "☐", "□",
}  # fmt: skip


@lru_cache(maxsize=8192)
def is_number(text: str) -> bool:
    """Tell a figure."""
    return _NUMBER.fullmatch(text.strip()) is not None


@lru_cache(maxsize=8192)
def number(text: str) -> float | None:
    """Return a figure; None for what is none."""
    text = text.strip()
    if not is_number(text):
        return None
    return float(text.replace("−", "-").replace(",", "."))


def whole(text: str) -> int | None:
    """Return a whole figure, of 4 and of 4.0 alike; None for what is none."""
    found = number(text)
    return int(found) if found is not None and found.is_integer() else None


def time_order(texts: Iterable[str], usual: Order | None) -> Order | None:
    """Return whether day or month stands first in a column; `usual` where nothing tells."""
    order, needed = order_of(_day_part(text) for text in texts)
    return order if order or not needed else usual


def moment(text: str, order: Order | None) -> datetime | None:
    """Return a clock time without its zone; None where it is none or its order is not known."""
    text = text.strip()
    if not text:
        return None
    if _SERIAL.fullmatch(text):
        serial = float(text)
        if 30_000 <= serial < 70_000:
            return _FIRST_DAY + timedelta(seconds=round(serial * 86_400))
        return None
    day = parse(_day_part(text), order)
    if day is None:
        return None
    rest = text[len(_day_part(text)) :].strip(" ,T")
    clock = _CLOCK.match(rest)
    if clock is None:
        return datetime(day.year, day.month, day.day)
    hour = int(clock[1])
    if clock[4]:
        hour = hour % 12 + (12 if clock[4].lower() == "p" else 0)
    if hour > 23 or int(clock[2]) > 59 or int(clock[3] or 0) > 59:
        return None
    return datetime(day.year, day.month, day.day, hour, int(clock[2]), int(clock[3] or 0))


def is_moment(text: str) -> bool:
    """Tell a text that can be a clock time in either order, with a day."""
    return moment(text, "day") is not None or moment(text, "month") is not None


def _day_part(text: str) -> str:
    """Return what stands before the clock."""
    text = text.strip()
    match = re.search(r"[T,\s]+\d{1,2}:\d{2}", text)
    return text[: match.start()] if match else _ZONE.sub("", text)


def seconds_between(started: datetime | None, submitted: datetime | None) -> int | None:
    """Return how long it took, where both are known and the order is right."""
    if started is None or submitted is None or submitted < started:
        return None
    return round((submitted - started).total_seconds())


@lru_cache(maxsize=8192)
def folded(text: str) -> str:
    """Return a text as answers are compared: case and spaces do not count."""
    return " ".join(text.casefold().replace("’", "'").split())
