"""Nobody can be found behind the figures that are shown, whatever is added and subtracted.

The judge of the laws is a linear system of its own, solved in exact fractions: every combination
of values is an unknown, every figure that is shown is an equation, and no hidden cell may follow.
"""

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from changedesk.survey.suppression import (
    EMPTY,
    HIDDEN,
    SHOWN,
    TOTAL,
    Counts,
    Dimension,
    Key,
    Suppression,
    directly,
    hidden_siblings,
    quotable,
    suppress,
)
from tests.survey.linear import Equation, echelon, without

GROUP, WAVE, SITE = Dimension("group"), Dimension("wave"), Dimension("site")


def group(value: str) -> Key:
    return (("group", value),)


# ------------------------------------------------------------------ the rule, by its examples


@pytest.mark.parametrize(
    ("sizes", "minimum", "hidden"),
    [
        ((3, 6), 5, {3, 6}),
        ((1, 1, 1, 9, 12), 5, {1, 9}),
        ((8, 7, 2, 5, 1), 3, {2, 1}),
        ((8, 9, 10), 5, set()),
        ((4, 4, 12), 5, {4}),
        ((1, 5, 9), 5, {1, 5}),
        ((60, 40, 1), 5, {40, 1}),
    ],
)
def test_small_groups_are_hidden_and_with_them_the_next_smallest(
    sizes: Sequence[int], minimum: int, hidden: set[int]
) -> None:
    named = {f"G{place}": n for place, n in enumerate(sizes)}
    found = hidden_siblings(named, minimum)
    assert {named[name] for name in found} == hidden


def test_people_directly_in_a_group_hide_its_smallest_team_together_with_them() -> None:
    tree = Dimension("group", {"A": "P", "B": "P"})
    found = suppress({("A",): 3, ("B",): 6, ("P",): 4}, [tree])
    assert found.base(group("P")) == 13
    assert found.base(group("B")) == 6
    assert found.base(group("A")) is None
    assert found.state(((directly("group"), "P"),)) == HIDDEN


def test_what_lies_within_a_hidden_group_is_hidden_too() -> None:
    tree = Dimension("group", {"A1": "A", "A2": "A"})
    found = suppress({("A1",): 6, ("A2",): 7, ("B",): 3, ("C",): 30}, [tree])
    assert found.shown(group("C"))
    for name in ("A", "A1", "A2", "B"):
        assert found.state(group(name)) == HIDDEN


def test_too_few_in_all_hide_everything() -> None:
    found = suppress({("A",): 4}, [GROUP])
    assert found.state(TOTAL) == HIDDEN
    assert found.base(group("A")) is None
    assert found.base(group("B")) is None


def test_nobody_is_told_to_be_nobody() -> None:
    found = suppress({("A",): 9, ("B",): 0}, [GROUP])
    assert found.state(group("B")) == EMPTY
    assert found.base(group("B")) == 0
    assert suppress({}, [GROUP]).state(TOTAL) == EMPTY


def test_a_table_that_was_not_judged_is_hidden() -> None:
    found = suppress({("A", "X"): 9, ("B", "X"): 9}, [GROUP, SITE])
    assert found.state((("group", "A"), ("site", "X"))) == HIDDEN


def test_a_filter_that_leaves_all_but_a_few_of_a_group_hides_what_it_leaves() -> None:
    counts: Counts = {("A", "agent"): 9, ("A", "lead"): 2, ("B", "agent"): 20, ("B", "lead"): 8}
    found = suppress(counts, [GROUP, Dimension("role")], [("group", "role")])
    assert found.base(group("A")) == 11
    assert found.base(found.key(group="A", role="lead")) is None
    assert found.base(found.key(group="A", role="agent")) is None


def test_a_group_that_a_wave_hides_is_not_shown_by_all_waves_less_the_other() -> None:
    counts: Counts = {("W1", "A"): 3, ("W2", "A"): 8, ("W1", "B"): 20, ("W2", "B"): 20}
    found = suppress(counts, [WAVE, GROUP], [("wave", "group")])
    assert found.base(found.key(wave="W1")) == 23
    assert found.base(found.key(group="A")) == 11
    assert found.base(found.key(wave="W1", group="A")) is None
    assert found.base(found.key(wave="W2", group="A")) is None


def test_two_sites_that_differ_from_a_group_by_a_few_do_not_lay_them_open() -> None:
    # Site X is group A and two people of B: A and X together would tell of those two.
    counts: Counts = {("A", "X"): 12, ("B", "X"): 2, ("B", "Y"): 20}
    found = suppress(counts, [GROUP, SITE])
    assert found.shown(group("A"))
    assert not found.shown((("site", "X"),))


@pytest.mark.parametrize("minimum", [2, 11])
def test_the_minimum_has_its_bounds(minimum: int) -> None:
    with pytest.raises(ValueError, match="from 3 to 10"):
        suppress({("A",): 9}, [GROUP], minimum=minimum)


def test_quotes_need_ten() -> None:
    assert not quotable(9)
    assert quotable(10)


# ------------------------------------------------------------------ the law, by linear algebra


def holds(key: Key, values: Sequence[str], dimensions: Sequence[Dimension]) -> bool:
    by_name = {one.name: (one, value) for one, value in zip(dimensions, values, strict=True)}
    for name, wanted in key:
        if name in by_name:
            one, value = by_name[name]
            if wanted not in one.lineage(value):
                return False
        elif by_name[name.removesuffix(" directly")][1] != wanted:
            return False
    return True


