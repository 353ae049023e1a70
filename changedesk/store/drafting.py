"""What a change is given, made fit to be written: tidied, complete, and leading somewhere."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache
from itertools import chain, repeat
from json.encoder import encode_basestring
from typing import Any

from changedesk.store import heads
from changedesk.store.codes import keep_clear_of, next_codes
from changedesk.store.engine import Sql
from changedesk.store.errors import UserError
from changedesk.store.projection import GONE
from changedesk.store.records import Record
from changedesk.store.rows import column_values
from changedesk.store.spec import FieldSpec, RecordSpec, spec_of
from changedesk.store.text import is_plain, shortened
from changedesk.store.values import tidy

CODE_LENGTH = 20
CODE_MARKS = "-_./"
_NUMBERS = frozenset({int, type(None)})


@cache
def first_values(record_type: type[Record]) -> dict[str, Any]:
    """Return the defaults that the journal must write down: a later version may change them."""
    meta = record_type._meta
    named = [declared.name for declared in spec_of(record_type).journalled]
    return {name: meta.fields[name].default for name in named if meta.fields[name].default}


def tidied(record_type: type[Record], values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields of a new record as they are kept; raises UserError when one is wanting."""
    return {name: column[0] for name, column in tidied_columns(record_type, [values]).items()}


def tidied_columns(
    record_type: type[Record], records: Sequence[Mapping[str, Any]]
) -> dict[str, list[Any]]:
    """Return the fields of new records as they are kept, each field's in the order of the records.

    Raises UserError for a value that cannot be kept, and where one is wanting.
    """
    # Imports bring records by the ten thousand: a field of all of them costs a few looks.
    spec, fields = spec_of(record_type), record_type._meta.fields
    columns: dict[str, list[Any]] = {}
    for name in dict.fromkeys(chain(first_values(record_type), *records)):
        declared, absent = spec.field(name), fields[name].default
        column = [values.get(name, absent) for values in records]
        columns[name] = column if _all_in_order(declared, column) else [
            value if _in_order(declared, value) else _tidied(spec, declared, value)
            for value in column
        ]  # fmt: skip
    for declared in spec.required:
        column = columns.get(declared.name, [None])
        if None in column or "" in column:
            _refuse_empty(spec, declared, None)
    return columns


