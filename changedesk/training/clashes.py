"""Clashes of training sessions: rules over plain values, no database and no clock.

A proposal of sessions keeps these same rules: `together`, `at_duty`, `busy_for` and
`lacking` judge one person and one session, `find_clashes` everything that is planned.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from changedesk.store.fields import Choice

TWICE, LEAVE, OFF_SHIFT, BUSY, BEFORE = "twice", "leave", "off_shift", "busy", "before"
SEATS, MATERIALS, TRAINER, ROOM = "seats", "materials", "trainer", "room"
KINDS = (
    Choice(TWICE, "In two sessions at once", "✖"),
    Choice(LEAVE, "On leave", "—"),
    Choice(OFF_SHIFT, "Off shift", "◔"),
    Choice(BUSY, "Busy period", "▲"),
    Choice(BEFORE, "Another course comes first", "➔"),
    Choice(SEATS, "More people than seats", "⚠"),
    Choice(MATERIALS, "Before the materials are ready", "⚠"),
    Choice(TRAINER, "Trainer in two sessions at once", "✖"),
    Choice(ROOM, "Room taken twice", "✖"),
)
DAY = 24 * 60
DEFAULT_MINUTES = 60
"""What a session without a length is taken to last."""


@dataclass(frozen=True)
class Meeting:
    """When a session is: moments in ms UTC, and its local day with minutes after midnight.

    `until` may be past 1440, into the next day.
    """

    session: int
    course: int
    starts: int
    ends: int
    day: str
    begin: int
    until: int


@dataclass(frozen=True)
class Hours:
    """A stretch of a day of somebody's roster, in minutes; without any it is the whole day."""

    day: str
    starts: int | None = None
    ends: int | None = None
    away: bool = False


@dataclass(frozen=True)
class Busy:
    """Days on which a group (None: everybody) has so many percent of its capacity left."""

    group: int | None
    starts: str
    ends: str
    capacity: int | None = None


@dataclass(frozen=True)
class Seat:
    """A person in a session; `settled` once attendance was taken: nothing can clash any more."""

    session: int
    person: int
    settled: bool = False


@dataclass(frozen=True)
class Plan:
    """What is known of people and courses when sessions are judged.

    `done` names courses that a person has attended without a time; `capacity`, `ready` (the day
    on which its materials are), `trainers` and `rooms` are those of sessions.
    """

    meetings: Mapping[int, Meeting]
    hours: Mapping[int, Sequence[Hours]] = field(default_factory=dict)
    busy: Sequence[Busy] = ()
    groups: Mapping[int, Collection[int]] = field(default_factory=dict)
    requires: Mapping[int, Collection[int]] = field(default_factory=dict)
    done: Mapping[int, Collection[int]] = field(default_factory=dict)
    capacity: Mapping[int, int] = field(default_factory=dict)
    ready: Mapping[int, str] = field(default_factory=dict)
    trainers: Mapping[int, Collection[str]] = field(default_factory=dict)
    rooms: Mapping[int, Collection[str]] = field(default_factory=dict)


@dataclass(frozen=True)
class Clash:
    """What is wrong with a session, or with a person in it.

    `other` is the second session, or the course that must come first.
    """

    kind: str
    session: int
    person: int | None = None
    other: int | None = None


def meeting_at(
    session: int, course: int, starts: int, minutes: int | None, zone: str = ""
) -> Meeting:
    """Return when a session is, from its start in ms UTC; an empty zone is this computer's."""
    length = minutes or DEFAULT_MINUTES
    local = local_time(starts, zone)
    begin = local.hour * 60 + local.minute
    ends = starts + length * 60_000
    return Meeting(session, course, starts, ends, local.date().isoformat(), begin, begin + length)


def local_time(starts: int, zone: str = "") -> datetime:
    """Return a moment (ms UTC) on the clocks of a zone; an empty or unknown one is this computer's.

    A session is on one day and at one hour everywhere: those of its place.
    """
    return datetime.fromtimestamp(starts / 1000, UTC).astimezone(_zone(zone))


def _zone(name: str) -> tzinfo | None:
    try:
        return ZoneInfo(name) if name else None
    except (ZoneInfoNotFoundError, ValueError, OSError):
        # A name that nobody knows, such as one typed in words: better this clock than none.
        return None


def together(one: Meeting, other: Meeting) -> bool:
    """Tell whether two sessions have a minute in common."""
    return one.starts < other.ends and other.starts < one.ends


