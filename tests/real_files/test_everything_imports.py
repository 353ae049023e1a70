"""Every file of the UAT collection through the command line: counted, accounted for, twice, undone.

The files belong to others and are kept beside this repository; without them the tests skip.
"""

import json
from pathlib import Path

import pytest

from changedesk.cli import main
from changedesk.desk import open_desk
from changedesk.store.dump import dump
from changedesk.uat.records import Defect, Requirement, Script

FILES = Path(__file__).resolve().parents[3] / "shared" / "fixtures" / "uat"

pytestmark = [
    pytest.mark.real_files,
    pytest.mark.skipif(not FILES.is_dir(), reason="the real files are not beside this repository"),
]

# File: kind, what it makes (all of it), rows that are rejected, words that are asked about.
EXPECTED = {
    "testrail_other_amount_ru.csv": ("scripts", {"script": 12, "step": 27}, 0, 0),
    "testrail_comic_estore.xml": ("scripts", {"script": 5, "step": 5}, 0, 0),
    "testlink_qa_repo_2012.xml": ("scripts", {"script": 106, "step": 48}, 0, 0),
    "testlink_requirements_startrek.xml": ("requirements", {"requirement": 8}, 0, 0),
    "testlink_requirements_engine.csv": ("requirements", {"requirement": 3}, 0, 0),
    "testlink_results_api.xml": ("results", {}, 3, 0),
    "zephyr_scale_swaglabs_pt.xlsx": ("scripts", {"script": 6, "step": 17}, 0, 0),
    "zephyr_scale_comic.xml": (
        "scripts", {"script": 6, "step": 21, "data_set": 6, "requirement": 2, "link": 2}, 0, 0,
    ),
    "xray_import_comic.csv": (
        "scripts", {"script": 6, "step": 21, "data_set": 3, "requirement": 2, "link": 2}, 0, 0,
    ),
    "practitest_comic.csv": (
        "scripts",
        {
            "script": 9, "step": 15, "requirement": 3, "link": 5, "cycle": 1, "run": 9,
            "result": 2,
        },
        0, 0,
    ),
    "qtest_regression.xls": ("scripts", {"script": 5, "step": 11}, 0, 0),
    "azure_screen_share.csv": ("scripts", {"script": 13, "step": 63}, 0, 0),
    "uat_blood_donation.xlsx": (
        "scripts", {"script": 70, "step": 256, "cycle": 1, "run": 70, "result": 31}, 0, 0,
    ),
    "uat_blood_donation.csv": (
        "scripts", {"script": 61, "step": 223, "cycle": 1, "run": 61, "result": 11}, 10, 2,
    ),
    "uat_meal_delivery.xlsx": (
        "scripts",
        {
            "script": 20, "step": 20, "requirement": 7, "link": 20, "cycle": 1, "run": 20,
            "result": 20,
        },
        0, 0,
    ),
    "uat_budget_th.xlsx": (
        "scripts",
        {
            "script": 10, "step": 33, "requirement": 6, "link": 8, "cycle": 1, "run": 10,
            "result": 10,
        },
        0, 0,
    ),
    "rtm_budget_th.xlsx": ("traceability", {"requirement": 6, "link": 8}, 0, 0),
    "uat_sprint3_th.xlsx": (
        "scripts", {"script": 11, "step": 71, "cycle": 1, "run": 11, "result": 10}, 0, 0,
    ),
    "uat_skyclub_id.xlsx": (
        "scripts", {"script": 42, "step": 135, "cycle": 1, "run": 42, "result": 42}, 0, 0,
    ),
    "uat_hisp_template.xlsx": ("scripts", {}, 0, 0),
    "uat_cm_toolkit_template.xlsx": ("scripts", {}, 0, 0),
    "uat_train_wallet.xlsx": ("defects", {"defect": 20, "cycle": 5}, 0, 0),
    "uat_eshopping_gherkin.xlsx": (
        "scripts", {"script": 15, "step": 15, "cycle": 1, "run": 15, "result": 15}, 0, 0,
    ),
    "waste_carriers_finance_admin.feature": ("scripts", {"script": 5, "step": 40}, 0, 0),
    "defect_log_moriitalia.xlsx": ("defects", {"defect": 46}, 0, 18),
}  # fmt: skip


@pytest.fixture
def desk(tmp_path, capsys):
    path = tmp_path / "desk.changedesk"
    assert main(["new", str(path), "--project", "REAL"]) == 0
    capsys.readouterr()
    return path


@pytest.fixture
def command(capsys):
    def run(*words):
        code = main([*map(str, words), "--json"])
        out, err = capsys.readouterr()
        return code, json.loads(out) if out else None, err

    return run


def said_by(path):
    workspace = open_desk(path)
    try:
        return dump(workspace)
    finally:
        workspace.close()


