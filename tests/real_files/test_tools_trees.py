"""XML and Gherkin that other tools wrote come in with the exact figures of what is in them.

The files belong to others and are kept beside this repository; without them the tests skip.
"""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from changedesk.exchange.drafts import (
    DataSetDraft,
    Place,
    RequirementImport,
    ResultImport,
    ScriptDraft,
    ScriptImport,
)
from changedesk.exchange.recognise import read_any
from changedesk.exchange.writers import (
    azure_csv,
    testlink_xml,
    testrail_csv,
    xray_csv,
    zephyr_xlsx,
)
from changedesk.exchange.writers.suite import Suite

SHARED = Path(__file__).resolve().parents[3] / "shared" / "fixtures" / "uat"

pytestmark = [
    pytest.mark.real_files,
    pytest.mark.skipif(not SHARED.is_dir(), reason="the real files are not beside this repository"),
]


def scripts_of(name: str) -> ScriptImport:
    found = read_any(SHARED / name)
    assert isinstance(found, ScriptImport)
    assert found.account.balanced
    assert len({script.source_key for script in found.scripts}) == len(found.scripts)
    return found


def by_id(found: ScriptImport) -> dict[str, ScriptDraft]:
    return {script.source_id: script for script in found.scripts}


def test_testrail_xml() -> None:
    found = scripts_of("testrail_comic_estore.xml")
    scripts = by_id(found)
    assert set(scripts) == {"C22478", "C22494", "C22475", "C22477", "C22493"}
    assert [len(script.steps) for script in found.scripts] == [0, 0, 5, 0, 0]
    shared, *_, table, image = scripts["C22475"].steps
    assert shared.do == "Login with user *%User1*"
    assert shared.expected == "Application redirects you to the main page in a logged in state"
    assert "Name 1 | Last name 2 | Phone 3 | Address 4\nJohn .. | Smack" in table.do
    assert (image.do, image.expected) == ("[image not in file]", "[image not in file]")
    assert scripts["C22478"].text.startswith("%Var3\n%Var4")
    assert scripts["C22477"].text == "Mission:\nExploratory Mission\n\nGoals:\nExploratory Goal"
    assert {script.area for script in found.scripts} == {
        "Test Cases",
        "Test Cases / Regression",
        "Exploratory Tests",
        "Performance Tessts",
    }


def test_testlink_cases() -> None:
    found = scripts_of("testlink_qa_repo_2012.xml")
    scripts = found.scripts
    steps = [step for script in scripts for step in script.steps]
    assert (len(scripts), len(steps)) == (106, 48)
    assert sum(not script.steps for script in scripts) == 90
    assert sum(not step.expected for step in steps) == 4
    assert sum(bool(script.preconditions) for script in scripts) == 22
    words = [word for s in scripts for word in dict(s.further).get("Keywords", "").split(", ")]
    assert sum(map(bool, words)) == 20
    assert {script.priority for script in scripts} == {"medium"}
    assert all(script.source_id.isdigit() for script in scripts)
    assert not any(mark in step.do for step in steps for mark in ("<p", "</", "&nbsp;"))


def test_testlink_requirements() -> None:
    found = read_any(SHARED / "testlink_requirements_startrek.xml")
    assert isinstance(found, RequirementImport)
    assert found.account.balanced
    ids = [requirement.source_id for requirement in found.requirements]
    assert (len(ids), ids[0], ids[-1]) == (8, "RQ-ST-DKL-100", "RQ-KL-RPT-002-XZ")
    words = [dict(requirement.further) for requirement in found.requirements]
    assert {word["Status"] for word in words} == {"Valid"}
    assert Counter(word["Type"] for word in words) == {
        "Informational": 3,
        "Feature": 2,
        "Constraint": 2,
        "User interface": 1,
    }
    assert found.requirements[0].area == "Intrepid-Class Production Vehicle / Deck Layout"


def test_testlink_results() -> None:
    found = read_any(SHARED / "testlink_results_api.xml")
    assert isinstance(found, ResultImport)
    assert [(result.script, result.outcome) for result in found.results] == [
        ("MDK-1", "pass"),
        ("MDK-2", "blocked"),
        ("MDK-3", "fail"),
    ]


