"""Days as plans give them: a date, or the month, quarter or week that something begins or ends in.

What names no single day is a stretch; it begins on its first day and ends on its last.
"""

import re
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from changedesk.exchange import dates

_MONTHS = (
    "jan(uary|uar|v|vier|eiro)?|jän(ner)?|ene(ro)?|gen(naio)?|янв(ар[ья])?",
    "feb(ruary|ruar|rero|braio)?|fév(r|rier)?|fev(ereiro)?|фев(р|рал[ья])?",
    "mar(ch|s|zo|ço)?|märz?|мар(та?)?", "apr(il|ile)?|avr(il)?|abr(il)?|апр(ел[ья])?",
    "may|mai|mayo|maio|mag(gio)?|mei|ма[йя]", "june?|juni|juin|junio|junho|giu(gno)?|июн[ья]?",
    "july?|juli|juil(let)?|julio|julho|lug(lio)?|июл[ья]?",
    "aug(ust)?|août|ago(sto)?|авг(уста?)?",
    "sept?(ember|embre|tiembre|iembre)?|set(embro|tembre)?|сен(т|тябр[ья])?",
    "o[ck]t(ober|obre|ubre)?|out(ubro)?|ott(obre)?|окт(ябр[ья])?",
    "nov(ember|embre|iembre|embro)?|ноя(б|бр[ья])?",
    "de[cz](ember|embro)?|déc(embre)?|dic(iembre|embre)?|дек(абр[ья])?",
)  # fmt: skip
_NAMED = re.compile(
    r"(?:(\d{1,2})(?:st|nd|rd|th|er|º|°)?[\s./-]*(?:of |de )?)?([^\W\d_]{3,10})\.?,?"
    r"(?:[\s/-]*(?:de )?(20\d{2})|[-/'’](\d{2}))(?: ?г\.?)?"
)
_MONTH = re.compile(r"(\d{4})[-/.](\d{1,2})|(\d{1,2})[-/.](\d{4})")
_QUARTER = re.compile(
    r"(?:q|t|kv)\s?([1-4])[\s/'-]*(20\d{2})|(20\d{2})[\s/-]*(?:q|t)([1-4])"
    r"|([1-4])\.?\s?(?:quartal|quarter|trimestre|quartaal|квартал)\s?(20\d{2})"
)
_WEEK = re.compile(
    r"(?:kw|w|wk|week|woche|semaine|semana|s|неделя)\s?(\d{1,2})[\s/,-]*(20\d{2})"
    r"|(20\d{2})[\s-]*(?:kw|w)\s?(\d{1,2})"
)
_BARE_WEEK = re.compile(r"(?:kw|week|woche|semaine|semana|неделя|cw|q)\s?\d{1,2}")
_BEFORE = re.compile(
    r"^(?:ab|von|from|since|starting|bis|until|till|to|by|on|am|le|du|au|dès le|desde|hasta|até|с|"
    r"до|по|ca\.?|~|(?:mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so)[a-z]*\.?,)\s+"
)
_BETWEEN = re.compile(
    r"\s+(?:-|to|until|till|bis|au|à|al|a|hasta|até|до|по)\s+|\s*[–—]\s*|\s*\.\.+\s*"
)


@dataclass(frozen=True, slots=True)
class Stretch:
    """The first and the last day that a text names; `exact` where it names the days themselves."""

    first: date
    last: date
    exact: bool = True


def when(text: str, order: dates.Order | None) -> Stretch | None:
    """Return the days that a text names; None where it names none, or the order is not known."""
    if one := _single(text, order):
        return one
    parts = _BETWEEN.split(text.strip())
    if len(parts) != 2:
        return None
    begun, ended = (_single(part, order) for part in parts)
    if begun is None or ended is None or begun.first > ended.last:
        return None
    return Stretch(begun.first, ended.last, begun.exact and ended.exact)


def order_in(texts: Iterable[str]) -> dates.Order | None:
    """Return the order of day and month that texts show, spans of days among them."""
    return dates.order_of(part for text in texts for part in _BETWEEN.split(text.strip()))[0]


def either_way(text: str) -> bool:
    """Tell a text that names days once the order of day and month is known."""
    return when(text, "day") is not None or when(text, "month") is not None


def says_when(text: str) -> bool:
    """Tell a text that is a time rather than a thing: a date in either order, or a week."""
    if either_way(text):
        return True
    return _BARE_WEEK.fullmatch(text.strip().casefold()) is not None


def _single(text: str, order: dates.Order | None) -> Stretch | None:
    folded = _BEFORE.sub("", text.strip().casefold())
    if day := dates.parse(folded, order):
        return Stretch(day, day)
    for read in (_named, _month, _quarter, _week):
        try:
            if found := read(folded):
                return found
        except ValueError:  # a 31st of June, or a week 60
            return None
    return None


def _named(text: str) -> Stretch | None:
    match = _NAMED.fullmatch(text)
    month = _month_called(match[2]) if match else 0
    if match is None or not month:
        return None
    year = int(match[3] or f"20{match[4]}")
    if match[1]:
        day = date(year, month, int(match[1]))
        return Stretch(day, day)
    return _months(year, month, 1)


def _month_called(word: str) -> int:
    starts = (number for number, some in enumerate(_MONTHS, 1) if re.fullmatch(some, word))
    return next(starts, 0)


def _month(text: str) -> Stretch | None:
    match = _MONTH.fullmatch(text)
    return _months(int(match[1] or match[4]), int(match[2] or match[3]), 1) if match else None


def _quarter(text: str) -> Stretch | None:
    match = _QUARTER.fullmatch(text)
    if match is None:
        return None
    year, number = match[2] or match[3] or match[6], match[1] or match[4] or match[5]
    return _months(int(year), 3 * int(number) - 2, 3)


def _week(text: str) -> Stretch | None:
    match = _WEEK.fullmatch(text)
    if match is None:
        return None
    monday = date.fromisocalendar(int(match[2] or match[3]), int(match[1] or match[4]), 1)
    return Stretch(monday, monday + timedelta(days=6), exact=False)


def _months(year: int, month: int, count: int) -> Stretch:
    last = month + count - 1
    return Stretch(date(year, month, 1), date(year, last, monthrange(year, last)[1]), exact=False)
