"""Cronbach's alpha as published, and the warnings that belong to it."""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy import stats  # type: ignore[import-untyped]

from changedesk.survey.statistics.scales import (
    LOW_ALPHA,
    NEGATIVE_ALPHA,
    NO_SPREAD,
    TOO_FEW_ITEMS,
    TOO_FEW_PEOPLE,
    Row,
    cronbach_alpha,
    feldt,
    pairwise_alpha,
    scale,
)

# Twelve people, eleven questions, right or wrong; a point is a blank (the example of
# real-statistics.com that the packages psych and pingouin print alpha for).
QUESTIONNAIRE: list[Row] = [
    [None if answer == "." else float(answer) for answer in row]
    for row in (
        "11111111111", "11111111010", ".011.111100", "11101101100", "11111000100", "01.01111000",
        "11110010000", "11111000000", "01011000010", "10010100.00",
        "11100000000", "10010000000",
    )
]  # fmt: skip


def test_alpha_of_complete_rows_is_the_one_published() -> None:
    found = scale(QUESTIONNAIRE)
    assert (found.n, found.left_out) == (9, 3)
    assert found.alpha.value == pytest.approx(0.801695, abs=5e-7)
    # The interval printed with it counts all twelve people; only nine are in this alpha.
    published = feldt(found.alpha.value, 12, 11)
    assert published.low == pytest.approx(0.581, abs=5e-4)
    assert published.high == pytest.approx(0.933, abs=5e-4)
    assert found.alpha == feldt(found.alpha.value, 9, 11)
    assert found.alpha.low < published.low


def test_alpha_of_pairs_is_the_one_published() -> None:
    found = pairwise_alpha(QUESTIONNAIRE)
    assert found.value == pytest.approx(0.73266, abs=5e-6)
    assert found.low == pytest.approx(0.435, abs=5e-4)
    assert found.high == pytest.approx(0.909, abs=5e-4)


def test_feldts_interval_of_the_employee_survey_is_the_one_published() -> None:
    found = feldt(0.84314, 30, 7)
    assert found.low == pytest.approx(0.739, abs=5e-4)
    assert found.high == pytest.approx(0.916, abs=5e-4)


answers = st.lists(
    st.lists(st.integers(1, 5).map(float), min_size=4, max_size=4), min_size=3, max_size=25
)


@given(answers)
def test_alpha_is_that_of_the_covariances(rows: list[list[float]]) -> None:
    table = np.array(rows)
    total = table.sum(axis=1).var(ddof=1)
    found = cronbach_alpha(rows)
    if total == 0:
        assert found is None
        return
    assert found is not None
    assert found == pytest.approx(4 / 3 * (1 - table.var(axis=0, ddof=1).sum() / total), abs=1e-9)
    people = len(rows)
    interval = feldt(found, people, 4)
    quantiles = stats.f.ppf([0.975, 0.025], people - 1, (people - 1) * 3)
    low, high = 1 - (1 - found) * quantiles
    assert interval.low == pytest.approx(low, rel=1e-9, abs=1e-9)
    assert interval.high == pytest.approx(high, rel=1e-9, abs=1e-9)


@given(answers)
def test_without_an_item_alpha_is_that_of_the_others(rows: list[list[float]]) -> None:
    found = scale(rows)
    for place in range(4):
        rest = cronbach_alpha([row[:place] + row[place + 1 :] for row in rows])
        assert found.if_deleted[place] == (None if rest is None else pytest.approx(rest, abs=1e-9))


def test_an_item_that_is_not_marked_as_reversed_is_warned_of() -> None:
    people = [5.0, 4.0, 4.0, 2.0, 1.0, 3.0, 5.0, 2.0, 1.0, 3.0, 4.0, 2.0]
    rows: list[Row] = [[value, 6 - value] for value in people]
    rows[0] = [5.0, 2.0]
    assert NEGATIVE_ALPHA in scale(rows).warnings
    turned = [[row[0], 6 - (row[1] or 0)] for row in rows]
    assert scale(turned).alpha.value > 0.9


def test_small_or_loose_scales_are_warned_of() -> None:
    found = scale([[1.0, 2.0], [2.0, 1.0], [3.0, 3.0]])
    assert set(found.warnings) == {TOO_FEW_ITEMS, TOO_FEW_PEOPLE}
    assert found.if_deleted == (None, None)
    loose = scale([[1.0, 4.0, 2.0], [5.0, 4.0, 3.0], [4.0, 2.0, 1.0], [2.0, 3.0, 5.0]] * 4)
    assert loose.alpha.value < 0.6
    assert LOW_ALPHA in loose.warnings or NEGATIVE_ALPHA in loose.warnings
    assert NO_SPREAD in scale([[3.0, 3.0, 3.0]] * 12).warnings


def test_nobody_is_a_scale_without_figures() -> None:
    found = scale([])
    assert (found.n, found.mean, found.sd, found.alpha, found.estimate) == (
        0,
        None,
        None,
        None,
        None,
    )
    assert scale([[None, 1.0, 2.0]]).left_out == 1
    assert pairwise_alpha([]) is None
    assert pairwise_alpha([[1.0, None], [None, 2.0], [2.0, 1.0]]) is None


@given(answers)
def test_scores_of_people_are_means_over_items(rows: list[list[float]]) -> None:
    found = scale(rows)
    values = [sum(row) / 4 for row in rows]
    assert found.mean == pytest.approx(float(np.mean(values)))
    assume(len(set(values)) > 1)
    assert found.sd == pytest.approx(float(np.std(values, ddof=1)))
