"""Wilcoxon's signed rank test: did the same people move?

Zeros are dropped (Wilcoxon 1945). Up to 20 changed pairs p is counted over all ways to put signs
to the ranks that are there, so ties are no trouble; beyond, the normal distribution is taken with
the corrections for ties and continuity.
"""

from collections import Counter
from collections.abc import Iterable
from math import sqrt

from changedesk.survey.statistics.distributions import normal_above, normal_two_sided
from changedesk.survey.statistics.estimates import Tested
from changedesk.survey.statistics.ranks import doubled_ranks, tie_sum

EXACT_TO = 20
EXACT, NORMAL = "wilcoxon_exact", "wilcoxon_normal"


def signed_rank(
    differences: Iterable[float], *, exact: bool | None = None, correction: bool = True
) -> Tested | None:
    """Test whether differences lie about zero; None where none differs from it.

    The statistic is the sum of the ranks of positive differences; `n` is (pairs, changed pairs).
    """
    held = list(differences)
    sizes = Counter(abs(value) for value in held if value)
    changed = sum(sizes.values())
    if not changed:
        return None
    ranks = doubled_ranks(sizes)
    up = sum(ranks[value] for value in held if value > 0)
    n = (len(held), changed)
    floor = smallest_p(changed)
    if exact if exact is not None else changed <= EXACT_TO:
        greater, less = _tails([ranks[size] for size in sizes.elements()], up)
        return Tested(EXACT, up / 2, min(1.0, 2 * min(greater, less)), n, True, floor, greater)
    middle = changed * (changed + 1) / 4
    variance = changed * (changed + 1) * (2 * changed + 1) / 24 - tie_sum(sizes.values()) / 48
    off = up / 2 - middle
    step = 0.5 if correction else 0.0
    z = max(0.0, abs(off) - step) / sqrt(variance)
    greater = normal_above((off - step) / sqrt(variance))
    return Tested(NORMAL, up / 2, normal_two_sided(z), n, False, floor, greater)


def smallest_p(changed: int) -> float:
    """Return the smallest two-sided p that so many changed pairs can reach."""
    return min(1.0, 2.0 ** (1 - changed))


def _tails(ranks: list[int], seen: int) -> tuple[float, float]:
    """Return the chance of a sum at least and at most as large, when signs fall at random."""
    total = sum(ranks)
    ways = [0] * (total + 1)
    ways[0] = 1
    for rank in ranks:
        for at in range(total, rank - 1, -1):
            ways[at] += ways[at - rank]
    whole = 2 ** len(ranks)
    return sum(ways[seen:]) / whole, sum(ways[: seen + 1]) / whole
