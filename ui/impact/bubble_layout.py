"""Where bubbles and their labels go: a place for each, none upon another, whatever the crowd.

The chart has a cell for each pair of power and interest. Those who share a cell stand in it one
below the other, in as many columns as it takes; a row that needs more height than its share gets
it, and where all do, the chart grows and is scrolled. Pure geometry in pixels.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil, sqrt
from typing import NamedTuple

LEVELS = 5
HIGH_FROM = 4
LEAST_RADIUS = 5.0
DOT = 6.0
"""The radius of who has no headcount."""
RADII = (30.0, 26.0, 22.0, 19.0, 16.0, 13.0, 11.0, 9.0, 8.0, 7.0)
GAP = 4.0
LEAST_LABEL = 84.0
ELSEWHERE = None


class Box(NamedTuple):
    """A rectangle."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Return the right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """Return the lower edge."""
        return self.top + self.height


class Item(NamedTuple):
    """What is to be placed: its cell (None: not rated yet), how many people, lines of label."""

    key: int
    cell: tuple[int, int] | None
    people: int | None
    lines: int


@dataclass(frozen=True)
class Spot:
    """Where one bubble is, and the box for its label."""

    x: float
    y: float
    radius: float
    label: Box

    @property
    def slot(self) -> Box:
        """Return the box around bubble and label: what the mouse takes hold of."""
        left = self.x - self.radius
        top = min(self.y - self.radius, self.label.top)
        bottom = max(self.y + self.radius, self.label.bottom)
        return Box(left, top, self.label.right - left, bottom - top)


@dataclass(frozen=True)
class Layout:
    """The plot, the cells by (power, interest), the tray of those without a rating, all spots.

    `height` is what the chart needs in all; `titles` are the strips for the names of quadrants.
    """

    plot: Box
    cells: Mapping[tuple[int, int], Box]
    titles: tuple[Box, Box]
    tray: Box | None
    spots: Mapping[int, Spot]
    height: float

    def cell_at(self, x: float, y: float) -> tuple[int, int] | None:
        """Return the power and the interest at a point, or None outside the plot."""
        if not (self.plot.left <= x < self.plot.right and self.plot.top <= y < self.plot.bottom):
            return None
        return min(self.cells, key=lambda cell: _distance(self.cells[cell], x, y))

    def key_at(self, x: float, y: float) -> int | None:
        """Return whose bubble or label is at a point."""
        for key, spot in self.spots.items():
            box = spot.slot
            if box.left <= x <= box.right and box.top <= y <= box.bottom:
                return key
        return None


@dataclass(frozen=True)
class Room:
    """The room that a chart has, its margins, and the sizes of its type."""

    width: float
    height: float
    left: float
    bottom: float
    line: float
    title: float
    tray: float


def laid_out(items: Sequence[Item], room: Room) -> Layout:
    """Return a place for every item."""
    groups: dict[tuple[int, int] | None, list[Item]] = defaultdict(list)
    for item in items:
        groups[item.cell].append(item)
    waiting = groups.pop(ELSEWHERE, [])
    tray_width = room.tray if waiting else 0.0
    plot_width = room.width - room.left - tray_width
    column = plot_width / LEVELS
    heights = _row_heights(groups, room, column)
    tall = sum(heights.values()) + 2 * room.title
    tray_need = room.title + _stack(waiting, lambda _: LEAST_RADIUS, room.line)
    if tray_need > tall:
        more = (tray_need - tall) / LEVELS
        heights = {power: height + more for power, height in heights.items()}
        tall = tray_need
    plot = Box(room.left, 0, plot_width, tall)
    cells, titles = _cells(plot, heights, room, column)
    radius_of = _radii(groups, cells, items, room)
    spots: dict[int, Spot] = {}
    for cell, some in groups.items():
        if cell is not None:
            spots.update(_spots(some, cells[cell], radius_of, room.line))
    tray = None
    if waiting:
        tray = Box(plot.right, 0, tray_width, tall)
        inside = Box(tray.left + GAP, room.title, tray.width - GAP, tall - room.title)
        spots.update(_spots(waiting, inside, radius_of, room.line, top=True, one=True))
    return Layout(plot, cells, titles, tray, spots, tall + room.bottom)


RadiusOf = Callable[[Item], float]


def _most_columns(width: float) -> int:
    return max(1, int((width - GAP) // (2 * DOT + LEAST_LABEL)))


def _slot(item: Item, radius_of: RadiusOf, line: float) -> float:
    return max(item.lines * line, 2 * radius_of(item)) + 2


def _stack(items: Sequence[Item], radius_of: RadiusOf, line: float) -> float:
    return sum(_slot(item, radius_of, line) for item in items) + GAP


def _split(items: Sequence[Item], columns: int) -> list[Sequence[Item]]:
    each = ceil(len(items) / columns)
    return [items[start : start + each] for start in range(0, len(items), each)]


def _need(items: Sequence[Item], columns: int, radius_of: RadiusOf, line: float) -> float:
    return max(_stack(part, radius_of, line) for part in _split(items, columns))


def _row_heights(
    groups: Mapping[tuple[int, int] | None, Sequence[Item]], room: Room, column: float
) -> dict[int, float]:
    """Return the height of each row of power: its share, or more where it holds more.

    As few columns as the height allows leave labels the most room.
    """
    left = room.height - room.bottom - 2 * room.title
    needs: dict[int, float] = {}
    for columns in range(1, _most_columns(column) + 1):
        needs = _row_needs(groups, columns, room.line)
        if sum(needs.values()) <= left:
            break
    rows = set(needs)
    heights: dict[int, float] = {}
    while rows:
        share = left / len(rows)
        large = {power for power in rows if needs[power] > share}
        if not large:
            heights.update(dict.fromkeys(rows, share))
            break
        for power in large:
            heights[power] = needs[power]
            left -= needs[power]
        rows -= large
    return heights


def _row_needs(
    groups: Mapping[tuple[int, int] | None, Sequence[Item]], columns: int, line: float
) -> dict[int, float]:
    needs = dict.fromkeys(range(1, LEVELS + 1), 3 * line)
    for cell, some in groups.items():
        if cell is not None:
            needed = _need(some, columns, lambda _: LEAST_RADIUS, line)
            needs[cell[0]] = max(needs[cell[0]], needed)
    return needs


def _cells(
    plot: Box, heights: Mapping[int, float], room: Room, column: float
) -> tuple[dict[tuple[int, int], Box], tuple[Box, Box]]:
    cells: dict[tuple[int, int], Box] = {}
    titles = [Box(plot.left, plot.top, plot.width, room.title)]
    top = plot.top + room.title
    for power in range(LEVELS, 0, -1):
        if power == HIGH_FROM - 1:
            titles.append(Box(plot.left, top, plot.width, room.title))
            top += room.title
        for interest in range(1, LEVELS + 1):
            left = plot.left + (interest - 1) * column
            cells[power, interest] = Box(left, top, column, heights[power])
        top += heights[power]
    return cells, (titles[0], titles[1])


def _radii(
    groups: Mapping[tuple[int, int] | None, Sequence[Item]],
    cells: Mapping[tuple[int, int], Box],
    items: Sequence[Item],
    room: Room,
) -> RadiusOf:
    """Return radii so that areas are as headcounts, as large as every cell allows."""
    most = max((item.people or 0 for item in items), default=0)

    def of_scale(largest: float) -> RadiusOf:
        def radius(item: Item) -> float:
            if item.people is None or not most:
                return DOT
            return max(LEAST_RADIUS, largest * sqrt(item.people / most))

        return radius

    for largest in RADII:
        radius_of = of_scale(largest)
        if all(
            _columns(some, cells[cell], radius_of, room.line)
            for cell, some in groups.items()
            if cell is not None
        ):
            return radius_of
    return of_scale(DOT)


def _columns(items: Sequence[Item], cell: Box, radius_of: RadiusOf, line: float) -> int:
    """Return the fewest columns in which the items fit into a cell, or 0 if they do not."""
    widest = max(radius_of(item) for item in items)
    for columns in range(1, _most_columns(cell.width) + 1):
        label = (cell.width - GAP) / columns - 2 * widest - 2 * GAP
        if columns > 1 and label < LEAST_LABEL - GAP * 2:
            return 0
        if _need(items, columns, radius_of, line) <= cell.height:
            return columns
    return 0


def _spots(
    items: Sequence[Item],
    cell: Box,
    radius_of: RadiusOf,
    line: float,
    *,
    top: bool = False,
    one: bool = False,
) -> dict[int, Spot]:
    columns = 1 if one else _columns(items, cell, radius_of, line) or _most_columns(cell.width)
    width = (cell.width - GAP) / columns
    spots = {}
    for place, part in enumerate(_split(items, columns)):
        widest = max(radius_of(item) for item in part)
        left = cell.left + GAP + place * width
        free = cell.height - _stack(part, radius_of, line) + GAP
        y = cell.top + (GAP / 2 if top else max(GAP / 2, free / 2))
        for item in part:
            height = _slot(item, radius_of, line)
            x, middle = left + widest, y + height / 2
            text = Box(
                x + widest + GAP,
                middle - item.lines * line / 2,
                max(0.0, width - 2 * widest - 2 * GAP),
                item.lines * line,
            )
            spots[item.key] = Spot(x, middle, radius_of(item), text)
            y += height
    return spots


def _distance(box: Box, x: float, y: float) -> float:
    aside = max(box.left - x, 0, x - box.right)
    above = max(box.top - y, 0, y - box.bottom)
    return aside * aside + above * above
