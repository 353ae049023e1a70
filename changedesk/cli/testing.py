"""The command that records a result of a test."""

from pathlib import Path
from typing import Annotated

import typer

from changedesk.cli.arguments import (
    Address,
    AsJson,
    CycleCode,
    ProjectCode,
    chosen_project,
    opened,
)
from changedesk.cli.output import report, tell
from changedesk.cli.persons import alike, is_known, person_named
from changedesk.store.errors import EnvironmentProblem, UserError
from changedesk.store.workspace import Workspace
from changedesk.uat.media import media_type_of
from changedesk.uat.pictures import Picture
from changedesk.uat.recording import Said, record_step
from changedesk.uat.records import Run
from changedesk.uat.words import OUTCOMES, STATES, labelled

_LARGEST_EVIDENCE = 100_000_000


def record(  # noqa: PLR0913 - each is an option of the contract
    address: Address,
    script: Annotated[str, typer.Argument(metavar="SCRIPT", help="Code, such as UAT-014.")],
    step: Annotated[
        int, typer.Argument(metavar="STEP", help="Number of the step; 0 for the whole.")
    ],
    outcome: Annotated[str, typer.Argument(metavar="pass|fail|blocked|skipped|na")],
    project: ProjectCode = "",
    cycle: CycleCode = "",
    tester: Annotated[
        str,
        typer.Option(metavar="NAME", help="Who tested, or the e-mail; a new name is added."),
    ] = "",
    new_tester: Annotated[
        bool, typer.Option("--new-tester", help="Add NAME even if somebody is called alike.")
    ] = False,
    actual: Annotated[str, typer.Option(metavar="TEXT", help="What happened.")] = "",
    comment: Annotated[str, typer.Option(metavar="TEXT")] = "",
    evidence: Annotated[
        Path | None, typer.Option(metavar="FILE", help="A picture or file to keep with it.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Record the result of one step; a run is made if none is planned, and that is said."""
    said = Said(outcome.lower(), actual, comment, _evidence(evidence))
    with opened(address, to_write=True) as workspace:
        where = chosen_project(workspace, project)
        who = _tester(workspace, tester.strip(), add=new_tester)
        done = record_step(workspace, where.id, script, step, said, cycle=cycle, tester=who)
        state = workspace.get(Run, done.run).state
        uid = workspace.uid_of(done.result)
    facts = {
        "cycle": done.cycle.code, "script": done.script.code, "step": step,
        "outcome": said.outcome, "run_state": state, "result": uid, "run_made": done.run_made,
        "try": done.trial,
    }  # fmt: skip
    if isinstance(who, str) and who:
        tell(f"{who} is new in this workspace and was added to its people.")
    if done.run_made:
        whom = f" with {tester.strip()}" if tester.strip() else ""
        tell(f"No run of {done.script.code}{whom} was planned in {done.cycle.code}: one was made.")
    place = f" step {step}" if step else ""
    place += f" try {done.trial}" if done.trial else ""
    line = (
        f"{done.cycle.code} {done.script.code}{place}: {labelled(OUTCOMES, said.outcome)}; "
        f"the run is {labelled(STATES, state)}"
    )
    report(as_json, facts, [line])


def _tester(workspace: Workspace, name: str, *, add: bool) -> str | int:
    """Return the key of somebody who is there, or the name of a person to be made.

    A name that may be a slip of the pen, or an e-mail that nobody has, makes nobody without `add`.
    """
    if not name:
        if add:
            raise UserError("--new-tester needs a name: give it with --tester.")
        return ""
    if is_known(workspace, name) or (not add and ("@" in name or alike(workspace, name))):
        return person_named(workspace, name, "To add a new person, give --new-tester too.")
    return name


def _evidence(file: Path | None) -> tuple[Picture, ...]:
    if file is None:
        return ()
    try:
        if file.exists() and not file.is_file():
            raise UserError(f"{file} is no file that could be kept as evidence.")
        if file.exists() and file.stat().st_size > _LARGEST_EVIDENCE:
            raise UserError(
                f"{file.name} is larger than {_LARGEST_EVIDENCE // 1_000_000} MB: keep it "
                "elsewhere and name its place in a comment."
            )
        data = file.read_bytes()
    except OSError as error:
        raise EnvironmentProblem(
            f"{file} cannot be read ({error.strerror}): check name and folder."
        ) from None
    return (Picture(data, file.name, media_type_of(data)),)
