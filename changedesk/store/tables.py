"""The store's own tables: devices, operations, entities, heads, contents and the index of texts."""

import re
from functools import cache

from peewee import (
    BigIntegerField,
    BlobField,
    CompositeKey,
    Database,
    IntegerField,
    Model,
    SchemaManager,
    TextField,
)

from changedesk.store.engine import Sql, is_sqlite
from changedesk.store.records import Schema

APPLICATION_ID = 0x43444B31  # "CDK1"
VERSION = "schema"


class StoreTable(Model):
    """A table of the store itself, not a record type."""

    class Meta:
        strict_tables = True
        legacy_table_names = False


class Device(StoreTable):
    """One installation that wrote into this workspace; each has a hash chain of its own."""

    id = IntegerField(primary_key=True)
    uid = BlobField(unique=True)


class Op(StoreTable):
    """One operation of the append-only journal.

    `txn` is the `seq` of the operation that heads the change; `base` is the concatenation of the
    32-byte hashes of the operations that the author had seen as the value of this field;
    `vh` commits to the value, so that erasing `val` and `salt` leaves every hash valid.
    """

    id = IntegerField(primary_key=True)
    h = BlobField(unique=True)
    dev = IntegerField()
    seq = IntegerField()
    prev = BlobField()
    hlc = BigIntegerField()
    actor = TextField()
    txn = IntegerField()
    ent = IntegerField(index=True)
    field = TextField()
    base = BlobField()
    vh = BlobField()
    salt = BlobField(null=True)
    val = TextField(null=True)

    class Meta:
        indexes = ((("dev", "seq"), True),)


class Entity(StoreTable):
    """What an operation is about: the integer key of a record beside its UUID.

    `op` is the operation that made it. `state` is 0 while the record stands, 1 once it was
    withdrawn, 2 when it was withdrawn and is kept because a record that stands refers to it.
    """

    id = IntegerField(primary_key=True)
    uid = BlobField(unique=True)
    type = TextField()
    op = IntegerField(default=0)
    state = IntegerField(default=0)


class Head(StoreTable):
    """The operation(s) that give a field its value; without a row, the one that made the record."""

    ent = IntegerField()
    field = TextField()
    op = IntegerField()

    class Meta:
        primary_key = CompositeKey("ent", "field", "op")
        without_rowid = True


class CodeCounter(StoreTable):
    """The highest number ever given to a code prefix in a scope, so that no code comes twice."""

    scope = IntegerField()
    prefix = TextField()
    last = IntegerField()

    class Meta:
        primary_key = CompositeKey("scope", "prefix")
        without_rowid = True


class Content(StoreTable):
    """Bytes kept once, by the SHA-256 of what they are: screenshots and returned files."""

    id = IntegerField(primary_key=True)
    h = BlobField(unique=True)
    data = BlobField()


class State(StoreTable):
    """Facts about this file alone, such as how far its index of texts reaches."""

    name = TextField(primary_key=True)
    value = TextField()


class TextWord(StoreTable):
    """Every word of the index of texts, so that a beginning can be spelled out (SQLite only)."""

    word = TextField(primary_key=True)

    class Meta:
        without_rowid = True


class SealedAnswer(StoreTable):
    """What one person answered anonymously: no time, no author, no order, under a random key.

    `batch` is the UUID of the record that commits to it, empty while too few wait for one;
    `wave` is the UUID of the wave that was answered.
    """

    key = BlobField(primary_key=True)
    batch = BlobField(index=True)
    wave = BlobField(index=True)
    answers = TextField()

    class Meta:
        without_rowid = True


STORE_TABLES: tuple[type[StoreTable], ...] = (
    Device,
    Op,
    Entity,
    Head,
    CodeCounter,
    Content,
    State,
    TextWord,
    SealedAnswer,
)

# What is rare is found at once, and costs nothing where it does not occur.
_INDEXES = (
    "CREATE INDEX op_changes ON op (dev, id) WHERE ent = 0",
    "CREATE INDEX op_erasures ON op (ent, dev, txn) WHERE substr(field, 1, 1) = '!'",
    "CREATE INDEX entity_kept ON entity (id) WHERE state = 2",
)

