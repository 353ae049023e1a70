"""The cover: what this workbook is, how to fill it in, and the block where people sign."""

from datetime import date, datetime

from openpyxl.styles import Alignment, Border, Side
from openpyxl.worksheet.worksheet import Worksheet

from changedesk.office import palette
from changedesk.office.excel_build import Build, Drawn, digest_cells, put_content
from changedesk.office.excel_lists import check_entry, tint_choices
from changedesk.office.excel_styles import (
    HAIR,
    LINE,
    Look,
    body_look,
    cell_at,
    fill,
    font,
    put_header,
    style_of,
)
from changedesk.office.excel_values import converter
from changedesk.office.identity import ID_COLUMN
from changedesk.office.layout import Column, CoverSheet, Kind, Labels, Value
from changedesk.office.measure import LINE_HEIGHT, capacity, lines, row_height
from changedesk.office.seal import SheetDigest

_WIDTHS = (3, 24, 24, 26, 38, 15, 26, 8)
_FIRST, _LAST = 2, 7  # columns B to G carry the text; H holds the hidden ids
_ROOM = capacity(sum(_WIDTHS[_FIRST - 1 : _LAST]))
_FACT_ROOM = capacity(sum(_WIDTHS[_FIRST:_LAST]), bold=True)
_FACT_HEIGHT = 17
_SIGN_HEIGHT = 32
_GAP = Side(style="thick", color=palette.PAPER)


