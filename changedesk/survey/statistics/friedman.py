"""Friedman's test: did the same people answer differently over three or more waves?"""

from collections import Counter
from collections.abc import Sequence
from itertools import permutations
from math import factorial

from changedesk.survey.statistics.distributions import chi2_above
from changedesk.survey.statistics.estimates import Tested
from changedesk.survey.statistics.ranks import doubled_ranks, tie_sum

EXACT, CHI2 = "friedman_exact", "friedman_chi2"
# Up to so many people p is counted; beyond, chi-squared is close enough.
EXACT_TO = {3: 12, 4: 5}


def friedman(rows: Sequence[Sequence[float]], *, exact: bool | None = None) -> Tested | None:
    """Test complete rows, one a person, one column a wave; None with fewer than three waves.

    `n` is the number of people. Where nobody changed at all, p is 1.
    """
    people = len(rows)
    waves = len(rows[0]) if rows else 0
    if waves < 3:
        return None
    ranked = [_row_ranks(row) for row in rows]
    sums = [sum(column) for column in zip(*ranked, strict=True)]
    ties = sum(tie_sum(Counter(row).values()) for row in rows)
    tie = 1 - ties / (people * waves * (waves * waves - 1))
    if tie <= 0:
        return Tested(CHI2, 0.0, 1.0, (people,))
    squares = sum(total * total for total in sums) / 4
    chi2 = (12 / (people * waves * (waves + 1)) * squares - 3 * people * (waves + 1)) / tie
    chi2 = max(0.0, chi2)
    if exact if exact is not None else people <= EXACT_TO.get(waves, 0):
        floor = min(1.0, float(factorial(waves)) ** (1 - people))
        return Tested(EXACT, chi2, _share_as_far(ranked, sums), (people,), True, floor)
    return Tested(CHI2, chi2, chi2_above(chi2, waves - 1), (people,))


def _row_ranks(row: Sequence[float]) -> tuple[int, ...]:
    ranks = doubled_ranks(Counter(row))
    return tuple(ranks[value] for value in row)


def _share_as_far(ranked: Sequence[tuple[int, ...]], seen: Sequence[int]) -> float:
    """Return the share of all ways to mix each row whose sums lie at least as far apart."""
    # Sums are kept side by side in one whole number: adding those adds them all.
    base = 2 * len(seen) * len(ranked) + 1
    ways: Counter[int] = Counter({0: 1})
    for row in ranked:
        # A row with ties has fewer different orders, each as often as the next.
        steps = [
            sum(rank * base**at for at, rank in enumerate(order))
            for order in set(permutations(row))
        ]
        following: Counter[int] = Counter()
        for sums, count in ways.items():
            for step in steps:
                following[sums + step] += count
        ways = following
    far = sum(total * total for total in seen)
    reached = sum(count for sums, count in ways.items() if _squares(sums, base) >= far)
    return reached / ways.total()


def _squares(sums: int, base: int) -> int:
    total = 0
    while sums:
        sums, one = divmod(sums, base)
        total += one * one
    return total
