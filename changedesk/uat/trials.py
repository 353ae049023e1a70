"""Trial steps: a step that is tried n times and accepted when the share passed reaches a threshold.

Chatbots and routing do not answer alike each time; the interval says how sure the share is.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from changedesk.people.shares import wilson


class TrialRule(NamedTuple):
    """How often a step is tried, and which share of the tries must pass, in percent."""

    n: int
    threshold: int


@dataclass(frozen=True)
class Tally:
    """What the tries of a step say: `share` of the tries that are in, with its 95 % interval.

    The outcome is "pass", "fail", or empty while it is open; share, low and high are None before
    the first try.
    """

    tries: int
    passed: int
    n: int
    threshold: int
    share: float | None
    low: float | None
    high: float | None
    outcome: str

    @property
    def next_try(self) -> int | None:
        """Return the number of the next try, or None when all are in."""
        return self.tries + 1 if self.tries < self.n else None


def rule_of(trials: int | None, threshold: int | None) -> TrialRule | None:
    """Return the rule of a trial step, or None for a step that is done once.

    Without a threshold every try must pass.
    """
    if trials is None or trials < 2:
        return None
    return TrialRule(trials, 100 if threshold is None else max(0, min(100, threshold)))


def tally(outcomes: Iterable[str], n: int, threshold: int) -> Tally:
    """Add up the tries of a step; an outcome other than "pass" and "fail" is no try.

    It passes when passed/n reaches the threshold (in percent) once n tries are in; it fails as soon
    as the threshold cannot be reached any more.
    """
    counted = [outcome for outcome in outcomes if outcome in ("pass", "fail")]
    tries, passed = len(counted), counted.count("pass")
    base = max(n, tries)
    best = passed + base - tries
    outcome = ""
    if best * 100 < threshold * base:
        outcome = "fail"
    elif tries >= n:
        outcome = "pass"
    if not tries:
        return Tally(0, 0, n, threshold, None, None, None, outcome)
    low, high = wilson(passed, tries)
    return Tally(tries, passed, n, threshold, passed / tries, low, high, outcome)
