"""A union of operations: what another copy knows and this one lacks, taken in whole or not."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from changedesk.store import heads
from changedesk.store.clock import TRUSTED_AHEAD_MS, stamp_ms
from changedesk.store.digest import operation_hash, same, split_hashes, value_hash
from changedesk.store.engine import Sql
from changedesk.store.erasure import Erased, empty_erased, erased_entities
from changedesk.store.errors import UserError
from changedesk.store.journal import (
    INSERT_OP,
    MADE,
    NO_ENTITY,
    NO_HASH,
    WITHDRAWN,
    adopt_clock,
    is_edit,
)
from changedesk.store.projection import project
from changedesk.store.records import Schema
from changedesk.store.search import forget_texts

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
    """What came in: how many operations, which rows differ, and whose clocks run far ahead."""

    operations: int
    touched: Mapping[str, frozenset[int]] = field(default_factory=dict)
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
    if not union.fresh:
        return Received(0)
    union.write()
    touched = project(sql, schema, union.touched)
    ahead = now_ms + TRUSTED_AHEAD_MS
    believed = [op.hlc for op in union.fresh if stamp_ms(op.hlc) <= ahead]
    adopt_clock(sql, max(believed, default=0))
    return Received(
        len(union.fresh),
        {name: frozenset(keys) for name, keys in touched.items()},
        frozenset(op.device for op in union.fresh if stamp_ms(op.hlc) > ahead),
    )


def already_known(known: Mapping[tuple[bytes, int], bytes], op: WireOp) -> bool:
    """Tell whether this operation is here; raises UserError when another one has its place."""
    here = known.get((op.device, op.seq))
    if here is None:
        return False
    if not same(here, op.h):
        raise UserError(
            f"The other copy went its own way at operation {op.seq} of device "
            f"{op.device.hex()[:8]} (a copied workspace, or a changed journal): "
            "nothing was taken in."
        )
    return True


def follows(op: WireOp, seq: int, h: bytes) -> bool:
    """Tell whether an operation is the next one of its device's chain."""
    return op.seq == seq + 1 and same(op.prev, h)


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
            op.device, op.seq, op.prev, op.hlc, op.actor, op.txn,
            op.entity, op.field, op.base, op.vh,
        )  # fmt: skip
        value_holds = op.salt is None or same(value_hash(op.salt, op.val), op.vh)
        if not same(expected, op.h) or not value_holds:
            raise _refusal(op, "was changed after it was written")
        if not follows(op, seq, h) or missing_base(self._hashes, op):
            raise _refusal(op, "does not follow what is known here: ask for a complete copy")
        if op.hlc <= hlc:
            raise _refusal(op, "is dated before the one it follows")

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
            raise _refusal(op, "is about a record that the copy does not bring")
        key = self._next_entity
        self._next_entity += 1
        made = (key, op.entity, op.field.removeprefix(MADE), self._next_op, 0)
        self._new_entities.append(made)
        return key

    def write(self) -> None:
        """Write what was taken: devices, entities, operations, heads."""
        sql = self._sql
        for uid in dict.fromkeys(op.device for op in self.fresh if op.device not in self._devices):
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
        headed = [
            ((ent, op.field), op)
            for ent, op in zip(self._ents, self.fresh, strict=True)
            if ent and (is_edit(op.field) or op.field == WITHDRAWN)
        ]
        before = heads.heads_of(sql, {key[0] for key, _ in headed})
        now: dict[heads.HeadKey, set[bytes]] = {}
        for key, op in headed:
            standing = now.get(key) or {head.h for head in before.get(key, ())}
            now[key] = heads.surviving(standing, op.base, op.h)
        sql.many("DELETE FROM head WHERE ent = ? AND field = ?", list(now))
        sql.many(
            "INSERT INTO head (ent, field, op) VALUES (?, ?, ?)",
            [(*key, self._hashes[h]) for key, hashes in now.items() for h in hashes],
        )

    def _write_erasures(self) -> None:
        # Who erased a value wants it gone from every copy; who emptied one without saying so is
        # found out here.
        ents = erased_entities(self._sql) & self.touched
        if ents:
            empty_erased(self._sql, ents)
            forget_texts(self._sql)
        emptied = [op for op in self.fresh if op.salt is None]
        if emptied:
            erased = Erased(
                (row[0], row[1], row[2])
                for row in self._sql.by_keys(
                    "SELECT ent, field, base FROM op WHERE ent IN ({keys})", ents
                )
            )
            for op in emptied:
                if not erased.has(op.h, self._entities.get(op.entity), op.field):
                    raise _refusal(op, "was emptied, and nobody says that he erased it")


def _refusal(op: WireOp, why: str) -> UserError:
    return UserError(f"Operation {op.seq} of the other copy {why}: nothing was taken in.")
