"""Every style of a workbook, made once per workbook and shared by all its cells."""

from collections.abc import Iterable
from copy import copy
from dataclasses import dataclass
from typing import Any, cast

from openpyxl import Workbook as Book
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.styles.cell_style import StyleArray
from openpyxl.worksheet.worksheet import Worksheet

from changedesk.office import palette
from changedesk.office.layout import Column
from changedesk.office.measure import capacity, lines, row_height

FONT = "Calibri"
SIZE = 10

_FORMATS = {
    "integer": "#,##0",
    "decimal": "#,##0.00",
    "percent": "0\\ %",
    "date": "d mmm yyyy",
    "datetime": "d mmm yyyy hh:mm",
}
_TO_THE_RIGHT = {"integer", "decimal", "percent"}
HAIR = Side(style="thin", color=palette.RULE)
LINE = Side(style="thin", color=palette.RULE_STRONG)


def font(size: float = SIZE, bold: bool = False, color: str = palette.INK) -> Font:
    """Return a font of the one family that the workbook uses."""
    return Font(name=FONT, size=size, bold=bold, color=color)


def fill(color: str) -> PatternFill:
    """Return a plain ground of `color`."""
    return PatternFill("solid", start_color=color, end_color=color)


def cell_at(sheet: Worksheet, row: int, column: int) -> Cell:
    """Return the cell, which is never the hidden part of a merged one here."""
    return cast(Cell, sheet.cell(row, column))


@dataclass(frozen=True)
class Look:
    """The style of a column's cells; `quoted` is the same for text that looks like a formula."""

    plain: StyleArray
    quoted: StyleArray

    def apply(self, cell: Cell, quoted: bool = False) -> None:
        """Give `cell` this look."""
        cell._style = copy(self.quoted if quoted else self.plain)  # type: ignore[attr-defined]  # noqa: SLF001


def style_of(cell: Cell) -> StyleArray:
    """Return a copy of the style of `cell`, to give to others."""
    style: StyleArray = copy(cell._style)  # type: ignore[attr-defined]  # noqa: SLF001
    return style


def style_id(book: Book, style: StyleArray) -> int:
    """Return the number under which `book` writes `style`."""
    return int(book._cell_styles.add(style))  # type: ignore[attr-defined]  # noqa: SLF001


def body_look(sheet: Worksheet, column: Column) -> Look:
    """Return the look of `column`'s body cells: number format, alignment, lock, ground."""
    cell = Cell(sheet, row=1, column=1)
    cell.font = font(bold=is_bold(column))
    cell.number_format = _FORMATS.get(column.kind, "@")
    right = column.kind in _TO_THE_RIGHT
    cell.alignment = Alignment(
        horizontal="right" if right else "left", vertical="center", wrap_text=column.wrap, indent=1
    )
    cell.border = Border(bottom=HAIR)
    cell.protection = Protection(locked=not column.fillable)
    if column.fillable:
        cell.fill = fill(palette.INPUT_FILL)
        cell.border = Border(bottom=HAIR, left=HAIR, right=HAIR)
    plain = style_of(cell)
    cell.quotePrefix = True
    return Look(plain, style_of(cell))


def is_bold(column: Column) -> bool:
    """Say whether the body of `column` is set in bold."""
    return column.strong or column.kind == "id"


def column_room(column: Column) -> float:
    """Return how many letters a line of a wrapped column holds, 0 for a column without wrap."""
    return capacity(column.width, bold=is_bold(column)) if column.wrap else 0.0


def header_height(
    columns: Iterable[Column], least: float, widths: Iterable[float] | None = None
) -> float:
    """Return the height in points of a row of headers; `widths` where they are not the columns'."""
    columns = tuple(columns)
    rooms = [capacity(width, bold=True) for width in widths or (column.width for column in columns)]
    most = max(
        (lines(column.title, room) for column, room in zip(columns, rooms, strict=True)), default=1
    )
    return max(least, row_height(most))


def put_header(cell: Cell, column: Column) -> None:
    """Style `cell` as the header of `column`: fillable columns stand out."""
    cell.font = font(bold=True)
    ground = palette.INPUT_HEADER_FILL if column.fillable else palette.HEADER_FILL
    cell.fill = fill(ground)
    right = column.kind in _TO_THE_RIGHT
    cell.alignment = Alignment(
        horizontal="right" if right else "left", vertical="center", wrap_text=True, indent=1
    )
    cell.border = Border(bottom=LINE)


def in_the_middle(alignment: Any) -> Alignment:
    """Return `alignment` with the text in the middle of its row's height."""
    middle: Alignment = copy(alignment)
    middle.vertical = "center"
    return middle
