"""The journal in words: what was changed, by whom, when, from what to what."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from changedesk.store import heads
from changedesk.store.clock import stamp_ms
from changedesk.store.engine import Sql
from changedesk.store.journal import ERASED, MADE, RESTATED, WITHDRAWN, ChangeHeader, is_edit
from changedesk.store.records import Schema
from changedesk.store.renaming import renamed_in
from changedesk.store.spec import spec_of


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
    """One change as a whole: how many operations it holds, and whether it took another one back.

    `id` is the operation that heads it: see `operations_of`.
    """

    when_ms: int
    who: str
    label: str
    operations: int
    undo: bool
    id: int = 0


def changes(sql: Sql, *, limit: int = 200) -> list[ChangeLine]:
    """Return the changes that came last, newest first."""
    # A chain holds whole changes one after another: one ends where the next one's label stands.
    rows = sql.rows(
        "SELECT c.id, c.hlc, c.actor, c.val, COALESCE("
        "(SELECT q.seq - 1 FROM op q WHERE q.dev = c.dev AND q.ent = 0 AND q.id > c.id "
        "ORDER BY q.id LIMIT 1), (SELECT MAX(p.seq) FROM op p WHERE p.dev = c.dev)) - c.seq FROM "
        "(SELECT id, dev, seq, hlc, actor, val FROM op WHERE ent = 0 "
        "ORDER BY id DESC LIMIT ?) c ORDER BY c.id DESC",
        (limit,),
    )
    lines = []
    for key, hlc, who, text, count in rows:
        header = ChangeHeader.from_text(text)
        undo = header.undoes is not None
        lines.append(ChangeLine(stamp_ms(hlc), who, header.label, count, undo, int(key)))
    return lines


_LINES = (
    "SELECT o.ent, o.hlc, o.actor, o.field, o.val, o.base, h.val, e.type FROM op o "
    "JOIN entity e ON e.id = o.ent JOIN op h ON h.dev = o.dev AND h.seq = o.txn "
)


def record_history(sql: Sql, schema: Schema, keys: Sequence[int], limit: int) -> list[HistoryLine]:
    """Return what happened to some records, newest first."""
    rows = sql.by_keys(f"{_LINES} WHERE o.ent IN ({{keys}}) ORDER BY o.hlc DESC, o.id DESC", keys)
    return _lines(sql, schema, rows, limit)


def operations_of(sql: Sql, schema: Schema, change: int, limit: int) -> list[HistoryLine]:
    """Return what one change did, in its own order; `change` is the `id` of a `ChangeLine`."""
    rows = sql.rows(
        f"{_LINES} JOIN op c ON c.id = ? WHERE o.dev = c.dev AND o.txn = c.txn "
        "AND o.seq > c.seq ORDER BY o.id LIMIT ?",
        (change, limit),
    )
    return _lines(sql, schema, rows, limit)


def newest_operations(sql: Sql, schema: Schema, limit: int) -> list[HistoryLine]:
    """Return what happened in the whole workspace, newest first."""
    rows = sql.rows(f"{_LINES} ORDER BY o.id DESC LIMIT ?", (limit,))
    return _lines(sql, schema, rows, limit)


def _lines(
    sql: Sql, schema: Schema, rows: Sequence[tuple[Any, ...]], limit: int
) -> list[HistoryLine]:
    # What an erasure restates happened long ago; a newer version's records are told by type only.
    told = [row for row in rows if not row[3].startswith(RESTATED)][:limit]
    edits = {(bytes(row[5]), row[3]) for row in told if is_edit(row[3])}
    before = heads.values_before(sql, schema, edits)
    named: set[int] = {row[0] for row in told}
    uids: set[bytes] = set()
    for row in told:
        if _refers(schema, row[7], row[3]):
            texts = (before[(bytes(row[5]), row[3])].text, row[4])
            uids |= {bytes.fromhex(text) for text in texts if text}
    ids = heads.id_map(sql, uids)
    names = record_names(sql, schema, named | set(ids.values()))
    known = {uid.hex(): names.get(key, "") for uid, key in ids.items()}
    lines = []
    for ent, hlc, who, field, val, base, header, type_name in told:
        what, name, old, new = _told(field, val)
        if what == "changed":
            old = before[(bytes(base), field)].text or ""
            if _refers(schema, type_name, field):
                old, new = known.get(old, ""), known.get(new, "")
        label = ChangeHeader.from_text(header).label
        record = names.get(ent, "")
        line = HistoryLine(stamp_ms(hlc), who, label, type_name, ent, record, what, name, old, new)
        lines.append(line)
    return lines


def _told(field: str, val: str | None) -> tuple[str, str, str, str]:
    if field.startswith(MADE):
        return "made", "", "", ""
    if field == WITHDRAWN:
        return ("withdrawn" if val is not None else "back"), "", "", ""
    if field.startswith(ERASED):
        return "erased", field.removeprefix(ERASED), "", ""
    return "changed", field, "", val or ""


def _refers(schema: Schema, type_name: str, field: str) -> bool:
    record_type = schema.by_name.get(type_name)
    if record_type is None or not is_edit(field):
        return False
    return any(known.name == field and known.target for known in spec_of(record_type).fields)


def record_names(sql: Sql, schema: Schema, keys: Collection[int]) -> dict[int, str]:
    """Return how people know records, also withdrawn ones: their code, title, or type at least."""
    types = heads.types_of(sql, keys)
    names: dict[int, str] = {}
    renamed = renamed_in(sql)
    for key, texts in heads.journal_texts(sql, keys).items():
        record_type = schema.by_name.get(types[key])
        if record_type is not None:
            title = texts.get(record_type.about.title_field)
            code = renamed[key].code if key in renamed else texts.get("code")
            names[key] = code or title or record_type.about.label
    return names
