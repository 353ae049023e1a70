"""Run mode under a fast hand and over a long day: nothing lost, nothing held, nothing grows."""

import gc
import time
import weakref
from collections.abc import Callable

import pytest
import shiboken6
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from changedesk.desk import new_desk
from changedesk.uat import queries
from ui.page import Page
from ui.uat.cycles_page import CyclesPage
from ui.uat.defect_dialog import DefectDialog, DefectOrigin
from ui.uat.defects_page import DefectsPage
from ui.uat.import_dialog import ImportDialog
from ui.uat.run_mode import RunModePage
from ui.uat.scripts_page import ScriptsPage

PAGES = (ScriptsPage, CyclesPage, DefectsPage, RunModePage)


@pytest.fixture
def many(workspace_path, make_desk, request: pytest.FixtureRequest):
    """Twenty scripts of ten steps, with real threads."""
    fill = request.getfixturevalue("fill_project")
    workspace = new_desk(workspace_path, actor="Dana")
    fixture = fill(workspace, 20, 10)
    return make_desk(workspace, fixture.project, threads=True), fixture


def open_session(page: RunModePage, cycle: int, qtbot: QtBot) -> None:
    page.show_record("cycle", cycle)
    qtbot.waitUntil(lambda: page.faces.currentWidget() is page.choice)
    QTest.keyClick(page.choice._cycles, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.faces.currentWidget() is page.view)


def test_twenty_keys_a_second_are_all_recorded_and_soon_shown(
    many, show: Callable[[Page], None], qtbot: QtBot
) -> None:
    desk, fixture = many
    page = RunModePage(desk.context)
    show(page)
    open_session(page, fixture.cycle, qtbot)
    keys = "ppsnpppppp" * 10
    spent = []
    began = time.perf_counter()
    for number, key in enumerate(keys):
        wait = began + number * 0.05 - time.perf_counter()
        if wait > 0:
            QTest.qWait(int(wait * 1000))
        start = time.perf_counter()
        QTest.keyClicks(page.view.steps, key)
        page.view.repaint()
        spent.append(time.perf_counter() - start)
    counts = [run for run in queries.runs(desk.workspace, fixture.cycle) if run.done]
    assert sum(run.done for run in counts) == len(keys)
    assert sum(run.skipped for run in counts) == 10
    assert sum(run.not_applicable for run in counts) == 10
    # A wide margin: the bench measures against the floor of the same disk.
    assert sorted(spent)[len(spent) * 95 // 100] < 0.25


def test_a_burst_without_a_pause_is_recorded_key_by_key(
    many, show: Callable[[Page], None], qtbot: QtBot
) -> None:
    desk, fixture = many
    page = RunModePage(desk.context)
    show(page)
    open_session(page, fixture.cycle, qtbot)
    QTest.keyClicks(page.view.steps, "psnp" * 25)
    runs = queries.runs(desk.workspace, fixture.cycle)
    assert sum(run.done for run in runs) == 100
    results = queries.results_of(desk.workspace, [run.id for run in runs])
    assert sum(len(found) for found in results.values()) == 100


def test_pages_go_for_good_when_they_are_closed(desk, filled, show, qtbot: QtBot) -> None:
    pages = []
    for kind in PAGES:
        page = kind(desk.context)
        page.show()
        page.prepare()
        pages.append(weakref.ref(page))
        page.hide()
        page.close_page()
        del page
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    left = [ref() for ref in pages]
    assert [page for page in left if page is not None and shiboken6.isValid(page)] == []


def test_dialogs_go_for_good_when_they_are_closed(desk, show, qtbot: QtBot) -> None:
    page = ScriptsPage(desk.context)
    show(page)
    for _ in range(3):
        for dialog in (
            DefectDialog(DefectOrigin("", "Title", ""), page),
            ImportDialog(desk.context, page),
        ):
            dialog.open()
            dialog.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert page.findChildren(DefectDialog) == []
    assert page.findChildren(ImportDialog) == []
