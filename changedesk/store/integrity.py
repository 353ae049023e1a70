"""Is the journal whole and unchanged, and are the tables what it says?"""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import islice
from typing import Any

from changedesk.store import heads
from changedesk.store.bookkeeping import bookkeeping
from changedesk.store.digest import HASH_BYTES, operation_hasher, same, split_hashes, value_hash
from changedesk.store.engine import Sql, tells_of_damage
from changedesk.store.erasure import IS_ERASURE, Erased
from changedesk.store.fields import facts_of
from changedesk.store.findings import Finding
from changedesk.store.journal import (
    CHANGE,
    ERASED,
    MADE,
    NO_ENTITY,
    NO_HASH,
    RESTATED,
    WITHDRAWN,
    is_edit,
)
from changedesk.store.projection import GONE, KEPT, STANDS, withdrawn_among
from changedesk.store.records import Record, Schema
from changedesk.store.renaming import Renamed, expected_names, is_coded, renamed_in
from changedesk.store.sealed import check as check_sealed
from changedesk.store.spec import spec_of

_BATCH = 5000
_ROWS = 20_000
_FINDINGS_AT_MOST = 100
_NO_EDITS = f"'{CHANGE}', '{MADE}', '{ERASED}', '{RESTATED}'"
_NO_TEXT = "Could not decode to UTF-8"


def verify(sql: Sql, schema: Schema) -> list[Finding]:
    """Check every invariant; an empty list means that the workspace is sound.

    What rests on something that does not hold is looked at no further: pages bear the journal, the
    journal bears the tables, and these the counters and the index of texts.
    """
    for storey in (_pages, _journal, _tables, bookkeeping):
        findings = _any_text(sql, partial(_looked_at, storey, sql, schema))
        if findings:
            return findings
    return []


def _looked_at(
    storey: Callable[[Sql, Schema], Iterator[Finding]], sql: Sql, schema: Schema
) -> list[Finding]:
    try:
        return list(islice(storey(sql, schema), _FINDINGS_AT_MOST))
    except Exception as error:
        if not tells_of_damage(error) or _NO_TEXT in str(error):
            raise
        return [Finding("damaged page", "file", str(error))]


def _any_text(sql: Sql, look: Callable[[], list[Finding]]) -> list[Finding]:
    # Damaged text is no UTF-8: it is to be compared like any other, not to end the comparison. Only
    # then is every text read with care, which takes several times as long.
    try:
        return look()
    except Exception as error:
        if not (sql.sqlite and _NO_TEXT in str(error)):
            raise
    connection = sql.connection()
    connection.text_factory = lambda text: text.decode("utf-8", "backslashreplace")
    try:
        return look()
    finally:
        connection.text_factory = str


def _pages(sql: Sql, _schema: Schema) -> Iterator[Finding]:
    if sql.sqlite:
        for row in sql.rows("PRAGMA integrity_check(20)"):
            if row[0] != "ok":
                yield Finding("damaged page", "file", str(row[0]))


def _journal(sql: Sql, _schema: Schema) -> Iterator[Finding]:
    for check in (chains, _heads, _entities, _contents):
        yield from check(sql)


def _tables(sql: Sql, schema: Schema) -> Iterator[Finding]:
    if sql.sqlite:
        for table, key, _parent, _index in sql.rows("PRAGMA foreign_key_check"):
            why = "it refers to a record that is not there"
            yield Finding("broken reference", f"{table} {key}", why)
    yield from projection(sql, schema)
    yield from _named_contents(sql, schema)
    yield from check_sealed(sql)


def link_holds(seq: int, prev: bytes, last_seq: int, last_h: bytes) -> bool:
    """Tell whether an operation follows the one before it in its device's chain."""
    return seq == last_seq + 1 and prev == last_h


def stamp_rises(hlc: int, last_hlc: int) -> bool:
    """Tell whether a device's clock went forward."""
    return hlc > last_hlc


def base_holds(ent: int, field: str, base_ent: int, base_field: str) -> bool:
    """Tell whether an operation builds on one of the same field, or on the making of the record."""
    return ent == base_ent and (base_field == field or base_field.startswith(MADE))


