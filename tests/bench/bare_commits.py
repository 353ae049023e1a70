"""The floor of a key: the rows of one result, committed without anything around them."""

import os
import time
from pathlib import Path
from typing import Any

TABLES = ("op", "entity", "step_result", "run")


class BareCommits:
    """Commits the rows of one more result to a workspace file at each call of `one`."""

    def __init__(self, workspace: Path) -> None:
        from pysqlite3 import dbapi2

        self._connection = dbapi2.connect(str(workspace), isolation_level=None)
        for pragma in ("journal_mode = delete", "synchronous = extra"):
            self._connection.execute(f"PRAGMA {pragma}")
        newest = "SELECT * FROM {} ORDER BY id DESC LIMIT 1"
        self._rows = {
            name: next(iter(self._connection.execute(newest.format(name)))) for name in TABLES
        }

    def one(self) -> float:
        """Return how many milliseconds one commit took."""
        run = self._rows["run"][0]
        start = time.perf_counter()
        self._connection.execute("BEGIN IMMEDIATE")
        for name in ("op", "op", "entity", "step_result"):
            self._copy_row(name)
        self._connection.execute("UPDATE run SET passed = passed + 0 WHERE id = ?", (run,))
        self._connection.execute("COMMIT")
        return (time.perf_counter() - start) * 1000

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def _copy_row(self, table: str) -> None:
        row: tuple[Any, ...] = self._rows[table]
        info = list(self._connection.execute(f"PRAGMA table_info({table})"))
        key = self._connection.execute(f"SELECT MAX(id) + 1 FROM {table}").fetchone()[0]
        fresh = list(row)
        for place, column in enumerate(info):
            if column[1] == "id":
                fresh[place] = key
            elif column[1] in ("h", "uid"):
                fresh[place] = os.urandom(len(row[place]))
            elif column[1] == "seq":
                fresh[place] = key + 10_000_000
        marks = ",".join("?" * len(fresh))
        self._connection.execute(f"INSERT INTO {table} VALUES ({marks})", fresh)
