"""Where the values of records come from: from a file, or from somebody who works here.

Imports are told by their label in the journal; what was undone or done again counts for nobody.
"""

import json
from collections.abc import Collection
from dataclasses import dataclass

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


def origins(sql: Sql, pairs: Collection[tuple[int, str]]) -> dict[tuple[int, str], Origin]:
    """Return, for fields of records that an import made or changed, where their values are from.

    A field is `by_hand` where somebody gave it another value after the last import that spoke of
    it; what nobody imported is left out.
    """
    wanted: dict[int, set[str]] = {}
    for key, name in pairs:
        wanted.setdefault(key, set()).add(name)
    found: dict[tuple[int, str], Origin] = {}
    for ent, field, val, head in sorted_ops(sql, list(wanted)):
        header = json.loads(head or "{}")
        if "undoes" in header or "redoes" in header:
            continue
        imported = str(header.get("label", "")).startswith(IMPORT)
        told = decode_record(val) if field.startswith(MADE) else {field: val}
        names = wanted[ent] if field.startswith(MADE) else wanted[ent] & {field}
        for name in names:
            if imported:
                found[ent, name] = Origin(told.get(name) or "")
            elif (ent, name) in found:
                found[ent, name].by_hand = True
    return found


def sorted_ops(sql: Sql, ents: Collection[int]) -> list[tuple[int, str, str | None, str | None]]:
    """Return the operations on records with the heads of their changes, the oldest first."""
    rows = sql.by_keys(
        "SELECT o.ent, o.field, o.val, h.val, o.hlc, o.id FROM op o "
        "JOIN op h ON h.dev = o.dev AND h.seq = o.txn WHERE o.ent IN ({keys})",
        ents,
    )
    return [row[:4] for row in sorted(rows, key=lambda row: (row[4], row[5]))]
