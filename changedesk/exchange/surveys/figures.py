"""Columns of figures: a place on a scale, a recommendation, or simply a number."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from changedesk.exchange.surveys.choices import named
from changedesk.exchange.surveys.drafts import MissingReason
from changedesk.exchange.surveys.keys import worded_key
from changedesk.exchange.surveys.missing import NoAnswers, code_reasons
from changedesk.exchange.surveys.table import Column
from changedesk.exchange.surveys.values import number, whole

MOST_PLACES = 11
_ODD_SHARE = 0.05
_COUNTS = re.compile(
    r"\b(?:how (?:many|much|long|old|often)|number of|count|age|years?|months?|weeks?|days|hours?|"
    r"minutes?|anzahl|wie ?viele?|wie (?:lange|alt)|alter|jahre?|monate|stunden|combien|nombre de|"
    r"âge|ans|cuánt[oa]s?|número de|edad|años|quant[oa]s?|idade|anos|quanti|età|anni|hoeveel|"
    r"leeftijd|сколько|возраст|лет)\b|年齢|年龄|何(?:年|回|人)|[\W_](?:age|n|count)$",
    re.IGNORECASE,
)
_RATES = re.compile(
    r"feedback|\brat(?:e|ing)\b|satisf|agree|useful|zufrieden|bewert", re.IGNORECASE
)
_RECOMMENDS = re.compile(
    r"recommend|\bnps\b|promoter|weiterempfehl|empfehlen|recommand|recomendar|recomendarías|"
    r"recomendaria|raccomand|consiglier|aanbevelen|polec|рекоменд|anbefal|rekommend|推奨|お勧め|推荐",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Figures:
    """What a column of figures holds: real ones, the codes for none, and what fits nowhere."""

    column: Column
    real: list[float]
    codes: dict[str, MissingReason] = field(default_factory=dict)
    odd: list[str] = field(default_factory=list)
    low: int = 0
    high: int = 0

    @property
    def on_scale(self) -> bool:
        """True where it may be a scale: few whole places, none below 0."""
        places = set(self.real)
        return (
            len(places) >= 1
            and all(place.is_integer() for place in places)
            and min(places) >= 0
            and 1 <= max(places) <= MOST_PLACES - 1
        )


def counts_something(column: Column) -> bool:
    """Tell a heading that asks for a number: how many, how old."""
    if _RATES.search(column.text):
        return False
    return _COUNTS.search(column.text) is not None or _COUNTS.search(column.code) is not None


def recommends(column: Column) -> bool:
    """Tell a heading that asks for a recommendation."""
    return _RECOMMENDS.search(f"{column.code} {column.block} {column.text}") is not None


def figures_of(column: Column, none: NoAnswers) -> Figures | None:
    """Return what a column of figures holds; None where it holds words."""
    said = [text for text in column.filled() if not none.reason(text)]
    plain = [text for text in said if number(text) is not None]
    odd = [text for text in said if number(text) is None]
    if not plain or len(odd) > _ODD_SHARE * len(said):
        return None
    small = sum(0 <= (number(text) or 0) <= MOST_PLACES for text in plain) >= 0.8 * len(plain)
    codes = code_reasons(plain, none.own, scale=small)
    codes.update({text: reason for text in plain if (reason := none.own.get(text))})
    real = [at for text in plain if text not in codes and (at := number(text)) is not None]
    return Figures(column, real, codes, odd) if real else None


def set_spans(found: Sequence[Figures], spans: Mapping[str, tuple[int, int]]) -> None:
    """Find the ends of every scale: neighbours of a grid share theirs, whatever was chosen there.

    `spans` are a person's, by the names of the question.
    """
    scales = [one for one in found if one.on_scale and not counts_something(one.column)]
    for run in _runs(scales):
        high = int(max(max(one.real) for one in run))
        low = int(min(0, *(min(one.real) for one in run))) if _has_zero(run) else 1
        for one in run:
            # Figures of 1 and 2 alone are two answers, not a scale.
            if high >= 3 and (max(one.real) >= 3 or _is_sibling(one, run)):
                one.low, one.high = low, high
    usual = Counter(one.high for one in scales if one.high >= 5).most_common(1)
    for one in scales:
        # On a scale of 1 to 5 a few answers may leave out the 5.
        if 3 <= one.high < 5 and usual and usual[0][0] <= 7:
            one.high = usual[0][0]
        if one.high in {6, 9}:
            one.high += 1
    for one in found:
        column = one.column
        names = (column.code, worded_key(column.text), column.heading, column.letter)
        if chosen := named(spans, (*names, worded_key(f"{column.block} {column.text}"))):
            one.low, one.high = chosen


def _has_zero(run: Sequence[Figures]) -> bool:
    return any(0 in one.real for one in run)


def _runs(scales: Sequence[Figures]) -> list[list[Figures]]:
    runs: list[list[Figures]] = []
    for one in scales:
        last = runs[-1][-1] if runs else None
        near = last is not None and last.column.at + 1 == one.column.at
        if last is not None and near and _alike(last, one):
            runs[-1].append(one)
        else:
            runs.append([one])
    return runs


def _alike(one: Figures, other: Figures) -> bool:
    """Tell neighbours that may share a scale: of one grid, or with ends that are not far apart."""
    if one.column.base or other.column.base:
        return one.column.base == other.column.base
    if recommends(one.column) != recommends(other.column):
        return max(one.real) == max(other.real)
    return _band(one) == _band(other)


def _is_sibling(one: Figures, run: Sequence[Figures]) -> bool:
    return any(other is not one and _stem(other.column) == _stem(one.column) for other in run)


def _stem(column: Column) -> str:
    """Return what the headings of the items of one scale begin with."""
    name = column.base or column.code or column.text
    without = re.sub(r"[\W_]*\d+\W*$", "", name)
    return without if without != name or "_" not in name else name.rpartition("_")[0]


def _band(one: Figures) -> int:
    return 0 if max(one.real) <= 5 else 1


def outside(text: str, one: Figures) -> bool:
    """Tell a figure that is no place of the scale."""
    at = whole(text)
    return at is None or not one.low <= at <= one.high
