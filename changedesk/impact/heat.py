"""The level of a cell that holds several impacts."""

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
    found = list(bands)
    counted = [found.count(name) for name in LEVELS]
    total = sum(counted)
    for name, count in zip(LEVELS, counted, strict=True):
        # Multiplied out: count / total >= SHARE without a rounding.
        if count and count * SHARE.denominator >= total * SHARE.numerator:
            return name
    return next((name for name, count in zip(LEVELS, counted, strict=True) if count), "")


def weighted_count(bands: Iterable[str]) -> int:
    """Return low × 1 + medium × 5 + high × 10."""
    return sum(WEIGHTS.get(name, 0) for name in bands)
