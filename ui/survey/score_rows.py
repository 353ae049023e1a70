"""The rows of scores and of who answered: made from figures, before anything is drawn."""

from dataclasses import dataclass

from changedesk.survey.figures import ItemFigures, levels_of
from changedesk.survey.results import WaveFigures
from changedesk.survey.scoring import ADKAR, SUS, ScaleFigures
from changedesk.survey.statistics.shares import ResponseRate
from ui.i18n import translate_label
from ui.survey import result_words as words
from ui.survey.result_rows import Shown, hidden_said
from ui.survey.result_words import translate

BARRIER = 3.0
"""The first ADKAR element whose score is no higher is where people are stuck."""


@dataclass(frozen=True)
class ScoreRow:
    """One score on its scale, whose ends are `least` and `most`."""

    name: str
    kind: str
    said: str
    note: str
    least: float = 0.0
    most: float = 1.0
    value: float | None = None
    low: float | None = None
    high: float | None = None
    figures: ScaleFigures | ItemFigures | None = None


@dataclass(frozen=True)
class RateRow:
    """How many of a group answered, and how many are needed for the margin that is allowed."""

    name: str
    rate: ResponseRate
    needed: int
    whole: bool = False


def score_rows(shown: Shown) -> list[ScoreRow]:
    """Return net promoter scores and the scores over several questions, with their intervals."""
    rows = [
        _nps_row(one, shown)
        for one in shown.items
        if one.nps is not None or (one.suppressed and one.question.kind == "nps")
    ]
    elements = [one for one in shown.scales if one.composite.kind == ADKAR and one.mean is not None]
    stuck = next((one for one in elements if (one.mean or 0) <= BARRIER), None)
    return [*rows, *(_scale_row(one, shown, barrier=one is stuck) for one in shown.scales)]


def _nps_row(item: ItemFigures, shown: Shown) -> ScoreRow:
    name = item.question.text
    kind = translate("Results", "Net promoter score")
    if item.nps is None or (told := item.nps.estimate) is None:
        said = hidden_said(shown) if item.suppressed else translate("Results", "nobody answered")
        return ScoreRow(name, kind, said, "", -100, 100, figures=item)
    note = translate("Results", "{0} answered").format(item.base)
    if item.nps.adjusted:
        adjusted = translate("Results", "interval adjusted for few answers")
        note = f"{note} · {adjusted}"
    return ScoreRow(
        name, kind, words.nps_words(item.nps), note, -100, 100, told.value, told.low, told.high,
        item,
    )  # fmt: skip


def _scale_row(one: ScaleFigures, shown: Shown, *, barrier: bool) -> ScoreRow:
    made = one.composite
    kind = {SUS: translate("Results", "System usability"), ADKAR: "ADKAR"}.get(
        made.kind, translate("Results", "Scale")
    )
    name = translate_label(made.name) if made.kind == ADKAR else made.name
    least, most = (0.0, 100.0) if made.kind == SUS else _ends(one)
    if one.suppressed:
        return ScoreRow(name, kind, hidden_said(shown), "", least, most, figures=one)
    if one.mean is None:
        return ScoreRow(
            name,
            kind,
            translate("Results", "nobody answered all of it"),
            "",
            least,
            most,
            figures=one,
        )
    said = words.number(one.mean)
    if one.low is not None and one.high is not None:
        said = f"{said} ({words.interval(one.low, one.high)})"
    notes = [f"n {one.n}"]
    if one.grade:
        notes.append(translate("Results", "grade {0}").format(one.grade))
    if one.alpha is not None:
        notes.append(translate("Results", "alpha {0}").format(words.number(one.alpha.value, 2)))
    if barrier:
        notes.append(translate("Results", "⚠ barrier: the first element at 3 or below"))
    return ScoreRow(
        name, kind, said, " · ".join(notes), least, most, one.mean, one.low, one.high, one
    )


def _ends(one: ScaleFigures) -> tuple[float, float]:
    ends = [levels for question in one.composite.questions if (levels := levels_of(question))]
    if not ends:
        return 0.0, max(1.0, one.high or one.mean or 1.0)
    return float(min(level[0] for level in ends)), float(max(level[-1] for level in ends))


# -- who answered ---------------------------------------------------------------------------------


def rate_rows(wave: WaveFigures, others: str) -> list[RateRow]:
    """Return the response rate of everybody and of each group that was invited."""
    if wave.rate is None:
        return []
    margin = wave.wave.margin / 100
    whole = RateRow(
        translate("Results", "Everybody"), wave.rate, wave.rate.needed(margin), whole=True
    )
    return [
        whole,
        *(RateRow(one.name or others, one.rate, one.rate.needed(margin)) for one in wave.rates),
    ]
