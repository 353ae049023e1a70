"""From an older schema to this one: a backup first, then all of it or nothing."""

import hashlib
import os
import random
import subprocess
import sys
import time
from pathlib import Path

import peewee
import pytest

from changedesk.store.access import create_workspace, open_workspace
from changedesk.store.backup import list_backups
from changedesk.store.dump import dump
from changedesk.store.engine import Sql, sqlite_database
from changedesk.store.errors import EnvironmentProblem, UserError
from changedesk.store.fingerprint import differing_objects, expected_objects, objects_of
from changedesk.store.opening import read_header
from tests.store.versions import NEW, OLD, STEP, NoteOne, NoteTwo, Tag, old_file, write_step


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def objects_in(path: Path) -> dict[str, str]:
    database = sqlite_database(path, read_only=True)
    with database.connection_context():
        return objects_of(Sql(database))


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "old.changedesk"
    old_file(path)
    return path


@pytest.fixture
def steps(tmp_path: Path) -> Path:
    return write_step(tmp_path / "steps")


def test_a_migrated_file_is_made_like_a_new_one(old: Path, steps: Path, tmp_path: Path) -> None:
    open_workspace(old, NEW, steps=steps).close()
    create_workspace(tmp_path / "new.changedesk", NEW).close()
    assert objects_in(old) == objects_in(tmp_path / "new.changedesk")
    assert read_header(old).version == 2


def test_all_that_was_there_is_there_and_can_be_worked_on(old: Path, steps: Path) -> None:
    ws = open_workspace(old, NEW, actor="Amira", steps=steps)
    assert ws.find(NoteTwo, title="Renamed") is not None
    assert ws.counts() == {"note": 20, "tag": 0}
    note = ws.find(NoteTwo, title="Note 3")
    assert note is not None
    with ws.change("New things") as change:
        change.set(note, body="more", minutes=5)
        change.add(Tag(name="t", note=note))
    assert ws.verify() == []
    assert [ws.undo(), ws.undo()] == ["New things", "Rename"]
    assert ws.find(NoteTwo, title="Note 0") is not None
    assert ws.verify() == []
    ws.close()


def test_a_backup_of_the_old_file_was_made_first(old: Path, steps: Path) -> None:
    before = open_workspace(old, OLD)
    content, folder = dump(before), before.backup_folder
    before.close()
    open_workspace(old, NEW, steps=steps).close()
    (backup,) = list_backups(folder)
    restored = open_workspace(backup.path, OLD)
    assert dump(restored) == content
    restored.close()


def test_a_second_opening_migrates_nothing(old: Path, steps: Path) -> None:
    open_workspace(old, NEW, steps=steps).close()
    before = digest(old)
    ws = open_workspace(old, NEW, steps=steps)
    assert len(ws.backups()) == 1
    ws.close()
    assert digest(old) == before


def test_several_steps_are_taken_in_their_order(old: Path, steps: Path) -> None:
    half = STEP.split("    db.execute_sql(\n")[0]
    rest = "def up(migrator, db):\n    db.execute_sql(\n" + STEP.split("    db.execute_sql(\n")[1]
    write_step(steps, half, 2)
    write_step(steps, rest, 3)
    third = type(NEW)(types=NEW.types, version=3)
    open_workspace(old, third, steps=steps).close()
    assert read_header(old).version == 3


@pytest.mark.parametrize(
    ("step", "words"),
    [
        (STEP.replace("minutes INTEGER", "minutes TEXT"), "its table note is not what it should"),
        (STEP + '    db.execute_sql("CREATE TABLE extra (id INTEGER) STRICT")\n', "table extra"),
        (
            STEP + "    db.execute_sql(\"UPDATE note SET title = 'x' WHERE id = 2\")\n",
            "note 2 title",
        ),
        (STEP + '    db.execute_sql("DROP TRIGGER op_is_never_changed")\n', "op_is_never_changed"),
        (STEP + "    db.execute_sql(\"INSERT INTO tag VALUES (99, 'lost', 98)\")\n", "reference"),
    ],
)
def test_another_outcome_is_refused_and_the_file_is_as_it_was(
    old: Path, tmp_path: Path, step: str, words: str
) -> None:
    before = digest(old)
    steps = write_step(tmp_path / "bad", step)
    with pytest.raises(EnvironmentProblem, match="could not be brought to this version") as refusal:
        open_workspace(old, NEW, steps=steps)
    assert words in str(refusal.value)
    assert digest(old) == before


