"""Stretches of the calendar: months and weeks, and what of a range of days lies in each."""

from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, order=True)
class Period:
    """The days from the first to the last one, both included."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """Return how many days it has."""
        return (self.last - self.first).days + 1

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    def shared(self, other: "Period") -> int:
        """Return how many days the two have in common."""
        days = (min(self.last, other.last) - max(self.first, other.first)).days + 1
        return max(0, days)


def month_of(day: date) -> Period:
    """Return the calendar month of a day."""
    return Period(day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1]))


def week_of(day: date) -> Period:
    """Return the week of a day, Monday to Sunday."""
    monday = day - timedelta(days=day.weekday())
    return Period(monday, monday + timedelta(days=6))


def months(first: date, last: date) -> list[Period]:
    """Return the months from the one of `first` to the one of `last`."""
    return list(_through(month_of(first), last, month_of))


def weeks(first: date, last: date) -> list[Period]:
    """Return the weeks from the one of `first` to the one of `last`."""
    return list(_through(week_of(first), last, week_of))


def _through(period: Period, last: date, of: Callable[[date], Period]) -> Iterator[Period]:
    while period.first <= last:
        yield period
        period = of(period.last + timedelta(days=1))


def stretch(starts: str, ends: str) -> Period | None:
    """Return the days of a record by its two dates as ISO text; None where it has neither.

    One date alone is a single day, and so is an end before its start; what is no date counts not.
    """
    begin, end = _day(starts), _day(ends)
    first, last = begin or end, end or begin
    if first is None or last is None:
        return None
    return Period(first, max(first, last))


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None
