"""The pace of a cycle as pure arithmetic: burn-up, predicted end, ageing of defects, retests."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from math import ceil
from statistics import median

from changedesk.people.shares import Share

PACE_DAYS = 5
DAY_MS = 24 * 60 * 60 * 1000
_SATURDAY = 5
AGE_BANDS = ((0, 7), (8, 14), (15, 30), (31, None))


@dataclass(frozen=True)
class BurnUp:
    """How many runs were planned, executed and passed by the end of a day."""

    day: date
    planned: int
    executed: int
    passed: int


@dataclass(frozen=True)
class Ageing:
    """How long open defects have been open, in days; bands are (from, to or None, how many)."""

    open: int
    median_days: float | None
    oldest_days: int | None
    bands: tuple[tuple[int, int | None, int], ...]


@dataclass(frozen=True)
class Attempt:
    """What retest figures need of a run: which attempt it was, and how it ended."""

    attempt: int
    final: bool
    passed: bool


def per_day(days: Iterable[date]) -> dict[date, int]:
    """Return how many fell on each day, every day between the first and the last among them."""
    counted = Counter(days)
    if not counted:
        return {}
    return {day: counted[day] for day in _days(min(counted), max(counted))}


def burn_up(
    planned: Iterable[date], executed: Iterable[date], passed: Iterable[date]
) -> list[BurnUp]:
    """Return the series of a burn-up, a point for each day from the first to the last of them.

    Each run is given by the day on which it was planned, executed and passed.
    """
    counts = [Counter(days) for days in (planned, executed, passed)]
    every = {day for counted in counts for day in counted}
    if not every:
        return []
    totals, series = [0, 0, 0], []
    for day in _days(min(every), max(every)):
        totals = [total + counted[day] for total, counted in zip(totals, counts, strict=True)]
        series.append(BurnUp(day, *totals))
    return series


def pace(executed: Iterable[date]) -> float | None:
    """Return runs executed per working day, over the last five up to the last execution.

    A Saturday or Sunday counts as a working day when something was executed on it. None while
    nothing was executed.
    """
    counted = Counter(executed)
    if not counted:
        return None
    worked = [day for day in _days(min(counted), max(counted)) if _works(day) or counted[day]]
    recent = worked[-PACE_DAYS:]
    return sum(counted[day] for day in recent) / len(recent)


def predicted_end(executed: Sequence[date], planned: int, today: date) -> date | None:
    """Return the day on which the last planned run will be executed if the pace holds.

    It counts Monday to Friday from the day after `today`. When all are executed it is the day of
    the last one; None while nothing was executed, or where nothing is planned.
    """
    rate = pace(executed)
    if rate is None or not planned:
        return None
    left = planned - len(executed)
    if left <= 0:
        return max(executed)
    days, day = ceil(left / rate), max(today, *executed)
    weeks, days = divmod(days, 5)
    day += timedelta(weeks=weeks)
    while days:
        day += timedelta(days=1)
        days -= 1 if _works(day) else 0
    while not _works(day):  # whole weeks from a weekend end on its Friday
        day -= timedelta(days=1)
    return day


def ageing(found: Iterable[date], today: date) -> Ageing:
    """Return how long defects that are open have been so, given the days they were found on."""
    ages = sorted(max(0, (today - day).days) for day in found)
    bands = tuple(
        (low, high, sum(1 for age in ages if age >= low and (high is None or age <= high)))
        for low, high in AGE_BANDS
    )
    return Ageing(
        len(ages), float(median(ages)) if ages else None, ages[-1] if ages else None, bands
    )


def retest_rate(attempts: Iterable[Attempt]) -> Share:
    """Return the executed runs that were retests (not a first attempt) of all executed runs."""
    final = [run for run in attempts if run.final]
    return Share(sum(1 for run in final if run.attempt > 1), len(final))


def retest_efficiency(attempts: Iterable[Attempt]) -> Share:
    """Return the retests that passed of the retests executed."""
    again = [run for run in attempts if run.final and run.attempt > 1]
    return Share(sum(1 for run in again if run.passed), len(again))


def time_in_status(changes: Sequence[tuple[int, str]], now_ms: int) -> dict[str, int]:
    """Return how long (ms) something was in each status, from when it got which, oldest first."""
    spent: Counter[str] = Counter()
    for (since, status), (until, _) in pairwise([*changes, (now_ms, "")]):
        spent[status] += max(0, until - since)
    return dict(spent)


def _works(day: date) -> bool:
    return day.weekday() < _SATURDAY


def _days(first: date, last: date) -> list[date]:
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]
