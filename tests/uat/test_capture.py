"""Recording results: nothing is overwritten, and one key is one change."""

import pytest

from changedesk.store.errors import UserError
from changedesk.uat import queries
from changedesk.uat.capture import (
    Picture,
    add_pictures,
    end_run,
    raise_defect,
    record_result,
    start_run,
    withdraw_result,
)
from changedesk.uat.cycles import retest
from changedesk.uat.records import Cycle, Defect, Evidence, Run, StepResult


@pytest.fixture
def run(bench):
    amira = bench.tester("Amira Khan")
    script = bench.script("Chat", "Open |  | It opens", "Ask | a person", "Close")
    return bench.run(bench.cycle(build="rc1"), script, amira)


def first_step(bench, run):
    return queries.run_sheet(bench.desk, run).steps[0]


def test_a_result_knows_tester_time_and_build(bench, run):
    step = first_step(bench, run)
    key = record_result(bench.desk, run, step.id, "pass", duration=12)
    result = bench.desk.get(StepResult, key)
    assert (result.outcome, result.build, result.duration) == ("pass", "rc1", 12)
    assert result.tester_id == bench.desk.get(Run, run).tester_id
    assert result.at is not None


def test_the_first_result_starts_the_run_and_opens_the_cycle(bench, run):
    record_result(bench.desk, run, first_step(bench, run).id, "pass")
    record = bench.desk.get(Run, run)
    assert record.started is not None
    assert bench.desk.get(Cycle, record.cycle_id).status == "open"


def test_a_correction_leaves_the_first_result_in_the_history(bench, run):
    step = first_step(bench, run)
    record_result(bench.desk, run, step.id, "fail", actual="Nothing opened")
    record_result(bench.desk, run, step.id, "pass")
    sheet = queries.run_sheet(bench.desk, run)
    assert sheet.steps[0].outcome == "pass"
    assert [(row.outcome, row.standing) for row in sheet.results] == [
        ("fail", False),
        ("pass", True),
    ]


def test_a_run_with_a_correction_is_in_the_state_of_what_stands(bench, run):
    steps = queries.run_sheet(bench.desk, run).steps
    record_result(bench.desk, run, steps[0].id, "fail")
    assert bench.desk.get(Run, run).state == "failed"
    for step in steps:
        record_result(bench.desk, run, step.id, "pass")
    record = bench.desk.get(Run, run)
    assert (record.state, record.passed, record.failed) == ("passed", len(steps), 0)


def test_a_result_is_one_change_and_one_undo(bench, run):
    step = first_step(bench, run)
    record_result(
        bench.desk, run, step.id, "fail", actual="No", pictures=[Picture(b"png", "a.png")]
    )
    assert bench.desk.undo() == "Record UAT-001 step 1 as fail"
    assert queries.run_sheet(bench.desk, run).steps[0].outcome == ""
    assert bench.desk.counts()["evidence"] == 0
    assert bench.state(run) == "not_run"
    bench.desk.redo()
    assert bench.state(run) == "failed"


def test_a_withdrawn_result_brings_back_the_one_before(bench, run):
    step = first_step(bench, run)
    record_result(bench.desk, run, step.id, "fail")
    second = record_result(bench.desk, run, step.id, "pass")
    withdraw_result(bench.desk, second)
    assert queries.run_sheet(bench.desk, run).steps[0].outcome == "fail"


def test_an_unknown_outcome_is_refused_with_the_known_ones(bench, run):
    with pytest.raises(UserError, match="pass, fail, blocked, skipped, na"):
        record_result(bench.desk, run, first_step(bench, run).id, "passed")
    assert bench.desk.counts()["step_result"] == 0


def test_the_same_picture_twice_is_kept_once(bench, run):
    step = first_step(bench, run)
    picture = Picture(b"the bytes", "first.png")
    key = record_result(bench.desk, run, step.id, "pass", pictures=[picture])
    add_pictures(bench.desk, key, [Picture(b"the bytes", "second.png")])
    kept = bench.desk.rows(Evidence.select(Evidence.content, Evidence.name, Evidence.size))
    assert {row.content for row in kept} == {kept[0].content}
    assert [row.name for row in kept] == ["first.png", "second.png"]
    assert bench.desk.content(kept[0].content) == b"the bytes"


def test_a_hostile_file_name_is_kept_as_a_name(bench, run):
    name = "../../etc/passwd"
    key = record_result(
        bench.desk, run, first_step(bench, run).id, "pass", pictures=[Picture(b"x", name)]
    )
    assert queries.pictures(bench.desk, [key])[0].name == name


def test_a_failed_run_that_is_ended_counts_as_executed(bench, run):
    bench.record(run, ["fail"])
    assert not bench.desk.get(Run, run).final
    end_run(bench.desk, run)
    assert bench.desk.get(Run, run).final


def test_a_defect_knows_script_step_build_tester_and_what_happened(bench, run):
    step = first_step(bench, run)
    key = record_result(bench.desk, run, step.id, "fail", actual="It stays closed\nfor good")
    defect = bench.desk.get(Defect, raise_defect(bench.desk, key, severity="high"))
    assert defect.title == "It stays closed"
    assert defect.description == (
        "UAT-001 step 1: Open\nExpected: It opens\nWhat happened: It stays closed\nfor good"
    )
    assert (defect.code, defect.severity, defect.status, defect.build) == (
        "D-001", "high", "new", "rc1",
    )  # fmt: skip
    assert (defect.script_id, defect.result_id) == (bench.desk.get(Run, run).script_id, key)
    assert defect.found_by_id == bench.desk.get(Run, run).tester_id


def test_a_retest_is_the_next_attempt_and_the_only_one_that_counts(bench, run):
    bench.record(run, ["fail"])
    again = retest(bench.desk, run)
    record = bench.desk.get(Run, again)
    assert (record.attempt, record.tester_id) == (2, bench.desk.get(Run, run).tester_id)
    cycle = record.cycle_id
    assert [row.id for row in queries.runs(bench.desk, cycle)] == [again]
    assert [row.id for row in queries.runs(bench.desk, cycle, latest=False)] == [run, again]


def test_starting_twice_changes_nothing(bench, run):
    start_run(bench.desk, run)
    before = bench.desk.journal_length()
    start_run(bench.desk, run)
    assert bench.desk.journal_length() == before
