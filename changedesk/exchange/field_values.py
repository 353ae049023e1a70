"""The text of a cell as a value of a field: what does not fit is refused, never guessed."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from changedesk.exchange import dates
from changedesk.store.errors import UserError
from changedesk.store.fields import Kind
from changedesk.store.spec import FieldSpec
from changedesk.store.values import tidy

# The words of our own forms alone, not those of every language: any other is refused and told.
YES_WORDS = frozenset({"yes", "y", "true", "1", "x", "✔"})
NO_WORDS = frozenset({"no", "n", "false", "0", "-", "✖"})


class Misfit(ValueError):
    """A cell whose text is no value of its field; the message says why."""


@dataclass(frozen=True)
class Reader:
    """Reads the cells of one column; `order` says how the column writes its dates."""

    field: FieldSpec
    order: dates.Order | None = None

    def __call__(self, text: str) -> str | int | bool:
        """Return the value of a cell that is not empty; raises Misfit."""
        value = self._value(text)
        if self.field.kind is Kind.REFERENCE:
            return value
        try:
            tidy(self.field, value)
        except UserError as problem:
            raise Misfit(str(problem).rstrip(".")) from None
        return value

    def _value(self, text: str) -> str | int | bool:
        match self.field.kind:
            case Kind.CHOICE:
                return _choice(self.field, text)
            case Kind.INTEGER:
                return _integer(self.field, text)
            case Kind.YES_NO:
                return _yes_or_no(self.field, text)
            case Kind.DATE:
                return self._date(text)
            case Kind.MOMENT:
                return _moment(self.field, text)
        return text

    def _date(self, text: str) -> str:
        found = dates.parse(text, self.order)
        if found is None:
            either = ", or can be read in two ways" if dates.looks_like_date(text) else ""
            raise Misfit(
                f"“{text}” is no date for “{self.field.label}”{either}: write it as 2026-03-31"
            )
        return found.isoformat()


def readers(columns: Mapping[int, FieldSpec], body: Sequence[Sequence[str]]) -> dict[int, Reader]:
    """Return who reads each column; in which order a column writes dates, all its cells tell."""
    made = {}
    for at, field in columns.items():
        order = None
        if field.kind is Kind.DATE:
            order, _ = dates.order_of(row[at] for row in body if at < len(row))
        made[at] = Reader(field, order)
    return made


def says_nothing(value: object) -> bool:
    """Tell whether a value is none."""
    return value is None or value == ""


def _choice(field: FieldSpec, text: str) -> str:
    wanted = {_folded(text), _worded(text)}
    for choice in field.choices:
        if wanted & {choice.code, _folded(choice.label), choice.glyph}:
            return choice.code
    labels = ", ".join(choice.label for choice in field.choices)
    raise Misfit(f"“{text}” is not a value of “{field.label}”: there are {labels}")


def _integer(field: FieldSpec, text: str) -> int:
    if not re.fullmatch(r"[-+]?\d{1,15}", text):
        raise Misfit(f"“{text}” is no whole number for “{field.label}”")
    return int(text)


def _yes_or_no(field: FieldSpec, text: str) -> bool:
    words = {_folded(text), _worded(text)}
    if not words & (YES_WORDS | NO_WORDS):
        raise Misfit(f"“{text}” is neither yes nor no for “{field.label}”")
    return bool(words & YES_WORDS)


def _moment(field: FieldSpec, text: str) -> int:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        raise Misfit(
            f"“{text}” is no time for “{field.label}”: write it as 2026-03-31 14:30"
        ) from None
    # A time without a zone is in UTC, as our own sheets write it.
    found = found if found.tzinfo is not None else found.replace(tzinfo=UTC)
    return int(found.timestamp() * 1000)


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def _worded(text: str) -> str:
    """Return the text without the glyph that may stand before its word."""
    return _folded(re.sub(r"^[^\w]+\s", "", text))
