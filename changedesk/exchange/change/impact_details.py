"""Reads what registers of impacts tell beyond the impact itself: views, time, who validated it."""

import re

from changedesk.exchange import dates
from changedesk.exchange.change.gathering import (
    Gathering,
    Rating,
    Values,
    code_in,
    kept_values,
    titled,
)
from changedesk.exchange.change.scales import of_severity, word_level
from changedesk.exchange.change.tables import TableRow
from changedesk.exchange.change.when import when
from changedesk.exchange.durations import minutes_of

RATED = {"level": "severity", "group_view": "group_severity", "residual": "residual"}
"""The fields of a register that are rated, and what they are of an impact."""
_DIRECTIONS = (
    ("both", re.compile(r"both|mixed|beides|gemischt|les deux|ambos|оба|и то и")),
    ("burden", re.compile(r"burden|negativ|worse|last\b|nachteil|charge|contrainte|carga|бремя")),
    ("benefit", re.compile(r"benefit|positiv|better|vorteil|nutzen|bénéfice|benefici|выгод|польз")),
)
_CONFIDENCES = {
    "very_low": "low", "low": "low", "medium": "medium", "high": "high", "very_high": "high",
}  # fmt: skip
NO_DAY = (
    "no day was read from {}. It is left empty, and the words are kept: write a day as 2026-05-31."
)
_NO_TIME = (
    "no time was read from {}. It is left empty, and the words are kept: write minutes, or 2 h."
)


def ratings_in(
    row: TableRow, ratings: dict[str, Rating | None], work: Gathering
) -> tuple[Values, str]:
    """Return the severities that a row gives, and the remark behind the project’s own."""
    values: Values = {}
    remark = ""
    for name, rated in ratings.items():
        if rated is None:
            continue
        level = rated.level(row, work)
        values |= kept_values(**{RATED[name]: of_severity(level)})
        remark = level.remark if name == "level" else remark
    return values, remark


def details_in(
    row: TableRow, order: dates.Order | None, work: Gathering
) -> tuple[Values, set[str]]:
    """Return further values of an impact, and the fields that are told by them in full."""
    minutes = day = None
    for heading, text in row.all("validated_on"):
        day = when(text, order)
        if day is None:
            work.doubt(heading, NO_DAY, text, row.where)
    for heading, text in row.all("minutes"):
        minutes = minutes_of(text, heading)
        if minutes is None and text != "0":
            work.doubt(heading, _NO_TIME, text, row.where)
    values = kept_values(
        direction=code_in(row.text("direction"), _DIRECTIONS),
        confidence=_CONFIDENCES.get(word_level(row.text("confidence")), ""),
        differs=row.text("differs"),
        frequency=titled(row.text("frequency")),
        minutes=minutes,
        validated_by=titled(row.text("validated_by")),
        validated_on=day.first.isoformat() if day and day.exact else "",
    )
    return values, {*values}
