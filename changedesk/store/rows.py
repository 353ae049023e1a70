"""The tables as a projection of the journal: writing, changing and removing rows of record types."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from changedesk.store.engine import Sql
from changedesk.store.fields import facts_of
from changedesk.store.records import Record


@cache
def _insert_statement(record_type: type[Record]) -> tuple[str, tuple[tuple[str, Any], ...]]:
    meta = record_type._meta
    columns = ["id"]
    names: list[tuple[str, Any]] = []
    for field in meta.sorted_fields:
        if facts_of(field) is not None:
            columns.append(field.column_name)
            names.append((field.name, field.default))
    marks = ", ".join("?" * len(columns))
    listed = ", ".join(f'"{column}"' for column in columns)
    return f'INSERT INTO "{meta.table_name}" ({listed}) VALUES ({marks})', tuple(names)


def insert_rows(
    sql: Sql, record_type: type[Record], rows: Sequence[tuple[int, Mapping[str, Any]]]
) -> None:
    """Write new rows; a field that is not given gets the default of its declaration."""
    statement, names = _insert_statement(record_type)
    ready = [
        (key, *(values.get(name, default) for name, default in names)) for key, values in rows
    ]
    if len(ready) == 1:
        sql.run(statement, ready[0])
    else:
        sql.many(statement, ready)


def update_row(sql: Sql, record_type: type[Record], key: int, values: Mapping[str, Any]) -> None:
    """Change fields of one row."""
    meta = record_type._meta
    pairs = ", ".join(f'"{meta.fields[name].column_name}" = ?' for name in values)
    sql.run(f'UPDATE "{meta.table_name}" SET {pairs} WHERE id = ?', (*values.values(), key))


def remove_rows(sql: Sql, record_type: type[Record], keys: Sequence[int]) -> None:
    """Remove rows; their history stays in the journal."""
    sql.run_by_keys(f'DELETE FROM "{record_type._meta.table_name}" WHERE id IN ({{keys}})', keys)


def column_values(
    sql: Sql, record_type: type[Record], name: str, keys: Sequence[int]
) -> dict[int, Any]:
    """Return one column of some rows, by key."""
    meta = record_type._meta
    column = "id" if name == "id" else meta.fields[name].column_name
    statement = f'SELECT id, "{column}" FROM "{meta.table_name}" WHERE id IN ({{keys}})'
    return dict(sql.by_keys(statement, keys))


def referring(sql: Sql, source: type[Record], field: str, keys: Sequence[int]) -> list[int]:
    """Return the keys of the rows of `source` whose reference points at one of `keys`."""
    meta = source._meta
    column = meta.fields[field].column_name
    statement = f'SELECT id FROM "{meta.table_name}" WHERE "{column}" IN ({{keys}})'
    return [int(row[0]) for row in sql.by_keys(statement, keys)]