# Texts themselves stay in the tables; beginnings of two and three letters are found at once.
TEXT_INDEX = """USING fts5(
    text, content='', contentless_delete=1, prefix='2 3',
    tokenize="unicode61 remove_diacritics 2")"""

_SQLITE_EXTRAS = (
    """CREATE TRIGGER op_is_never_removed BEFORE DELETE ON op
    BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END""",
    """CREATE TRIGGER op_is_never_changed BEFORE UPDATE ON op
    WHEN new.val IS NOT NULL OR new.salt IS NOT NULL OR new.h IS NOT old.h
      OR new.dev IS NOT old.dev OR new.seq IS NOT old.seq OR new.prev IS NOT old.prev
      OR new.hlc IS NOT old.hlc OR new.actor IS NOT old.actor OR new.txn IS NOT old.txn
      OR new.ent IS NOT old.ent OR new.field IS NOT old.field OR new.base IS NOT old.base
      OR new.vh IS NOT old.vh OR new.id IS NOT old.id
    BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END""",
    *_INDEXES,
    """CREATE VIRTUAL TABLE text_index USING fts5(
    text, content='', contentless_delete=1, prefix='2 3',
    tokenize="unicode61 remove_diacritics 2")""",
)

_POSTGRESQL_EXTRAS = (
    """CREATE FUNCTION op_guard() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF TG_OP = 'DELETE' OR new.val IS NOT NULL OR new.salt IS NOT NULL
        OR (new.h, new.dev, new.seq, new.prev, new.hlc, new.actor, new.txn, new.ent, new.field,
            new.base, new.vh, new.id)
        IS DISTINCT FROM (old.h, old.dev, old.seq, old.prev, old.hlc, old.actor, old.txn, old.ent,
            old.field, old.base, old.vh, old.id) THEN
        RAISE EXCEPTION 'the journal is append-only';
      END IF;
      RETURN new;
    END $$""",
    """CREATE TRIGGER op_is_append_only BEFORE UPDATE OR DELETE ON op
    FOR EACH ROW EXECUTE FUNCTION op_guard()""",
    *_INDEXES,
    "CREATE TABLE text_index (rowid INTEGER PRIMARY KEY, words TSVECTOR NOT NULL)",
    "CREATE INDEX text_index_words ON text_index USING gin (words)",
)


_SQLITE_ONLY = re.compile(r"\) (STRICT|WITHOUT ROWID|STRICT, WITHOUT ROWID)$")


def create_tables(database: Database, schema: Schema) -> None:
    """Create every table of a new workspace in an empty, connected database."""
    sql = Sql(database)
    for statement in _statements(schema, type(database)):  # type: ignore[arg-type] # it has a hash
        sql.run(statement)
    for statement in _SQLITE_EXTRAS if sql.sqlite else _POSTGRESQL_EXTRAS:
        sql.run(statement)
    if sql.sqlite:
        sql.run(f"PRAGMA application_id = {APPLICATION_ID}")
        sql.run(f"PRAGMA user_version = {schema.version:d}")
    else:
        facts = (VERSION, str(schema.version))
        sql.run("INSERT INTO state (name, value) VALUES (?, ?)", facts)


class _Tables(SchemaManager):
    """Tells what makes a table and its indexes, without what only SQLite knows elsewhere."""

    def statements(self) -> list[str]:
        made = (self._create_table(safe=False), *self._create_indexes(safe=False))  # type: ignore[attr-defined]
        texts = [str(one.query()[0]) for one in made]
        if is_sqlite(self.database):
            return texts
        return [_SQLITE_ONLY.sub(")", text) for text in texts]


@cache
def _statements(schema: Schema, engine: type[Database]) -> tuple[str, ...]:
    """Return what makes every table; it is the same for every workspace, and takes a while."""
    database = engine(None)
    models = (*STORE_TABLES, *schema.types)
    return tuple(text for model in models for text in _Tables(model, database).statements())


def team_version(sql: Sql) -> int | None:
    """Return the schema version of a team database, or None where it holds no workspace."""
    if sql.value("SELECT to_regclass('op')") is None:
        return None
    return int(sql.value("SELECT value FROM state WHERE name = ?", (VERSION,)))
