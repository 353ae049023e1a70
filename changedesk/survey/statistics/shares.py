"""Shares of a base, differences of two shares, and how many answers a base needs."""

from dataclasses import dataclass
from math import ceil, sqrt

from changedesk.people.shares import Z_95, Share, wilson
from changedesk.survey.statistics.estimates import Estimate

__all__ = [
    "Z_95",
    "ResponseRate",
    "Share",
    "clustered_share",
    "difference",
    "needed_answers",
    "paired_difference",
    "share_estimate",
    "wilson",
    "wilson_at",
]


@dataclass(frozen=True)
class ResponseRate:
    """How many of those who could answer did; partial answers are told apart, never counted."""

    complete: int
    partial: int
    invited: int
    ineligible: int = 0

    @property
    def asked(self) -> int:
        """Return how many were invited and could answer."""
        return max(0, self.invited - self.ineligible)

    @property
    def rate(self) -> Share | None:
        """Return complete answers of those asked; None where more answered than were asked."""
        return Share(self.complete, self.asked) if self.complete <= self.asked else None

    @property
    def missing(self) -> int:
        """Return how many of those asked gave no complete answer."""
        return max(0, self.asked - self.complete)

    @property
    def everybody(self) -> bool:
        """Tell whether all who were asked answered: then figures are facts, not estimates."""
        return 0 < self.asked == self.complete

    def needed(self, margin: float = 0.05) -> int:
        """Return how many complete answers give a share this margin, at 95 %."""
        return needed_answers(self.asked, margin)


def share_estimate(share: Share) -> Estimate | None:
    """Return a share with Wilson's 95 % interval; None where the base is empty."""
    if not share.base:
        return None
    return Estimate(share.n / share.base, *wilson(share.n, share.base))


def difference(first: Share, second: Share) -> Estimate | None:
    """Return first - second with Newcombe's interval (1998, method 10); None for an empty base."""
    one, two = share_estimate(first), share_estimate(second)
    if one is None or two is None:
        return None
    between = one.value - two.value
    down = sqrt((one.value - one.low) ** 2 + (two.high - two.value) ** 2)
    up = sqrt((one.high - one.value) ** 2 + (two.value - two.low) ** 2)
    return Estimate(between, max(-1.0, between - down), min(1.0, between + up))


def paired_difference(
    both: int, only_first: int, only_second: int, neither: int
) -> Estimate | None:
    """Return first - second of the same people, with Newcombe's interval (1998, paired method 10).

    None where nobody is counted.
    """
    n = both + only_first + only_second + neither
    one = share_estimate(Share(both + only_first, n))
    two = share_estimate(Share(both + only_second, n))
    if one is None or two is None:
        return None
    phi = _correlation(both, only_first, only_second, neither)
    down = _joined(one.value - one.low, two.high - two.value, phi)
    up = _joined(one.high - one.value, two.value - two.low, phi)
    between = one.value - two.value
    return Estimate(between, max(-1.0, between - down), min(1.0, between + up))


def _correlation(both: int, only_first: int, only_second: int, neither: int) -> float:
    """Return phi of a fourfold table, drawn towards zero where it is positive."""
    first, second = both + only_first, both + only_second
    n = first + only_second + neither
    product = first * (n - first) * second * (n - second)
    if not product:
        return 0.0
    cross = both * neither - only_first * only_second
    return (max(0.0, cross - n / 2) if cross > 0 else cross) / sqrt(product)


def _joined(one: float, two: float, phi: float) -> float:
    return sqrt(max(0.0, one * one - 2 * phi * one * two + two * two))


def needed_answers(population: int, margin: float = 0.05) -> int:
    """Return how many of a population must answer, so that a share of one half has this margin.

    At 95 %, with the correction for a finite population; `margin` is a fraction.
    """
    if population <= 0:
        return 0
    endless = Z_95 * Z_95 * 0.25 / (margin * margin)
    return min(population, ceil(endless / (1 + (endless - 1) / population)))


def clustered_share(clusters: list[Share]) -> Estimate | None:
    """Return the share over all clusters (contacts by agent, say), its interval widened by them.

    Contacts of one agent resemble each other: Wilson's interval is taken at the number of
    independent contacts that would vary as much. Where nothing varies, each agent counts once.
    """
    held = [one for one in clusters if one.base]
    n, base, agents = sum(one.n for one in held), sum(one.base for one in held), len(held)
    if not base:
        return None
    share = n / base
    effective = float(base)
    if base > agents:
        effective = float(agents)
        residuals = sum((one.n - share * one.base) ** 2 for one in held)
        if agents > 1 and residuals > 0 and 0 < n < base:
            variance = agents / (agents - 1) * residuals / (base * base)
            # No cluster can make contacts tell more than as many independent ones.
            effective = min(float(base), max(1.0, share * (1 - share) / variance))
    low, high = wilson_at(share, effective)
    return Estimate(share, low, high)


def wilson_at(share: float, size: float) -> tuple[float, float]:
    """Return Wilson's interval of a share seen in a number of answers that need not be whole."""
    spread = Z_95 * Z_95 / size
    half = Z_95 * sqrt(share * (1 - share) / size + spread / (4 * size))
    low = (share + spread / 2 - half) / (1 + spread)
    high = (share + spread / 2 + half) / (1 + spread)
    return max(0.0, min(low, share)), min(1.0, max(high, share))
