"""Which operation gives a field its value, and the values that follow for a whole record."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple

from changedesk.store.blending import blenders
from changedesk.store.digest import split_hashes
from changedesk.store.engine import Sql
from changedesk.store.fields import Kind
from changedesk.store.journal import RESTATED, Appended, is_edit
from changedesk.store.records import Schema
from changedesk.store.spec import spec_of
from changedesk.store.values import Decoder, Encoded, decode_record

HeadKey = tuple[int, str]


class HeadOp(NamedTuple):
    """An operation that gives a field its value, and who wrote it where."""

    id: int
    h: bytes
    dev: int
    actor: str
    value: str | None


Texts = dict[str, Encoded]
Made = Mapping[str, Mapping[int, Texts]]
"""The encoded values that entities were made with, by type name and key."""

NOTHING_MADE: Made = MappingProxyType({})


class Columns(NamedTuple):
    """The values of records of one type: their keys, and each field's values in the same order."""

    keys: Sequence[int]
    fields: dict[str, list[Any]]

    def records(self) -> Iterator[dict[str, Any]]:
        """Yield the values of one record after another."""
        for values in zip(*self.fields.values(), strict=True):
            yield dict(zip(self.fields, values, strict=True))


class Known(NamedTuple):
    """What the workspace knows an entity by: its UUID, type and state (see `tables.Entity`)."""

    uid: bytes
    type_name: str
    state: int


def known(sql: Sql, ids: Iterable[int]) -> dict[int, Known]:
    """Return what is known of entities, by key; unknown keys are left out."""
    rows = sql.by_keys("SELECT id, uid, type, state FROM entity WHERE id IN ({keys})", {*ids})
    return {int(key): Known(bytes(uid), name, state) for key, uid, name, state in rows}


def types_of(sql: Sql, ents: Collection[int]) -> dict[int, str]:
    """Return the type names of entities."""
    return dict(sql.by_keys("SELECT id, type FROM entity WHERE id IN ({keys})", ents))


def heads_of(sql: Sql, ents: Collection[int]) -> dict[HeadKey, list[HeadOp]]:
    """Return the operations that head the edited fields of entities; several when concurrent."""
    found: dict[HeadKey, list[HeadOp]] = defaultdict(list)
    for ent, field, op, h, dev, actor, val in sql.by_keys(
        "SELECT head.ent, head.field, o.id, o.h, o.dev, o.actor, o.val FROM head "
        "JOIN op o ON o.id = head.op WHERE head.ent IN ({keys}) ORDER BY o.id",
        ents,
    ):
        found[(ent, field)].append(HeadOp(op, bytes(h), dev, actor, val))
    return found


def bases(sql: Sql, keys: Collection[HeadKey]) -> dict[HeadKey, bytes]:
    """Return what an edit of these fields builds on: their heads, or what made the record."""
    ents = {ent for ent, _ in keys}
    heads = heads_of(sql, ents)
    makers = dict(
        sql.by_keys(
            "SELECT e.id, o.h FROM entity e JOIN op o ON o.id = e.op WHERE e.id IN ({keys})", ents
        )
    )
    found: dict[HeadKey, bytes] = {}
    for key in keys:
        if key in heads:
            found[key] = b"".join(sorted(head.h for head in heads[key]))
        else:
            found[key] = bytes(makers[key[0]]) if is_edit(key[1]) else b""
    return found


def replace_heads(sql: Sql, written: Sequence[tuple[HeadKey, Appended]]) -> None:
    """Make operations that saw every head of their field its only head."""
    sql.many("DELETE FROM head WHERE ent = ? AND field = ?", [key for key, _ in written])
    sql.many(
        "INSERT INTO head (ent, field, op) VALUES (?, ?, ?)",
        [(*key, op.id) for key, op in written],
    )


def surviving(heads: set[bytes], base: bytes, new: bytes) -> set[bytes]:
    """Return the heads of a field after an operation: those that it had not seen, and itself."""
    return (heads - set(split_hashes(base))) | {new}


def id_map(sql: Sql, uids: Iterable[bytes]) -> dict[bytes, int]:
    """Return the integer keys of entities by their UUIDs."""
    wanted = list(set(uids))
    found: dict[bytes, int] = {}
    for start in range(0, len(wanted), 500):
        part = wanted[start : start + 500]
        marks = ",".join("?" * len(part))
        rows = sql.rows(f"SELECT uid, id FROM entity WHERE uid IN ({marks})", part)
        found.update({bytes(uid): int(key) for uid, key in rows})
    return found


