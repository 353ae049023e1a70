"""What a person can do with scripts and their steps: each action is one undoable change.

Steps that a run has started on are never altered: the first edit after that makes a new version.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar

from changedesk.store.change import Change
from changedesk.store.errors import UserError
from changedesk.store.workspace import Workspace
from changedesk.uat.records import DataSet, Run, Script, ScriptVersion, Step
from changedesk.uat.versions import is_unsettled, newest_versions, next_numbers

P = TypeVar("P", Step, DataSet)
StepFields = Mapping[str, Any]


def add_script(
    workspace: Workspace,
    project: int,
    title: str,
    steps: Sequence[StepFields] = (),
    **fields: Any,
) -> int:
    """Add a script with its steps (fields of `Step`, such as `do`) and return its key."""
    with workspace.change(f"Add script “{title}”") as change:
        (key,) = add_scripts(change, [{"project": project, "title": title, **fields}], [steps])
    return key


def add_scripts(
    change: Change, scripts: Sequence[dict[str, Any]], steps: Sequence[Sequence[StepFields]]
) -> list[int]:
    """Add many scripts within a change, the steps of each beside it; return their keys."""
    for script in scripts:
        script["version"] = 1
    keys = change.add_many(Script, scripts)
    versions = change.add_many(ScriptVersion, [{"script": key, "number": 1} for key in keys])
    change.add_many(
        Step,
        [
            {"version": version, "position": place, **step}
            for version, own in zip(versions, steps, strict=True)
            for place, step in enumerate(own, start=1)
        ],
    )
    return keys


def current_version(workspace: Workspace, script: int) -> int:
    """Return the key of the version that a new run of the script gets."""
    with workspace.connected() as sql:
        found = newest_versions(sql, [script]).get(script)
    if found is None:
        raise UserError("This script is not there any more.")
    return found


def steps_of(workspace: Workspace, version: int) -> list[Step]:
    """Return the steps of a version in order."""
    return _parts(workspace, Step, version)


def data_sets_of(workspace: Workspace, version: int) -> list[DataSet]:
    """Return the data sets of a version in order."""
    return _parts(workspace, DataSet, version)


def _parts(workspace: Workspace, record_type: type[P], version: int) -> list[P]:
    query = (
        record_type.select(record_type.id, *_told_of(record_type))
        .where(record_type.version == version)
        .order_by(record_type.position, record_type.id)
    )
    return [record_type(**row._asdict()) for row in workspace.rows(query)]


def _told_of(record_type: type[Step] | type[DataSet]) -> list[Any]:
    # What a part says, its place included, but not which version it belongs to.
    fields = record_type._meta.sorted_fields
    return [field for field in fields if field.name not in ("id", "version")]


def parts_of(workspace: Workspace, script: int) -> list[int]:
    """Return the keys of a script and of all its steps: what its history is about."""
    query = (
        Step.select(Step.id)
        .join(ScriptVersion, on=(ScriptVersion.id == Step.version))
        .where(ScriptVersion.script == script)
    )
    return [script, *(row.id for row in workspace.rows(query))]


def add_step(workspace: Workspace, script: int, at: int | None = None, **fields: Any) -> int:
    """Add a step at place `at` (from 1; the end when None) and return its key."""
    return add_steps(workspace, script, [fields], at)[0]


def add_steps(
    workspace: Workspace, script: int, steps: Sequence[StepFields], at: int | None = None
) -> list[int]:
    """Add steps, such as a block pasted from Excel, at place `at`; return their keys."""
    label = "Add a step" if len(steps) == 1 else f"Add {len(steps)} steps"
    with workspace.change(f"{label} to {workspace.record_name(script)}") as change:
        version, _ = open_version(workspace, change, script)
        now = steps_of(workspace, version)
        place = len(now) + 1 if at is None else max(1, min(at, len(now) + 1))
        later = {s.id: {"position": s.position + len(steps)} for s in now if s.position >= place}
        change.set_many(Step, later)
        return change.add_many(
            Step,
            [
                {"version": version, "position": place + offset, **step}
                for offset, step in enumerate(steps)
            ],
        )


def edit_steps(
    workspace: Workspace, script: int, edits: Mapping[int, StepFields]
) -> dict[int, int]:
    """Edit steps by key; return under which key each edited step stands now."""
    with workspace.change(f"Edit steps of {workspace.record_name(script)}") as change:
        version, moved = open_version(workspace, change, script)
        now = {key: moved.get(key, key) for key in edits}
        _refuse_older(workspace, version, now.values())
        change.set_many(Step, {now[key]: fields for key, fields in edits.items()})
    return now


def remove_steps(workspace: Workspace, script: int, keys: Sequence[int]) -> None:
    """Take steps out; the following ones move up."""
    label = "Remove a step" if len(keys) == 1 else f"Remove {len(keys)} steps"
    with workspace.change(f"{label} from {workspace.record_name(script)}") as change:
        version, moved = open_version(workspace, change, script)
        gone = {moved.get(key, key) for key in keys}
        _refuse_older(workspace, version, gone)
        change.delete_many(Step, sorted(gone))
        _number(change, [step for step in steps_of(workspace, version) if step.id not in gone])


def move_step(workspace: Workspace, script: int, key: int, to: int) -> None:
    """Move a step to place `to` (from 1)."""
    with workspace.change(f"Move a step of {workspace.record_name(script)}") as change:
        version, moved = open_version(workspace, change, script)
        now = steps_of(workspace, version)
        _refuse_older(workspace, version, [moved.get(key, key)])
        one = next(step for step in now if step.id == moved.get(key, key))
        now.remove(one)
        now.insert(max(0, to - 1), one)
        _number(change, now)


def _refuse_older(workspace: Workspace, version: int, keys: Iterable[int]) -> None:
    # Steps of an earlier version have results that were recorded against these very words.
    current = {step.id for step in steps_of(workspace, version)}
    if not current.issuperset(keys):
        raise UserError("These steps were changed elsewhere just now: look at them again.")


def _number(change: Change, steps: Sequence[Step]) -> None:
    change.set_many(
        Step, {step.id: {"position": place} for place, step in enumerate(steps, start=1)}
    )


def open_version(workspace: Workspace, change: Change, script: int) -> tuple[int, dict[int, int]]:
    """Return the version of a script to edit within a change: a new one where the last was run.

    So it is where two copies each made one: both stay as they were, and this one follows them.

    Beside it stand the keys that steps and data sets have in a new version, by those they had.
    """
    version = current_version(workspace, script)
    started = Run.select(Run.id).where((Run.version == version) & Run.started.is_null(False))
    with workspace.connected() as sql:
        if workspace.value(started) is None and not is_unsettled(sql, script):
            return version, {}
        number = next_numbers(sql, [script])[script]
    record = workspace.get(Script, script)
    (fresh,) = change.add_many(ScriptVersion, [{"script": script, "number": number}])
    change.set(record, version=number)
    moved = _copied(workspace, change, Step, version, fresh)
    return fresh, moved | _copied(workspace, change, DataSet, version, fresh)


def _copied(
    workspace: Workspace, change: Change, record_type: type[P], version: int, fresh: int
) -> dict[int, int]:
    names = [field.name for field in _told_of(record_type)]
    old = _parts(workspace, record_type, version)
    copies = [{"version": fresh, **{name: getattr(part, name) for name in names}} for part in old]
    keys = change.add_many(record_type, copies)
    return dict(zip((part.id for part in old), keys, strict=True))
