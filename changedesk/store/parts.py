"""Which records go together, and which stand in each other's way, when some are withdrawn."""

from collections.abc import Collection, Mapping

from changedesk.store import rows
from changedesk.store.engine import Sql
from changedesk.store.errors import UserError
from changedesk.store.records import Record, Schema
from changedesk.store.spec import spec_of

Parts = dict[type[Record], list[int]]


def with_parts(sql: Sql, schema: Schema, record_type: type[Record], keys: Collection[int]) -> Parts:
    """Return records together with everything that is a part of them."""
    parts: Parts = {}
    seen: set[int] = set()
    waiting: list[tuple[type[Record], Collection[int]]] = [(record_type, keys)]
    while waiting:
        kind, some = waiting.pop()
        fresh = [key for key in dict.fromkeys(some) if key not in seen]
        if not fresh:
            continue
        seen.update(fresh)
        parts.setdefault(kind, []).extend(fresh)
        for incoming in schema.incoming[kind.about.type_name]:
            if incoming.owner:
                found = rows.references(sql, incoming.source, incoming.field, fresh)
                waiting.append((incoming.source, found))
    return parts


def users_of(
    sql: Sql, schema: Schema, parts: Mapping[type[Record], Collection[int]]
) -> tuple[type[Record], type[Record], list[int]] | None:
    """Return who refers to one of these records without being among them.

    That is: the type referred to, the type that refers, and the keys of its records; or None.
    """
    for record_type, keys in parts.items():
        for incoming in schema.incoming[record_type.about.type_name]:
            among = set(parts.get(incoming.source, ()))
            users = set(rows.references(sql, incoming.source, incoming.field, keys)) - among
            if users:
                return record_type, incoming.source, sorted(users)
    return None


def refuse_if_used(sql: Sql, schema: Schema, parts: Mapping[type[Record], Collection[int]]) -> None:
    """Raise UserError when a record that stays refers to one of these."""
    found = users_of(sql, schema, parts)
    if found is not None:
        record_type, source, users = found
        spec = spec_of(source)
        word = spec.label if len(users) == 1 else spec.plural
        raise UserError(
            f"This {record_type.about.label.lower()} is used by {len(users)} {word.lower()}: "
            "take those out first."
        )
