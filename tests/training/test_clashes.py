"""Clashes: two sessions at once, leave, shifts, busy periods, what must come first."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from changedesk.training.clashes import (
    BEFORE,
    BUSY,
    LEAVE,
    MATERIALS,
    OFF_SHIFT,
    SEATS,
    TWICE,
    Busy,
    Clash,
    Hours,
    Meeting,
    Plan,
    Seat,
    at_duty,
    busy_for,
    find_clashes,
    lacking,
    meeting_at,
    together,
)


def at(session: int, day: int, hour: int, minutes: int = 60, course: int = 1) -> Meeting:
    moment = datetime(2026, 3, day, hour, tzinfo=UTC)
    return meeting_at(session, course, int(moment.timestamp() * 1000), minutes, "UTC")


def plan(*meetings: Meeting, **facts: object) -> Plan:
    return Plan({one.session: one for one in meetings}, **facts)  # type: ignore[arg-type]


TEN = at(1, 10, 10)


def test_a_session_is_at_its_own_place_on_the_clock() -> None:
    moment = int(datetime(2026, 7, 1, 22, 30, tzinfo=UTC).timestamp() * 1000)
    found = meeting_at(1, 1, moment, 90, "Europe/Berlin")
    assert (found.day, found.begin, found.until) == ("2026-07-02", 30, 120)


def test_a_zone_in_words_that_nobody_knows_falls_back_to_this_computer() -> None:
    assert meeting_at(1, 1, TEN.starts, 60, "Mars/Base") == meeting_at(1, 1, TEN.starts, 60)


def test_sessions_that_meet_end_to_start_do_not_clash() -> None:
    assert not together(TEN, at(2, 10, 11))
    assert together(TEN, at(2, 10, 10, 5))


def test_somebody_in_two_sessions_at_once_is_named_in_both() -> None:
    seats = [Seat(1, 7), Seat(2, 7), Seat(1, 8)]
    found = find_clashes(plan(TEN, at(2, 10, 10)), seats)
    assert found == [Clash(TWICE, 1, 7, 2), Clash(TWICE, 2, 7, 1)]


@pytest.mark.parametrize(
    ("hours", "found"),
    [
        ([], ""),
        ([Hours("2026-03-10", 480, 960)], ""),
        ([Hours("2026-03-10", 840, 1320)], OFF_SHIFT),
        ([Hours("2026-03-10", 480, 630)], OFF_SHIFT),
        ([Hours("2026-03-10", 480, 630), Hours("2026-03-10", 630, 960)], ""),
        ([Hours("2026-03-10", away=True)], LEAVE),
        ([Hours("2026-03-10", 480, 960), Hours("2026-03-10", 640, 700, away=True)], LEAVE),
        ([Hours("2026-03-09", 480, 960), Hours("2026-03-11", 480, 960)], OFF_SHIFT),
        ([Hours("2026-03-11", 480, 960)], ""),
        ([Hours("2026-03-11", away=True)], ""),
    ],
    ids=[
        "no roster", "within the shift", "before the shift", "runs out of the shift",
        "two stretches", "a day of leave", "an hour of leave", "a day off", "roster begins later",
        "leave on another day",
    ],
)  # fmt: skip
def test_the_roster_says_whether_somebody_can_come(hours: list[Hours], found: str) -> None:
    assert at_duty(TEN, hours) == found


def test_a_night_shift_reaches_into_the_next_morning() -> None:
    night = [Hours("2026-03-09", 1320, 1800)]
    assert at_duty(at(1, 10, 4), night) == ""
    assert at_duty(at(1, 10, 4), [Hours("2026-03-09", 1320, 360)]) == ""
    assert at_duty(at(1, 10, 5, 120), [*night, Hours("2026-03-10", 1320, 1800)]) == OFF_SHIFT


def test_a_busy_period_of_the_group_or_of_everybody_clashes() -> None:
    assert busy_for(TEN, [3], [Busy(3, "2026-03-09", "2026-03-13")])
    assert busy_for(TEN, [], [Busy(None, "2026-03-10", "2026-03-10", 0)])
    assert not busy_for(TEN, [4], [Busy(3, "2026-03-09", "2026-03-13")])
    assert not busy_for(TEN, [3], [Busy(3, "2026-03-11", "2026-03-13")])


def test_a_busy_period_that_begins_at_midnight_clashes_with_what_runs_into_it() -> None:
    night = at(1, 10, 23, 120)
    assert busy_for(night, [3], [Busy(3, "2026-03-11", "2026-03-11")])
    assert not busy_for(night, [3], [Busy(3, "2026-03-12", "2026-03-12")])
    assert not busy_for(at(1, 10, 23), [3], [Busy(3, "2026-03-11", "2026-03-11")])


def test_a_period_with_some_capacity_left_allows_training() -> None:
    assert not busy_for(TEN, [3], [Busy(3, "2026-03-09", "2026-03-13", 50)])


def test_what_must_come_first_must_have_ended_before() -> None:
    second = at(2, 10, 12, course=2)
    assert lacking(second, {2: {1}}, [TEN, second]) == []
    assert lacking(second, {2: {1}}, [at(1, 11, 10), second]) == [1]
    assert lacking(second, {2: {1}}, [second], done=[1]) == []


def test_every_kind_of_clash_is_found_together() -> None:
    second = at(2, 10, 10, course=2)
    known = plan(
        TEN, second,
        hours={7: [Hours("2026-03-10", away=True)], 8: [Hours("2026-03-10", 900, 960)]},
        busy=[Busy(3, "2026-03-10", "2026-03-10")],
        groups={8: [3]},
        requires={2: {1}},
        capacity={1: 1, 2: 9},
        ready={2: "2026-03-11"},
    )  # fmt: skip
    found = find_clashes(known, [Seat(1, 7), Seat(1, 8), Seat(2, 8)])
    kinds = {(one.kind, one.session, one.person) for one in found}
    assert kinds == {
        (SEATS, 1, None), (LEAVE, 1, 7), (TWICE, 1, 8), (OFF_SHIFT, 1, 8), (BUSY, 1, 8),
        (MATERIALS, 2, None), (TWICE, 2, 8), (OFF_SHIFT, 2, 8), (BUSY, 2, 8), (BEFORE, 2, 8),
    }  # fmt: skip


def test_what_is_over_is_judged_no_more() -> None:
    known = plan(TEN, at(2, 10, 10), capacity={1: 1})
    assert find_clashes(known, [Seat(1, 7, settled=True), Seat(2, 7, settled=True)]) == []
    assert find_clashes(known, [Seat(1, 7, settled=True), Seat(2, 7)]) == [Clash(TWICE, 2, 7, 1)]


@given(st.lists(st.tuples(st.integers(1, 5), st.integers(8, 17), st.integers(10, 200)), max_size=8))
def test_without_clashes_nobody_is_in_two_places(taken: list[tuple[int, int, int]]) -> None:
    meetings = [at(number, *one) for number, one in enumerate(taken)]
    found = find_clashes(plan(*meetings), [Seat(one.session, 7) for one in meetings])
    pairs = {
        (one.session, other.session)
        for one in meetings
        for other in meetings
        if one is not other and max(one.starts, other.starts) < min(one.ends, other.ends)
    }
    assert {(one.session, one.other) for one in found} == pairs
