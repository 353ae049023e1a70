"""Deciding what was done apart: an operation that has seen all that stood against each other."""

from collections.abc import Collection

from changedesk.store import heads
from changedesk.store.change import Change
from changedesk.store.conflicts import DELETED, RESULTS, Conflict
from changedesk.store.engine import Sql
from changedesk.store.errors import UserError
from changedesk.store.fields import facts_of
from changedesk.store.journal import WITHDRAWN
from changedesk.store.records import Record, Schema
from changedesk.store.spec import spec_of
from changedesk.store.values import decode
from changedesk.store.wordings import KEEP


def chosen(found: Collection[Conflict], conflict_id: str, take: int) -> Conflict:
    """Return the conflict of this id; raises UserError where there is none, or no such value."""
    for one in found:
        if one.id == conflict_id:
            if not 1 <= take <= len(one.values):
                raise UserError(
                    f"{one.record} {one.label}: take a number from 1 to {len(one.values)}."
                )
            return one
    raise UserError(
        f"There is no conflict {conflict_id} (any more): list them again, somebody may have "
        "decided it or said more."
    )


def label_of(conflict: Conflict, take: int) -> str:
    """Return what the decision is called in the history."""
    about = f"{conflict.record} {conflict.label}".strip()
    return f"Decide {about}: {conflict.values[take - 1].shown or 'nothing'}"


def decide(sql: Sql, schema: Schema, conflict: Conflict, take: int, change: Change) -> None:
    """Take one of the values within `change`; raises UserError where the record may not change."""
    said = conflict.values[take - 1]
    if conflict.kind == DELETED:
        _keep_or_take_out(sql, schema, conflict, change, keep=said.text == KEEP)
    elif conflict.kind == RESULTS:
        _say_again(sql, schema, conflict, take, change)
    else:
        record_type = schema.by_name[conflict.type_name]
        field = spec_of(record_type).field(conflict.field)
        targets = [bytes.fromhex(said.text)] if field.target and said.text else []
        ids = heads.id_map(sql, targets)
        change.decide(record_type, conflict.key, field.name, decode(field, said.text or None, ids))


def _say_again(sql: Sql, schema: Schema, conflict: Conflict, take: int, change: Change) -> None:
    # A new event says what one of them said, and has seen them all.
    key = conflict.values[take - 1].key
    record_type = schema.by_name[heads.types_of(sql, [key])[key]]
    rivals = record_type.about.rivals
    assert rivals is not None
    _refuse_guarded(sql, schema, record_type, rivals.about, key)
    values = heads.journal_values(sql, schema, [key])[record_type.about.type_name][key]
    seen = heads.known(sql, [said.key for said in conflict.values])
    values[rivals.replaces] = " ".join(sorted(one.uid.hex() for one in seen.values()))
    given = {name: value for name, value in values.items() if value not in (None, "")}
    change.add_many(record_type, [given])


def _refuse_guarded(
    sql: Sql, schema: Schema, record_type: type[Record], about: tuple[str, ...], key: int
) -> None:
    # What may not be worked on is not decided about either: a run in a closed cycle.
    values = heads.journal_values(sql, schema, [key])[record_type.about.type_name][key]
    for name in about:
        target = spec_of(record_type).field(name).target
        for refuse in schema.guards_of.get(target, ()) if values[name] is not None else ():
            refuse(sql.database, [values[name]])


def _keep_or_take_out(
    sql: Sql, schema: Schema, conflict: Conflict, change: Change, *, keep: bool
) -> None:
    if not keep:
        change.delete_many(schema.by_name[conflict.type_name], [conflict.key])
        return
    back = _taken_out_with(sql, schema, conflict.key)
    change.bring_back(back)
    change.project(back)


def _taken_out_with(sql: Sql, schema: Schema, key: int) -> list[int]:
    """Return a withdrawn record with those of its parts that the same changes withdrew."""
    together = [
        int(row[0])
        for row in sql.rows(
            "SELECT DISTINCT h.ent FROM op mine JOIN head m ON m.op = mine.id "
            "JOIN op o ON o.dev = mine.dev AND o.txn = mine.txn JOIN head h ON h.op = o.id "
            "WHERE mine.ent = ? AND m.field = ? AND h.field = ? AND o.val IS NOT NULL",
            (key, WITHDRAWN, WITHDRAWN),
        )
    ]
    wholes: dict[int, int] = {}
    for type_name, records in heads.journal_values(sql, schema, together).items():
        for field in schema.by_name[type_name]._meta.refs:
            facts = facts_of(field)
            if facts is not None and facts.owner:
                wholes.update(
                    {part: own[field.name] for part, own in records.items() if own[field.name]}
                )
    found = [key]
    for one in found:  # grows while it is walked over
        found += [part for part, whole in wholes.items() if whole == one and part not in found]
    return found
