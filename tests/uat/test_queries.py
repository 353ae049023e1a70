"""What can be asked about a cycle: every figure from the last attempts, none made up."""

import pytest

from changedesk.people.shares import Share
from changedesk.store.errors import UserError
from changedesk.uat import queries
from changedesk.uat.capture import add_defect, raise_defect, record_result
from changedesk.uat.cycles import add_cycle, retest, set_status
from changedesk.uat.records import Defect, StepResult
from changedesk.uat.scripts import add_step


def set_defect(bench, defect, **values):
    with bench.desk.change("Set") as change:
        change.set(bench.desk.get(Defect, defect), **values)


def record_apart(bench, run, outcome):
    """Record a result of the first step as somebody who does not see those that are there."""
    step = queries.run_sheet(bench.desk, run).steps[0]
    with bench.desk.change("Record apart") as change:
        change.add(StepResult(run=run, step=step.id, outcome=outcome, at=change.now_ms))


def test_progress_counts_runs_and_steps_with_their_bases(bench):
    cycle = bench.cycle()
    amira = bench.tester("Amira")
    outcomes = ("pass pass", "pass fail", "blocked", "na skipped", "")
    for number, told in enumerate(outcomes):
        run = bench.run(cycle, bench.script(f"Script {number}", "a", "b"), amira)
        if told:
            bench.record(run, told.split(), actual="Wrong")
    found = queries.progress(bench.desk, bench.cycle_row(cycle))
    assert (found.runs.planned, found.runs.executed, found.runs.not_run) == (5, 3, 1)
    assert (found.runs.passed, found.runs.failed, found.runs.blocked) == (1, 1, 1)
    assert found.steps == {
        "pass": 3, "fail": 1, "blocked": 1, "skipped": 1, "na": 1, "disputed": 0, "not_run": 3,
    }  # fmt: skip
    assert found.runs.pass_rate == Share(1, 3)
    assert found.first_pass == Share(1, 3)


def test_what_does_not_apply_is_no_first_attempt_and_one_that_was_given_up_is(bench):
    cycle, amira = bench.cycle(), bench.tester("Amira")
    passed, given_up, *foreign = (
        bench.run(cycle, bench.script(title, "a", "b"), amira) for title in "ABCD"
    )
    bench.record(passed, ["pass", "pass"])
    bench.record(given_up, ["fail"], actual="No way on")
    bench.record(retest(bench.desk, given_up), ["pass", "pass"])
    for run in foreign:
        bench.record(run, ["na", "skipped"])
    found = queries.progress(bench.desk, bench.cycle_row(cycle))
    assert (found.runs.passed, found.runs.not_applicable) == (2, 2)
    assert found.first_pass == Share(1, 2)


def test_only_the_last_attempt_counts_but_the_first_tells_the_first_pass_yield(bench):
    cycle = bench.cycle()
    run = bench.run(cycle, bench.script("Chat", "a"), bench.tester("Amira"))
    bench.record(run, ["fail"])
    bench.record(retest(bench.desk, run), ["pass"])
    found = queries.progress(bench.desk, bench.cycle_row(cycle))
    assert (found.runs.planned, found.runs.passed, found.runs.failed) == (1, 1, 0)
    assert found.first_pass == Share(0, 1)


def test_the_same_script_of_two_testers_is_two_runs(bench):
    cycle = bench.cycle()
    script = bench.script("Chat", "a")
    runs = [bench.run(cycle, script, bench.tester(name)) for name in ("Amira", "Tom")]
    bench.record(runs[0], ["pass"])
    found = queries.progress(bench.desk, bench.cycle_row(cycle))
    assert (found.runs.planned, found.runs.executed) == (2, 1)


def test_a_disputed_step_is_no_step_that_was_not_run(bench):
    cycle = bench.cycle()
    run = bench.run(cycle, bench.script("Chat", "a", "b"), bench.tester("Amira"))
    bench.record(run, ["pass", "pass"])
    record_apart(bench, run, "fail")
    found = queries.progress(bench.desk, bench.cycle_row(cycle))
    assert (found.steps["disputed"], found.steps["not_run"]) == (1, 0)
    assert found.runs.disputed == 1


