"""Which operation gives a field its value, and the values that follow for a whole record."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from changedesk.store.digest import split_hashes
from changedesk.store.engine import Sql
from changedesk.store.journal import Appended
from changedesk.store.records import Schema
from changedesk.store.spec import spec_of
from changedesk.store.values import decode, decode_record

HeadKey = tuple[int, str]


@dataclass(frozen=True)
class HeadOp:
    """An operation that is the value of a field now."""

    id: int
    h: bytes
    actor: str
    dev: int
    hlc: int
    value: str | None


def heads_of(sql: Sql, ent: int, field: str) -> list[HeadOp]:
    """Return the operations that head a field; several after concurrent edits.

    Where the field was never edited, the operation that made the record is its head.
    """
    rows = sql.rows(
        "SELECT o.id, o.h, o.actor, o.dev, o.hlc, o.val FROM head JOIN op o ON o.id = head.op "
        "WHERE head.ent = ? AND head.field = ? ORDER BY o.id",
        (ent, field),
    )
    if rows or not field[0].isalpha():
        return [HeadOp(r[0], bytes(r[1]), r[2], r[3], r[4], r[5]) for r in rows]
    made = sql.rows(
        "SELECT o.id, o.h, o.actor, o.dev, o.hlc, o.val FROM entity e JOIN op o ON o.id = e.op "
        "WHERE e.id = ?",
        (ent,),
    )
    return [
        HeadOp(r[0], bytes(r[1]), r[2], r[3], r[4], decode_record(r[5]).get(field)) for r in made
    ]


def base_of(heads: Iterable[HeadOp]) -> bytes:
    """Return the base of an operation whose author saw these heads."""
    return b"".join(sorted(head.h for head in heads))


def replace_heads(sql: Sql, written: Sequence[tuple[HeadKey, Appended]]) -> None:
    """Make operations that saw every head of their field its only head."""
    if len(written) == 1:
        (ent, field), op = written[0]
        sql.run("DELETE FROM head WHERE ent = ? AND field = ?", (ent, field))
        sql.run("INSERT INTO head (ent, field, op) VALUES (?, ?, ?)", (ent, field, op.id))
        return
    sql.many("DELETE FROM head WHERE ent = ? AND field = ?", [key for key, _ in written])
    sql.many(
        "INSERT INTO head (ent, field, op) VALUES (?, ?, ?)",
        [(*key, op.id) for key, op in written],
    )


def surviving(heads: set[bytes], base: bytes, new: bytes) -> set[bytes]:
    """Return the heads of a field after an operation: those that it had not seen, and itself."""
    return (heads - set(split_hashes(base))) | {new}


def id_map(sql: Sql, uids: Iterable[bytes]) -> dict[bytes, int]:
    """Return the integer keys of entities by their UUIDs."""
    wanted = list(set(uids))
    found: dict[bytes, int] = {}
    for start in range(0, len(wanted), 500):
        part = wanted[start : start + 500]
        marks = ",".join("?" * len(part))
        rows = sql.rows(f"SELECT uid, id FROM entity WHERE uid IN ({marks})", part)
        found.update({bytes(uid): int(key) for uid, key in rows})
    return found


def uid_map(sql: Sql, ids: Iterable[int]) -> dict[int, bytes]:
    """Return the UUIDs of entities by their integer keys."""
    rows = sql.by_keys("SELECT id, uid FROM entity WHERE id IN ({keys})", list(set(ids)))
    return {int(key): bytes(uid) for key, uid in rows}


def journal_texts(sql: Sql, ents: Sequence[int]) -> dict[int, dict[str, str | None]]:
    """Return the encoded values of entities, by field, as the journal's heads give them.

    Of several heads the latest is shown; equal stamps are decided by the device's UUID, so every
    copy of a workspace shows the same one.
    """
    texts: dict[int, dict[str, str | None]] = {}
    made = "SELECT e.id, o.val FROM entity e JOIN op o ON o.id = e.op WHERE e.id IN ({keys})"
    for ent, val in sql.by_keys(made, ents):
        texts[ent] = dict(decode_record(val))
    edited = (
        "SELECT h.ent, h.field, o.val, o.hlc, d.uid FROM head h JOIN op o ON o.id = h.op "
        "JOIN device d ON d.id = o.dev WHERE h.ent IN ({keys})"
    )
    best: dict[HeadKey, tuple[int, bytes]] = {}
    for ent, field, val, hlc, uid in sql.by_keys(edited, ents):
        rank = (hlc, bytes(uid))
        if not field[0].isalpha() or best.get((ent, field), (-1, b"")) > rank:
            continue
        best[(ent, field)] = rank
        texts.setdefault(ent, {})[field] = val
    return texts


def journal_values(
    sql: Sql, schema: Schema, ents: Sequence[int]
) -> dict[str, dict[int, dict[str, Any]]]:
    """Return, by record type, the values that the journal gives to entities, references resolved."""
    types = dict(sql.by_keys("SELECT id, type FROM entity WHERE id IN ({keys})", ents))
    texts = journal_texts(sql, ents)
    uids: set[bytes] = set()
    for ent, fields in texts.items():
        record_type = schema.by_name.get(types[ent])
        for field in spec_of(record_type).journalled if record_type else ():
            if field.target and (text := fields.get(field.name)):
                uids.add(bytes.fromhex(text))
    ids = id_map(sql, uids)
    values: dict[str, dict[int, dict[str, Any]]] = defaultdict(dict)
    for ent, fields in texts.items():
        record_type = schema.by_name.get(types[ent])
        if record_type is None:
            continue
        values[types[ent]][ent] = {
            field.name: decode(field, fields.get(field.name), ids)
            for field in spec_of(record_type).journalled
        }
    return values
