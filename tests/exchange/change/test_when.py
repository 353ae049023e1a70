"""Days as plans give them, in the languages of plans."""

from datetime import date

import pytest

from changedesk.exchange.change.when import order_in, says_when, when

MAY = (date(2026, 5, 1), date(2026, 5, 31))


@pytest.mark.parametrize(
    "text",
    ["2026-05-04", "04.05.2026", "4 May 2026", "4. Mai 2026", "May 4, 2026", "4 mai 2026",
     "4 de mayo de 2026", "4 мая 2026 г.", "ab 04.05.2026", "2026-05-04 00:00:00"],
)  # fmt: skip
def test_a_day_is_read_however_it_is_written(text: str) -> None:
    found = when(text, "day")
    assert found is not None
    assert (found.first, found.last, found.exact) == (date(2026, 5, 4), date(2026, 5, 4), True)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("May 2026", MAY), ("Mai 2026", MAY), ("2026-05", MAY), ("05/2026", MAY), ("May-26", MAY),
        ("Q3 2026", (date(2026, 7, 1), date(2026, 9, 30))),
        ("3. Quartal 2026", (date(2026, 7, 1), date(2026, 9, 30))),
        ("février 2028", (date(2028, 2, 1), date(2028, 2, 29))),
        ("KW 40 2026", (date(2026, 9, 28), date(2026, 10, 4))),
    ],
)  # fmt: skip
def test_a_month_a_quarter_or_a_week_is_a_stretch_and_not_exact(
    text: str, days: tuple[date, date]
) -> None:
    found = when(text, "day")
    assert found is not None
    assert (found.first, found.last, found.exact) == (*days, False)


@pytest.mark.parametrize(
    "text", ["2026-05-01 - 2026-05-31", "01.05.2026 – 31.05.2026", "1 May 2026 to 31 May 2026"]
)
def test_a_span_of_two_days_is_read_as_both(text: str) -> None:
    found = when(text, "day")
    assert found is not None
    assert (found.first, found.last, found.exact) == (*MAY, True)


@pytest.mark.parametrize(
    "text",
    ["tbd", "on paper", "Version 2019", "Windows 10", "marketing 2024", "Junior 24", "march 26",
     "31 June 2026", "2026-13", "KW 60 2026", "12", "2026", "", "2026-05-31 - 2026-05-01"],
)  # fmt: skip
def test_what_names_no_day_is_never_made_one(text: str) -> None:
    assert when(text, "day") is None


def test_an_order_that_nobody_knows_is_not_guessed() -> None:
    assert when("03/04/2026", None) is None
    assert order_in(["03/04/2026", "05/06/2026"]) is None
    assert order_in(["03/04/2026", "05/31/2026"]) == "month"
    assert order_in(["01.05.2026 – 15.06.2026"]) == "day"


def test_a_week_without_a_year_is_a_time_though_no_day() -> None:
    assert says_when("KW 40")
    assert when("KW 40", "day") is None
    assert not says_when("agents write on paper")
