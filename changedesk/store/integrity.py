"""Is the journal whole and unchanged, and are the tables what it says?"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from changedesk.store import heads
from changedesk.store.digest import operation_hash, same, split_hashes, value_hash
from changedesk.store.engine import Sql
from changedesk.store.fields import facts_of
from changedesk.store.journal import ERASED, MADE, NO_ENTITY, NO_HASH, WITHDRAWN
from changedesk.store.records import Record, Schema
from changedesk.store.spec import spec_of

_BATCH = 5000


@dataclass(frozen=True)
class Finding:
    """Something that does not hold: what, where (table, key, field) and why."""

    what: str
    where: str
    why: str


def verify(sql: Sql, schema: Schema) -> list[Finding]:
    """Check every invariant; an empty list means that the workspace is sound."""
    findings: list[Finding] = []
    if sql.sqlite:
        findings += _pages(sql)
    findings += chains(sql)
    findings += _heads(sql)
    findings += _entities(sql)
    findings += projection(sql, schema)
    findings += _contents(sql)
    return findings


def _pages(sql: Sql) -> Iterator[Finding]:
    for row in sql.rows("PRAGMA integrity_check(20)"):
        if row[0] != "ok":
            yield Finding("damaged page", "file", str(row[0]))
    for table, key, _parent, _index in sql.rows("PRAGMA foreign_key_check"):
        yield Finding("broken reference", f"{table} {key}", "it refers to a record that is not there")


def link_holds(seq: int, prev: bytes, last_seq: int, last_h: bytes) -> bool:
    """Tell whether an operation follows the one before it in its device's chain."""
    return seq == last_seq + 1 and same(prev, last_h)


def stamp_rises(hlc: int, last_hlc: int) -> bool:
    """Tell whether a device's clock went forward."""
    return hlc > last_hlc


def chains(sql: Sql) -> list[Finding]:
    """Check each device's chain: order, links, hashes, stamps, values and bases."""
    findings: list[Finding] = []
    erased = _erased_hashes(sql)
    known = {bytes(row[0]): (row[1], row[2]) for row in sql.rows("SELECT h, ent, field FROM op")}
    for device, uid in sql.rows("SELECT id, uid FROM device"):
        last_seq, last_h, last_hlc = 0, NO_HASH, 0
        for row in _operations(sql, device):
            where = f"op {row[0]}"
            h = bytes(row[1])
            if not link_holds(row[2], row[3], last_seq, last_h):
                findings.append(Finding("broken chain", where, "it does not follow the one before"))
            if not stamp_rises(row[4], last_hlc):
                findings.append(Finding("clock", where, "its time is not after the one before"))
            findings += _operation(row, bytes(uid), where, erased)
            for base in split_hashes(row[8]):
                if known.get(base, (None, ""))[0] != row[6]:
                    findings.append(Finding("unknown base", where, "it builds on nothing known"))
            last_seq, last_h, last_hlc = row[2], h, row[4]
    return findings


def _operations(sql: Sql, device: int) -> Iterator[tuple[Any, ...]]:
    last = 0
    while True:
        rows = sql.rows(
            "SELECT o.id, o.h, o.seq, o.prev, o.hlc, o.actor, o.ent, o.field, o.base, o.vh, o.salt, "
            "o.val, o.txn, e.uid FROM op o LEFT JOIN entity e ON e.id = o.ent "
            "WHERE o.dev = ? AND o.seq > ? ORDER BY o.seq LIMIT ?",
            (device, last, _BATCH),
        )
        yield from rows
        if len(rows) < _BATCH:
            return
        last = rows[-1][2]


def _operation(
    row: tuple[Any, ...], device: bytes, where: str, erased: set[bytes]
) -> Iterator[Finding]:
    _id, h, seq, prev, hlc, actor, ent, field, base, vh, salt, val, txn, uid = row
    entity = NO_ENTITY if ent == 0 else bytes(uid or b"")
    expected = operation_hash(
        device, seq, bytes(prev), hlc, actor, txn, entity, field, bytes(base), bytes(vh)
    )
    if not same(expected, h):
        yield Finding("changed operation", where, f"{field}: its hash is not that of its content")
    if salt is None:
        if bytes(h) not in erased:
            yield Finding("lost value", where, f"{field}: emptied, and nobody erased it")
    elif not same(value_hash(bytes(salt), val), vh):
        yield Finding("changed value", where, f"{field}: the value is not the one written")


def _erased_hashes(sql: Sql) -> set[bytes]:
    rows = sql.rows("SELECT val FROM op WHERE field LIKE ?", (ERASED + "%",))
    return {
        bytes.fromhex(text[at : at + 64]) for (text,) in rows if text for at in range(0, len(text), 64)
    }


def _heads(sql: Sql) -> list[Finding]:
    expected = expected_heads(sql)
    found: dict[heads.HeadKey, set[int]] = {}
    for ent, field, op in sql.rows("SELECT ent, field, op FROM head"):
        found.setdefault((ent, field), set()).add(op)
    return [
        Finding("wrong head", f"entity {key[0]} {key[1]}", "the journal names another one")
        for key in sorted(set(found) | set(expected))
        if found.get(key) != expected.get(key)
    ]


