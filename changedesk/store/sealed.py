"""Anonymous answers, sealed outside the journal, where nothing tells who gave one nor when.

Each lies under a random key. A record of the journal, the batch, commits to at least as many of
them as nobody can be told from; until there is one, an answer waits. An answer counts once while
any batch that it is in stands: undo withdraws a batch and redo brings it back.
"""

import hashlib
import json
import os
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from changedesk.store import heads
from changedesk.store.companions import Companion
from changedesk.store.engine import Sql
from changedesk.store.errors import UserError
from changedesk.store.findings import Finding
from changedesk.store.journal import WITHDRAWN, ChangeHeader
from changedesk.store.projection import STANDS

BATCH = "answer_batch"
"""The record type that commits to sealed answers; its `digest` covers those of one batch."""
KEY_BYTES = 16
_COLUMNS = "key, batch, wave, answers"


@dataclass(frozen=True)
class Sealed:
    """One sealed answer: its random key, the UUIDs of its batches and of its wave."""

    key: bytes
    batches: tuple[bytes, ...]
    wave: bytes
    answers: str


def add(sql: Sql, wave: bytes, answers: Sequence[str]) -> list[bytes]:
    """Let answers to a wave wait for a batch; return their keys.

    All that wait are written anew, in the order of their keys: a page is filled in the order in
    which rows come, and where a row lies in the file would tell who came when.
    """
    keys = [os.urandom(KEY_BYTES) for _ in answers]
    rows = [(key, b"", wave, text) for key, text in zip(keys, answers, strict=True)]
    waiting = sql.rows(f"SELECT {_COLUMNS} FROM sealed_answer WHERE batch = ?", [b""])
    rows += [(bytes(key), b"", bytes(of), text) for key, _, of, text in waiting]
    sql.run("DELETE FROM sealed_answer WHERE batch = ?", [b""])
    sql.many(f"INSERT INTO sealed_answer ({_COLUMNS}) VALUES (?, ?, ?, ?)", sorted(rows))
    return keys


def loose(sql: Sql, wave: bytes) -> list[Sealed]:
    """Return the answers to a wave that no standing batch commits to, in the order of their keys.

    Those that are in a withdrawn batch say so: whether they wait for another one or went with it
    is for who made the batch to say.
    """
    stand = _standing_batches(sql)
    return [row for row in _all(sql, [wave]) if stand.isdisjoint(row.batches)]


def taken_back(sql: Sql) -> set[bytes]:
    """Return the UUIDs of the batches that an undo withdrew, rather than somebody's decision."""
    rows = sql.rows(
        "SELECT e.uid, top.val FROM entity e JOIN head h ON h.ent = e.id AND h.field = ? "
        "JOIN op o ON o.id = h.op JOIN op top ON top.dev = o.dev AND top.seq = o.txn "
        "WHERE e.type = ? AND e.state <> ?",
        (WITHDRAWN, BATCH, STANDS),
    )
    headers = [(bytes(uid), ChangeHeader.from_text(text)) for uid, text in rows]
    return {uid for uid, top in headers if top.undoes is not None and not top.redoes}


def digest_of(sql: Sql, keys: Iterable[bytes]) -> str:
    """Return what a batch of these answers has to say of them, in hex."""
    return _digest(_by_key(sql, keys))


def commit(sql: Sql, batch: bytes, keys: Iterable[bytes]) -> None:
    """Put answers into a batch, by its UUID.

    They are written in the order of their keys, so that a table that grows at its end tells none.
    """
    rows = [(_joined({*row.batches, batch}), row.key) for row in _by_key(sql, keys)]
    sql.many("UPDATE sealed_answer SET batch = ? WHERE key = ?", rows)


def remove(sql: Sql, key: bytes) -> str:
    """Take out an answer that no batch ever held; return what it said, or "" where it is none."""
    (row,) = _by_key(sql, [key]) or (None,)
    if row is None or row.batches:
        return ""
    sql.run("DELETE FROM sealed_answer WHERE key = ?", [key])
    return row.answers


def standing(sql: Sql, waves: Collection[bytes] = ()) -> list[Sealed]:
    """Return the answers that count, of some waves or of all, in an order that tells nothing."""
    stand = _standing_batches(sql)
    found = [row for row in _all(sql, waves) if not stand.isdisjoint(row.batches)]
    return sorted(found, key=lambda row: (row.wave, row.answers, row.key))


def check(sql: Sql) -> Iterator[Finding]:
    """Name what is not as its batch says: changed, lost and stray answers."""
    members: dict[bytes, list[Sealed]] = {}
    for row in _all(sql):
        for batch in row.batches:
            members.setdefault(batch, []).append(row)
    digests = _digests(sql)
    for batch in sorted({*members, *digests}):
        where = f"batch {batch.hex()[:8]}"
        if batch not in digests:
            yield Finding("stray answers", where, "no record commits to them")
        elif _digest(members.get(batch, ())) != digests[batch]:
            yield Finding("changed answers", where, "they are not those that were sealed")


