"""A cycle line by line: the same as run mode says, whatever was recorded how often."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from changedesk.store.workspace import Workspace
from changedesk.uat import queries
from changedesk.uat.capture import record_result, start_run, withdraw_result
from changedesk.uat.cycles import plan_runs, retest
from changedesk.uat.data_sets import add_data_sets, edit_data_sets
from changedesk.uat.lines import run_lines, step_lines
from changedesk.uat.records import StepResult
from changedesk.uat.scripts import add_step, current_version, data_sets_of

OUTCOMES = ("pass", "fail", "blocked", "skipped", "na")


def same_as_run_mode(desk: Workspace, cycle: int) -> bool:
    for line in run_lines(desk, cycle):
        sheet = queries.run_sheet(desk, line.run.id)
        ours = [(s.position, s.do, s.outcome, s.told and s.told.actual) for s in line.steps]
        theirs = [(s.position, s.do, s.outcome, s.result and s.result.actual) for s in sheet.steps]
        assert ours == theirs
        assert line.run == sheet.run
    return True


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=12)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(OUTCOMES),
            st.integers(0, 3),
            st.sampled_from(["record", "apart", "withdraw", "whole"]),
        ),
        max_size=10,
    )
)
def test_lines_say_what_run_mode_says(bench, told):
    cycle = bench.cycle()
    run = bench.run(cycle, bench.script("Chat", "a", "b", "c", "d"), None)
    start_run(bench.desk, run)
    steps = [step.id for step in queries.run_sheet(bench.desk, run).steps]
    made: list[int] = []
    for outcome, place, how in told:
        if how == "withdraw" and made:
            withdraw_result(bench.desk, made.pop())
        elif how == "apart":
            with bench.desk.change("Record apart") as change:
                event = StepResult(run=run, step=steps[place], outcome=outcome, actual=how)
                made.append(change.add(event).id)
        else:
            step = None if how == "whole" else steps[place]
            made.append(record_result(bench.desk, run, step, outcome, actual=how))
    assert same_as_run_mode(bench.desk, cycle)


def test_a_reference_names_one_line_also_of_a_second_tester_or_attempt(bench):
    cycle = bench.cycle()
    script = bench.script("Chat", "a", "b")
    first = bench.run(cycle, script, bench.tester("Amira"))
    bench.run(cycle, script, bench.tester("Tom"))
    bench.record(first, ["fail"])
    retest(bench.desk, first)
    lines = run_lines(bench.desk, cycle)
    assert sorted(line.reference for line in lines) == ["UAT-001-2", "UAT-001-3"]
    references = [step.reference for step in step_lines(lines)]
    assert len(set(references)) == len(references) == 4
    assert "UAT-001-2.02" in references


def test_keys_are_made_of_uuids_and_stay(bench):
    cycle = bench.cycle()
    run = bench.run(cycle, bench.script("Chat", "a"))
    (before,) = step_lines(run_lines(bench.desk, cycle))
    bench.record(run, ["pass"])
    (after,) = step_lines(run_lines(bench.desk, cycle))
    assert before.key == after.key
    run_uid, step_uid = after.key.split(".")
    assert run_uid == bench.desk.uid_of(run)
    assert step_uid == bench.desk.uid_of(bench.steps(after.run.script)[0].id)


def test_a_run_that_waits_shows_the_steps_as_they_are_now(bench):
    cycle = bench.cycle()
    script = bench.script("Chat", "a")
    started = bench.run(cycle, script, bench.tester("Amira"))
    bench.run(cycle, script, bench.tester("Tom"))
    bench.record(started, ["pass"])
    add_step(bench.desk, script, do="b")
    texts = [[step.do for step in line.steps] for line in run_lines(bench.desk, cycle)]
    assert texts == [["a"], ["a", "b"]]


def test_a_run_that_waits_shows_the_values_as_they_are_now_and_one_that_began_its_own(bench):
    cycle, script = bench.cycle(), bench.script("Refund", "Refund <amount>")
    add_data_sets(bench.desk, script, [{"name": "Small", "values": "amount = 1"}])
    (small,) = data_sets_of(bench.desk, current_version(bench.desk, script))
    plan_runs(bench.desk, cycle, [script], [bench.tester("Amira"), bench.tester("Tom")])
    started = queries.runs(bench.desk, cycle)[0].id
    bench.record(started, ["pass"])
    edit_data_sets(bench.desk, script, {small.id: {"values": "amount = 99"}})
    texts = [[step.do for step in line.steps] for line in run_lines(bench.desk, cycle)]
    assert texts == [["Refund 1"], ["Refund 99"]]
    assert same_as_run_mode(bench.desk, cycle)


def test_one_testers_lines_are_his_alone(bench):
    cycle = bench.cycle()
    amira, tom = bench.tester("Amira"), bench.tester("Tom")
    script = bench.script("Chat", "a")
    bench.run(cycle, script, amira)
    bench.run(cycle, script, tom)
    (line,) = run_lines(bench.desk, cycle, tester=tom)
    assert line.run.tester_name == "Tom"


def test_both_results_of_a_dispute_are_there(bench):
    cycle = bench.cycle()
    run = bench.run(cycle, bench.script("Chat", "a"))
    bench.record(run, ["pass"])
    step = queries.run_sheet(bench.desk, run).steps[0].id
    with bench.desk.change("Record apart") as change:
        change.add(StepResult(run=run, step=step, outcome="fail", actual="Not here"))
    (line,) = step_lines(run_lines(bench.desk, cycle))
    assert line.outcome == "disputed"
    assert [head.outcome for head in line.heads] == ["pass", "fail"]


def test_a_cycle_without_runs_has_no_lines(bench):
    assert run_lines(bench.desk, bench.cycle()) == []
