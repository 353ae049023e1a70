"""Ranks with ties, as whole numbers: twice the middle rank of each value."""

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import accumulate


def doubled_ranks(counts: Mapping[float, int]) -> dict[float, int]:
    """Return twice the middle rank of each value, for values counted."""
    values = sorted(value for value, n in counts.items() if n)
    ends = accumulate(counts[value] for value in values)
    # Ranks end - n + 1 to end: twice their middle is the sum of the two.
    return {value: 2 * end - counts[value] + 1 for value, end in zip(values, ends, strict=True)}


def tie_sum(counts: Iterable[int]) -> int:
    """Return the sum of t³ - t over ties of t values, by which variances shrink."""
    return sum(n**3 - n for n in counts)


def rank_sums(groups: Iterable[Mapping[float, int]]) -> tuple[list[int], Counter[float]]:
    """Return twice the rank sum of each group among all, and all values counted."""
    held = list(groups)
    pooled: Counter[float] = Counter()
    for one in held:
        pooled.update(one)
    ranks = doubled_ranks(pooled)
    return [sum(ranks[value] * n for value, n in one.items() if n) for one in held], pooled