# -- travelling -----------------------------------------------------------------------------------


def pack(sql: Sql) -> Iterator[bytes]:
    """Yield every sealed answer as a line, waiting ones too."""
    for row in _all(sql):
        told = {
            "key": row.key.hex(), "wave": row.wave.hex(), "answers": row.answers,
            "batches": [batch.hex() for batch in row.batches],
        }  # fmt: skip
        yield json.dumps(told, sort_keys=True).encode()


def take(sql: Sql, lines: Iterable[bytes]) -> int:
    """Take in answers from another copy; return how many were not here.

    An answer that two copies put into batches of their own is in both, and counts once. Raises
    UserError, and the transaction falls, for answers that are not those that were sealed.
    """
    here = {row.key: row for row in _all(sql)}
    fresh: dict[bytes, Sealed] = {}
    joined: dict[bytes, Sealed] = {}
    for line in lines:
        row = _read(line)
        known = here.get(row.key)
        if known is None:
            fresh[row.key] = row
        elif (known.wave, known.answers) != (row.wave, row.answers):
            raise _refusal()
        elif not set(row.batches) <= set(known.batches):
            batches = tuple(sorted({*known.batches, *row.batches}))
            joined[row.key] = Sealed(row.key, batches, row.wave, row.answers)
            here[row.key] = joined[row.key]
        here.setdefault(row.key, row)
    sql.many(
        f"INSERT INTO sealed_answer ({_COLUMNS}) VALUES (?, ?, ?, ?)",
        [(key, _joined(r.batches), r.wave, r.answers) for key, r in sorted(fresh.items())],
    )
    sql.many(
        "UPDATE sealed_answer SET batch = ? WHERE key = ?",
        [(_joined(row.batches), key) for key, row in sorted(joined.items())],
    )
    if (fresh or joined) and any(check(sql)):
        raise _refusal()
    return len(fresh)


SEALED_ANSWERS = Companion("sealed_answers", pack, take)
"""How sealed answers travel between copies of a workspace."""


def _read(line: bytes) -> Sealed:
    try:
        told = json.loads(line)
        batches = tuple(sorted({bytes.fromhex(one) for one in told["batches"]}))
        key, wave = bytes.fromhex(told["key"]), bytes.fromhex(told["wave"])
        answers = told["answers"]
    except (ValueError, KeyError, TypeError):
        raise _refusal() from None
    whole = all(len(one) == KEY_BYTES for one in (key, wave, *batches))
    if not whole or not isinstance(answers, str):
        raise _refusal()
    return Sealed(key, batches, wave, answers)


def _refusal() -> UserError:
    return UserError(
        "The anonymous answers of the other copy are not those that were sealed: nothing was "
        "taken in."
    )


# -- reading --------------------------------------------------------------------------------------


def _all(sql: Sql, waves: Collection[bytes] = ()) -> list[Sealed]:
    statement = f"SELECT {_COLUMNS} FROM sealed_answer"
    if waves:
        statement += f" WHERE wave IN ({', '.join('?' * len(waves))})"
    rows = sql.rows(f"{statement} ORDER BY key", list(waves))
    return [_row(*row) for row in rows]


def _by_key(sql: Sql, keys: Iterable[bytes]) -> list[Sealed]:
    wanted = set(keys)
    return [row for row in _all(sql) if row.key in wanted]


def _standing_batches(sql: Sql) -> set[bytes]:
    rows = sql.rows("SELECT uid FROM entity WHERE type = ? AND state = ?", (BATCH, STANDS))
    return {bytes(row[0]) for row in rows}


def _joined(batches: Iterable[bytes]) -> bytes:
    return b"".join(sorted(batches))


def _row(key: Any, batch: Any, wave: Any, answers: str) -> Sealed:
    joined = bytes(batch)
    batches = tuple(joined[at : at + KEY_BYTES] for at in range(0, len(joined), KEY_BYTES))
    return Sealed(bytes(key), batches, bytes(wave), answers)


def _digest(rows: Iterable[Sealed]) -> str:
    digest = hashlib.sha256(b"sealed1")
    for row in sorted(rows, key=lambda row: row.key):
        for part in (row.key, row.wave, row.answers.encode()):
            digest.update(len(part).to_bytes(4, "big") + part)
    return digest.hexdigest()


def _digests(sql: Sql) -> Mapping[bytes, str]:
    # Withdrawn batches are looked at too: redo brings them back.
    uids = {
        int(key): bytes(uid)
        for key, uid in sql.rows("SELECT id, uid FROM entity WHERE type = ?", (BATCH,))
    }
    texts = heads.journal_texts(sql, list(uids))
    return {uid: texts[key].get("digest") or "" for key, uid in uids.items()}
