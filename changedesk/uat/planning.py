"""Planning a cycle: scripts spread over testers so that everybody has about the same to do."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from changedesk.store.errors import UserError
from changedesk.store.workspace import Workspace
from changedesk.uat.cycles import RunPlan, plan_units, refuse_closed, units_of
from changedesk.uat.latest import latest_runs
from changedesk.uat.records import Run, Script

MINUTES_WITHOUT_ESTIMATE = 15


class Assignment(NamedTuple):
    """A script (with one of its data sets) that a tester shall run; `run` where one is waiting."""

    script: int
    data_set: int | None
    tester: int
    minutes: int
    run: int | None


@dataclass(frozen=True)
class Load:
    """What a tester (None: nobody yet) has to do in a cycle, in estimated minutes."""

    tester: int | None
    runs: int
    minutes: int
    open_runs: int
    open_minutes: int


def balanced(
    minutes: Sequence[int], testers: Sequence[int], load: Mapping[int, int] | None = None
) -> list[int]:
    """Return who takes each piece of work: the longest first, always onto the least loaded.

    `load` is what testers have already, in minutes. Among equals the first one named takes it.
    Raises ValueError without testers.
    """
    if minutes and not testers:
        raise ValueError("nobody to give work to")
    total = {tester: (load or {}).get(tester, 0) for tester in testers}
    takes = [0] * len(minutes)
    for place in sorted(range(len(minutes)), key=lambda place: -minutes[place]):
        tester = min(total, key=total.__getitem__)
        takes[place] = tester
        total[tester] += minutes[place]
    return takes


def loads(workspace: Workspace, cycle: int) -> list[Load]:
    """Return what each tester has to do in a cycle; a script without estimate counts 15 minutes."""
    found: dict[int | None, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for run in latest_runs(workspace, cycle):
        minutes = run.minutes or MINUTES_WITHOUT_ESTIMATE
        parts = (1, minutes, 0 if run.final else 1, 0 if run.final else minutes)
        total = found[run.tester]
        for place, part in enumerate(parts):
            total[place] += part
    return [Load(tester, *total) for tester, total in found.items()]


def balanced_plan(
    workspace: Workspace, cycle: int, scripts: Sequence[int], testers: Sequence[int]
) -> list[Assignment]:
    """Return how `plan_balanced` would spread these scripts; nothing is written.

    What a tester has in this cycle already stays with him; what waits there for somebody is given.
    """
    runs = latest_runs(workspace, cycle)
    taken = {(run.script, run.data_set) for run in runs if run.tester is not None or run.started}
    waiting = {(run.script, run.data_set): run.id for run in runs if run.tester is None}
    units = [
        unit for unit in units_of(workspace, list(dict.fromkeys(scripts))) if unit not in taken
    ]
    estimates = _minutes(workspace, [script for script, _ in units])
    minutes = [estimates[script] for script, _ in units]
    load = {load.tester: load.minutes for load in loads(workspace, cycle) if load.tester}
    chosen = list(dict.fromkeys(testers))
    if not chosen:
        return []
    return [
        Assignment(*unit, tester, time, waiting.get(unit))
        for unit, tester, time in zip(units, balanced(minutes, chosen, load), minutes, strict=True)
    ]


def plan_balanced(
    workspace: Workspace, cycle: int, scripts: Sequence[int], testers: Sequence[int]
) -> int:
    """Spread scripts over testers in one change; return how many runs were made or given.

    Data sets give a run each. Raises UserError for a closed cycle.
    """
    refuse_closed(workspace, cycle)
    plan = balanced_plan(workspace, cycle, scripts, testers)
    if not plan:
        return 0
    name = workspace.record_name(cycle)
    people = len({one.tester for one in plan})
    with workspace.change(f"Spread {len(plan)} runs over {people} testers in {name}") as change:
        change.set_many(Run, {one.run: {"tester": one.tester} for one in plan if one.run})
        fresh = [RunPlan(one.script, one.data_set, one.tester) for one in plan if not one.run]
        plan_units(workspace, change, cycle, fresh)
    return len(plan)


def assign(workspace: Workspace, runs: Sequence[int], tester: int | None) -> int:
    """Give runs that nobody has started to a tester (None: to nobody); return how many changed.

    Raises UserError for a script that the tester has in this cycle already: it would count twice.
    """
    rows = workspace.rows(
        Run.select(Run.id, Run.tester).where(Run.id.in_(list(runs)) & Run.started.is_null())
    )
    moved = [row.id for row in rows if row.tester != tester]
    if moved:
        _refuse_twice(workspace, moved, tester)
        label = "Give a run" if len(moved) == 1 else f"Give {len(moved)} runs"
        whom = workspace.record_name(tester) if tester is not None else "nobody"
        with workspace.change(f"{label} to {whom}") as change:
            change.set_many(Run, {run: {"tester": tester} for run in moved})
    return len(moved)


def _refuse_twice(workspace: Workspace, runs: Sequence[int], tester: int | None) -> None:
    if tester is None:
        return
    with workspace.connected() as sql:
        rows = sql.by_keys(
            "SELECT run.id, own.id, own.repeats_id, own.tester_id, script.code, cycle.code "
            "FROM run JOIN run own ON own.cycle_id = run.cycle_id "
            "AND own.script_id = run.script_id "
            "LEFT JOIN data_set d ON d.id = run.data_set_id "
            "LEFT JOIN data_set same ON same.id = own.data_set_id "
            "JOIN script ON script.id = run.script_id JOIN cycle ON cycle.id = run.cycle_id "
            "WHERE run.id IN ({keys}) AND COALESCE(same.name, '') = COALESCE(d.name, '') "
            "ORDER BY script.code, own.id",
            runs,
        )
    repeats = {own: again for _, own, again, *_ in rows}
    moved, name = set(runs), workspace.record_name(tester)
    for run, own, _, owner, script, cycle in rows:
        # What a retest repeats is the same piece of work, whoever did it.
        if own in _chain(run, repeats):
            continue
        if owner == tester:
            raise UserError(f"{name} has {script} in {cycle} already: give it to somebody else.")
        if own in moved and run not in _chain(own, repeats):
            raise UserError(f"{name} would have {script} in {cycle} twice: give away one of them.")


def _chain(run: int, repeats: Mapping[int, int | None]) -> set[int]:
    found: set[int] = set()
    here: int | None = run
    while here is not None and here not in found:
        found.add(here)
        here = repeats.get(here)
    return found


def _minutes(workspace: Workspace, scripts: Sequence[int]) -> dict[int, int]:
    rows = workspace.rows(
        Script.select(Script.id, Script.minutes).where(Script.id.in_(sorted(set(scripts))))
    )
    return {row.id: row.minutes or MINUTES_WITHOUT_ESTIMATE for row in rows}
