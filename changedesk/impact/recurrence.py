"""When a message goes out: a recurrence, plain dates, or an event that gives no date."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

DAY, WEEK, MONTH = "day", "week", "month"
LAST = -1
QUARTER, YEAR = 3, 12
LONGEST_FOR_ALL = 28


@dataclass(frozen=True)
class Recurring:
    """Every `step` days, weeks or months.

    `weekdays` (0 is Monday) are the days of the week it falls on. Of a month it falls on the
    `nth` of these (-1: the last one), or on its `days` (-1: the last one); `of_quarter` is the
    month of the quarter, 1 to 3. What is not said is taken from the day it begins on.
    """

    unit: str
    step: int = 1
    weekdays: tuple[int, ...] = ()
    nth: tuple[int, ...] = ()
    of_quarter: int | None = None
    days: tuple[int, ...] = ()


@dataclass(frozen=True)
class OnDates:
    """Plain dates, the earliest first."""

    days: tuple[date, ...]


@dataclass(frozen=True)
class AtEvent:
    """Something that happens on a day that nobody can know from these words."""

    said: str


@dataclass(frozen=True)
class Unclear:
    """Words of something that goes out again and again, which name no days; what to write."""

    said: str
    instead: str


Occasion = Recurring | OnDates | AtEvent | Unclear


def dates(meaning: Occasion | None, begins: date, first: date, last: date) -> list[date]:
    """Return the days from `first` to `last`, both included, on which it falls.

    A recurrence begins on `begins`; nothing falls before it. An event falls on no day.
    """
    if isinstance(meaning, OnDates):
        return [day for day in meaning.days if first <= day <= last]
    if not isinstance(meaning, Recurring):
        return []
    since = max(first, begins)
    if since > last:
        return []
    if meaning.unit == MONTH:
        return list(_monthly(meaning, begins, since, last))
    return [day for day in _through(since, last) if _falls(meaning, begins, day)]


def rrule(meaning: Occasion | None, begins: date, until: date | None = None) -> str:
    """Return the rule of RFC 5545 for a recurrence, "" where there is none."""
    if not isinstance(meaning, Recurring):
        return ""
    names = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
    parts = [f"FREQ={ {DAY: 'DAILY', WEEK: 'WEEKLY', MONTH: 'MONTHLY'}[meaning.unit] }"]
    if meaning.step != 1:
        parts.append(f"INTERVAL={meaning.step}")
    if meaning.unit == WEEK:
        days = meaning.weekdays or (begins.weekday(),)
        parts += [f"BYDAY={','.join(names[day] for day in days)}", "WKST=MO"]
    elif meaning.unit == MONTH:
        parts += _monthly_rule(meaning, begins, names)
    if until is not None:
        parts.append(f"UNTIL={until:%Y%m%d}")
    return ";".join(parts)


def _monthly_rule(meaning: Recurring, begins: date, names: tuple[str, ...]) -> Iterator[str]:
    if meaning.nth and len(meaning.weekdays) == 1:
        yield f"BYDAY={','.join(f'{nth}{names[meaning.weekdays[0]]}' for nth in meaning.nth)}"
        return
    if meaning.nth:
        yield f"BYDAY={','.join(names[day] for day in meaning.weekdays)}"
        yield f"BYSETPOS={','.join(map(str, meaning.nth))}"
        return
    days = meaning.days or (begins.day,)
    short = [day for day in days if day <= LONGEST_FOR_ALL]
    long = max(days)
    if long <= LONGEST_FOR_ALL:
        yield f"BYMONTHDAY={','.join(map(str, days))}"
    else:
        # Where a month is shorter, the last day of it: the 31st is the 30th of April.
        every = sorted({*short, *range(LONGEST_FOR_ALL, long + 1)})
        yield f"BYMONTHDAY={','.join(map(str, every))}"
        yield f"BYSETPOS={','.join(map(str, [*range(1, len(short) + 1), LAST]))}"


def _through(first: date, last: date) -> Iterator[date]:
    for place in range((last - first).days + 1):
        yield first + timedelta(days=place)


def _falls(meaning: Recurring, begins: date, day: date) -> bool:
    if meaning.unit == DAY:
        return (day - begins).days % meaning.step == 0
    weeks = (_monday(day) - _monday(begins)).days // 7
    return weeks % meaning.step == 0 and day.weekday() in (meaning.weekdays or (begins.weekday(),))


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _monthly(meaning: Recurring, begins: date, since: date, last: date) -> Iterator[date]:
    count, now, end = (day.year * 12 + day.month - 1 for day in (begins, since, last))
    if meaning.of_quarter is not None:
        count += (meaning.of_quarter - 1 - count) % QUARTER
    count += max(0, (now - count) // meaning.step) * meaning.step
    for place in range(count, end + 1, meaning.step):
        for day in _in_month(meaning, begins, place // 12, place % 12 + 1):
            if since <= day <= last:
                yield day


def _in_month(meaning: Recurring, begins: date, year: int, month: int) -> list[date]:
    first = date(year, month, 1)
    every = [first + timedelta(days=place) for place in range(monthrange(year, month)[1])]
    if meaning.nth:
        every = [day for day in every if day.weekday() in meaning.weekdays]
        places = [nth for nth in meaning.nth if nth <= len(every)]
    else:
        places = [min(day, len(every)) for day in meaning.days or (begins.day,)]
    return sorted({every[place - 1 if place > 0 else place] for place in places})
