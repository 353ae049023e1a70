"""A union of operations: what another copy knows and this one lacks, taken in whole or not."""

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from changedesk.store import heads
from changedesk.store.clock import COUNTER_BITS, TRUSTED_AHEAD_MS
from changedesk.store.contents import Naming, forget_unnamed
from changedesk.store.digest import operation_hasher, same, split_hashes, value_hash
from changedesk.store.engine import Sql
from changedesk.store.erasure import Erased, empty_erased, erased_entities
from changedesk.store.errors import UserError
from changedesk.store.journal import (
    INSERT_OP,
    MADE,
    NO_ENTITY,
    WITHDRAWN,
    DeviceRow,
    Tip,
    adopt_clock,
    is_edit,
    read_tip,
)
from changedesk.store.projection import STANDS, project
from changedesk.store.records import Schema
from changedesk.store.search import forget_texts
from changedesk.store.wirecheck import NOT_UNDERSTOOD, fault_of, first_texts

_BATCH = 5000


@dataclass(slots=True)
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
    """What came in: how many operations, which rows differ, and whose clocks run far ahead.

    `made` and `worked_on` are the keys of entities that are new here and of those that are not;
    `hashes` are the operations that are new, `named` the contents that they name.
    """

    operations: int
    touched: Mapping[str, frozenset[int]] = field(default_factory=dict)
    ahead: frozenset[bytes] = frozenset()
    made: frozenset[int] = frozenset()
    worked_on: frozenset[int] = frozenset()
    hashes: frozenset[bytes] = frozenset()
    named: frozenset[str] = frozenset()


def operations(sql: Sql, known: Mapping[str, int] | None = None) -> Iterator[WireOp]:
    """Yield the operations that somebody with the version vector `known` lacks, oldest first."""
    devices = {key: bytes(uid) for key, uid in sql.rows("SELECT id, uid FROM device")}
    seen = {key: (known or {}).get(uid.hex(), 0) for key, uid in devices.items()}
    last = _last_known(sql, seen) if known else 0
    while True:
        page = sql.rows(
            "SELECT o.id, o.h, o.dev, o.seq, o.prev, o.hlc, o.actor, o.txn, e.uid, o.field, "
            "o.base, o.vh, o.salt, o.val FROM op o "
            "LEFT JOIN entity e ON e.id = o.ent WHERE o.id > ? ORDER BY o.id LIMIT ?",
            (last, _BATCH),
        )
        for _id, h, dev, seq, prev, hlc, actor, txn, uid, name, base, vh, salt, val in page:
            if seq > seen[dev]:
                yield WireOp(
                    h, devices[dev], seq, prev, hlc, actor, txn,
                    uid if uid is not None else NO_ENTITY, name, base, vh, salt, val,
                )  # fmt: skip
        if len(page) < _BATCH:
            return
        last = page[-1][0]


def _last_known(sql: Sql, seen: Mapping[int, int]) -> int:
    # Everything up to the first operation that is lacked is known: it need not be looked at.
    firsts = [
        sql.value("SELECT MIN(id) FROM op WHERE dev = ? AND seq = ?", (dev, seq + 1))
        for dev, seq in seen.items()
    ]
    lacking = [int(first) for first in firsts if first is not None]
    if lacking:
        return min(lacking) - 1
    return int(sql.value("SELECT COALESCE(MAX(id), 0) FROM op"))


def receive(sql: Sql, schema: Schema, incoming: Iterable[WireOp], now_ms: int) -> Received:
    """Take in operations inside a write transaction; known ones are passed over.

    Raises UserError, and the transaction falls, for a gap, a fork or an operation that was changed.
    """
    union = _Union(sql, schema)
    union.take_all(incoming)
    if not union.fresh:
        return Received(0)
    union.write()
    fresh, union.fresh = union.fresh, []
    named, hashes = _named(schema, fresh), frozenset([op.h for op in fresh])
    too_far = (now_ms + TRUSTED_AHEAD_MS + 1) << COUNTER_BITS
    adopt_clock(sql, max((op.hlc for op in fresh if op.hlc < too_far), default=0))
    ahead = frozenset([op.device for op in fresh if op.hlc >= too_far])
    del fresh  # the tables are made from what is left of them, which is much as well
    touched = project(sql, schema, union.touched, union.makers, others=True)
    return Received(
        len(hashes),
        {name: frozenset(keys) for name, keys in touched.items()},
        ahead,
        frozenset(union.made),
        frozenset(union.touched - union.made),
        hashes,
        named,
    )


