"""What asks time of groups besides their daily work: messages, training, test sessions."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from peewee import Value, fn

from changedesk.impact.periods import Period, stretch
from changedesk.impact.records import Communication
from changedesk.people.links import ADDRESSES, CALLS_FOR, MITIGATED_BY, links
from changedesk.people.records import Group, Person
from changedesk.store.workspace import Workspace
from changedesk.training.clashes import local_time
from changedesk.training.records import Course, Enrolment, Need, TrainingSession
from changedesk.uat.records import Cycle, SessionTester, UatSession

COMMUNICATION, TRAINING, TESTING = "communication", "training_session", "uat_session"
CANCELLED = "cancelled"
AWAY = ("no_show", "excused")


@dataclass(frozen=True)
class Activity:
    """Something that takes time of a group; `minutes` are those of one person on the average.

    `kind` is the type of the record `key`.
    """

    kind: str
    key: int
    project: int
    title: str
    group: int
    when: Period
    minutes: Fraction


def activities(workspace: Workspace) -> list[Activity]:
    """Return all dated activities of all projects, one for each group that they concern."""
    return [*_messages(workspace), *_training(workspace), *_testing(workspace)]


def counted_elsewhere(workspace: Workspace) -> set[int]:
    """Return the impacts whose time is that of what answers them: a dated message, a session."""
    dated = {row.id for row in _dated_messages(workspace)}
    query = TrainingSession.select(TrainingSession.course).where(
        TrainingSession.starts.is_null(False) & (TrainingSession.status != CANCELLED)
    )
    given = {row.course for row in workspace.rows(query.distinct())}
    needs = workspace.rows(Need.select(Need.id, Need.course).where(Need.course.in_(given)))
    answers = dated | given | {row.id for row in needs}
    return {
        impact
        for relation in (MITIGATED_BY, CALLS_FOR)
        for impact, targets in links(workspace, relation).items()
        if targets & answers
    }


def _dated_messages(workspace: Workspace) -> list[Communication]:
    query = Communication.select(
        Communication.id, Communication.project, Communication.title, Communication.planned,
        Communication.minutes,
    ).where(
        (Communication.planned != "")
        & (Communication.minutes > 0)
        & (Communication.status != CANCELLED)
    )  # fmt: skip
    return workspace.rows(query)


def _messages(workspace: Workspace) -> list[Activity]:
    addressed = links(workspace, ADDRESSES)
    found = []
    for row in _dated_messages(workspace):
        when = stretch(row.planned, row.planned)
        if when is None:
            continue
        minutes = Fraction(row.minutes or 0)
        found += [
            Activity(COMMUNICATION, row.id, int(row.project), row.title, group, when, minutes)
            for group in addressed.get(row.id, ())
        ]
    return found


def _training(workspace: Workspace) -> list[Activity]:
    query = (
        TrainingSession.select(
            TrainingSession.id, TrainingSession.project, Course.title, Person.group,
            TrainingSession.starts, TrainingSession.time_zone,
            fn.COALESCE(TrainingSession.minutes, Course.minutes, 0).alias("minutes"),
            fn.COUNT(Enrolment.id).alias("people"),
        )
        .join(Course, on=TrainingSession.course == Course.id)
        .switch(TrainingSession)
        .join(Enrolment, on=Enrolment.session == TrainingSession.id)
        .join(Person, on=Enrolment.person == Person.id)
        .where(
            TrainingSession.starts.is_null(False)
            & (TrainingSession.status != CANCELLED)
            & Person.group.is_null(False)
            & Enrolment.state.not_in(AWAY)
        )
        .group_by(
            TrainingSession.id, TrainingSession.project, Course.title, Person.group,
            TrainingSession.starts, TrainingSession.time_zone, TrainingSession.minutes,
            Course.minutes,
        )
    )  # fmt: skip
    return _of_people(workspace, TRAINING, workspace.rows(query))


def _testing(workspace: Workspace) -> list[Activity]:
    query = (
        UatSession.select(
            UatSession.id, Cycle.project, Cycle.title, Person.group, UatSession.starts,
            Value("").alias("time_zone"),
            fn.COALESCE(UatSession.minutes, 0).alias("minutes"),
            fn.COUNT(SessionTester.id).alias("people"),
        )
        .join(Cycle, on=UatSession.cycle == Cycle.id)
        .switch(UatSession)
        .join(SessionTester, on=SessionTester.session == UatSession.id)
        .join(Person, on=SessionTester.person == Person.id)
        .where(
            UatSession.starts.is_null(False)
            & Person.group.is_null(False)
            & (SessionTester.attendance != "absent")
        )
        .group_by(
            UatSession.id, Cycle.project, Cycle.title, Person.group, UatSession.starts,
            UatSession.minutes,
        )
    )  # fmt: skip
    return _of_people(workspace, TESTING, workspace.rows(query))


def _of_people(workspace: Workspace, kind: str, rows: Iterable[tuple[Any, ...]]) -> list[Activity]:
    """Spread what some people of a group do over all of it."""
    rows = list(rows)
    sizes = _sizes(workspace) if rows else {}
    found = []
    for key, project, title, group, starts, zone, minutes, people in rows:
        day = local_time(int(starts), zone).date()
        share = Fraction(people, max(people, sizes.get(group, 0)))
        found.append(
            Activity(kind, key, project, str(title), group, Period(day, day), minutes * share)
        )
    return found


def _sizes(workspace: Workspace) -> Mapping[int, int]:
    """Return how many people each group has: its headcount, else those who are known."""
    sizes: dict[int, int] = defaultdict(int)
    known = Person.select(Person.group, fn.COUNT(Person.id).alias("people")).where(
        Person.group.is_null(False)
    )
    for row in workspace.rows(known.group_by(Person.group)):
        sizes[row.group] = row.people
    for row in workspace.rows(Group.select(Group.id, Group.headcount)):
        if row.headcount:
            sizes[row.id] = row.headcount
    return sizes
