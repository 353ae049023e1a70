"""The arguments and options that several commands share, and how they open a workspace."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

import typer

from changedesk.desk import open_desk
from changedesk.people.queries import ProjectRow, project_called
from changedesk.store.errors import UserError
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
    workspace = open_desk(address)
    try:
        if to_write and workspace.read_only:
            raise UserError(workspace.read_only)
        yield workspace
    finally:
        workspace.close()


def chosen_project(workspace: Workspace, code: str) -> ProjectRow:
    """Return the project of this code, or the only one."""
    return project_called(workspace, code.strip())
