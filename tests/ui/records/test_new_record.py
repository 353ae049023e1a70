"""Ctrl+N under quick hands: the record is made on a worker, and nothing that is typed is lost."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from changedesk.people.records import Person, Project
from changedesk.store.workspace import Workspace
from changedesk.uat.records import Script
from ui.app import Desktop
from ui.jobs import JobRunner
from ui.prompts import ScriptedPrompts

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def busy(
    dressed: QApplication, prompts: ScriptedPrompts, workspace: Workspace, qtbot: QtBot
) -> Iterator[Desktop]:
    """The whole program with real threads, the workspace of the tests open."""
    address = workspace.address
    workspace.close()
    desktop = Desktop(dressed, jobs=JobRunner(), prompts=prompts)
    desktop.session.open(address)
    qtbot.waitUntil(lambda: desktop.session.desk is not None)
    with qtbot.waitActive(desktop.window):
        desktop.window.show()
        desktop.window.activateWindow()
    opened = desktop.session.desk
    qtbot.waitUntil(lambda: opened.context.project_id is not None)
    opened.context.project_id = opened.workspace.find(Project, code="MOVE").id
    yield desktop
    desktop.window.close()
    desktop.window.deleteLater()


@pytest.fixture
def page(busy: Desktop, qtbot: QtBot):
    busy.window.desk_view.show_page("scripts")
    shown = busy.window.desk_view.current
    qtbot.waitUntil(lambda: len(shown.table.records.keys) == 12)
    qtbot.waitUntil(lambda: shown.table.records.row_values(0) is not None)
    shown.table.setFocus()
    return shown


def press(qtbot: QtBot, *keys: str | Qt.Key) -> None:
    """Press keys where the cursor is, without giving the window time in between."""
    for key in keys:
        for one in key if isinstance(key, str) else [key]:
            qtbot.keyClick(QApplication.focusWidget(), one)


def new(qtbot: QtBot, desktop: Desktop) -> None:
    qtbot.keyClick(desktop.window, Qt.Key.Key_N, CTRL)


def titles(desktop: Desktop) -> list[str]:
    rows = desktop.session.desk.workspace.rows(Script.select(Script.title).order_by(Script.id))
    return [row.title for row in rows][12:]


def editor() -> QLineEdit:
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    return line


def test_what_is_typed_right_after_ctrl_n_is_the_title(busy, page, qtbot):
    new(qtbot, busy)
    press(qtbot, "Transfer a cha")
    assert not page.table.is_editing()
    qtbot.waitUntil(page.table.is_editing)
    press(qtbot, "t", Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: titles(busy) == ["Transfer a chat"])


def test_enter_pressed_before_the_record_is_there_saves_it(busy, page, qtbot):
    new(qtbot, busy)
    press(qtbot, "Quick", Qt.Key.Key_Backspace, "kest", Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: titles(busy) == ["Quickest"])
    assert not page.table.is_editing()


def test_other_records_stay_as_they_are_while_a_new_one_is_made(busy, page, qtbot):
    before = page.table.records.row_values(0)
    page.table.choose(page.table.records.key_at(0), column=page.table.title_column())
    new(qtbot, busy)
    press(qtbot, "x")
    qtbot.waitUntil(page.table.is_editing)
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: titles(busy) == ["x"])
    assert page.table.records.row_values(0) == before


def test_ctrl_n_pressed_twice_makes_one_record(busy, page, qtbot):
    new(qtbot, busy)
    new(qtbot, busy)
    press(qtbot, "One")
    qtbot.waitUntil(page.table.is_editing)
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: titles(busy) == ["One"])


def test_ctrl_n_in_an_empty_new_record_makes_no_other(busy, page, qtbot):
    new(qtbot, busy)
    qtbot.waitUntil(page.table.is_editing)
    new(qtbot, busy)
    qtbot.waitUntil(page.table.is_editing)
    press(qtbot, Qt.Key.Key_Escape)
    new(qtbot, busy)
    press(qtbot, "Named at last", Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: titles(busy) == ["Named at last"])


def test_ctrl_n_after_a_title_was_typed_saves_it_and_makes_the_next(busy, page, qtbot):
    new(qtbot, busy)
    press(qtbot, "First")
    qtbot.waitUntil(page.table.is_editing)
    new(qtbot, busy)
    press(qtbot, "Second", Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: titles(busy) == ["First", "Second"])


def test_a_filter_does_not_hide_what_ctrl_n_makes(busy, page, qtbot):
    page.header.focus_filter()
    press(qtbot, "number 3")
    qtbot.waitUntil(lambda: len(page.table.records.keys) == 1)
    new(qtbot, busy)
    press(qtbot, "In sight")
    qtbot.waitUntil(page.table.is_editing)
    assert editor().text() == "In sight"
    assert page.header.filter.text() == ""


def test_the_keys_work_again_after_a_new_record_was_refused(busy, qtbot):
    busy.window.desk_view.show_page("people")
    shown = busy.window.desk_view.current
    shown.tabs.setCurrentIndex(2)
    table = shown.pane.table
    qtbot.waitUntil(lambda: len(table.records.keys) == 2)

    def refuse(change, records):
        return change.add_many(
            table.record_type, [{**values, "code": "not a code"} for values in records]
        )

    table.records.writer.make = refuse
    new(qtbot, busy)
    qtbot.waitUntil(lambda: table.records.row_values(0) is not None)
    press(qtbot, "lost")
    qtbot.waitUntil(lambda: "takes at most 20 letters" in busy.window.message_bar.text)
    table.choose(table.records.key_at(0), column=table.title_column())
    press(qtbot, "Move", Qt.Key.Key_Return)
    workspace = busy.session.desk.workspace
    qtbot.waitUntil(lambda: workspace.find(Project, name="Move") is not None)


def test_the_first_person_of_an_empty_page_is_typed_at_once(busy, qtbot):
    busy.window.desk_view.show_page("people")
    shown = busy.window.desk_view.current
    table = shown.panes[0].table
    qtbot.waitUntil(lambda: len(table.records.keys) == 3)
    table.selectAll()
    table.setFocus()
    press(qtbot, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: shown.pane.stack.currentWidget() is shown.pane.empty)
    new(qtbot, busy)
    press(qtbot, "Dana K.", Qt.Key.Key_Return)
    workspace = busy.session.desk.workspace
    qtbot.waitUntil(lambda: workspace.find(Person, name="Dana K.") is not None)
    assert workspace.find(Person, name="New person") is None
