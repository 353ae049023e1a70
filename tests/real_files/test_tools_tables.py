"""Exports of other tools as tables come in with the exact figures that were counted in them.

The files belong to others and are kept beside this repository; without them the tests skip.
"""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest

from changedesk.exchange.asked import Asked
from changedesk.exchange.drafts import DefectImport, RequirementImport, ScriptImport
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


def requirements_in(name: str) -> RequirementImport:
    """Read a file of requirements whose kind nobody named."""
    found = read_any(SHARED / "uat" / name)
    assert isinstance(found, RequirementImport)
    assert found.account.balanced
    return found


def test_the_thai_matrix_names_six_requirements_and_nine_tests() -> None:
    found = requirements_in("rtm_budget_th.xlsx")
    assert [r.source_id for r in found.requirements] == [f"RQ-00{n}" for n in range(1, 7)]
    assert [len(r.tests) for r in found.requirements] == [2, 1, 2, 1, 1, 2]
    tests = [test for r in found.requirements for test in r.tests]
    assert tests == [f"TC-00{n}" for n in range(1, 10)]
    assert found.requirements[3].depends == ("RQ-001", "RQ-005")
    assert found.requirements[0].depends == ()
    assert found.kind == "traceability"


def test_the_requirements_of_testlink_need_no_headings() -> None:
    found = requirements_in("testlink_requirements_engine.csv")
    assert [r.source_id for r in found.requirements] == ["TENGA-0001", "TENGA-0002", "TENGA-0004"]
    assert found.requirements[1].description == "Main deflector bla, bla, bla."
    assert found.requirements[2].description == ""
    assert len(found.account.skipped) == 10


def defects_in(name: str) -> DefectImport:
    """Read a file of defects whose kind nobody named."""
    found = read_any(SHARED / "uat" / name)
    assert isinstance(found, DefectImport)
    assert found.account.balanced
    return found


def test_the_defect_log_holds_forty_and_six_defects() -> None:
    found = defects_in("defect_log_moriitalia.xlsx")
    sheets = Counter(defect.where.sheet for defect in found.defects)
    assert sheets == {"Functional Test": 40, "Smoke Test": 6}
    severities = Counter((d.severity_text, d.severity) for d in found.defects)
    assert set(severities) == {
        ("Fatal", "critical"), ("Serious", "high"), ("Medium", "medium"), ("Cosmetic", "low"),
    }  # fmt: skip
    assert sum(defect.found is None for defect in found.defects) == 1
    assert found.defects[0].script == "Register-3"
    assert len({defect.source_key for defect in found.defects}) == 46
    placeholders = [note for note in found.account.skipped if "placeholders" in note.why]
    assert [note.where.row for note in placeholders] == [4, 4]


def test_a_misspelt_state_is_asked_about_and_not_guessed() -> None:
    found = defects_in("defect_log_moriitalia.xlsx")
    assert [(q.about, q.word, q.suggestion) for q in found.questions] == [
        ("status", "Oppened", "new")
    ]
    assert {d.status for d in found.defects if d.status_text == "Oppened"} == {""}
    settled = read_any(
        SHARED / "uat" / "defect_log_moriitalia.xlsx", asked=Asked(words={"oppened": "new"})
    )
    assert settled.questions == ()


def test_each_release_of_the_wallet_is_a_cycle_of_observations() -> None:
    found = defects_in("uat_train_wallet.xlsx")
    cycles = Counter(defect.cycle for defect in found.defects)
    assert list(cycles.values()) == [4, 4, 5, 4, 3]
    assert [d.build for d in found.defects][::4][:2] == ["0.1.3", "0.1.4"]
    assert all(dict(defect.further)["Fix"] in {"Yes", "No"} for defect in found.defects)
    again = [d for d in found.defects if "Seen before in" in dict(d.further)]
    assert again
    assert len({defect.source_key for defect in found.defects}) == 20
