"""Tests of counts: McNemar for the same people, Fisher and chi-squared for different ones."""

from collections.abc import Iterator, Sequence
from itertools import islice
from math import comb, exp, lgamma, sqrt
from random import Random

from changedesk.survey.statistics.distributions import chi2_above
from changedesk.survey.statistics.estimates import Tested

MCNEMAR, FISHER, FISHER_DRAWN, CHI2 = "mcnemar_exact", "fisher_exact", "fisher_drawn", "chi2"
Table = Sequence[Sequence[int]]
EXPECTED_AT_LEAST = 5
TABLES_AT_MOST = 20_000
DRAWS = 2_000
# Probabilities that are equal but for rounding count as equal.
_ALMOST = 1 + 1e-7


def mcnemar(up: int, down: int) -> Tested | None:
    """Test whether as many went up as down; None where nobody changed.

    The p is exact; `n` is (changed,), the statistic the number of those who went up.
    """
    changed = up + down
    if not changed:
        return None
    greater, less = _at_most(changed, down), _at_most(changed, up)
    p = min(1.0, 2 * min(greater, less))
    return Tested(MCNEMAR, float(up), p, (changed,), True, min(1.0, 2.0 ** (1 - changed)), greater)


def _at_most(changed: int, most: int) -> float:
    """Return the chance that at most so many of the changed go one way."""
    ways, total = 1, 1
    for k in range(most):
        ways = ways * (changed - k) // (k + 1)
        total += ways
    return total / (1 << changed)


def mcnemar_mid_p(up: int, down: int) -> float:
    """Return McNemar's mid-p (Fagerland, Lydersen & Laake 2013): half of what was seen counts."""
    changed, few = up + down, min(up, down)
    if up == down:
        return 1.0 - comb(changed, few) / (2 << changed) if changed else 1.0
    return min(1.0, 2 * _at_most(changed, few) - comb(changed, few) / (1 << changed))


def mcnemar_chi2(up: int, down: int, *, correction: bool = False) -> float:
    """Return McNemar's chi-squared; somebody must have changed."""
    off = max(0, abs(up - down) - (1 if correction else 0))
    return off * off / (up + down)


