"""The summary: large figures, small tables, each with its chart beside it."""

import math

from openpyxl.drawing.spreadsheet_drawing import AnchorMarker, TwoCellAnchor
from openpyxl.styles import Alignment, Border
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from changedesk.office import palette
from changedesk.office.excel_build import Build, Drawn, digest_cells, put_content
from changedesk.office.excel_charts import height, make_chart
from changedesk.office.excel_lists import tint_choices
from changedesk.office.excel_pages import set_pages, sheet_width
from changedesk.office.excel_styles import (
    LINE,
    body_look,
    cell_at,
    fill,
    font,
    header_height,
    in_the_middle,
    put_header,
)
from changedesk.office.excel_values import converter
from changedesk.office.layout import Block, Figure, SummarySheet
from changedesk.office.measure import capacity, lines, row_height
from changedesk.office.seal import SheetDigest

_FIRST = 2
_CM_TO_POINTS = 28.35
_ROW = 18.0
_FIGURE_SPAN = 2
_CHART_COLUMNS = 5
_ONLY_WIDTH = 24.0
_CHART_COLUMN = 11.0
_LEAST_HEADER = 20.0


def draw_summary(build: Build, summary: SummarySheet) -> Drawn:
    """Draw the summary sheet."""
    sheet = build.add_sheet(summary.name)
    wide = max((len(block.columns) for block in summary.blocks), default=1)
    _set_widths(sheet, summary, wide)
    sheet.row_dimensions[1].height = 12
    build.title(sheet, 2, summary.title, _FIRST)
    last_column = max(_FIRST + wide + _CHART_COLUMNS, _figure_column(len(summary.figures)))
    _note(build, sheet, summary.note, last_column)
    row = _figures(build, sheet, summary.figures, 5)
    places = []
    for block in summary.blocks:
        start = row
        row = _block(build, sheet, block, row, _FIRST + wide + 1)
        places.append((start, row))
    set_pages(sheet, sheet_width(sheet, last_column), places)
    sheet.print_area = f"A1:{get_column_letter(last_column)}{row - 2}"
    return Drawn(sheet, digest_cells(sheet, SheetDigest(sheet.title)))


def _set_widths(sheet: Worksheet, summary: SummarySheet, wide: int) -> None:
    sheet.column_dimensions["A"].width = 3
    for index in range(wide):
        widths = [
            block.columns[index].width for block in summary.blocks if index < len(block.columns)
        ]
        sheet.column_dimensions[get_column_letter(_FIRST + index)].width = max(
            widths, default=_ONLY_WIDTH
        )
    sheet.column_dimensions[get_column_letter(_FIRST + wide)].width = 4
    for index in range(_FIRST + wide + 1, _FIRST + wide + 1 + _CHART_COLUMNS):
        sheet.column_dimensions[get_column_letter(index)].width = _CHART_COLUMN


def _note(build: Build, sheet: Worksheet, note: str, last_column: int) -> None:
    build.note(sheet, 3, note, _FIRST)
    cell_at(sheet, 3, _FIRST).alignment = Alignment(vertical="top", wrap_text=True)
    sheet.merge_cells(start_row=3, end_row=3, start_column=_FIRST, end_column=last_column)
    letters = [get_column_letter(index) for index in range(_FIRST, last_column + 1)]
    room = capacity(sum(sheet.column_dimensions[letter].width for letter in letters))
    sheet.row_dimensions[3].height = row_height(lines(note, room))


def _figure_column(number: int) -> int:
    """Return the column of figure `number`: the first takes one column, the others two each."""
    return _FIRST if number == 0 else _FIRST + 1 + (number - 1) * _FIGURE_SPAN


