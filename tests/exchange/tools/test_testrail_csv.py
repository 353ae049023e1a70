"""TestRail's tables: new and older headings, items in cells, several rows for a case."""

import csv
import io
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from changedesk.exchange.drafts import ScriptImport
from changedesk.exchange.recognise import read_any

Maker = Callable[..., Path]
HEADINGS = [
    "ID", "Title", "Estimate", "Expected Result", "Goals", "Mission", "Preconditions", "Priority",
    "References", "Section", "Section Hierarchy", "Steps", "Steps",
    "Steps (Additional Info)", "Steps (Expected Result)", "Steps (Step)", "Suite ID", "Template",
]  # fmt: skip


def case(**cells: str) -> list[str]:
    """Return a row; `block` is the first of the two columns headed Steps."""
    named = {
        "ID": cells.get("id", "C1"), "Title": cells.get("title", "Log in"),
        "Estimate": cells.get("estimate", ""), "Expected Result": cells.get("result", ""),
        "Mission": cells.get("mission", ""), "Goals": cells.get("goals", ""),
        "Preconditions": cells.get("before", ""), "Priority": cells.get("priority", ""),
        "References": cells.get("references", ""), "Section": "Inner",
        "Section Hierarchy": cells.get("hierarchy", "Outer > Inner"),
        "Steps (Additional Info)": cells.get("info", ""),
        "Steps (Expected Result)": cells.get("expected", ""),
        "Steps (Step)": cells.get("steps", ""), "Suite ID": "S1", "Template": "Test Case",
    }  # fmt: skip
    row = [named.get(heading, "") for heading in HEADINGS]
    row[HEADINGS.index("Steps")] = cells.get("block", "")
    return row


def export(rows: Sequence[Sequence[str]], separator: str = ",", before: str = "\ufeff") -> bytes:
    """Return an export as the tool writes it: BOM, CRLF between rows."""
    target = io.StringIO(newline="")
    csv.writer(target, delimiter=separator, lineterminator="\r\n").writerows([HEADINGS, *rows])
    return (before + target.getvalue()).encode()


def read(path: Path) -> ScriptImport:
    found = read_any(path)
    assert isinstance(found, ScriptImport)
    assert found.system == "testrail"
    assert found.account.balanced
    return found


def steps(found: ScriptImport, script: int = 0) -> list[tuple[str, str]]:
    return [(step.do, step.expected) for step in found.scripts[script].steps]


def test_items_end_with_crlf_and_lines_within_them_with_lf(text_file: Maker) -> None:
    row = case(steps="Open\nthe page\r\nSave", expected="It is open\r\nSaved\n\nand shown")
    found = read(text_file(export([row])))
    assert steps(found) == [("Open\nthe page", "It is open"), ("Save", "Saved\n\nand shown")]
    assert found.warnings == ()


@pytest.mark.parametrize(("separator", "before"), [(",", ""), (";", "\ufeffsep=;\r\n"), ("\t", "")])
def test_every_flavour_of_csv_gives_the_same(text_file: Maker, separator: str, before: str) -> None:
    found = read(text_file(export([case(steps="A\r\nB", expected="C\r\nD")], separator, before)))
    assert steps(found) == [("A", "C"), ("B", "D")]


def test_an_empty_first_expectation_stays_with_the_first_step(text_file: Maker) -> None:
    found = read(text_file(export([case(steps="A\r\nB", expected="\r\nD")])))
    assert steps(found) == [("A", ""), ("B", "D")]


def test_numbered_items_are_split_at_the_next_number_only(text_file: Maker) -> None:
    row = case(steps="1. Open\r\n10. October\r\n2. Save", expected="1. \r\n2. Saved")
    assert steps(read(text_file(export([row])))) == [("Open\n10. October", ""), ("Save", "Saved")]


def test_a_file_saved_with_lf_only_is_laid_out_by_its_block_of_steps(text_file: Maker) -> None:
    block = "Open\nExpected Result:\nIt is open\n\nand green\nSave\nExpected Result:\nSaved"
    row = case(steps="Open\nSave", expected="It is open\n\nand green\nSaved", block=block)
    content = export([row]).replace(b"\r\n", b"\n")
    assert steps(read(text_file(content))) == [
        ("Open", "It is open\n\nand green"),
        ("Save", "Saved"),
    ]


