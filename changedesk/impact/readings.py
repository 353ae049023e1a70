"""ADKAR readings: added once and never overwritten; profiles of groups, their people, a trend.

A reading with a person tells of that person. One without a person tells of its group as a whole:
it counts only while no person of the group has one, and then the newest day of such readings does.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from changedesk.impact.adkar import BARRIER_MAX, Profile, Scores, barrier, profile
from changedesk.impact.records import AdkarReading
from changedesk.people import groups
from changedesk.people.days import today
from changedesk.people.records import Group, Person
from changedesk.store.errors import UserError
from changedesk.store.workspace import Workspace

FIELDS = ("awareness", "desire", "knowledge", "ability", "reinforcement")
LATEST = "9999-12-31"


@dataclass(frozen=True)
class Reading:
    """The five scores of a person, or of a group as a whole, on a day."""

    id: int
    taken: str
    person: int | None
    name: str
    group: int | None
    wave: str
    source: str
    scores: Scores
    reason: str


@dataclass(frozen=True)
class PersonStanding:
    """The newest reading of a person by a day, and what holds him back."""

    reading: Reading
    barrier: str


@dataclass(frozen=True)
class TrendPoint:
    """What was read of a group on one day: of its people, or of it as a `whole` where of none."""

    taken: str
    wave: str
    profile: Profile
    whole: bool


@dataclass(frozen=True)
class GroupProfile:
    """A group on a day, with those within it; `whole` if only readings of it as a whole count."""

    group: int | None
    name: str
    profile: Profile
    whole: bool
    people: tuple[PersonStanding, ...]
    trend: tuple[TrendPoint, ...]


def add_reading(
    workspace: Workspace,
    project: int,
    taken: str,
    scores: Scores,
    *,
    person: int | None = None,
    group: int | None = None,
    **fields: Any,
) -> int:
    """Add a reading, with wave, source and reason as fields; a blank score stays blank.

    Raises UserError where nobody is named, or nothing is scored.
    """
    if person is None and group is None:
        raise UserError("Say whom the reading is about: a person or a group.")
    given = {name: score for name, score in zip(FIELDS, scores, strict=True) if score is not None}
    if not given:
        raise UserError("Give at least one element a score from 1 to 5.")
    of_whom = workspace.get(Person, person) if person is not None else None
    whose = of_whom.name if of_whom is not None else workspace.get(Group, group or 0).name
    if of_whom is not None and group is None:
        # The group of that day is noted: the person may move on.
        group = _groups_on(workspace, [of_whom.id], taken).get(of_whom.id)
    with workspace.change(f"ADKAR reading of {whose}, {taken}") as change:
        reading = AdkarReading(
            project=project, taken=taken, person=person, group=group, **given, **fields
        )
        return int(change.add(reading).id)


def readings(workspace: Workspace, project: int, until: str = LATEST) -> list[Reading]:
    """Return the readings of a project up to a day, oldest first."""
    r = AdkarReading
    query = (
        r.select(
            r.id, r.taken, r.person, Person.name, r.group, r.wave, r.source, r.awareness, r.desire,
            r.knowledge, r.ability, r.reinforcement, r.reason,
        )
        .left_outer_join(Person, on=(r.person == Person.id))
        .where((r.project == project) & (r.taken <= until))
        .order_by(r.taken, r.id)
    )  # fmt: skip
    return [
        Reading(
            row.id, row.taken, row.person, row.name or "", row.group, row.wave, row.source,
            (row.awareness, row.desire, row.knowledge, row.ability, row.reinforcement),
            row.reason,
        )
        for row in workspace.rows(query)
    ]  # fmt: skip


def profiles(
    workspace: Workspace, project: int, until: str = LATEST, barrier_max: int = BARRIER_MAX
) -> list[GroupProfile]:
    """Return the profile of everybody, then of each group that has readings, in tree order.

    A group takes in those within it. A reading counts for the group that it names, and for the
    one that its person was in on that day where it names none.
    """
    with workspace.snapshot():
        found = readings(workspace, project, until)
        nodes = groups.tree(workspace)
        nameless = [one for one in found if one.group is None and one.person is not None]
        placed = _placed(workspace, nameless)
    if not found:
        return []
    own: dict[int | None, list[Reading]] = defaultdict(list)
    for one in found:
        own[one.group if one.group is not None else placed.get(one.id)].append(one)
    result = [group_profile(None, "", found, barrier_max)]
    for place, node in enumerate(nodes):
        inside = [node.id]
        for below in nodes[place + 1 :]:
            if below.depth <= node.depth:
                break
            inside.append(below.id)
        some = sorted((r for key in inside for r in own[key]), key=lambda r: (r.taken, r.id))
        if some:
            result.append(group_profile(node.id, node.name, some, barrier_max))
    return result


def group_profile(
    group: int | None, name: str, found: Sequence[Reading], barrier_max: int = BARRIER_MAX
) -> GroupProfile:
    """Return what readings, oldest first, say of a group."""
    newest = {one.person: one for one in found if one.person is not None}
    people = sorted(newest.values(), key=lambda one: (one.name.casefold(), one.id))
    counted = people or _of_the_last_day(found)
    days: dict[str, list[Reading]] = defaultdict(list)
    for one in found:
        days[one.taken].append(one)
    return GroupProfile(
        group,
        name,
        profile([one.scores for one in counted], barrier_max),
        not people,
        tuple(PersonStanding(one, barrier(one.scores, barrier_max)) for one in people),
        tuple(_trend_point(day, some, barrier_max) for day, some in days.items()),
    )


def _trend_point(day: str, some: Sequence[Reading], barrier_max: int) -> TrendPoint:
    people = [one for one in some if one.person is not None]
    counted = people or some
    scores = [one.scores for one in counted]
    return TrendPoint(day, _wave(counted), profile(scores, barrier_max), not people)


def _of_the_last_day(found: Sequence[Reading]) -> list[Reading]:
    return [one for one in found if one.taken == found[-1].taken] if found else []


def _wave(found: Sequence[Reading]) -> str:
    waves = {one.wave for one in found}
    return waves.pop() if len(waves) == 1 else ""


def _placed(workspace: Workspace, found: Sequence[Reading]) -> Mapping[int, int]:
    by_day: dict[str, list[Reading]] = defaultdict(list)
    for one in found:
        by_day[one.taken].append(one)
    placed: dict[int, int] = {}
    for day, some in by_day.items():
        there = _groups_on(workspace, [one.person for one in some if one.person is not None], day)
        placed.update((one.id, there[one.person]) for one in some if one.person in there)
    return placed


def _groups_on(workspace: Workspace, people: Collection[int], day: str) -> dict[int, int]:
    every = [row.id for row in workspace.rows(Group.select(Group.id))]
    wanted = set(people)
    found = groups.members(workspace, every, day or today(workspace))
    return {one.id: one.group for one in found if one.id in wanted}
