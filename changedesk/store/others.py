"""Another copy of a workspace, opened to be read: a file, a team database, or an exchange bundle.

It is read with plain statements on a connection of its own; nothing is ever written to it.
"""

import tempfile
from collections.abc import Generator, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from changedesk.store import opening
from changedesk.store.access import is_team_database
from changedesk.store.backup import write_backup
from changedesk.store.bundle_reading import is_bundle, opened_bundle
from changedesk.store.engine import (
    Sql,
    postgresql_database,
    read_transaction,
    sqlite_database,
    told_plainly,
)
from changedesk.store.errors import EnvironmentProblem, UserError
from changedesk.store.installation import file_at, home
from changedesk.store.journal import DeviceRow, read_tip
from changedesk.store.merge import WireOp, operations
from changedesk.store.migrate import STEPS, migrate
from changedesk.store.records import Schema
from changedesk.store.tables import team_version

Reach = Mapping[str, tuple[int, bytes]]
"""How far each device's chain goes, by its UUID in hex: the last number, and that one's hash."""


class Source(Protocol):
    """Something that operations and kept bytes come from."""

    name: str
    kind: str
    uid: str
    """What all copies of the workspace share; empty while it holds nothing."""

    @property
    def reach(self) -> Reach:
        """Return how far its chains go."""

    def operations(self, known: Mapping[str, int]) -> Generator[WireOp, None, None]:
        """Yield what somebody with this version vector lacks, oldest first."""

    def content(self, digest: str) -> bytes | None:
        """Return kept bytes by their SHA-256 in hex, or None."""

    def companion(self, name: str) -> Generator[bytes, None, None]:
        """Yield the lines of a companion."""


def reach_of(sql: Sql) -> dict[str, tuple[int, bytes]]:
    """Return how far each device's chain is known, and the hash where it ends."""
    reach: dict[str, tuple[int, bytes]] = {}
    for key, uid in sql.rows("SELECT id, uid FROM device"):
        tip = read_tip(sql, DeviceRow(key, uid))
        if tip.seq:
            reach[bytes(uid).hex()] = (tip.seq, tip.h)
    return reach


def uid_of(sql: Sql) -> str:
    """Return what all copies of a workspace share: the beginning of its first hash."""
    first = sql.value("SELECT h FROM op ORDER BY id LIMIT 1")
    return bytes(first).hex()[:32] if first is not None else ""


class CopySource:
    """A copy in a file or a team database, while it is open."""

    kind = "workspace"

    def __init__(self, sql: Sql, name: str, schema: Schema) -> None:
        self.name = name
        self._sql = sql
        self._companions = {companion.name: companion for companion in schema.companions}
        self.uid = uid_of(sql)
        self.reach: Reach = reach_of(sql)

    def operations(self, known: Mapping[str, int]) -> Generator[WireOp, None, None]:
        """Yield what somebody with this version vector lacks, oldest first."""
        with told_plainly(self.name):  # not of the workspace into which they go
            yield from operations(self._sql, known)

    def content(self, digest: str) -> bytes | None:
        """Return kept bytes by their SHA-256 in hex, or None."""
        with told_plainly(self.name):
            data = self._sql.value("SELECT data FROM content WHERE h = ?", (bytes.fromhex(digest),))
        return bytes(data) if data is not None else None

    def companion(self, name: str) -> Generator[bytes, None, None]:
        """Yield the lines of a companion."""
        with told_plainly(self.name):
            yield from self._companions[name].pack(self._sql)


@contextmanager
def opened_other(address: str, schema: Schema, own: Path | None) -> Iterator[Source]:
    """Open another copy to be read; `own` is the file of the workspace that asks, if it is one.

    Raises UserError for what is no copy of any workspace, for one from a newer version and for the
    workspace itself, EnvironmentProblem for a damaged one. An older file is read through a copy
    that was brought up to date; the file stays as it is.
    """
    if is_team_database(address):
        with _team(address, schema) as source:
            yield source
        return
    path = file_at(address)
    # SQLite's locks on a file go when any handle on it closes: our own is not even looked at.
    if own is not None and path.exists() and path.samefile(own):
        raise UserError(f"{path.name} is this workspace itself: there is nothing to put together.")
    if is_bundle(path):
        with opened_bundle(path, schema) as bundle:
            yield bundle
        return
    with _looked_through(path, schema) as fit:
        database = sqlite_database(fit, read_only=True)
        with told_plainly(path.name), database.connection_context(), read_transaction(database):
            yield CopySource(Sql(database), path.name, schema)


@contextmanager
def _looked_through(path: Path, schema: Schema) -> Iterator[Path]:
    header = opening.read_header(path)
    if header.version > schema.version:
        raise UserError(
            f"{path.name} was written by a newer ChangeDesk (schema {header.version}, this one "
            f"knows {schema.version}): install the newer version first, then put them together."
        )
    header = opening.inspect(path, schema, header, writable=False)
    if header.version == schema.version:
        yield path
        return
    with tempfile.TemporaryDirectory(prefix="older-", dir=home()) as folder:
        copy = Path(folder) / path.name
        database = sqlite_database(path, read_only=True)
        with told_plainly(), database.connection_context():
            write_backup(Sql(database), copy)
        migrate(copy, schema, STEPS)
        yield copy


@contextmanager
def _team(address: str, schema: Schema) -> Iterator[Source]:
    database = postgresql_database(address)
    with told_plainly(), database.connection_context(), read_transaction(database):
        sql = Sql(database)
        version = team_version(sql)
        if version is None:
            raise UserError("This database holds no workspace: there is nothing to put together.")
        if version != schema.version:
            older = "older" if version < schema.version else "newer"
            raise EnvironmentProblem(
                f"The other team database has schema {version}, {older} than this ChangeDesk's "
                f"{schema.version}: both must have the same before they are put together."
            )
        yield CopySource(sql, "the team database", schema)
