"""What a proposal of training sessions is made of: plain values, no database and no clock.

Moments are whole minutes on one timeline (UTC). Rosters and blackouts are told by the clocks of
the place: `offset` is what those add to UTC. A span is from its first minute up to its second.

A proposal never breaks: the seats of a session, one place at a time, the share of a group that
may be off the floor at any moment, somebody's shift, a blackout, a course that must have ended
before, and what was fixed by hand. What was fixed by hand may break them itself; nothing is added
that makes it worse.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from changedesk.store.fields import Choice
from changedesk.training.session_count import sessions_needed, show_up

Span = tuple[int, int]

BLACKOUT, SHIFT, PREREQUISITE, TWICE = "blackout", "shift", "prerequisite", "twice"
SHARE, SEAT = "share", "seat"
REASONS = (
    Choice(BLACKOUT, "Busy period", "▲"),
    Choice(SHIFT, "Off shift", "◔"),
    Choice(PREREQUISITE, "Another course comes first", "➔"),
    Choice(TWICE, "In two places", "✖"),
    Choice(SHARE, "Too many of the group away", "⚠"),
    Choice(SEAT, "No seat", "—"),
)
"""In the order in which they are looked for: see `reason_of`."""


@dataclass(frozen=True)
class Learner:
    """Somebody who needs courses: the spans in which she can come (None: always), what she did.

    `groups` are all that she belongs to, a group and those above it.
    """

    id: int
    groups: frozenset[int] = frozenset()
    courses: tuple[int, ...] = ()
    free: tuple[Span, ...] | None = None
    done: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Lesson:
    """A course: how long it is, its seats (None: any number), no-shows in percent.

    `requires` names courses that must have ended before; sessions with the same `trainer`, where
    one is named, are never proposed at the same time, nor are two new ones of one course.
    """

    id: int
    minutes: int
    seats: int | None = None
    no_show: int | None = None
    requires: frozenset[int] = frozenset()
    trainer: str = ""

    def needed(self, people: int) -> int:
        """Return how many sessions so many people need."""
        if not people:
            return 0
        return 1 if self.seats is None else sessions_needed(people, self.seats, self.no_show)

    @property
    def filled_to(self) -> int | None:
        """Return how many are put into a new session, so that no-shows find a seat later."""
        return None if self.seats is None else -(-self.seats * show_up(self.no_show) // 1)


@dataclass(frozen=True)
class Slot:
    """A session; where it is not `open`, nobody is put in or taken out."""

    id: int
    course: int
    starts: int
    ends: int
    seats: int | None = None
    offset: int = 0
    open: bool = True
    trainer: str = ""


@dataclass(frozen=True)
class Blackout:
    """A span of clock time in which a group (None: everybody) cannot be asked for anything."""

    group: int | None
    starts: int
    ends: int


@dataclass(frozen=True, order=True)
class Placement:
    """Somebody in a session."""

    person: int
    session: int


@dataclass(frozen=True)
class Opening:
    """A moment at which a new session may begin, and what its clocks add to UTC."""

    starts: int
    offset: int = 0


@dataclass(frozen=True)
class Instance:
    """What is to be scheduled.

    `most` says how many of a group may be off the floor at once; `fixed` placements stay as they
    are, those of `current` are kept where nothing speaks against it. New sessions are proposed at
    `openings` only: as many as `Lesson.needed` says, and with `more` further ones as long as
    somebody finds a seat by it.
    """

    people: Sequence[Learner]
    courses: Sequence[Lesson]
    sessions: Sequence[Slot] = ()
    most: Mapping[int, int] = field(default_factory=dict)
    blackouts: Sequence[Blackout] = ()
    fixed: Sequence[Placement] = ()
    current: Sequence[Placement] = ()
    openings: Mapping[int, Sequence[Opening]] = field(default_factory=dict)
    more: bool = False


@dataclass(frozen=True)
class Unplaced:
    """Somebody for whom a course has no session, and the one reason for it."""

    person: int
    course: int
    reason: str


@dataclass(frozen=True)
class Proposal:
    """Who goes where, by person and session; `new` sessions have negative ids.

    `needed` says for each course how many sessions its people need by its seats and no-shows.
    """

    placements: tuple[Placement, ...]
    new: tuple[Slot, ...]
    unplaced: tuple[Unplaced, ...]
    needed: Mapping[int, int]


def course_order(courses: Sequence[Lesson]) -> list[Lesson]:
    """Return courses so that each comes after those that it requires; by id where that is free."""
    known = {course.id: course for course in courses}
    found: dict[int, Lesson] = {}

    def visit(course: Lesson, path: frozenset[int]) -> None:
        for first in sorted(course.requires & known.keys() - path):
            if first not in found:
                visit(known[first], path | {first})
        found.setdefault(course.id, course)

    for course in sorted(courses, key=lambda one: one.id):
        visit(course, frozenset((course.id,)))
    return list(found.values())