def chains(sql: Sql) -> Iterator[Finding]:
    """Check each device's chain: order, links, hashes, stamps, values and bases."""
    erased = erased_values(sql)
    known = _built_upon(sql)
    for (op,) in sql.rows("SELECT id FROM op WHERE dev NOT IN (SELECT id FROM device)"):
        yield Finding("broken chain", f"op {op}", "it belongs to no device")
    for device, uid in sql.rows("SELECT id, uid FROM device"):
        last_seq, last_h, last_hlc = 0, NO_HASH, 0
        told: tuple[str, int] | None = None
        for row in _operations(sql, device):
            op, h, seq, prev, hlc, actor, ent, field, base, vh, salt, val, txn, entity = row
            if told != (actor, txn):  # the same for all operations of a change
                told = (actor, txn)
                hashed = operation_hasher(bytes(uid), actor, txn)
            if not link_holds(seq, prev, last_seq, last_h):
                yield Finding("broken chain", f"op {op}", "it does not follow the one before")
            if not stamp_rises(hlc, last_hlc):
                yield Finding("clock", f"op {op}", "its time is not after the one before")
            about = (entity or b"") if ent else NO_ENTITY
            if hashed(seq, prev, hlc, about, field, base, vh) != h:
                why = f"{field}: its hash is not that of its content"
                yield Finding("changed operation", f"op {op}", why)
            if salt is None:
                if val is not None or not erased.has(h, ent, field):
                    why = f"{field}: emptied, and nobody erased it"
                    yield Finding("lost value", f"op {op}", why)
            elif value_hash(salt, val) != vh:
                why = f"{field}: the value is not the one written"
                yield Finding("changed value", f"op {op}", why)
            if base:
                yield from _bases(ent, field, base, f"op {op}", known)
            last_seq, last_h, last_hlc = seq, h, hlc


def _built_upon(sql: Sql) -> dict[bytes, tuple[int, str]]:
    # What operations name as their base, as far as it is there, with the field that it is about.
    bases = sql.rows("SELECT base FROM op WHERE LENGTH(base) > 0")
    hashes = sorted({h for (base,) in bases for h in split_hashes(base)})
    return {bytes(h): (ent, field) for h, ent, field in heads.by_hashes(sql, hashes)}


def _operations(sql: Sql, device: int) -> Iterator[tuple[Any, ...]]:
    last = 0
    while True:
        rows = sql.rows(
            "SELECT o.id, o.h, o.seq, o.prev, o.hlc, o.actor, o.ent, o.field, o.base, o.vh, "
            "o.salt, o.val, o.txn, e.uid FROM op o LEFT JOIN entity e ON e.id = o.ent "
            "WHERE o.dev = ? AND o.seq > ? ORDER BY o.seq LIMIT ?",
            (device, last, _BATCH),
        )
        yield from rows
        if len(rows) < _BATCH:
            return
        last = rows[-1][2]


def _bases(
    ent: int, field: str, base: bytes, where: str, known: dict[bytes, tuple[int, str]]
) -> Iterator[Finding]:
    for h in split_hashes(base):
        base_ent, base_field = known.get(h, (-1, ""))
        # An erasure names the values of its field, among them those restated or made with it.
        if base_ent != ent or (is_edit(field) and not base_holds(ent, field, base_ent, base_field)):
            yield Finding("unknown base", where, "it builds on nothing known")
    if len(base) % HASH_BYTES:
        yield Finding("unknown base", where, "it builds on half an operation")


def erased_values(sql: Sql) -> Erased:
    """Return which operations may be without value, because somebody erased them."""
    rows = sql.rows(f"SELECT ent, field, base FROM op WHERE {IS_ERASURE}")
    return Erased((row[0], row[1], row[2]) for row in rows)


def _heads(sql: Sql) -> Iterator[Finding]:
    expected = expected_heads(sql)
    found: dict[heads.HeadKey, set[int]] = {}
    for ent, field, op in sql.rows("SELECT ent, field, op FROM head"):
        found.setdefault((ent, field), set()).add(op)
    for key in sorted({*found, *expected}):
        if found.get(key) != expected.get(key):
            yield Finding(
                "wrong head", f"entity {key[0]} {key[1]}", "the journal names another one"
            )


