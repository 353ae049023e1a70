"""Coverage counts distinct people who attended, never seats; the forecast takes no-shows off."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from changedesk.people.shares import Share
from changedesk.training.readiness import (
    Evidence,
    NeedFact,
    Place,
    Seen,
    Took,
    standing_of_group,
    standing_of_need,
)

CRM, BOT = 1, 2
NEED = NeedFact(10, wanted=4, whole=True, courses=frozenset({CRM}), skill=7, level=3)
OTHER = NeedFact(11, wanted=4, whole=True, courses=frozenset({BOT}))
PEOPLE = (1, 2, 3, 4)


def took(person: int, course: int = CRM, day: str = "2026-03-10", **facts: object) -> Took:
    return Took(person, course, day, **facts)  # type: ignore[arg-type]


def test_somebody_who_attended_twice_counts_once() -> None:
    known = Evidence([took(1), took(1, day="2026-03-12"), took(2)])
    found = standing_of_need(NEED, PEOPLE, known)
    assert found.trained == Share(2, 4)
    assert found.missing == (3, 4)


def test_half_a_session_and_people_of_other_groups_do_not_count() -> None:
    known = Evidence([took(1, full=False), took(99), took(2, course=BOT)])
    assert standing_of_need(NEED, PEOPLE, known).trained == Share(0, 4)


def test_an_empty_group_has_no_share_instead_of_0_percent() -> None:
    empty = NeedFact(1, wanted=0, whole=True)
    assert standing_of_need(empty, (), Evidence()).trained.value is None


def test_who_is_asked_for_and_not_known_by_name_is_told_apart() -> None:
    found = standing_of_need(
        NeedFact(1, 6, whole=True, courses=frozenset({CRM})), PEOPLE, Evidence()
    )
    assert (found.missing, found.unnamed) == (PEOPLE, 2)


def test_attending_is_not_yet_the_level() -> None:
    known = Evidence(
        [took(1), took(2, passed=True, levels=((7, 3),)), took(3, passed=False, levels=((7, 3),))],
        [Seen(4, 7, "2026-03-20", 3)],
    )
    found = standing_of_need(NEED, PEOPLE, known)
    assert found.trained == Share(3, 4)
    assert found.able == Share(2, 4)
    assert found.at_level == frozenset({2, 4})


def test_the_newest_word_on_a_level_counts() -> None:
    known = Evidence(
        [took(1, passed=True, levels=((7, 3),))],
        [Seen(1, 7, "2026-04-20", 2), Seen(2, 7, "2026-03-01", 1), Seen(2, 7, "2026-03-02", 4)],
    )
    assert standing_of_need(NEED, PEOPLE, known).at_level == frozenset({2})


def test_coverage_on_a_day_leaves_out_what_happened_later() -> None:
    known = Evidence([took(1, day="2026-03-10"), took(2, day="2026-03-12")])
    days = ("2026-03-09", "2026-03-10", "2026-03-12")
    counts = [standing_of_need(NEED, PEOPLE, known.until(day)).trained.n for day in days]
    assert counts == [0, 1, 2]


def test_the_forecast_adds_expected_people_of_planned_sessions() -> None:
    places = [Place(person, 5, CRM, "2026-03-30", 10) for person in (2, 3)]
    found = standing_of_need(NEED, PEOPLE, Evidence([took(1)], places=places))
    assert found.forecast == 1 + 2 * Fraction(9, 10)
    assert found.expected == Share(2, 4)


def test_a_second_place_is_a_second_chance_and_no_second_person() -> None:
    places = [Place(2, 5, CRM, "2026-03-30", 10), Place(2, 6, CRM, "2026-04-01", 10)]
    found = standing_of_need(NEED, PEOPLE, Evidence(places=places))
    assert found.forecast == Fraction(99, 100)


def test_places_after_go_live_do_not_help() -> None:
    places = [Place(2, 5, CRM, "2026-04-06"), Place(3, 6, CRM, "2026-04-07")]
    known = Evidence(places=places).planned_until("2026-04-06")
    assert standing_of_need(NEED, PEOPLE, known).forecast == 1
    assert len(Evidence(places=places).planned_until("").places) == 2


def test_in_a_group_somebody_counts_with_all_that_is_asked_of_everybody() -> None:
    known = Evidence([took(1), took(2), took(2, course=BOT)])
    found = standing_of_group([NEED, OTHER], PEOPLE, known)
    assert found.trained == Share(1, 4)
    assert found.missing == (1, 3, 4)


def test_a_need_without_a_course_does_not_make_the_others_nothing() -> None:
    unserved = NeedFact(13, wanted=4, whole=True)
    known = Evidence([took(1), took(2)])
    assert standing_of_group([NEED, unserved], PEOPLE, known).trained == Share(2, 4)
    assert standing_of_group([unserved], PEOPLE, known).trained == Share(0, 4)


def test_a_need_of_a_few_does_not_hold_the_group_back() -> None:
    few = NeedFact(12, wanted=1, whole=False, courses=frozenset({BOT}))
    known = Evidence([took(1), took(2)])
    assert standing_of_group([NEED, few], PEOPLE, known).trained == Share(2, 4)
    assert standing_of_group([few], PEOPLE, Evidence([took(3, course=BOT)])).trained == Share(1, 1)


def test_one_session_that_serves_two_needs_is_one_chance() -> None:
    twin = NeedFact(12, wanted=4, whole=True, courses=frozenset({CRM}))
    places = [Place(1, 5, CRM, "2026-03-30", 20)]
    found = standing_of_group([NEED, twin], PEOPLE, Evidence(places=places))
    assert found.forecast == Fraction(8, 10)


def test_two_courses_both_have_to_be_come_to() -> None:
    places = [Place(1, 5, CRM, "2026-03-30", 20), Place(1, 6, BOT, "2026-03-31", 50)]
    found = standing_of_group([NEED, OTHER], PEOPLE, Evidence(places=places))
    assert found.forecast == Fraction(8, 10) * Fraction(5, 10)


@given(
    st.lists(st.tuples(st.integers(1, 6), st.integers(1, 3), st.booleans()), max_size=20),
    st.lists(st.tuples(st.integers(1, 6), st.integers(1, 3), st.integers(0, 90)), max_size=20),
)
def test_nobody_is_counted_twice_and_the_forecast_lies_between(
    attended: list[tuple[int, int, bool]], planned: list[tuple[int, int, int]]
) -> None:
    known = Evidence(
        [took(person, course, full=full) for person, course, full in attended],
        places=[
            Place(person, number, course, "2026-04-01", no_show)
            for number, (person, course, no_show) in enumerate(planned)
        ],
    )
    for found in (
        standing_of_need(NEED, PEOPLE, known),
        standing_of_group([NEED, OTHER], PEOPLE, known),
    ):
        assert found.trained.n + len(found.missing) == len(PEOPLE)
        assert found.trained.n <= found.forecast <= len(PEOPLE)
