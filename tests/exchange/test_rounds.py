"""Results by several testers or in several cycles: each has a run of its own."""

from pathlib import Path

import pytest

from changedesk.exchange.tester_names import are_testers, name_in
from tests.exchange.reading import Maker, read


def groups(workbook: Maker, left: str, right: str, *rows: list[str]) -> Path:
    head = [
        ["ID", "Title", "Steps", "Expected", left, None, right, None],
        [None, None, None, None, "Result", "Comment", "Result", "Comment"],
    ]
    merges = ["A1:A2", "B1:B2", "C1:C2", "D1:D2", "E1:F1", "G1:H1"]
    return workbook([*head, *rows], merges={"UAT": merges})


def test_columns_for_each_tester_make_a_run_for_each(workbook: Maker) -> None:
    found = read(
        groups(
            workbook, "Anna", "Ben",
            ["A-1", "Log in", "Open", "Opened", "Pass", "", "Fail", "slow"],
            ["A-2", "Chat", "Write", "Answer", "", "", "Pass", ""],
        )
    )  # fmt: skip
    assert [[(r.tester, r.outcome, r.comment) for r in s.rounds] for s in found.scripts] == [
        [("Anna", "pass", ""), ("Ben", "fail", "slow")],
        [("Anna", None, ""), ("Ben", "pass", "")],
    ]
    assert {r.cycle for s in found.scripts for r in s.rounds} == {""}
    assert "2 testers (Anna, Ben)" in found.warnings[0]


def test_columns_for_each_cycle_make_a_run_in_each_that_was_made(workbook: Maker) -> None:
    found = read(
        groups(
            workbook, "Sprint 1", "Sprint 2",
            ["A-1", "Log in", "Open", "Opened", "Fail", "dead", "Pass", ""],
            ["A-2", "Chat", "Write", "Answer", "Pass", "", "", "later"],
            ["A-3", "Call", "Dial", "Rings", "", "", "", ""],
        )
    )  # fmt: skip
    assert [[(r.cycle, r.outcome, r.tester) for r in s.rounds] for s in found.scripts] == [
        [("Sprint 1", "fail", ""), ("Sprint 2", "pass", "")],
        [("Sprint 1", "pass", "")],
        [("Sprint 2", None, "")],
    ]
    assert found.scripts[1].further == (("Sprint 2 / Comment", "later"),)


def test_steps_on_rows_keep_their_results_in_every_run(workbook: Maker) -> None:
    found = read(
        groups(
            workbook, "Anna", "Ben",
            ["A-1", "Log in", "Open", "Opened", "Pass", "", "Pass", ""],
            ["", "", "Close", "Closed", "Pass", "", "Fail", "stuck"],
        )
    )  # fmt: skip
    (script,) = found.scripts
    assert [[(s.outcome, s.comment) for s in r.steps] for r in script.rounds] == [
        [("pass", ""), ("pass", "")],
        [("pass", ""), ("fail", "stuck")],
    ]


def test_an_unknown_word_is_asked_about_once_for_each_place(workbook: Maker) -> None:
    row = ["A-1", "Log in", "Open", "Opened", "maybe", "", "maybe", ""]
    other = ["A-2", "Chat", "Write", "Answer", "Pass", "", "Fail", ""]
    (question,) = read(groups(workbook, "Anna", "Ben", row, other)).questions
    assert sorted(place.column for place in question.places) == ["E", "G"]


def test_a_script_on_a_row_for_each_tester_is_one_script_with_runs(workbook: Maker) -> None:
    rows = [
        ["ID", "Title", "Steps", "Expected", "Status", "Tester"],
        ["A-1", "one", "open", "opened", "Pass", "Ann"],
        ["A-1", "one", "open", "opened", "Fail", "Ben"],
        ["A-2", "two", "x", "y", "Pass", "Ann"],
        ["A-2", "another", "x", "y", "Pass", "Ben"],
        ["A-3", "three", "x", "y", "Pass", "Ann"],
        ["A-3", "three", "x", "y", "Pass", "Ann"],
    ]
    found = read(workbook(rows))
    assert [(s.source_id, s.title) for s in found.scripts] == [
        ("A-1", "one"), ("A-2", "two"), ("A-2", "another"), ("A-3", "three"), ("A-3", "three"),
    ]  # fmt: skip
    assert [(r.tester, r.outcome) for r in found.scripts[0].rounds] == [
        ("Ann", "pass"),
        ("Ben", "fail"),
    ]


@pytest.mark.parametrize(
    ("labels", "people"),
    [
        (["Anna", "Ben"], True),
        (["Tester 1", "Tester 2"], True),
        (["Marie-Claire Dupont", "O'Brien"], True),
        (["田中", "佐藤"], True),
        (["Cycle 1", "Cycle 2"], False),
        (["Runde A", "Runde B"], False),
        (["Chrome", "Firefox"], False),
        (["UAT", "SIT"], False),
        (["Result", "Retest"], False),
        (["", "Anna"], False),
    ],
)
def test_names_of_people_are_told_from_those_of_cycles(labels: list[str], people: bool) -> None:
    assert are_testers(labels) is people


def test_the_word_before_a_name_is_no_part_of_it() -> None:
    assert [name_in(t) for t in ("Tester: Anna", "Tester 1", "Anna")] == [
        "Anna", "Tester 1", "Anna",
    ]  # fmt: skip


def test_columns_headed_by_names_alone_are_runs_of_these_testers(workbook: Maker) -> None:
    found = read(
        workbook(
            [
                ["Réf", "Cas de test", "Étapes", "Résultat attendu", "Amélie", "Bruno", "Chloé"],
                ["R1", "Appel", "Décrocher", "Appel pris", "OK", "KO", "OK"],
                ["R2", "Transfert", "Cliquer", "Transféré", "OK", "OK", "À tester"],
            ]
        )
    )
    assert [[(r.tester, r.outcome) for r in s.rounds] for s in found.scripts] == [
        [("Amélie", "pass"), ("Bruno", "fail"), ("Chloé", "pass")],
        [("Amélie", "pass"), ("Bruno", "pass"), ("Chloé", None)],
    ]
    assert "3 testers (Amélie, Bruno, Chloé)" in found.warnings[0]


def test_a_list_of_titles_with_results_by_tester_is_a_list_of_scripts(workbook: Maker) -> None:
    found = read(
        workbook(
            [
                ["Test case", "Expected result", "Anna Berg", "Ben Cole"],
                ["Log in", "Home", "Pass", "Fail"],
                ["Log out", "Bye", "Pass", None],
                ["Search", "Hits", "Blocked", "N/A"],
                ["Passed", None, 2, 0],
            ]
        )
    )
    assert [(s.title, [r.outcome for r in s.rounds]) for s in found.scripts] == [
        ("Log in", ["pass", "fail"]),
        ("Log out", ["pass", None]),
        ("Search", ["blocked", "na"]),
    ]


def test_yes_and_no_under_a_word_are_no_results_of_a_tester(workbook: Maker) -> None:
    head = ["ID", "Title", "Steps", "Automated", "Reviewed", "Status"]
    found = read(workbook([head, ["A-1", "Log in", "Open", "Yes", "No", "Pass"]]))
    (script,) = found.scripts
    assert (script.outcome, script.rounds) == ("pass", ())
    assert set(script.further) == {("Automated", "Yes"), ("Reviewed", "No")}
    none = read(workbook([head[:5], *([f"A-{i}", f"Case {i}", "Do", "Yes", "No"] for i in (1, 2))]))
    assert all(not script.rounds for script in none.scripts)
