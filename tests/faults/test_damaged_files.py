"""A foreign, newer, damaged or booby-trapped file is answered with one sentence, unharmed."""

import shutil
import stat
import time
from pathlib import Path
from typing import Any

import pytest

from changedesk.desk import SCHEMA, open_desk
from changedesk.store.opening import NotAWorkspace
from changedesk.store.restoring import restore
from changedesk.uat.capture import record_result
from changedesk.uat.records import Defect, Script
from tests.faults.damaged_files import ENDLESS, MAKERS, bytes_changed, sql

SECONDS = 5


def all_of(folder: Path) -> dict[str, bytes | str]:
    """Every file under a folder, to the byte; of what is no file, what it is."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        if stat.S_ISREG(path.lstat().st_mode)
        else str(stat.S_IFMT(path.lstat().st_mode))
        for path in folder.rglob("*")
    }


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sound workspace, to be damaged in copies."""
    from tests.faults.conftest import furnish

    return furnish(tmp_path_factory.mktemp("sound") / "desk.changedesk").path


@pytest.fixture
def damaged(whole: Path, tmp_path: Path) -> Path:
    """A copy of it, in a folder of its own."""
    folder = tmp_path / "stick"
    folder.mkdir()
    return Path(shutil.copy(whole, folder))


@pytest.mark.parametrize("window", [False, True], ids=["command", "window"])
@pytest.mark.parametrize("kind", MAKERS)
def test_what_is_no_sound_workspace_is_refused_in_a_sentence_and_not_touched(
    kind: str, window: bool, damaged: Path, told: Any
) -> None:
    MAKERS[kind](damaged)
    before = all_of(damaged.parent)
    began = time.monotonic()
    sentence = told(lambda: open_desk(damaged, window=window))
    assert time.monotonic() - began < SECONDS
    assert all_of(damaged.parent) == before
    assert damaged.name in sentence or "workspace" in sentence


@pytest.mark.parametrize("kind", MAKERS)
def test_nothing_unsound_is_put_back_in_the_place_of_a_workspace(
    kind: str, damaged: Path, whole: Path, tmp_path: Path, told: Any
) -> None:
    MAKERS[kind](damaged)
    target = tmp_path / "work" / "desk.changedesk"
    target.parent.mkdir()
    shutil.copy(whole, target)
    before = all_of(tmp_path)
    told(lambda: restore(damaged, target, SCHEMA, force=True))
    assert all_of(tmp_path) == before


@pytest.mark.parametrize("kind", [kind for kind in MAKERS if kind != "a link to itself"])
def test_a_backup_takes_the_place_of_a_damaged_workspace_but_of_nothing_else(
    kind: str, damaged: Path, whole: Path, opened: Any, seen: Any, plainly: Any
) -> None:
    MAKERS[kind](damaged)
    before = all_of(damaged.parent)
    try:
        restore(whole, damaged, SCHEMA)
    except NotAWorkspace as refusal:
        plainly(str(refusal))
        assert all_of(damaged.parent) == before
        assert kind in NO_WORKSPACE
        return
    assert all_of(damaged.parent)["desk.changedesk.replaced"] == before["desk.changedesk"]
    with opened(damaged) as desk, opened(whole) as original:
        assert desk.verify() == []
        assert seen(desk) == seen(original)


NO_WORKSPACE = {
    "fifty bytes", "a text", "a text that begins like a database", "noise, as if encrypted",
    "a zip", "a folder", "another program's database", "a pipe",
}  # fmt: skip


@pytest.mark.parametrize("kind", ["a trigger", "a page of noise in the journal", "no results"])
def test_a_trapped_file_with_something_like_a_journal_beside_it_is_not_changed_either(
    kind: str, damaged: Path, told: Any
) -> None:
    MAKERS[kind](damaged)
    damaged.with_name(damaged.name + "-journal").write_bytes(b"not what it looks like" * 100)
    content = damaged.read_bytes()
    told(lambda: open_desk(damaged))
    assert damaged.read_bytes() == content


def test_a_place_without_a_file_is_told(tmp_path: Path, told: Any) -> None:
    assert "There is no workspace" in told(lambda: open_desk(tmp_path / "none.changedesk"))
    assert list(tmp_path.iterdir()) == []


NEWER = (
    "PRAGMA user_version = 7",
    "CREATE TABLE omen (id INTEGER PRIMARY KEY, title TEXT) STRICT",
    "ALTER TABLE script ADD COLUMN risk TEXT",
    "INSERT INTO omen VALUES (1, 'Fewer calls')",
)


def test_a_newer_workspace_can_be_read_and_is_never_written(
    damaged: Path, whole: Path, seen: Any, told: Any, plainly: Any, opened: Any
) -> None:
    with opened(whole) as desk:
        original = seen(desk)
    sql(*NEWER)(damaged)
    before = all_of(damaged.parent)
    with opened(damaged, window=True) as desk:
        sentence = plainly(desk.read_only)
        assert "newer ChangeDesk" in sentence
        assert seen(desk) == original
        run = desk.rows(Defect.select(Defect.result))[0]
        assert told(lambda: record_result(desk, 22, 5, "pass")) == sentence
        assert told(lambda: desk.receive(iter(()))) == sentence
        assert run.result
        assert desk.verify() == []
        copy = desk.backup(damaged.parent.parent / "copy.changedesk")
    assert all_of(damaged.parent) == before
    with opened(copy) as desk:
        assert seen(desk) == original


def test_a_newer_workspace_with_a_trap_in_the_place_of_a_table_is_refused(
    damaged: Path, told: Any
) -> None:
    sql("PRAGMA user_version = 7", "DROP TABLE script", f"CREATE VIEW script AS {ENDLESS}")(damaged)
    before = all_of(damaged.parent)
    assert "script" in told(lambda: open_desk(damaged))
    assert all_of(damaged.parent) == before


def test_a_newer_workspace_that_is_damaged_is_refused(damaged: Path, told: Any) -> None:
    sql("PRAGMA user_version = 7")(damaged)
    MAKERS["a page of noise in the journal"](damaged)
    before = all_of(damaged.parent)
    told(lambda: open_desk(damaged))
    assert all_of(damaged.parent) == before


def test_an_unharmed_copy_is_opened(damaged: Path, opened: Any, whole: Path) -> None:
    bytes_changed()(damaged)
    with opened(damaged) as desk:
        assert desk.verify() == []
        assert desk.rows(Script.select(Script.id))
