"""Commands that make a workspace: an empty one with its project, or the sample project."""

import re
from pathlib import Path
from typing import Annotated

import typer

from changedesk.cli.arguments import Address, AsJson, refuse_place
from changedesk.cli.counting import count_rows, shown_counts
from changedesk.cli.output import ProgressLine, report, table
from changedesk.desk import MAKER, build_sample, new_desk, open_desk
from changedesk.handover.sample import SIZES
from changedesk.people.actions import add_project
from changedesk.people.queries import projects
from changedesk.people.records import Project
from changedesk.store.access import is_team_database
from changedesk.store.drafting import tidied
from changedesk.store.errors import UserError


def new(
    address: Address,
    project: Annotated[
        str,
        typer.Option(
            "--project", metavar="CODE", help="Short code of its project, at most 20 signs."
        ),
    ] = "",
    name: Annotated[str, typer.Option("--name", metavar="TEXT", help="Name of its project.")] = "",
    as_json: AsJson = False,
) -> None:
    """Make a workspace with one project."""
    refuse_place(address)
    stem = address.rsplit("/", 1)[-1] if is_team_database(address) else Path(address).stem
    code = project.strip() or _code_from(stem)
    title = name.strip() or stem
    tidied(Project, {"code": code, "name": title})  # what is refused leaves no file behind
    workspace = new_desk(address, actor=MAKER)
    try:
        add_project(workspace, code, title)
        made = projects(workspace)[0]
    finally:
        workspace.close()
    facts = {"file": address, "project": {"code": made.code, "name": made.name}}
    report(as_json, facts, [f"Made {address} with the project {made.code} “{made.name}”."])


def _code_from(stem: str) -> str:
    letters = re.sub(r"[\W_]+", "", stem).upper()[:8]
    return letters or "PROJECT"


def sample(
    address: Address,
    size: Annotated[
        str, typer.Option(metavar="|".join(SIZES), help="How much is in it.")
    ] = "small",
    as_json: AsJson = False,
) -> None:
    """Make the sample project."""
    if size not in SIZES:
        raise UserError(f"There is no sample of size {size}: choose {' or '.join(SIZES)}.")
    refuse_place(address)
    build_sample(address, size, progress=ProgressLine("Making the sample"))
    workspace = open_desk(address)
    try:
        counts = shown_counts(workspace)
    finally:
        workspace.close()
    lines = [f"Made {address}:", *table(count_rows(counts))]
    report(as_json, {"file": address, "counts": counts}, lines)
