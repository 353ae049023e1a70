"""What a person can do with scripts and their steps: each action is one undoable change.

Steps that a run has started on are never altered: the first edit after that makes a new version.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from changedesk.store.change import Change
from changedesk.store.errors import UserError
from changedesk.store.workspace import Workspace
from changedesk.uat.records import Run, Script, ScriptVersion, Step

StepFields = Mapping[str, str]


def add_script(
    workspace: Workspace,
    project: int,
    title: str,
    steps: Sequence[StepFields] = (),
    **fields: Any,
) -> int:
    """Add a script with its steps (`do`, `data`, `expected`) and return its key."""
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
    query = (
        ScriptVersion.select(ScriptVersion.id)
        .join(Script, on=(Script.id == ScriptVersion.script))
        .where((Script.id == script) & (Script.version == ScriptVersion.number))
    )
    found = workspace.value(query)
    if found is None:
        raise UserError("This script is not there any more.")
    return int(found)


def steps_of(workspace: Workspace, version: int) -> list[Step]:
    """Return the steps of a version in order."""
    rows = workspace.rows(
        Step.select(Step.id, Step.position, Step.do, Step.data, Step.expected)
        .where(Step.version == version)
        .order_by(Step.position, Step.id)
    )
    return [
        Step(id=r.id, position=r.position, do=r.do, data=r.data, expected=r.expected) for r in rows
    ]


def parts_of(workspace: Workspace, script: int) -> list[int]:
    """Return the keys of a script and of all its steps: what its history is about."""
    query = (
        Step.select(Step.id)
        .join(ScriptVersion, on=(ScriptVersion.id == Step.version))
        .where(ScriptVersion.script == script)
    )
    return [script, *(row.id for row in workspace.rows(query))]


def add_step(workspace: Workspace, script: int, at: int | None = None, **fields: str) -> int:
    """Add a step at place `at` (from 1; the end when None) and return its key."""
    return add_steps(workspace, script, [fields], at)[0]


def add_steps(
    workspace: Workspace, script: int, steps: Sequence[StepFields], at: int | None = None
) -> list[int]:
    """Add steps, such as a block pasted from Excel, at place `at`; return their keys."""
    label = "Add a step" if len(steps) == 1 else f"Add {len(steps)} steps"
    with workspace.change(f"{label} to {workspace.record_name(script)}") as change:
        version, _ = _open_version(workspace, change, script)
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
        version, moved = _open_version(workspace, change, script)
        now = {key: moved.get(key, key) for key in edits}
        _refuse_older(workspace, version, now.values())
        change.set_many(Step, {now[key]: fields for key, fields in edits.items()})
    return now


def remove_steps(workspace: Workspace, script: int, keys: Sequence[int]) -> None:
    """Take steps out; the following ones move up."""
    label = "Remove a step" if len(keys) == 1 else f"Remove {len(keys)} steps"
    with workspace.change(f"{label} from {workspace.record_name(script)}") as change:
        version, moved = _open_version(workspace, change, script)
        gone = {moved.get(key, key) for key in keys}
        _refuse_older(workspace, version, gone)
        change.delete_many(Step, sorted(gone))
        _number(change, [step for step in steps_of(workspace, version) if step.id not in gone])


def move_step(workspace: Workspace, script: int, key: int, to: int) -> None:
    """Move a step to place `to` (from 1)."""
    with workspace.change(f"Move a step of {workspace.record_name(script)}") as change:
        version, moved = _open_version(workspace, change, script)
        now = steps_of(workspace, version)
        _refuse_older(workspace, version, [moved.get(key, key)])
        one = next(step for step in now if step.id == moved.get(key, key))
        now.remove(one)
        now.insert(max(0, to - 1), one)
        _number(change, now)


def remove_scripts(workspace: Workspace, keys: Sequence[int]) -> None:
    """Withdraw scripts with their steps; raises UserError for one that has runs."""
    name = workspace.record_name(keys[0]) if len(keys) == 1 else f"{len(keys)} scripts"
    with workspace.change(f"Remove {name}") as change:
        change.delete_many(Script, keys)


def replace_steps(
    workspace: Workspace, change: Change, script: int, steps: Sequence[StepFields]
) -> bool:
    """Give a script these steps, as an import does; return whether they differ from its own."""
    version = current_version(workspace, script)
    now = steps_of(workspace, version)
    wanted = [(s.get("do", ""), s.get("data", ""), s.get("expected", "")) for s in steps]
    if [(step.do, step.data, step.expected) for step in now] == wanted:
        return False
    version, _ = _open_version(workspace, change, script, copy=False)
    change.delete_many(Step, [step.id for step in steps_of(workspace, version)])
    change.add_many(
        Step,
        [
            {"version": version, "position": place, **step}
            for place, step in enumerate(steps, start=1)
        ],
    )
    return True


def _refuse_older(workspace: Workspace, version: int, keys: Iterable[int]) -> None:
    # Steps of an earlier version have results that were recorded against these very words.
    current = {step.id for step in steps_of(workspace, version)}
    if not current.issuperset(keys):
        raise UserError("These steps were changed elsewhere just now: look at them again.")


def _number(change: Change, steps: Sequence[Step]) -> None:
    change.set_many(
        Step, {step.id: {"position": place} for place, step in enumerate(steps, start=1)}
    )


def _open_version(
    workspace: Workspace, change: Change, script: int, *, copy: bool = True
) -> tuple[int, dict[int, int]]:
    # The version to edit, and under which keys the steps stand there, when it is a new one.
    version = current_version(workspace, script)
    started = Run.select(Run.id).where((Run.version == version) & Run.started.is_null(False))
    if workspace.value(started) is None:
        return version, {}
    record = workspace.get(Script, script)
    number = (record.version or 1) + 1
    (fresh,) = change.add_many(ScriptVersion, [{"script": script, "number": number}])
    change.set(record, version=number)
    if not copy:
        return fresh, {}
    old = steps_of(workspace, version)
    keys = change.add_many(
        Step,
        [
            {
                "version": fresh, "position": step.position, "do": step.do, "data": step.data,
                "expected": step.expected,
            }
            for step in old
        ],
    )  # fmt: skip
    return fresh, {step.id: key for step, key in zip(old, keys, strict=True)}
