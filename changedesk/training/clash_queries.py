"""The clashes of a project's sessions, judged by the rules of `clashes`."""

import re
from collections import defaultdict
from dataclasses import dataclass

from changedesk.people.links import REQUIRES, links
from changedesk.store.engine import Sql
from changedesk.store.workspace import Workspace
from changedesk.training.clashes import (
    Busy,
    Clash,
    Hours,
    Meeting,
    Plan,
    Seat,
    find_clashes,
    meeting_at,
)
from changedesk.training.members import groups_of, members_on
from changedesk.training.records import COMPLETIONS
from changedesk.training.sessions import WAITING

_SEVERAL = re.compile(r"[,;/&+\n]|\b(?:and|und|et|y|e)\b")
_NO_ROOM = re.compile(
    r"://|www\.|\b(?:teams|zoom|webex|skype|online|remote|virtual|virtuell|tbd|tbc)\b"
)
_PRESENT = ("attended", "partial")


@dataclass(frozen=True)
class ClashRow:
    """A clash in words that people know: session, person and what it clashes with."""

    kind: str
    session: int
    session_code: str
    person: int | None
    name: str
    other: str


def planned(workspace: Workspace) -> tuple[Plan, list[Seat]]:
    """Return what is known of the sessions of all projects, and who is in them.

    Somebody may be asked for by two projects at once. Sessions that were cancelled, and people
    who did not come, are left out.
    """
    requires = links(workspace, REQUIRES)
    with workspace.connected() as sql:
        meetings, capacity, ready, course_of = _meetings(sql)
        rows = sql.rows(
            "SELECT e.session_id, e.person_id, e.state FROM enrolment e "
            "WHERE e.state NOT IN ('no_show', 'excused')"
        )
        people = sorted({row[1] for row in rows})
        hours: dict[int, list[Hours]] = defaultdict(list)
        for person, day, starts, ends, kind in sql.by_keys(
            "SELECT person_id, day, starts, ends, kind FROM duty WHERE person_id IN ({keys})",
            people,
        ):
            hours[person].append(Hours(day, starts, ends, kind == "away"))
        busy = [
            Busy(*row)
            for row in sql.rows("SELECT group_id, starts, ends, capacity FROM busy_period")
        ]
        days = sorted(one.day for one in meetings.values())
        groups = groups_of(members_on(sql, days[0])) if days else {}
    seats = [
        Seat(session, person, settled=state not in WAITING)
        for session, person, state in rows
        if session in course_of
    ]
    done: dict[int, set[int]] = defaultdict(set)
    for session, person, state in rows:
        if state in _PRESENT and session in course_of and session not in meetings:
            done[person].add(course_of[session])
    with workspace.connected() as sql:
        trainers, rooms = _trainers_and_rooms(sql)
    return Plan(
        meetings, hours, busy, groups, requires, done, capacity, ready, trainers, rooms
    ), seats


def _trainers_and_rooms(sql: Sql) -> tuple[dict[int, set[str]], dict[int, set[str]]]:
    """Return who gives each session that is not over, and in which room of which clock it is.

    “Teams” and a link are no room: any number of sessions can be there at once.
    """
    trainers, rooms = {}, {}
    for session, trainer, place, zone in sql.rows(
        "SELECT s.id, CASE WHEN s.trainer = '' THEN c.trainer ELSE s.trainer END, s.place, "
        "s.time_zone FROM training_session s JOIN course c ON c.id = s.course_id "
        "WHERE s.status NOT IN ('cancelled', 'held') AND s.starts IS NOT NULL"
    ):
        names = {" ".join(one.casefold().split()) for one in _SEVERAL.split(trainer)}
        trainers[session] = names - {""}
        room = " ".join(place.casefold().split())
        if room and not _NO_ROOM.search(room):
            rooms[session] = {f"{room} {zone}"}
    return trainers, rooms


def clashes(workspace: Workspace, project: int) -> list[ClashRow]:
    """Return every clash of a project's sessions, by session and name."""
    plan, seats = planned(workspace)
    with workspace.connected() as sql:
        own = dict(
            sql.rows("SELECT id, code FROM training_session WHERE project_id = ?", (project,))
        )
        found = [one for one in find_clashes(plan, seats) if one.session in own]
        names = dict(
            sql.by_keys(
                "SELECT id, name FROM person WHERE id IN ({keys})",
                sorted({one.person for one in found if one.person is not None}),
            )
        )
        codes = dict(sql.rows("SELECT id, code FROM training_session"))
        codes |= dict(sql.rows("SELECT id, code FROM course"))
    rows = [_row(one, names, codes) for one in found]
    return sorted(rows, key=lambda row: (len(row.session_code), row.session_code, row.name))


def _row(clash: Clash, names: dict[int, str], codes: dict[int, str]) -> ClashRow:
    return ClashRow(
        clash.kind,
        clash.session,
        codes[clash.session],
        clash.person,
        names.get(clash.person or 0, ""),
        codes.get(clash.other or 0, ""),
    )


def _meetings(
    sql: Sql,
) -> tuple[dict[int, Meeting], dict[int, int], dict[int, str], dict[int, int]]:
    meetings, capacity, ready, course_of = {}, {}, {}, {}
    for session, course, starts, minutes, zone, seats, materials in sql.rows(
        "SELECT s.id, s.course_id, s.starts, COALESCE(s.minutes, c.minutes), s.time_zone, "
        "CASE WHEN s.source_key = ? THEN s.capacity ELSE COALESCE(s.capacity, c.capacity) END, "
        "c.materials_ready FROM training_session s "
        "JOIN course c ON c.id = s.course_id WHERE s.status <> 'cancelled'",
        (COMPLETIONS,),
    ):
        course_of[session] = course
        if starts is not None:
            meetings[session] = meeting_at(session, course, starts, minutes, zone)
        if seats is not None:
            capacity[session] = seats
        if materials:
            ready[session] = materials
    return meetings, capacity, ready, course_of
