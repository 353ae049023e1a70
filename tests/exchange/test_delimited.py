"""Text files of any dialect: encodings, separators, lines, and rows that cannot be trusted."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from changedesk.exchange.cells import clean_cell
from changedesk.exchange.delimited import NotText, decode, parse, sniff

Maker = Callable[..., Path]
ROWS = [["ID", "Title", "Steps"], ["1", "Öffnen, schließen", "a\nb"], ["2", 'say "no"', "x;y"]]


def written(rows: list[list[str]], separator: str = ",", line_end: str = "\r\n") -> str:
    """Return rows as a spreadsheet program writes them."""
    target = io.StringIO(newline="")
    csv.writer(target, delimiter=separator, lineterminator=line_end).writerows(rows)
    return target.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_every_common_dialect_gives_the_same_rows(encoding: str, separator: str) -> None:
    assert parse(written(ROWS, separator).encode(encoding)).rows == ROWS


def test_a_file_that_is_not_unicode_says_so() -> None:
    _text, notes = decode("Prüfung".encode("cp1252"))
    assert len(notes) == 1
    assert "Windows-1252" in notes[0]
    assert decode("Prüfung".encode())[1] == []


@pytest.mark.parametrize("first", ["sep=;\r\n", '"sep=;"\r\n', "SEP=;\n"])
def test_excels_separator_line_is_obeyed_and_counted(first: str) -> None:
    found = parse((first + "ID;Title\r\n1;a,b,c\r\n").encode())
    assert found.rows == [["ID", "Title"], ["1", "a,b,c"]]
    assert found.lines == [2, 3]


def test_the_separator_is_the_one_that_cuts_rows_evenly() -> None:
    assert sniff("a;b;c\nfirst, second, third;x;y\none, two;x;z\n") == ";"
    assert sniff("Title\nLog in, please\nLog out\n") == ","


def test_lines_are_counted_as_an_editor_counts_them() -> None:
    text = 'ID,Steps\n1,"a\nb\r\nc"\n\n2,x\n'
    found = parse(text.encode())
    assert [row for row in found.rows if row] == [["ID", "Steps"], ["1", "a\nb\nc"], ["2", "x"]]
    assert found.lines == [1, 2, 5, 6]


def test_a_quotation_mark_that_never_closes_is_reported() -> None:
    found = parse(b'ID,Title\n1,ok\n2,"never closed\n3,x\n4,y\n')
    assert found.broken == [(2, "a quotation mark is opened here and never closed")]
    assert found.lines[2] == 3


def test_zero_bytes_are_no_text() -> None:
    with pytest.raises(NotText, match="zero bytes"):
        parse(b"ID,Title\n1,a\x00b\n")


def test_damaged_utf_16_is_no_text() -> None:
    with pytest.raises(NotText, match="UTF-16"):
        parse("ID,Title\n".encode("utf-16") + b"\x00")


def test_a_field_of_two_million_letters_is_refused_in_words() -> None:
    with pytest.raises(NotText, match="cannot be told apart"):
        parse(b"ID,Title\n1," + b"x" * 2_000_000)


def test_the_limit_of_the_csv_module_is_left_as_it_was() -> None:
    before = csv.field_size_limit()
    parse(b"a,b\n1,2\n")
    assert csv.field_size_limit() == before


@given(
    st.lists(
        st.lists(st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=30),
                 min_size=2, max_size=5),
        min_size=1, max_size=8,
    ),
    st.sampled_from([",", ";", "\t"]),
)  # fmt: skip
def test_what_was_written_is_read_again(rows: list[list[str]], separator: str) -> None:
    assume(not any("\x00" in cell for row in rows for cell in row))
    text = f"sep={separator}\n" + written(rows, separator)
    assert parse(text.encode()).rows == [[clean_cell(cell) for cell in row] for row in rows]


@given(st.binary(max_size=300))
def test_no_bytes_break_the_reader(data: bytes) -> None:
    try:
        found = parse(data)
    except NotText:
        return
    assert len(found.rows) == len(found.lines)


def test_items_of_several_lines_are_told_apart_where_the_file_ends_them_differently() -> None:
    found = parse(b'Id,Steps\r\n1,"Open\nthe page\r\nSave"\r\n2,"One\n\npicture"\r\n')
    assert found.rows[1][1] == "Open\nthe page\nSave"
    assert found.parted == [(1, 1, ["Open\nthe page", "Save"]), (2, 1, ["One\n\npicture"])]


def test_a_file_with_one_kind_of_line_end_has_no_items_to_tell_apart() -> None:
    assert parse(b'Id,Steps\r\n1,"Open\nSave"\r\n').parted == []
    assert parse(b'Id,Steps\r\n1,"Open\r\nSave"\r\n').parted == []