def test_recording_again_decides_a_dispute(bench):
    run = bench.run(bench.cycle(), bench.script("Chat", "a"), bench.tester("Amira"))
    bench.record(run, ["pass"])
    record_apart(bench, run, "fail")
    assert bench.state(run) == "disputed"
    record_result(bench.desk, run, queries.run_sheet(bench.desk, run).steps[0].id, "pass")
    assert bench.state(run) == "passed"


def test_open_defects_of_earlier_cycles_still_stand_against_a_cycle(bench):
    first, second = bench.cycle("First"), bench.cycle("Second")
    run = bench.run(first, bench.script("Chat", "a"))
    bench.record(run, ["fail"], actual="No")
    result = queries.run_sheet(bench.desk, run).results[0].id
    defects = [
        raise_defect(bench.desk, result, f"D{n}", severity=severity)
        for n, severity in enumerate(("high", "low", "low"))
    ]
    set_defect(bench, defects[1], status="closed")
    set_defect(bench, defects[2], status="deferred")
    for cycle in (first, second):
        found = queries.progress(bench.desk, bench.cycle_row(cycle))
        assert found.open_defects == {"high": 1}
    against = queries.defects_against(bench.desk, bench.project, bench.cycle_row(second))
    assert [row.title for row in against] == ["D0", "D2"]
    own = queries.defects_against(bench.desk, bench.project, bench.cycle_row(first))
    assert [row.title for row in own] == ["D0", "D1", "D2"]


def test_defects_found_later_say_nothing_against_an_earlier_cycle(bench):
    first, second = bench.cycle("First"), bench.cycle("Second")
    run = bench.run(second, bench.script("Chat", "a"))
    bench.record(run, ["fail"])
    raise_defect(bench.desk, queries.run_sheet(bench.desk, run).results[0].id, "Later")
    assert queries.progress(bench.desk, bench.cycle_row(first)).open_defects == {}
    assert queries.defects_against(bench.desk, bench.project, bench.cycle_row(first)) == []


def test_cycle_100_comes_after_cycle_99_in_every_figure(bench):
    ninth, tenth = (bench.cycle(code=code) for code in ("CYC-99", "CYC-100"))
    add_defect(bench.desk, bench.project, "Early", cycle=ninth)
    add_defect(bench.desk, bench.project, "Late", cycle=tenth)
    assert [row.id for row in queries.cycles(bench.desk, bench.project)] == [ninth, tenth]
    for cycle, open_ in ((ninth, 1), (tenth, 2)):
        row = bench.cycle_row(cycle)
        assert len(queries.defects_against(bench.desk, bench.project, row)) == open_
        assert queries.progress(bench.desk, row).open_defects == {"medium": open_}


def test_without_a_code_the_open_cycle_is_meant_or_else_the_last(bench):
    first, second, third = (bench.cycle(title) for title in ("A", "B", "C"))
    assert queries.cycle_called(bench.desk, bench.project).id == third
    set_status(bench.desk, second, "open")
    assert queries.cycle_called(bench.desk, bench.project).id == second
    assert queries.cycle_called(bench.desk, bench.project, "cyc-01").id == first


def test_a_code_that_names_nothing_is_refused(bench):
    with pytest.raises(UserError, match="no cycle"):
        queries.cycle_called(bench.desk, bench.project)
    add_cycle(bench.desk, bench.project, "A")
    with pytest.raises(UserError, match="CYC-09"):
        queries.cycle_called(bench.desk, bench.project, "CYC-09")
    with pytest.raises(UserError, match="UAT-404"):
        queries.script_called(bench.desk, bench.project, "UAT-404")


def test_steps_of_older_versions_are_not_counted(bench):
    script = bench.script("Chat", "a", "b")
    bench.record(bench.run(bench.cycle(), script), ["pass"])
    add_step(bench.desk, script, do="c")
    assert bench.desk.counts()["step"] == 5
    assert queries.current_steps(bench.desk) == 3


def test_the_gravest_defects_come_first(bench):
    run = bench.run(bench.cycle(), bench.script("Chat", "a"))
    bench.record(run, ["fail"])
    result = queries.run_sheet(bench.desk, run).results[0].id
    for severity in ("low", "critical", "medium", "high"):
        raise_defect(bench.desk, result, severity, severity=severity)
    rows = queries.defects(bench.desk, bench.project)
    assert [row.severity for row in rows] == ["critical", "high", "medium", "low"]
