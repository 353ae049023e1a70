"""The home page's figures are those of the areas, and its days are the days of the records."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from changedesk.desk import build_sample, new_desk, open_desk
from changedesk.impact.records import Communication, SponsorAction
from changedesk.overview.coming import coming
from changedesk.overview.standing import project_standing
from changedesk.people.actions import add_group, add_person, add_project
from changedesk.people.queries import project_called
from changedesk.people.shares import Share
from changedesk.store.errors import UserError
from changedesk.store.workspace import Workspace
from changedesk.survey.records import Invitation, Measure, MeasureReading, Response, Survey, Wave
from changedesk.training.coverage import coverage
from changedesk.training.records import Course, TrainingSession
from changedesk.uat.capture import record_result
from changedesk.uat.cycles import add_cycle, plan_runs
from changedesk.uat.queries import cycle_called, progress
from changedesk.uat.records import Cycle, Run
from changedesk.uat.scripts import add_script, current_version, steps_of

TODAY = date(2026, 3, 1)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Workspace]:
    desk = new_desk(tmp_path / "desk.changedesk", actor="Dana")
    add_project(desk, "CSM", "Service Cloud", go_live="2026-03-11")
    yield desk
    desk.close()


def add(desk: Workspace, record: Any) -> int:
    with desk.change("Add") as change:
        return int(change.add(record).id)


def project(desk: Workspace) -> int:
    return project_called(desk).id


def at(day: int) -> int:
    return int(datetime(2026, 3, day, 12, tzinfo=UTC).timestamp() * 1000)


def days(desk: Workspace) -> list[tuple[str, str, bool]]:
    found = coming(desk, project(desk), TODAY)
    return [(one.kind, one.day.isoformat(), one.late(TODAY)) for one in found]


def test_an_empty_project_has_no_made_up_zeros(desk: Workspace) -> None:
    found = project_standing(desk, project(desk), TODAY)
    figures = (found.cycle, found.training, found.told, found.asking, found.on_target)
    assert figures == (None,) * 5
    assert found.days_left == 10
    assert days(desk) == [("go_live", "2026-03-11", False)]


def test_the_figures_of_the_sample_are_those_of_its_pages(tmp_path: Path) -> None:
    build_sample(tmp_path / "sample.changedesk")
    desk = open_desk(tmp_path / "sample.changedesk", actor="Dana")
    key, day = project(desk), date(2026, 3, 20)
    found = project_standing(desk, key, day)
    assert found.cycle == progress(desk, cycle_called(desk, key, "CYC-02"))
    assert found.training is not None
    assert found.training.trained == coverage(desk, key, day.isoformat()).trained
    assert found.told is not None
    assert found.told.base > 0
    assert coming(desk, key, day)
    desk.close()


def test_the_cycle_under_way_is_shown_and_not_a_newer_plan(desk: Workspace) -> None:
    running = add_cycle(desk, project(desk), "Round 1", starts="2026-02-01")
    with desk.change("Open") as change:
        change.set(desk.get(Cycle, running), status="open")
    add_cycle(desk, project(desk), "Round 2", starts="2026-04-01")
    found = project_standing(desk, project(desk), TODAY).cycle
    assert found is not None
    assert found.cycle.id == running


def test_a_failed_run_counts_where_it_failed(desk: Workspace) -> None:
    script = add_script(desk, project(desk), "Refund", [{"do": "Open", "expected": "It opens"}])
    cycle = add_cycle(desk, project(desk), "Round 1")
    plan_runs(desk, cycle, [script], [add_person(desk, "Ana")])
    run = desk.find(Run, cycle=cycle)
    assert run is not None
    step = steps_of(desk, current_version(desk, script))[0]
    record_result(desk, run.id, step.id, "fail", actual="Nothing opens")
    found = project_standing(desk, project(desk), TODAY).cycle
    assert found is not None
    assert found.runs.failed == 1


def test_answers_are_counted_once_and_set_against_those_invited(desk: Workspace) -> None:
    survey = add(desk, Survey(project=project(desk), title="Pulse", mode="identified"))
    wave = add(desk, Wave(survey=survey, title="March"))
    with desk.change("Open") as change:
        change.set(desk.get(Wave, wave), status="open")
    add(desk, Invitation(wave=wave, group=add_group(desk, "Tier 1"), invited=10, ineligible=2))
    add(desk, Response(wave=wave, answers="{}", partial=True))
    half = add(desk, Response(wave=wave, answers="{}", partial=True))
    add(desk, Response(wave=wave, answers="{}", continues=half))
    add(desk, Response(wave=wave, answers="{}"))
    found = project_standing(desk, project(desk), TODAY).asking
    assert found is not None
    assert (found.share, found.is_open, found.wave) == (Share(2, 8), True, "March")


def test_only_measures_with_a_target_are_judged(desk: Workspace) -> None:
    reached = add(desk, Measure(project=project(desk), title="Hand-off", target="80"))
    add(desk, Measure(project=project(desk), title="Macros", target="50"))
    add(desk, Measure(project=project(desk), title="Watched only"))
    add(desk, MeasureReading(measure=reached, taken="2026-02-01", count=90, base=100))
    assert project_standing(desk, project(desk), TODAY).on_target == Share(1, 2)


def test_what_should_be_done_is_late_until_it_is(desk: Workspace) -> None:
    key = add(desk, SponsorAction(project=project(desk), action="Speak", due="2026-02-20"))
    add(desk, Communication(project=project(desk), title="Why", planned="2026-02-25"))
    assert days(desk)[:2] == [
        ("sponsor_action", "2026-02-20", True),
        ("message", "2026-02-25", True),
    ]
    with desk.change("Done") as change:
        change.set(desk.get(SponsorAction, key), status="done")
    assert ("sponsor_action", "2026-02-20", True) not in days(desk)


def test_sessions_are_late_until_they_were_held_and_far_ones_do_not_come_yet(
    desk: Workspace,
) -> None:
    course = add(desk, Course(project=project(desk), title="Basics"))
    for day in (1, 14, 20):
        add(desk, TrainingSession(project=project(desk), course=course, starts=at(day)))
    past = datetime(2026, 2, 10, 12, tzinfo=UTC).timestamp() * 1000
    for status in ("open", "held"):
        session = TrainingSession(
            project=project(desk), course=course, starts=int(past), status=status
        )
        add(desk, session)
    cancelled = TrainingSession(
        project=project(desk), course=course, starts=at(5), status="cancelled"
    )
    add(desk, cancelled)
    found = [one for one in days(desk) if one[0] == "training_session"]
    assert [(day, late) for _, day, late in found] == [
        ("2026-02-10", True), ("2026-03-01", False), ("2026-03-14", False),
    ]  # fmt: skip


def test_of_cycles_that_are_planned_the_next_is_shown_and_a_late_start_is_late(
    desk: Workspace,
) -> None:
    add_cycle(desk, project(desk), "Later", starts="2026-06-05")
    add_cycle(desk, project(desk), "Next", starts="2026-02-10")
    found = project_standing(desk, project(desk), TODAY).cycle
    assert found is not None
    assert found.cycle.title == "Next"
    assert ("cycle_starts", "2026-02-10", True) in days(desk)


def test_a_project_that_is_gone_is_said_to_be(desk: Workspace) -> None:
    with pytest.raises(UserError):
        project_standing(desk, 999, TODAY)


def test_a_session_comes_on_the_day_of_its_own_place(desk: Workspace) -> None:
    course = add(desk, Course(project=project(desk), title="CRM"))
    begin = datetime(2026, 3, 5, 20, 0, tzinfo=UTC)
    session = TrainingSession(
        project=project(desk), course=course, time_zone="Pacific/Auckland",
        starts=int(begin.timestamp() * 1000),
    )  # fmt: skip
    add(desk, session)
    (one,) = [one for one in coming(desk, project(desk), TODAY) if one.kind == "training_session"]
    assert (one.day, one.zone) == (date(2026, 3, 6), "Pacific/Auckland")
