"""Sheets of a workbook as rows of clean text: what every reader starts from."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from changedesk.exchange.cells import CellValue, as_text, cleaned_row
from changedesk.exchange.references import Cell
from changedesk.exchange.sheetscan import SheetFacts
from changedesk.exchange.trees import Node

Area = tuple[int, int, int, int]
"""First row, first column, last row, last column: rows from 1, columns from 0."""

LONGEST_TEXT = 1_000_000


@dataclass(frozen=True, slots=True)
class SheetData:
    """One sheet, or a whole text file. `rows[0]` is row 1; rows may differ in length.

    `lines` gives, for a text file, the line on which each row begins. `broken` names rows whose
    fields cannot be trusted, with the reason. `delimited` is True for a text file, where a row
    with too many fields means an unquoted separator. `parted` gives, by index and column, the
    items of cells whose lines are not their items. `worded` are formulas that gave a text.
    """

    name: str
    rows: tuple[tuple[str, ...], ...]
    lines: tuple[int, ...] = ()
    merged: tuple[Area, ...] = ()
    hidden: bool = False
    formulas: frozenset[Cell] = frozenset()
    errors: frozenset[Cell] = frozenset()
    worded: frozenset[Cell] = frozenset()
    broken: tuple[tuple[int, str], ...] = ()
    delimited: bool = False
    parted: Mapping[tuple[int, int], tuple[str, ...]] = field(default_factory=dict)

    def uncalculated(self, row: int, column: int) -> bool:
        """Tell a cell, row from 1, that holds a formula whose value the file does not have."""
        cell = (row, column)
        if cell not in self.formulas or cell in self.worded or row > len(self.rows):
            return False
        texts = self.rows[row - 1]
        return column >= len(texts) or not texts[column]

    def number(self, index: int) -> int:
        """Return the row or line number, from 1, that a person sees for `rows[index]`."""
        return self.lines[index] if self.lines else index + 1


@dataclass(frozen=True, slots=True)
class ForeignFile:
    """A file that passed the guard, as sheets. `notes` are remarks for the person, in sentences.

    `tree` is the root of an XML file; of Gherkin too, which has a sheet of its lines as well.
    """

    path: Path
    kind: str
    sheets: tuple[SheetData, ...]
    notes: tuple[str, ...] = ()
    tree: Node | None = None


@dataclass(slots=True)
class SheetHead:
    """What is known of a sheet before its rows are read."""

    name: str
    hidden: bool = False
    merged: list[Area] = field(default_factory=list)
    formulas: list[Cell] = field(default_factory=list)
    errors: list[Cell] = field(default_factory=list)
    worded: list[Cell] = field(default_factory=list)


def workbook_sheets(
    path: Path, facts: dict[str, SheetFacts]
) -> Iterator[tuple[SheetHead, Iterator[list[str]]]]:
    """Yield each worksheet's head and its rows as text, read by calamine.

    Raises `ValueError` with a reason for a text that no cell can hold, and calamine's own errors.
    """
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum  # noqa: PLC0415

    with CalamineWorkbook.from_path(str(path)) as book:
        for meta in book.sheets_metadata:
            if meta.typ != SheetTypeEnum.WorkSheet:
                continue
            sheet = book.get_sheet_by_name(meta.name)
            known = facts.get(meta.name, SheetFacts())
            head = SheetHead(
                meta.name,
                meta.visible != SheetVisibleEnum.Visible,
                [(a[0] + 1, a[1], b[0] + 1, b[1]) for a, b in sheet.merged_cell_ranges or ()],
                sorted(known.formulas),
                sorted(known.errors),
                sorted(known.worded),
            )
            yield head, (_texts(row) for row in sheet.to_python(skip_empty_area=False))


def _texts(row: Sequence[CellValue]) -> list[str]:
    texts = cleaned_row(row, as_text)
    while texts and not texts[-1]:
        texts.pop()
    if texts and len(max(texts, key=len)) > LONGEST_TEXT:
        raise ValueError("a cell's text is longer than a million characters")
    return texts
