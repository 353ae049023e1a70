"""The two engines under a workspace: SQLite in one file, PostgreSQL for a team."""

import errno
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

import peewee
from peewee import Database, PostgresqlDatabase, SqliteDatabase
from peewee import sqlite3 as driver  # type: ignore[attr-defined] # the library that it chose

from changedesk.store.drivers import load_driver
from changedesk.store.errors import ChangeDeskError, Damaged, EnvironmentProblem

BUSY_SECONDS = 5
KEYS_A_STATEMENT = 5000
STRETCH = 1000
_LISTED = re.compile(r'(?<!NOT )(?!NOT )\b([\w."]+) IN \(\{keys\}\)')
_WRITE_LOCK = 0x43444B31
_PRAGMAS: dict[str, Any] = {
    "journal_mode": "delete",
    "synchronous": "extra",
    "foreign_keys": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "mmap_size": 0,
    "secure_delete": 1,
    "cache_spill": 0,
    "cache_size": -32_000,
    "temp_store": 2,
}
# A draft counts only once it is whole, checked and synced: nothing of it needs to be won back.
_DRAFT_PRAGMAS = _PRAGMAS | {
    "journal_mode": "off",
    "synchronous": "off",
    "secure_delete": 0,
    "cache_spill": 1,
}


# The driver asks of every value that is no number and no text whether it can be adapted, and finds
# the answer by three exceptions; told it beforehand, it takes an operation in half the time.
_NOTHING: dict[None, None] = {}
driver.register_adapter(bytes, bytes)
driver.register_adapter(type(None), _NOTHING.get)


def sqlite_database(path: Path, *, read_only: bool = False) -> SqliteDatabase:
    """Return an unopened database on the file at `path`, with the pragmas of a workspace."""
    if not read_only:
        return _database(path, "rwc", _PRAGMAS)
    pragmas = dict(_PRAGMAS)
    del pragmas["journal_mode"], pragmas["secure_delete"]
    return _database(path, "ro", pragmas)


def draft_database(path: Path) -> SqliteDatabase:
    """Return an unopened database on a new file that its writer checks and syncs when it is whole.

    Until then it is lost with its process, and gives no journal and no memory to be safe.
    """
    return _database(path, "rwc", _DRAFT_PRAGMAS)


def _database(path: Path, mode: str, pragmas: dict[str, Any]) -> SqliteDatabase:
    address = f"file:{quote(str(path.absolute()))}?mode={mode}"
    return SqliteDatabase(
        address, pragmas=pragmas, timeout=BUSY_SECONDS, autoconnect=False, uri=True
    )


def postgresql_database(url: str) -> PostgresqlDatabase:
    """Return an unopened database at a postgresql:// address.

    A dead network is noticed within five seconds; raises EnvironmentProblem without a driver.
    """
    try:
        load_driver()
        from playhouse.postgres_ext import Psycopg3Database
    except ImportError as missing:
        raise EnvironmentProblem(
            "This installation has no PostgreSQL driver; install changedesk[postgresql]."
        ) from missing
    database = Psycopg3Database(
        url,
        autoconnect=False,
        connect_timeout=3,
        keepalives_idle=3,
        keepalives_interval=1,
        keepalives_count=3,
        tcp_user_timeout=5000,
    )
    assert isinstance(database, PostgresqlDatabase)
    return database


def is_sqlite(database: Database) -> bool:
    """Tell which of the two engines this is."""
    return isinstance(database, SqliteDatabase)


def _for_keys(statement: str, keys: Collection[int]) -> Iterator[str]:
    """Yield the statement for parts of the keys; long stretches without a gap are told as such."""
    every = [int(key) for key in keys]
    loose = every
    if len(every) > KEYS_A_STATEMENT and _LISTED.search(statement):
        loose = []
        for first, last in _stretches(sorted(set(every))):
            if last - first < STRETCH:
                loose.extend(range(first, last + 1))
            else:
                yield _LISTED.sub(rf"\1 BETWEEN {first} AND {last}", statement)
    for start in range(0, len(loose), KEYS_A_STATEMENT):
        listed = ",".join(map(str, loose[start : start + KEYS_A_STATEMENT]))
        yield statement.replace("{keys}", listed)


def _stretches(ordered: list[int]) -> Iterator[tuple[int, int]]:
    first = last = ordered[0]
    for key in ordered[1:]:
        if key != last + 1:
            yield first, last
            first = key
        last = key
    yield first, last


