"""Schema 3 to 4: surveys and adoption, documents and signatures, go/no-go, sealed answers.

The tables are spelled out here, as they were when this version was made: later versions of the
record types must not change what this step does.
"""

from collections.abc import Iterable, Mapping
from typing import Any

TEXT = "TEXT NOT NULL"
WITHOUT_VALUE = "TEXT NOT NULL DEFAULT ''"

# Column name to type; a type that begins with "=" is a reference to the table named after it.
NEW_TABLES = {
    "document": {
        "project_id": "=project NOT NULL", "code": TEXT, "title": TEXT, "name": TEXT,
        "subject": TEXT, "made": "INTEGER", "made_for": TEXT, "due": TEXT, "expected":
        "INTEGER NOT NULL", "file_name": TEXT, "rows": "INTEGER", "remark": TEXT,
        "export_id": TEXT, "seal": TEXT, "content": TEXT, "seen": TEXT,
    },
    "return": {
        "project_id": "=project NOT NULL", "document_id": "=document", "file_name": TEXT,
        "returned_by": TEXT, "received": "INTEGER", "taken": "INTEGER", "conflicts":
        "INTEGER", "rejected": "INTEGER", "content": TEXT, "account": TEXT,
    },
    "signature": {
        "project_id": "=project NOT NULL", "subject": TEXT, "record": TEXT, "label": TEXT,
        "name": TEXT, "role": TEXT, "decision": TEXT, "comment": TEXT, "manner": TEXT,
        "signed": "INTEGER", "document_id": "=document", "picture": TEXT, "digest": TEXT,
        "seen": TEXT, "key": TEXT, "proof": TEXT,
    },
    "survey": {
        "project_id": "=project NOT NULL", "code": TEXT, "title": TEXT, "purpose": TEXT,
        "mode": TEXT, "min_cell": "INTEGER", "welcome": TEXT, "thanks": TEXT, "layout":
        TEXT, "linked": "INTEGER NOT NULL", "status": TEXT, "owner": TEXT, "remark": TEXT,
        "ready": TEXT, "source_key": TEXT,
    },
    "question": {
        "survey_id": "=survey NOT NULL", "position": "INTEGER", "key": TEXT, "kind": TEXT,
        "text": TEXT, "help": TEXT, "block": TEXT, "scale": TEXT, "required":
        "INTEGER NOT NULL", "relevant": TEXT, "reverse": "INTEGER NOT NULL", "element":
        TEXT, "construct": TEXT, "least": "INTEGER", "most": "INTEGER",
    },
    "question_option": {
        "question_id": "=question NOT NULL", "position": "INTEGER", "value": TEXT,
        "label": TEXT, "number": "INTEGER", "meaning": TEXT, "other": "INTEGER NOT NULL",
    },
    "wave": {
        "survey_id": "=survey NOT NULL", "code": TEXT, "title": TEXT, "occasion": TEXT,
        "opens": TEXT, "closes": TEXT, "status": TEXT, "margin": "INTEGER", "remark":
        TEXT, "source_key": TEXT,
    },
    "invitation": {
        "wave_id": "=wave NOT NULL", "group_id": "=people_group", "invited": "INTEGER",
        "ineligible": "INTEGER",
    },
    "reminder": {
        "wave_id": "=wave NOT NULL", "sent": TEXT, "remark": TEXT,
    },
    "response": {
        "wave_id": "=wave NOT NULL", "group_id": "=people_group", "person_id": "=person",
        "site": TEXT, "role": TEXT, "channel": TEXT, "submitted": "INTEGER", "seconds":
        "INTEGER", "partial": "INTEGER NOT NULL", "continues_id": "=response", "answered":
        "INTEGER", "link_code": TEXT, "source_id": TEXT, "answers": TEXT,
    },
    "answer_batch": {
        "wave_id": "=wave NOT NULL", "size": "INTEGER", "digest": TEXT, "sources": TEXT,
    },
    "comment_code": {
        "survey_id": "=survey NOT NULL", "name": TEXT, "definition": TEXT, "example":
        TEXT,
    },
    "comment_mark": {
        "wave_id": "=wave NOT NULL", "comment": TEXT, "kind": TEXT, "code_id":
        "=comment_code", "value": TEXT, "reader": TEXT, "at": "INTEGER",
    },
    "measure": {
        "project_id": "=project NOT NULL", "code": TEXT, "title": TEXT, "behaviour": TEXT,
        "kind": TEXT, "group_id": "=people_group", "population": TEXT, "window": TEXT,
        "source": TEXT, "unit": TEXT, "target": TEXT, "target_day": TEXT, "direction":
        TEXT, "go_live": TEXT, "owner": TEXT, "remark": TEXT,
    },
    "measure_reading": {
        "measure_id": "=measure NOT NULL", "taken": TEXT, "group_id": "=people_group",
        "count": "INTEGER", "base": "INTEGER", "value": TEXT, "source": TEXT, "remark":
        TEXT, "source_key": TEXT,
    },
    "benefit": {
        "project_id": "=project NOT NULL", "code": TEXT, "title": TEXT, "description":
        TEXT, "unit": TEXT, "direction": TEXT, "baseline": TEXT, "baseline_day": TEXT,
        "target": TEXT, "target_day": TEXT, "dependent": "INTEGER", "source": TEXT,
        "cadence": TEXT, "owner": TEXT, "remark": TEXT,
    },
    "benefit_reading": {
        "benefit_id": "=benefit NOT NULL", "taken": TEXT, "value": TEXT, "source": TEXT,
        "remark": TEXT,
    },
    "go_no_go": {
        "project_id": "=project NOT NULL", "code": TEXT, "title": TEXT, "day": TEXT,
        "value": TEXT, "reasons": TEXT, "conditions": TEXT, "owner": TEXT,
    },
}  # fmt: skip
NEW_INDEXES = {
    "document_code": ("document", "code"),
    "survey_code": ("survey", "code"),
    "question_survey_id_key": ("question", "survey_id", "key"),
    "wave_code": ("wave", "code"),
    "response_wave_id_source_id": ("response", "wave_id", "source_id"),
    "measure_code": ("measure", "code"),
    "benefit_code": ("benefit", "code"),
    "go_no_go_code": ("go_no_go", "code"),
}


SEALED = """CREATE TABLE "sealed_answer" ("key" BLOB NOT NULL PRIMARY KEY, "batch" BLOB NOT NULL,
"wave" BLOB NOT NULL, "answers" TEXT NOT NULL) STRICT, WITHOUT ROWID"""


def up(_migrator: Any, db: Any) -> None:
    """Make the new tables and their indexes; no row that is there changes."""
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
    for name, (table, *indexed) in NEW_INDEXES.items():
        _index(db, name, table, indexed)
    db.execute_sql(" ".join(SEALED.split()))
    for column in ("batch", "wave"):
        _index(db, f"sealed_answer_{column}", "sealed_answer", [column])


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
