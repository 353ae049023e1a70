"""Degree of impact and the colour of a cell: the worked answers of METHODS 1.3."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from changedesk.impact.degree import degree_of
from changedesk.impact.heat import LEVELS, level, weighted_count

BANDS = {"H": "high", "M": "medium", "L": "low"}


def bands(text: str) -> list[str]:
    """Read "2H+1M"."""
    return [BANDS[part[-1]] for part in text.split("+") for _ in range(int(part[:-1]))]


def test_methods_1_3_degree_vector() -> None:
    found = degree_of([4, 5, 3, 2, 3, 0, 0, 0, 0, 0])
    assert found.aspects == 5
    assert found.degree == Fraction(17, 10)
    assert found.intensity == Fraction(34, 10)
    assert found.complete


def test_methods_1_3_ten_scores_are_needed_for_complete() -> None:
    found = degree_of([4, 5, 3, 2, 3, 0, 0, 0, 0, None])
    assert not found.complete
    assert found.degree is None
    assert (found.scored, found.aspects, found.intensity) == (9, 5, Fraction(34, 10))
    assert degree_of([None] * 10).intensity is None
    with pytest.raises(ValueError, match="10 aspects"):
        degree_of([1, 2, 3])


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("1H+2M", "high"),
        ("1M+2L", "medium"),
        ("1M+3L", "low"),
        ("2H+2M+1L", "high"),
        ("1H+1M+1L", "high"),
        ("3M+2L", "medium"),
    ],
)
def test_methods_1_3_colour_rule(cell: str, expected: str) -> None:
    assert level(bands(cell)) == expected


def test_methods_1_3_a_third_is_exact() -> None:
    assert level(bands("33H+67L")) == "low"
    assert level(bands("34H+68L")) == "high"


def test_a_cell_without_impacts_has_no_level() -> None:
    assert level([]) == ""
    assert level(["", ""]) == ""


def test_methods_1_3_weighted_count() -> None:
    assert weighted_count(bands("1L+1M+1H")) == 16
    assert weighted_count([]) == 0


@given(st.lists(st.sampled_from(LEVELS), min_size=1))
def test_the_level_of_a_cell_is_one_of_those_that_it_holds(found: list[str]) -> None:
    assert level(found) in found
    assert level(reversed(found)) == level(found)
