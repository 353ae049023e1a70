"""Putting a backup back in the place of a workspace."""

import os
from pathlib import Path

from changedesk.store import opening
from changedesk.store.backup import write_backup
from changedesk.store.engine import Sql, sqlite_database, told_plainly
from changedesk.store.errors import Damaged, UserError
from changedesk.store.journal import version_vector
from changedesk.store.lock import WindowLock
from changedesk.store.records import Schema


def restore(source: Path, target: Path, schema: Schema, *, force: bool = False) -> None:
    """Put a backup back as the workspace `target`.

    Raises UserError when `target` is open in a window or, unless forced, when it holds work that
    the backup lacks or is no workspace at all; a damaged one is replaced. What is replaced is kept
    beside it as "….replaced".
    """
    _look_through(source, schema)
    if target.exists():
        holder = WindowLock(target).holder()
        if holder is not None:
            raise UserError(f"{target.name} is open in a window of {holder.user}: close it first.")
        if not force:
            _refuse_to_lose_work(source, target, schema)
    database = sqlite_database(source, read_only=True)
    with told_plainly(), database.connection_context():
        write_backup(Sql(database), target, keep_replaced=True)


def _refuse_to_lose_work(source: Path, target: Path, schema: Schema) -> None:
    try:
        _look_through(target, schema)
    except opening.NotAWorkspace:
        raise
    except (Damaged, UserError):
        return  # nobody can say what is in it: it is kept beside the backup that takes its place
    saved, there = _reach(source), _reach(target)
    if any(seq > saved.get(device, 0) for device, seq in there.items()):
        raise UserError(
            f"{target.name} holds newer work than {source.name}: nothing was changed. "
            "Restore under another name, or add --force."
        )


def _look_through(path: Path, schema: Schema) -> None:
    writable = os.access(path, os.W_OK)
    opening.inspect(path, schema, opening.read_header(path), writable=writable, whole=True)


def _reach(path: Path) -> dict[str, int]:
    database = sqlite_database(path, read_only=True)
    with told_plainly(), database.connection_context():
        return version_vector(Sql(database))
