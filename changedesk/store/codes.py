"""Human codes: UAT-014, D-007. Unique within a project and never given twice."""

import re

from changedesk.store.engine import Sql
from changedesk.store.records import About


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


def next_codes(sql: Sql, about: About, scope: int, count: int) -> list[str]:
    """Return the next free codes of a record type within a project (`scope`, its key)."""
    last = _last(sql, scope, about.code_prefix)
    _remember(sql, scope, about.code_prefix, last + count)
    digits = about.code_digits
    return [f"{about.code_prefix}-{number:0{digits}}" for number in range(last + 1, last + count + 1)]


def keep_clear_of(sql: Sql, about: About, scope: int, code: str) -> None:
    """Remember a code that was given from outside, so that it is never given again."""
    match = re.fullmatch(re.escape(about.code_prefix) + r"-(\d+)", code)
    if match and int(match[1]) > _last(sql, scope, about.code_prefix):
        _remember(sql, scope, about.code_prefix, int(match[1]))
