"""Columns are recognised by heading and by content, and every choice can be seen."""

from collections.abc import Sequence

import pytest

from changedesk.exchange.column_cells import looks_like_code
from changedesk.exchange.columns import recognise
from changedesk.exchange.headings import FIELDS, HEADINGS, Heading, fields_of, normal
from changedesk.exchange.sheet_kinds import kind_by_name, kind_of
from changedesk.exchange.sheets import SheetData
from changedesk.exchange.tables import find_table


def fields(headings: Sequence[str], *body: Sequence[str]) -> list[str | None]:
    """Return the field of every column."""
    found = recognise([Heading(text) for text in headings], body, {})
    return [found.how.get(index, (None, ""))[0] for index in range(len(headings))]


def sheet(*rows: Sequence[str], name: str = "Sheet1") -> SheetData:
    """Return a sheet of these rows."""
    return SheetData(name, tuple(tuple(row) for row in rows))


@pytest.mark.parametrize(
    "heading",
    ["STATUS", "Status\n(PASS/FAIL)", "Status (pass/fail)", "Test Status:", "* Status", "status "],
)
def test_case_brackets_and_signs_do_not_matter(heading: str) -> None:
    assert fields_of(heading)[0][0] == "outcome"


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("UAT Test Case ID", "id"),
        ("Test #", "id"),
        ("N°", "id"),
        ("No.", "id"),
        ("Pre-Condition(s)", "preconditions"),
        ("Test Data / Input", ""),
        ("DEFECT / COMMENTS / ADDITIONS", "comment"),
        ("NAME OF TESTER(S)", "tester"),
        ("Expected_Results", "expected"),
        ("ผลลัพธ์ที่คาดหวัง", "expected"),
        ("Weather", ""),
    ],
)
def test_headings_mean_what_people_mean_by_them(heading: str, field: str) -> None:
    found = fields_of(heading)
    assert (found[0][0] if found else "") == field


def test_every_listed_heading_is_found_again() -> None:
    for name, listed in HEADINGS.items():
        assert name in FIELDS
        for heading in listed.split(","):
            assert name in dict(fields_of(heading.strip().upper())), heading


def test_only_the_heading_step_leaves_it_to_the_cells_what_it_means() -> None:
    homes: dict[str, set[str]] = {}
    for name, listed in HEADINGS.items():
        for heading in listed.split(","):
            homes.setdefault(normal(heading), set()).add(name)
    assert {heading for heading, names in homes.items() if len(names) > 1} == {"step"}


def test_a_result_column_is_told_by_what_it_holds() -> None:
    words = [["a", "Pass"], ["b", "Fail"]]
    prose = [["a", "The page opens and shows the case"], ["b", "The case is closed"]]
    assert fields(["Action", "Result"], *words) == ["steps", "outcome"]
    assert fields(["Action", "Result"], *prose) == ["steps", "expected"]
    both = [["a", "It opens", "It opened"], ["b", "It closes", "It hung"]]
    assert fields(["Action", "Expected", "Result"], *both) == ["steps", "expected", "actual"]


def test_a_status_of_the_script_is_not_its_result() -> None:
    body = [["a", "Draft", "Pass"], ["b", "Approved", "Fail"]]
    assert fields(["Title", "Status", "Result"], *body) == ["title", None, "outcome"]


def test_a_column_called_test_case_that_holds_codes_is_the_id() -> None:
    body = [["TC-1", "Open", "Log in"], ["TC-2", "Close", "Log out"]]
    assert fields(["Test case", "Steps", "Description"], *body) == ["id", "steps", "title"]


def test_a_column_called_step_is_number_or_text_by_what_it_holds() -> None:
    assert fields(["Step", "Action"], ["1", "Open"], ["2", "Save"]) == ["step_number", "steps"]
    assert fields(["Title", "Step"], ["a", "Open"], ["b", "Save"]) == ["title", "steps"]


def test_given_when_and_then_as_columns_are_understood() -> None:
    heads = ["Scenario", "Given", "When", "Then"]
    body = [["Log in", "a page", "I sign in", "the desk opens"]]
    assert fields(heads, *body) == ["title", "preconditions", "steps", "expected"]


def test_created_dates_are_not_test_dates() -> None:
    body = [["a", "Pass", "1.2.2024"], ["b", "Fail", "2.2.2024"]]
    assert fields(["Title", "Status", "Created On"], *body)[2] is None


@pytest.mark.parametrize("code", ["TC-001", "UAT_7b", "1", "1.2", "REQ-12-3", "ABC/12", "Т-5"])
def test_codes_look_like_codes(code: str) -> None:
    assert looks_like_code(code)


@pytest.mark.parametrize("text", ["Log in", "APPLICATION 1:", "Sprint 2 of the new desk", ""])
def test_sentences_do_not_look_like_codes(text: str) -> None:
    assert not looks_like_code(text)


def test_the_heading_that_names_most_is_the_heading() -> None:
    table = find_table(
        sheet(["Title", "UAT of the desk"], ["ID", "Title", "Steps", "Expected"], ["1", "a", "b"])
    )
    assert table is not None
    assert (table.first, table.body) == (1, 2)


def test_sub_headings_take_the_name_above_them() -> None:
    plan = SheetData(
        "UAT",
        (
            ("ID", "Title", "Cycle 1", "", "Cycle 2", ""),
            ("", "", "Actual result", "Status", "Actual result", "Status"),
            ("1", "a", "", "", "", ""),
        ),
        merged=((1, 2, 1, 3), (1, 4, 1, 5)),
    )
    table = find_table(plan)
    assert table is not None
    assert [heading.label for heading in table.headings] == [
        "ID", "Title", "Cycle 1 / Actual result", "Cycle 1 / Status",
        "Cycle 2 / Actual result", "Cycle 2 / Status",
    ]  # fmt: skip


def test_text_without_headings_is_no_table() -> None:
    assert find_table(sheet(["Dear all,"], ["please test", "this week"])) is None


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("How to fill out the template", "instructions"),
        ("Beispiel", "example"),
        ("ตัวอย่าง", "example"),
        ("Bug list", "defects"),
        ("Revision History", "revisions"),
        ("Deckblatt", "cover"),
        ("Dashboard", "summary"),
        ("ref", "list"),
        ("RTM", "requirements"),
        ("UAT Sprint 3", None),
        ("Issue handling tests", None),
    ],
)
def test_a_sheets_name_says_what_it_is_for(name: str, kind: str | None) -> None:
    assert kind_by_name(name) == kind


def test_a_strong_table_outweighs_a_vague_sheet_name() -> None:
    plan = sheet(["ID", "Title", "Steps", "Expected"], ["1", "a", "b", "c"], name="Summary")
    assert kind_of(plan, find_table(plan)) == "scripts"


def test_observations_are_not_scripts() -> None:
    seen = sheet(
        ["No", "Action", "Outcome", "Remarks"],
        ["1", "I press Save", "Nothing happens at all", "Fix it"],
        ["2", "I press Close", "The page stays open", "Fix it"],
    )
    assert kind_of(seen, find_table(seen)) == "observations"


def test_a_title_stands_beside_a_column_called_script_that_holds_codes() -> None:
    assert fields(
        ["Script", "Title", "Step", "Threshold"],
        ["B-1", "Greets", "Say hello", "90%"],
        ["B-2", "Routes", "Ask", "80%"],
    ) == ["id", "title", "steps", None]