def expected_heads(sql: Sql) -> dict[heads.HeadKey, set[int]]:
    """Return, from the journal alone, the operations of each edited field that none has seen."""
    by_hash: dict[bytes, int] = {}
    found: dict[heads.HeadKey, set[int]] = {}
    for op, h, ent, field, base in sql.rows(
        "SELECT id, h, ent, field, base FROM op WHERE ent <> 0 "
        f"AND substr(field, 1, 1) NOT IN ({_NO_EDITS}) ORDER BY id"
    ):
        by_hash[bytes(h)] = op
        if is_edit(field) or field == WITHDRAWN:
            seen = {by_hash[b] for b in split_hashes(base) if b in by_hash}
            found[(ent, field)] = (found.get((ent, field), set()) - seen) | {op}
    return found


def _entities(sql: Sql) -> Iterator[Finding]:
    for (key,) in sql.rows(
        "SELECT e.id FROM entity e LEFT JOIN op o ON o.id = e.op "
        f"WHERE o.ent IS DISTINCT FROM e.id OR o.field IS DISTINCT FROM '{MADE}' || e.type"
    ):
        yield Finding("wrong record", f"entity {key}", "its maker is another one")
    for (ent,) in sql.rows(
        "SELECT DISTINCT ent FROM op WHERE ent <> 0 AND ent NOT IN (SELECT id FROM entity)"
    ):
        yield Finding("lost record", f"entity {ent}", "the journal knows it")


def projection(sql: Sql, schema: Schema) -> Iterator[Finding]:
    """Compare every column of every record with what the journal says."""
    judged = {row[0] for row in sql.rows("SELECT ent FROM head WHERE field = ?", (WITHDRAWN,))}
    withdrawn = withdrawn_among(sql, judged)
    kept = _referred_to(sql, schema, withdrawn)
    standing: dict[str, set[int]] = {name: set() for name in schema.by_name}
    types_there: set[str] = set()
    for key, type_name, state in sql.rows("SELECT id, type, state FROM entity"):
        types_there.add(type_name)
        expected = STANDS if key not in withdrawn else KEPT if key in kept else GONE
        if state != expected:
            yield Finding("wrong state", f"entity {key}", "the journal says otherwise")
        if expected != GONE:
            standing.setdefault(type_name, set()).add(key)
    noted = renamed_in(sql)
    renamed: dict[int, Renamed] = {}
    for record_type in map(schema.by_name.get, types_there):
        if record_type is not None and is_coded(record_type):
            renamed |= expected_names(sql, record_type)
    for key in sorted({*noted, *renamed}):
        if noted.get(key) != renamed.get(key):
            yield Finding("wrong code", f"entity {key}", "the journal gives it another one")
    types: dict[int, type[Record]] = {}
    for type_name, record_type in schema.by_name.items():
        table = record_type._meta.table_name
        there = {row[0] for row in sql.rows(f'SELECT id FROM "{table}"')}
        for key in sorted(there ^ standing[type_name]):
            yield Finding("wrong rows", f"{table} {key}", "the journal says otherwise")
        types |= dict.fromkeys(there & standing[type_name], record_type)
    every = sorted(types)  # as they were made, which is how the journal tells of them
    for start in range(0, len(every), _ROWS):
        part: dict[type[Record], list[int]] = {}
        for key in every[start : start + _ROWS]:
            part.setdefault(types[key], []).append(key)
        yield from _rows(sql, schema, part, renamed)


def _referred_to(sql: Sql, schema: Schema, withdrawn: set[int]) -> set[int]:
    users: dict[int, set[int]] = {}
    for references in schema.incoming.values():
        for incoming in references:
            meta = incoming.source._meta
            column = meta.fields[incoming.field].column_name
            for key, target in sql.by_keys(
                f'SELECT id, "{column}" FROM "{meta.table_name}" WHERE "{column}" IN ({{keys}})',
                withdrawn,
            ):
                users.setdefault(target, set()).add(key)
    kept: set[int] = set()
    while True:
        more = {key for key, by in users.items() if key not in kept and by - (withdrawn - kept)}
        if not more:
            return kept
        kept |= more


