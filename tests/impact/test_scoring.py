"""METHODS 1.1: what answers to questionnaires say, with its worked answers."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from changedesk.impact import scoring
from changedesk.impact.scoring import (
    ALERT,
    AT_RISK,
    EASY,
    GREEN,
    HARD,
    HIGH,
    INCOMPLETE,
    LARGE,
    LOW,
    MEDIUM,
    RED,
    SMALL,
    STRONG,
    YELLOW,
)


def test_methods_1_1_eight_twos_and_two_ones_are_18_and_at_risk() -> None:
    corner = [2] * 8 + [1] * 2
    assert scoring.total(corner) == 18
    assert scoring.corner_band(corner) == AT_RISK


def test_methods_1_1_a_corner_with_a_blank_is_incomplete() -> None:
    corner = [3] * 9 + [None]
    assert scoring.total(corner) is None
    assert scoring.corner_band(corner) == INCOMPLETE


@pytest.mark.parametrize(
    ("threes", "band"), [(0, ALERT), (4, ALERT), (5, STRONG), (10, STRONG)]
)  # fmt: skip
def test_methods_1_1_bands_of_a_corner(threes: int, band: str) -> None:
    assert scoring.corner_band([3] * threes + [2] * (10 - threes)) == band


def test_methods_1_1_all_threes_are_36_and_a_large_change() -> None:
    assert scoring.total([3] * 12) == 36
    assert scoring.change_size([3] * 12) == LARGE
    assert scoring.organisation_band([3] * 12) == HARD
    assert scoring.change_size([3] * 10 + [2] * 2) == SMALL
    assert scoring.organisation_band([3] * 11 + [2]) == HARD
    assert scoring.organisation_band([3] * 10 + [2] * 2) == EASY
    assert scoring.change_size([None] + [5] * 11) == INCOMPLETE


@pytest.mark.parametrize(
    ("change", "organisation", "risk"),
    [(36, 30, MEDIUM), (30, 36, MEDIUM), (34, 34, LOW), (35, 35, HIGH), (None, 36, INCOMPLETE)],
)
def test_methods_1_1_risk_is_read_from_both_sums(
    change: int | None, organisation: int | None, risk: str
) -> None:
    assert scoring.risk(change, organisation) == risk


def test_a_sponsor_is_as_strong_as_the_weakest_part() -> None:
    assert scoring.sponsor_colour([[5], [4], [4, 5], [5, 3], [4, 4]]) == GREEN
    assert scoring.sponsor_colour([[5], [4], [4, 5], [5, 2], [4, 4]]) == YELLOW
    assert scoring.sponsor_colour([[5], [2], [4, 5], [5, 5], [4, 4]]) == RED
    assert scoring.sponsor_colour([[5], [None], [4, 5], [5, 5], [4, 4]]) == INCOMPLETE


def test_alpha_of_a_scale() -> None:
    # Three items of four people: variances 5/3, 5/3 and 11/12, of the sums 4, 6, 9, 12 it is 49/4.
    people = [[1, 1, 2], [2, 2, 2], [3, 3, 3], [4, 4, 4]]
    by_hand = Fraction(3, 2) * (1 - (Fraction(5, 3) * 2 + Fraction(11, 12)) / Fraction(49, 4))
    assert scoring.alpha(people) == by_hand
    assert scoring.alpha([*people, [5, None, 1]]) == by_hand
    assert scoring.alpha([[1, 2], [2, 1]]) is None
    assert scoring.alpha([[1, 2, 3]]) is None


@given(st.lists(st.one_of(st.none(), st.integers(1, 3)), min_size=10, max_size=10))
def test_a_corner_is_incomplete_exactly_when_one_is_blank(corner: list[int | None]) -> None:
    added = scoring.total(corner)
    assert (added is None) == (None in corner) == (scoring.corner_band(corner) == INCOMPLETE)
    assert added is None or 10 <= added <= 30
