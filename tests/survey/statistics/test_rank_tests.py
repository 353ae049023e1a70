"""Tests by ranks: the published answers, SciPy's, and a count of every arrangement."""

from itertools import combinations, permutations, product

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy import stats  # type: ignore[import-untyped]

from changedesk.survey.statistics import friedman as friedman_test
from changedesk.survey.statistics import rank_tests, signed_rank
from changedesk.survey.statistics.friedman import friedman
from changedesk.survey.statistics.rank_tests import kruskal_wallis, mann_whitney
from changedesk.survey.statistics.signed_rank import signed_rank as wilcoxon

likert = st.integers(1, 5).map(float)
numbers = st.floats(-50, 50).map(lambda value: round(value, 3))

# ------------------------------------------------------------------ Wilcoxon


def test_the_depression_scale_of_hollander_and_wolfe() -> None:
    first = [1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30]
    second = [0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29]
    found = wilcoxon(one - two for one, two in zip(first, second, strict=True))
    assert found.statistic == 40
    assert found.greater == pytest.approx(0.01953, abs=5e-6)
    assert found.p == pytest.approx(0.03906, abs=5e-6)


def test_likert_pairs_of_two_waves() -> None:
    first, second = (3, 4, 2, 5, 3, 4, 3, 2, 4, 3), (4, 4, 3, 5, 4, 5, 3, 3, 4, 5)
    changes = [two - one for one, two in zip(first, second, strict=True)]
    found = wilcoxon(changes)
    assert found.n == (10, 6)
    assert found.p == 0.03125
    assert found.test == signed_rank.EXACT
    normal = wilcoxon(changes, exact=False, correction=False)
    assert normal.p == pytest.approx(0.0196, abs=5e-5)


@given(st.lists(st.integers(-4, 4), max_size=9))
def test_the_exact_p_of_pairs_is_the_share_of_all_signs(changes: list[int]) -> None:
    moved = [change for change in changes if change]
    found = wilcoxon(changes)
    if not moved:
        assert found is None
        return
    ranks = stats.rankdata(np.abs(moved))
    sums = [
        sum(r for r, s in zip(ranks, signs, strict=True) if s)
        for signs in product((0, 1), repeat=len(moved))
    ]
    seen = sum(r for r, change in zip(ranks, moved, strict=True) if change > 0)
    greater = sum(total >= seen - 1e-9 for total in sums) / len(sums)
    less = sum(total <= seen + 1e-9 for total in sums) / len(sums)
    assert found.statistic == seen
    assert found.greater == pytest.approx(greater, abs=1e-12)
    assert found.p == pytest.approx(min(1, 2 * min(greater, less)), abs=1e-12)
    assert found.p >= signed_rank.smallest_p(len(moved)) - 1e-15


@given(st.lists(st.integers(-6, 6), min_size=1, max_size=60), st.booleans())
def test_the_normal_p_of_pairs_is_scipys(changes: list[int], correction: bool) -> None:
    assume(any(changes))
    found = wilcoxon(changes, exact=False, correction=correction)
    wanted = stats.wilcoxon(
        changes, zero_method="wilcox", correction=correction, method="asymptotic"
    )
    assert found.p == pytest.approx(wanted.pvalue, abs=1e-9)


@given(st.lists(numbers, min_size=1, max_size=20, unique_by=abs))
def test_the_exact_p_of_pairs_without_ties_is_scipys(changes: list[float]) -> None:
    assume(all(changes))
    assert wilcoxon(changes).p == pytest.approx(
        stats.wilcoxon(changes, method="exact").pvalue, abs=1e-9
    )


def test_more_than_twenty_changed_pairs_take_the_normal_distribution() -> None:
    assert wilcoxon([1] * 15 + [-2] * 5).test == signed_rank.EXACT
    assert wilcoxon([1] * 15 + [-2] * 6).test == signed_rank.NORMAL


@pytest.mark.parametrize(("changed", "p"), [(0, 1), (5, 0.0625), (6, 0.03125)])
def test_few_changed_pairs_cannot_reach_a_small_p(changed: int, p: float) -> None:
    assert signed_rank.smallest_p(changed) == p


# ------------------------------------------------------------------ Mann-Whitney


def test_permeability_in_the_help_of_r() -> None:
    first = [0.80, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46]
    found = mann_whitney(first, [1.15, 0.88, 0.90, 0.74, 1.21])
    assert found.statistic == 35
    assert found.greater == pytest.approx(0.1272, abs=5e-5)
    assert found.p == pytest.approx(0.2544, abs=5e-5)


def test_two_systems_by_their_usability_scores() -> None:
    first = [70, 75, 92.5, 80, 85, 95, 87.5, 92.5, 92.5, 80]
    second = [92.5, 85, 80, 77.5, 57.5, 67.5, 60, 67.5, 80, 80]
    found = mann_whitney(first, second)
    assert found.statistic == 77
    assert found.p == pytest.approx(0.0387, abs=5e-5)
    assert mann_whitney(first, second, exact=False).p == pytest.approx(0.0426, abs=5e-5)


@pytest.mark.parametrize(("sizes", "p"), [((3, 3), 0.10), ((3, 4), 0.057), ((4, 4), 0.0286)])
def test_small_samples_cannot_reach_a_small_p(sizes: tuple[int, int], p: float) -> None:
    assert rank_tests.smallest_p(*sizes) == pytest.approx(p, abs=5e-4)


