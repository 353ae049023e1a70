"""How much changes for a group altogether: the scores of the ten aspects."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from changedesk.impact.words import ASPECTS


@dataclass(frozen=True)
class Degree:
    """What the scores of a group say: `aspects` are impacted, `scored` of ten are rated.

    `degree` is the sum over ten, None until all ten are scored: a blank is no 0. `intensity` is the
    sum over the aspects impacted, None where there is none.
    """

    scored: int
    aspects: int
    total: int

    @property
    def complete(self) -> bool:
        """Tell whether all ten aspects are scored."""
        return self.scored == len(ASPECTS)

    @property
    def degree(self) -> Fraction | None:
        """Return the degree of impact, 0 to 5."""
        return Fraction(self.total, len(ASPECTS)) if self.complete else None

    @property
    def intensity(self) -> Fraction | None:
        """Return how hard the aspects that are impacted are hit, 0 to 5."""
        return Fraction(self.total, self.aspects) if self.aspects else None


def degree_of(scores: Sequence[int | None]) -> Degree:
    """Return the degree of the scores, 0 to 5 or None for each of the ten aspects."""
    if len(scores) != len(ASPECTS):
        raise ValueError(f"there are {len(ASPECTS)} aspects, not {len(scores)}")
    known = [score for score in scores if score is not None]
    return Degree(len(known), sum(1 for score in known if score > 0), sum(known))
