"""A workspace: everything that the desk knows, in one file or one team database."""

import os
import secrets
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from peewee import Database, SelectBase

from changedesk.store import backup as copies
from changedesk.store import history, installation, integrity, merge, opening
from changedesk.store import search as texts
from changedesk.store import undo as undoing
from changedesk.store.change import Change, ChangeSet
from changedesk.store.clock import Clock, system_clock
from changedesk.store.digest import same
from changedesk.store.engine import (
    Sql,
    is_sqlite,
    postgresql_database,
    sqlite_database,
    told_plainly,
    write_transaction,
)
from changedesk.store.errors import EnvironmentProblem, UserError
from changedesk.store.journal import ChangeHeader, DeviceRow
from changedesk.store.lock import Holder, WindowLock
from changedesk.store.migrate import migrate
from changedesk.store.records import Record, Schema
from changedesk.store.tables import SCHEMA_VERSION, create_tables

R = TypeVar("R", bound=Record)
Observer = Callable[[ChangeSet], None]


class Workspace:
    """An open workspace. Made by `create_workspace` and `open_workspace`; `close` it.

    It may be used from several threads: each has a connection of its own, and changes wait for
    one another. `read_only` says in a sentence why nothing can be written, or is empty.
    """

    def __init__(
        self,
        database: Database,
        schema: Schema,
        address: str,
        *,
        actor: str,
        clock: Clock,
        read_only: str = "",
        lock: WindowLock | None = None,
    ) -> None:
        self.schema = schema
        self.address = address
        self.actor = actor
        self.clock = clock
        self.read_only = read_only
        self._database = database
        self._sql = Sql(database)
        self._lock = lock
        self._writing = threading.Lock()
        self._writer: int | None = None
        self._observers: list[Observer] = []
        with told_plainly():
            database.connect()
        self.device_uid = self._who_we_are()

    # -- reading ------------------------------------------------------------------------------

    @property
    def path(self) -> Path | None:
        """Return the file, or None for a team database."""
        return Path(self.address) if is_sqlite(self._database) else None

    @property
    def name(self) -> str:
        """Return the short name of the workspace, for titles."""
        return self.path.stem if self.path else self.address.rsplit("/", 1)[-1]

    @contextmanager
    def connected(self) -> Iterator[Sql]:
        """Give this thread a connection for a while, if it has none."""
        with told_plainly():
            if not self._database.is_closed():
                yield self._sql
                return
            with self._database.connection_context():
                yield self._sql

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Read several things as they were at one moment; keep it short, writers wait."""
        with self.connected(), self._database.atomic():
            yield

    def rows(self, query: SelectBase) -> list[Any]:
        """Return the rows of a query as named tuples."""
        with self.connected():
            return list(query.namedtuples().execute(self._database))

    def row(self, query: SelectBase) -> Any:
        """Return the first row of a query as a named tuple, or None."""
        found = self.rows(query.limit(1))
        return found[0] if found else None

    def value(self, query: SelectBase) -> Any:
        """Return the first column of the first row of a query, or None."""
        with self.connected():
            return query.scalar(self._database)

    def get(self, record_type: type[R], key: int) -> R:
        """Return a record by its key; raises UserError when it is not there (any more)."""
        with self.connected():
            query = record_type.select().where(record_type.id == key)
            found = list(query.execute(self._database))
        if not found:
            raise UserError(f"This {record_type.about.label.lower()} is not there any more.")
        return found[0]  # type: ignore[no-any-return]

    def find(self, record_type: type[R], **equals: Any) -> R | None:
        """Return the first record whose fields equal these, or None."""
        with self.connected():
            query = record_type.select().order_by(record_type.id).limit(1)
            for name, value in equals.items():
                query = query.where(getattr(record_type, name) == value)
            found = list(query.execute(self._database))
        return found[0] if found else None

    def uid_of(self, key: int) -> str:
        """Return the UUID of a record in hex; the empty text for an unknown key."""
        with self.connected() as sql:
            uid = sql.value("SELECT uid FROM entity WHERE id = ?", (key,))
        return bytes(uid).hex() if uid is not None else ""

    def content(self, h: str) -> bytes:
        """Return kept bytes by their SHA-256 in hex; raises EnvironmentProblem if damaged."""
        with self.connected() as sql:
            data = sql.value("SELECT data FROM content WHERE h = ?", (bytes.fromhex(h),))
        if data is None:
            raise EnvironmentProblem("A picture is missing in this workspace: restore a backup.")
        return bytes(data)

    def counts(self) -> dict[str, int]:
        """Return how many records of each type stand."""
        with self.connected() as sql:
            found = dict(sql.rows("SELECT type, COUNT(*) FROM entity WHERE state <> 1 GROUP BY type"))
        return {name: int(found.get(name, 0)) for name in self.schema.by_name}

    def journal_length(self) -> int:
        """Return how many operations the journal holds."""
        with self.connected() as sql:
            return int(sql.value("SELECT COUNT(*) FROM op"))

    @property
    def uid(self) -> str:
        """Return what all copies of this workspace share: the hash of its first operation."""
        with self.connected() as sql:
            first = sql.value("SELECT h FROM op ORDER BY id LIMIT 1")
        return bytes(first).hex()[:32] if first is not None else ""

    def head(self) -> str:
        """Return the hash of the newest operation, in hex: what an export prints as its state."""
        with self.connected() as sql:
            last = sql.value("SELECT h FROM op ORDER BY id DESC LIMIT 1")
        return bytes(last).hex() if last is not None else ""

    def data_version(self) -> int:
        """Return a number that differs once another process has written."""
        with self.connected() as sql:
            statement = "PRAGMA data_version" if sql.sqlite else "SELECT COALESCE(MAX(id), 0) FROM op"
            return int(sql.value(statement))

    def search(self, words: str, limit: int = 50) -> list[texts.Hit]:
        """Return the records that hold all the words, by their beginnings, the best first."""
        with self.connected() as sql:
            if not self.read_only:
                texts.catch_up(sql, self.schema)
            return texts.search(sql, self.schema, words, limit)

    def record_history(self, keys: Sequence[int], limit: int = 200) -> list[history.HistoryLine]:
        """Return what happened to records, newest first."""
        with self.connected() as sql:
            return history.record_history(sql, self.schema, keys, limit)

    def newest_operations(self, limit: int = 200) -> list[history.HistoryLine]:
        """Return what happened in the workspace, newest first."""
        with self.connected() as sql:
            return history.newest_operations(sql, self.schema, limit)

    def changes(self, limit: int = 200) -> list[history.ChangeLine]:
        """Return the newest changes as wholes, newest first."""
        with self.connected() as sql:
            return history.changes(sql, limit=limit)

    def record_name(self, key: int) -> str:
        """Return how people know a record: its code, or else its title."""
        with self.connected() as sql:
            return history.record_name(sql, self.schema, key)

    # -- writing ------------------------------------------------------------------------------

    @contextmanager
    def change(
        self, label: str, *, initiator: object = None, header: ChangeHeader | None = None
    ) -> Iterator[Change]:
        """Open one undoable change; it is durable when the block ends, and undone if it raises.

        Raises UserError when the workspace is read-only, EnvironmentProblem when the disk, the
        file or the network fails. A change cannot be opened within a change of the same thread.
        """
        if self.read_only:
            raise UserError(self.read_only)
        if self._writer == threading.get_ident():
            raise TypeError("a change is open on this thread already")
        with self._writing, self.connected():
            self._writer = threading.get_ident()
            try:
                with write_transaction(self._database):
                    change = Change(
                        self._sql, self.schema, self._device_row(), self.actor, self.clock,
                        header or ChangeHeader(label),
                    )  # fmt: skip
                    yield change
                    changes = change.finish()
            finally:
                self._writer = None
        if not change.empty:
            self._tell(changes, initiator)

    def undo(self) -> str | None:
        """Undo your last change; return its label, or None when there is none.

        Raises UserError, naming who, when somebody built on it.
        """
        return self._turn_back(redo=False)

    def redo(self) -> str | None:
        """Redo the change that you undid last; return its label, or None when there is none."""
        return self._turn_back(redo=True)

    def next_undo(self) -> str | None:
        """Return the label of the change that `undo` would take back."""
        standing = self._stacks().undo
        return standing[-1].label if standing else None

    def next_redo(self) -> str | None:
        """Return the label of the change that `redo` would bring back."""
        standing = self._stacks().redo
        return standing[-1].label if standing else None

    def _stacks(self) -> undoing.Stacks:
        with self.connected() as sql:
            device = self._known_device()
            if device is None:
                return undoing.Stacks((), ())
            return undoing.stacks(sql, device, self.actor)

    def _turn_back(self, *, redo: bool) -> str | None:
        stacks = self._stacks()
        pile = stacks.redo if redo else stacks.undo
        device = self._known_device()
        if not pile or device is None:
            return None
        target = pile[-1]
        header = ChangeHeader(target.label, target.txn, redo)
        with self.change(target.label, header=header) as change:
            undoing.take_back(self._sql, self.schema, device, self.actor, target.txn, change)
        return target.label

    def receive(self, incoming: Iterator[merge.WireOp]) -> merge.Received:
        """Take in the operations of another copy; all of them or, on a fault, none."""
        if self.read_only:
            raise UserError(self.read_only)
        with self._writing, self.connected(), write_transaction(self._database):
            received = merge.receive(self._sql, self.schema, incoming, self.clock())
            types = dict(
                self._sql.by_keys(
                    "SELECT id, type FROM entity WHERE id IN ({keys})", sorted(received.entities)
                )
            )
        touched: dict[str, set[int]] = {}
        for key, type_name in types.items():
            touched.setdefault(type_name, set()).add(key)
        self._tell(ChangeSet("Merge", {n: frozenset(k) for n, k in touched.items()}), None)
        return received

    def operations(self, known: dict[str, int] | None = None) -> Iterator[merge.WireOp]:
        """Yield the operations that somebody with this version vector lacks."""
        with self.connected() as sql:
            yield from merge.operations(sql, known)

    def version_vector(self) -> dict[str, int]:
        """Return how far each device's chain is known here."""
        with self.connected() as sql:
            return merge.version_vector(sql)

    def observe(self, observer: Observer) -> Callable[[], None]:
        """Call `observer` after each change, on the thread that made it; return how to stop that."""
        self._observers.append(observer)
        return lambda: self._observers.remove(observer)

    def _tell(self, changes: ChangeSet, initiator: object) -> None:
        told = ChangeSet(changes.label, changes.touched, initiator)
        for observer in tuple(self._observers):
            observer(told)

    # -- care ---------------------------------------------------------------------------------

    def verify(self) -> list[integrity.Finding]:
        """Check every invariant of the workspace; an empty list means that it is sound."""
        with self.connected() as sql:
            findings = integrity.verify(sql, self.schema)
            if not findings and not self.read_only:
                findings = self._verify_derived()
            return findings

    def _verify_derived(self) -> list[integrity.Finding]:
        with self._writing, self._database.atomic() as transaction:
            findings = integrity.derived(self._sql, self.schema)
            transaction.rollback()
        return findings

    @property
    def backup_folder(self) -> Path:
        """Return where the backups of this workspace are kept."""
        return copies.backup_folder(self.uid or "new")

    def backups(self) -> list[copies.Backup]:
        """Return the backups that there are, newest first."""
        return copies.list_backups(self.backup_folder)

    def backup(
        self, target: Path | None = None, progress: Callable[[int, int], None] | None = None
    ) -> Path:
        """Write a consistent, checked copy; without a target into the backup folder, thinned.

        Raises UserError for a team database, which its own server backs up.
        """
        if self.path is None:
            raise UserError("A team database is backed up by its server, not from here.")
        folder = self.backup_folder
        with self.connected() as sql:
            made = copies.write_backup(
                sql,
                target or copies.new_backup_path(folder, self.path.stem, self.clock()),
                progress,
            )
        if target is None:
            copies.thin(folder, self.clock())
        return made

    def close(self) -> None:
        """Close this thread's connection and let others have the workspace."""
        if self.path is not None and not self.read_only:
            device = self._known_device()
            seq = 0
            if device is not None:
                seq = int(
                    self._sql.value("SELECT COALESCE(MAX(seq), 0) FROM op WHERE dev = ?", (device.id,))
                )
            self._database.close()
            installation.remember(
                self.address,
                installation.Acquaintance(
                    self.device_uid.hex(),
                    installation.place_of(self.path),
                    seq,
                    installation.state_of(self.path),
                ),
            )
        elif not self._database.is_closed():
            self._database.close()
        if self._lock is not None:
            self._lock.release()

    # -- who we are ---------------------------------------------------------------------------

    def _who_we_are(self) -> bytes:
        known = installation.acquaintance(self.address)
        place = installation.place_of(self.path) if self.path else ""
        if known is not None and known.place == place:
            uid = bytes.fromhex(known.device)
            seq = self._sql.value(
                "SELECT MAX(o.seq) FROM op o JOIN device d ON d.id = o.dev WHERE d.uid = ?", (uid,)
            )
            if int(seq or 0) >= known.seq:
                return uid
        uid = secrets.token_bytes(16)
        if not self.read_only:
            installation.remember(
                self.address, installation.Acquaintance(uid.hex(), place, 0, "")
            )
        return uid

    def _known_device(self) -> DeviceRow | None:
        key = self._sql.value("SELECT id FROM device WHERE uid = ?", (self.device_uid,))
        return DeviceRow(int(key), self.device_uid) if key is not None else None

    def _device_row(self) -> DeviceRow:
        known = self._known_device()
        if known is not None:
            return known
        key = int(self._sql.value("SELECT COALESCE(MAX(id), 0) FROM device")) + 1
        self._sql.run("INSERT INTO device (id, uid) VALUES (?, ?)", (key, self.device_uid))
        return DeviceRow(key, self.device_uid)


