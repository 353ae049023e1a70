"""Schema 1 to 2: requirements, links, data sets, criteria, conditions, sessions and trial steps.

The tables are spelled out here, as they were when this version was made: later versions of the
record types must not change what this step does.
"""

from collections.abc import Iterable, Mapping
from typing import Any

TEXT = "TEXT NOT NULL"
WITHOUT_VALUE = "TEXT NOT NULL DEFAULT ''"

# Column name to type; a type that begins with "=" is a reference to the table named after it.
NEW_TABLES = {
    "link": {"relation": TEXT, "source": TEXT, "target": TEXT},
    "requirement": {
        "project_id": "=project NOT NULL", "code": TEXT, "title": TEXT, "area": TEXT,
        "priority": TEXT, "description": TEXT, "acceptance": TEXT, "source": TEXT,
        "source_system": TEXT, "source_id": TEXT, "source_key": TEXT, "further": TEXT,
    },
    "data_set": {
        "version_id": "=script_version NOT NULL", "position": "INTEGER", "name": TEXT,
        "values": TEXT,
    },
    "criterion": {
        "cycle_id": "=cycle NOT NULL", "kind": TEXT, "wording": TEXT, "measure": TEXT,
        "operator": TEXT, "target": "INTEGER", "scope": TEXT, "owner": TEXT,
        "met": "INTEGER NOT NULL", "waiver": TEXT, "waived_by": TEXT, "waived_until": TEXT,
    },
    "condition": {"cycle_id": "=cycle NOT NULL", "wording": TEXT, "owner": TEXT, "due": TEXT},
    "uat_session": {
        "cycle_id": "=cycle NOT NULL", "site": TEXT, "starts": "INTEGER", "minutes": "INTEGER",
        "facilitator_id": "=person", "remark": TEXT,
    },
    "session_tester": {
        "session_id": "=uat_session NOT NULL", "person_id": "=person NOT NULL",
        "attendance": TEXT,
    },
}  # fmt: skip
NEW_COLUMNS = {
    "script": {"text": WITHOUT_VALUE, "further": WITHOUT_VALUE},
    "step": {"trials": "INTEGER", "threshold": "INTEGER"},
    "run": {"data_set_id": "=data_set"},
    "step_result": {"trial": "INTEGER"},
    "defect": {
        "workaround": WITHOUT_VALUE, "source_system": WITHOUT_VALUE, "source_id": WITHOUT_VALUE,
        "source_key": WITHOUT_VALUE, "further": WITHOUT_VALUE,
    },
}  # fmt: skip
NEW_INDEXES = {
    "link_relation_source": ("link", "relation", "source"),
    "link_relation_target": ("link", "relation", "target"),
    "requirement_code": ("requirement", "code"),
}


def up(_migrator: Any, db: Any) -> None:
    """Make the new tables, then the new columns and indexes; no row that is there changes."""
    for table, columns in NEW_TABLES.items():
        told = ['"id" INTEGER NOT NULL PRIMARY KEY']
        told += [f'"{name}" {_type(kind)}' for name, kind in columns.items()]
        told += [
            f'FOREIGN KEY ("{name}") {_references(kind)}'
            for name, kind in columns.items()
            if kind.startswith("=")
        ]
        db.execute_sql(f'CREATE TABLE "{table}" ({", ".join(told)}) STRICT')
        _index_references(db, table, columns)
    for table, columns in NEW_COLUMNS.items():
        for name, kind in columns.items():
            refers = f" {_references(kind)}" if kind.startswith("=") else ""
            db.execute_sql(f'ALTER TABLE "{table}" ADD COLUMN "{name}" {_type(kind)}{refers}')
        _index_references(db, table, columns)
    for name, (table, *indexed) in NEW_INDEXES.items():
        _index(db, name, table, indexed)


def _type(kind: str) -> str:
    if not kind.startswith("="):
        return kind
    return f"INTEGER {kind.partition(' ')[2]}".rstrip()


def _references(kind: str) -> str:
    target = kind[1:].partition(" ")[0]
    return f'REFERENCES "{target}" ("id") DEFERRABLE INITIALLY DEFERRED'


def _index_references(db: Any, table: str, columns: Mapping[str, str]) -> None:
    for name, kind in columns.items():
        if kind.startswith("="):
            _index(db, f"{table}_{name}", table, [name])


def _index(db: Any, name: str, table: str, columns: Iterable[str]) -> None:
    listed = ", ".join(f'"{column}"' for column in columns)
    db.execute_sql(f'CREATE INDEX "{name}" ON "{table}" ({listed})')
