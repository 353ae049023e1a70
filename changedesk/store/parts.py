"""Which records go together, and which stand in each other's way, when some are withdrawn."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from changedesk.store import rows
from changedesk.store.engine import Sql
from changedesk.store.errors import UserError
from changedesk.store.records import Record, Schema
from changedesk.store.spec import spec_of
from changedesk.store.text import on_one_line, shortened

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
    """Records (by key) whose `field` refers to records of type `target`.

    `used` holds, in the order of `keys`, the record that each of them refers to.
    """

    target: type[Record]
    source: type[Record]
    field: str
    keys: tuple[int, ...]
    used: tuple[int, ...]

    def of(self, key: int) -> "Use":
        """Return the use of one record only."""
        keys = tuple(one for one, used in zip(self.keys, self.used, strict=True) if used == key)
        return Use(self.target, self.source, self.field, keys, (key,) * len(keys))


def uses_of(
    sql: Sql, schema: Schema, parts: Mapping[type[Record], Collection[int]]
) -> Iterator[Use]:
    """Tell who refers to one of these records without being among them."""
    for record_type, keys in parts.items():
        for incoming in schema.incoming[record_type.about.type_name]:
            among = set(parts.get(incoming.source, ()))
            found = rows.references(sql, incoming.source, incoming.field, keys)
            users = tuple(sorted(found.keys() - among))
            if users:
                used = tuple(found[key] for key in users)
                yield Use(record_type, incoming.source, incoming.field, users, used)


def refuse_if_used(sql: Sql, schema: Schema, parts: Mapping[type[Record], Collection[int]]) -> None:
    """Raise UserError when a record that stays refers to one of these: it names them all."""
    uses = list(uses_of(sql, schema, parts))
    if not uses:
        return
    target, key = uses[0].target, uses[0].used[0]
    named = [use.of(key) for use in uses if use.target is target and key in use.used]
    recorded = any(spec_of(use.source).event for use in named)
    stays = "what is recorded stays, so this stays too"
    last = stays if recorded else "take those out or change them first"
    raise UserError(f"{_name(sql, target, key)} is used by {_listed(named)}: {last}.")


def _listed(uses: Sequence[Use]) -> str:
    told = []
    for use in uses:
        spec = spec_of(use.source)
        word = spec.label if len(use.keys) == 1 else spec.plural
        role = spec.field(use.field).label.lower()
        plain = role == use.target.about.label.lower()
        told.append(f"{len(use.keys)} {word.lower()}" + ("" if plain else f" ({role})"))
    return " and ".join([", ".join(told[:-1]), told[-1]] if len(told) > 1 else told)


def _name(sql: Sql, record_type: type[Record], key: int) -> str:
    spec = spec_of(record_type)
    names = [name for name in ("code", spec.title_field) if name in record_type._meta.fields]
    kept = [rows.column_values(sql, record_type, name, [key])[key] for name in dict.fromkeys(names)]
    name = " ".join(text for text in kept if isinstance(text, str) and text)
    return shortened(on_one_line(name)) or f"This {spec.label.lower()}"
