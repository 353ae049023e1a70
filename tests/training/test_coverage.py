"""Coverage of groups by the records: who attended, who is missing, what go-live will see."""

import time
from fractions import Fraction

import pytest

from changedesk.people.actions import add_group, add_person
from changedesk.people.records import Group, Membership, Person
from changedesk.people.shares import Share
from changedesk.store.errors import UserError
from changedesk.training import attendance
from changedesk.training.completion_days import day_noted, noon_of
from changedesk.training.courses import add_skill
from changedesk.training.coverage import GroupCoverage, coverage
from changedesk.training.proficiency import (
    add_reading,
    gains,
    readings,
    remove_readings,
    skills_standing,
)
from changedesk.training.records import Attendance, CourseSkill, Enrolment, Need, TrainingSession
from changedesk.training.sessions import enrol

TODAY = "2026-03-20"


def group_of(room, day: str = TODAY, place: int = 0) -> GroupCoverage:
    return coverage(room.desk, room.project, day).groups[place]


def attend(room, session: int, people: list[int], outcome: str = "attended", **told) -> None:
    for key in enrol(room.desk, session, people).keys:
        attendance.note(room.desk, key, outcome, **told)


def test_distinct_people_who_attended_of_the_headcount(room) -> None:
    room.need()
    attend(room, room.session, room.people[:2])
    attend(room, room.another(), room.people[:1])
    found = group_of(room)
    assert found.standing.trained == Share(2, 4)
    assert found.from_headcount
    assert found.missing == ("Chloé", "Dora")
    assert coverage(room.desk, room.project, TODAY).trained == Share(2, 4)


def test_partial_no_show_and_excused_are_not_trained(room) -> None:
    room.need()
    for person, outcome in zip(room.people, ("partial", "no_show", "excused"), strict=False):
        attend(room, room.session, [person], outcome)
    assert group_of(room).standing.trained == Share(0, 4)


def test_coverage_is_that_of_the_day(room) -> None:
    room.need()
    attend(room, room.session, room.people[:1])
    assert group_of(room, "2026-03-09").standing.trained == Share(0, 4)
    assert group_of(room, "2026-03-10").standing.trained == Share(1, 4)


def test_a_need_of_some_people_asks_only_so_many(room) -> None:
    room.need(people=2)
    attend(room, room.session, room.people[:3])
    assert group_of(room).standing.trained == Share(2, 2)


def test_a_dropped_need_asks_nothing_and_one_without_group_is_told(room) -> None:
    need = room.need()
    loose = room.need(group=None)
    with room.desk.change("Drop") as change:
        change.set_many(Need, {need: {"status": "dropped"}})
    found = coverage(room.desk, room.project, TODAY)
    assert found.groups == ()
    assert found.without_group == (room.desk.get(Need, loose).code,)


def test_any_course_that_gives_the_skill_at_its_level_serves(room) -> None:
    skill = add_skill(room.desk, room.project, "CRM")
    room.need(course=None, skill=skill, required=3)
    attend(room, room.session, room.people[:1], score=90, passed=True)
    assert group_of(room).standing.trained == Share(0, 4)
    given = room.gives(room.course, skill, 2)
    assert group_of(room).standing.trained == Share(0, 4)
    with room.desk.change("Raise") as change:
        change.set_many(CourseSkill, {given: {"level": 3}})
    found = group_of(room)
    assert found.standing.trained == Share(1, 4)
    assert found.standing.able == Share(1, 4)
    assert found.needs[0].courses == ("CO-01",)


def test_a_score_below_the_mark_attended_but_is_not_at_the_level(room) -> None:
    skill = add_skill(room.desk, room.project, "CRM")
    course = room.course_called("With a test", pass_score=80)
    room.gives(course, skill, 3)
    room.need(course=None, skill=skill, required=3)
    session = room.another(course)
    attend(room, session, room.people[:1], score=79)
    attend(room, session, room.people[1:2], score=80)
    found = group_of(room)
    assert (found.standing.trained, found.standing.able) == (Share(2, 4), Share(1, 4))


