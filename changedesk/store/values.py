"""How the journal writes a value: as text, the same on every engine and in every version."""

import datetime
import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from changedesk.store.errors import UserError
from changedesk.store.fields import Kind
from changedesk.store.spec import LARGEST_INTEGER, LARGEST_MOMENT, FieldSpec, RecordSpec
from changedesk.store.text import clean, on_one_line, shortened

Encoded = str | None

_TEXTS = frozenset({str})
_READ = json.JSONDecoder().raw_decode
_DECIMAL = re.compile(r"[-−]?[0-9]{1,15}([.,][0-9]{1,9})?")
_NUMBERS = frozenset({Kind.INTEGER, Kind.MOMENT, Kind.REFERENCE})


def tidy(field: FieldSpec, value: Any) -> Any:
    """Return `value` as the field keeps it: cleaned text, a whole number, an ISO date, or None.

    Raises UserError for what the field cannot hold.
    """
    kind = field.kind
    if kind in _NUMBERS:
        return None if value is None or value == "" else _whole_number(field, value)
    if kind is Kind.YES_NO:
        return bool(value)
    text = "" if value is None else clean(str(value))
    if kind is Kind.DATE and text:
        return _iso_date(field, text)
    if field.facts.decimal and text:
        return _exact_decimal(field, text)
    return text if kind is Kind.LONG_TEXT else on_one_line(text)


def _whole_number(field: FieldSpec, value: Any) -> int:
    number = _any_whole_number(field, value)
    least, most = field.facts.least, field.facts.most
    if (least is not None and number < least) or (most is not None and number > most):
        bounds = f"from {least} to {most}" if most is not None else f"of {least} or more"
        raise UserError(f"“{field.label}” takes a whole number {bounds}, not “{value}”.")
    return number


def _any_whole_number(field: FieldSpec, value: Any) -> int:
    if type(value) is int and abs(value) <= LARGEST_INTEGER:
        return value
    limit = LARGEST_MOMENT if field.kind is Kind.MOMENT else LARGEST_INTEGER
    try:
        number = int(value)
    except (ValueError, OverflowError):
        number = None
    if number is None or abs(number) > limit or (isinstance(value, float) and value != number):
        raise UserError(f"“{field.label}” takes a whole number, not “{value}”.")
    return number


def _iso_date(field: FieldSpec, text: str) -> str:
    try:
        return datetime.date.fromisoformat(text).isoformat()
    except ValueError:
        raise UserError(f"“{field.label}” takes a date such as 2026-03-31, not “{text}”.") from None


def _exact_decimal(field: FieldSpec, text: str) -> str:
    # A comma is how half of Europe writes it; with both signs nobody can tell.
    plain = text.strip().removesuffix("%").strip()
    if not _DECIMAL.fullmatch(plain):
        raise UserError(f"“{field.label}” takes a number such as 84.5, not “{text}”.")
    return plain.replace(",", ".").replace("−", "-")


def encode(field: FieldSpec, value: Any, uid_of: Mapping[int, bytes]) -> Encoded:
    """Return the journal's text for a tidy value; a reference becomes the UUID of its target."""
    if value is None:
        return None
    if field.kind is Kind.REFERENCE:
        return uid_of[value].hex()
    if field.kind is Kind.YES_NO:
        return "1" if value else "0"
    return str(value)


def decode(field: FieldSpec, text: Encoded, id_of: Mapping[bytes, int]) -> Any:
    """Return the value that the tables hold for the journal's text."""
    if field.kind is Kind.REFERENCE:
        return None if not text else id_of.get(bytes.fromhex(text))
    if field.kind in (Kind.INTEGER, Kind.MOMENT):
        return int(text) if text else None
    if field.kind is Kind.YES_NO:
        return text == "1"
    return text or ""


class Decoder:
    """Turns the journal's texts of records of one type into values."""

    def __init__(self, spec: RecordSpec) -> None:
        self._fields = spec.journalled

    def columns(
        self, records: Sequence[Mapping[str, Encoded]], id_of: Mapping[str, int]
    ) -> dict[str, list[Any]]:
        """Return the values of all journalled fields, each field's in the order of the records.

        `records` give some fields each; `id_of` gives the key of what a reference names, by the
        reference's text.
        """
        told = set().union(*records)
        return {
            field.name: _column(field, records, id_of)
            if field.name in told
            else _column(field, ({},), id_of) * len(records)
            for field in self._fields
        }

    def values(self, texts: Mapping[str, Encoded], id_of: Mapping[str, int]) -> dict[str, Any]:
        """Return the values of all journalled fields of one record, likewise."""
        return {name: column[0] for name, column in self.columns([texts], id_of).items()}


def _column(
    field: FieldSpec, records: Sequence[Mapping[str, Encoded]], id_of: Mapping[str, int]
) -> list[Any]:
    # By the hundred thousand, a field at a time takes a third of what a record at a time does.
    name, kind = field.name, field.kind
    if kind is Kind.REFERENCE:
        return [id_of.get(texts.get(name) or "") for texts in records]
    if kind in (Kind.INTEGER, Kind.MOMENT):
        return [int(text) if (text := texts.get(name)) else None for texts in records]
    if kind is Kind.YES_NO:
        return [texts.get(name) == "1" for texts in records]
    return [texts.get(name) or "" for texts in records]


def decode_record(text: str | None) -> dict[str, str]:
    """Return the encoded fields that an operation of creation holds; none if it was erased."""
    if not text:
        return {}
    loaded: dict[str, Any]
    loaded, end = _READ(text)
    if end != len(text):
        raise ValueError(f"a record is followed by more: {shortened(text[end:])}")
    if _TEXTS.issuperset(map(type, loaded.values())):  # as everything is that was written here
        return loaded
    return {name: str(value) for name, value in loaded.items()}
