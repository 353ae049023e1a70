"""Tests of different people by ranks: Mann-Whitney for two samples, Kruskal-Wallis for more.

Small samples are counted over all ways to deal the answers out, ties as they are; larger ones
take the limiting distribution with the correction for ties.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from math import comb, factorial, lcm, prod, sqrt
from operator import add

from changedesk.survey.statistics.distributions import chi2_above, normal_above, normal_two_sided
from changedesk.survey.statistics.estimates import Tested
from changedesk.survey.statistics.ranks import doubled_ranks, rank_sums, tie_sum

EXACT_TO = 20
ARRANGEMENTS_AT_MOST = 50_000
U_EXACT, U_NORMAL = "mann_whitney_exact", "mann_whitney_normal"
H_EXACT, H_CHI2 = "kruskal_wallis_exact", "kruskal_wallis_chi2"


def mann_whitney(
    first: Sequence[float],
    second: Sequence[float],
    *,
    exact: bool | None = None,
    correction: bool = True,
) -> Tested | None:
    """Test whether one sample tends to answer higher; None where one is empty.

    The statistic is U of the first: its wins against the second, ties by half.
    """
    one, two = Counter(first), Counter(second)
    sizes = (len(first), len(second))
    if not all(sizes):
        return None
    (sum_one, _), pooled = rank_sums((one, two))
    least = sizes[0] * (sizes[0] + 1)
    u = (sum_one - least) / 2
    floor = smallest_p(*sizes)
    if exact if exact is not None else sum(sizes) <= EXACT_TO:
        p, greater = _counted(pooled, sizes[0], sum_one)
        return Tested(U_EXACT, u, p, sizes, True, floor, greater)
    n = sum(sizes)
    variance = sizes[0] * sizes[1] / 12 * (n + 1 - tie_sum(pooled.values()) / (n * (n - 1)))
    if variance <= 0:
        return Tested(U_NORMAL, u, 1.0, sizes, False, floor, 1.0)
    off = u - sizes[0] * sizes[1] / 2
    step = 0.5 if correction else 0.0
    z = max(0.0, abs(off) - step) / sqrt(variance)
    greater = normal_above((off - step) / sqrt(variance))
    return Tested(U_NORMAL, u, normal_two_sided(z), sizes, False, floor, greater)


def smallest_p(first: int, second: int) -> float:
    """Return the smallest two-sided p that samples of these sizes can reach, without ties."""
    return min(1.0, 2 / comb(first + second, first))


def _counted(pooled: Counter[float], size: int, seen: int) -> tuple[float, float]:
    """Return the two-sided p of a rank sum, and the chance of one at least as large.

    Of all ways to deal the answers out; sums are of doubled ranks, `size` answers fall to the
    sample. With ties the tails may differ: then the larger of the two usual figures is taken,
    what lies as far from the mean on either side, or twice the smaller tail.
    """
    ranks = doubled_ranks(pooled)
    ways: list[Counter[int]] = [Counter() for _ in range(size + 1)]
    ways[0][0] = 1
    for value in pooled.elements():
        rank = ranks[value]
        for taken in range(size, 0, -1):
            for at, count in ways[taken - 1].items():
                ways[taken][at + rank] += count
    n = sum(pooled.values())
    whole, middle = comb(n, size), size * (n + 1)
    far = sum(count for at, count in ways[size].items() if abs(at - middle) >= abs(seen - middle))
    greater = sum(count for at, count in ways[size].items() if at >= seen)
    less = sum(count for at, count in ways[size].items() if at <= seen)
    return max(far, min(whole, 2 * greater, 2 * less)) / whole, greater / whole


def kruskal_wallis(
    groups: Sequence[Sequence[float]], *, exact: bool | None = None
) -> Tested | None:
    """Test whether several samples answer alike; None with fewer than two that have answers."""
    counted = [Counter(group) for group in groups if group]
    if len(counted) < 2:
        return None
    sizes = tuple(one.total() for one in counted)
    sums, pooled = rank_sums(counted)
    n = sum(sizes)
    tie = 1 - tie_sum(pooled.values()) / (n**3 - n)
    if tie <= 0:
        return Tested(H_CHI2, 0.0, 1.0, sizes)
    squares = sum(total * total / size for total, size in zip(sums, sizes, strict=True)) / 4
    h = max(0.0, (12 / (n * (n + 1)) * squares - 3 * (n + 1)) / tie)
    if exact if exact is not None else arrangements(sizes) <= ARRANGEMENTS_AT_MOST:
        p, floor = _share_as_far(pooled, sizes, sums), smallest_h(sizes)
        return Tested(H_EXACT, h, p, sizes, True, floor)
    return Tested(H_CHI2, h, chi2_above(h, len(sizes) - 1), sizes)


def arrangements(sizes: Sequence[int]) -> int:
    """Return in how many ways answers can be dealt out to samples of these sizes."""
    return factorial(sum(sizes)) // prod(factorial(size) for size in sizes)


@lru_cache(maxsize=256)
def smallest_h(sizes: tuple[int, ...]) -> float:
    """Return the smallest p of Kruskal-Wallis for these sizes, without ties.

    Where there are too many arrangements to count, it is as good as 0.
    """
    whole = arrangements(sizes)
    if whole > ARRANGEMENTS_AT_MOST:
        return 0.0
    spread = _spreads(_dealt(Counter(range(sum(sizes))), sizes), sizes)
    return spread[max(spread)] / whole


def _share_as_far(pooled: Counter[float], sizes: Sequence[int], seen: Sequence[int]) -> float:
    """Return the share of arrangements whose rank sums lie at least as far apart."""
    spread = _spreads(_dealt(pooled, sizes), sizes)
    weights = _weights(sizes)
    far = sum(total * total * weight for total, weight in zip(seen, weights, strict=True))
    return sum(ways for at, ways in spread.items() if at >= far) / arrangements(sizes)


def _weights(sizes: Sequence[int]) -> list[int]:
    """Return whole numbers in proportion to 1 / size."""
    whole = lcm(*sizes)
    return [whole // size for size in sizes]


def _spreads(ways: Mapping[tuple[int, ...], int], sizes: Sequence[int]) -> Counter[int]:
    """Return how often each sum of squares over sizes occurs, scaled to whole numbers."""
    weights = _weights(sizes)
    found: Counter[int] = Counter()
    for sums, count in ways.items():
        found[sum(s * s * weight for s, weight in zip(sums, weights, strict=True))] += count
    return found


def _dealt(pooled: Counter[float], sizes: Sequence[int]) -> dict[tuple[int, ...], int]:
    """Return in how many ways each set of rank sums comes about."""
    ranks = doubled_ranks(pooled)
    nothing = (0,) * len(sizes)
    ways: Counter[tuple[tuple[int, ...], tuple[int, ...]]] = Counter({(nothing, nothing): 1})
    for value, n in pooled.items():
        following: Counter[tuple[tuple[int, ...], tuple[int, ...]]] = Counter()
        rank = ranks[value]
        splits: dict[tuple[int, ...], list[tuple[tuple[int, ...], int]]] = {}
        for (taken, sums), count in ways.items():
            if taken not in splits:
                room = [size - own for size, own in zip(sizes, taken, strict=True)]
                splits[taken] = [(split, _choices(split)) for split in _splits(n, room)]
            for split, choices in splits[taken]:
                added = tuple(map(add, taken, split))
                total = tuple([one + rank * more for one, more in zip(sums, split, strict=True)])
                following[added, total] += count * choices
        ways = following
    return {sums: count for (_, sums), count in ways.items()}


def _splits(n: int, room: Sequence[int]) -> list[tuple[int, ...]]:
    """Return all ways to split n over places with so much room."""
    if len(room) == 1:
        return [(n,)] if n <= room[0] else []
    return [
        (first, *rest)
        for first in range(max(0, n - sum(room[1:])), min(n, room[0]) + 1)
        for rest in _splits(n - first, room[1:])
    ]


def _choices(split: Sequence[int]) -> int:
    """Return in how many ways people can be chosen for such a split."""
    return factorial(sum(split)) // prod(map(factorial, split))
