"""The laws of the journal (RELIABILITY section 4), each told anew, from the operations alone.

Nothing of the code that keeps them is used here, so that code and law cannot err together.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Callable, Iterable

import pytest

from changedesk.store.dump import Line, dump
from changedesk.store.errors import UserError
from changedesk.store.merge import WireOp
from changedesk.store.workspace import Workspace

HASH = 32


def split(base: bytes) -> list[bytes]:
    return [base[at : at + HASH] for at in range(0, len(base), HASH)]


def ops_of(ws: Workspace) -> list[WireOp]:
    return list(ws.operations())


def chains_are_unbroken(ops: Iterable[WireOp]) -> None:
    """Invariant 1: per device the numbers have no gap, and each names the one before."""
    tips: dict[bytes, tuple[int, bytes]] = {}
    for op in ops:
        seq, h = tips.get(op.device, (0, bytes(HASH)))
        assert op.seq == seq + 1, f"operation {op.seq} follows {seq}"
        assert op.prev == h, f"operation {op.seq} does not name the one before"
        tips[op.device] = (op.seq, op.h)


def hashes_cover_everything(ops: Iterable[WireOp]) -> None:
    """The hash of an operation is over all that identifies and places it."""
    for op in ops:
        parts = (
            b"op1", op.device, str(op.seq).encode(), op.prev, str(op.hlc).encode(),
            op.actor.encode(), str(op.txn).encode(), op.entity, op.field.encode(), op.base, op.vh,
        )  # fmt: skip
        joined = b"".join(len(part).to_bytes(4, "big") + part for part in parts)
        assert op.h == hashlib.sha256(joined).digest(), f"hash of {op.seq}"


def values_are_committed_with_salt(ops: Iterable[WireOp]) -> None:
    """The commitment to a value says nothing to who guesses the value: it is salted."""
    for op in ops:
        if op.salt is None:
            continue
        assert len(op.salt) >= 16
        marked = b"\x00" if op.val is None else b"\x01" + op.val.encode()
        assert op.vh == hashlib.sha256(op.salt + marked).digest(), f"commitment of {op.seq}"


def bases_are_known(ops: Iterable[WireOp]) -> None:
    """Invariant 2: whatever an operation builds on came before it."""
    seen: set[bytes] = set()
    for op in ops:
        assert all(h in seen for h in split(op.base)), f"operation {op.seq} hangs in the air"
        seen.add(op.h)


def clocks_rise(ops: Iterable[WireOp]) -> None:
    """Invariant 6: per device time only goes forward, whatever the machine's clock does."""
    last: dict[bytes, int] = defaultdict(int)
    for op in ops:
        assert op.hlc > last[op.device], f"operation {op.seq} is dated before the one it follows"
        last[op.device] = op.hlc


def unseen(ops: Iterable[WireOp]) -> dict[tuple[bytes, str], set[bytes]]:
    """Return the operations of each field that no other one of it has seen."""
    heads: dict[tuple[bytes, str], set[bytes]] = defaultdict(set)
    seen: dict[tuple[bytes, str], set[bytes]] = defaultdict(set)
    for op in ops:
        if op.field[0] in "@+!=":
            continue
        key = (op.entity, op.field)
        heads[key].add(op.h)
        seen[key].update(split(op.base))
    return {key: hashes - seen[key] for key, hashes in heads.items()}


def heads_are_what_nobody_has_seen(ws: Workspace, ops: list[WireOp] | None = None) -> None:
    """Invariant 3: concurrent values of a field are all kept, until somebody saw them all."""
    with ws.connected() as sql:
        rows = sql.rows(
            "SELECT e.uid, h.field, o.h FROM head h JOIN op o ON o.id = h.op "
            "JOIN entity e ON e.id = h.ent"
        )
    found: dict[tuple[bytes, str], set[bytes]] = defaultdict(set)
    for uid, field, h in rows:
        found[(bytes(uid), field)].add(bytes(h))
    assert dict(found) == unseen(ops if ops is not None else ops_of(ws))


def texts_are_clean(ops: Iterable[WireOp]) -> None:
    """Invariant 9: no control character or half a character ever reaches the journal."""
    for op in ops:
        for text in (op.val or "", op.actor, op.field):
            assert not any(ord(c) < 32 and c not in "\n\t" for c in text)
            assert not any(0xD800 <= ord(c) <= 0xDFFF for c in text)


