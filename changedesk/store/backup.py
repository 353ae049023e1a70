"""Backups: consistent while in use, opened and checked before they count, thinned with age."""

import os
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from changedesk.store.engine import Sql, draft_database, told_plainly
from changedesk.store.errors import EnvironmentProblem
from changedesk.store.installation import home

PAGES_A_STEP = 500
PATIENT_SECONDS = 30.0
LONGEST_PAUSE_SECONDS = 1.0
DAY_MS = 24 * 60 * 60 * 1000
_STAMP = "%Y%m%dT%H%M%S"


@dataclass(frozen=True)
class Backup:
    """A backup file, and when it was made."""

    path: Path
    made_ms: int


def backup_folder(workspace_uid: str) -> Path:
    """Return where the backups of a workspace are kept."""
    return home() / "backups" / workspace_uid


def list_backups(folder: Path) -> list[Backup]:
    """Return the backups in a folder, newest first."""
    found = []
    for path in folder.glob("*.changedesk"):
        try:
            made = datetime.fromisoformat(path.stem.rsplit("-", 1)[-1]).replace(tzinfo=UTC)
        except ValueError:
            continue
        found.append(Backup(path, int(made.timestamp() * 1000)))
    return sorted(found, key=lambda backup: backup.made_ms, reverse=True)


def write_backup(
    source: Sql,
    target: Path,
    progress: Callable[[int, int], None] | None = None,
    *,
    aside: Path | None = None,
) -> Path:
    """Copy an open workspace to `target`, check the copy, then put it in its place.

    It is copied in small steps, so that nobody who writes meanwhile waits for long, and gives way
    to who does. Raises EnvironmentProblem and leaves an older file at `target` alone when the copy
    is not sound. An older file at `target` is kept as `aside`, if that is given.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh = target.with_name(f".{target.name}.{os.getpid()}.new")
    fresh.unlink(missing_ok=True)
    copy = draft_database(fresh)
    try:
        with told_plainly():
            copy.connect()
            source.connection().backup(
                Sql(copy).connection(),
                pages=PAGES_A_STEP,
                progress=_GivingWay(progress),
                sleep=0.001,
            )
            _sync_and_check(Sql(copy), fresh, target)
            copy.close()
            if aside is not None and target.exists():
                _set_aside(target, aside)
            _journal_of(target).unlink(missing_ok=True)
            fresh.replace(target)
            _sync_folder(target.parent)
    finally:
        if not copy.is_closed():
            copy.close()
        fresh.unlink(missing_ok=True)
        _journal_of(fresh).unlink(missing_ok=True)
    return target


def _set_aside(target: Path, replaced: Path) -> None:
    # A journal beside a file belongs to that file: it would spoil the one that takes its place.
    try:
        replaced.hardlink_to(target)
    except OSError:  # a file system without links
        target.rename(replaced)
    if _journal_of(target).exists():
        _journal_of(target).replace(_journal_of(replaced))


def _journal_of(path: Path) -> Path:
    return path.with_name(path.name + "-journal")


def _sync_and_check(copy: Sql, fresh: Path, target: Path) -> None:
    from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415

    with ThreadPoolExecutor(1) as beside:
        synced = beside.submit(_sync_file, fresh)
        _refuse_unsound(copy, target)
        synced.result()


def _sync_file(path: Path) -> None:
    # Closing it gives up the locks that SQLite holds on it here: nobody else knows this file yet.
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":  # where a folder cannot be opened
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


class _GivingWay:
    """Pauses the copy while somebody writes, longer each time, but not for ever.

    SQLite begins it anew after every write of another connection: whoever writes key after key
    would have a copy beside him that never ends and holds him up.
    """

    def __init__(self, tell: Callable[[int, int], None] | None) -> None:
        self._tell = tell
        self._remaining: int | None = None
        self._pause = 0.05
        self._patience = PATIENT_SECONDS

    def __call__(self, _status: int, remaining: int, total: int) -> None:
        if self._tell is not None:
            self._tell(total - remaining, total)
        begun_anew = self._remaining is not None and remaining >= self._remaining
        self._remaining = remaining
        if begun_anew and self._patience > 0:
            time.sleep(self._pause)
            self._patience -= self._pause
            self._pause = min(self._pause * 2, LONGEST_PAUSE_SECONDS)


def _refuse_unsound(copy: Sql, target: Path) -> None:
    if copy.rows("PRAGMA quick_check(1)") != [("ok",)]:
        raise EnvironmentProblem(
            f"The backup {target.name} could not be made: the workspace is damaged. "
            "The last good backup was kept."
        )


def new_backup_path(folder: Path, stem: str, now_ms: int) -> Path:
    """Return the name of a backup made now."""
    stamp = datetime.fromtimestamp(now_ms / 1000, UTC).strftime(_STAMP)
    return folder / f"{stem}-{stamp}.changedesk"


def kept(made_ms: Iterable[int], now_ms: int) -> set[int]:
    """Return which backups to keep, by the time they were made.

    All of the last two days, one a day for two weeks, one a week for three months, one a month
    after that; always the newest.
    """
    keep: set[int] = set()
    slots: set[tuple[str, int]] = set()
    for made in sorted(made_ms, reverse=True):
        days = (now_ms - made) // DAY_MS
        day = made // DAY_MS
        if days < 2:
            slot = ("all", made)
        elif days < 14:
            slot = ("day", day)
        elif days < 92:
            slot = ("week", day // 7)
        else:
            slot = ("month", day // 30)
        if slot not in slots or not keep:
            slots.add(slot)
            keep.add(made)
    return keep


def thin(folder: Path, now_ms: int) -> None:
    """Remove the backups that age has made superfluous."""
    backups = list_backups(folder)
    keep = kept((backup.made_ms for backup in backups), now_ms)
    for backup in backups:
        if backup.made_ms not in keep:
            backup.path.unlink(missing_ok=True)
