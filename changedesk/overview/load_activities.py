"""What asks time of groups besides their daily work: messages, training, test sessions."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from peewee import Value, fn

from changedesk.impact.message_days import ANNOUNCED, begins, marks
from changedesk.impact.message_queries import MessageRow, messages
from changedesk.impact.periods import Period
from changedesk.impact.records import Communication
from changedesk.people.days import today
from changedesk.people.links import CALLS_FOR, MITIGATED_BY, links
from changedesk.people.records import Group, Person
from changedesk.store.workspace import Workspace
from changedesk.training.clashes import local_time
from changedesk.training.records import Course, Enrolment, Need, TrainingSession
from changedesk.uat.records import Cycle, SessionTester, UatSession

COMMUNICATION, TRAINING, TESTING = "communication", "training_session", "uat_session"
CANCELLED = "cancelled"
AWAY = ("no_show", "excused")
LONGEST = timedelta(days=5 * 366)
"""A message that repeats is counted no further ahead than this."""


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


@dataclass(frozen=True)
class MessageDays:
    """A message that takes time of its readers, with the days on which it goes out."""

    row: MessageRow
    project: int
    minutes: int
    days: tuple[date, ...]


def activities(workspace: Workspace, told: Iterable[MessageDays]) -> list[Activity]:
    """Return all dated activities of all projects, one for each group that they concern."""
    return [*_messages(told), *_training(workspace), *_testing(workspace)]


def counted_elsewhere(workspace: Workspace, told: Iterable[MessageDays]) -> set[int]:
    """Return the impacts whose time is that of what answers them: a dated message, a session."""
    dated = {one.row.id for one in told}
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


def message_days(workspace: Workspace, last: date | None) -> list[MessageDays]:
    """Return the messages that take time of people, with each day on which they go out.

    One that repeats without an end is counted up to the last day that anything else has, `last`
    being that of what is no message; without any such day its first month counts.
    """
    c = Communication
    timed = c.select(c.id, c.project, c.minutes).where((c.minutes > 0) & (c.status != CANCELLED))
    minutes = {row.id: (int(row.project), int(row.minutes)) for row in workspace.rows(timed)}
    rows = [
        row
        for project in sorted({project for project, _ in minutes.values()})
        for row in messages(workspace, project)
        if row.id in minutes
    ]
    now = date.fromisoformat(today(workspace))
    far = now + LONGEST
    ending = [row for row in rows if row.ends is not None or not row.recurring]
    days = _days_of(ending, now, far, date.max)
    latest = [*([] if last is None else [last]), *(day for own in days.values() for day in own)]
    for row in rows:
        since = begins(row)
        if row.recurring and row.ends is None and since is not None:
            # A month has at least one of its days, however seldom it repeats.
            until = min(max([since + timedelta(days=30), *latest]), far)
            days |= _days_of([row], now, until, until)
    return [
        MessageDays(row, *minutes[row.id], tuple(sorted(days[row.id])))
        for row in rows
        if days.get(row.id)
    ]


def _days_of(
    rows: Iterable[MessageRow], now: date, repeated_until: date, last: date
) -> dict[int, set[date]]:
    found: dict[int, set[date]] = defaultdict(set)
    for row in rows:
        for mark in marks([row], date.min, repeated_until if row.recurring else last, now):
            if mark.state != ANNOUNCED:
                found[row.id].add(mark.day)
    return found


def _messages(told: Iterable[MessageDays]) -> list[Activity]:
    return [
        Activity(
            COMMUNICATION, one.row.id, one.project, one.row.title, group, Period(day, day),
            Fraction(one.minutes),
        )
        for one in told
        for group in one.row.groups
        for day in one.days
    ]  # fmt: skip


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
