"""Net promoter score: promoters (9-10) less detractors (0-6), in points of 100.

Reichheld's measure (2003); NPS is a registered mark of Bain, Satmetrix and Reichheld. Below 30
answers, and where all are alike, the interval is an adjusted Wald (Rocks 2016): three more answers,
of which three quarters promote and three quarters detract.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt

from changedesk.store.errors import UserError
from changedesk.survey.statistics.distributions import normal_two_sided
from changedesk.survey.statistics.estimates import Estimate
from changedesk.survey.statistics.shares import Z_95

FEW = 30
FITS, STARTS_AT_ONE, UNFIT = "fits", "starts_at_one", "unfit"


@dataclass(frozen=True)
class Nps:
    """Promoters, passives and detractors among the valid answers."""

    promoters: int
    passives: int
    detractors: int

    @property
    def base(self) -> int:
        """Return how many gave a valid answer."""
        return self.promoters + self.passives + self.detractors

    @property
    def value(self) -> float | None:
        """Return the score, from -100 to 100; None without an answer."""
        return 100 * (self.promoters - self.detractors) / self.base if self.base else None

    @property
    def margin(self) -> float | None:
        """Return the margin at 95 %, in points, as Wald's formula gives it for any base."""
        return 100 * Z_95 * self.error() if self.base else None

    @property
    def adjusted(self) -> bool:
        """Tell whether the interval is the adjusted one: few answered, or all of them alike."""
        return self.base < FEW or not self.error()

    @property
    def estimate(self) -> Estimate | None:
        """Return the score with its interval, None without an answer."""
        value, margin = self.value, self.margin
        if value is None or margin is None:
            return None
        middle = value
        if self.adjusted:
            whole = self.base + 3
            middle = 100 * (self.promoters - self.detractors) / whole
            margin = (
                100
                * Z_95
                * _error((self.promoters + 0.75) / whole, (self.detractors + 0.75) / whole, whole)
            )
        return Estimate(value, max(-100.0, middle - margin), min(100.0, middle + margin))

    def error(self) -> float:
        """Return the standard error of the score as a fraction; the base must not be empty."""
        return _error(self.promoters / self.base, self.detractors / self.base, self.base)


@dataclass(frozen=True)
class NpsChange:
    """How far a score moved, in points, with its interval, z and two-sided p."""

    estimate: Estimate
    margin: float
    z: float
    p: float


def fits(lowest: float, highest: float) -> str:
    """Tell whether a scale may carry the score: FITS, STARTS_AT_ONE (a warning) or UNFIT."""
    if (lowest, highest) == (0, 10):
        return FITS
    return STARTS_AT_ONE if (lowest, highest) == (1, 10) else UNFIT


def nps(answers: Iterable[float | None], lowest: float = 0, highest: float = 10) -> Nps:
    """Count promoters, passives and detractors; blanks leave the base.

    Raises UserError where the question's scale is not 0 to 10 (1 to 10 is taken, with a warning
    by `fits`).
    """
    if fits(lowest, highest) == UNFIT:
        raise UserError(
            f"This question goes from {lowest:g} to {highest:g}; a net promoter score needs "
            "answers from 0 to 10. Show it as a distribution with its mean instead."
        )
    promoters = passives = detractors = 0
    for answer in answers:
        if answer is None:
            continue
        if not lowest <= answer <= highest:
            raise ValueError(f"{answer} is not on the scale")
        promoters += answer >= 9
        passives += 7 <= answer < 9
        detractors += answer < 7
    return Nps(promoters, passives, detractors)


def change(before: Nps, after: Nps) -> NpsChange | None:
    """Return after - before; None where a base is empty or neither score can vary."""
    if not before.base or not after.base:
        return None
    moved = 100 * (
        (after.promoters - after.detractors) / after.base
        - (before.promoters - before.detractors) / before.base
    )
    error = 100 * sqrt(before.error() ** 2 + after.error() ** 2)
    if error <= 0:
        return None
    margin = Z_95 * error
    estimate = Estimate(moved, max(-200.0, moved - margin), min(200.0, moved + margin))
    return NpsChange(estimate, margin, moved / error, normal_two_sided(moved / error))


def _error(promoting: float, detracting: float, base: float) -> float:
    return sqrt(max(0.0, promoting + detracting - (promoting - detracting) ** 2) / base)
