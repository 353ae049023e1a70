"""An independent judge of proposals: it knows the rules, and nothing of the search.

Everything is counted minute by minute or pair by pair, as simply as can be.
"""

from collections import Counter, defaultdict
from itertools import combinations

from changedesk.training.scheduling import Instance, Placement, Proposal, Slot

ORDER = ("blackout", "shift", "prerequisite", "twice", "share", "seat")


def broken(instance: Instance, proposal: Proposal) -> list[str]:
    """Return, in words, every rule that a proposal breaks; what was fixed by hand may break."""
    judge = Judge(instance, proposal)
    return (
        judge.fixed_moved()
        + judge.seats()
        + judge.places()
        + judge.shares()
        + judge.people()
        + judge.bookkeeping()
    )


def reasons_that_are_untrue(instance: Instance, proposal: Proposal) -> list[str]:
    """Return, in words, every reason that is not the one the rule of reasons gives."""
    judge = Judge(instance, proposal)
    found = []
    for one in proposal.unplaced:
        left = [
            judge.against(one.person, slot)
            for slot in judge.slots.values()
            if slot.course == one.course and slot.open
        ]
        if any(not against for against in left):
            found.append(f"{one} has a session without any hindrance")
            continue
        true = "seat"
        for kind in ORDER if left else ():
            left = [against for against in left if kind not in against]
            if not left:
                true = kind
                break
        if true != one.reason:
            found.append(f"{one}: it is {true}")
    return found


class Judge:
    def __init__(self, instance: Instance, proposal: Proposal) -> None:
        self.instance, self.proposal = instance, proposal
        self.slots = {one.id: one for one in (*instance.sessions, *proposal.new)}
        self.learners = {one.id: one for one in instance.people}
        self.courses = {one.id: one for one in instance.courses}
        self.fixed = set(instance.fixed)
        self.placements = list(proposal.placements)
        self.added = [one for one in self.placements if one not in self.fixed]
        self.of: dict[int, list[Slot]] = defaultdict(list)
        for one in self.placements:
            self.of[one.person].append(self.slots[one.session])

    def fixed_moved(self) -> list[str]:
        lost = [f"{one} was fixed" for one in self.fixed - set(self.placements)]
        shut = [f"{one} is shut" for one in self.added if not self.slots[one.session].open]
        return lost + shut

    def seats(self) -> list[str]:
        inside = Counter(one.session for one in self.placements)
        grown = {one.session for one in self.added}
        most = {key: self.slots[key].seats for key in grown}
        return [
            f"{key}: {inside[key]} people"
            for key, seats in most.items()
            if seats is not None and inside[key] > seats
        ]

    def places(self) -> list[str]:
        return [
            f"{person} in {one.id} and {other.id}"
            for person, slots in self.of.items()
            for one, other in combinations(slots, 2)
            if overlap(one, other)
            and not {Placement(person, one.id), Placement(person, other.id)} <= self.fixed
        ]

    def away(self, group: int, minute: int) -> int:
        return sum(
            group in self.learners[one.person].groups
            and self.slots[one.session].starts <= minute < self.slots[one.session].ends
            for one in self.placements
        )

    def shares(self) -> list[str]:
        found = []
        moments = sorted({slot.starts for slot in self.slots.values()})
        for group, most in self.instance.most.items():
            for minute in moments:
                new = any(
                    group in self.learners[one.person].groups
                    and self.slots[one.session].starts <= minute < self.slots[one.session].ends
                    for one in self.added
                )
                if new and self.away(group, minute) > most:
                    found.append(f"group {group} at {minute}: {self.away(group, minute)}")
        return found

    def people(self) -> list[str]:
        found = []
        for one in self.added:
            slot = self.slots[one.session]
            if self.off_shift(one.person, slot):
                found.append(f"{one} off shift")
            if self.blacked_out(one.person, slot):
                found.append(f"{one} in a blackout")
            if not self.after_all(one.person, slot, self.of[one.person]):
                found.append(f"{one} out of order")
        return found

    def bookkeeping(self) -> list[str]:
        found = []
        told = {(one.person, one.course) for one in self.proposal.unplaced}
        for learner in self.instance.people:
            for course in learner.courses:
                count = sum(slot.course == course for slot in self.of[learner.id])
                if (count == 0) != ((learner.id, course) in told) or count > 1:
                    found.append(f"{learner.id} has course {course} {count} times")
        for slot in self.proposal.new:
            openings = self.instance.openings.get(slot.course, ())
            if not any((one.starts, one.offset) == (slot.starts, slot.offset) for one in openings):
                found.append(f"{slot} begins at no opening")
            if slot.ends - slot.starts != self.courses[slot.course].minutes:
                found.append(f"{slot} is not as long as its course")
        return found

    def against(self, person: int, slot: Slot) -> set[str]:
        inside = sum(one.session == slot.id for one in self.placements)
        own = [one for one in self.of[person] if one.id != slot.id]
        hindered = {
            "blackout": self.blacked_out(person, slot),
            "shift": self.off_shift(person, slot),
            "prerequisite": not self.after_all(person, slot, own) or self.too_late(person, slot),
            "twice": any(overlap(slot, one) for one in own),
            "share": any(
                self.away(group, minute) >= self.instance.most[group]
                for group in self.learners[person].groups & self.instance.most.keys()
                for minute in range(slot.starts, slot.ends)
            ),
            "seat": slot.seats is not None and inside >= slot.seats,
        }
        return {kind for kind, holds in hindered.items() if holds}

    def off_shift(self, person: int, slot: Slot) -> bool:
        free = self.learners[person].free
        if free is None:
            return False
        clock = range(slot.starts + slot.offset, slot.ends + slot.offset)
        return not all(any(start <= minute < end for start, end in free) for minute in clock)

    def blacked_out(self, person: int, slot: Slot) -> bool:
        clock = range(slot.starts + slot.offset, slot.ends + slot.offset)
        return any(
            (one.group is None or one.group in self.learners[person].groups)
            and any(one.starts <= minute < one.ends for minute in clock)
            for one in self.instance.blackouts
        )

    def after_all(self, person: int, slot: Slot, own: list[Slot]) -> bool:
        had = {one.course for one in own if one.ends <= slot.starts}
        return set(self.courses[slot.course].requires) <= had | self.learners[person].done

    def too_late(self, person: int, slot: Slot) -> bool:
        # A later course of hers would begin before this one, which it requires, has ended.
        return any(
            slot.course in self.courses[other.course].requires
            and other.starts < slot.ends
            and not self.had(person, slot.course, other)
            for other in self.of[person]
            if other.course in self.courses
        )

    def had(self, person: int, course: int, later: Slot) -> bool:
        return course in self.learners[person].done or any(
            one.course == course and one.ends <= later.starts for one in self.of[person]
        )


def overlap(one: Slot, other: Slot) -> bool:
    """Tell whether two sessions have a minute in common."""
    return max(one.starts, other.starts) < min(one.ends, other.ends)
