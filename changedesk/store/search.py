"""Full-text search over every text field that a record type declares.

The index is kept off the path of a key press: it catches up when somebody searches, from the
operations that came since.
"""

import re
from collections import defaultdict
from dataclasses import dataclass

from changedesk.store.engine import Sql, write_transaction
from changedesk.store.records import Record, Schema
from changedesk.store.spec import spec_of

RANKED_HITS = 2000
_REACHED = "text_index_reaches"
_BATCH = 20_000
_WORD = re.compile(r"\w+", re.UNICODE)


@dataclass(frozen=True)
class Hit:
    """A record that holds the words."""

    type_name: str
    id: int


def fts_query(words: str) -> str:
    """Return an FTS5 query that finds all the words, each by its beginning; empty for no word."""
    return " ".join(f'"{word}"*' for word in _WORD.findall(words))


def is_behind(sql: Sql) -> bool:
    """Tell whether operations came since the index was brought up to date."""
    newest = int(sql.value("SELECT COALESCE(MAX(id), 0) FROM op"))
    return newest > _reached(sql)


def catch_up(sql: Sql, schema: Schema) -> None:
    """Bring the index up to date, in short transactions."""
    while is_behind(sql):
        with write_transaction(sql.database):
            _catch_up_some(sql, schema)


def _reached(sql: Sql) -> int:
    return int(sql.value("SELECT value FROM state WHERE name = ?", (_REACHED,)) or 0)


def _catch_up_some(sql: Sql, schema: Schema) -> None:
    since = _reached(sql)
    until = min(since + _BATCH, int(sql.value("SELECT COALESCE(MAX(id), 0) FROM op")))
    rows = sql.rows(
        "SELECT DISTINCT e.id, e.type, e.state FROM op o JOIN entity e ON e.id = o.ent "
        "WHERE o.id > ? AND o.id <= ?",
        (since, until),
    )
    keys = [int(row[0]) for row in rows]
    sql.run_by_keys("DELETE FROM text_index WHERE rowid IN ({keys})", keys)
    standing: dict[str, list[int]] = defaultdict(list)
    for key, type_name, state in rows:
        if state != 1 and type_name in schema.by_name:
            standing[type_name].append(int(key))
    for type_name, ids in standing.items():
        _index(sql, schema.by_name[type_name], ids)
    sql.run("DELETE FROM state WHERE name = ?", (_REACHED,))
    sql.run("INSERT INTO state (name, value) VALUES (?, ?)", (_REACHED, str(until)))


def _index(sql: Sql, record_type: type[Record], keys: list[int]) -> None:
    meta = record_type._meta
    names = [field.name for field in spec_of(record_type).fields if field.facts.searched]
    if not names:
        return
    columns = ", ".join(f'"{meta.fields[name].column_name}"' for name in names)
    rows = sql.by_keys(f'SELECT id, {columns} FROM "{meta.table_name}" WHERE id IN ({{keys}})', keys)
    texts = [(row[0], "\n".join(str(text) for text in row[1:] if text)) for row in rows]
    if sql.sqlite:
        sql.many("INSERT INTO text_index (rowid, text) VALUES (?, ?)", texts)
    else:
        sql.many(
            "INSERT INTO text_index (rowid, words) VALUES (?, to_tsvector('simple', ?))", texts
        )


def search(sql: Sql, words: str, limit: int = 50) -> list[Hit]:
    """Return the records that hold all the words, the best first, the newest of equals first.

    Of a very common word only the newest hits are ranked, so that the answer is always quick.
    """
    found = _WORD.findall(words)
    if not found:
        return []
    if sql.sqlite:
        rows = sql.rows(
            "SELECT e.type, e.id FROM (SELECT rowid AS id, bm25(text_index) AS score "
            "FROM text_index WHERE text_index MATCH ? ORDER BY rowid DESC LIMIT ?) hit "
            "JOIN entity e ON e.id = hit.id ORDER BY hit.score, e.id DESC LIMIT ?",
            (fts_query(words), RANKED_HITS, limit),
        )
    else:
        query = " & ".join(f"'{word}':*" for word in found)
        rows = sql.rows(
            "SELECT e.type, e.id FROM (SELECT rowid AS id, ts_rank(words, q) AS score "
            "FROM text_index, to_tsquery('simple', ?) q WHERE words @@ q "
            "ORDER BY rowid DESC LIMIT ?) hit "
            "JOIN entity e ON e.id = hit.id ORDER BY hit.score DESC, e.id DESC LIMIT ?",
            (query, RANKED_HITS, limit),
        )
    return [Hit(row[0], int(row[1])) for row in rows]
