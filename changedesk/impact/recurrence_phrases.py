"""Understands when a message goes out, as plans say it: “Every Wednesday”, “3rd Monday of every
month”, “alle 2 Wochen”.

What a plan says is a recurrence, plain dates, or an event (“At each phase gate”). An event never
gives a date: nobody knows when it comes. Nor do words that may mean several things (“Twice a
month”): for these it is said what to write.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from changedesk.exchange.dates import parse as parse_date
from changedesk.impact import recurrence_words as words
from changedesk.impact.recurrence import (
    DAY,
    LAST,
    LONGEST_FOR_ALL,
    MONTH,
    QUARTER,
    WEEK,
    YEAR,
    AtEvent,
    Occasion,
    OnDates,
    Recurring,
    Unclear,
)

_SIMPLE = {
    word: meaning
    for some, meaning in (
        (words.DAILY, Recurring(DAY)), (words.WEEKLY, Recurring(WEEK)),
        (words.BIWEEKLY, Recurring(WEEK, 2)), (words.MONTHLY, Recurring(MONTH)),
        (words.TWO_MONTHLY, Recurring(MONTH, 2)), (words.QUARTERLY, Recurring(MONTH, QUARTER)),
        (words.HALF_YEARLY, Recurring(MONTH, 6)), (words.YEARLY, Recurring(MONTH, YEAR)),
    )
    for word in some
}  # fmt: skip
_SPANS = {
    "day": (DAY, 1), "week": (WEEK, 1), "fortnight": (WEEK, 2), "month": (MONTH, 1),
    "quarter": (MONTH, QUARTER), "year": (MONTH, YEAR),
}  # fmt: skip
_UNITS = {word: unit for unit, some in words.UNITS.items() for word in some.split()}
_COMPOUND = {word: unit for unit, some in words.COMPOUND.items() for word in some.split()}
_TIMES = {1: words.ONCE, **words.TIMES}
_WORKDAYS = (0, 1, 2, 3, 4)
_LONGEST = 14
"""Of more words than these no plan makes a recurrence."""


def _any(some: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(some, key=len, reverse=True))


_EVERY = rf"(?:{words.EVERY})"
_FILLING = rf"(?:(?:{words.EVERY}|{words.FILLING}) )*"
_STEP = rf"(?P<step>{_any(words.STEPS)}|\d{{1,2}})"
_UNIT = rf"(?P<unit>{_any(_UNITS)})"
_DAY_NAME = rf"(?:{_any(words.WEEKDAYS)}|workday)"
_DAYS = rf"(?P<days>{_DAY_NAME}(?: (?:(?:{words.AND}) )?{_FILLING}{_DAY_NAME})*)"
_PLACE = rf"(?:{_any(words.ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th|er|e|eme|o|a)?)"
_PLACES = rf"(?P<nth>{_PLACE}(?: (?:(?:{words.AND}) )?{_FILLING}{_PLACE})*)"
_TIMES_WORD = rf"(?:{'|'.join(_TIMES.values())})"

_EVERY_STEP = re.compile(rf"(?:once )?{_EVERY} (?:{_STEP} )?{_UNIT}")
_OF_UNIT = re.compile(rf"{_FILLING}{_UNIT}")
_COUNTED = re.compile(
    rf"(?P<times>{_TIMES_WORD}) (?:(?:{words.PER}|{words.EVERY}) )*"
    rf"(?P<unit>{_any(_UNITS)}|{_any(_SIMPLE)})"
)
_JOINED = re.compile(rf"{_STEP} ?(?P<unit>{_any(_COMPOUND)})")
_ONE_IN = re.compile(rf"un[ae]? {_UNIT} (?:sur|de cada) {_STEP}")
_QUARTER_MONTH = re.compile(
    rf"{_FILLING}(?P<month>{_any(words.ORDINALS)}) (?:{_any(words.UNITS['month'].split())}) "
    rf"{_FILLING}(?:{_any(words.UNITS['quarter'].split())})"
)
_WEEKDAYS = re.compile(rf"{_FILLING}{_DAYS}")
_NTH = re.compile(rf"{_FILLING}{_PLACES} (?P<day>{_DAY_NAME})")
_NTH_AFTER = re.compile(rf"{_FILLING}(?P<day>{_DAY_NAME}) {_PLACES}")
_MONTH_DAYS = re.compile(
    rf"{_FILLING}(?:(?:day|tag|jour|dia) {_PLACES}"
    rf"|{_PLACES.replace('<nth>', '<more>')}(?: (?:day|tage?s?|jour|dia|день|числа?))?"
    rf"|(?P<end>{words.END}))"
)
_OTHER_DAY = re.compile(
    rf"{_FILLING}{_EVERY} {_STEP} {_DAYS}"
    rf"|une? (?P<more>{_DAY_NAME}) (?:sur|de cada) {_STEP.replace('<step>', '<rest>')}"
)
_TIME = re.compile(
    r"\b(?:(?:at|um|a las|a|в) ?)?(?:\d{1,2}[:.h]\d{2}(?!\.?\d)(?: ?(?:am|pm|uhr|h)\b)?"
    r"|\d{1,2} ?(?:am|pm|uhr|утра|вечера|часов)\b)"
)
_RANGE = re.compile(
    rf"\b(?:(?:from|von|с) )?({_any(words.WEEKDAYS)})\.? ?"
    rf"(?:-|–|—|\b(?:to|bis|through|au|a|по)\b) ?({_any(words.WEEKDAYS)})\b"
)


@dataclass(frozen=True)
class _Lead:
    """How often: a recurrence without its days; `of` says that a quarter of the calendar is meant,
    `times` how many days there are in it, `alone` that it can stand without days.
    """

    every: Recurring
    of: bool = False
    times: int = 0
    alone: bool = True


@dataclass(frozen=True)
class _Which:
    """Which days: of the week, the nth of these in a month, or days of a month."""

    weekdays: tuple[int, ...] = ()
    nth: tuple[int, ...] = ()
    days: tuple[int, ...] = ()

    @property
    def count(self) -> int:
        return len(self.nth or self.days or self.weekdays)


@lru_cache(maxsize=1024)
def understand(text: str) -> Occasion | None:
    """Return what a phrase means; None where it says nothing."""
    if not text.strip():
        return None
    if days := _plain_dates(text):
        return OnDates(days)
    said = " ".join(text.split())
    phrase = _plain(text)
    if recurring := _recurring(phrase):
        return recurring
    instead = _instead(phrase)
    return Unclear(said, instead) if instead else AtEvent(said)


def _recurring(phrase: str) -> Recurring | None:
    if len(phrase.split()) > _LONGEST:
        return None
    lead = _lead(phrase)
    if lead is not None and lead.alone:
        return lead.every if lead.times <= 1 else None
    if found := _OTHER_DAY.fullmatch(phrase):
        days = _weekdays(found["days"] or found["more"])
        other = words.STEPS.get(found["step"] or found["rest"]) == words.STEPS["other"]
        return Recurring(WEEK, 2, days) if other else None
    which = _which(phrase)
    if which is not None:
        weekly = which.weekdays and not which.nth
        return Recurring(WEEK, 1, which.weekdays) if weekly else None
    return next((both for pair in _splits(phrase) if (both := _together(*pair))), None)


def _splits(phrase: str) -> Iterator[tuple[_Lead | None, _Which | None]]:
    """Yield each way to read a phrase as how often and which days, in either order."""
    parts = phrase.split()
    for place in range(1, len(parts)):
        head, tail = " ".join(parts[:place]), " ".join(parts[place:])
        yield _lead(head), _which(tail)
        yield _lead(tail), _which(head)


def _together(lead: _Lead | None, which: _Which | None) -> Recurring | None:
    if lead is None or which is None or (lead.times and which.count != lead.times):
        return None
    every = lead.every
    if every.unit != MONTH:
        fits = which.weekdays and not which.nth and (every.unit == WEEK or every.step == 1)
        return Recurring(WEEK, every.step, which.weekdays) if fits else None
    if not (which.nth or which.days) or every.step >= YEAR:
        return None
    if lead.of and every.of_quarter is None:
        # Of a whole quarter only the first of something, or the last, is in a month of its own.
        places = which.nth or which.days
        if places not in ((1,), (LAST,)):
            return None
        every = replace(every, of_quarter=1 if places == (1,) else QUARTER)
    return replace(every, weekdays=which.weekdays, nth=which.nth, days=which.days)


def _lead(phrase: str) -> _Lead | None:
    if phrase in _SIMPLE:
        return _Lead(_SIMPLE[phrase])
    if found := _EVERY_STEP.fullmatch(phrase):
        return _every(found["unit"], found["step"])
    if found := _COUNTED.fullmatch(phrase):
        times = next(n for n, some in _TIMES.items() if re.fullmatch(some, found["times"]))
        unit = found["unit"]
        lead = _Lead(_SIMPLE[unit]) if unit in _SIMPLE else _every(unit, None)
        return replace(lead, times=times) if lead is not None else None
    if found := _JOINED.fullmatch(phrase):
        unit, step = _SPANS[_COMPOUND[found["unit"]]]
        return _Lead(Recurring(unit, step * _number(found["step"])))
    if found := _ONE_IN.fullmatch(phrase):
        return _every(found["unit"], found["step"])
    if found := _QUARTER_MONTH.fullmatch(phrase):
        month = words.ORDINALS[found["month"]]
        month = QUARTER if month == LAST else month
        every = Recurring(MONTH, QUARTER, of_quarter=month)
        return _Lead(every, of=True, alone=False) if month <= QUARTER else None
    if found := _OF_UNIT.fullmatch(phrase):
        lead = _every(found["unit"], None)
        months = lead is not None and lead.every.unit == MONTH
        return replace(lead, alone=False) if lead is not None and months else None
    return None


def _every(word: str, step: str | None) -> _Lead | None:
    unit, length = _SPANS[_UNITS[word]]
    count = 1 if step is None else _number(step)
    if not count:
        return None
    return _Lead(Recurring(unit, length * count), of=_UNITS[word] == "quarter" and count == 1)


def _number(word: str) -> int:
    return words.STEPS.get(word) or int(word)


def _which(phrase: str) -> _Which | None:
    if found := _WEEKDAYS.fullmatch(phrase):
        return _Which(_weekdays(found["days"]))
    if found := _NTH.fullmatch(phrase) or _NTH_AFTER.fullmatch(phrase):
        weekdays, nth = _weekdays(found["day"]), _places(found["nth"])
        most = 5 if len(weekdays) == 1 else 20
        fits = all(1 <= one <= most or one == LAST for one in nth)
        return _Which(weekdays, nth) if fits else None
    if found := _MONTH_DAYS.fullmatch(phrase):
        days = (LAST,) if found["end"] else _places(found["nth"] or found["more"])
        # Of two days that shorter months do not have nobody can say where they fall.
        long = [day for day in days if day > LONGEST_FOR_ALL]
        clear = len(long) < 2 and not (long and LAST in days)
        return _Which(days=days) if clear and all(0 < d <= 31 or d == LAST for d in days) else None
    return None


def _places(text: str) -> tuple[int, ...]:
    found = [
        words.ORDINALS.get(word) or int(re.sub(r"\D", "", word) or 0)
        for word in text.split()
        if word in words.ORDINALS or word[0].isdigit()
    ]
    # The last one stands behind the others: so the calendar standard counts them.
    return tuple(sorted(set(found), key=lambda one: (one == LAST, one)))


def _weekdays(text: str) -> tuple[int, ...]:
    found = {words.WEEKDAYS[word] for word in text.split() if word in words.WEEKDAYS}
    return tuple(sorted(found | set(_WORKDAYS if "workday" in text.split() else ())))


def _plain(text: str) -> str:
    """Return the phrase in lower case, without accents, dots, commas, hyphens and times of day."""
    bare = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(letter for letter in bare if not unicodedata.combining(letter))
    bare = _RANGE.sub(_whole_range, _TIME.sub(" ", bare))
    bare = " ".join(re.sub(r"[.,;:/()\-–—'’]", " ", bare).split())
    bare = re.sub(r"\bmonth ?end\b|\bmonatsende\b", "end of month", bare)
    bare = re.sub(r"\bquarter ?end\b|\bquartalsende\b", "end of quarter", bare)
    bare = re.sub(r"\b(?:every )?alternat(?:e|ing)\b", "every other", bare)
    return re.sub(rf"\b(?:{words.WORKDAY})\b", "workday", bare)


def _whole_range(found: re.Match[str]) -> str:
    first, last = (words.WEEKDAYS[found[place]] for place in (1, 2))
    return " ".join(words.DAY_WORDS[first : last + 1]).casefold() or found[0]


def _plain_dates(text: str) -> tuple[date, ...]:
    """Return the dates if the text holds nothing else; one that may be two days is none."""
    whole = parse_date(text, None)
    if whole is not None:
        return (whole,)
    parts = [part for part in re.split(r"[;,\n]|\s(?:and|und|et|y)\s", text) if part.strip()]
    found = [parse_date(part, "day" if "." in part else None) for part in parts]
    return tuple(sorted({day for day in found if day})) if all(found) else ()


# -- what to write instead -------------------------------------------------------------------

_OFTEN = re.compile(
    rf"\b(?:{words.EVERY}|{words.ONCE}|{'|'.join(words.TIMES.values())}|per|pro|par|{words.PART})\b"
)
_OF_TIME = re.compile(rf"\b(?:{_any(_UNITS)}|{_any(words.WEEKDAYS)})\b")
_NAMED = re.compile(rf"\b(?:{_any(_SIMPLE)}|{_any(words.TWO_WAYS)})\b|\b{_PLACE} {_DAY_NAME}\b")
_EVERY_NTH = re.compile(
    rf".*\b{_EVERY} (?P<nth>{_any(words.ORDINALS)}) (?P<day>{_any(words.WEEKDAYS)})"
)
_HEAD = re.compile(rf"(?P<head>.+?) (?:{words.BOUNDED}|{words.EVENT})\b.*")
_EXAMPLES = (
    ("month", "“1st and 15th of every month” or “1st Monday of every month”"),
    ("week", "“Every Friday”, “Every Tuesday and Thursday” or “Every 2 weeks”"),
    ("quarter", "“1st Monday of every quarter” or “Last day of every quarter”"),
    ("year", "“Every 6 months”, or the days themselves"),
    ("", "“Every Monday”, “Every 2 weeks” or “1st Monday of every month”"),
)


def _instead(phrase: str) -> str:
    """Return what to write for words that name no days, "" where they speak of an event."""
    bounded = _HEAD.fullmatch(phrase)
    if bounded and _recurring(bounded["head"]):
        return "only how often, and its first and last day as “Planned” and “Repeats until”"
    if re.search(rf"\b(?:{words.EVENT})\b", phrase):
        return ""
    which = _which(phrase) if len(phrase.split()) <= _LONGEST else None
    if which is not None and len(which.days) > 1:
        return _EXAMPLES[0][1]
    if not (_NAMED.search(phrase) or (_OFTEN.search(phrase) and _OF_TIME.search(phrase))):
        return ""
    found = _EVERY_NTH.fullmatch(phrase)
    if found and (step := words.ORDINALS[found["nth"]]) > 1:
        day = words.DAY_WORDS[words.WEEKDAYS[found["day"]]]
        nth = {2: "2nd", 3: "3rd"}.get(step, f"{step}th")
        return f"“Every {step} weeks on {day}” or “{nth} {day} of every month”"
    if found := re.search(rf"\b(?:{_any(words.TWO_WAYS)})\b", phrase):
        rare = "“Every 6 months” or “Every 2 years”"
        return rare if "ann" in found[0] else "“Every 2 months” or “1st and 15th of every month”"
    units = {_UNITS[word] for word in phrase.split() if word in _UNITS}
    units |= {_SIMPLE[word].unit for word in phrase.split() if word in _SIMPLE}
    return next(example for unit, example in _EXAMPLES if unit in units or not unit)