def assert_nothing_hidden_follows(
    found: Suppression, counts: Counts, dimensions: Sequence[Dimension]
) -> None:
    unknown = list(
        product(*(sorted({values[at] for values in counts}) for at in range(len(dimensions))))
    )

    def equation(key: Key) -> Equation:
        return {v: Fraction(1) for v in unknown if holds(key, v, dimensions)}

    told = found.disclosure
    rows = echelon(equation(key) for key in (*told.shown, *told.empty))
    for key in told.hidden:
        assert without(equation(key), rows), f"{key} follows from what is shown"
    for key in told.shown:
        assert found.bases[key] >= found.minimum
    cells = [set(equation(key)) for key in (*told.shown, *told.empty)]
    for inner, outer in product(cells, cells):
        if inner < outer:
            between = sum(counts.get(values, 0) for values in outer - inner)
            assert between == 0 or between >= found.minimum, "two shown cells differ by a few"
    everybody_small = [v for v in unknown if 0 < counts.get(v, 0) < found.minimum]
    for values in everybody_small:
        assert without({values: Fraction(1)}, rows), f"the few with {values} follow"


sizes = st.one_of(st.integers(0, 6), st.integers(0, 25))
minimums = st.integers(3, 10)


def tables(*values: str) -> st.SearchStrategy[dict[tuple[str, ...], int]]:
    return st.fixed_dictionaries({tuple(combination): sizes for combination in product(*values)})


@given(st.lists(sizes, min_size=1, max_size=8), minimums)
def test_no_hidden_group_follows_from_its_siblings(found: list[int], minimum: int) -> None:
    counts: Counts = {(f"G{place}",): n for place, n in enumerate(found)}
    shown = suppress(counts, [GROUP], minimum=minimum)
    assert_nothing_hidden_follows(shown, counts, [GROUP])
    hidden = sum(n for (name,), n in counts.items() if shown.state(group(name)) == HIDDEN)
    assert hidden == 0 or hidden >= minimum or not shown.shown(TOTAL)


@given(tables("ABCDEFPQ"), minimums)
def test_no_hidden_group_follows_from_a_tree(counts: Counts, minimum: int) -> None:
    tree = Dimension("group", {"A": "P", "B": "P", "C": "P", "D": "Q", "E": "Q", "Q": "P"})
    assert_nothing_hidden_follows(suppress(counts, [tree], minimum=minimum), counts, [tree])


@given(tables("ABCD", "XYZ"), minimums)
def test_no_hidden_cell_follows_from_a_cross_table(counts: Counts, minimum: int) -> None:
    found = suppress(counts, [GROUP, SITE], [("group", "site")], minimum)
    assert_nothing_hidden_follows(found, counts, [GROUP, SITE])


@given(tables("ABC", "xy", "12"), minimums)
def test_no_hidden_cell_follows_from_filters_and_two_waves(counts: Counts, minimum: int) -> None:
    dimensions = [GROUP, Dimension("filter"), WAVE]
    crossed = [("group", "filter"), ("group", "wave"), ("filter", "wave"),
               ("group", "filter", "wave")]  # fmt: skip
    found = suppress(counts, dimensions, crossed, minimum)
    assert_nothing_hidden_follows(found, counts, dimensions)


@given(tables("ABCPQ", "xy", "12"), minimums)
def test_no_hidden_cell_follows_from_a_tree_under_filters_and_waves(
    counts: Counts, minimum: int
) -> None:
    tree = Dimension("group", {"A": "P", "B": "P", "C": "Q"})
    dimensions = [tree, Dimension("filter"), WAVE]
    found = suppress(counts, dimensions, [("group", "filter"), ("group", "wave")], minimum)
    assert_nothing_hidden_follows(found, counts, dimensions)


@given(st.lists(st.tuples(*[st.sampled_from("abcd")] * 3), max_size=60), minimums)
def test_no_hidden_cell_follows_from_three_breakdowns_side_by_side(
    people: list[tuple[str, str, str]], minimum: int
) -> None:
    counts: Counts = dict(Counter(people))
    dimensions = [GROUP, SITE, Dimension("role")]
    found = suppress(counts, dimensions, minimum=minimum)
    assert_nothing_hidden_follows(found, counts, dimensions)


@given(tables("ABCD", "XY", "12"), minimums)
def test_every_view_shows_the_same_of_what_is_judged_first(counts: Counts, minimum: int) -> None:
    question = Dimension("question")
    seen = [GROUP, SITE, question]
    filtered = suppress(counts, seen, [("group", "question")], minimum, first=2)
    plain: Counter[tuple[str, ...]] = Counter()
    for values, n in counts.items():
        plain[values[:2]] += n
    alone = suppress(plain, [GROUP, SITE], minimum=minimum)
    for key in alone.bases:
        assert filtered.state(key) == alone.state(key)
    assert_nothing_hidden_follows(filtered, counts, seen)


@given(tables("ABCD"), minimums)
def test_the_largest_groups_are_those_that_are_shown(counts: Counts, minimum: int) -> None:
    found = suppress(counts, [GROUP], minimum=minimum)
    shown = [n for (name,), n in counts.items() if found.state(group(name)) == SHOWN]
    hidden = [n for (name,), n in counts.items() if found.state(group(name)) == HIDDEN]
    assert not shown or not hidden or min(shown) >= max(hidden)