class Sql:
    """Plain statements with `?` for a parameter, on either engine, on the thread's connection."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.sqlite = is_sqlite(database)
        self._driver: Any = database  # peewee's low-level calls carry no types

    def _dialect(self, statement: str) -> str:
        return statement if self.sqlite else statement.replace("?", "%s")

    def rows(self, statement: str, parameters: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Return every row of a query."""
        cursor = self._driver.execute_sql(self._dialect(statement), parameters)
        return list(cursor.fetchall())

    def each(self, statement: str, parameters: Sequence[Any] = ()) -> Iterator[tuple[Any, ...]]:
        """Yield every row of a query, one at a time: a long one need not stand in memory."""
        yield from self._driver.execute_sql(self._dialect(statement), parameters)

    def value(self, statement: str, parameters: Sequence[Any] = ()) -> Any:
        """Return the first column of the first row, or None."""
        row = self._driver.execute_sql(self._dialect(statement), parameters).fetchone()
        return None if row is None else row[0]

    def run(self, statement: str, parameters: Sequence[Any] = ()) -> None:
        """Execute one statement."""
        self._driver.execute_sql(self._dialect(statement), parameters)

    def many(self, statement: str, rows: Iterable[Sequence[Any]]) -> None:
        """Execute one statement for each row, the fast way."""
        if not isinstance(rows, Sequence) or rows:
            cursor = self._driver.connection().cursor()
            cursor.executemany(self._dialect(statement), rows)

    def by_keys(self, statement: str, keys: Collection[int]) -> list[tuple[Any, ...]]:
        """Return the rows of a query whose text holds `{keys}`, for any number of integer keys."""
        found: list[tuple[Any, ...]] = []
        for part in _for_keys(statement, keys):
            found += self.rows(part)
        return found

    def run_by_keys(self, statement: str, keys: Collection[int]) -> None:
        """Execute a statement whose text holds `{keys}`, for any number of integer keys."""
        for part in _for_keys(statement, keys):
            self.run(part)

    def connection(self) -> Any:
        """Return the driver's own connection of this thread."""
        return self._driver.connection()

    def in_transaction(self) -> bool:
        """Tell whether this thread is within a transaction."""
        return bool(self.database.in_transaction())

    def revive(self) -> None:
        """Connect anew when the server dropped this thread's connection outside a transaction."""
        if not self.sqlite and not self.in_transaction() and self._driver.connection().closed:
            self.database.close()
            self.database.connect()


@contextmanager
def write_transaction(database: Database) -> Iterator[None]:
    """Hold the only write transaction; durable when the block ends, undone when it raises.

    Raises EnvironmentProblem, in words, for what the environment did.
    """
    with told_plainly():
        if is_sqlite(database):
            with database.atomic("IMMEDIATE"):
                yield
        else:
            with database.atomic():
                Sql(database).run("SELECT pg_advisory_xact_lock(?)", (_WRITE_LOCK,))
                yield


@contextmanager
def read_transaction(database: Database) -> Iterator[None]:
    """Hold one view of the database; within a transaction that is open already, that one's."""
    with told_plainly():
        outermost = not database.in_transaction()
        with database.atomic():
            if outermost and not is_sqlite(database):
                Sql(database).run("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
            yield


@contextmanager
def told_plainly(whose: str = "The workspace") -> Iterator[None]:
    """Turn what a database driver raises into one plain sentence, where it is the environment.

    `whose` is what is read, as the sentence calls it where it is damaged.
    """
    try:
        yield
    except ChangeDeskError:
        raise
    except Exception as error:
        sentence = _sentence_for(error)
        if sentence is None:
            raise
        if sentence == _DAMAGED:
            raise Damaged(f"{whose} {_DAMAGED}") from error
        raise EnvironmentProblem(sentence) from error


def tells_of_damage(error: BaseException) -> bool:
    """Tell whether what a database driver raised says that the file is damaged."""
    return _sentence_for(error) == _DAMAGED


_LOST = "The connection to the team database was lost: try again."
_SILENT = "The team database does not answer: check the network and try again."
_DAMAGED = "is damaged: restore the newest backup."
_SENTENCES = (
    ("database or disk is full", "The disk is full: free some space and do it again."),
    ("disk i/o error", "The disk did not take the change: check the drive and do it again."),
    (
        "attempt to write a readonly database",
        "The workspace was moved, replaced or closed to writing: close it and open it again.",
    ),
    (
        "database is locked",
        "Another program holds the workspace: wait until it is done and do it again.",
    ),
    (
        "unable to open database file",
        "The workspace cannot be opened: is the folder there, and may you write in it?",
    ),
    ("disk image is malformed", _DAMAGED),
    ("malformed database schema", _DAMAGED),
    ("unsupported file format", _DAMAGED),
    ("could not decode to utf-8", _DAMAGED),
    ("fts5", _DAMAGED),
    ("vtable constructor failed", _DAMAGED),
    ("file is not a database", _DAMAGED),
    ("interrupted", "The workspace took too long to look through: it was not opened."),
    ("connection refused", _SILENT),
    ("timeout expired", _SILENT),
    ("connection is bad", _SILENT),
    ("could not translate host name", _SILENT),
    ("connection is lost", _LOST),
    ("connection is closed", _LOST),
    ("connection already closed", _LOST),
    ("server closed the connection", _LOST),
    ("terminating connection", _LOST),
    ("authentication failed", "The team database does not know this user or password."),
    ("permission denied", "This user may not do that in the team database: ask its owner."),
)


def _sentence_for(error: BaseException) -> str | None:
    # SQLite rolls back by itself when the disk is full, so the error that arrives here may only
    # say that nothing is left to roll back: the reason is further down the chain.
    sentences: list[str] = []
    seen: BaseException | None = error
    while seen is not None:
        sentences += [plain for words, plain in _SENTENCES if words in str(seen).lower()]
        if isinstance(seen, OSError) and seen.errno == errno.ENOSPC:
            sentences.append(_SENTENCES[0][1])
        seen = seen.__context__
    raised_by = type(error).__module__
    environment = isinstance(error, peewee.PeeweeException | OSError) or raised_by.startswith(
        ("pysqlite3", "psycopg")
    )
    return sentences[-1] if sentences and environment else None
