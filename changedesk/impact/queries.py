"""What a person can ask about impacts: who is hit, how many people, who says so."""

from dataclasses import dataclass
from functools import cached_property

from changedesk.impact.severity import HARD, band, gap, reach_load, to_discuss
from changedesk.people.records import Group
from changedesk.store.workspace import Workspace

CANCELLED, CLOSED = "cancelled", "closed"


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

    @cached_property
    def people(self) -> int | None:
        """Return how many it hits: those said, else the headcount of its group."""
        return self.headcount if self.own_people is None else self.own_people

    @cached_property
    def band(self) -> str:
        """Return the band of the project's view: high, medium, low or ""."""
        return band(self.severity, self.own_people, self.headcount)

    @cached_property
    def load(self) -> int | None:
        """Return severity × people, None while one is unknown."""
        return reach_load(self.severity, self.people)

    @cached_property
    def gap(self) -> int | None:
        """Return how far project and group lie apart, None while one has not said."""
        return gap(self.severity, self.group_severity)

    @cached_property
    def is_open(self) -> bool:
        """Tell whether it still asks for something: it is neither closed nor cancelled."""
        return self.status not in (CLOSED, CANCELLED)

    @cached_property
    def discuss(self) -> bool:
        """Tell whether the two views are to be discussed."""
        return self.is_open and to_discuss(self.severity, self.group_severity)


# Plain SQL: every heat map, check and workshop begins with this, and it must not take a frame.
_ROWS = (
    "SELECT i.id, i.code, i.title, i.project_id, p.code, i.group_id, COALESCE(g.name, ''), "
    "g.headcount, i.aspect, i.severity, i.group_severity, i.reason, i.people, i.starts, i.ends, "
    "i.minutes, i.status, i.owner "
    "FROM impact i JOIN project p ON p.id = i.project_id "
    "LEFT JOIN people_group g ON g.id = i.group_id "
)
_ORDER = " ORDER BY i.project_id, LENGTH(i.code), i.code"


def impacts(
    workspace: Workspace,
    project: int | None = None,
    group: int | None = None,
    *,
    cancelled: bool = False,
) -> list[ImpactRow]:
    """Return the impacts by code, of all projects or one, of all groups or one."""
    wanted: list[tuple[str, int | str]] = [] if cancelled else [("i.status <> ?", CANCELLED)]
    if project is not None:
        wanted.append(("i.project_id = ?", project))
    if group is not None:
        wanted.append(("i.group_id = ?", group))
    where = " AND ".join(condition for condition, _ in wanted) or "1 = 1"
    with workspace.connected() as sql:
        rows = sql.rows(f"{_ROWS} WHERE {where} {_ORDER}", [value for _, value in wanted])
    return [ImpactRow(*row) for row in rows]


def is_hard(row: ImpactRow) -> bool:
    """Tell whether an impact is hard and still asks for something: it is not closed."""
    return row.is_open and (row.severity or 0) >= HARD


def groups(workspace: Workspace) -> list[GroupRow]:
    """Return all groups by name."""
    query = Group.select(Group.id, Group.name, Group.headcount, Group.capacity)
    return [GroupRow(*row) for row in workspace.rows(query.order_by(Group.name, Group.id))]
