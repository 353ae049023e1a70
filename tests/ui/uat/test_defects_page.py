"""The page Defects: what was raised and what is typed, with the proof."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QBuffer, QPoint, QPointF, Qt
from PySide6.QtGui import QDrag, QDragEnterEvent, QDragMoveEvent, QDropEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from changedesk.store.errors import EnvironmentProblem
from changedesk.uat import capture, queries
from changedesk.uat.records import Defect
from ui.page import Page
from ui.uat.defect_board import BoardColumn
from ui.uat.defects_page import DefectsPage
from ui.uat.import_dialog import ImportDialog
from ui.uat.picture_editor import PictureEditor
from ui.uat.pictures import PictureDialog, ThumbButton

LEFT = Qt.MouseButton.LeftButton


def png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def test_a_defect_shows_the_pictures_of_its_step(
    desk, filled, show: Callable[[Page], None], screenshot: QImage, qtbot: QtBot
) -> None:
    workspace = desk.workspace
    run = queries.runs(workspace, filled[1].cycle)[0]
    step = queries.run_sheet(workspace, run.id).steps[0].id
    picture = capture.Picture(png(screenshot))
    result = capture.record_result(workspace, run.id, step, "fail", pictures=[picture])
    # Words that come later make a result of their own, with the same picture.
    result = capture.describe_result(workspace, result, "It is dark")
    defect = capture.raise_defect(workspace, result)
    page = DefectsPage(desk.context)
    show(page)
    page.show_record("defect", defect)
    qtbot.waitUntil(lambda: len(page.evidence.thumbs.thumbs()) == 1)
    tabs = page.detail.tabs
    assert tabs.tabText(tabs.indexOf(page.evidence)) == "Evidence (1)"
    tabs.setCurrentWidget(page.evidence)
    button = page.evidence.thumbs.findChildren(ThumbButton)[-1]
    QTest.keyClick(button, Qt.Key.Key_Return)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, PictureDialog)
    dialog.close()


def shown_in(widget: QWidget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def test_where_there_is_no_defect_a_list_can_be_imported(
    desk, filled, show: Callable[[Page], None], qtbot: QtBot, tmp_path: Path
) -> None:
    found = tmp_path / "bugs.csv"
    found.write_text(
        "Bug ID,Summary,Severity,Bug status\nB-1,The page is blank,High,Open\n"
        "B-2,The search is slow,Low,Open\n"
    )
    page = DefectsPage(desk.context)
    show(page)
    texts = [button.text() for button in page.pane.empty.findChildren(QAbstractButton)]
    assert "Import…" in [text.replace("&", "") for text in texts]
    desk.context.prompts.answers.append(found)
    page.context.actions.action("defects.import").trigger()
    dialog = page.window().findChildren(ImportDialog)[-1]
    qtbot.waitUntil(lambda: "bugs.csv: 2" in shown_in(dialog), timeout=20_000)
    dialog.take_in()
    qtbot.waitUntil(lambda: not dialog.isVisible(), timeout=20_000)
    titles = {row.title for row in desk.workspace.rows(Defect.select())}
    assert titles == {"The page is blank", "The search is slow"}


def test_a_defect_tells_how_long_it_has_been_in_each_status(
    desk, filled, show: Callable[[Page], None], qtbot: QtBot
) -> None:
    page = DefectsPage(desk.context)
    show(page)
    with desk.workspace.change("Add") as change:
        (defect,) = change.add_many(Defect, [{"project": desk.context.project_id, "title": "Slow"}])
    with desk.workspace.change("Move") as change:
        change.set_many(Defect, {defect: {"status": "in_fix"}})
    page.show_record("defect", defect)
    rows = page.ageing.table.lines
    qtbot.waitUntil(lambda: len(rows.rows) == 2)
    assert [row.texts for row in rows.rows] == [
        ("○ New", "less than a day"), ("◐ In fix", "less than a day"),
    ]  # fmt: skip
    desk.workspace.undo()
    page.refresh(None)
    page.ageing.show_defect(defect)
    qtbot.waitUntil(lambda: rows.rows[-1].texts[0] == "○ New")


def test_a_defect_that_nobody_tested_for_is_typed(
    desk, show: Callable[[Page], None], qtbot: QtBot
) -> None:
    page = DefectsPage(desk.context)
    show(page)
    desk.context.actions.action("defects.new").trigger()
    qtbot.waitUntil(lambda: page.table.state() is page.table.State.EditingState)
    editor = QApplication.focusWidget()
    assert editor is not None
    QTest.keyClicks(editor, "Fonts are tiny")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    defect = desk.workspace.find(Defect, title="Fonts are tiny")
    assert defect is not None
    assert (defect.code, defect.status) == ("D-001", "new")
    assert defect.found is not None


def test_a_card_of_the_board_moves_by_keys_and_undo_brings_it_back(
    desk, filled, show: Callable[[Page], None], qtbot: QtBot
) -> None:
    workspace = desk.workspace
    capture.add_defect(workspace, filled[1].project, "Too slow", severity="low")
    grave = capture.add_defect(workspace, filled[1].project, "No sound", severity="critical")
    page = DefectsPage(desk.context)
    show(page)
    page.show_record("defect", grave)
    desk.context.actions.action("defects.board").trigger()
    board = page.board
    new, triaged = board.columns[:2]
    assert [line.text for line in new.entries.lines] == ["No sound", "Too slow"]
    assert board.in_hand() == grave
    qtbot.waitUntil(new.hasFocus)
    QTest.keyClick(new, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert workspace.get(Defect, grave).status == "triaged"
    assert [line.text for line in triaged.entries.lines] == ["No sound"]
    qtbot.waitUntil(triaged.hasFocus)
    assert "triaged" in desk.toasts[-1].lower()
    QTest.keyClick(triaged, Qt.Key.Key_Left)
    qtbot.waitUntil(new.hasFocus)
    workspace.undo()
    assert len(new.entries.lines) == 2
    QTest.keyClick(new, Qt.Key.Key_Return)
    assert page.views.current is page.pane


def test_what_was_mended_is_in_the_retest_list_and_planned_by_one_key(
    desk, filled, show: Callable[[Page], None]
) -> None:
    workspace, cycle = desk.workspace, filled[1].cycle
    run = queries.runs(workspace, cycle)[0].id
    step = queries.run_sheet(workspace, run).steps[0].id
    result = capture.record_result(workspace, run, step, "fail", actual="No transcript")
    defect = capture.raise_defect(workspace, result)
    page = DefectsPage(desk.context)
    show(page)
    desk.context.actions.action("defects.retests").trigger()
    assert page.retests.table.lines.rows == []
    with workspace.change("Mend it") as change:
        change.set(workspace.get(Defect, defect), status="ready_for_retest", fixed_in="1.5")
    (row,) = page.retests.table.lines.rows
    assert row.texts[:2] == ("D-001", "No transcript")
    assert row.texts[3:] == ("1.5", "UAT-001", "CYC-01", "Amira", "to be planned")
    QTest.keyClick(page.retests.table, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    desk.context.actions.action("defects.plan_retest").trigger()
    latest = queries.runs(workspace, cycle)[0]
    assert (latest.attempt, latest.tester_name, latest.state) == (2, "Amira", "not_run")
    assert page.retests.table.lines.rows[0].texts[-1] == "○ Not run"
    wanted: list[Any] = []
    desk.context.wanted.connect(wanted.append)
    QTest.keyClick(page.retests.table, Qt.Key.Key_Return)
    assert (wanted[0].page, wanted[0].record) == ("run", latest.id)


class Screen:
    """What a window system does in a drag, for the one of the tests has none."""

    def __init__(self) -> None:
        self.target: QWidget | None = None
        self.accepted: list[bool] = []

    def drag(self, drag: QDrag, actions: Qt.DropAction) -> Qt.DropAction:
        """Carry what is dragged over the target and let it go there."""
        assert self.target is not None
        place, data = self.target.rect().center(), drag.mimeData()
        buttons, none = LEFT, Qt.KeyboardModifier.NoModifier
        enter = QDragEnterEvent(place, actions, data, buttons, none)
        QApplication.sendEvent(self.target, enter)
        move = QDragMoveEvent(place, actions, data, buttons, none)
        QApplication.sendEvent(self.target, move)
        drop = QDropEvent(QPointF(place), actions, data, buttons, none)
        QApplication.sendEvent(self.target, drop)
        self.accepted.append(enter.isAccepted() and move.isAccepted() and drop.isAccepted())
        return drop.dropAction()


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> Screen:
    """The part of the window system in a drag."""
    made = Screen()

    def carry(drag: QDrag, actions: Qt.DropAction) -> Qt.DropAction:
        return made.drag(drag, actions)

    monkeypatch.setattr(QDrag, "exec", carry)
    return made


def drag_card(source: BoardColumn, row: int) -> None:
    """Press on a card and move the mouse as far as a drag begins."""
    card = source.visualRect(source.entries.index(row, 0)).center()
    QTest.mousePress(source.viewport(), LEFT, pos=card)
    QTest.mouseMove(source.viewport(), card + QPoint(4, 4))
    QTest.mouseMove(source.viewport(), card + QPoint(24, 12))
    QTest.mouseRelease(source.viewport(), LEFT, pos=card + QPoint(24, 12))


def test_a_card_of_the_board_is_dragged_with_the_mouse(
    desk, filled, show: Callable[[Page], None], screen: Screen, qtbot: QtBot
) -> None:
    workspace = desk.workspace
    slow = capture.add_defect(workspace, filled[1].project, "Too slow", severity="low")
    capture.add_defect(workspace, filled[1].project, "No sound", severity="critical")
    page = DefectsPage(desk.context)
    show(page)
    desk.context.actions.action("defects.board").trigger()
    new, _, in_work = page.board.columns[:3]
    qtbot.waitUntil(lambda: len(new.entries.lines) == 2)
    screen.target = in_work.viewport()
    drag_card(new, 1)
    assert workspace.get(Defect, slow).status == in_work.status
    assert [line.text for line in new.entries.lines] == ["No sound"]
    assert [line.text for line in in_work.entries.lines] == ["Too slow"]
    assert page.board.in_hand() == slow
    writes = workspace.journal_length()
    drag_card(in_work, 0)
    assert workspace.journal_length() == writes
    assert screen.accepted == [True, True]
    workspace.undo()
    assert len(new.entries.lines) == 2


def test_a_picture_of_a_defect_is_edited_and_the_original_is_gone(
    desk, filled, show: Callable[[Page], None], screenshot: QImage, qtbot: QtBot
) -> None:
    workspace = desk.workspace
    run = queries.runs(workspace, filled[1].cycle)[0]
    step = queries.run_sheet(workspace, run.id).steps[0].id
    picture = capture.Picture(png(screenshot))
    result = capture.record_result(workspace, run.id, step, "fail", pictures=[picture])
    defect = capture.raise_defect(workspace, result)
    page = DefectsPage(desk.context)
    show(page)
    page.show_record("defect", defect)
    qtbot.waitUntil(lambda: len(page.evidence.thumbs.thumbs()) == 1)
    (before,) = queries.evidence_of_defect(workspace, defect)
    desk.context.actions.action("defects.edit_picture").trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, PictureEditor)
    qtbot.waitUntil(dialog.isActiveWindow)
    QTest.keyClick(dialog.canvas, Qt.Key.Key_Right)
    QTest.keyClick(dialog.canvas, Qt.Key.Key_Space)
    QTest.keyClick(dialog.canvas, Qt.Key.Key_Return)
    (after,) = queries.evidence_of_defect(workspace, defect)
    assert after.content != before.content
    assert [thumb.content for thumb in page.evidence.thumbs.thumbs()] == [after.content]
    with pytest.raises(EnvironmentProblem):
        workspace.content(before.content)
