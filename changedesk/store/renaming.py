"""Codes that two copies gave apart: who keeps one, and what the other record is called instead.

The record with the lower UUID keeps the code, the other gets the next free one, and is found by the
old one too. This follows from the journal alone, so every copy that knows the same says the same;
what it comes to is noted beside the tables. A code of a record that was withdrawn is free for what
was made later: an import that was undone and done again gives the same codes.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from changedesk.store import heads
from changedesk.store.codes import keep_clear_of, number_of
from changedesk.store.engine import Sql
from changedesk.store.journal import WITHDRAWN
from changedesk.store.records import About, Record, Schema
from changedesk.store.spec import spec_of

NOTED = "code:"
_END = "code;"
LENT = "lent:"
"""Before the prefix of codes: the highest number that a record got here because its own was taken.

It may have its own back since, when the other one went. The number is not given to another.
"""

_GONE = 1
_FOR_EVER = 1 << 63


class Renamed(NamedTuple):
    """What a record is called now, and what it was called where it was made."""

    code: str
    claimed: str


class _Claim(NamedTuple):
    """A record's own code: where it is to be unique, when it was made and, if it was, given up."""

    key: int
    uid: bytes
    scope: str
    code: str
    made: int
    given_up: int


def renamed_in(sql: Sql) -> dict[int, Renamed]:
    """Return the records that are not called what they were, by key."""
    rows = sql.rows("SELECT name, value FROM state WHERE name >= ? AND name < ?", (NOTED, _END))
    return {
        int(name.removeprefix(NOTED)): Renamed(*value.split("\n", 1))
        for name, value in rows
        if "\n" in value and name.removeprefix(NOTED).isdigit()
    }


def once_called(sql: Sql, typed: str) -> list[int]:
    """Return the records that had this code where they were made, case apart."""
    wanted = typed.strip().casefold()
    return [key for key, one in renamed_in(sql).items() if one.claimed.casefold() == wanted]


def is_coded(record_type: type[Record]) -> bool:
    """Tell whether records of this type have a code by which people know them."""
    return any(
        field.name == "code" and field.facts.short_code for field in spec_of(record_type).fields
    )


def settle_codes(
    sql: Sql, schema: Schema, keys: Collection[int], *, fresh: bool
) -> dict[str, set[int]]:
    """Give every code to one record, after records came, came back or went, or changed their code.

    `fresh` says that some of them may have a code that was not known here. Returns the
    keys of the records that are called otherwise now, by type.
    """
    noted = renamed_in(sql)
    concerned = _coded_among(sql, schema, keys)
    with_noted = _coded_among(sql, schema, noted)
    touched: dict[str, set[int]] = {}
    for type_name, some in concerned.items():
        record_type = schema.by_name[type_name]
        known = with_noted.get(type_name, set())
        if known or _clash(sql, record_type, some, fresh=fresh):
            changed = _rename(sql, record_type, {key: noted[key] for key in known})
            if changed:
                touched[type_name] = changed
    return touched


def _coded_among(sql: Sql, schema: Schema, keys: Collection[int]) -> dict[str, set[int]]:
    # Those of the entities that have a code, by type: of a large import nearly none has one.
    coded = ", ".join(f"'{name}'" for name, one in schema.by_name.items() if is_coded(one))
    found: dict[str, set[int]] = defaultdict(set)
    for key, type_name in sql.by_keys(
        f"SELECT id, type FROM entity WHERE id IN ({{keys}}) AND type IN ({coded})",
        keys if coded else (),
    ):
        found[type_name].add(int(key))
    return found


def expected_names(sql: Sql, record_type: type[Record]) -> dict[int, Renamed]:
    """Return, from the journal alone, which records of a type are not called what they were."""
    claims = list(_claims(sql, record_type))
    by_scope: dict[str, list[_Claim]] = defaultdict(list)
    for claim in claims:
        by_scope[claim.scope].append(claim)
    found: dict[int, Renamed] = {}
    for some in by_scope.values():
        found.update(_given(record_type.about, some))
    return found


def _clash(sql: Sql, record_type: type[Record], keys: Collection[int], *, fresh: bool) -> bool:
    # A second record of the same code, standing or withdrawn: the rest is looked at only then.
    meta = record_type._meta
    table, scope = meta.table_name, _scope_column(record_type)
    rows = sql.by_keys(f'SELECT code FROM "{table}" WHERE id IN ({{keys}})', keys)
    seen: set[tuple[object, str]] = set()
    for place in _places_of(sql, table, scope, {row[0] for row in rows} - {""}):
        if place in seen:
            return True
        seen.add(place)
    if not fresh:
        return False
    gone = sql.rows(
        f"SELECT id FROM entity WHERE state = {_GONE} AND type = ?", (record_type.about.type_name,)
    )
    texts = heads.journal_texts(sql, [int(row[0]) for row in gone], ("code",))
    given_up = {code for own in texts.values() if (code := own.get("code"))}
    return any(True for _ in _places_of(sql, table, scope, given_up))


