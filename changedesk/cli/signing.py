"""Commands that sign, and that prove what was signed and sealed."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from changedesk.cli.arguments import Address, AsJson, ProjectCode, chosen_project, opened
from changedesk.cli.output import NEEDS_A_PERSON, plain, report
from changedesk.desk import SCHEMA, open_desk
from changedesk.documents.device_key import fingerprint
from changedesk.documents.signing import Name, check_signatures, sign
from changedesk.overview.signing_scopes import scope_of
from changedesk.people.queries import projects
from changedesk.store import opening
from changedesk.store.access import is_team_database
from changedesk.store.clock import local_moment
from changedesk.store.errors import ChangeDeskError, UserError
from changedesk.store.findings import Finding
from changedesk.store.installation import file_at
from changedesk.store.workspace import Workspace

if TYPE_CHECKING:
    from changedesk.overview.proving import DocumentProof, SignatureProof

_OF_A_PROJECT = ("impact", "training", "adoption")
_DOCUMENTS = (".xlsx", ".docx", ".pdf")
_TOLD_AT_MOST = 20


def sign_subject(
    address: Address,
    subject: Annotated[
        str,
        typer.Argument(
            metavar="SUBJECT",
            help="cycle:CODE, impact:PROJECT, training:PROJECT, adoption:PROJECT, go-no-go:CODE.",
        ),
    ],
    name: Annotated[str, typer.Option("--name", metavar="TEXT", help="Who signs.")],
    role: Annotated[str, typer.Option("--role", metavar="TEXT", help="As what.")] = "",
    decision: Annotated[
        str,
        typer.Option("--decision", help="approved, approved_with_conditions or rejected."),
    ] = "approved",
    comment: Annotated[str, typer.Option("--comment", metavar="TEXT")] = "",
    project: ProjectCode = "",
    as_json: AsJson = False,
) -> None:
    """Sign off a cycle, an assessment, a plan, a report or a decision."""
    from changedesk.overview.proving import proofs_of_signatures

    kind, _, code = subject.partition(":")
    if not code.strip():
        raise UserError(f"“{subject}” names nothing to sign: write it as cycle:CYC-01.")
    with opened(address, to_write=True) as workspace:
        of_project = kind in _OF_A_PROJECT
        where = chosen_project(workspace, code if of_project else project)
        scope = scope_of(workspace, kind, where.id, code.strip())
        key = sign(workspace, scope, Name(name, role, decision, comment))
        row = next(one for one in proofs_of_signatures(workspace, where.id)).signature
        facts = {
            "subject": subject, "name": row.name, "role": row.role, "decision": row.decision,
            "digest": row.digest, "key": fingerprint(row.key), "record": workspace.uid_of(key),
            "records": len(scope.keys),
        }  # fmt: skip
    line = (
        f"{row.name} signed {scope.label}: {row.decision.replace('_', ' ')}. "
        f"{len(scope.keys)} records, digest {row.digest[:16]}, key {facts['key']}."
    )
    report(as_json, facts, [line])


def verify(
    target: Annotated[
        str,
        typer.Argument(metavar="TARGET", help="A workspace, or a document that was made from one."),
    ],
    address: Annotated[
        str, typer.Option("--workspace", metavar="WORKSPACE", help="What made the document.")
    ] = "",
    as_json: AsJson = False,
) -> None:
    """Check a workspace or a document; exit code 1 if something does not hold."""
    if Path(target).suffix.lower() in _DOCUMENTS and not is_team_database(target):
        facts, lines = _document(Path(target), address)
    else:
        facts, lines = _workspace(target)
    report(as_json, facts, lines)
    if not facts["ok"]:
        raise typer.Exit(NEEDS_A_PERSON)


def _facts(findings: Iterable[Finding]) -> dict[str, Any]:
    told = [{"what": one.what, "where": one.where, "why": one.why} for one in findings]
    return {"ok": not told, "findings": told}


def _lines(findings: Iterable[Finding]) -> list[str]:
    return [f"{one.what} ({plain(one.where)}): {plain(one.why)}" for one in findings]


def _workspace(address: str) -> tuple[dict[str, Any], list[str]]:
    findings = _refusal(address)
    if findings:
        return _facts(findings), _lines(findings)
    workspace = open_desk(address)
    try:
        findings = workspace.verify() or check_signatures(workspace)
        signed = [] if findings else _signed(workspace)
    finally:
        workspace.close()
    lines = _lines(findings) or ["Everything holds."]
    lines += [line for one in signed for line in one.pop("lines")]
    return {**_facts(findings), **({"signatures": signed} if signed else {})}, lines


def _signed(workspace: Workspace) -> list[dict[str, Any]]:
    from changedesk.overview.proving import proofs_of_signatures

    return [
        _signature(workspace, one)
        for project in projects(workspace)
        for one in proofs_of_signatures(workspace, project.id)
    ]


def _signature(workspace: Workspace, proof: "SignatureProof") -> dict[str, Any]:
    from changedesk.cli.history_words import Teller
    from changedesk.overview.proving import line_of

    row = proof.signature
    changes = [
        {
            "kind": one.kind, "record": workspace.record_name(one.entity), "type": one.type_name,
            "field": one.field, "before": one.before, "after": one.after, "who": one.actor,
            "at": local_moment(one.at_ms),
        }
        for one in proof.since
    ]  # fmt: skip
    head = f"{row.name}, {row.decision.replace('_', ' ')}, {row.label}"
    if not changes:
        lines = [f"Signed by {head}: unchanged since."]
    else:
        lines = [f"Signed by {head}: {_changes(len(changes))} since."]
        told = [line_of(workspace, one) for one in proof.since[:_TOLD_AT_MOST]]
        teller = Teller(workspace, told)
        lines += [f"  {teller.line(line)}" for line in told]
    return {
        "subject": row.subject, "label": row.label, "name": row.name, "role": row.role,
        "decision": row.decision, "digest": row.digest, "changed_since": changes, "lines": lines,
    }  # fmt: skip


def _changes(n: int) -> str:
    return "1 change" if n == 1 else f"{n:,} changes"


def _document(path: Path, address: str) -> tuple[dict[str, Any], list[str]]:
    from changedesk.overview.proving import proof_of_document

    if not path.is_file():
        raise UserError(f"There is no file {path}.")
    if path.suffix.lower() == ".pdf":
        raise UserError(
            f"{path.name} is a print: only the workbook or Word document that it was made from "
            "carries a seal that can be checked."
        )
    if not address:
        proof = proof_of_document(path, None)
        return _proof(proof, [])
    with opened(address) as workspace:
        proof = proof_of_document(path, workspace)
        changed = [
            {
                "record": workspace.record_name(one.entity), "type": one.type_name,
                "field": "" if one.made else one.field, "who": one.actor,
            }
            for one in proof.since
        ]  # fmt: skip
    return _proof(proof, changed)


def _proof(
    proof: "DocumentProof", changed: list[dict[str, Any]]
) -> tuple[dict[str, Any], list[str]]:
    facts = {
        **_facts(proof.findings), "document": proof.kind, "code": proof.code,
        "same_file": proof.same_bytes, "changed_since": changed,
    }  # fmt: skip
    lines = _lines(proof.findings)
    if not lines:
        bytes_differ = proof.same_bytes is False
        same = "same content, different file" if bytes_differ else "its content is what was sealed"
        lines.append(f"{proof.kind} {proof.code}: {same}.".replace(" :", ":"))
    if changed:
        lines.append(f"{_changes(len(changed))} in the workspace since it was made.")
        lines += [
            f"  {one['record']} {one['field']} ({one['who']})" for one in changed[:_TOLD_AT_MOST]
        ]
    return facts, lines


def _refusal(address: str) -> list[Finding]:
    # A damaged or altered workspace is not opened; here that is a finding and not a refusal.
    if is_team_database(address):
        return []
    path = file_at(address)
    header = opening.read_header(path)
    try:
        opening.inspect(path, SCHEMA, header, writable=True)
    except ChangeDeskError as error:
        if "locked" in str(error.__cause__):
            raise
        return [Finding("not opened", path.name, str(error))]
    return []
