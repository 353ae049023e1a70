"""What the tab of sessions reads and writes; for workers."""

from dataclasses import dataclass

from changedesk.people import queries as people_queries
from changedesk.people.queries import PersonRow
from changedesk.store.workspace import Workspace
from changedesk.uat import queries, sessions
from changedesk.uat.records import SessionTester, UatSession
from ui.uat.session_dialog import SessionValues


@dataclass(frozen=True)
class SessionDraft:
    """What the dialog begins with: a session (None: a new one), its values, and all people."""

    session: int | None
    values: SessionValues
    people: tuple[PersonRow, ...]


def read_draft(workspace: Workspace, cycle: int, session: int | None) -> SessionDraft:
    """Read a session for its dialog; a new one expects whoever has runs in the cycle."""
    people = tuple(people_queries.people(workspace))
    known = next((one for one in sessions.sessions(workspace, cycle) if one.id == session), None)
    if known is not None:
        testers = tuple(one.person for one in known.testers)
        values = SessionValues(known.site, known.starts, known.minutes, known.facilitator, testers)
        return SessionDraft(known.id, values, people)
    given = (run.tester for run in queries.runs(workspace, cycle))
    testers = tuple(dict.fromkeys(tester for tester in given if tester is not None))
    return SessionDraft(None, SessionValues("", None, 120, None, testers), people)


def write_session(
    workspace: Workspace, cycle: int, session: int | None, values: SessionValues
) -> int:
    """Make a session, or change it, in one change; return its key."""
    fields = {
        "starts": values.starts,
        "minutes": values.minutes,
        "facilitator": values.facilitator,
    }
    if session is None:
        return sessions.add_session(workspace, cycle, values.site, values.testers, **fields)
    rows = workspace.rows(
        SessionTester.select(SessionTester.id, SessionTester.person).where(
            SessionTester.session == session
        )
    )
    known = {row.person: row.id for row in rows}
    gone = [key for person, key in known.items() if person not in values.testers]
    fresh = [person for person in values.testers if person not in known]
    with workspace.change(f"Change the session at {values.site}") as change:
        change.set_many(UatSession, {session: {"site": values.site, **fields}})
        if gone:
            change.delete_many(SessionTester, gone)
        change.add_many(SessionTester, [{"session": session, "person": one} for one in fresh])
    return session
