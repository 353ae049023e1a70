"""PractiTest with shorter rows below each test, and qTest with a sheet for each module."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from changedesk.exchange.asked import Asked
from changedesk.exchange.drafts import ScriptImport
from changedesk.exchange.recognise import read_any

Maker = Callable[..., Path]
PRACTITEST = (
    "\ufeffid,Name,Description,Status,Run_status,Last Run,Preconditions,Mine,Step name,"
    "Step description,Step expected_results,Step position,Traceability - Requirements\n"
)


def read(path: Path, asked: Asked | None = None) -> ScriptImport:
    found = read_any(path, asked=asked)
    assert isinstance(found, ScriptImport)
    assert found.account.balanced
    return found


def test_shorter_rows_go_on_with_the_test(text_file: Maker) -> None:
    content = PRACTITEST + (
        '4,Log in,Words,Ready,FAILED,10-Jan-2024  11:12, ,x,Open,the page,Opens,1,"7,8"\n'
        ",,,,,,,,Save,,Saved,2\n"
    )
    found = read(text_file(content))
    script = found.scripts[0]
    assert [(s.do, s.expected) for s in script.steps] == [
        ("Open\nthe page", "Opens"),
        ("Save", "Saved"),
    ]
    assert (script.outcome, script.performed_on) == ("fail", date(2024, 1, 10))
    assert (script.requirements, script.status) == (("7", "8"), "ready")
    assert ("Mine", "x") in script.further
    assert found.account.continuation == 1


def test_a_called_test_and_cells_of_one_space_make_no_step(text_file: Maker) -> None:
    content = PRACTITEST + "1,A,,,NO RUN,,,,,,,1,\n2,B,Look,,,,,, , , , ,\n"
    first, second = (found := read(text_file(content))).scripts
    assert first.steps == second.steps == ()
    assert first.outcome is None
    assert "calls another test" in found.warnings[0]
    assert second.text == "Look"


def test_an_unknown_run_status_is_asked_about(text_file: Maker) -> None:
    path = text_file(PRACTITEST + "1,A,,,GREENISH,,,,Go,,,1,\n")
    assert [question.word for question in read(path).questions] == ["GREENISH"]
    settled = read(path, Asked(answers={"greenish": "pass"}))
    assert (settled.scripts[0].outcome, settled.questions) == ("pass", ())


def test_a_module_is_the_area_and_a_cover_is_left_out(workbook: Maker) -> None:
    head = [
        "Name", "Id", "Status", "Precondition", "Test Step #", "Test Step Description",
        "Test Step Expected Result", "Test Step Attachment", "Requirement Ids", "Priority",
    ]  # fmt: skip
    found = read(
        workbook(
            {
                "Cover Page": [[None, "Comics"], ["Exported on"]],
                "MD-1 Login": [
                    head,
                    [
                        "A",
                        "TC-1",
                        "New",
                        "x",
                        1.0,
                        "Open [~user]",
                        "Opens",
                        "a.png",
                        "R-1",
                        "Urgent",
                    ],
                    ["A", "TC-1", "New", "x", 2.0, "Save", "", "", "R-1", "Urgent"],
                    ["A", "TC-2", "New", "", 1.0, "Go", "", "", "", ""],
                ],
                "MD-2 Pay": [head, ["B", "TC-3", "New", "", 1.0, "Pay", "Paid", "", "", ""]],
            }
        )
    )
    assert found.system == "qtest"
    assert [(s.area, len(s.steps)) for s in found.scripts] == [
        ("MD-1 Login", 2),
        ("MD-1 Login", 1),
        ("MD-2 Pay", 1),
    ]
    assert found.scripts[0].priority == "critical"
    assert ("Attachment of step 1", "a.png") in found.scripts[0].further
    assert [note.taken for note in found.sheets] == [False, True, True]
