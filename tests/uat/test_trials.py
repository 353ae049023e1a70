"""Trial steps: tried n times, accepted when the share passed reaches the threshold."""

from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from changedesk.people.shares import wilson
from changedesk.store.errors import UserError
from changedesk.uat import queries
from changedesk.uat.capture import record_result, record_try, withdraw_result
from changedesk.uat.measures import ResultFact, run_state, step_outcome
from changedesk.uat.recording import Said, record_step
from changedesk.uat.records import Run, StepResult
from changedesk.uat.scripts import add_script
from changedesk.uat.trials import TrialRule, rule_of, tally

tries = st.lists(st.sampled_from(["pass", "fail"]), max_size=40)
rules = st.tuples(st.integers(2, 40), st.integers(0, 100))


@pytest.mark.parametrize(
    ("outcomes", "outcome"),
    [
        ("", ""),
        ("ppppppp", ""),
        ("pppppppp", ""),
        ("ppppppppp", ""),
        ("pppppppppp", "pass"),
        ("ppppppppff", "pass"),
        ("fpfpppppp", ""),
        ("fff", "fail"),
        ("pppppppfff", "fail"),
    ],
)
def test_ten_tries_of_which_eighty_percent_must_pass(outcomes: str, outcome: str) -> None:
    told = {"p": "pass", "f": "fail"}
    assert tally([told[one] for one in outcomes], 10, 80).outcome == outcome


def test_the_interval_is_that_of_the_tables() -> None:
    # Newcombe 1998, table I: 81 of 263 and 15 of 148, Wilson's score method.
    assert wilson(81, 263) == pytest.approx((0.2553, 0.3662), abs=5e-5)
    assert wilson(15, 148) == pytest.approx((0.0624, 0.1605), abs=5e-5)
    assert wilson(0, 20) == pytest.approx((0.0, 0.1611), abs=5e-5)


def test_what_is_neither_pass_nor_fail_is_no_try() -> None:
    found = tally(["pass", "blocked", "skipped", "disputed"], 3, 100)
    assert (found.tries, found.passed, found.next_try) == (1, 1, 2)


def test_a_step_is_a_trial_step_from_two_tries_on() -> None:
    assert rule_of(None, 80) is None
    assert rule_of(1, 80) is None
    assert rule_of(5, None) == TrialRule(5, 100)
    assert rule_of(5, 250) == TrialRule(5, 100)


@given(st.integers(0, 10_000), st.integers(1, 10_000))
def test_an_interval_lies_within_nothing_and_all_around_its_share(passed: int, tries_: int) -> None:
    passed = min(passed, tries_)
    low, high = wilson(passed, tries_)
    assert 0 <= low <= passed / tries_ <= high <= 1
    assert wilson(tries_ - passed, tries_) == pytest.approx((1 - high, 1 - low))
    # More tries of the same share say more.
    wider = high - low
    lower, higher = wilson(4 * passed, 4 * tries_)
    assert higher - lower < wider <= 1.96 * 2 / sqrt(tries_ + 1.96**2) + 1e-9


@given(tries, rules)
def test_what_is_decided_stays_decided_whatever_follows(
    outcomes: list[str], rule: tuple[int, int]
) -> None:
    outcomes = outcomes[: rule[0]]
    decided = ""
    for count in range(len(outcomes) + 1):
        now = tally(outcomes[:count], *rule).outcome
        assert not decided or now == decided
        decided = now
    if len(outcomes) == rule[0]:
        assert decided == ("pass" if outcomes.count("pass") * 100 >= rule[1] * rule[0] else "fail")


@given(tries, rules, st.integers(0, 39))
def test_a_better_try_never_makes_it_worse(
    outcomes: list[str], rule: tuple[int, int], place: int
) -> None:
    better = ["pass" if number == place else one for number, one in enumerate(outcomes)]
    rank = {"fail": 0, "": 1, "pass": 2}
    assert rank[tally(better, *rule).outcome] >= rank[tally(outcomes, *rule).outcome]


@given(tries, rules)
def test_the_order_of_tries_does_not_matter(outcomes: list[str], rule: tuple[int, int]) -> None:
    assert tally(outcomes, *rule) == tally(sorted(outcomes), *rule)


def fact(uid: str, outcome: str, trial: int | None) -> ResultFact:
    return ResultFact(uid, 1, outcome, frozenset(), trial=trial)


def test_a_failed_try_is_not_a_failed_step() -> None:
    facts = [fact("a", "fail", 1), fact("b", "pass", 2)]
    found = run_state([1], facts, rules={1: TrialRule(4, 50)})
    assert (found.state, found.final, dict(found.outcomes)) == ("in_progress", False, {})


