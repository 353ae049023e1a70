"""Conditions of questions, as XLSForm writes them: read into parts, never run as code.

Understood are ${key}, `.`, texts, numbers, = != < <= > >=, and, or, + - * div mod, and the
functions of FUNCTIONS. A question without an answer is an empty text: equal to '', unlike any
other text, and neither less nor more than a number.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import NoReturn

from changedesk.survey.condition_parts import (
    Answer,
    Call,
    Chain,
    Current,
    Literal,
    Negative,
    Part,
    Word,
    fault,
    words_of,
)
from changedesk.survey.condition_values import Value, evaluate, plain, truth

FUNCTIONS: Mapping[str, tuple[int, int]] = {
    "not": (1, 1),
    "selected": (2, 2),
    "count-selected": (1, 1),
    "if": (3, 3),
    "coalesce": (2, 9),
    "true": (0, 0),
    "false": (0, 0),
}
"""With how many values, at least and at most, each function is given."""

_LEVELS = (("or",), ("and",), ("=", "!="), ("<", "<=", ">", ">="), ("+", "-"), ("*", "div", "mod"))
"""Operators from the loosest to the tightest."""
_WORDS = ("or", "and", "div", "mod")
_MARKS = (("'", "'"), ('"', '"'), ("‘", "’"), ("“", "”"))
_DEEPEST = 40
_LONGEST_NUMBER = 20


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition that was read. `whole` is None for an empty one, which always holds."""

    text: str
    whole: Part | None


def parse(text: str) -> Condition:
    """Read a condition; raises UserError that names the place where it cannot be understood."""
    text = text.strip()
    return Condition(text, _Reader(text).whole() if text else None)


def holds(condition: Condition, answers: Mapping[str, object], current: object = None) -> bool:
    """Tell whether a condition holds; `current` is what `.` stands for.

    An answer is a text, a number, or for several choices their values as a tuple or list.
    """
    return condition.whole is None or truth(value(condition, answers, current))


def value(condition: Condition, answers: Mapping[str, object], current: object = None) -> Value:
    """Return what a calculation gives: a text, a number, a truth value or several choices."""
    if condition.whole is None:
        return ""
    return evaluate(condition.whole, answers, plain(current))


def names(condition: Condition) -> tuple[str, ...]:
    """Return the keys of the questions that a condition asks about, each once, in their order."""
    return tuple(dict.fromkeys(_names(condition.whole)))


def asks_about_itself(condition: Condition) -> bool:
    """Tell whether a condition holds `.`, the answer to its own question."""
    return any(isinstance(part, Current) for part in _parts(condition.whole))


def written(condition: Condition) -> str:
    """Return a condition in the plain form that every program for XLSForms reads."""
    return "" if condition.whole is None else _written(condition.whole)


def joined(conditions: Iterable[Condition]) -> Condition:
    """Return the condition that holds where all of these do; empty ones ask for nothing."""
    wholes = [one.whole for one in conditions if one.whole is not None]
    if not wholes:
        return Condition("", None)
    first, *rest = wholes
    whole = Chain(first, tuple(("and", one) for one in rest)) if rest else first
    return Condition(_written(whole), whole)


def mapped(condition: Condition, change: Callable[[Part], Part]) -> Condition:
    """Return a condition whose answers and texts are replaced by what `change` makes of them."""
    if condition.whole is None:
        return condition
    whole = _mapped(condition.whole, change)
    return Condition(_written(whole), whole)


def _mapped(part: Part, change: Callable[[Part], Part]) -> Part:
    if isinstance(part, Negative):
        return Negative(_mapped(part.part, change))
    if isinstance(part, Chain):
        rest = tuple((sign, _mapped(one, change)) for sign, one in part.rest)
        return Chain(_mapped(part.first, change), rest)
    if isinstance(part, Call):
        return Call(part.function, tuple(_mapped(one, change) for one in part.given))
    return change(part)


def _parts(part: Part | None) -> Iterator[Part]:
    if part is None:
        return
    yield part
    if isinstance(part, Negative):
        yield from _parts(part.part)
    elif isinstance(part, Chain):
        yield from _parts(part.first)
        for _, one in part.rest:
            yield from _parts(one)
    elif isinstance(part, Call):
        for one in part.given:
            yield from _parts(one)


def _names(part: Part | None) -> Iterator[str]:
    return (one.key for one in _parts(part) if isinstance(one, Answer))


