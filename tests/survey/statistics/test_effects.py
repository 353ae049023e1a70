"""Effects, Holm's correction, Welch's test and kappa."""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy import stats  # type: ignore[import-untyped]

from changedesk.survey.statistics.effects import cliffs_delta, rank_biserial
from changedesk.survey.statistics.holm import holm
from changedesk.survey.statistics.kappa import kappa
from changedesk.survey.statistics.means import mean_estimate, welch
from changedesk.survey.statistics.shares import Z_95

likert = st.integers(1, 5).map(float)
samples = st.lists(likert, min_size=1, max_size=30)


def test_cliffs_delta_of_two_systems() -> None:
    first = [70, 75, 92.5, 80, 85, 95, 87.5, 92.5, 92.5, 80]
    second = [92.5, 85, 80, 77.5, 57.5, 67.5, 60, 67.5, 80, 80]
    assert cliffs_delta(first, second).value == pytest.approx(0.54)


@given(samples, samples)
def test_cliffs_delta_counts_wins_less_losses(first: list[float], second: list[float]) -> None:
    found, turned = cliffs_delta(first, second), cliffs_delta(second, first)
    wins = sum((one > two) - (one < two) for one in first for two in second)
    assert found.value == pytest.approx(wins / (len(first) * len(second)))
    assert -1 <= found.low <= found.value + 1e-9
    assert found.value <= found.high + 1e-9 <= 1 + 1e-9
    assert turned.value == pytest.approx(-found.value)
    assert turned.low == pytest.approx(-found.high, abs=1e-9)


def test_groups_that_never_overlap_are_still_not_certain() -> None:
    found = cliffs_delta([4.0, 5.0, 5.0], [1.0, 2.0, 1.0])
    assert found.value == 1
    assert found.high == 1
    assert found.low < 0
    assert cliffs_delta([], [1.0]) is None


@given(st.lists(st.integers(-4, 4).map(float), max_size=40))
def test_the_rank_biserial_is_the_share_of_ranks_up_less_down(changes: list[float]) -> None:
    found = rank_biserial(changes)
    moved = [change for change in changes if change]
    if not moved:
        assert found is None
        return
    ranks = stats.rankdata([abs(change) for change in moved])
    up = sum(rank for rank, change in zip(ranks, moved, strict=True) if change > 0)
    assert found.value == pytest.approx(2 * up / sum(ranks) - 1)
    assert -1 <= found.low <= found.value + 1e-9
    assert found.value <= found.high + 1e-9


def test_six_changes_upwards_are_an_effect_with_a_wide_interval() -> None:
    found = rank_biserial([1, 1, 1, 1, 1, 2, 0, 0, 0, 0])
    assert found.value == 1
    assert 0 < found.low < 0.3


@given(st.lists(st.floats(0, 1), max_size=20))
def test_holm_is_scipys_step_down(ps: list[float]) -> None:
    found = holm(ps)
    order = sorted(range(len(ps)), key=ps.__getitem__)
    highest = 0.0
    for place, at in enumerate(order):
        highest = max(highest, min(1.0, ps[at] * (len(ps) - place)))
        assert found[at] == pytest.approx(highest)


def test_what_was_not_tested_is_not_in_the_family() -> None:
    assert holm([0.01, None, 0.04]) == [0.02, None, 0.04]
    assert holm([]) == []


def test_published_holm_of_five_items() -> None:
    # The drivers of ISO 26262 between manufacturers and suppliers.
    found = holm([0.633, 0.061, 0.267, 0.0019, 0.893])
    assert found == pytest.approx([1.0, 0.244, 0.801, 0.0095, 1.0])


numbers = st.floats(-100, 100)


@given(st.lists(numbers, min_size=2, max_size=20), st.lists(numbers, min_size=2, max_size=20))
def test_welch_is_scipys(first: list[float], second: list[float]) -> None:
    assume(max(first) - min(first) > 0.01 and max(second) - min(second) > 0.01)
    found, wanted = welch(first, second), stats.ttest_ind(first, second, equal_var=False)
    assert found.t == pytest.approx(wanted.statistic, rel=1e-9, abs=1e-9)
    assert found.df == pytest.approx(wanted.df, rel=1e-9)
    assert found.p == pytest.approx(wanted.pvalue, abs=1e-9)
    interval = wanted.confidence_interval(0.95)
    assert found.estimate.low == pytest.approx(interval.low, rel=1e-7, abs=1e-7)
    assert found.estimate.high == pytest.approx(interval.high, rel=1e-7, abs=1e-7)


def test_two_systems_by_their_means() -> None:
    first = [70, 75, 92.5, 80, 85, 95, 87.5, 92.5, 92.5, 80]
    second = [92.5, 85, 80, 77.5, 57.5, 67.5, 60, 67.5, 80, 80]
    found = welch(first, second)
    assert found.t == pytest.approx(2.3044, abs=5e-5)
    assert found.df == pytest.approx(16.778, abs=5e-4)
    assert found.p == pytest.approx(0.03427, abs=5e-6)


def test_means_of_nothing_that_varies_are_not_compared() -> None:
    assert welch([3.0, 3.0], [3.0, 3.0]) is None
    assert welch([3.0], [2.0, 1.0]) is None
    assert mean_estimate([3.0]) is None
    assert mean_estimate([3.0, 3.0, 3.0]) is None


def test_kappa_of_two_coders_is_the_textbooks() -> None:
    pairs = [("a", "a")] * 20 + [("a", "b")] * 5 + [("b", "a")] * 10 + [("b", "b")] * 15
    assert kappa(pairs).value == pytest.approx(0.40)


@given(st.lists(st.integers(1, 40), min_size=9, max_size=9))
def test_the_interval_of_kappa_is_that_of_the_delta_method(cells: list[int]) -> None:
    table = np.array(cells, dtype=float).reshape(3, 3)
    n = table.sum()

    def of(shares: np.ndarray) -> float:
        chance = float(shares.sum(axis=1) @ shares.sum(axis=0))
        return (float(np.trace(shares)) - chance) / (1 - chance)

    shares, step = table / n, 1e-6
    slopes = np.zeros(9)
    for at in range(9):
        moved = np.zeros(9)
        moved[at] = step
        up, down = shares + moved.reshape(3, 3), shares - moved.reshape(3, 3)
        slopes[at] = (of(up) - of(down)) / (2 * step)
    flat = shares.ravel()
    error = np.sqrt((flat @ slopes**2 - (flat @ slopes) ** 2) / n)
    pairs = [(at // 3, at % 3) for at, count in enumerate(cells) for _ in range(count)]
    found = kappa(pairs)
    assert found.value == pytest.approx(of(shares))
    if found.low > -1 and found.high < 1:
        assert found.high - found.low == pytest.approx(2 * Z_95 * error, rel=1e-4)


def test_coders_who_always_agree_have_a_kappa_of_one() -> None:
    assert kappa([("a", "a"), ("b", "b")] * 10).value == 1
    assert kappa([("a", "a")] * 10) is None
    assert kappa([]) is None
