"""Recording what happens at a step: one key, one durable change."""

from collections.abc import Sequence
from dataclasses import dataclass

from changedesk.store.change import Change
from changedesk.store.engine import Sql
from changedesk.store.errors import UserError
from changedesk.store.workspace import Workspace
from changedesk.uat.cycles import current_versions, refuse_closed, same_data_set
from changedesk.uat.filling import filled, values_of
from changedesk.uat.measures import ResultFact, standing
from changedesk.uat.pictures import Picture, add_pictures, carry_pictures, keep_picture
from changedesk.uat.records import Cycle, DataSet, Defect, Run, Script, Step, StepResult
from changedesk.uat.run_states import result_facts
from changedesk.uat.trials import rule_of
from changedesk.uat.words import OUTCOMES

__all__ = [
    "CODES", "TRIED", "DefectDraft", "Picture", "RunInHand", "add_defect", "add_pictures",
    "add_result", "begin", "describe_result", "draft_defect", "end_run", "keep_picture",
    "next_try", "present", "raise_defect", "record_result", "record_try", "start_run",
    "withdraw_result",
]  # fmt: skip

CODES = tuple(choice.code for choice in OUTCOMES)
TRIED = ("pass", "fail")


def start_run(workspace: Workspace, run: int) -> None:
    """Start a run: it takes the script's steps as they are now, for good."""
    record = workspace.get(Run, run)
    if record.started is not None:
        return
    refuse_closed(workspace, record.cycle_id)
    with workspace.change(f"Start {workspace.record_name(record.script_id)}") as change:
        begin(workspace, change, record)


def begin(workspace: Workspace, change: Change, run: Run) -> None:
    """Mark a run as started within a change, on the script's current steps."""
    version = current_versions(workspace, [run.script_id])[run.script_id]
    data_set = same_data_set(workspace, run, version)
    change.set(run, started=change.now_ms, version=version, data_set=data_set)
    cycle = workspace.get(Cycle, run.cycle_id)
    if cycle.status == "planned":
        change.set(cycle, status="open")


def record_result(  # noqa: PLR0913 - each is one thing that is known of a result
    workspace: Workspace,
    run: int,
    step: int | None,
    outcome: str,
    *,
    actual: str = "",
    comment: str = "",
    tester: int | None = None,
    duration: int | None = None,
    pictures: Sequence[Picture] = (),
    initiator: object = None,
) -> int:
    """Record the result of a step (None: of the whole run) and return its key.

    It replaces, and never overwrites, the results of this step that are there now. Raises
    UserError for an unknown outcome and in a closed cycle.
    """
    _refuse_unknown(outcome)
    hand = _in_hand(workspace, run)
    place = "" if step is None else f" step {_position(workspace, step)}"
    label = f"Record {hand.script_code}{place} as {outcome}"
    with workspace.change(label, initiator=initiator) as change:
        if not hand.started:
            record = workspace.get(Run, run)
            begin(workspace, change, record)
            _refuse_foreign_step(workspace, record, step)
        result = add_result(
            workspace, change, hand, step, outcome,
            actual=actual, comment=comment, tester=tester, duration=duration,
        )  # fmt: skip
        for picture in pictures:
            keep_picture(change, result, picture)
    return result


def record_try(  # noqa: PLR0913 - each is one thing that is known of a result
    workspace: Workspace,
    run: int,
    step: int,
    outcome: str,
    *,
    trial: int | None = None,
    actual: str = "",
    comment: str = "",
    tester: int | None = None,
    duration: int | None = None,
    pictures: Sequence[Picture] = (),
    initiator: object = None,
) -> int:
    """Record one try of a trial step and return the result's key; `trial` corrects that try.

    Without `trial` it is the next one. What is neither pass nor fail is no try: it is recorded of
    the step as a whole, and the next try takes its place. Raises UserError when all are in.
    """
    _refuse_unknown(outcome)
    hand = _in_hand(workspace, run)
    with workspace.connected() as sql:
        place = f"{hand.script_code} step {_position(workspace, step)}"
        number = None if outcome not in TRIED else trial or next_try(sql, run, step)
    told = f"try {number} of {place}" if number else place
    with workspace.change(f"Record {told} as {outcome}", initiator=initiator) as change:
        if not hand.started:
            record = workspace.get(Run, run)
            begin(workspace, change, record)
            _refuse_foreign_step(workspace, record, step)
        result = add_result(
            workspace, change, hand, step, outcome,
            actual=actual, comment=comment, tester=tester, duration=duration, trial=number,
        )  # fmt: skip
        for picture in pictures:
            keep_picture(change, result, picture)
    return result


