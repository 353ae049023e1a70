"""A list that is brought up to date ends as the database has it."""

from hypothesis import given
from hypothesis import strategies as st

from ui.records.order_change import order_change, spans

KEYS = st.lists(st.integers(0, 30), unique=True, max_size=25)


@given(KEYS, KEYS)
def test_the_steps_lead_from_one_list_to_the_other(old, new):
    change = order_change(old, new)
    assert change is not None
    rows = list(old)
    for first, last in change.removed:
        del rows[first : last + 1]
    assert sorted(rows) == sorted(change.kept)
    assert change.reordered == (rows != list(change.kept))
    rows = list(change.kept)
    for first, last in change.inserted:
        rows[first:first] = new[first : last + 1]
    assert rows == new


def test_neighbours_are_one_span():
    assert spans([1, 2, 3, 7, 9, 10]) == [(1, 3), (7, 7), (9, 10)]


def test_a_list_that_is_wholly_different_starts_anew():
    assert order_change(list(range(2100)), list(range(2099, -1, -1))) is None
    assert order_change(list(range(1000)), list(range(0, 1000, 2))) is None
