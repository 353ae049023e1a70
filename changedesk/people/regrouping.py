"""Merging groups and splitting one: each is one change, and the groups that were stay with
the day they ended on, so that readings from before and after compare on the same people.
"""

from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Any

from changedesk.people.groups import headcounts, keep_memberships, refuse_circles
from changedesk.people.links import SUCCEEDED_BY, link
from changedesk.people.records import Group, HeadcountReading, Person
from changedesk.store.change import Change
from changedesk.store.errors import UserError
from changedesk.store.text import clean
from changedesk.store.workspace import Workspace

_CARRIED = (
    "site", "shift", "lead", "systems", "adopted_when", "considerations", "resistance", "tactics",
    "capacity", "off_floor",
)  # fmt: skip


@dataclass(frozen=True)
class Part:
    """What a group is split into: a name, who goes there, how many it has (None: unknown)."""

    name: str
    people: tuple[int, ...] = ()
    headcount: int | None = None


def merge_groups(
    workspace: Workspace,
    groups: Collection[int],
    name: str,
    day: str,
    also: Callable[[Change, Sequence[int], int], None] | None = None,
) -> int:
    """Make one group out of several from a day on; return its key.

    Its headcount is their sum where all are known. What they have in common it keeps; groups
    within them become part of it. `also` is called within the change with the old groups and the
    new one, for what other areas keep about them. Raises UserError for fewer than two groups, or
    for one that has ended.
    """
    keys = list(dict.fromkeys(groups))
    name = _name(name)
    if len(keys) < 2:
        raise UserError("Choose at least two groups to merge.")
    with workspace.snapshot():
        old = [_lasting(workspace, key, day) for key in keys]
        counts = [headcounts(workspace, day)[key].people for key in keys]
    known = [count for count in counts if count is not None]
    fields = _common(old)
    label = f"Merge {_listed([group.name for group in old])} into {name}"
    with workspace.change(label) as change:
        made = _begin(change, name, day, sum(known) if len(known) == len(keys) else None, fields)
        people = _people_of(workspace, keys)
        keep_memberships(workspace, change, dict.fromkeys(people, made), day)
        change.set_many(Person, {key: {"group": made} for key in people})
        _move_children(workspace, change, keys, made)
        _end(change, keys, day)
        link(workspace, change, SUCCEEDED_BY, [(key, made) for key in keys])
        if also is not None:
            also(change, keys, made)
    return made


def split_group(workspace: Workspace, group: int, parts: Sequence[Part], day: str) -> list[int]:
    """Make several groups out of one from a day on; return their keys in order.

    Groups within it become part of what it was part of. Raises UserError for fewer than two
    parts, for one that has ended, and for a person of the group who is in none or in two of them.
    """
    if len(parts) < 2:
        raise UserError("A split needs at least two parts.")
    names = [_name(part.name) for part in parts]
    twice = [name for name, count in Counter(names).items() if count > 1]
    if twice:
        raise UserError(f"Two parts are called {twice[0]}: give each a name of its own.")
    old = _lasting(workspace, group, day)
    _refuse_left_over(workspace, old, parts)
    fields = _common([old])
    with workspace.change(f"Split {old.name} into {_listed(names)}") as change:
        made = []
        for name, part in zip(names, parts, strict=True):
            key = _begin(change, name, day, part.headcount, fields)
            keep_memberships(workspace, change, dict.fromkeys(part.people, key), day)
            change.set_many(Person, {person: {"group": key} for person in part.people})
            made.append(key)
        _move_children(workspace, change, [group], old.parent_id)
        _end(change, [group], day)
        link(workspace, change, SUCCEEDED_BY, [(group, key) for key in made])
    return made


def _name(name: str) -> str:
    name = " ".join(clean(name).split())
    if not name:
        raise UserError("The new group needs a name.")
    return name


def _lasting(workspace: Workspace, key: int, day: str) -> Group:
    group = workspace.get(Group, key)
    if group.until:
        raise UserError(f"{group.name} has ended already: choose a group that still is.")
    if group.since and group.since > day:
        raise UserError(f"{group.name} begins only after that day: choose a later day.")
    return group


def _common(groups: Sequence[Group]) -> dict[str, Any]:
    """Return what all of them have alike, as fields of a new group."""
    fields: dict[str, Any] = {}
    for name in _CARRIED:
        values = {getattr(group, name) for group in groups}
        if len(values) == 1:
            fields[name] = values.pop()
    parents = {group.parent_id for group in groups} - {group.id for group in groups}
    fields["parent"] = parents.pop() if len(parents) == 1 else None
    return fields


def _begin(change: Change, name: str, day: str, people: int | None, fields: dict[str, Any]) -> int:
    values = {"name": name, "since": day, "headcount": people, **fields}
    (key,) = change.add_many(
        Group, [{field: value for field, value in values.items() if value not in (None, "")}]
    )
    if people is not None:
        change.add(HeadcountReading(group=key, taken=day, people=people))
    return key


def _end(change: Change, groups: Collection[int], day: str) -> None:
    change.set_many(Group, {key: {"until": day} for key in groups})


def _people_of(workspace: Workspace, groups: Collection[int]) -> list[int]:
    rows = workspace.rows(Person.select(Person.id).where(Person.group.in_(list(groups))))
    return sorted(row.id for row in rows)


def _move_children(
    workspace: Workspace, change: Change, groups: Collection[int], parent: int | None
) -> None:
    rows = workspace.rows(Group.select(Group.id).where(Group.parent.in_(list(groups))))
    moved = {row.id: parent for row in rows if row.id not in groups and row.id != parent}
    change.set_many(Group, {key: {"parent": above} for key, above in moved.items()})
    refuse_circles(workspace, moved)


def _refuse_left_over(workspace: Workspace, group: Group, parts: Sequence[Part]) -> None:
    places = Counter(person for part in parts for person in set(part.people))
    rows = workspace.rows(
        Person.select(Person.id, Person.name).where(Person.group == group.id).order_by(Person.name)
    )
    for row in rows:
        if places[row.id] != 1:
            where = "no part" if not places[row.id] else "two parts"
            raise UserError(f"{row.name} is in {where} of {group.name}: choose one.")
    strangers = places.keys() - {row.id for row in rows}
    if strangers:
        name = workspace.get(Person, min(strangers)).name
        raise UserError(f"{name} is not in {group.name}.")


def _listed(names: Sequence[str]) -> str:
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else names[0]
