"""Opening a file with care: header first, then read-only, then its schema, and only then to write."""

import time
from dataclasses import dataclass
from pathlib import Path

from peewee import SqliteDatabase

from changedesk.store.engine import Sql, sqlite_database, told_plainly
from changedesk.store.errors import EnvironmentProblem, UserError
from changedesk.store.records import Schema
from changedesk.store.tables import APPLICATION_ID, SCHEMA_VERSION, create_tables

MAGIC = b"SQLite format 3\x00"
CHECK_SECONDS = 60.0
FOREIGN_CHECK_SECONDS = 5.0


@dataclass(frozen=True)
class Header:
    """What the first hundred bytes of a workspace say."""

    version: int

    @property
    def newer(self) -> bool:
        """Tell whether a newer ChangeDesk wrote the file."""
        return self.version > SCHEMA_VERSION


def read_header(path: Path) -> Header:
    """Look at a file before any database library does; nothing is written.

    Raises UserError for what is no workspace. Must not be called on a file that this process has
    open: closing the file again would drop the locks that SQLite holds on it.
    """
    try:
        with path.open("rb") as file:
            head = file.read(100)
    except FileNotFoundError:
        raise UserError(f"There is no workspace at {path}.") from None
    except IsADirectoryError:
        raise UserError(f"{path} is a folder, not a workspace.") from None
    except OSError as error:
        raise EnvironmentProblem(f"{path.name} cannot be read: {error.strerror}.") from error
    name = path.name
    if len(head) < 100 or not head.startswith(MAGIC):
        raise UserError(f"{name} is not a ChangeDesk workspace.")
    if int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        raise UserError(f"{name} is a database of another program, not a ChangeDesk workspace.")
    if head[18:20] != b"\x01\x01":
        raise UserError(
            f"{name} was changed by another program (its journal mode differs): "
            "restore the newest backup."
        )
    return Header(int.from_bytes(head[60:64], "big"))


def inspect(path: Path, schema: Schema, header: Header, *, whole: bool) -> None:
    """Look through a file read-only; raises for a damaged or booby-trapped one.

    `whole` also walks over every page (SQLite's quick_check).
    """
    database = sqlite_database(path, read_only=True)
    with told_plainly():
        database.connect()
        try:
            sql = Sql(database)
            with _no_longer_than(database, CHECK_SECONDS if whole else FOREIGN_CHECK_SECONDS):
                if not header.newer:
                    _refuse_foreign_objects(path, sql, schema)
                if whole:
                    _refuse_damage(path, sql)
        finally:
            database.close()


class _no_longer_than:  # noqa: N801 - reads as a phrase where it is used
    """Stop statements of a connection that run longer than `seconds`."""

    def __init__(self, database: SqliteDatabase, seconds: float) -> None:
        self._connection = database.connection()
        self._end = time.monotonic() + seconds

    def __enter__(self) -> None:
        self._connection.set_progress_handler(lambda: time.monotonic() > self._end, 100_000)

    def __exit__(self, *_: object) -> None:
        self._connection.set_progress_handler(None, 0)


def objects_of(sql: Sql) -> dict[str, str]:
    """Return what a database is made of: type and name of each object, and its text."""
    rows = sql.rows("SELECT type, name, COALESCE(sql, '') FROM sqlite_schema")
    return {f"{kind} {name}": " ".join(text.split()) for kind, name, text in rows}


def expected_objects(schema: Schema) -> dict[str, str]:
    """Return what a new workspace is made of."""
    database = SqliteDatabase(":memory:", autoconnect=False)
    with database.connection_context():
        create_tables(database, schema)
        return objects_of(Sql(database))


def _refuse_foreign_objects(path: Path, sql: Sql, schema: Schema) -> None:
    found = objects_of(sql)
    expected = expected_objects(schema)
    version = int(sql.value("PRAGMA user_version"))
    for name, text in found.items():
        kind = name.split(" ", 1)[0]
        known = name in expected and (expected[name] == text or version < SCHEMA_VERSION)
        migrating = version < SCHEMA_VERSION and kind in ("table", "index")
        if not known and not migrating:
            raise UserError(
                f"{path.name} was changed by another program: it holds the foreign {name}. "
                "It was not opened; restore the newest backup."
            )
    missing = sorted(set(expected) - set(found))
    if missing and version == SCHEMA_VERSION:
        raise EnvironmentProblem(
            f"{path.name} is damaged: the {missing[0]} is missing. Restore the newest backup."
        )


def _refuse_damage(path: Path, sql: Sql) -> None:
    findings = sql.rows("PRAGMA quick_check(3)")
    if findings != [("ok",)]:
        raise EnvironmentProblem(
            f"{path.name} is damaged ({findings[0][0]}). Restore the newest backup."
        )
