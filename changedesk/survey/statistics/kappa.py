"""Cohen's kappa (1960): how far two coders agree beyond chance."""

from collections import Counter
from collections.abc import Hashable, Iterable
from math import sqrt

from changedesk.survey.statistics.estimates import Estimate
from changedesk.survey.statistics.shares import Z_95


def kappa(pairs: Iterable[tuple[Hashable, Hashable]]) -> Estimate | None:
    """Return kappa of what two coders called the same things, with its 95 % interval.

    The interval is the large-sample one of Fleiss, Cohen & Everitt (1969). None without anything
    coded twice, or where chance alone would agree always (both only ever use one code).
    """
    cells = Counter(pairs)
    n = cells.total()
    if not n:
        return None
    first: Counter[Hashable] = Counter()
    second: Counter[Hashable] = Counter()
    for (one, two), count in cells.items():
        first[one] += count
        second[two] += count
    agreed = sum(count for (one, two), count in cells.items() if one == two) / n
    chance = sum(count * second[code] for code, count in first.items()) / (n * n)
    if chance >= 1:
        return None
    value = (agreed - chance) / (1 - chance)
    spread = -((value - chance * (1 - value)) ** 2)
    for (one, two), count in cells.items():
        if one == two:
            margins = (first[one] + second[one]) / n
            spread += count / n * (1 - margins * (1 - value)) ** 2
        else:
            margins = (second[one] + first[two]) / n
            spread += count / n * (1 - value) ** 2 * margins**2
    half = Z_95 * sqrt(max(0.0, spread) / n) / (1 - chance)
    return Estimate(value, max(-1.0, value - half), min(1.0, value + half))
