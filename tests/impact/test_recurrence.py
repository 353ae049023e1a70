"""METHODS 1.5: the phrases of plans, and the days they give."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from changedesk.impact.recurrence import (
    DAY,
    LAST,
    MONTH,
    WEEK,
    AtEvent,
    OnDates,
    Recurring,
    dates,
    rrule,
    understand,
)

DAYS = st.dates(date(2020, 1, 1), date(2035, 12, 31))
BEGIN = date(2026, 1, 1)


@pytest.mark.parametrize(
    ("phrase", "meaning"),
    [
        ("Daily", Recurring(DAY)),
        ("Every Wednesday", Recurring(WEEK, 1, (2,))),
        ("3rd Monday of every month", Recurring(MONTH, 1, (0,), 3)),
        ("3rd Monday of first month per quarter", Recurring(MONTH, 3, (0,), 3, 1)),
        ("Bi-weekly", Recurring(WEEK, 2)),
        ("Weekly", Recurring(WEEK)),
        ("Monthly", Recurring(MONTH)),
        ("Quarterly", Recurring(MONTH, 3)),
        ("Every Monday and Thursday", Recurring(WEEK, 1, (0, 3))),
        ("Mondays, Wednesdays and Fridays", Recurring(WEEK, 1, (0, 2, 4))),
        ("Every other Friday", Recurring(WEEK, 2, (4,))),
        ("Bi-weekly on Tuesday", Recurring(WEEK, 2, (1,))),
        ("Weekly on Fridays", Recurring(WEEK, 1, (4,))),
        ("Last Friday of every month", Recurring(MONTH, 1, (4,), LAST)),
        ("The first Tuesday of each month", Recurring(MONTH, 1, (1,), 1)),
        ("every working day", Recurring(WEEK, 1, (0, 1, 2, 3, 4))),
        ("Täglich", Recurring(DAY)),
        ("Jeden Mittwoch", Recurring(WEEK, 1, (2,))),
        ("Jeden 3. Montag im Monat", Recurring(MONTH, 1, (0,), 3)),
        ("Alle zwei Wochen", Recurring(WEEK, 2)),
        ("Tous les mercredis", Recurring(WEEK, 1, (2,))),
        ("Le 3e lundi de chaque mois", Recurring(MONTH, 1, (0,), 3)),
        ("Cada miércoles", Recurring(WEEK, 1, (2,))),
        ("El tercer lunes de cada mes", Recurring(MONTH, 1, (0,), 3)),
        ("Le dernier vendredi du mois", Recurring(MONTH, 1, (4,), LAST)),
    ],
)
def test_phrases_of_plans_are_understood(phrase: str, meaning: Recurring) -> None:
    assert understand(phrase) == meaning
    assert understand(f"  {phrase.upper()}. ") == meaning


@pytest.mark.parametrize(
    "phrase",
    ["At each phase gate", "After go-live", "On demand", "When ready", "03/04/2026", "As needed",
     "Every gate", "3rd Monday of fourth month per quarter"],
)  # fmt: skip
def test_an_event_is_never_a_date(phrase: str) -> None:
    meaning = understand(phrase)
    assert meaning == AtEvent(phrase)
    assert dates(meaning, BEGIN, BEGIN, date(2030, 1, 1)) == []
    assert rrule(meaning, BEGIN) == ""


def test_plain_dates_are_themselves() -> None:
    assert understand("2026-03-09") == OnDates((date(2026, 3, 9),))
    assert understand("9 March 2026; 2026-02-01") == OnDates((date(2026, 2, 1), date(2026, 3, 9)))
    assert understand("09.03.2026") == OnDates((date(2026, 3, 9),))
    assert understand("March 9, 2026") == OnDates((date(2026, 3, 9),))
    assert understand("  ") is None


def test_third_mondays_of_2026() -> None:
    every = dates(understand("3rd Monday of every month"), BEGIN, BEGIN, date(2026, 4, 30))
    assert every == [date(2026, m, d) for m, d in ((1, 19), (2, 16), (3, 16), (4, 20))]
    phrase = "3rd Monday of first month per quarter"
    quarterly = dates(understand(phrase), BEGIN, BEGIN, date(2026, 12, 31))
    assert quarterly == [date(2026, m, d) for m, d in ((1, 19), (4, 20), (7, 20), (10, 19))]


def test_a_quarterly_phrase_keeps_to_the_quarter_when_it_begins_within_one() -> None:
    phrase = "3rd Monday of first month per quarter"
    found = dates(understand(phrase), date(2026, 2, 5), date(2026, 1, 1), date(2026, 8, 1))
    assert found == [date(2026, 4, 20), date(2026, 7, 20)]


def test_every_two_weeks_counts_from_the_day_it_begins_on() -> None:
    found = dates(understand("Bi-weekly"), date(2026, 3, 4), date(2026, 3, 6), date(2026, 4, 2))
    assert found == [date(2026, 3, 18), date(2026, 4, 1)]


def test_monthly_on_the_31st_is_the_last_day_of_shorter_months() -> None:
    begin = date(2026, 1, 31)
    found = dates(understand("Monthly"), begin, begin, date(2026, 4, 30))
    assert found == [begin, date(2026, 2, 28), date(2026, 3, 31), date(2026, 4, 30)]


RECURRING = st.one_of(
    st.builds(Recurring, st.just(DAY), st.integers(1, 4)),
    st.builds(
        Recurring, st.just(WEEK), st.integers(1, 4),
        st.sets(st.integers(0, 6)).map(lambda days: tuple(sorted(days))),
    ),
    st.builds(Recurring, st.just(MONTH), st.sampled_from((1, 3, 12))),
    st.builds(
        Recurring, st.just(MONTH), st.just(1), st.tuples(st.integers(0, 6)),
        st.sampled_from((1, 2, 3, 4, 5, LAST)),
    ),
    st.builds(
        Recurring, st.just(MONTH), st.just(3), st.tuples(st.integers(0, 6)),
        st.sampled_from((1, 2, 3, 4, 5, LAST)), st.integers(1, 3),
    ),
)  # fmt: skip


@given(RECURRING, DAYS, DAYS, st.integers(0, 500))
def test_every_date_is_in_range_in_order_and_on_the_right_day(
    meaning: Recurring, begins: date, first: date, length: int
) -> None:
    last = first + timedelta(days=length)
    found = dates(meaning, begins, first, last)
    assert found == sorted(set(found))
    for day in found:
        assert max(first, begins) <= day <= last
        if meaning.weekdays:
            assert day.weekday() in meaning.weekdays
        if meaning.nth is not None and meaning.nth != LAST:
            assert (day.day - 1) // 7 + 1 == meaning.nth
        if meaning.nth == LAST:
            assert (day + timedelta(days=7)).month != day.month
        if meaning.of_quarter is not None:
            assert (day.month - 1) % 3 + 1 == meaning.of_quarter


@given(RECURRING, DAYS, DAYS, st.integers(0, 300), st.integers(0, 300))
def test_a_shorter_window_holds_the_same_days(
    meaning: Recurring, begins: date, first: date, one: int, other: int
) -> None:
    middle, last = first + timedelta(days=one), first + timedelta(days=one + other)
    whole = dates(meaning, begins, first, last)
    assert [day for day in whole if day <= middle] == dates(meaning, begins, first, middle)


@given(st.text(max_size=60))
def test_any_text_is_taken_without_a_fault(text: str) -> None:
    meaning = understand(text)
    assert (meaning is None) == (not text.strip())


def test_rules_of_the_calendar_standard() -> None:
    begin = date(2026, 3, 4)
    assert rrule(understand("Daily"), begin) == "FREQ=DAILY"
    assert rrule(understand("Bi-weekly"), begin) == "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE;WKST=MO"
    assert rrule(understand("Every Monday and Friday"), begin, date(2026, 6, 1)) == (
        "FREQ=WEEKLY;BYDAY=MO,FR;WKST=MO;UNTIL=20260601"
    )
    assert rrule(understand("Last Friday of every month"), begin) == "FREQ=MONTHLY;BYDAY=-1FR"
    phrase = "3rd Monday of first month per quarter"
    assert rrule(understand(phrase), begin) == "FREQ=MONTHLY;INTERVAL=3;BYDAY=3MO"
    assert rrule(understand("Monthly"), date(2026, 1, 30)) == (
        "FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1"
    )
