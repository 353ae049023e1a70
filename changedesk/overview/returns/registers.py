"""Registers that are filled in: rows are records of one type, cells their fields."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

from changedesk.exchange.field_values import Misfit, Reader
from changedesk.exchange.returns.file import CellValue
from changedesk.exchange.returns.rows import KnownRows
from changedesk.exchange.returns.tables import folded
from changedesk.exchange.returns.values import Read, Said, as_exported, read_minutes
from changedesk.office.layout import Column
from changedesk.office.records import columns_of, exported_fields
from changedesk.overview.change_report import uids_of
from changedesk.overview.returns.tables import (
    Author,
    Context,
    DecidedRow,
    FillableTable,
    TableState,
    Values,
    Written,
    misfits,
)
from changedesk.store.change import Change
from changedesk.store.drafting import tidied
from changedesk.store.errors import UserError
from changedesk.store.fields import Kind
from changedesk.store.heads import types_of
from changedesk.store.listing import Listing, Named, record_ids, record_page
from changedesk.store.past import made_since, values_then, written_since
from changedesk.store.records import Record
from changedesk.store.spec import FieldSpec, RecordSpec, spec_of
from changedesk.store.workspace import Workspace


class RecordTable(FillableTable):
    """A register of any record type, as `record_sheet` makes it: a way to declare one is enough.

    A cell becomes the field's value; a row below becomes a new record of the project.
    """

    def __init__(self, record_type: type[Record]) -> None:
        self.type = record_type
        self.spec: RecordSpec = spec_of(record_type)
        self.key = self.spec.type_name
        self.columns: tuple[Column, ...] = columns_of(self.spec, fillable=True)

    @cached_property
    def _fields(self) -> dict[str, FieldSpec]:
        return {one.name: one for one in exported_fields(self.spec)}

    def readers(self, state: TableState) -> dict[str, Read]:
        """Read cells by their fields; a reference by the code or the title of what it leads to."""
        found = super().readers(state)
        for name, field in self._fields.items():
            if name in found:
                found[name] = _reader(field, found[name], state)
        return found

    def state(self, context: Context) -> TableState:
        """Read the records of the project as they are and as they were."""
        workspace = context.workspace
        with workspace.snapshot():
            keys = record_ids(workspace, self.type, _listing(self.spec, context.project))
            uids = uids_of(workspace, keys)
            page = record_page(workspace, self.type, keys)
            fields = [field.name for field in self.spec.shown]
            raw = {key: dict(zip(fields, page[key], strict=True)) for key in keys}
            targets = _targets(context, self._fields.values())
            now = {uids[key]: self._values(raw[key]) for key in keys}
            then = None if context.seen is None else self._then(context, uids, now)
        coded = "code" in self._fields
        names = {uids[key]: _name(raw[key], self.spec) for key in keys}
        references = {folded(raw[key]["code"]): uids[key] for key in keys} if coded else {}
        shown = now if then is None else then
        title = self.spec.title_field
        known = KnownRows(
            names, references, "code" if coded else "", checked=False, witness=title,
            texts={uid: values.get(title, "") for uid, values in shown.items()},
            gone={
                uid: f"{values.get('code', '')} {values.get(title, '')}".strip()
                for uid, values in shown.items()
                if uid not in now
            },
        )  # fmt: skip
        return TableState(known, now, then, [one for one in shown if one in now],
                          (targets, {uid: key for key, uid in uids.items()}),
                          words={name: one.labels for name, one in targets.items()})  # fmt: skip

    def _then(
        self, context: Context, uids: Mapping[int, str], now: Mapping[str, Values]
    ) -> dict[str, Values]:
        assert context.seen is not None
        workspace = context.workspace
        with workspace.connected() as sql:
            written = written_since(sql, context.seen)
            types = types_of(sql, written)
            mine = [key for key in written if types.get(key) == self.spec.type_name]
            fresh = made_since(written)
            stood = values_then(sql, workspace.schema, mine, context.seen)
        then = {uid: now[uid] for key, uid in uids.items() if key not in fresh}
        mine_then = {
            key: values
            for key, values in stood.items()
            if key in uids or values.get("project", context.project) == context.project
        }
        for key, uid in uids_of(workspace, mine_then).items():
            then[uid] = self._values(mine_then[key])
        return then

    def _values(self, raw: Mapping[str, Any]) -> dict[str, str]:
        return {name: _text(field, raw.get(name)) for name, field in self._fields.items()}

    def judge(self, then: Values | None, now: Values, said: Values) -> dict[str, str]:  # noqa: ARG002
        """Refuse to empty what is needed, and numbers that cannot be."""
        return misfits(self._fields, said) | {
            name: f"“{self._fields[name].label}” is needed: it cannot be emptied"
            for name, text in said.items()
            if not text and self._fields[name].facts.required
        }

    def refusal_of_new(self, state: TableState, values: Values) -> str:  # noqa: ARG002
        """Return why a row cannot become a record."""
        try:
            tidied(self.type, {"project": 1, **self._typed(values)})
        except UserError as problem:
            return str(problem)
        return ""

    def known_new(self, state: TableState, values: Values) -> bool:
        """Tell whether there is a record that says all this."""
        title = self.spec.title_field
        wanted = values.get(title, "")
        return bool(wanted) and any(
            one.get(title, "").casefold() == wanted.casefold()
            and all(one.get(name) == text for name, text in values.items() if name != title)
            for one in state.now.values()
        )

    def _typed(self, values: Values) -> dict[str, Any]:
        return {name: _typed(self._fields[name], text) for name, text in values.items()}

    def write(
        self,
        context: Context,
        change: Change,
        state: TableState,
        rows: Sequence[DecidedRow],
        author: Author,  # noqa: ARG002 - the change itself says who returned it
    ) -> Written:
        """Set the fields of known rows and add the new ones."""
        _, keys = state.handle
        fresh = [self._typed(row.values) for row in rows if not row.id]
        if any(one.name == "project" for one in self.spec.fields):
            fresh = [{"project": context.project, **values} for values in fresh]
        changes = {keys[row.id]: self._typed(row.values) for row in rows if row.id}
        change.set_many(self.type, changes)
        written = Written()
        written.alter(self.spec.type_name, len(changes))
        written.add(self.spec.type_name, len(change.add_many(self.type, fresh)))
        return written


def _listing(spec: RecordSpec, project: int) -> Listing:
    mine = any(field.name == "project" for field in spec.fields)
    return Listing(project=project) if mine else Listing()


def _name(raw: Mapping[str, Any], spec: RecordSpec) -> str:
    return " ".join(
        str(raw[name]) for name in ("code", spec.title_field) if raw.get(name)
    )  # fmt: skip


def _text(field: FieldSpec, value: Any) -> str:
    if field.kind is Kind.REFERENCE:
        key = value.key if isinstance(value, Named) else value
        return "" if key is None else str(key)
    if value is None or value == "":
        return ""
    if field.kind is Kind.YES_NO:
        return "yes" if value else "no"
    return as_exported(value) if isinstance(value, str) else str(value)


def _typed(field: FieldSpec, text: str) -> Any:
    if field.kind is Kind.YES_NO:
        return text == "yes"
    if field.kind in (Kind.INTEGER, Kind.REFERENCE, Kind.MOMENT):
        return int(text) if text else None
    return text


@dataclass(frozen=True)
class _Targets:
    """What a reference may lead to: by its words, what bore them at the export or bears them now.

    `one` maps the words that tell a single record now to its key.
    """

    labels: dict[str, str]
    one: dict[str, str]
    bore: dict[str, set[str]]


def _targets(context: Context, fields: Iterable[FieldSpec]) -> dict[str, _Targets]:
    """Return, by field, what it may lead to."""
    wanted = {field.name: field.target for field in fields if field.target}
    types = {name: context.workspace.schema.by_name[name] for name in set(wanted.values())}
    before = _before(context, set(types))
    by_type = {name: _words(context.workspace, known, before) for name, known in types.items()}
    return {name: by_type[target] for name, target in wanted.items()}


def _before(context: Context, types: Collection[str]) -> dict[int, dict[str, Any]]:
    """Return what records of these types said at the export, if they were changed since."""
    if context.seen is None:
        return {}
    with context.workspace.connected() as sql:
        written = written_since(sql, context.seen)
        of = types_of(sql, written)
        some = [key for key in written if of.get(key) in types]
        return values_then(sql, context.workspace.schema, some, context.seen)


def _words(
    workspace: Workspace, record_type: type[Record], before: Mapping[int, Mapping[str, Any]]
) -> _Targets:
    coded = any(one.name == "code" for one in spec_of(record_type).fields)
    title = record_type.about.title_field
    found = _Targets({}, {}, defaultdict(set))
    now: dict[str, set[str]] = defaultdict(set)
    for row in workspace.rows(record_type.select()):
        key = str(row.id)
        code = str(getattr(row, "code", "") or "") if coded else ""
        label = str(getattr(row, title, "") or "")
        found.labels[key] = f"{code}  {label}".strip()
        for word in {code, label, found.labels[key]} - {""}:
            now[folded(word)].add(key)
        was = str(before.get(row.id, {}).get(title) or "")
        for word in {was, f"{code}  {was}".strip()} - {""}:
            found.bore[folded(word)].add(key)
    for word, keys in now.items():
        found.bore[word] |= keys
        if len(keys) == 1:
            found.one[word] = min(keys)
    return found


def _reader(field: FieldSpec, plain: Read, state: TableState) -> Read:
    if field.target:
        targets = state.handle[0][field.name]
        return lambda value: _read_reference(field, value, targets)
    if field.kind in (Kind.CHOICE, Kind.YES_NO, Kind.DATE):
        return plain
    of_field = Reader(field)
    if field.facts.unit == "min":
        plain = partial(read_minutes, title=field.label)

    def read(value: CellValue) -> Said:
        said = plain(value)
        if said.why or not said.text:
            return said
        try:
            of_field(said.text)
        except Misfit as misfit:
            return Said(why=str(misfit))
        return said

    return read


def _read_reference(field: FieldSpec, value: CellValue, targets: _Targets) -> Said:
    if value == "":
        return Said()
    words = [folded(value), folded(str(value).partition("  ")[0])]
    key = next((targets.one[word] for word in words if word in targets.one), "")
    among = frozenset(one for word in words for one in targets.bore.get(word, ()))
    if key:
        return Said(key, among=among)
    if len(among) == 1:
        (only,) = among
        label = targets.labels.get(only, "")
        return Said(why=f"“{value}” is called “{label}” by now", suggestion=only, among=among)
    why = (
        f"several bear the name “{value}” or bore it, and “{field.label}” can lead to one only"
        if among
        else f"there is nothing called “{value}” that “{field.label}” could lead to"
    )
    return Said(why=why, among=among)
