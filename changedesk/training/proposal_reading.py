"""What a workspace says to a proposal: who needs which course, when people can come."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from changedesk.people.days import today
from changedesk.people.links import REQUIRES, links
from changedesk.store.engine import Sql
from changedesk.store.workspace import Workspace
from changedesk.training.clashes import DAY, DEFAULT_MINUTES, meeting_at
from changedesk.training.completion_days import day_noted
from changedesk.training.members import groups_of, members_on
from changedesk.training.scheduling import (
    Blackout,
    Instance,
    Learner,
    Lesson,
    Opening,
    Placement,
    Slot,
    Span,
)

_EPOCH = date(1970, 1, 1)
_EVER = 10**9
STEP = 30
"""New sessions begin at full and half hours."""


@dataclass(frozen=True)
class Wish:
    """What is asked: courses, days (ISO) and hours (minutes after midnight) of new sessions.

    With `add` as many sessions are proposed as seats and no-shows ask for, with `more` as many as
    shifts and shares make necessary. `zone` is that of new sessions; empty for this computer's.
    """

    courses: tuple[int, ...]
    first: str
    last: str
    opens: int = 8 * 60
    closes: int = 18 * 60
    add: bool = True
    more: bool = True
    weekend: bool = False
    zone: str = ""


@dataclass(frozen=True)
class Frame:
    """An instance with the words for what is in it; `length` is that of the journal it saw."""

    instance: Instance
    enrolments: Mapping[Placement, int]
    people: Mapping[int, str]
    groups: Mapping[int, str]
    group_of: Mapping[int, int]
    sizes: Mapping[int, int]
    courses: Mapping[int, str]
    codes: Mapping[int, str]
    ready: Mapping[int, str]
    length: int


def read_frame(workspace: Workspace, project: int, wish: Wish) -> Frame:
    """Return what a proposal is made from."""
    length = workspace.journal_length()
    requires = links(workspace, REQUIRES)
    with workspace.connected() as sql:
        lessons, ready = _lessons(sql, requires)
        slots, codes = _slots(sql, wish)
        members = members_on(sql, wish.first)
        known_by = max(wish.first, today(workspace))
        fixed, current, keys, had, loose = _seats(sql, slots, wish, known_by)
        wanted = _wanted(sql, project, wish, members, had)
        for person, course in loose:
            wanted[person].discard(course)
        by_id = {one.id: one for one in slots}
        for one in current:
            wanted[one.person].add(by_id[one.session].course)
        _first_things(wanted, lessons, had, loose, wish)
        inside = {one.person for one in (*fixed, *current)}
        own = groups_of(members)
        free = _free(sql, sorted(wanted.keys() | inside))
        most, names, sizes = _shares(sql, members)
        people = dict(sql.rows("SELECT id, name FROM person"))
        group_of = dict(sql.rows("SELECT id, group_id FROM person WHERE group_id IS NOT NULL"))
        blackouts = _blackouts(sql)
        titles = sql.rows("SELECT id, code, title FROM course")
        courses = {key: f"{code} {title}" for key, code, title in titles}
    learners = [
        Learner(
            person,
            own.get(person, frozenset()),
            tuple(sorted(wanted[person])),
            free.get(person),
            frozenset(course for one, course in had if one == person),
        )
        for person in sorted(wanted.keys() | inside)
    ]
    openings = {
        course: _openings(wish, lessons[course].minutes, ready.get(course, ""))
        for course in wish.courses
        if wish.add and course in lessons
    }
    instance = Instance(
        learners, tuple(lessons.values()), tuple(slots), most, blackouts,
        tuple(fixed), tuple(current), openings, wish.more,
    )  # fmt: skip
    return Frame(instance, keys, people, names, group_of, sizes, courses, codes, ready, length)


def _lessons(
    sql: Sql, requires: Mapping[int, Iterable[int]]
) -> tuple[dict[int, Lesson], dict[int, str]]:
    found, ready = {}, {}
    for key, minutes, seats, no_show, trainer, materials in sql.rows(
        "SELECT id, minutes, capacity, no_show, trainer, materials_ready FROM course"
    ):
        first = frozenset(requires.get(key, ()))
        found[key] = Lesson(key, minutes or DEFAULT_MINUTES, seats, no_show, first, trainer)
        ready[key] = materials
    return found, ready


def _slots(sql: Sql, wish: Wish) -> tuple[list[Slot], dict[int, str]]:
    found, codes = [], {}
    for key, code, course, starts, minutes, zone, seats, fixed, status, trainer in sql.rows(
        "SELECT s.id, s.code, s.course_id, s.starts, COALESCE(s.minutes, c.minutes), s.time_zone, "
        "COALESCE(s.capacity, c.capacity), s.fixed, s.status, "
        "CASE WHEN s.trainer = '' THEN c.trainer ELSE s.trainer END "
        "FROM training_session s JOIN course c ON c.id = s.course_id "
        "WHERE s.status <> 'cancelled' AND s.starts IS NOT NULL ORDER BY s.id"
    ):
        meeting = meeting_at(key, course, starts, minutes, zone)
        begin = starts // 60_000
        here = _clock(meeting.day) + meeting.begin
        is_open = (
            course in wish.courses
            and not fixed
            and status != "held"
            and wish.first <= meeting.day <= wish.last
        )
        ends = begin + (meeting.ends - meeting.starts) // 60_000
        found.append(Slot(key, course, begin, ends, seats, here - begin, is_open, trainer))
        codes[key] = code
    return found, codes


def _clock(day: str) -> int:
    return (date.fromisoformat(day) - _EPOCH).days * DAY


def _seats(
    sql: Sql, slots: list[Slot], wish: Wish, day: str
) -> tuple[
    list[Placement], list[Placement], dict[Placement, int], set[tuple[int, int]],
    set[tuple[int, int]],
]:  # fmt: skip
    """Return who stays, who may be moved, their enrolments, who had what, who waits untimed.

    What somebody is said to complete after the day is not had. Nobody waits for a session that
    was held: who is only registered there, as learning systems list them, needs a place.
    """
    opened = {one.id: one.open for one in slots}
    days = {one.id: _day_of(one) for one in slots}
    earlier = _said_by(sql, day)
    fixed: list[Placement] = []
    current: list[Placement] = []
    keys: dict[Placement, int] = {}
    had: set[tuple[int, int]] = set()
    loose: set[tuple[int, int]] = set()
    for key, person, session, course, said, kept, again, status in sql.rows(
        "SELECT e.id, e.person_id, e.session_id, s.course_id, e.state, e.fixed, e.retrain, "
        "s.status "
        "FROM enrolment e JOIN training_session s ON s.id = e.session_id "
        "WHERE s.status <> 'cancelled' AND e.state NOT IN ('no_show', 'excused') ORDER BY e.id"
    ):
        state = earlier.get(key, said)
        if state in ("attended", "partial") and days.get(session, day) <= day:
            if not again and (state == "attended" or course not in wish.courses):
                had.add((person, course))
        elif session not in opened:
            if state and status != "held":
                loose.add((person, course))
        elif (one := Placement(person, session)) not in keys:
            keys[one] = key
            stays = kept or state != "invited" or not opened[session]
            (fixed if stays else current).append(one)
    return fixed, current, keys, had, loose


def _day_of(slot: Slot) -> str:
    return (_EPOCH + timedelta(minutes=slot.starts + slot.offset)).isoformat()


def _said_by(sql: Sql, day: str) -> dict[int, str]:
    """Return what was said by a day of enrolments without a time of which more is dated later."""
    rows = sql.rows(
        "SELECT a.enrolment_id, a.at, x.uid, a.outcome FROM attendance a "
        "JOIN entity x ON x.id = a.id JOIN enrolment e ON e.id = a.enrolment_id "
        "JOIN training_session s ON s.id = e.session_id "
        "WHERE s.starts IS NULL AND a.at IS NOT NULL"
    )
    rows.sort(key=lambda row: (row[1], bytes(row[2])))
    said = {key: "" for key, at, _uid, _outcome in rows if day_noted(at) > day}
    for key, at, _uid, outcome in rows:
        if key in said and day_noted(at) <= day:
            said[key] = outcome
    return said


def _wanted(
    sql: Sql,
    project: int,
    wish: Wish,
    members: Mapping[int, frozenset[int]],
    had: set[tuple[int, int]],
) -> dict[int, set[int]]:
    """Return who needs which of the chosen courses: by the needs of their groups."""
    gives: dict[int, list[tuple[int, int | None]]] = defaultdict(list)
    for course, skill, level in sql.rows("SELECT course_id, skill_id, level FROM course_skill"):
        gives[skill].append((course, level))
    found: dict[int, set[int]] = defaultdict(set)
    for group, course, skill, required, count in sql.rows(
        'SELECT group_id, course_id, skill_id, "required", people FROM need '
        "WHERE project_id = ? AND status <> 'dropped' AND group_id IS NOT NULL ORDER BY id",
        (project,),
    ):
        serving = {
            one
            for one, level in gives.get(skill or 0, ())
            if required is None or level is None or level >= required
        }
        serving |= {course} if course is not None else set()
        chosen = [course] if course in wish.courses else sorted(serving & set(wish.courses))
        if not chosen:
            continue
        people = sorted(members.get(group, ()))
        asked = len(people) if count is None else count
        missing = [one for one in people if not any((one, way) in had for way in serving)]
        for person in missing[: max(0, asked - (len(people) - len(missing)))]:
            found[person].add(chosen[0])
    return found


def _first_things(
    wanted: dict[int, set[int]],
    lessons: Mapping[int, Lesson],
    had: set[tuple[int, int]],
    loose: set[tuple[int, int]],
    wish: Wish,
) -> None:
    # Who needs a course needs those that must come before it, where they are chosen too.
    for person, courses in wanted.items():
        waiting = sorted(courses)
        while waiting:
            for first in lessons[waiting.pop()].requires & set(wish.courses):
                if first not in courses and (person, first) not in had | loose:
                    courses.add(first)
                    waiting.append(first)


def _free(sql: Sql, people: list[int]) -> dict[int, tuple[Span, ...]]:
    """Return the spans in which people with a roster can come; outside its days they always can."""
    work: dict[int, list[Span]] = defaultdict(list)
    away: dict[int, list[Span]] = defaultdict(list)
    days: dict[int, list[int]] = defaultdict(list)
    for person, day, starts, ends, kind in sql.by_keys(
        "SELECT person_id, day, starts, ends, kind FROM duty WHERE person_id IN ({keys})", people
    ):
        midnight = _clock(day)
        begin = 0 if starts is None else starts
        end = DAY if ends is None else ends
        span = (midnight + begin, midnight + (end if end > begin else end + DAY))
        (away if kind == "away" else work)[person].append(span)
        days[person].append(midnight)
    found = {}
    for person, own in days.items():
        open_ones = [(-_EVER, _EVER)]
        if work[person]:
            open_ones = [(-_EVER, min(own)), *work[person], (max(own) + DAY, _EVER)]
        found[person] = tuple(_without(open_ones, away[person]))
    return found


def _without(spans: Iterable[Span], gone: Iterable[Span]) -> list[Span]:
    left = sorted(spans)
    for start, end in gone:
        left = [
            piece
            for a, b in left
            for piece in ((a, min(b, start)), (max(a, end), b))
            if piece[0] < piece[1]
        ]
    return sorted(set(left))


def _shares(
    sql: Sql, members: Mapping[int, frozenset[int]]
) -> tuple[dict[int, int], dict[int, str], dict[int, int]]:
    most, names, sizes = {}, {}, {}
    for key, name, headcount, share in sql.rows(
        "SELECT id, name, headcount, off_floor FROM people_group ORDER BY id"
    ):
        names[key] = name
        sizes[key] = len(members.get(key, ())) if headcount is None else headcount
        if share is not None:
            most[key] = sizes[key] * share // 100
    return most, names, sizes


def _blackouts(sql: Sql) -> tuple[Blackout, ...]:
    rows = sql.rows("SELECT group_id, starts, ends, capacity FROM busy_period ORDER BY id")
    return tuple(
        Blackout(group, _clock(starts), _clock(ends) + DAY)
        for group, starts, ends, capacity in rows
        if not capacity
    )


def _openings(wish: Wish, minutes: int, ready: str) -> tuple[Opening, ...]:
    found = []
    zone = ZoneInfo(wish.zone) if wish.zone else None
    day, last = date.fromisoformat(max(wish.first, ready)), date.fromisoformat(wish.last)
    while day <= last:
        if wish.weekend or day.weekday() < 5:
            for begin in range(wish.opens, wish.closes - minutes + 1, STEP):
                local = datetime(day.year, day.month, day.day, begin // 60, begin % 60, tzinfo=zone)
                starts = int(local.astimezone(UTC).timestamp()) // 60
                found.append(Opening(starts, _clock(day.isoformat()) + begin - starts))
        day += timedelta(days=1)
    return tuple(found)
