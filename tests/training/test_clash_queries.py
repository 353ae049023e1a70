"""Clashes of the sessions of a project, from roster, busy periods, groups and courses."""

from changedesk.people.actions import add_project
from changedesk.people.records import BusyPeriod, Duty
from changedesk.training import attendance
from changedesk.training.clash_queries import clashes
from changedesk.training.courses import add_course, set_prerequisites
from changedesk.training.records import TrainingSession
from changedesk.training.sessions import add_session, enrol


def told(room) -> list[tuple[str, str, str, str]]:
    return [
        (row.session_code, row.name, row.kind, row.other)
        for row in clashes(room.desk, room.project)
    ]


def test_a_plan_without_clashes_says_nothing(room) -> None:
    enrol(room.desk, room.session, room.people[:3])
    assert told(room) == []


def test_every_kind_is_read_from_the_records(room) -> None:
    second = room.course_called("Second", minutes=90, materials_ready="2026-03-11")
    set_prerequisites(room.desk, second, [room.course])
    other = room.another(second, day=10)
    enrol(room.desk, room.session, room.people)
    enrol(room.desk, other, room.people[:1])
    with room.desk.change("Roster") as change:
        change.add_many(
            Duty,
            [
                {"person": room.people[1], "day": "2026-03-10", "kind": "away"},
                {"person": room.people[2], "day": "2026-03-10", "starts": 840, "ends": 1320},
            ],
        )
    found = told(room)
    assert ("TS-001", "", "seats", "") in found
    assert ("TS-001", "Amira", "twice", "TS-002") in found
    assert ("TS-001", "Ben", "leave", "") in found
    assert ("TS-001", "Chloé", "off_shift", "") in found
    assert ("TS-002", "", "materials", "") in found
    assert ("TS-002", "Amira", "before", "CO-01") in found
    assert len(found) == 7


def test_a_busy_period_of_the_group_marks_its_people(room) -> None:
    enrol(room.desk, room.session, room.people[:1])
    with room.desk.change("Peak") as change:
        change.add(BusyPeriod(group=room.group, starts="2026-03-09", ends="2026-03-13", capacity=0))
    assert told(room) == [("TS-001", "Amira", "busy", "")]


def test_a_session_of_another_project_at_the_same_time_clashes_too(room) -> None:
    project = add_project(room.desk, "BOT", "Chatbot")
    course = add_course(room.desk, project, "Bot", minutes=60)
    starts = 1773133200000
    other = add_session(room.desk, course, starts=starts, time_zone="UTC")
    enrol(room.desk, room.session, room.people[:1])
    enrol(room.desk, other, room.people[:1])
    assert told(room) == [("TS-001", "Amira", "twice", "TS-001")]


def test_what_was_attended_clashes_no_more(room) -> None:
    (key,) = enrol(room.desk, room.session, room.people[:1]).keys
    enrol(room.desk, room.another(day=10), room.people[:1])
    attendance.note(room.desk, key, "attended")
    assert told(room) == [("TS-002", "Amira", "twice", "TS-001")]
    attendance.note(room.desk, key, "no_show")
    assert told(room) == []


def booked_twice(room) -> list[tuple[str, str, str]]:
    found = clashes(room.desk, room.project)
    return [(one.kind, one.session_code, one.other) for one in found]


def test_a_trainer_and_a_room_that_are_booked_twice_are_told(room) -> None:
    other = room.course_called("Second", minutes=60, trainer="Amira")
    assert booked_twice(room) == []
    with room.desk.change("Say who gives it") as change:
        change.set_many(TrainingSession, {room.session: {"trainer": "Jens and  AMIRA"}})
    room.another(other, day=10, place="room 1")
    assert booked_twice(room) == [
        ("trainer", "TS-001", "TS-002"), ("room", "TS-001", "TS-002"),
        ("trainer", "TS-002", "TS-001"), ("room", "TS-002", "TS-001"),
    ]  # fmt: skip
    with room.desk.change("Online, by somebody else") as change:
        rows = room.desk.rows(TrainingSession.select(TrainingSession.id))
        change.set_many(
            TrainingSession,
            {row.id: {"place": "Teams", "trainer": f"Trainer {row.id}"} for row in rows},
        )
    assert booked_twice(room) == []
