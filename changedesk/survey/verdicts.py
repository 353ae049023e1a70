"""Verdicts: what the comparisons of one report show, or that there are too few answers to tell.

All comparisons of a report are one family (Holm 1979). One that shows nothing had too few
answers where even the most extreme ones of its size could not have shown anything beside the
others that remain; then it is told how many more could.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import count
from math import ceil, factorial, log2

from changedesk.survey.comparing import LINKED, SHARE, WHOLE_POPULATION, Comparison
from changedesk.survey.statistics.holm import holm
from changedesk.survey.statistics.rank_tests import smallest_h
from changedesk.survey.statistics.rank_tests import smallest_p as smallest_u
from changedesk.survey.statistics.table_tests import smallest_fisher

UP, DOWN, DIFFERS, SAME, TOO_FEW = "up", "down", "differs", "no_detectable_change", "too_few"
"""Of groups UP means that the first is higher. DIFFERS is of three or more at once, and of
what has no direction."""
CHANGED_PAIRS, PEOPLE, EACH_SAMPLE = "changed_pairs", "people", "each_sample"
LEVEL = 0.05


def judge(report: Sequence[Comparison], level: float = LEVEL) -> list[Comparison]:
    """Return the comparisons of one report with adjusted p and verdict, in the same order."""
    adjusted = holm([one.p for one in report])
    remaining = sum(p is not None and p > level for p in adjusted)
    return [_judged(one, p, level, remaining) for one, p in zip(report, adjusted, strict=True)]


def _judged(one: Comparison, p: float | None, level: float, remaining: int) -> Comparison:
    if WHOLE_POPULATION in one.notes:
        return replace(one, verdict=_way(one))
    if p is not None and p <= level:
        return replace(one, p_holm=p, verdict=_way(one))
    # Holm asks of the first of those that remain that it lies below this.
    bound = level / max(1, remaining)
    more, of = _missing(one, bound)
    if more <= 0:
        return replace(one, p_holm=p, verdict=SAME)
    return replace(one, p_holm=p, verdict=TOO_FEW, more=more, more_of=of)


def _way(one: Comparison) -> str:
    if one.overall:
        return DIFFERS
    effect = one.effect or 0.0
    if effect > 0:
        return UP
    return DOWN if effect < 0 else SAME


def undirected(one: Comparison) -> Comparison:
    """Return a judged comparison of what is neither better nor worse where there is more of it."""
    return replace(one, verdict=DIFFERS) if one.verdict in (UP, DOWN) else one


def _missing(one: Comparison, bound: float) -> tuple[int, str]:
    """Return how many more answers could reach such a p, and what is counted; 0 if enough."""
    if one.overall:
        return _missing_overall(one, bound)
    if one.design == LINKED:
        pairs, changed = one.n
        # Where nobody changed, all who could have count: that they did not says something.
        return max(0, ceil(1 - log2(bound)) - (changed or pairs)), CHANGED_PAIRS
    if one.test and one.smallest_p is None:
        return 0, ""
    smallest = smallest_fisher if one.kind == SHARE else smallest_u
    first, second = one.n
    return _steps(lambda more: smallest(first + more, second + more), bound), EACH_SAMPLE


def _missing_overall(one: Comparison, bound: float) -> tuple[int, str]:
    if one.design == LINKED:
        orders, people = float(factorial(len(one.n))), one.n[0]
        return _steps(lambda more: orders ** (1 - people - more), bound), PEOPLE
    if one.smallest_p is None:
        return 0, ""
    return _steps(lambda more: smallest_h(tuple(n + more for n in one.n)), bound), EACH_SAMPLE


def _steps(smallest: Callable[[int], float], bound: float) -> int:
    """Return how many more it takes until the smallest p that can be reached is small enough."""
    return next(more for more in count() if smallest(more) <= bound)