def test_a_reading_says_the_level_whatever_was_attended(room) -> None:
    skill = add_skill(room.desk, room.project, "CRM")
    room.need(course=None, skill=skill, required=3)
    for day, level in (("2026-03-05", 1), ("2026-03-12", 3)):
        add_reading(
            room.desk, room.project, taken=day, person=room.people[0], skill=skill, level=level
        )
    assert group_of(room).standing.able == Share(1, 4)
    assert group_of(room, "2026-03-06").standing.able == Share(0, 4)


def test_the_forecast_counts_planned_places_without_expected_no_shows(room) -> None:
    room.need()
    attend(room, room.session, room.people[:1])
    enrol(room.desk, room.another(day=25), room.people[1:3])
    late = room.another(day=1)
    with room.desk.change("Move") as change:
        change.set_many(TrainingSession, {late: {"starts": 1775800000000}})
    enrol(room.desk, late, room.people[3:])
    found = group_of(room).standing
    assert found.forecast == 1 + 2 * Fraction(9, 10)
    assert found.expected == Share(2, 4)


def test_a_cancelled_session_and_one_without_attendance_forecast_nothing(room) -> None:
    room.need()
    enrol(room.desk, room.session, room.people)
    cancelled = room.another(day=25, status="cancelled")
    enrol(room.desk, cancelled, room.people)
    assert group_of(room).standing.forecast == 0


def test_who_must_be_trained_again_is_missing_again(room) -> None:
    room.need()
    attend(room, room.session, room.people[:2])
    key = room.desk.find(Enrolment, person=room.people[0]).id
    with room.desk.change("Mark") as change:
        change.set_many(Enrolment, {key: {"retrain": True}})
    assert group_of(room).standing.trained == Share(1, 4)


def test_people_of_sub_groups_count_and_memberships_have_dates(room) -> None:
    site = add_group(room.desk, "Site")
    with room.desk.change("Tree") as change:
        change.set_many(Group, {room.group: {"parent": site}})
    mover = add_person(room.desk, "Mover", group=room.group)
    with room.desk.change("Moves") as change:
        change.add_many(
            Membership,
            [{"person": mover, "group": room.group, "since": "2026-03-11", "until": "2026-03-15"}],
        )
    room.need(group=site)
    inside, after = (group_of(room, day) for day in ("2026-03-12", "2026-03-16"))
    assert (inside.standing.trained.base, after.standing.trained.base) == (5, 4)
    assert not inside.from_headcount
    assert room.desk.get(Person, mover).group_id == room.group


def test_the_gain_of_a_course_is_of_people_with_both_tests(room) -> None:
    def test(person: int, occasion: str, value: int, maximum: int = 100) -> dict[str, object]:
        return {
            "taken": "2026-03-10", "course": room.course, "person": person, "kirkpatrick": "2",
            "occasion": occasion, "value": value, "maximum": maximum,
        }  # fmt: skip

    first, second, *_ = room.people
    for told in (test(first, "before", 40), test(first, "after", 70), test(second, "before", 10)):
        add_reading(room.desk, room.project, **told)
    (found,) = gains(room.desk, room.project)
    assert (found.code, found.people, found.gain) == ("CO-01", 1, Fraction(1, 2))
    add_reading(room.desk, room.project, **test(second, "after", 11, 20))
    (found,) = gains(room.desk, room.project)
    assert (found.people, found.gain) == (2, Fraction(75, 150))


def test_skills_stand_where_the_newest_readings_say(room) -> None:
    skill = add_skill(room.desk, room.project, "CRM")
    room.need(skill=skill, required=3)
    for day, person, level in (
        ("2026-05-06", room.people[0], 3),
        ("2026-04-20", room.people[1], 2),
    ):
        add_reading(room.desk, room.project, taken=day, person=person, skill=skill, level=level)
    (found,) = skills_standing(room.desk, room.project, "2026-06-01")
    assert (found.title, found.level, found.share, found.days) == ("CRM", 3, Share(1, 2), 30)
    (early,) = skills_standing(room.desk, room.project, "2026-05-01")
    assert early.share == Share(0, 1)


