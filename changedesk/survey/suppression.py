"""Nobody identifiable: which groups, filters, waves and crossings of them may be shown.

A group is shown if at least `minimum` people of it answered that question, after every filter,
and if nothing smaller can be worked out by subtraction: from siblings and their total, from a
filter and its rest, from waves and their sum, from rows and columns of a cross-table. Answers
inside a shown base are shown. The respondents to one question are told as counts by what is
known of them; every table that a reader may come to see of them belongs in one call, for only
tables that were judged together are safe together.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from changedesk.survey.disclosure import Cell, Disclosure, disclose

MINIMUM = 5
LEAST_MINIMUM, MOST_MINIMUM = 3, 10
QUOTES_MINIMUM = 10
"""Free text and quotes, which may tell who wrote them, need a base of so many."""

SHOWN, EMPTY, HIDDEN = "shown", "empty", "hidden"
Key = tuple[tuple[str, str], ...]
"""A cell: a dimension and a value for each of the tables' dimensions that it is about."""
Counts = Mapping[tuple[str, ...], int]
"""How many respondents have which values, one for each dimension."""
TOTAL: Key = ()
_DIRECTLY = " directly"


@dataclass(frozen=True)
class Dimension:
    """Something that respondents are told apart by; `parents` makes its values a tree.

    A value of a respondent may be one that has children: he is directly in it.
    """

    name: str
    parents: Mapping[str, str] = field(default_factory=dict)

    def lineage(self, value: str) -> tuple[str, ...]:
        """Return a value and all that it is part of, nearest first."""
        found = [value]
        while (parent := self.parents.get(found[-1])) is not None and parent not in found:
            found.append(parent)
        return tuple(found)


@dataclass(frozen=True)
class Suppression:
    """What may be shown of the respondents to one question."""

    minimum: int
    bases: Mapping[Key, int]
    disclosure: Disclosure[Key]
    tables: frozenset[tuple[str, ...]]
    order: tuple[str, ...]

    def key(self, **values: str) -> Key:
        """Return the cell of these values: `key(group="Back office", wave="W1")`."""
        return tuple((name, values[name]) for name in self.order if name in values)

    def state(self, key: Key = TOTAL) -> str:
        """Return SHOWN, EMPTY (nobody answered) or HIDDEN; other tables' cells are hidden."""
        if key in self.disclosure.shown:
            return SHOWN
        if not any(self.bases.values()):
            return EMPTY
        judged = tuple(_plain(name) for name, _ in key) in self.tables
        known = judged and key not in self.disclosure.hidden and self.shown()
        return EMPTY if known else HIDDEN

    def shown(self, key: Key = TOTAL) -> bool:
        """Tell whether figures of a cell may be shown."""
        return self.state(key) == SHOWN

    def base(self, key: Key = TOTAL) -> int | None:
        """Return how many answered in a cell; None where that is hidden."""
        return None if self.state(key) == HIDDEN else self.bases.get(key, 0)


def suppress(
    counts: Counts,
    dimensions: Sequence[Dimension],
    crossed: Iterable[tuple[str, ...]] = (),
    minimum: int = MINIMUM,
    first: int = 0,
) -> Suppression:
    """Return what may be shown of the respondents to one question.

    `counts` has a value for each dimension, in their order, and how many respondents have them.
    Tables are the total, each dimension by itself, and those that are `crossed`, named in the
    order of the dimensions; where they collide, earlier ones keep their cells. The `first` so
    many dimensions are judged by themselves before the others: so every view of the same
    respondents, whatever it filters or crosses besides, shows and hides the same of them.
    """
    if not LEAST_MINIMUM <= minimum <= MOST_MINIMUM:
        raise ValueError(f"the minimum is from {LEAST_MINIMUM} to {MOST_MINIMUM}")
    held = {values: n for values, n in counts.items() if n}
    tables = [(), *((one.name,) for one in dimensions), *crossed]
    trees = {one.name: one for one in dimensions}
    cells: list[Cell[Key, tuple[str, ...]]] = []
    bases: dict[Key, int] = {}
    for table in tables:
        found = _cells(table, held, trees)
        for cell in found:
            bases[cell.key] = sum(held[atom] for atom in cell.atoms)
        # What holds others comes first, then the largest: so the smallest that must go goes.
        cells += sorted(found, key=lambda one: (*_depth(one.key, trees), -bases[one.key], one.key))
    settled: dict[Key, bool] = {}
    if 0 < first < len(dimensions):
        fewer: Counter[tuple[str, ...]] = Counter()
        for values, n in held.items():
            fewer[values[:first]] += n
        before = suppress(fewer, dimensions[:first], minimum=minimum)
        settled = {key: before.shown(key) for key in before.bases}
    judged = disclose(cells, held, minimum, settled)
    return Suppression(minimum, bases, judged, frozenset(tables), tuple(trees))


def hidden_siblings(sizes: Mapping[str, int], minimum: int = MINIMUM) -> frozenset[str]:
    """Return which groups that make up a whole stay hidden, while the whole itself is shown."""
    counts: Counts = {(name,): n for name, n in sizes.items()}
    found = suppress(counts, [Dimension("group")], minimum=minimum)
    return frozenset(name for name in sizes if found.state((("group", name),)) == HIDDEN)


def quotable(base: int, minimum: int = MINIMUM) -> bool:
    """Tell whether free text of so many respondents may be shown."""
    return base >= max(QUOTES_MINIMUM, minimum)


def directly(name: str) -> str:
    """Return how the people of a value who are in none of its children are keyed."""
    return name + _DIRECTLY


def _plain(name: str) -> str:
    """Return the dimension that a part of a key is about."""
    return name.removesuffix(_DIRECTLY)


def _cells(
    table: tuple[str, ...], held: Counts, trees: Mapping[str, Dimension]
) -> list[Cell[Key, tuple[str, ...]]]:
    """Return the cells of one table: every combination of values that somebody has."""
    places = [place for place, name in enumerate(trees) if name in table]
    dimensions = tuple(trees.values())
    atoms: dict[Key, set[tuple[str, ...]]] = {} if table else {TOTAL: set()}
    for values in held:
        keys: list[Key] = [TOTAL]
        for place in places:
            parts = _parts(dimensions[place], values[place])
            keys = [(*key, part) for key in keys for part in parts]
        for key in keys:
            atoms.setdefault(key, set()).add(values)
    return [Cell(key, frozenset(found), _above(key, trees)) for key, found in atoms.items()]


def _parts(dimension: Dimension, value: str) -> list[tuple[str, str]]:
    parts = [(dimension.name, one) for one in dimension.lineage(value)]
    if value in dimension.parents.values():
        parts.append((directly(dimension.name), value))
    return parts


def _above(key: Key, trees: Mapping[str, Dimension]) -> tuple[Key, ...]:
    """Return the cells next above: without one of the values, or with what it is part of."""
    above: list[Key] = []
    for place, (name, value) in enumerate(key):
        before, after = key[:place], key[place + 1 :]
        # A crossing of three may be asked for without those of two: what is not there hides none.
        above.append(before + after)
        up = trees[name].parents.get(value) if name in trees else value
        if up is not None:
            above.append((*before, (_plain(name), up), *after))
    return tuple(above)


def _depth(key: Key, trees: Mapping[str, Dimension]) -> tuple[int, int]:
    """Return how deep a cell lies in the trees; those directly in a value follow its children."""
    loose = sum(name not in trees for name, _ in key)
    return sum(len(trees[_plain(name)].lineage(value)) for name, value in key) + loose, loose
