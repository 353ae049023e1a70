"""The tables follow from the journal: which records stand, and what their rows hold.

A record that was withdrawn is gone, unless somebody edited it without knowing of that. Gone
records that one that stands still refers to are kept, so that every reference leads somewhere.
"""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from changedesk.store import heads, rows
from changedesk.store.codes import keep_clear_of
from changedesk.store.engine import Sql
from changedesk.store.journal import WITHDRAWN
from changedesk.store.records import Derivation, Record, Refresh, Schema
from changedesk.store.renaming import renamed_in, settle_codes
from changedesk.store.search import index_anew

STANDS, GONE, KEPT = 0, 1, 2
# Neither a withdrawal, nor an erasure, nor what an erasure restates is work on a record.
_WORK = "substr(o.field, 1, 1) NOT IN ('-', '!', '=')"


def version_vectors(sql: Sql, ents: Collection[int]) -> dict[int, dict[str, int]]:
    """Return, for each entity, how far each device's work on it is known here."""
    found: dict[int, dict[str, int]] = defaultdict(dict)
    for ent, uid, seq in sql.by_keys(
        "SELECT o.ent, d.uid, MAX(o.seq) FROM op o JOIN device d ON d.id = o.dev "
        f"WHERE o.ent IN ({{keys}}) AND {_WORK} GROUP BY o.ent, d.uid",
        ents,
    ):
        found[ent][bytes(uid).hex()] = int(seq)
    return found


def vector_text(vector: Mapping[str, int]) -> str:
    """Return the value of a withdrawal: what its author had seen of the record."""
    return json.dumps(vector, sort_keys=True, separators=(",", ":"))


def withdrawn_among(sql: Sql, ents: Collection[int]) -> set[int]:
    """Return which entities are withdrawn, as their operations say.

    One stands where somebody brought it back, or worked on it unseen by all who withdrew it.
    """
    verdicts: dict[int, list[str | None]] = defaultdict(list)
    for ent, val in sql.by_keys(
        "SELECT h.ent, o.val FROM head h JOIN op o ON o.id = h.op "
        f"WHERE h.field = '{WITHDRAWN}' AND h.ent IN ({{keys}})",
        ents,
    ):
        verdicts[ent].append(val)
    doubtful = [ent for ent, values in verdicts.items() if None not in values]
    done = version_vectors(sql, doubtful)
    return {ent for ent in doubtful if seen_by_one(done[ent], verdicts[ent])}


def seen_by_one(done: Mapping[str, int], verdicts: Iterable[str | None]) -> bool:
    """Tell whether everything that was done to a record was seen by somebody who withdrew it."""
    seen: dict[str, int] = {}
    for verdict in verdicts:
        for device, seq in json.loads(verdict or "{}").items():
            seen[device] = max(seq, seen.get(device, 0))
    return all(seq <= seen.get(device, 0) for device, seq in done.items())


class Stale:
    """What is derived from rows that change, collected before and after, computed at the end."""

    def __init__(self, sql: Sql, schema: Schema) -> None:
        self._sql = sql
        self._schema = schema
        self._keys: dict[Derivation, set[int]] = defaultdict(set)

    def mark(self, record_type: type[Record], keys: Collection[int], *, anew: bool = False) -> None:
        """Note what follows from rows as they are now; `anew` says that they were just written."""
        for derivation in self._schema.derivations:
            if derivation.source is record_type:
                held = self._held(record_type, derivation.via, keys, anew=anew)
                self._keys[derivation] |= rows.derived_from(self._sql, derivation, held)
            if derivation.target is record_type and anew:
                self._keys[derivation] |= {*keys}

    def mark_written(self, record_type: type[Record], found: heads.Columns) -> None:
        """Note what follows from rows that were just written with these values."""
        for derivation in self._schema.derivations:
            if derivation.source is record_type:
                via = derivation.via
                held = {*(found.keys if via == "id" else found.fields[via])}
                self._keys[derivation] |= rows.derived_from(self._sql, derivation, held - {None})
            if derivation.target is record_type:
                self._keys[derivation].update(found.keys)

    def _held(
        self, record_type: type[Record], via: str, keys: Collection[int], *, anew: bool
    ) -> set[int]:
        if anew and via == "id":
            return {*keys}
        held = rows.column_values(self._sql, record_type, via, keys)
        return {key for key in held.values() if key is not None}

    def refresh(self) -> dict[str, set[int]]:
        """Compute it all; return the keys that were computed, by type name."""
        touched: dict[str, set[int]] = defaultdict(set)
        # What follows from several things is computed once.
        together: dict[tuple[type[Record], Refresh], set[int]] = defaultdict(set)
        for derivation, keys in self._keys.items():
            together[derivation.target, derivation.refresh] |= keys
        for (target, refresh), keys in together.items():
            if keys:
                refresh(self._sql.database, sorted(keys))
                touched[target.about.type_name] |= keys
        self._keys.clear()
        return touched


