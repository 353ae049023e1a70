"""METHODS 1.5: the phrases of plans, and the days they give."""

import re
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
    Unclear,
    dates,
    rrule,
)
from changedesk.impact.recurrence_phrases import understand

DAYS = st.dates(date(2020, 1, 1), date(2035, 12, 31))
BEGIN = date(2026, 1, 1)


@pytest.mark.parametrize(
    ("phrase", "meaning"),
    [
        ("Daily", Recurring(DAY)),
        ("Every Wednesday", Recurring(WEEK, 1, (2,))),
        ("3rd Monday of every month", Recurring(MONTH, 1, (0,), (3,))),
        ("3rd Monday of first month per quarter", Recurring(MONTH, 3, (0,), (3,), 1)),
        ("Bi-weekly", Recurring(WEEK, 2)),
        ("Weekly", Recurring(WEEK)),
        ("Monthly", Recurring(MONTH)),
        ("Quarterly", Recurring(MONTH, 3)),
        ("Every Monday and Thursday", Recurring(WEEK, 1, (0, 3))),
        ("Mondays, Wednesdays and Fridays", Recurring(WEEK, 1, (0, 2, 4))),
        ("Every other Friday", Recurring(WEEK, 2, (4,))),
        ("Bi-weekly on Tuesday", Recurring(WEEK, 2, (1,))),
        ("Weekly on Fridays", Recurring(WEEK, 1, (4,))),
        ("Last Friday of every month", Recurring(MONTH, 1, (4,), (LAST,))),
        ("The first Tuesday of each month", Recurring(MONTH, 1, (1,), (1,))),
        ("every working day", Recurring(WEEK, 1, (0, 1, 2, 3, 4))),
        ("Täglich", Recurring(DAY)),
        ("Jeden Mittwoch", Recurring(WEEK, 1, (2,))),
        ("Jeden 3. Montag im Monat", Recurring(MONTH, 1, (0,), (3,))),
        ("Alle zwei Wochen", Recurring(WEEK, 2)),
        ("Tous les mercredis", Recurring(WEEK, 1, (2,))),
        ("Le 3e lundi de chaque mois", Recurring(MONTH, 1, (0,), (3,))),
        ("Cada miércoles", Recurring(WEEK, 1, (2,))),
        ("El tercer lunes de cada mes", Recurring(MONTH, 1, (0,), (3,))),
        ("Le dernier vendredi du mois", Recurring(MONTH, 1, (4,), (LAST,))),
        ("Every 3 weeks", Recurring(WEEK, 3)),
        ("every 4 weeks on Tuesday", Recurring(WEEK, 4, (1,))),
        ("Every 14 days", Recurring(DAY, 14)),
        ("every six months", Recurring(MONTH, 6)),
        ("every second Friday", Recurring(WEEK, 2, (4,))),
        ("every 2nd Friday", Recurring(WEEK, 2, (4,))),
        ("Alternate Mondays", Recurring(WEEK, 2, (0,))),
        ("fortnightly", Recurring(WEEK, 2)),
        ("every other week", Recurring(WEEK, 2)),
        ("every other month", Recurring(MONTH, 2)),
        ("half-yearly", Recurring(MONTH, 6)),
        ("once a week on Monday", Recurring(WEEK, 1, (0,))),
        ("1x/week", Recurring(WEEK)),
        ("Last day of the month", Recurring(MONTH, days=(LAST,))),
        ("month end", Recurring(MONTH, days=(LAST,))),
        ("15th of each month", Recurring(MONTH, days=(15,))),
        ("monthly on the 15th", Recurring(MONTH, days=(15,))),
        ("1st and 15th of every month", Recurring(MONTH, days=(1, 15))),
        ("15th and last day of the month", Recurring(MONTH, days=(15, LAST))),
        ("twice a month (1st and 15th)", Recurring(MONTH, days=(1, 15))),
        ("twice a week: Tue, Thu", Recurring(WEEK, 1, (1, 3))),
        ("first Monday of the month", Recurring(MONTH, 1, (0,), (1,))),
        ("1st and 3rd Tuesday of the month", Recurring(MONTH, 1, (1,), (1, 3))),
        ("last working day of the month", Recurring(MONTH, 1, (0, 1, 2, 3, 4), (LAST,))),
        ("1st Monday of every quarter", Recurring(MONTH, 3, (0,), (1,), 1)),
        ("Last day of every quarter", Recurring(MONTH, 3, of_quarter=3, days=(LAST,))),
        ("Mon-Fri", Recurring(WEEK, 1, (0, 1, 2, 3, 4))),
        ("Monday to Thursday", Recurring(WEEK, 1, (0, 1, 2, 3))),
        ("Daily (Mon–Fri)", Recurring(WEEK, 1, (0, 1, 2, 3, 4))),
        ("Every Monday at 10:00", Recurring(WEEK, 1, (0,))),
        ("monatlich", Recurring(MONTH)),
        ("alle 2 Wochen", Recurring(WEEK, 2)),
        ("alle 3 Wochen montags", Recurring(WEEK, 3, (0,))),
        ("jeden zweiten Dienstag", Recurring(WEEK, 2, (1,))),
        ("jeden zweiten Dienstag im Monat", Recurring(MONTH, 1, (1,), (2,))),
        ("am 15. jedes Monats", Recurring(MONTH, days=(15,))),
        ("Am letzten Tag des Monats", Recurring(MONTH, days=(LAST,))),
        ("14-tägig", Recurring(DAY, 14)),
        ("halbjährlich", Recurring(MONTH, 6)),
        ("toutes les 2 semaines", Recurring(WEEK, 2)),
        ("un mardi sur deux", Recurring(WEEK, 2, (1,))),
        ("le 15 de chaque mois", Recurring(MONTH, days=(15,))),
        ("du lundi au vendredi", Recurring(WEEK, 1, (0, 1, 2, 3, 4))),
        ("cada dos meses", Recurring(MONTH, 2)),
        ("Каждый день в 10 утра", Recurring(DAY)),
        ("1 раз в неделю (по пятницам)", Recurring(WEEK, 1, (4,))),
        ("раз в 2 недели - по четвергам", Recurring(WEEK, 2, (3,))),
        ("каждые 3 дня", Recurring(DAY, 3)),
        ("первый понедельник каждого месяца", Recurring(MONTH, 1, (0,), (1,))),
        ("с понедельника по пятницу", Recurring(WEEK, 1, (0, 1, 2, 3, 4))),
        ("a cada 2 semanas", Recurring(WEEK, 2)),
        ("el último día del mes", Recurring(MONTH, days=(LAST,))),
    ],
)
def test_phrases_of_plans_are_understood(phrase: str, meaning: Recurring) -> None:
    assert understand(phrase) == meaning
    assert understand(f"  {phrase.upper()}. ") == meaning


