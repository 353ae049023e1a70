"""The search for a proposal: hardest first, then chains of moves; the same answer every time.

First what is there is kept, then everybody is put into the session that suits, those with the
fewest sessions first. New sessions are proposed where most of those left over can come. Whoever
is still left over gets a place by a chain: somebody in the way moves to another session, whose
place somebody else may have to leave, and so on.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator

from changedesk.training.scheduling import (
    Instance,
    Lesson,
    Placement,
    Proposal,
    Slot,
    Unplaced,
    course_order,
)
from changedesk.training.scheduling_board import Board
from changedesk.training.scheduling_openings import SessionMaker

_TRIES_OF_A_CHAIN = 400
_TRIES = 40_000
"""How many moves are tried for one person, and for all of them together: it bounds the time."""
_DEPTH = 12

Demand = tuple[int, int]
"""A person and a course that she needs."""


def propose(instance: Instance) -> Proposal:
    """Return who goes where, the sessions to add, and who finds no place with the reason.

    The people and sessions of every placement must be in the instance.
    """
    return _Search(instance).run()


class _Search:
    def __init__(self, instance: Instance) -> None:
        self.instance = instance
        self.board = Board(instance)
        self.order = course_order(instance.courses)
        self.waiting: dict[Demand, None] = {}
        self.needed = self._needed()
        self.maker = SessionMaker(self.board, instance)
        self._tries = _TRIES
        self._left = 0
        self._kept: set[Placement] = set()
        self._leads_to: dict[int, set[int]] = defaultdict(set)
        for course in instance.courses:
            for first in course.requires:
                self._leads_to[first].add(course.id)

    def _needed(self) -> dict[int, int]:
        wanted = Counter(course for person in self.instance.people for course in person.courses)
        return {one.id: one.needed(wanted[one.id]) for one in self.order if wanted[one.id]}

    def run(self) -> Proposal:
        self._keep_current()
        for course in self.order:
            self._seat_everybody(course)
            self._propose_sessions(course)
        self._improve()
        if self.instance.more:
            for course in self.order:
                self._propose_more(course)
            self._improve()
        self._level()
        placed = sorted(
            Placement(person, session)
            for session, people in self.board.inside.items()
            for person in people
        )
        unplaced = [Unplaced(*one, self.board.reason_of(*one)) for one in sorted(self.waiting)]
        return Proposal(tuple(placed), tuple(self.maker.made), tuple(unplaced), self.needed)

    # -- construction -------------------------------------------------------------------------

    def _keep_current(self) -> None:
        order = {course.id: place for place, course in enumerate(self.order)}
        now = [
            one
            for one in self.instance.current
            if one not in self.board.fixed and self.board.slots[one.session].open
        ]
        now.sort(key=lambda one: (order[self.board.slots[one.session].course], one))
        for one in now:
            slot = self.board.slots[one.session]
            taken = self.board.session_for(one.person, slot.course)
            if taken is None and self.board.fits(one.person, slot):
                self.board.put(one.person, one.session)
                self._kept.add(one)
        for person in sorted(self.instance.people, key=lambda one: one.id):
            for course in person.courses:
                if self.board.session_for(person.id, course) is None:
                    self.waiting[person.id, course] = None

    def _left_over(self, course: int) -> list[int]:
        return [person for person, wanted in self.waiting if wanted == course]

    def _seat_everybody(self, course: Lesson) -> None:
        slots = self.board.by_course[course.id]
        fewest = {
            person: sum(not self.board.out_of_reach(person, slot) for slot in slots)
            for person in self._left_over(course.id)
        }
        # Where no session will be added the seats are all there is; else some are left for
        # those who miss theirs.
        added = self.maker.may_add(course)
        for person in sorted(fewest, key=lambda one: (fewest[one], one)):
            fitting = [
                slot
                for slot in slots
                if self.board.fits(person, slot) and (not added or self._below_fill(course, slot))
            ]
            if fitting:
                self._put(person, min(fitting, key=lambda slot: self._liking(person, slot)))

    def _below_fill(self, course: Lesson, slot: Slot) -> bool:
        fill = course.filled_to
        return fill is None or len(self.board.inside[slot.id]) < fill

    def _liking(self, person: int, slot: Slot) -> tuple[float, int, int]:
        wanted = set(self.board.people[person].courses)
        if self._leads_to[slot.course] & wanted:
            return (0.0, slot.ends, slot.id)
        share = len(self.board.inside[slot.id]) / (slot.seats or 1_000_000)
        return (share, slot.starts, slot.id)

    def _put(self, person: int, slot: Slot) -> None:
        self.board.put(person, slot.id)
        self.waiting.pop((person, slot.course), None)

    def _propose_sessions(self, course: Lesson) -> None:
        count = self.needed.get(course.id, 0) - len(self.board.by_course[course.id])
        for _ in range(max(0, count)):
            if not self._add_session(course):
                return

    def _propose_more(self, course: Lesson) -> None:
        while self._left_over(course.id) and self._add_session(course):
            pass

    def _add_session(self, course: Lesson) -> bool:
        people = self.maker.add(course, self._left_over(course.id))
        for person in people:
            self._put(person, self.maker.made[-1])
        return bool(people)

    # -- improvement --------------------------------------------------------------------------

    def _improve(self) -> None:
        better = True
        while better and self._tries > 0:
            better = False
            for demand in sorted(self.waiting, key=self._hardness):
                if self._has_seats(demand[1]) and self._chain(demand):
                    self.waiting.pop(demand, None)
                    better = True

    def _hardness(self, demand: Demand) -> tuple[int, int, int]:
        person, course = demand
        slots = self.board.by_course[course]
        return (sum(not self.board.out_of_reach(person, slot) for slot in slots), course, person)

    def _has_seats(self, course: int) -> bool:
        return any(
            slot.seats is None or len(self.board.inside[slot.id]) < slot.seats
            for slot in self.board.by_course[course]
        )

    def _chain(self, demand: Demand) -> bool:
        self._left = min(_TRIES_OF_A_CHAIN, self._tries)
        before = self._left
        found = self._seat([demand], {demand}, _DEPTH)
        self._tries -= before - self._left
        return found

    def _seat(self, homeless: list[Demand], moved: set[Demand], depth: int) -> bool:
        """Find places for all `homeless` without touching who is `moved`; else change nothing."""
        if not homeless:
            return True
        if self._left <= 0:
            return False
        (person, course), rest = homeless[0], homeless[1:]
        near = [
            slot
            for slot in self.board.by_course[course]
            if not self.board.out_of_reach(person, slot)
        ]
        for slot in sorted(near, key=lambda one: self._liking(person, one)):
            if self.board.fits(person, slot):
                self.board.put(person, slot.id)
                if self._seat(rest, moved, depth):
                    return True
                self.board.take(person, slot.id)
        if depth == 0:
            return False
        return any(self._push_in(person, slot, rest, moved, depth) for slot in near)

    def _push_in(
        self, person: int, slot: Slot, rest: list[Demand], moved: set[Demand], depth: int
    ) -> bool:
        for out in self._in_the_way(person, slot, moved):
            if self._left <= 0:
                return False
            gone = [(one.person, self.board.slots[one.session].course) for one in out]
            for one in out:
                self.board.take(one.person, one.session)
            if self.board.fits(person, slot):
                self._left -= 1
                self.board.put(person, slot.id)
                moved.update(gone)
                if self._seat([*gone, *rest], moved, depth - 1):
                    return True
                self.board.take(person, slot.id)
            for one in out:
                self.board.put(one.person, one.session)
        return False

    def _in_the_way(
        self, person: int, slot: Slot, moved: set[Demand]
    ) -> Iterator[tuple[Placement, ...]]:
        """Yield the placements that could make room, one of them or two."""
        own = [
            one
            for one in self._movable(Placement(person, key) for key in self.board.own[person])
            if (person, self.board.slots[one.session].course) not in moved
        ]
        others = [
            one
            for one in self._movable(self._rivals(person, slot))
            if one.person != person
            and (one.person, self.board.slots[one.session].course) not in moved
        ]
        yield from ((one,) for one in own)
        yield from ((one,) for one in others)
        for mine in own:
            yield from ((mine, one) for one in others)

    def _rivals(self, person: int, slot: Slot) -> Iterator[Placement]:
        board = self.board
        full = slot.seats is not None and len(board.inside[slot.id]) >= slot.seats
        groups = set(board.full_groups(person, slot))
        if full:
            yield from (Placement(one, slot.id) for one in board.inside[slot.id])
        if groups:
            for key in board.overlapping(slot):
                if full and key == slot.id:
                    continue
                for one in board.inside[key]:
                    if groups & board.people[one].groups:
                        yield Placement(one, key)

    def _movable(self, placements: Iterator[Placement]) -> list[Placement]:
        return [one for one in placements if self.board.movable(one.person, one.session)]

    # -- levelling ----------------------------------------------------------------------------

    def _level(self) -> None:
        """Even out the sessions of a course with people who were not there before."""
        for course in self.order:
            slots = self.board.by_course[course.id]
            for slot in sorted(slots, key=lambda one: (-len(self.board.inside[one.id]), one.id)):
                self._lighten(slot, slots)

    def _lighten(self, slot: Slot, slots: list[Slot]) -> None:
        inside = self.board.inside
        for person in list(inside[slot.id]):
            one = Placement(person, slot.id)
            if one in self._kept or not self.board.movable(person, slot.id):
                continue
            self.board.take(person, slot.id)
            lighter = [
                other
                for other in slots
                if len(inside[other.id]) < len(inside[slot.id]) and self.board.fits(person, other)
            ]
            goal = min(lighter, key=lambda other: (len(inside[other.id]), other.id), default=slot)
            self.board.put(person, goal.id)