def is_team_database(address: str) -> bool:
    """Tell a postgresql:// address from a file's name."""
    return address.startswith(("postgresql://", "postgres://"))


def create_workspace(
    address: str | Path, schema: Schema, *, actor: str = "", clock: Clock = system_clock
) -> Workspace:
    """Create an empty workspace and open it.

    Raises UserError when there is something at `address` already.
    """
    actor = actor or installation.user_name()
    os.umask(0o077)
    if isinstance(address, str) and is_team_database(address):
        database: Database = postgresql_database(address)
        with told_plainly(), database.connection_context(), database.atomic():
            if database.table_exists("op"):
                raise UserError("This database holds a workspace already.")
            create_tables(database, schema)
        return Workspace(database, schema, address, actor=actor, clock=clock)
    path = Path(address).absolute()
    if path.exists():
        raise UserError(f"There is a file at {path} already: choose another name.")
    database = sqlite_database(path)
    try:
        with told_plainly(), database.connection_context(), database.atomic("EXCLUSIVE"):
            create_tables(database, schema)
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return Workspace(database, schema, str(path), actor=actor, clock=clock)


def open_workspace(
    address: str | Path,
    schema: Schema,
    *,
    actor: str = "",
    clock: Clock = system_clock,
    window: bool = False,
) -> Workspace:
    """Open a workspace with care: nothing is written before its file was looked through.

    A file from a newer ChangeDesk, on a medium that cannot be written, or held by a window
    elsewhere opens read-only. Raises UserError for what is no workspace (or what this user has
    open in a window already, with `window`), EnvironmentProblem for a damaged one.
    """
    actor = actor or installation.user_name()
    os.umask(0o077)
    if isinstance(address, str) and is_team_database(address):
        return Workspace(postgresql_database(address), schema, address, actor=actor, clock=clock)
    path = Path(address).absolute()
    header = opening.read_header(path)
    lock = WindowLock(path)
    read_only = _why_read_only(path, header, lock, window=window)
    opening.inspect(path, schema, header, whole=not _as_we_left_it(path))
    if header.version < SCHEMA_VERSION and not read_only:
        _migrate_after_backup(path, schema, clock)
    database = sqlite_database(path, read_only=bool(read_only))
    held = lock if window and not read_only else None
    return Workspace(
        database, schema, str(path), actor=actor, clock=clock, read_only=read_only, lock=held
    )


