"""Kept bytes, by what they are: which ones operations name, and how they come along in a merge."""

import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator

from changedesk.store.engine import Sql
from changedesk.store.errors import UserError
from changedesk.store.journal import MADE, RESTATED
from changedesk.store.records import Schema
from changedesk.store.spec import spec_of
from changedesk.store.values import decode_record

MOST_BYTES = 256_000_000
"""How large one content may be that comes from elsewhere."""


class Naming:
    """Finds the contents that operations name, by the fields that name such."""

    def __init__(self, schema: Schema) -> None:
        self._makers: dict[str, list[str]] = {}
        self._edits: set[str] = set()
        for record_type in schema.types:
            spec = spec_of(record_type)
            names = [field.name for field in spec.fields if field.facts.names_content]
            if names:
                self._makers[MADE + spec.type_name] = names
                self._edits.update(names)
        self._edits |= {RESTATED + name for name in self._edits}
        self.fields = (*self._makers, *sorted(self._edits))

    def named(self, field: str, val: str | None) -> Iterator[str]:
        """Yield the SHA-256, in hex, of the contents that an operation names."""
        if not val:
            return
        if field in self._makers:
            texts = decode_record(val)
            yield from (texts[name] for name in self._makers[field] if texts.get(name))
        elif field in self._edits and _is_digest(val):
            yield val


def _is_digest(text: str) -> bool:
    return len(text) == 64 and all(sign in "0123456789abcdef" for sign in text)


def kept(sql: Sql) -> set[str]:
    """Return which contents are here."""
    return {bytes(row[0]).hex() for row in sql.rows("SELECT h FROM content")}


def still_named(sql: Sql, schema: Schema, digests: Collection[str]) -> set[str]:
    """Return which of these contents some operation names that was not emptied."""
    naming = Naming(schema)
    marks = ", ".join("?" for _ in naming.fields)
    if not digests or not marks:
        return set()
    rows = sql.rows(
        f"SELECT field, val FROM op WHERE field IN ({marks}) AND val IS NOT NULL", naming.fields
    )
    return {digest for field, val in rows for digest in naming.named(field, val)} & set(digests)


def keep_content(sql: Sql, data: bytes) -> str:
    """Keep bytes once, by what they are; return their SHA-256 in hex."""
    digest = hashlib.sha256(data).digest()
    if sql.value("SELECT 1 FROM content WHERE h = ?", (digest,)) is None:
        key = int(sql.value("SELECT COALESCE(MAX(id), 0) FROM content")) + 1
        sql.run("INSERT INTO content (id, h, data) VALUES (?, ?, ?)", (key, digest, data))
    return digest.hex()


def take_contents(sql: Sql, wanted: Iterable[str], fetch: Callable[[str], bytes | None]) -> int:
    """Keep bytes that came from elsewhere, each checked against its name; return how many.

    Raises UserError when one is missing, or is not what its name says.
    """
    key = int(sql.value("SELECT COALESCE(MAX(id), 0) FROM content"))
    many = 0
    for digest in sorted(wanted):
        data = fetch(digest)
        if data is None:
            raise UserError(
                "The other copy names a picture that it does not hold: nothing was taken in."
            )
        if len(data) > MOST_BYTES or hashlib.sha256(data).hexdigest() != digest:
            raise UserError(
                "A picture in the other copy is not what its name says: nothing was taken in."
            )
        many += 1
        sql.run(
            "INSERT INTO content (id, h, data) VALUES (?, ?, ?)",
            (key + many, bytes.fromhex(digest), data),
        )
    return many


def forget_unnamed(sql: Sql, schema: Schema, digests: Collection[str]) -> None:
    """Remove those of these contents that nothing names any more, since what did was erased."""
    for digest in set(digests) - still_named(sql, schema, digests):
        sql.run("DELETE FROM content WHERE h = ?", (bytes.fromhex(digest),))
