"""What the parts of a condition are worth: texts, numbers and truth values turned as XPath does."""

import math
import re
from collections.abc import Mapping
from datetime import date

from changedesk.survey.condition_parts import (
    Answer,
    Call,
    Chain,
    Current,
    Literal,
    Negative,
    Part,
)

Value = str | float | bool | tuple[str, ...]
"""A tuple holds the values of the choices that were ticked."""

_NUMBER = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)", re.ASCII)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_CLOSE = 1e-12


def plain(answer: object) -> Value:
    """Return an answer as a value: none as an empty text, whole numbers as numbers."""
    if answer is None:
        return ""
    if isinstance(answer, str | bool | float):
        return answer
    if isinstance(answer, int):
        return float(answer)
    if isinstance(answer, tuple | list):
        return tuple(map(str, answer))
    return str(answer)


def text_of(value: Value) -> str:
    """Return a value as text: several choices with spaces between, 2.0 as 2."""
    if isinstance(value, tuple):
        return " ".join(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        if math.isnan(value):
            return "NaN"
        if math.isinf(value):
            return "Infinity" if value > 0 else "-Infinity"
        return str(int(value)) if value.is_integer() else repr(value)
    return value


def number_of(value: Value) -> float:
    """Return a value as a number; a day as its count of days; NaN for what is none."""
    if isinstance(value, bool | float):
        return float(value)
    text = text_of(value).strip()
    if _NUMBER.fullmatch(text):
        return float(text)
    if _DAY.fullmatch(text):
        try:
            return float(date.fromisoformat(text).toordinal())
        except ValueError:
            return math.nan
    return math.nan


def truth(value: Value) -> bool:
    """Tell whether a value counts as true: a text that is not empty, a number that is not 0."""
    if isinstance(value, float):
        return value != 0 and not math.isnan(value)
    return bool(value)


def evaluate(part: Part, answers: Mapping[str, object], current: Value) -> Value:
    """Return what a part is worth with these answers; `current` is what `.` stands for."""
    if isinstance(part, Literal):
        return part.value
    if isinstance(part, Answer):
        return plain(answers.get(part.key))
    if isinstance(part, Current):
        return current
    if isinstance(part, Negative):
        return -number_of(evaluate(part.part, answers, current))
    if isinstance(part, Call):
        return _call(part, answers, current)
    return _chain(part, answers, current)


def _chain(chain: Chain, answers: Mapping[str, object], current: Value) -> Value:
    """Join from the left; “and” and “or” look no further than they must."""
    so_far = evaluate(chain.first, answers, current)
    for sign, part in chain.rest:
        if sign in ("and", "or"):
            if truth(so_far) == (sign == "or"):
                return sign == "or"
            so_far = truth(evaluate(part, answers, current))
        else:
            so_far = _joined(sign, so_far, evaluate(part, answers, current))
    return so_far


def _joined(sign: str, left: Value, right: Value) -> Value:
    if sign in ("=", "!="):
        return _same(left, right) == (sign == "=")
    a, b = number_of(left), number_of(right)
    if sign in ("<", "<=", ">", ">="):
        return {"<": a < b, "<=": a <= b, ">": a > b, ">=": a >= b}[sign]
    return _calculated(sign, a, b)


def _same(left: Value, right: Value) -> bool:
    if isinstance(left, bool) or isinstance(right, bool):
        return truth(left) == truth(right)
    if isinstance(left, float) or isinstance(right, float):
        a, b = number_of(left), number_of(right)
        return a == b or abs(a - b) < _CLOSE
    return text_of(left) == text_of(right)


def _calculated(sign: str, a: float, b: float) -> float:
    if sign == "+":
        return a + b
    if sign == "-":
        return a - b
    if sign == "*":
        return a * b
    if math.isnan(a) or math.isnan(b) or (b == 0 and (sign == "mod" or a == 0)):
        return math.nan
    if sign == "mod":
        return math.nan if math.isinf(a) else math.fmod(a, b)
    if b == 0:
        return math.copysign(math.inf, a) * math.copysign(1, b)
    return a / b


def _call(call: Call, answers: Mapping[str, object], current: Value) -> Value:
    """Call a function; if() and coalesce() look only at what they return."""
    if call.function in ("true", "false"):
        return call.function == "true"
    first = evaluate(call.given[0], answers, current)
    if call.function == "not":
        return not truth(first)
    if call.function == "count-selected":
        return float(len(_choices(first)))
    if call.function == "if":
        return evaluate(call.given[1 if truth(first) else 2], answers, current)
    if call.function == "selected":
        return text_of(evaluate(call.given[1], answers, current)).strip() in _choices(first)
    for part in call.given[1:]:
        if text_of(first):
            break
        first = evaluate(part, answers, current)
    return first


def _choices(value: Value) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else tuple(text_of(value).split())
