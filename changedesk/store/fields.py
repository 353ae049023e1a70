"""How a field is declared: a Peewee field that also carries what a screen or a sheet needs.

Each function here makes one kind of field. The facts it is given are all that tables, forms,
workbooks, imports, search and history ever learn about it (see `spec`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

from peewee import BigIntegerField, BooleanField, Field, ForeignKeyField, IntegerField, TextField

__all__ = [
    "Choice",
    "Facts",
    "Kind",
    "Rule",
    "choice",
    "code",
    "date",
    "facts_of",
    "integer",
    "long_text",
    "moment",
    "reference",
    "text",
    "yes_no",
]


F = TypeVar("F", bound=Field)


class Kind(StrEnum):
    """What sort of value a field holds."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    CODE = "code"
    CHOICE = "choice"
    INTEGER = "integer"
    YES_NO = "yes_no"
    DATE = "date"
    MOMENT = "moment"
    REFERENCE = "reference"


class Rule(StrEnum):
    """Who decides when two people changed a field without seeing each other."""

    LATEST = "latest"
    EVERY_VALUE = "every_value"


@dataclass(frozen=True)
class Choice:
    """One allowed value: its stable code, the English word for it, and a glyph."""

    code: str
    label: str
    glyph: str = ""


@dataclass(frozen=True)
class Facts:
    """What a declaration says about a field beyond its name and its type in the database."""

    kind: Kind
    width: int = 20
    unit: str = ""
    read_only: bool = False
    personal: bool = False
    searched: bool = False
    derived: bool = False
    hidden: bool = False
    required: bool = False
    rule: Rule = Rule.LATEST
    choices: tuple[Choice, ...] = ()
    owner: bool = False
    private: bool = False  # leaves the workspace only when that is asked for
    least: int | None = None
    most: int | None = None
    short_code: bool = False  # a code that people say and type: a few letters and digits
    decimal: bool = False  # a number such as 84.5, kept as text so that it stays exact
    names_content: bool = False  # the SHA-256, in hex, of bytes that the workspace keeps


def facts_of(field: Field) -> Facts | None:
    """Return the facts of a declared field, or None for the primary key and the like."""
    facts = getattr(field, "facts", None)
    return facts if isinstance(facts, Facts) else None


def _declared(field: F, facts: Facts) -> F:
    field.facts = facts  # type: ignore[attr-defined]
    return field


def text(
    label: str, about: str = "", *, width: int = 24, searched: bool = True, **facts: Any
) -> TextField:
    """Declare one line of text; `width` is in characters."""
    field = TextField(default="", verbose_name=label, help_text=about)
    return _declared(field, Facts(Kind.TEXT, width=width, searched=searched, **facts))


def long_text(
    label: str, about: str = "", *, width: int = 48, searched: bool = True, **facts: Any
) -> TextField:
    """Declare a text of several lines; `width` is in characters."""
    field = TextField(default="", verbose_name=label, help_text=about)
    return _declared(field, Facts(Kind.LONG_TEXT, width=width, searched=searched, **facts))


def code(
    label: str = "Code", about: str = "How people name this record; never used twice."
) -> TextField:
    """Declare the human code of a record, given by the store when the record is made."""
    field = TextField(default="", verbose_name=label, help_text=about, index=True)
    return _declared(
        field, Facts(Kind.CODE, width=11, read_only=True, searched=True, short_code=True)
    )


def choice(
    label: str, choices: Sequence[Choice], about: str = "", *, default: str = "", **facts: Any
) -> TextField:
    """Declare a value out of a fixed set; it is stored as the stable code of the choice."""
    field = TextField(
        default=default,
        verbose_name=label,
        help_text=about,
        choices=[(option.code, option.label) for option in choices],
    )
    facts.setdefault("width", 14)
    return _declared(field, Facts(Kind.CHOICE, choices=tuple(choices), **facts))


def integer(label: str, about: str = "", *, width: int = 8, **facts: Any) -> IntegerField:
    """Declare a whole number, or nothing."""
    field = IntegerField(null=True, verbose_name=label, help_text=about)
    return _declared(field, Facts(Kind.INTEGER, width=width, **facts))


def decimal(label: str, about: str = "", *, width: int = 10, **facts: Any) -> TextField:
    """Declare a decimal number, kept as its exact text (84.5), or nothing."""
    field = TextField(default="", verbose_name=label, help_text=about)
    return _declared(field, Facts(Kind.TEXT, width=width, decimal=True, **facts))


def yes_no(label: str, about: str = "", *, width: int = 8, **facts: Any) -> BooleanField:
    """Declare a yes or no, no by default."""
    field = BooleanField(default=False, verbose_name=label, help_text=about)
    return _declared(field, Facts(Kind.YES_NO, width=width, **facts))


def date(label: str, about: str = "", *, width: int = 12, **facts: Any) -> TextField:
    """Declare a calendar day, kept as ISO text (2026-03-31) or empty."""
    field = TextField(default="", verbose_name=label, help_text=about)
    return _declared(field, Facts(Kind.DATE, width=width, **facts))


def moment(label: str, about: str = "", *, width: int = 17, **facts: Any) -> BigIntegerField:
    """Declare a point in time, kept as milliseconds since 1970 in UTC, or nothing."""
    field = BigIntegerField(null=True, verbose_name=label, help_text=about)
    return _declared(field, Facts(Kind.MOMENT, width=width, **facts))


def reference(
    label: str,
    target: Any,
    about: str = "",
    *,
    required: bool = False,
    owner: bool = False,
    width: int = 20,
    **facts: Any,
) -> ForeignKeyField:
    """Declare a reference to another record.

    `owner` means that this record is a part of the other one: it goes when the other one goes.
    """
    field = ForeignKeyField(
        target,
        null=not required,
        verbose_name=label,
        help_text=about,
        backref="+",
        deferrable="INITIALLY DEFERRED",
    )
    known = Facts(Kind.REFERENCE, width=width, required=required, owner=owner, **facts)
    return _declared(field, known)
