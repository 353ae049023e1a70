"""A union of operations: what another copy knows and this one lacks, taken in whole or not at all."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from changedesk.store import heads, rows
from changedesk.store.clock import TRUSTED_AHEAD_MS, stamp_ms
from changedesk.store.digest import operation_hash, same, split_hashes, value_hash
from changedesk.store.engine import Sql
from changedesk.store.errors import UserError
from changedesk.store.journal import (
    ERASED,
    INSERT_OP,
    MADE,
    NO_ENTITY,
    NO_HASH,
    WITHDRAWN,
    version_vector,
)
from changedesk.store.records import Record, Schema

_BATCH = 5000


@dataclass(frozen=True)
class WireOp:
    """An operation as it travels: with UUIDs in place of this file's integer keys."""

    h: bytes
    device: bytes
    seq: int
    prev: bytes
    hlc: int
    actor: str
    txn: int
    entity: bytes
    field: str
    base: bytes
    vh: bytes
    salt: bytes | None
    val: str | None


@dataclass(frozen=True)
class Received:
    """What came in: how many operations, which entities, and which clocks run far ahead."""

    operations: int
    entities: frozenset[int] = frozenset()
    ahead: frozenset[bytes] = frozenset()


def operations(sql: Sql, known: Mapping[str, int] | None = None) -> Iterator[WireOp]:
    """Yield the operations that somebody with the version vector `known` lacks, oldest first."""
    known = known or {}
    last = 0
    while True:
        page = sql.rows(
            "SELECT o.id, o.h, d.uid, o.seq, o.prev, o.hlc, o.actor, o.txn, e.uid, o.field, "
            "o.base, o.vh, o.salt, o.val FROM op o JOIN device d ON d.id = o.dev "
            "LEFT JOIN entity e ON e.id = o.ent WHERE o.id > ? ORDER BY o.id LIMIT ?",
            (last, _BATCH),
        )
        for row in page:
            device = bytes(row[2])
            if row[3] > known.get(device.hex(), 0):
                yield WireOp(
                    bytes(row[1]), device, row[3], bytes(row[4]), row[5], row[6], row[7],
                    bytes(row[8]) if row[8] is not None else NO_ENTITY, row[9], bytes(row[10]),
                    bytes(row[11]), bytes(row[12]) if row[12] is not None else None, row[13],
                )  # fmt: skip
        if len(page) < _BATCH:
            return
        last = page[-1][0]


def receive(sql: Sql, schema: Schema, incoming: Iterable[WireOp], now_ms: int) -> Received:
    """Take in operations inside a write transaction; known ones are passed over.

    Raises UserError, and the transaction falls, for a gap, a fork or an operation that was changed.
    """
    union = _Union(sql)
    for op in incoming:
        union.take(op)
    union.write()
    touched = sorted(union.touched)
    project(sql, schema, touched)
    ahead = {
        op.device for op in union.fresh if stamp_ms(op.hlc) > now_ms + TRUSTED_AHEAD_MS
    }
    return Received(len(union.fresh), frozenset(touched), frozenset(ahead))


def already_known(known: dict[tuple[bytes, int], bytes], op: WireOp) -> bool:
    """Tell whether this operation is here; raises UserError when another one has its place."""
    here = known.get((op.device, op.seq))
    if here is None:
        return False
    if not same(here, op.h):
        raise UserError(
            f"The other copy went its own way at operation {op.seq} of one device (a copied "
            "workspace, or a changed journal): it was not taken in."
        )
    return True


def missing_base(hashes: Mapping[bytes, int], op: WireOp) -> bool:
    """Tell whether an operation builds on one that is not here."""
    return any(base not in hashes for base in split_hashes(op.base))


