"""A long table as a sheet: title, note, header that stays in sight, body, hidden ids."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from changedesk.office.excel_build import Build, Drawn, digest_cells, put_content
from changedesk.office.excel_lists import check_entry, draw_groups, group_starts, tint_choices
from changedesk.office.excel_pages import set_pages_across
from changedesk.office.excel_styles import (
    body_look,
    cell_at,
    column_room,
    header_height,
    put_header,
    style_id,
)
from changedesk.office.excel_values import TEXT, converter
from changedesk.office.identity import ID_COLUMN
from changedesk.office.layout import Column, TableSheet, Value
from changedesk.office.measure import lines, row_height
from changedesk.office.references import row_reference
from changedesk.office.seal import SheetDigest
from changedesk.office.stream import StreamColumn, stream_rows

HEADER_ROW = 4
"""Title, note and a thin gap stand above the header of every table sheet."""

_FIRST_ROW = HEADER_ROW + 1
_LEAST_HEADER = 32.0
_ID = Column(ID_COLUMN, ID_COLUMN, width=8)


def draw_table(build: Build, table: TableSheet) -> Drawn:
    """Draw `table` as the next sheet: cell by cell when short, streamed when long."""
    sheet = build.add_sheet(table.name)
    columns = table.columns if table.ids is None else (*table.columns, _ID)
    _head(build, sheet, table, columns)
    rows = _with_ids(build, table)
    ahead = list(islice(rows, build.stream_from + 1))
    drawn = Drawn(sheet, SheetDigest(sheet.title))
    if len(ahead) > build.stream_from:
        digest_cells(sheet, drawn.digest)
        count = _stream(build, drawn, columns, chain(ahead, rows))
    else:
        count = _write(build, sheet, columns, ahead)
        if not count and table.empty:
            build.note(sheet, _FIRST_ROW, table.empty)
        digest_cells(sheet, drawn.digest)
    last = _FIRST_ROW + max(count, 1) - 1
    drawn.last_cell = f"{get_column_letter(len(columns))}{last}"
    _dress(build, sheet, table, columns, last)
    build.rows += count
    build.tell(0)
    keys = "|".join(column.key for column in columns)
    build.meta.add("table", table.key or table.name, sheet.title, str(HEADER_ROW), keys)
    return drawn


def _with_ids(build: Build, table: TableSheet) -> Iterator[Sequence[Value]]:
    """Yield the rows, each with its id behind; note id and visible reference for the meta sheet."""
    if table.ids is None:
        yield from table.rows
        return
    key = table.key or table.name
    shown = next((i for i, column in enumerate(table.columns) if column.kind == "id"), None)
    for row, row_id in zip(table.rows, table.ids, strict=True):
        reference = "" if shown is None else row_reference(str(row[shown]))
        build.meta.add("row", key, reference, row_id)
        yield (*row, row_id)


def _head(build: Build, sheet: Worksheet, table: TableSheet, columns: tuple[Column, ...]) -> None:
    build.title(sheet, 1, table.title)
    build.note(sheet, 2, table.note)
    sheet.row_dimensions[3].height = 6
    sheet.row_dimensions[HEADER_ROW].height = header_height(columns, _LEAST_HEADER)
    for index, column in enumerate(columns, 1):
        cell = cell_at(sheet, HEADER_ROW, index)
        build.text(cell, column.title)
        put_header(cell, column)
        sheet.column_dimensions[cell.column_letter].width = column.width
        if column.help:
            hint = DataValidation(showInputMessage=True, promptTitle=column.title[:32])
            hint.prompt = column.help[:250]
            hint.add(cell.coordinate)
            sheet.add_data_validation(hint)


def _write(
    build: Build,
    sheet: Worksheet,
    columns: tuple[Column, ...],
    rows: Iterable[Sequence[Value]],
) -> int:
    makers = [
        (
            converter(column, sheet.title, build.remarks, build.workbook.labels.cut),
            body_look(sheet, column),
            column_room(column),
        )
        for column in columns
    ]
    count = 0
    for count, row in enumerate(rows, 1):
        most = 1
        for index, ((convert, look, room), value) in enumerate(zip(makers, row, strict=True), 1):
            content = convert(value)
            put_content(cell_at(sheet, HEADER_ROW + count, index), content, look)
            if room and content[0] == TEXT:
                most = max(most, lines(content[1], room))
        sheet.row_dimensions[HEADER_ROW + count].height = row_height(most)
    return count


def _stream(
    build: Build, drawn: Drawn, columns: tuple[Column, ...], rows: Iterable[Sequence[Value]]
) -> int:
    streamed = []
    for column in columns:
        look = body_look(drawn.sheet, column)
        convert = converter(column, drawn.sheet.title, build.remarks, build.workbook.labels.cut)
        plain, quoted = (style_id(build.book, style) for style in (look.plain, look.quoted))
        streamed.append(StreamColumn(convert, plain, quoted, column_room(column)))
    drawn.body = build.body_file()
    return stream_rows(rows, streamed, _FIRST_ROW, drawn.body, drawn.digest, build.tell)


def _dress(
    build: Build,
    sheet: Worksheet,
    table: TableSheet,
    columns: tuple[Column, ...],
    last: int,
) -> None:
    """Add what holds for the whole table: entry checks, colours, filter, print set-up."""
    letters = [get_column_letter(index) for index in range(1, len(columns) + 1)]
    starts = next(
        (
            group_starts(letter, _FIRST_ROW)
            for letter, column in zip(letters, columns, strict=True)
            if column.key == table.group_by
        ),
        "",
    )
    for letter, column in zip(letters, columns, strict=True):
        cells = f"{letter}{_FIRST_ROW}:{letter}{last}"
        if column.fillable:
            check_entry(sheet, column, cells, build.lists, build.workbook.labels)
        tint_choices(sheet, column, f"{letter}{_FIRST_ROW}", cells, starts)
        if starts:
            draw_groups(sheet, column, starts, cells, is_the_group=column.key == table.group_by)
    if table.ids is not None:
        sheet.column_dimensions[letters[-1]].hidden = True
    if table.filtered:
        sheet.auto_filter.ref = f"A{HEADER_ROW}:{letters[-1]}{last}"
    sheet.freeze_panes = f"{get_column_letter(table.frozen_columns + 1)}{_FIRST_ROW}"
    sheet.print_title_rows = f"{HEADER_ROW}:{HEADER_ROW}"
    sheet.page_setup.orientation = "landscape" if table.landscape else "portrait"
    set_pages_across(sheet, table.frozen_columns)
