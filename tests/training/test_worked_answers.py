"""The worked answers of the trade: sessions, gaps, gain, levels, intervals."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from changedesk.people.shares import Share
from changedesk.training.gaps import gap
from changedesk.training.learning import (
    at_level,
    days_to_proficiency,
    mean_gain,
    median_days,
)
from changedesk.training.session_count import sessions_needed


def test_85_people_in_rooms_of_12_with_a_tenth_not_coming_need_8_sessions() -> None:
    assert sessions_needed(85, 12, 10) == 8


def test_without_no_shows_sessions_are_people_by_seats_rounded_up() -> None:
    assert [sessions_needed(people, 12) for people in (0, 1, 12, 13, 85)] == [0, 1, 1, 2, 8]
    assert sessions_needed(96, 12) == 8


def test_sessions_are_counted_exactly_where_floating_point_would_round_up() -> None:
    assert sessions_needed(27, 10, 10) == 3
    assert sessions_needed(21, 10, 30) == 3


def test_a_session_that_nobody_can_attend_is_refused() -> None:
    with pytest.raises(ValueError, match="nobody"):
        sessions_needed(85, 0)
    with pytest.raises(ValueError, match="nobody"):
        sessions_needed(85, 12, 100)


@given(st.integers(0, 500), st.integers(1, 60), st.integers(0, 90))
def test_so_many_sessions_hold_everybody_and_one_less_does_not(
    people: int, capacity: int, no_show: int
) -> None:
    needed = sessions_needed(people, capacity, no_show)
    come = Fraction(capacity * (100 - no_show), 100)
    assert needed * come >= people
    assert needed == 0 or (needed - 1) * come < people


def test_a_gap_is_required_minus_current_and_unknown_is_not_0() -> None:
    assert (gap(3, 1), gap(2, 3), gap(None, 1), gap(3, None)) == (2, -1, None, None)


def test_person_gaps_are_the_people_below_the_level() -> None:
    found = at_level(3, [0, 2, 3, 4, None])
    assert found.base - found.n == 2


def test_hake_1998_from_40_to_70_of_100_is_half_of_what_could_be_gained() -> None:
    assert mean_gain([(40, 70, 100)]) == Fraction(1, 2)


def test_a_gain_can_be_negative_and_there_is_none_without_room() -> None:
    assert mean_gain([(50, 40, 100)]) == Fraction(-1, 5)
    assert mean_gain([(100, 100, 100)]) is None


def test_the_gain_of_a_class_is_that_of_its_means() -> None:
    assert mean_gain([(40, 70, 100), (4, 7, 10)]) == Fraction(1, 2)
    assert mean_gain([(20, 60, 100), (80, 90, 100)]) == Fraction(1, 2)
    assert mean_gain([]) is None
    assert mean_gain([(10, 10, 10)]) is None


def test_the_share_at_the_level_leaves_out_whom_nobody_saw() -> None:
    share = at_level(3, [3, 4, 2, None])
    assert share == Share(2, 3)


def test_newcombe_80_of_85_lie_between_86_96_and_97_46_percent() -> None:
    assert Share(80, 85).interval == pytest.approx((0.8696, 0.9746), abs=5e-5)
    assert Share(0, 0).interval is None


def test_days_to_proficiency_count_to_the_first_reading_at_the_level() -> None:
    live = date(2026, 4, 6)
    readings = {
        1: [(date(2026, 5, 6), 3), (date(2026, 4, 20), 2), (date(2026, 6, 5), 4)],
        2: [(date(2026, 3, 1), 4)],
        3: [(date(2026, 5, 6), 1)],
    }
    assert days_to_proficiency(live, 3, readings) == {1: 30, 2: 0}
    assert median_days([30, 0]) == 15
    assert median_days([]) is None
