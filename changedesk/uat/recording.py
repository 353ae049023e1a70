"""Recording a result by the names that people use: script, number of the step, tester."""

from dataclasses import dataclass

from changedesk.people.actions import person_called
from changedesk.store.change import Change
from changedesk.store.errors import UserError
from changedesk.store.workspace import Workspace
from changedesk.uat.capture import (
    CODES,
    TRIED,
    Picture,
    add_result,
    begin,
    keep_picture,
    next_try,
)
from changedesk.uat.cycles import RunPlan, plan_units, refuse_closed, units_of
from changedesk.uat.queries import CycleRow, cycle_called, script_called
from changedesk.uat.records import Run, Script, Step


@dataclass(frozen=True)
class Said:
    """What somebody recorded at a step."""

    outcome: str
    actual: str = ""
    comment: str = ""
    evidence: tuple[Picture, ...] = ()


@dataclass(frozen=True)
class Recorded:
    """What was recorded, by the keys that the workspace gave it, and whether a run was made.

    `trial` is the number of the try, of a trial step.
    """

    cycle: CycleRow
    script: Script
    run: int
    result: int
    run_made: bool = False
    trial: int | None = None


def record_step(
    workspace: Workspace,
    project: int,
    script: str,
    position: int,
    said: Said,
    *,
    cycle: str = "",
    tester: str | int = "",
) -> Recorded:
    """Record a result in one change; a run (and a tester of that name) is made if there is none.

    `tester` is a person's key or name. Without `cycle` the open one is meant. Position 0 is the
    whole of a script without steps; of a trial step it is the next try. Raises UserError when a
    name names nothing, when several testers have the script and none was given, and in a closed
    cycle.
    """
    if said.outcome not in CODES:
        raise UserError(f"“{said.outcome}” is not a result: use one of {', '.join(CODES)}.")
    found = script_called(workspace, project, script)
    where = cycle_called(workspace, project, cycle)
    refuse_closed(workspace, where.id)
    place = f"{found.code} step {position}" if position else found.code
    with workspace.change(f"Record {place} as {said.outcome}") as change:
        run, made = _run(workspace, change, found, where, tester)
        if run.started is None:
            begin(workspace, change, run)
        step = _step(workspace, found, run, position)
        trial = None
        if step is not None and said.outcome in TRIED:
            with workspace.connected() as sql:
                trial = next_try(sql, run.id, step)
        result = add_result(
            workspace, change, run, step, said.outcome,
            actual=said.actual, comment=said.comment, trial=trial,
        )  # fmt: skip
        for picture in said.evidence:
            keep_picture(change, result, picture)
    return Recorded(where, found, run.id, result, made, trial)


def _run(
    workspace: Workspace, change: Change, script: Script, cycle: CycleRow, tester: str | int
) -> tuple[Run, bool]:
    rows = workspace.rows(
        Run.select(Run.id, Run.tester, Run.started, Run.attempt, Run.final)
        .where((Run.cycle == cycle.id) & (Run.script == script.id))
        .order_by(Run.attempt, Run.id)
    )
    person = tester if isinstance(tester, int) else person_called(workspace, change, tester)
    if person is None and len({row.tester for row in rows}) > 1:
        raise UserError(
            f"Several testers have {script.code} in {cycle.code}: say which one with --tester."
        )
    own = [row for row in rows if person is None or row.tester == person]
    if own:
        # Of the last attempt, one for each data set, it is the first that is not done yet.
        last = [row for row in own if row.attempt == own[-1].attempt]
        chosen = next((row for row in last if not row.final), last[-1])
        return workspace.get(Run, chosen.id), False
    waiting = [row for row in rows if row.tester is None and row.started is None]
    if waiting:
        run = workspace.get(Run, waiting[-1].id)
        change.set(run, tester=person)
        return run, False
    fresh = RunPlan(*units_of(workspace, [script.id])[0], person)
    made = plan_units(workspace, change, cycle.id, [fresh])
    return workspace.get(Run, made[fresh]), True


def _step(workspace: Workspace, script: Script, run: Run, position: int) -> int | None:
    rows = workspace.rows(
        Step.select(Step.id, Step.position)
        .where(Step.version == run.version_id)
        .order_by(Step.position, Step.id)
    )
    for row in rows:
        if row.position == position:
            return int(row.id)
    if not rows and position == 0:
        return None
    whole = "it has no steps, so give 0 for the whole"
    numbers = f"its steps are 1 to {rows[-1].position}" if rows else whole
    raise UserError(f"{script.code} has no step {position}: {numbers}.")
