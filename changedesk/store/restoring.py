"""Putting a backup back in the place of a workspace."""

import os
from itertools import count
from pathlib import Path

from changedesk.store import opening
from changedesk.store.backup import write_backup
from changedesk.store.engine import Sql, sqlite_database, told_plainly
from changedesk.store.errors import ChangeDeskError, Damaged, UserError
from changedesk.store.journal import version_vector
from changedesk.store.lock import WindowLock
from changedesk.store.records import Schema


def restore(source: Path, target: Path, schema: Schema, *, force: bool = False) -> Path | None:
    """Put a backup back as the workspace `target`; return where what it replaced is kept.

    Raises UserError when `target` is open in a window or, unless forced, when it holds work that
    the backup lacks or is no workspace at all; a damaged one is replaced. What is replaced is kept
    beside it as "….replaced", and what was kept so before stays.
    """
    os.umask(0o077)
    _look_through(source, schema)
    if target.exists():
        if target.samefile(source):
            raise UserError(f"{target.name} is the backup itself: nothing was changed.")
        holder = WindowLock(target).holder()
        if holder is not None:
            raise UserError(f"{target.name} is open in a window of {holder.user}: close it first.")
        if not force:
            _refuse_to_lose_work(source, target, schema)
    database = sqlite_database(source, read_only=True)
    with told_plainly(), database.connection_context():
        aside = name_aside(target) if target.exists() else None
        write_backup(Sql(database), target, aside=aside)
    return aside


def name_aside(target: Path) -> Path:
    """Return a free name beside a file for keeping what takes its place."""
    names = (f"{target.name}.replaced{n if n > 1 else ''}" for n in count(1))
    return next(path for path in map(target.with_name, names) if not path.exists())


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
    opening.inspect(path, schema, opening.read_header(path), writable=writable)


def _reach(path: Path) -> dict[str, int]:
    database = sqlite_database(path, read_only=True)
    with told_plainly(), database.connection_context():
        return version_vector(Sql(database))


def holds_nothing_more(path: Path, known: dict[str, int]) -> bool:
    """Tell whether a closed file is a workspace all of whose work is known, by version vector."""
    try:
        opening.read_header(path)
    except ChangeDeskError:
        return False
    there = _reach(path)
    return bool(there) and all(seq <= known.get(device, 0) for device, seq in there.items())
