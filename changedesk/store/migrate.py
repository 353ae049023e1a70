"""From an older schema to this one: all steps in one transaction, after a backup, or none."""

import importlib.util
from pathlib import Path

from peewee import SqliteDatabase
from playhouse.migrations import Runner

from changedesk.store.engine import Sql, sqlite_database, told_plainly
from changedesk.store.errors import EnvironmentProblem
from changedesk.store.opening import expected_objects, objects_of
from changedesk.store.records import Schema
from changedesk.store.tables import SCHEMA_VERSION

HISTORY_TABLE = "schema_migration"


def steps_folder() -> Path:
    """Return the folder of the numbered steps (0002_….py leads from schema 1 to schema 2)."""
    found = importlib.util.find_spec("changedesk.store.migrations")
    assert found is not None and found.submodule_search_locations
    return Path(next(iter(found.submodule_search_locations)))


def migrate(path: Path, schema: Schema) -> None:
    """Bring the file at `path` to this schema; the caller has made a backup.

    Raises EnvironmentProblem, and the file is as before, when the outcome is not exactly the
    schema of a new workspace.
    """
    database = sqlite_database(path)
    with told_plainly():
        database.connect()
        try:
            with database.atomic("EXCLUSIVE"):
                _run_steps(database)
                _refuse_other_outcome(path, Sql(database), schema)
        finally:
            database.close()


def _run_steps(database: SqliteDatabase) -> None:
    sql = Sql(database)
    version = int(sql.value("PRAGMA user_version"))
    runner = Runner(database, str(steps_folder()), table_name=HISTORY_TABLE)
    done = [step.name for step in runner.migrations() if step.idx <= version]
    if done:
        runner.fake(done[-1])
    runner.up()
    sql.run(f'DROP TABLE "{HISTORY_TABLE}"')
    sql.run(f"PRAGMA user_version = {SCHEMA_VERSION}")


def _refuse_other_outcome(path: Path, sql: Sql, schema: Schema) -> None:
    found, expected = objects_of(sql), expected_objects(schema)
    differing = sorted(
        name for name in {*found, *expected} if found.get(name) != expected.get(name)
    )
    if differing:
        raise EnvironmentProblem(
            f"{path.name} could not be brought to this version: its {differing[0]} is not what it "
            "should be. It was left as it is."
        )
    if sql.rows("PRAGMA foreign_key_check"):
        raise EnvironmentProblem(
            f"{path.name} could not be brought to this version: a reference would be broken. "
            "It was left as it is."
        )