def ids_by_text(sql: Sql, texts: Iterable[Encoded]) -> dict[str, int]:
    """Return the integer keys of entities by the texts of references to them."""
    uids = {text: bytes.fromhex(text) for text in texts if text}
    ids = id_map(sql, uids.values())
    return {text: ids[uid] for text, uid in uids.items() if uid in ids}


def by_hashes(sql: Sql, hashes: Sequence[bytes]) -> Iterator[tuple[bytes, int, str]]:
    """Yield those of these operations that are here: their hashes, entities and fields."""
    for start in range(0, len(hashes), 500):
        part = hashes[start : start + 500]
        marks = ",".join("?" * len(part))
        for h, ent, field in sql.rows(f"SELECT h, ent, field FROM op WHERE h IN ({marks})", part):
            yield bytes(h), int(ent), field


def first_texts(sql: Sql, ents: Collection[int]) -> dict[int, Texts]:
    """Return the encoded values that entities were made with.

    Where their making was erased, because one of the values had to go, the others were restated.
    """
    texts: dict[int, Texts] = {}
    emptied: list[int] = []
    for ent, val in sql.by_keys(
        "SELECT e.id, o.val FROM entity e JOIN op o ON o.id = e.op WHERE e.id IN ({keys})", ents
    ):
        texts[ent] = decode_record(val)  # type: ignore[assignment] # it is nobody else's
        if val is None:
            emptied.append(ent)
    for ent, field, val in sql.by_keys(
        "SELECT ent, field, val FROM op WHERE ent IN ({keys}) AND val IS NOT NULL", emptied
    ):
        if field.startswith(RESTATED):
            texts[ent][field.removeprefix(RESTATED)] = val
    return texts


def journal_texts(
    sql: Sql, ents: Collection[int], edited: Collection[str] = ()
) -> dict[int, Texts]:
    """Return the encoded values of entities, by field, as the journal's heads give them.

    Of several heads the latest is shown; equal stamps are decided by the device's UUID, so every
    copy of a workspace shows the same one. Where `edited` names fields, the others are as they were
    when the entities were made.
    """
    texts = first_texts(sql, ents)
    for (ent, field), found in ranked_heads(sql, ents, edited).items():
        texts.setdefault(ent, {})[field] = found[-1].text
    return texts


class Ranked(NamedTuple):
    """A head of a field with what decides between several, and who wrote it."""

    hlc: int
    device: bytes
    h: bytes
    text: str | None
    actor: str


def ranked_heads(
    sql: Sql, ents: Collection[int], names: Collection[str] = ()
) -> dict[HeadKey, list[Ranked]]:
    """Return the heads of the edited fields of entities, of several the one that is shown last.

    Perhaps only those of fields with these names.
    """
    found: dict[HeadKey, list[Ranked]] = {}
    listed = ", ".join(f"'{name}'" for name in names)
    for ent, field, val, hlc, uid, h, actor in sql.by_keys(
        "SELECT h.ent, h.field, o.val, o.hlc, d.uid, o.h, o.actor FROM head h "
        "JOIN op o ON o.id = h.op JOIN device d ON d.id = o.dev WHERE h.ent IN ({keys})"
        + (f" AND h.field IN ({listed})" if listed else ""),
        ents,
    ):
        if is_edit(field):
            ranked = Ranked(hlc, uid, h, val, actor)
            known = found.setdefault((ent, field), [])
            known.append(ranked)
            if len(known) > 1:
                known.sort(key=lambda one: (one.hlc, bytes(one.device)))
    return found


def _blend(
    sql: Sql,
    schema: Schema,
    types: Mapping[int, str],
    contested: Mapping[HeadKey, Sequence[Ranked]],
    texts: dict[int, Texts],
) -> None:
    # Long texts that were changed apart are put together by lines, as far as they can be.
    long_texts = [
        (ent, field)
        for ent, field in contested
        if types[ent] in schema.by_name and is_long(schema, types[ent], field)
    ]
    for (ent, field), blender in blenders(sql, long_texts).items():
        text = blender.blend([one.h for one in contested[(ent, field)]])
        if text is not None:
            texts[ent][field] = text


def is_long(schema: Schema, type_name: str, field: str) -> bool:
    """Tell whether a field is a text of several lines."""
    known = spec_of(schema.by_name[type_name]).by_name.get(field)
    return known is not None and known.kind is Kind.LONG_TEXT


def journal_values(
    sql: Sql, schema: Schema, ents: Collection[int]
) -> dict[str, dict[int, dict[str, Any]]]:
    """Return, by record type, the values that the journal gives to entities, references as keys."""
    return {
        type_name: dict(zip(found.keys, found.records(), strict=True))
        for type_name, found in journal_columns(sql, schema, ents).items()
    }


