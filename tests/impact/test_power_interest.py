"""Quadrants after Mendelow, and the classes of Mitchell, Agle and Wood (1997)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from changedesk.impact.power_interest import (
    SCALE,
    moved_into,
    placing,
    quadrant,
    salience,
)

NUMBERS = st.sampled_from(SCALE)


@pytest.mark.parametrize(
    ("power", "interest", "expected"),
    [
        (5, 5, "MC"), (4, 4, "MC"), (4, 3, "KS"), (5, 1, "KS"),
        (3, 4, "KI"), (1, 5, "KI"), (3, 3, "MO"), (1, 1, "MO"),
    ],
)  # fmt: skip
def test_the_grid_of_mendelow_is_cut_at_four_of_five(power, interest, expected):
    assert quadrant(power, interest) == expected


@pytest.mark.parametrize(("power", "interest"), [(None, 5), (5, None), (None, None)])
def test_without_both_numbers_there_is_no_quadrant(power, interest):
    assert quadrant(power, interest) == ""
    assert not placing(power, interest, "MC").differs


# High 5, medium 3, low 1: as registers say it in words.
@pytest.mark.parametrize(
    ("power", "interest", "stated", "computed"),
    [
        (5, 3, "MC", "KS"),  # the nursing workforce lead of the NHS register: high/medium
        (3, 1, "KS", "MO"),
        (3, 3, "KI", "MO"),
    ],
)
def test_a_stated_quadrant_is_kept_and_a_difference_flagged(power, interest, stated, computed):
    placed = placing(power, interest, stated)
    assert (placed.quadrant, placed.computed) == (stated, computed)
    assert placed.differs
    assert placed.medium


def test_without_a_stated_quadrant_the_numbers_count():
    placed = placing(5, 5)
    assert (placed.quadrant, placed.differs, placed.medium) == ("MC", False, False)


@pytest.mark.parametrize(
    ("letters", "expected"),
    [
        ("P", "dormant"), ("L", "discretionary"), ("U", "demanding"), ("PL", "dominant"),
        ("PU", "dangerous"), ("LU", "dependent"), ("PLU", "definitive"), ("", "none"),
    ],
)  # fmt: skip
def test_salience_of_mitchell_agle_and_wood_1997(letters, expected):
    assert salience(power="P" in letters, legitimate="L" in letters, urgent="U" in letters) == (
        expected
    )


@given(st.sampled_from(("MC", "KS", "KI", "MO")), st.none() | NUMBERS, st.none() | NUMBERS)
def test_moving_into_a_quadrant_ends_there_and_stays_there(wanted, power, interest):
    there = moved_into(wanted, power, interest)
    assert quadrant(*there) == wanted
    assert not placing(*there).medium
    assert moved_into(wanted, *there) == there


@given(NUMBERS, NUMBERS)
def test_a_number_on_the_right_side_already_is_left_alone(power, interest):
    there = moved_into("MC", power, interest)
    assert there == (max(4, power), max(4, interest))
