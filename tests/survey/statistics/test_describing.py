"""What an item looks like: nothing that is missing is in a base, nothing that is there is lost."""

import statistics

import pytest
from hypothesis import given
from hypothesis import strategies as st

from changedesk.people.shares import Share
from changedesk.survey.statistics.describing import describe, describe_counts

LIKERT = (1, 2, 3, 4, 5)
answers = st.lists(st.one_of(st.none(), st.sampled_from(LIKERT)), max_size=80)


def test_a_likert_item_is_told_with_its_base() -> None:
    found = describe([5, 4, 4, None, 2, 1, 4, None], LIKERT)
    assert found.base == 6
    assert found.missing == 2
    assert found.distribution == ((1, 1), (2, 1), (3, 0), (4, 3), (5, 1))
    assert found.mean == pytest.approx(20 / 6)
    assert found.median == 4
    assert found.top2 == Share(4, 6)
    assert found.bottom2 == Share(2, 6)


def test_without_answers_there_is_no_mean_and_no_zero() -> None:
    found = describe([None, None], LIKERT)
    assert (found.base, found.missing, found.mean, found.sd, found.median) == (
        0,
        2,
        None,
        None,
        None,
    )
    assert found.top2 == Share(0, 0)
    assert found.top2.value is None


def test_one_answer_has_no_spread() -> None:
    assert describe([4], LIKERT).sd is None


def test_a_number_has_no_top_two() -> None:
    assert describe([3.5, 12]).top2 is None


def test_an_answer_off_the_scale_is_not_lost() -> None:
    assert describe([1, 7], LIKERT).distribution[-1] == (7, 1)


@given(answers)
def test_figures_are_those_of_the_plain_formulas(values: list[int | None]) -> None:
    found, held = describe(values, LIKERT), [value for value in values if value is not None]
    assert found.base + found.missing == len(values)
    assert sum(n for _, n in found.distribution) == found.base
    if held:
        assert found.mean == pytest.approx(statistics.fmean(held))
        assert found.median == statistics.median(held)
    if len(held) > 1:
        assert found.sd == pytest.approx(statistics.stdev(held), abs=1e-12)


@given(st.lists(st.floats(-1e6, 1e6), min_size=2, max_size=40))
def test_numbers_keep_their_digits(values: list[float]) -> None:
    found = describe([value + 1e9 for value in values])
    assert found.sd == pytest.approx(statistics.stdev(value + 1e9 for value in values))


def test_counted_answers_give_the_same_figures() -> None:
    assert describe_counts({4: 3, 5: 1}, LIKERT, 2) == describe([4, 4, 4, 5, None, None], LIKERT)
