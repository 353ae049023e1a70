"""Retests: what waits for one, and which defects a run that passed proposes to close."""

import pytest

from changedesk.store.errors import UserError
from changedesk.uat import queries
from changedesk.uat.capture import add_defect, raise_defect, record_result
from changedesk.uat.cycles import plan_runs, retest, set_status
from changedesk.uat.data_sets import add_data_sets
from changedesk.uat.planning import assign
from changedesk.uat.records import Defect, Run
from changedesk.uat.retesting import close_defects, plan_retests, ready_to_close, retest_list


@pytest.fixture
def failed(bench):
    """A run that failed with a defect."""
    script, amira = bench.script("Chat", "Open"), bench.tester("Amira Khan")
    run = bench.run(bench.cycle(build="rc1"), script, amira)
    result = record_result(bench.desk, run, bench.steps(script)[0].id, "fail", actual="Nothing")
    return run, raise_defect(bench.desk, result, severity="high")


def move(bench, defect, status):
    with bench.desk.change("Move") as change:
        change.set_many(Defect, {defect: {"status": status}})


def named(rows):
    return [row.code for row in rows]


def test_what_is_ready_for_retest_is_listed_with_who_failed_it_the_gravest_first(bench, failed):
    run, defect = failed
    assert retest_list(bench.desk, bench.project) == []
    move(bench, defect, "ready_for_retest")
    low = add_defect(bench.desk, bench.project, "Typo", severity="low")
    grave = add_defect(bench.desk, bench.project, "Crash", severity="critical")
    for key in (low, grave):
        move(bench, key, "ready_for_retest")
    rows = retest_list(bench.desk, bench.project)
    assert named(rows) == ["D-003", "D-001", "D-002"]
    mine = rows[1]
    assert (mine.script_code, mine.cycle_code, mine.tester_name) == (
        "UAT-001", "CYC-01", "Amira Khan",
    )  # fmt: skip
    assert (mine.failed_run, mine.retest_run) == (run, None)
    assert (rows[0].failed_run, rows[0].script) == (None, None)


def test_retests_are_planned_in_one_change_and_once(bench, failed):
    run, defect = failed
    move(bench, defect, "ready_for_retest")
    (again,) = plan_retests(bench.desk, [defect], build="rc2")
    record = bench.desk.get(Run, again)
    assert (record.attempt, record.build) == (2, "rc2")
    assert record.tester_id == bench.desk.get(Run, run).tester_id
    (row,) = retest_list(bench.desk, bench.project)
    assert (row.retest_run, row.retest_state) == (again, "not_run")
    assert plan_retests(bench.desk, [defect]) == []
    assert bench.desk.undo() == "Plan a retest"


def test_a_retest_can_be_planned_in_the_next_cycle(bench, failed):
    _, defect = failed
    move(bench, defect, "ready_for_retest")
    second = bench.cycle("Second", build="rc2")
    (again,) = plan_retests(bench.desk, [defect], cycle=second)
    record = bench.desk.get(Run, again)
    assert (record.cycle_id, record.attempt, record.build) == (second, 1, "rc2")
    assert retest_list(bench.desk, bench.project)[0].retest_run == again
    bench.record(again, ["pass"])
    assert named(ready_to_close(bench.desk, again)) == ["D-001"]


def test_two_defects_of_one_run_need_one_retest(bench, failed):
    run, defect = failed
    script = bench.desk.get(Run, run).script_id
    result = bench.desk.get(Defect, defect).result_id
    other = raise_defect(bench.desk, result, "Another")
    for key in (defect, other):
        move(bench, key, "ready_for_retest")
    (again,) = plan_retests(bench.desk, [defect, other])
    bench.record(again, ["pass"])
    assert named(ready_to_close(bench.desk, again)) == ["D-001", "D-002"]
    assert bench.desk.get(Run, again).script_id == script


def test_after_a_retest_that_failed_the_next_one_repeats_it_whoever_made_it(bench, failed):
    run, defect = failed
    ben = bench.tester("Ben")
    move(bench, defect, "ready_for_retest")
    (again,) = plan_retests(bench.desk, [defect])
    assign(bench.desk, [again], ben)
    bench.record(again, ["fail"])
    (row,) = retest_list(bench.desk, bench.project)
    assert (row.failed_run, row.tester_name, row.retest_run) == (again, "Ben", None)
    (last,) = plan_retests(bench.desk, [defect])
    bench.record(last, ["pass"])
    counted = queries.runs(bench.desk, bench.desk.get(Run, run).cycle_id)
    assert [(one.id, one.state) for one in counted] == [(last, "passed")]


