"""One answer to one question: its values, what is wrong with it, and why there is none."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Protocol

NOT_SHOWN, SKIPPED, NA, DONT_KNOW = "not_shown", "skipped", "na", "dont_know"
OTHER = "/other"
"""After a key: the words beside a value."""
LONGEST_TEXT = 10_000
RANGES: Mapping[str, tuple[int, int]] = {
    "nps": (0, 10),
    "csat": (1, 5),
    "sus": (1, 5),
    "adkar": (1, 5),
    "likert": (1, 5),
    "matrix": (1, 5),
}
"""Least and most of kinds that are answered by a figure where no answers are offered."""


class Offered(Protocol):
    """An answer that a question offers; `meaning` is na or dont_know where it is none."""

    @property
    def value(self) -> str:
        """Return what is kept."""

    @property
    def label(self) -> str:
        """Return what a person reads."""

    @property
    def number(self) -> int | None:
        """Return what it counts as, None where it is no figure."""

    @property
    def meaning(self) -> str:
        """Return na or dont_know where choosing it is no answer, else ""."""

    @property
    def other(self) -> bool:
        """Tell whether words are asked for beside it."""


class Asked(Protocol):
    """A question, whoever keeps it."""

    @property
    def key(self) -> str:
        """Return what stays the same over all waves."""

    @property
    def kind(self) -> str:
        """Return one of words.KINDS."""

    @property
    def required(self) -> bool:
        """Tell whether it needs an answer."""

    @property
    def relevant(self) -> str:
        """Return the condition under which it is shown, or ""."""

    @property
    def block(self) -> str:
        """Return what the rows of a grid have in common."""

    @property
    def options(self) -> Sequence[Offered]:
        """Return the answers offered, in their order."""

    @property
    def least(self) -> int | None:
        """Return the least figure, or how many must be chosen."""

    @property
    def most(self) -> int | None:
        """Return the most: a figure, how many may be chosen, or letters."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with an answer: a code of FAULTS, the value meant, and the bound it breaks."""

    code: str
    value: str = ""
    bound: int = 0


FAULTS: Mapping[str, str] = {
    "required": "This question needs an answer.",
    "unknown": "“{0}” is none of the answers offered.",
    "one_only": "Only one answer can be chosen.",
    "twice": "“{0}” is chosen twice.",
    "alone": "“{0}” cannot stand beside another answer.",
    "too_few": "Choose at least {1}.",
    "too_many": "Choose at most {1}.",
    "unranked": "Give every answer a place; “{0}” has none.",
    "no_number": "“{0}” is not a number.",
    "too_small": "The number must be at least {1}.",
    "too_large": "The number must be at most {1}.",
    "no_day": "“{0}” is not a day; write it as 2026-03-31.",
    "too_long": "The text is longer than {1} letters.",
    "no_question": "This is a text to read and takes no answer.",
}
"""Each fault as a sentence: {0} is the value, {1} the bound."""


def sentence(fault: Fault) -> str:
    """Return a fault in words."""
    return FAULTS[fault.code].format(fault.value, f"{fault.bound:,}")


def values_of(answer: object) -> tuple[str, ...]:
    """Return the values of an answer, none for a blank or missing one."""
    if answer is None or isinstance(answer, Mapping):
        return ()
    if isinstance(answer, tuple | list):
        return tuple(str(one) for one in answer if str(one).strip())
    text = str(answer)
    return (text,) if text.strip() else ()


def reason_of(answer: object) -> str:
    """Return why there is no answer, where that was said: one of words.MISSING, or ""."""
    return str(answer.get("missing", "")) if isinstance(answer, Mapping) else ""


def is_blank(answer: object) -> bool:
    """Tell that nothing was answered, not even that the question does not apply."""
    return not values_of(answer) and reason_of(answer) in ("", NOT_SHOWN, SKIPPED)


def words_of(answers: Mapping[str, object], key: str) -> str:
    """Return the words beside the value of a question."""
    return str(answers.get(key + OTHER) or "").strip()


