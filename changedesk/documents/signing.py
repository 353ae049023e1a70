"""Signing what was seen, proving later that it is unchanged, and naming what changed since.

A signature holds no copy of what it covers. It names the operations of the journal that gave the
records in its scope their values at that moment, and how far each device's chain was known.
"""

import hashlib
import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from changedesk.documents import words
from changedesk.documents.device_key import own_key, proves, public_text
from changedesk.documents.records import Signature
from changedesk.store.change import Change
from changedesk.store.clock import stamp_ms
from changedesk.store.digest import split_hashes
from changedesk.store.drafting import tidied
from changedesk.store.engine import Sql
from changedesk.store.errors import UserError
from changedesk.store.findings import Finding
from changedesk.store.journal import WITHDRAWN, version_vector
from changedesk.store.standing import (
    Standing,
    differing,
    is_whole,
    operations_in,
    standing_of,
)
from changedesk.store.values import decode_record
from changedesk.store.workspace import Workspace

_COVERED = (
    "subject", "record", "label", "name", "role", "decision", "comment", "manner", "signed",
    "picture", "digest", "seen",
)  # fmt: skip


@dataclass(frozen=True)
class Scope:
    """What a signature is about: the records whose values it covers."""

    subject: str
    project: int
    record: str
    label: str
    keys: frozenset[int]


@dataclass(frozen=True)
class Name:
    """Who signs, as what, and what he decides."""

    name: str
    role: str = ""
    decision: str = "approved"
    comment: str = ""
    manner: str = "typed"
    picture: bytes = b""
    document: int | None = None


@dataclass(frozen=True)
class Since:
    """One thing that changed after a signature: a record that was added or removed, or a field.

    `kind` is added, changed or removed; values are texts as the journal keeps them.
    """

    kind: str
    entity: int
    type_name: str
    field: str
    before: str | None
    after: str | None
    actor: str
    at_ms: int


def sign(workspace: Workspace, scope: Scope, who: Name, *, seen: str = "") -> int:
    """Put a name under the present content of a scope; return the key of the signature.

    `seen` is the digest of what the person had in front of him, where it was shown a while ago.
    Raises UserError when a name is missing or that content changed meanwhile.
    """
    if not who.name.strip():
        raise UserError("A signature needs the name of who signs.")
    if who.decision not in {choice.code for choice in words.DECISIONS}:
        decisions = ", ".join(choice.code for choice in words.DECISIONS)
        raise UserError(f"“{who.decision}” is no decision: use one of {decisions}.")
    with workspace.change(f"Sign {scope.label}") as change:
        return add_signature(workspace, change, scope, who, seen=seen)


def add_signature(
    workspace: Workspace, change: Change, scope: Scope, who: Name, *, seen: str = ""
) -> int:
    """Sign within a change; see `sign`."""
    with workspace.connected() as sql:
        content = standing_of(sql, scope.keys)
        known = json.dumps(version_vector(sql), sort_keys=True, separators=(",", ":"))
    digest = change.content(content)
    if seen and seen != digest:
        raise UserError(
            f"{scope.label} was changed while it was read: look at it again, then sign."
        )
    values: dict[str, Any] = {
        "project": scope.project, "subject": scope.subject, "record": scope.record,
        "label": scope.label, "name": who.name.strip(), "role": who.role.strip(),
        "decision": who.decision, "comment": who.comment, "manner": who.manner,
        "signed": change.now_ms, "document": who.document,
        "picture": change.content(who.picture) if who.picture else "",
        "digest": digest, "seen": known,
    }  # fmt: skip
    key = own_key()
    # What is proved is what the workspace keeps: texts are cleaned on their way in.
    ready = tidied(Signature, {**values, "key": public_text(key)})
    proof = key.sign(_message(ready)).hex()
    (made,) = change.add_many(Signature, [{**ready, "proof": proof}])
    return made


def digest_of(workspace: Workspace, scope: Scope) -> str:
    """Return the digest of the present content of a scope, to be signed in a moment."""
    with workspace.connected() as sql:
        return hashlib.sha256(standing_of(sql, scope.keys)).hexdigest()


def _message(row: Mapping[str, Any]) -> bytes:
    parts = [str(row[name] if row[name] is not None else "").encode() for name in _COVERED]
    return b"".join(len(part).to_bytes(4, "big") + part for part in (b"cds1", *parts))


