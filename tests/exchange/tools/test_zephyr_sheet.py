"""Zephyr's workbooks: Scale with three kinds of script, Squad among Jira's columns, its report."""

from collections.abc import Callable
from pathlib import Path

from changedesk.exchange.drafts import RequirementImport, ScriptImport
from changedesk.exchange.recognise import read_any

Maker = Callable[..., Path]
STEP = "Test Script (Step-by-Step) - "
SCALE = [
    "Key", "Name", "Status", "Precondition", "Folder", "Priority", "Labels", "Estimated Time",
    "Coverage (Issues)", f"{STEP}Step", f"{STEP}Test Data", f"{STEP}Expected Result",
    "Test Script (Plain Text)", "Test Script (BDD)", "My own field",
]  # fmt: skip


def read(path: Path) -> ScriptImport:
    found = read_any(path)
    assert isinstance(found, ScriptImport)
    assert found.system == "zephyr"
    assert found.account.balanced
    return found


def test_steps_go_on_below_a_key_and_blank_cells_say_nothing(workbook: Maker) -> None:
    rows = [
        SCALE,
        ["A-T1", "Log in", "Draft", " ", "/Web/Login", "High", "x", "00:10:00", "A-1, A-2",
         "Open", "user", "It opens", " ", "", "mine"],
        [" ", "", "", "", "", "", "", "", "", "Save<br />now", " ", "Saved"],
    ]  # fmt: skip
    script = read(workbook({"Sheet0": rows})).scripts[0]
    assert [(s.do, s.data, s.expected) for s in script.steps] == [
        ("Open", "user", "It opens"),
        ("Save\nnow", "", "Saved"),
    ]
    assert (script.area, script.minutes, script.requirements) == ("Web / Login", 10, ("A-1", "A-2"))
    assert (script.status, script.priority, script.preconditions) == ("draft", "high", "")
    assert ("My own field", "mine") in script.further


def test_plain_and_bdd_scripts_keep_their_text(workbook: Maker) -> None:
    bdd = "Given <user>\nThen in\n\nExamples:\n| user |\n| Ann |\n| Bob |"
    rows = [
        SCALE[:2] + SCALE[12:14],
        ["A-T1", "One", "Do this<br>and that", ""],
        ["A-T2", "Two", "", bdd],
    ]
    plain, scenario = read(workbook(rows)).scripts
    assert (plain.text, plain.steps) == ("Do this\nand that", ())
    assert scenario.text == bdd
    assert [data.values for data in scenario.data_sets] == [(("user", "Ann"),), (("user", "Bob"),)]
    assert ("Type", "BDD") in scenario.further


def test_squad_goes_on_without_a_key_or_with_the_same(workbook: Maker) -> None:
    rows = [
        ["Project", "issuekey", "Summary", "TestStep", "Test Data", "Test Result", "Reporter"],
        ["P", "P-1", "Log in", "Open", "user", "It opens", "Ann"],
        ["", "", "", "Save", "", "Saved", ""],
        ["P", "P-2", "Log out", "Leave", "", "", "Bob"],
        ["P", "P-2", "Log out", "Close", "", "", "Bob"],
    ]
    found = read(workbook(rows))
    assert [[step.do for step in script.steps] for script in found.scripts] == [
        ["Open", "Save"],
        ["Leave", "Close"],
    ]
    assert ("Reporter", "Ann") in found.scripts[0].further


def test_the_traceability_report_tells_which_tests_cover_a_requirement(workbook: Maker) -> None:
    rows = [
        ["Requirements", "Tests", "Executions", "Defects"],
        ["A-1 - Log in - 1 defect", "A-T1 - Good password", "Cycle 1 - PASS", "None"],
        ["", "A-T2 - Bad password", "Cycle 1 - FAIL", "A-9 - Wrong text"],
        ["A-2 - Pay", "None", "None", "None"],
        ["None", "A-T9 - Alone", "None", "None"],
    ]
    found = read_any(workbook(rows))
    assert isinstance(found, RequirementImport)
    assert found.account.balanced
    first, second = found.requirements
    assert (first.source_id, first.title, first.tests) == ("A-1", "Log in", ("A-T1", "A-T2"))
    assert ("Defects", "A-9 - Wrong text") in first.further
    assert (second.title, second.tests) == ("Pay", ())
    assert found.kind == "traceability"
