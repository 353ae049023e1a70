"""Saturation: hours over days, changes at once, the capacity line, collisions, calmer windows."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from changedesk.impact.capacity import Busy, capacity_line
from changedesk.impact.collisions import colliding, nearest_calmer, over_line
from changedesk.impact.periods import Period, month_of, months, stretch, week_of, weeks
from changedesk.impact.saturation import concurrent, hours_in

DAYS = st.dates(date(2025, 1, 1), date(2027, 12, 31))


def period(first: str, last: str) -> Period:
    return Period(date.fromisoformat(first), date.fromisoformat(last))


def test_methods_1_3_an_hour_over_seventeen_days() -> None:
    when = period("2026-01-05", "2026-01-21")
    found = [hours_in(60, when, week) for week in weeks(when.first, when.last)]
    assert [week.first.day for week in weeks(when.first, when.last)] == [5, 12, 19]
    assert found == [Fraction(7, 17), Fraction(7, 17), Fraction(3, 17)]
    assert [round(float(hours), 2) for hours in found] == [0.41, 0.41, 0.18]


def test_methods_1_3_a_single_date_falls_whole_on_its_day() -> None:
    when = period("2026-01-31", "2026-01-31")
    year = months(date(2026, 1, 1), date(2026, 3, 31))
    assert [hours_in(90, when, month) for month in year] == [Fraction(3, 2), 0, 0]


@given(DAYS, DAYS, st.integers(0, 10_000))
def test_no_minute_is_lost_or_made_by_spreading(one: date, other: date, minutes: int) -> None:
    when = Period(min(one, other), max(one, other))
    for calendar in (weeks, months):
        periods = calendar(when.first, when.last)
        assert sum(hours_in(minutes, when, period) for period in periods) == Fraction(minutes, 60)


def test_methods_1_3_changes_at_once_are_counted_once_each() -> None:
    january = month_of(date(2026, 1, 9))
    changes = [
        (1, period("2025-12-01", "2026-01-02")),
        (1, period("2026-01-20", "2026-02-20")),
        (2, period("2026-01-31", "2026-01-31")),
        (3, period("2026-02-01", "2026-02-01")),
    ]
    assert concurrent(changes, january) == 2


def test_months_and_weeks_follow_each_other() -> None:
    assert [p.days for p in months(date(2024, 1, 31), date(2024, 3, 1))] == [31, 29, 31]
    assert week_of(date(2026, 3, 1)) == period("2026-02-23", "2026-03-01")


@pytest.mark.parametrize(
    ("starts", "ends", "expected"),
    [
        ("2026-01-05", "2026-01-21", ("2026-01-05", "2026-01-21")),
        ("2026-01-05", "", ("2026-01-05", "2026-01-05")),
        ("", "2026-01-21", ("2026-01-21", "2026-01-21")),
        ("2026-01-21", "2026-01-05", ("2026-01-21", "2026-01-21")),
    ],
)
def test_one_date_alone_is_a_day(starts, ends, expected) -> None:
    assert stretch(starts, ends) == period(*expected)
    assert stretch("", "") is None


def test_a_month_has_the_whole_capacity_and_a_week_its_share() -> None:
    april = month_of(date(2026, 4, 1))
    assert capacity_line(6, april) == 6
    assert capacity_line(6, week_of(date(2026, 4, 8))) == Fraction(6 * 7, 30)
    assert capacity_line(None, april) is None


def test_busy_days_lower_the_line_and_the_strictest_holds() -> None:
    april = month_of(date(2026, 4, 1))
    freeze = Busy(period("2026-04-01", "2026-04-10"), 0)
    peak = Busy(period("2026-04-06", "2026-04-20"), 50)
    assert capacity_line(6, april, [freeze]) == 4
    assert capacity_line(6, april, [freeze, peak]) == 3
    assert capacity_line(6, month_of(date(2026, 5, 1)), [freeze, peak]) == 6


def test_methods_1_3_two_projects_of_severity_three_collide() -> None:
    assert colliding([(1, 3), (2, 5)]) == {1, 2}
    assert colliding([(1, 3), (1, 5)]) == frozenset()
    assert colliding([(1, 3), (2, 2), (2, None)]) == frozenset()


def test_methods_1_3_a_load_above_the_line_collides() -> None:
    assert over_line(Fraction(61, 10), Fraction(6))
    assert not over_line(Fraction(6), Fraction(6))
    assert not over_line(Fraction(600), None)


@pytest.mark.parametrize(
    ("calm", "place", "length", "expected"),
    [
        ("0010", 1, 1, 2),
        ("1001", 1, 1, 0),
        ("1010", 1, 1, 2),
        ("0000", 1, 1, None),
        ("1101011", 3, 2, 5),
    ],
)
def test_the_nearest_calmer_window(calm, place, length, expected) -> None:
    assert nearest_calmer([sign == "1" for sign in calm], place, length) == expected
