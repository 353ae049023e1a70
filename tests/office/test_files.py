"""A file is whole or not there; an older one survives every failure; errors say what to do."""

import errno
import os
import stat
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from changedesk.office.files import problem, replacing
from changedesk.store.errors import EnvironmentProblem, UserError


def test_a_finished_file_stands_under_its_name_and_is_private(tmp_path):
    target = tmp_path / "report.xlsx"
    with replacing(target) as temporary:
        temporary.write_bytes(b"whole")
        assert not target.exists()
    assert target.read_bytes() == b"whole"
    assert [path.name for path in tmp_path.iterdir()] == ["report.xlsx"]
    if os.name != "nt":
        assert stat.S_IMODE(target.stat().st_mode) == 0o600


@pytest.mark.parametrize("failure", [RuntimeError("cancelled"), KeyboardInterrupt(), MemoryError()])
def test_a_failure_keeps_the_older_file_and_leaves_nothing_else(tmp_path, failure):
    target = tmp_path / "report.xlsx"
    target.write_bytes(b"older")

    def write_half() -> None:
        with replacing(target) as temporary:
            temporary.write_bytes(b"half")
            raise failure

    with pytest.raises(type(failure)):
        write_half()
    assert target.read_bytes() == b"older"
    assert list(tmp_path.iterdir()) == [target]


def test_a_missing_folder_and_a_folders_name_are_the_users_to_mend(tmp_path):
    with pytest.raises(UserError, match="does not exist"), replacing(tmp_path / "no" / "a.xlsx"):
        pass
    with pytest.raises(UserError, match="is a folder"), replacing(tmp_path):
        pass


@pytest.mark.parametrize("owner", [".~lock.report.xlsx#", "~$report.xlsx"])
def test_a_file_that_is_open_in_an_office_program_is_not_replaced(tmp_path, owner):
    target = tmp_path / "report.xlsx"
    target.write_bytes(b"older")
    (tmp_path / owner).write_text("somebody")
    with pytest.raises(EnvironmentProblem, match="close it there"), replacing(target):
        pass
    assert target.read_bytes() == b"older"


def test_a_full_disk_is_found_under_the_error_that_it_caused(tmp_path):
    def fail() -> None:
        try:
            raise OSError(errno.ENOSPC, "No space left on device")
        except OSError:
            raise zipfile.BadZipFile("central directory") from None

    with pytest.raises(EnvironmentProblem, match="no room left"), replacing(tmp_path / "a.xlsx"):
        fail()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (errno.EROFS, "read-only"),
        (errno.EBUSY, "close it there"),
        (errno.EIO, "could not be written"),
        (errno.ENOSPC, "no room left"),
    ],
)
def test_each_failure_of_the_system_has_its_own_advice(tmp_path, code, words):
    told = problem(OSError(code, os.strerror(code)), tmp_path / "a.xlsx")
    assert isinstance(told, EnvironmentProblem)
    assert words in str(told)
    assert "a.xlsx" in str(told)


def test_windows_says_that_the_file_is_open_in_excel(tmp_path):
    error = PermissionError(errno.EACCES, "used by another process")
    error.winerror = 32  # type: ignore[attr-defined]
    assert "Excel" in str(problem(error, tmp_path / "a.xlsx"))


def test_a_folder_one_may_not_write_into_is_told_apart_from_an_open_file(tmp_path):
    error = PermissionError(errno.EACCES, "denied")
    target = tmp_path / "a.xlsx"
    assert "may not write" in str(problem(error, target))
    target.write_bytes(b"")
    assert "close it there" in str(problem(error, target))


def test_an_error_that_is_ours_stays_what_it_is(tmp_path):
    bug = ValueError("bug")
    assert problem(bug, tmp_path / "a.xlsx") is bug


def test_a_name_that_is_too_long_is_the_users_to_mend(tmp_path):
    told = problem(OSError(errno.ENAMETOOLONG, "long"), tmp_path / ("x" * 300))
    assert isinstance(told, UserError)


@pytest.mark.skipif(os.name == "nt", reason="file size limits are a POSIX device")
def test_a_real_full_disk_leaves_the_older_file_and_a_plain_sentence(tmp_path):
    target = tmp_path / "book.xlsx"
    target.write_bytes(b"older")
    script = """
import resource, sys
from datetime import datetime
from pathlib import Path
from changedesk.office import write_workbook
from changedesk.office.identity import Identity
from changedesk.office.layout import (Column, TableSheet, Workbook)
identity = Identity("e" * 12, "w" * 12, "test", datetime(2026, 1, 1))
rows = [(f"{n * 7919 % 10007} {n * 104729 % 99991}",) for n in range(20000)]
book = Workbook("t", (TableSheet("a", "a", (Column("t", "t"),), rows),), identity)
import changedesk.office.excel
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
try:
    write_workbook(book, Path(sys.argv[1]))
except Exception as error:
    print(type(error).__name__, error)
"""
    done = subprocess.run(
        [sys.executable, "-c", script, str(target)],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    assert done.stdout.startswith("EnvironmentProblem There is no room left"), done
    assert target.read_bytes() == b"older"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="/proc takes no new file: Linux only")
def test_a_place_that_takes_no_files_is_named():
    with (
        pytest.raises(EnvironmentProblem, match="choose another folder"),
        replacing(Path("/proc/report.xlsx")),
    ):
        pass
