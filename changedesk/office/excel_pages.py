"""Where a page ends: between the blocks of a summary, and how many pages a table is wide."""

from collections.abc import Sequence
from math import ceil

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.worksheet import Worksheet

_PRINTED_WIDTH = 27.0
"""Centimetres between the margins of A4 across."""

_PRINTED_HEIGHT = 480.0
"""Points between header and footer of A4 across."""

_ROW = 15.0
_CM_PER_UNIT = 0.25
"""How wide a unit of column width is at most: 0.19 in Calibri, a third more in what replaces it."""

_SMALLEST = 55
_LEGIBLE = 68
_STEP = 4

_UNREADABLE = 37
"""Percent: a table that is set smaller than this to fit one page is printed on several."""

_WANTED = 45

Blocks = Sequence[tuple[int, int]]
"""First row of each block and the first row behind its last."""


def set_pages(sheet: Worksheet, width: float, blocks: Blocks) -> None:
    """Scale a sheet of known width to the page and break it between blocks.

    It is set smaller, as long as it is legible, where that saves a page. The scale is a fixed one
    because Excel ignores such breaks on a sheet that is fitted; it leaves room for the wider type
    that a program takes where Calibri is missing.
    """
    largest = max(min(100, int(100 * _PRINTED_WIDTH / width)), _SMALLEST)
    scales = range(largest, min(largest, _LEGIBLE) - 1, -_STEP)
    breaks_of = {scale: _breaks(sheet, blocks, scale) for scale in scales}
    scale = min(breaks_of, key=lambda one: (len(breaks_of[one]), -one))
    sheet.sheet_properties.pageSetUpPr.fitToPage = False  # type: ignore[union-attr]
    sheet.page_setup.scale = scale
    for row in breaks_of[scale]:
        sheet.row_breaks.append(Break(id=row - 1))


def set_pages_across(sheet: Worksheet, frozen_columns: int) -> None:
    """Print a table that is too wide for one page on several, the frozen columns on each."""
    shown = [column for column, told in sheet.column_dimensions.items() if not told.hidden]
    width = sum(_CM_PER_UNIT * sheet.column_dimensions[column].width for column in shown)
    if _UNREADABLE * width <= 100 * _PRINTED_WIDTH:
        return
    held = sheet_width(sheet, frozen_columns)
    page = 100 * _PRINTED_WIDTH / _WANTED - held
    sheet.page_setup.fitToWidth = ceil((width - held) / page)
    if frozen_columns:
        sheet.print_title_cols = f"A:{get_column_letter(frozen_columns)}"


def _breaks(sheet: Worksheet, blocks: Blocks, scale: int) -> list[int]:
    """Return the rows at which a page begins, so that no block crosses the end of a page."""
    room = _PRINTED_HEIGHT * 100 / scale
    top, breaks = 1, []
    for first, end in blocks:
        if first > top and _height(sheet, top, end - 2) > room:
            breaks.append(first)
            top = first
    return breaks


def _height(sheet: Worksheet, first: int, end: int) -> float:
    dimensions = sheet.row_dimensions
    return sum(dimensions[row].height or _ROW for row in range(first, end + 1))


def sheet_width(sheet: Worksheet, last_column: int) -> float:
    """Return the width in cm of the columns up to `last_column`, in the widest type."""
    dimensions = sheet.column_dimensions
    return _CM_PER_UNIT * sum(
        dimensions[get_column_letter(index)].width for index in range(1, last_column + 1)
    )
