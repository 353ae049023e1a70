"""The grid of Azure Test Plans: with and without step 1 on the title row, shared steps."""

from collections.abc import Callable
from pathlib import Path

import pytest

from changedesk.exchange.drafts import ScriptImport
from changedesk.exchange.recognise import read_any

Maker = Callable[..., Path]
HEAD = "ID,Work Item Type,Title,Test Step,Step Action,Step Expected"


def read(path: Path) -> ScriptImport:
    found = read_any(path)
    assert isinstance(found, ScriptImport)
    assert found.system == "azure"
    assert found.account.balanced
    return found


def dos(found: ScriptImport) -> list[list[str]]:
    return [[step.do for step in script.steps] for script in found.scripts]


def test_a_plain_export_has_its_steps_below_the_title(text_file: Maker) -> None:
    found = read(
        text_file(
            f"{HEAD},Area Path,State,Priority\n"
            "7,Test Case,Log in,,,,Web\\Login,Design,1\n"
            ",,,1,Open,It opens,,,\n,,,2,Save,,,,\n\n"
            "8,Test Case,Log out,,,,Web,Closed,4\n"
        )
    )
    first, second = found.scripts
    assert dos(found) == [["Open", "Save"], []]
    assert (first.source_key, first.area, first.priority) == ("7", "Web / Login", "critical")
    assert (first.status, second.status, second.priority) == ("draft", "retired", "low")


def test_a_step_said_twice_is_one_and_two_alike_steps_are_two(text_file: Maker) -> None:
    found = read(
        text_file(
            f"{HEAD}\n,Test Case,A,1,Open,Is open\n,,,1,Open,Is open\n,,,2,Open,Is open\n"
            ",Test Case,B,1,Press,Down\n,,,2,Press,Down\n"
        )
    )
    assert dos(found) == [["Open", "Open"], ["Press", "Press"]]
    assert sum(note.rows for note in found.account.skipped) == 1


def test_shared_steps_stand_in_the_scripts_that_name_them(text_file: Maker) -> None:
    found = read(
        text_file(
            f"{HEAD}\n55,Shared Steps,Sign on,,,\n,,,1,Type name,\n,,,2,Press enter,In\n"
            "1,Test Case,A,,,\n,,,1,Open,\n55,Shared Steps,Sign on,2,,\n,,,3,Look,\n"
            "2,Test Case,B,,,\n99,Shared Steps,Elsewhere,1,,\n"
        )
    )
    assert dos(found) == [
        ["Open", "Type name", "Press enter", "Look"],
        ["Shared steps 99: Elsewhere"],
    ]
    assert "shared steps" in found.account.skipped[0].why


def test_a_title_that_cannot_be_read_takes_its_steps_with_it(text_file: Maker) -> None:
    found = read(
        text_file(
            f"{HEAD}\n1,Test Case,A,,,\n,,,1,Open,\n"
            "2,Test Case,B, with a comma,,,\n,,,1,Lost,\n3,Test Case,C,,,\n,,,1,Kept,\n"
        )
    )
    assert dos(found) == [["Open"], ["Kept"]]
    assert [note.where.row for note in found.account.rejected] == [4, 5]


def test_a_script_that_lacks_an_unreadable_step_says_so(text_file: Maker) -> None:
    found = read(text_file(f"{HEAD}\n1,Test Case,A,,,\n,,,1,Open, and look, now\n,,,2,Save,\n"))
    assert dos(found) == [["Save"]]
    assert 'The script "A" may lack a step, because line 3' in found.warnings[0]


def test_other_work_items_are_left_out_with_their_rows(text_file: Maker) -> None:
    found = read(text_file(f"{HEAD}\n1,Test Case,A,,,\n2,Bug,B,,,\n,,,1,x,\n3,Test Case,C,,,\n"))
    assert [script.title for script in found.scripts] == ["A", "C"]
    assert [note.where.row for note in found.account.skipped] == [3, 4]


@pytest.mark.parametrize("above", [[], [["Project: Web"], []]])
def test_a_workbook_may_have_lines_above_the_headings(
    workbook: Maker, above: list[list[str]]
) -> None:
    rows = [*above, HEAD.split(","), [1, "Test Case", "A", None, None, None],
            [None, None, None, 1, "<DIV><P>Open&nbsp;it</P></DIV>", ""]]  # fmt: skip
    assert dos(read(workbook({"Sheet9": rows}))) == [["Open it"]]


def test_new_cases_of_one_title_are_kept_apart(text_file: Maker) -> None:
    found = read(text_file(f"{HEAD}\n,Test Case,A,1,x,\n,Test Case,A,1,y,\n,Test Case,A,1,x,\n"))
    assert len({script.source_key for script in found.scripts}) == 3
