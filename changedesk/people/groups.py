"""Groups in time: their tree, how many people they have on a day, and who is in them.

A group holds from `since` on and before `until`: on the day of a merge its people are in the new
one already. People with memberships go by those; people without any by the group they are in.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from changedesk.people.days import holds, today
from changedesk.people.links import SUCCEEDED_BY, links
from changedesk.people.records import Group, HeadcountReading, Membership, Person
from changedesk.store.change import Change
from changedesk.store.errors import UserError
from changedesk.store.workspace import Workspace


@dataclass(frozen=True)
class GroupNode:
    """A group in the tree, `depth` levels down. `people` is its headcount now, None if unknown.

    `below` is what the groups within it have now, added up; None where none of them is known.
    """

    id: int
    code: str
    name: str
    parent: int | None
    depth: int
    site: str
    shift: str
    people: int | None
    below: int | None
    since: str
    until: str


@dataclass(frozen=True)
class Headcount:
    """How many people a group has on a day (None: unknown), and on which day that was counted.

    Without a reading by then it is the headcount that the group itself says, and `taken` is empty.
    """

    people: int | None
    taken: str


@dataclass(frozen=True)
class Member:
    """Somebody who is in a group on a day."""

    id: int
    name: str
    role: str
    group: int


def tree(workspace: Workspace) -> list[GroupNode]:
    """Return all groups, each one followed by those within it; a circle is cut where it began."""
    rows = workspace.rows(
        Group.select(
            Group.id, Group.code, Group.name, Group.parent, Group.site, Group.shift,
            Group.headcount, Group.since, Group.until,
        ).order_by(Group.name, Group.id)
    )  # fmt: skip
    day = today(workspace)
    now = {row.id: 0 if row.until and row.until <= day else row.headcount for row in rows}
    parents = cut({row.id: row.parent for row in rows})
    children: dict[int | None, list[int]] = defaultdict(list)
    for row in rows:
        children[parents[row.id]].append(row.id)
    found = {row.id: row for row in rows}
    nodes: list[GroupNode] = []
    waiting = [(key, 0) for key in reversed(children[None])]
    while waiting:
        key, depth = waiting.pop()
        row = found[key]
        known = [now[one] for one in _within(key, children) if now[one] is not None]
        nodes.append(
            GroupNode(
                key, row.code, row.name, parents[key], depth, row.site, row.shift, now[key],
                sum(known) if known else None, row.since, row.until,
            )
        )  # fmt: skip
        waiting.extend((child, depth + 1) for child in reversed(children[key]))
    return nodes


def ended(workspace: Workspace, day: str) -> dict[int, str]:
    """Return, for each group that is over on a day, a sentence of when and what came after it."""
    rows = workspace.rows(Group.select(Group.id, Group.name, Group.since, Group.until))
    names = {row.id: row.name for row in rows}
    after = links(workspace, SUCCEEDED_BY)
    found = {}
    for row in rows:
        if row.until and row.until <= day:
            later = sorted(names[one] for one in after.get(row.id, ()) if one in names)
            choose = f": choose {' or '.join(later)}" if later else ""
            found[row.id] = f"{row.name} ended on {row.until}{choose}."
    return found


def cut(parents: Mapping[int, int | None]) -> dict[int, int | None]:
    """Return parents without circles: the lowest key of each circle becomes a group at the top.

    Two copies that are merged can make a circle that nobody made.
    """
    free = {key: above if above in parents else None for key, above in parents.items()}
    for key in sorted(free):
        circle = _circle(key, free)
        if circle:
            free[min(circle)] = None
    return free


def within(workspace: Workspace, group: int) -> list[int]:
    """Return a group and all groups within it, by key."""
    children: dict[int | None, list[int]] = defaultdict(list)
    for key, above in cut(_parents(workspace)).items():
        children[above].append(key)
    return [group, *_within(group, children)]


def refuse_circles(workspace: Workspace, parents: Mapping[int, int | None]) -> None:
    """Raise UserError, in a sentence, where groups with these new parents would hold themselves."""
    asked = {**_parents(workspace), **parents}
    for key in parents:
        circle = _circle(key, asked)
        if circle:
            names = dict(
                workspace.rows(Group.select(Group.id, Group.name).where(Group.id.in_(list(circle))))
            )
            above = names[asked[key]]
            if len(circle) == 1:
                raise UserError(f"{above} cannot be part of itself: choose another group.")
            raise UserError(
                f"{names[key]} cannot be part of {above}: {above} is part of {names[key]}."
            )


def set_parent(workspace: Workspace, group: int, parent: int | None) -> None:
    """Make a group part of another one, or of none; raises UserError for a circle."""
    refuse_circles(workspace, {group: parent})
    record = workspace.get(Group, group)
    if parent is None:
        label = f"Take {record.name} out of its group"
    else:
        label = f"Make {record.name} part of {workspace.get(Group, parent).name}"
    with workspace.change(label) as change:
        change.set(record, parent=parent)


def headcounts(workspace: Workspace, day: str) -> dict[int, Headcount]:
    """Return, by group, how many people it has on a day; 0 outside the time that it lasts."""
    readings = workspace.rows(
        HeadcountReading.select(
            HeadcountReading.group, HeadcountReading.taken, HeadcountReading.people
        )
        .where(HeadcountReading.taken <= day)
        .order_by(HeadcountReading.taken, HeadcountReading.id)
    )
    last = {row.group: Headcount(row.people, row.taken) for row in readings}
    groups = workspace.rows(Group.select(Group.id, Group.headcount, Group.since, Group.until))
    return {
        row.id: last.get(row.id, Headcount(row.headcount, ""))
        if holds(row.since, row.until, day)
        else Headcount(0, "")
        for row in groups
    }


def headcount(workspace: Workspace, group: int, day: str) -> Headcount:
    """Return how many people a group has on a day; raises UserError for one that is gone."""
    workspace.get(Group, group)
    return headcounts(workspace, day)[group]


def members(workspace: Workspace, groups: Collection[int], day: str) -> list[Member]:
    """Return who is in any of these groups on a day, by name, each person once."""
    people = workspace.rows(
        Person.select(Person.id, Person.name, Person.role, Person.group).order_by(
            Person.name, Person.id
        )
    )
    stays: dict[int, list[tuple[int, str, str]]] = defaultdict(list)
    for row in workspace.rows(
        Membership.select(
            Membership.person, Membership.group, Membership.since, Membership.until
        ).order_by(Membership.id)
    ):
        stays[row.person].append((row.group, row.since, row.until))
    found = []
    for row in people:
        known = stays.get(row.id)
        if known is None:
            there = [row.group] if row.group in groups else []
        else:
            there = [g for g, since, until in known if g in groups and holds(since, until, day)]
        if there:
            found.append(Member(row.id, row.name, row.role, there[0]))
    return found


def keep_memberships(
    workspace: Workspace, change: Change, moves: Mapping[int, int | None], day: str
) -> None:
    """Close and open memberships within a change, before the people themselves are moved.

    Who had none gets one for where he was, without a first day: it is not known.
    """
    now = dict(
        workspace.rows(Person.select(Person.id, Person.group).where(Person.id.in_(list(moves))))
    )
    moving = {key: to for key, to in moves.items() if key in now and now[key] != to}
    known = workspace.rows(
        Membership.select(Membership.id, Membership.person, Membership.until).where(
            Membership.person.in_(list(moving))
        )
    )
    change.set_many(Membership, {row.id: {"until": day} for row in known if not row.until})
    unknown = moving.keys() - {row.person for row in known}
    change.add_many(
        Membership,
        [
            {"person": key, "group": now[key], "until": day}
            for key in sorted(unknown)
            if now[key] is not None
        ]
        + [
            {"person": key, "group": to, "since": day}
            for key, to in moving.items()
            if to is not None
        ],
    )


def follow_group_edits(
    workspace: Workspace, change: Change, edits: Mapping[int, Mapping[str, Any]]
) -> None:
    """Do what edits of groups ask for, within their change: refuse circles, date a headcount."""
    moved = {key: values["parent"] for key, values in edits.items() if "parent" in values}
    refuse_circles(workspace, moved)
    day = today(workspace)
    counted = {key: v["headcount"] for key, v in edits.items() if v.get("headcount") is not None}
    now = dict(
        workspace.rows(Group.select(Group.id, Group.headcount).where(Group.id.in_(list(counted))))
    )
    change.add_many(
        HeadcountReading,
        [
            {"group": key, "taken": day, "people": people}
            for key, people in counted.items()
            if now.get(key) != people
        ],
    )


def follow_person_edits(
    workspace: Workspace, change: Change, edits: Mapping[int, Mapping[str, Any]]
) -> None:
    """Keep where people were when an edit, within its change, puts them into another group."""
    moves = {key: values["group"] for key, values in edits.items() if "group" in values}
    keep_memberships(workspace, change, moves, today(workspace))


def _parents(workspace: Workspace) -> dict[int, int | None]:
    return dict(workspace.rows(Group.select(Group.id, Group.parent)))


def _circle(key: int, parents: Mapping[int, int | None]) -> list[int]:
    # The groups of the circle that this one is in, or none.
    path = [key]
    above = parents.get(key)
    while above is not None and above not in path:
        path.append(above)
        above = parents.get(above)
    return path if above == key else []


def _within(key: int, children: Mapping[int | None, Iterable[int]]) -> list[int]:
    found: list[int] = []
    waiting = list(children.get(key, ()))
    while waiting:
        one = waiting.pop()
        found.append(one)
        waiting.extend(children.get(one, ()))
    return found
