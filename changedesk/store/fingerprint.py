"""What a database is made of, told so that a migrated one and a new one of equal make are equal."""

import re
from functools import cache

from peewee import SqliteDatabase

from changedesk.store.engine import Sql
from changedesk.store.records import Schema
from changedesk.store.tables import create_tables

Objects = dict[str, str]

# Every row is written with all its columns: a plain default, which a column that is added to a
# table must have, never comes into play.
_LITERAL = re.compile(r"NULL|-?\d+|'[^']*'")


def objects_of(sql: Sql) -> Objects:
    """Return every object by kind and name, each with what it is made of.

    A table is told by its columns, references, keys and strictness, since a column that was added
    later stands elsewhere in its text; checks and all other objects are told by their text.
    """
    told: Objects = {}
    listed = {row[0]: (row[1], row[2]) for row in sql.rows(
        "SELECT name, wr, strict FROM pragma_table_list WHERE schema = 'main'"
    )}  # fmt: skip
    for kind, name, text in sql.rows("SELECT type, name, COALESCE(sql, '') FROM sqlite_schema"):
        plain = " ".join(str(text).split())
        if kind == "table" and not plain.upper().startswith("CREATE VIRTUAL"):
            plain = _table(sql, name, listed.get(name), plain)
        told[f"{kind} {name}"] = plain
    return told


def _table(sql: Sql, name: str, make: object, text: str) -> str:
    columns = [
        (*facts, None if default is None or _LITERAL.fullmatch(default) else default)
        for *facts, default in sql.rows(
            'SELECT name, type, "notnull", pk, hidden, dflt_value FROM pragma_table_xinfo(?) '
            "ORDER BY name",
            (name,),
        )
    ]
    references = sql.rows(
        'SELECT "from", "table", "to", on_update, on_delete, match '
        "FROM pragma_foreign_key_list(?) ORDER BY 1, 2, 3",
        (name,),
    )
    rest = [word for word in ("CHECK", "COLLATE", "GENERATED", "CONFLICT") if word in text.upper()]
    deferred = text.upper().count("DEFERRABLE INITIALLY DEFERRED")
    return repr((make, columns, references, deferred, text if rest else ""))


@cache
def expected_objects(schema: Schema) -> Objects:
    """Return what a new workspace is made of."""
    database = SqliteDatabase(":memory:", autoconnect=False)
    with database.connection_context():
        create_tables(database, schema)
        return objects_of(Sql(database))


def differing_objects(found: Objects, expected: Objects) -> list[str]:
    """Return the names of what is there and should not be, lacks, or is made otherwise."""
    return sorted(n for n in {*found, *expected} if found.get(n) != expected.get(n))
