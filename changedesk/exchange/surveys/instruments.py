# ruff: noqa: E501, ISC004 - patterns of many languages
"""Recognises the System Usability Scale, and items that seem to count backwards."""

import re
from collections.abc import Sequence
from dataclasses import replace
from statistics import StatisticsError, correlation

from changedesk.exchange.surveys.choices import Choices, named
from changedesk.exchange.surveys.items import Item, names_of

_ITEMS = 10
_SUS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"like to use|gerne? (?:häufig|öfter|regelmäßig)|(?:häufig|regelmäßig) (?:be)?nutzen|aimerais utiliser|"
        r"voudrais utiliser|gustaría (?:usar|utilizar)|gostaria de (?:usar|utilizar)|usaría",
        r"complex|komplex|kompliziert|complexe|complejo|complejidad|complexo",
        r"easy to use|einfach zu|leicht zu|facile à utiliser|fácil de (?:usar|utilizar)",
        r"support of|technical|technisch|assistance|soporte|apoyo|apoio|suporte|ajuda|hilfe|ayuda|aide",
        r"integrated|integriert|intégré|integrad",
        r"inconsisten|incohéren|inconsisten|incohären|widersprüch",
        r"learn|lern|apprend|aprend",
        r"cumbersome|awkward|umständlich|lourd|compliqué|engorros|incómod|complicad|atrapalhad|pesad",
        r"confident|sicher|confian|confiant|segur|à l'aise",
        r"learn|lern|apprend|aprend",
    )
)
_NUMBERED = re.compile(
    r"(?:sus|question|q|item|frage|pregunta|pergunta|s)[ _\-.]*0*(\d{1,2})\W*", re.IGNORECASE
)
_SCALES = frozenset({"likert", "matrix"})


def mark_sus(items: list[Item]) -> list[str]:
    """Mark runs of ten items that are the System Usability Scale; return what to look at.

    Every second item of it counts backwards.
    """
    remarks = []
    at = 0
    while at + _ITEMS <= len(items):
        run = items[at : at + _ITEMS]
        told = _tell(run)
        if not told:
            at += 1
            continue
        sure = told == "words"
        for number, item in enumerate(run, 1):
            guess = f"item {number} of the System Usability Scale; {item.question.guess}"
            item.question = replace(
                item.question, kind="sus", scale_name="SUS", reverse=number % 2 == 0,
                guess=guess, sure=sure,
            )  # fmt: skip
        if not sure:
            remarks.append(
                f"“{run[0].question.text}” to “{run[-1].question.text}” are read as the System "
                "Usability Scale, every second item backwards, because ten items from 1 to 5 run "
                "against each other in turn; say so where they are something else."
            )
        at += _ITEMS
    return remarks


def _tell(run: Sequence[Item]) -> str:
    scales = [item.question.scale for item in run if item.question.kind in _SCALES]
    if len(scales) < _ITEMS or any(
        scale is None or (scale.low, scale.high) not in {(1, 5), (0, 4)} for scale in scales
    ):
        return ""
    hits = sum(
        pattern.search(item.question.text) is not None
        for pattern, item in zip(_SUS, run, strict=True)
    )
    if hits >= 8:
        return "words"
    numbers = [_NUMBERED.fullmatch(item.question.text) for item in run]
    counted = [int(match[1]) for match in numbers if match]
    if counted != list(range(1, _ITEMS + 1)):
        return ""
    named = all(item.question.text.lower().startswith("sus") for item in run)
    return "numbers" if named or _alternate(run) else ""


def _alternate(run: Sequence[Item]) -> bool:
    """Tell items of which every second one is answered the other way round."""
    rows = []
    for at in range(len(run[0].columns[0].texts)):
        values = [item.answer(at).number for item in run]
        if None not in values:
            rows.append([value or 0.0 for value in values])
    odd = [sum(row[0::2]) for row in rows]
    even = [sum(row[1::2]) for row in rows]
    found = _correlation(odd, even)
    return found is not None and found < 0 and sum(odd) > sum(even)


def may_be_reversed(items: Sequence[Item], choices: Choices) -> list[str]:
    """Return keys of items that run against the others of their grid: shown, not applied."""
    found = []
    groups: dict[str, list[Item]] = {}
    for item in items:
        question = item.question
        if question.kind in _SCALES and question.scale is not None:
            stem = question.block or re.sub(r"[\W_]*\d+$", "", question.key)
            if stem != question.key:
                groups.setdefault(stem, []).append(item)
    for group in groups.values():
        if len(group) < 3:
            continue
        columns = [[item.answer(at).number for at in range(len(item.columns[0].texts))]
                   for item in group]  # fmt: skip
        whole = [row for row in zip(*columns, strict=True) if None not in row]
        for at, item in enumerate(group):
            own = [float(row[at] or 0) for row in whole]
            rest = [float(sum(value or 0 for value in row)) - float(row[at] or 0) for row in whole]
            tells = _correlation(own, rest)
            said = named(choices.reverse, names_of(item.question)) is not None
            if not said and len(whole) >= 20 and tells is not None and tells < -0.3:
                found.append(item.question.key)
    return found


def _correlation(one: Sequence[float], other: Sequence[float]) -> float | None:
    try:
        return correlation(one, other)
    except StatisticsError:
        return None