def at_duty(meeting: Meeting, hours: Sequence[Hours]) -> str:
    """Return "" where somebody can come, else `LEAVE` or `OFF_SHIFT`.

    Without a roster for the time around that day, anybody can come. A roster that begins before
    the day and ends after it, and has nothing on it, gives the day off.
    """
    stretches = [(_after_midnight(one, meeting.day), one) for one in hours]
    here = [(span, one) for span, one in stretches if span[0] < meeting.until]
    if any(one.away and span[1] > meeting.begin for span, one in here):
        return LEAVE
    work = [span for span, one in stretches if not one.away]
    if _covered(meeting.begin, meeting.until, work):
        return ""
    if not work:
        return ""
    known = [one.day for one in hours]
    return OFF_SHIFT if min(known) <= meeting.day <= max(known) else ""


def _after_midnight(hours: Hours, day: str) -> tuple[int, int]:
    # Minutes after the midnight that begins `day`, so that a night shift reaches into it.
    shift = (date.fromisoformat(hours.day) - date.fromisoformat(day)).days * DAY
    begin = 0 if hours.starts is None else hours.starts
    end = DAY if hours.ends is None else hours.ends
    return shift + begin, shift + (end if end > begin else end + DAY)


def _covered(begin: int, end: int, spans: Iterable[tuple[int, int]]) -> bool:
    for start, stop in sorted(spans):
        if start <= begin < stop:
            begin = stop
        if begin >= end:
            return True
    return False


def busy_for(meeting: Meeting, groups: Collection[int], busy: Iterable[Busy]) -> bool:
    """Tell whether the groups of a person have no capacity left on a day that a session touches."""
    nights = (meeting.until - 1) // DAY
    last = (date.fromisoformat(meeting.day) + timedelta(days=nights)).isoformat()
    return any(
        (one.group is None or one.group in groups)
        and one.starts <= last
        and meeting.day <= one.ends
        and not one.capacity
        for one in busy
    )


def lacking(
    meeting: Meeting,
    requires: Mapping[int, Collection[int]],
    own: Iterable[Meeting],
    done: Collection[int] = (),
) -> list[int]:
    """Return the courses that must come before a session and do not, among somebody's sessions."""
    earlier = {one.course for one in own if one.ends <= meeting.starts} | set(done)
    return sorted(set(requires.get(meeting.course, ())) - earlier)


def find_clashes(plan: Plan, seats: Sequence[Seat]) -> list[Clash]:
    """Return every clash, by session and person; what is settled is judged no more."""
    found = _of_sessions(plan, seats)
    own: dict[int, list[Seat]] = defaultdict(list)
    for seat in seats:
        own[seat.person].append(seat)
    for person, taken in own.items():
        for seat in taken:
            if not seat.settled and seat.session in plan.meetings:
                found += _of_person(plan, seat, person, taken)
    order = {choice.code: place for place, choice in enumerate(KINDS)}
    return sorted(found, key=lambda one: (one.session, one.person or 0, order[one.kind]))


def _of_sessions(plan: Plan, seats: Sequence[Seat]) -> list[Clash]:
    taken: dict[int, int] = defaultdict(int)
    waiting = set()
    for seat in seats:
        taken[seat.session] += 1
        if not seat.settled:
            waiting.add(seat.session)
    found = [
        Clash(SEATS, session)
        for session, capacity in plan.capacity.items()
        if taken[session] > capacity and session in waiting
    ]
    for session, ready in plan.ready.items():
        meeting = plan.meetings.get(session)
        if meeting is not None and ready > meeting.day:
            found.append(Clash(MATERIALS, session))
    for kind, who in ((TRAINER, plan.trainers), (ROOM, plan.rooms)):
        found += _taken_twice(plan, kind, who)
    return found


def _taken_twice(plan: Plan, kind: str, who: Mapping[int, Collection[str]]) -> Iterator[Clash]:
    """Yield a clash for each session whose trainer, or room, another one has at the same time."""
    asked: dict[str, list[Meeting]] = defaultdict(list)
    for session, names in who.items():
        for name in names:
            if session in plan.meetings:
                asked[name].append(plan.meetings[session])
    pairs = {
        (one.session, other.session)
        for meetings in asked.values()
        for one in meetings
        for other in meetings
        if one.session != other.session and together(one, other)
    }
    for session, other in sorted(pairs):
        yield Clash(kind, session, None, other)


def _of_person(plan: Plan, seat: Seat, person: int, taken: Sequence[Seat]) -> list[Clash]:
    meeting = plan.meetings[seat.session]
    own = [plan.meetings[one.session] for one in taken if one.session in plan.meetings]
    found = [
        Clash(TWICE, seat.session, person, other.session)
        for other in own
        if other.session != seat.session and together(meeting, other)
    ]
    duty = at_duty(meeting, plan.hours.get(person, ()))
    if duty:
        found.append(Clash(duty, seat.session, person))
    if busy_for(meeting, plan.groups.get(person, ()), plan.busy):
        found.append(Clash(BUSY, seat.session, person))
    first = lacking(meeting, plan.requires, own, plan.done.get(person, ()))
    return found + [Clash(BEFORE, seat.session, person, course) for course in first]
