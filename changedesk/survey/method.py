"""How the figures of a survey were made, in sentences: bases, tests, suppression, limits."""

from collections.abc import Iterable

from changedesk.survey import words
from changedesk.survey.comparing import LINKED
from changedesk.survey.figure_words import (
    effect_name,
    hidden_words,
    listed,
    pairing_words,
    reworded_words,
    test_words,
)
from changedesk.survey.suppression import QUOTES_MINIMUM
from changedesk.survey.told import SurveyTold

_MODES = {one.code: one.label for one in words.MODES}
_PROMISES = {
    "identified": "Answers are kept with the name of who gave them, as everybody was told.",
    "confidential": "Answers are kept one by one and read by the project team only; no document "
    "names anybody or puts the answers of one person side by side.",
    "anonymous": "No name, no time and no order is kept with an answer. Documents hold them "
    "sorted by what they say, so that nothing tells who gave them or when.",
}

_BASE = (
    "Each figure rests on those who answered that question. Not applicable, don't know, not shown "
    "and skipped are no answers and leave the base; partial answers count as far as they go."
)
_RESPONSE_RATE = (
    "Complete answers of those invited and able to answer, at the time of the wave. Who does not "
    "answer may think otherwise: no figure here corrects for that."
)
_INTERVALS = (
    "95 %. Shares: Wilson. Means: Student's t. Net promoter score: Wald, below 30 answers "
    "adjusted by three pseudo-answers. Differences of shares: Newcombe. Alpha: Feldt."
)
_SCORES = (
    "The mean of a person's items, reversed ones turned round; only who answered all of them has "
    "one. Cronbach's alpha tells whether the items hang together; below ten people it is not "
    "told. A usability score (SUS) needs all ten answers."
)
_VERDICTS = (
    "p is adjusted over all comparisons of this report (Holm); up and down are told at 5 %. “No "
    "detectable change” is no proof of none. “Too few to tell” stands where even the most extreme "
    "answers of so few could show nothing."
)
_LIMITS = (
    "Opinions are not behaviour: whether the change is lived stands in the adoption report. A "
    "difference between waves does not tell what caused it."
)


def method_lines(told: SurveyTold) -> Iterable[tuple[str, str]]:
    """Yield what is said about the method, each with its label."""
    survey = told.survey
    yield "Mode", f"{_MODES[survey.mode]}. {_PROMISES[survey.mode]}"
    yield "Base", _BASE
    yield "Response rate", _RESPONSE_RATE
    yield "Intervals", _INTERVALS
    yield "Scores", _SCORES
    yield "Which test", _tests(told)
    yield "Verdicts", _VERDICTS
    if told.whole.pairings:
        yield "Paired by codes", " ".join(map(pairing_words, told.whole.pairings))
    if told.whole.reworded:
        yield "Reworded", " ".join(map(reworded_words, told.whole.reworded))
    if survey.mode != "identified":
        yield "Protection", _protection(told)
    yield "Limits", _LIMITS


def _tests(told: SurveyTold) -> str:
    compared = [*told.whole.comparisons, *told.by_group.comparisons]
    made = sorted({test_words(one.comparison) for one in compared if one.comparison.test})
    used = f" Used here: {listed(made)}." if made else ""
    effects = sorted({effect_name(one.comparison) for one in compared} - {""})
    sizes = f" Effects: {listed(effects)}." if effects else ""
    linked = any(one.comparison.design == LINKED for one in compared)
    pairs = " Here people are paired by a code of their own." if linked else ""
    return (
        "The same people twice: Wilcoxon signed rank (yes or no: McNemar), counted exactly where "
        "few changed; in three or more waves: Friedman, then each pair. Other people: "
        "Mann-Whitney (yes or no: Fisher's exact test; scores of ten or more people on each side: "
        "Welch's t). Three or more groups: Kruskal-Wallis, then each "
        f"pair.{pairs}{used}{sizes}"
    )


def _protection(told: SurveyTold) -> str:
    least = told.least
    return (
        f"A group, or its answers to a question, of which fewer than {least} people answered is "
        f"“{hidden_words(least)}”. A larger one is hidden in the same words where it would give a "
        f"smaller one away by subtraction. Comments need {max(QUOTES_MINIMUM, least)} people who "
        "wrote one, and quotes a release besides."
    )
