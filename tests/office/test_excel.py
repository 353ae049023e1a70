"""A workbook opened again says what a person would see, and guards what it should."""

import subprocess
import sys
import zipfile
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from changedesk.office import content_digest, write_workbook
from changedesk.office.carriers import read_carriers, read_identity
from changedesk.office.identity import META_SHEET, parse_meta
from changedesk.office.layout import Choice, Column, TableSheet, Workbook
from changedesk.office.references import row_reference


@pytest.fixture
def written(tmp_path, make_workbook):
    return write_workbook(make_workbook(30), tmp_path / "book.xlsx")


@pytest.fixture
def book(written):
    return load_workbook(written.path)


def texts(sheet):
    return [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None]


def test_importing_the_toolkit_loads_neither_openpyxl_nor_docx():
    script = "import sys, changedesk.office, changedesk.office.layout; print(sorted(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    for heavy in ("openpyxl", "docx", "lxml", "PIL", "segno"):
        assert f"'{heavy}" not in done.stdout


def test_the_sheets_stand_in_order_and_the_machinery_is_hidden(book):
    assert [sheet.title for sheet in book.worksheets if sheet.sheet_state == "visible"] == [
        "Cover",
        "Summary",
        "Steps",
    ]
    assert book[META_SHEET].sheet_state == "veryHidden"
    assert book.security.lockStructure


def test_the_cover_explains_itself_and_has_a_place_to_sign(book, written):
    said = texts(book["Cover"])
    for text in (
        "User acceptance test",
        "=CSM-26",
        "1.  Pick an outcome for each step.",
        "✔ Pass",
        "Helena Novak",
        "Please decide by 18 March.",
        written.seal,
    ):
        assert text in said
    sheet = book["Cover"]
    (role,) = [cell for row in sheet.iter_rows() for cell in row if cell.value == "Sponsor"]
    row = role.row
    locked = [sheet.cell(row, column).protection.locked for column in range(2, 9)]
    assert locked == [True, False, False, False, False, False, True]
    assert sheet.cell(row, 8).value == "id-1"
    assert sheet.column_dimensions["H"].hidden
    (choose,) = [rule for rule in sheet.data_validations.dataValidation if rule.type == "list"]
    assert choose.formula1 == '"✔ Approved,✔* Approved with conditions,✖ Rejected"'
    assert f"D{row}" in choose.sqref


def test_the_steps_show_references_marks_and_dates(book):
    sheet = book["Steps"]
    assert [cell.value for cell in sheet[4]][:4] == ["Step", "Script", "Do", "Outcome"]
    assert sheet["A5"].value == row_reference("UAT-000.00")
    assert sheet["D5"].value == "✔ Pass"
    assert sheet["E6"].value == "= 2 + 2 is shown as text"
    assert (sheet["E6"].data_type, sheet["E6"].quotePrefix) == ("s", True)
    assert sheet["F6"].value == datetime(2026, 3, 2)
    assert sheet["D7"].value is None
    assert sheet["E8"].value == "Fehler & <Stop>\nzweite Zeile"
    assert sheet["E9"].value == "  spaced "
    assert sheet["K5"].value == "id-0"
    assert sheet.column_dimensions["K"].hidden


def test_text_columns_keep_leading_noughts_by_their_format(book):
    formats = {cell.number_format for cell in book["Steps"][5][:5]}
    assert formats == {"@"}


def test_only_the_fillable_columns_can_be_typed_into(book):
    sheet = book["Steps"]
    assert sheet.protection.sheet
    assert not sheet.protection.sort
    assert not sheet.protection.autoFilter
    unlocked = [cell.column_letter for cell in sheet[5] if not cell.protection.locked]
    assert unlocked == ["D", "E", "F"]


