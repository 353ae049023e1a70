"""Parts of a layout may be left out, and the unusual ones hold too."""

import zipfile
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter, range_boundaries

from changedesk.office import content_digest, write_workbook
from changedesk.office.layout import (
    Block,
    Chart,
    Choice,
    Column,
    CoverSheet,
    Figure,
    Signer,
    SummarySheet,
    TableSheet,
    Workbook,
)

NAMES = Column("Name", "name", 20)
COUNT = Column("Count", "count", 10, "integer")


@pytest.fixture
def save(tmp_path, identity):
    """Return a function that writes sheets and opens them again."""

    def write(*sheets):
        written = write_workbook(Workbook("t", sheets, identity), tmp_path / "a.xlsx")
        assert content_digest(written.path) == written.content_hash
        return written, load_workbook(written.path)

    return write


def test_a_cover_needs_only_a_title(save):
    written, book = save(CoverSheet("Just a title"))
    said = [c.value for row in book["Cover"].iter_rows() for c in row if c.value is not None]
    assert said[0] == "Just a title"
    assert written.seal in said
    assert "Sign-off" not in said
    assert "How to fill this in" not in said


def test_facts_keep_their_type(save):
    _, book = save(
        CoverSheet("t", facts=(("Whole", 24), ("Share", Decimal("2.5")), ("Nothing", None)))
    )
    values = {row[1].value: row[2].value for row in book["Cover"].iter_rows()}
    assert (values["Whole"], values["Share"], values["Nothing"]) == (24, 2.5, None)


def test_a_title_too_long_for_a_cell_is_reported(save):
    written, _ = save(CoverSheet("x" * 40_000))
    assert written.warnings == ("Cover!B2: the text was cut, a cell holds 32,767 characters.",)


def test_a_block_may_come_without_chart_rows_or_figures(save):
    blocks = (
        Block("Bare", (NAMES, COUNT), (("a", 1),), note="Counted today."),
        Block("Empty", (NAMES, COUNT), ()),
    )
    _, book = save(SummarySheet("Summary", blocks), SummarySheet("None", (), name="None"))
    said = [c.value for row in book["Summary"].iter_rows() for c in row if c.value is not None]
    assert "Counted today." in said
    assert book["Summary"]._charts == []


def test_the_note_of_a_figure_keeps_off_the_next_figure(save):
    note = "1,821 of 2,023 decided first attempts of all testers at all sites"
    figures = tuple(Figure(f"{n} %", "yield", note) for n in range(3))
    _, book = save(SummarySheet("S", (Block("B", (NAMES, COUNT), (("a", 1),)),), figures=figures))
    sheet = book["Summary"]
    notes = [c for row in sheet.iter_rows() for c in row if c.value == note]
    assert [cell.alignment.wrap_text for cell in notes] == [True] * 3
    # Wrapped, it needs the width of its own columns and the height of its lines.
    assert {str(area) for area in sheet.merged_cells.ranges} >= {"C7:D7", "E7:F7"}
    assert sheet.row_dimensions[notes[0].row].height > 3 * 12


def test_a_chart_may_have_a_title_and_choose_its_series(save):
    columns = (NAMES, COUNT, Column("Share", "share", 10, "percent"))
    chart = Chart("bar", "Steps by name", ("count",), {"a": "good"})
    written, _ = save(
        SummarySheet("S", (Block("B", columns, (("a", 1, 0.5), ("b", 2, 0.5)), chart),))
    )
    with zipfile.ZipFile(written.path) as package:
        xml = package.read("xl/charts/chart1.xml").decode()
    assert "Steps by name" in xml
    assert xml.count("<ser>") == 1
    assert xml.count("<dPt>") == 1


def test_blocks_are_printed_whole_a_page_break_stands_between(save):
    rows = tuple((f"Name {number}", number) for number in range(12))
    blocks = tuple(
        Block(f"Block {number}", (NAMES, COUNT), rows, Chart("bar")) for number in range(4)
    )
    _, book = save(SummarySheet("Long", blocks))
    sheet = book["Summary"]
    starts = {
        row: cell.value
        for row, cell in enumerate(sheet["B"], 1)
        if str(cell.value).startswith("Block")
    }
    breaks = [one.id + 1 for one in sheet.row_breaks.brk]
    assert breaks
    assert set(breaks) <= set(starts)
    assert not sheet.sheet_properties.pageSetUpPr.fitToPage


@pytest.mark.parametrize("numbers", [1, 3, 9])
def test_each_chart_is_printed_whole_on_one_page(save, numbers):
    columns = (NAMES, *(Column(f"In progress {n}", f"c{n}", 9, "integer") for n in range(numbers)))
    rows = tuple((f"Name {number}", *range(numbers)) for number in range(14))
    blocks = tuple(Block(f"Block {n}", columns, rows, Chart("stacked")) for n in range(5))
    _, book = save(SummarySheet("Long", blocks))
    sheet = book["Summary"]
    _, _, last_column, last_row = range_boundaries(sheet.print_area.partition("!")[2])
    edges = [0, *(one.id for one in sheet.row_breaks.brk), last_row]
    for chart in sheet._charts:
        top, bottom = chart.anchor._from.row, chart.anchor.to.row
        assert chart.anchor.to.col <= last_column
        assert bottom <= last_row
        assert not [edge for edge in edges if top < edge < bottom]
    widths: list[Any] = [
        sheet.column_dimensions[get_column_letter(n)].width
        for n in range(1, (last_column or 0) + 1)
    ]
    scale = sheet.page_setup.scale / 100
    # A unit is 0.19 cm wide in Calibri and 0.25 cm in the widest type that replaces it.
    assert sum(widths) * 0.25 * scale <= 29.7 - 2 * 0.5 * 2.54
    for first, end in pairwise(edges):
        high = sum(sheet.row_dimensions[row].height or 15 for row in range(first + 1, end - 1))
        assert high * scale <= 595 - (0.75 + 0.7) * 72