def tidied_fields(spec: RecordSpec, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return some fields of a record as they are kept; raises UserError for one that cannot be."""
    ready: dict[str, Any] = {}
    for name, value in values.items():
        declared = spec.field(name)
        plain = _in_order(declared, value) and (value != "" or not declared.facts.required)
        ready[name] = value if plain else _tidied(spec, declared, value)
    return ready


def _all_in_order(declared: FieldSpec, column: Sequence[Any]) -> bool:
    """Tell whether every value can be kept as it is; where that takes a closer look, False."""
    kinds = {*map(type, column)}
    if kinds == {str}:
        if declared.free:
            return is_plain("".join(column))
        return declared.given_codes.issuperset(column)
    allowed = declared.given_numbers
    if not allowed or not kinds <= _NUMBERS:
        return False
    numbers = [value for value in column if value is not None]
    return not numbers or (min(numbers) in allowed and max(numbers) in allowed)


def _in_order(declared: FieldSpec, value: Any) -> bool:
    """Tell a value that plainly can be kept as it is."""
    if type(value) is str:
        return is_plain(value) if declared.free else value in declared.given_codes
    return type(value) is int and value in declared.given_numbers


def _tidied(spec: RecordSpec, declared: FieldSpec, value: Any) -> Any:
    if declared.facts.derived:
        raise TypeError(f"{spec.type_name}.{declared.name} is computed, not set")
    kept = tidy(declared, value)
    if declared.codes and kept and kept not in declared.codes:
        raise UserError(f"{spec.label}: “{kept}” is not a value of “{declared.label}”.")
    if declared.facts.short_code:
        _refuse_no_code(spec, declared, kept)
    if declared.facts.required:
        _refuse_empty(spec, declared, kept)
    return kept


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


def give_codes(
    sql: Sql, record_type: type[Record], columns: Mapping[str, Sequence[Any]], count: int
) -> list[str]:
    """Return the codes of new records; those that were given are kept, and never given again."""
    none = [None] * count
    scopes = [key or 0 for key in columns.get("project", none)]
    codes = [code or "" for code in columns.get("code", none)]
    given = [{"project": s, "code": code} for s, code in zip(scopes, codes, strict=True) if code]
    keep_clear_of(sql, record_type, given)
    wanting: dict[int, list[int]] = defaultdict(list)
    for place, code in enumerate(codes):
        if not code:
            wanting[scopes[place]].append(place)
    for scope, places in wanting.items():
        fresh = next_codes(sql, record_type.about, scope, len(places))
        for place, code in zip(places, fresh, strict=True):
            codes[place] = code
    return codes


def first_texts(
    spec: RecordSpec, columns: Mapping[str, Sequence[Any]], uid_of: Mapping[int, bytes], count: int
) -> list[str]:
    """Return the texts of the operations that make records, from their tidy fields.

    Each is JSON without blanks, sorted by the names of the fields, of those that are not empty.
    """
    told = [_told(spec, name, columns[name], uid_of) for name in sorted(columns)]
    every = zip(repeat("", count), *told, strict=True)
    return ["{" + ",".join(filter(None, parts)) + "}" for parts in every]


def _told(
    spec: RecordSpec, name: str, column: Sequence[Any], uid_of: Mapping[int, bytes]
) -> list[str]:
    if len(column) > 1 and column.count(column[0]) == len(column):
        return _told(spec, name, column[:1], uid_of) * len(column)
    mark = f'"{name}":'
    if name in spec.references:
        return ["" if key is None else f'{mark}"{uid_of[key].hex()}"' for key in column]
    if type(column[0]) is str:
        return [mark + encode_basestring(text) if text else "" for text in column]
    return [
        "" if value is None or value is False else f'{mark}"{1 if value is True else value}"'
        for value in column
    ]


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


def differences(
    sql: Sql, record_type: type[Record], changes: Mapping[int, Mapping[str, Any]]
) -> dict[int, dict[str, Any]]:
    """Return of the fields given by key those that hold something else now, tidied."""
    spec = spec_of(record_type)
    wanted = {key: tidied_fields(spec, values) for key, values in changes.items()}
    names = sorted({name for values in wanted.values() for name in values})
    now = {name: column_values(sql, record_type, name, wanted) for name in names}
    different: dict[int, dict[str, Any]] = {}
    for key, values in wanted.items():
        changed = {name: v for name, v in values.items() if now[name].get(key) != v}
        if changed:
            different[key] = changed
    return different


def referred(spec: RecordSpec, records: Iterable[Mapping[str, Any]]) -> set[int]:
    """Return the keys that references among these fields hold."""
    names = [declared.name for declared in spec.fields if declared.target]
    return {values[name] for values in records for name in names if values.get(name) is not None}


def pointed_at(spec: RecordSpec, columns: Mapping[str, Sequence[Any]]) -> set[int]:
    """Return the keys that references among these columns hold."""
    return {*chain(*(columns.get(name, ()) for name in spec.references))} - {None}


def take_codes_along(
    sql: Sql, record_type: type[Record], different: Mapping[int, Mapping[str, Any]]
) -> None:
    """Let a project into which records were put, by key, give their codes to nobody else."""
    moved = {key: own["project"] for key, own in different.items() if "project" in own}
    if moved and record_type.about.code_prefix:
        codes = column_values(sql, record_type, "code", moved)
        given = [{"project": moved[key], "code": code} for key, code in codes.items()]
        keep_clear_of(sql, record_type, given)
