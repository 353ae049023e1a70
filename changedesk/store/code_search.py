"""Finding a record by the code that somebody typed: UAT-014, uat-14, uat 14."""

import re

from changedesk.store import heads
from changedesk.store.engine import Sql
from changedesk.store.projection import GONE
from changedesk.store.records import Record
from changedesk.store.renaming import once_called
from changedesk.store.search import Hit
from changedesk.store.spec import spec_of
from changedesk.store.workspace import Workspace

_CODE = re.compile(r"([^\W\d_]+)[-\s]?0*([0-9]{1,9})")


def records_coded(workspace: Workspace, words: str) -> list[Hit]:
    """Return the records whose code is just this, of each type the newest first.

    Case counts not, nor do zeros before the number of a code that the store gave. Those that had
    this code before it turned out that another record has it come last.
    """
    typed = words.strip().casefold()
    if not typed:
        return []
    with workspace.connected() as sql:
        hits = [
            Hit(record_type.about.type_name, key)
            for record_type in workspace.schema.types
            for key in _coded(sql, record_type, typed)
        ]
        standing = heads.known(sql, once_called(sql, typed))
        return hits + [
            Hit(one.type_name, key) for key, one in standing.items() if one.state != GONE
        ]


def _coded(sql: Sql, record_type: type[Record], typed: str) -> list[int]:
    spec, about = spec_of(record_type), record_type.about
    if not any(field.name == "code" and field.facts.short_code for field in spec.fields):
        return []
    codes = {typed}
    parts = _CODE.fullmatch(typed)
    if parts is not None and parts[1] == about.code_prefix.casefold():
        codes.add(f"{parts[1]}-{int(parts[2]):0{about.code_digits}}")
    column = record_type._meta.fields["code"].column_name
    marks = ", ".join("?" for _ in codes)
    rows = sql.rows(
        f'SELECT id FROM "{record_type._meta.table_name}" '
        f'WHERE LOWER("{column}") IN ({marks}) ORDER BY id DESC',
        sorted(codes),
    )
    return [int(row[0]) for row in rows]
