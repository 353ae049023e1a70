"""MeterSphere, Tuskr and Testiny: a row for each case, with numbered steps in one cell."""

from collections.abc import Callable
from pathlib import Path

from changedesk.exchange.drafts import ScriptImport
from changedesk.exchange.recognise import read_any

Maker = Callable[..., Path]


def read(path: Path, system: str) -> ScriptImport:
    found = read_any(path)
    assert isinstance(found, ScriptImport)
    assert found.system == system
    assert found.account.balanced
    return found


def test_metersphere_tells_text_from_steps(workbook: Maker) -> None:
    found = read(
        workbook(
            [
                ["ID", "Name*", "Module*", "Tag", "Prerequisite", "Description",
                 "Text description", "Expected result", "Case edit type", "Priority"],
                ["100", "A", "/Web/Login", "x", "Before", "", "[1] Open\n[2] Save",
                 "[1] Opens\n[2] Saved", "STEP", "P0"],
                ["101", "B", "/Web", "", "", "", "Look around", "Looks good", "TEXT", "P3"],
                ["", "", "", "", "", "", "", "", "", ""],
                ["102", "C", "/Web", "", "", "", "One", "1", "STEP", ""],
                ["", "", "", "", "", "", "Two", "2", "", ""],
            ]
        ),
        "metersphere",
    )  # fmt: skip
    steps, text, rows = found.scripts
    assert [(s.do, s.expected) for s in steps.steps] == [("Open", "Opens"), ("Save", "Saved")]
    assert (steps.area, steps.priority, steps.preconditions) == (
        "Web / Login",
        "critical",
        "Before",
    )
    assert (text.steps, text.text) == ((), "Look around\n\nExpected result:\nLooks good")
    assert [step.do for step in rows.steps] == ["One", "Two"]


def test_metersphere_in_chinese_is_known(workbook: Maker) -> None:
    rows = [
        ["ID", "用例名称", "所属模块", "标签", "前置条件", "步骤描述", "预期结果", "编辑模式"],
        ["1", "登录", "/网站", "", "", "1. 打开\n2. 保存", "1. 已打开\n2. 已保存", "STEP"],
    ]
    found = read(workbook(rows), "metersphere")
    assert [step.expected for step in found.scripts[0].steps] == ["已打开", "已保存"]


def test_tuskr_counts_minutes_and_keeps_custom_fields(text_file: Maker) -> None:
    content = (
        "Name,Suite,Section,Type,Field Set,Estimated Time,Steps,Expected Results,Mine\n"
        'Log in,Web,Login,Functional,Default,15,"1. Open\n2. Save","1. Opens\n2. Saved",x\n'
    )
    script = read(text_file(content), "tuskr").scripts[0]
    assert (script.area, script.minutes) == ("Web / Login", 15)
    assert [(s.do, s.expected) for s in script.steps] == [("Open", "Opens"), ("Save", "Saved")]
    assert {("Type", "Functional"), ("Field Set", "Default"), ("Mine", "x")} <= set(script.further)
    assert script.source_key.startswith("~")


def test_testiny_reads_numbered_and_quoted_steps(text_file: Maker) -> None:
    content = (
        "parent_folder_name,testcase_id,title,owner,precondition,steps,expected_results,priority,"
        "status,testcase_type\n"
        'Login,TC-1,A,Ann,Before,"[1] Open\n[2] Save","[1] Opens\n[2] Saved",high,READY,TEXT\n'
        'Login,TC-2,B,Ann,,"""Open\n""\n""Save\n""","""Opens\n""\n""Saved\n""",low,DRAFT,TEXT\n'
    )
    found = read(text_file(content), "testiny")
    for script in found.scripts:
        assert [(s.do, s.expected) for s in script.steps] == [("Open", "Opens"), ("Save", "Saved")]
    assert [script.status for script in found.scripts] == ["ready", "draft"]
    assert ("owner", "Ann") in found.scripts[0].further
