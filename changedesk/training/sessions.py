"""Sessions and who is in them: each action is one undoable change."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from changedesk.store.errors import UserError
from changedesk.store.workspace import Workspace
from changedesk.training.records import COMPLETIONS, Course, Enrolment, TrainingSession

WAITING = ("invited", "confirmed")
"""States of an enrolment before its attendance was taken."""


@dataclass(frozen=True)
class SessionRow:
    """A session with what it takes from its course, and how many people are in which state."""

    id: int
    code: str
    course: int
    course_code: str
    title: str
    starts: int | None
    minutes: int | None
    time_zone: str
    place: str
    trainer: str
    capacity: int | None
    no_show: int | None
    status: str
    states: Mapping[str, int] = field(default_factory=dict)

    @property
    def enrolled(self) -> int:
        """Return how many people are in the session, whatever became of them."""
        return sum(self.states.values())

    @property
    def noted(self) -> int:
        """Return of how many the attendance was taken."""
        return sum(count for state, count in self.states.items() if state not in WAITING)

    @property
    def came(self) -> int:
        """Return how many came, for a part of it too."""
        return self.states.get("attended", 0) + self.states.get("partial", 0)


@dataclass(frozen=True)
class EnrolmentRow:
    """Somebody in a session; `state` is what the newest attendance says, else the invitation."""

    id: int
    person: int
    name: str
    group: str
    invitation: str
    state: str
    walk_in: bool
    retrain: bool
    minutes: int | None = None
    score: int | None = None
    passed: bool = False


@dataclass(frozen=True)
class Candidate:
    """Somebody who is not in a session yet, with the name of the group."""

    id: int
    name: str
    group: str
    role: str


@dataclass(frozen=True)
class Enrolled:
    """What enrolling did: keys of the new enrolments, and by how many the seats are exceeded."""

    keys: tuple[int, ...]
    over: int


def sessions(workspace: Workspace, project: int) -> list[SessionRow]:
    """Return the sessions of a project by time."""
    return _sessions(workspace, "c.project_id = ?", project)


def session_row(workspace: Workspace, session: int) -> SessionRow:
    """Return one session; raises UserError when it is not there (any more)."""
    found = _sessions(workspace, "s.id = ?", session)
    if not found:
        raise UserError("This session is not there any more.")
    return found[0]


def _sessions(workspace: Workspace, condition: str, key: int) -> list[SessionRow]:
    with workspace.connected() as sql:
        rows = sql.rows(
            "SELECT s.id, s.code, c.id, c.code, c.title, s.starts, "
            "COALESCE(s.minutes, c.minutes), s.time_zone, s.place, "
            "CASE WHEN s.trainer = '' AND s.source_key <> ? THEN c.trainer ELSE s.trainer END, "
            "CASE WHEN s.source_key = ? THEN s.capacity ELSE COALESCE(s.capacity, c.capacity) END, "
            "c.no_show, s.status FROM training_session s JOIN course c ON c.id = s.course_id "
            f"WHERE {condition} ORDER BY s.starts IS NULL, s.starts, s.id",
            (COMPLETIONS, COMPLETIONS, key),
        )
        counts = sql.rows(
            "SELECT e.session_id, e.state, COUNT(*) FROM enrolment e "
            "JOIN training_session s ON s.id = e.session_id JOIN course c ON c.id = s.course_id "
            f"WHERE {condition} GROUP BY e.session_id, e.state",
            (key,),
        )
    states: dict[int, dict[str, int]] = defaultdict(dict)
    for session, state, count in counts:
        states[session][state] = count
    return [SessionRow(*(*row, states.get(row[0], {}))) for row in rows]


def enrolments(workspace: Workspace, session: int) -> list[EnrolmentRow]:
    """Return who is in a session, by name."""
    with workspace.connected() as sql:
        rows = sql.rows(
            "SELECT e.id, e.person_id, p.name, COALESCE(g.name, ''), e.invitation, e.state, "
            "e.walk_in, e.retrain FROM enrolment e JOIN person p ON p.id = e.person_id "
            "LEFT JOIN people_group g ON g.id = p.group_id WHERE e.session_id = ?",
            (session,),
        )
        noted = sql.by_keys(
            "SELECT a.enrolment_id, a.at, x.uid, a.minutes, a.score, a.passed FROM attendance a "
            "JOIN entity x ON x.id = a.id WHERE a.enrolment_id IN ({keys})",
            [row[0] for row in rows],
        )
    noted.sort(key=lambda row: (row[1] or 0, bytes(row[2])))
    newest = {row[0]: (row[3], row[4], bool(row[5])) for row in noted}
    found = [
        EnrolmentRow(*(*row[:6], bool(row[6]), bool(row[7]), *newest.get(row[0], ())))
        for row in rows
    ]
    return sorted(found, key=lambda row: (row.name.casefold(), row.id))


def candidates(workspace: Workspace, session: int) -> list[Candidate]:
    """Return who can be enrolled in a session, by group and name; without a group last."""
    with workspace.connected() as sql:
        rows = sql.rows(
            "SELECT p.id, p.name, COALESCE(g.name, ''), p.role FROM person p "
            "LEFT JOIN people_group g ON g.id = p.group_id WHERE NOT EXISTS "
            "(SELECT 1 FROM enrolment e WHERE e.session_id = ? AND e.person_id = p.id)",
            (session,),
        )
    found = [Candidate(*row) for row in rows]
    return sorted(found, key=lambda one: (not one.group, one.group.casefold(), one.name.casefold()))


def add_session(workspace: Workspace, course: int, **fields: Any) -> int:
    """Add a session of a course and return its key; fields such as `starts` (ms UTC), `place`."""
    record = workspace.get(Course, course)
    with workspace.change(f"Add a session of {record.code}") as change:
        return int(
            change.add(TrainingSession(project=record.project_id, course=course, **fields)).id
        )


def enrol(
    workspace: Workspace, session: int, people: Sequence[int], *, confirmed: bool = False
) -> Enrolled:
    """Put people into a session, in one change; who is in it already is left alone.

    More people than seats are taken: `over` says by how many, so that a screen can warn.
    """
    row = session_row(workspace, session)
    known = {one.person for one in enrolments(workspace, session)}
    fresh = [person for person in dict.fromkeys(people) if person not in known]
    over = max(0, row.enrolled + len(fresh) - row.capacity) if row.capacity is not None else 0
    if not fresh:
        return Enrolled((), over)
    many = "1 person" if len(fresh) == 1 else f"{len(fresh)} people"
    invitation = "confirmed" if confirmed else "invited"
    with workspace.change(f"Enrol {many} in {row.code}") as change:
        keys = change.add_many(
            Enrolment,
            [{"session": session, "person": one, "invitation": invitation} for one in fresh],
        )
    return Enrolled(tuple(keys), over)


def set_invitation(workspace: Workspace, keys: Sequence[int], invitation: str) -> int:
    """Say that people confirmed, or are only invited; return how many that changed."""
    if invitation not in WAITING:
        raise UserError(f"“{invitation}” is no invitation: use invited or confirmed.")
    many = "1 person" if len(keys) == 1 else f"{len(keys)} people"
    with workspace.change(f"Note {many} as {invitation}") as change:
        return change.set_many(Enrolment, {key: {"invitation": invitation} for key in keys})


def take_out(workspace: Workspace, keys: Sequence[int]) -> None:
    """Take people out of a session; raises UserError for one whose attendance was taken."""
    label = "Take 1 person out" if len(keys) == 1 else f"Take {len(keys)} people out"
    with workspace.change(label) as change:
        change.delete_many(Enrolment, keys)


def move(workspace: Workspace, keys: Sequence[int], session: int) -> int:
    """Put people into another session of the same course, in one change; return how many moved.

    Raises UserError for a session of another course; who is in it already stays where she is.
    """
    row = session_row(workspace, session)
    known = {one.person for one in enrolments(workspace, session)}
    moved = {}
    for key in keys:
        one = workspace.get(Enrolment, key)
        if session_row(workspace, one.session_id).course != row.course:
            raise UserError(f"{row.code} is a session of another course.")
        if one.person_id not in known:
            moved[key] = {"session": session}
    if moved:
        many = "1 person" if len(moved) == 1 else f"{len(moved)} people"
        with workspace.change(f"Move {many} to {row.code}") as change:
            change.set_many(Enrolment, moved)
    return len(moved)
