"""Nothing of the UAT pages and dialogs is cut off or nameless, even where words are long."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from changedesk.uat import capture, queries
from ui.i18n import PseudoTranslator
from ui.page import Page
from ui.uat.cycles_page import CyclesPage
from ui.uat.exporting import ExportDone
from ui.uat.import_dialog import ImportDialog
from ui.uat.plan_dialog import PlanDialog
from ui.uat.run_mode import RunModePage
from ui.uat.scripts_page import ScriptsPage
from ui.widgets.text import ElidedLabel, PlainLabel


@pytest.fixture
def pseudo(qapp: QApplication) -> Iterator[PseudoTranslator]:
    """A language in which every text is twice as long."""
    translator = PseudoTranslator(qapp)
    qapp.installTranslator(translator)
    yield translator
    qapp.removeTranslator(translator)


def overflows(area: QScrollArea) -> bool:
    """Tell whether what is inside is wider than what is seen."""
    return area.widget().width() > area.viewport().width()


def is_cut(widget: PlainLabel | QAbstractButton) -> bool:
    """Tell whether there is less room than the text takes."""
    if not widget.text() or isinstance(widget, ElidedLabel):
        return False
    if isinstance(widget, PlainLabel) and widget.wordWrap():
        return widget.height() < widget.heightForWidth(widget.width())
    return widget.width() < widget.sizeHint().width()


def faults(top: QWidget) -> list[str]:
    """What is cut off, does not fit its frame, or has no name."""
    for _ in range(3):  # type, then sizes, then places
        QApplication.processEvents()
    found = []
    for widget in [top, *top.findChildren(QWidget)]:
        if not widget.isVisible():
            continue
        if isinstance(widget, QScrollArea) and overflows(widget):
            found.append(f"{type(widget).__name__} is wider than its frame")
        if isinstance(widget, PlainLabel | QAbstractButton) and is_cut(widget):
            found.append(f"{type(widget).__name__} “{widget.text()}” is cut off")
        if isinstance(widget, QAbstractButton) and not (widget.accessibleName() or widget.text()):
            found.append(f"{type(widget).__name__} has no name")
    return found


@pytest.fixture
def running(pseudo, desk, filled, show) -> RunModePage:
    """Run mode at a failed step with words, in a window as narrow as it may be."""
    page = RunModePage(desk.context)
    show(page)
    page.resize(752, 560)
    page.show_record("cycle", filled[1].cycle)
    assert "\n".join(faults(page)) == ""
    QTest.keyClick(page.choice._cycles, Qt.Key.Key_Return)
    page.hands.record("fail")
    return page


def test_run_mode(running: RunModePage) -> None:
    assert "\n".join(faults(running)) == ""


@pytest.mark.parametrize("size", range(5))
def test_run_mode_in_large_type(running: RunModePage, size: int) -> None:
    running.resize(1200, 700)
    running.keys.set_scale(size)
    assert "\n".join(faults(running)) == ""


def test_the_end_of_a_session(running: RunModePage) -> None:
    session = running.session
    assert session is not None
    while not session.ended:
        running.hands.record("skipped")
    assert running.ending.isVisible()
    assert "\n".join(faults(running)) == ""


def test_the_dialog_for_a_defect(running: RunModePage) -> None:
    running.hands.raise_defect()
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    assert "\n".join(faults(dialog)) == ""
    dialog.close()


def test_the_pages(pseudo, desk, filled, show, qtbot: QtBot) -> None:
    run = queries.runs(desk.workspace, filled[1].cycle)[0]
    step = queries.run_sheet(desk.workspace, run.id).steps[0].id
    capture.record_result(desk.workspace, run.id, step, "fail")
    for kind in (ScriptsPage, CyclesPage):
        page: Page = kind(desk.context)
        show(page)
        assert "\n".join(faults(page)) == ""
        page.hide()


def test_planning(pseudo, desk, filled, show, qtbot: QtBot) -> None:
    page = CyclesPage(desk.context)
    show(page)
    qtbot.waitUntil(page.detail.tabs.isVisible)
    page.plan()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, PlanDialog)
    dialog.scripts.tick_shown()
    assert "\n".join(faults(dialog)) == ""
    dialog.close()


def test_importing(pseudo, desk, show, tmp_path: Path) -> None:
    page = ScriptsPage(desk.context)
    show(page)
    dialog = ImportDialog(desk.context, page)
    dialog.open()
    assert "\n".join(faults(dialog)) == ""
    path = tmp_path / "a.csv"
    path.write_text(
        "ID,Title,Steps,Expected,Status\n1,Log in,Open,Home,hmm\n2,B,C,D,Pass\n", "utf-8"
    )
    dialog.read(path)
    for place in range(dialog.tabs.count()):
        dialog.tabs.setCurrentIndex(place)
        assert "\n".join(faults(dialog)) == ""
    dialog.close()


def test_what_was_written(pseudo, desk, show) -> None:
    page = ScriptsPage(desk.context)
    show(page)
    dialog = ExportDone(Path("/somewhere") / ("deep " * 30) / "UAT workbook CYC-01.xlsx", page)
    dialog.open()
    assert "\n".join(faults(dialog)) == ""
    dialog.close()
