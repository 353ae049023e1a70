"""Undo and redo: a new change that gives every field the value it had, unless somebody built on it."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from changedesk.store import heads, rows
from changedesk.store.change import Change
from changedesk.store.digest import split_hashes
from changedesk.store.engine import Sql
from changedesk.store.errors import UserError
from changedesk.store.journal import CHANGE, MADE, WITHDRAWN, ChangeHeader, DeviceRow
from changedesk.store.records import Record, Schema
from changedesk.store.spec import spec_of
from changedesk.store.values import decode, decode_record

REMEMBERED_CHANGES = 1000


@dataclass(frozen=True)
class Standing:
    """A change of this person at this installation: its number in the chain, and its label."""

    txn: int
    label: str


@dataclass(frozen=True)
class Stacks:
    """What can be undone and redone, the next one last."""

    undo: tuple[Standing, ...]
    redo: tuple[Standing, ...]


def stacks(sql: Sql, device: DeviceRow, actor: str) -> Stacks:
    """Read from the journal what this person can undo and redo here."""
    headers = sql.rows(
        "SELECT txn, val FROM op WHERE ent = 0 AND dev = ? AND actor = ? ORDER BY id DESC LIMIT ?",
        (device.id, actor, REMEMBERED_CHANGES),
    )
    undo: list[Standing] = []
    redo: list[Standing] = []
    for txn, text in reversed(headers):
        header = ChangeHeader.from_text(text)
        if header.undoes is None:
            undo.append(Standing(txn, header.label))
            redo.clear()
        elif header.redoes:
            # `undoes` names the undo that is taken back.
            redo[:] = [item for item in redo if item.txn != header.undoes]
            undo.append(Standing(txn, header.label))
        else:
            undo[:] = [item for item in undo if item.txn != header.undoes]
            redo.append(Standing(txn, header.label))
    return Stacks(tuple(undo), tuple(redo))


def built_upon(sql: Sql, device: DeviceRow, actor: str, ops: Sequence[tuple[Any, ...]]) -> str:
    """Return who built on one of these operations, or an empty text when nobody did."""
    for op_id, ent, field, _val, _base in ops:
        if field.startswith(MADE):
            continue
        for head in heads.heads_of(sql, ent, field):
            if head.id != op_id and (head.dev, head.actor) != (device.id, actor):
                return head.actor
    made = [ent for _, ent, field, _, _ in ops if field.startswith(MADE)]
    last = max((op[0] for op in ops), default=0)
    later = sql.by_keys(
        "SELECT ent, id, dev, actor FROM op WHERE ent IN ({keys}) ORDER BY id", made
    )
    for _ent, op_id, dev, who in later:
        if op_id > last and (dev, who) != (device.id, actor):
            return str(who)
    return ""


def take_back(
    sql: Sql, schema: Schema, device: DeviceRow, actor: str, txn: int, change: Change
) -> None:
    """Undo the change `txn` of this device within `change`.

    Raises UserError, naming who, when somebody else built on it.
    """
    ops = sql.rows(
        "SELECT id, ent, field, val, base FROM op WHERE dev = ? AND txn = ? AND seq >= ? "
        "AND field <> ? ORDER BY id",
        (device.id, txn, txn, CHANGE),
    )
    who = built_upon(sql, device, actor, ops)
    if who:
        raise UserError(f"{who} has built on this change since: undo cannot take it back.")
    made = [ent for _, ent, field, _, _ in ops if field.startswith(MADE)]
    stood = [(ent, val) for _, ent, field, val, _ in ops if field == WITHDRAWN]
    back = list(dict.fromkeys(ent for ent, val in stood if val is not None and ent not in set(made)))
    gone = made + [ent for ent, val in stood if val is None]
    fields = [op for op in ops if op[2][0].isalpha() and op[1] not in set(made)]
    change.bring_back(back)
    _put_back(sql, schema, fields, change)
    _withdraw(sql, schema, gone, device, actor, change)


def _withdraw(
    sql: Sql, schema: Schema, keys: Sequence[int], device: DeviceRow, actor: str, change: Change
) -> None:
    by_type: dict[type[Record], list[int]] = defaultdict(list)
    standing = "SELECT id, type FROM entity WHERE state = 0 AND id IN ({keys})"
    for key, type_name in sql.by_keys(standing, list(dict.fromkeys(keys))):
        by_type[schema.by_name[type_name]].append(key)
    for record_type, ids in by_type.items():
        for incoming in schema.incoming[record_type.about.type_name]:
            users = set(rows.referring(sql, incoming.source, incoming.field, ids))
            users -= set(by_type.get(incoming.source, ()))
            if users:
                who = sql.by_keys(
                    "SELECT o.actor FROM entity e JOIN op o ON o.id = e.op WHERE e.id IN ({keys})",
                    sorted(users)[:1],
                )
                raise UserError(
                    f"{who[0][0]} has built on this change since: undo cannot take it back."
                )
    change.withdraw(by_type)


def _put_back(
    sql: Sql, schema: Schema, ops: Sequence[tuple[Any, ...]], change: Change
) -> None:
    # A field that one change set twice goes back to what it was before the first time.
    first: dict[tuple[int, str], bytes] = {}
    for _id, ent, field, _val, base in ops:
        first.setdefault((ent, field), bytes(base))
    types = dict(sql.by_keys("SELECT id, type FROM entity WHERE id IN ({keys})", [k[0] for k in first]))
    wanted: dict[str, dict[int, dict[str, Any]]] = defaultdict(lambda: defaultdict(dict))
    for (ent, name), base in first.items():
        record_type = schema.by_name[types[ent]]
        field = spec_of(record_type).field(name)
        text = value_at(sql, base, name)
        ids = heads.id_map(sql, [bytes.fromhex(text)]) if field.target and text else {}
        wanted[types[ent]][ent][name] = decode(field, text, ids)
    for type_name, changes in wanted.items():
        change.set_many(schema.by_name[type_name], changes)


def value_at(sql: Sql, base: bytes, field: str) -> str | None:
    """Return the encoded value that the author of an operation with this base had before him."""
    best: tuple[int, str | None] | None = None
    for h in split_hashes(base):
        op_field, val, hlc = sql.rows("SELECT field, val, hlc FROM op WHERE h = ?", (h,))[0]
        text = decode_record(val).get(field) if op_field.startswith(MADE) else val
        if best is None or hlc > best[0]:
            best = (hlc, text)
    return best[1] if best else None
