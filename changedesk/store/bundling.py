"""Which bundle somebody wants: for another copy, since a day, of everything, or of nothing."""

from pathlib import Path
from typing import TYPE_CHECKING

from changedesk.store.bundle import Written, since, write_bundle
from changedesk.store.errors import UserError
from changedesk.store.others import opened_other, uid_of

if TYPE_CHECKING:
    from changedesk.store.workspace import Workspace


def write(
    workspace: "Workspace",
    target: Path,
    *,
    other: str | Path | None,
    since_ms: int | None,
    reach_only: bool,
) -> Written:
    """Write a bundle at `target`; see `Workspace.bundle`.

    `other` may be a workspace, or any bundle that the other side made: it tells how far that goes.
    Raises UserError for a workspace that is another one, and over a file that is no bundle.
    """
    _refuse_to_overwrite(workspace, target)
    known: dict[str, int] = {}
    if other is not None:
        with opened_other(str(other), workspace.schema, workspace.path) as source:
            known = {device: seq for device, (seq, _) in source.reach.items()}
            name, uid = source.name, source.uid
        with workspace.connected() as sql:
            if uid and uid != uid_of(sql):
                raise UserError(f"{name} belongs to another workspace, not to this one.")
    with workspace.snapshot(), workspace.connected() as sql:
        if since_ms is not None:
            known = since(sql, since_ms)
        now_ms = workspace.clock()
        return write_bundle(sql, workspace.schema, target, known, now_ms, reach_only=reach_only)


def _refuse_to_overwrite(workspace: "Workspace", target: Path) -> None:
    if target.is_dir():
        raise UserError(f"{target} is a folder: name a file in it, such as changes.cdbundle.")
    if not target.exists():
        return
    if workspace.path is not None and target.samefile(workspace.path):
        raise UserError(f"{target.name} is the workspace itself: name another file.")
    with target.open("rb") as file:
        if file.read(4) != b"PK\x03\x04":
            raise UserError(f"{target.name} is there already and no bundle: name another file.")
