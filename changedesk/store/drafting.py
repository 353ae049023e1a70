"""What a change is given, made fit to be written: tidied, complete, and leading somewhere."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from changedesk.store import heads
from changedesk.store.codes import keep_clear_of, next_codes, scope_of
from changedesk.store.engine import Sql
from changedesk.store.errors import UserError
from changedesk.store.projection import GONE
from changedesk.store.records import Record
from changedesk.store.spec import FieldSpec, RecordSpec, spec_of
from changedesk.store.text import is_plain, shortened
from changedesk.store.values import tidy

CODE_LENGTH = 20
CODE_MARKS = "-_./"


@cache
def first_values(record_type: type[Record]) -> dict[str, Any]:
    """Return the defaults that the journal must write down: a later version may change them."""
    meta = record_type._meta
    named = [declared.name for declared in spec_of(record_type).journalled]
    return {name: meta.fields[name].default for name in named if meta.fields[name].default}


def tidied(record_type: type[Record], values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields of a new record as they are kept; raises UserError when one is wanting."""
    spec = spec_of(record_type)
    ready = tidied_fields(spec, {**first_values(record_type), **values})
    for declared in spec.required:
        if not ready.get(declared.name):
            _refuse_empty(spec, declared, ready.get(declared.name))
    return ready


def tidied_fields(spec: RecordSpec, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return some fields of a record as they are kept; raises UserError for one that cannot be."""
    ready: dict[str, Any] = {}
    by_name = spec.by_name
    for name, value in values.items():
        declared = by_name.get(name) or spec.field(name)
        # Imports bring values by the hundred thousand: what plainly is in order costs one look.
        if type(value) is str:
            plain = (
                is_plain(value) and (value or not declared.facts.required)
                if declared.free
                else value in declared.given_codes
            )
        else:
            plain = type(value) is int and value in declared.given_numbers
        if plain:
            ready[name] = value
            continue
        if declared.facts.derived:
            raise TypeError(f"{spec.type_name}.{name} is computed, not set")
        kept = ready[name] = tidy(declared, value)
        if declared.codes and kept and kept not in declared.codes:
            raise UserError(f"{spec.label}: “{kept}” is not a value of “{declared.label}”.")
        if declared.facts.short_code:
            _refuse_no_code(spec, declared, kept)
        if declared.facts.required:
            _refuse_empty(spec, declared, kept)
    return ready


def _refuse_empty(spec: RecordSpec, declared: FieldSpec, value: Any) -> None:
    if value in (None, ""):
        raise UserError(f"{spec.label}: “{declared.label}” is needed.")


def _refuse_no_code(spec: RecordSpec, declared: FieldSpec, value: Any) -> None:
    if not value:
        return
    if len(value) > CODE_LENGTH or not all(c.isalnum() or c in CODE_MARKS for c in value):
        raise UserError(
            f"{spec.label}: “{declared.label}” takes at most {CODE_LENGTH} letters and digits, "
            f"also {' '.join(CODE_MARKS)} but no space, not “{shortened(value)}”."
        )


def give_codes(sql: Sql, record_type: type[Record], records: Sequence[dict[str, Any]]) -> None:
    """Fill in the codes of new records; those that were given are kept, and never given again."""
    about = record_type.about
    if not about.code_prefix:
        return
    keep_clear_of(sql, record_type, records)
    wanting: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for values in records:
        if not values.get("code"):
            wanting[scope_of(values)].append(values)
    for scope, group in wanting.items():
        codes = next_codes(sql, about, scope, len(group))
        for values, code in zip(group, codes, strict=True):
            values["code"] = code


def known_or_refused(sql: Sql, keys: Collection[int]) -> dict[int, heads.Known]:
    """Return what is known of records; raises UserError for one that is not there (any more)."""
    found = heads.known(sql, keys)
    for key in keys:
        if key not in found:
            raise UserError("A record that this refers to is not there any more.")
        if found[key].state == GONE:
            name = found[key].type_name.replace("_", " ")
            raise UserError(f"This {name} is not there any more: somebody took it out.")
    return found


def referred(spec: RecordSpec, records: Iterable[Mapping[str, Any]]) -> set[int]:
    """Return the keys that references among these fields hold."""
    names = [declared.name for declared in spec.fields if declared.target]
    return {values[name] for values in records for name in names if values.get(name) is not None}
