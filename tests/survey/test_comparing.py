"""The design decides the test, and small numbers are told to be small."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from changedesk.survey.comparing import (
    ASSOCIATION,
    CRAMERS_V,
    FISHER,
    FRIEDMAN,
    GROUPS,
    KRUSKAL_WALLIS,
    LINKED,
    MANN_WHITNEY,
    MAY_REPEAT,
    MCNEMAR,
    NPS,
    NPS_Z,
    ORDINAL,
    SCORE,
    SHARE,
    WAVES,
    WELCH,
    WHOLE_POPULATION,
    WILCOXON,
    Comparison,
    compare_linked,
    compare_linked_waves,
    compare_samples,
    compare_several,
    offered,
)
from changedesk.survey.statistics.holm import holm
from changedesk.survey.verdicts import (
    CHANGED_PAIRS,
    DIFFERS,
    DOWN,
    EACH_SAMPLE,
    PEOPLE,
    SAME,
    TOO_FEW,
    UP,
    judge,
)

FIRST = [70, 75, 92.5, 80, 85, 95, 87.5, 92.5, 92.5, 80]
SECOND = [92.5, 85, 80, 77.5, 57.5, 67.5, 60, 67.5, 80, 80]
BEFORE, AFTER = [3, 4, 2, 5, 3, 4, 3, 2, 4, 3], [4, 4, 3, 5, 4, 5, 3, 3, 4, 5]


def alone(one: Comparison | None) -> Comparison:
    assert one is not None
    return judge([one])[0]


def interval(one: Comparison) -> tuple[float, float, float]:
    """The low end, the effect and the high end."""
    assert one.effect is not None
    assert one.low is not None
    assert one.high is not None
    return one.low, one.effect, one.high


# ------------------------------------------------------------------ which test


@pytest.mark.parametrize(
    ("kind", "design", "sizes", "tests"),
    [
        (ORDINAL, LINKED, (9, 9), (WILCOXON,)),
        (SCORE, LINKED, (30, 30), (WILCOXON,)),
        (SHARE, LINKED, (30, 30), (MCNEMAR,)),
        (ORDINAL, LINKED, (9, 9, 9), (FRIEDMAN,)),
        (SHARE, LINKED, (9, 9, 9), ()),
        (ORDINAL, WAVES, (6, 6), (MANN_WHITNEY,)),
        (ORDINAL, WAVES, (600, 600), (MANN_WHITNEY,)),
        (SHARE, GROUPS, (600, 600), (FISHER,)),
        (SCORE, WAVES, (9, 40), (MANN_WHITNEY,)),
        (SCORE, WAVES, (10, 40), (WELCH, MANN_WHITNEY)),
        (NPS, WAVES, (29, 40), (MANN_WHITNEY,)),
        (NPS, WAVES, (30, 40), (NPS_Z, MANN_WHITNEY)),
        (ORDINAL, GROUPS, (6, 6, 6), (KRUSKAL_WALLIS,)),
        (SHARE, GROUPS, (6, 6, 6), (ASSOCIATION,)),
        (ORDINAL, GROUPS, (6, 0), ()),
        (ORDINAL, GROUPS, (6,), ()),
    ],
)
def test_only_tests_that_fit_are_offered(
    kind: str, design: str, sizes: Sequence[int], tests: tuple[str, ...]
) -> None:
    assert offered(kind, design, sizes) == tests


def test_linked_likert_answers_are_compared_pair_by_pair() -> None:
    found = alone(compare_linked(list(zip(BEFORE, AFTER, strict=True))))
    assert found.test == "wilcoxon_exact"
    assert found.n == (10, 6)
    assert found.p == 0.03125
    assert found.effect_of == "rank_biserial"
    assert found.effect == 1
    assert found.verdict == UP


def test_scores_that_moved_by_the_same_third_of_a_point_tie() -> None:
    pairs = [
        (10 / 3, 11 / 3),
        (11 / 3, 4.0),
        (2.0, 7 / 3),
        (8 / 3, 3.0),
        (1.0, 4 / 3),
        (4.0, 13 / 3),
    ]
    thirds = alone(compare_linked([*pairs, (3.0, 8 / 3)], SCORE))
    whole = alone(compare_linked([(3.0, 4.0)] * 6 + [(3.0, 2.0)]))
    assert thirds.p == whole.p
    assert thirds.effect == whole.effect


def test_groups_are_told_as_the_first_against_the_second() -> None:
    found = alone(compare_samples(FIRST, SECOND, ORDINAL, GROUPS))
    assert found.test == "mann_whitney_exact"
    assert found.statistic == 77
    assert found.p == pytest.approx(0.0387, abs=5e-5)
    assert found.effect == pytest.approx(0.54)
    assert found.verdict == UP
    assert found.notes == ()


def test_waves_are_told_as_the_later_against_the_earlier() -> None:
    found = alone(compare_samples(FIRST, SECOND, ORDINAL, WAVES))
    assert found.statistic == 23
    assert found.effect == pytest.approx(-0.54)
    assert found.verdict == DOWN
    assert found.notes == (MAY_REPEAT,)


def test_scores_of_ten_and_more_are_compared_by_their_means() -> None:
    found = alone(compare_samples(FIRST, SECOND, SCORE, GROUPS))
    assert found.test == WELCH
    assert found.statistic == pytest.approx(2.3044, abs=5e-5)
    assert found.p == pytest.approx(0.03427, abs=5e-6)
    low, effect, high = interval(found)
    assert effect == pytest.approx(10.25)
    assert low < effect < high


def test_shares_are_compared_by_fishers_test_with_newcombes_interval() -> None:
    before, after = [1] * 48 + [0] * 32, [1] * 56 + [0] * 14
    found = alone(compare_samples(before, after, SHARE))
    assert found.test == "fisher_exact"
    assert interval(found) == pytest.approx((0.0524, 0.2, 0.3339), abs=5e-5)
    assert found.verdict == UP


def test_linked_shares_are_compared_by_mcnemars_test() -> None:
    pairs = [(0.0, 1.0)] * 9 + [(1.0, 0.0)] + [(1.0, 1.0)] * 10
    found = alone(compare_linked(pairs, SHARE))
    assert found.test == "mcnemar_exact"
    assert found.p == pytest.approx(0.02148, abs=6e-6)
    assert found.mid_p == pytest.approx(0.01172, abs=6e-6)
    low, effect, high = interval(found)
    assert effect == pytest.approx(0.4)
    assert 0 < low < 0.4 < high < 1
    assert found.verdict == UP


def test_net_promoter_scores_of_thirty_and_more_are_compared_by_their_difference() -> None:
    before = [10.0] * 18 + [7.0] * 9 + [3.0] * 13
    after = [10.0] * 26 + [7.0] * 9 + [3.0] * 5
    found = alone(compare_samples(before, after, NPS))
    assert found.test == NPS_Z
    assert found.statistic == pytest.approx(2.255, abs=5e-4)
    assert interval(found) == pytest.approx((40 - 34.77, 40, 40 + 34.77), abs=0.005)
    assert found.verdict == UP


def test_three_groups_are_compared_at_once_and_then_by_pairs() -> None:
    samples = [[1.0, 2.0, 1.0, 2.0, 1.0], [3.0, 3.0, 4.0, 3.0, 2.0], [5.0, 5.0, 4.0, 5.0, 5.0]]
    overall, pairs = compare_several(samples)
    assert alone(overall).test == "kruskal_wallis_chi2"
    assert alone(overall).verdict == DIFFERS
    assert [(one, two) for one, two, _ in pairs] == [(0, 1), (0, 2), (1, 2)]
    judged = judge([found for *_, found in pairs])
    assert [found.p_holm for found in judged] == holm([found.p for found in judged])
    assert judged[1].verdict == DOWN


def test_three_groups_with_yes_and_no_are_compared_by_their_counts() -> None:
    overall, pairs = compare_several([[1] * 7 + [0], [0] * 7 + [1], [1, 0] * 4], SHARE)
    judged = alone(overall)
    assert (judged.test, judged.effect_of) == ("fisher_exact", CRAMERS_V)
    assert judged.verdict == DIFFERS
    many, _ = compare_several([[1] * 70 + [0] * 30, [0] * 70 + [1] * 30, [1, 0] * 50], SHARE)
    assert alone(many).test == "chi2"
    assert {found.test for *_, found in pairs} == {"fisher_exact"}
    same, _ = compare_several([[1] * 9, [1] * 9, [1] * 9], SHARE)
    assert alone(same).verdict == SAME


def test_three_waves_of_the_same_people_are_compared_at_once() -> None:
    rows = [(1.0, 3.0, 4.0), (2.0, 3.0, 5.0), (1.0, 2.0, 4.0), (2.0, 4.0, 5.0), (1.0, 2.0, 5.0)]
    judged = alone(compare_linked_waves(rows, ORDINAL))
    assert (judged.test, judged.n, judged.design) == ("friedman_exact", (5, 5, 5), LINKED)
    assert judged.effect == pytest.approx(1)
    assert judged.verdict == DIFFERS
    assert compare_linked_waves([], ORDINAL) is None
    assert compare_linked_waves([(1, 0, 1), (0, 0, 1)], SHARE) is None


# ------------------------------------------------------------------ too few to tell


def test_five_changed_pairs_are_too_few_and_one_more_could_settle_it() -> None:
    pairs = [(2.0, 4.0)] * 5 + [(3.0, 3.0)] * 4
    found = alone(compare_linked(pairs))
    assert found.p == found.smallest_p == 0.0625
    assert (found.verdict, found.more, found.more_of) == (TOO_FEW, 1, CHANGED_PAIRS)


@pytest.mark.parametrize(
    ("sizes", "more"), [((3, 3), 1), ((3, 4), 1), ((2, 2), 2), ((1, 1), 3), ((0, 3), 3)]
)
def test_groups_of_three_are_too_few(sizes: tuple[int, int], more: int) -> None:
    found = alone(compare_samples([1.0] * sizes[0], [5.0] * sizes[1]))
    assert (found.verdict, found.more, found.more_of) == (TOO_FEW, more, EACH_SAMPLE)


def test_four_against_four_can_show_something() -> None:
    assert alone(compare_samples([1, 1, 2, 2], [4, 4, 5, 5])).verdict == UP
    assert alone(compare_samples([1, 4, 2, 5], [4, 1, 5, 2])).verdict == SAME


def test_many_questions_need_more_answers() -> None:
    moved = compare_linked([(2.0, 4.0)] * 6)
    loose = compare_linked([(2.0, 4.0)] * 6 + [(4.0, 2.0)] * 6)
    assert judge([moved])[0].verdict == UP
    found = judge([moved, loose, loose])
    assert found[0].p_holm == pytest.approx(3 * 0.03125)
    assert (found[0].verdict, found[0].more) == (TOO_FEW, 1)
    assert {one.verdict for one in found[1:]} == {SAME}


def test_a_question_that_shows_something_leaves_the_family_of_the_others() -> None:
    clear = compare_linked([(2.0, 4.0)] * 15)
    moved = compare_linked([(2.0, 4.0)] * 6)
    found = judge([clear, moved])
    assert [one.verdict for one in found] == [UP, UP]
    assert found[1].p_holm == 0.03125


def test_many_who_did_not_change_are_no_detectable_change() -> None:
    found = alone(compare_linked([(4.0, 4.0)] * 12))
    assert found.test == ""
    assert found.verdict == SAME
    assert alone(compare_linked([(4.0, 4.0)] * 3)).verdict == TOO_FEW
    assert alone(compare_linked([])).more == 6


def test_people_who_all_say_the_same_show_no_change() -> None:
    assert alone(compare_samples([4.0] * 40, [4.0] * 40)).verdict == SAME
    assert alone(compare_samples([80.0] * 12, [80.0] * 12, SCORE)).verdict == SAME
    assert alone(compare_samples([10.0] * 40, [10.0] * 40, NPS)).verdict == SAME
    assert alone(compare_samples([1] * 40, [1] * 40, SHARE)).verdict == SAME


def test_samples_without_spread_that_differ_do_differ() -> None:
    scores = alone(compare_samples([10 / 3] * 12, [11 / 3] * 12, SCORE))
    assert (scores.test, scores.verdict) == ("mann_whitney_normal", UP)
    promoting = alone(compare_samples([10.0] * 40, [0.0] * 40, NPS))
    assert (promoting.test, promoting.verdict) == ("mann_whitney_normal", DOWN)


def test_two_people_over_three_waves_are_too_few() -> None:
    found = alone(compare_linked_waves([(1.0, 2.0, 3.0), (1.0, 2.0, 3.0)], ORDINAL))
    assert found.p == pytest.approx(1 / 6)
    assert (found.verdict, found.more, found.more_of) == (TOO_FEW, 1, PEOPLE)


def test_three_groups_of_two_are_too_few() -> None:
    overall, _ = compare_several([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]])
    found = alone(overall)
    assert (found.verdict, found.more, found.more_of) == (TOO_FEW, 1, EACH_SAMPLE)


def test_where_everybody_answered_a_difference_is_a_fact() -> None:
    pairs = list(zip(BEFORE, AFTER, strict=True))
    linked = alone(compare_linked(pairs, whole=True))
    assert (linked.p, linked.low, linked.verdict) == (None, None, UP)
    assert WHOLE_POPULATION in linked.notes
    groups = alone(compare_samples([1.0, 2.0], [3.0, 4.0], whole=True))
    assert (groups.p, groups.p_holm, groups.verdict) == (None, None, UP)
    still = alone(compare_linked([(3.0, 3.0)], whole=True))
    assert still.verdict == SAME
    share = alone(compare_linked([(0.0, 1.0), (1.0, 1.0)], SHARE, whole=True))
    assert (share.mid_p, share.verdict) == (None, UP)


likert = st.lists(st.integers(1, 5).map(float), max_size=12)


@given(likert, likert, st.sampled_from([ORDINAL, SCORE]), st.sampled_from([WAVES, GROUPS]))
def test_turned_round_a_comparison_says_the_opposite(
    first: list[float], second: list[float], kind: str, design: str
) -> None:
    one = alone(compare_samples(first, second, kind, design))
    two = alone(compare_samples(second, first, kind, design))
    opposite = {UP: DOWN, DOWN: UP}
    assert two.verdict == opposite.get(one.verdict, one.verdict)
    assert two.p == (None if one.p is None else pytest.approx(one.p))
    assert one.more == two.more


@given(st.lists(st.tuples(*[st.integers(1, 5).map(float)] * 2), max_size=14))
def test_a_verdict_never_goes_beyond_what_the_size_allows(
    pairs: list[tuple[float, float]],
) -> None:
    found = alone(compare_linked(pairs))
    if found.verdict in (UP, DOWN):
        assert found.n[1] >= 6
        assert (interval(found)[1] > 0) == (found.verdict == UP)
    assert bool(found.more) == (found.verdict == TOO_FEW)
