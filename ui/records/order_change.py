"""How one list of keys becomes another with as little as possible taken out and put in."""

from collections.abc import Sequence
from dataclasses import dataclass

SPANS_AT_MOST = 200
LONG_LIST = 2000
SPANS_OF_LONG_LIST = 4


@dataclass(frozen=True)
class OrderChange:
    """First take out these spans of rows (last first), then reorder, then put in these spans.

    A span is (first row, last row), counted in the list as it is at that moment.
    """

    removed: tuple[tuple[int, int], ...]
    kept: tuple[int, ...]
    reordered: bool
    inserted: tuple[tuple[int, int], ...]

    @property
    def differs(self) -> bool:
        """Tell whether there is anything to do."""
        return bool(self.removed or self.reordered or self.inserted)


def spans(rows: Sequence[int]) -> list[tuple[int, int]]:
    """Return ascending rows as spans of neighbours."""
    found: list[tuple[int, int]] = []
    for row in rows:
        if found and found[-1][1] == row - 1:
            found[-1] = (found[-1][0], row)
        else:
            found.append((row, row))
    return found


def order_change(old: Sequence[int], new: Sequence[int]) -> OrderChange | None:
    """Return the way from `old` to `new`, or None where starting anew is cheaper.

    A view keeps a note of every row that moves, so long lists are not reordered in place.
    """
    standing, wanted = set(old), set(new)
    removed = spans([row for row, key in enumerate(old) if key not in wanted])
    inserted = spans([row for row, key in enumerate(new) if key not in standing])
    long = len(old) > LONG_LIST
    if len(removed) + len(inserted) > (SPANS_OF_LONG_LIST if long else SPANS_AT_MOST):
        return None
    before = [key for key in old if key in wanted]
    kept = [key for key in new if key in standing]
    if long and before != kept:
        return None
    return OrderChange(tuple(reversed(removed)), tuple(kept), before != kept, tuple(inserted))
