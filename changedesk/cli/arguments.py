"""The arguments and options that several commands share, and how they open a workspace."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from changedesk.desk import open_desk
from changedesk.people.queries import ProjectRow, project_called
from changedesk.store.access import is_team_database
from changedesk.store.errors import EnvironmentProblem, UserError
from changedesk.store.workspace import Workspace

Address = Annotated[
    str, typer.Argument(metavar="WORKSPACE", help="A .changedesk file, or a postgresql:// address.")
]
AsJson = Annotated[
    bool, typer.Option("--json", help="Write one JSON object, for programs to read.")
]
ProjectCode = Annotated[
    str, typer.Option("--project", metavar="CODE", help="Which project, when there are several.")
]
CycleCode = Annotated[
    str, typer.Option("--cycle", metavar="CODE", help="Which cycle; without it the open one.")
]


@contextmanager
def opened(address: str, *, to_write: bool = False) -> Iterator[Workspace]:
    """Open a workspace for a command; raises UserError when it must be written to and cannot."""
    refuse_nothing(address)
    workspace = open_desk(address)
    try:
        if to_write and workspace.read_only:
            raise UserError(workspace.read_only)
        yield workspace
    finally:
        workspace.close()


def refuse_nothing(address: str) -> None:
    """Refuse the empty name, which would mean the folder that one stands in."""
    if not address.strip():
        raise UserError("The workspace has no name: give a file such as project.changedesk.")


def refuse_place(address: str) -> None:
    """Refuse a name under which no new workspace can be made, with what to do about it."""
    refuse_nothing(address)
    if is_team_database(address):
        return
    path = Path(address)
    folder = path.absolute().parent
    if path.is_dir():
        raise UserError(f"{address} is a folder: name a file in it, such as project.changedesk.")
    if not folder.is_dir():
        raise UserError(f"There is no folder {folder}: make it first, or choose another place.")
    try:
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        raise EnvironmentProblem(
            f"Nothing can be written in the folder {folder} ({error.strerror}): choose another "
            "place for the workspace."
        ) from None


def chosen_project(workspace: Workspace, code: str) -> ProjectRow:
    """Return the project of this code, or the only one."""
    return project_called(workspace, code.strip())
