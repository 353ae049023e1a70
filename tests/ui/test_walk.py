"""Every widget of every page and dialog, looked at one by one."""

import gc
import weakref

import pytest
from PySide6.QtCore import QObject, Qt, SignalInstance
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCalendarWidget,
    QComboBox,
    QDialog,
    QLineEdit,
    QTabBar,
    QWidget,
)

from ui.bug_dialog import BugDialog
from ui.i18n import PseudoTranslator
from ui.key_sheet import KeySheet
from ui.pages import PAGES
from ui.palette import PaletteDialog
from ui.records.detail import RecordDetail
from ui.records.pane import RecordPane
from ui.welcome.new_dialog import NewWorkspaceDialog
from ui.welcome.restore_dialog import RestoreDialog
from ui.widgets.text import ElidedLabel, PlainLabel

DIALOGS = (BugDialog, KeySheet, NewWorkspaceDialog, PaletteDialog, RestoreDialog)


def each_page(desktop):
    for entry in PAGES:
        desktop.window.desk_view.show_page(entry.key)
        QApplication.processEvents()
        yield desktop.window.desk_view.current


def each_dialog(desktop):
    menus = desktop.window.menus
    for opener in (menus.open_palette, menus.show_keys, menus.new_workspace, menus.restore):
        opener()
        QApplication.processEvents()
        yield from open_dialogs()
    desktop.services.messages.problem(ZeroDivisionError())
    yield from open_dialogs()


def open_dialogs():
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, QDialog) and widget.isVisible():
            yield widget
            widget.close()
    QApplication.sendPostedEvents(None, 52)  # deferred deletions


def parts(top):
    return [top, *top.findChildren(QWidget)]


def belongs_to_qt(widget):
    """Parts that a Qt widget makes for itself."""
    parent = widget.parentWidget()
    if isinstance(widget, QLineEdit) and isinstance(parent, QComboBox):
        return True
    inside = parent
    while inside is not None:
        if isinstance(inside, QCalendarWidget):
            return True
        inside = inside.parentWidget()
    return widget.objectName().startswith("qt_") or isinstance(parent, QTabBar | QAbstractButton)


def unnamed(top):
    return [
        f"{type(widget).__name__} {widget.objectName()} in {type(widget.parentWidget()).__name__}"
        for widget in parts(top)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not belongs_to_qt(widget)
        and widget.isVisible()
        and not widget.accessibleName()
        and not (isinstance(widget, QAbstractButton) and widget.text())
        and widget.focusProxy() is None
        and type(widget).__module__.startswith(("ui.", "PySide6"))
        and type(widget) is not QWidget
    ]


def test_whatever_can_have_the_focus_has_a_name(opened, qtbot):
    for page in each_page(opened):
        assert unnamed(page) == []
    for dialog in each_dialog(opened):
        assert unnamed(dialog) == []
    assert unnamed(opened.window) == []
    opened.session.close()
    assert unnamed(opened.window) == []


def shadowing(top):
    found = []
    for thing in [top, *top.findChildren(QObject)]:
        base = next(c for c in type(thing).__mro__ if c.__module__.startswith("PySide6"))
        held = vars(thing) if hasattr(thing, "__dict__") else {}
        own = {name for name, value in held.items() if not isinstance(value, SignalInstance)}
        names = own & set(dir(base))
        found += [f"{type(thing).__name__}.{name}" for name in names]
    return found


def test_no_attribute_hides_one_of_qt(opened):
    for page in each_page(opened):
        assert shadowing(page) == []
    for dialog in each_dialog(opened):
        assert shadowing(dialog) == []


@pytest.fixture
def pseudo(dressed):
    translator = PseudoTranslator(dressed)
    dressed.installTranslator(translator)
    yield translator
    dressed.removeTranslator(translator)


def cut_off(top):
    found = []
    for widget in parts(top):
        shown = isinstance(widget, PlainLabel | QAbstractButton) and widget.isVisible()
        if not shown or isinstance(widget, ElidedLabel) or not widget.text():
            continue
        if isinstance(widget, PlainLabel) and widget.wordWrap():
            short = widget.height() < widget.heightForWidth(widget.width())
        else:
            short = widget.width() < widget.sizeHint().width()
        if short:
            found.append(f"{type(widget).__name__} “{widget.text()}” in {type(top).__name__}")
    return found


def test_nothing_is_cut_off_when_every_text_is_twice_as_long(pseudo, opened, qtbot):
    for page in each_page(opened):
        assert cut_off(page) == []
    for dialog in each_dialog(opened):
        assert cut_off(dialog) == []
    opened.session.close()
    QApplication.processEvents()
    assert cut_off(opened.window) == []


def left_out(top, data):
    found = []
    for widget in parts(top):
        if isinstance(widget, PlainLabel | QAbstractButton) and widget.text():
            text = widget.whole_text() if isinstance(widget, ElidedLabel) else widget.text()
            translated = PseudoTranslator.MARK in text
            words = any(letter.isalpha() for letter in text)
            if words and not translated and not any(known in text for known in data):
                found.append(f"{type(widget).__name__} “{text}” in {type(top).__name__}")
    return found


def test_no_text_is_left_untranslated(pseudo, opened, workspace):
    data = (
        "ChangeDesk",
        "Support move",
        "MOVE",
        "Amira",
        "Dana K.",
        "UAT-",
        "CYC-",
        "D-0",
        "G-0",
        "Ctrl+",
        "F1",
        "F2",
        "Del",
        "Esc",
        "Tab",
        "Enter",
        "/",
        "Chloé",
        "Ben",
        "Chat",
        "Start",
    )
    for page in each_page(opened):
        assert left_out(page, data) == []
    for dialog in each_dialog(opened):
        assert left_out(dialog, data) == []


@pytest.mark.parametrize("kind", [RecordPane, RecordDetail])
def test_parts_are_freed_without_the_garbage_collector(context, qtbot, kind):
    from changedesk.uat.records import Defect

    gc.collect()
    gc.disable()
    try:
        widget = kind(context, Defect)
        gone = weakref.ref(widget)
        widget.deleteLater()
        del widget
        QApplication.sendPostedEvents(None, 52)
        assert gone() is None
    finally:
        gc.enable()


def test_dialogs_are_freed_when_they_are_closed(opened, qtbot):
    counts: dict[str, int] = {}
    for _ in range(3):
        for dialog in each_dialog(opened):
            counts[type(dialog).__name__] = counts.get(type(dialog).__name__, 0) + 1
        gc.collect()
        alive = [
            type(widget).__name__
            for widget in QApplication.topLevelWidgets()
            if isinstance(widget, DIALOGS)
        ]
        assert alive == []
    assert set(counts) == {kind.__name__ for kind in DIALOGS}


def test_pages_are_freed_when_the_workspace_is_closed(opened, qtbot):
    seen = [weakref.ref(page) for page in each_page(opened)]
    view = weakref.ref(opened.window.desk_view)
    opened.session.close()
    QApplication.sendPostedEvents(None, 52)
    gc.collect()
    QApplication.sendPostedEvents(None, 52)
    assert [type(page()).__name__ for page in seen if page() is not None] == []
    assert view() is None
