"""Shares, their differences, and how many answers a base needs, as published."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats  # type: ignore[import-untyped]

from changedesk.survey.statistics.shares import (
    ResponseRate,
    Share,
    clustered_share,
    difference,
    needed_answers,
    paired_difference,
    share_estimate,
)


@pytest.mark.parametrize(
    ("n", "base", "low", "high"),
    [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
        (8, 10, 0.4902, 0.9433),
        (4, 5, 0.3755, 0.9638),
        (3, 3, 0.4385, 1.0),
        (80, 85, 0.8696, 0.9746),
    ],
)
def test_wilson_intervals_are_those_of_newcombe(n: int, base: int, low: float, high: float) -> None:
    found = share_estimate(Share(n, base))
    assert (found.low, found.high) == (pytest.approx(low, abs=5e-5), pytest.approx(high, abs=5e-5))


@pytest.mark.parametrize(
    ("first", "second", "value", "low", "high"),
    [
        (Share(56, 70), Share(48, 80), 0.2000, 0.0524, 0.3339),
        (Share(9, 10), Share(3, 10), 0.6, 0.1705, 0.8090),
        (Share(5, 56), Share(0, 29), 0.0893, -0.0381, 0.1926),
    ],
)
def test_differences_of_shares_are_those_of_newcombe(
    first: Share, second: Share, value: float, low: float, high: float
) -> None:
    found = difference(first, second)
    for got, wanted in ((found.value, value), (found.low, low), (found.high, high)):
        assert got == pytest.approx(wanted, abs=5e-5)


@given(st.data(), st.integers(1, 400))
def test_wilson_is_scipys(data: st.DataObject, base: int) -> None:
    n = data.draw(st.integers(0, base))
    found = share_estimate(Share(n, base))
    wanted = stats.binomtest(n, base).proportion_ci(method="wilson")
    assert found.low == pytest.approx(wanted.low, abs=1e-9)
    assert found.high == pytest.approx(wanted.high, abs=1e-9)


@given(*[st.tuples(st.integers(0, 60), st.integers(0, 60))] * 2)
def test_a_difference_turned_round_has_the_interval_turned_round(
    one: tuple[int, int], two: tuple[int, int]
) -> None:
    first, second = (Share(n, n + rest) for n, rest in (one, two))
    found, turned = difference(first, second), difference(second, first)
    if not first.base or not second.base:
        assert found is None
        assert turned is None
        return
    assert found.low == pytest.approx(-turned.high)
    assert found.low <= found.value + 1e-12
    assert found.value <= found.high + 1e-12


@pytest.mark.parametrize(
    ("population", "at_five", "at_ten"),
    [(20, 20, 17), (50, 45, 34), (85, 70, 46), (200, 132, 66), (500, 218, 81), (1000, 278, 88)],
)
def test_a_small_population_needs_fewer_answers(population: int, at_five: int, at_ten: int) -> None:
    assert needed_answers(population) == at_five
    assert needed_answers(population, 0.10) == at_ten


def test_nobody_needs_no_answers_and_millions_no_more_than_385() -> None:
    assert needed_answers(0) == 0
    assert needed_answers(10_000_000) == 385


def test_the_response_rate_counts_complete_answers_of_those_who_could_answer() -> None:
    rate = ResponseRate(complete=68, partial=5, invited=90, ineligible=5)
    assert rate.rate == Share(68, 85)
    assert rate.missing == 17
    assert rate.needed() == 70
    assert not rate.everybody
    assert ResponseRate(12, 0, 12).everybody


def test_more_answers_than_people_asked_make_no_rate() -> None:
    rate = ResponseRate(complete=12, partial=0, invited=10)
    assert rate.rate is None
    assert rate.missing == 0


def test_contacts_of_the_same_agents_tell_less_than_contacts_of_different_ones() -> None:
    alike = clustered_share([Share(5, 5), Share(5, 5), Share(0, 5), Share(5, 5)])
    mixed = share_estimate(Share(15, 20))
    assert alike.value == mixed.value
    assert alike.low < mixed.low
    assert alike.high > mixed.high


def test_one_contact_each_is_an_ordinary_share() -> None:
    found = clustered_share([Share(1, 1)] * 80 + [Share(0, 1)] * 5)
    assert (found.low, found.high) == (
        pytest.approx(0.8696, abs=5e-5),
        pytest.approx(0.9746, abs=5e-5),
    )


def test_agents_who_all_did_it_every_time_count_once_each() -> None:
    assert clustered_share([Share(4, 4)] * 6) == share_estimate(Share(6, 6))
    assert clustered_share([Share(0, 0)]) is None


def test_a_difference_of_the_same_people_is_newcombes() -> None:
    # Agresti's approval of a prime minister: 794 yes twice, 150 yes then no, 86 no then yes.
    found = paired_difference(794, 150, 86, 570)
    assert found.value == pytest.approx(0.04)
    assert (round(found.low, 3), round(found.high, 3)) == (0.021, 0.059)
    assert paired_difference(0, 0, 0, 0) is None


@given(*[st.integers(0, 30)] * 4)
def test_an_interval_of_the_same_people_holds_its_value(a: int, b: int, c: int, d: int) -> None:
    found, turned = paired_difference(a, b, c, d), paired_difference(a, c, b, d)
    if found is None or turned is None:
        assert a + b + c + d == 0
        return
    assert -1 <= found.low <= found.value + 1e-12
    assert found.value <= found.high + 1e-12 <= 1 + 1e-12
    assert turned.low == pytest.approx(-found.high)


@given(st.integers(1, 30), st.integers(1, 30))
def test_people_who_agree_are_told_more_of_than_different_ones(yes: int, no: int) -> None:
    paired = paired_difference(yes, 1, 0, no)
    apart = difference(Share(yes + 1, yes + no + 1), Share(yes, yes + no + 1))
    assert paired.high - paired.low <= apart.high - apart.low + 1e-12
