"""The two engines under a workspace: SQLite in one file, PostgreSQL for a team."""

import errno
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

import peewee
from peewee import Database, PostgresqlDatabase, SqliteDatabase

from changedesk.store.errors import ChangeDeskError, EnvironmentProblem

BUSY_SECONDS = 5
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


def sqlite_database(path: Path, *, read_only: bool = False) -> SqliteDatabase:
    """Return an unopened database on the file at `path`, with the pragmas of a workspace."""
    pragmas = dict(_PRAGMAS)
    mode = "rwc"
    if read_only:
        del pragmas["journal_mode"], pragmas["secure_delete"]
        mode = "ro"
    address = f"file:{quote(str(path.absolute()))}?mode={mode}"
    return SqliteDatabase(
        address, pragmas=pragmas, timeout=BUSY_SECONDS, autoconnect=False, uri=True
    )


def postgresql_database(url: str) -> PostgresqlDatabase:
    """Return an unopened database at a postgresql:// address.

    A dead network is noticed within five seconds; raises EnvironmentProblem without a driver.
    """
    try:
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


class Sql:
    """Plain statements with `?` for a parameter, on either engine, on the thread's connection."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.sqlite = is_sqlite(database)

    def _dialect(self, statement: str) -> str:
        return statement if self.sqlite else statement.replace("?", "%s")

    def rows(self, statement: str, parameters: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Return every row of a query."""
        cursor = self.database.execute_sql(self._dialect(statement), parameters)
        return list(cursor.fetchall())

    def value(self, statement: str, parameters: Sequence[Any] = ()) -> Any:
        """Return the first column of the first row, or None."""
        row = self.database.execute_sql(self._dialect(statement), parameters).fetchone()
        return None if row is None else row[0]

    def run(self, statement: str, parameters: Sequence[Any] = ()) -> None:
        """Execute one statement."""
        self.database.execute_sql(self._dialect(statement), parameters)

    def many(self, statement: str, rows: Sequence[Sequence[Any]]) -> None:
        """Execute one statement for each row, the fast way."""
        if rows:
            cursor = self.database.connection().cursor()
            cursor.executemany(self._dialect(statement), rows)

    def by_keys(self, statement: str, keys: Sequence[int]) -> list[tuple[Any, ...]]:
        """Return the rows of a query whose text holds `{keys}`, for any number of integer keys."""
        found: list[tuple[Any, ...]] = []
        for start in range(0, len(keys), 5000):
            listed = ",".join(str(int(key)) for key in keys[start : start + 5000])
            found += self.rows(statement.replace("{keys}", listed))
        return found

    def run_by_keys(self, statement: str, keys: Sequence[int]) -> None:
        """Execute a statement whose text holds `{keys}`, for any number of integer keys."""
        for start in range(0, len(keys), 5000):
            listed = ",".join(str(int(key)) for key in keys[start : start + 5000])
            self.run(statement.replace("{keys}", listed))


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
                database.execute_sql("SELECT pg_advisory_xact_lock(%s)", (_WRITE_LOCK,))
                yield


@contextmanager
def told_plainly() -> Iterator[None]:
    """Turn what a database driver raises into one plain sentence, where it is the environment."""
    try:
        yield
    except ChangeDeskError:
        raise
    except Exception as error:
        sentence = _sentence_for(error)
        if sentence is None:
            raise
        raise EnvironmentProblem(sentence) from error


_SENTENCES = (
    ("database or disk is full", "The disk is full: free some space and do it again."),
    ("disk i/o error", "The disk did not take the change: check the drive and do it again."),
    (
        "attempt to write a readonly database",
        "The workspace was moved, replaced or made read-only while it was open: "
        "close it and open it again.",
    ),
    (
        "database is locked",
        "Another program holds the workspace: wait until it is done and do it again.",
    ),
    (
        "unable to open database file",
        "The workspace cannot be opened: check that the folder exists and that you may write there.",
    ),
    ("malformed", "The workspace is damaged: restore the newest backup."),
    ("file is not a database", "The file is not a ChangeDesk workspace."),
    ("connection refused", "The team database does not answer: check the network and try again."),
    ("connection is lost", "The connection to the team database was lost: try again."),
    ("server closed the connection", "The connection to the team database was lost: try again."),
    ("timeout expired", "The team database does not answer: check the network and try again."),
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
    database_error = isinstance(error, peewee.PeeweeException | OSError) or type(
        error
    ).__module__.startswith(("pysqlite3", "psycopg"))
    return sentences[-1] if sentences and database_error else None