def _places_of(
    sql: Sql, table: str, scope: str, codes: Collection[str]
) -> Iterator[tuple[object, str]]:
    """Yield where records stand that have one of these codes."""
    every = sorted(codes)
    for start in range(0, len(every), 500):
        part = every[start : start + 500]
        marks = ",".join("?" * len(part))
        rows = sql.rows(f'SELECT {scope}, code FROM "{table}" WHERE code IN ({marks})', part)
        yield from ((found, code) for found, code in rows)


def _scope_column(record_type: type[Record]) -> str:
    fields = record_type._meta.fields
    return f'"{fields["project"].column_name}"' if "project" in fields else "0"


def _claims(sql: Sql, record_type: type[Record]) -> Iterator[_Claim]:
    rows = sql.rows(
        "SELECT e.id, e.uid, e.state, o.hlc FROM entity e JOIN op o ON o.id = e.op "
        "WHERE e.type = ?",
        (record_type.about.type_name,),
    )
    texts = heads.journal_texts(sql, [int(row[0]) for row in rows], ("code", "project"))
    gone = [int(row[0]) for row in rows if row[2] == _GONE]
    given_up: dict[int, int] = {}
    for key, hlc in sql.by_keys(
        "SELECT h.ent, o.hlc FROM head h JOIN op o ON o.id = h.op "
        f"WHERE h.field = '{WITHDRAWN}' AND h.ent IN ({{keys}})",
        gone,
    ):
        given_up[key] = min(hlc, given_up.get(key, _FOR_EVER))
    for key, uid, _state, made in rows:
        code = texts[key].get("code")
        if code:
            scope = texts[key].get("project") or ""
            yield _Claim(key, bytes(uid), scope, code, made, given_up.get(key, _FOR_EVER))


def _given(about: About, claims: Iterable[_Claim]) -> Iterator[tuple[int, Renamed]]:
    keepers: dict[str, list[_Claim]] = defaultdict(list)
    others: list[_Claim] = []
    for claim in sorted(claims, key=lambda claim: claim.uid):
        if any(claim.made < keeper.given_up for keeper in keepers[claim.code]):
            others.append(claim)
        else:
            keepers[claim.code].append(claim)
    if not others:
        return
    taken = set(keepers)
    numbers = {number_of(about, code) for code in taken} if about.code_prefix else set()
    last = 0
    for claim in sorted(others, key=lambda claim: (number_of(about, claim.code), claim.uid)):
        number = number_of(about, claim.code) if about.code_prefix else 0
        if number:
            # What lies between an earlier claim and the number that it got is all taken.
            last = max(last, number)
            while last in numbers:
                last += 1
            numbers.add(last)
            code = f"{about.code_prefix}-{last:0{about.code_digits}}"
        else:
            code = _another(claim.code, taken)
        taken.add(code)
        yield claim.key, Renamed(code, claim.code)


def _another(code: str, taken: set[str]) -> str:
    stem, count = re.sub(r"-[0-9]{1,4}$", "", code), 2
    while f"{stem}-{count}" in taken:
        count += 1
    return f"{stem}-{count}"


def _rename(sql: Sql, record_type: type[Record], noted: dict[int, Renamed]) -> set[int]:
    wanted = expected_names(sql, record_type)
    different = {key for key in {*wanted, *noted} if wanted.get(key) != noted.get(key)}
    sql.many("DELETE FROM state WHERE name = ?", [(f"{NOTED}{key}",) for key in different])
    sql.many(
        "INSERT INTO state (name, value) VALUES (?, ?)",
        [(f"{NOTED}{key}", "\n".join(wanted[key])) for key in different if key in wanted],
    )
    codes = {key: wanted[key].code if key in wanted else noted[key].claimed for key in different}
    meta = record_type._meta
    sql.many(
        f'UPDATE "{meta.table_name}" SET code = ? WHERE id = ?',
        [(code, key) for key, code in codes.items()],
    )
    # Also what is withdrawn keeps its name: it may come back.
    texts = heads.journal_texts(sql, different, ("project",))
    scopes = heads.ids_by_text(sql, {own.get("project") for own in texts.values()})
    given = [
        {"project": scopes.get(texts[key].get("project") or ""), "code": code}
        for key, code in codes.items()
    ]
    keep_clear_of(sql, record_type, given)
    _note_lent(sql, record_type.about, [one.code for one in wanted.values()])
    return {*different}


def lent_in(sql: Sql) -> dict[str, int]:
    """Return the highest number that was lent, by the prefix of the codes."""
    rows = sql.rows("SELECT name, value FROM state WHERE substr(name, 1, 5) = ?", (LENT,))
    return {name.removeprefix(LENT): int(value) for name, value in rows if value.isdecimal()}


def _note_lent(sql: Sql, about: About, codes: Sequence[str]) -> None:
    highest = max((number_of(about, code) for code in codes if about.code_prefix), default=0)
    if highest > lent_in(sql).get(about.code_prefix, 0):
        name = f"{LENT}{about.code_prefix}"
        sql.run("DELETE FROM state WHERE name = ?", (name,))
        sql.run("INSERT INTO state (name, value) VALUES (?, ?)", (name, str(highest)))