def test_a_drop_down_offers_the_outcomes_and_a_date_must_be_one(book):
    rules = {str(rule.sqref): rule for rule in book["Steps"].data_validations.dataValidation}
    outcome = rules["D5:D34"]
    assert outcome.type == "list"
    assert outcome.formula1 == '"✔ Pass,✖ Fail,⊘ Blocked,➔ Skipped,— Not applicable"'
    assert outcome.prompt == "Pick one."
    assert outcome.showErrorMessage
    assert rules["F5:F34"].type == "date"


def test_each_outcome_has_its_colour_by_its_glyph(book):
    rules = {
        rule.formula[0]: rule
        for cells in book["Steps"].conditional_formatting
        for rule in cells.rules
    }
    passed = rules['LEFT(D5,2)="✔ "']
    assert passed.dxf.font.color.rgb.endswith("1B5E3A")
    assert passed.dxf.fill.bgColor.rgb.endswith("E3F2E8")
    assert 'LEFT(D5,2)="✖ "' in rules
    assert "$B5<>$B4" in rules


def test_a_long_list_of_choices_moves_to_a_hidden_sheet(tmp_path, identity):
    choices = tuple(Choice(f"c{n}", f"Reason number {n}, with a comma") for n in range(30))
    column = Column("Reason", "reason", kind="choice", choices=choices, fillable=True)
    table = TableSheet("Rows", "Rows", (column, column), [("c3", "c4")])
    written = write_workbook(Workbook("t", (table,), identity), tmp_path / "a.xlsx")
    book = load_workbook(written.path)
    sources = {rule.formula1 for rule in book["Rows"].data_validations.dataValidation}
    assert sources == {"_cd_lists!$A$1:$A$30"}
    assert book["_cd_lists"].sheet_state == "veryHidden"
    assert book["_cd_lists"]["A30"].value == "Reason number 29, with a comma"


def test_the_header_stays_in_sight_and_is_printed_on_each_page(book):
    sheet = book["Steps"]
    assert sheet.freeze_panes == "B5"
    assert sheet.auto_filter.ref == "A4:K34"
    assert sheet.print_title_rows == "$4:$4"
    assert sheet.page_setup.paperSize == 9
    assert sheet.page_setup.orientation == "landscape"
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert "&P" in sheet.oddFooter.right.text
    assert "UAT && more" in sheet.oddHeader.left.text


@pytest.mark.parametrize(("columns", "pages"), [(12, 1), (30, 2)])
def test_a_table_too_wide_to_be_read_on_one_page_is_printed_on_several(
    tmp_path, identity, columns, pages
):
    wide = tuple(Column(f"Column {n}", f"c{n}", width=14) for n in range(columns))
    table = TableSheet("Rows", "Rows", wide, [("x",) * columns])
    written = write_workbook(Workbook("t", (table,), identity), tmp_path / "a.xlsx")
    sheet = load_workbook(written.path)["Rows"]
    assert sheet.page_setup.fitToWidth == pages
    assert sheet.print_title_cols == ("$A:$A" if pages > 1 else None)
    assert sheet.print_title_rows == "$4:$4"


def test_the_summary_has_figures_and_native_charts(book, written):
    said = texts(book["Summary"])
    for text in ("83 %", "of 127 steps", "✔ Pass", "80", "Leeds", "21"):
        assert text in said
    with zipfile.ZipFile(written.path) as package:
        charts = [name for name in package.namelist() if name.startswith("xl/charts/chart")]
        assert len(charts) == 3
        first = package.read(charts[0]).decode()
    assert "<f>'Summary'!$C$11:$C$13</f>" in first.replace("c:", "")
    assert 'sourceLinked="0"' in first


def test_identity_is_carried_four_times_and_each_place_tells_it(written, identity):
    carriers = read_carriers(written.path)
    assert [carrier for carrier, _ in carriers] == [
        "properties",
        "identifier",
        "name",
        "hidden sheet",
    ]
    assert {found.export_id for _, found in carriers} == {identity.export_id}
    found = read_identity(written.path)
    assert found is not None
    assert (found.kind, found.created, found.subject, found.schema) == (
        identity.kind,
        identity.created,
        identity.subject,
        identity.schema,
    )
    assert found.seal.endswith(written.content_hash)


