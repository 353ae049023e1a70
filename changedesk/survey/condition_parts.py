"""The parts of a condition, and its text cut into words: the first half of reading one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NoReturn

from changedesk.store.errors import UserError
from changedesk.store.text import on_one_line, shortened

LONGEST = 8_000
"""Characters of a condition: far more than anybody writes."""


@dataclass(frozen=True, slots=True)
class Literal:
    """A text or a number that stands in the condition."""

    value: str | float


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to a question, written `${key}`."""

    key: str


@dataclass(frozen=True, slots=True)
class Current:
    """The answer to the question that the condition belongs to, written `.`."""


@dataclass(frozen=True, slots=True)
class Negative:
    """A number with its sign turned round."""

    part: "Part"


@dataclass(frozen=True, slots=True)
class Chain:
    """Parts joined by operators that bind equally strong, read from the left."""

    first: "Part"
    rest: tuple[tuple[str, "Part"], ...]


@dataclass(frozen=True, slots=True)
class Call:
    """A function with what it is given."""

    function: str
    given: tuple["Part", ...]


Part = Literal | Answer | Current | Negative | Chain | Call


@dataclass(frozen=True, slots=True)
class Word:
    """A piece of the text: `kind` is number, text, answer, current, name, sign or end.

    `place` is the character, from 1, where it begins.
    """

    kind: str
    text: str
    place: int


_WORD = re.compile(
    r"""\s*(?:
        (?P<number>\d+(?:\.\d*)?|\.\d+)
      | (?P<text>'[^']*'|"[^"]*"|[‘’][^‘’]*[‘’]|[“”][^“”]*[“”])
      | \$\{\s*(?P<answer>[^\s{}]+)\s*\}
      | (?P<current>\.)(?![\w.])
      | (?P<name>[^\W\d](?:[\w.]|-(?=\w))*)
      | (?P<sign>!=|<=|>=|[=<>()+*,-])
      | (?P<end>\Z)
    )""",
    re.VERBOSE,
)


def words_of(text: str) -> Iterator[Word]:
    """Cut a condition into words, the last of kind end; raises UserError with the place."""
    if len(text) > LONGEST:
        fault(text, 1, f"it is longer than {LONGEST:,} characters; split it over several questions")
    at = 0
    while True:
        found = _WORD.match(text, at)
        if found is None:
            rest = text[at:].lstrip()
            fault(text, len(text) - len(rest) + 1, _why_unknown(rest))
        kind = str(found.lastgroup)
        piece = found[kind]
        place = found.start(kind) + 1
        yield Word(kind, piece[1:-1] if kind == "text" else piece, place)
        if kind == "end":
            return
        at = found.end()


def _why_unknown(rest: str) -> str:
    if rest[0] in "'\"‘’“”":
        return "a text begins here and its closing quotation mark is missing"
    if rest.startswith("$"):
        return "the answer to a question is written ${key}, with the question’s key between braces"
    return f"“{rest[0]}” is not understood"


def fault(text: str, place: int, why: str) -> NoReturn:
    """Refuse a condition; `place` is the character, from 1, that the reason is about."""
    shown = shortened(on_one_line(text), 80)
    raise UserError(f"The condition “{shown}” cannot be read at character {place}: {why}.")
