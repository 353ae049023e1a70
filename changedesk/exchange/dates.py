"""Dates as people type them: day first or month first is decided for a whole column."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Literal

Order = Literal["day", "month"]
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ T]\d{1,2}:\d{2}.*)?")
_NUMERIC = re.compile(
    r"(\d{1,2})\s*([./-])\s*(\d{1,2})\s*[./-]\s*(\d{4}|\d{2})(?:,?\s+\d{1,2}:\d{2}.*)?"
)
_NAMED = re.compile(
    r"(?:(\d{1,2})(?:st|nd|rd|th)?[ .\-/]+)?([A-Za-z]{3,9})[ .,\-/]+"
    r"(?:(\d{1,2})(?:st|nd|rd|th)?,?[ ]+)?(\d{4}|\d{2})"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def looks_like_date(text: str) -> bool:
    """Tell whether a text can be a date in either order."""
    return parse(text, "day") is not None or parse(text, "month") is not None


def order_of(texts: Iterable[str]) -> tuple[Order | None, bool]:
    """Return the order that the column shows, and whether any cell needs one.

    Dots mean day first everywhere; with slashes a figure above 12 decides, else nobody knows.
    """
    day = month = needed = False
    for text in texts:
        match = _NUMERIC.fullmatch(text.strip())
        if match is None:
            continue
        first, second = int(match[1]), int(match[3])
        needed = needed or first != second
        if match[2] == "." or first > 12:
            day = True
        elif second > 12:
            month = True
    if day != month:
        return ("day" if day else "month"), needed
    return None, needed


def parse(text: str, order: Order | None) -> date | None:
    """Return the date, or None where the text is none or the order matters and is not known."""
    text = text.strip()
    if match := _ISO.fullmatch(text):
        return _date(int(match[1]), int(match[2]), int(match[3]))
    if match := _NUMERIC.fullmatch(text):
        first, second, year = int(match[1]), int(match[3]), _year(match[4])
        if first == second:
            return _date(year, first, second)
        if order is None:
            return None
        day, month = (first, second) if order == "day" else (second, first)
        return _date(year, month, day)
    if match := _NAMED.fullmatch(text):
        number = match[1] or match[3]
        if number and match[2][:3].lower() in _MONTHS:
            return _date(_year(match[4]), _MONTHS.index(match[2][:3].lower()) + 1, int(number))
    return None


def _year(text: str) -> int:
    return int(text) if len(text) == 4 else 2000 + int(text)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    # The Buddhist calendar (Thailand) runs 543 years ahead.
    if 2500 <= year <= 2643:
        return found.replace(year=year - 543) if not (month == 2 and day == 29) else None
    return found
