"""What a value becomes in a cell: blank, text or number; and what had to be said about it."""

import math
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal

from changedesk.office.cells import fit
from changedesk.office.layout import Column, Value
from changedesk.office.references import row_reference

BLANK, TEXT, NUMBER = "", "s", "n"
Content = tuple[str, str]
"""(BLANK, TEXT or NUMBER; the text, or the number as it is written into the file)."""

Convert = Callable[[Value], Content]

_NOTHING: Content = (BLANK, "")
_DAY_ZERO = date(1899, 12, 30).toordinal()
_FIRST_DATE = date(1900, 3, 1)  # before it Excel counts a day that never was
_MOST_DIGITS = 10**15
_LARGEST = 9.99999999999999e307  # of Excel; beyond it 15 digits may round up to infinity
_DAY = 86_400
_LISTED = 20


class Remarks:
    """Collects sentences about values that a cell could not hold as they were."""

    def __init__(self) -> None:
        self._said: list[str] = []
        self._more = 0
        self._place = ""

    def at(self, place: str) -> None:
        """Name the table and column that the next remarks are about."""
        self._place = place

    def add(self, sentence: str) -> None:
        """Keep `sentence`; after a few, only count."""
        if len(self._said) < _LISTED:
            self._said.append(f"{self._place}: {sentence}" if self._place else sentence)
        else:
            self._more += 1

    def sentences(self) -> tuple[str, ...]:
        """Return what was said, the uncounted rest in one last sentence."""
        more = (f"And {self._more} more remarks of this kind.",) if self._more else ()
        return (*self._said, *more)


def converter(column: Column, sheet: str, remarks: Remarks, mark: str) -> Convert:
    """Return the function that turns a value of `column` into cell content."""
    place = f"{sheet}, column {column.title}"

    def say(sentence: str) -> None:
        remarks.at(place)
        remarks.add(sentence)

    def text(value: str) -> Content:
        fitted, was_cut = fit(value, mark)
        if was_cut:
            say(f"a text of {len(value):,} characters was cut, a cell holds 32,767.")
        return (TEXT, fitted) if fitted else _NOTHING

    if column.kind == "choice":
        return _choices(column, text)
    if column.kind == "id":
        return lambda value: _NOTHING if value in (None, "") else text(row_reference(str(value)))

    wants_number = column.kind != "text"

    def convert(value: Value) -> Content:
        if value is None:
            return _NOTHING
        if isinstance(value, str):
            return text(value)
        if isinstance(value, bool):
            raise TypeError(f"A truth value has no cell of its own: word it ({place}).")
        content = number(value) if wants_number or isinstance(value, date) else None
        if content is None:
            if isinstance(value, float) and not math.isfinite(value):
                say(f"{value} is not a number that a cell can hold; the cell is empty.")
                return _NOTHING
            return text(str(value))
        return content

    return convert


def _choices(column: Column, text: Callable[[str], Content]) -> Convert:
    known: dict[Value, Content] = {None: _NOTHING, "": _NOTHING}
    for choice in column.choices:
        known[choice.code] = known[choice.text] = text(choice.text)
    return lambda value: known.get(value) or text(str(value))


def number(value: int | float | Decimal | date | datetime) -> Content | None:
    """Return `value` as a number of the file, None where a cell could not keep it exactly.

    Dates become day counts, times to the second; an aware time is written as the wall clock
    that it carries.
    """
    if isinstance(value, datetime):
        if value.date() < _FIRST_DATE:
            return None
        second = value.hour * 3600 + value.minute * 60 + value.second
        return NUMBER, _digits(value.toordinal() - _DAY_ZERO + second / _DAY)
    if isinstance(value, date):
        return (NUMBER, str(value.toordinal() - _DAY_ZERO)) if value >= _FIRST_DATE else None
    if isinstance(value, int):
        return (NUMBER, str(value)) if abs(value) < _MOST_DIGITS else None
    value = float(value)
    return (NUMBER, _digits(value)) if abs(value) <= _LARGEST else None


def _digits(value: float) -> str:
    """Return `value` with the 15 digits that every spreadsheet keeps."""
    return format(value, ".15g")
