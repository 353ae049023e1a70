"""Tests of counts: the published answers, SciPy's, and a count of every table."""

from collections import Counter
from itertools import permutations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy import stats  # type: ignore[import-untyped]

from changedesk.survey.statistics.table_tests import (
    CHI2,
    FISHER,
    FISHER_DRAWN,
    association,
    chi2,
    cramers_v,
    fisher,
    freeman_halton,
    mcnemar,
    mcnemar_chi2,
    mcnemar_mid_p,
    trimmed,
)

counts = st.integers(0, 60)


def test_mcnemars_chi_squared_is_agrestis() -> None:
    assert mcnemar_chi2(86, 150) == pytest.approx(17.356, abs=5e-4)
    assert mcnemar_chi2(86, 150, correction=True) == pytest.approx(16.818, abs=5e-4)


@pytest.mark.parametrize(
    ("up", "down", "exact", "mid"),
    [(1, 9, 0.02148, 0.01172), (2, 8, 0.10938, 0.06543), (0, 5, 0.0625, 0.03125)],
)
def test_mcnemar_exact_and_mid_p_are_those_published(
    up: int, down: int, exact: float, mid: float
) -> None:
    assert mcnemar(up, down).p == pytest.approx(exact, abs=6e-6)
    assert mcnemar_mid_p(up, down) == pytest.approx(mid, abs=6e-6)


@given(counts, counts)
def test_mcnemar_is_scipys_binomial_test(up: int, down: int) -> None:
    found = mcnemar(up, down)
    if up == down == 0:
        assert found is None
        assert mcnemar_mid_p(0, 0) == 1
        return
    wanted = stats.binomtest(up, up + down)
    assert found.p == pytest.approx(wanted.pvalue, abs=1e-9)
    mid = 2 * stats.binom.cdf(min(up, down), up + down, 0.5) - stats.binom.pmf(up, up + down, 0.5)
    if up == down:
        mid = 1 - stats.binom.pmf(up, up + down, 0.5) / 2
    assert mcnemar_mid_p(up, down) == pytest.approx(mid, abs=1e-9)


@pytest.mark.parametrize(
    ("table", "p"), [([[3, 1], [1, 3]], 0.4857), ([[2, 10], [15, 3]], 0.0005367)]
)
def test_fishers_test_is_the_one_in_the_help_of_r(table: list[list[int]], p: float) -> None:
    assert fisher(table).p == pytest.approx(p, rel=1e-4)


@given(counts, counts, counts, counts)
def test_fishers_test_is_scipys(a: int, b: int, c: int, d: int) -> None:
    found = fisher([[a, b], [c, d]])
    if not a + b or not c + d:
        assert found is None
        return
    assert found.p == pytest.approx(stats.fisher_exact([[a, b], [c, d]]).pvalue, abs=1e-9)
    greater = stats.fisher_exact([[a, b], [c, d]], alternative="greater").pvalue
    assert found.greater == pytest.approx(greater, abs=1e-9)


def test_fishers_test_takes_thousands_of_answers() -> None:
    table = [[2400, 100], [2300, 200]]
    assert fisher(table).p == pytest.approx(stats.fisher_exact(table).pvalue, rel=1e-6)


tables = st.lists(st.lists(st.integers(0, 30), min_size=3, max_size=3), min_size=2, max_size=4)


@given(tables)
def test_chi_squared_is_scipys(table: list[list[int]]) -> None:
    full = trimmed(table)
    assume(len(full) > 1 and len(full[0]) > 1)
    found = chi2(table)
    wanted = stats.chi2_contingency(full, correction=False)
    assert found.statistic == pytest.approx(wanted.statistic, rel=1e-9, abs=1e-9)
    assert found.p == pytest.approx(wanted.pvalue, abs=1e-9)
    assert cramers_v(table) == pytest.approx(
        stats.contingency.association(full, method="cramer"), abs=1e-9
    )


def test_the_flyers_who_recline_do_not_differ_by_much() -> None:
    found = chi2([[20, 30, 50], [22, 28, 50]])
    assert found.test == CHI2
    assert found.p == pytest.approx(stats.chi2_contingency([[20, 30, 50], [22, 28, 50]]).pvalue)


@given(st.lists(st.tuples(st.integers(0, 1), st.integers(0, 2)), min_size=3, max_size=7))
def test_small_tables_are_counted_over_all_arrangements(pairs: list[tuple[int, int]]) -> None:
    def table_of(seen: list[tuple[int, int]]) -> list[list[int]]:
        found = Counter(seen)
        return [[found[row, column] for column in range(3)] for row in range(2)]

    table = trimmed(table_of(pairs))
    assume(len(table) > 1 and len(table[0]) > 2)
    rows, columns = [row for row, _ in pairs], [column for _, column in pairs]
    every = Counter(
        tuple(map(tuple, trimmed(table_of(list(zip(rows, order, strict=True))))))
        for order in permutations(columns)
    )
    seen = every[tuple(map(tuple, table))]
    wanted = sum(n for n in every.values() if n <= seen) / every.total()
    found = freeman_halton(table)
    assert found.test == FISHER
    assert found.p == pytest.approx(wanted, abs=1e-9)


def test_drawn_tables_come_near_the_counted_ones_and_stay_the_same() -> None:
    table = [[5, 3, 1], [2, 4, 6]]
    counted, drawn = freeman_halton(table), freeman_halton(table, most=0)
    assert drawn.test == FISHER_DRAWN
    assert drawn.p == pytest.approx(counted.p, abs=0.03)
    assert drawn == freeman_halton(table, most=0)


def test_the_counts_decide_the_test() -> None:
    assert association([[3, 1], [1, 3]]).test == FISHER
    assert association([[20, 30, 50], [22, 28, 50]]).test == CHI2
    assert association([[2, 3, 1], [4, 0, 5]]).test == FISHER
    assert association([[5, 0], [3, 0]]) is None
    assert cramers_v([[5, 0], [3, 0]]) == 0
