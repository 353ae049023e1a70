"""Full-text search over every text field that a record type declares.

The index is kept off the path of a key press: it catches up when somebody searches, from the
operations that came since.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import NamedTuple

from changedesk.store.engine import Sql, write_transaction
from changedesk.store.records import Record, Schema
from changedesk.store.renaming import is_coded, renamed_in
from changedesk.store.spec import spec_of

NEWEST_HITS = 500
ENDINGS = 200
REACHED = "text_index_reaches"
_BATCH = 20_000
_WORD = re.compile(r"[^\W_]+", re.UNICODE)


class Hit(NamedTuple):
    """A record that holds the words."""

    type_name: str
    id: int


def words_of(text: str) -> list[str]:
    """Return the words of a text as they are compared: without case and accents."""
    if text.isascii():
        return _WORD.findall(text.lower())
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return _WORD.findall(bare.casefold())


def is_behind(sql: Sql) -> bool:
    """Tell whether operations came since the index was brought up to date."""
    newest = int(sql.value("SELECT COALESCE(MAX(id), 0) FROM op"))
    return newest > reached(sql)


def catch_up(sql: Sql, schema: Schema) -> None:
    """Bring the index up to date, in short transactions."""
    while is_behind(sql):
        with write_transaction(sql.database):
            _catch_up_some(sql, schema)


def forget_texts(sql: Sql) -> None:
    """Empty the index, so that nothing of an erased text stays in it; it is filled when needed."""
    if sql.sqlite:
        sql.run("INSERT INTO text_index (text_index) VALUES ('delete-all')")
        sql.run("DELETE FROM text_word")
    else:
        sql.run("DELETE FROM text_index")
    sql.run("DELETE FROM state WHERE name = ?", (REACHED,))


def reached(sql: Sql) -> int:
    """Return the newest operation that the index knows of."""
    return int(sql.value("SELECT value FROM state WHERE name = ?", (REACHED,)) or 0)


def _catch_up_some(sql: Sql, schema: Schema) -> None:
    since = reached(sql)
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
        write_texts(sql, texts_of(sql, schema.by_name[type_name], ids))
    sql.run("DELETE FROM state WHERE name = ?", (REACHED,))
    sql.run("INSERT INTO state (name, value) VALUES (?, ?)", (REACHED, str(until)))


def texts_of(sql: Sql, record_type: type[Record], keys: Collection[int]) -> list[tuple[int, str]]:
    """Return the texts by which records of one type are found, with their keys."""
    meta = record_type._meta
    names = [field.name for field in spec_of(record_type).fields if field.facts.searched]
    if not names or not keys:
        return []
    columns = ", ".join(f'"{meta.fields[name].column_name}"' for name in names)
    rows = sql.by_keys(
        f'SELECT id, {columns} FROM "{meta.table_name}" WHERE id IN ({{keys}})', keys
    )
    once = renamed_in(sql) if is_coded(record_type) else {}
    return [
        (
            row[0],
            "\n".join(
                [str(text) for text in row[1:] if text]
                + ([once[row[0]].claimed] if row[0] in once else [])
            ),
        )
        for row in rows
    ]


def index_anew(sql: Sql, record_type: type[Record], keys: Collection[int]) -> None:
    """Bring records into the index as they are now, those that it holds already."""
    if not sql.sqlite:
        there = {row[0] for row in sql.by_keys(
            "SELECT rowid FROM text_index WHERE rowid IN ({keys})", keys
        )}  # fmt: skip
    else:
        there = {row[0] for row in sql.by_keys(
            "SELECT id FROM text_index_docsize WHERE id IN ({keys})", keys
        )}  # fmt: skip
    sql.run_by_keys("DELETE FROM text_index WHERE rowid IN ({keys})", there)
    write_texts(sql, texts_of(sql, record_type, there))


def write_texts(sql: Sql, texts: Iterable[tuple[int, str]]) -> None:
    """Put texts into the index, by the keys of their records."""
    texts = list(texts)
    if not sql.sqlite:
        statement = "INSERT INTO text_index (rowid, words) VALUES (?, to_tsvector('simple', ?))"
        sql.many(statement, [(key, " ".join(words_of(text))) for key, text in texts])
        return
    sql.many("INSERT INTO text_index (rowid, text) VALUES (?, ?)", texts)
    fresh = {word for _, text in texts for word in words_of(text)}
    sql.many("INSERT OR IGNORE INTO text_word (word) VALUES (?)", [(word,) for word in fresh])


def search(sql: Sql, schema: Schema, words: str, limit: int = 50) -> list[Hit]:
    """Return the records that hold all the words, each by its beginning, the newest first.

    Those whose code or title holds them all come before the others. Only the newest hits of a
    very common word are looked at, so that the answer is always quick.
    """
    wanted = words_of(words)
    if not wanted:
        return []
    found = _newest(sql, wanted)
    named = _named(sql, schema, found, wanted)
    ranked = sorted(found, key=lambda hit: (hit not in named, -hit.id))
    return ranked[:limit]


def _newest(sql: Sql, wanted: list[str]) -> list[Hit]:
    if sql.sqlite:
        query = _fts_query(sql, wanted)
        if not query:
            return []
        rows = sql.rows(
            "SELECT e.type, e.id FROM text_index JOIN entity e ON e.id = text_index.rowid "
            "WHERE text_index MATCH ? AND e.state <> 1 ORDER BY text_index.rowid DESC LIMIT ?",
            (query, NEWEST_HITS),
        )
    else:
        query = " & ".join(f"'{word}':*" for word in wanted)
        rows = sql.rows(
            "SELECT e.type, e.id FROM text_index t JOIN entity e ON e.id = t.rowid "
            "WHERE t.words @@ to_tsquery('simple', ?) AND e.state <> 1 "
            "ORDER BY t.rowid DESC LIMIT ?",
            (query, NEWEST_HITS),
        )
    return [Hit(row[0], int(row[1])) for row in rows]


def _fts_query(sql: Sql, wanted: list[str]) -> str:
    # FTS5 gathers every text of a beginning before it gives the first one, unless it keeps an
    # index of beginnings of just that length: longer ones are spelled out as whole words.
    parts = []
    for word in wanted:
        if len(word) in (2, 3):
            parts.append(f'"{word}"*')
            continue
        endings = sql.rows(
            "SELECT word FROM text_word WHERE word >= ? AND word < ? ORDER BY word LIMIT ?",
            (word, word + "\U0010ffff", ENDINGS),
        )
        if not endings:
            return ""
        parts.append("(" + " OR ".join(f'"{row[0]}"' for row in endings) + ")")
    return " AND ".join(parts)


def _named(sql: Sql, schema: Schema, hits: list[Hit], wanted: list[str]) -> set[Hit]:
    by_type: dict[str, list[int]] = defaultdict(list)
    for hit in hits:
        by_type[hit.type_name].append(hit.id)
    named: set[Hit] = set()
    for type_name, keys in by_type.items():
        record_type = schema.by_name.get(type_name)
        if record_type is None:
            continue
        meta = record_type._meta
        names = {"code", record_type.about.title_field} & set(meta.fields)
        columns = " || ' ' || ".join(f'"{meta.fields[name].column_name}"' for name in sorted(names))
        statement = f'SELECT id, {columns} FROM "{meta.table_name}" WHERE id IN ({{keys}})'
        for key, name in sql.by_keys(statement, keys):
            own = words_of(str(name))
            if all(any(word.startswith(part) for word in own) for part in wanted):
                named.add(Hit(type_name, int(key)))
    return named
