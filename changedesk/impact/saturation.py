"""How much change comes upon a group at once: hours spread over days, changes at a time."""

from collections.abc import Iterable
from fractions import Fraction

from changedesk.impact.periods import Period

MINUTES = 60


def hours_in(minutes: int | Fraction, when: Period, period: Period) -> Fraction:
    """Return the hours of an activity that fall into a period.

    Its minutes are spread evenly over its calendar days; one of a single day falls whole on it.
    """
    return total_hours([(minutes, when)], period)


def total_hours(activities: Iterable[tuple[int | Fraction, Period]], period: Period) -> Fraction:
    """Return the hours of several activities, each as (minutes, when), that fall into a period."""
    # One fraction at the end instead of one at each step: a map adds up thousands of them.
    above, below = 0, 1
    for minutes, when in activities:
        shared = when.shared(period)
        if shared:
            parts = minutes.denominator * MINUTES * when.days
            above, below = above * parts + minutes.numerator * shared * below, below * parts
    return Fraction(above, below)


def concurrent(changes: Iterable[tuple[int, Period]], period: Period) -> int:
    """Return how many changes go on in a period, each given as (which, when) once or more."""
    return len({which for which, when in changes if when.shared(period)})
