"""Adoption and benefits as figures: who uses it, how well, how soon, and what came of it.

Utilisation is who use it of those who should, proficiency who do it well of those who use it,
speed the days from go-live until enough did; the effective adoption is utilisation times
proficiency. A course that was attended is no adoption. Shares carry 95 % intervals; what nobody
measured is None, never 0.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from math import exp, hypot, log

from changedesk.people.shares import Share
from changedesk.survey.statistics.estimates import Estimate
from changedesk.survey.statistics.shares import share_estimate

UP, DOWN = "up", "down"
"""More is better, or less is."""
ENOUGH = 80
"""Percent of the population at which a change counts as adopted, unless a measure says so."""
REACHED, REACHED_UNSURE, SHORT_UNSURE, SHORT, UNMEASURED, NO_TARGET = (
    "reached",
    "reached_unsure",
    "short_unsure",
    "short",
    "unmeasured",
    "no_target",
)
"""Against a target; unsure where the interval of the figure holds the target."""
REALISED, NO_BASELINE, NO_ACTUAL, SAME_AS_BASELINE, WRONG_SIDE, NOT_SET = (
    "realised",
    "no_baseline",
    "no_actual",
    "target_is_baseline",
    "target_on_wrong_side",
    "no_target_set",
)
"""Whether a benefit can be told, and if not why."""

Number = int | float | Decimal | Fraction


@dataclass(frozen=True)
class Reading:
    """A share seen on a day."""

    day: date
    share: Share


@dataclass(frozen=True)
class Speed:
    """When a level was reached first: days from go-live, and whether it has held since.

    Somewhere between the reading before it (`after`, None for the first) and that day.
    """

    days: int
    day: date
    after: date | None
    held: bool


@dataclass(frozen=True)
class Realised:
    """How much of a benefit came: a fraction of the way from baseline to target.

    `state` is REALISED, or why there is no figure. Below 0 things got worse, above 1 better than
    was hoped.
    """

    state: str
    value: Fraction | None = None


def effective_adoption(utilisation: Share, proficiency: Share) -> Estimate | None:
    """Return utilisation times proficiency with its interval; None where one has no base.

    Where proficiency was seen of everybody who uses it, the product is itself a share and has
    Wilson's interval; seen of others or only some, both intervals are joined (MOVER, on logs).
    """
    using, well = share_estimate(utilisation), share_estimate(proficiency)
    if using is None or well is None:
        return None
    if proficiency.base == utilisation.n:
        return share_estimate(Share(proficiency.n, utilisation.base))
    value = using.value * well.value
    if value <= 0:
        return Estimate(0.0, 0.0, using.high * well.high)
    down = hypot(*(log(one.value / one.low) for one in (using, well)))
    up = hypot(*(log(one.high / one.value) for one in (using, well)))
    return Estimate(value, value * exp(-down), min(1.0, value * exp(up)))


def pooled(shares: Iterable[Share]) -> Share:
    """Return the share over several groups, each as large as it is."""
    held = list(shares)
    return Share(sum(one.n for one in held), sum(one.base for one in held))


def speed(go_live: date, readings: Iterable[Reading], percent: int = ENOUGH) -> Speed | None:
    """Return when so many percent were reached first; None while they were not.

    Readings before go-live are of the old way and do not count; those without a base say nothing.
    """
    held = sorted(
        (one for one in readings if one.share.base and one.day >= go_live),
        key=lambda one: one.day,
    )
    for place, one in enumerate(held):
        if _enough(one.share, percent):
            after = held[place - 1].day if place else None
            still = all(_enough(later.share, percent) for later in held[place:])
            return Speed((one.day - go_live).days, one.day, after, still)
    return None


def _enough(share: Share, percent: int) -> bool:
    return 100 * share.n >= percent * share.base


def against_target(
    figure: Estimate | Number | None, target: Number | None, direction: str = UP
) -> str:
    """Return how a figure stands to its target, in the same unit; the target itself is reached.

    A figure with an interval that holds the target is told as unsure.
    """
    if target is None:
        return NO_TARGET
    if figure is None:
        return UNMEASURED
    goal = Fraction(target)
    if not isinstance(figure, Estimate):
        return REACHED if _beyond(Fraction(figure), goal, direction) else SHORT
    return _standing(Fraction(figure.value), figure, goal, direction)


def share_against_target(share: Share, percent: Number | None, direction: str = UP) -> str:
    """Return how a share stands to a target in percent."""
    found = share_estimate(share)
    if percent is None:
        return NO_TARGET
    if found is None:
        return UNMEASURED
    # The share itself is exact: 4 of 5 reaches 80 %, whatever floating point thinks.
    return _standing(Fraction(share.n, share.base), found, Fraction(percent) / 100, direction)


def _standing(value: Fraction, figure: Estimate, target: Fraction, direction: str) -> str:
    worst, best = (figure.low, figure.high) if direction == UP else (figure.high, figure.low)
    if _beyond(value, target, direction):
        return REACHED if _beyond(Fraction(worst), target, direction) else REACHED_UNSURE
    return SHORT_UNSURE if _beyond(Fraction(best), target, direction) else SHORT


def _beyond(value: Fraction, target: Fraction, direction: str) -> bool:
    return value >= target if direction == UP else value <= target


def realised(
    baseline: Number | None, target: Number | None, actual: Number | None, direction: str = UP
) -> Realised:
    """Return the share of a benefit that came: (actual - baseline) / (target - baseline).

    Without a baseline it cannot be measured: that is said, it is never 0.
    """
    if baseline is None:
        return Realised(NO_BASELINE)
    if target is None:
        return Realised(NOT_SET)
    way = Fraction(target) - Fraction(baseline)
    if not way:
        return Realised(SAME_AS_BASELINE)
    if (way > 0) != (direction == UP):
        return Realised(WRONG_SIDE)
    if actual is None:
        return Realised(NO_ACTUAL)
    return Realised(REALISED, (Fraction(actual) - Fraction(baseline)) / way)
