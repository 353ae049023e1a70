"""Signing in the window: who, what, and what was changed afterwards."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from changedesk.documents.records import Signature
from changedesk.uat.records import Cycle
from ui.documents.sign_dialog import SignDialog

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def desk(opened):
    return opened.session.desk.workspace


@pytest.fixture
def cycle(desk, opened):
    with desk.change("Add a cycle") as change:
        return change.add(Cycle(project=opened.session.desk.context.project_id, title="Round")).id


@pytest.fixture
def page(opened, cycle, qtbot):
    opened.window.desk_view.show_page("documents")
    page = opened.window.desk_view.current
    page.turn_to("signatures")
    return page


@pytest.fixture
def dialog(page, qtbot):
    page._sign.trigger()
    qtbot.waitUntil(lambda: page._signing.dialog is not None)
    dialog = page._signing.dialog
    assert isinstance(dialog, SignDialog)
    place = next(n for n in range(dialog.what.count()) if "Round" in dialog.what.itemText(n))
    dialog.what.setCurrentIndex(place)
    return dialog


def test_a_cycle_is_signed_by_keys_and_a_later_change_shows(page, dialog, desk, cycle, qtbot):
    view = page.view("signatures")
    qtbot.waitUntil(lambda: " record" in dialog._told.text())
    dialog.name.selectAll()
    QTest.keyClicks(dialog.name, "Ruth Adeyemi")
    QTest.keyClicks(dialog.role, "Supervisor")
    qtbot.waitUntil(dialog.sign.isEnabled)
    QTest.keyClick(dialog.role, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(view.table.lines.rows) == 1)
    row = desk.find(Signature)
    assert (row.name, row.role, row.decision, row.manner) == (
        "Ruth Adeyemi", "Supervisor", "approved", "typed",
    )  # fmt: skip
    assert "unchanged" in view.table.lines.rows[0].texts[-1]
    with desk.change("Rename") as change:
        change.set(desk.get(Cycle, cycle), title="Round two")
    qtbot.waitUntil(lambda: len(view.changes.lines.rows) == 1)
    assert "Round → Round two" in view.changes.lines.rows[0].texts[-1]
    assert "1 change" in view.table.lines.rows[0].texts[-1]


def test_a_drawn_signature_is_kept_and_shown(page, dialog, desk, qtbot):
    view = page.view("signatures")
    qtbot.waitUntil(lambda: " record" in dialog._told.text())
    pad = dialog.pad
    QTest.mousePress(pad, LEFT, pos=QPoint(20, 40))
    QTest.mouseMove(pad, QPoint(80, 60))
    QTest.mouseRelease(pad, LEFT, pos=QPoint(120, 30))
    assert not pad.empty
    dialog.name.setText("Ruth")
    qtbot.waitUntil(dialog.sign.isEnabled)
    dialog.accept()
    qtbot.waitUntil(lambda: len(view.table.lines.rows) == 1)
    row = desk.find(Signature)
    assert row.manner == "drawn"
    assert desk.content(row.picture).startswith(b"\x89PNG")
    assert not view.drawing.isHidden()


def test_nobody_signs_without_a_name(page, dialog, desk, qtbot):
    qtbot.waitUntil(lambda: " record" in dialog._told.text())
    dialog.name.clear()
    assert not dialog.sign.isEnabled()
    dialog.accept()
    assert desk.find(Signature) is None
    dialog.reject()
