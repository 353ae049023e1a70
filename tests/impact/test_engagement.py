"""Gaps of engagement, with the people of a real engagement plan."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from changedesk.impact.engagement import LEVELS, gap, moved, needs_action


@pytest.mark.parametrize(
    ("name", "current", "desired", "expected"),
    [
        ("Hunter", "L", "L", 0), ("Jose", "N", "S", 1), ("Preeti", "U", "L", 4),
        ("Sunny", "S", "L", 1), ("Mariko", "R", "S", 2), ("Krishna", "U", "S", 3),
    ],
)  # fmt: skip
def test_gaps_of_the_stakeholder_engagement_plan_pmbok(name, current, desired, expected):
    assert gap(current, desired) == expected, name
    assert needs_action(current, desired) == (expected > 0)


@pytest.mark.parametrize(("current", "desired"), [("", "S"), ("N", ""), ("", "")])
def test_who_is_not_rated_has_no_gap_and_no_zero(current, desired):
    assert gap(current, desired) is None
    assert not needs_action(current, desired)


def test_more_engagement_than_is_wanted_needs_no_action():
    assert gap("L", "S") == -1
    assert not needs_action("L", "S")


@given(st.sampled_from(LEVELS), st.integers(-9, 9))
def test_a_move_stays_on_the_scale(level, steps):
    there = moved(level, steps)
    assert there in LEVELS
    reached = gap(level, there)
    assert reached == steps or there in ("U", "L")
