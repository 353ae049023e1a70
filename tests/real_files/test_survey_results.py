"""Real surveys through the command line: every figure that is known to be right is reproduced."""

import math
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from changedesk.cli import main
from tests.real_files.survey_figures import SHARED, Check, Imported, imported

if not SHARED.is_dir():  # the checks below are read from the files
    pytest.skip("the real files are not beside this repository", allow_module_level=True)

from tests.real_files import survey_checks_of_scales, survey_checks_of_tools

pytestmark = pytest.mark.real_files


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Imported]:
    """The files that were imported, each once."""
    return {}


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    def command(*words: str) -> str:
        capsys.readouterr()
        assert main([*words]) in (0, 1)
        return capsys.readouterr().out

    return command


def near(got: Any, expected: Any, places: int) -> bool:
    if isinstance(expected, list):
        return len(got) == len(expected) and all(
            near(one, other, places) for one, other in zip(got, expected, strict=True)
        )
    if isinstance(expected, int | float) and not isinstance(expected, bool):
        return math.isclose(got, expected, rel_tol=0, abs_tol=0.5000001 * 10**-places)
    return bool(got == expected)


CHECKS = (*survey_checks_of_tools.CHECKS, *survey_checks_of_scales.CHECKS)


@pytest.mark.parametrize("check", CHECKS, ids=lambda one: f"{one.file}: {one.figure}")
def test_a_known_figure_is_reproduced(
    check: Check,
    files: dict[str, Imported],
    run: Callable[..., str],
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    if check.file not in files:
        files[check.file] = imported(check.file, tmp_path_factory.mktemp("real"), run)
    files[check.file].run = run
    got = check.get(files[check.file])
    assert near(got, check.expected, check.places), f"{got} is not {check.expected}"


def test_each_file_twice_adds_nothing(run: Callable[..., str], tmp_path: Path) -> None:
    path = str(tmp_path / "twice.changedesk")
    run("new", path, "--project", "REAL")
    for name in ("sus_two_systems_toolkit.csv", "likert_volker_chatgpt_en.csv"):
        words = ("import", path, str(SHARED / name), "--json")
        first, second = run(*words), run(*words)
        assert '"created": {"survey": 1' in first
        assert '"created": {}' in second