class AlreadyOpen(UserError):
    """This user has the workspace open in a window on this machine."""


def _why_read_only(path: Path, header: opening.Header, lock: WindowLock, *, window: bool) -> str:
    if header.newer:
        return (
            f"{path.name} was written by a newer ChangeDesk (schema {header.version}, this one "
            f"knows {SCHEMA_VERSION}): it opens read-only. Install the newer version to change it."
        )
    if not os.access(path, os.W_OK) or not _folder_takes_files(path.parent):
        return f"{path.name} is in a place that cannot be written to: it opens read-only."
    holder = lock.holder()
    if holder is not None and not holder.here:
        return (
            f"{holder.user} has {path.name} open on {holder.host}: it opens read-only here "
            "until it is closed there."
        )
    if window:
        other: Holder | None = lock.take()
        if other is not None:
            raise AlreadyOpen(f"{path.name} is open in another window already.")
    return ""


def _folder_takes_files(folder: Path) -> bool:
    probe = folder / f".changedesk-{os.getpid()}-{secrets.token_hex(4)}"
    try:
        probe.touch()
        probe.unlink()
    except OSError:
        return False
    return True


def _as_we_left_it(path: Path) -> bool:
    known = installation.acquaintance(str(path))
    return known is not None and same(
        known.state.encode(), installation.state_of(path).encode()
    )


