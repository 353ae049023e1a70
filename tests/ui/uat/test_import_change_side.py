"""The import dialog over files of the change side: preview, unknown words, one change."""

from pathlib import Path

import docx
import pytest
from pytestqt.qtbot import QtBot

from changedesk.impact.records import Impact, Stakeholder
from ui.uat.import_dialog import ImportDialog
from ui.uat.scripts_page import ScriptsPage

REGISTER = "Name,Power,Interest,Strategy\nAnn,H,L,Talk\nBo,Riesig,M,Ask\n"


@pytest.fixture
def dialog(desk, qtbot: QtBot, show) -> ImportDialog:
    """The dialog, open over a page."""
    page = ScriptsPage(desk.context)
    show(page)
    dialog = ImportDialog(desk.context, page)
    dialog.open()
    qtbot.waitExposed(dialog)
    return dialog


@pytest.fixture
def register(tmp_path: Path) -> Path:
    path = tmp_path / "register.csv"
    path.write_text(REGISTER, encoding="utf-8")
    return path


def choose(box, code: object) -> None:
    """Choose an entry of a box as a person does."""
    box.setCurrentIndex(box.findData(code))
    box.activated.emit(box.currentIndex())


def test_a_register_is_previewed_and_an_unknown_level_is_asked_about(
    dialog: ImportDialog, register: Path, desk
) -> None:
    dialog.read(register)
    assert dialog._title.text() == "register.csv: 2 stakeholders"
    assert dialog.tabs.tabText(0) == "Stakeholders (2)"
    lines = [row.texts for row in dialog.records.change.lines.rows]
    assert [line[1] for line in lines] == ["Ann", "Bo"]
    assert "power 5" in lines[0][3]
    choose(dialog.questions.boxes["Riesig"], "very_high")
    assert "power 5" in dialog.records.change.lines.rows[1].texts[3]
    dialog.take_in()
    rows = desk.workspace.rows(Stakeholder.select(Stakeholder.power, Stakeholder.power_said))
    assert [tuple(row) for row in rows] == [(5, "H"), (5, "Riesig")]


def test_what_was_answered_is_known_for_the_next_file_of_the_form(
    dialog: ImportDialog, register: Path, desk, tmp_path: Path
) -> None:
    dialog.read(register)
    choose(dialog.questions.boxes["Riesig"], "high")
    dialog.take_in()
    later = tmp_path / "later.csv"
    later.write_text(REGISTER + "Cy,Riesig,L,x\n", encoding="utf-8")
    other = ImportDialog(desk.context, dialog.page)
    other.read(later)
    assert not other._reading.found.questions
    assert other._reading.remembered
    other.reject()


def test_a_word_document_is_read_and_undone_whole(
    dialog: ImportDialog, tmp_path: Path, desk
) -> None:
    document = docx.Document()
    table = document.add_table(rows=0, cols=3)
    for row in (("Group", "Impact description", "Level of impact"), ("Agents", "Desktop", "High")):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    path = tmp_path / "plan.docx"
    document.save(str(path))
    dialog.read(path)
    assert dialog._title.text() == "plan.docx: 1 impact"
    dialog.take_in()
    assert desk.workspace.find(Impact, title="Desktop").severity == 4
    assert desk.workspace.undo() == "Import plan.docx"
    assert desk.workspace.find(Impact, title="Desktop") is None
