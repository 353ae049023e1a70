"""The arithmetic of UAT, rule by rule, with worked values."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from changedesk.people.shares import Share
from changedesk.uat.measures import (
    Progress,
    ResultFact,
    outcome_of,
    progress,
    run_state,
    standing,
    step_outcomes,
    verdict,
)

OUTCOMES = ("pass", "fail", "blocked", "skipped", "na")


def results(*told: tuple[int | None, str]) -> list[ResultFact]:
    return [
        ResultFact(f"r{number}", step, outcome, frozenset())
        for number, (step, outcome) in enumerate(told)
    ]


@pytest.mark.parametrize(
    ("told", "state", "final"),
    [
        ([], "not_run", False),
        ([(1, "pass")], "in_progress", False),
        ([(1, "pass"), (2, "pass")], "passed", True),
        ([(1, "pass"), (2, "fail")], "failed", True),
        ([(1, "fail")], "failed", False),
        ([(1, "blocked"), (2, "fail")], "failed", True),
        ([(1, "blocked")], "blocked", False),
        ([(1, "blocked"), (2, "pass")], "blocked", True),
        ([(1, "skipped"), (2, "na")], "na", True),
        ([(1, "skipped"), (2, "pass")], "passed", True),
        ([(1, "skipped")], "in_progress", False),
        ([(1, "pass"), (1, "fail"), (2, "pass")], "disputed", False),
        ([(1, "pass"), (1, "pass"), (2, "pass")], "passed", True),
        ([(1, "pass"), (1, "fail"), (2, "fail")], "disputed", False),
        ([(None, "pass")], "passed", True),
        ([(None, "fail")], "failed", True),
        ([(None, "blocked")], "blocked", True),
        ([(None, "na")], "na", True),
        ([(None, "pass"), (2, "fail")], "failed", True),
        ([(None, "pass"), (None, "fail")], "disputed", False),
    ],
)
def test_the_state_of_a_run_of_two_steps(
    told: list[tuple[int | None, str]], state: str, final: bool
) -> None:
    found = run_state([1, 2], results(*told))
    assert (found.state, found.final) == (state, final)


def test_a_failed_run_that_its_tester_ended_is_executed() -> None:
    told = results((1, "fail"))
    assert not run_state([1, 2], told).final
    assert run_state([1, 2], told, ended=True).final


def test_a_run_that_was_ended_without_a_failure_is_not_executed() -> None:
    assert not run_state([1, 2], results((1, "pass")), ended=True).final


def test_a_pass_with_a_remark_is_a_pass_of_its_own_state() -> None:
    remark = ResultFact("a", 1, "pass", frozenset(), remark=True)
    assert run_state([1], [remark]).state == "passed_with_remark"
    assert run_state([1, 2], [remark, *results((2, "fail"))]).state == "failed"


def test_a_correction_replaces_the_result_before_it() -> None:
    first = ResultFact("a", 1, "fail", frozenset())
    second = ResultFact("b", 1, "pass", frozenset({"a"}))
    assert standing([first, second]) == [second]
    assert run_state([1], [first, second]).state == "passed"


def test_a_script_without_steps_has_only_a_verdict_on_the_whole() -> None:
    assert run_state([], []).state == "not_run"
    found = run_state([], results((None, "pass")))
    assert (found.state, found.final) == ("passed", True)


def test_a_verdict_stands_for_the_steps_without_a_result_but_fail_names_none() -> None:
    assert step_outcomes([1, 2], {None: results((None, "pass"))}) == {1: "pass", 2: "pass"}
    assert step_outcomes([1, 2], {None: results((None, "fail"))}) == {}
    assert step_outcomes([1], {None: results((None, "fail"))}) == {1: "fail"}


def test_no_outcome_one_outcome_or_a_dispute() -> None:
    assert outcome_of([]) == ""
    assert outcome_of(results((1, "na"))) == "na"
    assert outcome_of(results((1, "na"), (1, "na"))) == "na"
    assert outcome_of(results((1, "na"), (1, "pass"))) == "disputed"


told_of_three = st.lists(
    st.tuples(st.sampled_from([1, 2, 3]), st.sampled_from(OUTCOMES)), max_size=8
)


@given(told_of_three)
def test_the_order_of_results_that_know_nothing_of_each_other_does_not_matter(
    told: list[tuple[int, str]],
) -> None:
    forwards = run_state([1, 2, 3], results(*told))
    backwards = run_state([1, 2, 3], results(*reversed(told)))
    assert (forwards.state, forwards.final) == (backwards.state, backwards.final)
    assert dict(forwards.outcomes) == dict(backwards.outcomes)


@given(told_of_three)
def test_an_undisputed_fail_always_wins(told: Sequence[tuple[int, str]]) -> None:
    found = run_state([1, 2, 3, 4], [*results(*told), ResultFact("x", 4, "fail", frozenset())])
    assert found.state in ("failed", "disputed")
    assert (found.state == "disputed") == ("disputed" in found.outcomes.values())


@given(told_of_three)
def test_outcomes_and_open_steps_add_up(told: Sequence[tuple[int, str]]) -> None:
    found = run_state([1, 2, 3], results(*told))
    counted = sum(found.count(outcome) for outcome in (*OUTCOMES, "disputed"))
    assert counted == len(found.outcomes) == len({step for step, _ in told})


def test_a_share_without_a_base_has_no_value() -> None:
    assert Share(0, 0).value is None
    assert Share(3, 4).value == 0.75


def test_progress_adds_up_runs_and_leaves_what_does_not_apply_out_of_the_rate() -> None:
    found = progress(
        [
            ("passed", True, 12), ("passed_with_remark", True, 3), ("failed", True, 2),
            ("failed", False, 1), ("blocked", True, 2), ("na", True, 4), ("not_run", False, 5),
            ("in_progress", False, 1), ("disputed", False, 1),
        ]
    )  # fmt: skip
    assert found.planned == 31
    assert found.executed_share == Share(23, 31)
    assert found.pass_rate == Share(15, 20)
    assert found.pass_rate.value == 0.75
    assert (found.failed, found.disputed, found.not_applicable) == (3, 1, 4)


def test_progress_of_nothing_makes_up_no_zero() -> None:
    found = progress([])
    assert found.planned == 0
    assert found.executed_share.value is None
    assert found.pass_rate.value is None


def runs(**counts: int) -> Progress:
    names = (
        "planned", "executed", "passed", "failed", "blocked", "disputed", "not_applicable",
        "not_run", "in_progress",
    )  # fmt: skip
    return Progress(**{name: counts.get(name, 0) for name in names})


@pytest.mark.parametrize(
    ("found", "open_defects", "expected"),
    [
        (runs(planned=5, executed=5, passed=5), {}, "accepted"),
        (runs(planned=5, executed=5, passed=4, not_applicable=1), {}, "accepted"),
        (runs(planned=5, executed=4, passed=4, not_run=1), {}, "conditional"),
        (runs(planned=5, executed=5, passed=5), {"low": 1}, "conditional"),
        (runs(planned=5, executed=5, passed=5), {"medium": 2, "low": 0}, "conditional"),
        (runs(planned=5, executed=5, passed=5), {"high": 1}, "not_accepted"),
        (runs(planned=5, executed=5, passed=5), {"critical": 1}, "not_accepted"),
        (runs(planned=5, executed=5, passed=4, failed=1), {}, "not_accepted"),
        (runs(planned=5, executed=4, passed=4, blocked=1), {}, "not_accepted"),
        (runs(planned=5, executed=4, passed=4, disputed=1), {}, "not_accepted"),
        (runs(planned=5, not_run=5), {}, "not_accepted"),
        (runs(planned=5, executed=5, not_applicable=5), {}, "not_accepted"),
        (runs(planned=5, executed=1, not_applicable=1, not_run=4), {}, "not_accepted"),
        (runs(), {}, "not_accepted"),
    ],
)
def test_the_verdict_of_the_figures(
    found: Progress, open_defects: dict[str, int], expected: str
) -> None:
    assert verdict(found, open_defects) == expected
