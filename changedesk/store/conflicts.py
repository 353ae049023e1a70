"""What people did apart and a person must decide, each listed once; and what was also said.

A conflict is known by the operations that stand against each other: when others join them, or
somebody decided, it is another one.
"""

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from changedesk.store import heads
from changedesk.store.clock import stamp_ms
from changedesk.store.deletions import deletions
from changedesk.store.disputes import disputes
from changedesk.store.engine import Sql
from changedesk.store.fields import Kind, Rule
from changedesk.store.history import record_names
from changedesk.store.projection import GONE
from changedesk.store.records import Schema
from changedesk.store.renaming import is_coded
from changedesk.store.spec import FieldSpec, spec_of
from changedesk.store.text import on_one_line, shortened
from changedesk.store.wordings import KEEP, TAKE_OUT, Said, Standing

VALUES = "values"
RESULTS = "results"
DELETED = "deleted"
ALSO_SAID = "also_said"
MANY = 2000
_TEXTS = (Kind.TEXT, Kind.LONG_TEXT)


@dataclass(frozen=True)
class Conflict:
    """Something that was done apart in two ways.

    `kind` is values (of one field), results (events about one thing), deleted (by one, worked on by
    another) or also_said (the latest is shown, which is no conflict). `values` are what can be
    taken, in an order that is the same in every copy; `shown` is the number, from 1, of the one
    that the tables hold now, 0 for none. `field` is empty where it is not about one field.
    """

    id: str
    kind: str
    type_name: str
    key: int
    record: str
    field: str
    label: str
    values: tuple[Said, ...]
    shown: int = 0
    hashes: frozenset[bytes] = frozenset()

    def involves(self, hashes: Collection[bytes]) -> bool:
        """Tell whether one of these operations is part of it."""
        return any(h in hashes for h in self.hashes)


def conflicts_of(sql: Sql, schema: Schema, among: Collection[int] | None = None) -> list[Conflict]:
    """Return what a person must decide; perhaps only what concerns the entities `among`."""
    if among is not None and len(among) > MANY:
        among = None  # one look at everything is quicker than many at some
    found = [
        *(_values(sql, schema, among, Rule.EVERY_VALUE)),
        *_told(sql, schema, RESULTS, disputes(sql, schema, among)),
        *_told(sql, schema, DELETED, deletions(sql, schema, among)),
    ]
    return sorted(found, key=lambda one: (one.type_name, one.key, one.field, one.kind, one.id))


def also_said(sql: Sql, schema: Schema, among: Collection[int] | None = None) -> list[Conflict]:
    """Return the fields of which the latest value is shown though others were given apart."""
    found = _values(sql, schema, among, Rule.LATEST)
    return sorted(found, key=lambda one: (one.type_name, one.key, one.field))


def _values(
    sql: Sql, schema: Schema, among: Collection[int] | None, rule: Rule
) -> Iterator[Conflict]:
    several = _contested(sql, among)
    ents = {ent for ent, _ in several}
    known = heads.known(sql, ents)
    ranked = heads.ranked_heads(sql, ents)
    shown = heads.journal_values(sql, schema, ents)
    words = Words(sql, schema)
    for ent, name in sorted(several):
        record_type = schema.by_name.get(known[ent].type_name)
        if record_type is None or known[ent].state == GONE:
            continue
        field = spec_of(record_type).by_name.get(name)
        found = ranked.get((ent, name), [])
        if field is None or field.rule is not rule or len({one.text or "" for one in found}) < 2:
            continue
        value = shown[known[ent].type_name][ent][name]
        if field.kind is Kind.LONG_TEXT and value not in {one.text or "" for one in found}:
            continue  # put together by lines: everything that was said is shown
        values = tuple(
            Said(
                one.text or "", words.of(field, one.text), one.actor, stamp_ms(one.hlc),
                bytes(one.device).hex(), bytes(one.h),
            )
            for one in reversed(found)
        )  # fmt: skip
        kind = VALUES if rule is Rule.EVERY_VALUE else ALSO_SAID
        hashes = frozenset(one.h for one in values)
        yield Conflict(
            _identity(kind, known[ent].uid, name, hashes), kind, known[ent].type_name, ent,
            named(sql, schema, ent), name, field.label, values, 1, hashes,
        )  # fmt: skip


