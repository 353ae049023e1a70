"""The one way to write: what a change may do, each step an operation and its row in one transaction."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, TypeVar

from changedesk.store import heads, rows
from changedesk.store.clock import new_uid
from changedesk.store.codes import keep_clear_of, next_codes
from changedesk.store.engine import Sql
from changedesk.store.errors import UserError
from changedesk.store.journal import (
    ERASED,
    MADE,
    WITHDRAWN,
    Appender,
    ChangeHeader,
    DeviceRow,
    Draft,
    version_vector,
)
from changedesk.store.records import Derivation, Record, Schema
from changedesk.store.spec import RecordSpec, spec_of
from changedesk.store.values import decode_record, encode, encode_record, tidy

R = TypeVar("R", bound=Record)
Keys = set[int]  # the class below has a method of that name


@dataclass(frozen=True)
class ChangeSet:
    """What a committed change touched: open views refresh just these rows."""

    label: str
    touched: Mapping[str, frozenset[int]] = field(default_factory=dict)
    initiator: object = None

    def of(self, type_name: str) -> frozenset[int]:
        """Return the keys of the touched records of one type."""
        return self.touched.get(type_name, frozenset())


class Change:
    """One undoable change, open while its `with` block runs.

    Rows are written at once, so that queries inside the block see them; what is derived from them
    is computed when the block ends. A block that raises leaves nothing behind.
    """

    def __init__(
        self,
        sql: Sql,
        schema: Schema,
        device: DeviceRow,
        actor: str,
        clock: Callable[[], int],
        header: ChangeHeader,
    ) -> None:
        self._sql = sql
        self._schema = schema
        self._clock = clock
        self._journal = Appender(sql, device, actor, clock(), header)
        self._touched: dict[str, set[int]] = defaultdict(set)
        self._stale: dict[Derivation, set[int]] = defaultdict(set)
        self.label = header.label
        self.now_ms = clock()

    @property
    def empty(self) -> bool:
        """Tell whether nothing has been written so far."""
        return self._journal.txn is None

    def add(self, record: R) -> R:
        """Make a record; it gets its key and, if its type has codes, the next free code."""
        values = {
            name: value
            for name, value in record.__data__.items()
            if name != "id" and value is not None
        }
        (record.id,) = self.add_many(type(record), [values])
        if spec_of(type(record)).code_prefix:
            record.code = values["code"]  # type: ignore[attr-defined]
        return record

    def add_many(self, record_type: type[Record], records: Sequence[dict[str, Any]]) -> list[int]:
        """Make many records of one type from their fields (references as keys); return their keys.

        Codes that were given are kept; empty ones are filled in, in the dictionaries too.
        """
        if not records:
            return []
        spec = spec_of(record_type)
        first_values = _first_values(record_type)
        for values in records:
            for name, value in first_values.items():
                values.setdefault(name, value)
            self._tidy(spec, values)
        self._give_codes(record_type, records)
        keys = self._make_entities(spec.type_name, len(records))
        uids = heads.uid_map(self._sql, {*keys, *self._referred(spec, records)})
        ops = self._journal.append(
            [
                Draft(key, uids[key], MADE + spec.type_name, encode_record(spec, values, uids))
                for key, values in zip(keys, records, strict=True)
            ]
        )
        made = [(op.id, key) for op, key in zip(ops, keys, strict=True)]
        self._sql.many("UPDATE entity SET op = ? WHERE id = ?", made)
        rows.insert_rows(self._sql, record_type, list(zip(keys, records, strict=True)))
        self._mark(record_type, keys)
        return keys

    def set(self, record: Record, **values: Any) -> None:
        """Change fields of a record; what already holds the value is left alone."""
        self.set_many(type(record), {record.id: values})
        for name, value in values.items():
            setattr(record, name, value)

    def set_many(
        self, record_type: type[Record], changes: Mapping[int, Mapping[str, Any]]
    ) -> int:
        """Change fields of many records of one type, by key; return how many values differ now."""
        spec = spec_of(record_type)
        if spec.event:
            raise TypeError(f"a {spec.label} is an event: it is withdrawn, never edited")
        different = self._differences(record_type, changes)
        if not different:
            return 0
        keys = list(different)
        self._mark(record_type, keys)
        referred = [values for values in different.values()]
        uids = heads.uid_map(self._sql, {*keys, *self._referred(spec, referred)})
        drafts, pairs = [], []
        for key, values in different.items():
            for name, value in values.items():
                base = heads.base_of(heads.heads_of(self._sql, key, name))
                text = encode(spec.field(name), value, uids)
                drafts.append(Draft(key, uids[key], name, text, base))
                pairs.append((key, name))
            rows.update_row(self._sql, record_type, key, values)
        ops = self._journal.append(drafts)
        heads.replace_heads(self._sql, list(zip(pairs, ops, strict=True)))
        self._mark(record_type, keys)
        return len(drafts)

    def delete(self, record: Record) -> None:
        """Withdraw a record and its parts; its history stays.

        Raises UserError when a record that stands refers to it.
        """
        self.delete_many(type(record), [record.id])

    def delete_many(self, record_type: type[Record], keys: Sequence[int]) -> None:
        """Withdraw records of one type and their parts; raises UserError when one is in use."""
        parts = self._with_parts(record_type, list(keys))
        self._refuse_if_used(parts)
        self.withdraw(parts)

    def withdraw(self, parts: Mapping[type[Record], Sequence[int]]) -> None:
        """Withdraw records as given, without asking who refers to them."""
        seen = json.dumps(version_vector(self._sql), sort_keys=True, separators=(",", ":"))
        for record_type, keys in parts.items():
            self._mark(record_type, keys)
            self._stand(keys, seen, 1)
            rows.remove_rows(self._sql, record_type, keys)

    def bring_back(self, keys: Sequence[int]) -> None:
        """Let withdrawn records stand again, with the values that the journal gives them."""
        self._stand(keys, None, 0)
        found = heads.journal_values(self._sql, self._schema, keys)
        for type_name, by_key in found.items():
            record_type = self._schema.by_name[type_name]
            rows.insert_rows(self._sql, record_type, list(by_key.items()))
            self._mark(record_type, list(by_key))

    def content(self, data: bytes) -> str:
        """Keep bytes once, by what they are; return their SHA-256 in hex."""
        digest = hashlib.sha256(data).digest()
        if self._sql.value("SELECT 1 FROM content WHERE h = ?", (digest,)) is None:
            key = int(self._sql.value("SELECT COALESCE(MAX(id), 0) FROM content")) + 1
            self._sql.run(
                "INSERT INTO content (id, h, data) VALUES (?, ?, ?)", (key, digest, data)
            )
        return digest.hex()

    def erase(self, record: Record, name: str) -> None:
        """Take a field's values out of the journal for good, hashes staying valid, and empty it."""
        spec = spec_of(type(record))
        uid = heads.uid_map(self._sql, [record.id])
        self._unfold(record, uid[record.id], spec, name)
        if not spec.event:
            self.set(record, **{name: None})
        rows_of_field = self._sql.rows(
            "SELECT id, h, val FROM op WHERE ent = ? AND (field = ? OR field = ?) AND val IS NOT NULL",
            (record.id, name, MADE + spec.type_name),
        )
        erased = [row for row in rows_of_field if row[2]]
        listed = "".join(bytes(row[1]).hex() for row in erased)
        self._journal.append([Draft(record.id, uid[record.id], ERASED + name, listed)])
        self._sql.run_by_keys(
            "UPDATE op SET val = NULL, salt = NULL WHERE id IN ({keys})", [r[0] for r in erased]
        )

    def finish(self) -> ChangeSet:
        """Compute what is derived and return what was touched; called when the block ends."""
        for derivation, keys in self._stale.items():
            derivation.refresh(self._sql.database, sorted(keys))
            self._touched[derivation.target.about.type_name] |= keys
        touched = {name: frozenset(keys) for name, keys in self._touched.items() if keys}
        return ChangeSet(self.label, touched)

    def _unfold(self, record: Record, uid: bytes, spec: RecordSpec, erased: str) -> None:
        # The operation that made the record holds all its first values; before it is emptied,
        # those that stay get operations of their own.
        made = self._sql.rows(
            "SELECT o.h, o.val FROM entity e JOIN op o ON o.id = e.op WHERE e.id = ?", (record.id,)
        )[0]
        drafts, pairs = [], []
        for name, text in decode_record(made[1]).items():
            headed = self._sql.value(
                "SELECT 1 FROM head WHERE ent = ? AND field = ?", (record.id, name)
            )
            if headed is None:
                kept = None if name == erased else text
                drafts.append(Draft(record.id, uid, name, kept, bytes(made[0])))
                pairs.append((record.id, name))
        ops = self._journal.append(drafts)
        heads.replace_heads(self._sql, list(zip(pairs, ops, strict=True)))

    def _tidy(self, spec: RecordSpec, values: dict[str, Any]) -> None:
        for name in values:
            values[name] = tidy(spec.field(name), values[name])
        for declared in spec.fields:
            if declared.facts.required and values.get(declared.name) in (None, ""):
                raise UserError(f"{spec.label}: “{declared.label}” is needed.")
            allowed = {choice.code for choice in declared.choices}
            value = values.get(declared.name)
            if allowed and value and value not in allowed:
                raise UserError(f"{spec.label}: “{value}” is not a value of “{declared.label}”.")

    def _give_codes(self, record_type: type[Record], records: Sequence[dict[str, Any]]) -> None:
        about = record_type.about
        if not about.code_prefix:
            return
        wanting: dict[int, list[dict[str, Any]]] = defaultdict(list)
        for values in records:
            scope = values.get("project") or 0
            if values.get("code"):
                keep_clear_of(self._sql, about, scope, values["code"])
            else:
                wanting[scope].append(values)
        for scope, group in wanting.items():
            codes = next_codes(self._sql, about, scope, len(group))
            for values, code in zip(group, codes, strict=True):
                values["code"] = code

    def _make_entities(self, type_name: str, count: int) -> list[int]:
        first = int(self._sql.value("SELECT COALESCE(MAX(id), 0) FROM entity")) + 1
        keys = list(range(first, first + count))
        now = self._clock()
        made = [(key, new_uid(now), type_name, 0, 0) for key in keys]
        self._sql.many("INSERT INTO entity (id, uid, type, op, state) VALUES (?, ?, ?, ?, ?)", made)
        return keys

    def _referred(self, spec: RecordSpec, records: Sequence[Mapping[str, Any]]) -> Keys:
        names = [declared.name for declared in spec.fields if declared.target]
        return {
            values[name] for values in records for name in names if values.get(name) is not None
        }

    def _differences(
        self, record_type: type[Record], changes: Mapping[int, Mapping[str, Any]]
    ) -> dict[int, dict[str, Any]]:
        spec = spec_of(record_type)
        tidied: dict[int, dict[str, Any]] = {}
        for key, values in changes.items():
            tidied[key] = dict(values)
            for name in values:
                if spec.field(name).facts.derived:
                    raise TypeError(f"{name} is computed, not set")
            self._tidy_given(spec, tidied[key])
        names = {name for values in tidied.values() for name in values}
        now = {
            name: rows.column_values(self._sql, record_type, name, list(tidied)) for name in names
        }
        different: dict[int, dict[str, Any]] = {}
        for key, values in tidied.items():
            changed = {name: v for name, v in values.items() if now[name].get(key) != v}
            if changed:
                different[key] = changed
        return different

    def _tidy_given(self, spec: RecordSpec, values: dict[str, Any]) -> None:
        required = {f.name for f in spec.fields if f.facts.required} - set(values)
        stand_in = {name: 1 for name in required}
        checked = {**stand_in, **values}
        self._tidy(spec, checked)
        values.update({name: checked[name] for name in values})

    def _stand(self, keys: Sequence[int], value: str | None, state: int) -> None:
        uids = heads.uid_map(self._sql, keys)
        drafts = [
            Draft(
                key, uids[key], WITHDRAWN, value,
                heads.base_of(heads.heads_of(self._sql, key, WITHDRAWN)),
            )
            for key in keys
        ]  # fmt: skip
        ops = self._journal.append(drafts)
        pairs = [(key, WITHDRAWN) for key in keys]
        heads.replace_heads(self._sql, list(zip(pairs, ops, strict=True)))
        self._sql.run_by_keys(f"UPDATE entity SET state = {state:d} WHERE id IN ({{keys}})", keys)

    def _with_parts(
        self, record_type: type[Record], keys: list[int]
    ) -> dict[type[Record], list[int]]:
        parts: dict[type[Record], list[int]] = {}
        waiting = [(record_type, keys)]
        while waiting:
            kind, some = waiting.pop()
            fresh = [key for key in some if key not in set(parts.get(kind, ()))]
            if not fresh:
                continue
            parts.setdefault(kind, []).extend(fresh)
            for incoming in self._schema.incoming[kind.about.type_name]:
                if incoming.owner:
                    found = rows.referring(self._sql, incoming.source, incoming.field, fresh)
                    waiting.append((incoming.source, found))
        return parts

    def _refuse_if_used(self, parts: Mapping[type[Record], Sequence[int]]) -> None:
        for record_type, keys in parts.items():
            for incoming in self._schema.incoming[record_type.about.type_name]:
                users = set(rows.referring(self._sql, incoming.source, incoming.field, keys))
                users -= set(parts.get(incoming.source, ()))
                if users:
                    about = incoming.source.about
                    many = about.plural or about.label + "s"
                    word = about.label if len(users) == 1 else many
                    raise UserError(
                        f"This {record_type.about.label.lower()} is used by {len(users)} "
                        f"{word.lower()}: take those out first."
                    )

    def _mark(self, record_type: type[Record], keys: Sequence[int]) -> None:
        self._touched[record_type.about.type_name].update(keys)
        for derivation in self._schema.derivations_of(record_type):
            held = rows.column_values(self._sql, record_type, derivation.via, keys)
            self._stale[derivation] |= {value for value in held.values() if value is not None}


@cache
def _first_values(record_type: type[Record]) -> dict[str, Any]:
    """Return the defaults that the journal must write down: a later version may change them."""
    meta = record_type._meta
    named = [declared.name for declared in spec_of(record_type).journalled]
    return {name: meta.fields[name].default for name in named if meta.fields[name].default}