class _Union:
    """The operations of this workspace while others are added to them."""

    def __init__(self, sql: Sql) -> None:
        self._sql = sql
        self._devices = {bytes(uid): key for key, uid in sql.rows("SELECT id, uid FROM device")}
        device_uids = {key: uid for uid, key in self._devices.items()}
        self._known: dict[tuple[bytes, int], bytes] = {}
        self._hashes: dict[bytes, int] = {}
        for key, h, dev, seq in sql.rows("SELECT id, h, dev, seq FROM op"):
            self._known[(device_uids[dev], seq)] = bytes(h)
            self._hashes[bytes(h)] = key
        self._tips: dict[bytes, tuple[int, bytes, int]] = {}
        for uid, dev in self._devices.items():
            last = sql.rows(
                "SELECT seq, h, hlc FROM op WHERE dev = ? ORDER BY seq DESC LIMIT 1", (dev,)
            )
            if last:
                self._tips[uid] = (last[0][0], bytes(last[0][1]), last[0][2])
        self._entities: dict[bytes, int] = {}
        self._next_op = max(self._hashes.values(), default=0) + 1
        self._next_entity = int(sql.value("SELECT COALESCE(MAX(id), 0) FROM entity")) + 1
        self._new_entities: list[tuple[int, bytes, str, int, int]] = []
        self._op_ids: list[int] = []
        self._ents: list[int] = []
        self.fresh: list[WireOp] = []
        self.touched: set[int] = set()

    def take(self, op: WireOp) -> None:
        """Check one operation and put it in line; a known one changes nothing."""
        if already_known(self._known, op):
            return
        self._refuse_unsound(op)
        self._tips[op.device] = (op.seq, op.h, op.hlc)
        self._known[(op.device, op.seq)] = op.h
        self._hashes[op.h] = self._next_op
        self._op_ids.append(self._next_op)
        self._ents.append(self._entity(op))
        self.fresh.append(op)
        self._next_op += 1

    def _refuse_unsound(self, op: WireOp) -> None:
        seq, h, hlc = self._tips.get(op.device, (0, NO_HASH, 0))
        expected = operation_hash(
            op.device, op.seq, op.prev, op.hlc, op.actor, op.txn, op.entity, op.field, op.base, op.vh
        )
        value_holds = op.salt is None or same(value_hash(op.salt, op.val), op.vh)
        if not same(expected, op.h) or not value_holds:
            raise UserError(
                f"Operation {op.seq} of the other copy was changed after it was written: "
                "nothing was taken in."
            )
        if op.seq != seq + 1 or not same(op.prev, h) or missing_base(self._hashes, op):
            raise UserError(
                f"Something is missing before operation {op.seq} of the other copy: "
                "nothing was taken in. Ask for a complete one."
            )
        if op.hlc <= hlc:
            raise UserError(
                f"Operation {op.seq} of the other copy is dated before the one it follows: "
                "nothing was taken in."
            )

    def _entity(self, op: WireOp) -> int:
        if op.entity == NO_ENTITY:
            return 0
        key = self._entities.get(op.entity)
        if key is None:
            found = self._sql.value("SELECT id FROM entity WHERE uid = ?", (op.entity,))
            key = int(found) if found is not None else self._new_entity(op)
            self._entities[op.entity] = key
        self.touched.add(key)
        return key

    def _new_entity(self, op: WireOp) -> int:
        if not op.field.startswith(MADE):
            raise UserError(
                f"Operation {op.seq} of the other copy is about a record that it does not bring: "
                "nothing was taken in."
            )
        key = self._next_entity
        self._next_entity += 1
        made = (key, op.entity, op.field.removeprefix(MADE), self._next_op, 0)
        self._new_entities.append(made)
        return key

    def write(self) -> None:
        """Write what was taken: devices, entities, operations, heads."""
        sql = self._sql
        for uid in {op.device for op in self.fresh} - set(self._devices):
            key = int(sql.value("SELECT COALESCE(MAX(id), 0) FROM device")) + 1
            sql.run("INSERT INTO device (id, uid) VALUES (?, ?)", (key, uid))
            self._devices[uid] = key
        sql.many(
            "INSERT INTO entity (id, uid, type, op, state) VALUES (?, ?, ?, ?, ?)",
            self._new_entities,
        )
        sql.many(
            INSERT_OP,
            [
                (
                    key, op.h, self._devices[op.device], op.seq, op.prev, op.hlc, op.actor, op.txn,
                    ent, op.field, op.base, op.vh, op.salt, op.val,
                )
                for key, ent, op in zip(self._op_ids, self._ents, self.fresh, strict=True)
            ],
        )  # fmt: skip
        self._write_heads()
        self._write_erasures()

    def _write_heads(self) -> None:
        sql = self._sql
        ids = {key: h for h, key in self._hashes.items()}
        now: dict[heads.HeadKey, set[bytes]] = {}
        for ent, op in zip(self._ents, self.fresh, strict=True):
            if ent == 0 or op.field.startswith((MADE, ERASED)):
                continue
            key = (ent, op.field)
            if key not in now:
                found = sql.rows("SELECT op FROM head WHERE ent = ? AND field = ?", key)
                now[key] = {ids[row[0]] for row in found}
            now[key] = heads.surviving(now[key], op.base, op.h)
        sql.many("DELETE FROM head WHERE ent = ? AND field = ?", list(now))
        sql.many(
            "INSERT INTO head (ent, field, op) VALUES (?, ?, ?)",
            [(*key, self._hashes[h]) for key, hashes in now.items() for h in hashes],
        )

    def _write_erasures(self) -> None:
        # Who erased a value wants it gone from every copy.
        for op in self.fresh:
            if op.field.startswith(ERASED) and op.val:
                gone = [op.val[at : at + 64] for at in range(0, len(op.val), 64)]
                keys = [self._hashes[h] for h in map(bytes.fromhex, gone) if h in self._hashes]
                self._sql.run_by_keys(
                    "UPDATE op SET val = NULL, salt = NULL WHERE id IN ({keys})", keys
                )


