"""What a tester reads is never cut, what loads says so, and typing is taken back word by word."""

import threading
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QWidget
from pytestqt.qtbot import QtBot

from changedesk.uat import criteria
from changedesk.uat.pace import BurnUp
from changedesk.uat.records import Run, Script
from ui.jobs import JobRunner, Progress
from ui.page import Page
from ui.uat.burn_up_chart import axis_of
from ui.uat.cycles_page import CyclesPage
from ui.uat.pin import Pin
from ui.uat.pin_dialog import PinDialog
from ui.uat.run_mode import RunModePage
from ui.uat.type_scale import SCALES
from ui.widgets.waiting import Waiting

UNDO = Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier
LONG = "\n".join(f"{n}. Log in as the agent of team {n} and open the console." for n in range(40))


def _scrolls(box: QAbstractScrollArea) -> bool:
    return box.verticalScrollBar().maximum() > 0


def _whole(text: QWidget) -> bool:
    return text.height() >= text.heightForWidth(text.width())


@pytest.fixture
def running(desk, filled, show: Callable[[Page], None], qtbot: QtBot) -> RunModePage:
    """Run mode at the first step of a script that says much before it starts."""
    workspace = desk.workspace
    with workspace.change("Say more") as change:
        change.set(workspace.find(Script), preconditions=LONG)
    page = RunModePage(desk.context)
    show(page)
    page.show_record("run", workspace.find(Run).id)
    qtbot.waitUntil(lambda: page.faces.currentWidget() is page.view)
    return page


@pytest.mark.parametrize("scale", [0, len(SCALES) - 1])
def test_what_stands_before_the_start_can_be_read_to_its_end(
    running: RunModePage, qtbot: QtBot, scale: int
) -> None:
    view = running.view
    view.set_scale(scale)
    for _ in range(2):
        box, text = view.before, view.before._lines[1]
        assert text.text() == f"Before you start: {LONG}"
        qtbot.waitUntil(partial(_scrolls, box))
        qtbot.waitUntil(partial(_whole, text))
        assert box.height() * 3 <= view.height()
        bar = box.verticalScrollBar()
        bar.setValue(bar.maximum())
        assert text.mapTo(box.viewport(), text.rect().bottomLeft()).y() <= box.viewport().height()
        QTest.keyClick(view.steps, Qt.Key.Key_P)


def test_short_words_before_the_start_take_no_more_than_their_lines(
    running: RunModePage, desk, qtbot: QtBot
) -> None:
    runs = [run.id for run in desk.workspace.rows(Run.select().order_by(Run.id))]
    running.show_record("run", runs[-1])
    box = running.view.before
    qtbot.waitUntil(lambda: box._lines[1].text() == "Before you start: Logged in as an agent")
    qtbot.waitUntil(lambda: box.verticalScrollBar().maximum() == 0)
    assert box.height() < running.view.height() // 8


def test_typing_is_taken_back_word_by_word_and_then_the_change_before(
    running: RunModePage, qtbot: QtBot
) -> None:
    running.view.ask_words()
    words = running.view.bar.words
    QTest.keyClicks(words, "The chat vanished")
    seen = []
    while words.document().isUndoAvailable():
        QTest.keyClick(words, *UNDO)
        seen.append(words.toPlainText())
    assert seen == ["The chat ", "The ", ""]


def test_the_dialog_of_the_pin_is_wrong_only_after_a_mistake(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = PinDialog("The PIN takes you back.", Pin("1234"), parent)
    dialog.open()
    assert not dialog.wrong.isVisible()
    QTest.keyClicks(dialog.pin, "9999")
    QTest.keyClick(dialog.pin, Qt.Key.Key_Return)
    assert dialog.wrong.isVisible()
    assert dialog.wrong.text() == "That is not the PIN."
    dialog.reject()


def test_a_blank_pane_says_that_it_loads_until_it_is_read(qtbot: QtBot) -> None:
    pane, jobs, gate = QWidget(), JobRunner(), threading.Event()
    qtbot.addWidget(pane)
    pane.show()
    blank = True
    waiting = Waiting(pane, lambda: blank)
    assert waiting.label.isHidden()

    def work(_: Progress) -> None:
        gate.wait(20)

    waiting.follow(jobs.run(work))
    assert waiting.label.isHidden()
    qtbot.waitUntil(waiting.label.isVisible)
    assert waiting.label.text() == "Loading…"
    gate.set()
    qtbot.waitUntil(waiting.label.isHidden)
    assert jobs.close()


DAY = date(2026, 3, 16)


def series(first: date, *executed: int) -> list[BurnUp]:
    return [BurnUp(first + timedelta(n), 30, done, done) for n, done in enumerate(executed)]


def test_the_axis_of_a_burn_up_is_that_of_the_cycle() -> None:
    found = series(date(2026, 3, 12), 0, 0, 0, 0, 5, 9)
    far = axis_of(found, date(2026, 11, 25), "2026-03-16", "2026-03-20")
    assert far == (DAY, date(2026, 3, 20))
    near = axis_of(found, date(2026, 3, 21), "2026-03-16", "2026-03-20")
    assert near == (DAY, date(2026, 3, 21))
    early = axis_of(series(date(2026, 3, 14), 2, 2, 5), None, "2026-03-16", "2026-03-20")
    assert early == (date(2026, 3, 14), date(2026, 3, 20))
    assert axis_of(found, None, "", "") == (date(2026, 3, 12), date(2026, 3, 17))


def test_the_lines_of_criteria_are_shown_whole_above_their_form(
    desk, filled, show: Callable[[Page], None], qtbot: QtBot
) -> None:
    criteria.add_kit(desk.workspace, filled[1].cycle)
    page = CyclesPage(desk.context)
    show(page)
    qtbot.waitUntil(lambda: page._cycle is not None)
    page.detail.tabs.setCurrentWidget(page.criteria)
    table, form = page.criteria.table, page.criteria.form
    qtbot.waitUntil(lambda: table.viewport().height() >= 7 * table.rowHeight(0))
    qtbot.waitUntil(lambda: table.viewport().height() % table.rowHeight(0) <= 1)
    assert form.height() >= 100
    assert page.table.horizontalScrollBar().maximum() == 0
