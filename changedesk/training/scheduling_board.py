"""The plan while it is made: who sits where, and whether one more person may."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator

from changedesk.training.scheduling import (
    BLACKOUT,
    PREREQUISITE,
    REASONS,
    SEAT,
    SHARE,
    SHIFT,
    TWICE,
    Blackout,
    Instance,
    Learner,
    Lesson,
    Placement,
    Slot,
    Span,
)


class Board:
    """Placements, with the load of each group counted between any two beginnings or ends."""

    def __init__(self, instance: Instance) -> None:
        self.people: dict[int, Learner] = {one.id: one for one in instance.people}
        self.courses: dict[int, Lesson] = {one.id: one for one in instance.courses}
        self.slots: dict[int, Slot] = {}
        self.by_course: dict[int, list[Slot]] = defaultdict(list)
        self.inside: dict[int, dict[int, None]] = {}
        self.own: dict[int, dict[int, None]] = defaultdict(dict)
        self.fixed = frozenset(instance.fixed)
        self._most = instance.most
        self._blackouts = instance.blackouts
        self._after: dict[int, set[int]] = defaultdict(set)
        for course in instance.courses:
            for first in course.requires:
                self._after[first].add(course.id)
        self._free = {one.id: None if one.free is None else joined(one.free)
                      for one in instance.people}  # fmt: skip
        self._out: dict[tuple[int, int], bool] = {}
        self._marks: list[int] = []
        self._range: dict[int, Span] = {}
        self._load: dict[int, list[int]] = {}
        self.add(instance.sessions)
        for one in instance.fixed:
            self.put(one.person, one.session)

    def add(self, slots: Iterable[Slot]) -> None:
        """Add sessions."""
        for slot in slots:
            self.slots[slot.id] = slot
            self.inside[slot.id] = {}
            if slot.open:
                self.by_course[slot.course].append(slot)
                self.by_course[slot.course].sort(key=lambda one: (one.starts, one.id))
        marks = {mark for slot in self.slots.values() for mark in (slot.starts, slot.ends)}
        self._marks = sorted(marks)
        place = {mark: number for number, mark in enumerate(self._marks)}
        self._range = {
            slot.id: (place[slot.starts], place[slot.ends]) for slot in self.slots.values()
        }
        self._load = {group: [0] * len(self._marks) for group in self._most}
        for session, people in self.inside.items():
            for person in people:
                self._count(person, session, 1)

    def put(self, person: int, session: int) -> None:
        """Put somebody into a session, whether she fits or not."""
        if person not in self.inside[session]:
            self.inside[session][person] = None
            self.own[person][session] = None
            self._count(person, session, 1)

    def take(self, person: int, session: int) -> None:
        """Take somebody out of a session."""
        del self.inside[session][person]
        del self.own[person][session]
        self._count(person, session, -1)

    def _count(self, person: int, session: int, change: int) -> None:
        first, last = self._range[session]
        for group in self.people[person].groups:
            load = self._load.get(group)
            if load is not None:
                for place in range(first, last):
                    load[place] += change

    # -- rules --------------------------------------------------------------------------------

    def fits(self, person: int, slot: Slot) -> bool:
        """Tell whether somebody can be put into a session, breaking nothing."""
        return (
            (slot.seats is None or len(self.inside[slot.id]) < slot.seats)
            and not self.out_of_reach(person, slot)
            and not self._twice(person, slot)
            and self._in_order(person, slot)
            and not self._over_share(person, slot)
        )

    def hindrances(self, person: int, slot: Slot) -> set[str]:
        """Return every reason against putting somebody into a session."""
        found = set()
        if in_blackout(self._blackouts, self.people[person], slot):
            found.add(BLACKOUT)
        if not self._on_shift(person, slot):
            found.add(SHIFT)
        if not self._in_order(person, slot):
            found.add(PREREQUISITE)
        if self._twice(person, slot):
            found.add(TWICE)
        if self._over_share(person, slot):
            found.add(SHARE)
        if slot.seats is not None and len(self.inside[slot.id]) >= slot.seats:
            found.add(SEAT)
        return found

    def reason_of(self, person: int, course: int) -> str:
        """Return the one reason why a course has no session for somebody.

        Reasons strike out sessions in the order of `REASONS`; it is the one that strikes out the
        last: all that the earlier ones left are hindered by it. Without a session it is `SEAT`.
        """
        left = [self.hindrances(person, slot) for slot in self.by_course[course]]
        for reason in REASONS:
            left = [found for found in left if reason.code not in found]
            if not left:
                return reason.code if self.by_course[course] else SEAT
        raise ValueError("this course has a session for this person")

    def out_of_reach(self, person: int, slot: Slot) -> bool:
        """Tell whether shift or blackout keep somebody from a session, whoever sits in it."""
        known = self._out.get((person, slot.id))
        if known is None:
            known = self._out[person, slot.id] = not self.in_reach(person, slot)
        return known

    def _on_shift(self, person: int, slot: Slot) -> bool:
        free = self._free[person]
        if free is None:
            return True
        begin, end = slot.starts + slot.offset, slot.ends + slot.offset
        place = bisect_right(free, (begin, float("inf"))) - 1
        return place >= 0 and free[place][0] <= begin and end <= free[place][1]

    def _twice(self, person: int, slot: Slot) -> bool:
        return any(together(slot, self.slots[one]) for one in self.own[person])

    def _in_order(self, person: int, slot: Slot) -> bool:
        lacking = set(self.courses[slot.course].requires - self.people[person].done)
        after = self._after[slot.course]
        for key in self.own[person]:
            other = self.slots[key]
            if other.course in lacking and other.ends <= slot.starts:
                lacking.discard(other.course)
            if (
                other.course in after
                and other.starts < slot.ends
                and not self._came_before(person, slot.course, other)
            ):
                return False
        return not lacking

    def _came_before(self, person: int, course: int, later: Slot) -> bool:
        # She needs this course before `later`, and has it already by other means.
        return course in self.people[person].done or any(
            self.slots[key].course == course and self.slots[key].ends <= later.starts
            for key in self.own[person]
        )

    def _over_share(self, person: int, slot: Slot) -> bool:
        return any(True for _ in self.full_groups(person, slot))

    def full_groups(self, person: int, slot: Slot) -> Iterator[int]:
        """Yield the groups of somebody of which nobody else may leave the floor for a session."""
        first, last = self._range[slot.id]
        for group in self.people[person].groups:
            load = self._load.get(group)
            if load is not None and max(load[first:last]) >= self._most[group]:
                yield group

    def room_of(self, groups: Iterable[int], slot: Slot) -> dict[int, int]:
        """Return how many more of each group may leave the floor for a session not yet added."""
        first = max(0, bisect_right(self._marks, slot.starts) - 1)
        found = {}
        for group in groups:
            load, last = self._load[group], first
            most = 0
            while last < len(self._marks) and self._marks[last] < slot.ends:
                most, last = max(most, load[last]), last + 1
            found[group] = self._most[group] - most
        return found

    def in_reach(self, person: int, slot: Slot) -> bool:
        """Tell whether neither shift nor blackout keep somebody from a session."""
        shut = in_blackout(self._blackouts, self.people[person], slot)
        return not shut and self._on_shift(person, slot)

    def is_free(self, person: int, slot: Slot) -> bool:
        """Tell whether somebody is nowhere else then, and has had what must come before."""
        return not self._twice(person, slot) and self._in_order(person, slot)

    @property
    def limited(self) -> frozenset[int]:
        """Return the groups of which only so many may be off the floor."""
        return frozenset(self._most)

    # -- what is there ------------------------------------------------------------------------

    def session_for(self, person: int, course: int) -> int | None:
        """Return the session in which somebody has a course."""
        return next((one for one in self.own[person] if self.slots[one].course == course), None)

    def movable(self, person: int, session: int) -> bool:
        """Tell whether somebody may be moved out of a session."""
        return self.slots[session].open and Placement(person, session) not in self.fixed

    def overlapping(self, slot: Slot) -> list[int]:
        """Return the sessions that have a minute in common with one, itself included."""
        return [one.id for one in self.slots.values() if together(one, slot)]


def together(one: Slot, other: Slot) -> bool:
    """Tell whether two sessions have a minute in common."""
    return one.starts < other.ends and other.starts < one.ends


def in_blackout(blackouts: Iterable[Blackout], person: Learner, slot: Slot) -> bool:
    """Tell whether a blackout of somebody's groups, or of everybody, touches a session."""
    begin, end = slot.starts + slot.offset, slot.ends + slot.offset
    return any(
        (one.group is None or one.group in person.groups) and one.starts < end and begin < one.ends
        for one in blackouts
    )


def joined(spans: Iterable[Span]) -> list[Span]:
    """Return spans by time, those that meet made one."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found
