"""Undo and redo: a new change that gives back what was, unless somebody built on it since."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any, NamedTuple

from changedesk.store import heads
from changedesk.store.change import Change
from changedesk.store.digest import split_hashes
from changedesk.store.engine import Sql
from changedesk.store.erasure import erasing_changes
from changedesk.store.errors import UserError
from changedesk.store.fields import Rule
from changedesk.store.journal import MADE, WITHDRAWN, ChangeHeader, DeviceRow, is_edit
from changedesk.store.parts import Use, uses_of
from changedesk.store.projection import GONE
from changedesk.store.records import Record, Schema
from changedesk.store.spec import spec_of
from changedesk.store.values import decode

REMEMBERED_CHANGES = 1000


class Author(NamedTuple):
    """Whose changes are taken back: this person's at this installation."""

    device: DeviceRow
    actor: str

    def wrote(self, device: int, actor: str) -> bool:
        """Tell whether an operation is the author's own."""
        return (device, actor) == (self.device.id, self.actor)


class Standing(NamedTuple):
    """A change that can be taken back: its number in the chain, and its label."""

    txn: int
    label: str


class Stacks(NamedTuple):
    """What can be undone and redone, the next one last."""

    undo: tuple[Standing, ...] = ()
    redo: tuple[Standing, ...] = ()


def stacks(sql: Sql, author: Author) -> Stacks:
    """Read from the journal what this person can undo and redo here."""
    headers = sql.rows(
        "SELECT txn, val FROM op WHERE ent = 0 AND dev = ? AND actor = ? ORDER BY id DESC LIMIT ?",
        (author.device.id, author.actor, REMEMBERED_CHANGES),
    )
    final = erasing_changes(sql, author.device.id)
    undo: list[Standing] = []
    redo: list[Standing] = []
    for txn, text in reversed(headers):
        header = ChangeHeader.from_text(text)
        standing = Standing(txn, header.label)
        if header.lasts:
            continue
        if header.undoes is None:
            redo.clear()
            undo += [] if txn in final else [standing]
        elif header.redoes:
            # `undoes` names the undo that is taken back.
            redo[:] = [item for item in redo if item.txn != header.undoes]
            undo.append(standing)
        else:
            undo[:] = [item for item in undo if item.txn != header.undoes]
            redo.append(standing)
    return Stacks(tuple(undo), tuple(redo))


class _Written(NamedTuple):
    """An operation of the change that is taken back."""

    id: int
    ent: int
    field: str
    val: str | None
    base: bytes


def take_back(sql: Sql, schema: Schema, author: Author, txn: int, change: Change) -> None:
    """Undo the change `txn` of the author within `change`.

    Raises UserError, naming who, when somebody else built on it.
    """
    ops = [
        _Written(*row)
        for row in sql.rows(
            "SELECT id, ent, field, val, base FROM op WHERE dev = ? AND seq > ? AND txn = ? "
            "AND ent <> 0 ORDER BY id",
            (author.device.id, txn, txn),
        )
    ]
    _refuse_if_built_upon(sql, author, ops)
    made = {op.ent for op in ops if op.field.startswith(MADE)}
    verdicts = {op.ent: op.val for op in ops if op.field == WITHDRAWN}
    back = [ent for ent, verdict in verdicts.items() if verdict is not None and ent not in made]
    gone = [*made, *(ent for ent, verdict in verdicts.items() if verdict is None)]
    fields = [op for op in ops if is_edit(op.field) and op.ent not in made]
    change.begin()
    change.bring_back(back)
    change.project(back)
    _put_back(sql, schema, fields, change)
    _withdraw(sql, schema, gone, change, last=max((op.id for op in ops), default=0))


def _refuse_if_built_upon(sql: Sql, author: Author, ops: Sequence[_Written]) -> None:
    ents = {op.ent for op in ops}
    own = {(op.ent, op.field): op.id for op in ops}
    states = heads.known(sql, ents)
    for (ent, field), found in heads.heads_of(sql, ents).items():
        concerns = (ent, field) in own or (field == WITHDRAWN and states[ent].state == GONE)
        for head in found if concerns else ():
            if head.id != own.get((ent, field)) and not author.wrote(head.dev, head.actor):
                raise _refusal(head.actor)
    made = {op.ent for op in ops if op.field.startswith(MADE)}
    last = max((op.id for op in ops), default=0)
    for op, dev, actor in sql.by_keys(
        "SELECT id, dev, actor FROM op WHERE ent IN ({keys}) ORDER BY id", made
    ):
        if op > last and not author.wrote(dev, actor):
            raise _refusal(actor)


