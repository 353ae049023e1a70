"""Taking a value out of the journal for good, while every hash in it stays valid."""

from collections.abc import Callable, Collection, Iterable, Sequence

from changedesk.store import heads
from changedesk.store.digest import split_hashes
from changedesk.store.engine import Sql
from changedesk.store.errors import UserError
from changedesk.store.fields import Kind
from changedesk.store.journal import ERASED, MADE, RESTATED, Draft
from changedesk.store.records import Record, Schema
from changedesk.store.spec import spec_of
from changedesk.store.values import decode_record


def erase(
    sql: Sql,
    append: Callable[[Sequence[Draft]], object],
    record_type: type[Record],
    key: int,
    name: str,
) -> None:
    """Erase every value that a field of a record ever had; its heads say nothing from then on.

    The operation that made the record holds all its first values: it is emptied too, and the
    values that stay are restated. Raises UserError for a reference, which others rest upon.
    """
    spec = spec_of(record_type)
    if spec.field(name).kind is Kind.REFERENCE:
        raise UserError(f"“{spec.field(name).label}” cannot be erased: choose another one instead.")
    uid = heads.known(sql, [key])[key].uid
    made = MADE + spec.type_name
    full = sql.rows("SELECT id, h, field, val FROM op WHERE ent = ? AND val IS NOT NULL", (key,))
    append(
        [
            Draft(key, uid, RESTATED + other, text, bytes(h))
            for _op, h, field, val in full
            if field == made
            for other, text in decode_record(val).items()
            if other != name
        ]
    )
    gone = [row for row in full if row[2] in (name, RESTATED + name, made)]
    append([Draft(key, uid, ERASED + name, "", b"".join(bytes(row[1]) for row in gone))])
    _empty(sql, [row[0] for row in gone])


def naming_content(sql: Sql, schema: Schema, digest: str) -> list[tuple[type[Record], int, str]]:
    """Return which fields of which records ever named kept bytes: type, key and field.

    Withdrawn records are among them, for they may come back.
    """
    found = []
    for record_type in schema.types:
        spec = spec_of(record_type)
        for field in spec.fields:
            if field.facts.names_content:
                rows = sql.rows(
                    "SELECT DISTINCT ent FROM op WHERE field IN (?, ?, ?) AND val LIKE ? "
                    "ORDER BY ent",
                    (MADE + spec.type_name, field.name, RESTATED + field.name, f"%{digest}%"),
                )
                found += [(record_type, int(row[0]), field.name) for row in rows]
    return found


def empty_erased(sql: Sql, ents: Collection[int]) -> None:
    """Empty what the erasures of these entities name and what is still full here."""
    ops = sql.by_keys("SELECT id, h, ent, field, base, salt FROM op WHERE ent IN ({keys})", ents)
    erased = Erased((row[2], row[3], row[4]) for row in ops)
    _empty(sql, [op for op, h, ent, field, _, salt in ops if salt and erased.has(h, ent, field)])


def erased_entities(sql: Sql) -> set[int]:
    """Return the entities of which something was erased."""
    return {int(row[0]) for row in sql.rows(f"SELECT DISTINCT ent FROM op WHERE {IS_ERASURE}")}


def erasing_changes(sql: Sql, device: int) -> set[int]:
    """Return which changes of a device erased something: they cannot be taken back."""
    # “+ 0” keeps the planner from walking over all operations of the device.
    return {
        int(row[0])
        for row in sql.rows(
            f"SELECT DISTINCT txn FROM op WHERE {IS_ERASURE} AND dev + 0 = ?", (device,)
        )
    }


IS_ERASURE = f"substr(field, 1, 1) = '{ERASED}'"


class Erased:
    """What the erasures of a journal allow to be empty.

    Made from the (entity, field, base) of operations, whose entities may be keys or UUIDs.
    """

    def __init__(self, operations: Iterable[tuple[object, str, bytes]]) -> None:
        self._hashes: set[bytes] = set()
        self._restated: set[tuple[object, str]] = set()
        for entity, field, base in operations:
            if field.startswith(ERASED):
                self._hashes.update(split_hashes(base))
                self._restated.add((entity, RESTATED + field.removeprefix(ERASED)))

    def has(self, h: bytes, entity: object, field: str) -> bool:
        """Tell whether an operation may be empty: an erasure names it, or its restated field."""
        return bytes(h) in self._hashes or (entity, field) in self._restated


def _empty(sql: Sql, ops: Collection[int]) -> None:
    sql.run_by_keys("UPDATE op SET val = NULL, salt = NULL WHERE id IN ({keys})", ops)