def test_each_data_set_that_failed_waits_for_its_own_retest(bench):
    script, amira, cycle = bench.script("Pay", "Pay <sum>"), bench.tester("Amira"), bench.cycle()
    add_data_sets(bench.desk, script, [{"name": name} for name in ("Small", "Large")])
    plan_runs(bench.desk, cycle, [script], [amira])
    defects = []
    for run in queries.runs(bench.desk, cycle):
        bench.record(run.id, ["fail"])
        (step,) = queries.run_sheet(bench.desk, run.id).steps
        defects.append(raise_defect(bench.desk, step.result.id, run.data_set))
        move(bench, defects[-1], "ready_for_retest")
    assert len(plan_retests(bench.desk, defects[1:])) == 1
    (small, large) = retest_list(bench.desk, bench.project)
    assert (small.title, small.retest_run) == ("Small", None)
    assert (large.title, large.retest_state) == ("Large", "not_run")
    assert len(plan_retests(bench.desk, defects)) == 1


def test_nothing_is_planned_in_a_cycle_that_was_closed(bench, failed):
    run, defect = failed
    move(bench, defect, "ready_for_retest")
    set_status(bench.desk, bench.desk.get(Run, run).cycle_id, "closed")
    with pytest.raises(UserError, match="reopen it first"):
        plan_retests(bench.desk, [defect])


def test_what_failed_in_a_closed_cycle_is_tested_again_in_the_open_one_after_it(bench, failed):
    run, defect = failed
    move(bench, defect, "ready_for_retest")
    bench.cycle("Planned only", build="rc9")
    later = bench.cycle("Second", build="rc2")
    set_status(bench.desk, later, "open")
    set_status(bench.desk, bench.desk.get(Run, run).cycle_id, "closed")
    (again,) = plan_retests(bench.desk, [defect])
    record = bench.desk.get(Run, again)
    assert (record.cycle_id, record.build) == (later, "rc2")
    assert record.tester_id == bench.desk.get(Run, run).tester_id
    assert retest_list(bench.desk, bench.project)[0].retest_run == again


def test_a_defect_is_closed_by_a_passing_retest_that_proposes_it(bench, failed):
    run, defect = failed
    again = retest(bench.desk, run, build="rc2")
    assert ready_to_close(bench.desk, again) == []
    bench.record(again, ["pass"])
    assert named(ready_to_close(bench.desk, again)) == ["D-001"]
    assert close_defects(bench.desk, [defect], again) == 1
    record = bench.desk.get(Defect, defect)
    assert (record.status, record.fixed_in) == ("closed", "rc2")
    assert ready_to_close(bench.desk, again) == []
    assert close_defects(bench.desk, [defect], again) == 0
    assert bench.desk.undo() == "Close D-001: UAT-001 passed"
    assert bench.desk.get(Defect, defect).status == "new"


def test_a_retest_that_fails_or_is_not_done_proposes_nothing_and_closes_nothing(bench, failed):
    run, defect = failed
    again = retest(bench.desk, run)
    bench.record(again, ["fail"])
    assert ready_to_close(bench.desk, again) == []
    with pytest.raises(UserError, match="Only a run that passed"):
        close_defects(bench.desk, [defect], again)


def test_a_run_that_was_corrected_does_not_close_what_it_raised_itself(bench, failed):
    run, _ = failed
    bench.record(run, ["pass"])
    assert bench.state(run) == "passed"
    assert ready_to_close(bench.desk, run) == []


def test_what_another_tester_found_at_the_same_time_waits_for_its_own_retest(bench, failed):
    run, defect = failed
    record = bench.desk.get(Run, run)
    other = bench.run(record.cycle_id, record.script_id, bench.tester("Ben"))
    bench.record(other, ["pass"])
    assert ready_to_close(bench.desk, other) == []
    move(bench, defect, "ready_for_retest")
    assert named(ready_to_close(bench.desk, other)) == ["D-001"]
    move(bench, defect, "deferred")
    assert ready_to_close(bench.desk, other) == []
