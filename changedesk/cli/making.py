"""Commands that make a workspace: an empty one with its project, or the sample project."""

import re
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from changedesk.cli.arguments import Address, AsJson, refuse_place
from changedesk.cli.counting import count_rows, shown_counts
from changedesk.cli.output import ProgressLine, plain, report, table
from changedesk.desk import MAKER, build_sample, new_desk, open_desk
from changedesk.handover.kit_applying import apply_kit
from changedesk.handover.kits import Kit, kit_called, kits
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
    kit: Annotated[
        str, typer.Option("--kit", metavar="NAME", help="Start from it; see: changedesk kits")
    ] = "",
    as_json: AsJson = False,
) -> None:
    """Make a workspace with one project, empty or from a starter kit."""
    refuse_place(address)
    chosen = kit_called(kit) if kit else None
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
    lines = [f"Made {address} with the project {made.code} “{made.name}”."]
    if chosen is not None:
        counts = _start_from(address, chosen, made.id)
        facts |= {"kit": chosen.name, "created": counts}
        lines += [f"From the kit “{chosen.title}”:", *table(count_rows(counts))]
    report(as_json, facts, lines)


def _start_from(address: str, kit: Kit, project: int) -> dict[str, int]:
    # Opened anew: the kit is this person's change, which they can undo; the project is nobody's.
    workspace = open_desk(address)
    try:
        return dict(apply_kit(workspace, kit, project).made)
    finally:
        workspace.close()


def list_kits(as_json: AsJson = False) -> None:
    """List the starter kits."""
    found = kits()
    facts = [{"name": one.name, "title": one.title, "summary": one.summary} for one in found]
    lines = table([(one.name, plain(one.title)) for one in found])
    report(as_json, {"kits": facts}, lines)


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
    build_sample(address, size, today=date.today(), progress=ProgressLine("Making the sample"))
    workspace = open_desk(address)
    try:
        counts = shown_counts(workspace)
    finally:
        workspace.close()
    lines = [f"Made {address}:", *table(count_rows(counts))]
    report(as_json, {"file": address, "counts": counts}, lines)
