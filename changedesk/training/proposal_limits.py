"""What no search could change: why a proposal has no place for somebody, and by how much."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from changedesk.training.proposals import Draft
from changedesk.training.scheduling import Lesson

Kind = Literal["hours", "days", "away", "sessions"]


@dataclass(frozen=True)
class Limit:
    """What stands in the way of a course or a group: how much it asks, and how much there is.

    `hours`: minutes of the course and of a day; `days`: no day is left, `ready` being that of its
    materials where they come too late; `away`: of so many people nobody may be away; `sessions`:
    how many its people need, and how many there are.
    """

    kind: Kind
    name: str
    asked: int = 0
    there: int = 0
    ready: str = ""


def limits(made: Draft) -> list[Limit]:
    """Return what keeps people out of the chosen courses, courses first."""
    lacking = {one.course for one in made.proposal.unplaced}
    lessons = [one for one in made.frame.instance.courses if one.id in lacking]
    return [*(limit for one in lessons for limit in _of_course(made, one)), *_of_groups(made)]


def _of_course(made: Draft, course: Lesson) -> Iterator[Limit]:
    name, wish = made.frame.courses[course.id], made.wish
    if wish.add and not made.frame.instance.openings.get(course.id):
        day = max(0, wish.closes - wish.opens)
        if course.minutes > day:
            yield Limit("hours", name, course.minutes, day)
        else:
            ready = made.frame.ready.get(course.id, "")
            yield Limit("days", name, ready=ready if ready > wish.last else "")
    needed = made.proposal.needed.get(course.id, 0)
    there = sum(slot.course == course.id for slot in made.slots)
    if there < needed:
        yield Limit("sessions", name, needed, there)


def _of_groups(made: Draft) -> Iterator[Limit]:
    # Where nobody may go no session is made: they are then without a seat.
    kept = {one.person for one in made.proposal.unplaced}
    hit = {group for one in made.frame.instance.people if one.id in kept for group in one.groups}
    for group, most in sorted(made.frame.instance.most.items()):
        if not most and group in hit:
            yield Limit("away", made.frame.groups[group], made.frame.sizes[group])
