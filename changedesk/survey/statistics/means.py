"""Means of composite scores: Student's interval of one, Welch's test and interval of two."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum, sqrt

from changedesk.survey.statistics.distributions import t_quantile, t_two_sided
from changedesk.survey.statistics.estimates import Estimate


@dataclass(frozen=True)
class Welch:
    """Welch's test of two means: first - second with its interval, t, degrees of freedom, p."""

    estimate: Estimate
    t: float
    df: float
    p: float


def mean_sd(values: Sequence[float]) -> tuple[float, float | None]:
    """Return mean and standard deviation (n - 1; None for one value) of at least one value."""
    first, n = values[0], len(values)
    # Told from the first value, those that are all alike have no spread at all.
    off = [value - first for value in values]
    beyond = fsum(off) / n
    if n == 1:
        return first, None
    return first + beyond, sqrt(fsum((one - beyond) ** 2 for one in off) / (n - 1))


def mean_estimate(values: Sequence[float]) -> Estimate | None:
    """Return a mean with Student's 95 % interval; None for fewer than two different values.

    Where all answer alike nothing tells how far others may lie from them.
    """
    if len(values) < 2:
        return None
    mean, sd = mean_sd(values)
    if not sd:
        return None
    half = t_quantile(0.975, len(values) - 1) * sd / sqrt(len(values))
    return Estimate(mean, mean - half, mean + half)


def welch(first: Sequence[float], second: Sequence[float]) -> Welch | None:
    """Compare two means; None where a sample has fewer than two values or none of them varies."""
    if len(first) < 2 or len(second) < 2:
        return None
    (one, spread), (two, other) = mean_sd(first), mean_sd(second)
    parts = ((spread or 0.0) ** 2 / len(first), (other or 0.0) ** 2 / len(second))
    error = sqrt(sum(parts))
    if error <= 0:
        return None
    below = parts[0] ** 2 / (len(first) - 1) + parts[1] ** 2 / (len(second) - 1)
    df = sum(parts) ** 2 / below
    between = one - two
    half = t_quantile(0.975, df) * error
    t = between / error
    return Welch(Estimate(between, between - half, between + half), t, df, t_two_sided(t, df))
