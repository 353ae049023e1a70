"""Xray's importer files: rows by id, preconditions named by it, three kinds of test."""

from collections.abc import Callable
from pathlib import Path

from changedesk.exchange.drafts import ScriptImport
from changedesk.exchange.recognise import read_any

Maker = Callable[..., Path]
HEAD = (
    "Issue ID,Issue Key,Test Type,Test Summary,Test Priority,Action,Data,Result,Test Repo,"
    "Precondition,Issue Type,Gherkin definition,Unstructured Definition,Description,Links\n"
)


def read(path: Path) -> ScriptImport:
    found = read_any(path)
    assert isinstance(found, ScriptImport)
    assert found.system == "xray"
    assert found.account.balanced
    return found


def test_rows_of_one_id_are_one_test_wherever_they_stand(text_file: Maker) -> None:
    content = HEAD + (
        "1,,Manual,Log in,2,Open,user,*It* opens,Web/Login,,,,,,A-1;A-2\n"
        "2,,Manual,Log out,5,Leave,,,,,,,,,\n"
        "1,,Manual,,,Save,,{color:red}Saved{color},,,,,,,\n"
    )
    first, second = read(text_file(content)).scripts
    assert [(s.do, s.data, s.expected) for s in first.steps] == [
        ("Open", "user", "It opens"),
        ("Save", "", "Saved"),
    ]
    assert (first.area, first.priority, first.requirements) == (
        "Web / Login", "high", ("A-1", "A-2"),
    )  # fmt: skip
    assert second.priority == "low"


def test_a_precondition_is_told_wherever_it_is_defined(text_file: Maker) -> None:
    content = HEAD + (
        "5,,Manual,Test,,Go,,,,6;X-9,,,,,\n6,,,Short,,,,,,,Precondition,,,A *user* is there,\n"
    )
    found = read(text_file(content))
    assert [script.preconditions for script in found.scripts] == ["A user is there\n\nX-9"]
    assert "precondition" in found.account.skipped[0].why


def test_gherkin_and_generic_tests_keep_their_text(text_file: Maker) -> None:
    content = HEAD + (
        '1,,Cucumber,One,,,,,,,,"Given <a>\nExamples:\n|a|\n|1|\n|2|",,,\n'
        "2,,Generic,Two,,,,,,,,,run.sh,Words,\n"
    )
    one, two = read(text_file(content)).scripts
    assert one.text.startswith("Given <a>")
    assert len(one.data_sets) == 2
    assert two.text == "run.sh"
    assert ("Description", "Words") in two.further


def test_the_key_of_an_issue_is_its_identity_and_a_mere_row_number_is_not(text_file: Maker) -> None:
    content = HEAD + "1,X-7,Manual,One,,a,,,,,,,,,\n2,,Manual,Two,,b,,,,,,,,,\n"
    assert [script.source_key for script in read(text_file(content)).scripts] == ["X-7", "2: Two"]


def test_other_headings_of_the_mapping_are_known(text_file: Maker) -> None:
    content = "TestID;Summary;Test Type;Action;Data;Expected Result\n9;Log in;Manual;Open;;Opens\n"
    found = read(text_file(content))
    assert [(s.do, s.expected) for s in found.scripts[0].steps] == [("Open", "Opens")]


def test_a_row_without_an_id_is_rejected(text_file: Maker) -> None:
    found = read(text_file(HEAD + "1,,Manual,One,,a,,,,,,,,,\n,,Manual,,,b,,,,,,,,,\n"))
    assert [note.where.row for note in found.account.rejected] == [3]