def project(
    sql: Sql,
    schema: Schema,
    ents: Collection[int],
    made: heads.Made = heads.NOTHING_MADE,
    *,
    others: bool = False,
) -> dict[str, set[int]]:
    """Write the rows of entities anew from the journal, and what is derived from them.

    `others` says that this came from another copy; `made` tells of what was made there and has no
    rows yet. Returns the keys of all rows that may differ now, by type name.
    """
    stale = Stale(sql, schema)
    every = set(ents)
    gone = withdrawn_among(sql, every)
    known = every.difference(*made.values())
    touched = _remove(sql, schema, known, stale)
    _merge_into(touched, {name: {*own} for name, own in made.items() if name in schema.by_name})
    _set_state(sql, gone, GONE)
    _set_state(sql, known - gone, STANDS)
    if gone:
        made = {
            name: {ent: texts for ent, texts in own.items() if ent not in gone}
            for name, own in made.items()
        }
    pointed = _write(sql, schema, every - gone, stale, made)
    settled = settle(sql, schema, stale, doubtful=gone, pointed=pointed)
    _merge_into(touched, settled)
    if others:
        for type_name, found in heads.journal_values(sql, schema, gone).items():
            keep_clear_of(sql, schema.by_name[type_name], found.values())
    keep_codes_apart(sql, schema, every.union(*settled.values()), touched, fresh=others)
    _merge_into(touched, stale.refresh())
    return touched


def keep_codes_apart(
    sql: Sql, schema: Schema, ents: Collection[int], touched: dict[str, set[int]], *, fresh: bool
) -> None:
    """Let no two records have one code, after these came or changed; add to what was touched.

    `fresh` says that some of them may have a code that was not known here.
    """
    renamed = settle_codes(sql, schema, ents, fresh=fresh)
    for type_name, keys in renamed.items():
        index_anew(sql, schema.by_name[type_name], keys)
    _merge_into(touched, renamed)


def settle(
    sql: Sql,
    schema: Schema,
    stale: Stale,
    *,
    doubtful: Collection[int] = (),
    written: Collection[int] = (),
    pointed: Collection[int] = (),
) -> dict[str, set[int]]:
    """Keep the gone records that are referred to, and let go of the kept ones that are not.

    `doubtful` are gone records that may be referred to, `written` ones whose references may lead
    to gone ones, `pointed` what was just written refers to; the kept records of the workspace are
    always looked at.
    """
    kept_now = {int(row[0]) for row in sql.rows(f"SELECT id FROM entity WHERE state = {KEPT}")}
    candidates = kept_now | set(doubtful)
    touched = _remove(sql, schema, candidates, stale)
    _set_state(sql, candidates, GONE)
    frontier = _referred_to(sql, schema, candidates) | _gone_targets(sql, schema, written)
    frontier |= {int(row[0]) for row in sql.by_keys(
        f"SELECT id FROM entity WHERE id IN ({{keys}}) AND state = {GONE}", pointed
    )}  # fmt: skip
    while frontier:
        _write(sql, schema, frontier, stale)
        _set_state(sql, frontier, KEPT)
        _merge_into(touched, _by_type(sql, frontier))
        frontier = _gone_targets(sql, schema, frontier)
    return touched


def _referred_to(sql: Sql, schema: Schema, keys: Collection[int]) -> set[int]:
    # Those of the entities that a row of a standing record refers to.
    found: set[int] = set()
    for type_name, some in _by_type(sql, keys).items():
        for incoming in schema.incoming.get(type_name, ()):
            pairs = rows.references(sql, incoming.source, incoming.field, some)
            states = heads.known(sql, pairs)
            found |= {target for key, target in pairs.items() if states[key].state == STANDS}
    return found


def _gone_targets(sql: Sql, schema: Schema, keys: Collection[int]) -> set[int]:
    # What the rows of these entities refer to, as far as it is gone.
    found: set[int] = set()
    for type_name, some in _by_type(sql, keys).items():
        record_type = schema.by_name.get(type_name)
        for field in record_type._meta.refs if record_type else ():
            found |= {
                int(target)
                for (target,) in sql.by_keys(
                    f'SELECT e.id FROM "{field.model._meta.table_name}" t JOIN entity e '
                    f'ON e.id = t."{field.column_name}" WHERE t.id IN ({{keys}}) '
                    f"AND e.state = {GONE}",
                    some,
                )
            }
    return found


def _by_type(sql: Sql, keys: Collection[int]) -> dict[str, set[int]]:
    found: dict[str, set[int]] = defaultdict(set)
    for key, type_name in heads.types_of(sql, keys).items():
        found[type_name].add(key)
    return found


def _remove(sql: Sql, schema: Schema, keys: Collection[int], stale: Stale) -> dict[str, set[int]]:
    by_type = {n: k for n, k in _by_type(sql, keys).items() if n in schema.by_name}
    for type_name, some in by_type.items():
        stale.mark(schema.by_name[type_name], some)
        rows.remove_rows(sql, schema.by_name[type_name], some)
    return by_type


def _write(
    sql: Sql,
    schema: Schema,
    keys: Collection[int],
    stale: Stale,
    made: heads.Made = heads.NOTHING_MADE,
) -> set[int]:
    """Write rows from the journal; return what they refer to."""
    renamed = renamed_in(sql)
    pointed: set[int] = set()
    for type_name, found in heads.journal_columns(sql, schema, keys, made).items():
        record_type = schema.by_name[type_name]
        for place, key in enumerate(found.keys if renamed else ()):
            if key in renamed:
                found.fields["code"][place] = renamed[key].code
        rows.insert_columns(sql, record_type, found.keys, found.fields)
        stale.mark_written(record_type, found)
        keep_clear_of(sql, record_type, found.records())
        for field in record_type._meta.refs:
            pointed.update(found.fields[field.name])
    return pointed - {None}


def _set_state(sql: Sql, keys: Collection[int], state: int) -> None:
    sql.run_by_keys(f"UPDATE entity SET state = {state:d} WHERE id IN ({{keys}})", keys)


def _merge_into(touched: dict[str, set[int]], more: Mapping[str, set[int]]) -> None:
    for type_name, keys in more.items():
        touched.setdefault(type_name, set()).update(keys)
