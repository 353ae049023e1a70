"""The tables as a projection of the journal: writing, changing and removing rows of records."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from functools import cache
from itertools import repeat
from typing import Any

from changedesk.store.engine import Sql
from changedesk.store.fields import facts_of
from changedesk.store.records import Derivation, Record


@cache
def _insert_statement(record_type: type[Record]) -> tuple[str, dict[str, Any]]:
    meta = record_type._meta
    columns = ["id"]
    defaults: dict[str, Any] = {}
    for field in meta.sorted_fields:
        if facts_of(field) is not None:
            columns.append(field.column_name)
            defaults[field.name] = field.default
    marks = ", ".join("?" * len(columns))
    listed = ", ".join(f'"{column}"' for column in columns)
    statement = f'INSERT INTO "{meta.table_name}" ({listed}) VALUES ({marks})'
    return statement, defaults


def insert_columns(
    sql: Sql, record_type: type[Record], keys: Sequence[int], fields: Mapping[str, Sequence[Any]]
) -> None:
    """Write new rows, given field by field; one that is not given gets its default."""
    statement, defaults = _insert_statement(record_type)
    columns = [fields.get(name, repeat(default)) for name, default in defaults.items()]
    sql.many(statement, zip(keys, *columns, strict=False))  # a default has no end


def update_rows(
    sql: Sql, record_type: type[Record], changes: Mapping[int, Mapping[str, Any]]
) -> None:
    """Change fields of rows, by key."""
    meta = record_type._meta
    alike: dict[tuple[str, ...], list[tuple[Any, ...]]] = defaultdict(list)
    for key, values in changes.items():
        alike[tuple(values)].append((*values.values(), key))
    for names, parameters in alike.items():
        pairs = ", ".join(f'"{meta.fields[name].column_name}" = ?' for name in names)
        sql.many(f'UPDATE "{meta.table_name}" SET {pairs} WHERE id = ?', parameters)


def remove_rows(sql: Sql, record_type: type[Record], keys: Collection[int]) -> None:
    """Remove rows; their history stays in the journal."""
    sql.run_by_keys(f'DELETE FROM "{record_type._meta.table_name}" WHERE id IN ({{keys}})', keys)


def column_values(
    sql: Sql, record_type: type[Record], name: str, keys: Collection[int]
) -> dict[int, Any]:
    """Return one column of some rows, by key."""
    meta = record_type._meta
    column = "id" if name == "id" else meta.fields[name].column_name
    statement = f'SELECT id, "{column}" FROM "{meta.table_name}" WHERE id IN ({{keys}})'
    return dict(sql.by_keys(statement, keys))


def derived_from(sql: Sql, derivation: Derivation, held: Collection[int]) -> set[int]:
    """Return the rows to compute anew, by what the source rows hold in their field `via`."""
    if derivation.into and held:
        return set(references(sql, derivation.target, derivation.into, held))
    return set(held)


def references(sql: Sql, source: type[Record], field: str, keys: Collection[int]) -> dict[int, int]:
    """Return the rows of `source` whose reference points at one of `keys`, each with that key."""
    meta = source._meta
    column = meta.fields[field].column_name
    statement = f'SELECT id, "{column}" FROM "{meta.table_name}" WHERE "{column}" IN ({{keys}})'
    return {int(key): int(target) for key, target in sql.by_keys(statement, keys)}
