"""What a test manager relies on, each told as a short story from planning to the figures."""

import pytest

from changedesk.store.errors import UserError
from changedesk.uat import queries
from changedesk.uat.capture import end_run, raise_defect, record_result, start_run
from changedesk.uat.coverage import coverage
from changedesk.uat.cycles import plan_runs, retest, set_status
from changedesk.uat.recording import Said, record_step
from changedesk.uat.records import Cycle, DataSet, Defect, Run, StepResult
from changedesk.uat.retesting import close_defects, ready_to_close
from changedesk.uat.scripts import add_script, current_version, edit_steps


def test_a_data_driven_script_is_done_when_each_data_set_is(bench):
    script = bench.script("Refund", "Refund <amount>")
    version = current_version(bench.desk, script)
    with bench.desk.change("Data") as change:
        change.add_many(
            DataSet,
            [{"version": version, "name": name, "values": f"amount={name}"} for name in "12"],
        )
    cycle = bench.cycle()
    plan_runs(bench.desk, cycle, [script], [bench.tester("Amira")])
    first = record_step(bench.desk, bench.project, "UAT-001", 1, Said("pass"))
    assert queries.progress(bench.desk, first.cycle).runs.executed == 1
    second = record_step(bench.desk, bench.project, "UAT-001", 1, Said("fail"))
    assert first.run != second.run
    found = queries.progress(bench.desk, first.cycle).runs
    assert (found.planned, found.executed, found.passed, found.failed) == (2, 2, 1, 1)
    (own,) = coverage(bench.desk, bench.project, cycle).untied
    assert (own.state, own.run, own.runs) == ("failed", second.run, 2)


def test_two_testers_who_disagree_about_a_script_are_both_kept_and_the_worse_one_counts(bench):
    script, cycle = bench.script("Chat", "Open"), bench.cycle()
    plan_runs(bench.desk, cycle, [script], [bench.tester("Amira"), bench.tester("Ben")])
    record_step(bench.desk, bench.project, "UAT-001", 1, Said("pass"), tester="Amira")
    record_step(bench.desk, bench.project, "UAT-001", 1, Said("fail"), tester="Ben")
    states = [run.state for run in queries.runs(bench.desk, cycle)]
    assert states == ["passed", "failed"]
    assert coverage(bench.desk, bench.project, cycle).untied[0].state == "failed"


def test_two_results_that_know_nothing_of_each_other_are_disputed_until_somebody_decides(bench):
    script = bench.script("Chat", "Open")
    run = bench.run(bench.cycle(), script, bench.tester("Amira"))
    start_run(bench.desk, run)
    step = bench.steps(script)[0].id
    with bench.desk.change("From two laptops") as change:
        for outcome in ("pass", "fail"):
            change.add(StepResult(run=run, step=step, outcome=outcome, at=change.now_ms))
    assert bench.state(run) == "disputed"
    record_result(bench.desk, run, step, "pass", comment="Seen again together")
    assert bench.state(run) == "passed_with_remark"
    assert len(queries.run_sheet(bench.desk, run).results) == 3


def test_a_script_edited_in_mid_cycle_keeps_what_was_recorded_and_shows_the_new_words(bench):
    script, cycle = bench.script("Chat", "Open", "Close"), bench.cycle()
    begun, waiting = (bench.run(cycle, script, bench.tester(name)) for name in ("Amira", "Ben"))
    bench.record(begun, ["pass"])
    steps = bench.steps(script)
    edit_steps(bench.desk, script, {steps[0].id: {"do": "Open as a guest"}})
    assert [step.do for step in queries.run_sheet(bench.desk, begun).steps] == ["Open", "Close"]
    assert queries.run_sheet(bench.desk, waiting).steps[0].do == "Open as a guest"
    bench.record(begun, ["", "pass"])
    bench.record(waiting, ["pass", "pass"])
    again = retest(bench.desk, begun)
    assert queries.run_sheet(bench.desk, again).steps[0].do == "Open as a guest"
    assert [run.state for run in queries.runs(bench.desk, cycle, latest=False)] == [
        "passed", "not_run", "passed",
    ]  # fmt: skip


def test_a_defect_raised_from_a_failure_is_closed_by_the_retest_that_passes(bench):
    script, cycle = bench.script("Chat", "Open"), bench.cycle(build="rc1")
    run = bench.run(cycle, script, bench.tester("Amira"))
    result = record_result(bench.desk, run, bench.steps(script)[0].id, "fail", actual="Nothing")
    defect = raise_defect(bench.desk, result, severity="critical")
    row = bench.cycle_row(cycle)
    assert queries.progress(bench.desk, row).open_defects == {"critical": 1}
    again = retest(bench.desk, run, build="rc2")
    bench.record(again, ["pass"])
    assert [one.id for one in ready_to_close(bench.desk, again)] == [defect]
    close_defects(bench.desk, [defect], again)
    assert bench.desk.get(Defect, defect).fixed_in == "rc2"
    found = queries.progress(bench.desk, row)
    assert (found.open_defects, found.runs.passed, found.runs.failed) == ({}, 1, 0)


def test_a_closed_cycle_takes_nothing_until_it_is_reopened_and_both_stand_in_the_history(bench):
    script, cycle = bench.script("Chat", "Open", "Close"), bench.cycle()
    run = bench.run(cycle, script, bench.tester("Amira"))
    fresh = bench.run(cycle, script, bench.tester("Ben"))
    bench.record(run, ["fail"])
    step = bench.steps(script)[1].id
    set_status(bench.desk, cycle, "closed")
    for attempt in (
        lambda: record_result(bench.desk, run, step, "pass"),
        lambda: record_step(bench.desk, bench.project, "UAT-001", 2, Said("pass"), tester="Amira"),
        lambda: start_run(bench.desk, fresh),
        lambda: end_run(bench.desk, run),
        lambda: retest(bench.desk, run),
    ):
        before = bench.desk.head()
        with pytest.raises(UserError, match="CYC-01 is closed: reopen it"):
            attempt()
        assert bench.desk.head() == before
    set_status(bench.desk, cycle, "open")
    record_result(bench.desk, run, step, "pass")
    assert bench.desk.get(Cycle, cycle).status == "open"
    told = [line.label for line in bench.desk.record_history([cycle])]
    assert told == ["Reopen CYC-01", "Close CYC-01", "Start UAT-001", "Add cycle “Round”"]


def test_a_script_that_is_a_text_is_passed_or_failed_as_a_whole(bench):
    add_script(bench.desk, bench.project, "Explore", text="Look around for <minutes> minutes")
    cycle = bench.cycle()
    done = record_step(bench.desk, bench.project, "UAT-001", 0, Said("pass"))
    run = bench.desk.get(Run, done.run)
    assert (run.state, bool(run.final)) == ("passed", True)
    sheet = queries.run_sheet(bench.desk, done.run)
    assert (sheet.text, sheet.steps, sheet.whole.outcome) == (
        "Look around for <minutes> minutes", (), "pass",
    )  # fmt: skip
    assert bench.desk.next_undo() == "Record UAT-001 as pass"
    assert queries.progress(bench.desk, bench.cycle_row(cycle)).runs.passed == 1
    with pytest.raises(UserError, match="has no step 1: it has no steps, so give 0"):
        record_step(bench.desk, bench.project, "UAT-001", 1, Said("pass"))
