"""Schema 2 to 3: groups in time, stakeholders, impacts, messages, training; whose retest a run is.

The tables are spelled out here, as they were when this version was made: later versions of the
record types must not change what this step does.
"""

from collections.abc import Iterable, Mapping
from typing import Any

TEXT = "TEXT NOT NULL"
WITHOUT_VALUE = "TEXT NOT NULL DEFAULT ''"

# Column name to type; a type that begins with "=" is a reference to the table named after it.
NEW_TABLES = {
    "headcount_reading": {
        "group_id": "=people_group NOT NULL", "taken": TEXT, "people": "INTEGER",
    },
    "membership": {
        "person_id": "=person NOT NULL", "group_id": "=people_group NOT NULL", "since": TEXT,
        "until": TEXT,
    },
    "duty": {
        "person_id": "=person NOT NULL", "day": TEXT, "starts": "INTEGER", "ends": "INTEGER",
        "kind": TEXT,
    },
    "busy_period": {
        "group_id": "=people_group", "starts": TEXT, "ends": TEXT, "why": TEXT, "capacity":
        "INTEGER",
    },
    "stakeholder": {
        "project_id": "=project NOT NULL", "code": TEXT, "name": TEXT, "role": TEXT,
        "organisation": TEXT, "kind": TEXT, "group_id": "=people_group", "person_id": "=person",
        "power": "INTEGER", "interest": "INTEGER", "influence": "INTEGER", "impact": "INTEGER",
        "power_said": TEXT, "interest_said": TEXT, "influence_said": TEXT, "impact_said": TEXT,
        "quadrant": TEXT, "legitimate": "INTEGER NOT NULL", "urgent": "INTEGER NOT NULL",
        "current": TEXT, "desired": TEXT, "attitude": TEXT, "expectations": TEXT,
        "requirements": TEXT, "concerns": TEXT, "gain": TEXT, "strategy": TEXT, "channel": TEXT,
        "frequency": TEXT, "raci": TEXT, "manager": TEXT, "location": TEXT, "contact": TEXT,
        "owner": TEXT, "private_note": TEXT, "source_id": TEXT, "source_key": TEXT, "further":
        TEXT,
    },
    "impact": {
        "project_id": "=project NOT NULL", "code": TEXT, "title": TEXT, "group_id":
        "=people_group", "aspect": TEXT, "system": TEXT, "as_is": TEXT, "to_be": TEXT,
        "differs": TEXT, "direction": TEXT, "severity": "INTEGER", "group_severity": "INTEGER",
        "reason": TEXT, "people": "INTEGER", "starts": TEXT, "ends": TEXT, "phase": TEXT,
        "minutes": "INTEGER", "frequency": TEXT, "confidence": TEXT, "validated_by": TEXT,
        "validated_on": TEXT, "residual": "INTEGER", "status": TEXT, "owner": TEXT, "remark":
        TEXT, "source_id": TEXT, "source_key": TEXT, "further": TEXT,
    },
    "mitigation": {
        "impact_id": "=impact NOT NULL", "kind": TEXT, "what": TEXT, "owner": TEXT, "due": TEXT,
        "status": TEXT,
    },
    "adkar_reading": {
        "project_id": "=project NOT NULL", "taken": TEXT, "person_id": "=person", "group_id":
        "=people_group", "wave": TEXT, "source": TEXT, "awareness": "INTEGER", "desire":
        "INTEGER", "knowledge": "INTEGER", "ability": "INTEGER", "reinforcement": "INTEGER",
        "reason": TEXT,
    },
    "assessment": {
        "project_id": "=project NOT NULL", "kind": TEXT, "taken": TEXT, "assessor": TEXT,
        "group_id": "=people_group", "subject": TEXT, "remark": TEXT,
    },
    "assessment_answer": {
        "assessment_id": "=assessment NOT NULL", "item": TEXT, "value": "INTEGER", "remark":
        TEXT,
    },
    "champion": {
        "project_id": "=project NOT NULL", "person_id": "=person NOT NULL", "group_id":
        "=people_group NOT NULL", "since": TEXT, "until": TEXT, "remark": TEXT,
    },
    "resistance_entry": {
        "project_id": "=project NOT NULL", "code": TEXT, "title": TEXT, "raised": TEXT,
        "stakeholder_id": "=stakeholder", "group_id": "=people_group", "root": TEXT, "strength":
        "INTEGER", "action": TEXT, "owner": TEXT, "due": TEXT, "status": TEXT,
    },
    "sponsor_action": {
        "project_id": "=project NOT NULL", "sponsor": TEXT, "role": TEXT, "action": TEXT, "due":
        TEXT, "done": TEXT, "status": TEXT, "remark": TEXT,
    },
    "communication": {
        "project_id": "=project NOT NULL", "code": TEXT, "title": TEXT, "audience": TEXT,
        "element": TEXT, "message": TEXT, "gain": TEXT, "sender": TEXT, "approver": TEXT,
        "channel": TEXT, "medium": TEXT, "occasion": TEXT, "planned": TEXT, "ends": TEXT,
        "announces": TEXT, "minutes": "INTEGER", "feedback": TEXT, "check_question": TEXT,
        "escalation": TEXT, "owner": TEXT, "status": TEXT, "remark": TEXT, "source_id": TEXT,
        "source_key": TEXT, "further": TEXT,
    },
    "message_sent": {
        "communication_id": "=communication NOT NULL", "sent": TEXT, "recipients": "INTEGER",
        "opened": "INTEGER", "attended": "INTEGER", "remark": TEXT,
    },
    "skill": {
        "project_id": "=project NOT NULL", "code": TEXT, "title": TEXT, "description": TEXT,
    },
    "course": {
        "project_id": "=project NOT NULL", "code": TEXT, "title": TEXT, "objectives": TEXT,
        "audience": TEXT, "minutes": "INTEGER", "mode": TEXT, "trainer": TEXT, "capacity":
        "INTEGER", "no_show": "INTEGER", "materials": TEXT, "materials_ready": TEXT,
        "pass_score": "INTEGER", "owner": TEXT, "status": TEXT, "remark": TEXT, "source_id":
        TEXT, "source_key": TEXT, "further": TEXT,
    },
    "course_skill": {
        "course_id": "=course NOT NULL", "skill_id": "=skill NOT NULL", "level": "INTEGER",
    },
    "need": {
        "project_id": "=project NOT NULL", "code": TEXT, "title": TEXT, "group_id":
        "=people_group", "role": TEXT, "skill_id": "=skill", "required": "INTEGER", "current":
        "INTEGER", "people": "INTEGER", "criticality": TEXT, "method": TEXT, "course_id":
        "=course", "owner": TEXT, "status": TEXT, "remark": TEXT, "source_id": TEXT,
        "source_key": TEXT, "further": TEXT,
    },
    "training_session": {
        "project_id": "=project NOT NULL", "course_id": "=course NOT NULL", "code": TEXT,
        "starts": "INTEGER", "minutes": "INTEGER", "time_zone": TEXT, "place": TEXT, "trainer":
        TEXT, "capacity": "INTEGER", "cost": "INTEGER", "fixed": "INTEGER NOT NULL", "status":
        TEXT, "remark": TEXT, "source_key": TEXT,
    },
    "enrolment": {
        "session_id": "=training_session NOT NULL", "person_id": "=person NOT NULL",
        "invitation": TEXT, "fixed": "INTEGER NOT NULL", "walk_in": "INTEGER NOT NULL",
        "retrain": "INTEGER NOT NULL", "state": TEXT,
    },
    "attendance": {
        "enrolment_id": "=enrolment NOT NULL", "outcome": TEXT, "minutes": "INTEGER", "score":
        "INTEGER", "passed": "INTEGER NOT NULL", "at": "INTEGER", "remark": TEXT,
    },
    "proficiency_reading": {
        "project_id": "=project NOT NULL", "taken": TEXT, "kirkpatrick": TEXT, "course_id":
        "=course", "person_id": "=person", "group_id": "=people_group", "skill_id": "=skill",
        "occasion": TEXT, "measure": TEXT, "value": "INTEGER", "maximum": "INTEGER", "level":
        "INTEGER", "observer": TEXT, "remark": TEXT,
    },
}  # fmt: skip
NEW_COLUMNS = {
    "people_group": {
        "parent_id": "=people_group", "shift": WITHOUT_VALUE, "systems": WITHOUT_VALUE,
        "adopted_when": WITHOUT_VALUE, "considerations": WITHOUT_VALUE,
        "resistance": WITHOUT_VALUE, "tactics": WITHOUT_VALUE, "capacity": "INTEGER",
        "off_floor": "INTEGER", "since": WITHOUT_VALUE, "until": WITHOUT_VALUE,
    },
    "person": {"staff_id": WITHOUT_VALUE},
    "run": {"repeats_id": "=run"},
}  # fmt: skip
NEW_INDEXES = {
    "enrolment_session_id_person_id": ("enrolment", "session_id", "person_id"),
    "enrolment_person_id_state": ("enrolment", "person_id", "state"),
    "stakeholder_code": ("stakeholder", "code"),
    "impact_code": ("impact", "code"),
    "resistance_entry_code": ("resistance_entry", "code"),
    "communication_code": ("communication", "code"),
    "skill_code": ("skill", "code"),
    "course_code": ("course", "code"),
    "need_code": ("need", "code"),
    "training_session_code": ("training_session", "code"),
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
