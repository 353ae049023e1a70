"""Adoption is what people do, with how sure that is; a benefit nobody measured is no zero."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from changedesk.people.shares import Share
from changedesk.survey.adoption import (
    DOWN,
    NO_ACTUAL,
    NO_BASELINE,
    NO_TARGET,
    NOT_SET,
    REACHED,
    REACHED_UNSURE,
    REALISED,
    SAME_AS_BASELINE,
    SHORT,
    SHORT_UNSURE,
    UNMEASURED,
    UP,
    WRONG_SIDE,
    Reading,
    Speed,
    against_target,
    effective_adoption,
    pooled,
    realised,
    share_against_target,
    speed,
)
from changedesk.survey.statistics.estimates import Estimate
from changedesk.survey.statistics.shares import share_estimate

LIVE = date(2026, 3, 2)


def after(days: int, n: int, base: int = 85) -> Reading:
    return Reading(LIVE + timedelta(days), Share(n, base))


def test_eighty_of_eighty_five_agents_use_it() -> None:
    found = share_estimate(Share(80, 85))
    assert found.value == pytest.approx(0.941, abs=5e-4)
    assert (round(found.low, 3), round(found.high, 3)) == (0.870, 0.975)


def test_effective_adoption_is_utilisation_times_proficiency() -> None:
    # 80 of 85 use it, 60 of these 80 do it well: 60 of 85.
    assert effective_adoption(Share(80, 85), Share(60, 80)) == share_estimate(Share(60, 85))


def test_proficiency_seen_of_a_few_makes_effective_adoption_less_sure() -> None:
    few = effective_adoption(Share(80, 85), Share(15, 20))
    every = effective_adoption(Share(80, 85), Share(60, 80))
    assert few.value == pytest.approx(every.value)
    assert few.low < every.low
    assert few.high > every.high


shares = st.integers(0, 60).flatmap(lambda base: st.integers(0, base).map(lambda n: Share(n, base)))


@given(shares, shares)
def test_effective_adoption_lies_in_its_interval_and_within_a_whole(one: Share, two: Share) -> None:
    found = effective_adoption(one, two)
    if not one.base or not two.base:
        assert found is None
        return
    assert 0 <= found.low <= found.value + 1e-12
    assert found.value <= found.high + 1e-12 <= 1 + 1e-12
    assert found.value == pytest.approx(one.n / one.base * two.n / two.base)


def test_groups_count_by_their_people() -> None:
    assert pooled([Share(9, 10), Share(10, 40)]) == Share(19, 50)
    assert pooled([]) == Share(0, 0)


def test_speed_is_the_days_until_enough_did_it() -> None:
    readings = [after(30, 50), after(60, 68), after(90, 80)]
    assert speed(LIVE, readings) == Speed(60, LIVE + timedelta(60), LIVE + timedelta(30), held=True)
    assert speed(LIVE, readings, 90).days == 90
    assert speed(LIVE, readings, 95) is None


def test_a_level_that_was_lost_again_has_not_held() -> None:
    assert not speed(LIVE, [after(30, 70), after(60, 60)]).held


def test_readings_before_go_live_are_of_the_old_way() -> None:
    assert speed(LIVE, [after(-10, 85), after(14, 85)]).days == 14
    assert speed(LIVE, [after(3, 0, 0)]) is None


def test_four_of_five_is_eighty_percent() -> None:
    assert speed(LIVE, [after(7, 4, 5)]).days == 7
    assert share_against_target(Share(4, 5), 80) == REACHED_UNSURE
    assert share_against_target(Share(3, 10), 30, DOWN) == REACHED_UNSURE


@pytest.mark.parametrize(
    ("share", "target", "direction", "standing"),
    [
        (Share(80, 85), 85, UP, REACHED),
        (Share(80, 85), 90, UP, REACHED_UNSURE),
        (Share(80, 85), 95, UP, SHORT_UNSURE),
        (Share(60, 85), 90, UP, SHORT),
        (Share(2, 85), 10, DOWN, REACHED),
        (Share(20, 85), 10, DOWN, SHORT),
        (Share(0, 0), 90, UP, UNMEASURED),
        (Share(80, 85), None, UP, NO_TARGET),
    ],
)
def test_a_share_stands_to_its_target_as_surely_as_its_interval(
    share: Share, target: int | None, direction: str, standing: str
) -> None:
    assert share_against_target(share, target, direction) == standing


def test_a_plain_number_reaches_its_target_or_not() -> None:
    assert against_target(Decimal("12.5"), Decimal("12.5"), DOWN) == REACHED
    assert against_target(Decimal("12.6"), Decimal("12.5"), DOWN) == SHORT
    assert against_target(None, 3) == UNMEASURED
    assert against_target(3, None) == NO_TARGET
    assert against_target(Estimate(70, 60, 80), 68) == REACHED_UNSURE


def test_satisfaction_that_rose_from_71_to_84_of_85_is_realised_by_93_percent() -> None:
    found = realised(71, 85, 84)
    assert found.state == REALISED
    assert found.value == Fraction(13, 14)
    assert round(float(found.value) * 100, 1) == 92.9


def test_a_benefit_may_be_something_that_falls() -> None:
    assert realised(Decimal("8.0"), Decimal("6.0"), Decimal("6.5"), DOWN).value == Fraction(3, 4)


@pytest.mark.parametrize(
    ("baseline", "target", "actual", "direction", "state"),
    [
        (None, 85, 84, UP, NO_BASELINE),
        (71, None, 84, UP, NOT_SET),
        (71, 85, None, UP, NO_ACTUAL),
        (71, 71, 84, UP, SAME_AS_BASELINE),
        (71, 60, 84, UP, WRONG_SIDE),
        (8, 9, 7, DOWN, WRONG_SIDE),
    ],
)
def test_what_cannot_be_told_has_a_reason_and_no_figure(
    baseline: int | None, target: int | None, actual: int | None, direction: str, state: str
) -> None:
    found = realised(baseline, target, actual, direction)
    assert (found.state, found.value) == (state, None)


numbers = st.decimals(-1000, 1000, places=2)


@given(numbers, numbers, numbers)
def test_the_target_is_the_whole_and_the_baseline_nothing(
    baseline: Decimal, target: Decimal, actual: Decimal
) -> None:
    direction = UP if target > baseline else DOWN
    if target == baseline:
        assert realised(baseline, target, actual).state == SAME_AS_BASELINE
        return
    assert realised(baseline, target, target, direction).value == 1
    assert realised(baseline, target, baseline, direction).value == 0
    told = realised(baseline, target, actual, direction).value
    assert told is not None
    assert (told > 1) == (actual > target if direction == UP else actual < target)
