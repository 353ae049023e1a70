"""Counting bytes says the same as expat, or leaves the file to expat: never something else."""

import itertools
import re
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from changedesk.exchange.limits import LIMITS
from changedesk.exchange.plainscan import longest_segment, scan_plain_sheet
from changedesk.exchange.references import column_letters
from changedesk.exchange.sheetscan import SheetFacts, scan_sheet
from changedesk.exchange.xmlscan import Found, TooMuch

Maker = Callable[..., Path]


def sheet(rows: str) -> bytes:
    """Return a worksheet part around these rows."""
    return f'<?xml version="1.0"?><worksheet><sheetData>{rows}</sheetData></worksheet>'.encode()


def in_pieces(data: bytes, size: int) -> list[bytes]:
    """Cut a part as it arrives from the archive."""
    return [data[start : start + size] for start in range(0, len(data), size)]


cells = st.sampled_from(
    [
        '<c r="{0}"/>',
        '<c r="{0}" s="3"/>',
        '<c r="{0}"><v>1</v></c>',
        '<c r="{0}" t="s"><v>0</v></c>',
        '<c r="{0}" t="e"><v>#N/A</v></c>',
        '<c r="{0}" t="str"><f>A1&amp;"x"</f><v>Pass</v></c>',
        '<c r="{0}"><f t="shared" si="0"/><v>2</v></c>',
        '<c r="{0}" t="inlineStr"><is><t>a/&gt;b</t></is></c>',
        '<c r="{0}" t="inlineStr"><is><t xml:space="preserve"> x </t></is></c>',
        '<c r="{0}" t="inlineStr"><is><r><t>rich</t></r></is></c>',
        "<c r='{0}'><v>1</v></c>",
        '<c s="1" r="{0}"><v>1</v></c>',
        "<c><v>1</v></c>",
        '<x:c xmlns:x="m" r="{0}"><v>1</v></x:c>',
        '<c r="{0}"><!-- <c r="Z9"> --><v>1</v></c>',
        '<c r="{0}"><c r="{0}"><v>1</v></c></c>',
    ]
)


@given(st.lists(st.lists(cells, max_size=6), max_size=8), st.integers(7, 400))
def test_what_is_counted_is_what_expat_sees(rows: list[list[str]], size: int) -> None:
    body = "".join(
        f'<row r="{number}">'
        + "".join(
            cell.format(f"{column_letters(column)}{number}") for column, cell in enumerate(row)
        )
        + "</row>"
        for number, row in enumerate(rows, 1)
    )
    slow, quick = Found(), Found()
    exact = scan_sheet([sheet(body)], slow, LIMITS)
    facts = scan_plain_sheet(in_pieces(sheet(body), size), quick, LIMITS)
    if facts is not None:
        assert (facts.formulas, facts.errors) == (exact.formulas, exact.errors)
        assert quick.cells == slow.cells


def test_what_usual_programs_write_is_counted(workbook: Maker) -> None:
    path = workbook([["Title", "Result"], ["Log in", "=1+1"], ["Out", None], [None, "x < y"]])
    part = zipfile.ZipFile(path).read("xl/worksheets/sheet1.xml")
    facts = scan_plain_sheet([part], Found(), LIMITS)
    assert facts == SheetFacts({(2, 1)}, set())


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="1"><c r="A1"><c r="B1"><v>1</v></c></c></row>',
        '<row r="1"><row r="2"><c r="A1"><v>1</v></c></row></row>',
        '<row r="1"><c r="A1"><v><v>1</v></v></c></row>',
        '<row r="1"><c r="&#65;1"><v>1</v></c></row>',
        '<row r="1"><![CDATA[<c r="A1">]]></row>',
        '<row r="1"><?p <c r="A1"> ?></row>',
        '<row r="1"><c r="A1"><v>1</v></c>',
        '<row r="1048577"><c r="A1048577"><v>1</v></c></row>',
        '<row r="1"><c r="ZZZ1"><v>1</v></c></row>',
    ],
)
def test_any_other_spelling_is_left_to_expat(rows: str) -> None:
    assert scan_plain_sheet([sheet(rows)], Found(), LIMITS) is None


def test_merges_around_plain_rows_are_measured() -> None:
    part = sheet('<row r="1"><c r="A1"><v>1</v></c></row>').replace(
        b"</worksheet>", b'<mergeCells><mergeCell ref="A1:XFD9999"/></mergeCells></worksheet>'
    )
    with pytest.raises(TooMuch, match="cover"):
        scan_plain_sheet([part], Found(), LIMITS)


def test_a_row_without_an_end_is_left_to_expat_before_it_fills_memory() -> None:
    endless = itertools.repeat(b'<c r="A1"><v>1</v></c>' * 50_000, 1000)
    part = itertools.chain([b'<worksheet><sheetData><row r="1">'], endless)
    assert scan_plain_sheet(part, Found(), LIMITS) is None
    assert next(endless, None) is not None


@given(st.lists(st.integers(0, 60), min_size=1, max_size=10), st.integers(1, 30))
def test_the_longest_segment_is_found_across_pieces(lengths: list[int], size: int) -> None:
    data = b"</si>".join(b"x" * length for length in lengths)
    assert longest_segment(in_pieces(data, size), b"</si>", 100) == max(lengths)


def test_a_segment_above_the_limit_is_not_measured_further() -> None:
    assert longest_segment([b"x" * 500], b"</si>", 100) is None


def test_a_large_workbook_takes_the_quick_way() -> None:
    book = openpyxl.Workbook(write_only=True)
    page = book.create_sheet("UAT")
    for number in range(3000):
        page.append([f"TC-{number}", "text", 1.5, None, True])
    target = BytesIO()
    book.save(target)
    part = zipfile.ZipFile(target).read("xl/worksheets/sheet1.xml")
    found = Found()
    assert scan_plain_sheet(in_pieces(part, 1 << 16), found, LIMITS) is not None
    assert found.cells == len(re.findall(rb"<c ", part))
