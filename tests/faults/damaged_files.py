"""Workspace files as chance, other programs and people of ill will make them, by what they are."""

import os
import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from pysqlite3 import dbapi2 as driver

Maker = Callable[[Path], None]
PAGE = 4096
ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT * FROM n"


@contextmanager
def edited(path: Path) -> Iterator[Any]:
    """The file in the hands of another program."""
    connection = driver.connect(str(path), isolation_level=None)
    try:
        yield connection
    finally:
        connection.close()


def bytes_changed(*changes: tuple[int, bytes]) -> Maker:
    def make(path: Path) -> None:
        content = bytearray(path.read_bytes())
        for offset, data in changes:
            content[offset : offset + len(data)] = data
        path.write_bytes(content)

    return make


def cut_at(length: int) -> Maker:
    def make(path: Path) -> None:
        path.write_bytes(path.read_bytes()[:length])

    return make


def content(data: bytes) -> Maker:
    def make(path: Path) -> None:
        path.write_bytes(data)

    return make


def sql(*statements: str) -> Maker:
    def make(path: Path) -> None:
        with edited(path) as connection:
            connection.execute("PRAGMA foreign_keys = 0")
            connection.execute("PRAGMA writable_schema = 1")
            for statement in statements:
                connection.execute(statement)

    return make


def rewritten_schema(name: str, old: str, new: str) -> Maker:
    return sql(
        f"UPDATE sqlite_schema SET sql = replace(sql, '{old}', '{new}') WHERE name = '{name}'",
        "PRAGMA schema_version = 4711",
    )


def root_of(path: Path, name: str) -> int:
    with edited(path) as connection:
        query = "SELECT rootpage FROM sqlite_schema WHERE name = ?"
        return int(connection.execute(query, (name,)).fetchone()[0])


def page_of(name: str, data: bytes) -> Maker:
    def make(path: Path) -> None:
        bytes_changed(((root_of(path, name) - 1) * PAGE, data))(path)

    return make


def halved(path: Path) -> None:
    cut_at(path.stat().st_size // 2)(path)


def without_last_byte(path: Path) -> None:
    cut_at(path.stat().st_size - 1)(path)


def with_a_tail(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b"more" * 5000)


def two_tables_share_a_page(path: Path) -> None:
    sql(
        "UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = "
        "'person') WHERE name = 'cycle'"
    )(path)


def in_wal_mode(path: Path) -> None:
    with edited(path) as connection:
        connection.execute("PRAGMA journal_mode = WAL")


def a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()
    (path / "note.txt").write_text("a folder with the name of a workspace", "utf-8")


def a_pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def a_link_to_itself(path: Path) -> None:
    path.unlink()
    path.symlink_to(path)


NOISE = random.Random(4).randbytes(10 * PAGE)
TRIGGER = "AFTER INSERT ON step_result BEGIN UPDATE step_result SET outcome = 'pass'; END"

MAKERS: dict[str, Maker] = {
    # What is no workspace at all
    "nothing in it": content(b""),
    "fifty bytes": cut_at(50),
    "a header and no more": cut_at(100),
    "a text": content("Dear Amira,\nplease find attached …\n".encode() * 40),
    "a text that begins like a database": content(b"SQLite format 3\x00" + b"hello " * 200),
    "noise, as if encrypted": content(NOISE),
    "zeros": content(bytes(3 * PAGE)),
    "a zip": content(b"PK\x03\x04" + NOISE[:2000]),
    "a folder": a_folder,
    "another program's database": bytes_changed((68, b"\x00\x00\x00\x01")),
    # What was cut off or overwritten
    "one sector": cut_at(512),
    "one page": cut_at(PAGE),
    "half of it": halved,
    "all but a byte": without_last_byte,
    "a tail behind it": with_a_tail,
    "a page of noise in the journal": page_of("op", NOISE[:PAGE]),
    "a page of zeros in the journal": page_of("op", bytes(PAGE)),
    "a page of zeros in a table": page_of("script", bytes(PAGE)),
    "noise in the index of texts": page_of("text_index_data", NOISE[:600]),
    "noise in the schema": bytes_changed((100, NOISE[:90])),
    "cells that point out of their page": page_of("step_result", b"\x0d\x00\x00\x00\x40\xff\xff"),
    # Headers that lie
    "a page count beyond all": bytes_changed((28, b"\x7f\xff\xff\xff")),
    "pages of three bytes": bytes_changed((16, b"\x00\x03")),
    "pages of another size": bytes_changed((16, b"\x02\x00")),
    "all of a page reserved": bytes_changed((20, b"\xff")),
    "free pages that lead nowhere": bytes_changed((32, b"\x00\x0f\xff\xff\x00\x00\x01\x00")),
    "free pages that are in use": bytes_changed((32, b"\x00\x00\x00\x02\x00\x00\x00\x09")),
    "text of another encoding": bytes_changed((56, b"\x00\x00\x00\x02")),
    "a format of the schema that nobody knows": bytes_changed((44, b"\x00\x00\x00\x09")),
    "a write-ahead log": in_wal_mode,
    "the flag of a write-ahead log": bytes_changed((18, b"\x02\x02")),
    # What somebody put in
    "a trigger": sql(f"CREATE TRIGGER passes_all {TRIGGER}"),
    "a trigger with a name like a message": sql(
        f'CREATE TRIGGER "all is well.\n\nPlease open it{" again" * 200}" {TRIGGER}'
    ),
    "a view": sql("CREATE VIEW friendly AS SELECT * FROM person"),
    "an endless view": sql(f"CREATE VIEW friendly AS {ENDLESS}"),
    "an endless view in the place of a table": sql(
        "DROP TABLE defect", f"CREATE VIEW defect AS {ENDLESS}"
    ),
    "a table of somebody else": sql("CREATE TABLE notes (text)"),
    "a further column": sql("ALTER TABLE script ADD COLUMN approved TEXT"),
    "a computed column": sql("ALTER TABLE script ADD COLUMN twice TEXT AS (title || title)"),
    "an index of somebody else": sql("CREATE INDEX fast ON script (title)"),
    "another index of texts": sql("CREATE VIRTUAL TABLE texts USING fts5(text)"),
    "a table of an unknown kind": sql(
        "INSERT INTO sqlite_schema VALUES ('table', 'trap', 'trap', 0, "
        "'CREATE VIRTUAL TABLE trap USING nobody_knows(''x'')')"
    ),
    "a schema that is no SQL": rewritten_schema("person", "CREATE TABLE", "CREATE TABEL"),
    "two tables on one page": two_tables_share_a_page,
    # What somebody took out or changed
    "no results": sql("DROP TABLE step_result"),
    "a journal that can be removed": sql("DROP TRIGGER op_is_never_removed"),
    "a journal that can be changed": sql(
        "DROP TRIGGER op_is_never_changed",
        "CREATE TRIGGER op_is_never_changed BEFORE UPDATE ON op BEGIN SELECT 1; END",
    ),
    "an index less": sql("DROP INDEX op_changes"),
    "an index on something else": sql(
        "DROP INDEX op_changes", "CREATE INDEX op_changes ON op (hlc)"
    ),
    "no reference where one was": rewritten_schema(
        "step_result", 'REFERENCES "run" ("id")', '                     '
    ),
    "a table that takes anything": rewritten_schema("person", ") STRICT", ")"),
}  # fmt: skip
if hasattr(os, "mkfifo"):
    MAKERS |= {"a pipe": a_pipe, "a link to itself": a_link_to_itself}
