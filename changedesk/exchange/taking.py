"""Taking read rows in as records of any type: what is there already is not made again."""

from dataclasses import dataclass, field
from typing import Any

from changedesk.exchange.drafts import RowNote
from changedesk.exchange.records import RecordImport
from changedesk.store.fields import Kind
from changedesk.store.records import Record
from changedesk.store.spec import FieldSpec, RecordSpec, spec_of
from changedesk.store.workspace import Workspace


@dataclass
class TakenRecords:
    """What became of the rows of a file."""

    created: int = 0
    updated: int = 0
    unchanged: int = 0
    rejected: list[RowNote] = field(default_factory=list)


def take_records(
    workspace: Workspace,
    record_type: type[Record],
    found: RecordImport,
    *,
    project: int | None = None,
) -> TakenRecords:
    """Make a record of each row within one change; a record is known again by its title.

    A row whose reference names nothing that is there is rejected.
    """
    spec = spec_of(record_type)
    taken = TakenRecords()
    names = {f.name: _names(workspace, f) for f in spec.fields if f.target}
    known = _known(workspace, record_type, spec, project)
    fresh: dict[str, dict[str, Any]] = {}
    changed: dict[int, dict[str, Any]] = {}
    for row in found.rows:
        values: dict[str, Any] = dict(row.values)
        missing = _look_up(spec, values, names)
        if missing:
            taken.rejected.append(RowNote(row.where, missing))
            continue
        title = str(values.get(spec.title_field) or "").casefold()
        if title in known:
            changed[known[title]] = values
        elif title in fresh:
            fresh[title].update(values)
        else:
            fresh[title] = values | ({"project": project} if _has_project(spec) else {})
    with workspace.change(f"Import {found.file}") as change:
        taken.created = len(change.add_many(record_type, list(fresh.values())))
        for key, values in changed.items():
            different = change.set_many(record_type, {key: values})
            taken.updated += bool(different)
            taken.unchanged += not different
    return taken


def _has_project(spec: RecordSpec) -> bool:
    return any(f.target == "project" for f in spec.fields)


def _look_up(spec: RecordSpec, values: dict[str, Any], names: dict[str, dict[str, int]]) -> str:
    for name, known in names.items():
        text = values.get(name)
        if text is None:
            continue
        values[name] = known.get(str(text).casefold()) if text else None
        if text and values[name] is None:
            return f"“{text}” is no “{spec.field(name).label}” in this workspace"
    return ""


def _names(workspace: Workspace, reference: FieldSpec) -> dict[str, int]:
    target = workspace.schema.by_name[reference.target]
    spec = spec_of(target)
    columns = [spec.title_field, *(f.name for f in spec.fields if f.kind is Kind.CODE)]
    found: dict[str, int] = {}
    for name in columns:
        query = target.select(target.id, getattr(target, name).alias("name"))
        found |= {str(row.name).casefold(): row.id for row in workspace.rows(query)}
    return found


def _known(
    workspace: Workspace, record_type: type[Record], spec: RecordSpec, project: int | None
) -> dict[str, int]:
    title = getattr(record_type, spec.title_field)
    query = record_type.select(record_type.id, title.alias("title")).order_by(record_type.id.desc())
    if _has_project(spec):
        query = query.where(record_type.project == project)  # type: ignore[attr-defined]
    return {str(row.title).casefold(): row.id for row in workspace.rows(query)}
