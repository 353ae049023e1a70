"""How figures of surveys read: shares with bases, verdicts, tests, effects.

Documents take the words as they are; the window says the same in its own language.
"""

from collections.abc import Sequence

from changedesk.people.shares import Share
from changedesk.survey.comparing import GROUPS, LINKED, MAY_REPEAT, WHOLE_POPULATION, Comparison
from changedesk.survey.contrasts import Contrast
from changedesk.survey.queries import Asking
from changedesk.survey.results import Pairing
from changedesk.survey.statistics.nps import Nps
from changedesk.survey.verdicts import (
    CHANGED_PAIRS,
    DIFFERS,
    DOWN,
    EACH_SAMPLE,
    PEOPLE,
    SAME,
    TOO_FEW,
    UP,
)

NOTHING = "–"
TESTS = {
    "wilcoxon_exact": "Wilcoxon signed rank, exact",
    "wilcoxon_normal": "Wilcoxon signed rank",
    "mcnemar_exact": "McNemar, exact",
    "friedman_exact": "Friedman, exact",
    "friedman_chi2": "Friedman",
    "mann_whitney_exact": "Mann-Whitney, exact",
    "mann_whitney_normal": "Mann-Whitney",
    "kruskal_wallis_exact": "Kruskal-Wallis, exact",
    "kruskal_wallis_chi2": "Kruskal-Wallis",
    "fisher_exact": "Fisher, exact",
    "fisher_drawn": "Fisher, drawn by lot",
    "chi2": "Chi-square",
    "welch": "Welch's t",
    "nps_z": "z of the scores",
}
EFFECTS = {
    "rank_biserial": "rank-biserial, −1 to 1",
    "cliffs_delta": "Cliff's delta, −1 to 1",
    "mean_difference": "difference of means",
    "nps_points": "difference in points",
    "share_difference": "difference in percent points",
    "kendalls_w": "Kendall's W, 0 to 1",
    "epsilon_squared": "epsilon squared, 0 to 1",
    "cramers_v": "Cramér's V, 0 to 1",
}
NOTES = {
    MAY_REPEAT: "The same people may be in both waves; they are treated as different ones.",
    WHOLE_POPULATION: "Everybody who was asked answered: this is a fact and needs no test.",
}
VERDICTS = {
    UP: "▲ up", DOWN: "▼ down", DIFFERS: "◆ they differ", SAME: "= no detectable change",
    TOO_FEW: "? too few to tell",
}  # fmt: skip
GROUP_VERDICTS = VERDICTS | {
    UP: "▲ higher", DOWN: "▼ lower", SAME: "= no detectable difference",
}  # fmt: skip
MORE = {
    CHANGED_PAIRS: "{0} more people who changed would settle it",
    PEOPLE: "{0} more people would settle it",
    EACH_SAMPLE: "{0} more answers on each side would settle it",
}
_WARNINGS = {
    "low_alpha": "alpha below 0.6: the items measure more than one thing",
    "negative_alpha": "alpha is negative: an item is probably not marked as reversed",
    "few_items": "fewer than three items",
    "few_people": "fewer than ten people",
    "no_spread": "everybody answered alike",
}


def texts() -> tuple[str, ...]:
    """Return the words that the window shows in its own language: for translators."""
    told = (TESTS, EFFECTS, NOTES, VERDICTS, GROUP_VERDICTS, MORE)
    return tuple(dict.fromkeys(text for words in told for text in words.values()))


def counted(n: int, one: str, many: str = "") -> str:
    """Return a number with its noun: "1 answer", "3 answers"."""
    return f"{n:,} {one if n == 1 else many or one + 's'}"


def listed(parts: Sequence[str]) -> str:
    """Return a list as a sentence holds it: "a, b and c"."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def number(value: float | None, places: int = 1) -> str:
    """Return a figure; "–" for none, and a true minus sign for what is below zero."""
    if value is None:
        return NOTHING
    return f"{value:,.{places}f}".replace("-", "−")


def signed(value: float, places: int = 0) -> str:
    """Return a figure with its sign; what is rounded to nothing has none."""
    written = number(abs(value), places)
    if not any(mark in "123456789" for mark in written):
        return written
    return f"+{written}" if value > 0 else f"−{written}"


def percent(share: Share | None) -> str:
    """Return a share as whole percent; "–" without a base."""
    return NOTHING if share is None or share.percent is None else f"{share.percent} %"


def between(share: Share | None) -> str:
    """Return Wilson's interval of a share, such as "46–74 %"; empty without a base."""
    if share is None or share.interval is None:
        return ""
    low, high = share.interval
    return f"{100 * low:.0f}–{100 * high:.0f} %"


