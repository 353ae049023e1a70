"""What came of a training: normalised gain, share at a level, days until people could do it.

That somebody attended or passed says nothing yet of adoption.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction
from statistics import median

from changedesk.people.shares import Share


def mean_gain(pairs: Iterable[tuple[int, int, int]]) -> Fraction | None:
    """Return the normalised gain (Hake 1998) of the means of (before, after, maximum).

    None without pairs, or where everybody had all points before.
    """
    points = [(Fraction(before, top), Fraction(after, top)) for before, after, top in pairs if top]
    room = sum((1 - before for before, _ in points), Fraction())
    gained = sum((after - before for before, after in points), Fraction())
    return gained / room if room > 0 else None


def at_level(required: int, levels: Iterable[int | None]) -> Share:
    """Return who reached the required level of those whose level is known."""
    known = [level for level in levels if level is not None]
    return Share(sum(1 for level in known if level >= required), len(known))


def days_to_proficiency(
    since: date, required: int, readings: Mapping[int, Iterable[tuple[date, int]]]
) -> dict[int, int]:
    """Return, by person who got there, the days from `since` to the first reading at the level.

    Somebody who was there before counts 0 days.
    """
    found = {}
    for person, seen in readings.items():
        days = [(day - since).days for day, level in seen if level >= required]
        if days:
            found[person] = max(0, min(days))
    return found


def median_days(days: Iterable[int]) -> float | None:
    """Return the median, or None without anybody."""
    every = list(days)
    return float(median(every)) if every else None
