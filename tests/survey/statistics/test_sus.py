"""The system usability scale: whole answers only, and what the score means."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats  # type: ignore[import-untyped]

from changedesk.survey.statistics.sus import SusScore, grade, percentile, score, summary

FULL = [4, 1, 5, 2, 4, 2, 5, 1, 1, 5]
rows = st.lists(st.integers(1, 5), min_size=10, max_size=10)


def test_brookes_contributions_of_22_make_55() -> None:
    # His printed form: contributions of the ten items sum to 22.
    answers = [5, 4, 2, 1, 2, 3, 2, 4, 5, 2]
    odd, even = answers[::2], answers[1::2]
    assert sum(one - 1 for one in odd) + sum(5 - one for one in even) == 22
    assert score(answers) == SusScore(55.0)


def test_a_blank_makes_no_score_unless_it_is_taken_as_the_middle() -> None:
    answers = [*FULL[:9], None]
    assert score(answers) is None
    assert score(answers, impute=True) == SusScore(score([*FULL[:9], 3]).value, imputed=1)
    assert score([None] * 10, impute=True) is None


@pytest.mark.parametrize("answers", [[3] * 9, [3] * 11, [0] * 10, [6] * 10])
def test_anything_but_ten_answers_from_one_to_five_is_no_scale(answers: list[int]) -> None:
    with pytest.raises(ValueError, match="answer"):
        score(answers)


@given(rows)
def test_a_score_is_a_multiple_of_two_and_a_half(answers: list[int]) -> None:
    value = score(answers).value
    assert 0 <= value <= 100
    assert value % 2.5 == 0


@pytest.mark.parametrize(
    ("value", "expected"),
    [(78.9, "A"), (78.8, "B"), (72.6, "B"), (72.5, "C"), (62.7, "C"), (62.6, "D"), (51.7, "D"),
     (51.6, "F"), (100, "A"), (0, "F")],
)  # fmt: skip
def test_grades_are_the_curved_ones(value: float, expected: str) -> None:
    assert grade(value) == expected


def test_sixty_eight_is_the_average_system() -> None:
    assert percentile(68) == pytest.approx(50)
    assert percentile(80.3) == pytest.approx(84, abs=0.5)


def test_published_scores_have_the_published_mean_spread_and_interval() -> None:
    published = [55, 50, 55, 62.5, 72.5, 50, 70, 72.5, 77.5, 80, 92.5]
    found = summary(_answers(value) for value in published)
    assert found.n == 11
    assert found.mean == pytest.approx(67.04545, abs=5e-6)
    assert found.sd == pytest.approx(13.73036, abs=5e-6)
    assert found.median == 70
    assert (found.estimate.low, found.estimate.high) == (
        pytest.approx(57.82, abs=0.005),
        pytest.approx(76.27, abs=0.005),
    )
    assert found.grade == "C"


def _answers(value: float) -> list[int]:
    """Ten answers that make a score."""
    left = round(value / 2.5)
    given_points = []
    for _ in range(10):
        given_points.append(min(4, left))
        left -= given_points[-1]
    return [1 + p if place % 2 == 0 else 5 - p for place, p in enumerate(given_points)]


def test_who_left_some_blank_is_counted_apart() -> None:
    partly: list[int | None] = [*FULL[:9], None]
    found = summary([FULL, FULL, partly, [None] * 10])
    assert (found.n, found.left_out, found.imputed) == (2, 1, 0)
    filled = summary([FULL, FULL, partly, [None] * 10], impute=True)
    assert (filled.n, filled.left_out, filled.imputed) == (3, 0, 1)
    assert summary([partly]) is None


@given(st.lists(rows, min_size=2, max_size=30))
def test_the_interval_of_the_mean_is_students(people: list[list[int]]) -> None:
    found = summary(people)
    values = [score(row).value for row in people]
    if found.sd:
        low, high = stats.t.interval(0.95, len(values) - 1, loc=found.mean, scale=stats.sem(values))
        assert found.estimate.low == pytest.approx(low, abs=1e-9)
        assert found.estimate.high == pytest.approx(high, abs=1e-9)
    else:
        assert found.estimate is None, "all alike tell nothing of how far others may lie"
