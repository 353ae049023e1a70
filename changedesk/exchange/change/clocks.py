"""Times of day as schedules give them: "09:00", "14.30 Uhr", "2 pm", "14:00-15:30", beside a day.

A bare figure is no time. A text that says more than a time, a span and a time zone is not read.
"""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from zoneinfo import available_timezones

from changedesk.exchange import dates

_DAY = re.compile(
    r"(?:\w{2,10}\.?,?\s+)??(\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}([./-])\d{1,2}\2\d{2,4}(?!\d)"
    r"|\d{1,2}(?:st|nd|rd|th|\.)?[ \-]+[A-Za-z]{3,9}\.?,?[ \-]+\d{4}"
    r"|[A-Za-z]{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4})(?:[T,;]|\s+|$)"
)
_CLOCK = (
    r"(\d{1,2})(?:\s*[:.h]\s*([0-5]\d)(?::[0-5]\d(?:\.\d+)?)?)?\s*(uhr\b|h\b|ч\b)?"
    r"\s*([ap])?(?(%d)\.?\s?m\b\.?)"
)
_TIME = re.compile(
    r"(?:um|at|from|von|ab|à|a las|às|as|в|с)?\s*" + _CLOCK % 4
    + r"(?:\s*(?:-|–|—|to|bis|until|till|à|a|até|до)\s*" + _CLOCK % 8 + r")?\s*(.*)",
    re.IGNORECASE | re.DOTALL,
)  # fmt: skip
_AREA = re.compile(r"[A-Za-z_]+(?:/[A-Za-z_+\-0-9]+)+")


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day in minutes after midnight, when it ends where that is said, and its zone.

    `till` counts on past midnight.
    """

    begins: int
    till: int | None = None
    zone: str = ""


def apart(text: str, order: dates.Order | None) -> tuple[date | None, str]:
    """Return the day that a text names, and what it says beside it."""
    if match := _DAY.match(text.strip()):
        named = re.sub(r"\.(?=[ \-]*[A-Za-z])|(?<=[A-Za-z])\.", "", match[1])
        if day := dates.parse(named, order):
            return day, text.strip()[match.end() :].strip(" ,;")
    return dates.parse(text, order), ""


def clock_of(text: str) -> Clock | None:
    """Return the time of day, or from when till when; None where a text is not that alone."""
    match = _TIME.fullmatch(text.strip())
    if match is None:
        return None
    first, last = match.group(1, 2, 3, 4), match.group(5, 6, 7, 8)
    rest = match[9].strip(" ()[],;")
    zone = zone_called(rest) if rest else ""
    sure = any(first[1:]) or (last[0] is not None and any(last[1:]))
    if not sure or (rest and not zone):
        return None
    till = None if last[0] is None else _minutes(*last)
    begins = _minutes(*first)
    if last[3] and not first[3] and begins is not None and till is not None:
        # Of "2-4 pm" both are of the afternoon; of "11-1 pm" only the second is.
        same = _minutes(first[0], first[1], first[2], last[3])
        begins = same if same is not None and same < till else begins
    if begins is None or (last[0] is not None and till is None):
        return None
    if till is not None and till <= begins:
        till += 1440
    return Clock(begins, till, zone)


def _minutes(hours: str, minutes: str | None, _unit: str | None, half: str | None) -> int | None:
    hour, minute = int(hours), int(minutes or 0)
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half.casefold() == "p" else 0)
    return hour * 60 + minute if hour <= 23 else None


def zone_called(text: str) -> str:
    """Return the name of the time zone that a text names, such as Europe/Berlin; "" for none.

    A town alone will do where one zone is called so.
    """
    names = _zones()
    inside = _AREA.search(text.replace(" ", "_"))
    for word in (text.strip(), inside[0].strip("_") if inside else ""):
        if found := names.get(word.casefold().replace(" ", "_")):
            return found
    return ""


@cache
def _zones() -> dict[str, str]:
    known = available_timezones()
    towns: dict[str, list[str]] = {}
    for name in known:
        area, _, town = name.rpartition("/")
        if area and "/" not in area and area not in {"Etc", "US", "Canada", "Brazil", "SystemV"}:
            towns.setdefault(town.casefold(), []).append(name)
    alone = {town: names[0] for town, names in towns.items() if len(names) == 1}
    return alone | {name.casefold(): name for name in known}
