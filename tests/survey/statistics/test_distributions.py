"""The distributions agree with SciPy's, also far out and with thousands of degrees of freedom."""

import threading
from math import inf

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from scipy import stats  # type: ignore[import-untyped]

from changedesk.survey.statistics.distributions import (
    chi2_above,
    f_above,
    f_below,
    f_quantile,
    normal_above,
    normal_two_sided,
    t_quantile,
    t_two_sided,
)

degrees = st.one_of(st.integers(1, 60).map(float), st.floats(1, 200), st.floats(1, 50_000))
probabilities = st.floats(0.001, 0.999)


def close(value: float) -> object:
    return pytest.approx(value, rel=1e-9, abs=1e-12)


@given(st.floats(-12, 12))
def test_the_normal_distribution_is_scipys(z: float) -> None:
    assert normal_above(z) == close(stats.norm.sf(z))
    assert normal_two_sided(z) == close(2 * stats.norm.sf(abs(z)))


@given(st.floats(0, 300), st.integers(1, 150))
def test_chi_squared_is_scipys(x: float, df: int) -> None:
    assert chi2_above(x, df) == close(stats.chi2.sf(x, df))


@given(st.floats(-40, 40), degrees)
@example(0.0, 5.0)
def test_students_t_is_scipys(t: float, df: float) -> None:
    assert t_two_sided(t, df) == close(2 * stats.t.sf(abs(t), df))


@given(probabilities, degrees)
@example(0.5, 7.0)
@example(0.975, 1.0)
def test_quantiles_of_t_are_scipys(p: float, df: float) -> None:
    assert t_quantile(p, df) == close(stats.t.ppf(p, df))


@given(st.floats(0, 50), degrees, degrees)
@example(1.0, 4999.0, 44991.0)
def test_f_is_scipys(f: float, df1: float, df2: float) -> None:
    assert f_above(f, df1, df2) == close(stats.f.sf(f, df1, df2))
    assert f_below(f, df1, df2) == close(stats.f.cdf(f, df1, df2))


@given(st.sampled_from([0.025, 0.05, 0.5, 0.975]), degrees, degrees)
@example(0.025, 4999.0, 44991.0)
def test_quantiles_of_f_are_scipys(p: float, df1: float, df2: float) -> None:
    assert f_quantile(p, df1, df2) == close(stats.f.ppf(p, df1, df2))


def test_what_lies_beyond_everything_has_no_probability() -> None:
    assert t_two_sided(inf, 5) == 0
    assert f_above(inf, 3, 4) == 0
    assert f_above(-1, 3, 4) == 1
    assert f_below(-1, 3, 4) == 0


def test_figures_made_at_the_same_time_do_not_disturb_each_other() -> None:
    wanted = [(3 + place, stats.t.ppf(0.975, 3 + place)) for place in range(60)]
    off: list[float] = []

    def work(part: int) -> None:
        for df, value in wanted[part::3]:
            if abs(t_quantile(0.975, df + 1e-9 * part) - value) > 1e-6:
                off.append(df)

    threads = [threading.Thread(target=work, args=(part,)) for part in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert off == []
