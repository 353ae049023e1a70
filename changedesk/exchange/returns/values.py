"""What a returned cell says, as the text by which values are compared; what is unsure is asked."""

from collections.abc import Callable
from datetime import date
from difflib import get_close_matches
from functools import cache
from typing import NamedTuple

from changedesk.exchange import dates, outcomes
from changedesk.exchange.cells import clean_cell, number_text
from changedesk.exchange.returns.file import CellValue
from changedesk.office.cells import fit
from changedesk.office.layout import Column

_NEAR = 0.75
_FIRST_YEAR = 1900
_YEARS_AROUND = 30
MINUTES_AT_MOST = 7 * 24 * 60
"""More minutes than a week has are a slip of the keys: it is asked."""


class Said(NamedTuple):
    """What a cell says: a text to compare (a code, an ISO date, a number); or why it is unsure.

    `suggestion` is what it probably means: it is offered, never taken by itself. `among` are all
    that bear or bore the name that it says: a cell that was left alone still means its own.
    """

    text: str = ""
    why: str = ""
    suggestion: str = ""
    note: str = ""
    merged: bool = False
    among: frozenset[str] = frozenset()


NOTHING = Said()
Read = Callable[[CellValue], Said]


def reader(column: Column) -> Read:
    """Return who reads the cells of a column."""
    by_kind: dict[str, Read] = {
        "integer": lambda value: read_integer(value, column.title),
        "date": lambda value: read_date(value, column.title),
        "choice": lambda value: read_choice(value, column),
    }
    return by_kind.get(column.kind, read_text)


def read_text(value: CellValue) -> Said:
    """Read a cell of text; a number, a date or a truth value there was made by some program."""
    if isinstance(value, str):
        return Said(value) if value else NOTHING
    if isinstance(value, bool):
        return Said(why="it holds a truth value where text belongs", suggestion=_truth(value))
    if isinstance(value, date):
        text = value.isoformat()
        return Said(why=f"it holds the date {text} where text belongs", suggestion=text)
    text = number_text(value)
    return Said(why=f"it holds the number {text} where text belongs", suggestion=text)


def _truth(value: bool) -> str:
    return "TRUE" if value else "FALSE"


def read_integer(value: CellValue, title: str) -> Said:
    """Read a whole number, also one that was kept as text."""
    if value == "":
        return NOTHING
    if isinstance(value, float) and not isinstance(value, bool):
        if value.is_integer():
            return Said(str(int(value)))
        return Said(why=f"{value:g} is no whole number", suggestion=str(round(value)))
    if isinstance(value, str):
        plain = value.strip().removesuffix("%").strip()
        if plain.lstrip("+-").isdecimal() and len(plain) <= 15:
            return Said(str(int(plain)))
        return Said(why=f"“{value}” is no whole number for “{title}”")
    return Said(why=f"a number belongs into “{title}”")


def read_minutes(value: CellValue, title: str) -> Said:
    """Read minutes; more than a week has are asked about."""
    said = read_integer(value, title)
    if said.text and int(said.text) > MINUTES_AT_MOST:
        days = int(said.text) // (24 * 60)
        why = f"{int(said.text):,} minutes are {days:,} days: is that meant?"
        return Said(why=why, suggestion=said.text)
    return said


def read_date(value: CellValue, title: str) -> Said:
    """Read a date, also one that was kept as text, unless it can be read in two ways."""
    if value == "":
        return NOTHING
    if isinstance(value, date):
        return _sensible(value, title)
    if isinstance(value, str):
        found = dates.parse(value, None)
        if found is not None:
            return _sensible(found, title)
        two = ", or can be read in two ways" if dates.looks_like_date(value) else ""
        return Said(why=f"“{value}” is no date for “{title}”{two}: write it as 2026-03-31")
    return Said(why=f"a number stands where a date belongs (“{title}”)")


def _sensible(day: date, title: str) -> Said:
    if day.year < _FIRST_YEAR:
        return Said(why=f"{day.isoformat()} cannot be meant as “{title}”: look at the year")
    text = day.isoformat()
    if abs(day.year - date.today().year) > _YEARS_AROUND:
        return Said(why=f"{text} is far from today (“{title}”): look at the year", suggestion=text)
    return Said(text)


def read_choice(value: CellValue, column: Column) -> Said:
    """Read one of a list: its word with or without glyph, or its code; case does not count."""
    if value == "":
        return NOTHING
    if isinstance(value, bool):
        codes = {choice.code for choice in column.choices}
        if codes == {"yes", "no"}:
            return Said("yes" if value else "no")
        return Said(why=f"a truth value stands in “{column.title}”")
    text = (
        value if isinstance(value, str) else number_text(value) if isinstance(value, float) else ""
    )
    words = _words(column.choices)
    found = words.get(outcomes.fold(text))
    if found is not None:
        return Said(found)
    near = get_close_matches(outcomes.fold(text), words, 1, _NEAR)
    labels = ", ".join(choice.label for choice in column.choices)
    return Said(
        why=f"“{text}” is not one of the list of “{column.title}”: {labels}",
        suggestion=words[near[0]] if near else "",
    )


@cache
def _words(choices: tuple[object, ...]) -> dict[str, str]:
    found: dict[str, str] = {}
    for choice in choices:
        code, label, text = choice.code, choice.label, choice.text  # type: ignore[attr-defined]
        for word in (code, label, text):
            found.setdefault(outcomes.fold(word), code)
    return found


def read_outcome(value: CellValue) -> Said:
    """Read the outcome of a step: documented words of every language, all else is asked."""
    if value == "":
        return NOTHING
    if isinstance(value, bool):
        return Said(why="a truth value is no outcome", suggestion="pass" if value else "fail")
    if not isinstance(value, str):
        return Said(why="a number or a date is no outcome")
    return _outcome(value)


@cache
def _outcome(text: str) -> Said:
    if outcomes.fold(text) in ("⚡ disputed", "disputed"):
        return Said("disputed")
    found = outcomes.read(text)
    if found.known:
        return Said(found.outcome or "", note=text if found.remark else "")
    return Said(
        why=f"“{text}” is no word for an outcome that is known here",
        suggestion=found.suggestion or "",
    )


def as_exported(text: str) -> str:
    """Return a text of the workspace as a cell of our export gives it back."""
    return clean_cell(fit(text)[0]) if text else ""
