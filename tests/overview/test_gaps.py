"""What is missing is found where it is missing, and no longer where it was mended."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from changedesk.desk import new_desk
from changedesk.impact.records import Champion, Communication, Impact
from changedesk.overview.gaps import gaps
from changedesk.people.actions import add_group, add_person, add_project
from changedesk.people.links import (
    ADDRESSES,
    MITIGATED_BY,
    SHOWS_ADOPTION,
    TESTED_BY,
    link,
)
from changedesk.people.queries import project_called
from changedesk.people.records import Person
from changedesk.store.workspace import Workspace
from changedesk.survey.records import Benefit, Invitation, Measure, MeasureReading, Survey, Wave
from changedesk.training.records import Course, Enrolment, TrainingSession
from changedesk.uat.capture import record_result
from changedesk.uat.cycles import add_cycle, plan_runs
from changedesk.uat.records import Defect, Requirement, Run, Script
from changedesk.uat.scripts import add_script, current_version, steps_of

TODAY = date(2026, 3, 1)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Workspace]:
    desk = new_desk(tmp_path / "desk.changedesk", actor="Dana")
    add_project(desk, "CSM", "Service Cloud", go_live="2026-04-01")
    yield desk
    desk.close()


def add(desk: Workspace, record: Any) -> int:
    with desk.change("Add") as change:
        return int(change.add(record).id)


def tie(desk: Workspace, relation: str, one: int, two: int) -> None:
    with desk.change("Tie") as change:
        link(desk, change, relation, [(one, two)])


def project(desk: Workspace) -> int:
    return project_called(desk).id


def kinds(desk: Workspace) -> set[str]:
    return {gap.kind for gap in gaps(desk, project(desk), TODAY)}


def test_an_empty_project_lacks_nothing(desk: Workspace) -> None:
    assert gaps(desk, project(desk), TODAY) == []


def test_a_hard_impact_wants_a_message_training_a_test_and_its_group_a_champion(
    desk: Workspace,
) -> None:
    region = add_group(desk, "Region", headcount=20)
    team = add_group(desk, "Team", headcount=10, parent=region)
    impact = add(
        desk,
        Impact(project=project(desk), title="New desktop", group=team, severity=4, owner="Ana",
               starts="2026-04-01"),
    )  # fmt: skip
    wanted = {
        "impact_nothing_done", "impact_without_message", "impact_without_training",
        "impact_without_test", "group_without_champion", "group_without_session",
        "group_without_wave",
    }  # fmt: skip
    assert kinds(desk) == wanted
    message = add(
        desk,
        Communication(project=project(desk), title="What changes", planned="2026-03-10",
                      element="A", status="approved", channel="Meeting"),
    )  # fmt: skip
    tie(desk, MITIGATED_BY, impact, message)
    tie(desk, ADDRESSES, message, team)
    course = add(desk, Course(project=project(desk), title="Desktop", minutes=60, capacity=10))
    tie(desk, MITIGATED_BY, impact, course)
    script = add_script(desk, project(desk), "Open a chat", [{"do": "Open"}])
    tie(desk, TESTED_BY, impact, script)
    person = add_person(desk, "Amira", group=team)
    add(desk, Champion(project=project(desk), person=person, group=team))
    session = add(desk, TrainingSession(project=project(desk), course=course, place="Leeds"))
    add(desk, Enrolment(session=session, person=person))
    survey = add(desk, Survey(project=project(desk), title="Pulse"))
    wave = add(desk, Wave(survey=survey, title="Before"))
    add(desk, Invitation(wave=wave, group=region, invited=20))
    assert kinds(desk) == set()


def test_an_untested_requirement_and_a_failure_without_a_defect_are_named(desk: Workspace) -> None:
    add(desk, Requirement(project=project(desk), title="Sign in once", priority="must"))
    add(desk, Requirement(project=project(desk), title="A nicer icon", priority="could"))
    (gap,) = gaps(desk, project(desk), TODAY)
    assert (gap.kind, gap.record) == ("requirement_untested", "REQ-001")
    script = add_script(desk, project(desk), "Open a chat", [{"do": "Open"}])
    cycle = add_cycle(desk, project(desk), "Round")
    plan_runs(desk, cycle, [script], [None])
    run = desk.find(Run)
    assert run is not None
    step = steps_of(desk, current_version(desk, script))[0]
    record_result(desk, run.id, step.id, "fail")
    assert "failure_without_defect" in kinds(desk)
    found = desk.find(Script)
    assert found is not None
    add(desk, Defect(project=project(desk), title="It does not open", script=found.id))
    assert "failure_without_defect" not in kinds(desk)


def test_a_course_that_nobody_takes_and_a_champion_who_left_are_named(desk: Workspace) -> None:
    team, other = add_group(desk, "Team", headcount=5), add_group(desk, "Other", headcount=5)
    add(desk, Course(project=project(desk), title="Desktop"))
    person = add_person(desk, "Amira", group=other)
    add(desk, Champion(project=project(desk), person=person, group=team))
    assert kinds(desk) == {"course_not_booked", "champion_left"}


def test_adoption_lacks_readings_and_benefits_lack_measures(desk: Workspace) -> None:
    measure = add(desk, Measure(project=project(desk), title="Uses the hand-off"))
    benefit = add(
        desk,
        Benefit(project=project(desk), title="CSAT", baseline="71", target="70", direction="up"),
    )
    assert kinds(desk) == {"measure_not_read", "benefit_without_measure", "benefit_target"}
    add(desk, MeasureReading(measure=measure, taken="2026-03-20", count=1, base=2))
    assert "measure_not_read" in kinds(desk)  # before go-live it says nothing
    add(desk, MeasureReading(measure=measure, taken="2026-04-20", count=1, base=2))
    tie(desk, SHOWS_ADOPTION, measure, benefit)
    found = desk.find(Benefit)
    assert found is not None
    with desk.change("Aim higher") as change:
        change.set(found, target="85")
    assert kinds(desk) == set()


def test_what_is_closed_asks_for_nothing_any_more(desk: Workspace) -> None:
    hit = add(desk, Impact(project=project(desk), title="New screens", severity=4))
    assert {"impact_without_message", "impact_nothing_done", "impact_without_test"} <= kinds(desk)
    with desk.change("Close") as change:
        change.set(desk.get(Impact, hit), status="closed")
    assert not {kind for kind in kinds(desk) if kind.startswith("impact_")}


def test_a_champion_may_come_from_a_part_of_the_group(desk: Workspace) -> None:
    whole, other = add_group(desk, "Contact centre"), add_group(desk, "Stores")
    part = add_group(desk, "Billing", parent=whole)
    person = add_person(desk, "Anna", group=part)
    add(desk, Champion(project=project(desk), person=person, group=whole))
    assert "champion_left" not in kinds(desk)
    with desk.change("Move") as change:
        change.set(desk.get(Person, person), group=other)
    assert "champion_left" in kinds(desk)