def _migrate_after_backup(path: Path, schema: Schema, clock: Clock) -> None:
    database = sqlite_database(path, read_only=True)
    with told_plainly(), database.connection_context():
        sql = Sql(database)
        first = sql.value("SELECT h FROM op ORDER BY id LIMIT 1")
        folder = copies.backup_folder(bytes(first).hex()[:32] if first is not None else "new")
        copies.write_backup(sql, copies.new_backup_path(folder, path.stem, clock()))
    migrate(path, schema)


def restore(source: Path, target: Path, schema: Schema, *, force: bool = False) -> None:
    """Put a backup back as the workspace `target`.

    Raises UserError, unless forced, when `target` holds work that the backup lacks. What is
    replaced is kept beside it as "….replaced".
    """
    header = opening.read_header(source)
    opening.inspect(source, schema, header, whole=True)
    if target.exists() and not force:
        with_work = open_workspace(target, schema)
        saved = open_workspace(source, schema)
        try:
            known = saved.version_vector()
            newer = [1 for dev, seq in with_work.version_vector().items() if seq > known.get(dev, 0)]
        finally:
            saved.close()
            with_work.close()
        if newer:
            raise UserError(
                f"{target.name} holds newer work than {source.name}: nothing was changed. "
                "Restore under another name, or add --force."
            )
    database = sqlite_database(source, read_only=True)
    if target.exists():
        replaced = target.with_name(target.name + ".replaced")
        target.replace(replaced)
    with told_plainly(), database.connection_context():
        copies.write_backup(Sql(database), target)
