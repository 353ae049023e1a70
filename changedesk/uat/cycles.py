"""What a person can do with cycles and runs: each action is one undoable change."""

from collections.abc import Sequence
from typing import Any

from changedesk.store.change import Change
from changedesk.store.errors import UserError
from changedesk.store.workspace import Workspace
from changedesk.uat.records import Cycle, Run, Script, ScriptVersion


def add_cycle(workspace: Workspace, project: int, title: str, **fields: Any) -> int:
    """Add a cycle and return its key."""
    with workspace.change(f"Add cycle “{title}”") as change:
        return int(change.add(Cycle(project=project, title=title, **fields)).id)


def plan_runs(
    workspace: Workspace, cycle: int, scripts: Sequence[int], testers: Sequence[int | None]
) -> int:
    """Give each of the scripts to each of the testers (None: nobody yet); return how many are new.

    What is planned already is left alone.
    """
    name = workspace.record_name(cycle)
    with workspace.change(f"Plan {len(scripts)} scripts for {name}") as change:
        return len(plan(workspace, change, cycle, [(s, t) for s in scripts for t in testers]))


def plan(
    workspace: Workspace, change: Change, cycle: int, pairs: Sequence[tuple[int, int | None]]
) -> dict[tuple[int, int | None], int]:
    """Make a first run, within a change, for each script and tester that has none; return them."""
    known = {
        (row.script, row.tester)
        for row in workspace.rows(Run.select(Run.script, Run.tester).where(Run.cycle == cycle))
    }
    wanted = [pair for pair in dict.fromkeys(pairs) if pair not in known]
    versions = current_versions(workspace, [script for script, _ in wanted])
    build = workspace.get(Cycle, cycle).build
    keys = change.add_many(
        Run,
        [
            {
                "cycle": cycle, "script": script, "version": versions[script], "tester": tester,
                "attempt": 1, "build": build,
            }
            for script, tester in wanted
        ],
    )  # fmt: skip
    return dict(zip(wanted, keys, strict=True))


def current_versions(workspace: Workspace, scripts: Sequence[int]) -> dict[int, int]:
    """Return the key of the current version of each script."""
    found: dict[int, int] = {}
    wanted = sorted(set(scripts))
    for start in range(0, len(wanted), 500):
        query = (
            ScriptVersion.select(ScriptVersion.script, ScriptVersion.id)
            .join(Script, on=(Script.id == ScriptVersion.script))
            .where(
                (Script.version == ScriptVersion.number)
                & ScriptVersion.script.in_(wanted[start : start + 500])
            )
        )
        found.update({row.script: row.id for row in workspace.rows(query)})
    return found


def retest(workspace: Workspace, run: int, *, build: str = "") -> int:
    """Start another attempt of a run's script by the same tester; return the new run."""
    old = workspace.get(Run, run)
    last = workspace.rows(
        Run.select(Run.attempt)
        .where((Run.cycle == old.cycle_id) & (Run.script == old.script_id))
        .order_by(Run.attempt.desc())
        .limit(1)
    )
    version = current_versions(workspace, [old.script_id])[old.script_id]
    with workspace.change(f"Retest {workspace.record_name(old.script_id)}") as change:
        fresh = change.add(
            Run(
                cycle=old.cycle_id,
                script=old.script_id,
                version=version,
                tester=old.tester_id,
                attempt=last[0].attempt + 1,
                build=build or workspace.get(Cycle, old.cycle_id).build,
            )
        )
    return int(fresh.id)


def set_status(workspace: Workspace, cycle: int, status: str) -> None:
    """Open, close or reopen a cycle."""
    record = workspace.get(Cycle, cycle)
    words = {"planned": "Plan", "open": "Open", "closed": "Close"}
    if status not in words:
        raise UserError(f"“{status}” is not a status of a cycle.")
    with workspace.change(f"{words[status]} {record.code}") as change:
        change.set(record, status=status)


def unplan(workspace: Workspace, runs: Sequence[int]) -> None:
    """Take runs out of their cycle; raises UserError for one that has results."""
    name = "a run" if len(runs) == 1 else f"{len(runs)} runs"
    with workspace.change(f"Take {name} out") as change:
        change.delete_many(Run, runs)
