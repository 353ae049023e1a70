"""On a full disk the program says so, loses nothing, and goes on when there is room again."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from changedesk.store.dump import dump
from changedesk.store.workspace import Workspace
from changedesk.uat.capture import Picture, record_result
from changedesk.uat.records import Cycle, StepResult
from changedesk.uat.workbook import export_uat_workbook

FULL = "The disk is full"


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of two megabytes; the test is skipped where nobody may mount one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if sys.platform != "linux" or os.getuid() != 0:
        pytest.skip("only root on Linux may mount a small disk")
    mount = ["mount", "-t", "tmpfs", "-o", "size=2m", "changedesk-test", str(folder)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("a small disk cannot be mounted in this container")
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


def fill(disk: Path, *, leaving: int) -> None:
    """Fill a disk up with one file, but for some bytes."""
    facts = os.statvfs(disk)
    number = len(list(disk.glob("*.mp4")))
    filler = disk / f"holiday{number}.mp4"
    filler.write_bytes(bytes(facts.f_bavail * facts.f_frsize - leaving))


def make_room(disk: Path) -> None:
    for filler in disk.glob("*.mp4"):
        filler.unlink()


def seen_without_search(desk: Workspace) -> Any:
    """What reading shows; a search brings the index of texts up to date, which takes room."""
    return dump(desk), desk.newest_operations(1000), desk.counts(), desk.next_undo()


def record(desk: Workspace, bench: Any, number: int, size: int = 20_000) -> str:
    picture = Picture(b"%d" % number * size)
    run, step = bench.runs[0], bench.steps[0][0]
    return desk.uid_of(record_result(desk, run, step, "fail", pictures=[picture]))


def recorded(desk: Workspace) -> set[str]:
    return {desk.uid_of(row.id) for row in desk.rows(StepResult.select(StepResult.id))}


def record_until_full(desk: Workspace, bench: Any, told: Callable[..., str]) -> set[str]:
    acknowledged: set[str] = set()

    def go_on() -> None:
        for number in range(1000):
            acknowledged.add(record(desk, bench, number))

    assert told(go_on).startswith(FULL)
    return acknowledged


@pytest.fixture
def full_bench(small_disk: Path, furnished: Any) -> Any:
    """A furnished workspace on the small disk, which has room for little more."""
    bench = furnished(small_disk / "desk.changedesk")
    fill(small_disk, leaving=200_000)
    return bench


def test_a_full_disk_is_told_and_nothing_that_was_confirmed_is_lost(
    full_bench: Any, opened: Any, told: Any
) -> None:
    with opened(full_bench.path) as desk:
        acknowledged = record_until_full(desk, full_bench, told)
        assert acknowledged
        before = recorded(desk)
        assert acknowledged <= before
        fill(full_bench.path.parent, leaving=0)
        assert told(lambda: record(desk, full_bench, 2000)).startswith(FULL)
        assert told(desk.undo).startswith(FULL)
        assert recorded(desk) == before
        make_room(full_bench.path.parent)
        acknowledged.add(record(desk, full_bench, 3000))
        assert desk.verify() == []
    with opened(full_bench.path) as desk:
        assert desk.verify() == []
        assert acknowledged <= recorded(desk)


def test_a_workspace_on_a_full_disk_can_still_be_opened_and_read(
    full_bench: Any, opened: Any, told: Any
) -> None:
    with opened(full_bench.path) as desk:
        record_until_full(desk, full_bench, told)
        fill(full_bench.path.parent, leaving=0)
        original = seen_without_search(desk)
    with opened(full_bench.path) as desk:
        assert seen_without_search(desk) == original
        assert not desk.read_only


def test_an_old_backup_outlives_a_new_one_that_has_no_room(
    full_bench: Any, opened: Any, told: Any
) -> None:
    backup = full_bench.path.with_name("backup.changedesk")
    with opened(full_bench.path) as desk:
        backup.write_bytes(b"the backup of yesterday")
        assert told(lambda: desk.backup(backup)).startswith(FULL)
        assert record(desk, full_bench, 1, 10)
    assert backup.read_bytes() == b"the backup of yesterday"
    names = {path.name for path in full_bench.path.parent.iterdir()}
    assert names == {"desk.changedesk", "backup.changedesk", "holiday0.mp4"}


def test_an_old_workbook_outlives_a_new_one_that_has_no_room(
    full_bench: Any, opened: Any, told: Any
) -> None:
    target = full_bench.path.with_name("cycle.xlsx")
    with opened(full_bench.path) as desk:
        cycle = desk.value(Cycle.select(Cycle.id))
        export_uat_workbook(desk, cycle, target)
        older = target.read_bytes()
        fill(target.parent, leaving=4096)
        sentence = told(lambda: export_uat_workbook(desk, cycle, target))
        assert "no room left on the disk" in sentence
    assert target.read_bytes() == older
    names = {path.name for path in target.parent.iterdir()}
    assert names == {"desk.changedesk", "cycle.xlsx", "holiday0.mp4", "holiday1.mp4"}


def test_no_room_for_the_program_s_own_notes_does_not_keep_anybody_from_working(
    bench: Any, opened: Any, small_disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CHANGEDESK_HOME", str(small_disk / "home"))
    (small_disk / "home").mkdir()
    fill(small_disk, leaving=0)
    with opened(bench.path) as desk:
        mine = record(desk, bench, 1)
        assert desk.undo() == "Record UAT-001 step 1 as fail"
        mine = record(desk, bench, 2)
    with opened(bench.path) as desk:
        assert mine in recorded(desk)
        assert desk.verify() == []


def test_a_new_workspace_on_a_full_disk_is_refused_and_leaves_nothing(
    small_disk: Path, furnished: Any, told: Any
) -> None:
    fill(small_disk, leaving=20_000)
    told(lambda: furnished(small_disk / "new.changedesk"))
    assert [path.name for path in small_disk.iterdir()] == ["holiday0.mp4"]


@pytest.mark.skipif(sys.platform == "win32", reason="this system limits no file's size")
def test_a_file_that_may_not_grow_is_told_and_nothing_that_was_confirmed_is_lost(
    bench: Any, child: Any, opened: Any, plainly: Any
) -> None:
    process = child("child_limited.py", bench.path, 300_000)
    said = json.loads(process.communicate()[0])
    assert "disk" in plainly(said["refusal"])
    assert said["findings"] == []
    assert len(said["acknowledged"]) > 2
    with opened(bench.path) as desk:
        assert set(said["acknowledged"]) <= recorded(desk)
        assert desk.verify() == []
