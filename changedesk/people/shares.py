"""Shares of a base, with numerator and denominator, and how sure a share of so few is."""

from dataclasses import dataclass
from math import sqrt

Z_95 = 1.959963984540054


@dataclass(frozen=True)
class Share:
    """A part of a base; its value is None where the base is empty, never a made-up zero."""

    n: int
    base: int

    @property
    def value(self) -> float | None:
        """Return n / base, or None."""
        return self.n / self.base if self.base else None

    @property
    def percent(self) -> int | None:
        """Return it in whole percent, or None: 100 only where it is all, 0 only where it is none.

        199 of 200 is 99 %, and 1 of 300 is 1 %.
        """
        if self.value is None:
            return None
        whole = round(self.value * 100)
        if 0 < self.n < self.base:
            return min(99, max(1, whole))
        return whole

    @property
    def interval(self) -> tuple[float, float] | None:
        """Return Wilson's 95 % interval, or None where the base is empty."""
        return wilson(self.n, self.base) if self.base else None


def wilson(passed: int, tries: int, z: float = Z_95) -> tuple[float, float]:
    """Return Wilson's score interval of a share, within 0 and 1; `tries` must be positive."""
    share = passed / tries
    spread = z * z / tries
    middle = share + spread / 2
    half = z * sqrt(share * (1 - share) / tries + spread / (4 * tries))
    low, high = (middle - half) / (1 + spread), (middle + half) / (1 + spread)
    # At the ends the bound is the share itself; rounding must not push it past that.
    return max(0.0, min(low, share)), min(1.0, max(high, share))
