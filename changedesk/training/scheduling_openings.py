"""Where new sessions go: at the first moment at which most of those without a place can come."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from changedesk.training.scheduling import Instance, Lesson, Opening, Slot, Span
from changedesk.training.scheduling_board import Board, together


class SessionMaker:
    """Adds sessions to a board; `made` are those added so far, newest last."""

    def __init__(self, board: Board, instance: Instance) -> None:
        self._board = board
        self._openings = {
            course: sorted(openings, key=lambda one: one.starts)
            for course, openings in instance.openings.items()
        }
        self.made: list[Slot] = []

    def may_add(self, course: Lesson) -> bool:
        """Tell whether sessions of a course can be added at all."""
        return bool(self._openings.get(course.id))

    def add(self, course: Lesson, people: Sequence[int]) -> list[int]:
        """Add a session for as many of these people as can be; return them, or nobody for none."""
        best: tuple[list[int], Slot] | None = None
        full = len(people) if course.filled_to is None else min(course.filled_to, len(people))
        for opening in self._openings.get(course.id, ()):
            slot = self._slot(course, opening)
            if any(self._rules_out(one, slot) for one in self._board.slots.values()):
                continue
            coming = self._coming(slot, people, full)
            if coming and (best is None or len(coming) > len(best[0])):
                best = (coming, slot)
                if len(coming) == full:
                    break
        if best is None:
            return []
        self._board.add([best[1]])
        self.made.append(best[1])
        return best[0]

    def _slot(self, course: Lesson, opening: Opening) -> Slot:
        return Slot(
            -1 - len(self.made), course.id, opening.starts, opening.starts + course.minutes,
            course.seats, opening.offset, trainer=course.trainer,
        )  # fmt: skip

    def _rules_out(self, other: Slot, slot: Slot) -> bool:
        # One course in one room at a time, one trainer in one place.
        same = other.course == slot.course or (slot.trainer and slot.trainer == other.trainer)
        return bool(same) and together(other, slot)

    def _coming(self, slot: Slot, people: Sequence[int], full: int) -> list[int]:
        board = self._board
        limited = {group for one in people for group in board.people[one].groups} & board.limited
        room = board.room_of(limited, slot)
        reach: dict[tuple[tuple[Span, ...] | None, frozenset[int]], bool] = {}
        waiting: dict[frozenset[int], list[int]] = defaultdict(list)
        for person in people:
            learner = board.people[person]
            key = (learner.free, learner.groups)
            if key not in reach:
                reach[key] = board.in_reach(person, slot)
            if reach[key] and board.is_free(person, slot):
                waiting[learner.groups].append(person)
        return _in_turn(waiting, room, full)


def _in_turn(
    waiting: dict[frozenset[int], list[int]], room: dict[int, int], full: int
) -> list[int]:
    """Take people of the largest groups first, so that shares bind as late as can be."""
    found: list[int] = []
    used: Counter[int] = Counter()
    left = {groups: people[::-1] for groups, people in waiting.items()}
    while len(found) < full and left:
        groups = max(left, key=lambda one: (len(left[one]), sorted(one)))
        if any(used[group] >= room[group] for group in groups if group in room):
            del left[groups]
            continue
        found.append(left[groups].pop())
        used.update(groups)
        if not left[groups]:
            del left[groups]
    return sorted(found)
