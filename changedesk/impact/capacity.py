"""How many hours of change a person of a group can take in a period."""

from calendar import monthrange
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from changedesk.impact.periods import Period, month_of

WHOLE = 100


@dataclass(frozen=True)
class Busy:
    """Days on which only a share of the usual capacity is left, in percent."""

    when: Period
    left: int


def capacity_line(hours: int | None, period: Period, busy: Sequence[Busy] = ()) -> Fraction | None:
    """Return the hours a person can give to change in a period; None where nobody said.

    `hours` are those of a month, spread evenly over its days. On a day of several busy periods the
    strictest one holds.
    """
    if hours is None:
        return None
    near = [one for one in busy if one.when.shared(period)]
    if not near and period == month_of(period.first):
        return Fraction(hours)
    left: dict[int, int] = defaultdict(int)
    for place in range(period.days):
        day = period.first + timedelta(days=place)
        left[monthrange(day.year, day.month)[1]] += _left(day, near)
    return sum((Fraction(hours * share, WHOLE * days) for days, share in left.items()), Fraction(0))


def _left(day: date, near: Sequence[Busy]) -> int:
    return min((one.left for one in near if one.when.first <= day <= one.when.last), default=WHOLE)
