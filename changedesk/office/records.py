"""A sheet of any record type, from its declaration: columns, drop-downs, widths, rows."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

from changedesk.office import Progress, write_workbook
from changedesk.office.identity import Identity
from changedesk.office.layout import Choice, Column, Kind, TableSheet, Value, Workbook, WrittenFile
from changedesk.store.fields import Kind as FieldKind
from changedesk.store.listing import Listing, Named, record_ids, record_page
from changedesk.store.records import Record
from changedesk.store.spec import FieldSpec, RecordSpec, spec_of
from changedesk.store.workspace import Workspace

_KINDS: Mapping[FieldKind, Kind] = {
    FieldKind.CHOICE: "choice",
    FieldKind.INTEGER: "integer",
    FieldKind.DATE: "date",
    FieldKind.MOMENT: "datetime",
}
YES_NO = (Choice("yes", "Yes"), Choice("no", "No"))
_NAME_WIDTH = 30  # a reference is written as code and title
_ROOM_FOR_MORE = 50
"""Empty rows below the records of a sheet to fill in, so that new ones have their drop-downs."""


def export_records(
    workspace: Workspace,
    record_type: type[Record],
    path: Path,
    progress: Progress | None = None,
    *,
    project: int | None = None,
    private: bool = False,
) -> WrittenFile:
    """Write all records of a type to a workbook that can be filled in and imported again.

    What is declared private stays out of it unless `private` asks for it.
    """
    spec = spec_of(record_type)
    with workspace.snapshot():
        keys = record_ids(workspace, record_type, Listing(project=project))
        rows = list(record_rows(workspace, record_type, keys))
    sheet = record_sheet(spec, rows, fillable=True, spare=_ROOM_FOR_MORE, private=private)
    identity = Identity(
        str(uuid4()),
        workspace.uid,
        f"{spec.type_name}-workbook",
        datetime.fromtimestamp(workspace.clock() / 1000, UTC),
        workspace.schema.version,
    )
    workbook = Workbook(spec.plural, (sheet,), identity, author=workspace.actor)
    return replace(write_workbook(workbook, path, progress), rows=len(rows))


def record_rows(
    workspace: Workspace, record_type: type[Record], keys: Sequence[int]
) -> Iterator[dict[str, Any]]:
    """Yield the shown values of records by field name; a reference as code and title."""
    names = [field.name for field in spec_of(record_type).shown]
    found = record_page(workspace, record_type, keys)
    for key in keys:
        values = (v.full if isinstance(v, Named) else v for v in found[key])
        yield dict(zip(names, values, strict=True))


def columns_of(
    spec: RecordSpec, *, fillable: bool = False, private: bool = False
) -> tuple[Column, ...]:
    """Return a column for each shown field; with `fillable`, those that a person may type into.

    What is declared private is left out unless `private` asks for it.
    """
    fields = exported_fields(spec, private=private)
    return tuple(_column(field, fillable=fillable) for field in fields)


def exported_fields(spec: RecordSpec, *, private: bool = False) -> tuple[FieldSpec, ...]:
    """Return the shown fields that may leave the workspace: private ones only when asked for."""
    return tuple(field for field in spec.shown if private or not field.facts.private)


def _column(field: FieldSpec, *, fillable: bool) -> Column:
    choices = tuple(Choice(c.code, c.label, c.glyph) for c in field.choices)
    if field.kind is FieldKind.YES_NO:
        choices = YES_NO
    unit = f" ({field.facts.unit})" if field.facts.unit else ""
    return Column(
        title=field.label + unit,
        key=field.name,
        width=max(field.facts.width, _NAME_WIDTH) if field.target else field.facts.width,
        kind="choice" if choices else _KINDS.get(field.kind, "text"),
        choices=choices,
        fillable=fillable and field.editable,
        wrap=field.kind is FieldKind.LONG_TEXT,
        strong=field.kind is FieldKind.CODE,
        help=field.about,
    )


def record_sheet(
    spec: RecordSpec,
    rows: Iterable[Mapping[str, Any]],
    *,
    fillable: bool = False,
    spare: int = 0,
    private: bool = False,
    ids: Sequence[str] | None = None,
) -> TableSheet:
    """Return a sheet of records given as values by field name (references as names).

    `spare` is how many empty rows stand below them; `ids` name the rows when it comes back.
    What is declared private is left out unless `private` asks for it.
    """
    fields = exported_fields(spec, private=private)
    body = [[_value(field, row.get(field.name)) for field in fields] for row in rows]
    body += [[None] * len(fields)] * spare
    return TableSheet(
        name=spec.plural,
        title=spec.plural,
        columns=columns_of(spec, fillable=fillable, private=private),
        rows=body,
        ids=None if ids is None else [*ids, *[""] * spare],
        key=spec.type_name,
        empty=f"No {spec.plural.lower()} yet.",
    )


def _value(field: FieldSpec, value: Any) -> Value:
    if value is None or value == "":
        return None
    if field.kind is FieldKind.YES_NO:
        return "yes" if value else "no"
    if field.kind is FieldKind.DATE:
        return date.fromisoformat(value)
    if field.kind is FieldKind.MOMENT:
        return datetime.fromtimestamp(value / 1000, UTC).replace(tzinfo=None)
    return value  # type: ignore[no-any-return]
