"""What people did apart and a person must decide, each listed once; and what was also said.

A conflict is known by the operations that stand against each other: when others join them, or
somebody decided, it is another one.
"""

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from changedesk.store import heads
from changedesk.store.clock import local_moment, stamp_ms
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
    standing = {ent for ent in ents if known[ent].type_name in schema.by_name}
    names = names_of(sql, schema, standing)
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
            names[ent], name, field.label, values, 1, hashes,
        )  # fmt: skip


def _told(sql: Sql, schema: Schema, kind: str, standing: Iterable[Standing]) -> Iterator[Conflict]:
    every = list(standing)
    known = heads.known(sql, {one.key for one in every})
    words = Words(sql, schema)
    names = names_of(sql, schema, (one.key for one in every if not one.about))
    for one in every:
        type_name = known[one.key].type_name
        label, values = one.label, one.values
        if one.says is not None:
            values = tuple(said.worded(words.of(one.says, said.text)) for said in values)
        yield Conflict(
            _identity(kind, known[one.key].uid, one.field, one.named), kind, type_name, one.key,
            place_of(sql, schema, one.about) if one.about else names[one.key],
            one.field, label, values, one.shown, one.hashes,
        )  # fmt: skip


def names_of(sql: Sql, schema: Schema, keys: Iterable[int]) -> dict[int, str]:
    """Return how people know records: by code or title, else by what they are about.

    A run has neither: it is told by its cycle and its script.
    """
    tellers = _tellers(sql, schema, keys)
    names = record_names(sql, schema, {*tellers, *chain.from_iterable(tellers.values())})
    return {
        key: _joined(names, told) if told != [key] and told else names.get(key, "")
        for key, told in tellers.items()
    }


def place_of(sql: Sql, schema: Schema, keys: Iterable[int]) -> str:
    """Return what records are called; one without a name, such as a run, by what it must refer to.

    So a step of a run is told by its cycle, its script and what is to be done.
    """
    told = [*chain.from_iterable(_tellers(sql, schema, keys).values())]
    return _joined(record_names(sql, schema, told), told)


def _tellers(sql: Sql, schema: Schema, keys: Iterable[int]) -> dict[int, list[int]]:
    """Return by whose names each record is told: its own, or those that it must refer to."""
    told = {key: [key] for key in keys}
    types = heads.types_of(sql, told)
    nameless = [key for key in told if not spec_of(schema.by_name[types[key]]).has_name]
    coded = {name for name, kind in schema.by_name.items() if is_coded(kind)}
    for type_name, records in heads.journal_values(sql, schema, nameless).items():
        required = spec_of(schema.by_name[type_name]).required
        owners = [field.name for field in required if field.target in coded]
        for key, own in records.items():
            told[key] = [own[name] for name in owners if own[name]]
    return told


def _joined(names: Mapping[int, str], keys: Iterable[int]) -> str:
    return " · ".join(shortened(on_one_line(names.get(key, ""))) for key in keys)


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
            return "".join(names_of(self._sql, self._schema, keys.values()).values())
        if field.kind is Kind.MOMENT:
            return local_moment(int(text))
        if field.kind is Kind.YES_NO:
            return "Yes" if text == "1" else "No"
        return next((one.label for one in field.choices if one.code == text), text)


__all__ = ["ALSO_SAID", "DELETED", "KEEP", "RESULTS", "TAKE_OUT", "VALUES", "Conflict", "Said"]
