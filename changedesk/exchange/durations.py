"""Estimates as people type them: "10 min", "1h 30m", "1:30", or a number of minutes."""

import re

_PART = re.compile(r"(\d+(?:[.,]\d+)?)\s*([^\W\d_]+)?\.?")
_UNITS = {
    1 / 60: "s sec secs second seconds sek sekunde sekunden seconde secondes segundo segundos "
    "secondo secondi",
    1: "m min mins minute minutes minuten minuut minuto minutos minuti minut "
    "мин minutter 分 分钟 분",
    60: "h hr hrs hour hours std stunde stunden heure heures hora horas ora ore uur u godz ч час "
    "часа часов 時間 小时 시간",
    480: "d day days tag tage jour jours día días dia dias giorno giorni dag dagen",
}
_MINUTES = {word: minutes for minutes, words in _UNITS.items() for word in words.split()}
_MOST = 100_000


def minutes_of(text: str, heading: str = "") -> int | None:
    """Return whole minutes, at least 1; None for a text that does not say how long.

    A bare number counts minutes, or hours where `heading` says so. A day has eight hours.
    """
    text = text.strip().lower()
    if match := re.fullmatch(r"(\d{1,3}):([0-5]\d)(?::[0-5]\d)?(?:\s*h)?", text):
        return _whole(int(match[1]) * 60 + int(match[2]))
    parts = _PART.findall(text)
    if not parts or _PART.sub("", text).strip(" ,+"):
        return None
    if len(parts) == 1 and not parts[0][1]:
        return _whole(_number(parts[0][0]) * _unit_in(heading))
    units = [_MINUTES.get(unit) for _, unit in parts]
    # "1h 30": what follows hours without a unit counts minutes.
    if len(parts) == 2 and units[0] == 60 and not parts[1][1]:
        units[1] = 1
    if None in units:
        return None
    return _whole(sum(_number(n) * (unit or 0) for (n, _), unit in zip(parts, units, strict=True)))


def _number(text: str) -> float:
    return float(text.replace(",", "."))


def _unit_in(heading: str) -> float:
    words = re.findall(r"[^\W\d_]+", heading.lower())
    return next((_MINUTES[word] for word in words if word in _MINUTES and len(word) > 1), 1)


def _whole(minutes: float) -> int | None:
    return max(1, round(minutes)) if 0 < minutes <= _MOST else None
