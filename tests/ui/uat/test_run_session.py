"""A session without a screen: where it goes, what it counts, what it keeps."""

import pytest

from changedesk.people.actions import add_person
from changedesk.uat import capture, cycles, queries
from ui.uat.run_queue import EVERYBODY, NOBODY, Place, read_ending, read_queue
from ui.uat.run_session import RunSession


@pytest.fixture
def session(filled) -> RunSession:
    """Three scripts of four steps for Amira."""
    workspace, fixture = filled
    cycle = queries.cycle_of(workspace, fixture.cycle)
    return RunSession(workspace, read_queue(workspace, cycle, fixture.tester))


def record(session: RunSession, *outcomes: str) -> None:
    for outcome in outcomes:
        session.record(outcome)
        session.advance()


def test_figures_are_counted_without_asking_the_workspace(session: RunSession, filled) -> None:
    record(session, "pass", "fail", "skipped")
    figures = session.figures
    assert (figures.run, figures.runs, figures.step, figures.steps) == (1, 3, 4, 4)
    assert (figures.session_done, figures.session_steps, figures.failed) == (3, 12, 1)
    fresh = queries.runs(filled[0], session.cycle.id)[0]
    kept = session.runs[0]
    assert (kept.passed, kept.failed, kept.skipped, kept.state) == (1, 1, 1, "failed")
    assert (fresh.passed, fresh.failed, fresh.skipped, fresh.state) == (1, 1, 1, "failed")


def test_it_goes_on_to_what_is_open_and_ends_where_nothing_is(session: RunSession) -> None:
    session.move(2)
    record(session, "pass", "pass")
    assert session.figures.step == 1
    record(session, "pass", "pass")
    assert session.figures.run == 2
    record(session, *["pass"] * 8)
    assert session.ended


def test_a_correction_comes_back_to_the_open_step(session: RunSession) -> None:
    record(session, "pass", "pass", "pass")
    session.back()
    session.back()
    record(session, "fail")
    assert session.figures.step == 4


def test_going_to_a_step_that_is_gone_leads_to_its_run(session: RunSession) -> None:
    run = session.runs[1].id
    assert session.go(Place(run, 999_999))
    assert (session.figures.run, session.figures.step) == (2, 1)
    assert not session.go(Place(999_999, 1))


def test_everybody_and_nobody_are_queues_too(filled) -> None:
    workspace, fixture = filled
    ben = add_person(workspace, "Ben")
    cycles.plan_runs(workspace, fixture.cycle, fixture.scripts[:1], [ben, None])
    cycle = queries.cycle_of(workspace, fixture.cycle)
    assert len(read_queue(workspace, cycle, EVERYBODY).runs) == 5
    assert [run.tester for run in read_queue(workspace, cycle, NOBODY).runs] == [None]
    assert len(read_queue(workspace, cycle, ben).runs) == 1


def test_everybodys_session_records_for_the_tester_of_each_run(filled) -> None:
    workspace, fixture = filled
    cycle = queries.cycle_of(workspace, fixture.cycle)
    session = RunSession(workspace, read_queue(workspace, cycle, EVERYBODY))
    session.record("pass")
    (result,) = queries.results_of(workspace, [session.run.id])[session.run.id]
    assert result.tester == "Amira"


def test_words_make_a_result_of_their_own_and_keep_time_and_pictures(
    session: RunSession, filled
) -> None:
    workspace, _ = filled
    picture = capture.Picture(b"not looked at here")
    session.record("fail", seconds=7, pictures=[picture])
    key = session.describe("cut off")
    assert key is not None
    first, second = queries.results_of(workspace, [session.run.id])[session.run.id]
    assert (first.standing, second.standing) == (False, True)
    assert (second.actual, second.duration, second.pictures) == ("cut off", 7, 1)
    assert second.at == first.at
    assert session.describe("cut off") is None
    workspace.undo()
    (alone,) = queries.results_of(workspace, [session.run.id])[session.run.id]
    assert (alone.standing, alone.pictures) == (True, 1)


def test_the_end_names_what_failed_what_is_disputed_and_what_is_left(
    session: RunSession, filled
) -> None:
    workspace, _ = filled
    record(session, "fail", "blocked")
    ending = read_ending(workspace, session.queue)
    assert [(one.code, one.position) for one in ending.failed] == [("UAT-001", 1)]
    assert [(one.code, one.position) for one in ending.blocked] == [("UAT-001", 2)]
    assert [run.code for run in ending.left] == ["UAT-001", "UAT-002", "UAT-003"]
    assert ending.counts["fail"] == 1
    assert ending.steps == 12
