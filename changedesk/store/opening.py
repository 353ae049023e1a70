"""Opening a file with care: its header first, then its schema read-only, and only then to write."""

import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from peewee import SqliteDatabase

from changedesk.store.engine import Sql, read_transaction, sqlite_database, told_plainly
from changedesk.store.errors import Damaged, EnvironmentProblem, UserError
from changedesk.store.fingerprint import differing_objects, expected_objects, objects_of
from changedesk.store.records import Schema
from changedesk.store.tables import APPLICATION_ID

MAGIC = b"SQLite format 3\x00"
CHECK_SECONDS = 60.0


class NotAWorkspace(UserError):
    """Something else has this name."""


class Header(NamedTuple):
    """What the first hundred bytes of a workspace say: the version of its schema."""

    version: int


def read_header(path: Path) -> Header:
    """Look at a file before any database library does; nothing is written.

    Raises NotAWorkspace for what is none, Damaged or UserError for what was one. Must not be called
    on a file that this process has open: closing it again would drop SQLite's locks on it.
    """
    name = path.name
    try:
        kind = path.stat().st_mode
        if stat.S_ISDIR(kind):
            raise NotAWorkspace(f"{path} is a folder, not a workspace.")
        if not stat.S_ISREG(kind):
            raise NotAWorkspace(f"{name} is a device, not a file: it holds no workspace.")
        with path.open("rb") as file:
            head = file.read(100)
    except FileNotFoundError:
        raise UserError(f"There is no workspace at {path}.") from None
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or "its name is no name of a file"
        raise EnvironmentProblem(f"{name} cannot be read: {why}.") from error
    if not head.strip(b"\x00"):
        raise Damaged(f"{name} is empty. Restore the newest backup.")
    if len(head) < 100 or not head.startswith(MAGIC):
        raise NotAWorkspace(f"{name} is not a ChangeDesk workspace.")
    if int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        raise NotAWorkspace(f"{name} is a database of another program, not a ChangeDesk workspace.")
    if head[18:20] != b"\x01\x01":
        raise UserError(
            f"{name} was changed by another program (its journal mode differs): "
            "restore the newest backup."
        )
    return Header(int.from_bytes(head[60:64], "big"))


def inspect(path: Path, schema: Schema, header: Header, *, writable: bool) -> Header:
    """Look through a file; raises for a damaged or booby-trapped one, returns its header as it is.

    It is opened read-only, unless a program ended in the middle of a change: then what it left
    beside the file is needed to take that change back, and the header is read anew. Every page is
    walked over (SQLite's quick_check).
    """
    unfinished = left_unfinished(path)
    if unfinished and not writable:
        raise EnvironmentProblem(
            f"{path.name} was left in the middle of a change and must be mended first: open it "
            "where it can be written to, with the newest ChangeDesk."
        )
    database = sqlite_database(path, read_only=not unfinished)
    with told_plainly(path.name):
        try:
            database.connect()
            sql = Sql(database)
            with _no_longer_than(sql, CHECK_SECONDS):
                if unfinished:
                    header = Header(int(sql.value("PRAGMA user_version")))
                _refuse_other_length(path, sql)
                if header.version <= schema.version:
                    _refuse_foreign_objects(path, sql, schema, header)
                else:
                    _refuse_traps(path, sql, schema)
                _refuse_damage(path, sql)
        except UnicodeDecodeError as error:  # what the schema says of itself is no text any more
            raise Damaged(
                f"{path.name} is damaged (its schema is). Restore the newest backup."
            ) from error
        finally:
            database.close()
    return header


def left_unfinished(path: Path) -> bool:
    """Tell whether a program ended in the middle of a change to this file."""
    journal = path.with_name(path.name + "-journal")
    return journal.exists() and journal.stat().st_size > 0


@contextmanager
def _no_longer_than(sql: Sql, seconds: float) -> Iterator[None]:
    """Stop statements of a connection that run longer than `seconds` in all."""
    assert isinstance(sql.database, SqliteDatabase)
    end = time.monotonic() + seconds
    connection: Any = sql.connection()
    connection.set_progress_handler(lambda: time.monotonic() > end, 100_000)
    try:
        yield
    finally:
        connection.set_progress_handler(None, 0)


def _refuse_foreign_objects(path: Path, sql: Sql, schema: Schema, header: Header) -> None:
    found, expected = objects_of(sql), expected_objects(schema)
    older = header.version < schema.version
    # What was put in comes before what is missing, and what acts by itself before what does not.
    for name in sorted(
        differing_objects(found, expected),
        key=lambda name: (name not in found, name.startswith(("table ", "index ")), name),
    ):
        # What an older version's tables and indexes look like, only its migration knows.
        if older and (name not in found or name.startswith(("table ", "index "))):
            continue
        if name in found:
            raise _foreign(path, name)
        raise Damaged(f"{path.name} is damaged: the {name} is missing. Restore the newest backup.")


def _refuse_traps(path: Path, sql: Sql, schema: Schema) -> None:
    # What a newer version holds is not known here, but what is read as a table has to be one: a
    # view could go on for ever.
    expected = {name.lower() for name in expected_objects(schema)}
    for name in sql.rows("SELECT name FROM sqlite_schema WHERE type = 'view'"):
        if f"table {name[0].lower()}" in expected:
            raise _foreign(path, f"view {name[0]}")


def _foreign(path: Path, name: str) -> UserError:
    told = " ".join(name.split())[:60]
    return UserError(
        f"{path.name} was changed by another program: it holds the foreign {told}. "
        "It was not opened; restore the newest backup."
    )


def _refuse_other_length(path: Path, sql: Sql) -> None:
    with read_transaction(sql.database):  # nobody writes meanwhile
        told = int(sql.value("PRAGMA page_count")) * int(sql.value("PRAGMA page_size"))
        found = path.stat().st_size
    if found != told:
        raise Damaged(
            f"{path.name} is damaged: it has {found:,} bytes and should have {told:,}. It may have "
            "been copied while somebody worked in it. Restore the newest backup."
        )


def _refuse_damage(path: Path, sql: Sql) -> None:
    findings = sql.rows("PRAGMA quick_check(3)")
    if findings != [("ok",)]:
        told = " ".join(str(findings[0][0]).split())[:80]
        raise Damaged(f"{path.name} is damaged ({told}). Restore the newest backup.")
