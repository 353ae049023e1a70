"""All commands under one name; each module holds those of one purpose."""

from typing import Annotated

import typer

from changedesk import __version__
from changedesk.cli import (
    care,
    files,
    looking,
    making,
    merging,
    missing,
    receiving,
    signing,
    standing,
    surveys,
    testing,
)
from changedesk.cli.output import write_out

app = typer.Typer(
    name="changedesk",
    help="The desk of a project manager who changes how a customer-service operation works.",
    epilog="changedesk --self-test tries out whether everything works on this machine.",
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=False,
)


def _show_version(wanted: bool) -> None:
    if wanted:
        write_out(f"ChangeDesk {__version__}")
        raise typer.Exit


@app.callback()
def desk(
    version: Annotated[
        bool,
        typer.Option("--version", help="Show the version.", callback=_show_version, is_eager=True),
    ] = False,
) -> None:
    """The desk of a project manager who changes how a customer-service operation works."""


for name, command in (
    ("new", making.new),
    ("sample", making.sample),
    ("info", looking.info),
    ("import", files.import_files),
    ("receive", receiving.receive),
    ("export", files.export_document),
    ("documents", files.list_documents),
    ("kits", making.list_kits),
    ("record", testing.record),
    ("progress", standing.progress),
    ("results", surveys.results),
    ("history", looking.show_history),
    ("undo", care.undo),
    ("backup", care.backup),
    ("restore", care.restore_backup),
    ("gaps", missing.show_gaps),
    ("sign", signing.sign_subject),
    ("verify", signing.verify),
    ("merge", merging.merge),
    ("bundle", merging.bundle),
    ("conflicts", merging.conflicts),
):
    app.command(name)(command)
