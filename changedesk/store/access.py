"""Creating and opening a workspace: a file with care, a team database when it knows us."""

import os
from pathlib import Path

from peewee import Database

from changedesk.store import installation, opening
from changedesk.store.clock import Clock, system_clock
from changedesk.store.engine import (
    Sql,
    postgresql_database,
    read_transaction,
    sqlite_database,
    told_plainly,
    write_transaction,
)
from changedesk.store.errors import EnvironmentProblem, UserError
from changedesk.store.lock import WindowLock
from changedesk.store.new_files import refuse_place
from changedesk.store.records import Schema
from changedesk.store.tables import create_tables, team_version
from changedesk.store.text import clean
from changedesk.store.workspace import Workspace


class AlreadyOpen(UserError):
    """This user has the workspace open in a window on this machine."""


def is_team_database(address: str | Path) -> bool:
    """Tell a postgresql:// address from a file's name."""
    return str(address).startswith(("postgresql://", "postgres://"))


def create_workspace(
    address: str | Path, schema: Schema, *, actor: str = "", clock: Clock = system_clock
) -> Workspace:
    """Create an empty workspace and open it.

    Raises UserError when there is something at `address` already.
    """
    os.umask(0o077)
    if is_team_database(address):
        place, database = str(address), _new_team_database(str(address), schema)
    else:
        path = installation.file_at(address)
        _create_file(path, schema)
        place, database = str(path), sqlite_database(path)
    return Workspace(database, schema, place, actor=_actor(actor), clock=clock)


def open_workspace(
    address: str | Path,
    schema: Schema,
    *,
    actor: str = "",
    clock: Clock = system_clock,
    window: bool = False,
    steps: Path | None = None,
) -> Workspace:
    """Open a workspace with care: nothing is written before its file was looked through.

    A file from a newer ChangeDesk, on a medium that cannot be written, or held by a window
    elsewhere opens read-only. Raises UserError for what is no workspace, AlreadyOpen for one that
    this user has in a window (with `window`), EnvironmentProblem for a damaged one.
    """
    os.umask(0o077)
    if is_team_database(address):
        return _open_team_database(str(address), schema, actor=_actor(actor), clock=clock)
    path = installation.file_at(address)
    header = opening.read_header(path)
    lock = WindowLock(path)
    try:
        read_only = _why_read_only(path, schema, header, lock, window=window)
        if not as_we_left_it(path, schema):
            header = opening.inspect(path, schema, header, writable=not read_only)
        if header.version < schema.version and not read_only:
            from changedesk.store.migrate import STEPS, migrate_after_backup  # noqa: PLC0415

            migrate_after_backup(path, schema, steps or STEPS, clock())
        return Workspace(
            sqlite_database(path, read_only=bool(read_only)), schema, str(path),
            actor=_actor(actor), clock=clock, read_only=read_only, lock=lock,
        )  # fmt: skip
    except BaseException:
        lock.release()
        raise


def _actor(actor: str) -> str:
    return clean(actor or installation.user_name())


def _create_file(path: Path, schema: Schema) -> None:
    refuse_place(path)
    # Under another name first: what has the right name is a whole workspace.
    fresh = path.with_name(f".{path.name}.{os.getpid()}.new")
    database = sqlite_database(fresh)
    try:
        with told_plainly():
            with database.connection_context(), database.atomic("EXCLUSIVE"):
                create_tables(database, schema)
            fresh.rename(path)
    finally:
        fresh.unlink(missing_ok=True)


def _new_team_database(url: str, schema: Schema) -> Database:
    database = postgresql_database(url)
    with told_plainly(), database.connection_context(), write_transaction(database):
        if team_version(Sql(database)) is not None:
            raise UserError("This database holds a workspace already.")
        create_tables(database, schema)
    return database


def _open_team_database(url: str, schema: Schema, *, actor: str, clock: Clock) -> Workspace:
    database = postgresql_database(url)
    with told_plainly(), database.connection_context(), read_transaction(database):
        version = team_version(Sql(database))
    if version is None:
        raise UserError("This database holds no workspace: make one there first.")
    if version < schema.version:
        raise EnvironmentProblem(
            f"This team database has schema {version}, older than this ChangeDesk's "
            f"{schema.version}: its owner must bring it up to date first."
        )
    read_only = ""
    if version > schema.version:
        read_only = (
            f"This team database has schema {version}, newer than this ChangeDesk's "
            f"{schema.version}: it opens read-only. Install the newer version to change it."
        )
    return Workspace(database, schema, url, actor=actor, clock=clock, read_only=read_only)


def _why_read_only(
    path: Path, schema: Schema, header: opening.Header, lock: WindowLock, *, window: bool
) -> str:
    if header.version > schema.version:
        return (
            f"{path.name} was written by a newer ChangeDesk (schema {header.version}, this one "
            f"knows {schema.version}): it opens read-only. Install the newer version to change it."
        )
    if not os.access(path, os.W_OK) or not _folder_takes_files(path.parent):
        return f"{path.name} is in a place that cannot be written to: it opens read-only."
    holder = lock.holder()
    if holder is not None and not holder.here:
        return (
            f"{holder.user} has {path.name} open on {holder.host}: it opens read-only here until "
            f"it is closed there. (If nobody has, remove {lock.path.name} beside it.)"
        )
    if window and lock.take() is not None:
        raise AlreadyOpen(f"{path.name} is open in another window already.")
    return ""


def _folder_takes_files(folder: Path) -> bool:
    probe = folder / f".changedesk-{os.getpid()}-{os.urandom(4).hex()}"
    try:
        probe.touch()
        probe.unlink()
    except OSError:
        return False
    return True


def as_we_left_it(path: Path, schema: Schema) -> bool:
    """Tell whether a file is just as this installation left it: then it was looked through."""
    try:
        unfinished = opening.left_unfinished(path)
        return not unfinished and installation.left_by_us(str(path), path, schema.make)
    except OSError:
        return False
