"""Steps on which those who return workbooks differ: each of them comes in, none stops a return."""

from changedesk.uat.records import StepResult
from tests.overview.returns.books import Hands, outcome, record


def test_a_third_return_with_words_of_its_own_comes_in_beside_two_that_differ(
    hands: Hands,
) -> None:
    hands.receive(hands.open("one.xlsx").fill({0: {"Outcome": "Pass"}}).save())
    hands.receive(hands.open("two.xlsx").fill({0: {"Outcome": "Fail"}}).save())
    assert outcome(hands.desk, 1, 1) == "disputed"
    third = hands.open("three.xlsx").fill(
        {0: {"Outcome": "Fail", "Comment": "Seen twice"}, 1: {"Outcome": "Pass"}}
    )
    _, account = hands.receive(third.save())
    assert (account.taken, len(account.conflicts), account.filled) == (1, 2, 3)
    rows = hands.desk.rows(StepResult.select())
    said = {(row.outcome, row.comment) for row in rows}
    assert ("fail", "Seen twice") in said
    assert outcome(hands.desk, 1, 1) == "disputed"
    assert outcome(hands.desk, 1, 2) == "pass"
    assert hands.desk.verify() == []


def test_words_about_a_dispute_that_was_settled_meanwhile_go_with_what_was_decided(
    hands: Hands,
) -> None:
    hands.receive(hands.open("one.xlsx").fill({0: {"Outcome": "Pass"}}).save())
    hands.receive(hands.open("two.xlsx").fill({0: {"Outcome": "Fail"}}).save())
    later = hands.open("later.xlsx", hands.export("second.xlsx"))
    later.put(0, "What happened", "Only with Firefox")
    record(hands.desk, 1, 1, "pass", "Seen again")
    _, account = hands.receive(later.save())
    assert (len(account.conflicts), account.filled) == (1, 1)
    rows = hands.desk.rows(StepResult.select())
    assert ("pass", "Only with Firefox") in {(row.outcome, row.actual) for row in rows}
    assert hands.desk.verify() == []
