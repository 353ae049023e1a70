"""Steps that are tried several times: "Tries 10, Threshold 9" in a person's own sheet."""

from typing import Any

import pytest

from changedesk.exchange.trial_columns import rule_in
from tests.exchange.reading import Maker, read

HEAD = ["ID", "Title", "Steps", "Expected", "Tries", "Threshold"]


@pytest.mark.parametrize(
    ("tries", "threshold", "rule"),
    [
        ("10", "9", (10, 90)), ("10", "90 %", (10, 90)), ("10", "90", (10, 90)),
        ("10", "9/10", (10, 90)), ("", "9/10", (10, 90)), ("", "9 of 10", (10, 90)),
        ("", "9 out of 10", (10, 90)), ("", "mindestens 9 von 10", (10, 90)),
        ("10x", "≥ 9", (10, 90)), ("10 times", ">= 80%", (10, 80)), ("20", "9/10", (20, 90)),
        ("10", "0.9", (10, 90)), ("10", "10", (10, 100)), ("10", "", (10, None)),
        ("3", "2", (3, 66)), ("10", "85 %", (10, 85)), ("1", "", (1, None)),
        ("1", "100 %", (1, None)), ("", "", (1, None)), ("-", "–", (1, None)),
        ("10", "most", None), ("many", "9", None), ("", "9", None), ("10", "1", None),
        ("10", "11/10", None), ("10", "120 %", None), ("10", "0", None), ("5000", "9", None),
        ("10", "2026-09-10", None), ("10", "9.5", None),
    ],
)  # fmt: skip
def test_what_cannot_be_read_with_certainty_is_no_rule(
    tries: str, threshold: str, rule: tuple[int, int | None] | None
) -> None:
    assert rule_in(tries, threshold, shares=False) == rule


def test_a_one_among_shares_is_all_of_the_tries() -> None:
    assert rule_in("10", "1", shares=True) == (10, 100)


def test_a_rule_asks_for_as_many_tries_as_the_sheet_does() -> None:
    for n in range(2, 101):
        for passed in range(2, n):
            _, percent = rule_in(str(n), f"{passed}/{n}", shares=False) or (0, None)
            assert percent is not None
            assert -(-n * percent // 100) == passed


def test_tries_stand_at_the_step_of_their_row(workbook: Maker) -> None:
    rows = [
        ["A-1", "Ask", "Ask for hours", "Right", 10, 9],
        [None, None, "Ask again", "Right", None, None],
        ["A-2", "Greet", "Say hello", "Hello", 5, "80 %"],
    ]
    found = read(workbook([HEAD, *rows]))
    assert [[(s.trials, s.threshold) for s in script.steps] for script in found.scripts] == [
        [(10, 90), (None, None)],
        [(5, 80)],
    ]
    assert not any(script.further for script in found.scripts)


@pytest.mark.parametrize("heading", ["Threshold", "Must pass", "Schwelle", "Seuil"])
def test_nine_of_ten_in_one_column_is_enough(workbook: Maker, heading: str) -> None:
    head = ["ID", "Title", "Step 1", "Expected 1", heading]
    (script,) = read(workbook([head, ["A-1", "Ask", "Ask it", "Right", "9/10"]])).scripts
    assert [(s.trials, s.threshold) for s in script.steps] == [(10, 90)]


def test_what_cannot_be_read_is_told_by_row_and_kept(workbook: Maker) -> None:
    rows = [
        ["A-1", "Ask", "Ask it", "Right", 10, "nearly all"],
        ["A-2", "Ask", "1. Ask\n2. Ask more", "Right", 10, 9],
        ["A-3", "Ask", "Ask it", "Right", 10, 9],
    ]
    found = read(workbook([HEAD, *rows]))
    assert [(note.where.row, note.rows) for note in found.account.rejected] == [(2, 0), (3, 0)]
    assert "10 / nearly all" in found.account.rejected[0].why
    assert "2 steps" in found.account.rejected[1].why
    assert [dict(script.further) for script in found.scripts] == [
        {"Tries": "10", "Threshold": "nearly all"},
        {"Tries": "10", "Threshold": "9"},
        {},
    ]
    assert [step.trials for script in found.scripts for step in script.steps] == [
        None, None, None, 10,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("heading", "cell"), [("Tries", 3), ("Attempts", 2), ("Threshold", "2 seconds")]
)
def test_a_column_that_may_mean_something_else_is_kept_as_it_is(
    workbook: Maker, heading: str, cell: Any
) -> None:
    head = ["ID", "Title", "Steps", "Expected", heading]
    found = read(workbook([head, ["A-1", "Ask", "Ask it", "Right", cell]]))
    (script,) = found.scripts
    assert (script.steps[0].trials, script.further) == (None, ((heading, str(cell)),))
    assert found.account.rejected == ()


def test_a_person_may_say_that_a_column_holds_the_tries(workbook: Maker) -> None:
    head = ["ID", "Title", "Steps", "Expected", "Rounds"]
    path = workbook([head, ["A-1", "Ask", "Ask it", "Right", 3]])
    (script,) = read(path, mapping={"Rounds": "trials"}).scripts
    assert (script.steps[0].trials, script.steps[0].threshold) == (3, None)