def draw_cover(build: Build, cover: CoverSheet) -> Drawn:
    """Draw the cover sheet."""
    sheet = build.add_sheet(cover.name)
    for letter, width in zip("ABCDEFGH", _WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.page_setup.fitToHeight = 1
    row = _title(build, sheet, cover)
    row = _facts(build, sheet, cover, row)
    row = _instructions(build, sheet, cover, row)
    row = _legend(build, sheet, cover, row)
    row = _signatures(build, sheet, cover, row)
    _seal(build, sheet, row)
    return Drawn(sheet, digest_cells(sheet, SheetDigest(sheet.title)))


def _title(build: Build, sheet: Worksheet, cover: CoverSheet) -> int:
    sheet.row_dimensions[1].height = 12
    build.title(sheet, 2, cover.title, _FIRST)
    cell_at(sheet, 2, _FIRST).font = font(24, bold=True)
    sheet.row_dimensions[2].height = 36
    build.note(sheet, 3, cover.subtitle, _FIRST)
    cell_at(sheet, 3, _FIRST).font = font(12, color=palette.INK_SOFT)
    sheet.row_dimensions[3].height = 20
    for column in range(_FIRST, _LAST + 1):
        cell_at(sheet, 4, column).border = Border(bottom=LINE)
    sheet.row_dimensions[4].height = 8
    if not cover.statement:
        return 6
    tint = palette.TINTS["accent"]
    _paragraph(build, sheet, 6, cover.statement)
    cell = cell_at(sheet, 6, _FIRST)
    cell.font = font(12, bold=True, color=tint.ink)
    cell.fill = fill(tint.fill)
    cell.alignment = Alignment(horizontal="left", vertical="center", wrap_text=True, indent=1)
    sheet.row_dimensions[6].height = lines(cover.statement, _ROOM * 0.8) * 17 + 14
    return 8


def _facts(build: Build, sheet: Worksheet, cover: CoverSheet, row: int) -> int:
    for label, value in cover.facts:
        build.note(sheet, row, label, _FIRST)
        column = Column(label, label, kind=_kind(value))
        look = body_look(sheet, column)
        cell = cell_at(sheet, row, _FIRST + 1)
        convert = converter(column, sheet.title, build.remarks, build.workbook.labels.cut)
        put_content(cell, convert(value), look)
        cell.font = font(bold=True)
        cell.border = Border()
        cell.alignment = Alignment(horizontal="left", vertical="center", wrap_text=True)
        cell_at(sheet, row, _FIRST).alignment = Alignment(horizontal="left", vertical="center")
        sheet.merge_cells(start_row=row, end_row=row, start_column=_FIRST + 1, end_column=_LAST)
        high = lines(str(value), _FACT_ROOM) * LINE_HEIGHT + 4
        sheet.row_dimensions[row].height = max(high, _FACT_HEIGHT)
        row += 1
    return row + 1 if cover.facts else row


def _kind(value: Value) -> Kind:
    if isinstance(value, datetime):
        return "datetime"
    if isinstance(value, date):
        return "date"
    if isinstance(value, int):
        return "integer"
    return "text" if value is None or isinstance(value, str) else "decimal"


def _instructions(build: Build, sheet: Worksheet, cover: CoverSheet, row: int) -> int:
    if not cover.instructions:
        return row
    row = _heading(build, sheet, row, build.workbook.labels.how_to)
    for number, text in enumerate(cover.instructions, 1):
        numbered = f"{number}.  {text}"
        _paragraph(build, sheet, row, numbered)
        sheet.row_dimensions[row].height = lines(numbered, _ROOM) * LINE_HEIGHT + 5
        row += 1
    return row + 1


def _legend(build: Build, sheet: Worksheet, cover: CoverSheet, row: int) -> int:
    if not cover.legend:
        return row
    row = _heading(build, sheet, row, build.workbook.labels.legend)
    for index, choice in enumerate(cover.legend):
        cell = cell_at(sheet, row + index // 6, _FIRST + index % 6)
        build.text(cell, choice.text)
        tint = palette.TINTS[choice.shade or "quiet"]
        cell.font = font(bold=True, color=tint.ink)
        cell.fill = fill(tint.fill)
        cell.alignment = Alignment(horizontal="center", vertical="center")
        cell.border = Border(left=_GAP, right=_GAP)
        sheet.row_dimensions[row + index // 6].height = 20
    return row + (len(cover.legend) + 5) // 6 + 1


def _signatures(build: Build, sheet: Worksheet, cover: CoverSheet, row: int) -> int:
    if not cover.signers:
        return row
    labels = build.workbook.labels
    row = _heading(build, sheet, row, labels.sign_off)
    columns = _sign_columns(cover, labels)
    for index, column in enumerate(columns, _FIRST):
        cell = cell_at(sheet, row, index)
        build.text(cell, column.title)
        put_header(cell, column)
    sheet.row_dimensions[row].height = 24
    first, last = row + 1, row + len(cover.signers)
    makers = [
        (converter(column, sheet.title, build.remarks, labels.cut), _tall(sheet, column))
        for column in columns
    ]
    for number, signer in enumerate(cover.signers, first):
        values: tuple[Value, ...] = (
            signer.role, signer.name, signer.decision, signer.remark, signer.signed, "", signer.id,
        )  # fmt: skip
        for index, ((convert, look), value) in enumerate(zip(makers, values, strict=True), _FIRST):
            put_content(cell_at(sheet, number, index), convert(value), look)
        sheet.row_dimensions[number].height = _sign_height(values)
    for letter, column in zip("BCDEFGH", columns, strict=True):
        cells = f"{letter}{first}:{letter}{last}"
        if column.fillable:
            check_entry(sheet, column, cells, build.lists, labels)
        tint_choices(sheet, column, f"{letter}{first}", cells)
    sheet.column_dimensions["H"].hidden = True
    keys = "|".join(column.key for column in columns)
    build.meta.add("table", cover.key, sheet.title, str(row), f"|{keys}")
    return last + 2


def _sign_height(values: tuple[Value, ...]) -> float:
    """Return the height of a line to sign: room for a signature, and for all that stands there."""
    most = max(
        lines(str(value or ""), capacity(width, bold=True))
        for width, value in zip(_WIDTHS[_FIRST - 1 : _LAST - 1], values, strict=False)
    )
    return max(_SIGN_HEIGHT, row_height(most))


def _sign_columns(cover: CoverSheet, labels: Labels) -> tuple[Column, ...]:
    return (
        Column(labels.role, "role", strong=True, wrap=True),
        Column(labels.name, "name", fillable=True, wrap=True),
        Column(labels.decision, "decision", kind="choice", choices=cover.decisions, fillable=True),
        Column(labels.remark, "remark", fillable=True, wrap=True),
        Column(labels.date, "signed", kind="date", fillable=True),
        Column(labels.signature, "signature", fillable=True, wrap=True),
        Column(ID_COLUMN, ID_COLUMN),
    )


def _tall(sheet: Worksheet, column: Column) -> Look:
    """Return the column's look with its text in the middle of the taller row."""
    look = body_look(sheet, column)
    cell = cell_at(sheet, 1, _LAST + 1)
    styles = []
    for style in (look.plain, look.quoted):
        Look(style, style).apply(cell)
        cell.alignment = Alignment(
            horizontal="left", vertical="center", wrap_text=column.wrap, indent=1
        )
        cell.border = Border(bottom=HAIR, top=HAIR, left=HAIR, right=HAIR)
        styles.append(style_of(cell))
    cell.style = "Normal"
    return Look(*styles)


def _seal(build: Build, sheet: Worksheet, row: int) -> None:
    labels = build.workbook.labels
    build.note(sheet, row, labels.sealed, _FIRST)
    cell = cell_at(sheet, row, _FIRST + 1)
    build.seal_cell(cell)
    cell.font = font(bold=True, color=palette.INK_SOFT)
    build.note(sheet, row + 1, labels.seal_note, _FIRST + 1)


def _heading(build: Build, sheet: Worksheet, row: int, text: str) -> int:
    build.text(cell_at(sheet, row, _FIRST), text)
    cell_at(sheet, row, _FIRST).font = font(13, bold=True, color=palette.TINTS["accent"].ink)
    cell_at(sheet, row, _FIRST).alignment = Alignment(vertical="center")
    sheet.row_dimensions[row].height = 25
    return row + 1


def _paragraph(build: Build, sheet: Worksheet, row: int, text: str) -> None:
    cell = cell_at(sheet, row, _FIRST)
    build.text(cell, text)
    cell.font = font()
    cell.alignment = Alignment(vertical="top", wrap_text=True)
    sheet.merge_cells(start_row=row, end_row=row, start_column=_FIRST, end_column=_LAST)
