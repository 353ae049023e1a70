"""Steps side by side in one row: each numbered column is a step of the script."""

import pytest

from changedesk.exchange.drafts import ScriptDraft
from tests.exchange.reading import Maker, read


def steps(script: ScriptDraft) -> list[tuple[str, str, str]]:
    return [(step.do, step.data, step.expected) for step in script.steps]


@pytest.mark.parametrize(
    ("do", "expected"),
    [
        ("Step {}", "Expected {}"),
        ("Step{}", "Expected result {}"),
        ("Action {}", "Expected Result (Step {})"),
        ("Step {} Action", "Step {} Expected Result"),
        ("{}. Schritt", "Erwartet {}"),
        ("Schritt {}", "Erwartetes Ergebnis {}"),
        ("Étape n°{}", "Résultat attendu {}"),
        ("Paso {}", "Resultado esperado {}"),
        ("手順{}", "期待結果{}"),
        ("Step #{}", "Step {} - Result"),
        ("Step {}", "Expected result"),
    ],
)
def test_steps_side_by_side_are_the_script_s_steps_in_the_order_of_their_numbers(
    workbook: Maker, do: str, expected: str
) -> None:
    numbered = [text.format(n) for n in (1, 2, 3) for text in (do, expected)]
    found = read(
        workbook(
            [
                ["ID", "Title", *numbered],
                ["A-1", "Log in", "Open", "Page opens", "Type", "", "Press", "Home"],
                ["A-2", "Log out", "Menu", "Menu opens", None, None, "Press", "Gone"],
            ]
        )
    )
    assert [(s.source_id, s.title, steps(s), s.further) for s in found.scripts] == [
        (
            "A-1",
            "Log in",
            [("Open", "", "Page opens"), ("Type", "", ""), ("Press", "", "Home")],
            (),
        ),
        ("A-2", "Log out", [("Menu", "", "Menu opens"), ("Press", "", "Gone")], ()),
    ]


def test_numbers_count_and_not_the_place_of_the_columns(workbook: Maker) -> None:
    head = ["Title", "Step 10", "Step 2", "Step 1", "Expected 1", "Expected 2", "Data 2"]
    (script,) = read(workbook([head, ["Pay", "ten", "two", "one", "e1", "e2", "5 EUR"]])).scripts
    assert steps(script) == [("one", "", "e1"), ("two", "5 EUR", "e2"), ("ten", "", "")]


def test_one_expected_result_for_all_steps_stands_at_the_last(workbook: Maker) -> None:
    head = ["ID", "Title", "Step 1", "Step 2", "Step 3", "Expected result", "Status"]
    found = read(workbook([head, ["A-1", "Pay", "Open", "Pay", None, "Paid", "Pass"]]))
    (script,) = found.scripts
    assert (steps(script), script.outcome) == ([("Open", "", ""), ("Pay", "", "Paid")], "pass")


def test_results_beside_the_steps_are_theirs(workbook: Maker) -> None:
    head = ["ID", "Title", "Tester", "Step 1", "Expected 1", "Status 1", "Comment 1"]
    head += ["Step 2", "Expected 2", "Status 2", "Comment 2"]
    found = read(
        workbook(
            [
                head,
                ["A-1", "Pay", "Ann", "Open", "Open", "Pass", "", "Pay", "Paid", "Fail", "twice"],
                ["A-2", "Go", "Ben", "Open", "Open", "odd", "why", None, None, "N/A", "none"],
            ]
        )
    )
    one, two = found.scripts
    assert [(s.outcome, s.comment) for s in one.steps] == [("pass", ""), ("fail", "twice")]
    assert (one.tester, one.further) == ("Ann", ())
    assert [(q.word, len(q.places)) for q in found.questions] == [("odd", 1)]
    assert [s.outcome for s in two.steps] == [None]
    told = (("Status 1", "odd"), ("Comment 1", "why"), ("Status 2", "N/A"), ("Comment 2", "none"))
    assert two.further == told


def test_columns_headed_result_are_results_where_their_cells_are(workbook: Maker) -> None:
    head = ["Title", "Step 1", "Result 1", "Step 2", "Result 2"]
    (script,) = read(workbook([head, ["Pay", "Open", "OK", "Pay", "NOK"]])).scripts
    assert [(s.expected, s.outcome) for s in script.steps] == [("", "pass"), ("", "fail")]
    (script,) = read(workbook([head, ["Pay", "Open", "It opens", "Pay", "It is paid"]])).scripts
    assert [s.expected for s in script.steps] == ["It opens", "It is paid"]


def test_steps_under_a_two_row_heading_are_numbered_by_the_cell_above(workbook: Maker) -> None:
    rows = [
        ["ID", "Title", "Step 1", None, "Step 2", None],
        [None, None, "Action", "Expected", "Action", "Expected"],
        ["A-1", "Pay", "Open", "Opens", "Pay", "Paid"],
    ]
    merges = {"UAT": ["A1:A2", "B1:B2", "C1:D1", "E1:F1"]}
    (script,) = read(workbook(rows, merges=merges)).scripts
    assert steps(script) == [("Open", "", "Opens"), ("Pay", "", "Paid")]


def test_a_row_below_without_a_name_goes_on_with_the_steps(workbook: Maker) -> None:
    head = ["ID", "Title", "Step 1", "Expected 1", "Step 2", "Expected 2"]
    rows = [["A-1", "Pay", "one", "e1", "two", "e2"], [None, None, "three", "e3", None, None]]
    found = read(workbook([head, *rows]))
    (script,) = found.scripts
    assert [step.do for step in script.steps] == ["one", "two", "three"]
    assert found.account.continuation == 1


def test_data_without_a_step_is_kept(workbook: Maker) -> None:
    head = ["ID", "Title", "Step 1", "Data 1", "Step 2", "Data 2"]
    (script,) = read(workbook([head, ["A-1", "Pay", "one", "1", None, "2 EUR"]])).scripts
    assert (steps(script), script.further) == ([("one", "1", "")], (("Data 2", "2 EUR"),))


def test_results_of_steps_without_their_texts_are_no_steps(workbook: Maker) -> None:
    head = ["ID", "Title", "Steps", "Step 1", "Step 2"]
    (script,) = read(workbook([head, ["A-1", "Pay", "1. Open\n2. Pay", "Pass", "Fail"]])).scripts
    assert [step.do for step in script.steps] == ["Open", "Pay"]
    assert script.further == (("Step 1", "Pass"), ("Step 2", "Fail"))


def test_a_person_s_choice_for_a_numbered_column_counts(workbook: Maker) -> None:
    head = ["ID", "Title", "Step 1", "Expected 1", "Step 2", "Expected 2"]
    path = workbook([head, ["A-1", "Pay", "one", "e1", "two", "e2"]])
    (script,) = read(path, mapping={"Expected 1": "comment", "Step 2": "steps"}).scripts
    assert steps(script) == [("one", "", ""), ("two", "", "e2")]


def test_numbered_results_without_steps_stay_rounds(workbook: Maker) -> None:
    head = ["ID", "Title", "Steps", "Expected", "Result 1", "Result 2"]
    (script,) = read(workbook([head, ["A-1", "Pay", "Open", "Opens", "Fail", "Pass"]])).scripts
    assert [(s.do, s.expected) for s in script.steps] == [("Open", "Opens")]
