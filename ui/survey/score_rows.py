"""The rows of scores and of who answered: made from figures, before anything is drawn."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from changedesk.survey.figures import ItemFigures, levels_of
from changedesk.survey.results import Results, WaveFigures
from changedesk.survey.scoring import ADKAR, SUS, ScaleFigures
from changedesk.survey.statistics.shares import ResponseRate
from ui.i18n import translate_label
from ui.survey import result_words as words
from ui.survey.result_rows import Point, Shown, TrendRow, hidden_said, no_point
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


def score_trends(
    found: Results, parts: Sequence[Shown | None], verdicts: Mapping[str, str]
) -> list[TrendRow]:
    """Return a row for each score over the waves; `parts` is what is looked at in each of them."""
    here = next((one for one in parts if one is not None), None)
    names = [one.wave.title for one in found.waves]
    made = []
    for place, scale in enumerate(here.scales if here is not None else ()):
        points = [
            no_point(name) if one is None else _scale_point(name, one.scales[place], one)
            for name, one in zip(names, parts, strict=True)
        ]
        name = scale.composite.name
        kind = _kind(scale)
        made.append(TrendRow(_name(scale), kind, tuple(points), verdicts.get(name, ""), ""))
    return made


def _scale_point(name: str, one: ScaleFigures, shown: Shown) -> Point:
    if one.suppressed:
        return Point(name, None, None, None, hidden_said(shown), "")
    if one.mean is None:
        return no_point(name)
    least, most = _ends(one)
    low, high = (one.mean if end is None else end for end in (one.low, one.high))
    value, low, high = (
        min(1.0, max(0.0, (end - least) / (most - least))) for end in (one.mean, low, high)
    )
    return Point(name, value, low, high, words.number(one.mean), f"n {one.n}")


def _kind(one: ScaleFigures) -> str:
    kinds = {SUS: translate("Results", "System usability"), ADKAR: "ADKAR"}
    return kinds.get(one.composite.kind, translate("Results", "Scale"))


def _name(one: ScaleFigures) -> str:
    made = one.composite
    return translate_label(made.name) if made.kind == ADKAR else made.name


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
    kind, name = _kind(one), _name(one)
    least, most = _ends(one)
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
    few = "few_people" in one.warnings
    if "negative_alpha" in one.warnings and not few:
        notes.append(translate("Results", "⚠ is a question to be reversed?"))
    elif "low_alpha" in one.warnings and not few:
        notes.append(translate("Results", "⚠ its questions hardly go together"))
    if barrier:
        notes.append(translate("Results", "⚠ barrier: the first element at 3 or below"))
    return ScoreRow(
        name, kind, said, " · ".join(notes), least, most, one.mean, one.low, one.high, one
    )


def _ends(one: ScaleFigures) -> tuple[float, float]:
    if one.composite.kind == SUS:
        return 0.0, 100.0
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