@given(st.lists(likert, min_size=1, max_size=5), st.lists(likert, min_size=1, max_size=5))
def test_the_exact_p_of_groups_is_the_share_of_all_arrangements(
    first: list[float], second: list[float]
) -> None:
    found = mann_whitney(first, second)
    ranks = stats.rankdata(first + second)
    seen = sum(ranks[: len(first)])
    sums = [sum(part) for part in combinations(ranks, len(first))]
    middle = len(first) * (len(ranks) + 1) / 2
    greater = sum(total >= seen - 1e-9 for total in sums) / len(sums)
    less = sum(total <= seen + 1e-9 for total in sums) / len(sums)
    far = sum(abs(total - middle) >= abs(seen - middle) - 1e-9 for total in sums) / len(sums)
    assert found.test == rank_tests.U_EXACT
    assert found.greater == pytest.approx(greater, abs=1e-12)
    assert found.p == pytest.approx(max(far, min(1, 2 * greater, 2 * less)), abs=1e-12)
    assert found.p >= rank_tests.smallest_p(len(first), len(second)) - 1e-12


@given(st.lists(numbers, min_size=2, max_size=20, unique=True), st.data())
def test_the_exact_p_of_groups_without_ties_is_scipys(
    values: list[float], data: st.DataObject
) -> None:
    cut = data.draw(st.integers(1, len(values) - 1))
    found = mann_whitney(values[:cut], values[cut:])
    wanted = stats.mannwhitneyu(values[:cut], values[cut:], method="exact")
    assert found.statistic == wanted.statistic
    assert found.p == pytest.approx(wanted.pvalue, abs=1e-9)


@given(
    st.lists(likert, min_size=1, max_size=60),
    st.lists(likert, min_size=1, max_size=60),
    st.booleans(),
)
def test_the_normal_p_of_groups_is_scipys(
    first: list[float], second: list[float], correction: bool
) -> None:
    assume(len(set(first + second)) > 1)
    found = mann_whitney(first, second, exact=False, correction=correction)
    wanted = stats.mannwhitneyu(first, second, method="asymptotic", use_continuity=correction)
    assert found.statistic == wanted.statistic
    assert found.p == pytest.approx(wanted.pvalue, abs=1e-9)


def test_groups_that_all_say_the_same_do_not_differ() -> None:
    assert mann_whitney([4.0] * 30, [4.0] * 30).p == 1
    assert mann_whitney([4.0] * 3, [4.0] * 3).p == 1
    assert mann_whitney([], [1.0]) is None


# ------------------------------------------------------------------ Kruskal-Wallis, Friedman

groups = st.lists(st.lists(likert, min_size=1, max_size=15), min_size=2, max_size=4)


@given(groups)
def test_kruskal_wallis_is_scipys(found: list[list[float]]) -> None:
    assume(len({value for group in found for value in group}) > 1)
    wanted = stats.kruskal(*found)
    got = kruskal_wallis(found, exact=False)
    assert got.statistic == pytest.approx(wanted.statistic, abs=1e-9)
    assert got.p == pytest.approx(wanted.pvalue, abs=1e-9)


@given(st.lists(st.lists(likert, min_size=1, max_size=2), min_size=3, max_size=3))
def test_few_answers_of_groups_are_counted_over_all_arrangements(
    found: list[list[float]],
) -> None:
    values = [value for group in found for value in group]
    assume(len(set(values)) > 1)
    cuts = np.cumsum([len(group) for group in found])[:-1]

    def h(order: tuple[float, ...]) -> float:
        ranks = np.split(stats.rankdata(order), cuts)
        return float(sum(sum(part) ** 2 / len(part) for part in ranks))

    seen = h(tuple(values))
    every = [h(order) for order in permutations(values)]
    wanted = sum(value >= seen - 1e-9 for value in every) / len(every)
    assert kruskal_wallis(found).p == pytest.approx(wanted, abs=1e-12)


def test_three_groups_of_two_cannot_reach_five_percent() -> None:
    found = kruskal_wallis([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]])
    assert found.exact
    assert found.p == pytest.approx(found.smallest_p)
    assert found.p == pytest.approx(6 / 90)


def test_one_group_alone_is_no_comparison() -> None:
    assert kruskal_wallis([[1.0, 2.0], []]) is None
    assert kruskal_wallis([[3.0] * 20, [3.0] * 20]).p == 1


waves = st.lists(st.lists(likert, min_size=4, max_size=4), min_size=2, max_size=30)


@given(waves)
def test_friedman_is_scipys(rows: list[list[float]]) -> None:
    assume(any(len(set(row)) > 1 for row in rows))
    wanted = stats.friedmanchisquare(*zip(*rows, strict=True))
    got = friedman(rows, exact=False)
    assert got.statistic == pytest.approx(wanted.statistic, abs=1e-9)
    assert got.p == pytest.approx(wanted.pvalue, abs=1e-9)


@given(st.lists(st.lists(likert, min_size=3, max_size=3), min_size=1, max_size=4))
def test_few_people_over_three_waves_are_counted_over_all_orders(
    rows: list[list[float]],
) -> None:
    assume(any(len(set(row)) > 1 for row in rows))
    ranked = [stats.rankdata(row) for row in rows]
    seen = sum(np.sum(ranked, axis=0) ** 2)
    every = [
        sum(np.sum(orders, axis=0) ** 2)
        for orders in product(*(list(permutations(row)) for row in ranked))
    ]
    wanted = sum(value >= seen - 1e-9 for value in every) / len(every)
    found = friedman(rows)
    assert found.test == friedman_test.EXACT
    assert found.p == pytest.approx(wanted, abs=1e-12)


def test_two_waves_are_no_matter_for_friedman() -> None:
    assert friedman([[1.0, 2.0], [2.0, 3.0]]) is None
    assert friedman([]) is None
    assert friedman([[3.0, 3.0, 3.0]] * 8).p == 1
