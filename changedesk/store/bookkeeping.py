"""Is the store's own bookkeeping right: the counters of codes, the clock, the index of texts?

None of it is the truth, but a code given twice, wrong times and a search that misses something
would follow from it.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from changedesk.store import heads
from changedesk.store.codes import number_of
from changedesk.store.engine import Sql
from changedesk.store.findings import Finding
from changedesk.store.journal import CLOCK, MADE
from changedesk.store.records import About, Record, Schema
from changedesk.store.renaming import LENT, NOTED, Renamed, lent_in, renamed_in
from changedesk.store.search import REACHED
from changedesk.store.tables import VERSION
from changedesk.store.textcheck import index_of_texts
from changedesk.store.values import decode_record

_NUMBER = re.compile(r"[0-9]{1,18}")


def bookkeeping(sql: Sql, schema: Schema) -> Iterator[Finding]:
    """Check what the store keeps beside the journal and the tables that follow from it."""
    known = {record_type.about.code_prefix for record_type in schema.types} - {""}
    for (prefix,) in sql.rows("SELECT DISTINCT prefix FROM code_counter"):
        if prefix not in known:
            yield Finding("wrong counter", f"code_counter {prefix}", "no record has such codes")
    given = cache(lambda: _given(sql, schema))
    for record_type in schema.types:
        if record_type.about.code_prefix:
            yield from _counters(sql, record_type, given)
    state = list(_state(sql))
    yield from state or index_of_texts(sql, schema)


class _Given(NamedTuple):
    """What the journal says of codes: the values of operations by field, the names they led to."""

    values: Mapping[str, list[str | None]]
    renamed: Mapping[int, Renamed]
    lent: Mapping[str, int]


def _given(sql: Sql, schema: Schema) -> _Given:
    coded = [MADE + one.about.type_name for one in schema.types if one.about.code_prefix]
    fields = ["code", *coded]
    values: dict[str, list[str | None]] = {field: [] for field in fields}
    marks = ", ".join("?" * len(fields))
    for field, val in sql.rows(f"SELECT field, val FROM op WHERE field IN ({marks})", fields):
        values[field].append(val)
    return _Given(values, renamed_in(sql), lent_in(sql))


def _counters(
    sql: Sql, record_type: type[Record], given: Callable[[], _Given]
) -> Iterator[Finding]:
    prefix = record_type.about.code_prefix
    in_use = _in_use(sql, record_type)
    counters: dict[int, int] = dict(
        sql.rows("SELECT scope, last FROM code_counter WHERE prefix = ?", (prefix,))
    )
    # What is in use was given: the journal is asked only where a counter is beyond that.
    beyond = any(last > in_use[scope] for scope, last in counters.items())
    ever = _ever_given(sql, record_type, given()) if beyond else None
    for scope in sorted({*counters, *in_use}):
        last = counters.get(scope, 0)
        where = f"code_counter {scope} {prefix}"
        if last < in_use[scope]:
            yield Finding("wrong counter", where, "a code would be given twice")
        elif ever is not None and last > max(ever[scope], ever[-1]):
            yield Finding("wrong counter", where, "no code that high was ever given")


def _in_use(sql: Sql, record_type: type[Record]) -> dict[int, int]:
    # Codes as they were given; one that somebody changed by hand need not be the counter's.
    meta = record_type._meta
    scope = f'"{meta.fields["project"].column_name}"' if "project" in meta.fields else "0"
    highest: dict[int, int] = defaultdict(int)
    for project, code in sql.rows(
        f'SELECT {scope}, code FROM "{meta.table_name}" t '
        "WHERE NOT EXISTS (SELECT 1 FROM head WHERE head.ent = t.id AND head.field = 'code')"
    ):
        highest[project or 0] = max(highest[project or 0], number_of(record_type.about, code))
    return highest


def _ever_given(sql: Sql, record_type: type[Record], given: _Given) -> dict[int, int] | None:
    """Return the highest code of each project in the journal, those of no known one under -1.

    None where a code was erased: then nobody can tell.
    """
    about, made = record_type.about, given.values[MADE + record_type.about.type_name]
    by_hand = given.values["code"]
    if None in made or None in by_hand:
        return None
    highest: dict[int, int] = defaultdict(int)
    highest[-1] = given.lent.get(about.code_prefix, 0)
    moved = _codes_of_moved(sql, about)
    for code in [*by_hand, *moved, *(one.code for one in given.renamed.values())]:
        highest[-1] = max(highest[-1], number_of(about, code or ""))
    in_projects = "project" in record_type._meta.fields
    records = [decode_record(val) for val in made]
    projects = heads.ids_by_text(sql, {values.get("project") for values in records})
    for values in records:
        scope = projects.get(values.get("project", ""), -1) if in_projects else 0
        highest[scope] = max(highest[scope], number_of(about, values.get("code", "")))
    return highest


def _codes_of_moved(sql: Sql, about: About) -> list[str]:
    # A record that was put into another project took its code along.
    return [
        decode_record(val).get("code", "")
        for (val,) in sql.rows(
            "SELECT val FROM op WHERE field = ? AND ent IN "
            "(SELECT ent FROM op WHERE field = 'project')",
            (MADE + about.type_name,),
        )
    ]


def _state(sql: Sql) -> Iterator[Finding]:
    newest = int(sql.value("SELECT COALESCE(MAX(id), 0) FROM op"))
    for name, value in sql.rows("SELECT name, value FROM state"):
        number = int(value) if _NUMBER.fullmatch(value) else -1
        match name:
            case _ if name == CLOCK:
                holds = sql.value("SELECT 1 FROM op WHERE hlc = ?", (number,)) is not None
            case _ if name == REACHED:
                holds = 0 <= number <= newest
            case _ if name == VERSION:
                holds = number >= 1
            case _ if name.startswith(LENT):
                holds = 0 < number <= _counted(sql, name.removeprefix(LENT))
            case _ if name.startswith(NOTED):
                holds = True  # what records are called was compared with the journal
            case _:
                holds = False
        if not holds:
            yield Finding("wrong state", f"state {name}", "the journal does not lead to it")


def _counted(sql: Sql, prefix: str) -> int:
    last = sql.value("SELECT MAX(last) FROM code_counter WHERE prefix = ?", (prefix,))
    return int(last or 0)
