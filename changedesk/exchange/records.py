"""Rows of any record type out of somebody's table: columns are known by the field's own words."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from changedesk.exchange.drafts import Account, Place, RowNote
from changedesk.exchange.reader import read_file
from changedesk.exchange.sheets import SheetData
from changedesk.store.errors import UserError
from changedesk.store.fields import Kind
from changedesk.store.spec import FieldSpec, RecordSpec

HEADER_ROWS = 11
YES_WORDS = frozenset({"yes", "y", "true", "1", "x", "✔"})
NO_WORDS = frozenset({"no", "n", "false", "0", "", "-"})


@dataclass(frozen=True)
class RecordDraft:
    """One row as a record: encoded values by field, and its place in the file.

    References are the words of the file: whoever takes the row in looks them up.
    """

    values: Mapping[str, str | int | bool | None]
    where: Place


@dataclass(frozen=True)
class RecordImport:
    """All that a file says about records of one type."""

    file: str
    type_name: str
    rows: tuple[RecordDraft, ...]
    account: Account
    columns: Mapping[str, str]


class _Misfit(ValueError):
    """A cell whose text is no value of its field; the message says why."""


def read_records(
    path: Path, spec: RecordSpec, mapping: Mapping[str, str] | None = None
) -> RecordImport:
    """Read a table whose headings are the labels or names of the type's fields.

    `mapping` gives further headings ("Column" → field name). A row with a value that does not fit
    is rejected with the reason, never guessed. Raises UserError when no table is found.
    """
    file = read_file(path)
    known = _headings(spec, mapping or {})
    for sheet in file.sheets:
        found = _header(sheet, known)
        if found is not None:
            return _read(path.name, sheet, spec, *found)
    labels = ", ".join(field.label for field in spec.shown if field.editable)
    raise UserError(
        f"{path.name} has no table of {spec.plural.lower()}: name its columns {labels}."
    )


def _headings(spec: RecordSpec, mapping: Mapping[str, str]) -> dict[str, FieldSpec]:
    known: dict[str, FieldSpec] = {}
    for field in spec.shown:
        if field.editable:
            known[_bare(field.label)] = known[_bare(field.name)] = field
    for heading, name in mapping.items():
        try:
            known[_bare(heading)] = spec.field(name)
        except KeyError:
            raise UserError(f"{spec.label} has no field “{name}”.") from None
    return known


def _bare(heading: str) -> str:
    return re.sub(r"[\W_]+", " ", heading.casefold()).strip()


def _header(
    sheet: SheetData, known: Mapping[str, FieldSpec]
) -> tuple[int, dict[int, FieldSpec]] | None:
    best: tuple[int, dict[int, FieldSpec]] | None = None
    for index, row in enumerate(sheet.rows[:HEADER_ROWS]):
        columns = {at: known[_bare(cell)] for at, cell in enumerate(row) if _bare(cell) in known}
        if columns and (best is None or len(columns) > len(best[1])):
            best = (index, columns)
    return best


def _read(
    name: str, sheet: SheetData, spec: RecordSpec, header: int, columns: dict[int, FieldSpec]
) -> RecordImport:
    rows: list[RecordDraft] = []
    skipped: list[RowNote] = []
    rejected: list[RowNote] = []
    broken = dict(sheet.broken)
    for index, row in enumerate(sheet.rows):
        if not any(cell.strip() for cell in row):
            continue
        where = Place("" if sheet.delimited else sheet.name, sheet.number(index))
        if index <= header:
            skipped.append(RowNote(where, "heading"))
            continue
        try:
            if index in broken:
                raise _Misfit(broken[index])
            rows.append(RecordDraft(_values(spec, row, columns), where))
        except _Misfit as misfit:
            rejected.append(RowNote(where, str(misfit)))
    read = len(rows) + len(skipped) + len(rejected)
    account = Account(read, len(rows), 0, tuple(skipped), tuple(rejected))
    headings = {sheet.rows[header][at]: field.name for at, field in columns.items()}
    return RecordImport(name, spec.type_name, tuple(rows), account, headings)


def _values(
    spec: RecordSpec, row: tuple[str, ...], columns: dict[int, FieldSpec]
) -> dict[str, str | int | bool | None]:
    values = {
        field.name: _value(field, row[at].strip() if at < len(row) else "")
        for at, field in columns.items()
    }
    for field in spec.fields:
        if field.facts.required and field.editable and not values.get(field.name):
            raise _Misfit(f"“{field.label}” is empty")
    return values


def _value(field: FieldSpec, text: str) -> str | int | bool | None:
    if field.kind is Kind.CHOICE:
        return _choice(field, text)
    if field.kind is Kind.INTEGER:
        if text and not re.fullmatch(r"-?\d+", text):
            raise _Misfit(f"“{text}” is no whole number for “{field.label}”")
        return int(text) if text else None
    if field.kind is Kind.YES_NO:
        if text.casefold() not in YES_WORDS | NO_WORDS:
            raise _Misfit(f"“{text}” is neither yes nor no for “{field.label}”")
        return text.casefold() in YES_WORDS
    if field.kind is Kind.DATE and text:
        try:
            return date.fromisoformat(text[:10]).isoformat()
        except ValueError:
            raise _Misfit(f"“{text}” is no date for “{field.label}”; write 2026-03-31") from None
    return text


def _choice(field: FieldSpec, text: str) -> str:
    folded = text.casefold()
    for choice in field.choices:
        spelled = {
            choice.code,
            choice.label.casefold(),
            f"{choice.glyph} {choice.label}".casefold(),
        }
        if folded in spelled:
            return choice.code
    if not text:
        return ""
    raise _Misfit(f"“{text}” is not a value of “{field.label}”")
