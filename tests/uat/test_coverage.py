"""Coverage: what tests a requirement, and what its runs say of it together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from changedesk.people.links import TESTED_BY, link, unlink
from changedesk.people.shares import Share
from changedesk.uat.coverage import combined, coverage
from changedesk.uat.cycles import retest
from changedesk.uat.records import Requirement
from changedesk.uat.words import STATES

CODES = [choice.code for choice in STATES]


@pytest.mark.parametrize(
    ("states", "together"),
    [
        ([], "not_run"),
        (["not_run", "not_run"], "not_run"),
        (["passed", "not_run"], "in_progress"),
        (["passed", "in_progress"], "in_progress"),
        (["passed", "failed", "disputed"], "disputed"),
        (["passed", "failed", "not_run"], "failed"),
        (["passed", "blocked"], "blocked"),
        (["na", "na"], "na"),
        (["na", "passed"], "passed"),
        (["passed", "passed_with_remark"], "passed_with_remark"),
    ],
)
def test_the_worst_of_the_required_runs_counts(states: list[str], together: str) -> None:
    assert combined(states) == together


@given(st.lists(st.sampled_from(CODES), max_size=8))
def test_neither_order_nor_repetition_matters(states: list[str]) -> None:
    assert combined(states) == combined(reversed(states)) == combined(states + states)


@given(
    st.lists(st.sampled_from(CODES), min_size=1, max_size=5),
    st.lists(st.sampled_from(CODES), min_size=1, max_size=5),
)
def test_a_part_can_be_told_by_its_own_state(one: list[str], other: list[str]) -> None:
    # A requirement's state is the same whether it is told by its runs or by its scripts.
    assert combined([combined(one), combined(other)]) == combined(one + other)


@given(st.lists(st.sampled_from(CODES), min_size=1, max_size=8))
def test_it_is_passed_only_when_nothing_else_is_left(states: list[str]) -> None:
    if combined(states) in ("passed", "passed_with_remark"):
        assert set(states) <= {"passed", "passed_with_remark", "na"}


@pytest.fixture
def wanted(bench):
    def add(*told: str) -> list[int]:
        with bench.desk.change("Requirements") as change:
            return change.add_many(
                Requirement,
                [
                    {"project": bench.project, "title": priority, "priority": priority}
                    for priority in told
                ],
            )

    return add


def tie(bench, *pairs):
    with bench.desk.change("Tie") as change:
        link(bench.desk, change, TESTED_BY, pairs)


def test_a_requirement_is_covered_by_one_executed_run_and_wont_is_out_of_scope(bench, wanted):
    must, should, wont = wanted("must", "should", "wont")
    one, two, loose = (bench.script(name, "Do", "Look") for name in ("A", "B", "C"))
    tie(bench, (must, one), (must, two), (should, two), (wont, one))
    cycle, amira = bench.cycle(), bench.tester("Amira")
    runs = [bench.run(cycle, script, amira) for script in (one, two, loose)]
    bench.record(runs[0], ["pass", "pass"])
    bench.record(runs[1], ["pass"])
    found = coverage(bench.desk, bench.project, cycle)
    assert [(row.code, row.in_scope, row.covered, row.state) for row in found.rows] == [
        ("REQ-001", True, True, "in_progress"),
        ("REQ-002", True, False, "in_progress"),
        ("REQ-003", False, True, "passed"),
    ]
    assert found.share == Share(1, 2) == Share(found.covered, found.in_scope)
    assert found.share_of(["must"]) == Share(1, 1)
    assert [script.code for script in found.scripts] == ["UAT-001", "UAT-002"]
    assert [script.code for script in found.untied] == ["UAT-003"]
    assert [script.run for script in found.rows[0].scripts] == runs[:2]


def test_the_worst_of_several_testers_is_shown_and_opens(bench, wanted):
    (must,) = wanted("must")
    script, cycle = bench.script("A", "Do"), bench.cycle()
    tie(bench, (must, script))
    good, bad = (bench.run(cycle, script, bench.tester(name)) for name in ("Amira", "Ben"))
    bench.record(good, ["pass"])
    bench.record(bad, ["fail"])
    (row,) = coverage(bench.desk, bench.project, cycle).rows
    assert (row.state, row.scripts[0].run, row.scripts[0].runs) == ("failed", bad, 2)
    bench.record(retest(bench.desk, bad), ["pass"])
    assert coverage(bench.desk, bench.project, cycle).rows[0].state == "passed"


def test_without_a_cycle_each_script_counts_as_it_stood_last(bench, wanted):
    (must,) = wanted("must")
    one, two = bench.script("A", "Do"), bench.script("B", "Do")
    tie(bench, (must, one), (must, two))
    first, second = bench.cycle("First"), bench.cycle("Second")
    for script, outcome in ((one, "pass"), (two, "fail")):
        bench.record(bench.run(first, script), [outcome])
    assert coverage(bench.desk, bench.project).rows[0].state == "failed"
    bench.record(bench.run(second, two), ["pass"])
    assert coverage(bench.desk, bench.project).rows[0].state == "passed"
    assert coverage(bench.desk, bench.project, first).rows[0].state == "failed"
    assert coverage(bench.desk, bench.project, second).rows[0].state == "passed"


def test_what_is_tied_no_longer_or_gone_covers_nothing(bench, wanted):
    (must,) = wanted("must")
    one, two = bench.script("A", "Do"), bench.script("B", "Do")
    tie(bench, (must, one), (must, two))
    cycle = bench.cycle()
    bench.record(bench.run(cycle, one), ["pass"])
    with bench.desk.change("Untie") as change:
        unlink(bench.desk, change, TESTED_BY, [(must, one)])
    assert not coverage(bench.desk, bench.project, cycle).rows[0].covered
    bench.desk.undo()
    assert coverage(bench.desk, bench.project, cycle).rows[0].covered
