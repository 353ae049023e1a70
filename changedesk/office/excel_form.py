"""A form as a sheet: questions below one another, beside each the cell for its answer.

Every line may take something else, so each cell has its own entry check.
"""

from openpyxl.styles import Alignment, Border
from openpyxl.worksheet.worksheet import Worksheet

from changedesk.office import palette
from changedesk.office.cells import put_text
from changedesk.office.excel_build import Build, Drawn, digest_cells, put_content
from changedesk.office.excel_lists import check_entry
from changedesk.office.excel_styles import (
    HAIR,
    LINE,
    body_look,
    cell_at,
    fill,
    font,
    put_header,
)
from changedesk.office.excel_values import converter
from changedesk.office.identity import ID_COLUMN
from changedesk.office.layout import Column, FormLine, FormSheet
from changedesk.office.measure import LINE_HEIGHT, capacity, lines
from changedesk.office.seal import SheetDigest

_WIDTHS = (6.0, 62.0, 44.0, 10.0)
_NUMBER, _TEXT, _ANSWER, _HIDDEN = 1, 2, 3, 4
_ROOM = capacity(_WIDTHS[1]) * 0.88
_LEAST_HEIGHT = 28.0
_SIZE = 11
_WHOLE = capacity(sum(_WIDTHS[:3]))


def draw_form(build: Build, form: FormSheet) -> Drawn:
    """Draw `form` as the next sheet."""
    sheet = build.add_sheet(form.name)
    for letter, width in zip("ABCD", _WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.column_dimensions["D"].hidden = True
    sheet.page_setup.orientation = "portrait"
    row = _head(build, sheet, form)
    header = row
    row += 1
    for line in form.lines:
        row = _line(build, sheet, form, line, row)
    if form.closing:
        _paragraph(build, sheet, row + 1, form.closing)
    sheet.freeze_panes = f"A{header + 1}"
    sheet.print_title_rows = f"{header}:{header}"
    build.rows += len(form.lines)
    build.meta.add("table", form.key, sheet.title, str(header), f"number|text|answer|{ID_COLUMN}")
    return Drawn(sheet, digest_cells(sheet, SheetDigest(sheet.title)))


def _head(build: Build, sheet: Worksheet, form: FormSheet) -> int:
    build.title(sheet, 1, form.title)
    row = 2
    for text in form.intro:
        _paragraph(build, sheet, row, text)
        row += 1
    sheet.row_dimensions[row].height = 8
    row += 1
    titles = ("", form.question, form.answer)
    for place, title in enumerate(titles, 1):
        cell = cell_at(sheet, row, place)
        build.text(cell, title)
        put_header(cell, Column(title, "", fillable=place == _ANSWER))
    put_text(cell_at(sheet, row, _HIDDEN), ID_COLUMN)
    sheet.row_dimensions[row].height = _LEAST_HEIGHT
    return row


def _paragraph(build: Build, sheet: Worksheet, row: int, text: str) -> None:
    cell = cell_at(sheet, row, 1)
    build.text(cell, text)
    cell.font = font(color=palette.INK_SOFT)
    cell.alignment = Alignment(vertical="top", wrap_text=True)
    sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=_ANSWER)
    sheet.row_dimensions[row].height = lines(text, _WHOLE) * LINE_HEIGHT + 5


def _line(build: Build, sheet: Worksheet, form: FormSheet, line: FormLine, row: int) -> int:
    if line.heading:
        cell = cell_at(sheet, row, _TEXT)
        build.text(cell, line.heading)
        cell.font = font(11, bold=True, color=palette.TINTS["accent"].ink)
        cell.alignment = Alignment(horizontal="left", vertical="bottom", wrap_text=True, indent=1)
        sheet.row_dimensions[row].height = lines(line.heading, _ROOM) * LINE_HEIGHT + 14
        for place in (_NUMBER, _TEXT, _ANSWER):
            cell_at(sheet, row, place).border = Border(bottom=LINE)
        row += 1
    number = cell_at(sheet, row, _NUMBER)
    build.text(number, line.number)
    number.font = font(color=palette.INK_SOFT)
    number.alignment = Alignment(horizontal="right", vertical="center")
    number.border = Border(bottom=HAIR)
    text = cell_at(sheet, row, _TEXT)
    told = f"{line.text}\n{line.note}" if line.note else line.text
    build.text(text, told)
    text.font = font(_SIZE)
    text.alignment = Alignment(horizontal="left", vertical="center", wrap_text=True, indent=1)
    text.border = Border(bottom=HAIR)
    _answer(build, sheet, line, row)
    put_text(cell_at(sheet, row, _HIDDEN), line.id)
    build.meta.add("row", form.key, line.number, line.id)
    height = lines(told, _ROOM) * (LINE_HEIGHT + 2) + 12
    sheet.row_dimensions[row].height = max(_LEAST_HEIGHT, height)
    return row + 1


def _answer(build: Build, sheet: Worksheet, line: FormLine, row: int) -> None:
    column = line.answer
    cell = cell_at(sheet, row, _ANSWER)
    convert = converter(column, sheet.title, build.remarks, build.workbook.labels.cut)
    put_content(cell, convert(""), body_look(sheet, column))
    cell.alignment = Alignment(horizontal="left", vertical="center", wrap_text=True, indent=1)
    cell.font = font(_SIZE)
    cell.fill = fill(palette.INPUT_FILL)
    check_entry(sheet, column, cell.coordinate, build.lists, build.workbook.labels)
