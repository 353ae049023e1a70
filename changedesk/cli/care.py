"""Commands that take care of a workspace: undo, backup, restore."""

from pathlib import Path
from typing import Annotated

import typer

from changedesk.cli.arguments import Address, AsJson, opened
from changedesk.cli.output import ProgressLine, report
from changedesk.desk import SCHEMA
from changedesk.store.errors import UserError
from changedesk.store.restoring import holds_nothing_more, restore
from changedesk.store.workspace import Workspace

Finding = dict[str, str]


def undo(address: Address, as_json: AsJson = False) -> None:
    """Undo your last change."""
    with opened(address, to_write=True) as workspace:
        label = workspace.undo()
    if label is None:
        raise UserError("There is no change of yours that could be undone.")
    report(as_json, {"undone": label}, [f"Undone: {label}"])


def backup(
    address: Address,
    file: Annotated[
        Path | None, typer.Argument(metavar="[FILE]", help="Where to; else among the backups.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Write a consistent, checked copy, also while the workspace is in use."""
    with opened(address) as workspace:
        if file is not None:
            _refuse_to_overwrite(workspace, file)
        made = workspace.backup(file, ProgressLine("Copying"))
    facts = {"file": str(made), "bytes": made.stat().st_size}
    report(as_json, facts, [f"Backup: {made} ({facts['bytes']:,} bytes)"])


def _refuse_to_overwrite(workspace: Workspace, target: Path) -> None:
    if not target.absolute().parent.is_dir():
        raise UserError(f"There is no folder {target.absolute().parent} for the backup.")
    if not target.exists():
        return
    if workspace.path is not None and target.samefile(workspace.path):
        raise UserError(f"{target} is the workspace itself: name another file for the backup.")
    if not holds_nothing_more(target, workspace.version_vector()):
        raise UserError(
            f"{target} is no older backup of this workspace: name a new file for the backup."
        )


def restore_backup(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The backup.")],
    address: Annotated[Path, typer.Argument(metavar="WORKSPACE", help="Where it is put back.")],
    force: Annotated[
        bool, typer.Option("--force", help="Also over work that the backup lacks.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Put a backup back; what it replaces is kept beside it."""
    replaced = restore(file, address, SCHEMA, force=force)
    facts = {"file": str(address), "replaced": str(replaced) if replaced else None}
    lines = [f"Restored {address} from {file}."]
    if replaced is not None:
        lines.append(f"What it replaced is {replaced}.")
    report(as_json, facts, lines)
