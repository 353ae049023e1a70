"""A line is one line, whatever is pasted into it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit

from changedesk.people.records import Project
from changedesk.uat.records import Script
from ui.palette import PaletteDialog

CTRL = Qt.KeyboardModifier.ControlModifier
LINES = "Move\tthe desk\r\nto  Leeds\nby\u2028May\n"
FOLDED = "Move the desk to  Leeds by May"


@pytest.fixture
def page(opened, qtbot):
    desk = opened.session.desk
    desk.context.project_id = desk.workspace.find(Project, code="MOVE").id
    opened.window.desk_view.show_page("scripts")
    shown = opened.window.desk_view.current
    qtbot.waitUntil(lambda: shown.table.records.row_values(0) is not None)
    QGuiApplication.clipboard().setText(LINES)
    return shown


def paste(qtbot):
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    qtbot.keyClick(line, Qt.Key.Key_V, CTRL)
    return line


def test_lines_pasted_into_the_title_of_a_form_become_one(page, opened, qtbot):
    page.table.choose(page.table.records.key_at(0))
    page.detail.tabs.setCurrentWidget(page.detail.form)
    title = page.detail.form.fields["title"].editor
    qtbot.waitUntil(title.isEnabled)
    title.setFocus()
    title.selectAll()
    paste(qtbot)
    assert title.text() == FOLDED
    qtbot.keyClick(title, Qt.Key.Key_Return)
    workspace = opened.session.desk.workspace
    assert workspace.get(Script, page.table.records.key_at(0)).title == FOLDED


def test_lines_pasted_into_a_cell_that_is_being_edited_become_one(page, opened, qtbot):
    key, rows = page.table.records.key_at(0), len(page.table.records.keys)
    page.table.choose(key, column=page.table.title_column(), edit=True)
    line = paste(qtbot)
    assert line.text() == FOLDED
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert opened.session.desk.workspace.get(Script, key).title == FOLDED
    assert len(page.table.records.keys) == rows


def test_what_is_pasted_into_the_middle_leaves_the_cursor_behind_it(page, qtbot):
    page.table.choose(page.table.records.key_at(0), column=page.table.title_column(), edit=True)
    line = QApplication.focusWidget()
    line.setText("before after")
    line.setCursorPosition(len("before "))
    QGuiApplication.clipboard().setText("a\nb")
    paste(qtbot)
    qtbot.keyClicks(line, " c ")
    assert line.text() == "before a b c after"


def test_a_cell_of_several_lines_from_excel_becomes_one_in_a_title(page, opened, qtbot):
    key = page.table.records.key_at(0)
    page.table.choose(key, column=page.table.title_column())
    page.table.setFocus()
    QGuiApplication.clipboard().setText('"Move\nthe ""desk""\n"\tMail\n')
    qtbot.keyClick(page.table, Qt.Key.Key_V, CTRL)
    kept = opened.session.desk.workspace.get(Script, key)
    assert (kept.title, kept.area) == ('Move the "desk"', "Mail")


def test_lines_pasted_into_filter_and_palette_become_one(page, opened, qtbot):
    page.header.focus_filter()
    assert paste(qtbot).text() == FOLDED
    qtbot.keyClick(opened.window, Qt.Key.Key_K, CTRL)
    palette = next(w for w in QApplication.topLevelWidgets() if isinstance(w, PaletteDialog))
    qtbot.keyClick(palette.line, Qt.Key.Key_V, CTRL)
    assert palette.line.text() == FOLDED
    palette.close()


def test_an_ordinary_text_is_pasted_as_it_is(page, qtbot):
    page.table.choose(page.table.records.key_at(0), column=page.table.title_column(), edit=True)
    QGuiApplication.clipboard().setText("  two  spaces ")
    assert paste(qtbot).text() == "  two  spaces "
