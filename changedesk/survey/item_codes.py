"""The short codes of answers: what stands beside a box on paper, and which digit answers."""

import re
from dataclasses import dataclass

from changedesk.exchange.dates import Order
from changedesk.survey.answer_typing import typed
from changedesk.survey.answer_values import RANGES, Asked, bounds

NONE = frozenset("-–0")
"""What is keyed for an answer that was given no place."""
_MOST_FIGURES = 21


@dataclass(frozen=True, slots=True)
class ItemCode:
    """A code, the value that it means, and the words beside it."""

    code: str
    value: str
    label: str


def item_codes(question: Asked) -> tuple[ItemCode, ...]:
    """Return the codes of the answers to a question, none where words or figures are typed.

    Answers offered are numbered from 1; a recommendation goes by its own figures, 0 to 10.
    """
    if question.options:
        return tuple(
            ItemCode(code, one.value, one.label or one.value)
            for code, one in zip(_codes(question), question.options, strict=True)
        )
    if question.kind not in RANGES:
        return ()
    least, most = bounds(question)
    assert least is not None
    assert most is not None
    figures = range(least, min(most, least + _MOST_FIGURES - 1) + 1)
    return tuple(ItemCode(str(one), str(one), str(one)) for one in figures)


def _codes(question: Asked) -> list[str]:
    numbers = [one.number for one in question.options if not one.meaning]
    if question.kind == "nps" and None not in numbers and len(set(numbers)) == len(numbers):
        top = max((number for number in numbers if number is not None), default=0)
        beyond = iter(range(top + 1, top + 1 + len(question.options)))
        return [str(next(beyond) if one.meaning else one.number) for one in question.options]
    return [str(place) for place in range(1, len(question.options) + 1)]


def keyed(question: Asked, text: str, order: Order | None = None) -> object:
    """Return the answer that was keyed from paper: by codes, else as `typed` reads it.

    Several codes stand apart, or close together where each is one digit. Of an order of preference
    the places are keyed, from the first answer down: “2 3 1”.
    """
    text = text.strip()
    codes = {one.code: one.value for one in item_codes(question)}
    if not text or not codes:
        return typed(question, text, order)
    pieces = _pieces(text, len(codes), question.kind)
    if question.kind == "rank":
        return _ranked(list(codes.values()), pieces) or typed(question, text)
    if question.kind != "multi":
        return codes.get(text) or typed(question, text)
    if all(piece in codes for piece in pieces):
        return [codes[piece] for piece in pieces]
    return typed(question, text)


def _pieces(text: str, codes: int, kind: str) -> list[str]:
    pieces = [piece for piece in re.split(r"[\s,;./+]+", text) if piece]
    several = kind in ("multi", "rank")
    if several and codes < 10 and len(pieces) == 1 and re.fullmatch(r"[\d–-]+", pieces[0]):
        return list(pieces[0])
    return pieces


def _ranked(values: list[str], places: list[str]) -> list[str] | None:
    """Return the values in their order, or None where the places are none."""
    if len(places) > len(values):
        return None
    given = [
        (place, value) for place, value in zip(places, values, strict=False) if place not in NONE
    ]
    wanted = {str(place) for place in range(1, len(given) + 1)}
    if {place for place, _ in given} != wanted or not given:
        return None
    return [value for _, value in sorted(given, key=lambda pair: int(pair[0]))]