def signatures_of(workspace: Workspace, project: int, record: str = "") -> list[Any]:
    """Return the signatures of a project, or of one record by its UUID, the newest first."""
    query = Signature.select().where(Signature.project == project)
    if record:
        query = query.where(Signature.record == record)
    return workspace.rows(query.order_by(Signature.id.desc()))


def changed_since(workspace: Workspace, digest: str, keys: Collection[int]) -> list[Since]:
    """Return what differs between the content that was signed and that of its scope now.

    `keys` are the records in scope now. Each field is named once, with the latest change of it.
    Raises EnvironmentProblem when the content that was signed is not in the workspace.
    """
    before = workspace.content(digest)
    with workspace.connected() as sql:
        gone, fresh = differing(before, standing_of(sql, keys))
        known = operations_in(sql, gone | fresh)
        was = [known[h] for h in gone if h in known]
        now = [known[h] for h in fresh if h in known]
        removed = {one.entity for one in was if one.made}
        found = [_change_of(sql, was, one) for one in now if one.made or one.entity not in removed]
        found += _removals(sql, removed)
    return sorted(found, key=lambda one: (one.at_ms, one.entity, one.field))


def _change_of(sql: Sql, was: Sequence[Standing], now: Standing) -> Since:
    at_ms = stamp_ms(now.hlc)
    if now.made:
        return Since("added", now.entity, now.type_name, "", None, None, now.actor, at_ms)
    before = _value_before(sql, was, now)
    return Since(
        "changed", now.entity, now.type_name, now.field, before, now.value, now.actor, at_ms
    )


def _value_before(sql: Sql, was: Sequence[Standing], now: Standing) -> str | None:
    for one in was:
        if (one.entity, one.field) == (now.entity, now.field):
            return one.value
    maker = sql.value(
        "SELECT o.val FROM entity e JOIN op o ON o.id = e.op WHERE e.id = ?", (now.entity,)
    )
    return decode_record(maker).get(now.field)


def _removals(sql: Sql, entities: Collection[int]) -> list[Since]:
    rows = sql.by_keys(
        "SELECT e.id, e.type, o.actor, o.hlc FROM entity e JOIN head h ON h.ent = e.id "
        f"JOIN op o ON o.id = h.op WHERE h.field = '{WITHDRAWN}' AND e.id IN ({{keys}})",
        entities,
    )
    told = {
        ent: Since("removed", ent, name, "", None, None, actor, stamp_ms(hlc))
        for ent, name, actor, hlc in rows
    }
    return list(told.values())


def check_signatures(workspace: Workspace) -> list[Finding]:
    """Return what does not hold about the signatures: a changed one, or content that is gone."""
    found: list[Finding] = []
    with workspace.connected() as sql:
        known = version_vector(sql)
        for row in workspace.rows(Signature.select().order_by(Signature.id)):
            where = f"signature of {row.name}, {row.label}"
            found += [
                Finding("signature", where, why) for why in _faults(sql, row._asdict(), known)
            ]
    return found


def _faults(sql: Sql, row: Mapping[str, Any], known: Mapping[str, int]) -> Iterator[str]:
    if not proves(row["key"], row["proof"], _message(row)):
        yield "it was changed after it was made, or never made with its key"
    content = sql.value("SELECT data FROM content WHERE h = ?", (_hash(row["digest"]),))
    if content is None:
        yield "what was signed is not in the workspace any more"
    elif hashlib.sha256(content).hexdigest() != row["digest"] or not is_whole(bytes(content)):
        yield "the list of what was signed was changed"
    else:
        hashes = {*split_hashes(bytes(content))}
        missing = len(hashes - operations_in(sql, hashes).keys())
        if missing:
            yield f"{missing} of the entries of the journal that it covers are not there any more"
    for device, seq in _vector(row["seen"]).items():
        if known.get(device, 0) < seq:
            yield f"the journal of device {device[:8]} was longer when it was signed"


def _hash(digest: str) -> bytes:
    try:
        return bytes.fromhex(digest)
    except ValueError:
        return b""


def _vector(text: str) -> dict[str, int]:
    try:
        return {str(device): int(seq) for device, seq in json.loads(text or "{}").items()}
    except (ValueError, AttributeError):
        return {}
