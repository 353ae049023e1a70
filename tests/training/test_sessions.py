"""People in sessions: enrolling many at once, attendance by key, walk-ins, corrections."""

import pytest

from changedesk.people.actions import add_person
from changedesk.people.records import Person
from changedesk.store.errors import UserError
from changedesk.training import attendance
from changedesk.training.records import Attendance, Enrolment
from changedesk.training.sessions import (
    enrol,
    enrolments,
    move,
    session_row,
    sessions,
    set_invitation,
    take_out,
)


def states(room) -> dict[str, str]:
    return {row.name: row.state for row in enrolments(room.desk, room.session)}


def test_many_are_enrolled_in_one_change_and_nobody_twice(room) -> None:
    first = enrol(room.desk, room.session, room.people[:2])
    again = enrol(room.desk, room.session, room.people[:3])
    assert (len(first.keys), len(again.keys)) == (2, 1)
    assert room.desk.undo() == "Enrol 1 person in TS-001"
    assert states(room) == {"Amira": "invited", "Ben": "invited"}


def test_more_people_than_seats_are_taken_and_counted(room) -> None:
    assert enrol(room.desk, room.session, room.people[:3]).over == 0
    assert enrol(room.desk, room.session, room.people).over == 1
    assert session_row(room.desk, room.session).enrolled == 4


def test_a_session_takes_length_seats_and_trainer_from_its_course(room) -> None:
    row = sessions(room.desk, room.project)[0]
    assert (row.title, row.minutes, row.capacity, row.no_show) == ("CRM basics", 60, 3, 10)


def test_people_confirm_and_the_state_follows(room) -> None:
    keys = enrol(room.desk, room.session, room.people).keys
    assert set_invitation(room.desk, keys[:2], "confirmed") == 2
    assert session_row(room.desk, room.session).states == {"confirmed": 2, "invited": 2}
    with pytest.raises(UserError, match="invited or confirmed"):
        set_invitation(room.desk, keys, "attended")


def test_attendance_is_an_event_and_the_newest_one_counts(room) -> None:
    (key,) = enrol(room.desk, room.session, room.people[:1]).keys
    attendance.note(room.desk, key, "no_show")
    attendance.note(room.desk, key, "attended", minutes=60, score=85)
    assert states(room) == {"Amira": "attended"}
    assert len(room.desk.rows(Attendance.select(Attendance.id))) == 2
    assert room.desk.undo() == "Note Amira: attended"
    assert states(room) == {"Amira": "no_show"}
    assert room.desk.undo() == "Note Amira: no-show"
    assert states(room) == {"Amira": "invited"}


def test_the_first_attendance_says_that_the_session_was_held(room) -> None:
    (key,) = enrol(room.desk, room.session, room.people[:1]).keys
    attendance.note(room.desk, key, "attended")
    assert room.status() == "held"
    room.desk.undo()
    assert room.status() == "planned"


def test_score_pass_and_minutes_are_those_of_the_newest(room) -> None:
    (key,) = enrol(room.desk, room.session, room.people[:1]).keys
    attendance.note(room.desk, key, "partial", minutes=30)
    attendance.note(room.desk, key, "attended", minutes=60, score=70, passed=True)
    (row,) = enrolments(room.desk, room.session)
    assert (row.minutes, row.score, row.passed) == (60, 70, True)


def test_an_unknown_outcome_is_refused_in_a_sentence(room) -> None:
    (key,) = enrol(room.desk, room.session, room.people[:1]).keys
    with pytest.raises(UserError, match="is no attendance"):
        attendance.note(room.desk, key, "came")


def test_a_walk_in_is_made_enrolled_and_noted_in_one_change(room) -> None:
    attendance.walk_in(room.desk, room.session, "  Zoë   New ", minutes=60)
    (row,) = enrolments(room.desk, room.session)
    assert (row.name, row.state, row.walk_in, row.minutes) == ("Zoë New", "attended", True, 60)
    assert room.desk.undo() == "Walk-in at TS-001: Zoë New"
    assert enrolments(room.desk, room.session) == []
    assert room.desk.find(Person, name="Zoë New") is None


def test_a_walk_in_who_is_known_or_enrolled_is_nobody_new(room) -> None:
    enrol(room.desk, room.session, room.people[:1])
    attendance.walk_in(room.desk, room.session, "Amira")
    attendance.walk_in(room.desk, room.session, "Ben")
    rows = enrolments(room.desk, room.session)
    assert [(row.person, row.walk_in) for row in rows] == [
        (room.people[0], False),
        (room.people[1], True),
    ]
    with pytest.raises(UserError, match="name"):
        attendance.walk_in(room.desk, room.session, "  ")


def test_who_was_noted_is_not_taken_out(room) -> None:
    keys = enrol(room.desk, room.session, room.people[:2]).keys
    attendance.note(room.desk, keys[0], "attended")
    take_out(room.desk, keys[1:])
    with pytest.raises(UserError, match="used by"):
        take_out(room.desk, keys[:1])
    assert room.desk.find(Enrolment, id=keys[1]) is None


def test_people_move_to_another_session_of_the_same_course(room) -> None:
    keys = enrol(room.desk, room.session, room.people[:2]).keys
    other = room.another()
    enrol(room.desk, other, room.people[:1])
    assert move(room.desk, keys, other) == 1
    assert [row.name for row in enrolments(room.desk, other)] == ["Amira", "Ben"]
    foreign = room.another(room.course_called("Another"))
    with pytest.raises(UserError, match="another course"):
        move(room.desk, keys, foreign)


def test_twenty_walk_ins_and_two_hundred_people_are_listed_by_name(room) -> None:
    more = [add_person(room.desk, f"P{number:03}") for number in range(20)]
    enrol(room.desk, room.session, more)
    assert [row.name for row in enrolments(room.desk, room.session)][:2] == ["P000", "P001"]