def next_try(sql: Sql, run: int, step: int) -> int | None:
    """Return the number of the first try that is not in; None for a step that is done once.

    Raises UserError when all tries are in.
    """
    trials, threshold = sql.rows("SELECT trials, threshold FROM step WHERE id = ?", (step,))[0]
    rule = rule_of(trials, threshold)
    if rule is None:
        return None
    facts = standing(result_facts(sql, [run]).get(run, []))
    known = {fact.trial for fact in facts if fact.step == step}
    for number in range(1, rule.n + 1):
        if number not in known:
            return number
    raise UserError(f"All {rule.n} tries of this step are in: correct one of them.")


def _refuse_unknown(outcome: str) -> None:
    if outcome not in CODES:
        raise UserError(f"“{outcome}” is not a result: use one of {', '.join(CODES)}.")


@dataclass(frozen=True)
class RunInHand:
    """What a result takes from its run; `closed` names its cycle where that was closed."""

    id: int
    script_code: str
    started: bool
    tester_id: int | None
    build: str
    closed: str = ""


def _in_hand(workspace: Workspace, run: int) -> RunInHand:
    # By hand, because this is on the way from a key to the next step.
    with workspace.connected() as sql:
        found = sql.rows(
            "SELECT run.id, script.code, run.started IS NOT NULL, run.tester_id, run.build, "
            "CASE WHEN cycle.status = 'closed' THEN cycle.code ELSE '' END "
            "FROM run JOIN script ON script.id = run.script_id "
            "JOIN cycle ON cycle.id = run.cycle_id WHERE run.id = ?",
            (run,),
        )
    if not found:
        raise UserError("This run is not there any more.")
    hand = RunInHand(*found[0])
    if hand.closed:
        raise UserError(f"{hand.closed} is closed: reopen it to record results.")
    return hand


def _position(workspace: Workspace, step: int) -> int:
    with workspace.connected() as sql:
        found = sql.value("SELECT position FROM step WHERE id = ?", (step,))
    if found is None:
        raise UserError("This step is not there any more.")
    return int(found)


def add_result(  # noqa: PLR0913 - each is one thing that is known of a result
    workspace: Workspace,
    change: Change,
    run: Run | RunInHand,
    step: int | None,
    outcome: str,
    *,
    actual: str = "",
    comment: str = "",
    tester: int | None = None,
    duration: int | None = None,
    trial: int | None = None,
) -> int:
    """Add a result of a step within a change, in place of those that stand; return its key.

    A try takes the place of the same try, and of what was said of the step as a whole.
    """
    replaced = [
        fact.uid for fact in present(workspace, run.id, step) if fact.trial in (None, trial)
    ]
    result = change.add(
        StepResult(
            run=run.id,
            step=step,
            outcome=outcome,
            actual=actual,
            comment=comment,
            tester=tester if tester is not None else run.tester_id,
            at=change.now_ms,
            duration=duration,
            build=run.build,
            trial=trial,
            replaces=" ".join(sorted(replaced)),
        )
    )
    return int(result.id)


def _refuse_foreign_step(workspace: Workspace, run: Run, step: int | None) -> None:
    # A run takes the steps as they are when it starts: they may have been edited since they
    # were put on the screen.
    if step is not None and workspace.get(Step, step).version_id != run.version_id:
        raise UserError("This step was changed just now: look at it again and record it then.")


def present(workspace: Workspace, run: int, step: int | None) -> list[ResultFact]:
    """Return the results of a step that stand now: one, or several when they are disputed."""
    with workspace.connected() as sql:
        facts = result_facts(sql, [run]).get(run, [])
    return [fact for fact in standing(facts) if fact.step == step]