def test_small_blocks_are_set_smaller_rather_than_on_a_page_of_their_own(save):
    rows = tuple((f"Name {number}", number) for number in range(6))
    blocks = tuple(Block(f"Block {n}", (NAMES, COUNT), rows, Chart("bar")) for n in range(3))
    _, book = save(SummarySheet("S", blocks))
    sheet = book["Summary"]
    assert not sheet.row_breaks.brk
    assert 68 <= sheet.page_setup.scale < 100


def test_all_figures_and_the_whole_note_of_a_summary_are_printed(save):
    figures = tuple(Figure(f"{n} %", f"figure {n}") for n in range(6))
    _, book = save(SummarySheet("S", (), figures, note="Only the last attempt counts. " * 12))
    sheet = book["Summary"]
    _, _, last_column, last_row = range_boundaries(sheet.print_area.partition("!")[2])
    shown = {str(cell.value): cell for row in sheet.iter_rows() for cell in row if cell.value}
    assert shown["5 %"].column < last_column
    assert shown["figure 5"].row <= last_row
    assert sheet["B3"].alignment.wrap_text
    (whole,) = (area for area in sheet.merged_cells.ranges if area.min_row == 3)
    assert whole.max_col == last_column
    assert sheet.row_dimensions[3].height > 2 * 13


def test_a_header_is_high_enough_for_its_words(save):
    columns = (NAMES, Column("In progress since yesterday", "a", 10, "integer"))
    table = TableSheet("Rows", "Rows", (Column("One two three four five", "b", 6),), [])
    _, book = save(SummarySheet("S", (Block("B", columns, (("a", 1),)),)), table)
    block = next(cell.row for cell in book["Summary"]["B"] if cell.value == "Name")
    assert book["Summary"].row_dimensions[block].height > 2 * 13
    assert book["Rows"].row_dimensions[4].height > 4 * 13


def test_long_words_on_a_cover_are_wrapped_between_its_edges(save):
    signer = Signer("Supervisor of the team with the longest name of all, " * 2, "Ada")
    _, book = save(CoverSheet("t", facts=(("Purpose", "word " * 80),), signers=(signer,)))
    sheet = book["Cover"]
    place = {str(cell.value)[:4]: cell for row in sheet.iter_rows() for cell in row if cell.value}
    assert place["word"].alignment.wrap_text
    assert place["word"].coordinate in sheet.merged_cells
    assert sheet.row_dimensions[place["word"].row].height > 3 * 13
    assert sheet.row_dimensions[place["Supe"].row].height > 4 * 13


def test_each_kind_of_fillable_cell_takes_only_what_fits(save):
    columns = (
        Column("Text", "t", fillable=True),
        Column("Hinted", "h", fillable=True, help="Say it in a sentence."),
        Column("Whole", "w", kind="integer", fillable=True),
        Column("Number", "n", kind="decimal", fillable=True),
        Column("Time", "d", kind="datetime", fillable=True),
        Column("Free", "f", kind="choice", fillable=True),
    )
    _, book = save(TableSheet("Rows", "Rows", columns, [("",) * 6], filtered=False))
    rules = {str(rule.sqref): rule for rule in book["Rows"].data_validations.dataValidation}
    assert {place: rule.type for place, rule in rules.items() if place.endswith("5")} == {
        "B5": None,
        "C5": "whole",
        "D5": "decimal",
        "E5": "date",
    }
    assert rules["B5"].prompt == rules["B4"].prompt == "Say it in a sentence."
    assert book["Rows"].auto_filter.ref is None


def test_choices_without_a_known_code_have_glyph_and_tone_of_their_own(save):
    choices = (
        Choice("x", "Own", "★", "info"),
        Choice("y", 'Say "so"', tone="quiet"),
        Choice("z", "Plain"),
    )
    column = Column("C", "c", kind="choice", choices=choices, fillable=True)
    _, book = save(TableSheet("Rows", "Rows", (column,), [("x",), ("y",), ("z",)]))
    formulas = {
        rule.formula[0] for cells in book["Rows"].conditional_formatting for rule in cells.rules
    }
    assert formulas == {'LEFT(A5,2)="★ "', 'LEFT(A5,8)="Say ""so"""'}
    assert [book["Rows"].cell(row, 1).value for row in (5, 6, 7)] == [
        "★ Own",
        'Say "so"',
        "Plain",
    ]


def test_ids_without_a_reference_column_are_still_kept(save):
    _, book = save(TableSheet("Rows", "Rows", (NAMES,), [("a",)], ["id-a"], "rows"))
    rows = [[cell.value for cell in row] for row in book["_cd_meta"].iter_rows()]
    assert ["row", "rows", None, "id-a"] in [row[:4] for row in rows]


def test_more_digits_than_a_number_holds_stay_readable(save):
    _, book = save(TableSheet("Rows", "Rows", (COUNT,), [(10**20,), (12,)]))
    assert book["Rows"]["A5"].value == "100000000000000000000"
    assert book["Rows"]["A6"].value == 12
