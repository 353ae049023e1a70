"""The one way to write: each step of a change is an operation and its row, in one transaction."""

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from changedesk.store import heads, rows
from changedesk.store.clock import new_uids
from changedesk.store.contents import keep_content
from changedesk.store.drafting import (
    differences,
    first_texts,
    give_codes,
    known_or_refused,
    pointed_at,
    referred,
    take_codes_along,
    tidied_columns,
    tidied_fields,
)
from changedesk.store.engine import Sql
from changedesk.store.erasure import erase, naming_content
from changedesk.store.errors import UserError
from changedesk.store.journal import (
    MADE,
    WITHDRAWN,
    Appended,
    Appender,
    ChangeHeader,
    DeviceRow,
    Draft,
    Tip,
)
from changedesk.store.parts import refuse_if_used, with_parts
from changedesk.store.projection import (
    GONE,
    KEPT,
    STANDS,
    Stale,
    keep_codes_apart,
    project,
    settle,
    vector_text,
    version_vectors,
)
from changedesk.store.records import Record, Schema
from changedesk.store.renaming import renamed_in
from changedesk.store.search import forget_texts
from changedesk.store.spec import spec_of
from changedesk.store.values import encode

R = TypeVar("R", bound=Record)


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
        self.label = header.label
        self.now_ms = clock()
        self._journal = Appender(sql, device, actor, self.now_ms, header)
        self._touched: dict[str, set[int]] = defaultdict(set)
        self._stale = Stale(sql, schema)
        self._loosened = False
        self._coded: set[int] = set()  # what was given a code, or another one
        self._returned: set[int] = set()
        self._refused: UserError | None = None
        self._made: dict[int, bytes] = {}  # what this change made and did not withdraw again

    @property
    def heading(self) -> bytes | None:
        """Return the hash of the operation that heads this change; None while it is empty."""
        return self._journal.heading

    @property
    def tip(self) -> Tip:
        """Return where this installation's chain ends once the change is committed."""
        return self._journal.tip

    def add(self, record: R) -> R:
        """Make a record; it gets its key and, if its type has codes, the next free code."""
        spec, fields = spec_of(type(record)), record._meta.fields
        # A fresh model carries the defaults of its computed fields, which nobody gave.
        untouched = {
            field.name
            for field in spec.fields
            if field.facts.derived and record.__data__.get(field.name) == fields[field.name].default
        }
        given = {
            name: value
            for name, value in record.__data__.items()
            if name != "id" and value is not None and name not in untouched
        }
        (record.id,) = self.add_many(type(record), [given])
        if spec.code_prefix:
            record.code = given["code"]  # type: ignore[attr-defined]
        return record

    def add_many(self, record_type: type[Record], records: Sequence[dict[str, Any]]) -> list[int]:
        """Make many records of one type from their fields (references as keys); return their keys.

        Codes that were given are kept; empty ones are filled in, in the dictionaries too.
        """
        if not records:
            return []
        spec, count = spec_of(record_type), len(records)
        columns = tidied_columns(record_type, records)
        uids = self._uids(pointed_at(spec, columns))
        coded = any(columns.get("code", ()))
        if spec.code_prefix:
            columns["code"] = give_codes(self._sql, record_type, columns, count)
            for values, code in zip(records, columns["code"], strict=True):
                values["code"] = code
        made = self._make_entities(spec.type_name, count)
        texts = first_texts(spec, columns, uids, count)
        about = MADE + spec.type_name
        self.append(
            [
                Draft(key, uid, about, text)
                for (key, uid), text in zip(made.items(), texts, strict=True)
            ]
        )
        rows.insert_columns(self._sql, record_type, [*made], columns)
        if coded:
            self._coded.update(made)
        try:
            self._guard(record_type, made)
        except UserError as refusal:
            self._refused = refusal  # they are written already: the change is void as a whole
            raise
        self.mark(record_type, made, anew=True)
        return list(made)

    def set(self, record: Record, **values: Any) -> None:
        """Change fields of a record; what already holds the value is left alone."""
        self.set_many(type(record), {record.id: values})
        for name, value in values.items():
            setattr(record, name, value)

    def set_many(self, record_type: type[Record], changes: Mapping[int, Mapping[str, Any]]) -> int:
        """Change fields of many records of one type, by key; return how many values differ now.

        Raises UserError for a value that a field cannot hold and for a record that is gone.
        """
        self._guard(record_type, changes)
        return self._set(record_type, changes, self._uids)

    def put_back(self, record_type: type[Record], changes: Mapping[int, Mapping[str, Any]]) -> None:
        """Give fields the values back that they had, references to withdrawn records too.

        Such a record was there only because something referred to it; it is kept again.
        """
        self._set(record_type, changes, self._uids_of_any)
        self._returned.update(changes)

    def _set(
        self,
        record_type: type[Record],
        changes: Mapping[int, Mapping[str, Any]],
        uids_of: Callable[[Collection[int]], dict[int, bytes]],
    ) -> int:
        spec = spec_of(record_type)
        if spec.event:
            raise TypeError(f"a {spec.label} is an event: it is withdrawn, never edited")
        known_or_refused(self._sql, changes)
        different = differences(self._sql, record_type, changes)
        return self._write(record_type, different, uids_of) if different else 0

    def say_apart(
        self, record_type: type[Record], key: int, name: str, values: Sequence[Any]
    ) -> None:
        """Give a field several values of which none has seen the others, the shown one last.

        So the undo of a decision asks again what was decided.
        """
        field, known = spec_of(record_type).field(name), known_or_refused(self._sql, [key])
        self.mark(record_type, [key])
        uids = self._uids_of_any([value for value in values if field.target and value is not None])
        base = heads.bases(self._sql, [(key, name)])[(key, name)]
        ops = self.append(
            [Draft(key, known[key].uid, name, encode(field, value, uids), base) for value in values]
        )
        heads.replace_heads(self._sql, [((key, name), op) for op in ops])
        rows.update_rows(self._sql, record_type, {key: {name: values[-1]}})
        self._set_state([key] if known[key].state == KEPT else [], STANDS)
        self.mark(record_type, [key])

    def decide(self, record_type: type[Record], key: int, name: str, value: Any) -> None:
        """Give a field a value over all that others gave it apart, even if it is shown already."""
        self._guard(record_type, [key])
        known_or_refused(self._sql, [key])
        wanted = tidied_fields(spec_of(record_type), {name: value})
        self._write(record_type, {key: wanted}, self._uids)

    def _write(
        self,
        record_type: type[Record],
        different: Mapping[int, Mapping[str, Any]],
        uids_of: Callable[[Collection[int]], dict[int, bytes]],
    ) -> int:
        spec = spec_of(record_type)
        known = known_or_refused(self._sql, different)
        self.mark(record_type, different)
        pointed = referred(spec, different.values())
        uids = uids_of(pointed)
        self._loosened |= any(spec.field(n).target for values in different.values() for n in values)
        pairs = [(key, name) for key, values in different.items() for name in values]
        self._coded.update(key for key, name in pairs if name in ("code", "project"))
        base = heads.bases(self._sql, pairs)
        ops = self.append(
            [
                Draft(
                    key, known[key].uid, name,
                    encode(spec.field(name), different[key][name], uids), base[(key, name)],
                )
                for key, name in pairs
            ]
        )  # fmt: skip
        heads.replace_heads(self._sql, list(zip(pairs, ops, strict=True)))
        rows.update_rows(self._sql, record_type, different)
        take_codes_along(self._sql, record_type, different)
        # Work on a record that was kept for others' sake only makes it stand again.
        self._set_state([key for key in different if known[key].state == KEPT], STANDS)
        self.mark(record_type, different)
        return len(pairs)

    def delete(self, record: Record) -> None:
        """Withdraw a record and its parts; its history stays.

        Raises UserError when a record that stands refers to it.
        """
        self.delete_many(type(record), [record.id])

    def delete_many(self, record_type: type[Record], keys: Collection[int]) -> None:
        """Withdraw records of one type and their parts; raises UserError when one is in use."""
        known_or_refused(self._sql, keys)
        parts = with_parts(self._sql, self._schema, record_type, keys)
        refuse_if_used(self._sql, self._schema, parts)
        for kind, some in parts.items():
            self._guard(kind, some)
            self.mark(kind, some)
            self.withdraw(some)
            rows.remove_rows(self._sql, kind, some)
            self._set_state(some, GONE)

    def withdraw(self, keys: Collection[int]) -> None:
        """Write that records are withdrawn, as known here; their rows are left to `project`."""
        seen = version_vectors(self._sql, keys)
        self._loosened = True
        for key in keys:
            self._made.pop(key, None)
        self._stand({key: vector_text(seen[key]) for key in keys})

    def bring_back(self, keys: Collection[int]) -> None:
        """Write that withdrawn records stand again; their rows are left to `project`."""
        self._stand(dict.fromkeys(keys))

    def project(self, keys: Collection[int]) -> None:
        """Write rows anew from what the journal says by now."""
        for type_name, touched in project(self._sql, self._schema, keys).items():
            self._touched[type_name] |= touched

    def content(self, data: bytes) -> str:
        """Keep bytes once, by what they are; return their SHA-256 in hex."""
        return keep_content(self._sql, data)

    def erase(self, record: Record, name: str) -> None:
        """Take a field's values out of the journal for good; the change has no undo.

        Every hash stays valid, and copies that take this in erase the values too.
        """
        erase(self._sql, self.append, type(record), record.id, name)
        self.project([record.id])
        forget_texts(self._sql)

    def erase_content(self, digest: str) -> None:
        """Remove kept bytes for good, and what ever named them; the change has no undo.

        Records that named them stay, with nothing in that field.
        """
        named = naming_content(self._sql, self._schema, digest)
        for record_type, key, name in named:
            erase(self._sql, self.append, record_type, key, name)
        self.project([key for _, key, _ in named])
        self._sql.run("DELETE FROM content WHERE h = ?", (bytes.fromhex(digest),))

    def begin(self) -> None:
        """Write the label now: an undo that finds nothing left to do is done all the same."""
        self._journal.begin()

    def go_on(self) -> None:
        """Go on after operations of others were written within this change."""
        self._journal.go_on()

    def append(self, drafts: Sequence[Draft]) -> list[Appended]:
        """Append operations to the journal."""
        return self._journal.append(drafts)

    def mark(self, record_type: type[Record], keys: Collection[int], *, anew: bool = False) -> None:
        """Note that rows are touched, and what follows from them as they are now."""
        self._touched[record_type.about.type_name].update(keys)
        self._stale.mark(record_type, keys, anew=anew)

    def finish(self) -> ChangeSet:
        """Compute what is derived and return what was touched; called when the block ends.

        Raises UserError where new records were refused within the block.
        """
        if self._refused is not None:
            raise self._refused
        settled: dict[str, set[int]] = {}
        if self._loosened:
            settled = settle(self._sql, self._schema, self._stale, written=self._returned)
            for type_name, keys in settled.items():
                self._touched[type_name] |= keys
        if self._coded or settled or (self._loosened and renamed_in(self._sql)):
            every = {key for keys in self._touched.values() for key in keys}
            keep_codes_apart(
                self._sql, self._schema, self._coded | every, self._touched, fresh=bool(self._coded)
            )
        for type_name, keys in self._stale.refresh().items():
            self._touched[type_name] |= keys
        touched = {name: frozenset(keys) for name, keys in self._touched.items() if keys}
        return ChangeSet(self.label, touched)

    def _guard(self, record_type: type[Record], keys: Collection[int]) -> None:
        for refuse in self._schema.guards_of.get(record_type.about.type_name, ()):
            refuse(self._sql.database, keys)

    def _uids(self, keys: Collection[int]) -> dict[int, bytes]:
        found = {key: self._made[key] for key in keys if key in self._made}
        others = [key for key in keys if key not in found]
        return found | {key: one.uid for key, one in known_or_refused(self._sql, others).items()}

    def _uids_of_any(self, keys: Collection[int]) -> dict[int, bytes]:
        return {key: known.uid for key, known in heads.known(self._sql, keys).items()}

    def _make_entities(self, type_name: str, count: int) -> dict[int, bytes]:
        first = int(self._sql.value("SELECT COALESCE(MAX(id), 0) FROM entity")) + 1
        made = dict(enumerate(new_uids(self.now_ms, count), start=first))
        self._made.update(made)
        op = self._journal.next_id()
        self._sql.many(
            "INSERT INTO entity (id, uid, type, op, state) VALUES (?, ?, ?, ?, ?)",
            [(key, uid, type_name, op + n, STANDS) for n, (key, uid) in enumerate(made.items())],
        )
        return made

    def _stand(self, verdicts: Mapping[int, str | None]) -> None:
        known = heads.known(self._sql, verdicts)
        pairs = [(key, WITHDRAWN) for key in verdicts]
        base = heads.bases(self._sql, pairs)
        ops = self.append(
            [
                Draft(key, known[key].uid, WITHDRAWN, verdict, base[(key, WITHDRAWN)])
                for key, verdict in verdicts.items()
            ]
        )
        heads.replace_heads(self._sql, list(zip(pairs, ops, strict=True)))

    def _set_state(self, keys: Collection[int], state: int) -> None:
        self._sql.run_by_keys(f"UPDATE entity SET state = {state:d} WHERE id IN ({{keys}})", keys)
