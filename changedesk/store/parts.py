"""Which records go together, and which stand in each other's way, when some are withdrawn."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

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


@dataclass(frozen=True)
class Use:
    """Records (by key) whose `field` refers to records of type `target`."""

    target: type[Record]
    source: type[Record]
    field: str
    keys: tuple[int, ...]


def use_of(sql: Sql, schema: Schema, parts: Mapping[type[Record], Collection[int]]) -> Use | None:
    """Return who refers to one of these records without being among them, or None."""
    for record_type, keys in parts.items():
        for incoming in schema.incoming[record_type.about.type_name]:
            among = set(parts.get(incoming.source, ()))
            users = set(rows.references(sql, incoming.source, incoming.field, keys)) - among
            if users:
                return Use(record_type, incoming.source, incoming.field, tuple(sorted(users)))
    return None


def refuse_if_used(sql: Sql, schema: Schema, parts: Mapping[type[Record], Collection[int]]) -> None:
    """Raise UserError when a record that stays refers to one of these."""
    use = use_of(sql, schema, parts)
    if use is not None:
        spec = spec_of(use.source)
        word = spec.label if len(use.keys) == 1 else spec.plural
        raise UserError(
            f"This {use.target.about.label.lower()} is used by {len(use.keys)} {word.lower()}: "
            "take those out first."
        )
