"""Backup and restore never cost anybody work, whatever they are pointed at."""

from collections.abc import Callable
from pathlib import Path

import pytest

from changedesk.cli import main

Run = Callable[..., tuple[int, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def go(*words: object) -> tuple[int, str]:
        code = main([str(word) for word in words])
        told = capsys.readouterr()
        return code, told.out + told.err

    return go


@pytest.fixture
def mine(tmp_path: Path, run: Run) -> Path:
    path = tmp_path / "mine.changedesk"
    assert run("new", path, "--project", "M", "--name", "Mine")[0] == 0
    return path


def test_a_backup_takes_the_place_of_an_older_one(mine: Path, run: Run) -> None:
    target = mine.with_name("copy.changedesk")
    assert run("backup", mine, target)[0] == 0
    assert run("backup", mine, target)[0] == 0


def test_a_backup_never_replaces_other_work(mine: Path, run: Run) -> None:
    other = mine.with_name("other.changedesk")
    run("new", other, "--project", "O", "--name", "Other")
    note = mine.with_name("note.txt")
    note.write_text("precious")
    before = other.read_bytes()
    for target in (other, note, mine):
        code, told = run("backup", mine, target)
        assert code == 2
        assert "another file" in told or "new file" in told
    assert other.read_bytes() == before
    assert note.read_text() == "precious"


def test_a_backup_makes_no_folder(mine: Path, run: Run) -> None:
    assert run("backup", mine, mine.parent / "nowhere" / "copy.changedesk")[0] == 2
    assert not (mine.parent / "nowhere").exists()


def test_what_a_restore_replaced_is_never_lost(mine: Path, run: Run) -> None:
    target = mine.with_name("copy.changedesk")
    run("backup", mine, target)
    _, first = run("restore", target, mine)
    _, second = run("restore", target, mine, "--force")
    assert "mine.changedesk.replaced" in first
    assert "mine.changedesk.replaced2" in second
    assert mine.with_name("mine.changedesk.replaced").exists()
    assert mine.stat().st_mode & 0o077 == 0


def test_a_backup_is_not_restored_onto_itself(mine: Path, run: Run) -> None:
    assert run("restore", mine, mine)[0] == 2