def test_zephyr_xml() -> None:
    found = scripts_of("zephyr_scale_comic.xml")
    scripts = by_id(found)
    assert {key: len(script.steps) for key, script in scripts.items()} == {
        "EWB-T1": 0, "EWB-T2": 5, "EWB-T3": 0, "EWB-T4": 5, "EWB-T5": 5, "EWB-T6": 6,
    }  # fmt: skip
    assert len(found.account.skipped) == 1
    assert scripts["EWB-T4"].data_sets == (
        DataSetDraft((("Username", "John"), ("Password", "Passwd1"))),
        DataSetDraft((("Username", "Julie"), ("Password", "Passwd2"))),
    )
    assert len(scripts["EWB-T3"].data_sets) == 3
    assert scripts["EWB-T5"].requirements == ("EWB-444", "EWB-445")
    assert [(r.source_id, r.title, r.tests) for r in found.requirements] == [
        ("EWB-444", "Ads plugin", ("EWB-T5",)),
        ("EWB-445", "Checkout feature", ("EWB-T5",)),
    ]


def test_gherkin() -> None:
    found = scripts_of("waste_carriers_finance_admin.feature")
    assert [len(script.steps) for script in found.scripts] == [8, 5, 4, 7, 16]
    assert found.scripts[0].title.startswith("[RUBY-811] ")


def test_the_twins_of_zephyr_and_xray_give_the_same_tests() -> None:
    """What only one of the two files holds (rows of data of T4 and T5, an id) is not compared."""
    xml = {script.title: script for script in scripts_of("zephyr_scale_comic.xml").scripts}
    csv = {script.title: script for script in scripts_of("xray_import_comic.csv").scripts}
    assert set(xml) == set(csv)
    for title, script in xml.items():
        twin = csv[title]
        told = [(step.do, step.data, step.expected) for step in script.steps]
        assert told == [(step.do, step.data, step.expected) for step in twin.steps]
        assert (script.area, script.preconditions) == (twin.area, twin.preconditions)
        assert (script.priority, script.requirements) == (twin.priority, twin.requirements)
        if dict(script.further).get("Type") == "BDD":
            assert (script.text, script.data_sets) == (twin.text, twin.data_sets)
        elif not script.steps:
            objective = dict(script.further)["Objective"]
            assert f"Objective: {objective}\nDetails: {script.text}" == twin.text
        if script.steps:
            assert dict(script.further)["Objective"] == dict(twin.further)["Description"]


ROUND_TRIPS = {
    "testrail_other_amount_ru.csv": (testrail_csv, "cases.csv"),
    "testrail_comic_estore.xml": (testrail_csv, "cases.csv"),
    "testlink_qa_repo_2012.xml": (testlink_xml, "suites.xml"),
    "zephyr_scale_swaglabs_pt.xlsx": (zephyr_xlsx, "atm-exporter.xlsx"),
    "zephyr_scale_comic.xml": (zephyr_xlsx, "atm-exporter.xlsx"),
    "xray_import_comic.csv": (xray_csv, "tests.csv"),
    "azure_screen_share.csv": (azure_csv, "cases.csv"),
}


@pytest.mark.parametrize("name", ROUND_TRIPS)
def test_an_export_goes_back_to_its_tool_unchanged(name: str, tmp_path: Path) -> None:
    writer, file = ROUND_TRIPS[name]
    found = scripts_of(name)
    suite = Suite("EX", found.scripts, found.requirements, found.system)
    written = writer.write(suite)
    path = tmp_path / file
    path.write_bytes(written.content)
    back = read_any(path)
    assert isinstance(back, ScriptImport)
    assert (back.system, back.account.balanced) == (found.system, True)
    # A workbook of Zephyr has no place for rows of data, which its XML has: the writer says so.
    lost = name == "zephyr_scale_comic.xml"
    assert any("sets of data" in warning for warning in written.warnings) is lost
    assert [bare(s, lost=lost) for s in back.scripts] == [bare(s, lost=lost) for s in found.scripts]
    assert [s.source_key for s in back.scripts] == [s.source_key for s in found.scripts]


def bare(script: ScriptDraft, *, lost: bool) -> ScriptDraft:
    """A script without its place in the file; the order of further fields says nothing."""
    steps = tuple(step._replace(where=None) for step in script.steps)
    sets = () if lost and script.steps else script.data_sets
    further = tuple(sorted(script.further))
    return replace(
        script, where=Place("", 0), steps=steps, pairing="", data_sets=sets, further=further
    )
