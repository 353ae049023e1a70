"""Goal 10: the first 50 of a million texts."""

import random
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from figures import Figure, seconds

from changedesk.store import search as texts
from changedesk.store.engine import Sql, sqlite_database
from changedesk.store.records import Schema
from changedesk.store.tables import create_tables

TEXTS = 1_000_000
WORDS = 20_000


def search(_workspace: Path) -> Iterator[Figure]:
    """Search by a common word, a rare one, two letters and two words."""
    with tempfile.TemporaryDirectory() as folder:
        database = sqlite_database(Path(folder) / "texts.changedesk")
        with database.connection_context():
            database.execute_sql("PRAGMA synchronous = OFF")
            sql = Sql(database)
            _fill(sql)
            for what, words in {
                "a word in every text": "agent",
                "a rare word": "word19998",
                "two letters": "ag",
                "two words": "agent word77",
            }.items():
                find = partial(texts.search, sql, Schema(()), words)
                assert find(), words
                taken = seconds(find, 9) * 1000
                yield Figure(10, f"first 50 of 1,000,000 texts, {what}", taken, 30, "ms")


def _fill(sql: Sql) -> None:
    chance = random.Random(1)
    create_tables(sql.database, Schema(()))
    with sql.database.atomic():
        sql.many(
            "INSERT INTO entity (id, uid, type, op, state) VALUES (?, ?, 'script', 0, 0)",
            [(key, key.to_bytes(16, "big")) for key in range(1, TEXTS + 1)],
        )
        for start in range(1, TEXTS + 1, 50_000):
            rows = []
            for key in range(start, start + 50_000):
                few = [f"word{int(chance.paretovariate(0.5)) % WORDS}" for _ in range(8)]
                rows.append((key, f"agent {' '.join(few)} customer"))
            texts.write_texts(sql, rows)
