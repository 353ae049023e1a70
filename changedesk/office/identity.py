"""The identity of an export as one line of text, the same in each of its carriers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote, unquote

META_SHEET = "_cd_meta"
ID_COLUMN = "_id"
IDENTITY_NAME = "_cd_identity"
IDENTITY_PROPERTY = "changedesk_identity"
SEAL_PROPERTY = "changedesk_seal"

_FORM = "cd1"
_FIELDS = 7


@dataclass(frozen=True)
class Identity:
    """Whose export this is. `created` comes from the caller's clock; `kind` is `uat-workbook` ...

    `seal` is filled in by the writer; a caller leaves it empty.
    """

    export_id: str
    workspace_uid: str
    kind: str
    created: datetime
    schema: int = 1
    subject: str = ""
    seal: str = ""


def identity_line(identity: Identity) -> str:
    """Return `identity` (without its seal) as one line of plain ASCII without a colon."""
    fields = (
        _FORM,
        identity.kind,
        str(identity.schema),
        identity.export_id,
        identity.workspace_uid,
        identity.created.isoformat(),
        identity.subject,
    )
    return "|".join(quote(field, safe=" ") for field in fields)


def parse_identity(line: str, seal: str = "") -> Identity | None:
    """Return the identity that `line` carries, None when it carries none of ours."""
    fields = [unquote(field) for field in line.strip().strip('"').split("|")]
    if len(fields) != _FIELDS or fields[0] != _FORM:
        return None
    _, kind, schema, export_id, workspace_uid, created, subject = fields
    try:
        when = datetime.fromisoformat(created)
        number = int(schema)
    except ValueError:
        return None
    return Identity(export_id, workspace_uid, kind, when, number, subject, seal)


@dataclass(frozen=True)
class MetaTable:
    """Where a table stands in an exported workbook: its sheet, header row and column keys."""

    key: str
    sheet: str
    header_row: int
    columns: tuple[str, ...]


@dataclass(frozen=True)
class Meta:
    """What the hidden sheet says. `ids` maps (table key, visible row reference) to the row id."""

    identity: Identity | None
    tables: tuple[MetaTable, ...]
    ids: dict[tuple[str, str], str]


def parse_meta(rows: Iterable[Sequence[object]]) -> Meta:
    """Read the rows of the `_cd_meta` sheet as plain values. Rows it does not know are ignored."""
    identity: Identity | None = None
    tables: list[MetaTable] = []
    ids: dict[tuple[str, str], str] = {}
    for row in rows:
        kind, *rest = ["" if value is None else str(value) for value in row] or [""]
        if kind == "identity" and rest:
            identity = parse_identity(rest[0])
        elif kind == "table" and len(rest) >= 4 and rest[2].isdecimal():
            tables.append(MetaTable(rest[0], rest[1], int(rest[2]), tuple(rest[3].split("|"))))
        elif kind == "row" and len(rest) >= 3:
            ids[rest[0], rest[1]] = rest[2]
    return Meta(identity, tuple(tables), ids)
