"""Every document of a cycle from the page Cycles: what is asked, and what is written."""

import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from changedesk.people.actions import add_person
from changedesk.uat import capture, cycles, queries
from ui.page import Page
from ui.prompts import WindowPrompts
from ui.uat.cycles_page import CyclesPage
from ui.uat.document_dialog import DocumentDialog, ToolDialog
from ui.uat.exporting import ExportDone, makes_pdf
from ui.uat.picture_data import Source, encode

D = TypeVar("D", bound=QWidget)
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
needs_office = pytest.mark.skipif(not makes_pdf(), reason="LibreOffice is not installed")


@pytest.fixture
def page(desk, show: Callable[[Page], None], qtbot: QtBot) -> CyclesPage:
    """The page with its one cycle in hand."""
    page = CyclesPage(desk.context)
    show(page)
    for action in page.documents.further:
        page.addAction(action)
    qtbot.waitUntil(lambda: page._cycle is not None)
    return page


@pytest.fixture
def with_ben(desk, filled) -> None:
    """A second tester, who has all scripts too."""
    ben = add_person(desk.workspace, "Ben")
    cycles.plan_runs(desk.workspace, filled[1].cycle, filled[1].scripts, [ben])


@pytest.fixture
def with_picture(desk, filled, screenshot: QImage) -> None:
    """A picture that is kept with a failure."""
    run = queries.runs(desk.workspace, filled[1].cycle)[0]
    step = queries.run_sheet(desk.workspace, run.id).steps[0]
    picture = encode(Source(image=screenshot), "screenshot")
    capture.record_result(desk.workspace, run.id, step.id, "fail", pictures=[picture])


def do(page: CyclesPage, name: str) -> None:
    page.context.actions.action(f"cycles.{name}").trigger()


def dialog_of(kind: type[D]) -> D:
    found = QApplication.activeModalWidget()
    assert isinstance(found, kind)
    return found


def words_in(path: Path) -> str:
    with zipfile.ZipFile(path) as file:
        return file.read("word/document.xml").decode()


def test_run_sheets_of_the_only_tester_are_written_without_a_question(
    page: CyclesPage, desk, tmp_path: Path
) -> None:
    desk.prompts.answers.append(tmp_path / "sheets.docx")
    do(page, "run_sheets")
    dialog_of(ExportDone).reject()
    assert desk.prompts.asked == ["Save Run sheets CYC-01.docx"]
    assert "Amira" in words_in(tmp_path / "sheets.docx")


