"""Pace: burn-up, predicted end, ageing, retests; first as arithmetic, then of a cycle."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from changedesk.people.shares import Share
from changedesk.uat import pace
from changedesk.uat.capture import (
    Picture,
    add_defect,
    add_pictures,
    describe_result,
    record_result,
)
from changedesk.uat.cycles import retest, set_status
from changedesk.uat.pace import Attempt
from changedesk.uat.pace_queries import forecast_end, local_day, pace_of, status_history
from changedesk.uat.planning import assign
from changedesk.uat.records import Defect

MONDAY = date(2026, 3, 2)
days = st.lists(st.dates(date(2026, 1, 1), date(2026, 3, 31)), max_size=40)


def day(offset: int) -> date:
    return MONDAY + timedelta(days=offset)


@given(days)
def test_no_day_between_the_first_and_the_last_is_left_out(found: list[date]) -> None:
    counted = pace.per_day(found)
    assert sum(counted.values()) == len(found)
    if found:
        assert len(counted) == (max(found) - min(found)).days + 1


@given(days, days, days)
def test_a_burn_up_only_rises_and_ends_with_everything(
    planned: list[date], executed: list[date], passed: list[date]
) -> None:
    series = pace.burn_up(planned, executed, passed)
    for before, after in pairwise(series):
        assert after.day - before.day == timedelta(days=1)
        assert after.planned >= before.planned
        assert after.executed >= before.executed
        assert after.passed >= before.passed
    if series:
        last = series[-1]
        assert (last.planned, last.executed, last.passed) == (
            len(planned), len(executed), len(passed),
        )  # fmt: skip


@given(days, st.integers(0, 200), st.dates(date(2026, 1, 1), date(2026, 6, 30)))
def test_a_predicted_end_lies_ahead_and_more_work_never_ends_sooner(
    executed: list[date], left: int, today: date
) -> None:
    planned = len(executed) + left
    end = pace.predicted_end(executed, planned, today)
    if not executed:
        assert end is None
    elif not left:
        assert end == max(executed)
    else:
        assert end is not None
        assert end > max(today, *executed)
        assert end.weekday() < 5
        more = pace.predicted_end(executed, planned + 1, today)
        assert more is not None
        assert more >= end


@pytest.mark.parametrize(
    ("executed", "planned", "today", "end"),
    [
        ([0, 0, 1, 1], 10, 1, 4),  # 2 a day, 6 left: Wednesday, Thursday, Friday
        ([0, 0, 1, 1], 12, 1, 7),  # 8 left: over the weekend to Monday
        ([0] * 20 + [3], 22, 3, 4),  # 21 in four days
        ([0, 1, 2, 3, 4, 7, 8], 9, 8, 10),  # the weekend between is no working day
        ([5, 6], 4, 6, 8),  # who works on a Sunday
        ([4], 11, 4, 18),  # ten working days are two weeks
        ([5], 6, 5, 11),  # from a Saturday: five working days end on Friday
        ([0, 1], 2, 30, 1),
    ],
)
def test_the_predicted_end_worked_out_by_hand(
    executed: list[int], planned: int, today: int, end: int
) -> None:
    found = pace.predicted_end([day(one) for one in executed], planned, day(today))
    assert found == day(end)


def test_the_pace_is_that_of_the_last_five_working_days() -> None:
    assert pace.pace([]) is None
    assert pace.pace([day(0)] * 100 + [day(offset) for offset in (7, 8, 9, 10, 11)]) == 1.0


def test_defects_age_by_the_day() -> None:
    found = pace.ageing([day(0), day(-7), day(-8), day(-20), day(-60), day(3)], day(0))
    assert (found.open, found.oldest_days, found.median_days) == (6, 60, 7.5)
    assert found.bands == ((0, 7, 3), (8, 14, 1), (15, 30, 1), (31, None, 1))
    assert pace.ageing([], day(0)).median_days is None


@given(st.lists(st.dates(date(2025, 1, 1), MONDAY), max_size=30))
def test_each_open_defect_falls_into_one_band(found: list[date]) -> None:
    assert sum(n for _, _, n in pace.ageing(found, MONDAY).bands) == len(found)


def test_retest_figures_print_their_base() -> None:
    runs = [
        Attempt(1, final=True, passed=True), Attempt(1, final=True, passed=False),
        Attempt(2, final=True, passed=True), Attempt(3, final=True, passed=False),
        Attempt(2, final=False, passed=False),
    ]  # fmt: skip
    assert pace.retest_rate(runs) == Share(2, 4)
    assert pace.retest_efficiency(runs) == Share(1, 2)
    assert pace.retest_rate([]).value is None


def test_the_time_in_each_status_adds_up() -> None:
    told = [(0, "new"), (10, "in_fix"), (30, "new"), (35, "closed")]
    assert pace.time_in_status(told, 100) == {"new": 15, "in_fix": 20, "closed": 65}


def test_the_pace_of_a_cycle_is_read_from_its_runs(bench):
    cycle, amira = bench.cycle(), bench.tester("Amira")
    scripts = [bench.script(f"S{n}", "Do") for n in range(4)]
    runs = [bench.run(cycle, script, amira) for script in scripts]
    bench.record(runs[0], ["pass"])
    bench.desk.clock.now += 86400
    record_result(
        bench.desk, runs[1], bench.steps(scripts[1])[0].id, "fail", pictures=[Picture(b"x")]
    )
    bench.record(retest(bench.desk, runs[1]), ["pass"])
    add_defect(bench.desk, bench.project, "Broken")
    found = pace_of(bench.desk, cycle)
    assert [(point.planned, point.executed, point.passed) for point in found.burn_up] == [
        (4, 1, 1), (4, 2, 2),
    ]  # fmt: skip
    assert (found.per_day, found.predicted_end) == (
        1.0,
        local_day(bench.desk.clock()) + timedelta(2),
    )
    assert (found.retest_rate, found.retest_efficiency) == (Share(1, 3), Share(1, 1))
    assert found.evidence_rate == Share(1, 1)
    assert (found.ageing.open, found.ageing.oldest_days) == (1, 0)


def test_a_retest_by_somebody_else_is_no_further_planned_run(bench):
    cycle, amira, ben = bench.cycle(), bench.tester("Amira"), bench.tester("Ben")
    run = bench.run(cycle, bench.script("Chat", "Do"), amira)
    bench.record(run, ["fail"])
    again = retest(bench.desk, run)
    assign(bench.desk, [again], ben)
    bench.desk.clock.now += 86400
    bench.record(again, ["pass"])
    first, last = pace_of(bench.desk, cycle).burn_up
    assert (first.day, first.planned, first.executed) == (MONDAY, 1, 0)
    assert (last.planned, last.executed, last.passed) == (1, 1, 1)


def test_a_failure_that_got_its_words_and_its_picture_later_is_one_failure(bench):
    cycle, script = bench.cycle(), bench.script("Chat", "Do")
    run, (step,) = bench.run(cycle, script), bench.steps(script)
    bare = record_result(bench.desk, run, step.id, "fail")
    told = describe_result(bench.desk, bare, "The queue is empty")
    add_pictures(bench.desk, told, [Picture(b"x")])
    assert pace_of(bench.desk, cycle).evidence_rate == Share(1, 1)


def test_defects_found_later_do_not_age_an_earlier_cycle(bench):
    first, second = bench.cycle("First"), bench.cycle("Second")
    add_defect(bench.desk, bench.project, "Early", cycle=first)
    add_defect(bench.desk, bench.project, "Late", cycle=second)
    assert pace_of(bench.desk, first).ageing.open == 1
    assert pace_of(bench.desk, second).ageing.open == 2


def test_nobody_predicts_the_end_of_a_cycle_that_was_closed_before_it(bench):
    cycle = bench.cycle()
    runs = [bench.run(cycle, bench.script(f"S{n}", "Do")) for n in range(2)]
    assert forecast_end(bench.desk, cycle) is None
    bench.record(runs[0], ["pass"])
    assert forecast_end(bench.desk, cycle) is not None
    set_status(bench.desk, cycle, "closed")
    assert forecast_end(bench.desk, cycle) is None
    assert pace_of(bench.desk, cycle).predicted_end is None


def test_the_way_of_a_defect_through_its_statuses_is_read_from_the_journal(bench):
    key = add_defect(bench.desk, bench.project, "Broken")
    for status in ("in_fix", "ready_for_retest", "in_fix"):
        with bench.desk.change("Move") as change:
            change.set_many(Defect, {key: {"status": status}})
    told = status_history(bench.desk, [key])[key]
    assert [status for _, status in told] == ["new", "in_fix", "ready_for_retest", "in_fix"]
    assert [when for when, _ in told] == sorted(when for when, _ in told)
    assert told[0][0] > datetime(2026, 3, 2, tzinfo=UTC).timestamp() * 1000
