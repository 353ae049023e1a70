"""The command that says what is missing between impact, training, UAT and adoption."""

from datetime import date
from typing import Annotated

import typer

from changedesk.cli.arguments import Address, AsJson, ProjectCode, chosen_project, opened
from changedesk.cli.output import NEEDS_A_PERSON, plain, report, table
from changedesk.overview.gaps import gaps
from changedesk.people.queries import projects


def show_gaps(
    address: Address,
    project: ProjectCode = "",
    strict: Annotated[
        bool, typer.Option("--strict", help="Exit code 1 when anything is missing.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Show what is missing: an impact without a message, a requirement that nobody tests."""
    with opened(address) as workspace:
        chosen = [chosen_project(workspace, project)] if project else projects(workspace)
        found = [gap for one in chosen for gap in gaps(workspace, one.id, date.today())]
    facts = {"gaps": [{"kind": one.kind, "record": one.record, "why": one.why} for one in found]}
    rows = [(one.kind.replace("_", " "), plain(one.record), plain(one.why)) for one in found]
    report(as_json, facts, table(rows) if rows else ["Nothing is missing."])
    if strict and found:
        raise typer.Exit(NEEDS_A_PERSON)