def withdraw_result(workspace: Workspace, result: int) -> None:
    """Withdraw a result: it stays in the history and no longer counts."""
    record = workspace.get(StepResult, result)
    refuse_closed(workspace, workspace.get(Run, record.run_id).cycle_id)
    with workspace.change("Withdraw a result") as change:
        change.delete(record)


def describe_result(
    workspace: Workspace, result: int, actual: str, *, initiator: object = None
) -> int:
    """Say what happened at a result that was recorded without words, and return its new key.

    A result is never edited: the same one is recorded again with the words and its pictures, in
    place of the first, which stays in the history.
    """
    old = workspace.get(StepResult, result)
    run = workspace.get(Run, old.run_id)
    refuse_closed(workspace, run.cycle_id)
    name = workspace.record_name(run.script_id)
    with workspace.change(f"Say what happened in {name}", initiator=initiator) as change:
        fresh = change.add(
            StepResult(
                run=old.run_id,
                step=old.step_id,
                outcome=old.outcome,
                actual=actual,
                comment=old.comment,
                tester=old.tester_id,
                trial=old.trial,
                at=old.at,
                duration=old.duration,
                build=old.build,
                replaces=workspace.uid_of(result),
            )
        )
        carry_pictures(workspace, change, result, int(fresh.id))
    return int(fresh.id)


def end_run(workspace: Workspace, run: int) -> None:
    """End a run before its last step, as a tester does who cannot go on."""
    record = workspace.get(Run, run)
    refuse_closed(workspace, record.cycle_id)
    with workspace.change(f"End {workspace.record_name(record.script_id)}") as change:
        change.set(record, ended=change.now_ms)


@dataclass(frozen=True)
class DefectDraft:
    """What a defect says that is raised from a result, before anybody has added a word."""

    place: str
    title: str
    description: str


def draft_defect(workspace: Workspace, result: int) -> DefectDraft:
    """Return what a defect raised from this result would say, in the words that the tester read."""
    event = workspace.get(StepResult, result)
    run = workspace.get(Run, event.run_id)
    script = workspace.get(Script, run.script_id)
    step = workspace.get(Step, event.step_id) if event.step_id is not None else None
    data = workspace.get(DataSet, run.data_set_id) if run.data_set_id is not None else None
    values = values_of(data.values) if data is not None else {}
    place = f"{script.code} step {step.position}" if step else script.code
    do = filled(step.do, values) if step else ""
    told = [f"{place}: {do or script.title}"]
    if step and step.expected:
        told.append(f"Expected: {filled(step.expected, values)}")
    if data is not None:
        told.append(f"Data set {data.name}: {', '.join(f'{k} = {v}' for k, v in values.items())}")
        place = f"{place} · {data.name}"
    if event.actual:
        told.append(f"What happened: {event.actual}")
    first_line = event.actual.strip().split("\n", 1)[0]
    title = first_line or f"{script.title}: {do or 'failed'}"
    return DefectDraft(place, title[:200], "\n".join(told))


def raise_defect(
    workspace: Workspace,
    result: int,
    title: str = "",
    *,
    description: str = "",
    severity: str = "medium",
) -> int:
    """Raise a defect from a result; it knows script, step, build, tester and cycle already."""
    event = workspace.get(StepResult, result)
    run = workspace.get(Run, event.run_id)
    draft = draft_defect(workspace, result)
    project = workspace.get(Script, run.script_id).project_id
    with workspace.change(f"Raise a defect from {draft.place}") as change:
        defect = change.add(
            Defect(
                project=project,
                title=title[:200] or draft.title,
                description=description or draft.description,
                severity=severity,
                cycle=run.cycle_id,
                script=run.script_id,
                result=result,
                build=event.build,
                found_by=event.tester_id,
                found=change.now_ms,
            )
        )
    return int(defect.id)


def add_defect(workspace: Workspace, project: int, title: str, **fields: object) -> int:
    """Add a defect that no result raised, and return its key."""
    with workspace.change(f"Add defect “{title}”") as change:
        defect = change.add(Defect(project=project, title=title, found=change.now_ms, **fields))
        return int(defect.id)
