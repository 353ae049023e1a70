"""Runs commands in this process and keeps what they say."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from changedesk.cli import main
from changedesk.desk import build_sample


@dataclass(frozen=True)
class Said:
    """What a command said, and its exit code."""

    code: int
    out: str
    err: str

    @property
    def facts(self) -> Any:
        """The one JSON object on standard output; anything else there is an error."""
        return json.loads(self.out)


Run = Callable[..., Said]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def run_it(*words: object) -> Said:
        capsys.readouterr()
        code = main([str(word) for word in words])
        out, err = capsys.readouterr()
        assert "Traceback" not in out + err
        return Said(code, out, err)

    return run_it


@pytest.fixture
def empty(tmp_path: Path, run: Run) -> Path:
    """A workspace with one project and nothing else."""
    path = tmp_path / "desk.changedesk"
    assert run("new", path, "--project", "CSM", "--name", "Service Cloud").code == 0
    return path


@pytest.fixture(scope="session")
def made_sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "sample.changedesk"
    build_sample(path)
    return path


@pytest.fixture
def sample(made_sample: Path, tmp_path: Path) -> Path:
    """A copy of the sample project that a test may change."""
    path = tmp_path / "sample.changedesk"
    path.write_bytes(made_sample.read_bytes())
    return path


@pytest.fixture
def plan(tmp_path: Path) -> Callable[..., Path]:
    """A maker of workbooks of test scripts; a row is id, title, step, expected, result."""

    def make(
        *rows: tuple[object, ...], name: str = "plan.xlsx", head: tuple[str, ...] = ()
    ) -> Path:
        book = openpyxl.Workbook()
        sheet = book.active
        assert sheet is not None
        sheet.title = "UAT"
        sheet.append(["Test ID", "Title", "Steps", "Expected Result", "Status"])
        for row in rows:
            sheet.append(list(row))
        path = tmp_path / name
        book.save(path)
        return path

    return make
