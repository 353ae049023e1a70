"""Takes drafts in as records that are known again by their source's key."""

from collections.abc import Mapping, Sequence
from typing import Any

from changedesk.exchange.making import Taken, named_fields, update_many
from changedesk.store.change import Change
from changedesk.store.fields import Kind
from changedesk.store.origins import origins
from changedesk.store.records import Record
from changedesk.store.rows import column_values
from changedesk.store.spec import spec_of
from changedesk.store.workspace import Workspace

Fields = Mapping[str, Any]
_OWN = frozenset({"id", "project", "code", "source_id", "source_key", "further"})


def known_keys(workspace: Workspace, record_type: type[Record], project: int) -> dict[str, int]:
    """Return the records of a project that an import brought, by their source's key."""
    key, owner = record_type.source_key, record_type.project  # type: ignore[attr-defined]
    rows = workspace.rows(
        record_type.select(record_type.id, key).where((owner == project) & (key != ""))
    )
    return {row.source_key: row.id for row in rows}


def take_keyed(
    workspace: Workspace,
    change: Change,
    record_type: type[Record],
    project: int,
    drafts: Sequence[tuple[str, Fields]],
    taken: Taken,
) -> list[int]:
    """Make or update a record for each (source key, fields); return their keys in order."""
    known = known_keys(workspace, record_type, project)
    fresh = {key: fields for key, fields in drafts if key not in known}
    there = {known[key]: fields for key, fields in drafts if key in known}
    made = change.add_many(
        record_type,
        [{"project": project, "source_key": key, **fields} for key, fields in fresh.items()],
    )
    name = spec_of(record_type).type_name
    taken.add(name, len(made))
    _tell_emptied(workspace, record_type, there, taken)
    differing = update_many(workspace, change, record_type, there, taken)
    taken.alter(name, len(differing))
    taken.unchanged += len(there) - len(differing)
    known.update(zip(fresh, made, strict=True))
    return [known[key] for key, _ in drafts]


def _tell_emptied(
    workspace: Workspace, record_type: type[Record], there: Mapping[int, Fields], taken: Taken
) -> None:
    """Say which values of the last import the file has no more, and that they stay.

    A record is known again by a key of the same headings: what is not told is an empty cell.
    """
    spec = spec_of(record_type)
    names = [
        field.name
        for field in spec.shown
        if field.name not in _OWN and field.kind is not Kind.YES_NO
    ]
    usual = {name: getattr(record_type, name).default for name in names}
    with workspace.connected() as sql:
        now = {name: column_values(sql, record_type, name, list(there)) for name in names}
        untold = [
            (key, name)
            for key, fields in there.items()
            for name in names
            if name not in fields and now[name].get(key) not in (None, "", usual[name])
        ]
        found = origins(sql, untold)
    emptied = [pair for pair in untold if pair in found and found[pair].said]
    if emptied:
        taken.warnings.append(
            "Empty in the file now, or not to be read, and kept here as it was: "
            f"{named_fields(workspace, record_type, emptied)}. Where it no longer holds, empty it "
            "here."
        )


def fill_in(
    workspace: Workspace,
    change: Change,
    record_type: type[Record],
    wanted: Mapping[int, Fields],
    taken: Taken,
) -> set[int]:
    """Set fields that are still empty; return the keys of the records that got something."""
    names = sorted({name for fields in wanted.values() for name in fields})
    with workspace.connected() as sql:
        now = {name: column_values(sql, record_type, name, list(wanted)) for name in names}
    empty = {
        key: told
        for key, fields in wanted.items()
        if (told := {n: v for n, v in fields.items() if now[n].get(key) in (None, "")})
    }
    return update_many(workspace, change, record_type, empty, taken)
