"""What belongs to a closed cycle stays as it was when it was closed, until it is reopened."""

from collections.abc import Iterable
from functools import partial

from peewee import Database

from changedesk.store.engine import Sql
from changedesk.store.errors import UserError


def _refuse(joined: str, database: Database, keys: Iterable[int]) -> None:
    # `joined` leads from the rows, called r, to their cycle, called c.
    rows = Sql(database).by_keys(
        f"SELECT DISTINCT c.code FROM {joined} WHERE c.status = 'closed' AND r.id IN ({{keys}})",
        sorted(keys),
    )
    if rows:
        first = min(code for (code,) in rows)
        raise UserError(f"{first} is closed: reopen it first.", about="cycle")


refuse_runs = partial(_refuse, "run r JOIN cycle c ON c.id = r.cycle_id")
refuse_criteria = partial(_refuse, "criterion r JOIN cycle c ON c.id = r.cycle_id")
refuse_conditions = partial(_refuse, "condition r JOIN cycle c ON c.id = r.cycle_id")
refuse_sessions = partial(_refuse, "uat_session r JOIN cycle c ON c.id = r.cycle_id")
refuse_testers = partial(
    _refuse,
    "session_tester r JOIN uat_session s ON s.id = r.session_id JOIN cycle c ON c.id = s.cycle_id",
)
