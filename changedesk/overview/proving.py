"""Is a document the one that was made, and what changed in the workspace since?

A document whose file is kept is compared with that file, content and looks; one that is too large
to be kept, or whose workspace is not at hand, only with the digest of its seal.
"""

import json
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from changedesk.documents.records import Document
from changedesk.documents.signing import Scope, Since, changed_since, signatures_of
from changedesk.exchange.guard import inspect
from changedesk.office.carriers import read_identity
from changedesk.office.identity import Identity
from changedesk.office.looks import changed_looks
from changedesk.office.seal import (
    Change,
    changed_content,
    content_digest,
    hidden_content,
    read_digest_of_seal,
)
from changedesk.overview.signing_scopes import scope_of, scope_of_record, withdrawn_from
from changedesk.people.links import told_links
from changedesk.store.clock import stamp_ms
from changedesk.store.errors import UserError
from changedesk.store.findings import Finding
from changedesk.store.heads import id_map
from changedesk.store.history import HistoryLine, record_names
from changedesk.store.journal import WITHDRAWN, is_edit
from changedesk.store.spec import spec_of
from changedesk.store.standing import Standing, later_than
from changedesk.store.workspace import Workspace

_NAMED_AT_MOST = 100
_LINES_AT_MOST = 300
_HAPPENED = {"added": "made", "removed": "withdrawn", "changed": "changed"}
_SUBJECTS = {
    "uat": "cycle",
    "impact": "impact",
    "communication": "impact",
    "training": "training",
    "attendance": "training",
    "survey": "adoption",
    "adoption": "adoption",
}


@dataclass(frozen=True)
class DocumentProof:
    """What is known of a document: its kind, what does not hold, and what came after it.

    `same_bytes` is None where the file that was made is not kept.
    """

    kind: str
    code: str
    findings: tuple[Finding, ...]
    same_bytes: bool | None
    since: tuple[Standing, ...]


@dataclass(frozen=True)
class SignatureProof:
    """A signature with what changed in its scope since it was given."""

    signature: Any
    since: tuple[Since, ...]


def proof_of_document(path: Path, workspace: Workspace | None) -> DocumentProof:
    """Check a workbook or document of ours, with the workspace that made it if there is one.

    Raises UserError for a file that is none of ours.
    """
    inspect(path)
    identity = read_identity(path)
    if identity is None:
        raise UserError(
            f"{path.name} bears no mark of ChangeDesk: it was not made by it, or the mark was "
            "taken out."
        )
    if workspace is None:
        findings = _unlike_its_seal(path, read_digest_of_seal(identity))
        return DocumentProof(identity.kind, "", tuple(findings), None, ())
    return _against(workspace, path, identity)


def _against(workspace: Workspace, path: Path, identity: Identity) -> DocumentProof:
    made = workspace.find(Document, export_id=identity.export_id)
    if identity.workspace_uid != workspace.uid or made is None:
        finding = Finding("foreign document", path.name, "it was not made from this workspace")
        return DocumentProof(identity.kind, "", (finding,), None, ())
    kept = workspace.content(made.content) if made.content else None
    same = None if kept is None else path.read_bytes() == kept
    if kept is None:
        findings = _unlike_its_seal(path, made.seal.rpartition(":")[2])
    else:
        findings = [] if same else _unlike_what_was_made(path, kept)
    return DocumentProof(
        identity.kind, made.code, tuple(findings), same, tuple(_since(workspace, made, identity))
    )


def _unlike_its_seal(path: Path, sealed: str | None) -> list[Finding]:
    """Return what does not hold; without the file as made only what is hidden can be named."""
    if content_digest(path) == sealed:
        return []
    return _findings(hidden_content(path)) or [
        Finding("altered document", path.name, "its content is not what its seal covers")
    ]


def _unlike_what_was_made(path: Path, kept: bytes) -> list[Finding]:
    with tempfile.TemporaryDirectory() as folder:
        original = Path(folder) / f"original{path.suffix}"
        original.write_bytes(kept)
        looks = changed_looks(original, path)
        if content_digest(original) == content_digest(path):
            return _findings(looks)
        told = {look.place for look in looks}
        content = changed_content(original, path)
        return _findings([*(one for one in content if one.place not in told), *looks])