def journal_columns(
    sql: Sql, schema: Schema, ents: Collection[int], made: Made = NOTHING_MADE
) -> dict[str, Columns]:
    """Return the values that the journal gives to entities, field by field, by record type.

    `made` tells how some of them were made, which is not looked up then.
    """
    texts = _texts_by_type(sql, schema, ents, made)
    specs = {name: spec_of(schema.by_name[name]) for name in texts if name in schema.by_name}
    references: set[Encoded] = set()
    for type_name, spec in specs.items():
        for name in [field.name for field in spec.journalled if field.target]:
            references.update([own.get(name) for own in texts[type_name].values()])
    ids = ids_by_text(sql, references)
    return {
        type_name: Columns(
            list(texts[type_name]), Decoder(spec).columns(list(texts[type_name].values()), ids)
        )
        for type_name, spec in specs.items()
    }


def _texts_by_type(
    sql: Sql, schema: Schema, ents: Collection[int], made: Made
) -> dict[str, dict[int, Texts]]:
    here = set(ents).difference(*made.values())
    ranked = ranked_heads(sql, ents)
    types = types_of(sql, {*here, *(ent for ent, _ in ranked)})
    found: dict[str, dict[int, Texts]] = defaultdict(dict)
    found.update({type_name: dict(own) for type_name, own in made.items()})
    for ent, first in first_texts(sql, here).items():
        found[types[ent]][ent] = first
    contested: dict[HeadKey, list[Ranked]] = {}
    latest: dict[int, Texts] = defaultdict(dict)
    for (ent, name), several in ranked.items():
        latest[ent][name] = several[-1].text
        if len(several) > 1:
            contested[(ent, name)] = several
    if contested:
        _blend(sql, schema, types, contested, latest)
    for ent, own in latest.items():
        of_type = found[types[ent]]
        of_type[ent] = {**of_type.get(ent, {}), **own}
    return found


class Before(NamedTuple):
    """The encoded value that the author of an operation had before him, unless it was erased."""

    text: str | None
    erased: bool = False


def values_before(
    sql: Sql, schema: Schema, wanted: Collection[tuple[bytes, str]]
) -> dict[tuple[bytes, str], Before]:
    """Return what was there before operations, asked for by their base and field.

    Of several texts of which none had seen the other, that is what was shown of them.
    """
    hashes = sorted({h for base, _ in wanted for h in split_hashes(base)})
    found: dict[bytes, tuple[int, int, str, str | None, bool, bytes]] = {}
    for start in range(0, len(hashes), 500):
        part = hashes[start : start + 500]
        marks = ",".join("?" * len(part))
        for h, *rest, salt, uid in sql.rows(
            "SELECT o.h, o.hlc, o.ent, o.field, o.val, o.salt, d.uid FROM op o "
            f"JOIN device d ON d.id = o.dev WHERE o.h IN ({marks})",
            part,
        ):
            found[bytes(h)] = (*rest, salt is None, bytes(uid))
    emptied = {
        ent for _, ent, field, _, erased, _ in found.values() if erased and not is_edit(field)
    }
    firsts = first_texts(sql, emptied)
    values: dict[tuple[bytes, str], Before] = {}
    several: dict[tuple[bytes, str], int] = {}
    for base, name in wanted:
        seen = [found[h] for h in split_hashes(base)]
        _hlc, ent, field, val, erased, _uid = max(seen, key=lambda op: (op[0], op[5]))
        if is_edit(field):
            values[(base, name)] = Before(val, erased)
            if len(seen) > 1:
                several[(base, name)] = ent
        else:
            first = firsts[ent] if erased else decode_record(val)
            values[(base, name)] = Before(first.get(name), erased and name not in first)
    if several:
        _blend_before(sql, schema, several, values)
    return values


def _blend_before(
    sql: Sql,
    schema: Schema,
    several: Mapping[tuple[bytes, str], int],
    values: dict[tuple[bytes, str], Before],
) -> None:
    types = types_of(sql, set(several.values()))
    long_texts = {
        (base, name): ent
        for (base, name), ent in several.items()
        if types[ent] in schema.by_name and is_long(schema, types[ent], name)
    }
    ready = blenders(sql, {(ent, name) for (_, name), ent in long_texts.items()})
    for (base, name), ent in long_texts.items():
        text = ready[(ent, name)].blend(split_hashes(base))
        if text is not None:
            values[(base, name)] = Before(text)
