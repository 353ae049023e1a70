"""How values read on the screen, and what typed texts mean, in several locales."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale, QTimeZone

from changedesk.store.errors import UserError
from changedesk.store.fields import Facts, Kind
from changedesk.store.listing import Named
from changedesk.store.spec import FieldSpec
from changedesk.uat.words import PRIORITIES
from ui.records.values import (
    day_text,
    display,
    editable_text,
    parse,
    placed,
    placed_clock,
    time_text,
    typed_in,
)

LOCALES = (
    QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
    QLocale(QLocale.Language.English, QLocale.Country.UnitedStates),
    QLocale(QLocale.Language.German, QLocale.Country.Germany),
    QLocale(QLocale.Language.Thai, QLocale.Country.Thailand),
)


def field(kind, **facts):
    return FieldSpec("name", "Name", "", Facts(kind, **facts))


@pytest.fixture(params=LOCALES, ids=lambda locale: locale.name())
def locale(request):
    before = QLocale()
    QLocale.setDefault(request.param)
    yield request.param
    QLocale.setDefault(before)


@given(day=st.dates(date(1951, 1, 1), date(2049, 12, 31)))
def test_a_day_that_is_shown_is_understood_when_it_is_typed_back(day):
    spec = field(Kind.DATE)
    before = QLocale()
    try:
        for locale in LOCALES:
            QLocale.setDefault(locale)
            assert parse(spec, display(spec, day.isoformat())) == day.isoformat()
            assert parse(spec, day.isoformat()) == day.isoformat()
    finally:
        QLocale.setDefault(before)


@given(moment=st.datetimes(datetime(1971, 1, 2), datetime(2049, 12, 31)))
def test_a_moment_that_is_shown_is_understood_to_the_minute_when_it_is_typed_back(moment):
    spec = field(Kind.MOMENT)
    minute = int(moment.replace(second=0, microsecond=0).timestamp() * 1000)
    before = QLocale()
    try:
        for locale in LOCALES:
            QLocale.setDefault(locale)
            assert parse(spec, display(spec, minute)) == minute
    finally:
        QLocale.setDefault(before)


def test_a_moment_is_typed_as_day_and_time(dressed):
    spec = field(Kind.MOMENT)
    nine = int(datetime(2026, 3, 31, 9, 5).timestamp() * 1000)
    for text in ("2026-03-31 09:05", "2026-03-31T9:05", "31/03/2026 9:05", "31/03/2026, 09.05"):
        assert parse(spec, text) == nine
    assert parse(spec, "") is None
    for text in ("tomorrow", "2026-03-31", "2026-03-31 25:00", "2026-03-99 09:00"):
        with pytest.raises(UserError):
            parse(spec, text)


@given(number=st.integers(-(2**31) + 1, 2**31 - 1))
def test_a_number_that_is_shown_is_understood_when_it_is_typed_back(number):
    spec = field(Kind.INTEGER)
    before = QLocale()
    try:
        for locale in LOCALES:
            QLocale.setDefault(locale)
            assert parse(spec, display(spec, number)) == number
            assert parse(spec, editable_text(spec, number)) == number
    finally:
        QLocale.setDefault(before)


@pytest.mark.parametrize("typed", ["high", "HIGH", "High", "▲ High", " high "])
def test_a_choice_is_known_by_its_code_its_word_and_its_glyph(typed):
    assert parse(field(Kind.CHOICE, choices=PRIORITIES), typed) == "high"


@pytest.mark.parametrize("typed", ["hıgh", "higher", "▲", "hіgh"])
def test_what_only_looks_like_a_choice_is_none(typed):
    with pytest.raises(UserError):
        parse(field(Kind.CHOICE, choices=PRIORITIES), typed)


@pytest.mark.parametrize(
    ("typed", "means"),
    [("yes", True), ("✔ Yes", True), ("x", True), ("", False), ("No", False), ("0", False)],
)
def test_yes_and_no_are_understood(typed, means):
    assert parse(field(Kind.YES_NO), typed) is means


@pytest.mark.parametrize("typed", ["31.13.2026", "soon", "2026-02-30"])
def test_what_is_no_day_is_refused_with_an_example(locale, typed):
    with pytest.raises(UserError, match="2026-03-31"):
        parse(field(Kind.DATE), typed)


def test_a_number_too_large_to_keep_is_refused():
    with pytest.raises(UserError):
        parse(field(Kind.INTEGER), str(2**31))


def test_a_reference_is_known_by_code_title_and_both():
    known = (Named(7, "G-01", "Team Leeds"), Named(8, "", "Ben"))
    spec = field(Kind.REFERENCE)
    for typed in ("g-01", "team leeds", "G-01  Team Leeds", "G-01 Team Leeds"):
        assert parse(spec, typed, known) == 7
    assert parse(spec, "ben", known) == 8
    assert parse(spec, "", known) is None


def test_a_code_that_a_newer_version_knows_is_shown_as_it_is():
    assert display(field(Kind.CHOICE, choices=PRIORITIES), "urgent") == "urgent"


def test_days_near_now_are_words():
    now = 1_790_000_000_000
    assert day_text(now, now).startswith("today ")
    assert day_text(now - 86_400_000, now).startswith("yesterday ")
    assert "2026" in day_text(now - 10 * 86_400_000, now)
    assert len(time_text(now)) == len("14:02:11")


STARTS = 1795816800000  # 27 November 2026, 22:00 UTC


def test_a_moment_reads_on_the_clocks_of_its_place_and_is_understood_when_typed_back(locale):
    fields = [field(Kind.MOMENT), FieldSpec("time_zone", "Zone", "", Facts(Kind.TEXT))]
    here = display(fields[0], STARTS)
    moment, _ = placed(fields, (STARTS, "Asia/Tokyo"))
    told = display(fields[0], moment)
    assert told.endswith("(Tokyo)")
    assert editable_text(fields[0], moment).endswith("(Asia/Tokyo)")
    assert told != here
    assert parse(fields[0], editable_text(fields[0], moment)) == STARTS
    assert parse(fields[0], typed_in("Asia/Tokyo", fields[0], "2026-11-28 07:00")) == STARTS
    assert display(fields[0], placed(fields, (STARTS, "Mars/Base"))[0]) == here
    assert display(fields[0], placed(fields, (STARTS, ""))[0]) == here


def test_a_time_zone_with_the_same_clock_as_here_is_not_named():
    name = bytes(QTimeZone.systemTimeZoneId().data()).decode()
    assert "(" not in placed_clock(STARTS, name)
    assert placed_clock(STARTS, "Asia/Tokyo") == "07:00 (Asia/Tokyo)"