def expected_heads(sql: Sql) -> dict[heads.HeadKey, set[int]]:
    """Return, from the journal alone, the operations of each edited field that none has seen."""
    by_hash: dict[bytes, int] = {}
    found: dict[heads.HeadKey, set[int]] = {}
    rows = sql.rows("SELECT id, h, ent, field, base FROM op ORDER BY id")
    for op, h, ent, field, base in rows:
        by_hash[bytes(h)] = op
        if ent == 0 or field.startswith((MADE, ERASED)):
            continue
        seen = {by_hash[b] for b in split_hashes(base) if b in by_hash}
        found[(ent, field)] = (found.get((ent, field), set()) - seen) | {op}
    return found


def _entities(sql: Sql) -> list[Finding]:
    findings = []
    rows = sql.rows(
        "SELECT e.id, e.type, e.op, o.ent, o.field FROM entity e LEFT JOIN op o ON o.id = e.op"
    )
    for key, type_name, _op, ent, field in rows:
        if ent != key or field != MADE + type_name:
            findings.append(Finding("wrong record", f"entity {key}", "its maker is another one"))
    made = {key for key, *_ in rows}
    for (ent,) in sql.rows("SELECT DISTINCT ent FROM op WHERE ent <> 0"):
        if ent not in made:
            findings.append(Finding("lost record", f"entity {ent}", "the journal knows it"))
    return findings


def projection(sql: Sql, schema: Schema) -> list[Finding]:
    """Compare every column of every record with what the journal says."""
    findings: list[Finding] = []
    withdrawn = {
        ent for ent, val in sql.rows(
            "SELECT h.ent, o.val FROM head h JOIN op o ON o.id = h.op WHERE h.field = ?", (WITHDRAWN,)
        ) if val is not None
    }  # fmt: skip
    standing: dict[str, set[int]] = {name: set() for name in schema.by_name}
    for key, type_name, state in sql.rows("SELECT id, type, state FROM entity"):
        if state != 1:
            standing.setdefault(type_name, set()).add(key)
        if (state == 1) != (key in withdrawn) and state != 2:
            findings.append(Finding("wrong state", f"entity {key}", "the journal says otherwise"))
    for type_name, record_type in schema.by_name.items():
        findings += _rows(sql, schema, record_type, standing[type_name])
    return findings


def _rows(
    sql: Sql, schema: Schema, record_type: type[Record], standing: set[int]
) -> Iterator[Finding]:
    meta = record_type._meta
    table = meta.table_name
    names = [field.name for field in spec_of(record_type).journalled]
    columns = ", ".join(f'"{meta.fields[name].column_name}"' for name in names)
    present = {row[0] for row in sql.rows(f'SELECT id FROM "{table}"')}
    for key in sorted(present ^ standing):
        yield Finding("wrong rows", f"{table} {key}", "the journal says otherwise")
    keys = sorted(present & standing)
    for start in range(0, len(keys), _BATCH):
        part = keys[start : start + _BATCH]
        values = heads.journal_values(sql, schema, part).get(record_type.about.type_name, {})
        found = sql.by_keys(f'SELECT id, {columns} FROM "{table}" WHERE id IN ({{keys}})', part)
        for row in found:
            wanted = values.get(row[0], {})
            for name, value in zip(names, row[1:], strict=True):
                if _plain(wanted.get(name)) != _plain(value):
                    yield Finding("wrong value", f"{table} {row[0]} {name}", "the journal differs")


def _plain(value: Any) -> Any:
    return int(value) if isinstance(value, bool) else value


def _contents(sql: Sql) -> Iterator[Finding]:
    import hashlib

    for key, h in sql.rows("SELECT id, h FROM content"):
        data = sql.value("SELECT data FROM content WHERE id = ?", (key,))
        if not same(hashlib.sha256(bytes(data)).digest(), h):
            yield Finding("changed content", f"content {key}", "its bytes are not those kept")


def derived_columns(record_type: type[Record]) -> list[str]:
    """Return the names of the columns that are computed, not journalled."""
    return [
        field.name
        for field in record_type._meta.sorted_fields
        if (facts := facts_of(field)) is not None and facts.derived
    ]


def derived(sql: Sql, schema: Schema) -> list[Finding]:
    """Compute every derived column anew and compare; the caller rolls the transaction back."""
    findings: list[Finding] = []
    for derivation in schema.derivations:
        target = derivation.target
        before = _derived_values(sql, target)
        derivation.refresh(sql.database, sorted(before))
        after = _derived_values(sql, target)
        table = target._meta.table_name
        findings += [
            Finding("wrong sum", f"{table} {key}", "it is not what its events add up to")
            for key in before
            if before[key] != after[key]
        ]
    return findings


def _derived_values(sql: Sql, record_type: type[Record]) -> dict[int, tuple[Any, ...]]:
    meta = record_type._meta
    names = derived_columns(record_type)
    columns = ", ".join(f'"{meta.fields[name].column_name}"' for name in names)
    rows = sql.rows(f'SELECT id, {columns} FROM "{meta.table_name}"')
    return {row[0]: tuple(row[1:]) for row in rows}
