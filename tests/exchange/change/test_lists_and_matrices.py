"""Registers with ticks, matrices of letters and lists of rooms: read, and every row told."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl

from changedesk.exchange.asked import Asked
from changedesk.exchange.change.drafts import ChangeImport
from changedesk.exchange.reader import read_file
from changedesk.exchange.recognise import recognise_file


def read(path: Path, kind: str | None = None, **asked: Any) -> ChangeImport:
    file = read_file(path)
    found = recognise_file(file, kind).read(file, Asked(**asked))
    assert isinstance(found, ChangeImport)
    assert found.account.balanced
    return found


ATTITUDES = ("Unaware", "Resistant", "Neutral", "Supportive", "Leading")


def test_ticks_below_current_and_desired_are_read_on_their_own_side(
    book: Callable[..., Path],
) -> None:
    rows = [
        ["Name", "Current", *[""] * 4, "Desired", *[""] * 4],
        ["", *ATTITUDES, *ATTITUDES],
        ["Ann", "", "", "x", "", "", "", "", "", "x", ""],
        ["Ben", "x", "", "", "", "", "", "", "", "", "x"],
        ["Cy", "", "x", "", "", "", "", "", "", "", ""],
    ]
    found = read(book(rows, merges=["A1:A2", "B1:F1", "G1:K1"]))
    said = [(d.title, d.values.get("current"), d.values.get("desired")) for d in found.drafts]
    assert said == [("Ann", "N", "S"), ("Ben", "U", "L"), ("Cy", "R", None)]
    assert not found.warnings
    assert not found.questions
    sides = [f"{one} ({side})" for side in ("current", "target") for one in ATTITUDES]
    again = read(book([["Name", *sides], *rows[2:]]))
    assert [draft.values.get("desired") for draft in again.drafts] == ["S", "L", None]


def test_two_ticks_for_one_person_are_told_and_neither_is_taken(book: Callable[..., Path]) -> None:
    found = read(book([["Stakeholder", *ATTITUDES], ["Di", "", "", "", "x", "x"], ["Ed", "x"]]))
    assert [draft.values.get("current") for draft in found.drafts] == [None, "U"]
    assert "“Supportive and Leading”" in found.warnings[0]
    assert '“Di” (sheet "Sheet1", row 2)' in found.warnings[0]


def test_a_table_of_power_legitimacy_and_urgency_is_a_register(book: Callable[..., Path]) -> None:
    head = ["Stakeholder", "Power", "Legitimacy", "Urgency", "Comments"]
    found = read(book([head, ["Board", "High", "Y", "N", ""], ["Agents", "Low", "yes", "x", ""]]))
    assert found.kind == "stakeholders"
    claims = [(one.values["legitimate"], one.values["urgent"]) for one in found.drafts]
    assert claims == [(True, False), (True, True)]


def test_first_and_last_name_in_two_columns_name_a_stakeholder(book: Callable[..., Path]) -> None:
    head = ["First name", "Last name", "Job title", "Influence", "Interest", "Support level"]
    rows = [["Maria", "Gomez", "COO", 5, 4, "Champion"], ["", "Becker", "", 1, 2, ""]]
    found = read(book([head, *rows]))
    assert [draft.title for draft in found.drafts] == ["Maria Gomez", "Becker"]
    assert not found.drafts[0].further


def test_a_further_sheet_that_rates_somebody_otherwise_is_told(tmp_path: Path) -> None:
    made = openpyxl.Workbook()
    made.remove(made.worksheets[0])
    for name, power in (("Internal", "High"), ("External", "Low")):
        sheet = made.create_sheet(name)
        sheet.append(["Name", "Power", "Interest", "Expectations"])
        sheet.append(["Maria {x} Gomez", power, "High", ""])
    made.save(tmp_path / "two.xlsx")
    found = read(tmp_path / "two.xlsx")
    assert [draft.values["power"] for draft in found.drafts] == [5]
    assert "“Maria {x} Gomez: Low”" in found.warnings[0]


def test_numbers_without_a_record_and_titles_between_are_skipped_and_told(
    book: Callable[..., Path],
) -> None:
    head = ["#", "Stakeholder", "Power", "Interest", "How we engage"]
    people = [1, "Ann", "H", "M", "1:1"], [2], ["EXTERNAL"], [3, "Acme", "L", "L"]
    found = read(book([head, ["INTERNAL"], *people]))
    assert [draft.title for draft in found.drafts] == ["Ann", "Acme"]
    assert [note.why for note in found.account.skipped[1:]] == [
        "a title between the rows", "a number and nothing else", "a title between the rows",
    ]  # fmt: skip
    assert not found.account.rejected
    assert found.drafts[0].values["strategy"] == "1:1"


def test_a_no_means_absent_below_present_and_not_yet_below_completed(
    csv: Callable[[str], Path],
) -> None:
    rows = "Ann,CRM,N,2026-02-03\nBo,CRM,y,2026-02-03\nCy,CRM,late,2026-02-03\n"
    found = read(csv(f"Employee,Course,Present (Y/N),Session date\n{rows}"))
    assert [draft.values["outcome"] for draft in found.drafts] == ["no_show", "attended"]
    assert [question.word for question in found.questions] == ["late"]
    words = ("Not completed", "Past Due", "Nicht abgeschlossen", "Scheduled", "no")
    rows = "".join(f"P{i},CRM,{word}\n" for i, word in enumerate(words))
    found = read(csv(f"Employee,Course,Completion\n{rows}"))
    assert {draft.values["outcome"] for draft in found.drafts} == {"invited"}
    assert len(found.drafts) == len(words)


def test_a_matrix_of_raci_letters_names_stakeholders_down_or_across(
    book: Callable[..., Path],
) -> None:
    rows = [
        ["Stakeholder", "Role", "Design", "UAT", "Go-live"],
        ["Maria", "Sponsor", "A", "A", "A"],
        ["Agents", "Users", "I", "R", "C/I"],
        ["", "", "R", "", ""],
    ]
    found = read(book(rows))
    assert found.kind == "stakeholders"
    assert [(one.title, one.values.get("raci"), one.values["role"]) for one in found.drafts] == [
        ("Maria", "A", "Sponsor"), ("Agents", None, "Users"),
    ]  # fmt: skip
    assert found.drafts[1].further == (("Design", "I"), ("UAT", "R"), ("Go-live", "C/I"))
    assert [note.why for note in found.account.rejected] == ["it has no name"]
    across = [["Activity", "Sponsor", "IT"], ["Plan", "A", "R"], ["Test", "A", "R"], ["Notes"]]
    turned = read(book(across))
    assert [(one.title, one.values["raci"]) for one in turned.drafts] == [
        ("Sponsor", "A"), ("IT", "R"),
    ]  # fmt: skip


def test_a_list_of_attendance_with_a_column_for_each_day_is_read(book: Callable[..., Path]) -> None:
    rows = [
        ["Attendance list"], ["Course: Bot handoff", "", "Trainer: Amira"],
        ["No", "Name", "Team", "3 Nov 2026", "2026-11-04", "Signature"],
        [1, "Ann Lee", "Chat", "x", "✓", ""], [2, "Ben Cho", "Chat", "abs", "", ""],
        [3, "Cy Dow", "Voice", "", "perhaps", ""],
    ]  # fmt: skip
    found = read(book(rows))
    assert found.kind == "attendance"
    said = [(d.name("person"), d.values["day"], d.values["outcome"]) for d in found.drafts]
    assert said == [
        ("Ann Lee", "2026-11-03", "attended"), ("Ann Lee", "2026-11-04", "attended"),
        ("Ben Cho", "2026-11-03", "no_show"),
    ]  # fmt: skip
    assert {draft.name("course") for draft in found.drafts} == {"Bot handoff"}
    assert "Cy Dow: perhaps" in found.warnings[0]
    assert [note.why for note in found.account.skipped][-1] == "no mark stands beside the name"
    asked = read(book([*rows[:2], ["Name", "03/11/2026"], ["Ann Lee", "x"]]))
    assert [question.word for question in asked.questions] == ["03/11/2026"]


def test_a_list_that_knows_people_by_their_address_names_them_by_it(
    book: Callable[..., Path],
) -> None:
    rows = [
        ["Attendance list"],
        ["Course: Service Cloud basics"],
        ["E-mail", "02.03.2026", "03.03.2026"],
        ["ann@example.org", "x", ""],
        ["ben@example.org", "x", "absent"],
    ]
    found = read(book(rows))
    assert [(one.names["person"], one.values["outcome"]) for one in found.drafts] == [
        (("ann@example.org",), "attended"),
        (("ben@example.org",), "attended"),
        (("ben@example.org",), "no_show"),
    ]
    assert not found.account.rejected
