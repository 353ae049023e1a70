"""One way to spoil a workbook, and all of them by name."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from changedesk.overview.returns import Preview
from tests.overview.returns.books import Book, Hands

Counts = tuple[int, int, int, int]
"""Taken, the same, conflicts, rejected."""

ALL: Counts = (8, 0, 0, 0)


@dataclass(frozen=True)
class Case:
    """One way to spoil a workbook: what it does, what becomes of the cells, what is said."""

    what: str
    spoil: Callable[[Hands, Book], Path | None]
    counts: Counts = ALL
    said: str = ""
    before: Callable[[Hands], None] | None = None
    check: Callable[[Hands, Preview], None] | None = None


CASES: dict[str, Case] = {}


def case(
    what: str,
    counts: Counts = ALL,
    said: str = "",
    before: Callable[[Hands], None] | None = None,
    check: Callable[[Hands, Preview], None] | None = None,
) -> Callable[[Callable[[Hands, Book], Path | None]], Callable[[Hands, Book], Path | None]]:
    def keep(spoil: Callable[[Hands, Book], Path | None]) -> Callable[[Hands, Book], Path | None]:
        name = spoil.__name__.strip("_").replace("_", " ")
        CASES[name] = Case(what, spoil, counts, said, before, check)
        return spoil

    return keep
