"""What the plan of a cycle is made from, and what it would mean for everybody; for workers."""

from collections import defaultdict
from dataclasses import dataclass

from changedesk.people import queries as people_queries
from changedesk.people.queries import PersonRow
from changedesk.store.workspace import Workspace
from changedesk.uat import cycles, planning, queries
from changedesk.uat.latest import latest_runs
from changedesk.uat.planning import MINUTES_WITHOUT_ESTIMATE
from changedesk.uat.queries import ScriptRow
from changedesk.uat.records import Script


@dataclass(frozen=True)
class PlanChoices:
    """What a plan is made from."""

    scripts: tuple[ScriptRow, ...]
    people: tuple[PersonRow, ...]


@dataclass(frozen=True)
class Wish:
    """What was ticked: who (None: nobody yet) runs what; shared out, or everybody everything."""

    scripts: tuple[int, ...]
    testers: tuple[int | None, ...]
    shared: bool


@dataclass(frozen=True)
class TesterLoad:
    """What somebody would have to do in the cycle: runs, minutes, and how many minutes are new."""

    tester: int | None
    name: str
    runs: int
    minutes: int
    fresh: int


@dataclass(frozen=True)
class PlanPreview:
    """What a wish would make: new runs, how many are there already, and the load of each."""

    wish: Wish
    fresh: int
    known: int
    loads: tuple[TesterLoad, ...]


def read_choices(workspace: Workspace, project: int) -> PlanChoices:
    """Read what can be planned."""
    found = queries.scripts(workspace, project)
    return PlanChoices(
        tuple(script for script in found if script.status != "retired"),
        tuple(people_queries.people(workspace)),
    )


def read_preview(workspace: Workspace, cycle: int, wish: Wish) -> PlanPreview:
    """Read what a wish would mean; nothing is written."""
    with workspace.snapshot():
        units = cycles.units_of(workspace, wish.scripts)
        fresh = _fresh(workspace, cycle, wish, units)
        whole = len(units) if wish.shared else len(units) * len(wish.testers)
        names = {one.id: one.name for one in people_queries.people(workspace)}
        now = {load.tester: load for load in planning.loads(workspace, cycle)}
    added: dict[int | None, list[int]] = defaultdict(list)
    for tester, minutes in fresh:
        added[tester].append(minutes)
    # Those who are being given something come first.
    shown = sorted(
        {*now, *wish.testers},
        key=lambda key: (key not in wish.testers, key is None, names.get(key or 0, "")),
    )
    loads = [
        TesterLoad(
            tester,
            names.get(tester or 0, ""),
            (now[tester].runs if tester in now else 0) + len(added[tester]),
            (now[tester].minutes if tester in now else 0) + sum(added[tester]),
            sum(added[tester]),
        )
        for tester in shown
    ]
    return PlanPreview(wish, len(fresh), whole - len(fresh), tuple(loads))


def _fresh(
    workspace: Workspace, cycle: int, wish: Wish, units: list[tuple[int, int | None]]
) -> list[tuple[int | None, int]]:
    # Each new run as its tester and its minutes.
    if wish.shared:
        testers = [tester for tester in wish.testers if tester is not None]
        plan = planning.balanced_plan(workspace, cycle, wish.scripts, testers)
        return [(one.tester, one.minutes) for one in plan]
    rows = workspace.rows(
        Script.select(Script.id, Script.minutes).where(Script.id.in_(list(wish.scripts)))
    )
    minutes = {row.id: row.minutes or MINUTES_WITHOUT_ESTIMATE for row in rows}
    known = {(run.script, run.data_set, run.tester) for run in latest_runs(workspace, cycle)}
    return [
        (tester, minutes[unit[0]])
        for unit in units
        for tester in wish.testers
        if (*unit, tester) not in known
    ]


def write_plan(workspace: Workspace, cycle: int, wish: Wish) -> int:
    """Carry a wish out in one change; return how many runs are new."""
    if wish.shared:
        testers = [tester for tester in wish.testers if tester is not None]
        return planning.plan_balanced(workspace, cycle, wish.scripts, testers)
    return cycles.plan_runs(workspace, cycle, wish.scripts, wish.testers)
