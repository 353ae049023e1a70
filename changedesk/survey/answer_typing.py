"""Answers as people type them: on a paper form that is keyed, or in a cell of a returned form."""

import re
from collections.abc import Sequence

from changedesk.exchange.dates import Order, order_of, parse
from changedesk.store.text import clean
from changedesk.survey.answer_values import Asked, Offered

_SEPARATORS = (re.compile(r"\s*;\s*"), re.compile(r"\s*[\n|]\s*"), re.compile(r"\s*,\s*"),
               re.compile(r"\s+"))  # fmt: skip
_DECIMAL_COMMA = re.compile(r"[+-]?\d+,\d+", re.ASCII)
_NEEDLESS_ZEROS = re.compile(r"(\.\d*?)0+$", re.ASCII)


def typed(question: Asked, text: str, order: Order | None = None) -> object:
    """Return the answer that a text means: by value, by label, or by the figure it counts as.

    What means nothing comes back as it was typed, so that `fault_of` can say so; a blank text as
    "". `order` tells day first from month first.
    """
    text = clean(text).strip()
    if not text or question.kind == "note":
        return text
    if question.kind in ("multi", "rank"):
        return list(_several(question.options, text))
    if question.kind == "text":
        return text
    if question.kind == "date":
        day = parse(text, order or order_of([text])[0])
        return text if day is None else day.isoformat()
    if question.kind == "number" or not question.options:
        return _figure(text)
    found = _offered(question.options, text)
    return text if found is None else found


def _several(options: Sequence[Offered], text: str) -> tuple[str, ...]:
    whole = _offered(options, text)
    if whole is not None:
        return (whole,)
    pieces: list[str] = [text]
    for separator in _SEPARATORS:
        pieces = [piece for piece in separator.split(text) if piece]
        found = [_offered(options, piece) for piece in pieces]
        if len(pieces) > 1 and all(one is not None for one in found):
            return tuple(one for one in found if one is not None)
    known = _longest_first(options, text)
    if known:
        return known
    pieces = [piece for piece in re.split(r"\s*[;,\n|]\s*", text) if piece]
    return tuple(_offered(options, piece) or piece for piece in pieces)


def _longest_first(options: Sequence[Offered], text: str) -> tuple[str, ...]:
    """Cut a text joined by commas into labels that hold commas themselves; () if that fails."""
    labels = sorted(((_plain(o.label), o.value) for o in options if o.label), reverse=True,
                    key=lambda pair: len(pair[0]))  # fmt: skip
    rest, found = _plain(text), []
    while rest:
        for label, value in labels:
            if rest == label or rest.startswith((f"{label},", f"{label};")):
                found.append(value)
                rest = rest[len(label) :].lstrip(",; ")
                break
        else:
            return ()
    return tuple(found)


def _offered(options: Sequence[Offered], text: str) -> str | None:
    wanted, figure = _plain(text), _figure(text)
    for option in options:
        if option.value == text:
            return option.value
    for option in options:
        if wanted in (_plain(option.value), _plain(option.label)):
            return option.value
    for option in options:
        if option.number is not None and str(option.number) == figure:
            return option.value
    return None


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def _figure(text: str) -> str:
    """Return a number with a point and without needless zeros; other text as it is."""
    if _DECIMAL_COMMA.fullmatch(text):
        text = text.replace(",", ".")
    if re.fullmatch(r"[+-]?\d+\.\d+", text, re.ASCII):
        text = _NEEDLESS_ZEROS.sub(r"\1", text).removesuffix(".")
    return text