def _refusal(actor: str) -> UserError:
    return UserError(f"{actor} has built on this change since: undo cannot take it back.")


def _withdraw(
    sql: Sql, schema: Schema, keys: Collection[int], change: Change, *, last: int
) -> None:
    # `last` is the newest operation of what is taken back: who referred to a record before that
    # had it kept for his sake, and has it kept again.
    by_type: dict[type[Record], list[int]] = defaultdict(list)
    for key, known in heads.known(sql, keys).items():
        if known.state != GONE:
            by_type[schema.by_name[known.type_name]].append(key)
    for use in uses_of(sql, schema, by_type):
        since = [(op, actor) for op, actor in _referred(sql, use) if op > last]
        if since:
            raise _refusal(max(since)[1])
    going = [key for some in by_type.values() for key in some]
    change.withdraw(going)
    change.project(going)


def _referred(sql: Sql, use: Use) -> list[tuple[int, str]]:
    # The operations by which these records refer to what is used, or stand again, and who wrote
    # them.
    edits = heads.heads_of(sql, use.keys)
    told = [
        (head.id, head.actor)
        for key in use.keys
        for name in (use.field, WITHDRAWN)
        for head in edits.get((key, name), ())
    ]
    made = [key for key in use.keys if (key, use.field) not in edits]
    maker = "SELECT o.id, o.actor FROM entity e JOIN op o ON o.id = e.op WHERE e.id IN ({keys})"
    return told + [(int(op), str(actor)) for op, actor in sql.by_keys(maker, made)]


def _ask_again(
    sql: Sql,
    schema: Schema,
    types: Mapping[int, str],
    first: Mapping[heads.HeadKey, bytes],
    change: Change,
) -> set[heads.HeadKey]:
    # Where a decision between values is taken back, they stand against each other again.
    asked: set[heads.HeadKey] = set()
    for (ent, name), base in first.items():
        hashes = split_hashes(base)
        field = spec_of(schema.by_name[types[ent]]).field(name)
        if len(hashes) < 2 or field.rule is not Rule.EVERY_VALUE:
            continue
        marks = ",".join("?" * len(hashes))
        said = sql.rows(
            "SELECT o.val, o.field FROM op o JOIN device d ON d.id = o.dev "
            f"WHERE o.h IN ({marks}) ORDER BY o.hlc, d.uid",
            hashes,
        )
        texts = list(dict.fromkeys(text for text, _ in reversed(said)))[::-1]
        if len(texts) < 2 or any(written != name for _, written in said):
            continue
        ids = heads.id_map(sql, [bytes.fromhex(text) for text in texts if text and field.target])
        values = [decode(field, text, ids) for text in texts]
        change.say_apart(schema.by_name[types[ent]], ent, name, values)
        asked.add((ent, name))
    return asked


def _put_back(sql: Sql, schema: Schema, ops: Sequence[_Written], change: Change) -> None:
    # A field that one change set twice goes back to what it was before the first time.
    first: dict[heads.HeadKey, bytes] = {}
    for op in ops:
        first.setdefault((op.ent, op.field), bytes(op.base))
    types = heads.types_of(sql, {ent for ent, _ in first})
    before = heads.values_before(sql, schema, {(base, field) for (_, field), base in first.items()})
    if any(found.erased for found in before.values()):
        raise UserError("What was there before was erased for good: it cannot come back.")
    wanted: dict[str, dict[int, dict[str, Any]]] = defaultdict(lambda: defaultdict(dict))
    targets: set[bytes] = set()
    asked = _ask_again(sql, schema, types, first, change)
    for (ent, name), base in first.items():
        if (ent, name) in asked:
            continue
        text = before[(base, name)].text
        wanted[types[ent]][ent][name] = text
        if text and spec_of(schema.by_name[types[ent]]).field(name).target:
            targets.add(bytes.fromhex(text))
    ids = heads.id_map(sql, targets)
    for type_name, changes in wanted.items():
        record_type = schema.by_name[type_name]
        spec = spec_of(record_type)
        change.put_back(
            record_type,
            {
                ent: {name: decode(spec.field(name), text, ids) for name, text in values.items()}
                for ent, values in changes.items()
            },
        )
