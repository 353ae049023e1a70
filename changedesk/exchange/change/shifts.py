"""What the codes and times of a roster mean: at work or away, from when to when."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from changedesk.exchange.change.gathering import Gathering, folded
from changedesk.exchange.headings import normal
from changedesk.exchange.sheets import SheetData

_TIMES = re.compile(
    r"(\d{1,2})(?:[:.h](\d{2}))?\s*(am|pm)?\s*(?:-|–|—|to|bis|à|до|a)\s*(\d{1,2})(?:[:.h](\d{2}))?\s*(am|pm)?",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"(?:\d{4}-\d{2}-\d{2}[ T])?(\d{1,2})(?:[:.h](\d{2}))(?::\d{2})?\s*(am|pm)?", re.IGNORECASE
)
_AWAY = frozenset(
    [
        "off",
        "o",
        "day off",
        "rest",
        "rest day",
        "rdo",
        "r",
        "-",
        "–",
        "—",
        "leave",
        "annual leave",
        "al",
        "vacation",
        "vac",
        "v",
        "holiday",
        "hol",
        "ph",
        "sick",
        "sl",
        "s off",
        "absent",
        "away",
        "frei",
        "f frei",
        "urlaub",
        "u",
        "krank",
        "k",
        "abwesend",
        "ruhetag",
        "repos",
        "congé",
        "congés",
        "cp",
        "maladie",
        "rtt",
        "absente",
        "libre",
        "descanso",
        "vacaciones",
        "baja",
        "enfermo",
        "folga",
        "férias",
        "doente",
        "выходной",
        "вых",
        "в",
        "отпуск",
        "отп",
        "больничный",
        "бл",
        "б",
    ]
)
_WORK = frozenset(
    [
        "x",
        "w",
        "work",
        "on",
        "d",
        "day",
        "day shift",
        "e",
        "early",
        "early shift",
        "l",
        "late",
        "late shift",
        "n",
        "night",
        "night shift",
        "m",
        "morning",
        "a",
        "afternoon",
        "evening",
        "früh",
        "frühschicht",
        "fs",
        "spät",
        "spätschicht",
        "ss",
        "nacht",
        "nachtschicht",
        "ns",
        "tag",
        "tagschicht",
        "t",
        "matin",
        "soir",
        "nuit",
        "jour",
        "après midi",
        "mañana",
        "tarde",
        "noche",
        "manhã",
        "noite",
        "день",
        "ночь",
        "утро",
        "вечер",
        "д",
        "н",
        "у",
        "смена",
        "рабочий",
        "1",
        "✓",
        "✔",
    ]
)
EXPLAINED = re.compile(r"\s*([\w+\-/]{1,12})\s*(?:=|:|–|—|->|\s-\s|\s)\s*(.+)", re.DOTALL)


@dataclass(frozen=True)
class Shift:
    """What a code or a cell means: at work or away, from and to in minutes after midnight."""

    kind: str
    starts: int | None = None
    ends: int | None = None


def shift_of(text: str, legend: Mapping[str, Shift], work: Gathering) -> Shift | None:
    """Return what a cell says; None where its code is explained nowhere."""
    folded_code = " ".join(text.casefold().split())
    if (known := legend.get(folded_code)) is not None:
        return known
    own = {folded(word): code for word, code in work.kept.items()}.get(folded_code)
    if own in {"work", "away"}:
        return Shift(own)
    if times := times_in(text):
        return Shift("work", *times)
    plain = normal(text) or text.strip()
    if plain in _AWAY:
        return Shift("away")
    return Shift("work") if plain in _WORK else None


def times_in(text: str) -> tuple[int, int] | None:
    """Return from and to of "07:00-15:30" or "10pm - 6am"; past midnight counts on."""
    match = _TIMES.search(text)
    if match is None or (not match[2] and not match[5] and not match[3] and int(match[4]) > 24):
        return None
    starts, ends = _minutes(match[1], match[2], match[3]), _minutes(match[4], match[5], match[6])
    if starts is None or ends is None:
        return None
    return starts, ends if ends > starts else ends + 1440


def _minutes(hours: str, minutes: str | None, half: str | None) -> int | None:
    hour, minute = int(hours), int(minutes or 0)
    if half:
        hour = hour % 12 + (12 if half.casefold() == "pm" else 0)
    return hour * 60 + minute if hour <= 24 and minute < 60 else None


def time_in(text: str) -> int | None:
    """Return the minutes after midnight of one time of day."""
    match = _TIME.fullmatch(text.strip())
    return _minutes(match[1], match[2], match[3]) if match else None


def legend_of(sheet: SheetData, begin: int) -> dict[str, Shift]:
    """Return the codes that a sheet explains: "F = 06:00-14:00", or a code beside its times."""
    legend: dict[str, Shift] = {}
    for row in sheet.rows[begin:]:
        texts = [text.strip() for text in row if text.strip()]
        pairs = [
            (m[1], m[2])
            for text in texts
            for line in re.split(r"[\n;,]", text)
            if (m := EXPLAINED.fullmatch(line.strip()))
        ]
        if len(texts) in (2, 3) and len(texts[0]) <= 6:
            pairs.append((texts[0], " ".join(texts[1:])))
        for code, meaning in pairs:
            times = times_in(meaning)
            word = normal(re.sub(r"[\d:.\-–]+", " ", meaning))
            if times:
                legend.setdefault(code.casefold(), Shift("work", *times))
            elif word in _AWAY or word in _WORK:
                legend.setdefault(code.casefold(), Shift("away" if word in _AWAY else "work"))
    return legend