def test_readings_are_listed_newest_first_and_taken_out(room) -> None:
    facts = {"course": room.course, "occasion": "after"}
    for day, value in (("2026-03-10", 40), ("2026-03-12", 70)):
        add_reading(
            room.desk, room.project, taken=day, person=room.people[0], value=value, maximum=100,
            **facts,
        )  # fmt: skip
    add_reading(room.desk, room.project, taken="2026-03-11", group=room.group, level=2, **facts)
    found = readings(room.desk, room.project)
    assert [(one.who, one.course, one.value, one.level) for one in found] == [
        ("Amira", "CO-01", 70, None), ("Team Leeds", "CO-01", None, 2),
        ("Amira", "CO-01", 40, None),
    ]  # fmt: skip
    remove_readings(room.desk, [found[0].id, found[1].id])
    assert [one.value for one in readings(room.desk, room.project)] == [40]
    assert room.desk.undo() == "Take 2 readings of proficiency out"


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"course": 1, "value": 3}, "of whom"),
        ({"person": 1, "value": 3}, "which course"),
        ({"person": 1, "course": 1}, "what was read"),
        ({"person": 1, "course": 1, "value": 11, "maximum": 10}, "more than the 10"),
    ],
)
def test_a_reading_that_says_nothing_is_refused(room, fields: dict[str, int], why: str) -> None:
    with pytest.raises(UserError, match=why):
        add_reading(room.desk, room.project, taken="2026-03-10", **fields)
    assert readings(room.desk, room.project) == []


def completed(room, day: str, person: int = 0, **told: object) -> None:
    """Note a completion that a learning system dates, in a session without a time."""
    with room.desk.change("Take in") as change:
        session = TrainingSession(project=room.project, course=room.course, status="held")
        enrolment = Enrolment(session=change.add(session).id, person=room.people[person])
        key = change.add(enrolment).id
        noted = {"enrolment": key, "outcome": "attended", "at": noon_of(day), **told}
        change.add_many(Attendance, [noted])


def test_a_completion_counts_from_its_own_day_and_not_before(room) -> None:
    room.need()
    completed(room, "2026-03-10")
    completed(room, "2026-12-20", person=1)
    trained = [group_of(room, day).standing.trained.n for day in ("2026-03-09", "2026-03-10")]
    assert trained == [0, 1]
    assert group_of(room).missing == ("Ben", "Chloé", "Dora")
    assert group_of(room, "2026-12-20").standing.trained.n == 2


def test_a_later_word_leaves_what_was_completed_before_as_it_was(room) -> None:
    room.need()
    completed(room, "2026-03-10")
    key = room.desk.rows(Enrolment.select(Enrolment.id))[0].id
    with room.desk.change("Excuse later") as change:
        late = {"enrolment": key, "outcome": "excused", "at": noon_of("2026-12-20")}
        change.add_many(Attendance, [late])
    assert group_of(room).standing.trained.n == 1
    assert group_of(room, "2026-12-21").standing.trained.n == 0


def test_the_day_of_a_completion_is_the_same_on_every_clock(monkeypatch) -> None:
    for zone in ("Pacific/Auckland", "Pacific/Honolulu", "UTC"):
        monkeypatch.setenv("TZ", zone)
        time.tzset()
        assert day_noted(noon_of("2026-03-10")) == "2026-03-10"
    monkeypatch.undo()
    time.tzset()


def test_a_completion_of_a_later_day_up_to_go_live_is_in_the_forecast(
    room,
) -> None:
    room.need()
    completed(room, "2026-04-01")
    completed(room, "2026-12-20", person=1)
    standing = group_of(room).standing
    assert (standing.trained.n, standing.expected.n) == (0, 1)
    assert group_of(room, "2026-04-01").standing.trained.n == 1
    assert coverage(room.desk, room.project, TODAY).expected == Share(1, 4)
