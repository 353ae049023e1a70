"""Traceability in the workbook: each requirement with its scripts, as a list and as a grid."""

import pytest
from openpyxl import load_workbook

from changedesk.people.links import TESTED_BY, link
from changedesk.uat import queries
from changedesk.uat.capture import raise_defect, record_result
from changedesk.uat.records import Requirement
from changedesk.uat.workbook import export_uat_workbook


@pytest.fixture
def book(bench, write):
    def make(cycle, **how):
        return load_workbook(export_uat_workbook(bench.desk, cycle, write("w.xlsx"), **how).path)

    return make


@pytest.fixture
def traced(bench):
    """A cycle with a script that failed, one that nothing asks for, and three requirements."""
    cycle = bench.cycle()
    mail, chat = bench.script("Mail", "a"), bench.script("Chat", "a")
    run = bench.run(cycle, mail)
    bench.record(run, ["fail"], actual="No")
    raise_defect(bench.desk, queries.run_sheet(bench.desk, run).results[0].id, "Lost")
    bench.run(cycle, chat)
    with bench.desk.change("Requirements") as change:
        facts = [("Mail arrives", "must"), ("Voice", "should"), ("Fax", "wont")]
        keys = change.add_many(
            Requirement, [{"project": bench.project, "title": t, "priority": p} for t, p in facts]
        )
        link(bench.desk, change, TESTED_BY, [(keys[0], mail)])
    return cycle


def body(sheet, heads: str) -> list[list[str]]:
    rows = [["" if cell is None else cell for cell in row] for row in sheet.values]
    first = next(place for place, row in enumerate(rows) if row[0] == heads)
    return [[str(cell) for cell in row] for row in rows[first + 1 :] if any(row)]


def test_each_requirement_stands_with_its_scripts_states_and_defects(book, traced):
    rows = body(book(traced)["Traceability"], "Requirement")
    assert [row[:10] for row in rows] == [
        ["REQ-001", "Mail arrives", "", "▲▲ Must", "✖ Failed", "UAT-001", "Mail", "✖ Failed",
         "1 of 1", "D-001"],
        ["REQ-002", "Voice", "", "▲ Should", "○ Not run", "", "No script tests it", "", "", ""],
        ["REQ-003", "Fax", "", "— Won't", "○ Not run", "", "Out of scope", "", "", ""],
        ["–", "No requirement is linked to this script", "", "", "", "UAT-002", "Chat",
         "○ Not run", "0 of 1", ""],
    ]  # fmt: skip


def test_the_grid_has_a_sign_where_a_script_tests_a_requirement(book, traced):
    rows = body(book(traced)["Matrix"], "Requirement")
    assert [(row[0], row[4]) for row in rows] == [
        ("REQ-001", "✖"), ("REQ-002", ""), ("REQ-003", ""),
    ]  # fmt: skip


def test_a_book_without_requirements_and_one_for_a_tester_have_no_such_sheet(bench, book, traced):
    assert not {"Traceability", "Matrix"} & set(book(traced, tester=bench.tester("Tom")).sheetnames)


def test_a_project_without_requirements_has_no_such_sheet(bench, book):
    cycle = bench.cycle()
    bench.run(cycle, bench.script("Mail", "a"))
    assert "Traceability" not in book(cycle).sheetnames


def test_a_script_in_one_piece_has_a_row_to_fill_in(bench, book):
    cycle = bench.cycle()
    run = bench.run(cycle, bench.script("Explore", text="Try to break it."))
    bench.run(cycle, bench.script("Mail", "a"))
    record_result(bench.desk, run, None, "pass", comment="Could not")
    rows = [row for row in book(cycle)["Steps"].values if row[1] and "Explore" in str(row[1])]
    ((_, script, do, _, _, _, outcome, _, comment, *_),) = rows
    assert (script, do, outcome, comment) == (
        "UAT-001 Explore", "Try to break it.", "✔ Pass", "Could not",
    )  # fmt: skip
