"""The page Stakeholders: bubbles that are dragged, marks that are set, readings that are added."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from changedesk.impact.readings import readings
from changedesk.impact.records import Stakeholder
from ui.impact.engagement_model import GAP_COLUMN, column_of
from ui.impact.reading_dialog import ReadingDialog

LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def chart(page, qtbot):
    page.show_power()
    chart = page.power.chart
    qtbot.waitUntil(chart.hasFocus)
    return chart


@pytest.fixture
def matrix(page, qtbot):
    page.show_engagement()
    matrix = page.engagement.matrix
    qtbot.waitUntil(matrix.hasFocus)
    return matrix


def key_of(desk, name):
    return desk.find(Stakeholder, name=name).id


def rating(desk, name):
    found = desk.find(Stakeholder, name=name)
    return found.power, found.interest


def middle(box):
    return QPoint(int(box.left + box.width / 2), int(box.top + box.height / 2))


def drag(widget, start, end, qtbot):
    """Press, move in steps as a hand does, and let go."""
    qtbot.mousePress(widget, LEFT, pos=start)
    for step in range(1, 9):
        qtbot.mouseMove(widget, start + (end - start) * step / 8)
        QApplication.processEvents()
    qtbot.mouseRelease(widget, LEFT, pos=end)


def bubble(chart, key):
    spot = chart.arrangement.spots[key]
    return QPoint(int(spot.x), int(spot.y))


def test_a_dragged_bubble_is_rated_in_one_change_and_undone(page, chart, desk, opened, qtbot):
    key = key_of(desk, "Otto")
    drag(chart, bubble(chart, key), middle(chart.arrangement.cells[4, 5]), qtbot)
    assert rating(desk, "Otto") == (4, 5)
    assert desk.next_undo() == "Rate Otto: power 4, interest 5"
    assert chart.arrangement.cell_at(*bubble(chart, key).toTuple()) == (4, 5)
    qtbot.keyClick(opened.window, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: rating(desk, "Otto") == (2, 2))
    assert chart.arrangement.cell_at(*bubble(chart, key).toTuple()) == (2, 2)


def test_a_bubble_that_is_let_go_outside_stays(page, chart, desk, qtbot):
    key = key_of(desk, "Otto")
    length = desk.journal_length()
    drag(chart, bubble(chart, key), QPoint(2, 2), qtbot)
    drag(chart, bubble(chart, key), bubble(chart, key) + QPoint(30, 0), qtbot)
    assert desk.journal_length() == length


def test_escape_leaves_a_dragged_bubble_where_it_was(page, chart, desk, qtbot):
    key = key_of(desk, "Otto")
    start, end = bubble(chart, key), middle(chart.arrangement.cells[5, 5])
    qtbot.mousePress(chart, LEFT, pos=start)
    qtbot.mouseMove(chart, end - QPoint(20, 0))
    qtbot.mouseMove(chart, end)
    qtbot.keyClick(chart, Qt.Key.Key_Escape)
    qtbot.mouseRelease(chart, LEFT, pos=end)
    assert rating(desk, "Otto") == (2, 2)


def test_a_dragged_bubble_is_seen_under_the_mouse(page, chart, desk, qtbot):
    start, end = bubble(chart, key_of(desk, "Otto")), middle(chart.arrangement.cells[5, 5])
    qtbot.mousePress(chart, LEFT, pos=start)
    still = chart.grab().toImage()
    for place in (end - QPoint(12, 12), end):
        qtbot.mouseMove(chart, place)
    moved = chart.grab().toImage()
    assert moved.pixelColor(end) != still.pixelColor(end)
    qtbot.mouseRelease(chart, LEFT, pos=QPoint(2, 2))
    assert chart.grab().toImage() == still


def test_who_is_not_rated_waits_beside_the_chart_and_is_dragged_in(page, chart, desk, qtbot):
    key = key_of(desk, "Vera")
    assert chart.arrangement.cell_at(*bubble(chart, key).toTuple()) is None
    drag(chart, bubble(chart, key), middle(chart.arrangement.cells[1, 1]), qtbot)
    assert rating(desk, "Vera") == (1, 1)
    assert chart.arrangement.tray is None


def test_the_arrow_keys_move_the_bubble_in_hand(page, chart, desk, qtbot):
    chart.choose(key_of(desk, "Otto"))
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Left):
        qtbot.keyClick(chart, key)
    assert rating(desk, "Otto") == (4, 1)
    qtbot.keyClick(chart, Qt.Key.Key_Left)
    assert rating(desk, "Otto") == (4, 1)


def test_tab_goes_from_bubble_to_bubble_and_then_on(page, chart, opened, qtbot):
    names = []
    chart.choose(next(iter(chart.arrangement.spots)))
    for _ in range(4):
        names.append(chart.row(chart.current).name)
        qtbot.keyClick(chart, Qt.Key.Key_Tab)
    assert sorted(names) == ["Chat team", "Ida", "Otto", "Vera"]
    assert not chart.hasFocus()


def test_a_stated_quadrant_that_differs_is_flagged_in_words(page, chart, desk):
    assert chart.label_of(chart.row(key_of(desk, "Ida"))) == ("Ida", "⚑ Manage closely")
    assert chart.label_of(chart.row(key_of(desk, "Otto")))[1] == ""
    assert "⚑ 1" in page.power.said.text()


def test_moving_to_a_quadrant_settles_the_difference(page, chart, desk):
    chart.choose(key_of(desk, "Ida"))
    page.context.actions.action("stakeholders.to_KS").trigger()
    ida = desk.find(Stakeholder, name="Ida")
    assert (ida.power, ida.interest, ida.quadrant) == (5, 2, "KS")


def test_the_size_of_a_bubble_follows_the_headcount(page, chart, desk):
    spots = chart.arrangement.spots
    assert spots[key_of(desk, "Chat team")].radius > spots[key_of(desk, "Otto")].radius


def test_enter_opens_the_stakeholder_in_the_register(page, chart, desk, qtbot):
    chart.choose(key_of(desk, "Otto"))
    qtbot.keyClick(chart, Qt.Key.Key_Return)
    assert page.views.current is page.pane
    assert page.table.current_key() == key_of(desk, "Otto")


def test_the_filter_holds_in_every_view(page, chart, qtbot):
    page.header.filter.setText("otto")
    qtbot.waitUntil(lambda: [row.name for row in chart.rows] == ["Otto"])
    assert len(page.engagement.matrix.levels.rows) == 1


def test_engagement_is_set_by_keys_and_undone(page, matrix, desk, opened, qtbot):
    matrix.choose(key_of(desk, "Ida"))
    qtbot.keyClick(matrix, Qt.Key.Key_Right)
    qtbot.keyClick(matrix, Qt.Key.Key_C)
    for _ in range(2):
        qtbot.keyClick(matrix, Qt.Key.Key_Right)
    qtbot.keyClick(matrix, Qt.Key.Key_D)
    ida = desk.find(Stakeholder, name="Ida")
    assert (ida.current, ida.desired) == ("R", "S")
    assert "+2" in matrix.levels.index(matrix.currentIndex().row(), GAP_COLUMN).data()
    qtbot.keyClick(opened.window, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: desk.find(Stakeholder, name="Ida").desired == "")
    assert desk.find(Stakeholder, name="Ida").current == "R"


def test_delete_takes_a_mark_off(page, matrix, desk, qtbot):
    matrix.choose(key_of(desk, "Otto"))
    qtbot.keyClick(matrix, Qt.Key.Key_Delete)
    otto = desk.find(Stakeholder, name="Otto")
    assert (otto.current, otto.desired) == ("", "S")


def test_a_mark_is_dragged_along_its_row(page, matrix, desk, qtbot):
    matrix.choose(key_of(desk, "Otto"))
    row = matrix.currentIndex().row()
    start, end = (
        matrix.visualRect(matrix.levels.index(row, column_of(level))).center() for level in "NL"
    )
    drag(matrix.viewport(), start, end, qtbot)
    otto = desk.find(Stakeholder, name="Otto")
    assert (otto.current, otto.desired) == ("L", "S")
    assert "more than wanted" in matrix.levels.index(row, GAP_COLUMN).data()


def test_a_reading_is_added_and_shown(page, desk, opened, qtbot):
    qtbot.keyClick(opened.window, Qt.Key.Key_A, CTRL | SHIFT)
    dialog = opened.window.findChild(ReadingDialog)
    assert "Chat team" in dialog.whom.currentText()
    for box, score in zip(dialog.scores, (4, 2, 3, 0, 1), strict=True):
        box.setCurrentIndex(score)
    dialog.accept()
    (found,) = readings(desk, page.context.project_id)
    assert found.scores == (4, 2, 3, None, 1)
    assert [row.texts[0] for row in page.adkar.groups.lines.rows] == ["Everybody", "Chat team"]
    assert "Desire" in page.adkar.said.text()


def test_a_reading_without_a_score_is_not_added(page, desk, opened, qtbot):
    page.add_reading()
    dialog = opened.window.findChild(ReadingDialog)
    dialog.accept()
    assert dialog.isVisible()
    dialog.scores[0].setCurrentIndex(2)
    dialog.taken.line.setText("some day")
    dialog.accept()
    assert "takes a date" in dialog.wrong.text()
    assert readings(desk, page.context.project_id) == []
    dialog.reject()


def test_scores_are_typed(page, desk, opened, qtbot):
    page.add_reading()
    dialog = opened.window.findChild(ReadingDialog)
    qtbot.keyClick(dialog.scores[1], "4")
    assert dialog.scores[1].currentData() == 4
    dialog.reject()


def test_without_readings_the_view_says_what_they_are(page):
    page.show_adkar()
    assert page.adkar.empty.isVisible()


def test_an_empty_register_offers_the_ways_to_fill_it(page, desk):
    with desk.change("Start again") as change:
        change.delete_many(Stakeholder, [row.id for row in page.power.chart.rows])
    page.show_register()
    assert page.pane.empty.isVisible()
    page.show_power()
    assert page.power.empty.isVisible()
    page.show_engagement()
    assert page.engagement.empty.isVisible()
