"""Taking read rows in as records of any type: what is there already is not made again."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from changedesk.exchange.drafts import RowNote
from changedesk.exchange.records import RecordDraft, RecordImport
from changedesk.store.change import Change
from changedesk.store.fields import Kind
from changedesk.store.records import Record
from changedesk.store.spec import FieldSpec, RecordSpec, spec_of
from changedesk.store.workspace import Workspace

Names = defaultdict[str, set[int]]


@dataclass
class TakenRecords:
    """What became of the rows of a file; `skipped` are rows that say again what another said.

    `named` counts the records of other types that were made because rows name them.
    """

    created: int = 0
    named: dict[str, int] = field(default_factory=dict)
    updated: int = 0
    unchanged: int = 0
    skipped: list[RowNote] = field(default_factory=list)
    rejected: list[RowNote] = field(default_factory=list)


class _Tried(Exception):
    """Ends a change that was only tried; nothing of it stays."""


@dataclass
class _Planned:
    """A row that is fit to be taken; `key` is its record once that is there.

    `siblings` are the references that name another row of the file, by that row's title, and
    `unmade` those that name a record which is yet to be made.
    """

    row: RecordDraft
    values: dict[str, Any]
    siblings: dict[str, str]
    key: int | None
    unmade: dict[str, str] = field(default_factory=dict)


def check_records(
    workspace: Workspace,
    record_type: type[Record],
    found: RecordImport,
    *,
    project: int | None = None,
    making: Collection[str] = (),
) -> TakenRecords:
    """Return which rows `take_records` would skip and reject; nothing is written."""
    taken = TakenRecords()
    _Plan(workspace, record_type, found, project, taken, making).rows()
    return taken


def take_records(
    workspace: Workspace,
    record_type: type[Record],
    found: RecordImport,
    *,
    project: int | None = None,
    making: Collection[str] = (),
    only_try: bool = False,
) -> TakenRecords:
    """Make a record of each row within one change; a record is known again by its title.

    Where the file says nothing, what is known stays. A row is rejected when a reference in it
    names nothing or several, or when its title does; what the references in `making` name is made
    where it is not there. With `only_try` nothing is written.
    """
    taken = TakenRecords()
    planned = _Plan(workspace, record_type, found, project, taken, making).rows()
    with suppress(_Tried), workspace.change(f"Import {found.file}") as change:
        _make_named(workspace, change, record_type, planned, taken)
        _write(change, record_type, planned, taken)
        if only_try:
            raise _Tried
    return taken


def folded(text: object) -> str:
    """Return a name as it is compared: case and spaces do not count."""
    return " ".join(str(text).casefold().split())


class _Plan:
    """Decides for each row whether it is taken, and what its references mean."""

    def __init__(
        self,
        workspace: Workspace,
        record_type: type[Record],
        found: RecordImport,
        project: int | None,
        taken: TakenRecords,
        making: Collection[str],
    ) -> None:
        self.making = making
        self.spec = spec_of(record_type)
        self.found = found
        self.taken = taken
        self.fixed = {"project": project} if _of_project(self.spec) else {}
        self.known = _titles(workspace, record_type, self.spec, project)
        self.named = {f.name: _names(workspace, f, project) for f in self.spec.fields if f.target}
        self.own = {folded(row.code): self.title(row) for row in found.rows if row.code}
        for row in found.rows:
            title = self.title(row)
            self.own |= {title: title, folded(f"{row.code} {title}"): title}

    def rows(self) -> list[_Planned]:
        """Return the rows to take; the others are noted as skipped or rejected."""
        seen: dict[str, RecordDraft] = {}
        planned: dict[str, _Planned] = {}
        for row in self.found.rows:
            title = self.title(row)
            first = seen.setdefault(title, row)
            if first is row:
                one = self.plan(row, self.known[title])
                if one is not None:
                    planned[title] = one
            elif first.values == row.values:
                self.taken.skipped.append(RowNote(row.where, f"it says the same as {first.where}"))
            else:
                label = self.spec.field(self.spec.title_field).label
                self.reject(row, f"{first.where} has the same “{label}” and says something else")
        self.drop_lonely(planned)
        return list(planned.values())

    def title(self, row: RecordDraft) -> str:
        return folded(row.values[self.spec.title_field])

    def reject(self, row: RecordDraft, why: str) -> None:
        self.taken.rejected.append(RowNote(row.where, why))

    def plan(self, row: RecordDraft, same: set[int]) -> _Planned | None:
        """Return what becomes of a row, or None when it is rejected."""
        if len(same) > 1:
            several = f"there are {len(same)} {self.spec.plural.lower()} of this name already"
            self.reject(row, f"{several}: change the one that is meant in the window")
            return None
        one = _Planned(row, {**row.values, **self.fixed}, {}, next(iter(same), None))
        if one.key is not None:  # known again whatever its case and spaces: those stay
            del one.values[self.spec.title_field]
        for name, known in self.named.items():
            text = row.values.get(name)
            if text is None:
                continue
            called = folded(text)
            if self.spec.field(name).target == self.spec.type_name and called in self.own:
                one.siblings[name] = self.own[called]
                del one.values[name]
            elif len(known[called]) == 1:
                (one.values[name],) = known[called]
            elif name in self.making and not known[called]:
                one.unmade[name] = " ".join(str(one.values.pop(name)).split())
            else:
                self.reject(row, self.unknown(self.spec.field(name), str(text), known[called]))
                return None
        return one

    def unknown(self, field: FieldSpec, text: str, meant: set[int]) -> str:
        if meant:
            return f"“{text}” names several for “{field.label}”: give them different names first"
        return f"“{text}” is no “{field.label}” in this workspace: add it there first"

    def drop_lonely(self, planned: dict[str, _Planned]) -> None:
        """Reject the rows that refer to a row which is not taken."""
        while True:
            lonely = [
                (title, name)
                for title, one in planned.items()
                for name, other in one.siblings.items()
                if other not in planned
            ]
            if not lonely:
                return
            for title, name in lonely:
                if (one := planned.pop(title, None)) is not None:
                    label = self.spec.field(name).label
                    self.reject(one.row, f"the row that “{label}” names is not taken itself")


def _make_named(
    workspace: Workspace,
    change: Change,
    record_type: type[Record],
    planned: list[_Planned],
    taken: TakenRecords,
) -> None:
    made: dict[tuple[str, str], int] = {}
    for one in planned:
        for name, text in one.unmade.items():
            target = workspace.schema.by_name[spec_of(record_type).field(name).target]
            what = target.about.type_name
            if (what, folded(text)) not in made:
                record = target(**{target.about.title_field: text})
                made[what, folded(text)] = int(change.add(record).id)
                taken.named[what] = taken.named.get(what, 0) + 1
            one.values[name] = made[what, folded(text)]


def _write(
    change: Change, record_type: type[Record], planned: list[_Planned], taken: TakenRecords
) -> None:
    fresh = [one for one in planned if one.key is None]
    known = [one for one in planned if one.key is not None]
    keys = change.add_many(record_type, [one.values for one in fresh])
    for one, key in zip(fresh, keys, strict=True):
        one.key = key
    title = spec_of(record_type).title_field
    key_of = {folded(one.row.values[title]): one.key for one in planned}
    for one in fresh:
        _set(change, record_type, one, _siblings(one, key_of))
    taken.created = len(fresh)
    taken.updated = sum(
        _set(change, record_type, one, {**one.values, **_siblings(one, key_of)}) for one in known
    )
    taken.unchanged = len(known) - taken.updated


def _siblings(one: _Planned, key_of: Mapping[str, int | None]) -> dict[str, Any]:
    return {name: key_of[title] for name, title in one.siblings.items()}


def _set(
    change: Change, record_type: type[Record], one: _Planned, values: Mapping[str, Any]
) -> bool:
    assert one.key is not None
    return bool(values) and bool(change.set_many(record_type, {one.key: values}))


def _of_project(spec: RecordSpec) -> bool:
    return any(f.name == "project" for f in spec.fields)


def _titles(
    workspace: Workspace, record_type: type[Record], spec: RecordSpec, project: int | None
) -> Names:
    title = getattr(record_type, spec.title_field)
    query = record_type.select(record_type.id, title.alias("title"))
    rows = workspace.rows(_within(query, record_type, spec, project))
    return _by_name((row.id, row.title) for row in rows)


def _names(workspace: Workspace, reference: FieldSpec, project: int | None) -> Names:
    target = workspace.schema.by_name[reference.target]
    spec = spec_of(target)
    code = next((f.name for f in spec.fields if f.kind is Kind.CODE), spec.title_field)
    columns = [getattr(target, name) for name in (spec.title_field, code)]
    query = target.select(target.id, columns[0].alias("title"), columns[1].alias("code"))
    rows = workspace.rows(_within(query, target, spec, project))
    return _by_name(
        (row.id, name)
        for row in rows
        for name in {str(row.title), row.code, f"{row.code} {row.title}"}
    )


def _within(query: Any, record_type: type[Record], spec: RecordSpec, project: int | None) -> Any:
    # Codes are unique in a project only.
    if project is None or not _of_project(spec):
        return query
    return query.where(record_type.project == project)  # type: ignore[attr-defined]


def _by_name(named: Iterable[tuple[int, Any]]) -> Names:
    found: Names = defaultdict(set)
    for key, name in named:
        found[folded(name)].add(key)
    return found
