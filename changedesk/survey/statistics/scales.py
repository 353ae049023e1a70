"""Scales of several items: scores of people, Cronbach's alpha and how far it can be trusted."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum
from operator import sub
from typing import cast

from changedesk.survey.statistics.distributions import f_quantile
from changedesk.survey.statistics.estimates import Estimate
from changedesk.survey.statistics.means import mean_estimate, mean_sd

Row = Sequence[float | None]
FEW_PEOPLE, FEW_ITEMS, LOW = 10, 3, 0.6
LOW_ALPHA, NEGATIVE_ALPHA, TOO_FEW_ITEMS, TOO_FEW_PEOPLE, NO_SPREAD = (
    "low_alpha",
    "negative_alpha",
    "few_items",
    "few_people",
    "no_spread",
)


@dataclass(frozen=True)
class Scale:
    """A scale over the people who answered all of its items.

    Mean and spread are those of people's means over the items; `if_deleted` holds alpha without
    each item in turn. `warnings` are codes: `low_alpha`, `negative_alpha` (an item that asks the
    other way round is not marked as reversed), `few_items`, `few_people`, `no_spread`.
    """

    items: int
    n: int
    left_out: int
    mean: float | None
    sd: float | None
    estimate: Estimate | None
    alpha: Estimate | None
    if_deleted: tuple[float | None, ...]
    warnings: tuple[str, ...]


def complete_rows(rows: Sequence[Row]) -> list[tuple[float, ...]]:
    """Return the rows without a blank."""
    return [tuple(cast(Sequence[float], row)) for row in rows if row and None not in row]


def scale(rows: Sequence[Row]) -> Scale:
    """Return the figures of a scale; one row a person, one column an item, reversed already."""
    full = complete_rows(rows)
    nothing = sum(row.count(None) == len(row) for row in rows)
    items = len(rows[0]) if rows else 0
    scores = [sum(row) / items for row in full]
    mean, sd = mean_sd(scores) if scores else (None, None)
    alpha = alpha_estimate(full)
    if_deleted = _without_each(full) if items > 2 else (None,) * items
    warnings = _warnings(items, len(full), alpha)
    return Scale(
        items,
        len(full),
        len(rows) - nothing - len(full),
        mean,
        sd,
        mean_estimate(scores),
        alpha,
        if_deleted,
        warnings,
    )


def _warnings(items: int, people: int, alpha: Estimate | None) -> tuple[str, ...]:
    found = []
    if alpha is None:
        found.append(NO_SPREAD)
    elif alpha.value < 0:
        found.append(NEGATIVE_ALPHA)
    elif alpha.value < LOW:
        found.append(LOW_ALPHA)
    if items < FEW_ITEMS:
        found.append(TOO_FEW_ITEMS)
    if people < FEW_PEOPLE:
        found.append(TOO_FEW_PEOPLE)
    return tuple(found)


def cronbach_alpha(rows: Sequence[Sequence[float]]) -> float | None:
    """Return Cronbach's alpha (1951) of complete rows.

    None for fewer than two people or items, or where everybody has the same sum.
    """
    if len(rows) < 2 or len(rows[0]) < 2:
        return None
    columns = list(zip(*rows, strict=True))
    return _alpha([_variance(column) for column in columns], _variance([sum(row) for row in rows]))


def _alpha(items: Sequence[float], total: float) -> float | None:
    if total <= 0:
        return None
    return len(items) / (len(items) - 1) * (1 - fsum(items) / total)


def _variance(values: Sequence[float]) -> float:
    """Return the variance (n - 1); of whole numbers, as answers are, without rounding."""
    first, n = values[0], len(values)
    off = [value - first for value in values]
    total, squares = sum(off), sum(one * one for one in off)
    return (squares - total * total / n) / (n - 1)


def alpha_estimate(rows: Sequence[Sequence[float]]) -> Estimate | None:
    """Return alpha with Feldt's 95 % interval (1965); None where there is no alpha."""
    alpha = cronbach_alpha(rows)
    return None if alpha is None else feldt(alpha, len(rows), len(rows[0]))


def feldt(alpha: float, people: int, items: int) -> Estimate:
    """Return Feldt's 95 % interval of an alpha seen in so many people and items."""
    df1, df2 = people - 1, (people - 1) * (items - 1)
    high, low = f_quantile(0.025, df1, df2), f_quantile(0.975, df1, df2)
    return Estimate(alpha, 1 - (1 - alpha) * low, 1 - (1 - alpha) * high)


def _without_each(rows: Sequence[Sequence[float]]) -> tuple[float | None, ...]:
    """Return alpha without each item in turn."""
    if len(rows) < 2:
        return (None,) * (len(rows[0]) if rows else 0)
    columns = list(zip(*rows, strict=True))
    totals = [sum(row) for row in rows]
    variances = [_variance(column) for column in columns]
    found = []
    for place, column in enumerate(columns):
        rest = _variance(list(map(sub, totals, column)))
        found.append(_alpha(variances[:place] + variances[place + 1 :], rest))
    return tuple(found)


def pairwise_alpha(rows: Sequence[Row]) -> Estimate | None:
    """Return alpha as some programs print it where answers are blank: from pairs of items.

    Each covariance takes the people who answered both items. It can differ much from the alpha
    of complete rows and is there to be compared with, never for a report.
    """
    items = len(rows[0]) if rows else 0
    table = [[_covariance(rows, a, b) for b in range(items)] for a in range(items)]
    flat = [value for row in table for value in row if value is not None]
    if items < 2 or len(flat) < items * items:
        return None
    alpha = _alpha([flat[place * (items + 1)] for place in range(items)], fsum(flat))
    return None if alpha is None else feldt(alpha, len(rows), items)


def _covariance(rows: Sequence[Row], a: int, b: int) -> float | None:
    pairs = [
        (one, two) for row in rows if (one := row[a]) is not None and (two := row[b]) is not None
    ]
    if len(pairs) < 2:
        return None
    first, second = fsum(p[0] for p in pairs) / len(pairs), fsum(p[1] for p in pairs) / len(pairs)
    return fsum((x - first) * (y - second) for x, y in pairs) / (len(pairs) - 1)
