"""Records that one took out while another worked on them: they are there, and are asked about.

What belongs to such a record is not asked about apart from it.
"""

import json
from collections import defaultdict
from collections.abc import Collection, Iterator
from typing import Any

from changedesk.store import heads
from changedesk.store.clock import stamp_ms
from changedesk.store.engine import Sql
from changedesk.store.fields import facts_of
from changedesk.store.journal import WITHDRAWN
from changedesk.store.parts import uses_of
from changedesk.store.projection import GONE, KEPT
from changedesk.store.records import Record, Schema
from changedesk.store.wordings import KEEP, TAKE_OUT, Said, Standing

_BY_WHOM = (
    "SELECT o.ent, o.h, o.hlc, o.actor, d.uid, o.seq, o.val FROM op o "
    "JOIN device d ON d.id = o.dev "
)


def deletions(sql: Sql, schema: Schema, among: Collection[int] | None = None) -> Iterator[Standing]:
    """Yield the records that somebody withdrew and that are there; those that concern `among`."""
    verdicts = _verdicts(sql)
    known = heads.known(sql, verdicts)
    flagged = {
        key: one
        for key, one in known.items()
        if one.state != GONE and one.type_name in schema.by_name
    }
    belonging = _owners(sql, schema, flagged)
    for key, one in sorted(flagged.items()):
        if belonging.get(key) in flagged:
            continue
        record_type = schema.by_name[one.type_name]
        worked = (
            _users(sql, schema, record_type, key)
            if one.state == KEPT
            else _unseen(sql, key, verdicts)
        )
        standing = _standing(key, verdicts[key], worked)
        own = {key, *(part for part, whole in belonging.items() if whole == key)}
        concerned = own | {int(row[0]) for row in worked}
        if among is None or concerned & set(among):
            yield standing


def _verdicts(sql: Sql) -> dict[int, list[tuple[Any, ...]]]:
    # The withdrawals that nobody took back, of records that may be there all the same.
    found: dict[int, list[tuple[Any, ...]]] = defaultdict(list)
    for row in sql.rows(
        f"{_BY_WHOM} JOIN head h ON h.op = o.id JOIN entity e ON e.id = o.ent "
        f"WHERE h.field = '{WITHDRAWN}' AND e.state <> {GONE:d}"
    ):
        found[int(row[0])].append(row)
    return {key: rows for key, rows in found.items() if any(row[6] is not None for row in rows)}


def _owners(sql: Sql, schema: Schema, flagged: Collection[int]) -> dict[int, int]:
    owners: dict[int, int] = {}
    by_type: dict[str, set[int]] = defaultdict(set)
    for key, one in heads.known(sql, flagged).items():
        by_type[one.type_name].add(key)
    for type_name, keys in by_type.items():
        meta = schema.by_name[type_name]._meta
        for field in meta.refs:
            facts = facts_of(field)
            if facts is not None and facts.owner:
                for key, target in sql.by_keys(
                    f'SELECT id, "{field.column_name}" FROM "{meta.table_name}" '
                    "WHERE id IN ({keys})",
                    keys,
                ):
                    owners[int(key)] = int(target)
    return owners


def _unseen(
    sql: Sql, key: int, verdicts: dict[int, list[tuple[Any, ...]]]
) -> list[tuple[Any, ...]]:
    # What was done to the record unseen by all who withdrew it, or that it was brought back.
    back = [row for row in verdicts[key] if row[6] is None]
    seen: dict[str, int] = {}
    for row in verdicts[key]:
        for device, seq in json.loads(row[6] or "{}").items():
            seen[device] = max(seq, seen.get(device, 0))
    work = sql.rows(
        f"{_BY_WHOM} WHERE o.ent = ? AND substr(o.field, 1, 1) NOT IN ('-', '!', '=')", (key,)
    )
    return back + [row for row in work if row[5] > seen.get(bytes(row[4]).hex(), 0)]


def _users(sql: Sql, schema: Schema, record_type: type[Record], key: int) -> list[tuple[Any, ...]]:
    users = {user for use in uses_of(sql, schema, {record_type: [key]}) for user in use.keys}
    return sql.by_keys(
        f"{_BY_WHOM} WHERE o.ent IN ({{keys}}) AND substr(o.field, 1, 1) NOT IN ('-', '!', '=')",
        users,
    )


def _standing(key: int, verdicts: list[tuple[Any, ...]], worked: list[tuple[Any, ...]]) -> Standing:
    out = [row for row in verdicts if row[6] is not None]
    named = frozenset(bytes(row[1]) for row in verdicts)
    values = [_said(TAKE_OUT, "Take it out", max(out, key=_rank))]
    if worked:
        values.insert(0, _said(KEEP, "Keep it", max(worked, key=_rank)))
    hashes = named | {bytes(row[1]) for row in worked}
    return Standing(key, "", "", tuple(values), named, hashes, shown=1)


def _rank(row: tuple[Any, ...]) -> tuple[int, bytes]:
    return int(row[2]), bytes(row[4])


def _said(text: str, shown: str, row: tuple[Any, ...]) -> Said:
    return Said(text, shown, row[3], stamp_ms(row[2]), bytes(row[4]).hex(), bytes(row[1]))
