"""A workspace: everything that the desk knows, in one file or one team database."""

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from peewee import Database, SelectBase

from changedesk.store import backup as copies
from changedesk.store import history, identity, installation
from changedesk.store import search as texts
from changedesk.store import undo as undoing
from changedesk.store.change import Change, ChangeSet
from changedesk.store.clock import Clock
from changedesk.store.engine import (
    Sql,
    is_sqlite,
    read_transaction,
    told_plainly,
    write_transaction,
)
from changedesk.store.errors import EnvironmentProblem, UserError
from changedesk.store.journal import ChangeHeader, version_vector
from changedesk.store.lock import WindowLock
from changedesk.store.records import Record, Schema
from changedesk.store.undisturbed import undisturbed

if TYPE_CHECKING:  # what a window does not need to show its first page is loaded when it is used
    from changedesk.store.bundle import Written
    from changedesk.store.conflicts import Conflict
    from changedesk.store.findings import Finding
    from changedesk.store.merge import Received, WireOp
    from changedesk.store.merging import MergeAccount

R = TypeVar("R", bound=Record)
Observer = Callable[[ChangeSet], None]
QUIET_MOMENTS = 3


class Workspace:
    """An open workspace. Made by the functions of `access`; `close` it.

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
            database.connect(reuse_if_open=True)
            self.device_uid = identity.device_of(self._sql, address, self.path)
            tip = identity.tip_of(self._sql, self.device_uid)
        if not read_only:
            identity.remember(address, self.path, self.device_uid, tip)

    # -- reading ------------------------------------------------------------------------------

    @property
    def path(self) -> Path | None:
        """Return the file, or None for a team database."""
        return Path(self.address) if is_sqlite(self._database) else None

    @property
    def name(self) -> str:
        """Return the short name of the workspace, for titles."""
        return self.path.stem if self.path else self.address.rsplit("/", 1)[-1].split("?")[0]

    @contextmanager
    def connected(self) -> Iterator[Sql]:
        """Give this thread a connection for a while, if it has none."""
        with told_plainly():
            if not self._database.is_closed():
                self._sql.revive()
                yield self._sql
                return
            with self._database.connection_context():
                yield self._sql

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Read several things as they were at one moment; keep it short, writers wait."""
        with self.connected(), read_transaction(self._database):
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
            return {
                name: int(sql.value(f'SELECT COUNT(*) FROM "{known._meta.table_name}"'))
                for name, known in self.schema.by_name.items()
            }

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
            if sql.sqlite:
                return int(sql.value("PRAGMA data_version"))
            return int(sql.value("SELECT COALESCE(MAX(id), 0) FROM op"))

    def search(self, words: str, limit: int = 50) -> list[texts.Hit]:
        """Return the records that hold all the words, by their beginnings, the best first."""
        with self.connected() as sql:
            if not self.read_only and not sql.in_transaction():
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
            return history.record_names(sql, self.schema, [key]).get(key, "")

    # -- writing ------------------------------------------------------------------------------

    @contextmanager
    def change(
        self, label: str, *, initiator: object = None, header: ChangeHeader | None = None
    ) -> Iterator[Change]:
        """Open one change; it is durable when the block ends, and taken back if it raises.

        `header` is that of a change which is no ordinary one: an undo, or one that lasts.
        Raises UserError when the workspace is read-only, EnvironmentProblem when the disk, the
        file or the network fails. A change cannot be opened within a change of the same thread.
        """
        if self.read_only:
            raise UserError(self.read_only)
        if self._writer == threading.get_ident():
            raise TypeError("a change is open on this thread already")
        change: Change | None = None
        changes: ChangeSet | None = None
        with self._writing, self.connected(), undisturbed():
            self._writer = threading.get_ident()
            try:
                with write_transaction(self._database):
                    device = identity.introduce(self._sql, self.device_uid)
                    change = Change(
                        self._sql, self.schema, device, self.actor, self.clock,
                        header or ChangeHeader(label),
                    )  # fmt: skip
                    yield change
                    changes = change.finish()
            except EnvironmentProblem:
                # A network that breaks while the server commits says nothing about the outcome.
                if change is None or changes is None or not self._arrived(change):
                    raise
            finally:
                self._writer = None
            if change.heading is not None and self.path is not None:
                # A program that dies later has not forgotten how far its chain goes.
                identity.remember(self.address, self.path, self.device_uid, change.tip)
        if change.heading is not None:
            self.tell(changes, initiator)

    def _arrived(self, change: Change) -> bool:
        with self.connected() as sql:
            return sql.value("SELECT 1 FROM op WHERE h = ?", (change.heading,)) is not None

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

    def _author(self, sql: Sql) -> undoing.Author | None:
        device = identity.device_row(sql, self.device_uid)
        return undoing.Author(device, self.actor) if device is not None else None

    def _stacks(self) -> undoing.Stacks:
        with self.connected() as sql:
            author = self._author(sql)
            return undoing.stacks(sql, author) if author is not None else undoing.Stacks()

    def _turn_back(self, *, redo: bool) -> str | None:
        stacks = self._stacks()
        pile = stacks.redo if redo else stacks.undo
        if not pile:
            return None
        target = pile[-1]
        header = ChangeHeader(target.label, target.txn, redo)
        with self.change(target.label, header=header) as change:
            author = self._author(self._sql)
            assert author is not None
            undoing.take_back(self._sql, self.schema, author, target.txn, change)
        return target.label

    def receive(self, incoming: "Iterator[WireOp]") -> "Received":
        """Take in the operations of another copy; all of them or, on a fault, none."""
        from changedesk.store import merge  # noqa: PLC0415

        with self.at_once() as sql:
            received = merge.receive(sql, self.schema, incoming, self.clock())
        if received.operations:
            self.tell(ChangeSet("Merge", received.touched))
        return received

    @contextmanager
    def at_once(self) -> Iterator[Sql]:
        """Hold a write transaction for what is no change; raises UserError when read-only."""
        if self.read_only:
            raise UserError(self.read_only)
        with self._writing, self.connected(), undisturbed(), write_transaction(self._database):
            yield self._sql

    @contextmanager
    def alone(self) -> Iterator[Path]:
        """Keep the other threads of this process from writing, for work on the file itself."""
        assert self.path is not None
        with self._writing:
            yield self.path

    def merge(self, other: str | Path, *, dry_run: bool = False) -> "MergeAccount":
        """Take in what another copy or a bundle has; see `merging.merge_with`."""
        from changedesk.store import merging  # noqa: PLC0415

        return merging.merge_with(self, str(other), dry_run=dry_run)

    def take_back_merge(self) -> str:
        """Put back what was here before the last merge; see `merging.take_back`."""
        from changedesk.store import merging  # noqa: PLC0415

        return merging.take_back(self)

    def conflicts(self) -> "list[Conflict]":
        """Return what was done apart and needs a person's decision, each once."""
        from changedesk.store import conflicts  # noqa: PLC0415

        with self.snapshot(), self.connected() as sql:
            return conflicts.conflicts_of(sql, self.schema)

    def also_said(self) -> "list[Conflict]":
        """Return the fields that show the latest of several values given apart: no conflicts."""
        from changedesk.store import conflicts  # noqa: PLC0415

        with self.snapshot(), self.connected() as sql:
            return conflicts.also_said(sql, self.schema)

    def resolve(self, conflict_id: str, take: int) -> str:
        """Decide a conflict, or bring back what was also said, in one change; return its label.

        `take` counts from 1. Raises UserError for a conflict that is not there any more.
        """
        from changedesk.store import deciding  # noqa: PLC0415

        found = deciding.chosen([*self.conflicts(), *self.also_said()], conflict_id, take)
        label = deciding.label_of(found, take)
        with self.change(label) as change:
            deciding.decide(self._sql, self.schema, found, take, change)
        return label

    def bundle(
        self,
        target: Path,
        *,
        other: str | Path | None = None,
        since_ms: int | None = None,
        reach_only: bool = False,
    ) -> "Written":
        """Write a bundle: everything, what `other` lacks, or what was written since a moment."""
        from changedesk.store import bundling  # noqa: PLC0415

        return bundling.write(self, target, other=other, since_ms=since_ms, reach_only=reach_only)

    def operations(self, known: dict[str, int] | None = None) -> "Iterator[WireOp]":
        """Yield the operations that somebody with this version vector lacks."""
        from changedesk.store import merge  # noqa: PLC0415

        with self.connected() as sql:
            yield from merge.operations(sql, known)

    def version_vector(self) -> dict[str, int]:
        """Return how far each device's chain is known here."""
        with self.connected() as sql:
            return version_vector(sql)

    def observe(self, observer: Observer) -> Callable[[], None]:
        """Call `observer` after each change, on the thread that made it; return how to stop it."""
        self._observers.append(observer)
        return lambda: self._observers.remove(observer)

    def tell(self, changes: ChangeSet, initiator: object = None) -> None:
        """Tell every observer what was changed."""
        told = ChangeSet(changes.label, changes.touched, initiator)
        for observer in tuple(self._observers):
            observer(told)

    # -- care ---------------------------------------------------------------------------------

    def verify(self) -> "list[Finding]":
        """Check every invariant of the workspace; an empty list means that it is sound."""
        with undisturbed():
            findings = self._verify_unwritten()
            if not findings and not self.read_only:
                findings = self._verify_derived()
        return findings

    def _verify_unwritten(self) -> "list[Finding]":
        from changedesk.store import integrity  # noqa: PLC0415

        # What others write between two looks would seem wrong. They are made to wait only where
        # they leave no quiet moment.
        with self.connected() as sql:
            for _ in range(QUIET_MOMENTS):
                before = self.data_version()
                findings = integrity.verify(sql, self.schema)
                if not findings or self.data_version() == before:
                    return findings
            with read_transaction(self._database):
                return integrity.verify(sql, self.schema)

    def _verify_derived(self) -> "list[Finding]":
        from changedesk.store import integrity  # noqa: PLC0415

        with self._writing, told_plainly(), self._database.manual_commit():
            self._sql.run("BEGIN IMMEDIATE" if self._sql.sqlite else "BEGIN")
            try:
                return integrity.derived(self._sql, self.schema)
            finally:
                self._database.rollback()

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
        if not self._database.is_closed():
            self._database.close()
        if self.path is not None and not self.read_only:
            installation.stamp(self.address, self.path, self.schema.make)
        if self._lock is not None:
            self._lock.release()
