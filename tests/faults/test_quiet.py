"""A whole walk with a workspace calls no network and writes nowhere but where it was told to."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
# Asking the system who is logged in may ask a service of the same machine.
SAME_MACHINE = ("AF_UNIX", "AF_LOCAL", "AF_NETLINK", "<UNIX-", "<NETLINK:")
WRITING = re.compile(r"O_WRONLY|O_RDWR|O_CREAT")
NO_FILES_OF_OURS = ("/dev/", "/proc/")

Traced = Callable[..., list[str]]


@pytest.fixture
def traced(tmp_path: Path, home: Path) -> Traced:
    """Runs a script of this folder and returns the system calls of some kind that it made."""
    if shutil.which("strace") is None:
        pytest.skip("strace is not installed")

    def run(
        calls: str, script: str, *arguments: object, temporary: Path = tmp_path / "temporary"
    ) -> list[str]:
        told = tmp_path / "calls.txt"
        temporary.mkdir(exist_ok=True)
        command = [
            "strace",
            "-f",
            "-qq",
            "-yy",
            "-s",
            "300",
            "-e",
            f"trace={calls}",
            "-o",
            str(told),
        ]
        environment = {
            **os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1",
            "CHANGEDESK_HOME": str(home), "TMPDIR": str(temporary),
        }  # fmt: skip
        done = subprocess.run(
            [*command, sys.executable, str(HERE / script), *map(str, arguments)],
            capture_output=True, text=True, check=False, env=environment, cwd=tmp_path,
        )  # fmt: skip
        if "ptrace" in done.stderr and not told.read_text("utf-8"):
            pytest.skip("strace may not look at a process in this container")
        assert done.returncode == 0, done.stderr
        return told.read_text("utf-8", "replace").splitlines()

    return run


def network_calls(lines: list[str]) -> list[str]:
    return [line for line in lines if "(" in line and not any(f in line for f in SAME_MACHINE)]


def written_outside(lines: list[str], *allowed: Path) -> set[str]:
    places = set()
    for line in lines:
        path = re.search(r'"([^"]+)"', line)
        opened = not re.search(r"\bopen(at)?\(", line) or WRITING.search(line)
        if path is None or not opened or re.search(r"= -1 E", line):
            continue
        place = path[1]
        known = any(place.startswith(str(folder)) for folder in allowed)
        if not known and not place.startswith(NO_FILES_OF_OURS):
            places.add(line)
    return places


FILE_CALLS = "open,openat,creat,rename,renameat,renameat2,unlink,unlinkat,mkdir,mkdirat,link,linkat"


def test_a_whole_walk_makes_no_network_call(traced: Traced, tmp_path: Path) -> None:
    assert network_calls(traced("network", "child_walk.py", tmp_path)) == []


@pytest.mark.slow
def test_a_whole_walk_in_the_window_makes_no_network_call(traced: Traced, tmp_path: Path) -> None:
    # The name of a local socket holds a hundred letters at most: a test's own folder is too deep.
    with tempfile.TemporaryDirectory() as short:
        lines = traced("network", "child_window.py", tmp_path, temporary=Path(short))
    # It listens for another window of the same user, and that is all.
    assert any("listen(" in line and "UNIX-STREAM" in line for line in lines)
    assert not any("AF_INET" in line for line in lines)
    assert network_calls(lines) == []


def test_a_whole_walk_writes_only_beside_the_workspace_and_at_home(
    traced: Traced, tmp_path: Path, home: Path
) -> None:
    lines = traced(FILE_CALLS, "child_walk.py", tmp_path)
    assert any("desk.changedesk" in line for line in lines)
    assert written_outside(lines, tmp_path, home) == set()
    assert list((tmp_path / "temporary").iterdir()) == []
    left = {path.name for path in tmp_path.iterdir() if path.is_file()} - {"calls.txt"}
    assert left == {"desk.changedesk", "desk.changedesk.replaced", "cycle.xlsx", "cycle.docx"}


def test_the_trace_would_show_a_call_and_a_file_elsewhere(
    traced: Traced, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, home: Path
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "note.txt"
    calls = network_calls(traced("network", "child_calling.py", elsewhere))
    assert any("connect(" in call and "AF_INET" in call for call in calls)
    lines = traced(FILE_CALLS, "child_calling.py", elsewhere)
    assert len(written_outside(lines, tmp_path, home)) == 1