def already_known(here: bytes | None, op: WireOp) -> bool:
    """Tell whether an operation is here, given which one has its place.

    Raises UserError when that is another one.
    """
    if here is None:
        return False
    if not same(here, op.h):
        raise forked(op.device, op.seq)
    return True


def forked(device: bytes, seq: int) -> UserError:
    """Return the refusal of a copy in which a device wrote something else at the same place."""
    return UserError(
        f"The other copy went its own way at operation {seq} of device "
        f"{device.hex()[:8]} (a copied workspace, or a changed journal): "
        "nothing was taken in."
    )


def follows(op: WireOp, tip: Tip) -> bool:
    """Tell whether an operation is the next one of its device's chain."""
    return op.seq == tip.seq + 1 and op.prev == tip.h


def missing_base(known: Container[bytes], op: WireOp) -> bool:
    """Tell whether an operation builds on one that is not here."""
    return any(base not in known for base in split_hashes(op.base))


class _Union:
    """The operations of this workspace while others are added to them."""

    def __init__(self, sql: Sql, schema: Schema) -> None:
        self._sql = sql
        self._schema = schema
        self._devices = {bytes(uid): key for key, uid in sql.rows("SELECT id, uid FROM device")}
        self._tips: dict[bytes, Tip] = {}
        # The hashes that were taken of each device: the end of its chain.
        self._taken: dict[bytes, list[bytes]] = {}
        self.fresh: list[WireOp] = []
        self.touched: set[int] = set()
        self.made: set[int] = set()
        # How entities that are new here were made, unless that was erased.
        self.makers: dict[str, dict[int, heads.Texts]] = defaultdict(dict)
        self._texts: dict[bytes, heads.Texts] = {}

    def take_all(self, incoming: Iterable[WireOp]) -> None:
        """Check operations and put them in line; known ones change nothing."""
        hashed: Callable[..., bytes] | None = None
        told: tuple[bytes, str, int] | None = None
        for op in incoming:
            tip = self._tips.get(op.device) or self._tip(op.device)
            if op.seq <= tip.seq and already_known(self._here(op, tip), op):
                continue
            fault = fault_of(op)
            if fault:
                raise _refusal(op, fault)
            if op.field[0] == MADE and op.val is not None:
                texts = first_texts(op.val)
                if texts is None:
                    raise _refusal(op, NOT_UNDERSTOOD)
                self._texts[op.entity] = texts
            if hashed is None or told != (op.device, op.actor, op.txn):
                told = (op.device, op.actor, op.txn)
                hashed = operation_hasher(*told)
            expected = hashed(op.seq, op.prev, op.hlc, op.entity, op.field, op.base, op.vh)
            if expected != op.h or (op.salt is not None and value_hash(op.salt, op.val) != op.vh):
                raise _refusal(op, "was changed after it was written")
            if not follows(op, tip):
                raise _refusal(op, "does not follow what is known here: ask for a complete copy")
            if op.hlc <= tip.hlc:
                raise _refusal(op, "is dated before the one it follows")
            op.prev = tip.h  # they are the same, and are kept once
            tip.seq, tip.h, tip.hlc = op.seq, op.h, op.hlc
            self._taken[op.device].append(op.h)
            self.fresh.append(op)

    def _tip(self, device: bytes) -> Tip:
        row = DeviceRow(self._devices.get(device, 0), device)
        tip = self._tips[device] = read_tip(self._sql, row)
        self._taken[device] = []
        return tip

    def _here(self, op: WireOp, tip: Tip) -> bytes | None:
        if op.seq < 1:
            return None
        taken = self._taken[op.device]
        place = op.seq - tip.seq - 1  # from the end
        if -place <= len(taken):
            return taken[place]
        known = (self._devices[op.device], op.seq)
        return bytes(self._sql.value("SELECT h FROM op WHERE dev = ? AND seq = ?", known))

    def write(self) -> None:
        """Write what was taken: devices, entities, operations, heads."""
        self._refuse_unfounded()
        sql = self._sql
        for uid in dict.fromkeys(op.device for op in self.fresh if op.device not in self._devices):
            key = int(sql.value("SELECT COALESCE(MAX(id), 0) FROM device")) + 1
            sql.run("INSERT INTO device (id, uid) VALUES (?, ?)", (key, uid))
            self._devices[uid] = key
        first = int(sql.value("SELECT COALESCE(MAX(id), 0) FROM op")) + 1
        ents = self._entities(first)
        self.touched = set(ents) - {0}
        devices = self._devices
        sql.many(
            INSERT_OP,
            (
                (
                    place, op.h, devices[op.device], op.seq, op.prev, op.hlc,
                    op.actor, op.txn, ent, op.field, op.base, op.vh, op.salt, op.val,
                )
                for place, (ent, op) in enumerate(zip(ents, self.fresh, strict=True), start=first)
            ),
        )  # fmt: skip
        self._write_heads(ents, first)
        self._write_erasures(ents)

    def _refuse_unfounded(self) -> None:
        based = [op for op in self.fresh if op.base]
        wanted = {h for op in based for h in split_hashes(op.base)}
        known = wanted & {op.h for op in self.fresh}
        known |= {row[0] for row in heads.by_hashes(self._sql, sorted(wanted - known))}
        for op in based:
            if missing_base(known, op):
                raise _refusal(op, "builds on what is not known here: ask for a complete copy")

    def _entities(self, first_op: int) -> list[int]:
        # The key of the entity of each operation; those that are new here are made.
        sql = self._sql
        following = int(sql.value("SELECT COALESCE(MAX(id), 0) FROM entity")) + 1
        known = heads.id_map(sql, {op.entity for op in self.fresh}) if following > 1 else {}
        keys = {NO_ENTITY: 0, **known}
        made: list[tuple[int, bytes, str, int, int]] = []
        for place, op in enumerate(self.fresh):
            if op.entity not in keys:
                if op.field[0] != MADE:
                    raise _refusal(op, "is about a record that the copy does not bring")
                keys[op.entity] = following
                made.append((following, op.entity, op.field[1:], first_op + place, STANDS))
                if op.salt is not None:
                    self.makers[op.field[1:]][following] = self._texts.get(op.entity, {})
                following += 1
            elif op.field[0] == MADE:
                raise _refusal(op, "makes a record that was made before")
        sql.many("INSERT INTO entity (id, uid, type, op, state) VALUES (?, ?, ?, ?, ?)", made)
        self.made = {row[0] for row in made}
        return [keys[op.entity] for op in self.fresh]

    def _write_heads(self, ents: Sequence[int], first: int) -> None:
        sql = self._sql
        headed = [
            ((ent, op.field), op, place)
            for place, (ent, op) in enumerate(zip(ents, self.fresh, strict=True), start=first)
            if (op.base and is_edit(op.field)) or op.field == WITHDRAWN  # no edit without a base
        ]
        before = heads.heads_of(sql, {key[0] for key, _, _ in headed} - self.made)
        keys = {head.h: head.id for found in before.values() for head in found}
        now: dict[heads.HeadKey, set[bytes]] = {}
        for key, op, op_key in headed:
            keys[op.h] = op_key
            standing = now.get(key) or {head.h for head in before.get(key, ())}
            now[key] = heads.surviving(standing, op.base, op.h)
        sql.many("DELETE FROM head WHERE ent = ? AND field = ?", list(before.keys() & now.keys()))
        sql.many(
            "INSERT INTO head (ent, field, op) VALUES (?, ?, ?)",
            [(*key, keys[h]) for key, hashes in now.items() for h in hashes],
        )

    def _write_erasures(self, ents: Sequence[int]) -> None:
        # Who erased a value wants it gone from every copy; who emptied one without saying so is
        # found out here.
        concerned = erased_entities(self._sql) & self.touched
        if concerned:
            named = self._named_by(concerned)
            empty_erased(self._sql, concerned)
            forget_unnamed(self._sql, self._schema, named)
            forget_texts(self._sql)
        erased = Erased(
            (row[0], row[1], row[2])
            for row in self._sql.by_keys(
                "SELECT ent, field, base FROM op WHERE ent IN ({keys})", concerned
            )
        )
        for ent, op in zip(ents, self.fresh, strict=True):
            if op.salt is None and not erased.has(op.h, ent, op.field):
                raise _refusal(op, "was emptied, and nobody says that he erased it")

    def _named_by(self, ents: set[int]) -> set[str]:
        naming = Naming(self._schema)
        rows = self._sql.by_keys(
            "SELECT field, val FROM op WHERE ent IN ({keys}) AND val IS NOT NULL", ents
        )
        return {digest for field, val in rows for digest in naming.named(field, val)}


def _named(schema: Schema, fresh: Iterable[WireOp]) -> frozenset[str]:
    """Return the contents that operations name."""
    naming = Naming(schema)
    fields = frozenset(naming.fields)
    return frozenset(
        digest for op in fresh if op.field in fields for digest in naming.named(op.field, op.val)
    )


def _refusal(op: WireOp, why: str) -> UserError:
    return UserError(f"Operation {op.seq} of the other copy {why}: nothing was taken in.")
