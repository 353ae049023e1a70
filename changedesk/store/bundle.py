"""Writing an exchange bundle: what another copy lacks, in one small file for a stick or a mail."""

import hashlib
import json
import os
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from changedesk.store.bundle_parts import (
    COMPANIONS,
    CONTENTS,
    FORMAT,
    MANIFEST,
    MOST_PARTS,
    OPERATIONS,
    VERSION,
    Chain,
    as_facts,
    as_line,
    operation_lines,
)
from changedesk.store.clock import COUNTER_BITS
from changedesk.store.contents import Naming
from changedesk.store.engine import Sql
from changedesk.store.errors import UserError
from changedesk.store.journal import NO_HASH
from changedesk.store.merge import WireOp, operations
from changedesk.store.others import reach_of, uid_of
from changedesk.store.records import Schema

SUFFIX = ".cdbundle"


@dataclass(frozen=True)
class Written:
    """A bundle that was written: where, how many operations and kept bytes it holds, its size."""

    path: Path
    operations: int
    contents: int
    bytes: int


@dataclass
class _Counted:
    """What went into a bundle: figures, and the contents that its operations name."""

    operations: int = 0
    named: set[str] = field(default_factory=set)


def write_bundle(
    sql: Sql, schema: Schema, target: Path, known: Mapping[str, int], made_ms: int, *,
    reach_only: bool = False,
) -> Written:  # fmt: skip
    """Write what somebody with the version vector `known` lacks, within one view of the database.

    With `reach_only` the bundle says only how far this copy goes, so that the other side can make
    one for it. It takes its place only when it is whole.
    """
    folder = target.absolute().parent
    if not folder.is_dir():
        raise UserError(f"There is no folder {folder} for the bundle: make it first.")
    fresh = folder / f".{target.name}.{os.getpid()}.new"
    os.umask(0o077)
    try:
        with zipfile.ZipFile(fresh, "w", zipfile.ZIP_DEFLATED) as package:
            counted = _fill(sql, schema, package, known, made_ms, reach_only=reach_only)
        with fresh.open("rb+") as file:
            os.fsync(file.fileno())
        fresh.replace(target)
    finally:
        fresh.unlink(missing_ok=True)
    return Written(target, counted.operations, len(counted.named), target.stat().st_size)


def since(sql: Sql, moment_ms: int) -> dict[str, int]:
    """Return the version vector of somebody who knows all that was written before a moment."""
    rows = sql.rows(
        "SELECT d.uid, COALESCE((SELECT MIN(o.seq) - 1 FROM op o WHERE o.dev = d.id "
        "AND o.hlc >= ?), (SELECT MAX(o.seq) FROM op o WHERE o.dev = d.id), 0) FROM device d",
        (moment_ms << COUNTER_BITS,),
    )
    return {bytes(uid).hex(): int(seq) for uid, seq in rows}


def _fill(
    sql: Sql, schema: Schema, package: zipfile.ZipFile, known: Mapping[str, int], made_ms: int, *,
    reach_only: bool,
) -> _Counted:  # fmt: skip
    parts: dict[str, dict[str, object]] = {}
    counted = _Counted()
    chains = _chains(sql, known, reach_only=reach_only)
    if not reach_only:
        places = {chain.device: place for place, chain in enumerate(chains)}
        lacking = _counting(operations(sql, known), Naming(schema), counted)
        parts[OPERATIONS] = _write(package, OPERATIONS, operation_lines(lacking, places))
        _write_contents(sql, package, counted, parts)
        for companion in schema.companions:
            name = COMPANIONS + companion.name
            parts[name] = _write(package, name, map(as_line, companion.pack(sql)))
    manifest = {
        "format": FORMAT, "version": VERSION, "workspace": uid_of(sql), "schema": schema.version,
        "made": datetime.fromtimestamp(made_ms / 1000, UTC).isoformat(timespec="seconds"),
        "operations": counted.operations, "devices": [as_facts(chain) for chain in chains],
        "parts": parts,
    }  # fmt: skip
    package.writestr(MANIFEST, json.dumps(manifest, indent=1))
    return counted


def _chains(sql: Sql, known: Mapping[str, int], *, reach_only: bool) -> list[Chain]:
    chains = []
    for device, (through, head) in sorted(reach_of(sql).items()):
        after = through if reach_only else min(known.get(device, 0), through)
        prev = head if after == through else _hash_at(sql, device, after)
        chains.append(Chain(bytes.fromhex(device), after, prev, through, head))
    return chains


def _hash_at(sql: Sql, device: str, seq: int) -> bytes:
    if seq == 0:
        return NO_HASH
    place = (bytes.fromhex(device), seq)
    return bytes(
        sql.value(
            "SELECT o.h FROM op o JOIN device d ON d.id = o.dev WHERE d.uid = ? AND o.seq = ?",
            place,
        )
    )


def _counting(lacking: Iterable[WireOp], naming: Naming, counted: _Counted) -> Iterable[WireOp]:
    fields = frozenset(naming.fields)
    for op in lacking:
        counted.operations += 1
        if op.field in fields:
            counted.named.update(naming.named(op.field, op.val))
        yield op


def _write_contents(
    sql: Sql, package: zipfile.ZipFile, counted: _Counted, parts: dict[str, dict[str, object]]
) -> None:
    if len(counted.named) > MOST_PARTS - 100:
        raise UserError(
            "This is too much for one bundle: put the two workspace files together instead."
        )
    for digest in sorted(counted.named):
        data = sql.value("SELECT data FROM content WHERE h = ?", (bytes.fromhex(digest),))
        if data is None:
            raise UserError(
                "A picture is missing in this workspace: restore a backup, then make the bundle."
            )
        # Pictures do not get smaller by packing.
        entry = zipfile.ZipInfo(CONTENTS + digest)
        package.writestr(entry, bytes(data), zipfile.ZIP_STORED)
        parts[CONTENTS + digest] = {"bytes": len(data), "sha256": digest}


def _write(package: zipfile.ZipFile, name: str, lines: Iterable[bytes]) -> dict[str, object]:
    digest, size = hashlib.sha256(), 0
    with package.open(name, "w", force_zip64=True) as part:
        for line in lines:
            part.write(line)
            digest.update(line)
            size += len(line)
    return {"bytes": size, "sha256": digest.hexdigest()}
