"""Sessions of a cycle: who is expected where and when, and who came. Each action is one change."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from changedesk.people.records import Person
from changedesk.store.errors import UserError
from changedesk.store.workspace import Workspace
from changedesk.uat.records import SessionTester, UatSession
from changedesk.uat.words import ATTENDANCE


@dataclass(frozen=True)
class AttendanceRow:
    """Somebody expected at a session; `id` is the key of the attendance, not of the person."""

    id: int
    person: int
    name: str
    site: str
    attendance: str


@dataclass(frozen=True)
class SessionRow:
    """A session with the people who are expected."""

    id: int
    site: str
    starts: int | None
    minutes: int | None
    facilitator: int | None
    facilitator_name: str
    remark: str
    testers: tuple[AttendanceRow, ...]

    @property
    def present(self) -> int:
        """Return how many came."""
        return sum(1 for tester in self.testers if tester.attendance == "present")


def sessions(workspace: Workspace, cycle: int) -> list[SessionRow]:
    """Return the sessions of a cycle by time, their testers by name."""
    with workspace.connected() as sql:
        rows = sql.rows(
            "SELECT s.id, s.site, s.starts, s.minutes, s.facilitator_id, COALESCE(p.name, ''), "
            "s.remark FROM uat_session s LEFT JOIN person p ON p.id = s.facilitator_id "
            "WHERE s.cycle_id = ? ORDER BY s.starts IS NULL, s.starts, s.id",
            (cycle,),
        )
        people = sql.rows(
            "SELECT t.session_id, t.id, t.person_id, p.name, p.site, t.attendance "
            "FROM session_tester t JOIN uat_session s ON s.id = t.session_id "
            "JOIN person p ON p.id = t.person_id WHERE s.cycle_id = ?",
            (cycle,),
        )
    testers: dict[int, list[AttendanceRow]] = defaultdict(list)
    for session, *told in sorted(people, key=lambda row: (row[3].casefold(), row[1])):
        testers[session].append(AttendanceRow(*told))
    return [SessionRow(*(*row, tuple(testers[row[0]]))) for row in rows]


def add_session(
    workspace: Workspace, cycle: int, site: str, testers: Sequence[int] = (), **fields: Any
) -> int:
    """Add a session with its testers (persons' keys) and return its key.

    Further fields: `starts` (ms UTC), `minutes`, `facilitator` (a person's key), `remark`.
    """
    with workspace.change(f"Add a session at {site}" if site else "Add a session") as change:
        session = int(change.add(UatSession(cycle=cycle, site=site, **fields)).id)
        change.add_many(
            SessionTester,
            [{"session": session, "person": person} for person in dict.fromkeys(testers)],
        )
    return session


def set_attendance(
    workspace: Workspace, attendance: int, value: str, *, initiator: object = None
) -> None:
    """Say whether somebody came: expected, present or absent; raises UserError for other words."""
    if value not in {choice.code for choice in ATTENDANCE}:
        raise UserError(f"“{value}” is no attendance: use expected, present or absent.")
    record = workspace.get(SessionTester, attendance)
    name = workspace.get(Person, record.person_id).name
    with workspace.change(f"Note that {name} is {value}", initiator=initiator) as change:
        change.set(record, attendance=value)


def remove_session(workspace: Workspace, session: int) -> None:
    """Take a session out, with who was expected."""
    record = workspace.get(UatSession, session)
    with workspace.change(f"Remove the session at {record.site}") as change:
        change.delete(record)
