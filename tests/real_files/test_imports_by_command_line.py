"""Workbooks that people really used, through the command line: counted, twice, and undone.

The files belong to others and are kept beside this repository; without them the tests skip.
"""

import json
from pathlib import Path

import pytest

from changedesk.cli import main
from changedesk.desk import open_desk
from changedesk.store.dump import dump

SHARED = Path(__file__).resolve().parents[3] / "shared" / "fixtures"

pytestmark = [
    pytest.mark.real_files,
    pytest.mark.skipif(not SHARED.is_dir(), reason="the real files are not beside this repository"),
]

# File: exit code, what it makes, how many rows are rejected.
FILES = {
    "uat_meal_delivery.xlsx": (0, {"script": 20, "step": 20, "run": 20, "result": 20}, 0),
    "uat_blood_donation.xlsx": (0, {"script": 70, "step": 256, "run": 70, "result": 31}, 0),
    "uat_blood_donation.csv": (1, {"script": 61}, 10),
    "uat_budget_th.xlsx": (0, {"script": 10, "step": 33, "run": 10, "result": 10}, 0),
    "uat_cm_toolkit_template.xlsx": (0, {}, 0),
}
HOSTILE_REFUSED = (
    "x01-merge-whole-sheet.xlsx", "d02-xxe-file.docx", "s08-trigger-passes-all.sqlite",
    "z01-traversal.zip",
)  # fmt: skip


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


@pytest.mark.parametrize("name", FILES)
def test_a_file_comes_in_as_counted_once_and_is_undone_whole(desk, command, name):
    expected_code, made, rejected = FILES[name]
    file = SHARED / "uat" / name
    before = said_by(desk)
    code, facts, _ = command("import", desk, file)
    assert code == expected_code
    assert facts["kind"] == "scripts"
    assert {key: facts["created"][key] for key in made} == made
    assert len([note for note in facts["rejected"] if "word" not in note]) == rejected
    rows = facts["rows"]
    assert rows["rejected"] == rejected
    assert rows["read"] == (
        rows["made"] + rows["continuation"] + rows["skipped"] + rows["rejected"]
    )
    if not made:
        assert facts["created"] == {}
        assert any("makes no script" in warning for warning in facts["warnings"])
        assert said_by(desk) == before
        return
    imported = said_by(desk)
    again, second, _ = command("import", desk, file)
    assert (again, second["created"], second["updated"]) == (expected_code, {}, {})
    assert said_by(desk) == imported
    assert command("undo", desk)[1] == {"undone": f"Import {name}"}
    assert said_by(desk) == before
    assert command("import", desk, file)[1]["created"] == facts["created"]
    assert command("verify", desk)[1] == {"ok": True, "findings": []}


def test_the_rejected_lines_of_the_badly_quoted_file_are_named(desk, command):
    _, facts, _ = command("import", desk, SHARED / "uat" / "uat_blood_donation.csv")
    assert all(note["where"].startswith("line ") for note in facts["rejected"])
    words = [note for note in facts["rejected"] if "word" in note]
    # Two rows more are shifted, but have as many fields as the headings: what stands under
    # Status there is half a sentence, and is asked about.
    assert [note["word"][:20] for note in words] == ["an error message is ", "the coordinator rece"]
    others = [note for note in facts["rejected"] if "word" not in note]
    assert all("fields where the headings name 10" in note["why"] for note in others)


def test_what_came_in_can_be_exported(desk, command, tmp_path):
    command("import", desk, SHARED / "uat" / "uat_meal_delivery.xlsx")
    for document, name in (("uat-workbook", "book.xlsx"), ("uat-signoff", "page.docx")):
        code, facts, err = command("export", desk, document, "-o", tmp_path / name)
        assert (code, err) == (0, "")
        assert Path(facts["file"]).stat().st_size > 10_000


@pytest.mark.parametrize("name", HOSTILE_REFUSED)
def test_a_hostile_file_is_refused_in_a_sentence_and_changes_nothing(desk, command, name):
    before = desk.read_bytes()
    code, facts, err = command("import", desk, SHARED / "hostile" / name)
    if name.startswith("x01"):
        assert code in (0, 1, 2)  # its four rows may be read, or it is refused
    else:
        assert (code, facts) == (2, None)
    if code == 2:
        assert err.count("\n") == 1
        assert desk.read_bytes() == before


def test_a_booby_trapped_workspace_is_refused_unchanged(command, tmp_path):
    trap = tmp_path / "trap.changedesk"
    trap.write_bytes((SHARED / "hostile" / "s08-trigger-passes-all.sqlite").read_bytes())
    before = trap.read_bytes()
    code, facts, err = command("info", trap)
    assert (code, facts) == (2, None)
    assert err.count("\n") == 1
    assert trap.read_bytes() == before


def test_spellings_near_pass_never_become_a_pass(desk, command):
    code, facts, _ = command("import", desk, SHARED / "hostile" / "x16-almost-pass.xlsx")
    assert code == 1
    assert facts["rejected"]
    assert facts["created"].get("result", 0) < facts["created"]["script"]
