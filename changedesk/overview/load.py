"""How much change comes upon each group, month by month, from every project and every area."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from changedesk.impact.capacity import Busy, capacity_line
from changedesk.impact.cells import Cell, cell_of
from changedesk.impact.collisions import nearest_calmer, over_line
from changedesk.impact.heatmap import HeatMap, heat_map_of
from changedesk.impact.periods import Period, months, stretch
from changedesk.impact.queries import GroupRow, ImpactRow, groups, impacts
from changedesk.impact.saturation import total_hours
from changedesk.impact.severity import HARD
from changedesk.overview.load_activities import (
    Activity,
    activities,
    counted_elsewhere,
    message_days,
)
from changedesk.people.records import BusyPeriod, Project
from changedesk.store.workspace import Workspace

MONTHS_AHEAD = 3
"""So many months after the last load are looked at for a calmer window."""
MONTHS_AT_MOST = 60


@dataclass(frozen=True)
class LoadCell:
    """A group in a period: its impacts, and what else asks time of it."""

    cell: Cell
    activities: tuple[Activity, ...] = ()


@dataclass(frozen=True)
class LoadMap:
    """Groups × months over all projects; `cells` by group and place of the month.

    `undated` counts open impacts that have a group and no date: they are in no month.
    `rows` are all impacts by key.
    """

    periods: tuple[Period, ...]
    groups: tuple[GroupRow, ...]
    cells: Mapping[tuple[int, int], LoadCell]
    lines: Mapping[tuple[int, int], Fraction | None]
    undated: int
    rows: Mapping[int, ImpactRow]


def both_maps(workspace: Workspace, project: int) -> tuple[HeatMap, LoadMap]:
    """Return the heat map of a project and the load of all projects, at the same moment."""
    with workspace.snapshot():
        every, rows = groups(workspace), impacts(workspace)
        ours = [row for row in rows if row.project == project]
        return heat_map_of(every, ours), _load_map(workspace, every, rows)


def _load_map(
    workspace: Workspace, every: Sequence[GroupRow], rows: Sequence[ImpactRow]
) -> LoadMap:
    told = message_days(workspace, _last_day(workspace, rows))
    elsewhere = counted_elsewhere(workspace, told)
    return load_map_of(every, rows, activities(workspace, told), _busy(workspace), elsewhere)


def _last_day(workspace: Workspace, rows: Sequence[ImpactRow]) -> date | None:
    """Return the last day that an impact lasts to, or a project goes live on."""
    known = [when.last for row in rows if (when := stretch(row.starts, row.ends)) is not None]
    lives = workspace.rows(Project.select(Project.go_live).where(Project.go_live != ""))
    known += [when.last for row in lives if (when := stretch(row.go_live, row.go_live)) is not None]
    return max(known, default=None)


def load_map_of(
    every: Sequence[GroupRow],
    rows: Sequence[ImpactRow],
    asked: Sequence[Activity],
    busy: Mapping[int | None, Sequence[Busy]],
    elsewhere: Iterable[int] = (),
) -> LoadMap:
    """Return the map of some impacts and activities.

    The time of the impacts `elsewhere` is not counted: the activities that answer them have it.
    """
    dated = [
        (row, when)
        for row in rows
        if row.group is not None and (when := stretch(row.starts, row.ends)) is not None
    ]
    periods = _periods([when for _, when in dated] + [one.when for one in asked])
    hit: dict[tuple[int, int], list[tuple[ImpactRow, Period]]] = defaultdict(list)
    for row, when in dated:
        for place in _places(periods, when):
            hit[row.group or 0, place].append((row, when))
    taken: dict[tuple[int, int], list[Activity]] = defaultdict(list)
    for one in asked:
        for place in _places(periods, one.when):
            taken[one.group, place].append(one)
    present = {group for group, _ in (*hit, *taken)}
    shown = tuple(group for group in every if group.id in present)
    lines = _lines(shown, periods, busy)
    skipped = frozenset(elsewhere)
    cells = {
        (group, place): _cell(
            periods[place], hit[group, place], taken[group, place], lines.get((group, place)),
            skipped,
        )
        for group, place in {*hit, *taken}
    }  # fmt: skip
    placed = {row.id for row, _ in dated}
    loose = sum(row.group is not None and row.is_open and row.id not in placed for row in rows)
    known = {row.id: row for row in rows}
    return LoadMap(tuple(periods), shown, cells, lines, loose, known)


def calmer_month(load: LoadMap, group: int, place: int, today: date) -> Period | None:
    """Return the nearest month to which a project could move out of a crowded cell.

    There nobody is hit hard, and what moves fits under the capacity line; None for a cell that is
    not crowded, or when there is no such month up to three months after the last one.
    """
    crowded = load.cells.get((group, place))
    if crowded is None or not crowded.cell.collision:
        return None
    periods = [*load.periods, *_following(load.periods[-1])]
    moved = _least_share(crowded)
    calm = [
        period.last >= today and _has_room(load, group, where, moved)
        for where, period in enumerate(periods)
    ]
    found = nearest_calmer(calm, place)
    return None if found is None else periods[found]


def _cell(
    period: Period,
    hit: Sequence[tuple[ImpactRow, Period]],
    taken: Sequence[Activity],
    line: Fraction | None,
    skipped: frozenset[int],
) -> LoadCell:
    asked: list[tuple[int | Fraction, Period]] = [
        (row.minutes, when) for row, when in hit if row.minutes and row.id not in skipped
    ]
    asked += [(one.minutes, one.when) for one in taken]
    hours = total_hours(asked, period)
    projects = {one.project for one in taken}
    return LoadCell(cell_of([row for row, _ in hit], hours, line, projects), tuple(taken))


def _lines(
    shown: Sequence[GroupRow],
    periods: Sequence[Period],
    busy: Mapping[int | None, Sequence[Busy]],
) -> dict[tuple[int, int], Fraction | None]:
    # Most groups differ in nothing but their name.
    known: dict[tuple[int | None, tuple[Busy, ...]], list[Fraction | None]] = {}
    lines = {}
    for group in shown:
        near = (*busy.get(None, ()), *busy.get(group.id, ()))
        kind = (group.capacity, near)
        if kind not in known:
            known[kind] = [capacity_line(group.capacity, period, near) for period in periods]
        lines.update({(group.id, place): line for place, line in enumerate(known[kind])})
    return lines


def _least_share(crowded: LoadCell) -> Fraction:
    # The project that asks least is the easiest to move; impacts without time weigh nothing.
    hours = crowded.cell.hours
    return hours / max(1, crowded.cell.changes)


def _has_room(load: LoadMap, group: int, place: int, moved: Fraction) -> bool:
    found = load.cells.get((group, place))
    if found is None:
        return not over_line(moved, load.lines.get((group, place)))
    hard = (found.cell.severity or 0) >= HARD
    return not hard and not over_line(found.cell.hours + moved, found.cell.line)


def _periods(all_of: Sequence[Period]) -> list[Period]:
    if not all_of:
        return []
    first, last = min(one.first for one in all_of), max(one.last for one in all_of)
    return months(first, last)[:MONTHS_AT_MOST]


def _places(periods: Sequence[Period], when: Period) -> range:
    first = _month_number(when.first) - _month_number(periods[0].first)
    last = _month_number(when.last) - _month_number(periods[0].first)
    return range(first, min(last + 1, len(periods)))


def _month_number(day: date) -> int:
    return day.year * 12 + day.month


def _following(last: Period) -> list[Period]:
    begin = last.last + timedelta(days=1)
    return months(begin, begin + timedelta(days=31 * MONTHS_AHEAD))[:MONTHS_AHEAD]


def _busy(workspace: Workspace) -> dict[int | None, list[Busy]]:
    found: dict[int | None, list[Busy]] = defaultdict(list)
    query = BusyPeriod.select(
        BusyPeriod.group, BusyPeriod.starts, BusyPeriod.ends, BusyPeriod.capacity
    )
    for row in workspace.rows(query):
        when = stretch(row.starts, row.ends)
        if when is not None:
            found[row.group].append(Busy(when, row.capacity or 0))
    return found