def _findings(changes: list[Change]) -> list[Finding]:
    named = [Finding("altered document", one.place, _words(one)) for one in changes]
    return named[:_NAMED_AT_MOST]


def _words(change: Change) -> str:
    if not change.before:
        return f"“{change.after}” was added"
    if not change.after:
        return f"“{change.before}” was taken out"
    return f"“{change.before}” became “{change.after}”"


def _since(workspace: Workspace, made: Document, identity: Identity) -> list[Standing]:
    subject = _SUBJECTS.get(made.name.partition("-")[0])
    if subject is None:
        return []
    record = identity.subject.partition(":")[2] if subject == "cycle" else ""
    return _later(workspace, made, scope_of_record(workspace, subject, made.project_id, record))


def _later(workspace: Workspace, made: Document, scope: Scope) -> list[Standing]:
    keys = scope.keys | withdrawn_from(workspace, scope)
    with workspace.connected() as sql:
        return later_than(sql, json.loads(made.seen or "{}"), keys)


def since_made(workspace: Workspace, made: Document) -> list[Standing]:
    """Return what changed in the workspace since a document was made, of what it is about.

    Raises UserError where what it is about is not there any more.
    """
    subject = _SUBJECTS.get(made.name.partition("-")[0])
    if subject is None:
        return []
    return _later(workspace, made, scope_of(workspace, subject, made.project_id, made.subject))


def told_since(workspace: Workspace, since: Iterable[Standing]) -> list[HistoryLine]:
    """Return later operations as lines of the history, the newest first, a few hundred at most."""
    found = sorted(since, key=lambda one: one.hlc, reverse=True)
    made = {one.entity for one in found if one.made}
    # What came back along with its making is not told twice.
    shown = [
        one
        for one in found
        if one.made
        or is_edit(one.field)
        or (one.field == WITHDRAWN and (one.value is not None or one.entity not in made))
    ]
    return [_told(workspace, one) for one in shown[:_LINES_AT_MOST]]


def _told(workspace: Workspace, one: Standing) -> HistoryLine:
    field = spec_of(workspace.schema.by_name[one.type_name]).by_name.get(one.field)
    value = one.value or ""
    if field is not None and field.target and value:
        value = name_of(workspace, value)
    gone = "withdrawn" if one.value is not None else "back"
    what = "made" if one.made else gone if one.field == WITHDRAWN else "changed"
    return HistoryLine(
        stamp_ms(one.hlc), one.actor, "", one.type_name, one.entity,
        _called(workspace, one), what, "" if field is None else one.field, "", value,
    )  # fmt: skip


def proofs_of_signatures(workspace: Workspace, project: int) -> list[SignatureProof]:
    """Return the signatures of a project, each with what changed since, the newest first."""
    found = []
    for row in signatures_of(workspace, project):
        scope = scope_of_record(workspace, row.subject, project, row.record)
        since = changed_since(workspace, row.digest, scope.keys)
        found.append(SignatureProof(row, tuple(since)))
    return found


def line_of(workspace: Workspace, one: Since) -> HistoryLine:
    """Return what changed after a signature as a line of the history."""
    field = spec_of(workspace.schema.by_name[one.type_name]).by_name.get(one.field)
    named = field is not None and field.target
    before, after = (
        name_of(workspace, value) if named and value else value or ""
        for value in (one.before, one.after)
    )
    return HistoryLine(
        one.at_ms, one.actor, "", one.type_name, one.entity, _called(workspace, one),
        _HAPPENED[one.kind], one.field, before, after,
    )  # fmt: skip


def _called(workspace: Workspace, one: Since | Standing) -> str:
    if one.type_name == "link":
        return told_links(workspace, [one.entity])[one.entity]
    return workspace.record_name(one.entity)


def name_of(workspace: Workspace, uid: str) -> str:
    """Return how people know the record with a UUID in hex; the empty text for none."""
    with workspace.connected() as sql:
        keys = id_map(sql, [bytes.fromhex(uid)])
        return next(iter(record_names(sql, workspace.schema, [*keys.values()]).values()), "")
