"""The fast path writes what openpyxl would have written, or nothing at all."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from changedesk.office import content_digest
from changedesk.office.escapes import unescape
from changedesk.office.excel import write_workbook
from changedesk.office.layout import Choice, Column, TableSheet, Workbook
from changedesk.office.stream import splice
from changedesk.store.text import clean

NEVER = 10**9


def cells(path):
    """Return everything of every cell, and of every row its height."""
    book = load_workbook(path)
    found: dict[tuple[str, str], object] = {}
    looks: dict[int, object] = {}
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.style_id not in looks:
                    looks[cell.style_id] = look(cell)
                found[sheet.title, cell.coordinate] = (
                    cell.value,
                    cell.data_type,
                    looks[cell.style_id],
                )
        found[sheet.title, "heights"] = {
            number: size.height for number, size in sheet.row_dimensions.items()
        }
        found[sheet.title, "size"] = sheet.dimensions
    return found


def look(cell):
    """Return the whole style of `cell`, in words that can be compared."""
    parts = (cell.font, cell.fill, cell.border, cell.alignment, cell.protection)
    return (cell.number_format, cell.quotePrefix, *(repr(part) for part in parts))


@pytest.mark.parametrize("steps", [1, 7, 260])
def test_a_streamed_workbook_equals_a_plain_one_cell_by_cell(tmp_path, make_workbook, steps):
    plain = write_workbook(make_workbook(steps), tmp_path / "plain.xlsx", stream_from=NEVER)
    fast = write_workbook(make_workbook(steps), tmp_path / "fast.xlsx", stream_from=0)
    assert cells(fast.path) == cells(plain.path)
    assert (
        (fast.content_hash, fast.rows)
        == (plain.content_hash, plain.rows)
        == (
            content_digest(fast.path),
            steps,
        )
    )


VALUES = st.one_of(
    st.none(),
    st.text(max_size=30),
    st.builds(str.__add__, st.sampled_from("=+-@\t '<&_"), st.text(max_size=9)),
    st.integers(-(10**17), 10**17),
    st.floats(allow_nan=False, allow_infinity=False),
    st.dates(date(1880, 1, 1)),
)
COLUMNS = (
    Column("Ref", "ref", kind="id"),
    Column("Text", "text", 9, wrap=True),
    Column("Number", "number", kind="decimal", fillable=True),
    Column("Choice", "choice", kind="choice", choices=(Choice("pass", "Pass"),)),
)


@given(st.lists(st.tuples(st.text(max_size=9), VALUES, VALUES, VALUES), max_size=12))
def test_any_rows_are_streamed_as_openpyxl_would_write_them(
    tmp_path_factory, session_identity, rows
):
    folder = tmp_path_factory.mktemp("stream")
    book = Workbook("t", (TableSheet("Rows", "Rows", COLUMNS, rows),), session_identity)
    plain = write_workbook(book, folder / "plain.xlsx", stream_from=NEVER)
    fast = write_workbook(book, folder / "fast.xlsx", stream_from=-1)
    assert cells(fast.path) == cells(plain.path)
    assert plain.content_hash == fast.content_hash == content_digest(fast.path)
    texts = [row[1] for row in rows]
    shown = load_workbook(fast.path)["Rows"]
    for number, text in enumerate(texts, 5):
        if isinstance(text, str):
            assert unescape(str(shown.cell(number, 2).value or "")) == clean(text)


def test_long_sheets_are_streamed_by_themselves_and_say_their_size(tmp_path, make_workbook):
    written = write_workbook(make_workbook(1200), tmp_path / "long.xlsx")
    sheet = load_workbook(written.path, read_only=True)["Steps"]
    assert sheet.max_row == 1204
    assert written.rows == 1200


def test_progress_is_told_to_the_end(tmp_path, make_workbook):
    told: list[tuple[int, int]] = []
    write_workbook(
        make_workbook(1200), tmp_path / "a.xlsx", lambda done, total: told.append((done, total))
    )
    assert told == sorted(told)
    assert len(told) >= 4
    assert told[-1] == (1200, 1200)


@pytest.mark.parametrize("after", [1, 3])
def test_a_cancelled_export_leaves_no_file(tmp_path, make_workbook, after):
    calls = 0

    def cancel(done: int, total: int) -> None:
        nonlocal calls
        calls += 1
        if calls == after:
            raise InterruptedCancel

    with pytest.raises(InterruptedCancel):
        write_workbook(make_workbook(1200), tmp_path / "a.xlsx", cancel)
    assert list(tmp_path.iterdir()) == []


class InterruptedCancel(Exception):
    """The user pressed Cancel."""


def test_a_generator_of_rows_is_read_once_and_never_held(tmp_path, identity):
    rows = ((f"UAT-{number}", "x", 1.5, "pass") for number in range(3000))
    book = Workbook("t", (TableSheet("Rows", "Rows", COLUMNS, rows),), identity)
    written = write_workbook(book, tmp_path / "a.xlsx")
    assert written.rows == 3000


def test_rows_and_ids_of_different_length_are_refused(tmp_path, identity):
    table = TableSheet("Rows", "Rows", COLUMNS, [("a", "b", 1, "pass")], ids=["1", "2"])
    with pytest.raises(ValueError, match="zip"):
        write_workbook(Workbook("t", (table,), identity), tmp_path / "a.xlsx")
    assert list(tmp_path.iterdir()) == []


def test_rows_can_be_spliced_into_an_empty_sheet():
    sheet = b'<dimension ref="A1"/><sheetData/><x/>'
    spliced = b"".join(splice(sheet, "B9", [b"<row/>"]))
    assert spliced == b'<dimension ref="A1:B9"/><sheetData><row/></sheetData><x/>'
