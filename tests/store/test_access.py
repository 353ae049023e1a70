"""Making and opening files: private, whole, one device each, and one window at a time."""

import errno
import json
import os
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from changedesk.store import installation
from changedesk.store.access import AlreadyOpen, create_workspace, open_workspace
from changedesk.store.checkup import findings_in
from changedesk.store.dump import dump
from changedesk.store.errors import EnvironmentProblem, UserError
from changedesk.store.lock import WindowLock
from changedesk.store.restoring import restore
from changedesk.store.workspace import Workspace
from tests.store import laws
from tests.store.desks import Clock, Desk, Places
from tests.store.properties import edit, furnished, item_of
from tests.store.shapes import SCHEMA, Item, Person, Team

FORGERIES = ("DELETE FROM op", "UPDATE op SET actor = 'Mallory'", "UPDATE op SET val = ''")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    place = tmp_path / "a.changedesk"
    create_workspace(place, SCHEMA, actor="Amira").close()
    return place


def test_a_new_file_is_one_private_file_and_nothing_else(tmp_path: Path) -> None:
    create_workspace(tmp_path / "new.changedesk", SCHEMA).close()
    (found,) = tmp_path.iterdir()
    assert found.stat().st_mode & 0o777 == 0o600


def test_nothing_is_put_over_a_file_that_is_there(path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(UserError, match=r"There is a file at .* already"):
        create_workspace(path, SCHEMA)
    assert path.read_bytes() == before


def test_a_folder_that_takes_no_files_leaves_the_workspace_to_be_read(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "touch", refuse)
    ws = open_workspace(path, SCHEMA)
    assert "in a place that cannot be written to" in ws.read_only
    assert ws.counts()["team"] == 0
    ws.close()


def test_a_stick_without_links_still_keeps_what_was_replaced(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unsupported(*_: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(Path, "hardlink_to", unsupported)
    ws = open_workspace(path, SCHEMA)
    saved = ws.backup(tmp_path / "copy.changedesk")
    ws.close()
    before = path.read_bytes()
    aside = restore(saved, path, SCHEMA)
    assert aside is not None
    assert aside.read_bytes() == before
    open_workspace(path, SCHEMA).close()


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"There is no folder .*none: choose another one, or make"):
        create_workspace(tmp_path / "none" / "a.changedesk", SCHEMA)


def test_what_this_installation_remembers_may_be_lost_or_spoilt(path: Path, home: Path) -> None:
    devices = set()
    for spoil in (None, "{", '{"device": "zz"}', '{"device": "00"}', json.dumps([1])):
        for found in (home / "workspaces").glob("*.json"):
            if spoil is None:
                found.unlink()
            else:
                found.write_text(spoil, "utf-8")
        ws = open_workspace(path, SCHEMA, actor="Amira")
        with ws.change("Add") as change:
            change.add(Team(name="t"))
        devices.add(ws.device_uid)
        laws.sound(ws)
        ws.close()
    assert len(devices) == 5


def test_a_window_keeps_others_out_until_it_is_closed(path: Path) -> None:
    first = open_workspace(path, SCHEMA, window=True)
    with pytest.raises(AlreadyOpen, match="open in another window"):
        open_workspace(path, SCHEMA, window=True)
    beside = open_workspace(path, SCHEMA)
    assert beside.read_only == ""
    beside.close()
    first.close()
    open_workspace(path, SCHEMA, window=True).close()
    assert not WindowLock(path).path.exists()


def test_a_window_that_could_not_be_opened_leaves_no_mark(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-4096])
    with pytest.raises(EnvironmentProblem, match="is damaged"):
        open_workspace(path, SCHEMA, window=True)
    assert not WindowLock(path).path.exists()


def test_a_mark_that_says_nothing_is_no_mark(path: Path) -> None:
    lock = WindowLock(path)
    assert lock.holder() is None
    lock.path.write_text("nonsense", "utf-8")
    assert lock.holder() is None
    assert lock.take() is None
    assert lock.take() is None
    other = WindowLock(path)
    found = other.holder()
    assert found is not None
    assert (found.here, found.pid) == (True, os.getpid())
    assert other.take() == found
    lock.release()
    lock.release()
    assert other.take() is None
    other.release()


@pytest.mark.skipif(os.name == "nt", reason="Windows locks otherwise")
def test_a_file_system_without_locks_keeps_nobody_out(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unsupported(*_: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr("fcntl.flock", unsupported)
    ws = open_workspace(path, SCHEMA, window=True)
    assert ws.read_only == ""
    ws.close()


def test_every_thread_may_read_and_write(path: Path) -> None:
    ws = open_workspace(path, SCHEMA, actor="Amira")

    def work(number: int) -> None:
        for again in range(4):
            with ws.change(f"{number} {again}") as change:
                change.add(Person(name=f"{number} {again}"))
            ws.search(str(number))
            with ws.snapshot():
                assert ws.counts()["person"] >= again

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(work, range(4)))
    assert ws.counts()["person"] == 16
    laws.sound(ws)
    ws.close()


def test_it_can_be_closed_on_another_thread_and_twice(path: Path) -> None:
    ws = open_workspace(path, SCHEMA)
    thread = threading.Thread(target=ws.close)
    thread.start()
    thread.join()
    ws.close()
    again = open_workspace(path, SCHEMA)
    assert again.verify() == []
    again.close()


def test_a_backup_is_the_workspace_and_its_progress_is_told(files: Places, tmp_path: Path) -> None:
    desk = furnished(files)
    told: list[tuple[int, int]] = []
    made = desk.ws.backup(tmp_path / "copy.changedesk", lambda done, of: told.append((done, of)))
    assert told[-1][0] == told[-1][1] > 0
    assert findings_in(made, SCHEMA) == []
    copy = open_workspace(made, SCHEMA)
    laws.same_content(copy, desk.ws)
    assert copy.device_uid != desk.ws.device_uid
    copy.close()
    assert desk.ws.backups() == []
    kept = desk.ws.backup()
    assert [backup.path for backup in desk.ws.backups()] == [kept]
    assert kept.parent == desk.ws.backup_folder


def test_a_backup_that_is_put_back_is_the_workspace_again(files: Places, tmp_path: Path) -> None:
    desk = furnished(files)
    saved = desk.ws.backup(tmp_path / "copy.changedesk")
    before = dump(desk.ws)
    edit(desk, title="Later")
    target = Path(desk.address)
    desk.ws.close()
    with pytest.raises(UserError, match=r"holds newer work than copy\.changedesk"):
        restore(saved, target, SCHEMA)
    aside = restore(saved, target, SCHEMA, force=True)
    ws = open_workspace(target, SCHEMA)
    assert dump(ws) == before
    ws.close()
    assert aside is not None
    replaced = open_workspace(aside, SCHEMA)
    assert replaced.find(Item, title="Later") is not None
    replaced.close()
    with pytest.raises(UserError, match="is the backup itself"):
        restore(saved, saved, SCHEMA)


def test_half_a_change_beside_what_is_replaced_goes_aside_with_it(
    files: Places, tmp_path: Path
) -> None:
    desk = furnished(files)
    saved = desk.ws.backup(tmp_path / "copy.changedesk")
    target = Path(desk.address)
    desk.ws.close()
    journal = target.with_name(f"{target.name}-journal")
    journal.write_bytes(b"of a program that died")
    aside = restore(saved, target, SCHEMA, force=True)
    assert aside is not None
    assert not journal.exists()
    assert aside.with_name(f"{aside.name}-journal").read_bytes() == b"of a program that died"
    ws = open_workspace(target, SCHEMA)
    laws.sound(ws)
    ws.close()


def test_nothing_is_put_in_the_place_of_an_open_window(files: Places, tmp_path: Path) -> None:
    desk = furnished(files)
    saved = desk.ws.backup(tmp_path / "copy.changedesk")
    desk.ws.close()
    window = open_workspace(desk.address, SCHEMA, window=True)
    with pytest.raises(UserError, match=r"is open in a window of .*: close it first"):
        restore(saved, Path(desk.address), SCHEMA)
    window.close()


def test_a_user_without_a_name_is_called_user(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    def nobody() -> str:
        raise OSError

    monkeypatch.setattr("getpass.getuser", nobody)
    ws = open_workspace(path, SCHEMA)
    assert ws.actor == installation.user_name() == "user"
    ws.close()


def test_the_folder_of_the_installation_is_where_the_system_keeps_such_things(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("CHANGEDESK_HOME")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    assert installation.home().is_relative_to(tmp_path)


def test_the_journal_of_a_file_is_append_only(files: Places) -> None:
    desk = furnished(files)
    for statement in (
        "DELETE FROM op",
        "UPDATE op SET actor = 'Mallory'",
        "UPDATE op SET val = ''",
    ):
        with pytest.raises(Exception, match="append-only"), desk.ws.connected() as sql:
            sql.run(statement)
    laws.sound(desk.ws)


def test_a_long_journal_is_checked_to_its_end(files: Places) -> None:
    desk = Desk(files, Clock())
    with desk.ws.change("Many") as change:
        keys = change.add_many(Person, [{"name": f"P{n}"} for n in range(5200)])
    laws.sound(desk.ws)
    assert desk.ws.counts()["person"] == len(keys)
    assert len(laws.ops_of(desk.ws)) == desk.ws.journal_length() == 5201
    with desk.ws.connected() as sql:
        sql.run("UPDATE person SET name = 'x' WHERE id = ?", (keys[-1],))
    assert [finding.where for finding in desk.ws.verify()] == [f"person {keys[-1]} name"]


def test_what_a_second_program_writes_is_noticed(files: Places) -> None:
    desk = furnished(files)
    version = desk.ws.data_version()
    assert desk.ws.data_version() == version
    beside = open_workspace(desk.address, SCHEMA, actor="Bo")
    with beside.change("Beside") as change:
        change.set_many(Item, {item_of(desk).id: {"title": "Beside"}})
    beside.close()
    assert desk.ws.data_version() != version
    assert item_of(desk).title == "Beside"


def test_a_workspace_is_named_after_its_file(files: Places) -> None:
    ws: Workspace = furnished(files).ws
    assert ws.path is not None
    assert ws.name == ws.path.stem


def test_a_file_is_the_same_workspace_however_it_is_named(files: Places, tmp_path: Path) -> None:
    desk = furnished(files)
    item = item_of(desk).id
    desk.ws.close()
    path, link = Path(desk.address), tmp_path / "linked.changedesk"
    link.symlink_to(path)
    for name in (path.parent / ".." / path.parent.name / path.name, link):
        other = open_workspace(name, SCHEMA, actor="Amira")
        with other.change("Rename") as change:
            change.set_many(Item, {item: {"title": f"By {name.name}"}})
        other.close()
    again = open_workspace(path, SCHEMA, actor="Amira")
    assert [again.undo(), again.undo(), again.undo()] == ["Rename", "Rename", "Begin"]
    again.close()
