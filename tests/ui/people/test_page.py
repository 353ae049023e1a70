"""People, groups and projects on one page."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from changedesk.people.records import Group, Person, Project

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(opened):
    opened.window.desk_view.show_page("people")
    return opened.window.desk_view.current


def test_each_has_its_own_table(page):
    shown = []
    for place in range(page.tabs.count()):
        page.tabs.setCurrentIndex(place)
        shown.append((page.tabs.tabText(place), len(page.pane.table.records.keys)))
    assert shown == [("People", 3), ("Groups", 1), ("Projects", 2)]


def test_ctrl_n_makes_one_of_the_kind_at_hand(page, opened, qtbot):
    workspace = opened.session.desk.workspace
    qtbot.keyClick(opened.window, Qt.Key.Key_N, CTRL)
    qtbot.waitUntil(page.pane.table.is_editing)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert workspace.find(Person, name="New person") is not None
    page.tabs.setCurrentIndex(1)
    qtbot.keyClick(opened.window, Qt.Key.Key_N, CTRL)
    assert workspace.find(Group, name="New group").code == "G-02"
    page.tabs.setCurrentIndex(2)
    qtbot.keyClick(opened.window, Qt.Key.Key_N, CTRL)
    assert workspace.find(Project, name="New project").code == "P3"


def test_what_is_used_is_not_deleted_and_the_sentence_says_so(page, opened, qtbot):
    page.tabs.setCurrentIndex(2)
    page.pane.table.setFocus()
    qtbot.keyClick(page.pane.table, Qt.Key.Key_Delete)
    assert "used by" in opened.window.message_bar.text
    assert len(page.pane.table.records.keys) == 2


def test_a_list_of_people_is_pasted_from_excel(page, opened, qtbot):
    from PySide6.QtGui import QGuiApplication

    table = page.pane.table
    QGuiApplication.clipboard().setText("Dora\tdora@example.com\nEmil\temil@example.com\n")
    rows = len(table.records.keys)
    qtbot.keyClick(opened.window, Qt.Key.Key_V, CTRL | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: len(table.records.keys) == rows + 2)
    assert opened.session.desk.workspace.find(Person, name="Emil").email == "emil@example.com"


def test_a_record_that_is_gone_to_is_on_its_own_tab(page, opened):
    context = opened.session.desk.context
    group = context.workspace.find(Group)
    context.go_to("people", "group", group.id)
    assert page.tabs.currentIndex() == 1
    assert page.pane.table.current_key() == group.id


def test_the_filter_is_that_of_the_kind_at_hand(page, qtbot):
    page.header.filter.setText("amira")
    qtbot.waitUntil(lambda: len(page.pane.table.records.keys) == 1)
    page.tabs.setCurrentIndex(1)
    assert page.header.filter.text() == ""
    page.tabs.setCurrentIndex(0)
    assert len(page.pane.table.records.keys) == 3
