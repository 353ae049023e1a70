"""Recording what happens at a step: one key, one durable change."""

from collections.abc import Sequence
from dataclasses import dataclass

from changedesk.store.change import Change
from changedesk.store.errors import UserError
from changedesk.store.workspace import Workspace
from changedesk.uat.cycles import current_versions
from changedesk.uat.measures import ResultFact, standing
from changedesk.uat.records import Cycle, Defect, Evidence, Run, Script, Step, StepResult
from changedesk.uat.run_states import result_facts
from changedesk.uat.words import OUTCOMES

CODES = tuple(choice.code for choice in OUTCOMES)


@dataclass(frozen=True)
class Picture:
    """A picture or file to be kept with a result."""

    data: bytes
    name: str = "screenshot.png"
    media_type: str = "image/png"
    caption: str = ""


def start_run(workspace: Workspace, run: int) -> None:
    """Start a run: it takes the script's steps as they are now, for good."""
    record = workspace.get(Run, run)
    if record.started is not None:
        return
    with workspace.change(f"Start {workspace.record_name(record.script_id)}") as change:
        begin(workspace, change, record)


def begin(workspace: Workspace, change: Change, run: Run) -> None:
    """Mark a run as started within a change, on the script's current steps."""
    version = current_versions(workspace, [run.script_id])[run.script_id]
    change.set(run, started=change.now_ms, version=version)
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
    UserError for an unknown outcome.
    """
    if outcome not in CODES:
        raise UserError(f"“{outcome}” is not a result: use one of {', '.join(CODES)}.")
    record = workspace.get(Run, run)
    name = workspace.record_name(record.script_id)
    place = "" if step is None else f" step {workspace.get(Step, step).position}"
    with workspace.change(f"Record {name}{place} as {outcome}", initiator=initiator) as change:
        if record.started is None:
            begin(workspace, change, record)
        result = change.add(
            StepResult(
                run=run,
                step=step,
                outcome=outcome,
                actual=actual,
                comment=comment,
                tester=tester if tester is not None else record.tester_id,
                at=change.now_ms,
                duration=duration,
                build=record.build,
                replaces=" ".join(sorted(fact.uid for fact in present(workspace, run, step))),
            )
        )
        for picture in pictures:
            _keep(change, result.id, picture)
    return int(result.id)


def present(workspace: Workspace, run: int, step: int | None) -> list[ResultFact]:
    """Return the results of a step that stand now: one, or several when they are disputed."""
    with workspace.connected() as sql:
        facts = result_facts(sql, [run]).get(run, [])
    return [fact for fact in standing(facts) if fact.step == step]


def withdraw_result(workspace: Workspace, result: int) -> None:
    """Withdraw a result: it stays in the history and no longer counts."""
    record = workspace.get(StepResult, result)
    with workspace.change("Withdraw a result") as change:
        change.delete(record)


def add_pictures(workspace: Workspace, result: int, pictures: Sequence[Picture]) -> list[int]:
    """Keep pictures with a result that was recorded; return their keys."""
    with workspace.change("Add a picture" if len(pictures) == 1 else "Add pictures") as change:
        return [_keep(change, result, picture) for picture in pictures]


def _keep(change: Change, result: int, picture: Picture) -> int:
    content = change.content(picture.data)
    kept = change.add(
        Evidence(
            result=result,
            content=content,
            media_type=picture.media_type,
            name=picture.name,
            caption=picture.caption,
            size=len(picture.data),
        )
    )
    return int(kept.id)


def end_run(workspace: Workspace, run: int) -> None:
    """End a run before its last step, as a tester does who cannot go on."""
    record = workspace.get(Run, run)
    with workspace.change(f"End {workspace.record_name(record.script_id)}") as change:
        change.set(record, ended=change.now_ms)


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
    script = workspace.get(Script, run.script_id)
    step = workspace.get(Step, event.step_id) if event.step_id is not None else None
    place = f" step {step.position}" if step else ""
    told = [f"{script.code}{place}: {step.do if step else script.title}"]
    if step and step.expected:
        told.append(f"Expected: {step.expected}")
    if event.actual:
        told.append(f"What happened: {event.actual}")
    first_line = event.actual.strip().split("\n", 1)[0]
    title = title or first_line or f"{script.title}: {step.do if step else 'failed'}"
    with workspace.change(f"Raise a defect from {script.code}{place}") as change:
        defect = change.add(
            Defect(
                project=script.project_id,
                title=title[:200],
                description=description or "\n".join(told),
                severity=severity,
                cycle=run.cycle_id,
                script=script.id,
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
