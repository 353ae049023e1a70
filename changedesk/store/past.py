"""What the workspace held when it knew each device's chain only so far: read from the journal."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from changedesk.store import heads
from changedesk.store.digest import split_hashes
from changedesk.store.engine import Sql
from changedesk.store.journal import MADE, RESTATED, WITHDRAWN, is_edit
from changedesk.store.projection import seen_by_one
from changedesk.store.records import Schema
from changedesk.store.spec import spec_of
from changedesk.store.values import Decoder, decode_record

Vector = Mapping[str, int]
"""How far each device's chain was known, by the device's UUID in hex."""


def written_since(sql: Sql, seen: Vector) -> dict[int, set[str]]:
    """Return the records that were worked on after `seen`, with the fields of the operations.

    What is not among them is now as it was then.
    """
    found: dict[int, set[str]] = defaultdict(set)
    for device, uid in sql.rows("SELECT id, uid FROM device"):
        known = seen.get(bytes(uid).hex(), 0)
        for ent, name in sql.rows(
            "SELECT DISTINCT ent, field FROM op WHERE dev = ? AND seq > ? AND ent <> 0",
            (device, known),
        ):
            found[ent].add(name)
    return dict(found)


def made_since(written: Mapping[int, Collection[str]]) -> set[int]:
    """Return which of these records were made after that time."""
    return {ent for ent, names in written.items() if any(n.startswith(MADE) for n in names)}


def seen_at(sql: Sql, moment_ms: int) -> dict[str, int]:
    """Return how far each chain went at a moment, as its own clock says."""
    rows = sql.rows(
        "SELECT d.uid, MAX(o.seq) FROM op o JOIN device d ON d.id = o.dev "
        "WHERE o.hlc < ? GROUP BY d.uid",
        ((moment_ms + 1) << 16,),
    )
    return {bytes(uid).hex(): int(seq) for uid, seq in rows}


@dataclass
class _Then:
    """What was known of one record at that time, gathered from its operations."""

    type_name: str
    first: dict[str, str] = field(default_factory=dict)
    made: bool = False
    heads: dict[str, dict[bytes, tuple[int, bytes, str | None]]] = field(
        default_factory=lambda: defaultdict(dict)
    )
    done: dict[str, int] = field(default_factory=dict)

    def stood(self) -> bool:
        """Tell whether it was made and not withdrawn."""
        verdicts = [value for _, _, value in self.heads.get(WITHDRAWN, {}).values()]
        if not verdicts or None in verdicts:
            return self.made
        return self.made and not seen_by_one(self.done, verdicts)

    def texts(self) -> dict[str, str | None]:
        """Return the journal's texts of its fields."""
        latest = {
            name: max(found.values(), key=lambda one: one[:2])[2]
            for name, found in self.heads.items()
            if is_edit(name)
        }
        return {**self.first, **latest}


def values_then(
    sql: Sql, schema: Schema, keys: Collection[int], seen: Vector
) -> dict[int, dict[str, Any]]:
    """Return the values that records had at `seen`, by key; those not there then are left out."""
    then = _gathered(sql, keys, seen)
    standing = {key: one for key, one in then.items() if one.stood()}
    texts = {key: one.texts() for key, one in standing.items()}
    specs = {name: spec_of(known) for name, known in schema.by_name.items()}
    references = {
        fields.get(one.name)
        for key, fields in texts.items()
        for one in specs[standing[key].type_name].journalled
        if one.target
    }
    ids = heads.ids_by_text(sql, references)
    return {
        key: Decoder(specs[standing[key].type_name]).values(fields, ids)
        for key, fields in texts.items()
    }


def _gathered(sql: Sql, keys: Collection[int], seen: Vector) -> dict[int, _Then]:
    types = heads.types_of(sql, keys)
    found = {key: _Then(name) for key, name in types.items()}
    for ent, uid, seq, name, h, base, hlc, val in sql.by_keys(
        "SELECT o.ent, d.uid, o.seq, o.field, o.h, o.base, o.hlc, o.val FROM op o "
        "JOIN device d ON d.id = o.dev WHERE o.ent IN ({keys}) ORDER BY o.id",
        list(found),
    ):
        device = bytes(uid).hex()
        if seq > seen.get(device, 0):
            continue
        one = found[ent]
        if name.startswith(MADE):
            one.made = True
            one.first.update(decode_record(val))
        elif name.startswith(RESTATED):
            if val is not None:
                one.first[name.removeprefix(RESTATED)] = val
        elif is_edit(name) or name == WITHDRAWN:
            standing = one.heads[name]
            for older in split_hashes(bytes(base)):
                standing.pop(older, None)
            standing[bytes(h)] = (hlc, bytes(uid), val)
        if is_edit(name) or name.startswith(MADE):
            one.done[device] = max(seq, one.done.get(device, 0))
    return found
