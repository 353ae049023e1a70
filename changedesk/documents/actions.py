"""Keeping what was made: each export is one record, so that what comes back finds its origin."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from changedesk.documents.records import Document
from changedesk.store.journal import ChangeHeader
from changedesk.store.workspace import Workspace

_KEPT_BYTES = 3_000_000
_KEPT = (".xlsx", ".docx", ".pdf")


@dataclass(frozen=True)
class Made:
    """A document as it was written: its kind and title, what it is about, its file and seal.

    `seen` is the version vector of the workspace that it was made from; `expected` says that it
    is to be filled in and sent back.
    """

    kind: str
    title: str
    subject: str
    path: Path
    rows: int
    export_id: str
    seal: str
    seen: Mapping[str, int]
    expected: bool = False
    made_for: str = ""


def keep_document(workspace: Workspace, project: int, made: Made) -> int:
    """Keep that a document was made, as one change that undo passes over, and return its key.

    The file itself is kept along with it unless it is large. Raises UserError when the workspace
    is read-only.
    """
    data = made.path.read_bytes() if made.path.suffix.lower() in _KEPT else b""
    label = f"Export {made.path.name}"
    with workspace.change(label, header=ChangeHeader(label, lasts=True)) as change:
        kept = change.content(data) if 0 < len(data) <= _KEPT_BYTES else ""
        record = Document(
            project=project,
            title=made.title,
            name=made.kind,
            subject=made.subject,
            made=change.now_ms,
            made_for=made.made_for,
            expected=made.expected,
            file_name=made.path.name,
            rows=made.rows,
            export_id=made.export_id,
            seal=made.seal,
            content=kept,
            seen=vector_text(made.seen),
        )
        return int(change.add(record).id)


def vector_text(seen: Mapping[str, int]) -> str:
    """Return a version vector as it is kept with a document."""
    return json.dumps(dict(seen), sort_keys=True, separators=(",", ":"))


def vector_of(text: str) -> dict[str, int]:
    """Return the version vector that is kept with a document; empty for none."""
    return {str(device): int(seq) for device, seq in json.loads(text or "{}").items()}