def full_share(share: Share | None) -> str:
    """Return a share with its interval: "61 % (46–74 %)"."""
    if share is None or share.value is None:
        return NOTHING
    return f"{percent(share)} ({between(share)})"


def interval(low: float | None, high: float | None, places: int = 1) -> str:
    """Return "3.4 to 4.1"; empty where there is none."""
    if low is None or high is None:
        return ""
    return f"{number(low, places)} to {number(high, places)}"


def nps_words(nps: Nps) -> str:
    """Return a net promoter score with its interval: "+25 (−11 to +61)"."""
    told = nps.estimate
    if told is None:
        return NOTHING
    return f"{signed(told.value)} ({signed(told.low)} to {signed(told.high)})"


def hidden_words(least: int) -> str:
    """Return what stands where a figure may not be shown."""
    # True of a small group, and of a larger one that hides it.
    return f"hidden: a group under {least}"


def warning_words(codes: Sequence[str]) -> str:
    """Return what must be said beside a score."""
    return "; ".join(_WARNINGS.get(code, code) for code in codes)


def reworded_words(pair: tuple[Asking, Asking]) -> str:
    """Return that a question took the place of another one, and that their series is broken."""
    old, new = pair
    return (
        f"“{old.text}” became “{new.text}”: a reworded question is another one, so its answers are "
        "not compared with those before."
    )


def pairing_words(one: Pairing) -> str:
    """Return how far the codes of a wave pair its people with the wave before."""
    before, after = one.between
    rate = one.rate
    told = (
        f"{after} and {before}: {rate.pairs:,} of {counted(rate.after, 'code')} pair "
        f"({percent(Share(rate.pairs, rate.after))})"
    )
    if rate.refused:
        told += f"; {counted(rate.refused, 'code')} came twice in a wave and pair nobody"
    return f"{told}."


# -- comparisons ----------------------------------------------------------------------------------


def verdict_label(one: Comparison) -> str:
    """Return a verdict with its glyph; "–" where there is none."""
    groups = one.design == GROUPS
    return (GROUP_VERDICTS if groups else VERDICTS).get(one.verdict, NOTHING)


def verdict_words(one: Comparison) -> str:
    """Return the verdict with its glyph, and how many more answers it would take."""
    told = verdict_label(one)
    return f"{told} ({more_words(one)})" if one.verdict == TOO_FEW and one.more else told


def more_words(one: Comparison) -> str:
    """Return how many more answers could settle a comparison; empty where that is not known."""
    return MORE.get(one.more_of, MORE[EACH_SAMPLE]).format(f"{one.more:,}") if one.more else ""


def is_good(one: Contrast, reversed_items: frozenset[str]) -> bool | None:
    """Tell whether a change is good news; None where it is neither or cannot be told."""
    if one.comparison.verdict not in (UP, DOWN):
        return None
    return (one.comparison.verdict == UP) != (one.item in reversed_items)


def test_words(one: Comparison) -> str:
    """Return the name of the test; "none" where nothing is tested."""
    if WHOLE_POPULATION in one.notes:
        return "none needed"
    return TESTS.get(one.test, one.test) if one.test else "none"


def effect_words(one: Comparison) -> str:
    """Return the effect with its interval: "+0.59 (+0.33 to +0.85)"."""
    if one.effect is None:
        return NOTHING
    scale, places = (100.0, 0) if one.effect_of == "share_difference" else (1.0, 2)
    if one.effect_of == "nps_points":
        places = 0
    write = number if one.overall else signed
    value = write(one.effect * scale, places)
    if one.low is None or one.high is None:
        return value
    return f"{value} ({signed(one.low * scale, places)} to {signed(one.high * scale, places)})"


def effect_name(one: Comparison) -> str:
    """Return what the effect is."""
    return EFFECTS.get(one.effect_of, "")


def p_words(p: float | None) -> str:
    """Return a p as it is printed; "–" for none."""
    if p is None:
        return NOTHING
    return "< 0.001" if p < 0.001 else f"{p:.3f}"


def sizes_words(one: Comparison) -> str:
    """Return how many were compared."""
    if one.design == LINKED and not one.overall:
        return f"{one.n[0]:,} pairs, {one.n[1]:,} changed"
    if one.overall:
        return f"{one.n[0] if one.design == LINKED else sum(one.n):,} in all"
    return " and ".join(f"{n:,}" for n in one.n)


def notes_words(one: Comparison) -> str:
    """Return what must be said beside a comparison."""
    return " ".join(NOTES[note] for note in one.notes if note in NOTES)
