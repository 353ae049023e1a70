"""A sheet of any record type, from its declaration: columns, drop-downs, widths, rows."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any

from changedesk.office.layout import Choice, Column, Kind, TableSheet, Value
from changedesk.store.fields import Kind as FieldKind
from changedesk.store.spec import FieldSpec, RecordSpec

_KINDS: Mapping[FieldKind, Kind] = {
    FieldKind.CODE: "id",
    FieldKind.CHOICE: "choice",
    FieldKind.INTEGER: "integer",
    FieldKind.DATE: "date",
    FieldKind.MOMENT: "datetime",
}
YES_NO = (Choice("yes", "Yes"), Choice("no", "No"))


def columns_of(spec: RecordSpec, *, fillable: bool = False) -> tuple[Column, ...]:
    """Return a column for each shown field; with `fillable`, those that a person may type into."""
    return tuple(_column(field, fillable=fillable) for field in spec.shown)


def _column(field: FieldSpec, *, fillable: bool) -> Column:
    choices = tuple(Choice(c.code, c.label, c.glyph) for c in field.choices)
    if field.kind is FieldKind.YES_NO:
        choices = YES_NO
    unit = f" ({field.facts.unit})" if field.facts.unit else ""
    return Column(
        title=field.label + unit,
        key=field.name,
        width=field.facts.width,
        kind="choice" if choices else _KINDS.get(field.kind, "text"),
        choices=choices,
        fillable=fillable and field.editable,
        wrap=field.kind is FieldKind.LONG_TEXT,
        help=field.about,
    )


def record_sheet(
    spec: RecordSpec,
    rows: Iterable[Mapping[str, Any]],
    *,
    ids: Sequence[str] | None = None,
    fillable: bool = False,
) -> TableSheet:
    """Return a sheet of records given as values by field name (references as names)."""
    body = [[_value(field, row.get(field.name)) for field in spec.shown] for row in rows]
    return TableSheet(
        name=spec.plural,
        title=spec.plural,
        columns=columns_of(spec, fillable=fillable),
        rows=body,
        ids=ids,
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