def test_a_step_that_fails_leaves_the_file_as_it_was(old: Path, tmp_path: Path) -> None:
    before = digest(old)
    steps = write_step(tmp_path / "bad", STEP + '    db.execute_sql("SELECT no_such_thing")\n')
    with pytest.raises(peewee.OperationalError):
        open_workspace(old, NEW, steps=steps)
    assert digest(old) == before
    open_workspace(old, OLD).close()


def test_without_a_step_the_file_is_left_alone(old: Path, tmp_path: Path) -> None:
    before = digest(old)
    (tmp_path / "none").mkdir()
    with pytest.raises(EnvironmentProblem, match="could not be brought"):
        open_workspace(old, NEW, steps=tmp_path / "none")
    assert digest(old) == before


def test_a_newer_file_opens_read_only_and_is_not_touched(old: Path, steps: Path) -> None:
    open_workspace(old, NEW, steps=steps).close()
    before = digest(old)
    ws = open_workspace(old, OLD)
    assert "was written by a newer ChangeDesk (schema 2, this one knows 1)" in ws.read_only
    assert ws.find(NoteOne, title="Renamed") is not None
    assert len(ws.newest_operations()) == 21
    assert [hit.type_name for hit in ws.search("Renamed")] == []
    with pytest.raises(UserError, match="newer ChangeDesk"), ws.change("x"):
        pass
    with pytest.raises(UserError, match="newer ChangeDesk"):
        ws.receive(iter(()))
    ws.close()
    assert digest(old) == before


def test_an_old_file_with_a_trap_is_refused_before_anything_else(old: Path, steps: Path) -> None:
    database = sqlite_database(old)
    with database.connection_context():
        Sql(database).run("CREATE TRIGGER trap AFTER INSERT ON note BEGIN DELETE FROM note; END")
    before = digest(old)
    with pytest.raises(UserError, match="foreign trigger trap"):
        open_workspace(old, NEW, steps=steps)
    assert digest(old) == before


def test_defaults_that_do_something_are_told_from_plain_ones(old: Path, tmp_path: Path) -> None:
    plain, other = tmp_path / "a", tmp_path / "b"
    for path, default in ((plain, "'x'"), (other, "(random())")):
        path.write_bytes(old.read_bytes())
        database = sqlite_database(path)
        with database.connection_context():
            sql = Sql(database)
            sql.run("CREATE TABLE t (id INTEGER NOT NULL PRIMARY KEY) STRICT")
            sql.run(f"CREATE TABLE u (id INTEGER NOT NULL PRIMARY KEY, c TEXT DEFAULT {default})")
    assert differing_objects(objects_in(plain), objects_in(other)) == ["table u"]
    assert "table t" in differing_objects(objects_in(plain), expected_objects(OLD))


@pytest.mark.slow
def test_a_killed_migration_leaves_the_old_file_or_the_new_one(
    tmp_path: Path, profile: str, home: Path
) -> None:
    old, steps = tmp_path / "old.changedesk", write_step(tmp_path / "steps")
    old_file(old, notes=3000)
    source = old.read_bytes()
    chance = random.Random(14)
    took = None
    seen = set()
    for _ in range(50 if profile == "long" else 10):
        for leftover in tmp_path.glob("old.changedesk*"):
            leftover.unlink()
        old.write_bytes(source)
        with subprocess.Popen(
            [sys.executable, "-m", "tests.store.versions", str(old), str(steps)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "CHANGEDESK_HOME": str(home), "PYTHONPATH": str(Path.cwd())},
        ) as child:
            assert child.stdin is not None
            assert child.stdout is not None
            child.stdout.readline()
            child.stdin.write(b"\n")
            child.stdin.flush()
            start = time.monotonic()
            if took is None:
                child.wait()
                took = time.monotonic() - start
            else:
                time.sleep(chance.uniform(0, took))
            child.kill()
        database = sqlite_database(old)
        with database.connection_context():
            version = int(Sql(database).value("PRAGMA user_version"))
            assert objects_of(Sql(database)) == expected_objects(NEW if version == 2 else OLD)
        seen.add(version)
        ws = open_workspace(old, NEW, actor="Amira", steps=steps)
        assert ws.counts() == {"note": 3000, "tag": 0}
        assert ws.verify() == []
        assert list_backups(ws.backup_folder)
        ws.close()
    assert seen == {1, 2}


def test_a_file_of_the_middle_version_takes_only_the_steps_it_lacks(old: Path, steps: Path) -> None:
    open_workspace(old, NEW, steps=steps).close()
    write_step(steps, "def up(migrator, db):\n    db.execute_sql('SELECT 1')\n", 3)
    third = type(NEW)(types=NEW.types, version=3)
    ws = open_workspace(old, third, steps=steps)
    assert ws.verify() == []
    ws.close()
    assert read_header(old).version == 3
