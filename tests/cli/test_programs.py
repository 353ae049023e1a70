"""The program as the shell sees it: exit codes, streams, and what it does not load."""

import contextlib
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.slow


def start(*words: object, **how: object) -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # type: ignore[call-overload]
        [sys.executable, "-m", "ui", *map(str, words)],
        cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **how,
    )  # fmt: skip


def finished(*words: object) -> tuple[int, str, str]:
    process = start(*words)
    out, err = process.communicate(timeout=120)
    return process.returncode, out.decode(), err.decode()


def test_exit_codes_and_streams(sample, plan, tmp_path):
    code, out, err = finished("info", sample, "--json")
    assert (code, err) == (0, "")
    assert json.loads(out)["projects"][0]["code"] == "CSM"
    odd = plan(("TC-1", "Log on", "1. Open", "It opens", "looks fine to me"))
    code, out, err = finished("import", sample, odd, "--json")
    assert (code, err) == (1, "")
    assert json.loads(out)["rejected"]
    code, out, err = finished("info", tmp_path / "missing.changedesk", "--json")
    assert (code, out) == (2, "")
    assert err.count("\n") == 1


def test_a_report_loads_neither_the_window_nor_the_office_libraries(sample):
    look = (
        "import sys; from ui.__main__ import main; code = main(['info', sys.argv[1]]); "
        "heavy = {'PySide6', 'openpyxl', 'docx', 'lxml', 'PIL', 'python_calamine'}; "
        "print(sorted(heavy & {name.split('.')[0] for name in sys.modules}), file=sys.stderr); "
        "sys.exit(code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", look, str(sample)],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stderr.strip() == "[]"


@pytest.mark.skipif(os.name == "nt", reason="pipes close otherwise there")
def test_somebody_who_stops_reading_is_no_fault(sample):
    process = start("history", sample, "--limit", "1000")
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    err = process.stderr.read()
    assert (process.wait(timeout=60), err) == (0, b"")
    process.stderr.close()


@pytest.mark.skipif(os.name == "nt", reason="shells are different there")
@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&-", "<&- >&- 2>&-"])
def test_a_stream_that_is_closed_harms_neither_the_command_nor_the_workspace(sample, closed):
    # What is opened next gets the number of a closed stream: it must not be the workspace.
    before = sample.read_bytes()
    done = subprocess.run(
        ["/bin/sh", "-c", f'"$0" -m ui "$@" {closed}', sys.executable, "info", str(sample)],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert sample.read_bytes() == before


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
def test_a_report_that_cannot_be_written_is_said_and_what_was_done_stays(sample):
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "ui", "record", str(sample), "UAT-009", "1", "pass"],
            cwd=ROOT, stdout=full, stderr=subprocess.PIPE, text=True, check=False,
        )  # fmt: skip
    assert done.returncode == 1
    assert done.stderr.startswith("The command was carried out, but its report could not be")
    assert done.stderr.count("\n") == 1
    assert "Record UAT-009 step 1 as pass" in finished("history", sample, "--limit", "1")[1]


@pytest.mark.skipif(os.name == "nt", reason="signals are different there")
def test_ctrl_c_ends_in_one_line(sample, tmp_path):
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # what is started here inherits that
        pytest.skip("these tests were started by a shell that ignores Ctrl+C")
    process = start("sample", tmp_path / "large.changedesk", "--size", "large")
    try:
        while not (tmp_path / "large.changedesk").exists():
            assert process.poll() is None
        err = None
        while err is None:  # Python loses an interrupt that comes while it cleans something up
            process.send_signal(signal.SIGINT)
            with contextlib.suppress(subprocess.TimeoutExpired):
                _, err = process.communicate(timeout=2)
    finally:
        process.kill()
    assert process.returncode == 2
    assert err.decode().startswith("Stopped:")
    assert err.count(b"\n") == 1


def test_a_workspace_that_somebody_holds_is_waited_for_and_then_refused(sample, tmp_path):
    hold = (
        "import sys, pysqlite3.dbapi2 as engine; "
        "held = engine.connect(sys.argv[1], isolation_level=None); "
        "held.execute('BEGIN EXCLUSIVE'); print('held', flush=True); sys.stdin.read()"
    )
    holder = subprocess.Popen(
        [sys.executable, "-c", hold, str(sample)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    )  # fmt: skip
    assert holder.stdout is not None
    try:
        assert holder.stdout.readline() == b"held\n"
        code, out, err = finished("record", sample, "UAT-009", 1, "pass", "--json")
    finally:
        holder.communicate()
    assert (code, out) == (2, "")
    assert "Another program holds the workspace" in err
    assert finished("record", sample, "UAT-009", 1, "pass")[0] == 0
