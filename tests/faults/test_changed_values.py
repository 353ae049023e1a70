"""Whatever another program changes in the tables of a workspace, verify names it.

Every column of every table, those of the store itself and of its index of texts included.
"""

import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pysqlite3 import dbapi2 as driver

pytestmark = [pytest.mark.slow, pytest.mark.timeout(1200)]

Change = tuple[str, str, int]

# The key of a kept picture, the note that the index is up to date (it is then made anew), and what
# the index of texts keeps for the weight of a hit and for speed: nothing that is read differs.
WITHOUT_EFFECT = {
    "content", "state", "text_index_config", "text_index_data", "text_index_docsize",
    "text_index_idx",
}  # fmt: skip


def connect(path: Path) -> Any:
    return driver.connect(str(path), isolation_level=None)


def tables(connection: Any) -> list[str]:
    rows = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
    )
    return sorted(row[0] for row in rows)


def columns(connection: Any, table: str) -> list[str]:
    return [row[0] for row in connection.execute("SELECT name FROM pragma_table_info(?)", (table,))]


def length(connection: Any, table: str) -> int:
    return int(connection.execute(f'SELECT COUNT(*) FROM "{table}"').fetchone()[0])


def other(value: Any) -> Any:
    match value:
        case None:
            return "7"
        case bool() | int():
            return value + 1
        case float():
            return value + 1.0
        case bytes():
            return bytes([*value[:-1], value[-1] ^ 1]) if value else b"\x01"
        case _:
            return f"{value}x"


class Unguarded:
    """A connection for which the triggers that guard the journal are out of the way for a while."""

    def __init__(self, path: Path) -> None:
        self.connection = connect(path)

    def __enter__(self) -> Any:
        rows = self.connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
        self.triggers = rows.fetchall()
        for name, _ in self.triggers:
            self.connection.execute(f"DROP TRIGGER {name}")
        return self.connection

    def __exit__(self, *_: object) -> None:
        for _, text in self.triggers:
            self.connection.execute(text)
        self.connection.close()


def changes(connection: Any, *, thorough: bool) -> Iterator[Change]:
    for table in tables(connection):
        rows = length(connection, table)
        places = sorted({0, rows // 2, rows - 1} if thorough else {rows // 2}) if rows else []
        for column in ["", *columns(connection, table)]:
            yield from ((table, column, place) for place in places)


def make(connection: Any, change: Change) -> str:
    """Change one value, or remove a row where no column is named; return what cannot be done."""
    table, column, place = change
    keys = [row[0] for row in connection.execute(
        "SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk", (table,)
    )]  # fmt: skip
    listed = ", ".join(f'"{key}"' for key in keys)
    where = " AND ".join(f'"{key}" = ?' for key in keys)
    row = connection.execute(
        f'SELECT {listed} FROM "{table}" ORDER BY {listed} LIMIT 1 OFFSET {place}'
    ).fetchone()
    if not column:
        connection.execute(f'DELETE FROM "{table}" WHERE {where}', row)
        return ""
    value = connection.execute(f'SELECT "{column}" FROM "{table}" WHERE {where}', row).fetchone()[0]
    values = (other(value), *row)
    try:
        connection.execute(f'UPDATE "{table}" SET "{column}" = ? WHERE {where}', values)
    except driver.IntegrityError as error:
        return str(error)
    return ""


def test_any_value_that_another_program_changes_is_named(
    bench: Any, opened: Any, seen: Any, fate: Any, profile: str
) -> None:
    with opened(bench.path) as desk:
        original = seen(desk)
        assert desk.verify() == []
    connection = connect(bench.path)
    every = list(changes(connection, thorough=profile == "long"))
    connection.close()
    fates: dict[Change, str] = {}
    copy = bench.path.with_name("changed.changedesk")
    for change in every:
        shutil.copyfile(bench.path, copy)
        with Unguarded(copy) as connection:
            why_not = make(connection, change)
        if not why_not:
            fates[change] = fate(copy, original)
    dead = [change for change, what in fates.items() if what == "dead"]
    print(f"{len(every)} changes, {len(fates)} possible: {Counter(fates.values())}; dead: {dead}")
    assert set(fates.values()) <= {"named", "refused", "dead"}
    assert {table for table, _, _ in dead} <= WITHOUT_EFFECT
    assert len(dead) < len(fates) / 10
