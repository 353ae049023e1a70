"""Exports of other tools as tables come in with the exact figures that were counted in them.

The files belong to others and are kept beside this repository; without them the tests skip.
"""

from dataclasses import dataclass
from pathlib import Path

import pytest

from changedesk.exchange.drafts import ScriptImport
from changedesk.exchange.recognise import read_any

SHARED = Path(__file__).resolve().parents[3] / "shared" / "fixtures"

pytestmark = [
    pytest.mark.real_files,
    pytest.mark.skipif(not SHARED.is_dir(), reason="the real files are not beside this repository"),
]


@dataclass(frozen=True)
class Expected:
    """What a file must give: its tool, scripts, and the steps of each in the order of the file."""

    system: str
    scripts: int
    steps: tuple[int, ...]


FILES = {
    "testrail_other_amount_ru.csv": Expected("testrail", 12, (1, 2, 2, 4, 2, 4, 2, 2, 2, 2, 3, 1)),
    "zephyr_scale_swaglabs_pt.xlsx": Expected("zephyr", 6, (0, 0, 4, 4, 4, 5)),
    "xray_import_comic.csv": Expected("xray", 6, (0, 0, 5, 5, 5, 6)),
    "practitest_comic.csv": Expected("practitest", 9, (4, 1, 3, 0, 0, 5, 2, 0, 0)),
    "qtest_regression.xls": Expected("qtest", 5, (3, 1, 1, 2, 4)),
    "azure_screen_share.csv": Expected("azure", 13, ()),
}


def scripts_in(name: str) -> ScriptImport:
    """Read a file whose kind nobody named."""
    found = read_any(SHARED / "uat" / name)
    assert isinstance(found, ScriptImport)
    return found


@pytest.mark.parametrize("name", FILES)
def test_an_export_is_recognised_and_gives_exactly_what_is_in_it(name: str) -> None:
    found, expected = scripts_in(name), FILES[name]
    assert found.system == expected.system
    assert len(found.scripts) == expected.scripts
    if expected.steps:
        assert tuple(len(script.steps) for script in found.scripts) == expected.steps
    assert found.account.balanced
    assert found.account.rejected == ()
    assert found.questions == ()
    assert len({script.source_key for script in found.scripts}) == expected.scripts


def test_the_step_that_azure_repeats_is_one_step() -> None:
    found = scripts_in("azure_screen_share.csv")
    assert sum(len(script.steps) for script in found.scripts) == 63
    assert [(note.rows, note.why[:12]) for note in found.account.skipped] == [(13, "they say aga")]


def test_priorities_folders_and_pictures_of_the_testrail_cases() -> None:
    scripts = scripts_in("testrail_other_amount_ru.csv").scripts
    assert sorted(script.priority for script in scripts) == ["critical", "high"] + ["medium"] * 10
    assert {script.area for script in scripts} == {"Tester One / Lesson 2 - Other Amount"}
    texts = [step.do + step.expected for script in scripts for step in script.steps]
    assert not any("<div>" in text or "![" in text for text in texts)
    assert any("[image not in file]" in text for text in texts)


def test_the_xray_tests_tell_their_preconditions_and_requirements() -> None:
    by_id = {script.source_id: script for script in scripts_in("xray_import_comic.csv").scripts}
    assert by_id["6"].preconditions == "Test case steps precondition"
    assert by_id["10"].requirements == ("EWB-444", "EWB-445")
    assert len(by_id["4"].data_sets) == 3
    assert all(script.preconditions for script in by_id.values())


def test_the_practitest_runs_are_two_passes_and_seven_not_run() -> None:
    scripts = scripts_in("practitest_comic.csv").scripts
    assert [script.outcome for script in scripts] == ["pass", "pass"] + [None] * 7


def test_the_two_bdd_cases_of_zephyr_keep_their_text() -> None:
    scripts = scripts_in("zephyr_scale_swaglabs_pt.xlsx").scripts
    assert [script.text.startswith("Given que") for script in scripts] == [True] * 2 + [False] * 4
