"""The sentences above and instead of the pictures of the results."""

from changedesk.survey.results import Results, WaveFigures
from ui.survey import result_words as words
from ui.survey.result_rows import Heat
from ui.survey.result_words import translate


def _turned() -> str:
    return translate("Results", "↺ agreeing is bad news: there fewer is better, and coloured so")


def heat_legend(heat: Heat, least: int) -> str:
    """Return how the map is read; why something is hidden, where something is."""
    told = translate(
        "Results",
        "The two highest answers and how many answered · amber below 40 %, blue from 60 %; a net "
        "promoter score has its sign",
    )
    if any(name.startswith("↺") for name in heat.names):
        told = f"{told} · {_turned()}"
    if any(cell.why for line in heat.cells for cell in line):
        told = f"{told} · {words.hidden_reason(least)}"
    return told


def trend_legend(found: Results) -> str:
    """Return how the points over the waves are read, and where a series breaks."""
    told = translate(
        "Results",
        "Scores on their scale, then the two highest answers, with 95 % interval · the dotted line "
        "is the middle · at the right the last wave against the first",
    )
    return "\n".join((told, *_reworded(found)))


def changes_legend(found: Results) -> str:
    """Return how far people pair over the waves, and what is not compared as it was reworded."""
    paired = []
    for one in found.pairings:
        rate = one.rate
        told = translate("Results", "{0} → {1}: {2} of {3} codes pair").format(
            *one.between, rate.pairs, rate.after
        )
        if rate.refused:
            twice = translate("Results", "{0} came twice in a wave and pair nobody")
            told = f"{told}; {twice.format(rate.refused)}"
        paired.append(told)
    turned = reversed_items(found)
    said = [_turned()] if any(one.item in turned for one in found.comparisons) else []
    return "\n".join((*paired, *said, *_reworded(found)))


def reversed_items(found: Results) -> frozenset[str]:
    """Return the keys of the questions to which agreeing is bad news."""
    return frozenset(one.key for one in found.questions if one.reverse)


def _reworded(found: Results) -> list[str]:
    told = translate(
        "Results", "“{0}” became “{1}”: a series of its own, not compared with the answers before"
    )
    return [told.format(old.text, new.text) for old, new in found.reworded]


def waiting(answers: int) -> str:
    """Return how many anonymous answers do not count yet."""
    return translate("Results", "{0} answered, and wait to be counted").format(answers)


def why_waiting(least: int) -> str:
    """Return when anonymous answers come to count."""
    return translate(
        "Results",
        "This survey is anonymous: {0} answers or more come to count together, so that nobody is "
        "told by the day, and the last {0} wait until the wave is closed.",
    ).format(least)


def rates_legend(wave: WaveFigures, waits: int = 0) -> str:
    """Return how the bars of who answered are read, who waits, and when people were reminded."""
    told = translate(
        "Results",
        "Full: answered · hatched: broke off · the line: how many are needed for ± {0} points at "
        "95 %",
    ).format(wave.wave.margin)
    if waits:
        told = f"{told} · {waiting(waits)}"
    if wave.reminded:
        days = ", ".join(map(words.day, wave.reminded))
        told = f"{told} · {translate('Results', 'reminded on {0}').format(days)}"
    return told


def no_trend() -> str:
    """Return why there is nothing over time."""
    return translate("Results", "One wave tells no trend: ask the same questions again later.")


def no_groups() -> str:
    """Return why there is nothing by groups."""
    return translate(
        "Results", "There is no question on a scale, or nobody said what group he is in."
    )


def no_scores() -> str:
    """Return why there is no score."""
    return translate(
        "Results",
        "This survey has no score: mark questions with an ADKAR element, or name what several of "
        "them measure together.",
    )


def no_rates() -> str:
    """Return why nothing is told of who answered."""
    return translate(
        "Results",
        "Nobody was invited to this wave: under Waves, say how many of each group were.",
    )


def no_changes() -> str:
    """Return why nothing is compared over time."""
    return translate(
        "Results", "Two waves with enough answers are needed before a change can be told."
    )


def no_differences() -> str:
    """Return why no groups are compared."""
    return translate("Results", "At least two groups that are large enough to be shown are needed.")
