"""Files of every schema that people have: this version brings them along, with all they hold.

Each file in `released` is the text of a workspace that the last code of that schema wrote. They
never change; the one of the present schema is added when the next one begins.
"""

import hashlib
from pathlib import Path

import pytest

from changedesk.desk import SCHEMA, new_desk, open_desk
from changedesk.store.backup import list_backups
from changedesk.store.engine import Sql, sqlite_database
from changedesk.store.fingerprint import objects_of
from changedesk.store.opening import read_header
from changedesk.store.restoring import restore
from changedesk.uat import queries
from changedesk.uat.capture import record_result
from changedesk.uat.criteria import add_kit, criteria_of
from changedesk.uat.records import Cycle, Defect, Evidence, Run, Script, StepResult

RELEASED = sorted((Path(__file__).parent / "released").glob("schema_*.sql"))
STORE_TABLES = ("device", "op", "entity", "head", "code_counter", "content")


@pytest.fixture(params=RELEASED, ids=lambda path: path.stem)
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / "old.changedesk"
    database = sqlite_database(path)
    with database.connection_context():
        Sql(database).connection().executescript(request.param.read_text("utf-8"))
    return path


def everything_in(path: Path) -> dict[str, list[dict[str, object]]]:
    """Return every row of every table of records and of the journal, column by column."""
    database = sqlite_database(path, read_only=True)
    found: dict[str, list[dict[str, object]]] = {}
    with database.connection_context():
        sql = Sql(database)
        names = {known._meta.table_name for known in SCHEMA.types} | set(STORE_TABLES)
        for (name,) in sql.rows("SELECT name FROM sqlite_schema WHERE type = 'table'"):
            if name in names:
                columns = [
                    row[0] for row in sql.rows(f"SELECT name FROM pragma_table_info('{name}')")
                ]
                rows = sql.rows(f'SELECT * FROM "{name}" ORDER BY 1, 2')
                found[name] = [dict(zip(columns, row, strict=True)) for row in rows]
    return found


def objects_in(path: Path) -> dict[str, str]:
    database = sqlite_database(path, read_only=True)
    with database.connection_context():
        return objects_of(Sql(database))


def test_there_is_a_file_of_every_released_schema() -> None:
    assert [int(path.stem.removeprefix("schema_")) for path in RELEASED] == list(
        range(1, SCHEMA.version)
    )


def test_it_is_made_like_a_new_one_afterwards(old: Path, tmp_path: Path) -> None:
    open_desk(old).close()
    new_desk(tmp_path / "new.changedesk").close()
    assert objects_in(old) == objects_in(tmp_path / "new.changedesk")
    assert read_header(old).version == SCHEMA.version


def test_all_that_was_there_is_there_as_it_was(old: Path) -> None:
    before = everything_in(old)
    desk = open_desk(old)
    assert desk.verify() == []
    desk.close()
    after = everything_in(old)
    for table, rows in before.items():
        kept = [{name: row[name] for name in rows[0]} for row in after[table]] if rows else []
        assert kept == rows, table


def test_a_backup_of_the_file_as_it_was_is_made_first(old: Path, tmp_path: Path) -> None:
    before = everything_in(old)
    desk = open_desk(old)
    folder = desk.backup_folder
    desk.close()
    (backup,) = list_backups(folder)
    assert read_header(backup.path).version < SCHEMA.version
    assert everything_in(backup.path) == before
    restore(backup.path, tmp_path / "again.changedesk", SCHEMA)
    again = open_desk(tmp_path / "again.changedesk")
    assert again.verify() == []
    again.close()


def test_a_second_opening_changes_nothing(old: Path) -> None:
    open_desk(old).close()
    digest = hashlib.sha256(old.read_bytes()).hexdigest()
    open_desk(old).close()
    assert hashlib.sha256(old.read_bytes()).hexdigest() == digest


def test_what_people_did_before_can_be_read_undone_and_worked_on(old: Path) -> None:
    desk = open_desk(old, actor="Dana Kowalski")
    assert [row.code for row in queries.scripts(desk, desk.find(Script).project_id)] == [
        "UAT-001",
        "UAT-002",
    ]
    defect, result = desk.find(Defect), desk.find(StepResult, outcome="fail")
    assert (defect.title, defect.workaround, defect.severity) == ("Nobody is there", "", "high")
    assert (result.actual, result.trial) == ("Nobody came", None)
    assert desk.content(desk.find(Evidence).content) == b"\x89PNG picture"
    again = desk.find(Run, state="not_run", script=desk.find(Script, code="UAT-001"))
    sheet = queries.run_sheet(desk, again.id)
    assert [step.do for step in sheet.steps] == ["Open a chat as a customer", "Ask for a person"]
    record_result(desk, again.id, sheet.steps[0].id, "pass")
    cycle = desk.find(Cycle)
    assert add_kit(desk, cycle.id) == len(criteria_of(desk, cycle.id)) > 0
    assert desk.undo() == f"Add the usual criteria to {cycle.code}"
    assert desk.verify() == []
    assert any(hit.type_name == "script" for hit in desk.search("transfer"))
    desk.close()