def nothing_is_emptied_in_silence(ops: Iterable[WireOp]) -> None:
    """Invariant 8: whatever lost its value is named by an erasure."""
    ops = list(ops)
    named = {h for op in ops if op.field[0] == "!" for h in split(op.base)}
    restated = {(op.entity, "=" + op.field[1:]) for op in ops if op.field[0] == "!"}
    for op in ops:
        if op.salt is None:
            assert op.val is None
            assert op.h in named or (op.entity, op.field) in restated, f"{op.seq} lost its value"


def erased_means_gone(ops: Iterable[WireOp]) -> None:
    """What an erasure names has no value any more, in whatever copy."""
    ops = list(ops)
    named = {h for op in ops if op.field[0] == "!" for h in split(op.base)}
    assert not [op.seq for op in ops if op.h in named and (op.val is not None or op.salt)]


def journal_holds(ws: Workspace, ops: list[WireOp]) -> None:
    """Every law about the operations of one copy."""
    chains_are_unbroken(ops)
    hashes_cover_everything(ops)
    values_are_committed_with_salt(ops)
    bases_are_known(ops)
    clocks_rise(ops)
    texts_are_clean(ops)
    nothing_is_emptied_in_silence(ops)
    erased_means_gone(ops)
    heads_are_what_nobody_has_seen(ws, ops)


def sound(ws: Workspace) -> None:
    """The workspace finds nothing wrong with itself, nor do the laws told anew."""
    findings = ws.verify()
    assert findings == []
    ops = ops_of(ws)
    journal_holds(ws, ops)
    standing_follows_from_the_journal(ws, ops)


def standing_follows_from_the_journal(ws: Workspace, ops: list[WireOp]) -> None:
    """A record is there unless all that was done to it was seen by somebody who withdrew it."""
    by_hash = {op.h: op for op in ops}
    work: dict[bytes, dict[str, int]] = defaultdict(dict)
    for op in ops:
        if op.field[0] not in "@-!=":
            work[op.entity][op.device.hex()] = op.seq
    verdicts = {
        uid: [by_hash[h].val for h in hashes]
        for (uid, field), hashes in unseen(ops).items()
        if field == "-"
    }
    gone = set()
    for uid, values in verdicts.items():
        if None in values:
            continue
        seen: dict[str, int] = defaultdict(int)
        for value in values:
            for device, seq in json.loads(value or "{}").items():
                seen[device] = max(seq, seen[device])
        if all(seq <= seen[device] for device, seq in work[uid].items()):
            gone.add(uid.hex())
    lines = dump(ws)
    standing = {uid for _, uid, state, _ in lines if state == "0"}
    kept = {uid for _, uid, state, _ in lines if state == "2"}
    assert standing == {uid.hex() for uid in work} - gone
    assert kept <= gone
    referred = {
        text for _, _, _, fields in lines for name, text in fields if len(text) == 32
        and name in ("project", "owner", "parent", "item", "helper")
    }  # fmt: skip
    assert kept == gone & referred, "a gone record is kept for others' sake, and for nothing else"


def same_content(*copies: Workspace) -> None:
    """Invariant 4: who has the same operations says the same."""
    first: list[Line] | None = None
    for ws in copies:
        lines = dump(ws)
        first = first if first is not None else lines
        assert lines == first


def same_operations(*copies: Workspace) -> None:
    """Invariant 4: a merge is the union of the operations, nothing lost and nothing double."""
    first: set[bytes] | None = None
    for ws in copies:
        ops = ops_of(ws)
        hashes = {op.h for op in ops}
        assert len(hashes) == len(ops), "an operation is there twice"
        first = first if first is not None else hashes
        assert hashes == first


def taking_in_again_adds_nothing(ws: Workspace, ops: Iterable[WireOp]) -> None:
    """Invariant 4: receiving what is known changes nothing."""
    before, length = dump(ws), ws.journal_length()
    assert ws.receive(iter(list(ops))).operations == 0
    assert ws.journal_length() == length
    assert dump(ws) == before


def is_refused_whole(ws: Workspace, ops: Iterable[WireOp], *words: str) -> None:
    """Invariants 2 and 7: a bundle with a gap, a fork or a change is refused, and named."""
    before, length = dump(ws), ws.journal_length()
    with pytest.raises(UserError) as refusal:
        ws.receive(iter(list(ops)))
    assert all(word in str(refusal.value) for word in words), str(refusal.value)
    assert ws.journal_length() == length
    assert dump(ws) == before
    sound(ws)


def leaves_nothing_behind(ws: Workspace, attempt: Callable[[], None]) -> None:
    """Invariant 5: a change that fails has left no operation, no row and no place in the chain."""
    before, length = dump(ws), ws.journal_length()
    with pytest.raises(RuntimeError):
        attempt()
    assert ws.journal_length() == length
    assert dump(ws) == before
    sound(ws)
