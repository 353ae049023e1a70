"""Barriers of five people, by both settings, and what the mean hides."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from changedesk.impact.adkar import ELEMENTS, NONE, UNKNOWN, barrier, profile
from changedesk.people.shares import Share

P1 = (5, 4, 3, 2, 1)
P2 = (4, 4, 4, 4, 4)
P3 = (2, 5, 5, 5, 5)
P4 = (4, 3, 5, 2, 4)
P5 = (5, 5, 2, 2, 3)
PEOPLE = (P1, P2, P3, P4, P5)
SCORES = st.tuples(*[st.none() | st.integers(1, 5)] * 5)


@pytest.mark.parametrize(
    ("scores", "three_or_below", "below_three"),
    [
        (P1, "K", "A2"), (P2, NONE, NONE), (P3, "A", "A"), (P4, "D", "A2"), (P5, "K", "K"),
    ],
)  # fmt: skip
def test_adkar_vector_of_methods_1_2_barriers(scores, three_or_below, below_three):
    assert barrier(scores) == three_or_below
    assert barrier(scores, barrier_max=2) == below_three


def test_adkar_vector_of_methods_1_2_group():
    found = profile(PEOPLE)
    assert [one.mean for one in found.elements] == [
        Fraction(4), Fraction(21, 5), Fraction(19, 5), Fraction(3), Fraction(17, 5),
    ]  # fmt: skip
    assert [one.low for one in found.elements] == [Share(n, 5) for n in (1, 1, 2, 3, 2)]
    assert found.by_mean == "A2"
    assert found.modal == ("K",)
    assert found.misleading
    assert found.barriers == {"A": 1, "D": 1, "K": 2, "A2": 0, "R": 0, NONE: 1, UNKNOWN: 0}


def test_below_three_the_mode_is_ability():
    found = profile(PEOPLE, barrier_max=2)
    assert found.modal == ("A2",)
    assert found.barriers["A2"] == 2


def test_a_blank_before_any_barrier_cannot_be_told_and_is_no_zero():
    assert barrier((5, None, 1, 1, 1)) == UNKNOWN
    assert barrier((2, None, None, None, None)) == "A"
    found = profile([(5, None, 4, 4, 4), (5, 4, 4, 4, 4)])
    assert found.elements[1].mean == 4
    assert found.elements[1].low == Share(0, 1)


def test_nobody_has_no_profile():
    found = profile([])
    assert (found.n, found.by_mean, found.modal) == (0, UNKNOWN, ())
    assert found.elements[0].low.value is None


@given(st.lists(SCORES), st.integers(2, 3))
def test_everybody_is_counted_once_among_the_barriers(people, barrier_max):
    found = profile(people, barrier_max)
    assert sum(found.barriers.values()) == found.n == len(people)
    assert all(found.barriers[element] <= one.low.n for element, one in zip(
        ELEMENTS, found.elements, strict=True))  # fmt: skip


@given(st.lists(SCORES, min_size=1), st.randoms())
def test_the_order_of_people_does_not_matter(people, chance):
    other = list(people)
    chance.shuffle(other)
    assert profile(people) == profile(other)
