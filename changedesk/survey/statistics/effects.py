"""How large a difference is, on a scale from -1 to 1, with its interval."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import sqrt

from changedesk.survey.statistics.estimates import Estimate
from changedesk.survey.statistics.ranks import doubled_ranks
from changedesk.survey.statistics.shares import Z_95, wilson_at


def rank_biserial(differences: Iterable[float]) -> Estimate | None:
    """Return the matched rank-biserial correlation: the share of ranks up less that down.

    Its interval takes every changed pair to be as likely to go up, whatever the size of its
    change: Wilson's, with ranks as weights. None where nobody changed.
    """
    held = [value for value in differences if value]
    if not held:
        return None
    ranks = doubled_ranks(Counter(abs(value) for value in held))
    weights = [ranks[abs(value)] for value in held]
    whole = sum(weights)
    up = sum(weight for weight, value in zip(weights, held, strict=True) if value > 0)
    size = whole * whole / sum(weight * weight for weight in weights)
    low, high = wilson_at(up / whole, size)
    return Estimate(2 * up / whole - 1, 2 * low - 1, 2 * high - 1)


def cliffs_delta(first: Sequence[float], second: Sequence[float]) -> Estimate | None:
    """Return Cliff's delta (1993): how much oftener the first is higher than the second.

    The interval is the asymmetric one of Feng & Cliff (2004); None where a sample is empty.
    """
    one, two = Counter(first), Counter(second)
    n1, n2 = len(first), len(second)
    if not n1 or not n2:
        return None
    rows, columns = _dominance(one, two), _dominance(two, one)
    delta = sum(value * n for value, n in rows) / n1
    if min(n1, n2) < 2:
        return Estimate(delta, -1.0, 1.0)
    if abs(delta) == 1:
        # Without spread: what the smaller sample alone allows.
        bound = (min(n1, n2) - Z_95**2) / (min(n1, n2) + Z_95**2)
        return Estimate(delta, bound, 1.0) if delta > 0 else Estimate(delta, -1.0, -bound)
    by_row = sum(n * (value - delta) ** 2 for value, n in rows) / (n1 - 1)
    by_column = sum(n * (value + delta) ** 2 for value, n in columns) / (n2 - 1)
    decided = n1 * n2 - sum(n * two[value] for value, n in one.items())
    each = (decided - n1 * n2 * delta * delta) / ((n1 - 1) * (n2 - 1))
    variance = ((n2 - 1) * by_row + (n1 - 1) * by_column + each) / (n1 * n2)
    spread = Z_95**2 * variance
    half = Z_95 * sqrt(variance) * sqrt((1 - delta**2) ** 2 + spread)
    middle, below = delta - delta**3, 1 - delta**2 + spread
    return Estimate(delta, max(-1.0, (middle - half) / below), min(1.0, (middle + half) / below))


def _dominance(own: Mapping[float, int], other: Mapping[float, int]) -> list[tuple[float, int]]:
    """Return, for each value, how much oftener it is higher than the other sample's, and its n."""
    whole = sum(other.values())
    found, passed = [], 0
    rest = sorted(other.items())
    at = 0
    for value, n in sorted(own.items()):
        while at < len(rest) and rest[at][0] < value:
            passed += rest[at][1]
            at += 1
        equal = rest[at][1] if at < len(rest) and rest[at][0] == value else 0
        found.append(((2 * passed + equal - whole) / whole, n))
    return found
