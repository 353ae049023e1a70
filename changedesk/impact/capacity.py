"""How many hours of change a person of a group can take in a period."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
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
    total, month = Fraction(0), None
    if not near and period == month_of(period.first):
        return Fraction(hours)
    for place in range(period.days):
        day = period.first + timedelta(days=place)
        if month is None or day not in month:
            month = month_of(day)
        left = min((one.left for one in near if day in one.when), default=WHOLE)
        total += Fraction(hours * left, WHOLE * month.days)
    return total
