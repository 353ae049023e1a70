"""A proposal from the records of a workspace, applied as one change."""

from dataclasses import replace

import pytest

from changedesk.people.records import BusyPeriod, Duty, Group
from changedesk.store.dump import dump
from changedesk.store.errors import UserError
from changedesk.training.attendance import note
from changedesk.training.clash_queries import clashes
from changedesk.training.completion_days import noon_of
from changedesk.training.courses import set_prerequisites
from changedesk.training.proposal_limits import limits
from changedesk.training.proposal_reading import Wish
from changedesk.training.proposals import apply, draft, move_by_hand
from changedesk.training.records import Attendance, Course, Enrolment, TrainingSession
from changedesk.training.sessions import enrol, enrolments, sessions
from tests.training.plan_checker import broken, reasons_that_are_untrue


def wish(*courses: int, **fields) -> Wish:
    return Wish(courses, "2026-03-09", "2026-03-20", zone="UTC", **fields)


def propose(room, *courses: int, **fields):
    made = draft(room.desk, room.project, wish(*(courses or (room.course,)), **fields))
    assert broken(made.frame.instance, made.proposal) == []
    assert reasons_that_are_untrue(made.frame.instance, made.proposal) == []
    return made


def names(room, session: int) -> list[str]:
    return [row.name for row in enrolments(room.desk, session)]


def test_who_needs_a_course_is_put_into_sessions_and_one_undo_takes_it_back(room) -> None:
    room.need()
    before = dump(room.desk)
    made = propose(room)
    assert (made.adds, len(made.proposal.new)) == (4, 1)
    assert apply(room.desk, made) == 4
    assert sum(row.enrolled for row in sessions(room.desk, room.project)) == 4
    assert clashes(room.desk, room.project) == []
    assert room.desk.undo() == "Schedule 4 people for training"
    assert dump(room.desk) == before


def test_a_second_proposal_has_nothing_to_change(room) -> None:
    room.need()
    apply(room.desk, propose(room))
    assert not propose(room).changes


def test_what_was_moved_by_hand_stays_there(room) -> None:
    room.need()
    other = room.another(day=11)
    apply(room.desk, propose(room, add=False))
    row = enrolments(room.desk, room.session)[0]
    assert move_by_hand(room.desk, [row.id], other) == 1
    made = propose(room)
    apply(room.desk, made)
    assert row.name in names(room, other)


def test_moving_to_a_session_of_another_course_is_refused(room) -> None:
    enrol(room.desk, room.session, room.people[:1])
    row = enrolments(room.desk, room.session)[0]
    other = room.another(room.course_called("Second"))
    with pytest.raises(UserError, match="another course"):
        move_by_hand(room.desk, [row.id], other)


def test_rosters_busy_days_and_shares_are_read(room) -> None:
    room.need()
    with room.desk.change("Roster") as change:
        change.set(room.desk.get(Group, room.group), off_floor=50)
        change.add(Duty(person=room.people[0], day="2026-03-10", kind="away"))
    made = propose(room, add=False)
    assert made.frame.instance.most == {room.group: 2}
    assert made.frame.people[made.proposal.unplaced[0].person] == "Amira"
    assert sorted(one.reason for one in made.proposal.unplaced) == ["share", "shift"]
    with room.desk.change("Peak") as change:
        change.add(BusyPeriod(group=room.group, starts="2026-03-10", ends="2026-03-10"))
    made = propose(room, add=False)
    assert {one.reason for one in made.proposal.unplaced} == {"blackout"}


def test_a_course_that_must_come_first_is_scheduled_too(room) -> None:
    second = room.course_called("Second", minutes=60, capacity=4)
    set_prerequisites(room.desk, second, [room.course])
    room.need(course=second)
    apply(room.desk, propose(room, room.course, second))
    assert clashes(room.desk, room.project) == []
    assert sum(row.enrolled for row in sessions(room.desk, room.project)) == 8


def test_a_proposal_is_refused_once_something_else_changed(room) -> None:
    room.need()
    made = propose(room)
    enrol(room.desk, room.session, room.people[:1])
    with pytest.raises(UserError, match="again"):
        apply(room.desk, made)


def test_nothing_is_proposed_for_a_course_nobody_needs(room) -> None:
    assert not propose(room).changes
    assert not draft(room.desk, room.project, replace(wish(), courses=())).changes


def completion(room, state: str, day: str, person: int, **told) -> None:
    """Note what a learning system says, in the held session without a time that it goes to."""
    with room.desk.change("Take in") as change:
        held = TrainingSession(project=room.project, course=room.course, status="held")
        enrolment = Enrolment(session=change.add(held).id, person=room.people[person], **told)
        key = change.add(enrolment).id
        if state:
            noted = {"enrolment": key, "outcome": state, "at": noon_of(day)}
            change.add_many(Attendance, [noted])


def wanted(room) -> list[str]:
    """Return who is to be put into a session of the course."""
    made = propose(room)
    learners = made.frame.instance.people
    return sorted(made.frame.people[one.id] for one in learners if room.course in one.courses)


def test_who_is_only_registered_in_a_learning_system_is_put_into_a_session(room) -> None:
    room.need()
    completion(room, "", "", 0, invitation="invited")
    completion(room, "attended", "2026-03-01", 1)
    assert wanted(room) == ["Amira", "Chloé", "Dora"]


def test_a_completion_of_a_later_day_is_not_taken_as_had(room) -> None:
    room.need()
    completion(room, "attended", "2027-03-01", 0)
    completion(room, "attended", "2026-03-09", 1)
    assert wanted(room) == ["Amira", "Chloé", "Dora"]


def test_who_is_noted_in_a_session_to_come_keeps_the_place_and_gets_no_second(room) -> None:
    room.need()
    row = enrol(room.desk, room.another(day=19), room.people[:1]).keys[0]
    note(room.desk, row, "attended")
    made = propose(room)
    own = [one for one in made.proposal.placements if one.person == room.people[0]]
    assert len(own) == 1
    assert made.adds == 3


def told_of(room, **fields) -> list[tuple[str, int, int]]:
    return [(one.kind, one.asked, one.there) for one in limits(propose(room, **fields))]


def test_what_makes_a_schedule_impossible_is_told_with_by_how_much(room) -> None:
    room.need()
    assert told_of(room) == []
    with room.desk.change("Cancel what there is") as change:
        change.set_many(TrainingSession, {room.session: {"status": "cancelled"}})
    assert told_of(room, opens=8 * 60, closes=8 * 60 + 45) == [
        ("hours", 60, 45), ("sessions", 2, 0),
    ]  # fmt: skip
    assert told_of(room, add=False) == [("sessions", 2, 0)]
    with room.desk.change("Keep all on the floor") as change:
        change.set_many(Group, {room.group: {"off_floor": 20}})
    assert ("away", 4, 0) in told_of(room)
    with room.desk.change("Late materials") as change:
        change.set_many(Group, {room.group: {"off_floor": None}})
        change.set_many(Course, {room.course: {"materials_ready": "2026-03-30"}})
    (first, *_) = limits(propose(room))
    assert (first.kind, first.ready) == ("days", "2026-03-30")