def test_a_disputed_try_makes_the_step_disputed() -> None:
    facts = [fact("a", "fail", 1), fact("b", "pass", 1)]
    assert step_outcome(facts, TrialRule(4, 50)) == "disputed"


def test_what_is_said_of_the_whole_step_goes_before_its_tries() -> None:
    facts = [fact("a", "pass", 1), fact("b", "blocked", None)]
    assert step_outcome(facts, TrialRule(4, 50)) == "blocked"


@pytest.fixture
def run(bench):
    script = add_script(
        bench.desk, bench.project, "The bot understands",
        [{"do": "Ask for a refund", "trials": 5, "threshold": 60}, {"do": "Close"}],
    )  # fmt: skip
    return bench.run(bench.cycle(), script, bench.tester("Amira Khan"))


def step_of(bench, run):
    return queries.run_sheet(bench.desk, run).steps[0]


def test_tries_are_counted_one_by_one_until_they_decide(bench, run):
    key = step_of(bench, run).id
    for outcome in ("pass", "fail", "pass"):
        record_try(bench.desk, run, key, outcome)
    step = step_of(bench, run)
    assert (step.outcome, step.tally.tries, step.tally.passed) == ("", 3, 2)
    assert [row.trial for row in step.tries] == [1, 2, 3]
    assert step.tally.low < 2 / 3 < step.tally.high
    assert bench.state(run) == "in_progress"
    record_try(bench.desk, run, key, "pass")
    assert step_of(bench, run).outcome == ""
    record_try(bench.desk, run, key, "fail")
    assert step_of(bench, run).outcome == "pass"
    with pytest.raises(UserError, match="All 5 tries"):
        record_try(bench.desk, run, key, "pass")


def test_a_try_is_corrected_by_its_number_and_both_stay_in_the_history(bench, run):
    key = step_of(bench, run).id
    for outcome in ("fail", "fail", "fail"):
        record_try(bench.desk, run, key, outcome)
    assert (step_of(bench, run).outcome, bench.state(run)) == ("fail", "failed")
    record_try(bench.desk, run, key, "pass", trial=2)
    sheet = queries.run_sheet(bench.desk, run)
    assert (sheet.steps[0].outcome, len(sheet.results)) == ("", 4)
    assert [row.outcome for row in sorted(sheet.steps[0].tries, key=lambda r: r.trial or 0)] == [
        "fail", "pass", "fail",
    ]  # fmt: skip


def test_a_try_is_one_change_and_one_undo(bench, run):
    key = step_of(bench, run).id
    record_try(bench.desk, run, key, "pass")
    record_try(bench.desk, run, key, "fail")
    assert bench.desk.undo() == "Record try 2 of UAT-001 step 1 as fail"
    assert step_of(bench, run).tally.tries == 1


def test_a_blocked_trial_step_goes_on_with_the_next_try(bench, run):
    key = step_of(bench, run).id
    record_try(bench.desk, run, key, "pass")
    blocked = record_try(bench.desk, run, key, "blocked")
    assert bench.desk.get(StepResult, blocked).trial is None
    assert (step_of(bench, run).outcome, step_of(bench, run).tally.tries) == ("blocked", 1)
    record_try(bench.desk, run, key, "pass")
    assert (step_of(bench, run).outcome, step_of(bench, run).tally.tries) == ("", 2)
    withdraw_result(bench.desk, step_of(bench, run).tries[-1].id)
    assert step_of(bench, run).outcome == "blocked"


def test_on_the_command_line_each_result_is_the_next_try(bench, run):
    told = [
        record_step(bench.desk, bench.project, "UAT-001", 1, Said("pass")).trial for _ in range(2)
    ]
    assert told == [1, 2]
    assert step_of(bench, run).tally.tries == 2
    assert record_step(bench.desk, bench.project, "UAT-001", 2, Said("pass")).trial is None


def test_a_run_with_trial_steps_is_sound_and_its_state_can_be_computed_anew(bench, run):
    key = step_of(bench, run).id
    for outcome in ("pass", "pass", "pass", "fail", "fail"):
        record_try(bench.desk, run, key, outcome)
    record_result(bench.desk, run, queries.run_sheet(bench.desk, run).steps[1].id, "pass")
    record = bench.desk.get(Run, run)
    assert (record.state, record.passed, bool(record.final)) == ("passed", 2, True)
    assert bench.desk.verify() == []
