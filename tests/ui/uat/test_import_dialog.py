"""The import dialog: what a file would make, what is unclear, and one change in the end."""

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from changedesk.uat import queries
from changedesk.uat.records import Defect, Script
from ui.uat.import_dialog import ImportDialog
from ui.uat.scripts_page import ScriptsPage

CONTROL = Qt.KeyboardModifier.ControlModifier
HEADINGS = ("Test Case ID", "Title", "Steps", "Expected Result", "Status", "Tester", "Remarks")
ROWS = (
    ("TC-1", "Log in", "1. Open\n2. Log in", "1. Page\n2. Home", "Pass", "Amira", ""),
    ("TC-2", "Log out", "Press Log out", "Login page", "Fail", "Amira", "slow"),
    ("TC-3", "Reset", "Press Reset", "Mail arrives", "hmm", "Ben", ""),
    ("TC-4", "Lock", "Press Lock", "Locked", "", "", ""),
)


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    """A workbook such as a team makes for itself, with a cover and a word nobody documented."""
    book = openpyxl.Workbook()
    del book["Sheet"]
    cover = book.create_sheet("Cover")
    cover.append(["User acceptance test"])
    sheet = book.create_sheet("UAT")
    for row in (HEADINGS, *ROWS):
        sheet.append(row)
    path = tmp_path / "team.xlsx"
    book.save(path)
    return path


@pytest.fixture
def dialog(desk, qtbot: QtBot, show) -> ImportDialog:
    """The dialog, open over the page Scripts."""
    page = ScriptsPage(desk.context)
    show(page)
    dialog = ImportDialog(desk.context, page)
    dialog.open()
    qtbot.waitExposed(dialog)
    return dialog


def choose(box, code: object) -> None:
    """Choose an entry of a box as a person does."""
    box.setCurrentIndex(box.findData(code))
    box.activated.emit(box.currentIndex())


def tab_titles(dialog: ImportDialog) -> list[str]:
    tabs = dialog.tabs
    return [tabs.tabText(place) for place in range(tabs.count()) if tabs.isTabVisible(place)]


def test_the_preview_accounts_for_every_row(dialog: ImportDialog, workbook: Path) -> None:
    dialog.read(workbook)
    assert "team.xlsx" in dialog._title.text()
    told = "5 rows read = 4 begin a script + 0 go on with one + 1 left out + 0 rejected"
    assert dialog._about.text() == f"Excel workbook. {told}"
    assert tab_titles(dialog)[0] == "Scripts (4)"
    assert [row.texts[1] for row in dialog.scripts.lines.rows] == [row[1] for row in ROWS]


def test_nothing_is_written_before_import(dialog: ImportDialog, workbook: Path, desk) -> None:
    before = desk.workspace.journal_length()
    dialog.read(workbook)
    assert desk.workspace.journal_length() == before


def test_an_unknown_word_is_asked_about_and_never_guessed(
    dialog: ImportDialog, workbook: Path, desk
) -> None:
    dialog.read(workbook)
    assert dialog.tabs.currentWidget() is dialog.questions
    (word,) = dialog.questions.boxes
    assert dialog.questions.boxes[word].currentText() == "No result"
    choose(dialog.questions.boxes[word], "blocked")
    assert dialog.scripts.lines.rows[2].texts[4] == "⊘ Blocked"
    choose(dialog.questions.boxes[word], "none")
    assert dialog.scripts.lines.rows[2].texts[4] == ""


def test_a_column_can_go_elsewhere(dialog: ImportDialog, workbook: Path) -> None:
    dialog.read(workbook)
    box = dialog.columns.boxes["Title"]
    assert box.currentData() == "title"
    choose(box, "area")
    assert dialog.scripts.lines.rows[0].texts[2] == "Log in"


