"""What the answers to a questionnaire say: sums, means, bands. A blank is never filled in silently.

The figures are those of METHODS 1.1: a corner is the sum of its ten factors; from 35 on a change
is large, and an organisation hard to change; readiness is read from the means of two scales.
"""

from collections.abc import Sequence
from fractions import Fraction

INCOMPLETE = "incomplete"
AT_RISK, ALERT, STRONG = "at_risk", "alert", "strong"
SMALL, LARGE = "small", "large"
EASY, HARD = "easy", "hard"
LOW, MEDIUM, HIGH = "low", "medium", "high"
RED, YELLOW, GREEN = "red", "yellow", "green"
ALERT_FROM, STRONG_FROM = 20, 25
CUT = 35
FEW = 10
"""With fewer people than that an alpha says little."""

Answers = Sequence[int | None]


def total(answers: Answers) -> int | None:
    """Return the sum of answers, None while one of them is blank."""
    given = [answer for answer in answers if answer is not None]
    return sum(given) if len(given) == len(answers) else None


def mean(answers: Answers) -> Fraction | None:
    """Return the exact mean of answers, None while one of them is blank."""
    added = total(answers)
    return Fraction(added, len(answers)) if added is not None and answers else None


def corner_band(answers: Answers) -> str:
    """Return where a corner of ten factors stands: at risk below 20, alert below 25, strong."""
    added = total(answers)
    if added is None:
        return INCOMPLETE
    if added < ALERT_FROM:
        return AT_RISK
    return ALERT if added < STRONG_FROM else STRONG


def change_size(answers: Answers) -> str:
    """Return how large a change is by its twelve characteristics: large from 35 on."""
    added = total(answers)
    return INCOMPLETE if added is None else LARGE if added >= CUT else SMALL


def organisation_band(answers: Answers) -> str:
    """Return how hard an organisation is to change by its twelve attributes: hard from 35 on."""
    added = total(answers)
    return INCOMPLETE if added is None else HARD if added >= CUT else EASY


def risk(change: int | None, organisation: int | None) -> str:
    """Return the risk from the two sums: low, medium with one from 35 on, high with both."""
    if change is None or organisation is None:
        return INCOMPLETE
    return (LOW, MEDIUM, HIGH)[(change >= CUT) + (organisation >= CUT)]


def sponsor_colour(parts: Sequence[Answers]) -> str:
    """Return how strong a sponsor is: red where one part means 2 or less, green from 4 on in all.

    The parts are support, competence and the three tasks, each with its answers of 1 to 5.
    """
    means = [mean(part) for part in parts]
    known = [one for one in means if one is not None]
    if not parts or len(known) < len(means):
        return INCOMPLETE
    if min(known) <= 2:
        return RED
    return GREEN if min(known) >= 4 else YELLOW


def alpha(people: Sequence[Answers]) -> Fraction | None:
    """Return Cronbach's alpha of a scale; who left one blank is left out (listwise).

    None with fewer than two items or two people, and where all have the same sum.
    """
    rows = [[a for a in one if a is not None] for one in people if None not in one]
    if len(rows) < 2 or len(rows[0]) < 2:
        return None
    items = len(rows[0])
    whole = _variance([sum(row) for row in rows])
    if not whole:
        return None
    single = sum((_variance([row[place] for row in rows]) for place in range(items)), Fraction(0))
    return Fraction(items, items - 1) * (1 - single / whole)


def _variance(values: Sequence[int]) -> Fraction:
    middle = Fraction(sum(values), len(values))
    return sum(((value - middle) ** 2 for value in values), Fraction(0)) / (len(values) - 1)
