"""Recording by the names that people use: the run is found, or made."""

import pytest

from changedesk.store.errors import UserError
from changedesk.uat import queries
from changedesk.uat.capture import Picture
from changedesk.uat.cycles import plan_runs, retest
from changedesk.uat.recording import Said, record_step
from changedesk.uat.records import Run


@pytest.fixture
def record(bench):
    def record_it(position, outcome="pass", **how):
        said = Said(outcome, how.pop("actual", ""), "", how.pop("evidence", ()))
        return record_step(bench.desk, bench.project, "uat-001", position, said, **how)

    bench.script("Chat", "a", "b")
    bench.cycle("Round")
    return record_it


def test_a_run_and_its_tester_are_made_in_the_same_change(bench, record):
    done = record(1, tester="Amira Khan")
    assert (done.cycle.code, done.script.code) == ("CYC-01", "UAT-001")
    (run,) = queries.runs(bench.desk, done.cycle.id)
    assert (run.tester_name, run.state) == ("Amira Khan", "in_progress")
    assert bench.desk.undo() == "Record UAT-001 step 1 as pass"
    counts = bench.desk.counts()
    assert (counts["run"], counts["person"], counts["step_result"]) == (0, 0, 0)


def test_the_next_step_goes_to_the_same_run(bench, record):
    first = record(1, tester="Amira Khan")
    second = record(2, "fail", tester="Amira  Khan", actual="No")
    assert first.run == second.run
    assert bench.state(first.run) == "failed"


def test_without_a_name_the_only_tester_is_meant_and_among_several_it_asks(bench, record):
    first = record(1, tester="Amira")
    assert record(2).run == first.run
    record(1, tester="Tom")
    with pytest.raises(UserError, match="Several testers have UAT-001"):
        record(2)


def test_a_run_that_waits_for_a_tester_is_taken_by_the_first(bench, record):
    cycle = queries.cycle_called(bench.desk, bench.project)
    script = queries.script_called(bench.desk, bench.project, "UAT-001")
    plan_runs(bench.desk, cycle.id, [script.id], [None])
    done = record(1, tester="Amira")
    (run,) = queries.runs(bench.desk, cycle.id)
    assert (run.id, run.tester_name) == (done.run, "Amira")


def test_the_last_attempt_is_meant(bench, record):
    first = record(1, "fail", tester="Amira")
    again = retest(bench.desk, first.run)
    assert record(1, tester="Amira").run == again
    assert bench.desk.get(Run, first.run).state == "failed"


def test_evidence_is_kept_with_the_result(bench, record):
    done = record(1, evidence=(Picture(b"%PDF-1.7", "log.pdf", "application/pdf"),))
    (kept,) = queries.pictures(bench.desk, [done.result])
    assert (kept.name, kept.media_type, kept.size) == ("log.pdf", "application/pdf", 8)


@pytest.mark.parametrize(
    ("position", "outcome", "how", "sentence"),
    [
        (3, "pass", {}, "UAT-001 has no step 3: its steps are 1 to 2."),
        (0, "pass", {}, "no step 0"),
        (1, "passed", {}, "is not a result"),
        (1, "pass", {"cycle": "CYC-09"}, "no cycle CYC-09"),
    ],
)
def test_a_name_that_names_nothing_changes_nothing(bench, record, position, outcome, how, sentence):
    before = bench.desk.journal_length()
    with pytest.raises(UserError, match=sentence):
        record(position, outcome, **how)
    assert bench.desk.journal_length() == before
