"""Where the values of records come from: from a file, or from somebody who works here.

Imports are told by their label in the journal; what was undone or done again counts for nobody.
"""

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from changedesk.store.engine import Sql
from changedesk.store.journal import MADE
from changedesk.store.values import decode_record

IMPORT = "Import "
"""How the label of a change begins that takes a file in."""


@dataclass
class Origin:
    """What the file said last of a field (empty where it said nothing), and who spoke last."""

    said: str | None = None
    by_hand: bool = False


class Told(NamedTuple):
    """An operation on a record: the key of the head of its change, and whether that imported."""

    ent: int
    field: str
    val: str | None
    change: int
    imported: bool


def origins(sql: Sql, pairs: Collection[tuple[int, str]]) -> dict[tuple[int, str], Origin]:
    """Return, for fields of records that an import made or changed, where their values are from.

    A field is `by_hand` where somebody gave it another value after the last import that spoke of
    it; what nobody imported is left out.
    """
    wanted: dict[int, set[str]] = {}
    for key, name in pairs:
        wanted.setdefault(key, set()).add(name)
    found: dict[tuple[int, str], Origin] = {}
    for one in told_of(sql, list(wanted)):
        made = one.field.startswith(MADE)
        told = decode_record(one.val) if made else {one.field: one.val}
        for name in wanted[one.ent] if made else wanted[one.ent] & {one.field}:
            if one.imported:
                found[one.ent, name] = Origin(told.get(name) or "")
            elif (one.ent, name) in found:
                found[one.ent, name].by_hand = True
    return found


def told_of(sql: Sql, ents: Collection[int]) -> Iterator[Told]:
    """Yield what was said of records, the oldest first; undo and redo say nothing."""
    rows = sql.by_keys(
        "SELECT o.hlc, o.id, o.ent, o.field, o.val, h.id, h.val FROM op o "
        "JOIN op h ON h.dev = o.dev AND h.seq = o.txn WHERE o.ent IN ({keys})",
        ents,
    )
    for _hlc, _id, ent, name, val, change, head in sorted(rows, key=lambda row: row[:2]):
        header = json.loads(head or "{}")
        if "undoes" not in header and "redoes" not in header:
            imported = str(header.get("label", "")).startswith(IMPORT)
            yield Told(ent, name, val, change, imported)
