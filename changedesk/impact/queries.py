"""What a person can ask about impacts: who is hit, how many people, who says so."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from peewee import JOIN, Expression

from changedesk.impact.records import Impact
from changedesk.impact.severity import band, gap, reach_load, to_discuss
from changedesk.people.records import Group, Project
from changedesk.store.workspace import Workspace

CANCELLED = "cancelled"
OWN, HEADCOUNT, UNKNOWN = "own", "headcount", ""
_NAME = 6
"""Where the name of the group stands in a row; an impact may have none."""


@dataclass(frozen=True)
class GroupRow:
    """A group as the change side shows it; `capacity` is in hours a person and month."""

    id: int
    name: str
    headcount: int | None
    capacity: int | None


@dataclass(frozen=True)
class ImpactRow:
    """An impact with its group; dates are ISO text, `minutes` is the time each."""

    id: int
    code: str
    title: str
    project: int
    project_code: str
    group: int | None
    group_name: str
    headcount: int | None
    aspect: str
    severity: int | None
    group_severity: int | None
    reason: str
    own_people: int | None
    starts: str
    ends: str
    minutes: int | None
    status: str
    owner: str

    @property
    def people(self) -> int | None:
        """Return how many it hits: those said, else the headcount of its group."""
        return self.headcount if self.own_people is None else self.own_people

    @property
    def people_from(self) -> str:
        """Return where that figure is from: "own", "headcount", or "" where nobody knows."""
        if self.own_people is not None:
            return OWN
        return UNKNOWN if self.headcount is None else HEADCOUNT

    @property
    def band(self) -> str:
        """Return the band of the project's view: high, medium, low or ""."""
        return band(self.severity, self.own_people, self.headcount)

    @property
    def load(self) -> int | None:
        """Return severity × people, None while one is unknown."""
        return reach_load(self.severity, self.people)

    @property
    def gap(self) -> int | None:
        """Return how far project and group lie apart, None while one has not said."""
        return gap(self.severity, self.group_severity)

    @property
    def discuss(self) -> bool:
        """Tell whether the two views are to be discussed."""
        return to_discuss(self.severity, self.group_severity)


def impacts(
    workspace: Workspace,
    project: int | None = None,
    group: int | None = None,
    *,
    cancelled: bool = False,
) -> list[ImpactRow]:
    """Return the impacts by code, of all projects or one, of all groups or one."""
    wanted: list[Expression] = [] if cancelled else [Impact.status != CANCELLED]
    if project is not None:
        wanted.append(Impact.project == project)
    if group is not None:
        wanted.append(Impact.group == group)
    return _rows(workspace, wanted)


def impacts_of(workspace: Workspace, keys: Sequence[int]) -> list[ImpactRow]:
    """Return these impacts by code: what is behind a cell."""
    return _rows(workspace, [Impact.id.in_(list(keys))]) if keys else []


def _rows(workspace: Workspace, wanted: Sequence[Expression]) -> list[ImpactRow]:
    query = (
        Impact.select(
            Impact.id, Impact.code, Impact.title, Impact.project, Project.code, Impact.group,
            Group.name, Group.headcount, Impact.aspect, Impact.severity, Impact.group_severity,
            Impact.reason, Impact.people, Impact.starts, Impact.ends, Impact.minutes,
            Impact.status, Impact.owner,
        )
        .join(Project, on=Impact.project == Project.id)
        .switch(Impact)
        .join(Group, JOIN.LEFT_OUTER, on=Impact.group == Group.id)
        .order_by(Impact.project, Impact.code)
    )  # fmt: skip
    found = workspace.rows(query.where(*wanted) if wanted else query)
    return [_row(list(row)) for row in found]


def _row(values: list[Any]) -> ImpactRow:
    values[_NAME] = values[_NAME] or ""
    return ImpactRow(*values)


def groups(workspace: Workspace) -> list[GroupRow]:
    """Return all groups by name."""
    query = Group.select(Group.id, Group.name, Group.headcount, Group.capacity)
    return [GroupRow(*row) for row in workspace.rows(query.order_by(Group.name, Group.id))]