def test_run_sheets_of_one_of_several_testers_by_keys(
    page: CyclesPage, desk, with_ben, tmp_path: Path, qtbot: QtBot
) -> None:
    desk.prompts.answers.append(tmp_path / "sheets.docx")
    do(page, "run_sheets")
    dialog = dialog_of(DocumentDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    assert not dialog.pictures.isVisible()
    QTest.keyClicks(dialog.testers, "ben")
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    dialog_of(ExportDone).reject()
    assert desk.prompts.asked == ["Save Run sheets CYC-01 Ben.docx"]
    words = words_in(tmp_path / "sheets.docx")
    assert ("Ben" in words, "Amira" in words) == (True, False)


def test_a_workbook_of_one_tester_and_of_all(
    page: CyclesPage, desk, with_ben, tmp_path: Path
) -> None:
    desk.prompts.answers += [tmp_path / "all.xlsx", tmp_path / "one.xlsx"]
    do(page, "workbook")
    dialog_of(ExportDone).reject()
    do(page, "tester_workbook")
    dialog = dialog_of(DocumentDialog)
    dialog.testers.setCurrentText("Ben")
    dialog.accept()
    dialog_of(ExportDone).reject()
    assert (tmp_path / "one.xlsx").stat().st_size < (tmp_path / "all.xlsx").stat().st_size


def test_an_evidence_book_is_only_made_of_pictures_that_there_are(page: CyclesPage, desk) -> None:
    do(page, "evidence")
    assert "No picture was kept in CYC-01 yet." in desk.told[-1].text
    assert desk.prompts.asked == []


def test_an_evidence_book_holds_the_pictures(
    page: CyclesPage, desk, with_picture, tmp_path: Path
) -> None:
    desk.prompts.answers.append(tmp_path / "book.docx")
    do(page, "evidence")
    dialog_of(ExportDone).reject()
    with zipfile.ZipFile(tmp_path / "book.docx") as file:
        assert any(name.endswith(".png") for name in file.namelist())


@pytest.mark.parametrize("wanted", [True, False])
def test_a_certificate_has_small_pictures_where_space_ticked_them(
    page: CyclesPage, desk, with_picture, tmp_path: Path, wanted: bool, qtbot: QtBot
) -> None:
    desk.prompts.answers.append(tmp_path / "out.docx")
    do(page, "certificate")
    dialog = dialog_of(DocumentDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    assert not dialog.testers.isVisible()
    if wanted:
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Space)
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    dialog_of(ExportDone).reject()
    with zipfile.ZipFile(tmp_path / "out.docx") as file:
        pictures = [name for name in file.namelist() if name.startswith("word/media/")]
    assert len(pictures) == (2 if wanted else 1)  # one is the seal


def test_escape_writes_nothing(page: CyclesPage, desk, with_picture, qtbot: QtBot) -> None:
    do(page, "certificate")
    dialog = dialog_of(DocumentDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert desk.prompts.asked == []


@needs_office
def test_a_certificate_as_pdf(page: CyclesPage, desk, tmp_path: Path) -> None:
    desk.prompts.answers.append(tmp_path / "out.pdf")
    do(page, "certificate")
    dialog_of(ExportDone).reject()
    assert (tmp_path / "out.pdf").read_bytes().startswith(b"%PDF-")


def test_results_for_another_tool_are_chosen_from_a_list(
    page: CyclesPage, desk, with_picture, tmp_path: Path, qtbot: QtBot
) -> None:
    desk.prompts.answers.append(tmp_path / "results.json")
    do(page, "tool")
    dialog = dialog_of(ToolDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    QTest.keyClicks(dialog.list, "results")
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    dialog_of(ExportDone).reject()
    assert desk.prompts.asked == ["Save Results for Xray CYC-01.json"]
    assert json.loads((tmp_path / "results.json").read_bytes())["tests"]


def test_the_button_opens_the_further_documents(page: CyclesPage, desk, qtbot: QtBot) -> None:
    menu = page.documents.menu
    qtbot.mouseClick(page.documents._button, Qt.MouseButton.LeftButton)
    assert menu.isVisible()
    assert [action.text().replace("&", "") for action in menu.actions()] == [
        "Run sheets for paper…",
        "Evidence book…",
        "Workbook of one tester…",
        "File for another tool…",
    ]
    QTest.keyClick(menu, Qt.Key.Key_Escape)
    assert not menu.isVisible()


def test_the_keys_of_the_documents_make_them(page: CyclesPage, desk, tmp_path: Path) -> None:
    desk.prompts.answers.append(None)
    QTest.keyClick(page, Qt.Key.Key_R, CONTROL | SHIFT)
    assert desk.prompts.asked == ["Save Run sheets CYC-01.docx"]


def test_the_format_that_is_chosen_gives_the_file_its_ending(
    page: CyclesPage, tmp_path: Path, qtbot: QtBot
) -> None:
    chosen: list[Path] = []
    formats = "Word documents (*.docx);;PDF documents (*.pdf)"
    proposed = str(tmp_path / "Run sheets.docx")
    WindowPrompts().save_file(page, "Save", proposed, formats, chosen.append)
    dialog = page.findChild(QFileDialog)
    dialog.selectNameFilter("PDF documents (*.pdf)")
    dialog.filterSelected.emit("PDF documents (*.pdf)")
    box = dialog.findChild(QDialogButtonBox)
    qtbot.mouseClick(box.button(QDialogButtonBox.StandardButton.Save), Qt.MouseButton.LeftButton)
    assert chosen == [tmp_path / "Run sheets.pdf"]
