"""Net promoter scores and their margins, as published, and refused where they make no sense."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from changedesk.store.errors import UserError
from changedesk.survey.statistics.nps import FITS, STARTS_AT_ONE, UNFIT, Nps, change, fits, nps


@pytest.mark.parametrize(
    ("counts", "value", "margin"),
    [
        ((50, 30, 20), 30, 15.31),
        ((10, 5, 5), 25, 36.34),
        ((40, 35, 25), 15, 15.53),
        ((7, 3, 0), 70, 28.40),
        ((1831, 894, 251), 53.091, 2.322),
        ((1431, 696, 234), 50.699, 2.700),
        ((990, 501, 142), 51.929, 3.156),
        ((840, 363, 124), 53.956, 3.550),
    ],
)
def test_scores_and_margins_are_those_published(
    counts: tuple[int, int, int], value: float, margin: float
) -> None:
    found = Nps(*counts)
    digits = 0.005 if found.base < 1000 else 0.0005
    assert found.value == pytest.approx(value, abs=digits)
    assert found.margin == pytest.approx(margin, abs=digits)


def test_a_small_base_has_the_adjusted_interval() -> None:
    found = Nps(7, 3, 0).estimate
    assert found.value == 70
    assert found.low == pytest.approx(21.05, abs=0.01)
    assert found.high == pytest.approx(86.64, abs=0.01)


@pytest.mark.parametrize(("base", "low"), [(6, 60), (40, 97)])
def test_everybody_promoting_is_still_not_certain(base: int, low: int) -> None:
    found = Nps(base, 0, 0)
    assert found.margin == 0
    assert found.adjusted
    assert found.estimate.low < low
    assert found.estimate.high <= 100


def test_a_large_base_has_the_plain_interval() -> None:
    found = Nps(50, 30, 20)
    assert not found.adjusted
    assert 30 - found.estimate.low == pytest.approx(found.margin)
    assert found.estimate.high - 30 == pytest.approx(found.margin)


def test_a_change_of_the_score_is_the_one_published() -> None:
    found = change(Nps(18, 9, 13), Nps(26, 9, 5))
    assert found.estimate.value == pytest.approx(40.0)
    assert found.margin == pytest.approx(34.77, abs=0.005)
    assert found.z == pytest.approx(2.255, abs=0.0005)
    assert found.p == pytest.approx(0.0241, abs=0.0001)


def test_without_answers_or_without_spread_there_is_no_change_to_tell() -> None:
    assert change(Nps(0, 0, 0), Nps(3, 2, 1)) is None
    assert change(Nps(5, 0, 0), Nps(5, 0, 0)) is None
    assert Nps(0, 0, 0).value is None
    assert Nps(0, 0, 0).margin is None
    assert Nps(0, 0, 0).estimate is None


def test_blanks_leave_the_base() -> None:
    assert nps([10, 9, 8, 7, 6, 0, None, None]) == Nps(2, 2, 2)


@pytest.mark.parametrize(("scale", "verdict"), [((0, 10), FITS), ((1, 10), STARTS_AT_ONE)])
def test_only_eleven_points_carry_the_score(scale: tuple[int, int], verdict: str) -> None:
    assert fits(*scale) == verdict
    assert nps([10, 1], *scale) == Nps(1, 0, 1)


@pytest.mark.parametrize("scale", [(1, 8), (1, 5), (0, 5), (1, 7)])
def test_another_scale_is_refused(scale: tuple[int, int]) -> None:
    assert fits(*scale) == UNFIT
    with pytest.raises(UserError, match="needs answers from 0 to 10"):
        nps([5], *scale)


def test_an_answer_off_the_scale_is_no_answer() -> None:
    with pytest.raises(ValueError, match="not on the scale"):
        nps([11])


@given(st.integers(0, 400), st.integers(0, 400), st.integers(0, 400))
def test_an_interval_stays_on_the_scale(one: int, two: int, three: int) -> None:
    found = Nps(one, two, three)
    if not found.base:
        return
    estimate = found.estimate
    assert -100 <= estimate.low <= estimate.high <= 100
    assert estimate.value == found.value
    if not found.adjusted:
        assert estimate.low <= estimate.value + 1e-9
        assert estimate.value <= estimate.high + 1e-9
