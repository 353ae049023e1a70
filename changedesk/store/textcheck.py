"""Does the index of texts find what stands in the tables? It is compared with one made anew."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from changedesk.store.engine import Sql
from changedesk.store.findings import Finding
from changedesk.store.records import Schema
from changedesk.store.search import reached, texts_of, words_of
from changedesk.store.tables import TEXT_INDEX

_LENGTHS = (2, 3)  # of the beginnings that have an index of their own


def index_of_texts(sql: Sql, schema: Schema) -> list[Finding]:
    """Check the index as far as it reaches: what was written since is not in it yet."""
    if not sql.sqlite:
        return []
    sql.run("CREATE TEMP TABLE passed_over (id INTEGER PRIMARY KEY)")
    sql.run(f"CREATE VIRTUAL TABLE temp.texts_anew {TEXT_INDEX}")
    sql.run("CREATE VIRTUAL TABLE temp.words_anew USING fts5vocab(temp, texts_anew, instance)")
    sql.run("CREATE VIRTUAL TABLE temp.words_there USING fts5vocab(main, text_index, instance)")
    try:
        words = _fill(sql, schema)
        return [*_words(sql, words), *_sizes(sql), *_places(sql), *_finds(sql)]
    finally:
        for table in ("words_there", "words_anew", "texts_anew", "passed_over"):
            sql.run(f"DROP TABLE temp.{table}")


def _fill(sql: Sql, schema: Schema) -> set[str]:
    # A record that is only kept for others' sake may be in the index or not.
    sql.run(
        "INSERT INTO passed_over SELECT ent FROM op WHERE id > ? "
        "UNION SELECT id FROM entity WHERE state <> 0",
        (reached(sql),),
    )
    texts: list[tuple[int, str]] = []
    for record_type in schema.types:
        table = record_type._meta.table_name
        keys = sql.rows(f'SELECT id FROM "{table}" WHERE id NOT IN (SELECT id FROM passed_over)')
        texts += texts_of(sql, record_type, [row[0] for row in keys])
    # In a transaction of its own, which touches nothing that others wait for.
    with sql.database.atomic():
        sql.many("INSERT INTO texts_anew (rowid, text) VALUES (?, ?)", texts)
    return {word for _, text in texts for word in words_of(text)}


def _words(sql: Sql, wanted: set[str]) -> Iterator[Finding]:
    for word in sorted(wanted - {row[0] for row in sql.rows("SELECT word FROM text_word")}):
        yield Finding("wrong index", f"text_word {word}", "a word of a text is missing")


def _sizes(sql: Sql) -> Iterator[Finding]:
    # Without its size a text could not be taken out of the index any more.
    statement = "SELECT id, sz FROM {}_docsize WHERE id NOT IN (SELECT id FROM passed_over)"
    there, anew = (dict(sql.rows(statement.format(t))) for t in ("text_index", "texts_anew"))
    for key in _differing(there, anew):
        yield Finding("wrong index", f"text_index {key}", "its text is counted otherwise")


def _places(sql: Sql) -> Iterator[Finding]:
    for word in _differing(_sums(sql, "words_there"), _sums(sql, "words_anew")):
        yield Finding("wrong index", f"text_index {word}", "it leads to other places")


def _sums(sql: Sql, words: str) -> dict[str, tuple[int, ...]]:
    # Every place of every word, told by sums: no single one can differ without a trace in them.
    rows = sql.rows(
        'SELECT term, COUNT(*), SUM(doc), SUM("offset"), SUM(doc * ("offset" + 1)) '
        f"FROM temp.{words} WHERE doc NOT IN (SELECT id FROM passed_over) GROUP BY term"
    )
    return {term: tuple(sums) for term, *sums in rows}


def _finds(sql: Sql) -> Iterator[Finding]:
    terms = [row[0] for row in sql.rows("SELECT DISTINCT term FROM temp.words_anew")]
    starts = {term[:length] for term in terms for length in _LENGTHS if len(term) >= length}
    asked = [f'"{term}"' for term in terms] + [f'"{start}"*' for start in starts]
    for query in _differing(_hits(sql, "text_index", asked), _hits(sql, "texts_anew", asked)):
        yield Finding("wrong index", f"text_index {query}", "it finds other records")


def _hits(sql: Sql, index: str, asked: Collection[str]) -> dict[str, tuple[int, ...]]:
    statement = (
        f"SELECT COUNT(*), SUM(rowid) FROM {index} WHERE {index} MATCH ? "
        "AND rowid NOT IN (SELECT id FROM passed_over)"
    )
    return {query: sql.rows(statement, (query,))[0] for query in asked}


def _differing(there: Mapping[Any, object], anew: Mapping[Any, object]) -> list[Any]:
    return sorted(key for key in {*there, *anew} if there.get(key) != anew.get(key))
