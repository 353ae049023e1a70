"""Defect logs and observations of people, and Jira's bugs: words mapped, unknown ones asked."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from changedesk.exchange.asked import Asked
from changedesk.exchange.defect_words import code_of, suggestion
from changedesk.exchange.drafts import DefectImport
from changedesk.exchange.reader import read_file
from changedesk.exchange.recognise import OWN_SHEET, read_any, recognise_file

Maker = Callable[..., Path]
HEAD = ["Defect ID", "Title", "Steps to reproduce", "Severity", "Priority", "Status", "Reported on",
        "Assigned to", "Test case ID", "Root cause"]  # fmt: skip


def read(path: Path, kind: str | None = None, asked: Asked | None = None) -> DefectImport:
    found = read_any(path, kind, asked)
    assert isinstance(found, DefectImport)
    assert found.account.balanced
    return found


def test_a_log_is_read_with_all_its_columns(workbook: Maker) -> None:
    rows = [
        ["Bugs of the week"],
        HEAD,
        [
            "D-1",
            "Crash",
            "1. Open\n2. Save",
            "Fatal",
            "High",
            "Open",
            "13/10/2025",
            "Ann",
            "T-1",
            "x",
        ],
        ["D-2", "Colour", "", "Cosmetic", "Low", "Fixed", "01/11/2025", "", "", ""],
    ]
    first, second = read(workbook(rows)).defects
    assert (first.severity, first.priority, first.status) == ("critical", "high", "new")
    assert (first.found, first.owner, first.script) == (date(2025, 10, 13), "Ann", "T-1")
    assert first.description == "Steps to reproduce:\n1. Open\n2. Save"
    assert first.further == (("Root cause", "x"),)
    assert (second.severity, second.status) == ("low", "ready_for_retest")
    assert second.found == date(2025, 11, 1)


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("Fatal", "critical"), ("Blocker", "critical"), ("Serious", "high"), ("Major", "high"),
        ("Medium", "medium"), ("Minor", "low"), ("Cosmetic", "low"), ("1 - Critical", "critical"),
        ("S2", "high"), ("schwer", "high"), ("mineure", "low"), ("strange", ""),
    ],
)  # fmt: skip
def test_severities_follow_the_contract(word: str, code: str) -> None:
    assert code_of("severity", word) == code


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("Open", "new"), ("Assigned", "triaged"), ("In Progress", "in_fix"),
        ("Ready for retest", "ready_for_retest"), ("Resolved", "ready_for_retest"),
        ("CLOSED", "closed"), ("Deferred", "deferred"), ("Won't fix", "rejected"),
        ("Duplicate", "rejected"), ("geschlossen", "closed"), ("Oppened", ""), ("ореn", ""),
    ],
)  # fmt: skip
def test_states_are_known_words_only(word: str, code: str) -> None:
    assert code_of("status", word) == code


def test_a_misspelt_word_has_a_suggestion_and_a_strange_one_has_none() -> None:
    assert suggestion("status", "Oppened") == "new"
    assert suggestion("severity", "Critcal") == "critical"
    assert suggestion("status", "qqqqq") is None


def test_unknown_words_are_asked_about_once_and_an_answer_settles_them(workbook: Maker) -> None:
    rows = [HEAD, *([f"D-{n}", "x", "", "Spicy", "", "Oppened", "", "", "", ""] for n in (1, 2))]
    path = workbook(rows)
    found = read(path)
    assert [(q.about, q.word, len(q.places)) for q in found.questions] == [
        ("severity", "Spicy", 2),
        ("status", "Oppened", 2),
    ]
    settled = read(path, asked=Asked(words={"spicy": "high", "OPPENED": "new"}))
    assert [(d.severity, d.status) for d in settled.defects] == [("high", "new")] * 2
    assert settled.questions == ()


def test_a_date_of_two_readings_is_asked_about(workbook: Maker) -> None:
    rows = [HEAD, ["D-1", "x", "", "High", "", "Open", "03/04/2025", "", "", ""]]
    path = workbook(rows)
    found = read(path)
    assert [(q.about, q.word) for q in found.questions] == [("date", "03/04/2025")]
    assert ("Date", "03/04/2025") in found.defects[0].further
    assert read(path, asked=Asked(date_order="month")).defects[0].found == date(2025, 3, 4)


def test_templates_bands_and_empty_numbers_make_no_defect(workbook: Maker) -> None:
    rows = [
        HEAD,
        ["", "<short text>", "<how to see it>", "<Severity>\nEx: High", "", "", "", "", "", ""],
        ["Login page"],
        ["[Login-3]", "x", "", "High", "", "Open", "", "", "", ""],
        ["[Login-4]"],
    ]
    rows[2] += [""] * 9
    head = [heading for heading in HEAD if heading != "Test case ID"]
    without = [[cell for i, cell in enumerate(row) if i != 8] for row in rows[1:]]
    found = read(workbook([head, *without]))
    assert [(d.script, d.area) for d in found.defects] == [("Login-3", "Login page")]
    assert len(found.account.skipped) == 3


def test_a_log_in_another_language_is_read_when_asked_for(workbook: Maker) -> None:
    rows = [
        ["Nr.", "Kurzbeschreibung", "Schweregrad", "Status", "Zugewiesen an"],
        ["1", "Absturz", "schwerwiegend", "In Bearbeitung", "Ann"],
    ]
    found = read(workbook(rows), "defects")
    assert [(d.title, d.severity, d.status, d.owner) for d in found.defects] == [
        ("Absturz", "high", "in_fix", "Ann")
    ]


def test_a_workbook_of_scripts_with_a_log_is_one_of_scripts(workbook: Maker) -> None:
    path = workbook(
        {
            "UAT": [["ID", "Title", "Steps", "Expected"], ["T-1", "Log in", "Open", "Opens"]],
            "Defects": [HEAD, ["D-1", "x", "", "High", "", "Open", "", "", "", ""]],
        }
    )
    assert recognise_file(read_file(path)) is OWN_SHEET
    assert [d.source_id for d in read(path, "defects").defects] == ["D-1"]


def test_observations_are_defects_of_their_release(workbook: Maker) -> None:
    head = ["No", "Action", "Outcome", "Remarks"]
    found = read(
        workbook(
            {
                "Release 1.2": [
                    head,
                    [1, "I press save twice quickly", "Two rows appear in the list", "Mend this"],
                    [2, "I type a very long name", "It is cut off at the border", ""],
                ],
                "Release 1.3": [
                    head,
                    [1, "I press save twice quickly", "Two rows still appear", "Mend this"],
                    [2, "I open an old order", "The page stays empty for long", ""],
                ],
            }
        )
    )
    assert [(d.cycle, d.build) for d in found.defects] == [
        ("Release 1.2", "1.2"), ("Release 1.2", "1.2"),
        ("Release 1.3", "1.3"), ("Release 1.3", "1.3"),
    ]  # fmt: skip
    assert found.defects[2].further == (("Seen before in", "Release 1.2"),)
    assert "Outcome:\nTwo rows appear" in found.defects[0].description
    assert len({d.source_key for d in found.defects}) == 4


def test_jira_gives_its_bugs_and_leaves_the_other_issues(text_file: Maker) -> None:
    content = (
        "Summary,Issue key,Issue id,Issue Type,Status,Priority,Assignee,Reporter,Created,"
        "Affects Version/s,Affects Version/s,Component/s,Description,Custom field (Severity)\n"
        "Crash,P-1,100,Bug,In Progress,Highest,ann,bob,13/Oct/25 3:12 PM,1.0,1.1,Web,"
        "*It* crashes,Major\n"
        "Do it,P-2,101,Task,To Do,Low,,,,,,,,\n"
    )
    found = read(text_file(content))
    assert found.system == "jira"
    assert len(found.defects) == 1
    bug = found.defects[0]
    assert (bug.source_key, bug.severity, bug.priority, bug.status) == (
        "P-1", "high", "critical", "in_fix",
    )  # fmt: skip
    assert (bug.found, bug.build, bug.area) == (date(2025, 10, 13), "1.0, 1.1", "Web")
    assert bug.description == "It crashes"
    assert [note.where.row for note in found.account.skipped] == [3]