def _rows(
    sql: Sql,
    schema: Schema,
    part: Mapping[type[Record], list[int]],
    renamed: Mapping[int, Renamed],
) -> Iterator[Finding]:
    values = heads.journal_columns(sql, schema, [key for keys in part.values() for key in keys])
    for record_type, keys in part.items():
        meta = record_type._meta
        names = [field.name for field in spec_of(record_type).journalled]
        columns = ", ".join(f'"{meta.fields[name].column_name}"' for name in names)
        expected = _expected_rows(values.get(record_type.about.type_name), renamed)
        nothing, looked_at = (None,) * (len(names) + 1), {*keys}
        for row in sql.rows(
            f'SELECT id, {columns} FROM "{meta.table_name}" WHERE id BETWEEN ? AND ?',
            (keys[0], keys[-1]),
        ):
            wanted = expected.get(row[0])
            if row == wanted or row[0] not in looked_at:
                continue
            for name, value, told in zip(names, row[1:], (wanted or nothing)[1:], strict=True):
                if value != told:
                    where = f"{meta.table_name} {row[0]} {name}"
                    yield Finding("wrong value", where, "the journal differs")


def _expected_rows(
    values: heads.Columns | None, renamed: Mapping[int, Renamed]
) -> dict[int, tuple[Any, ...]]:
    if values is None:
        return {}
    for place, key in enumerate(values.keys if renamed else ()):
        if key in renamed:
            values.fields["code"][place] = renamed[key].code
    rows = zip(values.keys, *values.fields.values(), strict=True)
    return {row[0]: row for row in rows}


def _contents(sql: Sql) -> Iterator[Finding]:
    for key, h in sql.rows("SELECT id, h FROM content"):
        data = sql.value("SELECT data FROM content WHERE id = ?", (key,))
        if not same(hashlib.sha256(bytes(data)).digest(), h):
            yield Finding("changed content", f"content {key}", "its bytes are not those kept")


def _named_contents(sql: Sql, schema: Schema) -> Iterator[Finding]:
    kept = {bytes(h).hex() for (h,) in sql.rows("SELECT h FROM content")}
    for record_type in schema.types:
        meta = record_type._meta
        for field in spec_of(record_type).fields:
            if field.facts.names_content:
                column = meta.fields[field.name].column_name
                for key, h in sql.rows(f'SELECT id, "{column}" FROM "{meta.table_name}"'):
                    if h and h not in kept:
                        where = f"{meta.table_name} {key} {field.name}"
                        yield Finding("lost content", where, "the bytes it names are not there")


def derived(sql: Sql, schema: Schema) -> list[Finding]:
    """Compute every derived column anew and compare; the caller rolls the transaction back."""
    return _any_text(sql, lambda: list(islice(_derived(sql, schema), _FINDINGS_AT_MOST)))


def _derived(sql: Sql, schema: Schema) -> Iterator[Finding]:
    for target in dict.fromkeys(derivation.target for derivation in schema.derivations):
        before = _derived_values(sql, target)
        own = (one.refresh for one in schema.derivations if one.target is target)
        for refresh in dict.fromkeys(own):  # what follows from several things is computed once
            refresh(sql.database, sorted(before))
        after = _derived_values(sql, target)
        table = target._meta.table_name
        for key in before:
            if before[key] != after[key]:
                yield Finding("wrong sum", f"{table} {key}", "it is not what its events add up to")


def _derived_values(sql: Sql, record_type: type[Record]) -> dict[int, tuple[Any, ...]]:
    meta = record_type._meta
    columns = ", ".join(
        f'"{field.column_name}"'
        for field in meta.sorted_fields
        if (facts := facts_of(field)) is not None and facts.derived
    )
    rows = sql.rows(f'SELECT id, {columns} FROM "{meta.table_name}"')
    return {row[0]: tuple(row[1:]) for row in rows}
