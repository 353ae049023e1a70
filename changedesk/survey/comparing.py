"""Comparisons: what was asked of whom decides the test, and a test that does not fit is not there.

Linked people are compared with themselves, other people as samples. Answers on a scale go by
ranks, yes and no by counts, scores over items by their means once ten people have one. A
comparison is made here; whether it shows anything is told by `verdicts`, over a whole report.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from changedesk.survey.statistics.effects import cliffs_delta, rank_biserial
from changedesk.survey.statistics.estimates import Estimate, Tested
from changedesk.survey.statistics.friedman import friedman
from changedesk.survey.statistics.means import welch
from changedesk.survey.statistics.nps import FEW, Nps, change
from changedesk.survey.statistics.nps import nps as counted_nps
from changedesk.survey.statistics.rank_tests import kruskal_wallis, mann_whitney
from changedesk.survey.statistics.shares import Share, difference, paired_difference
from changedesk.survey.statistics.signed_rank import signed_rank
from changedesk.survey.statistics.table_tests import (
    association,
    cramers_v,
    fisher,
    mcnemar,
    mcnemar_mid_p,
)

LINKED, WAVES, GROUPS = "linked", "waves", "groups"
"""The same people twice or more; waves of people who are not linked; groups within a wave."""
ORDINAL, SHARE, SCORE, NPS = "ordinal", "share", "score", "nps"
"""A scale; yes or no (1 or 0); a score over several items; answers from 0 to 10."""
WILCOXON, MCNEMAR, FRIEDMAN = "wilcoxon", "mcnemar", "friedman"
MANN_WHITNEY, FISHER, WELCH, NPS_Z = "mann_whitney", "fisher", "welch", "nps_z"
KRUSKAL_WALLIS, ASSOCIATION = "kruskal_wallis", "association"
SCORES_AT_LEAST = 10
KENDALLS_W, EPSILON_SQUARED, CRAMERS_V = "kendalls_w", "epsilon_squared", "cramers_v"
OVERALL_EFFECTS = (KENDALLS_W, EPSILON_SQUARED, CRAMERS_V)
"""How far three or more waves or groups differ, from 0 to 1."""
MAY_REPEAT, WHOLE_POPULATION = "may_repeat", "whole_population"
"""Notes: the same people may be in both waves; everybody answered, so nothing is estimated."""


@dataclass(frozen=True)
class Comparison:
    """What was compared and what came of it.

    `test` is empty where there is nothing to test. `n` is (pairs, changed pairs) of linked
    people, else the size of each sample, as they were given. Of waves and of linked people the
    effect is the later less the earlier, of groups the first less the second, and so is the
    statistic. `effect_of` says what the effect is; shares are fractions, a net promoter score is
    in points. Over three or more the effect has no sign and no interval. `p` is None where
    everybody answered. `p_holm`, `verdict`, `more` and `more_of` are filled in by `verdicts`.
    """

    design: str
    kind: str
    test: str
    n: tuple[int, ...]
    statistic: float | None = None
    p: float | None = None
    mid_p: float | None = None
    effect_of: str = ""
    effect: float | None = None
    low: float | None = None
    high: float | None = None
    smallest_p: float | None = None
    notes: tuple[str, ...] = ()
    p_holm: float | None = None
    verdict: str = ""
    more: int | None = None
    more_of: str = ""

    @property
    def overall(self) -> bool:
        """Tell whether this is about three or more waves or groups at once."""
        return self.effect_of in OVERALL_EFFECTS


def offered(kind: str, design: str, sizes: Sequence[int]) -> tuple[str, ...]:
    """Return the tests that fit, the one that is taken first.

    `sizes` are those of the samples; of linked people the number of pairs, once for each wave.
    """
    if len(sizes) < 2 or not all(sizes):
        return ()
    if design == LINKED:
        if len(sizes) > 2:
            return () if kind == SHARE else (FRIEDMAN,)
        return (MCNEMAR,) if kind == SHARE else (WILCOXON,)
    if len(sizes) > 2:
        return (ASSOCIATION,) if kind == SHARE else (KRUSKAL_WALLIS,)
    if kind == SHARE:
        return (FISHER,)
    if kind == SCORE and min(sizes) >= SCORES_AT_LEAST:
        return WELCH, MANN_WHITNEY
    if kind == NPS and min(sizes) >= FEW:
        return NPS_Z, MANN_WHITNEY
    return (MANN_WHITNEY,)


def compare_linked(
    pairs: Sequence[tuple[float, float]], kind: str = ORDINAL, *, whole: bool = False
) -> Comparison:
    """Compare the same people, before and after. `whole`: everybody who was asked is here."""
    # Thirds of a point that are equal must tie: their last digits are not the people's.
    changes = [round(after - before, 9) for before, after in pairs]
    changed = sum(value != 0 for value in changes)
    notes = (WHOLE_POPULATION,) if whole else ()
    n = (len(pairs), changed)
    if kind == SHARE:
        up, down = sum(value > 0 for value in changes), sum(value < 0 for value in changes)
        both = sum(before > 0 and after > 0 for before, after in pairs)
        effect = paired_difference(both, up, down, len(pairs) - both - changed)
        made = _comparison(LINKED, kind, mcnemar(up, down), n, ("share_difference", effect), notes)
        return made if whole or not changed else replace(made, mid_p=mcnemar_mid_p(up, down))
    about = ("rank_biserial", rank_biserial(changes))
    return _comparison(LINKED, kind, signed_rank(changes), n, about, notes)


def compare_samples(
    first: Sequence[float],
    second: Sequence[float],
    kind: str = ORDINAL,
    design: str = WAVES,
    *,
    whole: bool = False,
) -> Comparison:
    """Compare two waves of people who are not linked, or two groups.

    `whole`: everybody who was asked answered, in both.
    """
    # The one that the effect is of comes first: the later wave, or the first group.
    own, other = (second, first) if design == WAVES else (first, second)
    tests = offered(kind, design, (len(first), len(second)))
    tested: Tested | None = None
    about: tuple[str, Estimate | None] = ("", None)
    if tests[:1] == (WELCH,):
        tested, about = _welch(own, other)
    elif tests[:1] == (NPS_Z,):
        tested, about = _nps(counted_nps(own), counted_nps(other))
    elif tests == (FISHER,):
        ours, theirs = (Share(sum(v > 0 for v in part), len(part)) for part in (own, other))
        tested = fisher([[one.n, one.base - one.n] for one in (ours, theirs)])
        about = ("share_difference", difference(ours, theirs))
    if tested is None and MANN_WHITNEY in tests:
        # Also where nothing varies within the samples, so that means have no error.
        tested, about = mann_whitney(own, other), ("cliffs_delta", cliffs_delta(own, other))
    notes = (*((MAY_REPEAT,) if design == WAVES else ()), *((WHOLE_POPULATION,) if whole else ()))
    return _comparison(design, kind, tested, (len(first), len(second)), about, notes)


def compare_linked_waves(rows: Sequence[Sequence[float]], kind: str) -> Comparison | None:
    """Compare three or more waves of the same people; a row is a person who answered in all.

    None where no test fits: of yes and no, and of fewer waves.
    """
    waves = len(rows[0]) if rows else 0
    if offered(kind, LINKED, (len(rows),) * waves)[:1] != (FRIEDMAN,):
        return None
    tested = friedman(rows)
    value = None if tested is None else tested.statistic / (len(rows) * (waves - 1))
    return _overall(LINKED, kind, tested, (len(rows),) * waves, (KENDALLS_W, value))


def compare_several(
    samples: Sequence[Sequence[float]], kind: str = ORDINAL, design: str = GROUPS
) -> tuple[Comparison | None, list[tuple[int, int, Comparison]]]:
    """Compare three or more groups, or waves of people who are not linked.

    Returns the comparison over all (None where no test fits) and that of each pair.
    """
    sizes = tuple(len(sample) for sample in samples)
    tests = offered(kind, design, sizes)
    overall = None
    if tests == (KRUSKAL_WALLIS,):
        tested = kruskal_wallis(samples)
        # The share of the spread of ranks that lies between the groups.
        value = None if tested is None or sum(sizes) < 2 else tested.statistic / (sum(sizes) - 1)
        overall = _overall(design, kind, tested, sizes, (EPSILON_SQUARED, value))
    elif tests == (ASSOCIATION,):
        counted = [Counter(value > 0 for value in sample) for sample in samples]
        table = [[one[True], one[False]] for one in counted]
        overall = _overall(design, kind, association(table), sizes, (CRAMERS_V, cramers_v(table)))
    pairs = [
        (one, two, compare_samples(samples[one], samples[two], kind, design))
        for one in range(len(samples))
        for two in range(one + 1, len(samples))
    ]
    return overall, pairs


def _welch(
    own: Sequence[float], other: Sequence[float]
) -> tuple[Tested | None, tuple[str, Estimate | None]]:
    found = welch(own, other)
    if found is None:
        return None, ("", None)
    tested = Tested(WELCH, found.t, found.p, (len(own), len(other)))
    return tested, ("mean_difference", found.estimate)


def _nps(own: Nps, other: Nps) -> tuple[Tested | None, tuple[str, Estimate | None]]:
    found = change(other, own)
    if found is None:
        return None, ("", None)
    tested = Tested(NPS_Z, found.z, found.p, (own.base, other.base))
    return tested, ("nps_points", found.estimate)


def _comparison(
    design: str,
    kind: str,
    tested: Tested | None,
    n: tuple[int, ...],
    about: tuple[str, Estimate | None],
    notes: tuple[str, ...],
) -> Comparison:
    name, effect = about
    whole = WHOLE_POPULATION in notes
    # An interval of no width says that nothing varied, not that the effect is certain.
    wide = effect is not None and not whole and effect.low < effect.high
    return Comparison(
        design,
        kind,
        "" if tested is None else tested.test,
        n,
        None if tested is None else tested.statistic,
        None if tested is None or whole else tested.p,
        effect_of=name if effect is not None else "",
        effect=None if effect is None else effect.value,
        low=effect.low if effect is not None and wide else None,
        high=effect.high if effect is not None and wide else None,
        smallest_p=None if tested is None or whole else tested.smallest_p,
        notes=notes,
    )


def _overall(
    design: str,
    kind: str,
    tested: Tested | None,
    n: tuple[int, ...],
    about: tuple[str, float | None],
) -> Comparison:
    name, effect = about
    return Comparison(
        design,
        kind,
        "" if tested is None else tested.test,
        n,
        None if tested is None else tested.statistic,
        None if tested is None else tested.p,
        effect_of=name,
        effect=effect,
        smallest_p=None if tested is None else tested.smallest_p,
        notes=(MAY_REPEAT,) if design == WAVES else (),
    )
