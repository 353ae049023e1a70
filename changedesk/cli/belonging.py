"""A record by its code, also a withdrawn one, and what belongs to it: its steps, runs, results."""

from collections import defaultdict
from collections.abc import Collection, Iterable

from changedesk.store import heads, rows
from changedesk.store.engine import Sql
from changedesk.store.projection import GONE
from changedesk.store.records import Record, Schema
from changedesk.store.renaming import once_called
from changedesk.store.spec import FieldSpec, spec_of
from changedesk.store.workspace import Workspace


def records_called(workspace: Workspace, code: str) -> list[int]:
    """Return the records that have or had this code, in every project; withdrawn ones, too."""
    wanted = code.strip().casefold()
    coded = [
        known
        for known in workspace.schema.types
        if any(field.name == "code" for field in spec_of(known).fields)
    ]
    found: list[int] = []
    for known in coded:
        column = known.code  # type: ignore[attr-defined]
        query = known.select(known.id).where(column.in_([code.strip(), wanted.upper()]))
        found += [row.id for row in workspace.rows(query)]
    with workspace.connected() as sql:
        gone = _withdrawn(sql, [known.about.type_name for known in coded])
        for values in heads.journal_values(sql, workspace.schema, gone).values():
            found += [key for key, own in values.items() if own["code"].casefold() == wanted]
        found += [key for key in once_called(sql, wanted) if key not in found]
    return found


def with_belongings(workspace: Workspace, keys: Collection[int]) -> list[int]:
    """Return records together with all that cannot be without them, withdrawn or not."""
    schema = workspace.schema
    with workspace.connected() as sql:
        gone = _withdrawn_parts(sql, schema)
        found = set(keys)
        waiting: list[tuple[str, list[int]]] = list(_by_type(sql, schema, found))
        while waiting:
            name, some = waiting.pop()
            fresh = {part for key in some for part in gone.get(key, ())}
            for incoming in schema.incoming[name]:
                field = spec_of(incoming.source).field(incoming.field)
                if _holds_together(field):
                    fresh |= set(rows.references(sql, incoming.source, incoming.field, some))
            fresh -= found
            found |= fresh
            waiting += _by_type(sql, schema, fresh)
    return sorted(found)


def _holds_together(field: FieldSpec) -> bool:
    # A project is where things are; what is in it is a history of its own.
    return bool(field.target) and field.facts.required and field.target != "project"


def _by_type(sql: Sql, schema: Schema, keys: Collection[int]) -> Iterable[tuple[str, list[int]]]:
    sorted_out: defaultdict[str, list[int]] = defaultdict(list)
    for key, name in heads.types_of(sql, keys).items():
        if name in schema.by_name:
            sorted_out[name].append(key)
    return sorted_out.items()


def _withdrawn_parts(sql: Sql, schema: Schema) -> dict[int, set[int]]:
    """Return, for records of any state, the withdrawn ones that belong to them."""
    parts: defaultdict[int, set[int]] = defaultdict(set)
    held = {known.about.type_name: names for known in schema.types if (names := _holding(known))}
    gone = _withdrawn(sql, held)
    for name, records in heads.journal_values(sql, schema, gone).items():
        for key, values in records.items():
            for field in held[name]:
                if values[field] is not None:
                    parts[values[field]].add(key)
    return parts


def _holding(record_type: type[Record]) -> list[str]:
    return [field.name for field in spec_of(record_type).journalled if _holds_together(field)]


def _withdrawn(sql: Sql, types: Iterable[str]) -> list[int]:
    listed = ", ".join(f"'{name}'" for name in types)
    found = sql.rows(f"SELECT id FROM entity WHERE state = {GONE:d} AND type IN ({listed})")
    return [int(row[0]) for row in found]
