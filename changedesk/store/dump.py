"""What a workspace says, apart from how it came to say it: equal for equal records and links."""

from typing import Any

from changedesk.store import heads
from changedesk.store.engine import Sql
from changedesk.store.fields import Kind
from changedesk.store.records import Record
from changedesk.store.spec import FieldSpec, spec_of
from changedesk.store.workspace import Workspace

Line = tuple[str, str, str, tuple[tuple[str, str], ...]]


def dump(workspace: Workspace) -> list[Line]:
    """Return every record by type and UUID, with its state and fields, references as UUIDs.

    Journal, code counters and integer keys are left out: copies that say the same are equal, and
    so is a workspace before a change and after its undo.
    """
    with workspace.snapshot(), workspace.connected() as sql:
        return sorted(
            line for record_type in workspace.schema.types for line in _lines(sql, record_type)
        )


def _lines(sql: Sql, record_type: type[Record]) -> list[Line]:
    meta = record_type._meta
    spec = spec_of(record_type)
    columns = ", ".join(f'"{meta.fields[field.name].column_name}"' for field in spec.fields)
    rows = sql.rows(f'SELECT id, {columns} FROM "{meta.table_name}"')
    targets = {
        value
        for row in rows
        for field, value in zip(spec.fields, row[1:], strict=True)
        if field.kind is Kind.REFERENCE and value is not None
    }
    known = heads.known(sql, targets | {row[0] for row in rows})
    lines = []
    for key, *values in rows:
        fields = tuple(
            (field.name, _text(field, value, known))
            for field, value in zip(spec.fields, values, strict=True)
            if value is not None
        )
        who = known[key]
        lines.append((spec.type_name, who.uid.hex(), str(who.state), fields))
    return lines


def _text(field: FieldSpec, value: Any, known: dict[int, heads.Known]) -> str:
    if field.kind is Kind.REFERENCE:
        return known[value].uid.hex()
    return str(int(value)) if field.kind is Kind.YES_NO else str(value)
