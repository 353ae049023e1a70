"""Where a page of a summary ends: between blocks, never through a chart."""

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


class PageBreaks:
    """Scales a sheet of known width to the page and breaks it between blocks.

    A fixed scale is used because Excel ignores such breaks on a sheet that is fitted; it leaves
    room for the wider type that a program takes where Calibri is missing.
    """

    def __init__(self, sheet: Worksheet, width: float) -> None:
        self._sheet = sheet
        scale = max(min(100, int(100 * _PRINTED_WIDTH / width)), _SMALLEST)
        sheet.sheet_properties.pageSetUpPr.fitToPage = False  # type: ignore[union-attr]
        sheet.page_setup.scale = scale
        self._room = _PRINTED_HEIGHT * 100 / scale
        self._top = 1

    def keep_together(self, first: int, end: int) -> None:
        """Start a new page before row `first` where rows up to `end` would cross the page's end."""
        if first > self._top and self._height(self._top, end - 2) > self._room:
            self._sheet.row_breaks.append(Break(id=first - 1))
            self._top = first

    def _height(self, first: int, end: int) -> float:
        dimensions = self._sheet.row_dimensions
        return sum(dimensions[row].height or _ROW for row in range(first, end + 1))


def sheet_width(sheet: Worksheet, last_column: int) -> float:
    """Return the width in cm of the columns up to `last_column`, in the widest type."""
    dimensions = sheet.column_dimensions
    return _CM_PER_UNIT * sum(
        dimensions[get_column_letter(index)].width for index in range(1, last_column + 1)
    )
