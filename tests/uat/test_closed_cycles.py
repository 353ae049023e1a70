"""A cycle that was closed stays as it was signed, whoever tries, until it is reopened."""

import pytest

from changedesk.store.errors import UserError
from changedesk.uat import criteria, planning
from changedesk.uat.capture import add_defect, record_result, start_run
from changedesk.uat.cycles import retest, set_status
from changedesk.uat.records import Condition, Criterion, Cycle, Run, SessionTester, UatSession
from changedesk.uat.standings import open_defects, progress


@pytest.fixture
def closed(bench):
    """A closed cycle with a run, a criterion, a condition and a session with a tester."""
    cycle = bench.cycle()
    run = bench.run(cycle, bench.script("Chat", "Open"), bench.tester("Amira Khan"))
    with bench.desk.change("Furnish") as change:
        change.add(Criterion(cycle=cycle, wording="The build is deployed", measure="checked"))
        change.add(Condition(cycle=cycle, wording="Mend the hand-over"))
        session = change.add(UatSession(cycle=cycle, site="Leeds")).id
        change.add(SessionTester(session=session, person=bench.desk.get(Run, run).tester_id))
    set_status(bench.desk, cycle, "closed")
    return cycle


def edit(bench, record_type, **values):
    with bench.desk.change("Edit") as change:
        change.set(bench.desk.find(record_type), **values)


def withdraw(bench, record_type):
    with bench.desk.change("Withdraw") as change:
        change.delete(bench.desk.find(record_type))


ATTEMPTS = {
    "give a run": lambda b, c: planning.assign(b.desk, [b.desk.find(Run).id], b.tester("Ben")),
    "add the kit": lambda b, c: criteria.add_kit(b.desk, c),
    "add a criterion": lambda b, c: criteria.add_criterion(b.desk, c, "More"),
    "tick": lambda b, c: criteria.tick(b.desk, b.desk.find(Criterion).id),
    "waive": lambda b, c: criteria.waive(b.desk, b.desk.find(Criterion).id, "No time"),
    "add a condition": lambda b, c: criteria.add_condition(b.desk, c, "More"),
    "edit a criterion in a table": lambda b, c: edit(b, Criterion, target=1),
    "edit a condition in a table": lambda b, c: edit(b, Condition, owner="Ben"),
    "move a session": lambda b, c: edit(b, UatSession, site="York"),
    "note who came": lambda b, c: edit(b, SessionTester, attendance="present"),
    "withdraw a condition": lambda b, c: withdraw(b, Condition),
    "withdraw a session with its testers": lambda b, c: withdraw(b, UatSession),
}


@pytest.mark.parametrize("attempt", ATTEMPTS.values(), ids=ATTEMPTS)
def test_nothing_of_a_closed_cycle_is_changed_until_it_is_reopened(bench, closed, attempt):
    before = bench.desk.head()
    counts = {k: n for k, n in bench.desk.counts().items() if k != "person"}
    with pytest.raises(UserError, match="CYC-01 is closed: reopen it first"):
        attempt(bench, closed)
    assert {k: n for k, n in bench.desk.counts().items() if k != "person"} == counts
    assert bench.desk.head() == before or bench.desk.counts()["person"] == 2
    set_status(bench.desk, closed, "open")
    attempt(bench, closed)


def test_what_was_done_before_it_was_closed_can_be_taken_back_step_by_step(bench, closed):
    assert bench.desk.undo() == "Close CYC-01"
    assert bench.desk.undo() == "Furnish"
    assert bench.desk.counts()["criterion"] == 0


def test_a_retest_that_somebody_else_makes_counts_in_place_of_the_failed_run(bench):
    script, cycle = bench.script("Chat", "Open"), bench.cycle()
    failed = bench.run(cycle, script, bench.tester("Amira Khan"))
    step = bench.steps(script)[0].id
    record_result(bench.desk, failed, step, "fail", actual="Nothing")
    again = retest(bench.desk, failed)
    planning.assign(bench.desk, [again], bench.tester("Ben Otieno"))
    start_run(bench.desk, again)
    record_result(bench.desk, again, step, "pass")
    found = progress(bench.desk, bench.cycle_row(cycle))
    assert (found.runs.planned, found.runs.failed, found.runs.passed) == (1, 0, 1)


def test_two_testers_of_one_script_both_count(bench):
    script, cycle = bench.script("Chat", "Open"), bench.cycle()
    for name, outcome in (("Amira Khan", "fail"), ("Ben Otieno", "pass")):
        run = bench.run(cycle, script, bench.tester(name))
        record_result(bench.desk, run, bench.steps(script)[0].id, outcome, actual="Seen")
    found = progress(bench.desk, bench.cycle_row(cycle))
    assert (found.runs.planned, found.runs.failed, found.runs.passed) == (2, 1, 1)


@pytest.mark.parametrize("measure", ["open_defects", "executed", "passed", "covered"])
def test_a_criterion_whose_scope_is_misspelt_is_not_met_and_says_so(bench, measure):
    cycle = bench.cycle()
    operator = "at_most" if measure == "open_defects" else "at_least"
    criteria.add_criterion(
        bench.desk, cycle, "Nothing grave", measure=measure, operator=operator, target=0,
        scope="Hihg",
    )  # fmt: skip
    (state,) = criteria.criteria_of(bench.desk, cycle)
    assert not state.met
    assert state.why.startswith("“hihg” is none of ")


def test_a_defect_of_a_later_cycle_is_none_of_an_earlier_one_also_after_the_99th(bench):
    with bench.desk.change("Cycles") as change:
        made = [
            change.add(Cycle(project=bench.project, title="Round", code=code)).id
            for code in ("CYC-99", "CYC-100")
        ]
    add_defect(bench.desk, bench.project, "Late", severity="high", cycle=made[1])
    with bench.desk.connected() as sql:
        assert open_defects(sql, made[0]) == {}
        assert open_defects(sql, made[1]) == {"high": 1}
