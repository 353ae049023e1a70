"""Pictures in run mode: pasted or dropped they are kept at once; cropped and blurred for good."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QRect, Qt, QUrl
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from changedesk.store.errors import EnvironmentProblem
from changedesk.uat import cycles, queries
from changedesk.uat.picture_edit import Box, Edits
from tests.ui.uat.keyboard import CONTROL, key, press
from ui.page import Page
from ui.uat.picture_canvas import CROP, PictureCanvas
from ui.uat.picture_editor import PictureEditor
from ui.uat.pictures import PictureDialog, ThumbButton
from ui.uat.run_mode import RunModePage

LEFT = Qt.MouseButton.LeftButton
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(desk, filled, show: Callable[[Page], None]) -> RunModePage:
    """Run mode with the session of the little cycle open, started with Enter."""
    page = RunModePage(desk.context)
    show(page)
    page.show_record("cycle", filled[1].cycle)
    key(Qt.Key.Key_Return)
    assert page.view.isVisible()
    return page


def test_a_pasted_picture_stays_with_the_failure_and_its_words(
    page: RunModePage, screenshot: QImage
) -> None:
    press("fdark")
    QGuiApplication.clipboard().setImage(screenshot)
    key(Qt.Key.Key_V, CONTROL)
    assert len(page.view.thumbs.thumbs()) == 1
    key(Qt.Key.Key_Return)
    workspace = page.context.workspace
    assert page.session is not None
    first = queries.run_sheet(workspace, page.session.run.id).steps[0]
    assert first.result is not None
    assert (first.result.actual, first.result.pictures) == ("dark", 1)
    (kept,) = queries.pictures(workspace, [first.result.id])
    image = QImage.fromData(workspace.content(kept.content))
    assert image.size() == screenshot.size()
    key(Qt.Key.Key_Backspace)
    assert [thumb.content for thumb in page.view.thumbs.thumbs()] == [kept.content]


def test_a_picture_may_come_before_the_result(page: RunModePage, screenshot: QImage) -> None:
    QGuiApplication.clipboard().setImage(screenshot)
    key(Qt.Key.Key_V, CONTROL)
    assert len(page.view.thumbs.thumbs()) == 1
    press("p")
    assert page.session is not None
    first = queries.run_sheet(page.context.workspace, page.session.run.id).steps[0]
    assert first.result is not None
    assert first.result.pictures == 1


def test_a_dropped_file_is_kept_as_it_is(
    page: RunModePage, screenshot: QImage, tmp_path: Path
) -> None:
    path = tmp_path / "proof.png"
    screenshot.save(str(path))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    press("f")
    page.view.pictured.emit(data)
    assert page.session is not None
    workspace = page.context.workspace
    step = queries.run_sheet(workspace, page.session.run.id).steps[0]
    assert step.result is not None
    (kept,) = queries.pictures(workspace, [step.result.id])
    assert (kept.name, workspace.content(kept.content)) == ("proof.png", path.read_bytes())


def test_a_file_that_is_no_picture_is_refused_in_a_sentence(
    page: RunModePage, desk, tmp_path: Path
) -> None:
    path = tmp_path / "proof.png"
    path.write_bytes(b"no picture")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    press("f")
    page.view.pictured.emit(data)
    assert "proof.png" in desk.told[-1].text


def test_text_with_a_picture_of_it_is_pasted_as_text(page: RunModePage, screenshot: QImage) -> None:
    # Excel puts both on the clipboard.
    data = QMimeData()
    data.setText("12 cells")
    data.setImageData(screenshot)
    QGuiApplication.clipboard().setMimeData(data)
    press("f")
    key(Qt.Key.Key_V, CONTROL)
    assert page.view.words == "12 cells"
    assert page.view.thumbs.thumbs() == ()


def test_a_thumbnail_opens_large(page: RunModePage, screenshot: QImage, qtbot: QtBot) -> None:
    press("f")
    QGuiApplication.clipboard().setImage(screenshot)
    key(Qt.Key.Key_V, CONTROL)
    buttons = page.view.thumbs.findChildren(ThumbButton)
    next(button for button in buttons if button.thumb.content).click()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    assert dialog.windowTitle() == "UAT-001 step 1.png"
    dialog.close()


# -- cropping and blurring ----------------------------------------------------------------------


def drag(canvas: PictureCanvas, box: Box) -> None:
    """Drag a frame over a part of the picture with the mouse."""
    first = canvas.place_of(QPoint(box.left, box.top)).toPoint()
    last = canvas.place_of(QPoint(box.left + box.width, box.top + box.height)).toPoint()
    QTest.mousePress(canvas, LEFT, pos=first)
    QTest.mouseMove(canvas, QRect(first, last).center())
    QTest.mouseMove(canvas, last)
    QTest.mouseRelease(canvas, LEFT, pos=last)


def editor(qtbot: QtBot) -> PictureEditor:
    """The editor, once it is open and has the keyboard."""
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), PictureEditor))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, PictureEditor)
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def back(page: RunModePage, qtbot: QtBot) -> None:
    """Wait until the page has the keyboard again."""
    qtbot.waitUntil(lambda: page.isActiveWindow() and QApplication.focusWidget() is not None)


def about(one: int, other: int) -> bool:
    return abs(one - other) <= 3


@pytest.fixture
def pattern() -> QImage:
    """A screenshot with a number in it that nobody may read."""
    image = QImage(640, 400, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    for left in range(100, 300, 2):
        for top in range(100, 140, 2):
            image.setPixelColor(left, top, QColor("black"))
    return image


@pytest.fixture
def failed(page: RunModePage, pattern: QImage) -> RunModePage:
    """A failure with that picture, the keyboard on the steps."""
    press("f")
    QGuiApplication.clipboard().setImage(pattern)
    key(Qt.Key.Key_V, CONTROL)
    key(Qt.Key.Key_Escape)
    return page


def kept_of(page: RunModePage) -> list[queries.PictureRow]:
    assert page.session is not None
    result = queries.run_sheet(page.context.workspace, page.session.run.id).steps[0].result
    assert result is not None
    return queries.pictures(page.context.workspace, [result.id])


def image_of(page: RunModePage, row: queries.PictureRow) -> QImage:
    return QImage.fromData(page.context.workspace.content(row.content))


def test_a_kept_picture_is_blurred_by_key_and_mouse_and_the_original_is_gone(
    failed: RunModePage, desk, qtbot: QtBot
) -> None:
    (before,) = kept_of(failed)
    key(Qt.Key.Key_E)
    dialog = editor(qtbot)
    drag(dialog.canvas, Box(90, 90, 220, 60))
    key(Qt.Key.Key_Return)
    (after,) = kept_of(failed)
    image = image_of(failed, after)
    assert image.size().width() == 640
    colours = {image.pixel(left, 120) for left in range(150, 250)}
    assert QColor("black").rgb() not in colours
    assert QColor("white").rgb() not in colours
    assert image.pixelColor(20, 20) == QColor("white")
    assert after.caption == "1 place made unrecognisable"
    with pytest.raises(EnvironmentProblem):
        desk.workspace.content(before.content)
    assert [thumb.content for thumb in failed.view.thumbs.thumbs()] == [after.content]
    assert "removed for good" in desk.toasts[-1]


def test_c_crops_and_what_is_kept_has_that_size(failed: RunModePage, qtbot: QtBot) -> None:
    key(Qt.Key.Key_E)
    dialog = editor(qtbot)
    key(Qt.Key.Key_C)
    assert dialog.canvas.mode == CROP
    drag(dialog.canvas, Box(80, 80, 300, 100))
    key(Qt.Key.Key_Return)
    (row,) = kept_of(failed)
    image = image_of(failed, row)
    assert about(image.width(), 300)
    assert about(image.height(), 100)
    assert row.caption == "Cropped"


def test_edits_are_taken_back_one_by_one(failed: RunModePage, qtbot: QtBot) -> None:
    key(Qt.Key.Key_E)
    dialog = editor(qtbot)
    drag(dialog.canvas, Box(90, 90, 220, 60))
    key(Qt.Key.Key_C)
    drag(dialog.canvas, Box(80, 80, 300, 100))
    key(Qt.Key.Key_B)
    drag(dialog.canvas, Box(100, 90, 100, 50))
    assert (len(dialog.canvas.edits.blurred), dialog.canvas.edits.crop is not None) == (2, True)
    # What is blurred after a crop means the points of the whole picture.
    assert about(dialog.canvas.edits.blurred[1].left, 100)
    key(Qt.Key.Key_Z, CONTROL)
    key(Qt.Key.Key_Z, CONTROL)
    assert (len(dialog.canvas.edits.blurred), dialog.canvas.edits.crop) == (1, None)
    key(Qt.Key.Key_Z, CONTROL)
    assert dialog.canvas.edits == Edits()
    assert not dialog.back.isEnabled()
    key(Qt.Key.Key_Escape)


def test_escape_leaves_the_picture_as_it_was(failed: RunModePage, qtbot: QtBot) -> None:
    before = kept_of(failed)
    key(Qt.Key.Key_E)
    drag(editor(qtbot).canvas, Box(90, 90, 220, 60))
    key(Qt.Key.Key_Escape)
    assert kept_of(failed) == before


def test_without_an_edit_enter_changes_nothing(failed: RunModePage, qtbot: QtBot) -> None:
    before = kept_of(failed)
    key(Qt.Key.Key_E)
    editor(qtbot)
    key(Qt.Key.Key_Return)
    assert kept_of(failed) == before


def test_a_frame_is_moved_and_sized_without_a_mouse(failed: RunModePage, qtbot: QtBot) -> None:
    key(Qt.Key.Key_E)
    dialog = editor(qtbot)
    for _ in range(3):
        key(Qt.Key.Key_Left)
    key(Qt.Key.Key_Up)
    key(Qt.Key.Key_Right, SHIFT)
    key(Qt.Key.Key_Space)
    (box,) = dialog.canvas.edits.blurred
    # The frame begins as a third of the picture in its middle; a step is a fortieth of its width.
    assert (box.width, box.height) == (640 // 3 + 16, 400 // 3)
    assert about(box.left, (640 - 640 // 3) // 2 - 2 * 16)
    key(Qt.Key.Key_Escape)


def test_what_is_seen_in_the_editor_is_what_is_kept(failed: RunModePage, qtbot: QtBot) -> None:
    key(Qt.Key.Key_E)
    dialog = editor(qtbot)
    drag(dialog.canvas, Box(90, 90, 220, 60))
    seen = dialog.canvas._shown.convertToFormat(QImage.Format.Format_RGB32)
    key(Qt.Key.Key_Return)
    (row,) = kept_of(failed)
    assert image_of(failed, row).convertToFormat(QImage.Format.Format_RGB32) == seen


def test_control_shift_v_edits_before_anything_is_kept(
    page: RunModePage, pattern: QImage, qtbot: QtBot
) -> None:
    press("f")
    QGuiApplication.clipboard().setImage(pattern)
    key(Qt.Key.Key_V, CONTROL | SHIFT)
    dialog = editor(qtbot)
    assert kept_of(page) == []
    drag(dialog.canvas, Box(90, 90, 220, 60))
    key(Qt.Key.Key_Return)
    (row,) = kept_of(page)
    assert row.caption == "1 place made unrecognisable"
    assert len(page.view.thumbs.thumbs()) == 1
    back(page, qtbot)
    assert page.view.bar.words.hasFocus()
    QGuiApplication.clipboard().setImage(pattern)
    key(Qt.Key.Key_V, CONTROL | SHIFT)
    editor(qtbot)
    key(Qt.Key.Key_Escape)
    assert kept_of(page) == [row]


def test_a_picture_that_waits_for_its_result_is_edited_before_it_is_kept(
    page: RunModePage, pattern: QImage, qtbot: QtBot
) -> None:
    QGuiApplication.clipboard().setImage(pattern)
    key(Qt.Key.Key_V, CONTROL)
    key(Qt.Key.Key_E)
    drag(editor(qtbot).canvas, Box(90, 90, 220, 60))
    key(Qt.Key.Key_Return)
    back(page, qtbot)
    press("p")
    (row,) = kept_of(page)
    assert row.caption == "1 place made unrecognisable"
    assert image_of(page, row).pixelColor(20, 20) == QColor("white")


def test_the_pen_of_a_thumbnail_and_the_large_picture_lead_to_the_editor(
    failed: RunModePage, qtbot: QtBot
) -> None:
    buttons = failed.view.thumbs.findChildren(ThumbButton)
    button = next(one for one in buttons if one.thumb.content and one.isVisible())
    qtbot.mouseClick(button, LEFT, pos=button.corner.center())
    editor(qtbot)
    key(Qt.Key.Key_Escape)
    qtbot.mouseClick(button, LEFT)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), PictureDialog))
    large = QApplication.activeModalWidget()
    assert large is not None
    qtbot.waitUntil(large.isActiveWindow)
    QTest.keyClick(large, Qt.Key.Key_E)
    editor(qtbot)
    key(Qt.Key.Key_Escape)


def test_a_step_without_a_picture_says_so(page: RunModePage, desk) -> None:
    key(Qt.Key.Key_E)
    assert desk.toasts[-1] == "This step has no picture yet."
    QGuiApplication.clipboard().clear()
    key(Qt.Key.Key_V, CONTROL | SHIFT)
    assert desk.toasts[-1] == "There is no picture on the clipboard."


def test_evidence_of_a_closed_cycle_is_not_replaced(
    failed: RunModePage, desk, filled, qtbot: QtBot
) -> None:
    before = kept_of(failed)
    thumb = failed.view.thumbs.thumbs()[0]
    cycles.set_status(desk.workspace, filled[1].cycle, "closed")
    failed.hands.pictures._editing.edit(thumb)
    drag(editor(qtbot).canvas, Box(90, 90, 220, 60))
    key(Qt.Key.Key_Return)
    assert "CYC-01 is closed: reopen it first." in desk.told[-1].text
    assert kept_of(failed) == before
