"""Human codes: UAT-014, D-007. Unique within a project and never given twice."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from changedesk.store.engine import Sql
from changedesk.store.records import About, Record

_NUMBER = re.compile(r"[0-9]{1,9}")


def scope_of(values: Mapping[str, Any]) -> int:
    """Return the key of the project within which a record's code is unique, or 0."""
    return int(values.get("project") or 0)


def next_codes(sql: Sql, about: About, scope: int, count: int) -> list[str]:
    """Return the next free codes of a record type within a project (`scope`, its key)."""
    prefix = about.code_prefix
    last = _last(sql, scope, prefix)
    _remember(sql, scope, prefix, last + count)
    numbers = range(last + 1, last + count + 1)
    return [f"{prefix}-{number:0{about.code_digits}}" for number in numbers]


def number_of(about: About, code: str) -> int:
    """Return the number in a code of this record type; 0 for a code of another make."""
    prefix, _, digits = code.rpartition("-")
    if prefix != about.code_prefix or not _NUMBER.fullmatch(digits):
        return 0
    return int(digits)


def keep_clear_of(
    sql: Sql, record_type: type[Record], records: Iterable[Mapping[str, Any]]
) -> None:
    """Remember codes that came from outside, so that none of them is ever given again."""
    about = record_type.about
    if not about.code_prefix:
        return
    highest: dict[int, int] = defaultdict(int)
    for values in records:
        scope = scope_of(values)
        highest[scope] = max(highest[scope], number_of(about, values.get("code") or ""))
    for scope, number in highest.items():
        if number > _last(sql, scope, about.code_prefix):
            _remember(sql, scope, about.code_prefix, number)


def _last(sql: Sql, scope: int, prefix: str) -> int:
    last = sql.value(
        "SELECT last FROM code_counter WHERE scope = ? AND prefix = ?", (scope, prefix)
    )
    return int(last or 0)


def _remember(sql: Sql, scope: int, prefix: str, last: int) -> None:
    sql.run("DELETE FROM code_counter WHERE scope = ? AND prefix = ?", (scope, prefix))
    sql.run(
        "INSERT INTO code_counter (scope, prefix, last) VALUES (?, ?, ?)", (scope, prefix, last)
    )
