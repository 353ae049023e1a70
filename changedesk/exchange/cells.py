"""Cell values as clean text: one way to write numbers, dates, truth values and line ends."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta
from typing import TypeVar

from changedesk.store.text import clean, is_plain

_T = TypeVar("_T")

CellValue = str | float | int | bool | date | datetime | time | timedelta

_NO_BREAK = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2007": " "})


def as_text(value: CellValue) -> str:
    """Return a cell's text: 1.0 as "1", dates as ISO, TRUE and FALSE, text cleaned and trimmed."""
    if isinstance(value, str):
        return clean_cell(value)
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return number_text(value)
    if isinstance(value, datetime):
        midnight = value.time() == time(0)
        return value.date().isoformat() if midnight else value.isoformat(" ", "seconds")
    if isinstance(value, date | time):
        return value.isoformat()
    return str(value)


def clean_cell(text: str) -> str:
    """Return text with LF line ends, plain spaces for no-break ones, no control characters."""
    if is_plain(text):
        return text.strip(" ")
    return trim(clean(text).translate(_NO_BREAK))


def cleaned_row(row: Sequence[CellValue], told: Callable[[CellValue], _T]) -> list[str | _T]:
    """Return a row's cells: texts as `clean_cell` gives them, all else as `told` does."""
    # What is plain as a whole is so in each cell: nearly every row is looked at but once.
    if is_plain("".join([value for value in row if isinstance(value, str)])):
        return [value.strip(" ") if isinstance(value, str) else told(value) for value in row]
    return [clean_cell(value) if isinstance(value, str) else told(value) for value in row]


def number_text(number: float) -> str:
    """Return a number as a person writes it: ids and counts without a decimal point."""
    if number.is_integer() and abs(number) < 1e18:
        return str(int(number))
    return repr(number)


def trim(text: str) -> str:
    """Return text without spaces and empty lines around it; a leading tab is content and stays."""
    return text.strip(" \n\u3000\u200b\ufeff")
