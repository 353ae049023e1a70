"""What is to happen in a project soon, and what should have happened already, over all areas."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from changedesk.impact.message_days import PLANNED, late_days, marks
from changedesk.impact.message_queries import messages
from changedesk.store.engine import Sql
from changedesk.store.workspace import Workspace
from changedesk.training.clashes import local_time

AHEAD = timedelta(days=14)

_DAYS = (
    # what it is · record type · open until it is done?, and the rows: day, key, code, title
    ("go_live", "project", False,
     "SELECT go_live, id, code, name FROM project WHERE id = ?"),
    ("cycle_starts", "cycle", True,
     "SELECT starts, id, code, title FROM cycle WHERE project_id = ? AND status = 'planned'"),
    ("cycle_ends", "cycle", True,
     "SELECT ends, id, code, title FROM cycle WHERE project_id = ? AND status = 'open'"),
    ("wave_opens", "wave", True,
     ("SELECT w.opens, w.id, w.code, w.title FROM wave w JOIN survey s ON s.id = w.survey_id "
     "WHERE s.project_id = ? AND w.status = 'planned'")),
    ("wave_closes", "wave", True,
     ("SELECT w.closes, w.id, w.code, w.title FROM wave w JOIN survey s ON s.id = w.survey_id "
     "WHERE s.project_id = ? AND w.status = 'open'")),
    ("sponsor_action", "sponsor_action", True,
     "SELECT due, id, '', action FROM sponsor_action WHERE project_id = ? AND status = 'open'"),
    ("resistance_entry", "resistance_entry", True,
     ("SELECT due, id, code, title FROM resistance_entry WHERE project_id = ? "
     "AND status IN ('open', 'acting')")),
)  # fmt: skip
_MOMENTS = (
    # record type, whether it is late when its day is over, and the rows
    ("uat_session", "cycle", False,
     ("SELECT s.starts, '', c.id, c.code, s.site FROM uat_session s "
     "JOIN cycle c ON c.id = s.cycle_id WHERE c.project_id = ?")),
    ("training_session", "training_session", True,
     ("SELECT s.starts, s.time_zone, s.id, s.code, c.title FROM training_session s "
     "JOIN course c ON c.id = s.course_id "
     "WHERE s.project_id = ? AND s.status IN ('planned', 'open')")),
)  # fmt: skip


@dataclass(frozen=True, order=True)
class Coming:
    """Something on a day: what it is, at which record. It is late when its day is over.

    `starts` is the moment in milliseconds where it has one; `zone` names the time zone of its
    place, by which its day is, empty for this computer's.
    """

    day: date
    starts: int
    kind: str
    type_name: str
    key: int
    code: str
    title: str
    zone: str = ""

    def late(self, today: date) -> bool:
        """Tell whether it should have happened before today."""
        return self.day < today


def coming(workspace: Workspace, project: int, today: date) -> list[Coming]:
    """Return what is late and what happens from today on for two weeks, by day."""
    last = today + AHEAD
    with workspace.snapshot():
        found = list(_messages(workspace, project, today, last))
        with workspace.connected() as sql:
            found += _days(sql, project, today, last)
            found += _moments(sql, project, today, last)
    return sorted(found)


def _messages(workspace: Workspace, project: int, today: date, last: date) -> Iterator[Coming]:
    rows = messages(workspace, project)
    due = [(mark.day, mark.message, mark.code, mark.title)
           for mark in marks(rows, today, last, today) if mark.state == PLANNED]  # fmt: skip
    # Of a row of days that nobody sent the first is named: since then it is late.
    due += [(late[0], row.id, row.code, row.title)
            for row in rows if (late := late_days(row, today))]  # fmt: skip
    for day, key, code, title in due:
        yield Coming(day, 0, "message", "communication", key, code, title)


def _days(sql: Sql, project: int, today: date, last: date) -> Iterator[Coming]:
    for kind, type_name, open_until_done, query in _DAYS:
        for text, key, code, title in sql.rows(query, (project,)):
            day = date.fromisoformat(text) if text else None
            if day is not None and day <= last and (open_until_done or day >= today):
                yield Coming(day, 0, kind, type_name, key, code, title)


def _moments(sql: Sql, project: int, today: date, last: date) -> Iterator[Coming]:
    for kind, type_name, until_noted, query in _MOMENTS:
        for starts, zone, key, code, title in sql.rows(query, (project,)):
            if starts is None:
                continue
            day = local_time(starts, zone).date()
            if day <= last and (until_noted or day >= today):
                yield Coming(day, starts, kind, type_name, key, code, title, zone)
