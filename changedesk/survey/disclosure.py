"""What a reader could work out from the figures he is shown, and which must stay hidden for it.

Respondents who cannot be told apart by any table form an *atom*; a cell is a set of atoms. What
is shown about cells can be added and subtracted, so a reader can work out every cell that is a
linear combination of those shown. Cells are offered one after the other, and a cell stays hidden
if, together with those shown before it, it would let a protected one be worked out. Protected
are cells below the minimum, what two nested cells differ by if that is below it, and atoms below
it. Every other hidden cell is safe with them: working it out would lay one of those open.
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

# Elimination is exact in whole numbers modulo this prime: nothing that can be worked out is
# missed by rounding, and the coefficients of such tables are tiny beside it.
_PRIME = 2**61 - 1

K = TypeVar("K", bound=Hashable)
A = TypeVar("A", bound=Hashable)
Vector = dict[int, int]
Form = tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Cell(Generic[K, A]):
    """A set of atoms that may be shown; hidden anyway where one of `within` is hidden."""

    key: K
    atoms: frozenset[A]
    within: tuple[K, ...] = ()


@dataclass(frozen=True)
class Disclosure(Generic[K]):
    """Which cells are shown, which hold nobody, and which stay hidden."""

    shown: frozenset[K]
    empty: frozenset[K]
    hidden: frozenset[K]


def disclose(
    cells: Sequence[Cell[K, A]],
    sizes: Mapping[A, int],
    minimum: int,
    settled: Mapping[K, bool] | None = None,
) -> Disclosure[K]:
    """Return what may be shown of cells, which are offered in this order.

    `sizes` is the number of respondents of each atom. A cell that holds nobody is told to be
    empty: it has no one to protect. `settled` holds the cells of which it was decided before
    whether they are shown; they come first.
    """
    decided = settled or {}
    audit = _Audit(sizes, minimum)
    masks = [audit.mask(cell.atoms) for cell in cells]
    counts = [sum(sizes.get(atom, 0) for atom in cell.atoms) for cell in cells]
    audit.protect(dict(zip(masks, counts, strict=True)))
    shown: set[K] = set()
    empty: set[K] = set()
    hidden: set[K] = set()
    for cell, mask, count in zip(cells, masks, counts, strict=True):
        if not count:
            empty.add(cell.key)
        elif decided.get(cell.key):
            audit.tell(mask)
            shown.add(cell.key)
        elif (
            cell.key not in decided
            and count >= minimum
            and audit.show(mask, free=hidden.isdisjoint(cell.within))
        ):
            shown.add(cell.key)
        else:
            hidden.add(cell.key)
            audit.keep_secret(mask)
    return Disclosure(frozenset(shown), frozenset(empty), frozenset(hidden))


@dataclass
class _Audit(Generic[A]):
    """The span of what is shown, in reduced form, and what is protected, reduced by it."""

    sizes: Mapping[A, int]
    minimum: int
    places: dict[A, int] = field(init=False)
    weights: list[int] = field(init=False)
    rows: dict[int, Vector] = field(init=False, default_factory=dict)
    secrets: dict[Form, Vector] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        held = [(atom, size) for atom, size in self.sizes.items() if size > 0]
        self.places = {atom: place for place, (atom, _) in enumerate(held)}
        self.weights = [size for _, size in held]

    def mask(self, atoms: Iterable[A]) -> int:
        """Return a cell as bits, one for each atom that holds somebody."""
        places = (self.places.get(atom) for atom in atoms)
        return sum(1 << place for place in places if place is not None)

    def protect(self, cells: Mapping[int, int]) -> None:
        """Protect small atoms, small cells and small differences of nested cells.

        Cells are told as bits, with how many respondents they hold.
        """
        for place, weight in enumerate(self.weights):
            if weight < self.minimum:
                self.keep_secret(1 << place)
        large = sorted((size, mask) for mask, size in cells.items() if size >= self.minimum)
        for mask, size in cells.items():
            if 0 < size < self.minimum:
                self.keep_secret(mask)
        for place, (least, inner) in enumerate(large):
            for size, outer in large[place + 1 :]:
                if size - least >= self.minimum:
                    break
                if inner & outer == inner != outer:
                    self.keep_secret(outer ^ inner)

    def keep_secret(self, mask: int) -> None:
        """Protect a cell from what is shown later."""
        rest = self._reduced(_vector(mask))
        if rest:
            rest = _normal(rest)
            self.secrets[_form(rest)] = rest

    def show(self, mask: int, *, free: bool) -> bool:
        """Show a cell unless that would give something away; tell whether it is shown.

        One that is not `free` is shown only where hiding it would be idle: it can be worked out
        from what is shown already.
        """
        residual = self._reduced(_vector(mask))
        if not residual or not free:
            return not residual
        row = _normal(residual)
        if _form(row) in self.secrets:
            return False
        changed = self._changed(row)
        if self._too_few(row) or any(self._too_few(new) for new in changed.values()):
            return False
        self._take(row, changed)
        return True

    def tell(self, mask: int) -> None:
        """Take a cell that is shown already into account."""
        residual = self._reduced(_vector(mask))
        if residual:
            row = _normal(residual)
            self._take(row, self._changed(row))

    def _changed(self, row: Vector) -> dict[int, Vector]:
        """Return the rows that a new one changes, as they are with it."""
        pivot = min(row)
        return {
            place: _less(old, row, old[pivot]) for place, old in self.rows.items() if pivot in old
        }

    def _take(self, row: Vector, changed: Mapping[int, Vector]) -> None:
        pivot = min(row)
        self.rows.update(changed)
        self.rows[pivot] = row
        touched = [(form, old) for form, old in self.secrets.items() if pivot in old]
        for form, old in touched:
            del self.secrets[form]
            rest = _less(old, row, old[pivot])
            if rest:
                rest = _normal(rest)
                self.secrets[_form(rest)] = rest

    def _reduced(self, vector: Vector) -> Vector:
        for place in [place for place in vector if place in self.rows]:
            # Rows are free of each other's pivots, so one pass over the vector's own suffices.
            vector = _less(vector, self.rows[place], vector[place])
        return vector

    def _too_few(self, row: Vector) -> bool:
        """Tell whether what remains after subtraction is a handful of people, named or not."""
        return set(row.values()) == {1} and sum(self.weights[at] for at in row) < self.minimum


def _vector(mask: int) -> Vector:
    found = {}
    while mask:
        low = mask & -mask
        found[low.bit_length() - 1] = 1
        mask ^= low
    return found


def _less(vector: Vector, row: Vector, times: int) -> Vector:
    """Return vector - times * row."""
    rest = dict(vector)
    for place, value in row.items():
        left = (rest.get(place, 0) - times * value) % _PRIME
        if left:
            rest[place] = left
        else:
            rest.pop(place, None)
    return rest


def _normal(vector: Vector) -> Vector:
    """Return the vector with its first coefficient made 1."""
    first = vector[min(vector)]
    if first == 1:
        return vector
    inverse = pow(first, -1, _PRIME)
    return {place: value * inverse % _PRIME for place, value in vector.items()}


def _form(vector: Vector) -> Form:
    return tuple(sorted(vector.items()))
