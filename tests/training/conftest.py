"""A project with a group of people, a course and a session; quick ways to add more."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from changedesk.desk import new_desk
from changedesk.people.actions import add_group, add_person, add_project
from changedesk.store.workspace import Workspace
from changedesk.training.courses import add_course
from changedesk.training.records import CourseSkill, Need, TrainingSession
from changedesk.training.sessions import add_session


@dataclass
class SteppingClock:
    """A minute passes with each look at it; it begins on Monday, 2 March 2026, at 9:00 UTC."""

    now: float = field(default=datetime(2026, 3, 2, 9, tzinfo=UTC).timestamp())

    def __call__(self) -> int:
        self.now += 60
        return int(self.now * 1000)


def moment(day: int, hour: int = 9, month: int = 3) -> int:
    """Return a moment of 2026 in ms UTC."""
    return int(datetime(2026, month, day, hour, tzinfo=UTC).timestamp() * 1000)


@dataclass
class Room:
    """A workspace with a project that goes live on 6 April 2026."""

    desk: Workspace
    project: int
    group: int
    people: list[int]
    course: int
    session: int

    def need(self, **fields: Any) -> int:
        given = {"title": "Use the CRM", "group": self.group, "course": self.course, **fields}
        with self.desk.change("Add a need") as change:
            return int(change.add(Need(project=self.project, **given)).id)

    def another(
        self, course: int | None = None, day: int = 12, hour: int = 9, **fields: Any
    ) -> int:
        return add_session(
            self.desk, course or self.course, starts=moment(day), time_zone="UTC", **fields
        )

    def course_called(self, title: str, **fields: Any) -> int:
        return add_course(self.desk, self.project, title, **fields)

    def gives(self, course: int, skill: int, level: int) -> int:
        with self.desk.change("Say what a course gives") as change:
            return int(change.add(CourseSkill(course=course, skill=skill, level=level)).id)

    def status(self) -> str:
        return self.desk.get(TrainingSession, self.session).status


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    desk = new_desk(tmp_path / "training.changedesk", actor="Dana", clock=SteppingClock())
    project = add_project(desk, "CRM", "Service Cloud", go_live="2026-04-06")
    group = add_group(desk, "Team Leeds", headcount=4)
    names = ("Amira", "Ben", "Chloé", "Dora")
    people = [add_person(desk, name, group=group) for name in names]
    course = add_course(desk, project, "CRM basics", minutes=60, capacity=3, no_show=10)
    session = add_session(desk, course, starts=moment(10), time_zone="UTC", place="Room 1")
    yield Room(desk, project, group, people, course, session)
    desk.close()
