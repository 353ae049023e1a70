"""The list for a room: who came, noted by a key each."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from changedesk.people.records import Person
from changedesk.training import attendance
from changedesk.training.records import Attendance
from changedesk.training.sessions import enrolments, session_row
from tests.ui.training.room import Room, do, press
from ui.training.page import TrainingPage

STATE = {"a": "attended", "p": "partial", "n": "no_show", "e": "excused"}


def test_attendance_of_20_people_by_keys(page: TrainingPage, room: Room) -> None:
    do(page, "attendance")
    keys = "aaaapaaanaaaaaeaaaan"
    press(page, keys)
    assert room.states() == [STATE[key] for key in keys]
    assert len(room.desk.rows(Attendance.select(Attendance.id))) == 20
    tally = page.attendance.tally.text()
    assert tally.split("   ") == [
        "✔ Attended 16", "◐ Partial 1", "✖ No-show 2", "➔ Excused 1", "All noted",
    ]  # fmt: skip
    assert session_row(room.desk, room.session).status == "held"


def test_a_key_is_durable_before_the_next_person_is_in_hand(page: TrainingPage, room: Room) -> None:
    do(page, "attendance")
    press(page, "a")
    roll = page.attendance.roll
    assert roll is not None
    assert roll.person is not None
    assert roll.person.name == "Agent 02"
    assert room.states()[0] == "attended"
    assert enrolments(room.desk, room.session)[0].minutes == 60


def test_a_correction_is_another_event_and_the_way_goes_on(page: TrainingPage, room: Room) -> None:
    do(page, "attendance")
    press(page, "aaa")
    for _ in range(2):
        QTest.keyClick(page.attendance.list, Qt.Key.Key_Backspace)
    press(page, "n")
    assert room.states()[:4] == ["attended", "no_show", "attended", "invited"]
    roll = page.attendance.roll
    assert roll is not None
    assert roll.at == 3
    assert len(room.desk.rows(Attendance.select(Attendance.id))) == 4


def test_undo_takes_one_key_back_and_shows_whose_it_was(page: TrainingPage, room: Room) -> None:
    do(page, "attendance")
    press(page, "aap")
    assert room.desk.undo() == "Note Agent 03: partial"
    roll = page.attendance.roll
    assert roll is not None
    assert (roll.at, roll.left) == (2, 18)
    press(page, "a")
    assert room.states()[:3] == ["attended"] * 3


def test_a_walk_in_is_typed_and_noted(page: TrainingPage, room: Room) -> None:
    do(page, "attendance")
    QTest.keyClick(page.attendance.list, Qt.Key.Key_W)
    QTest.keyClicks(page.attendance.name, "Zoe New")
    QTest.keyClick(page.attendance.name, Qt.Key.Key_Return)
    assert page.attendance.name.isHidden()
    rows = enrolments(room.desk, room.session)
    assert [(row.name, row.state, row.walk_in) for row in rows][-1] == (
        "Zoe New", "attended", True,
    )  # fmt: skip
    assert len(page.attendance.list.lines.rows) == 21
    room.desk.undo()
    assert len(page.attendance.list.lines.rows) == 20
    assert room.desk.find(Person, name="Zoe New") is None


def test_escape_leaves_the_name_and_nobody_is_noted(page: TrainingPage, room: Room) -> None:
    do(page, "attendance")
    QTest.keyClick(page.attendance.list, Qt.Key.Key_W)
    QTest.keyClicks(page.attendance.name, "Zo")
    QTest.keyClick(page.attendance.name, Qt.Key.Key_Escape)
    assert page.attendance.name.isHidden()
    assert len(enrolments(room.desk, room.session)) == 20


def test_a_score_is_typed_and_entered(page: TrainingPage, room: Room) -> None:
    do(page, "attendance")
    QTest.keyClicks(page.attendance.list, "855")
    assert "85 %" in page.attendance.hint.text()
    QTest.keyClick(page.attendance.list, Qt.Key.Key_Return)
    row = enrolments(room.desk, room.session)[0]
    assert (row.state, row.score) == ("attended", 85)
    press(page, "p")
    row = enrolments(room.desk, room.session)[0]
    assert (row.state, row.score) == ("partial", 85)


def test_letters_that_are_no_key_do_nothing(page: TrainingPage, room: Room) -> None:
    do(page, "attendance")
    QTest.keyClicks(page.attendance.list, "xyz")
    roll = page.attendance.roll
    assert roll is not None
    assert roll.at == 0
    assert set(room.states()) == {"invited"}


def test_what_somebody_else_notes_shows_at_once(page: TrainingPage, room: Room) -> None:
    do(page, "attendance")
    press(page, "a")
    key = enrolments(room.desk, room.session)[4].id
    attendance.note(room.desk, key, "no_show")
    assert page.attendance.list.lines.rows[4].state == "no_show"
