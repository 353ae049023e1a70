"""What a person can do with the data sets of a script: each action is one undoable change.

They belong to a version, as steps do: once a run has started on it, editing makes the next one.
"""

from collections.abc import Iterable, Mapping, Sequence

from changedesk.store.errors import UserError
from changedesk.store.workspace import Workspace
from changedesk.uat.filling import places
from changedesk.uat.records import DataSet, Script
from changedesk.uat.scripts import current_version, data_sets_of, open_version, steps_of

SetFields = Mapping[str, str]


def add_data_sets(workspace: Workspace, script: int, sets: Sequence[SetFields]) -> list[int]:
    """Add data sets (`name`, and `values` as lines "name = value"); return their keys."""
    label = "Add a data set" if len(sets) == 1 else f"Add {len(sets)} data sets"
    with workspace.change(f"{label} to {workspace.record_name(script)}") as change:
        version, _ = open_version(workspace, change, script)
        count = len(data_sets_of(workspace, version))
        return change.add_many(
            DataSet,
            [
                {"version": version, "position": place, **fields}
                for place, fields in enumerate(sets, start=count + 1)
            ],
        )


def edit_data_sets(
    workspace: Workspace, script: int, edits: Mapping[int, SetFields]
) -> dict[int, int]:
    """Edit data sets by key; return under which key each edited one stands now."""
    with workspace.change(f"Edit data of {workspace.record_name(script)}") as change:
        version, moved = open_version(workspace, change, script)
        now = {key: moved.get(key, key) for key in edits}
        _refuse_older(workspace, version, now.values())
        change.set_many(DataSet, {now[key]: fields for key, fields in edits.items()})
    return now


def remove_data_sets(workspace: Workspace, script: int, keys: Sequence[int]) -> None:
    """Take data sets out; raises UserError for one that a run is planned with."""
    label = "Remove a data set" if len(keys) == 1 else "Remove data sets"
    with workspace.change(f"{label} from {workspace.record_name(script)}") as change:
        version, moved = open_version(workspace, change, script)
        gone = {moved.get(key, key) for key in keys}
        _refuse_older(workspace, version, gone)
        change.delete_many(DataSet, sorted(gone))
        left = [one for one in data_sets_of(workspace, version) if one.id not in gone]
        change.set_many(
            DataSet, {one.id: {"position": place} for place, one in enumerate(left, start=1)}
        )


def names_in(workspace: Workspace, script: int) -> list[str]:
    """Return the names that a script leaves a place for, such as "amount" in "Refund <amount>"."""
    record = workspace.get(Script, script)
    texts = [record.text, record.preconditions, record.test_data]
    for step in steps_of(workspace, current_version(workspace, script)):
        texts += [step.do, step.data, step.expected]
    return list(dict.fromkeys(name for text in texts for name in places(text)))


def _refuse_older(workspace: Workspace, version: int, keys: Iterable[int]) -> None:
    current = {one.id for one in data_sets_of(workspace, version)}
    if not current.issuperset(keys):
        raise UserError("These data sets were changed elsewhere just now: look at them again.")
