"""Takes drafts in as records that are known again by their source's key."""

from collections.abc import Mapping, Sequence
from typing import Any

from changedesk.exchange.making import Taken, update_many
from changedesk.store.change import Change
from changedesk.store.records import Record
from changedesk.store.rows import column_values
from changedesk.store.spec import spec_of
from changedesk.store.workspace import Workspace

Fields = Mapping[str, Any]


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
    differing = update_many(workspace, change, record_type, there, taken)
    taken.alter(name, len(differing))
    taken.unchanged += len(there) - len(differing)
    known.update(zip(fresh, made, strict=True))
    return [known[key] for key, _ in drafts]


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
