"""System usability scale (Brooke 1996): ten answers from 1 to 5 make one score from 0 to 100.

Grades are the curved ones of Sauro & Lewis (2016); the percentile is among published studies.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from changedesk.survey.statistics.describing import describe
from changedesk.survey.statistics.distributions import normal_above
from changedesk.survey.statistics.estimates import Estimate
from changedesk.survey.statistics.means import mean_estimate

ITEMS = 10
MIDDLE = 3
GRADES = (("A", 78.9), ("B", 72.6), ("C", 62.7), ("D", 51.7))
"""The least score of each grade; below the last it is F."""


@dataclass(frozen=True)
class SusScore:
    """One person's score, a multiple of 2.5, and how many blanks were taken as the middle."""

    value: float
    imputed: int = 0


@dataclass(frozen=True)
class SusSummary:
    """The scores of many: grade and percentile are those of the mean.

    `left_out` counts who answered some of the ten and not all; `imputed` whose blanks were filled.
    """

    n: int
    mean: float
    sd: float | None
    median: float
    estimate: Estimate | None
    grade: str
    percentile: float
    left_out: int
    imputed: int


def score(answers: Sequence[int | None], *, impute: bool = False) -> SusScore | None:
    """Return the score of ten answers from 1 to 5, in the order of the scale.

    With a blank there is none, unless `impute` takes blanks as 3; all blank is never a score.
    Raises ValueError for another number of items or an answer off the scale.
    """
    if len(answers) != ITEMS:
        raise ValueError(f"ten answers make a score, not {len(answers)}")
    if any(answer is not None and answer not in range(1, 6) for answer in answers):
        raise ValueError("an answer is from 1 to 5")
    blanks = sum(answer is None for answer in answers)
    if blanks == ITEMS or (blanks and not impute):
        return None
    filled = [MIDDLE if answer is None else answer for answer in answers]
    # Odd items praise the system, even items find fault with it.
    total = sum(answer - 1 for answer in filled[::2]) + sum(5 - answer for answer in filled[1::2])
    return SusScore(2.5 * total, blanks)


def summary(rows: Iterable[Sequence[int | None]], *, impute: bool = False) -> SusSummary | None:
    """Return what many people's answers say together; None where nobody has a score."""
    counted = Counter(
        score(row, impute=impute) for row in rows if any(answer is not None for answer in row)
    )
    left_out = counted.pop(None, 0)
    scores = [one for one in counted.elements() if one is not None]
    if not scores:
        return None
    values = [one.value for one in scores]
    told = describe(values)
    mean, median = told.mean or 0.0, told.median or 0.0
    return SusSummary(
        len(values),
        mean,
        told.sd,
        median,
        mean_estimate(values),
        grade(mean),
        percentile(mean),
        left_out,
        sum(one.imputed > 0 for one in scores),
    )


def grade(value: float) -> str:
    """Return the curved grade of a score or of a mean of scores."""
    return next((name for name, least in GRADES if value >= least), "F")


def percentile(value: float) -> float:
    """Return about how many of 100 systems score lower (mean 68, standard deviation 12.5)."""
    return 100 * normal_above((68 - value) / 12.5)
