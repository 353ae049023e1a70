"""The load of groups month by month: impacts, messages, training and test sessions together."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from fractions import Fraction
from pathlib import Path

import pytest

from changedesk.desk import new_desk
from changedesk.impact.records import Communication, Impact
from changedesk.overview.load import LoadMap, both_maps, calmer_month
from changedesk.people.actions import add_group, add_person, add_project
from changedesk.people.links import ADDRESSES, MITIGATED_BY, link
from changedesk.people.records import BusyPeriod
from changedesk.store.workspace import Workspace
from changedesk.training.records import Course, Enrolment, TrainingSession
from changedesk.uat.records import Cycle, SessionTester, UatSession

TODAY = date(2026, 1, 1)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    workspace = new_desk(tmp_path / "load.changedesk", actor="Dana")
    yield workspace
    workspace.close()


@pytest.fixture
def team(workspace: Workspace) -> int:
    return add_group(workspace, "Leeds", headcount=10, capacity=6)


@pytest.fixture
def project(workspace: Workspace) -> int:
    return add_project(workspace, "CSM", "Service Cloud")


def moment(text: str) -> int:
    return int(datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp() * 1000)


def add_impact(workspace: Workspace, project: int, group: int, **fields: object) -> int:
    values = {"project": project, "group": group, "title": "Change", **fields}
    with workspace.change("Add") as change:
        return change.add_many(Impact, [values])[0]


def load_map(workspace: Workspace) -> LoadMap:
    return both_maps(workspace, 0)[1]


def test_an_empty_desk_has_no_load(workspace: Workspace) -> None:
    found = load_map(workspace)
    assert (found.periods, found.groups, dict(found.cells)) == ((), (), {})


def test_an_impact_stands_in_every_month_that_it_touches(workspace, project, team) -> None:
    key = add_impact(
        workspace, project, team, severity=3, minutes=600, starts="2026-01-30", ends="2026-02-02"
    )
    add_impact(workspace, project, team, severity=5)
    found = load_map(workspace)
    assert [period.first.month for period in found.periods] == [1, 2]
    assert found.undated == 1
    first, second = (found.cells[team, place].cell for place in (0, 1))
    assert first.impacts == second.impacts == (key,)
    assert (first.hours, second.hours, first.line) == (Fraction(5), Fraction(5), Fraction(6))
    assert not first.collision


def test_messages_training_and_testing_count_by_head_of_the_group(workspace, project, team) -> None:
    people = [add_person(workspace, name, group=team) for name in ("Amira", "Ben", "Chloé")]
    with workspace.change("Plan") as change:
        note = change.add(
            Communication(project=project, title="News", planned="2026-03-05", minutes=30)
        )
        link(workspace, change, ADDRESSES, [(note.id, team)])
        course = change.add(Course(project=project, title="Basics", minutes=120))
        session = change.add(
            TrainingSession(project=project, course=course.id, starts=moment("2026-03-10T09:00"))
        )
        for person in people:
            change.add(Enrolment(session=session.id, person=person))
        cycle = change.add(Cycle(project=project, title="UAT 1"))
        uat = change.add(UatSession(cycle=cycle.id, starts=moment("2026-03-12T09:00"), minutes=200))
        change.add(SessionTester(session=uat.id, person=people[0]))
    found = load_map(workspace)
    cell = found.cells[team, 0]
    assert cell.cell.hours == Fraction(30 + 120 * 3 // 10 + 200 // 10, 60)
    assert sorted(one.kind for one in cell.activities) == [
        "communication", "training_session", "uat_session",
    ]  # fmt: skip
    assert (cell.cell.count, cell.cell.changes) == (0, 1)


def test_an_hour_that_is_planned_is_not_counted_twice(workspace, project, team) -> None:
    key = add_impact(workspace, project, team, severity=3, minutes=120, starts="2026-03-10")
    person = add_person(workspace, "Amira", group=team)
    assert load_map(workspace).cells[team, 0].cell.hours == 2
    with workspace.change("Plan") as change:
        course = change.add(Course(project=project, title="Basics", minutes=120))
        link(workspace, change, MITIGATED_BY, [(key, course.id)])
        session = change.add(
            TrainingSession(project=project, course=course.id, starts=moment("2026-03-10T09:00"))
        )
        change.add(Enrolment(session=session.id, person=person))
    assert load_map(workspace).cells[team, 0].cell.hours == Fraction(2, 10)


def test_two_projects_collide_and_the_nearest_calmer_month_is_named(
    workspace, project, team
) -> None:
    other = add_project(workspace, "BOT", "Chatbot")
    for where in (project, other):
        add_impact(workspace, where, team, severity=3, minutes=60, starts="2026-03-10")
    add_impact(workspace, other, team, severity=4, starts="2026-04-10")
    add_impact(workspace, other, team, severity=1, starts="2026-02-10")
    found = load_map(workspace)
    assert [period.first.month for period in found.periods] == [2, 3, 4]
    assert found.cells[team, 1].cell.collides == {project, other}
    assert not found.cells[team, 2].cell.collision
    calmer = calmer_month(found, team, 1, TODAY)
    assert calmer is not None
    assert calmer.first == date(2026, 2, 1)
    later = calmer_month(found, team, 1, date(2026, 3, 2))
    assert later is not None
    assert later.first == date(2026, 5, 1)
    assert calmer_month(found, team, 2, TODAY) is None


def test_a_busy_period_lowers_the_line_for_everybody(workspace, project, team) -> None:
    add_impact(workspace, project, team, severity=2, minutes=300, starts="2026-04-10")
    assert not load_map(workspace).cells[team, 0].cell.over
    with workspace.change("Peak") as change:
        change.add(BusyPeriod(starts="2026-04-01", ends="2026-04-30", capacity=50, why="Peak"))
    cell = load_map(workspace).cells[team, 0].cell
    assert (cell.line, cell.over) == (Fraction(3), True)


def message(workspace: Workspace, project: int, group: int, **fields: object) -> int:
    with workspace.change("Plan") as change:
        (key,) = change.add_many(Communication, [{"project": project, "title": "Huddle", **fields}])
        link(workspace, change, ADDRESSES, [(key, group)])
        return key


def test_a_message_that_repeats_takes_its_time_on_each_of_its_days(
    workspace, project, team
) -> None:
    told = {"occasion": "Every Monday", "minutes": 60}
    message(workspace, project, team, planned="2027-03-01", ends="2027-04-30", **told)
    found = load_map(workspace)
    assert [period.first.month for period in found.periods] == [3, 4]
    assert [found.cells[team, place].cell.hours for place in (0, 1)] == [5, 4]


def test_a_message_without_an_end_counts_as_far_as_anything_else_is_known(
    workspace, project, team
) -> None:
    told = {"occasion": "Every Monday", "minutes": 60}
    message(workspace, project, team, planned="2027-03-01", **told)
    assert [period.first.month for period in load_map(workspace).periods] == [3]
    add_impact(workspace, project, team, severity=2, starts="2027-05-10", ends="2027-05-14")
    found = load_map(workspace)
    assert [found.cells[team, place].cell.hours for place in range(3)] == [5, 4, 2]
    with workspace.change("Stop") as change:
        rows = workspace.rows(Communication.select(Communication.id))
        change.set_many(Communication, {row.id: {"status": "cancelled"} for row in rows})
    assert [period.first.month for period in load_map(workspace).periods] == [5]


def test_an_event_without_a_day_takes_no_time_of_any_month(workspace, project, team) -> None:
    message(workspace, project, team, occasion="At each phase gate", minutes=60)
    assert not load_map(workspace).periods
