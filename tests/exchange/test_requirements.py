"""Lists of requirements and matrices of people: any language, merged or repeated, with ticks."""

from collections.abc import Callable
from pathlib import Path

import pytest

from changedesk.exchange.drafts import RequirementImport
from changedesk.exchange.reader import read_file
from changedesk.exchange.recognise import OWN_SHEET, read_any, recognise_file

Maker = Callable[..., Path]


def read(path: Path, kind: str | None = None) -> RequirementImport:
    found = read_any(path, kind)
    assert isinstance(found, RequirementImport)
    assert found.account.balanced
    return found


def told(found: RequirementImport) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(r.source_id, r.title, r.tests) for r in found.requirements]


def test_a_merged_requirement_has_the_tests_of_all_its_rows(workbook: Maker) -> None:
    rows = [
        ["Requirement ID", "Requirement Description", "Test Case ID", "Depends on"],
        ["R-1", "Log in", "T-1", "-"],
        [None, None, "T-2", None],
        ["R-2", "Pay", "T-3, T-4", "R-1"],
    ]
    found = read(workbook({"Any": rows}, {"Any": ["A2:A3", "B2:B3", "D2:D3"]}))
    assert told(found) == [("R-1", "Log in", ("T-1", "T-2")), ("R-2", "Pay", ("T-3", "T-4"))]
    assert [r.depends for r in found.requirements] == [(), ("R-1",)]
    assert found.kind == "traceability"


def test_a_requirement_named_on_each_row_is_one(workbook: Maker) -> None:
    rows = [
        ["Req ID", "Requirement", "Test case"],
        ["R-1", "Log in", "T-1"],
        ["R-2", "Pay", "T-2"],
        ["R-1", "Log in", "T-3"],
        ["R-1", "", "T-4"],
    ]
    found = read(workbook({"RTM": rows}))
    assert told(found) == [("R-1", "Log in", ("T-1", "T-3", "T-4")), ("R-2", "Pay", ("T-2",))]


def test_one_id_for_two_requirements_keeps_both_and_says_so(workbook: Maker) -> None:
    rows = [["Req ID", "Requirement", "Test case"], ["R-1", "A", "T-1"], ["R-1", "B", "T-2"]]
    found = read(workbook(rows))
    assert [r.source_key for r in found.requirements] == ["R-1", "R-1#2"]
    assert '"R-1"' in found.warnings[0]


def test_a_matrix_of_ticks_names_the_tests_in_its_headings(workbook: Maker) -> None:
    rows = [
        ["Requirement ID", "Description", "TC-1", "TC-2", "TC-3"],
        ["R-1", "Log in", "x", "", "✓"],
        ["R-2", "Pay", "", "X", ""],
    ]
    found = read(workbook(rows))
    assert told(found) == [("R-1", "Log in", ("TC-1", "TC-3")), ("R-2", "Pay", ("TC-2",))]
    assert found.requirements[0].further == ()


@pytest.mark.parametrize(
    "headings",
    [
        ["Anforderungs-ID", "Beschreibung", "Testfälle"],
        ["ID exigence", "Exigence", "Cas de test"],
        ["ID del requisito", "Descripción", "Casos de prueba"],
        ["รหัสความต้องการ", "คำอธิบาย", "กรณีทดสอบ"],
        ["ID требования", "Описание", "Тест-кейсы"],
        ["Mã yêu cầu", "Mô tả", "Mã test case"],
        ["要件ID", "要件名", "テストケースID"],
    ],
)
def test_headings_of_many_languages_are_known(workbook: Maker, headings: list[str]) -> None:
    found = read(
        workbook([["Projekt X"], headings, ["R-1", "Log in", "T-1"], ["R-2", "Pay", "T-2"]])
    )
    assert told(found) == [("R-1", "Log in", ("T-1",)), ("R-2", "Pay", ("T-2",))]


def test_a_list_keeps_priority_criteria_and_bands(workbook: Maker) -> None:
    rows = [
        ["Requirement ID", "Title", "Description", "MoSCoW", "Source", "Acceptance criteria"],
        ["Payments"],
        ["R-1", "Pay", "Pay by card", "Must", "Workshop", "A receipt"],
        ["R-2", "Refund", "", "Won't", "", ""],
        ["<id>", "<title>", "<text>", "", "", ""],
        ["R-9", "", "", "", "", ""],
    ]
    found = read(workbook({"List": rows}))
    first, second = found.requirements
    assert (first.area, first.priority, first.acceptance) == ("Payments", "Must", "A receipt")
    assert (first.description, first.further) == ("Pay by card", (("Source", "Workshop"),))
    assert second.priority == "Won't"
    reasons = [note.why for note in found.account.skipped]
    assert "it holds placeholders only" in reasons
    assert "it is numbered, but says nothing" in reasons
    assert found.kind == "requirements"


def test_an_unclear_list_is_requirements_only_when_somebody_says_so(workbook: Maker) -> None:
    path = workbook([["ID", "Title", "Description"], ["1", "Pay", "By card"], ["2", "Go", "Out"]])
    assert recognise_file(read_file(path)) is OWN_SHEET
    assert [r.title for r in read(path, "requirements").requirements] == ["Pay", "Go"]


def test_a_workbook_of_scripts_with_a_matrix_is_one_of_scripts(workbook: Maker) -> None:
    path = workbook(
        {
            "UAT": [["ID", "Title", "Steps", "Expected"], ["T-1", "Log in", "Open", "Opens"]],
            "RTM": [["Requirement ID", "Requirement", "Test case"], ["R-1", "Log in", "T-1"]],
        }
    )
    assert recognise_file(read_file(path)) is OWN_SHEET
    found = read(path, "traceability")
    assert told(found) == [("R-1", "Log in", ("T-1",))]


def test_a_row_with_an_unquoted_comma_is_rejected(text_file: Maker) -> None:
    path = text_file("Requirement ID,Requirement,Test case\nR-1,A, b,T-1\nR-2,Pay,T-2\n")
    found = read(path)
    assert [r.source_id for r in found.requirements] == ["R-2"]
    assert [note.where.row for note in found.account.rejected] == [2]


def test_ticks_under_tests_make_a_matrix_though_no_heading_says_id(workbook: Maker) -> None:
    rows = [
        ["Requirement", "Description", "TC-1", "TC-2", "TC-3"],
        ["REQ-1", "Log in", "x", "", ""],
        ["REQ-2", "Pay", "X", "x", ""],
        ["REQ-3", "Search", "", "", ""],
    ]
    found = read(workbook({"RTM": rows}))
    assert (found.kind, told(found)) == (
        "traceability",
        [
            ("REQ-1", "Log in", ("TC-1",)),
            ("REQ-2", "Pay", ("TC-1", "TC-2")),
            ("REQ-3", "Search", ()),
        ],
    )


def test_totals_and_places_to_sign_are_no_requirements(workbook: Maker) -> None:
    rows = [
        ["N°", "Exigence", "Description", "Priorité"],
        ["EX-1", "Transfert", "Transférer un chat", "Must"],
        ["EX-2", "Total", "Voir le total", "Should"],
        ["Total", 2],
        ["Signature:", "________", "Date:", "________"],
    ]
    found = read(workbook({"Exigences": rows}), "requirements")
    assert [(r.source_id, r.title) for r in found.requirements] == [
        ("EX-1", "Transfert"),
        ("EX-2", "Total"),
    ]
    assert [note.why for note in found.account.skipped] == [
        "it adds up figures",
        "it is a place to sign",
    ]