def kept(question: Asked, answer: object) -> object:
    """Return an answer as it is kept: a value, a list of values, or an object with the reason."""
    several = question.kind in ("multi", "rank")
    values = values_of(answer) if several else values_of(answer)[:1]
    if not values:
        return {"missing": reason_of(answer) or SKIPPED}
    meanings = {one.value: one.meaning for one in question.options if one.meaning}
    if len(values) == 1 and values[0] in meanings:
        return {"missing": meanings[values[0]]}
    return list(values) if several else values[0]


def bounds(question: Asked) -> tuple[int | None, int | None]:
    """Return the least and the most figure that a question takes; None where there is no bound."""
    least, most = RANGES.get(question.kind, (None, None))
    return (
        least if question.least is None else question.least,
        most if question.most is None else question.most,
    )


def score(question: Asked, value: str) -> float | None:
    """Return what a value counts as, before any reversing; None where it is no figure."""
    for option in question.options:
        if option.value == value:
            return None if option.number is None or option.meaning else float(option.number)
    if question.options or question.kind not in (*RANGES, "number"):
        return None
    number = _number(value)
    return None if number is None else float(number)


def fault_of(question: Asked, answer: object, words: str = "") -> Fault | None:
    """Return what is wrong with an answer, None where nothing is; a blank one is not wrong."""
    values = values_of(answer)
    if len(words) > LONGEST_TEXT:
        return Fault("too_long", bound=LONGEST_TEXT)
    if not values:
        return None
    if question.kind in ("multi", "rank"):
        return _fault_of_several(question, values)
    if len(values) > 1:
        return Fault("one_only")
    if question.kind in _CHECKS:
        return _CHECKS[question.kind](question, values[0])
    if question.options or question.kind not in RANGES:
        known = any(one.value == values[0] for one in question.options)
        return None if known else Fault("unknown", values[0])
    return _fault_of_figure(question, values[0])


def _fault_of_several(question: Asked, values: Sequence[str]) -> Fault | None:
    offered = {one.value: one for one in question.options}
    for place, value in enumerate(values):
        if value not in offered:
            return Fault("unknown", value)
        if value in values[:place]:
            return Fault("twice", offered[value].label)
        if offered[value].meaning and len(values) > 1:
            return Fault("alone", offered[value].label)
    if offered[values[0]].meaning:
        return None
    if question.least is not None and len(values) < question.least:
        return Fault("too_few", bound=question.least)
    if question.most is not None and len(values) > question.most:
        return Fault("too_many", bound=question.most)
    if question.kind == "rank" and question.least is None and question.most is None:
        left = [o.label for o in offered.values() if o.value not in values and not o.meaning]
        return Fault("unranked", left[0]) if left else None
    return None


def _fault_of_number(question: Asked, value: str) -> Fault | None:
    number = _number(value)
    if number is None:
        return Fault("no_number", value)
    least, most = bounds(question)
    if least is not None and number < least:
        return Fault("too_small", value, least)
    if most is not None and number > most:
        return Fault("too_large", value, most)
    return None


def _fault_of_figure(question: Asked, value: str) -> Fault | None:
    """Check a figure of a scale without labels: whole, and on the scale."""
    number = _number(value)
    if number is not None and number != number.to_integral_value():
        return Fault("unknown", value)
    return _fault_of_number(question, value)


def _fault_of_text(question: Asked, value: str) -> Fault | None:
    most = question.most or LONGEST_TEXT
    return Fault("too_long", bound=most) if len(value) > most else None


def _fault_of_day(_question: Asked, value: str) -> Fault | None:
    try:
        return None if date.fromisoformat(value).isoformat() == value else Fault("no_day", value)
    except ValueError:
        return Fault("no_day", value)


def _fault_of_note(_question: Asked, value: str) -> Fault | None:
    return Fault("no_question", value)


_CHECKS: Mapping[str, Callable[[Asked, str], Fault | None]] = {
    "number": _fault_of_number,
    "text": _fault_of_text,
    "date": _fault_of_day,
    "note": _fault_of_note,
}
_PLAIN_NUMBER = re.compile(r"[+-]?\d{1,15}(?:\.\d{1,10})?", re.ASCII)


def _number(text: str) -> Decimal | None:
    if not _PLAIN_NUMBER.fullmatch(text.strip()):
        return None
    return Decimal(text.strip())