def _figures(build: Build, sheet: Worksheet, figures: tuple[Figure, ...], row: int) -> int:
    if not figures:
        return row
    for number, figure in enumerate(figures):
        column = _figure_column(number)
        ink = palette.TINTS[figure.tone].ink if figure.tone else palette.INK
        words = (
            (figure.value, font(22, bold=True, color=ink)),
            (figure.label, font(bold=True)),
            (figure.note, font(9, color=palette.INK_SOFT)),
        )
        for offset, (text, look) in enumerate(words):
            cell = cell_at(sheet, row + offset, column)
            build.text(cell, text)
            cell.font = look
            cell.alignment = Alignment(horizontal="left", vertical="center", shrink_to_fit=False)
    sheet.row_dimensions[row].height = 32
    high = max(_wrap_note(sheet, row + 2, number, one) for number, one in enumerate(figures))
    sheet.row_dimensions[row + 2].height = row_height(high)
    return row + 4


def _wrap_note(sheet: Worksheet, row: int, number: int, figure: Figure) -> int:
    """Keep the note of a figure off the next one; return how many lines it takes."""
    first, following = _figure_column(number), _figure_column(number + 1)
    cell_at(sheet, row, first).alignment = Alignment(
        horizontal="left", vertical="top", wrap_text=True
    )
    if following - first > 1:
        sheet.merge_cells(start_row=row, end_row=row, start_column=first, end_column=following - 1)
    letters = [get_column_letter(index) for index in range(first, following)]
    room = capacity(sum(sheet.column_dimensions[letter].width for letter in letters))
    return lines(figure.note, room)


def _block(build: Build, sheet: Worksheet, block: Block, row: int, chart_column: int) -> int:
    build.text(cell_at(sheet, row, _FIRST), block.title)
    cell_at(sheet, row, _FIRST).font = font(13, bold=True, color=palette.TINTS["accent"].ink)
    cell_at(sheet, row, _FIRST).alignment = Alignment(vertical="center")
    sheet.row_dimensions[row].height = 26
    header = row + 1
    shown = range(_FIRST, _FIRST + len(block.columns))
    for index, column in zip(shown, block.columns, strict=True):
        cell = cell_at(sheet, header, index)
        build.text(cell, column.title)
        put_header(cell, column)
    widths = [sheet.column_dimensions[get_column_letter(index)].width for index in shown]
    sheet.row_dimensions[header].height = header_height(block.columns, _LEAST_HEADER, widths)
    _rows(build, sheet, block, header)
    end = header + len(block.rows)
    if block.note:
        end += 1
        build.note(sheet, end, block.note, _FIRST)
    if block.chart:
        native = make_chart(sheet, block, block.chart, header, _FIRST)
        end = max(end, row + math.ceil(height(block, block.chart) * _CM_TO_POINTS / _ROW))
        # Held by two cells, the chart keeps to its columns whatever width a program gives them.
        native.anchor = TwoCellAnchor(
            _from=AnchorMarker(col=chart_column - 1, row=row - 1),
            to=AnchorMarker(col=chart_column - 1 + _CHART_COLUMNS, row=end),
        )
        sheet.add_chart(native)
    for number in range(header + 1, end + 1):
        sheet.row_dimensions[number].height = _ROW
    return end + 2


def _rows(build: Build, sheet: Worksheet, block: Block, header: int) -> None:
    first, last = header + 1, header + len(block.rows)
    for index, column in enumerate(block.columns, _FIRST):
        convert = converter(column, sheet.title, build.remarks, build.workbook.labels.cut)
        look = body_look(sheet, column)
        for number, row in enumerate(block.rows, first):
            cell = cell_at(sheet, number, index)
            put_content(cell, convert(row[index - _FIRST]), look)
            cell.alignment = in_the_middle(cell.alignment)
            if block.total and number == last:
                cell.font = font(bold=True)
                cell.fill = fill(palette.HEADER_FILL)
                cell.border = Border(top=LINE)
        if block.rows:
            letter = get_column_letter(index)
            tint_choices(sheet, column, f"{letter}{first}", f"{letter}{first}:{letter}{last}")
