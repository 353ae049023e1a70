"""The agenda of a workshop: what a group rates, the widest disagreements first."""

from collections.abc import Iterable
from dataclasses import dataclass

from changedesk.impact.queries import CANCELLED, CLOSED, impacts
from changedesk.impact.records import Impact
from changedesk.impact.severity import gap, to_discuss
from changedesk.impact.words import ASPECTS
from changedesk.people.records import Group
from changedesk.store.workspace import Workspace

_ORDER = {choice.code: place for place, choice in enumerate(ASPECTS)}


@dataclass(frozen=True)
class Item:
    """One thing to rate: an impact, or with None an aspect for which nothing is recorded yet."""

    impact: int | None
    code: str
    title: str
    aspect: str
    as_is: str
    to_be: str
    severity: int | None
    group_severity: int | None
    reason: str
    closed: bool = False

    @property
    def gap(self) -> int | None:
        """Return how far the two views lie apart, None while one is missing."""
        return gap(self.severity, self.group_severity)

    @property
    def discuss(self) -> bool:
        """Tell whether the two views are to be discussed."""
        return not self.closed and to_discuss(self.severity, self.group_severity)

    @property
    def rated(self) -> bool:
        """Tell whether both sides have rated it."""
        return self.gap is not None


def agenda(items: Iterable[Item]) -> list[Item]:
    """Return items in the order in which they are talked about.

    First what is to be discussed, the widest gap leading; then what one side or both have still to
    rate; then the rest, the wider gap first; aspects without an impact last. Ties by aspect, code.
    """
    return sorted(items, key=_rank)


def _rank(item: Item) -> tuple[int, int, int, str]:
    place = _ORDER.get(item.aspect, len(_ORDER))
    if item.impact is None:
        return (3, 0, place, "")
    apart = item.gap
    if apart is None:
        return (1, 0, place, item.code)
    return (0 if item.discuss else 2, -apart, place, item.code)


def items_of(workspace: Workspace, project: int, group: int) -> list[Item]:
    """Return what a group has to rate in a project, in the order of the agenda."""
    rows = workspace.rows(
        Impact.select(
            Impact.id, Impact.code, Impact.title, Impact.aspect, Impact.as_is, Impact.to_be,
            Impact.severity, Impact.group_severity, Impact.reason, Impact.status == CLOSED,
        ).where(
            (Impact.project == project) & (Impact.group == group) & (Impact.status != CANCELLED)
        )
    )  # fmt: skip
    found = [Item(*row) for row in rows]
    recorded = {item.aspect for item in found}
    blank = [
        Item(None, "", choice.label, choice.code, "", "", None, None, "")
        for choice in ASPECTS
        if choice.code not in recorded
    ]
    return agenda([*found, *blank])


@dataclass(frozen=True)
class GroupStanding:
    """A group in a workshop: how many of its impacts both sides have rated."""

    id: int
    name: str
    impacts: int
    rated: int
    discuss: int


def standings(workspace: Workspace, project: int) -> list[GroupStanding]:
    """Return every group by name with where its ratings stand; those with impacts come first."""
    counted: dict[int, list[int]] = {}
    for row in impacts(workspace, project):
        if row.group is not None:
            total = counted.setdefault(row.group, [0, 0, 0])
            total[0] += 1
            total[1] += row.gap is not None
            total[2] += row.discuss
    query = Group.select(Group.id, Group.name).order_by(Group.name, Group.id)
    found = [
        GroupStanding(row.id, row.name, *counted.get(row.id, (0, 0, 0)))
        for row in workspace.rows(query)
    ]
    return sorted(found, key=lambda one: not one.impacts)
