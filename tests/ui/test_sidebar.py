"""The project at hand is chosen in the sidebar and remembered."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu

from changedesk.people.records import Project

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def switcher(opened):
    return opened.window.desk_view.sidebar.projects


def menu():
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, QMenu)
    return popup


def test_the_projects_are_offered_and_the_chosen_one_is_remembered(switcher, opened, qtbot):
    context = opened.session.desk.context
    address = context.workspace.address
    qtbot.keyClick(opened.window, Qt.Key.Key_P, CTRL | SHIFT)
    entries = [action.text() for action in menu().actions() if not action.isSeparator()]
    assert entries == ["BOT  Chatbot for returns", "MOVE  Move support to Salesforce", "Projects…"]
    other = next(a for a in menu().actions() if a.text() and not a.isChecked())
    chosen = int(other.data())
    menu().close()
    switcher.choose(chosen)
    assert context.project_id == chosen
    opened.session.close()
    opened.session.open(address)
    assert opened.session.desk.context.project_id == chosen


def test_the_last_entry_leads_to_the_projects(switcher, opened):
    switcher.choose(0)
    view = opened.window.desk_view
    assert view.current.key == "people"
    assert view.current.pane.spec.type_name == "project"


def test_a_project_that_is_renamed_is_shown_so(switcher, opened, qtbot):
    context = opened.session.desk.context
    with context.workspace.change("Rename") as change:
        change.set_many(Project, {context.project_id: {"name": "Fish & <b>chips</b>"}})
    qtbot.waitUntil(lambda: switcher.text() == "Fish && <b>chips</b>")


def test_a_project_that_goes_gives_way_to_another(switcher, opened, qtbot):
    context = opened.session.desk.context
    bot = context.workspace.find(Project, code="BOT").id
    switcher.choose(bot)
    with context.workspace.change("Out") as change:
        change.delete_many(Project, [bot])
    assert context.project_id == context.workspace.find(Project).id
    assert switcher.text().startswith("Move support")


def test_the_page_at_hand_stays_in_sight_where_a_message_takes_room(opened, qtbot):
    view = opened.window.desk_view
    view.show_page("history")
    entries = view.sidebar.list
    opened.window.resize(opened.window.width(), 520)
    qtbot.waitUntil(
        lambda: entries.viewport().rect().contains(entries.visualRect(entries.currentIndex()))
    )
