"""From an older schema to this one: all steps in one transaction, after a backup, or none."""

import importlib.util
from pathlib import Path

from peewee import SqliteDatabase
from playhouse.migrations import Runner

from changedesk.store.backup import backup_folder, new_backup_path, write_backup
from changedesk.store.engine import Sql, sqlite_database, told_plainly
from changedesk.store.errors import EnvironmentProblem
from changedesk.store.fingerprint import differing_objects, expected_objects, objects_of
from changedesk.store.integrity import verify
from changedesk.store.records import Schema

HISTORY_TABLE = "schema_migration"


def _steps_folder() -> Path:
    found = importlib.util.find_spec("changedesk.store.migrations")
    assert found is not None
    assert found.submodule_search_locations is not None
    return Path(next(iter(found.submodule_search_locations)))


STEPS = _steps_folder()
"""The folder of the numbered steps: 0002_….py leads from schema 1 to schema 2."""


def migrate_after_backup(path: Path, schema: Schema, steps: Path, now_ms: int) -> None:
    """Bring the file at `path` to this schema, a backup of it having been made.

    Raises EnvironmentProblem, and the file is as before, when the outcome is not exactly the
    schema of a new workspace, or does not hold what the journal says.
    """
    _back_up(path, now_ms)
    migrate(path, schema, steps)


def migrate(path: Path, schema: Schema, steps: Path) -> None:
    """Bring the file at `path` to this schema; see `migrate_after_backup`."""
    database = sqlite_database(path)
    with told_plainly(), database.connection_context():
        # Steps may rebuild tables; a rebuild with references on would take their rows along.
        sql = Sql(database)
        sql.run("PRAGMA foreign_keys = 0")
        with database.atomic("EXCLUSIVE"):
            _run_steps(database, schema, steps)
            _refuse_other_outcome(path, sql, schema)


def _back_up(path: Path, now_ms: int) -> None:
    database = sqlite_database(path, read_only=True)
    with told_plainly(), database.connection_context():
        sql = Sql(database)
        first = sql.value("SELECT h FROM op ORDER BY id LIMIT 1")
        folder = backup_folder(bytes(first).hex()[:32] if first is not None else "new")
        write_backup(sql, new_backup_path(folder, path.stem, now_ms))


def _run_steps(database: SqliteDatabase, schema: Schema, steps: Path) -> None:
    sql = Sql(database)
    version = int(sql.value("PRAGMA user_version"))
    runner = Runner(database, str(steps), table_name=HISTORY_TABLE)
    known = [step for step in runner.migrations() if step.idx <= schema.version]
    done = [step.name for step in known if step.idx <= version]
    if done:
        runner.fake(done[-1])
    runner.up(known[-1].name if known else None)
    # What was done stands in the header, where it is read before anything else.
    sql.run(f'DROP TABLE "{HISTORY_TABLE}"')
    sql.run(f"PRAGMA user_version = {schema.version:d}")


def _refuse_other_outcome(path: Path, sql: Sql, schema: Schema) -> None:
    differing = differing_objects(objects_of(sql), expected_objects(schema))
    why = f"its {differing[0]} is not what it should be" if differing else ""
    if not why and sql.rows("PRAGMA foreign_key_check"):
        why = "a reference would be broken"
    if not why and (findings := verify(sql, schema)):
        why = f"{findings[0].where}: {findings[0].why}"
    if why:
        raise EnvironmentProblem(
            f"{path.name} could not be brought to this version: {why}. It was left as it is."
        )
