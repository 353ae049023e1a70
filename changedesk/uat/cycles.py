"""What a person can do with cycles and runs: each action is one undoable change."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from changedesk.store.change import Change
from changedesk.store.errors import UserError
from changedesk.store.workspace import Workspace
from changedesk.uat.latest import DATA_SET_NOW
from changedesk.uat.records import Cycle, DataSet, Run
from changedesk.uat.versions import newest_versions


def add_cycle(workspace: Workspace, project: int, title: str, **fields: Any) -> int:
    """Add a cycle and return its key."""
    with workspace.change(f"Add cycle “{title}”") as change:
        return int(change.add(Cycle(project=project, title=title, **fields)).id)


@dataclass(frozen=True)
class RunPlan:
    """A run to be made: a script, with one of its data sets if it has any, for a tester."""

    script: int
    data_set: int | None
    tester: int | None


def plan_runs(
    workspace: Workspace, cycle: int, scripts: Sequence[int], testers: Sequence[int | None]
) -> int:
    """Give each of the scripts to each of the testers (None: nobody yet); return how many are new.

    A data-driven script gives a run with each data set. What is planned already is left alone.
    Raises UserError for a closed cycle.
    """
    refuse_closed(workspace, cycle)
    name = workspace.record_name(cycle)
    units = units_of(workspace, scripts)
    wanted = [RunPlan(*unit, tester) for unit in units for tester in testers]
    with workspace.change(f"Plan {len(scripts)} scripts for {name}") as change:
        return len(plan_units(workspace, change, cycle, wanted))


def plan(
    workspace: Workspace, change: Change, cycle: int, pairs: Sequence[tuple[int, int | None]]
) -> dict[tuple[int, int | None], int]:
    """Make a first run, within a change, for each script and tester that has none; return them."""
    known = {
        (row.script, row.tester)
        for row in workspace.rows(Run.select(Run.script, Run.tester).where(Run.cycle == cycle))
    }
    wanted = [
        RunPlan(script, None, tester)
        for script, tester in dict.fromkeys(pairs)
        if (script, tester) not in known
    ]
    made = plan_units(workspace, change, cycle, wanted)
    return {(run.script, run.tester): key for run, key in made.items()}


def plan_units(
    workspace: Workspace, change: Change, cycle: int, wanted: Sequence[RunPlan]
) -> dict[RunPlan, int]:
    """Make a first run, within a change, for each that is not planned yet; return them."""
    with workspace.connected() as sql:
        rows = sql.rows(
            f"SELECT run.script_id, {DATA_SET_NOW}, run.tester_id FROM run "
            "JOIN script ON script.id = run.script_id WHERE run.cycle_id = ?",
            (cycle,),
        )
    known = {RunPlan(*row) for row in rows}
    fresh = [run for run in dict.fromkeys(wanted) if run not in known]
    versions = current_versions(workspace, [run.script for run in fresh])
    build = workspace.get(Cycle, cycle).build
    keys = change.add_many(
        Run,
        [
            {
                "cycle": cycle, "script": run.script, "version": versions[run.script],
                "data_set": run.data_set, "tester": run.tester, "attempt": 1, "build": build,
            }
            for run in fresh
        ],
    )  # fmt: skip
    return dict(zip(fresh, keys, strict=True))


def units_of(workspace: Workspace, scripts: Sequence[int]) -> list[tuple[int, int | None]]:
    """Return what is to be run of scripts: each with each of its data sets, or (script, None)."""
    wanted = list(dict.fromkeys(scripts))
    versions = current_versions(workspace, wanted)
    with workspace.connected() as sql:
        rows = sql.by_keys(
            "SELECT version_id, id FROM data_set WHERE version_id IN ({keys}) "
            "ORDER BY version_id, position, id",
            list(versions.values()),
        )
    sets: dict[int, list[int | None]] = {}
    for version, key in rows:
        sets.setdefault(version, []).append(key)
    return [
        (script, one)
        for script in wanted
        if script in versions
        for one in sets.get(versions[script], [None])
    ]


def current_versions(workspace: Workspace, scripts: Sequence[int]) -> dict[int, int]:
    """Return the key of the current version of each script."""
    with workspace.connected() as sql:
        return newest_versions(sql, scripts)


def retest(workspace: Workspace, run: int, *, build: str = "") -> int:
    """Start another attempt of a run's script by the same tester; return the new run.

    Raises UserError for a closed cycle.
    """
    old = workspace.get(Run, run)
    refuse_closed(workspace, old.cycle_id)
    with workspace.change(f"Retest {workspace.record_name(old.script_id)}") as change:
        return add_attempt(workspace, change, old, old.cycle_id, build)


def add_attempt(workspace: Workspace, change: Change, old: Run, cycle: int, build: str = "") -> int:
    """Make another attempt of a run in a cycle, its own or a later one, within a change."""
    last = workspace.rows(
        Run.select(Run.attempt)
        .where((Run.cycle == cycle) & (Run.script == old.script_id))
        .order_by(Run.attempt.desc())
        .limit(1)
    )
    version = current_versions(workspace, [old.script_id])[old.script_id]
    fresh = change.add(
        Run(
            cycle=cycle,
            script=old.script_id,
            version=version,
            tester=old.tester_id,
            data_set=same_data_set(workspace, old, version),
            attempt=last[0].attempt + 1 if last else 1,
            repeats=old.id if old.cycle_id == cycle else None,
            build=build or workspace.get(Cycle, cycle).build,
        )
    )
    return int(fresh.id)


def same_data_set(workspace: Workspace, run: Run, version: int) -> int | None:
    """Return the data set of a run as another version of its script has it, by its name."""
    if run.data_set_id is None:
        return None
    name = workspace.get(DataSet, run.data_set_id).name
    known = workspace.find(DataSet, version=version, name=name)
    return int(known.id) if known is not None else run.data_set_id


def set_status(workspace: Workspace, cycle: int, status: str) -> None:
    """Open, close or reopen a cycle."""
    record = workspace.get(Cycle, cycle)
    words = {"planned": "Plan", "open": "Open", "closed": "Close"}
    if status not in words:
        raise UserError(f"“{status}” is not a status of a cycle.")
    word = "Reopen" if record.status == "closed" and status == "open" else words[status]
    with workspace.change(f"{word} {record.code}") as change:
        change.set(record, status=status)


def refuse_closed(workspace: Workspace, cycle: int) -> None:
    """Raise UserError for a cycle that was closed: nothing is added to it until it is reopened."""
    record = workspace.get(Cycle, cycle)
    if record.status == "closed":
        raise UserError(f"{record.code} is closed: reopen it first.", about="cycle")


def unplan(workspace: Workspace, runs: Sequence[int]) -> None:
    """Take runs out of their cycle; raises UserError for one with results or of a closed one."""
    name = "a run" if len(runs) == 1 else f"{len(runs)} runs"
    rows = workspace.rows(Run.select(Run.cycle).where(Run.id.in_(list(runs))).distinct())
    for row in rows:
        refuse_closed(workspace, row.cycle)
    with workspace.change(f"Take {name} out") as change:
        change.delete_many(Run, runs)
