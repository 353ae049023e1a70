"""The heat map of a project: which group is hit in which aspect, and how hard altogether."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from changedesk.impact.cells import Cell, cell_of
from changedesk.impact.degree import Degree, degree_of
from changedesk.impact.queries import GroupRow, ImpactRow
from changedesk.impact.words import ASPECTS

Place = tuple[int, str]
"""A group and an aspect."""


@dataclass(frozen=True)
class HeatMap:
    """Groups that are hit, by name; the cells that hold something; the degree of each group.

    `without_group` are the keys of impacts that name no group, closed ones left out: they are on
    no row. `rows` are all impacts by key.
    """

    groups: tuple[GroupRow, ...]
    cells: Mapping[Place, Cell]
    degrees: Mapping[int, Degree]
    without_group: tuple[int, ...]
    rows: Mapping[int, ImpactRow]


def heat_map_of(groups: Sequence[GroupRow], rows: Sequence[ImpactRow]) -> HeatMap:
    """Return the heat map of some impacts."""
    places: dict[Place, list[ImpactRow]] = defaultdict(list)
    loose = []
    for row in rows:
        if row.group is not None:
            places[row.group, row.aspect].append(row)
        elif row.is_open:
            loose.append(row.id)
    cells = {place: cell_of(found) for place, found in places.items()}
    hit = {group for group, _ in places}
    return HeatMap(
        groups=tuple(group for group in groups if group.id in hit),
        cells=cells,
        degrees={group: degree_of(scores_of(cells, group)) for group in hit},
        without_group=tuple(loose),
        rows={row.id: row for row in rows},
    )


def scores_of(cells: Mapping[Place, Cell], group: int) -> list[int | None]:
    """Return the score of each of the ten aspects: the highest severity, None where unrated."""
    found = (cells.get((group, aspect.code)) for aspect in ASPECTS)
    return [cell.severity if cell is not None else None for cell in found]
