"""ADKAR: the first element that holds somebody back, and the profile of a group.

The method is Hiatt's (2006); ADKAR is a registered trademark of Prosci. A barrier is the first
element, in their order, that scores `barrier_max` or below (3; some take 2, that is “below 3”).
Means are exact fractions. A mean alone points to the wrong element where people are held back by
different ones: so a profile always tells both.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from changedesk.people.shares import Share

ELEMENTS = ("A", "D", "K", "A2", "R")
"""Awareness, desire, knowledge, ability, reinforcement."""
BARRIER_MAX = 3
NONE = ""
"""Every element is scored and none is a barrier."""
UNKNOWN = "?"
"""An element was left blank before any barrier: which one it is cannot be told."""

Scores = Sequence[int | None]
"""One score from 1 to 5 for each element, in their order; None where it was left blank."""


@dataclass(frozen=True)
class ElementFigures:
    """One element over a group: its mean (None without a score) and who is held back by it.

    `low` counts scores at or below the limit, of those that were given.
    """

    element: str
    mean: Fraction | None
    low: Share


@dataclass(frozen=True)
class Profile:
    """A group: each element, the barrier by the means, and how many have which barrier.

    `barriers` holds every element, NONE and UNKNOWN; `modal` are the elements that most people
    are held back by (several when they tie, none when nobody is).
    """

    n: int
    elements: tuple[ElementFigures, ...]
    by_mean: str
    barriers: Mapping[str, int]
    modal: tuple[str, ...]

    @property
    def misleading(self) -> bool:
        """Tell whether the means point to an element that most people are not held back by."""
        return bool(self.modal) and self.by_mean not in self.modal


def barrier(scores: Sequence[int | Fraction | None], barrier_max: int = BARRIER_MAX) -> str:
    """Return the first element that scores so little; NONE or UNKNOWN where there is none."""
    for element, score in zip(ELEMENTS, scores, strict=True):
        if score is None:
            return UNKNOWN
        if score <= barrier_max:
            return element
    return NONE


def profile(people: Iterable[Scores], barrier_max: int = BARRIER_MAX) -> Profile:
    """Return what the scores of several people say together."""
    rows = [tuple(scores) for scores in people]
    elements = tuple(
        _figures(element, [row[place] for row in rows], barrier_max)
        for place, element in enumerate(ELEMENTS)
    )
    counted = Counter(barrier(row, barrier_max) for row in rows)
    barriers = {code: counted[code] for code in (*ELEMENTS, NONE, UNKNOWN)}
    most = max(barriers[element] for element in ELEMENTS)
    modal = tuple(element for element in ELEMENTS if most and barriers[element] == most)
    by_mean = barrier([one.mean for one in elements], barrier_max) if rows else UNKNOWN
    return Profile(len(rows), elements, by_mean, barriers, modal)


def _figures(element: str, scores: Sequence[int | None], barrier_max: int) -> ElementFigures:
    given = [score for score in scores if score is not None]
    mean = Fraction(sum(given), len(given)) if given else None
    low = sum(1 for score in given if score <= barrier_max)
    return ElementFigures(element, mean, Share(low, len(given)))