def test_a_long_subject_does_not_overflow_the_hidden_name(tmp_path, identity):
    long = replace(identity, subject="ü" * 80)
    table = TableSheet("Rows", "Rows", (Column("Do", "do"),), [("x",)])
    written = write_workbook(Workbook("t", (table,), long), tmp_path / "a.xlsx")
    (name,) = [
        text.value
        for key, text in load_workbook(written.path).defined_names.items()
        if key == "_cd_identity"
    ]
    assert len(name) <= 255
    found = read_identity(written.path)
    assert found is not None
    assert found.subject == long.subject


def test_the_hidden_sheet_says_where_the_tables_are_and_whose_rows(book, identity):
    meta = parse_meta([cell.value for cell in row] for row in book[META_SHEET].iter_rows())
    assert meta.identity == identity
    assert [(table.key, table.sheet, table.header_row) for table in meta.tables] == [
        ("cover", "Cover", meta.tables[0].header_row),
        ("steps", "Steps", 4),
    ]
    assert meta.tables[1].columns[:4] == ("ref", "script", "do", "outcome")
    assert meta.tables[1].columns[-1] == "_id"
    assert meta.ids["steps", row_reference("UAT-001.02")] == "id-12"
    cover = book["Cover"]
    place = meta.tables[0]
    names = [cell.value for cell in cover[place.header_row]]
    assert names[place.columns.index("decision")] == "Decision"


def test_the_same_content_gives_the_same_bytes(tmp_path, make_workbook):
    one = write_workbook(make_workbook(600), tmp_path / "one.xlsx")
    two = write_workbook(make_workbook(600), tmp_path / "two.xlsx")
    assert one.path.read_bytes() == two.path.read_bytes()
    assert one.content_hash == two.content_hash == content_digest(one.path)


def test_the_properties_come_from_the_callers_clock(book, identity):
    facts = book.properties
    assert (facts.created, facts.modified) == (identity.created, identity.created)
    assert (facts.title, facts.creator) == ("UAT & more", "Dana Kowalski")
    assert facts.language == "en"


def test_an_empty_table_says_so(tmp_path, make_workbook):
    written = write_workbook(make_workbook(0), tmp_path / "empty.xlsx")
    assert load_workbook(written.path)["Steps"]["A5"].value == "No step yet."
    assert written.rows == 0


def test_a_cut_text_is_reported_and_marked(tmp_path, identity):
    table = TableSheet("Rows", "Rows", (Column("Do", "do"),), [("x" * 40_000,)])
    written = write_workbook(Workbook("t", (table,), identity), tmp_path / "a.xlsx")
    assert written.warnings == (
        "Rows, column Do: a text of 40,000 characters was cut, a cell holds 32,767.",
    )
    assert load_workbook(written.path)["Rows"]["A5"].value.endswith("… [cut]")


def test_sheet_names_are_made_safe_and_unique(tmp_path, identity):
    names = ("History", "a/b", "A B", "x" * 40)
    tables = tuple(TableSheet(name, name, (Column("t", "t"),), [("1",)]) for name in names)
    written = write_workbook(Workbook("t", tables, identity), tmp_path / "a.xlsx")
    assert load_workbook(written.path).sheetnames[:4] == [
        "History list",
        "a b",
        "A B 2",
        "x" * 31,
    ]


def test_a_wrapped_row_is_high_enough_for_its_lines(tmp_path, identity):
    column = Column("Do", "do", 20, wrap=True)
    rows = [("short",), ("line\n" * 5,), ("word " * 40,), ("漢字" * 20,)]
    table = TableSheet("Rows", "Rows", (column,), rows)
    written = write_workbook(Workbook("t", (table,), identity), tmp_path / "a.xlsx")
    heights = load_workbook(written.path)["Rows"].row_dimensions
    assert heights[5].height < 20
    assert heights[6].height > 5 * 12
    assert heights[7].height > 8 * 12
    assert heights[8].height > 3 * 12