def test_steps_that_cannot_be_paired_stay_one_step_and_say_so(text_file: Maker) -> None:
    found = read(text_file(export([case(steps="A\r\nB", expected="C\r\nD\r\nE")])))
    assert steps(found) == [("A\nB", "C\nD\nE")]
    assert "2 steps and 3 expected results" in found.warnings[0]


def test_a_case_on_several_rows_has_a_step_on_each(text_file: Maker) -> None:
    rows = [
        case(steps="Open\nthe page", expected="It is open"),
        case(id="", title="", steps="Save", expected="Saved"),
        case(id="C2", title="Log out", steps="Leave"),
        case(id="C2", title="Log out", steps="Close"),
    ]
    found = read(text_file(export(rows)))
    assert steps(found) == [("Open\nthe page", "It is open"), ("Save", "Saved")]
    assert [step.do for step in found.scripts[1].steps] == ["Leave", "Close"]
    assert (found.account.made, found.account.continuation) == (2, 2)


def test_one_id_with_two_titles_is_two_scripts_and_a_warning(text_file: Maker) -> None:
    rows = [case(steps="A"), case(title="Another", steps="B")]
    found = read(text_file(export(rows)))
    assert [script.source_key for script in found.scripts] == ["C1", "C1#2"]
    assert '"C1" stands 2 times' in found.warnings[0]


def test_text_and_exploratory_cases_keep_their_text(text_file: Maker) -> None:
    rows = [
        case(block="Look around", result="It looks good"),
        case(id="C2", mission="Find out", goals="Learn"),
    ]
    text, charter = (script.text for script in read(text_file(export(rows))).scripts)
    assert text == "Look around\n\nExpected result:\nIt looks good"
    assert charter == "Mission:\nFind out\n\nGoals:\nLearn"


def test_what_is_beside_the_steps_comes_along(text_file: Maker) -> None:
    row = case(
        steps="A", estimate="1m 45s", priority="Critical", references="R-1,R-2",
        before="<p>A &amp; B</p>![](index.php?/attachments/get/1)", info="use 5",
    )  # fmt: skip
    script = read(text_file(export([row]))).scripts[0]
    assert (script.minutes, script.priority, script.requirements) == (2, "critical", ("R-1", "R-2"))
    assert script.area == "Outer / Inner"
    assert "A & B" in script.preconditions
    assert "[image not in file]" in script.preconditions
    assert script.steps[0].data == "use 5"
    assert ("Template", "Test Case") in script.further


def test_older_headings_and_another_order_of_columns_are_read(workbook: Maker) -> None:
    rows = [
        ["Title", "Steps Separated (Expected Result)", "Steps Separated (Step)", "ID", "Section",
         "Milestone"],
        ["Log in", "1. Open\n2. Saved", "1. Go\n2. Save", "C7", "Login", "M1"],
    ]  # fmt: skip
    found = read(workbook({"Any name": rows}))
    assert steps(found) == [("Go", "Open"), ("Save", "Saved")]
    assert found.scripts[0].further == (("Milestone", "M1"),)


def test_a_row_with_an_unquoted_separator_is_rejected_with_its_line(text_file: Maker) -> None:
    content = export([case(steps="A"), case(id="C2", steps="B")])
    content = content.replace(b"C2,Log in,", b"C2,Log in, and out,")
    found = read(text_file(content))
    assert [script.source_id for script in found.scripts] == ["C1"]
    assert [note.where.row for note in found.account.rejected] == [3]


def test_formulas_are_text(text_file: Maker) -> None:
    found = read(text_file(export([case(title='=HYPERLINK("x")', steps="+1\r\n@cmd")])))
    assert found.scripts[0].title == '=HYPERLINK("x")'
    assert [step.do for step in found.scripts[0].steps] == ["+1", "@cmd"]
