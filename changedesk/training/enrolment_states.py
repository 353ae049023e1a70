"""The state of each enrolment, kept beside it and computed anew when its attendance changes."""

from collections.abc import Iterable

from peewee import Database

from changedesk.store.engine import Sql

_BATCH = 2000


def refresh_enrolments(database: Database, enrolments: Iterable[int]) -> None:
    """Compute what enrolments are: what the newest attendance says, else how they were invited."""
    sql = Sql(database)
    keys = list(enrolments)
    for start in range(0, len(keys), _BATCH):
        _refresh(sql, keys[start : start + _BATCH])


def _refresh(sql: Sql, enrolments: list[int]) -> None:
    states = dict(
        sql.by_keys("SELECT id, invitation FROM enrolment WHERE id IN ({keys})", enrolments)
    )
    # By time, then by UUID: the same on every copy of the workspace, whatever came first there.
    rows = sql.by_keys(
        "SELECT a.enrolment_id, a.at, e.uid, a.outcome FROM attendance a "
        "JOIN entity e ON e.id = a.id WHERE a.enrolment_id IN ({keys})",
        enrolments,
    )
    rows.sort(key=lambda row: (row[1] or 0, bytes(row[2])))
    states |= {enrolment: outcome for enrolment, _at, _uid, outcome in rows}
    sql.many(
        "UPDATE enrolment SET state = ? WHERE id = ?",
        [(state, key) for key, state in states.items()],
    )
