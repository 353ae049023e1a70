"""A returned workbook beside the workspace: what is new, what collides, what is unsure."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from changedesk.documents.records import Return
from changedesk.exchange.returns.file import ReturnedFile, read_returned
from changedesk.exchange.returns.tables import find_table
from changedesk.overview.returns.catalogue import RETURNABLE
from changedesk.overview.returns.comparing import TableView, compared
from changedesk.overview.returns.locked import (
    Locked,
    locked_changes,
    read_exported,
    told_here,
    untouched,
)
from changedesk.overview.returns.model import Cell, Note, Preview, Verdict
from changedesk.overview.returns.sign_off import SignOff, sign_off, who_filled_in
from changedesk.overview.returns.tables import Context
from changedesk.overview.returns.whereabouts import Whereabouts, whereabouts
from changedesk.overview.returns.whom import people_called
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
    views, block, locked = _compared(workspace, where)
    if progress:
        progress(2, 3)
    if not views and not block.lines:
        raise UserError(
            f"{path.name} has none of the tables that it was sent with: ask for the file again."
        )
    earlier = _said_before(workspace, where)
    cells = _unless_said_before([cell for view in views for cell in view.cells], earlier)
    found = _made(file, where, state, (*cells, *block.cells), views, block, locked)
    if progress:
        progress(3, 3)
    return found


def _compared(workspace: Workspace, where: Whereabouts) -> tuple[list[TableView], SignOff, Locked]:
    context = where.context
    name = where.document.content if where.document else ""
    kept = workspace.content(name) if name else None

    with ThreadPoolExecutor(max_workers=1) as beside, workspace.snapshot():
        tables = [
            (table, found, table.state(context))
            for table in RETURNABLE[context.kind]
            if (found := find_table(context.file, table.expected)) is not None
        ]
        # The export is read in a process of its own: meanwhile the rest is compared.
        told = told_here(state for *_, state in tables)
        reading = None if told else beside.submit(read_exported, kept)
        views = [compared(context, *table) for table in tables]
        block = sign_off(context)
    if told and untouched(views):
        return views, block, Locked()
    made = reading.result() if reading else read_exported(kept)
    return views, block, locked_changes(made, context.file, views)


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
    notes += [] if again else _gone(context, views)
    by_reference = sum(view.by_reference for view in views)
    if by_reference:
        sentence = (
            f"The hidden ids of {by_reference:,} rows are gone: their references told them."
            if by_reference > 1
            else "The hidden id of a row is gone: its reference told it."
        )
        notes.insert(0, Note(file.path.name, sentence))
    who = who_filled_in(context, block)
    if len(who) > 1:
        sentence = (
            f"Several people signed ({', '.join(who)}): nobody knows who of them filled in what, "
            "so results are by the tester of each row."
        )
        notes.insert(0, Note(file.path.name, sentence))
    elif who and len(people_called(context.workspace, who)[who[0]]) > 1:
        sentence = (
            f"Several people here are called {who[0]}: nobody knows which of them filled it in, "
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


def _gone(context: Context, views: Iterable[TableView]) -> Iterator[Note]:
    """Yield a note for each table that was sent to be filled in and is not found again."""
    there = {view.table.key for view in views}
    fillable = {table.key for table in RETURNABLE[context.kind]}
    sheets = {sheet.name for sheet in context.file.sheets}
    for told in context.file.meta.tables:
        if told.key in fillable - there:
            yield Note(
                told.sheet,
                "This sheet is gone, or nobody can tell its columns any more: nothing was read of "
                "it. If something was filled in there, ask for the workbook with its headings.",
                unread=told.sheet in sheets,
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


def _unless_said_before(cells: Sequence[Cell], earlier: Mapping[str, set[str]]) -> list[Cell]:
    """Let what was dealt with rest, unless more is said of what is decided together with it."""
    open_ = (Verdict.CONFLICT, Verdict.TAKE)
    news = {
        cell.unit
        for cell in cells
        if cell.verdict in open_
        and (cell.key not in earlier or value_mark(cell.value) not in earlier[cell.key])
    }
    why = "an earlier return said the same and was dealt with: what came after it stays"
    return [
        cell._replace(verdict=Verdict.SAME, decision="keep", why=why)
        if cell.verdict in open_ and cell.unit not in news
        else cell
        for cell in cells
    ]
