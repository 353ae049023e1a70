"""A share in whole percent never says all where something is missing, nor none where there is."""

from hypothesis import given
from hypothesis import strategies as st

from changedesk.people.shares import Share


def test_nearly_all_is_not_all_and_hardly_any_is_not_none() -> None:
    found = [Share(n, base).percent for n, base in ((199, 200), (1, 300), (22, 31), (0, 9), (9, 9))]
    assert found == [99, 1, 71, 0, 100]


def test_without_a_base_there_is_no_percent() -> None:
    assert Share(0, 0).percent is None


@given(st.integers(1, 10_000).flatmap(lambda base: st.tuples(st.integers(0, base), st.just(base))))
def test_it_is_within_one_of_the_share_and_exact_at_the_ends(drawn: tuple[int, int]) -> None:
    n, base = drawn
    percent = Share(n, base).percent
    assert percent is not None
    assert abs(percent - 100 * n / base) <= 1
    assert (percent == 100) == (n == base)
    assert (percent == 0) == (n == 0)
