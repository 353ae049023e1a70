"""The most people that any plan could place: the same rules as a linear programme in whole numbers.

Only the sessions of an instance count here; none is added.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

import highspy

from changedesk.training.scheduling import Instance, Placement, Slot


def most_placed(instance: Instance) -> int:
    """Return how many of the wanted courses of all people can have a place at once."""
    return _Programme(instance).solve()


class _Programme:
    def __init__(self, instance: Instance) -> None:
        self.instance = instance
        self.solver = highspy.Highs()
        self.solver.silent()
        self.slots = {one.id: one for one in instance.sessions}
        self.learners = {one.id: one for one in instance.people}
        self.courses = {one.id: one for one in instance.courses}
        self.fixed = set(instance.fixed)
        self.seat: dict[Placement, Any] = {}
        for learner in instance.people:
            for slot in instance.sessions:
                one = Placement(learner.id, slot.id)
                if one in self.fixed or (slot.course in learner.courses and self.may(one)):
                    self.seat[one] = self.solver.addBinary(obj=self.worth(one))
        self.solver.changeObjectiveSense(highspy.ObjSense.kMaximize)

    def may(self, one: Placement) -> bool:
        slot, learner = self.slots[one.session], self.learners[one.person]
        begin, end = slot.starts + slot.offset, slot.ends + slot.offset
        minutes = range(begin, end)
        if not slot.open:
            return False
        if learner.free is not None and not all(
            any(a <= minute < b for a, b in learner.free) for minute in minutes
        ):
            return False
        return not any(
            (out.group is None or out.group in learner.groups)
            and out.starts < end
            and begin < out.ends
            for out in self.instance.blackouts
        )

    def worth(self, one: Placement) -> int:
        return 1 if self.slots[one.session].course in self.learners[one.person].courses else 0

    def at_most(self, seats: Iterable[Placement], most: int) -> None:
        chosen = list(seats)
        held = sum(one in self.fixed for one in chosen)
        # What was fixed by hand may be too many; then nobody else comes.
        if chosen:
            total = self.solver.expr()
            for one in chosen:
                total += self.seat[one]
            self.solver.addConstr(total <= max(most, held))

    def solve(self) -> int:
        by_session: dict[int, list[Placement]] = defaultdict(list)
        by_person: dict[int, list[Placement]] = defaultdict(list)
        for one in self.seat:
            by_session[one.session].append(one)
            by_person[one.person].append(one)
        for one in self.fixed:
            self.solver.addConstr(1 * self.seat[one] >= 1)
        for slot in self.instance.sessions:
            if slot.seats is not None:
                self.at_most(by_session[slot.id], slot.seats)
        self.shares()
        for seats in by_person.values():
            self.one_person(seats)
        self.solver.run()
        return round(self.solver.getInfo().objective_function_value)

    def shares(self) -> None:
        for group, most in self.instance.most.items():
            for minute in sorted({slot.starts for slot in self.instance.sessions}):
                self.at_most(
                    (
                        one
                        for one in self.seat
                        if group in self.learners[one.person].groups
                        and self.slots[one.session].starts <= minute < self.slots[one.session].ends
                    ),
                    most,
                )

    def one_person(self, seats: list[Placement]) -> None:
        for course in {self.slots[one.session].course for one in seats}:
            self.at_most((one for one in seats if self.slots[one.session].course == course), 1)
        for first in seats:
            for second in seats:
                one, other = self.slots[first.session], self.slots[second.session]
                if first < second and one.starts < other.ends and other.starts < one.ends:
                    self.at_most((first, second), 1)
        for later in seats:
            if later not in self.fixed:
                self.order(later, seats)

    def order(self, later: Placement, seats: list[Placement]) -> None:
        slot = self.slots[later.session]
        learner = self.learners[later.person]
        for first in self.courses[slot.course].requires - learner.done:
            total = self.solver.expr()
            for one in seats:
                before: Slot = self.slots[one.session]
                if before.course == first and before.ends <= slot.starts:
                    total += self.seat[one]
            self.solver.addConstr(total - self.seat[later] >= 0)