def read(path, query):
    workspace = open_desk(path)
    try:
        return workspace.rows(query)
    finally:
        workspace.close()


def test_every_file_of_the_collection_is_listed_here():
    assert {file.name for file in FILES.iterdir()} - {"INDEX.md"} == set(EXPECTED)


@pytest.mark.parametrize("name", EXPECTED)
def test_a_file_makes_what_is_in_it_once_with_a_complete_account(desk, command, name):
    kind, made, rejected, asked = EXPECTED[name]
    before = said_by(desk)
    code, facts, err = command("import", desk, FILES / name)
    assert (facts["kind"], facts["created"], facts["updated"]) == (kind, made, {})
    kinds = [note["kind"] for note in facts["rejected"]]
    assert (kinds.count("row"), kinds.count("question")) == (rejected, asked)
    assert code == (1 if rejected or asked else 0)
    assert "Traceback" not in err
    rows = facts["rows"]
    parts = ("made", "continuation", "skipped", "rejected")
    assert rows["read"] == sum(rows[part] for part in parts)
    assert all(note["where"] and note["why"] for note in facts["rejected"] + facts["skipped"])
    imported = said_by(desk)
    again, second, _ = command("import", desk, FILES / name)
    assert (again, second["created"], second["updated"]) == (code, {}, {})
    assert said_by(desk) == imported
    if made:
        assert command("undo", desk)[1] == {"undone": f"Import {name}"}
        assert command("import", desk, FILES / name)[1]["created"] == made
        assert command("undo", desk)[0] == 0
    assert said_by(desk) == before
    assert command("verify", desk)[1] == {"ok": True, "findings": []}


def test_the_whole_collection_comes_into_one_project(desk, command):
    files = [FILES / name for name in sorted(EXPECTED)]
    code, facts, _ = command("import", desk, *files)
    assert code == 1
    assert facts["created"]["script"] == sum(
        made.get("script", 0) for _, made, _, _ in EXPECTED.values()
    )
    assert facts["created"]["defect"] == 66
    assert command("import", desk, *files)[1]["created"] == {}


def test_results_for_scripts_that_are_not_here_are_reported_and_not_invented(desk, command):
    _, facts, _ = command("import", desk, FILES / "testlink_results_api.xml")
    assert [note["why"].partition(":")[0] for note in facts["rejected"]] == [
        f"no script of this project is called MDK-{number}" for number in (1, 2, 3)
    ]


def test_results_meet_the_cases_of_the_same_tool(desk, command):
    # The cases are numbered 1, 2, 3 …; results name them with the project's prefix.
    command("import", desk, FILES / "testlink_qa_repo_2012.xml")
    code, facts, _ = command("import", desk, FILES / "testlink_results_api.xml")
    assert (code, facts["created"]) == (0, {"cycle": 1, "run": 3, "result": 3})
    progress = command("progress", desk)[1]["cycles"][0]["runs"]
    assert (progress["passed"], progress["failed"], progress["blocked"]) == (1, 1, 1)


def test_results_meet_the_cases_of_the_same_command(desk, command):
    names = ("testlink_qa_repo_2012.xml", "testlink_results_api.xml")
    code, facts, _ = command("import", desk, *(FILES / name for name in names))
    assert (code, facts["created"]["result"]) == (0, 3)


def test_a_list_of_requirements_tells_more_of_those_that_scripts_named(desk, command):
    _, first, _ = command("import", desk, FILES / "uat_budget_th.xlsx")
    assert first["created"]["requirement"] == 6
    _, second, _ = command("import", desk, FILES / "rtm_budget_th.xlsx")
    assert (second["created"], second["updated"]) == ({"link": 8}, {"requirement": 6})
    titles = {row.source_id: row.title for row in read(desk, Requirement.select())}
    assert len(titles) == 6
    assert all(title != ident for ident, title in titles.items())


def test_the_same_tests_from_two_tools_are_the_same_scripts(desk, command, tmp_path):
    other = tmp_path / "other.changedesk"
    command("new", other, "--project", "REAL")
    command("import", desk, FILES / "zephyr_scale_comic.xml")
    command("import", other, FILES / "xray_import_comic.csv")
    query = Script.select(Script.title, Script.priority, Script.version).order_by(Script.title)
    assert read(desk, query) == read(other, query)


def test_observations_belong_to_the_cycle_of_their_release(desk, command):
    command("import", desk, FILES / "uat_train_wallet.xlsx")
    cycles: dict[int, int] = {}
    for row in read(desk, Defect.select(Defect.cycle)):
        cycles[row.cycle] = cycles.get(row.cycle, 0) + 1
    assert sorted(cycles.values()) == [3, 4, 4, 4, 5]
    assert None not in cycles
