"""Other programs, other windows, other machines and read-only media: said plainly, nothing lost."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from changedesk.store.access import AlreadyOpen
from changedesk.store.workspace import Workspace
from changedesk.uat.capture import record_result
from changedesk.uat.records import Script, StepResult

posix = pytest.mark.skipif(os.name == "nt", reason="Windows lets nobody move a file that is open")


def record(desk: Workspace, bench: Any, words: str = "") -> str:
    return desk.uid_of(record_result(desk, bench.runs[0], bench.steps[0][0], "pass", comment=words))


def recorded(desk: Workspace) -> set[str]:
    return {desk.uid_of(row.id) for row in desk.rows(StepResult.select(StepResult.id))}


@pytest.fixture
def hold(child: Any, bench: Any) -> Any:
    """Lets another process hold the workspace: `hold("locked" or "window", seconds)`."""

    def start(how: str, seconds: float = 60) -> subprocess.Popen[str]:
        process: subprocess.Popen[str] = child("child_holder.py", how, bench.path, seconds)
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        return process

    return start


# -- another program holds the file -----------------------------------------------------------


def test_a_workspace_locked_for_long_is_told_within_seven_seconds(
    bench: Any, opened: Any, hold: Any, told: Any
) -> None:
    with opened(bench.path) as desk:
        before = recorded(desk)
        process = hold("locked")
        began = time.monotonic()
        sentence = told(lambda: record(desk, bench))
        assert 4 < time.monotonic() - began < 7
        assert "Another program holds the workspace" in sentence
        process.communicate("")
        assert recorded(desk) == before
        assert record(desk, bench) in recorded(desk)
        assert desk.verify() == []


def test_a_workspace_locked_for_a_second_is_waited_for(bench: Any, opened: Any, hold: Any) -> None:
    with opened(bench.path) as desk:
        hold("locked", 1)
        began = time.monotonic()
        assert record(desk, bench) in recorded(desk)
        assert time.monotonic() - began < 4


def test_a_locked_workspace_cannot_be_opened_and_says_why(
    bench: Any, opened: Any, hold: Any, told: Any
) -> None:
    process = hold("locked")
    began = time.monotonic()
    assert "Another program holds" in told(lambda: opened(bench.path).__enter__())
    assert time.monotonic() - began < 7
    process.communicate("")
    with opened(bench.path) as desk:
        assert desk.verify() == []


def test_two_programs_that_write_at_the_same_time_lose_nothing(
    bench: Any, child: Any, opened: Any
) -> None:
    children = [child("child_capture.py", bench.path, name, 40) for name in ("Ann", "Bob")]
    confirmed = [set(process.communicate()[0].split()) - {"ready"} for process in children]
    assert [len(some) for some in confirmed] == [40, 40]
    with opened(bench.path) as desk:
        assert confirmed[0] | confirmed[1] <= recorded(desk)
        assert desk.verify() == []
        assert len(desk.version_vector()) == 1  # one installation, one chain
        authors = [line.who for line in desk.changes(80)]
        assert authors.count("Ann") == authors.count("Bob") == 40


def test_a_check_is_not_misled_by_what_others_write_meanwhile(
    bench: Any, child: Any, opened: Any, rounds: Any
) -> None:
    process = child("child_capture.py", bench.path, "Ann", rounds(160, 400))
    checks = 0
    with opened(bench.path) as desk:
        while process.poll() is None:
            assert desk.verify() == []
            checks += 1
        assert process.returncode == 0
        assert desk.verify() == []
    assert checks > 2


# -- the file goes away -----------------------------------------------------------------------


@posix
def test_a_workspace_that_is_moved_while_open_refuses_loudly_and_goes_on_when_it_is_back(
    bench: Any, opened: Any, told: Any
) -> None:
    elsewhere = bench.path.with_name("moved.changedesk")
    with opened(bench.path) as desk:
        mine = record(desk, bench)
        bench.path.rename(elsewhere)
        assert "moved, replaced" in told(lambda: record(desk, bench))
        assert not bench.path.exists()
        elsewhere.rename(bench.path)
        second = record(desk, bench)
    with opened(bench.path) as desk:
        assert {mine, second} <= recorded(desk)
        assert desk.verify() == []


@posix
@pytest.mark.parametrize("how", ["replaced", "removed"])
def test_a_workspace_that_is_replaced_while_open_is_refused_and_can_be_saved_elsewhere(
    how: str, bench: Any, opened: Any, told: Any
) -> None:
    older = bench.path.with_name("older.changedesk")
    rescued = bench.path.with_name("rescued.changedesk")
    shutil.copyfile(bench.path, older)
    content = older.read_bytes()
    with opened(bench.path) as desk:
        mine = record(desk, bench)
        if how == "replaced":
            older.replace(bench.path)
        else:
            bench.path.unlink()
        assert "moved, replaced" in told(lambda: record(desk, bench))
        assert mine in recorded(desk)
        desk.backup(rescued)
    if how == "replaced":
        assert bench.path.read_bytes() == content
    else:
        assert not bench.path.exists()
    with opened(rescued) as desk:
        assert mine in recorded(desk)
        assert desk.verify() == []


# -- the file is another one than it was ------------------------------------------------------


def test_a_copy_is_another_device_and_both_can_be_put_together(bench: Any, opened: Any) -> None:
    copy = bench.path.with_name("copy.changedesk")
    shutil.copyfile(bench.path, copy)
    with opened(bench.path) as desk, opened(copy) as other:
        assert desk.device_uid != other.device_uid
        here, there = record(desk, bench, "here"), record(other, bench, "there")
        desk.receive(other.operations(desk.version_vector()))
        other.receive(desk.operations(other.version_vector()))
        for both in (desk, other):
            assert {here, there} <= recorded(both)
            assert both.verify() == []
        assert desk.version_vector() == other.version_vector()


@pytest.mark.parametrize("how", ["written over", "put in its place"])
def test_an_older_state_that_is_put_back_is_another_device(
    how: str, bench: Any, opened: Any
) -> None:
    newer = bench.path.with_name("newer.changedesk")
    older = bench.path.read_bytes()
    with opened(bench.path) as desk:
        first = desk.device_uid
        lost = record(desk, bench, "before")
    shutil.copyfile(bench.path, newer)
    if how == "written over":
        bench.path.write_bytes(older)
    else:
        aside = bench.path.with_name("aside")
        aside.write_bytes(older)
        aside.replace(bench.path)
    with opened(bench.path) as desk, opened(newer) as other:
        assert desk.device_uid != first
        mine = record(desk, bench, "after")
        # The chain of the first device did not fork, so what was lost can be fetched again.
        desk.receive(other.operations(desk.version_vector()))
        assert {lost, mine} <= recorded(desk)
        assert desk.verify() == []


def test_an_older_state_put_back_after_a_crash_is_another_device(
    bench: Any, child: Any, opened: Any
) -> None:
    older = bench.path.with_name("older.changedesk")
    process = child("child_dies.py", bench.path, older)
    device = process.communicate()[0].strip()
    assert process.returncode == 70
    newer = bench.path.read_bytes()
    bench.path.write_bytes(older.read_bytes())
    with opened(bench.path) as desk:
        assert desk.device_uid.hex() != device
        record(desk, bench)
        other = bench.path.with_name("newer.changedesk")
        other.write_bytes(newer)
        with opened(other) as before:
            desk.receive(before.operations(desk.version_vector()))
        assert desk.verify() == []


def test_the_same_file_after_a_crash_is_the_same_device(
    bench: Any, child: Any, opened: Any
) -> None:
    process = child("child_dies.py", bench.path, bench.path.with_name("older.changedesk"))
    device = process.communicate()[0].strip()
    with opened(bench.path) as desk:
        assert desk.device_uid.hex() == device
        assert desk.next_undo() == "Record UAT-001 step 1 as fail"


def test_the_same_file_opened_again_is_the_same_device(bench: Any, opened: Any) -> None:
    with opened(bench.path) as desk:
        device = desk.device_uid
        record(desk, bench)
    with opened(bench.path) as desk:
        assert desk.device_uid == device


# -- windows ----------------------------------------------------------------------------------


def test_a_second_window_of_the_same_user_is_refused(bench: Any, opened: Any, hold: Any) -> None:
    process = hold("window")
    with pytest.raises(AlreadyOpen):
        opened(bench.path, window=True).__enter__()
    with opened(bench.path) as desk:  # the command line may work beside it
        assert record(desk, bench) in recorded(desk)
    process.communicate("")
    with opened(bench.path, window=True) as desk:
        assert not desk.read_only


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no kill -9")
def test_the_mark_of_a_window_that_was_killed_is_taken_over(
    bench: Any, opened: Any, hold: Any
) -> None:
    process = hold("window")
    process.kill()
    process.wait()
    marks = [path.name for path in bench.path.parent.glob(".~*.lock")]
    assert marks == [".~desk.changedesk.lock"]
    with opened(bench.path, window=True) as desk:
        assert not desk.read_only
        record(desk, bench)
    assert list(bench.path.parent.glob(".~*")) == []


def test_a_window_on_another_machine_leaves_this_one_reading_and_says_who(
    bench: Any, opened: Any, told: Any, plainly: Any
) -> None:
    facts = {"user": "amira", "host": "desk-17", "pid": 4711, "since_ms": 1}
    mark = bench.path.with_name(".~desk.changedesk.lock")
    mark.write_text(json.dumps(facts), "utf-8")
    content = bench.path.read_bytes()
    with opened(bench.path, window=True) as desk:
        sentence = plainly(desk.read_only)
        assert "amira" in sentence
        assert "desk-17" in sentence
        assert desk.rows(Script.select(Script.id))
        assert told(lambda: record(desk, bench)) == sentence
        assert told(desk.undo) == sentence
    assert bench.path.read_bytes() == content
    assert json.loads(mark.read_text("utf-8")) == facts


# -- media ------------------------------------------------------------------------------------


@pytest.fixture
def read_only_medium(bench: Any, tmp_path: Path) -> Iterator[Path]:
    """The folder of the workspace, mounted again as a medium that takes no writing."""
    if sys.platform != "linux" or os.getuid() != 0:
        pytest.skip("only root on Linux may mount a folder read-only")
    source, medium = tmp_path / "stick", tmp_path / "medium"
    source.mkdir()
    medium.mkdir()
    shutil.copy(bench.path, source)
    commands = (
        ["mount", "--bind", str(source), str(medium)],
        ["mount", "-o", "remount,bind,ro", str(medium)],
    )
    for command in commands:
        if subprocess.run(command, capture_output=True, check=False).returncode:
            pytest.skip("a folder cannot be mounted read-only in this container")
    yield medium
    subprocess.run(["umount", "--lazy", str(medium)], check=True)


def test_a_workspace_on_a_read_only_medium_can_be_read_and_says_so(
    read_only_medium: Path, bench: Any, opened: Any, seen: Any, told: Any, plainly: Any
) -> None:
    with opened(bench.path) as desk:
        original = seen(desk)
    with opened(read_only_medium / bench.path.name, window=True) as desk:
        sentence = plainly(desk.read_only)
        assert "cannot be written to" in sentence
        assert seen(desk) == original
        assert desk.verify() == []
        assert told(lambda: record(desk, bench)) == sentence
        backup = desk.backup()
    with opened(backup) as desk:
        assert seen(desk) == original


def test_a_half_made_change_on_a_read_only_medium_is_not_read_as_if_it_were_whole(
    read_only_medium: Path, bench: Any, opened: Any, told: Any
) -> None:
    journal = bytes.fromhex("d9d505f920a163d7") + bytes(504)
    source = read_only_medium.with_name("stick") / f"{bench.path.name}-journal"
    source.write_bytes(journal)
    assert "in the middle of a change" in told(
        lambda: opened(read_only_medium / bench.path.name).__enter__()
    )
