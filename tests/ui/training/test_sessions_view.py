"""Sessions: who is in them, who clashes, when they begin on the clocks of their place."""

from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from changedesk.people.records import Duty
from changedesk.training.records import TrainingSession
from changedesk.training.sessions import add_session, enrol, session_row
from tests.ui.training.room import STARTS, Room, do
from ui.training.enrol_dialog import EnrolDialog
from ui.training.page import TrainingPage

CONTROL = Qt.KeyboardModifier.ControlModifier


def test_clashes_are_marked_at_once_with_glyph_and_word(
    page: TrainingPage, room: Room, qtbot: QtBot
) -> None:
    do(page, "sessions")
    pane = page.sessions
    qtbot.waitUntil(lambda: pane.view is not None and pane.view.session == room.session)
    assert pane.detail.tabs.tabText(0) == "People (20/20)"
    with room.desk.change("Roster") as change:
        change.add(Duty(person=room.people[0], day="2026-03-10", kind="away"))
    assert pane.people.table.lines.rows[0].texts[3] == "— on leave"
    assert pane.detail.tabs.tabText(0) == "People (20/20) ⚠ 1"
    other = add_session(room.desk, room.course, starts=STARTS, time_zone="UTC", minutes=30)
    enrol(room.desk, other, room.people[1:2])
    assert pane.people.table.lines.rows[1].texts[3] == "✖ also in TS-002"
    room.desk.undo()
    assert pane.people.table.lines.rows[1].texts[3] == ""


def test_people_are_enrolled_by_keys_and_too_many_are_told(
    page: TrainingPage, room: Room, qtbot: QtBot
) -> None:
    small = add_session(room.desk, room.course, capacity=18, time_zone="UTC")
    do(page, "sessions")
    pane = page.sessions
    qtbot.waitUntil(lambda: pane.view is not None)
    pane.table.choose(small)
    qtbot.waitUntil(lambda: pane.view is not None and pane.view.session == small)
    do(page, "enrol")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, EnrolDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    QTest.keyClick(dialog.people.list, Qt.Key.Key_A, CONTROL)
    with qtbot.waitSignal(dialog.enrolled):
        QTest.keyClick(dialog.people.list, Qt.Key.Key_Return, CONTROL)
    assert session_row(room.desk, small).enrolled == 20
    assert room.told[-1].endswith("2 more than there are seats.")
    assert "⚠" in pane.detail.tabs.tabText(0)


def test_people_confirm_with_c_and_leave_with_del(
    page: TrainingPage, room: Room, qtbot: QtBot
) -> None:
    do(page, "sessions")
    pane = page.sessions
    qtbot.waitUntil(lambda: pane.view is not None and pane.view.session == room.session)
    pane.people.table.setCurrentIndex(pane.people.table.lines.index(0, 0))
    QTest.keyClick(pane.people.table, Qt.Key.Key_C)
    assert room.states()[0] == "confirmed"
    QTest.keyClick(pane.people.table, Qt.Key.Key_C)
    assert room.states()[0] == "invited"
    QTest.keyClick(pane.people.table, Qt.Key.Key_Delete)
    assert len(room.states()) == 19
    room.desk.undo()
    assert len(room.states()) == 20


def test_attendance_is_taken_of_the_session_in_hand(
    page: TrainingPage, room: Room, qtbot: QtBot
) -> None:
    other = add_session(room.desk, room.course, starts=STARTS + 86_400_000, time_zone="UTC")
    do(page, "sessions")
    pane = page.sessions
    qtbot.waitUntil(lambda: pane.view is not None)
    pane.table.choose(other)
    do(page, "take")
    assert page.attendance.session == other
    assert page.attendance.empty.isVisible()


def test_a_new_session_begins_with_a_course(page: TrainingPage, room: Room, qtbot: QtBot) -> None:
    do(page, "sessions")
    qtbot.waitUntil(lambda: page.sessions.view is not None)
    do(page, "new")
    rows = room.desk.rows(TrainingSession.select(TrainingSession.course))
    assert [row.course for row in rows] == [room.course, room.course]


def test_the_list_tells_and_takes_a_session_on_the_clocks_of_its_place(
    qtbot: QtBot, room: Room, page: TrainingPage
) -> None:
    with room.desk.change("Say where") as change:
        change.set(room.desk.get(TrainingSession, room.session), time_zone="Asia/Tokyo")
    do(page, "sessions")
    pane = page.sessions
    model = pane.table.records
    column = [field.name for field in model.fields].index("starts")
    qtbot.waitUntil(lambda: model.rowCount() == 1 and bool(model.index(0, column).data()))
    assert model.index(0, column).data().endswith("18:00 (Tokyo)")
    assert model.setData(model.index(0, column), "2026-03-11 10:00")
    begin = datetime(2026, 3, 11, 10, tzinfo=ZoneInfo("Asia/Tokyo"))
    assert session_row(room.desk, room.session).starts == int(begin.timestamp() * 1000)


def test_the_list_of_sessions_shows_the_whole_time_and_its_place_on_a_small_screen(
    qtbot: QtBot, room: Room, page: TrainingPage
) -> None:
    zone = "America/Argentina/Buenos_Aires"
    with room.desk.change("Say where") as change:
        change.set(room.desk.get(TrainingSession, room.session), time_zone=zone)
    page.resize(1060, 640)
    page.show()
    do(page, "sessions")
    table = page.sessions.table
    column = [field.name for field in table.records.fields].index("starts")
    qtbot.waitUntil(lambda: str(table.records.index(0, column).data() or "").endswith(")"))
    cell = table.records.index(0, column)
    assert "(Buenos Aires)" in cell.data()
    needed = table.fontMetrics().horizontalAdvance(cell.data())
    qtbot.waitUntil(lambda: table.columns.sectionSize(column) > needed)