def _told(sql: Sql, schema: Schema, kind: str, standing: Iterable[Standing]) -> Iterator[Conflict]:
    every = list(standing)
    known = heads.known(sql, {one.key for one in every})
    words = Words(sql, schema)
    for one in every:
        type_name = known[one.key].type_name
        label, values = one.label, one.values
        if one.says is not None:
            values = tuple(said.worded(words.of(one.says, said.text)) for said in values)
        yield Conflict(
            _identity(kind, known[one.key].uid, one.field, one.named), kind, type_name, one.key,
            place_of(sql, schema, one.about) if one.about else named(sql, schema, one.key),
            one.field, label, values, one.shown, one.hashes,
        )  # fmt: skip


def named(sql: Sql, schema: Schema, key: int) -> str:
    """Return how people know a record: its code or title, else what it is about; empty for none.

    A run has neither: it is told by its cycle and its script.
    """
    for type_name in heads.types_of(sql, [key]).values():
        spec = spec_of(schema.by_name[type_name])
        title = spec.by_name.get(spec.title_field)
        told = title is None or title.kind in _TEXTS
        about = "" if told else place_of(sql, schema, [key])
        return about or record_names(sql, schema, [key]).get(key, "")
    return ""


def place_of(sql: Sql, schema: Schema, keys: Iterable[int]) -> str:
    """Return what records are called; one without a name, such as a run, by what it must refer to.

    So a step of a run is told by its cycle, its script and what is to be done.
    """
    keys = list(keys)
    coded = {name for name, kind in schema.by_name.items() if is_coded(kind)}
    types = heads.types_of(sql, keys)
    values = heads.journal_values(sql, schema, keys)
    told: list[int] = []
    for key in keys:
        spec = spec_of(schema.by_name[types[key]])
        own = values[spec.type_name][key]
        titled = spec.by_name.get(spec.title_field)
        if titled is not None and titled.kind in _TEXTS:
            told.append(key)
        else:
            told += [own[f.name] for f in spec.required if f.target in coded and own[f.name]]
    names = record_names(sql, schema, told)
    return " · ".join(shortened(on_one_line(names.get(key, ""))) for key in told)


def _contested(sql: Sql, among: Collection[int] | None) -> set[tuple[int, str]]:
    if among is None:
        rows = sql.rows("SELECT ent, field FROM head GROUP BY ent, field HAVING COUNT(*) > 1")
    else:
        rows = sql.by_keys(
            "SELECT ent, field FROM head WHERE ent IN ({keys}) "
            "GROUP BY ent, field HAVING COUNT(*) > 1",
            among,
        )
    return {(int(ent), str(field)) for ent, field in rows}


def _identity(kind: str, uid: bytes, field: str, hashes: Collection[bytes]) -> str:
    digest = hashlib.sha256(f"{kind}\n{field}\n".encode() + uid + b"".join(sorted(hashes)))
    return digest.hexdigest()[:12]


class Words:
    """Encoded values in the words of their field: a choice's label, the name of what is meant."""

    def __init__(self, sql: Sql, schema: Schema) -> None:
        self._sql = sql
        self._schema = schema

    def of(self, field: FieldSpec, text: str | None) -> str:
        """Return a value as a person reads it; empty for none."""
        if not text:
            return ""
        if field.target:
            keys: Mapping[bytes, int] = heads.id_map(self._sql, [bytes.fromhex(text)])
            return next((named(self._sql, self._schema, key) for key in keys.values()), "")
        if field.kind is Kind.MOMENT:
            return f"{datetime.fromtimestamp(int(text) / 1000, UTC).astimezone():%Y-%m-%d %H:%M}"
        if field.kind is Kind.YES_NO:
            return "Yes" if text == "1" else "No"
        return next((one.label for one in field.choices if one.code == text), text)


__all__ = ["ALSO_SAID", "DELETED", "KEEP", "RESULTS", "TAKE_OUT", "VALUES", "Conflict", "Said"]
