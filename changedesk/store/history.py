"""The journal in words: what was changed, by whom, when, from what to what."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from changedesk.store.clock import stamp_ms
from changedesk.store.engine import Sql
from changedesk.store.heads import id_map
from changedesk.store.journal import CHANGE, ERASED, MADE, WITHDRAWN, ChangeHeader
from changedesk.store.records import Record, Schema
from changedesk.store.spec import spec_of
from changedesk.store.undo import value_at
from changedesk.store.values import decode_record


@dataclass(frozen=True)
class HistoryLine:
    """One line of the history; `what` is made, changed, withdrawn, back or erased.

    `old` and `new` are encoded values: a choice is its code, a reference the name of its target.
    """

    when_ms: int
    who: str
    label: str
    type_name: str
    record_id: int
    record: str
    what: str
    field: str = ""
    old: str = ""
    new: str = ""


@dataclass(frozen=True)
class ChangeLine:
    """One change as a whole: how many operations it holds, and which records it touched first."""

    when_ms: int
    who: str
    label: str
    operations: int
    undo: bool


def changes(sql: Sql, *, limit: int = 200, before_id: int | None = None) -> list[ChangeLine]:
    """Return the newest changes of the whole workspace, newest first."""
    rows = sql.rows(
        "SELECT o.hlc, o.actor, o.val, (SELECT COUNT(*) FROM op p WHERE p.dev = o.dev "
        "AND p.txn = o.txn AND p.seq >= o.seq "
        "AND p.seq <= COALESCE((SELECT MIN(q.seq) FROM op q WHERE q.dev = o.dev AND q.ent = 0 "
        "AND q.id > o.id), p.seq)) - 1 FROM op o WHERE o.ent = 0 AND o.id < ? "
        "ORDER BY o.hlc DESC LIMIT ?",
        (before_id if before_id is not None else 2**31 - 1, limit),
    )
    lines = []
    for hlc, who, text, count in rows:
        header = ChangeHeader.from_text(text)
        lines.append(ChangeLine(stamp_ms(hlc), who, header.label, count, header.undoes is not None))
    return lines


def record_history(sql: Sql, schema: Schema, ids: Sequence[int], limit: int) -> list[HistoryLine]:
    """Return what happened to some records, newest first."""
    rows = sql.by_keys(
        "SELECT o.ent, o.hlc, o.actor, o.field, o.val, o.base, h.val, e.type FROM op o "
        "JOIN entity e ON e.id = o.ent JOIN op h ON h.dev = o.dev AND h.seq = o.txn "
        "WHERE o.ent IN ({keys}) ORDER BY o.hlc DESC",
        list(ids),
    )
    return [_line(sql, schema, row) for row in rows[:limit]]


def newest_operations(sql: Sql, schema: Schema, limit: int) -> list[HistoryLine]:
    """Return what happened in the whole workspace, newest first."""
    rows = sql.rows(
        "SELECT o.ent, o.hlc, o.actor, o.field, o.val, o.base, h.val, e.type FROM op o "
        "JOIN entity e ON e.id = o.ent JOIN op h ON h.dev = o.dev AND h.seq = o.txn "
        "WHERE o.field <> ? ORDER BY o.id DESC LIMIT ?",
        (CHANGE, limit),
    )
    return [_line(sql, schema, row) for row in rows]


def _line(sql: Sql, schema: Schema, row: tuple[Any, ...]) -> HistoryLine:
    ent, hlc, who, field, val, base, header, type_name = row
    label = ChangeHeader.from_text(header).label
    name = record_name(sql, schema, ent)
    what, old, new = "changed", "", val or ""
    if field.startswith(MADE):
        what, field, new = "made", "", ""
    elif field == WITHDRAWN:
        what, field, new = ("withdrawn" if val is not None else "back"), "", ""
    elif field.startswith(ERASED):
        what, field, new = "erased", field[1:], ""
    else:
        old = value_at(sql, base, field) or ""
        declared = spec_of(schema.by_name[type_name]).field(field)
        if declared.target:
            old, new = (_target_name(sql, schema, text) for text in (old, new))
    return HistoryLine(stamp_ms(hlc), who, label, type_name, ent, name, what, field, old, new)


def _target_name(sql: Sql, schema: Schema, uid: str) -> str:
    if not uid:
        return ""
    key = id_map(sql, [bytes.fromhex(uid)]).get(bytes.fromhex(uid))
    return record_name(sql, schema, key) if key is not None else ""


def record_name(sql: Sql, schema: Schema, key: int) -> str:
    """Return how people know a record, also one that was withdrawn: its code, or else its title."""
    rows = sql.rows(
        "SELECT e.type, o.val FROM entity e JOIN op o ON o.id = e.op WHERE e.id = ?", (key,)
    )
    if not rows or rows[0][0] not in schema.by_name:
        return ""
    record_type: type[Record] = schema.by_name[rows[0][0]]
    made = decode_record(rows[0][1])
    title = record_type.about.title_field
    return made.get("code") or made.get(title, "") or record_type.about.label