def _written(part: Part) -> str:
    if isinstance(part, Literal):
        return _literal(part.value)
    if isinstance(part, Answer):
        return f"${{{part.key}}}"
    if isinstance(part, Current):
        return "."
    if isinstance(part, Negative):
        return f"-{_operand(part.part, len(_LEVELS))}"
    if isinstance(part, Call):
        return f"{part.function}({', '.join(map(_written, part.given))})"
    level = _level(part)
    rest = "".join(f" {sign} {_operand(one, level)}" for sign, one in part.rest)
    return _operand(part.first, level) + rest


def _operand(part: Part, level: int) -> str:
    """Return a part of something that binds as `level`: in brackets where it binds no tighter."""
    loose = isinstance(part, Chain) and _level(part) <= level
    return f"({_written(part)})" if loose else _written(part)


def _level(chain: Chain) -> int:
    sign = chain.rest[0][0]
    return next(level for level, signs in enumerate(_LEVELS) if sign in signs)


def _literal(value: str | float) -> str:
    if isinstance(value, float):
        # Without an exponent, which the notation does not know.
        return f"{Decimal(repr(value)):f}".removesuffix(".0")
    # The notation has no escape: a text that holds one mark stands between those of another.
    return next(f"{a}{value}{b}" for a, b in _MARKS if a not in value and b not in value)


class _Reader:
    """Reads the words of one condition from left to right."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._words = list(words_of(text))
        self._at = 0
        self._depth = 0

    def whole(self) -> Part:
        part = self._chain(0)
        if self._word.kind != "end":
            self._refuse(f"“{self._word.text}” does not fit here; is “and” or “or” missing?")
        return part

    @property
    def _word(self) -> Word:
        return self._words[self._at]

    def _take(self) -> Word:
        self._at += 1
        return self._words[self._at - 1]

    def _refuse(self, why: str) -> NoReturn:
        fault(self._text, self._word.place, why)

    def _chain(self, level: int) -> Part:
        if level == len(_LEVELS):
            return self._signed()
        first = self._chain(level + 1)
        rest = []
        while (sign := self._operator()) in _LEVELS[level]:
            self._take()
            rest.append((sign, self._chain(level + 1)))
        return Chain(first, tuple(rest)) if rest else first

    def _operator(self) -> str:
        word = self._word
        if word.kind == "name":
            return word.text.lower() if word.text.lower() in _WORDS else ""
        return word.text if word.kind == "sign" else ""

    def _signed(self) -> Part:
        self._depth += 1
        if self._depth > _DEEPEST:
            self._refuse(f"its brackets are nested more than {_DEEPEST} deep")
        if self._word.kind == "sign" and self._word.text == "-":
            self._take()
            part: Part = Negative(self._signed())
        else:
            part = self._one()
        self._depth -= 1
        return part

    def _one(self) -> Part:
        word = self._word
        if word.kind == "number":
            if len(word.text) > _LONGEST_NUMBER:
                self._refuse(f"the number has more than {_LONGEST_NUMBER} figures")
            return Literal(float(self._take().text))
        if word.kind == "text":
            return Literal(self._take().text)
        if word.kind == "answer":
            return Answer(self._take().text)
        if word.kind == "current":
            self._take()
            return Current()
        if word.kind == "name" and not self._operator():
            return self._call()
        if (word.kind, word.text) != ("sign", "("):
            missing = "at the end" if word.kind == "end" else f"before “{word.text}”"
            self._refuse(f"a question, a number or a text is missing {missing}")
        self._take()
        part = self._chain(0)
        self._close()
        return part

    def _call(self) -> Part:
        word = self._word
        function = word.text.lower()
        following = self._words[self._at + 1]
        if (following.kind, following.text) != ("sign", "("):
            self._refuse(
                f"“{word.text}” stands alone; a text is written '{word.text}', "
                f"the answer to a question ${{{word.text}}}"
            )
        if function not in FUNCTIONS:
            known = ", ".join(FUNCTIONS)
            self._refuse(f"there is no function {word.text}() here; known are {known}")
        self._take()
        self._take()
        given = self._given()
        least, most = FUNCTIONS[function]
        if not least <= len(given) <= most:
            wanted = str(least) if least == most else f"{least} or more"
            fault(
                self._text,
                word.place,
                f"{function}() is given {len(given)} values and takes {wanted}",
            )
        return Call(function, given)

    def _given(self) -> tuple[Part, ...]:
        if (self._word.kind, self._word.text) == ("sign", ")"):
            self._take()
            return ()
        given = [self._chain(0)]
        while (self._word.kind, self._word.text) == ("sign", ","):
            self._take()
            given.append(self._chain(0))
        self._close()
        return tuple(given)

    def _close(self) -> None:
        if (self._word.kind, self._word.text) != ("sign", ")"):
            self._refuse("a closing bracket “)” is missing")
        self._take()
