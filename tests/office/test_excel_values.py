"""Values become what a cell can hold exactly; what it cannot hold is said."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.utils.datetime import from_excel

from changedesk.office.excel_values import BLANK, NUMBER, TEXT, Remarks, converter
from changedesk.office.layout import Choice, Column

CHOICES = (Choice("pass", "Pass"), Choice("fail", "Fail"))


def made(column, value):
    remarks = Remarks()
    return converter(column, "Steps", remarks, "[cut]")(value), remarks.sentences()


@given(st.dates(date(1900, 3, 1), date(2200, 1, 1)))
def test_a_date_is_the_day_that_excel_shows(day):
    (kind, text), _ = made(Column("d", "d", kind="date"), day)
    assert kind == NUMBER
    assert from_excel(int(text)).date() == day


@given(st.datetimes(datetime(1900, 3, 1), datetime(2200, 1, 1)))
def test_a_time_is_right_to_the_second(moment):
    (kind, text), _ = made(Column("d", "d", kind="datetime"), moment)
    assert kind == NUMBER
    assert abs((from_excel(float(text)) - moment).total_seconds()) < 1


def test_a_time_with_a_zone_is_the_wall_clock_that_it_carries():
    column = Column("d", "d", kind="datetime")
    naive = made(column, datetime(2026, 3, 1, 12, 30))
    assert made(column, datetime(2026, 3, 1, 12, 30, tzinfo=UTC)) == naive


def test_a_date_before_excels_calendar_stays_readable_text():
    assert made(Column("d", "d", kind="date"), date(1899, 5, 1))[0] == (TEXT, "1899-05-01")
    old = made(Column("d", "d", kind="datetime"), datetime(1899, 5, 1, 8))[0]
    assert old == (TEXT, "1899-05-01 08:00:00")


@given(st.floats(-9e307, 9e307))  # what a cell holds ends a little above
def test_a_number_keeps_the_fifteen_digits_that_spreadsheets_keep(value):
    (kind, text), _ = made(Column("n", "n", kind="decimal"), value)
    assert kind == NUMBER
    assert float(text) == pytest.approx(value, rel=1e-14)


def test_numbers_that_a_cell_cannot_hold_are_said_or_kept_as_text():
    column = Column("n", "n", kind="integer")
    assert made(column, 10**18)[0] == (TEXT, "1000000000000000000")
    content, remarks = made(column, float("nan"))
    assert content == (BLANK, "")
    assert remarks == (
        "Steps, column n: nan is not a number that a cell can hold; the cell is empty.",
    )
    assert made(column, Decimal("2.50"))[0] == (NUMBER, "2.5")


def test_a_number_in_a_text_column_is_text():
    assert made(Column("t", "t"), 123)[0] == (TEXT, "123")
    assert made(Column("t", "t"), "00123")[0] == (TEXT, "00123")


def test_a_choice_may_be_given_by_code_or_text_and_anything_else_stays():
    column = Column("o", "o", kind="choice", choices=CHOICES)
    assert made(column, "pass")[0] == (TEXT, "✔ Pass")
    assert made(column, "✖ Fail")[0] == (TEXT, "✖ Fail")
    assert made(column, "=maybe")[0] == (TEXT, "=maybe")
    assert made(column, None)[0] == (BLANK, "")
    assert made(column, "")[0] == (BLANK, "")


def test_a_truth_value_is_a_mistake_of_the_caller():
    with pytest.raises(TypeError, match="word it"):
        made(Column("t", "t"), True)


def test_a_cut_text_is_reported_with_its_place_and_many_are_counted():
    remarks = Remarks()
    convert = converter(Column("Do", "do"), "Steps", remarks, "[cut]")
    for _ in range(23):
        convert("x" * 40_000)
    sentences = remarks.sentences()
    assert sentences[0].startswith("Steps, column Do: a text of 40,000 characters was cut")
    assert len(sentences) == 21
    assert sentences[-1] == "And 3 more remarks of this kind."
