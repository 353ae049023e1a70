"""A closed cycle in the window: nothing that would be refused is offered, until it is reopened."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from changedesk.people.records import Person
from changedesk.store.errors import UserError
from changedesk.uat import criteria, cycles
from changedesk.uat.records import Criterion, Cycle, Run, SessionTester, UatSession
from ui.app import Desktop
from ui.page import Page
from ui.uat.cycles_page import CyclesPage
from ui.uat.run_mode import RunModePage
from ui.widgets.message_bar import MessageBar

REASON = "CYC-01 is closed: reopen it to change it."
PASS = Qt.Key.Key_P
OFFERED = ("cycles.run", "cycles.plan", "cycles.condition", "cycles.close")


@pytest.fixture
def furnished(desk, filled) -> int:
    """A closed cycle with a criterion to tick, a condition, a session and a tester in it."""
    workspace, cycle = desk.workspace, filled[1].cycle
    criteria.add_kit(workspace, cycle)
    criteria.add_condition(workspace, cycle, "Mend the printer")
    with workspace.change("Session") as change:
        session = change.add(UatSession(cycle=cycle, site="Leeds")).id
        change.add(SessionTester(session=session, person=workspace.find(Person).id))
    cycles.set_status(workspace, cycle, "closed")
    return cycle


@pytest.fixture
def page(desk, furnished: int, show: Callable[[Page], None], qtbot: QtBot) -> CyclesPage:
    """The page with that cycle in hand."""
    page = CyclesPage(desk.context)
    show(page)
    qtbot.waitUntil(lambda: page._cycle is not None)
    return page


def buttons_on(part: QWidget) -> set[str]:
    return {button.text() for button in part.findChildren(QPushButton) if button.isEnabled()}


def test_what_is_refused_is_off_and_the_reason_stands_above_it(
    page: CyclesPage, desk, furnished: int, qtbot: QtBot
) -> None:
    action = desk.context.actions.action
    assert page.closed.isVisible()
    assert page.closed.said.text() == REASON
    assert [name for name in OFFERED if action(name).isEnabled()] == []
    page.detail.tabs.setCurrentWidget(page.criteria)
    own = {b.text() for b in (page.criteria.kit, page.criteria.new, page.criteria.waiver)}
    assert not own & buttons_on(page.criteria)
    assert not page.criteria.form.widget().isEnabled()
    before = desk.workspace.head()
    for key in (Qt.Key.Key_Space, Qt.Key.Key_W, Qt.Key.Key_Delete):
        QTest.keyClick(page.criteria.table, key)
    page.detail.tabs.setCurrentWidget(page.sessions)
    assert buttons_on(page.sessions) == set()
    for key in (PASS, Qt.Key.Key_A):
        QTest.keyClick(page.sessions.people, key)
    page.detail.tabs.setCurrentWidget(page.conditions)
    pane = page.conditions.pane
    assert pane is not None
    qtbot.waitUntil(lambda: bool(pane.table.chosen_keys()))
    assert not page.conditions.new.isEnabled()
    assert not page.conditions.out.isEnabled()
    for key in (Qt.Key.Key_F2, Qt.Key.Key_Delete):
        QTest.keyClick(pane.table, key)
    assert not pane.table.is_editing()
    assert desk.workspace.head() == before
    assert desk.told == []


def test_all_comes_on_right_after_reopening(
    page: CyclesPage, desk, furnished: int, qtbot: QtBot
) -> None:
    page.detail.tabs.setCurrentWidget(page.conditions)
    button = page.closed.button
    assert button is not None
    assert button.text() == "Reopen the cycle"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not page.closed.isVisible()
    action = desk.context.actions.action
    assert [name for name in OFFERED if not action(name).isEnabled()] == []
    pane = page.conditions.pane
    assert pane is not None
    qtbot.waitUntil(page.conditions.out.isEnabled)
    assert page.conditions.new.isEnabled()
    qtbot.waitUntil(pane.detail.form.widget().isEnabled)
    QTest.keyClick(pane.table, Qt.Key.Key_F2)
    assert pane.table.is_editing()
    QTest.keyClick(pane.table.focusWidget(), Qt.Key.Key_Escape)
    page.detail.tabs.setCurrentWidget(page.criteria)
    assert page.criteria.new.isEnabled()
    assert page.criteria.form.widget().isEnabled()
    page.detail.tabs.setCurrentWidget(page.sessions)
    QTest.keyClick(page.sessions.people, PASS)
    assert desk.workspace.find(SessionTester).attendance == "present"


def test_run_mode_takes_no_key_in_a_closed_cycle_and_says_why(
    desk, furnished: int, show: Callable[[Page], None], qtbot: QtBot
) -> None:
    page = RunModePage(desk.context)
    show(page)
    page.show_record("run", desk.workspace.find(Run).id)
    qtbot.waitUntil(lambda: page.faces.currentWidget() is page.view)
    assert page.closed.isVisible()
    assert page.closed.said.text() == REASON
    QTest.keyClick(page.view.steps, PASS)
    assert desk.workspace.counts()["step_result"] == 0
    cycles.set_status(desk.workspace, furnished, "open")
    assert not page.closed.isVisible()
    qtbot.waitUntil(desk.context.actions.action("run.pass").isEnabled)
    QTest.keyClick(page.view.steps, PASS)
    assert desk.workspace.counts()["step_result"] == 1


def test_the_bar_that_a_cycle_is_closed_goes_when_it_is_reopened(
    opened: Desktop,
) -> None:
    workspace = opened.session.desk.workspace
    cycle = workspace.find(Cycle)
    cycles.set_status(workspace, cycle.id, "closed")
    bar: MessageBar = opened.window.message_bar
    with pytest.raises(UserError) as refused:
        criteria.add_criterion(workspace, cycle.id, "More")
    opened.services.messages.problem(refused.value)
    assert "reopen it first" in bar.text
    cycles.set_status(workspace, cycle.id, "open")
    assert bar.text == ""
    assert workspace.find(Criterion) is None
