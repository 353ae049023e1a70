"""The self-test that a site's IT runs: what it tells, what it leaves behind, what it notices."""

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from changedesk.cli import self_checks
from changedesk.cli.self_test import Check, Unfit, away_from_home, require, run_checks

ROOT = Path(__file__).resolve().parents[2]


def fine(_folder: Path) -> str:
    return "found"


def broken(_folder: Path) -> str:
    raise RuntimeError("the library\nis missing")


def unfit(_folder: Path) -> str:
    raise Unfit("nothing was drawn")


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where temporary folders are made."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.setattr("tempfile.tempdir", None)
    return folder


@pytest.mark.parametrize("check", self_checks.CHECKS, ids=lambda check: check.name)
def test_each_check_of_the_desk_says_what_it_found(check: Check, tmp_path: Path) -> None:
    with away_from_home() as folder:
        if check.name in {"backup", "excel", "word"}:
            self_checks.sample(folder)
        assert check.run(folder)


def test_the_old_workspace_is_the_one_of_the_first_release() -> None:
    shipped = ROOT / "resources" / "self_test" / "workspace_of_schema_1.txt"
    released = ROOT / "tests" / "store" / "released" / "schema_1.sql"
    assert shipped.read_bytes() == released.read_bytes()


def test_a_failure_is_told_in_one_line_and_the_rest_goes_on(
    temporary: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    checks = [Check("first", broken), Check("second", unfit), Check("third", fine)]
    assert run_checks(checks, as_json=False) == 1
    assert capsys.readouterr().out.splitlines() == [
        "FAILED  first         RuntimeError: the library is missing",
        "FAILED  second        nothing was drawn",
        "ok      third         found",
        "2 of 3 checks FAILED: 1 checks passed in 0.0 s",
    ]
    assert list(temporary.iterdir()) == []


def test_programs_read_it_as_one_json_object(
    temporary: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_checks([Check("third", fine)], as_json=True) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["ok"] is True
    assert [(one["name"], one["ok"], one["found"]) for one in told["checks"]] == [
        ("third", True, "found")
    ]


def test_a_program_without_a_console_writes_into_a_file(
    temporary: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report = tmp_path / "report.txt"
    assert run_checks([Check("third", fine)], as_json=False, report=report) == 0
    assert report.read_text("utf-8").startswith("ok      third")
    assert capsys.readouterr().out == ""


def test_the_users_own_data_is_out_of_reach_and_comes_back(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("CHANGEDESK_HOME", str(tmp_path))
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    with away_from_home() as folder:
        for place in ("CHANGEDESK_HOME", "XDG_CACHE_HOME"):
            assert os.environ[place].startswith(str(folder))
    assert os.environ["CHANGEDESK_HOME"] == str(tmp_path)
    assert "XDG_CACHE_HOME" not in os.environ
    assert not folder.exists()


def test_what_does_not_hold_is_named() -> None:
    with pytest.raises(Unfit, match="it is empty"):
        require(False, "it is empty")


@pytest.mark.slow
def test_the_whole_works_from_a_read_only_place_with_umlauts_and_leaves_nothing(
    tmp_path: Path,
) -> None:
    place = tmp_path / "Änderung Tisch (x)"
    place.mkdir()
    for name in ("changedesk", "ui", "resources"):
        (place / name).symlink_to(ROOT / name)
    place.chmod(stat.S_IRUSR | stat.S_IXUSR)
    temporary, user = tmp_path / "temporary", tmp_path / "user"
    temporary.mkdir()
    user.mkdir()
    env = {**os.environ, "TMPDIR": str(temporary), "HOME": str(user), "PYTHONPATH": str(place)}
    env["CHANGEDESK_HOME"] = str(user / "data")
    env["PYTHONDONTWRITEBYTECODE"] = "1"
    done = subprocess.run(
        [sys.executable, "-m", "ui", "--self-test", "--json"],
        cwd=place, env=env, capture_output=True, text=True, check=False,
    )  # fmt: skip
    place.chmod(stat.S_IRWXU)
    told = json.loads(done.stdout)
    assert [one for one in told["checks"] if not one["ok"]] == []
    assert done.returncode == 0
    names = {one["name"] for one in told["checks"]}
    assert names >= {"workspace", "excel", "word", "old file", "formats", "fonts", "window"}
    assert list(temporary.iterdir()) == []
    assert list(user.iterdir()) == []