@pytest.mark.parametrize(
    "phrase",
    ["At each phase gate", "After go-live", "On demand", "When ready", "03/04/2026", "As needed",
     "Every gate", "2 weeks before go-live", "in 2 weeks", "Monday in a week", "Week 3",
     "Two weeks after each release", "June", "По мере необходимости", "после запуска"],
)  # fmt: skip
def test_an_event_is_never_a_date(phrase: str) -> None:
    meaning = understand(phrase)
    assert meaning == AtEvent(phrase)
    assert dates(meaning, BEGIN, BEGIN, date(2030, 1, 1)) == []
    assert rrule(meaning, BEGIN) == ""


@pytest.mark.parametrize(
    ("phrase", "instead"),
    [
        ("Twice a month", "“1st and 15th of every month”"),
        ("zweimal im Monat", "“1st and 15th of every month”"),
        ("bi-monthly", "“Every 2 months” or “1st and 15th of every month”"),
        ("bimensuel", "“Every 2 months” or “1st and 15th of every month”"),
        ("2x per week", "“Every Tuesday and Thursday”"),
        ("2 раза в месяц", "“1st and 15th of every month”"),
        ("twice a year", "“Every 6 months”"),
        ("every third Friday", "“Every 3 weeks on Friday” or “3rd Friday of every month”"),
        ("Jeden dritten Montag", "“Every 3 weeks on Monday” or “3rd Monday of every month”"),
        ("1st Monday", "“1st Monday of every month”"),
        ("1st and 15th", "“1st and 15th of every month”"),
        ("Every Monday or Tuesday", "“Every Monday”"),
        ("3rd Monday of fourth month per quarter", "“1st Monday of every month”"),
        ("Monthly steering committee", "“1st Monday of every month”"),
        ("end of week", "“Every Friday”"),
        ("every few weeks", "“Every 2 weeks”"),
        ("every 0 weeks", "“Every 2 weeks”"),
        ("Weekly until go-live", "“Planned” and “Repeats until”"),
        ("Daily for the first two weeks after go-live", "“Planned” and “Repeats until”"),
    ],
)
def test_words_that_may_mean_several_days_give_none_and_say_what_to_write(
    phrase: str, instead: str
) -> None:
    meaning = understand(phrase)
    assert isinstance(meaning, Unclear)
    assert meaning.said == phrase
    assert instead in meaning.instead
    assert dates(meaning, BEGIN, BEGIN, date(2030, 1, 1)) == []
    assert rrule(meaning, BEGIN) == ""
    told = re.findall("“(.+?)”", meaning.instead)
    assert told
    for example in set(told) - {"Planned", "Repeats until"}:
        assert isinstance(understand(example), Recurring)


