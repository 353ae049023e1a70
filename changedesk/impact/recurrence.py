"""When a message goes out, as plans say it: “Every Wednesday”, “3rd Monday of every month”.

What a plan says is a recurrence, plain dates, or an event (“At each phase gate”). An event never
gives a date: nobody knows when it comes. Nor does a phrase that is not understood.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from changedesk.exchange.dates import parse as parse_date
from changedesk.impact import recurrence_words as words

DAY, WEEK, MONTH = "day", "week", "month"
LAST = -1
QUARTER, YEAR = 3, 12


@dataclass(frozen=True)
class Recurring:
    """Every `step` days, weeks or months.

    `weekdays` (0 is Monday) are the days of the week it falls on. Of a month it falls on the
    `nth` such weekday (-1: the last one); `of_quarter` is the month of the quarter, 1 to 3. What
    is not said is taken from the day it begins on.
    """

    unit: str
    step: int = 1
    weekdays: tuple[int, ...] = ()
    nth: int | None = None
    of_quarter: int | None = None


@dataclass(frozen=True)
class OnDates:
    """Plain dates, the earliest first."""

    days: tuple[date, ...]


@dataclass(frozen=True)
class AtEvent:
    """Something that happens on a day that nobody can know from these words."""

    said: str


Occasion = Recurring | OnDates | AtEvent

_SIMPLE = (
    (words.DAILY, Recurring(DAY)),
    (words.WORKDAYS, Recurring(WEEK, weekdays=(0, 1, 2, 3, 4))),
    (words.WEEKLY, Recurring(WEEK)),
    (words.BIWEEKLY, Recurring(WEEK, 2)),
    (words.MONTHLY, Recurring(MONTH)),
    (words.QUARTERLY, Recurring(MONTH, QUARTER)),
    (words.YEARLY, Recurring(MONTH, YEAR)),
)
_DAY = "|".join(sorted(words.WEEKDAYS, key=len, reverse=True))
_ORDINAL = "|".join(re.escape(word) for word in sorted(words.ORDINALS, key=len, reverse=True))
_GAP = rf"(?:(?:{words.OF}|{words.EACH}|{words.THE})\s+)*"
_DAYS_LIST = rf"(?P<days>(?:{_DAY})(?:\s+(?:(?:{words.AND})\s+)?(?:{_DAY}))*)"
_EVERY = re.compile(rf"(?:{_GAP})?{_DAYS_LIST}(?:\s+{_GAP}(?:week|woche|semaine|semana))?")
_EVERY_OTHER = re.compile(
    rf"(?:every|each|jeden|jede)\s+(?:{words.OTHER})\s+{_DAYS_LIST}"
    rf"|{_DAYS_LIST.replace('days', 'more')}\s+(?:every other|every second|every two|every 2)"
    r"\s+weeks?"
)
_LEADING = re.compile(
    rf"(?:{'|'.join(re.escape(word) for word in sorted(words.WEEKLY, key=len, reverse=True))}"
    rf"|(?P<two>{'|'.join(re.escape(w) for w in sorted(words.BIWEEKLY, key=len, reverse=True))}))"
    rf"\s+(?:on\s+|{_GAP}){_DAYS_LIST}"
)
_NTH = re.compile(
    rf"{_GAP}(?:(?P<nth>{_ORDINAL})\s+(?P<day>{_DAY})|(?P<day2>{_DAY})\s+(?P<nth2>{_ORDINAL}))"
    rf"\s+{_GAP}(?:{words.MONTH}|monthly)"
)
_NTH_QUARTER = re.compile(
    rf"{_GAP}(?P<nth>{_ORDINAL})\s+(?P<day>{_DAY})\s+{_GAP}"
    rf"(?P<month>{_ORDINAL})\s+(?:{words.MONTH})\s+{_GAP}(?:{words.QUARTER})"
)


def understand(text: str) -> Occasion | None:
    """Return what a phrase means; None where it says nothing."""
    if not text.strip():
        return None
    if days := _plain_dates(text):
        return OnDates(days)
    phrase = _plain(text)
    for known, meaning in _SIMPLE:
        if phrase in known:
            return meaning
    return _by_pattern(phrase) or AtEvent(" ".join(text.split()))


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
        return [day for day in _monthly(meaning, begins, last) if since <= day]
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
    if meaning.nth is not None:
        yield f"BYDAY={meaning.nth}{names[meaning.weekdays[0]]}"
    elif begins.day <= 28:
        yield f"BYMONTHDAY={begins.day}"
    else:
        # Where a month is shorter, the last day of it: the 31st is the 30th of April.
        days = ",".join(str(day) for day in range(28, begins.day + 1))
        yield f"BYMONTHDAY={days}"
        yield "BYSETPOS=-1"


def _by_pattern(phrase: str) -> Recurring | None:
    if found := _NTH_QUARTER.fullmatch(phrase):
        month = words.ORDINALS[found["month"]]
        nth, day = words.ORDINALS[found["nth"]], words.WEEKDAYS[found["day"]]
        month = QUARTER if month == LAST else month
        return Recurring(MONTH, QUARTER, (day,), nth, month) if month <= QUARTER else None
    if found := _NTH.fullmatch(phrase):
        nth = words.ORDINALS[found["nth"] or found["nth2"]]
        return Recurring(MONTH, 1, (words.WEEKDAYS[found["day"] or found["day2"]],), nth)
    if found := _EVERY_OTHER.fullmatch(phrase):
        return Recurring(WEEK, 2, _weekdays(found["days"] or found["more"]))
    if found := _LEADING.fullmatch(phrase):
        return Recurring(WEEK, 2 if found["two"] else 1, _weekdays(found["days"]))
    if found := _EVERY.fullmatch(phrase):
        return Recurring(WEEK, 1, _weekdays(found["days"]))
    return None


def _weekdays(text: str) -> tuple[int, ...]:
    return tuple(sorted({words.WEEKDAYS[w] for w in text.split() if w in words.WEEKDAYS}))


def _plain(text: str) -> str:
    """Return the phrase in lower case, without accents, dots, commas and hyphens."""
    bare = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(letter for letter in bare if not unicodedata.combining(letter))
    bare = re.sub(r"(\d)\.(?=\s)", r"\1", bare)
    return " ".join(re.sub(r"[.,;/\-'’]", " ", bare).split())


def _plain_dates(text: str) -> tuple[date, ...]:
    """Return the dates if the text holds nothing else; one that may be two days is none."""
    whole = parse_date(text, None)
    if whole is not None:
        return (whole,)
    parts = [part for part in re.split(r"[;,\n]|\s(?:and|und|et|y)\s", text) if part.strip()]
    found = [parse_date(part, "day" if "." in part else None) for part in parts]
    return tuple(sorted({day for day in found if day})) if all(found) else ()


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


def _monthly(meaning: Recurring, begins: date, last: date) -> Iterator[date]:
    count, end = begins.year * 12 + begins.month - 1, last.year * 12 + last.month - 1
    if meaning.of_quarter is not None:
        count += (meaning.of_quarter - 1 - count) % QUARTER
    for place in range(count, end + 1, meaning.step):
        day = _in_month(meaning, begins, place // 12, place % 12 + 1)
        if day is not None and begins <= day <= last:
            yield day


def _in_month(meaning: Recurring, begins: date, year: int, month: int) -> date | None:
    following = date(year + month // 12, month % 12 + 1, 1)
    final = following - timedelta(days=1)
    if meaning.nth is None:
        return final.replace(day=min(begins.day, final.day))
    weekday = meaning.weekdays[0]
    if meaning.nth == LAST:
        return final - timedelta(days=(final.weekday() - weekday) % 7)
    day = 1 + (weekday - final.replace(day=1).weekday()) % 7 + 7 * (meaning.nth - 1)
    return final.replace(day=day) if day <= final.day else None
