"""The append-only journal: who changed which field of which record from what to what, and when.

Each installation appends to a hash chain of its own. Nothing here knows a record type.
"""

import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from changedesk.store.clock import next_stamp
from changedesk.store.digest import HASH_BYTES, operation_hasher, value_hash
from changedesk.store.engine import Sql
from changedesk.store.text import clean

# What an operation is about, where that is no field of a record.
CHANGE = "@"  # the label of a change, at its head
MADE = "+"  # a record was made; the type name follows, the value holds its first values
WITHDRAWN = "-"  # a record was withdrawn (the value: what was seen of it) or brought back (none)
ERASED = "!"  # values of the field whose name follows were erased; the base names the operations
RESTATED = "="  # the first value of the field whose name follows, when the maker was erased

NO_HASH = b"\x00" * HASH_BYTES
NO_ENTITY = b"\x00" * 16
SALT_BYTES = 16
CLOCK = "clock"

OP_COLUMNS = "id, h, dev, seq, prev, hlc, actor, txn, ent, field, base, vh, salt, val"
INSERT_OP = f"INSERT INTO op ({OP_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"


def is_edit(field: str) -> bool:
    """Tell an operation that gives a field of a record its value from all others."""
    return field[:1] not in (CHANGE, MADE, WITHDRAWN, ERASED, RESTATED)


class DeviceRow(NamedTuple):
    """This installation as the workspace knows it."""

    id: int
    uid: bytes


class ChangeHeader(NamedTuple):
    """What heads a change: its label, and the change that it takes back, if it is an undo.

    One that `lasts` tells of something in the world, such as a file that was handed out: undo
    passes it over.
    """

    label: str
    undoes: int | None = None
    redoes: bool = False
    lasts: bool = False

    def as_text(self) -> str:
        """Return the journal's text."""
        facts: dict[str, Any] = {"label": clean(self.label)}
        if self.undoes is not None:
            facts["redoes" if self.redoes else "undoes"] = self.undoes
        if self.lasts:
            facts["lasts"] = True
        return json.dumps(facts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))

    @staticmethod
    def from_text(text: str | None) -> "ChangeHeader":
        """Read the journal's text back."""
        facts = json.loads(text or "{}")
        redoes = "redoes" in facts
        undone = facts.get("redoes" if redoes else "undoes")
        return ChangeHeader(facts.get("label", ""), undone, redoes, bool(facts.get("lasts")))


@dataclass
class Tip:
    """Where a device's chain ends: the next operation follows this one."""

    seq: int
    h: bytes
    hlc: int


def read_tip(sql: Sql, device: DeviceRow) -> Tip:
    """Return the end of the device's chain as it stands in the database.

    It is read anew in every transaction, so a change that failed leaves no trace in memory.
    """
    rows = sql.rows(
        "SELECT seq, h, hlc FROM op WHERE dev = ? ORDER BY seq DESC LIMIT 1", (device.id,)
    )
    return Tip(rows[0][0], bytes(rows[0][1]), rows[0][2]) if rows else Tip(0, NO_HASH, 0)


def clock_reading(sql: Sql) -> int:
    """Return the highest stamp of others that this workspace has taken in and believes."""
    return int(sql.value("SELECT value FROM state WHERE name = ?", (CLOCK,)) or 0)


def adopt_clock(sql: Sql, stamp: int) -> None:
    """Let the next operations be dated after `stamp`, which somebody else gave."""
    if stamp > clock_reading(sql):
        sql.run("DELETE FROM state WHERE name = ?", (CLOCK,))
        sql.run("INSERT INTO state (name, value) VALUES (?, ?)", (CLOCK, str(stamp)))


class Draft(NamedTuple):
    """An operation to be appended: about which entity, which field, its value and its base."""

    ent: int
    uid: bytes
    field: str
    value: str | None
    base: bytes = b""


class Appended(NamedTuple):
    """An operation as it was appended."""

    id: int
    h: bytes


class Appender:
    """Appends the operations of one change, inside its transaction."""

    def __init__(
        self, sql: Sql, device: DeviceRow, actor: str, now_ms: int, header: ChangeHeader
    ) -> None:
        self._sql = sql
        self._device = device
        self._actor = clean(actor)
        self._now_ms = now_ms
        self._header = header
        self._tip = read_tip(sql, device)
        self._seen_hlc = clock_reading(sql)
        self._next_id = int(sql.value("SELECT COALESCE(MAX(id), 0) FROM op")) + 1
        self.txn: int | None = None
        self.heading: bytes | None = None

    @property
    def tip(self) -> Tip:
        """Return where the device's chain ends by now."""
        return self._tip

    def go_on(self) -> None:
        """Go on after operations of others that were taken in within the same transaction."""
        self._next_id = int(self._sql.value("SELECT COALESCE(MAX(id), 0) FROM op")) + 1
        self._seen_hlc = clock_reading(self._sql)

    def next_id(self) -> int:
        """Return the key that the next operation will get."""
        return self._next_id + (1 if self.txn is None else 0)

    def append(self, drafts: Sequence[Draft]) -> list[Appended]:
        """Append operations; the first ones of a change are headed by its label."""
        if not drafts:
            return []
        rows = [*self._heading(), *self._rows(drafts)]
        self._sql.many(INSERT_OP, rows)
        return [Appended(row[0], row[1]) for row in rows[-len(drafts) :]]

    def begin(self) -> None:
        """Write the label, so that the change is known even if nothing follows."""
        self._sql.many(INSERT_OP, self._heading())

    def _heading(self) -> list[tuple[Any, ...]]:
        if self.txn is not None:
            return []
        self.txn = self._tip.seq + 1
        (row,) = self._rows([Draft(0, NO_ENTITY, CHANGE, self._header.as_text())])
        self.heading = row[1]
        return [row]

    def _rows(self, drafts: Sequence[Draft]) -> list[tuple[Any, ...]]:
        # Imports append by the ten thousand: what is the same for all is looked up once.
        assert self.txn is not None
        device, actor, txn, tip = self._device, self._actor, self.txn, self._tip
        hashed = operation_hasher(device.uid, actor, txn)
        salts = os.urandom(SALT_BYTES * len(drafts))
        seq, prev, hlc = tip.seq, tip.h, max(tip.hlc, self._seen_hlc)
        rows = []
        for number, draft in enumerate(drafts):
            salt = salts[number * SALT_BYTES : (number + 1) * SALT_BYTES]
            vh = value_hash(salt, draft.value)
            seq, hlc = seq + 1, next_stamp(hlc, self._now_ms)
            h = hashed(seq, prev, hlc, draft.uid, draft.field, draft.base, vh)
            rows.append(
                (
                    self._next_id + number, h, device.id, seq, prev, hlc, actor, txn,
                    draft.ent, draft.field, draft.base, vh, salt, draft.value,
                )
            )  # fmt: skip
            prev = h
        self._tip = Tip(seq, prev, hlc)
        self._next_id += len(drafts)
        return rows


def version_vector(sql: Sql) -> dict[str, int]:
    """Return how far this workspace knows each device's chain, by the device's UUID in hex."""
    rows = sql.rows("SELECT d.uid, (SELECT MAX(o.seq) FROM op o WHERE o.dev = d.id) FROM device d")
    return {bytes(uid).hex(): int(seq) for uid, seq in rows if seq is not None}
