"""A returned workbook beside the workspace: what is new, what collides, what is unsure."""

import json
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from changedesk.documents.records import Return
from changedesk.exchange.returns.file import ReturnedFile, read_returned
from changedesk.overview.returns.catalogue import RETURNABLE
from changedesk.overview.returns.comparing import TableView, compared
from changedesk.overview.returns.locked import Locked, locked_changes, read_exported
from changedesk.overview.returns.model import Cell, Note, Preview, Verdict
from changedesk.overview.returns.sign_off import SignOff, sign_off, who_filled_in
from changedesk.overview.returns.whereabouts import Whereabouts, whereabouts
from changedesk.store.errors import UserError
from changedesk.store.undisturbed import undisturbed
from changedesk.store.workspace import Workspace

Progress = Callable[[int, int], None]


@undisturbed()
def preview(workspace: Workspace, path: Path, progress: Progress | None = None) -> Preview:
    """Read a returned workbook and compare it; nothing is written.

    Raises UserError, in a sentence, for a file that is refused, of another workspace, or not one
    that comes back.
    """
    file = read_returned(path)
    if progress:
        progress(1, 3)
    state = workspace.head()
    where = whereabouts(workspace, file)
    again = _again(workspace, file, where)
    if again:
        return _made(file, where, state, again=again)
    kept = where.document.content if where.document else ""
    # The export is read in a process of its own: meanwhile the rest is compared.
    with ThreadPoolExecutor(max_workers=1) as beside:
        exported = beside.submit(read_exported, workspace.content(kept) if kept else None)
        with workspace.snapshot():
            views = [
                view
                for table in RETURNABLE[where.context.kind]
                if (view := compared(where.context, table)) is not None
            ]
            block = sign_off(where.context)
        locked = locked_changes(exported.result(), file, views)
    if progress:
        progress(2, 3)
    if not views and not block.lines:
        raise UserError(
            f"{path.name} has none of the tables that it was sent with: ask for the file again."
        )
    earlier = _said_before(workspace, where)
    cells = [_unless_said_before(cell, earlier) for view in views for cell in view.cells]
    found = _made(file, where, state, (*cells, *block.cells), views, block, locked)
    if progress:
        progress(3, 3)
    return found


def _made(
    file: ReturnedFile,
    where: Whereabouts,
    state: str,
    cells: Iterable[Cell] = (),
    views: Iterable[TableView] = (),
    block: SignOff | None = None,
    locked: Locked | None = None,
    again: str = "",
) -> Preview:
    views, block, locked = tuple(views), block or SignOff(), locked or Locked()
    context, document = where.context, where.document
    notes = [note for view in views for note in view.notes]
    by_reference = sum(view.by_reference for view in views)
    if by_reference:
        sentence = f"The hidden ids of {by_reference:,} rows are gone: their references told them."
        notes.insert(0, Note(file.path.name, sentence))
    who = who_filled_in(context, block)
    if len(who) > 1:
        sentence = (
            f"Several people signed ({', '.join(who)}): nobody knows who of them filled in what, "
            "so results are by the tester of each row."
        )
        notes.insert(0, Note(file.path.name, sentence))
    return Preview(
        path=file.path,
        digest=file.digest,
        kind=context.kind,
        project=context.project,
        document=context.document,
        document_name=f"{document.code} {document.title}" if document is not None else "",
        returned_by=who[0] if len(who) == 1 else "",
        known_by=where.known_by,
        cells=tuple(cells),
        notes=(*notes, *locked.notes, *block.notes),
        warnings=where.warnings,
        again=again,
        state=state,
        context=context,
        views=views,
        block=block,
        testers=locked.testers,
    )


def _again(workspace: Workspace, file: ReturnedFile, where: Whereabouts) -> str:
    if where.document is not None and where.document.content == file.digest:
        return "This is the workbook as it was exported: nothing was filled in."
    row = workspace.row(Return.select().where(Return.content == file.digest))
    if row is None:
        return ""
    at = datetime.fromtimestamp((row.received or 0) / 1000, UTC).astimezone()
    by = f" by {row.returned_by}" if row.returned_by else ""
    return (
        f"This very file, returned{by}, was taken in on {at:%Y-%m-%d at %H:%M}: there is nothing "
        "new in it."
    )


def value_mark(value: str) -> str:
    """Return a short mark of a value, to tell whether another file says the same."""
    return sha256(value.encode()).hexdigest()[:12]


def _said_before(workspace: Workspace, where: Whereabouts) -> Mapping[str, set[str]]:
    """Return, by the key of a cell, the marks of what earlier returns of the export said there."""
    if where.context.document is None:
        return {}
    found: dict[str, set[str]] = {}
    rows: list[Any] = workspace.rows(
        Return.select(Return.account).where(Return.document == where.context.document)
    )
    for row in rows:
        for key, mark in json.loads(row.account or "{}").get("said", {}).items():
            found.setdefault(key, set()).add(mark)
    return found


def _unless_said_before(cell: Cell, earlier: Mapping[str, set[str]]) -> Cell:
    if cell.verdict in (Verdict.CONFLICT, Verdict.TAKE) and value_mark(cell.value) in earlier.get(
        cell.key, ()
    ):
        why = "an earlier return said the same and was dealt with: what came after it stays"
        return cell._replace(verdict=Verdict.SAME, decision="keep", why=why)
    return cell