def fisher(table: Table) -> Tested | None:
    """Return Fisher's exact test of two rows and two columns; None where a row is empty.

    Two-sided: all tables that are no likelier than this one. The statistic is its probability.
    """
    (a, b), (c, d) = table
    first, second, wins = a + b, c + d, a + c
    if not first or not second:
        return None
    low, high = max(0, wins - second), min(first, wins)
    mode = min(high, max(low, (first + 1) * (wins + 1) // (first + second + 2)))
    # Weights relative to the likeliest table keep their digits, however large the counts.
    weights = {mode: 1.0}
    for k in range(mode, high):
        weights[k + 1] = (
            weights[k] * ((first - k) * (wins - k)) / ((k + 1) * (second - wins + k + 1))
        )
    for k in range(mode, low, -1):
        weights[k - 1] = weights[k] * (k * (second - wins + k)) / ((first - k + 1) * (wins - k + 1))
    whole = sum(weights[k] for k in range(low, high + 1))
    limit = weights[a] * _ALMOST
    p = sum(weight for weight in weights.values() if weight <= limit) / whole
    greater = sum(weights[k] for k in range(a, high + 1)) / whole
    floor = smallest_fisher(first, second)
    return Tested(FISHER, weights[a] / whole, min(1.0, p), (first, second), True, floor, greater)


def smallest_fisher(first: int, second: int) -> float:
    """Return the smallest p of Fisher's test that samples of these sizes can reach."""
    return min(1.0, (2 if first == second else 1) / comb(first + second, first))


def expected(table: Table) -> list[list[float]]:
    """Return the counts that rows and columns would lead one to expect."""
    rows, columns, whole = _margins(table)
    return [[row * column / whole for column in columns] for row in rows]


def chi2(table: Table) -> Tested | None:
    """Return Pearson's chi-squared test, without correction; None where nothing can differ."""
    table = trimmed(table)
    if len(table) < 2 or len(table[0]) < 2:
        return None
    pairs = zip(table, expected(table), strict=True)
    value = sum(
        (seen - hoped) ** 2 / hoped
        for row, likely in pairs
        for seen, hoped in zip(row, likely, strict=True)
    )
    df = (len(table) - 1) * (len(table[0]) - 1)
    return Tested(CHI2, value, chi2_above(value, df), tuple(sum(row) for row in table))


def association(table: Table) -> Tested | None:
    """Test whether rows differ in their answers, with the test that fits the counts.

    Two by two is Fisher's; larger tables take chi-squared where at least 5 are expected in every
    cell, else all tables of these margins are weighed, or a fixed draw of them.
    """
    table = trimmed(table)
    if len(table) < 2 or len(table[0]) < 2:
        return None
    if len(table) == len(table[0]) == 2:
        return fisher(table)
    if min(map(min, expected(table))) >= EXPECTED_AT_LEAST:
        return chi2(table)
    return freeman_halton(table)


def freeman_halton(table: Table, most: int = TABLES_AT_MOST) -> Tested:
    """Return Fisher's test for more rows or columns: counted, or drawn where there are too many.

    The table is `trimmed`. Drawing takes a fixed seed, so that a report says the same tomorrow.
    """
    rows, columns, whole = _margins(table)
    logs = [lgamma(n + 1) for n in range(whole + 1)]
    seen = sum(logs[n] for row in table for n in row)
    likely = seen - _ALMOST + 1  # the logarithm of the same tolerance
    found = list(islice(_costs(rows, columns, logs), most + 1))
    sizes = tuple(rows)
    if len(found) <= most:
        base = min(found)
        weights = [(cost, exp(base - cost)) for cost in found]
        p = sum(w for cost, w in weights if cost >= likely) / sum(w for _, w in weights)
        return Tested(FISHER, cramers_v(table), min(1.0, p), sizes, True)
    p = _drawn(rows, columns, logs, likely)
    return Tested(FISHER_DRAWN, cramers_v(table), p, sizes)


def cramers_v(table: Table) -> float:
    """Return Cramér's V, from 0 (rows answer alike) to 1."""
    table = trimmed(table)
    found = chi2(table)
    if found is None:
        return 0.0
    whole = sum(map(sum, table))
    return sqrt(found.statistic / (whole * (min(len(table), len(table[0])) - 1)))


def trimmed(table: Table) -> list[list[int]]:
    """Return a table without rows and columns that hold nobody."""
    rows = [list(row) for row in table if any(row)]
    kept = [at for at in range(len(rows[0]) if rows else 0) if any(row[at] for row in rows)]
    return [[row[at] for at in kept] for row in rows]


def _margins(table: Table) -> tuple[list[int], list[int], int]:
    rows = [sum(row) for row in table]
    return rows, [sum(column) for column in zip(*table, strict=True)], sum(rows)


def _costs(rows: list[int], columns: list[int], logs: list[float]) -> Iterator[float]:
    """Yield the sum of log factorials of every table with these margins."""
    if len(columns) == 1:
        yield sum(logs[left] for left in rows)
        return
    for column in _splits(columns[0], rows):
        own = sum(logs[n] for n in column)
        left = [row - n for row, n in zip(rows, column, strict=True)]
        for rest in _costs(left, columns[1:], logs):
            yield own + rest


def _splits(total: int, room: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """Yield every way to split a total over places that have only so much room."""
    if len(room) == 1:
        if total <= room[0]:
            yield (total,)
        return
    for first in range(max(0, total - sum(room[1:])), min(total, room[0]) + 1):
        for rest in _splits(total - first, room[1:]):
            yield (first, *rest)


def _drawn(rows: list[int], columns: list[int], logs: list[float], likely: float) -> float:
    """Return p from tables drawn at random with these margins."""
    random = Random(1935)
    answers = [at for at, n in enumerate(columns) for _ in range(n)]
    width, as_unlikely = len(columns), 0
    for _ in range(DRAWS):
        keys = [random.random() for _ in answers]
        dealt = [answers[at] for at in sorted(range(len(answers)), key=keys.__getitem__)]
        cost, start = 0.0, 0
        for row in rows:
            part = dealt[start : start + row]
            start += row
            cost += sum(logs[part.count(at)] for at in range(width))
        as_unlikely += cost >= likely
    return (as_unlikely + 1) / (DRAWS + 1)