def test_the_last_day_of_a_month_and_the_30th_are_days_of_every_month() -> None:
    def days(phrase: str) -> list[str]:
        found = dates(understand(phrase), BEGIN, BEGIN, date(2026, 4, 30))
        return [f"{day:%m-%d}" for day in found]

    assert days("Last day of the month") == ["01-31", "02-28", "03-31", "04-30"]
    assert days("30th of every month") == ["01-30", "02-28", "03-30", "04-30"]
    assert days("1st and 15th of every month")[:4] == ["01-01", "01-15", "02-01", "02-15"]
    assert days("Last working day of the month") == ["01-30", "02-27", "03-31", "04-30"]
    assert days("Last day of every quarter") == ["03-31"]


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
        st.sampled_from(((1,), (2,), (3,), (4,), (5,), (LAST,), (1, 3), (2, LAST))),
    ),
    st.builds(
        Recurring, st.just(MONTH), st.just(3), st.tuples(st.integers(0, 6)),
        st.sampled_from(((1,), (2,), (5,), (LAST,))), st.integers(1, 3),
    ),
    st.builds(
        Recurring, st.just(MONTH), st.integers(1, 3), st.just(()), st.just(()), st.none(),
        st.sampled_from(((1,), (15,), (31,), (LAST,), (1, 15), (15, 30), (15, LAST))),
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
        if meaning.nth:
            last_of_all = (day + timedelta(days=7)).month != day.month
            assert (day.day - 1) // 7 + 1 in meaning.nth or (LAST in meaning.nth and last_of_all)
        if meaning.days:
            ends = (day + timedelta(days=1)).month != day.month
            assert (
                day.day in meaning.days
                or (ends and max(meaning.days) > 28)
                or (ends and LAST in meaning.days)
            )
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


WORDS = st.sampled_from((
    "every", "each", "1st", "last", "2", "other", "Monday", "Tuesdays", "and", "of the", "month",
    "weekly", "quarter", "twice", "tous les", "de la", "jeden", "zweiten", "Woche", "until",
    "day", "week", "a", "15th", "-", "at 9:00",
))  # fmt: skip


@given(st.lists(WORDS, min_size=1, max_size=16).map(" ".join))
def test_words_of_time_in_any_order_are_taken_without_a_fault(text: str) -> None:
    meaning = understand(text)
    assert meaning is not None
    found = dates(meaning, BEGIN, BEGIN, date(2026, 12, 31))
    assert found == sorted(set(found))
    assert bool(rrule(meaning, BEGIN)) == isinstance(meaning, Recurring)


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
    for phrase, rule in (
        ("Last day of the month", "BYMONTHDAY=-1"),
        ("1st and 15th of every month", "BYMONTHDAY=1,15"),
        ("15th and last day of the month", "BYMONTHDAY=15,-1"),
        ("15th and 30th of the month", "BYMONTHDAY=15,28,29,30;BYSETPOS=1,-1"),
        ("1st and 3rd Tuesday of the month", "BYDAY=1TU,3TU"),
        ("Last working day of the month", "BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"),
    ):
        assert rrule(understand(phrase), begin) == f"FREQ=MONTHLY;{rule}"
