"""A figure and how sure it is, and what a test says."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Estimate:
    """A value with its 95 % interval, in the unit of what was estimated."""

    value: float
    low: float
    high: float


@dataclass(frozen=True)
class Tested:
    """What a test says: its code, its statistic, its two-sided p, and how many answers it used.

    `exact` tells whether p is counted rather than taken from a limiting distribution.
    `smallest_p` is the smallest p that a test of this size could reach, None where that floor is
    out of reach. `greater` is the one-sided p for the first being greater, where there are two.
    """

    test: str
    statistic: float
    p: float
    n: tuple[int, ...]
    exact: bool = False
    smallest_p: float | None = None
    greater: float | None = None
