"""The level of a cell that holds several impacts."""

from collections import Counter
from collections.abc import Iterable
from fractions import Fraction

from changedesk.impact.severity import HIGH, LOW, MEDIUM

LEVELS = (HIGH, MEDIUM, LOW)
SHARE = Fraction(1, 3)
"""The highest level that holds at least so much of a cell gives it its colour."""
WEIGHTS = {HIGH: 10, MEDIUM: 5, LOW: 1}


def level(bands: Iterable[str]) -> str:
    """Return the level of a cell by the bands of its impacts; "" where there is none.

    The highest level that holds a third of them exactly; else the highest there is.
    """
    counted = Counter(bands)
    present = [name for name in LEVELS if counted[name]]
    total = sum(counted[name] for name in LEVELS)
    for name in present:
        if Fraction(counted[name], total) >= SHARE:
            return name
    return present[0] if present else ""


def weighted_count(bands: Iterable[str]) -> int:
    """Return low × 1 + medium × 5 + high × 10."""
    return sum(WEIGHTS.get(name, 0) for name in bands)
