"""Figures of groups in a tree are added up without counting anybody twice."""

from hypothesis import given
from hypothesis import strategies as st

from changedesk.people.group_counts import counted_once


def test_a_group_stands_for_those_within_it() -> None:
    assert counted_once({1: 40, 2: 15, 3: 20}, {1: None, 2: 1, 3: 1}) == [1]


def test_groups_within_stand_for_one_that_names_fewer() -> None:
    assert counted_once({1: 30, 2: 15, 3: 20}, {1: None, 2: 1, 3: 1}) == [2, 3]


def test_a_group_between_that_has_no_count_is_no_barrier() -> None:
    assert counted_once({1: 40, 3: 20}, {1: None, 2: 1, 3: 2}) == [1]


def test_groups_beside_each_other_are_added() -> None:
    assert counted_once({2: 15, 3: 20}, {1: None, 2: 1, 3: 1}) == [2, 3]


@given(
    st.dictionaries(st.integers(1, 6), st.integers(0, 50)),
    st.dictionaries(st.integers(1, 6), st.one_of(st.none(), st.integers(1, 6))),
)
def test_in_any_tree_or_circle_it_is_between_the_largest_and_the_sum(
    counts: dict[int, int], parents: dict[int, int | None]
) -> None:
    found = counted_once(counts, parents)
    assert len(found) == len(set(found))
    assert set(found) <= counts.keys()
    total = sum(counts[key] for key in found)
    assert max(counts.values(), default=0) <= total <= sum(counts.values())
