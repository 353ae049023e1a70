"""Check marks and crosses alone in a column of results: read where it holds both, else asked."""

from pathlib import Path

import pytest

from changedesk.exchange.drafts import ScriptImport
from tests.exchange.reading import Maker, read


def sheet(workbook: Maker, heading: str, *marks: str) -> Path:
    head = ["ID", "Title", "Steps", "Expected", heading]
    rows = [[f"A-{n}", f"Case {n}", "Do", "Done so", mark] for n, mark in enumerate(marks, 1)]
    return workbook([head, *rows])


@pytest.mark.parametrize("heading", ["Status", "Result", "Pass/Fail", "Passed", "Ergebnis"])
@pytest.mark.parametrize("marks", ["✔✘", "✓✗", "✅❌", "✔❌"])
def test_a_column_with_both_marks_is_read_without_asking(
    workbook: Maker, heading: str, marks: str
) -> None:
    yes, no = marks[0], marks[1]
    found = read(sheet(workbook, heading, yes, no, "", f"{yes}\ufe0f"))
    assert [s.outcome for s in found.scripts] == ["pass", "fail", None, "pass"]
    assert (found.questions, {s.further for s in found.scripts}) == ((), {()})


@pytest.mark.parametrize("mark", ["✔", "✘", "✅", "❌"])
def test_one_kind_of_mark_alone_is_asked_about(workbook: Maker, mark: str) -> None:
    found = read(sheet(workbook, "Status", mark, mark, ""))
    assert [s.outcome for s in found.scripts] == [None, None, None]
    assert [(q.word, len(q.places)) for q in found.questions] == [(mark, 2)]


def test_marks_stand_beside_words(workbook: Maker) -> None:
    found = read(sheet(workbook, "Status", "✔", "❌", "Blocked", "n/a", "○"))
    assert [s.outcome for s in found.scripts] == ["pass", "fail", "blocked", "na", None]
    assert [q.word for q in found.questions] == ["○"]


def test_a_person_s_answer_goes_before_the_marks(workbook: Maker) -> None:
    found = read(sheet(workbook, "Status", "✔", "✘"), answers={"✘": "blocked"})
    assert [s.outcome for s in found.scripts] == ["pass", "blocked"]


def test_marks_of_steps_side_by_side_are_read_together(workbook: Maker) -> None:
    head = ["ID", "Title", "Step 1", "Status 1", "Step 2", "Status 2"]
    found = read(workbook([head, ["A-1", "Pay", "Do", "✔", "Do on", "✘"]]))
    assert [step.outcome for step in found.scripts[0].steps] == ["pass", "fail"]


def test_marks_in_the_columns_of_two_testers_are_results_of_each(workbook: Maker) -> None:
    rows = [
        ["ID", "Title", "Steps", "Expected", "Anna", None, "Ben", None],
        [None, None, None, None, "Result", "Comment", "Result", "Comment"],
        ["A-1", "Log in", "Do", "Done so", "✔", None, "✘", "slow"],
        ["A-2", "Log out", "Do", "Done so", "✘", None, "✔", None],
    ]
    merges = {"UAT": ["A1:A2", "B1:B2", "C1:C2", "D1:D2", "E1:F1", "G1:H1"]}
    found = read(workbook(rows, merges=merges))
    assert [[(r.tester, r.outcome) for r in s.rounds] for s in found.scripts] == [
        [("Anna", "pass"), ("Ben", "fail")],
        [("Anna", "fail"), ("Ben", "pass")],
    ]
    assert {s.further for s in found.scripts} == {()}


def passes_and_fails(workbook: Maker, *rows: tuple[str, str]) -> ScriptImport:
    head = ["ID", "Title", "Steps", "Expected", "Pass", "Fail"]
    return read(
        workbook(
            [head, *([f"A-{n}", f"Case {n}", "Do", "Done so", *r] for n, r in enumerate(rows))]
        )
    )


def test_a_cross_below_pass_where_others_are_ticked_is_no_pass(workbook: Maker) -> None:
    found = passes_and_fails(workbook, ("✔", ""), ("✘", ""), ("", "✔"))
    assert [s.outcome for s in found.scripts] == ["pass", None, "fail"]
    assert [(q.word, q.suggestion) for q in found.questions] == [("Pass: ✘", "fail")]


def test_a_cross_beside_a_tick_is_the_no_to_its_column(workbook: Maker) -> None:
    found = passes_and_fails(workbook, ("✔", "✘"), ("✘", "✔"))
    assert [s.outcome for s in found.scripts] == ["pass", "fail"]
    assert found.questions == ()


def test_columns_that_are_only_crossed_are_ticked_with_crosses(workbook: Maker) -> None:
    found = passes_and_fails(workbook, ("✔", ""), ("", "✘"), ("✔", ""))
    assert [s.outcome for s in found.scripts] == ["pass", "fail", "pass"]
    assert found.questions == ()