def test_a_sheet_without_its_tick_is_left_out(dialog: ImportDialog, workbook: Path) -> None:
    dialog.read(workbook)
    box = dialog.sheets.boxes["UAT"]
    assert box.isChecked()
    box.click()
    assert dialog.scripts.lines.rows == []
    assert not dialog._import.isEnabled()
    dialog.sheets.boxes["UAT"].click()
    assert len(dialog.scripts.lines.rows) == 4


def test_import_is_one_change_that_undo_takes_back(
    dialog: ImportDialog, workbook: Path, desk, qtbot: QtBot
) -> None:
    before = desk.workspace.counts()
    dialog.read(workbook)
    with qtbot.waitSignal(dialog.imported):
        QTest.keyClick(dialog._import, Qt.Key.Key_Return)
    assert desk.workspace.counts()["script"] == before["script"] + 4
    assert "Ctrl+Z" in desk.toasts[-1]
    cycle = queries.cycles(desk.workspace, desk.project)[-1]
    states = {run.title: run.state for run in queries.runs(desk.workspace, cycle.id)}
    assert (states["Log in"], states["Log out"]) == ("passed", "failed")
    desk.workspace.undo()
    assert desk.workspace.counts() == before


def test_results_can_go_to_a_cycle_that_is_there(
    dialog: ImportDialog, workbook: Path, desk, filled, qtbot: QtBot
) -> None:
    dialog.read(workbook)
    dialog._cycle.setCurrentIndex(dialog._cycle.findData(filled[1].cycle))
    with qtbot.waitSignal(dialog.imported):
        dialog.take_in()
    codes = {run.code for run in queries.runs(desk.workspace, filled[1].cycle)}
    assert {"UAT-004", "UAT-005"} <= codes


def test_the_same_file_again_adds_nothing(
    dialog: ImportDialog, workbook: Path, desk, qtbot: QtBot
) -> None:
    dialog.read(workbook)
    dialog.take_in()
    counts = desk.workspace.counts()
    again = ImportDialog(desk.context, dialog.page)
    again.open()
    again.read(workbook)
    again.take_in()
    assert desk.workspace.counts() == counts
    assert "nothing was added" in desk.toasts[-1]


def test_a_refused_file_is_named_in_a_sentence_and_another_can_be_chosen(
    dialog: ImportDialog, tmp_path: Path, workbook: Path
) -> None:
    bad = tmp_path / "letter.docx"
    bad.write_bytes(b"PK\x03\x04 not really")
    dialog.read(bad)
    assert dialog._refused.isVisible()
    assert "letter.docx" in dialog._refused.text()
    dialog.read(workbook)
    assert dialog._faces.currentIndex() == 2


def test_the_file_is_read_away_from_the_window(
    make_desk: Callable, filled, workbook: Path, qtbot: QtBot, show
) -> None:
    workspace, fixture = filled
    desk = make_desk(workspace, fixture.project, threads=True)
    page = ScriptsPage(desk.context)
    show(page)
    dialog = ImportDialog(desk.context, page)
    dialog.open()
    dialog.read(workbook)
    assert dialog._faces.currentIndex() == 1
    qtbot.waitUntil(lambda: dialog._faces.currentIndex() == 2, timeout=20_000)
    with qtbot.waitSignal(dialog.imported, timeout=20_000):
        dialog.take_in()
    assert workspace.find(Script, title="Log out") is not None
    qtbot.waitUntil(lambda: not desk.context.jobs.busy)


