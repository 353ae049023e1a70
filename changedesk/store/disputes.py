"""Events that were recorded apart and say different things of one thing: none is overwritten."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from typing import Any

from changedesk.store.clock import stamp_ms
from changedesk.store.engine import Sql
from changedesk.store.records import Record, Rivals, Schema
from changedesk.store.spec import spec_of
from changedesk.store.wordings import Said, Standing


def disputes(sql: Sql, schema: Schema, among: Collection[int] | None = None) -> Iterator[Standing]:
    """Yield what events are in dispute about, each thing once; only of events `among` these."""
    for record_type in schema.types:
        rivals = record_type.about.rivals
        if rivals is not None:
            yield from _of_type(sql, record_type, rivals, among)


def _of_type(
    sql: Sql, record_type: type[Record], rivals: Rivals, among: Collection[int] | None
) -> Iterator[Standing]:
    spec = spec_of(record_type)
    says = spec.field(rivals.says)
    for events in _groups(sql, record_type, rivals, among):
        replaced = {uid for event in events for uid in event["replaces"].split()}
        standing = [event for event in events if event["uid"] not in replaced]
        whole = [event for event in standing if event["part"] is None]
        parts: dict[Any, list[dict[str, Any]]] = defaultdict(list)
        for event in [] if whole else standing:
            parts[event["part"]].append(event)
        for some in [whole, *parts.values()]:
            if len({event["says"] for event in some}) > 1:
                yield _dispute(sql, record_type, rivals, some, says.label)


def _dispute(
    sql: Sql, record_type: type[Record], rivals: Rivals, events: list[dict[str, Any]], label: str
) -> Standing:
    spec = spec_of(record_type)
    texts = {event["id"]: event["says"] for event in events}
    rows = sql.by_keys(
        "SELECT e.id, o.h, o.hlc, o.actor, d.uid FROM entity e JOIN op o ON o.id = e.op "
        "JOIN device d ON d.id = o.dev WHERE e.id IN ({keys})",
        list(texts),
    )
    newest_first = sorted(rows, key=lambda row: (row[2], bytes(row[4])), reverse=True)
    values = tuple(
        Said(texts[key] or "", "", actor, stamp_ms(hlc), bytes(uid).hex(), bytes(h), key)
        for key, h, hlc, actor, uid in newest_first
    )
    hashes = frozenset(said.h for said in values)
    about = tuple(key for key in events[0]["about"] if key is not None)
    says = spec.field(rivals.says)
    return Standing(values[0].key, rivals.says, label, values, hashes, hashes, says, about=about)


def _groups(
    sql: Sql, record_type: type[Record], rivals: Rivals, among: Collection[int] | None
) -> Iterator[list[dict[str, Any]]]:
    # Events about one thing, where there are several that do not all say the same.
    meta = record_type._meta
    columns = [f't."{meta.fields[name].column_name}"' for name in rivals.about]
    about = ", ".join(columns)
    says = f't."{meta.fields[rivals.says].column_name}"'
    part = f't."{meta.fields[rivals.part].column_name}"' if rivals.part else "NULL"
    replaces = f't."{meta.fields[rivals.replaces].column_name}"'
    table = f'"{meta.table_name}" t'
    first = columns[0]
    if among is None:
        rows = sql.rows(
            f"SELECT DISTINCT {first} FROM {table} WHERE {first} IN "
            # An index leads to where not all say the same; only that is sorted.
            f"(SELECT {first} FROM {table} GROUP BY {first} HAVING MIN({says}) <> MAX({says})) "
            f"GROUP BY {about} HAVING COUNT(*) > 1 AND COUNT(DISTINCT {says}) > 1"
        )
    else:
        rows = sql.by_keys(f"SELECT DISTINCT {first} FROM {table} WHERE t.id IN ({{keys}})", among)
    found: dict[tuple[Any, ...], list[dict[str, Any]]] = defaultdict(list)
    for key, uid, said, of, replaced, *place in sql.by_keys(
        f"SELECT t.id, e.uid, {says}, {part}, {replaces}, {about} FROM {table} "
        f"JOIN entity e ON e.id = t.id WHERE {first} IN ({{keys}}) ORDER BY t.id",
        {int(row[0]) for row in rows},
    ):
        found[tuple(place)].append(
            {"id": key, "uid": bytes(uid).hex(), "says": said, "part": of,
             "replaces": replaced or "", "about": tuple(place)}
        )  # fmt: skip
    yield from (events for events in found.values() if len(events) > 1)