def withdrawn(sql: Sql, ent: int) -> bool:
    """Tell from the operations alone whether a record is withdrawn.

    It stands when an operation on it was not seen by who withdrew it.
    """
    import json

    verdicts = heads.heads_of(sql, ent, WITHDRAWN)
    if not verdicts:
        return False
    for verdict in verdicts:
        if verdict.value is None:
            return False
        seen: dict[str, int] = json.loads(verdict.value)
        later = sql.rows(
            "SELECT d.uid, o.seq FROM op o JOIN device d ON d.id = o.dev "
            "WHERE o.ent = ? AND o.field <> ?",
            (ent, WITHDRAWN),
        )
        if any(seq > seen.get(bytes(uid).hex(), 0) for uid, seq in later):
            return False
    return True


def project(sql: Sql, schema: Schema, ents: Sequence[int]) -> None:
    """Write the rows of entities anew from the journal, and what is derived from them."""
    judged = "SELECT DISTINCT ent FROM head WHERE field = '-' AND ent IN ({keys})"
    doubtful = {int(row[0]) for row in sql.by_keys(judged, ents)}
    gone = {ent for ent in doubtful if withdrawn(sql, ent)}
    standing = [ent for ent in ents if ent not in gone]
    kept = _referred_and_gone(sql, schema, gone, standing)
    values = heads.journal_values(sql, schema, [*standing, *kept])
    types = dict(sql.by_keys("SELECT id, type FROM entity WHERE id IN ({keys})", list(ents)))
    stale = _stale(sql, schema, types)
    by_type: dict[type[Record], list[int]] = defaultdict(list)
    for ent, type_name in types.items():
        if type_name in schema.by_name:
            by_type[schema.by_name[type_name]].append(ent)
    for record_type, keys in by_type.items():
        rows.remove_rows(sql, record_type, keys)
    for type_name, found in values.items():
        rows.remove_rows(sql, schema.by_name[type_name], list(found))
        rows.insert_rows(sql, schema.by_name[type_name], list(found.items()))
    sql.run_by_keys("UPDATE entity SET state = 0 WHERE id IN ({keys})", standing)
    sql.run_by_keys("UPDATE entity SET state = 1 WHERE id IN ({keys})", sorted(gone))
    sql.run_by_keys("UPDATE entity SET state = 2 WHERE id IN ({keys})", sorted(kept))
    for derivation, keys in _stale(sql, schema, types, stale).items():
        derivation.refresh(sql.database, sorted(keys))


def _referred_and_gone(
    sql: Sql, schema: Schema, gone: set[int], standing: Sequence[int]
) -> set[int]:
    # A record that was withdrawn stays while one that stands refers to it: rows of the tables
    # first, then those that are about to be written.
    kept: set[int] = set()
    frontier = set(standing)
    while frontier:
        values = heads.journal_values(sql, schema, sorted(frontier))
        named: set[int] = set()
        for type_name, found in values.items():
            targets = [f.name for f in schema.by_name[type_name]._meta.refs]
            named |= {row[name] for row in found.values() for name in targets if row[name]}
        states = dict(
            sql.by_keys("SELECT id, state FROM entity WHERE id IN ({keys})", sorted(named))
        )
        frontier = {key for key in named if key in gone or states.get(key) == 1} - kept
        kept |= frontier
        gone -= frontier
    return kept


def _stale(sql: Sql, schema: Schema, types: Mapping[int, str], before=None):  # type: ignore[no-untyped-def]
    found = before if before is not None else defaultdict(set)
    by_type: dict[str, list[int]] = defaultdict(list)
    for ent, type_name in types.items():
        by_type[type_name].append(ent)
    for type_name, keys in by_type.items():
        record_type = schema.by_name.get(type_name)
        for derivation in schema.derivations_of(record_type) if record_type else ():
            held = rows.column_values(sql, record_type, derivation.via, keys)
            found[derivation] |= {value for value in held.values() if value is not None}
    return found


def lacking_contents(sql: Sql, hashes: Iterable[bytes]) -> list[bytes]:
    """Return which of these contents are not here."""
    return [h for h in hashes if sql.value("SELECT 1 FROM content WHERE h = ?", (h,)) is None]


__all__ = [
    "Received", "WireOp", "lacking_contents", "operations", "project", "receive", "version_vector",
]  # fmt: skip