def test_text_in_a_file_is_never_markup(dialog: ImportDialog, tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text("ID,Title,Steps,Expected\n1,<b>bold</b>,<img src=x>,=1+1\n", "utf-8")
    dialog.read(path)
    assert dialog.scripts.lines.rows[0].texts[1] == "<b>bold</b>"


@pytest.fixture
def matrix(tmp_path: Path) -> Path:
    """A traceability matrix; one of its tests is a script that is here."""
    path = tmp_path / "matrix.csv"
    path.write_text(
        "Requirement ID,Requirement,Priority,Test Case ID\n"
        'REQ-1,Log in with a card,Must,"UAT-001, TC-9"\n'
        "REQ-2,Log out,Could,\n",
        "utf-8",
    )
    return path


@pytest.fixture
def log(tmp_path: Path) -> Path:
    """A log of defects with a word for a state that nobody documented."""
    path = tmp_path / "bugs.csv"
    path.write_text(
        "Defect ID,Summary,Severity,Status,Steps to reproduce\n"
        "B-1,Button is grey,Major,Oppened,Look\n"
        "B-2,Typo,Cosmetic,Closed,Read\n",
        "utf-8",
    )
    return path


def test_requirements_come_in_through_the_same_window(
    dialog: ImportDialog, matrix: Path, desk, filled, qtbot: QtBot
) -> None:
    before = desk.workspace.counts()
    dialog.read(matrix)
    assert dialog._title.text().startswith("matrix.csv: 2")
    assert dialog.kind.currentData() == "traceability"
    assert not dialog._cycle.isVisible()
    shown = [row.texts for row in dialog.records.requirements.lines.rows]
    assert shown[0][:2] == ("REQ-1", "Log in with a card")
    with qtbot.waitSignal(dialog.imported):
        dialog.take_in()
    after = desk.workspace.counts()
    assert (after["requirement"], after["link"]) == (before["requirement"] + 2, before["link"] + 1)
    assert "TC-9" in desk.toasts[-1]
    desk.workspace.undo()
    assert desk.workspace.counts() == before


def test_the_state_of_a_defect_is_asked_about_and_the_answer_is_taken(
    dialog: ImportDialog, log: Path, desk, qtbot: QtBot
) -> None:
    dialog.read(log)
    assert dialog.tabs.currentWidget() is dialog.questions
    assert dialog._results_to.text() == "Defects go to"
    choose(dialog.questions.boxes["Oppened"], "in_fix")
    with qtbot.waitSignal(dialog.imported):
        dialog.take_in()
    states = {
        row.source_id: (row.severity, row.status)
        for row in desk.workspace.rows(Defect.select().where(Defect.source_id != ""))
    }
    assert states == {"B-1": ("high", "in_fix"), "B-2": ("low", "closed")}


def test_the_kind_of_a_file_can_be_changed(dialog: ImportDialog, log: Path) -> None:
    dialog.read(log)
    assert dialog.kind.currentData() == "defects"
    choose(dialog.kind, "scripts")
    assert dialog.kind.currentData() == "scripts"
    assert tab_titles(dialog)[0].startswith("Scripts")
    choose(dialog.kind, "defects")
    assert tab_titles(dialog)[0] == "Defects (2)"


def test_columns_and_answers_serve_the_next_file_of_the_same_form(
    dialog: ImportDialog, workbook: Path, desk, qtbot: QtBot
) -> None:
    dialog.read(workbook)
    assert not dialog._remembered.isVisible()
    choose(dialog.columns.boxes["Title"], "area")
    choose(dialog.questions.boxes["hmm"], "blocked")
    with qtbot.waitSignal(dialog.imported):
        dialog.take_in()
    again = ImportDialog(desk.context, dialog.page)
    again.open()
    again.read(workbook)
    assert again._remembered.isVisible()
    assert again.columns.boxes["Title"].currentData() == "area"
    assert again.scripts.lines.rows[2].texts[4] == "⊘ Blocked"
    again._remembered.click()
    assert not again._remembered.isVisible()
    assert again.columns.boxes["Title"].currentData() == "title"


def test_results_without_their_script_are_shown_as_rejected(
    dialog: ImportDialog, tmp_path: Path
) -> None:
    path = tmp_path / "results.xml"
    path.write_text(
        '<results><testcase external_id="AB-99"><result>p</result></testcase></results>', "utf-8"
    )
    dialog.read(path)
    assert dialog.tabs.tabText(dialog.tabs.indexOf(dialog.rows)) == "Rows left out (1)"
    assert not dialog._import.isEnabled()
