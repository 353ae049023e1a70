"""The documents of a project with where each stands: outstanding, overdue, returned, taken in."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any

from changedesk.documents.records import Document, Return
from changedesk.overview.proving import since_made, told_since
from changedesk.overview.returns.catalogue import RETURNABLE
from changedesk.store.errors import UserError
from changedesk.store.history import HistoryLine
from changedesk.store.workspace import Workspace


@dataclass(frozen=True)
class MadeDocument:
    """A document, the state it is in, and what came back of it, the newest first.

    The state is a code of `documents.words.STATES`.
    """

    row: Any
    state: str
    returns: tuple[Any, ...]


def made_documents(workspace: Workspace, project: int, today: date) -> list[MadeDocument]:
    """Return the documents of a project, the newest first."""
    with workspace.snapshot():
        documents = workspace.rows(
            Document.select(
                Document.id, Document.code, Document.title, Document.name, Document.subject,
                Document.made, Document.made_for, Document.due, Document.expected,
                Document.file_name, Document.content,
            )
            .where(Document.project == project)
            .order_by(Document.made.desc(), Document.id.desc())
        )  # fmt: skip
        came_back = workspace.rows(
            Return.select(
                Return.document, Return.file_name, Return.returned_by, Return.received,
                Return.taken, Return.conflicts, Return.rejected,
            )
            .where(Return.project == project)
            .order_by(Return.received.desc(), Return.id.desc())
        )  # fmt: skip
    by_document = defaultdict(list)
    for one in came_back:
        by_document[one.document].append(one)
    return [
        MadeDocument(row, state_of(row, by_document[row.id], today), tuple(by_document[row.id]))
        for row in documents
    ]


def state_of(row: Any, returns: list[Any], today: date) -> str:
    """Return where a document stands; `returns` are those of it, the newest first.

    One that came back is taken in when nothing of its newest return was left out. A form whose
    answers are kept as responses is not waited for here.
    """
    if returns:
        return "returned" if returns[0].rejected else "taken_in"
    if not row.expected or row.name not in RETURNABLE:
        return "made"
    return "overdue" if row.due and row.due < today.isoformat() else "outstanding"


def changed_since_made(workspace: Workspace, key: int) -> list[HistoryLine]:
    """Return what changed, of what a document is about, since it was made, the newest first."""
    made = workspace.find(Document, id=key)
    if made is None:
        return []
    try:
        since = since_made(workspace, made)
    except UserError:
        # What it was about was taken out of the workspace: nothing is left to be compared.
        return []
    return told_since(workspace, since)
