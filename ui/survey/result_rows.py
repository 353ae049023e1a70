"""What the pictures of the results show, row by row: made from figures, before anything is drawn.

A row that is hidden says so in words and holds no number.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from changedesk.survey.figures import RATED, ItemFigures, levels_of
from changedesk.survey.results import Results, WaveFigures
from changedesk.survey.scoring import ScaleFigures
from changedesk.survey.viewing import Slice
from ui.survey import result_words as words
from ui.survey.result_words import translate
from ui.uat.words import percent

DIVERGING, STACKED, SAID = "diverging", "stacked", "said"


@dataclass(frozen=True)
class Part:
    """A piece of a bar: its label, its share of the base, and its side.

    `side` goes from -1 (the lowest answer) over 0 (the middle) to 1 (the highest).
    """

    label: str
    n: int
    share: float
    side: float = 0.0


@dataclass(frozen=True)
class AnswerRow:
    """One question as a bar. `before` and `after` are how far bars reach from the middle line."""

    item: ItemFigures
    kind: str
    parts: tuple[Part, ...]
    first: str
    second: str
    before: float = 0.0
    after: float = 1.0

    @property
    def name(self) -> str:
        """Return the question."""
        return self.item.question.text


@dataclass(frozen=True)
class Point:
    """A figure of one wave, as shares of the height it is drawn in; None where it is hidden."""

    wave: str
    value: float | None
    low: float | None
    high: float | None
    said: str
    base: str


@dataclass(frozen=True)
class TrendRow:
    """One question or score over the waves, and what the comparison of the ends says."""

    name: str
    measure: str
    points: tuple[Point, ...]
    verdict: str
    item: str


@dataclass(frozen=True)
class HeatCell:
    """A figure of a group: its words, and how good it is from 0 to 1; None where hidden."""

    said: str
    base: str
    level: float | None = None
    why: str = ""


@dataclass(frozen=True)
class Heat:
    """Questions by groups."""

    columns: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    cells: tuple[tuple[HeatCell, ...], ...] = field(default=())


@dataclass(frozen=True)
class Shown:
    """What is looked at: the whole of a wave or one part of it, and the smallest group shown."""

    items: Sequence[ItemFigures]
    scales: Sequence[ScaleFigures]
    least: int
    waiting: bool = False


def shown_of(wave: WaveFigures, part: Slice | None, least: int) -> Shown:
    """Return what is looked at."""
    if part is None:
        return Shown(wave.items, wave.scales, least)
    return Shown(part.items, part.scales, least, wave.waiting)


def hidden_said(shown: Shown) -> str:
    """Return what stands where a figure is hidden."""
    if shown.waiting:
        return translate("Results", "shown once the wave is closed")
    return words.hidden_words(shown.least)


# -- answers --------------------------------------------------------------------------------------


def answer_rows(shown: Shown) -> list[AnswerRow]:
    """Return a row for each question; all diverging bars share one middle line."""
    rows = [_answer_row(one, shown) for one in shown.items]
    reach = [_reach(row) for row in rows if row.kind == DIVERGING]
    before = max((one for one, _ in reach), default=0.5)
    after = max((one for _, one in reach), default=0.5)
    if before + after <= 0:
        before = after = 0.5
    return [replace(row, before=before, after=after) for row in rows]


def _answer_row(item: ItemFigures, shown: Shown) -> AnswerRow:
    if item.suppressed:
        return AnswerRow(item, SAID, (), hidden_said(shown), "")
    base = item.base or 0
    answered = translate("Results", "{0} answered").format(base)
    if not base:
        return AnswerRow(item, SAID, (), translate("Results", "nobody answered"), "")
    if item.nps is not None:
        return AnswerRow(
            item, DIVERGING, _nps_parts(item), f"NPS {words.nps_words(item.nps)}", answered
        )
    levels = levels_of(item.question)
    if levels and item.question.kind in RATED:
        parts = _scale_parts(item, levels)
        top = item.top2
        first = f"{percent(top)} ({words.between(top)})" if top else ""
        return AnswerRow(item, DIVERGING, parts, first, words.of(top) if top else answered)
    if item.question.kind == "single":
        parts = tuple(Part(bar.label, bar.n, bar.n / base) for bar in item.distribution if bar.n)
        return AnswerRow(item, STACKED, parts, "", answered)
    return AnswerRow(item, SAID, (), _in_words(item), answered)


def _scale_parts(item: ItemFigures, levels: Sequence[int]) -> tuple[Part, ...]:
    base, middle = item.base or 1, (levels[0] + levels[-1]) / 2
    reach = (levels[-1] - levels[0]) / 2
    bars = sorted(
        (bar for bar in item.distribution if bar.number is not None), key=lambda b: b.number or 0
    )
    return tuple(
        Part(bar.label, bar.n, bar.n / base, ((bar.number or 0) - middle) / reach) for bar in bars
    )


def _nps_parts(item: ItemFigures) -> tuple[Part, ...]:
    told, base = item.nps, item.base or 1
    assert told is not None
    return (
        Part(translate("Results", "0–6 detract"), told.detractors, told.detractors / base, -1.0),
        Part(translate("Results", "7–8 passive"), told.passives, told.passives / base, 0.0),
        Part(translate("Results", "9–10 promote"), told.promoters, told.promoters / base, 1.0),
    )


def _reach(row: AnswerRow) -> tuple[float, float]:
    """Return how far a bar reaches to either side of the middle; half of the middle each."""
    left = sum(one.share * (1 if one.side < 0 else 0.5) for one in row.parts if one.side <= 0)
    right = sum(one.share * (1 if one.side > 0 else 0.5) for one in row.parts if one.side >= 0)
    return left, right


def _in_words(item: ItemFigures) -> str:
    base = item.base or 1
    if item.question.kind == "text":
        return translate("Results", "words: read them under Comments")
    if item.question.kind == "rank":
        best = sorted(item.distribution, key=lambda bar: bar.place or 99)[:3]
        return " · ".join(f"{bar.label} {words.number(bar.place)}" for bar in best)
    if item.question.kind == "number":
        told = translate("Results", "mean {0}, median {1}")
        return told.format(words.number(item.mean), words.plain(item.median))
    most = sorted(item.distribution, key=lambda bar: -bar.n)[:3]
    return " · ".join(f"{100 * bar.n / base:.0f} % {bar.label}" for bar in most)


# -- over time ------------------------------------------------------------------------------------


def trend_rows(
    found: Results, parts: Sequence[Shown | None], verdicts: dict[str, str]
) -> list[TrendRow]:
    """Return a row for each question and score that has a figure to follow over the waves.

    `parts` is what is looked at in each wave, None where the part has no responses in it.
    """
    here = next((one for one in parts if one is not None), None)
    if here is None:
        return []
    names = [one.wave.title for one in found.waves]
    rows = []
    for place, item in enumerate(here.items):
        if item.question.kind != "nps" and not (
            levels_of(item.question) and item.question.kind in RATED
        ):
            continue
        points = [
            _item_point(name, one.items[place], one) if one is not None else no_point(name)
            for name, one in zip(names, parts, strict=True)
        ]
        key = item.question.key
        measure = (
            translate("Results", "net promoter score")
            if item.question.kind == "nps"
            else translate("Results", "top two")
        )
        rows.append(
            TrendRow(item.question.text, measure, tuple(points), verdicts.get(key, ""), key)
        )
    return rows


def no_point(name: str) -> Point:
    """Return the point of a wave in which nobody of the part answered."""
    return Point(name, None, None, None, translate("Results", "no answers"), "")


def _item_point(name: str, item: ItemFigures, shown: Shown) -> Point:
    if item.suppressed:
        return Point(name, None, None, None, hidden_said(shown), "")
    base = f"n {item.base or 0}"
    if item.nps is not None and (told := item.nps.estimate) is not None:
        low, value, high = ((one + 100) / 200 for one in (told.low, told.value, told.high))
        return Point(name, value, low, high, words.signed(told.value), base)
    if item.top2 is None or item.top2.value is None or item.top2.interval is None:
        return no_point(name)
    return Point(name, item.top2.value, *item.top2.interval, percent(item.top2), base)


# -- questions by groups --------------------------------------------------------------------------


def heat(wave: WaveFigures, least: int, unnamed: str) -> Heat:
    """Return the questions on a scale by the groups that responses are told apart into."""
    columns = (translate("Results", "Everybody"), *(one.label or unnamed for one in wave.by))
    wholes = [Shown(wave.items, wave.scales, least)]
    parts = [*wholes, *(Shown(one.items, one.scales, least, wave.waiting) for one in wave.by)]
    names, keys, cells = [], [], []
    for place, item in enumerate(wave.items):
        if item.question.kind == "nps" or (
            levels_of(item.question) and item.question.kind in RATED
        ):
            turned = f"↺ {item.question.text}" if item.question.reverse else item.question.text
            names.append(turned)
            keys.append(item.question.key)
            cells.append(tuple(_heat_cell(one.items[place], one) for one in parts))
    return Heat(columns, tuple(names), tuple(keys), tuple(cells))


def _heat_cell(item: ItemFigures, shown: Shown) -> HeatCell:
    if item.suppressed:
        why = words.hidden_reason(shown.least) if not shown.waiting else hidden_said(shown)
        return HeatCell(hidden_said(shown), "", None, why)
    base = f"n {item.base or 0}"
    if item.nps is not None and item.nps.value is not None:
        told = words.nps_words(item.nps)
        return HeatCell(words.signed(item.nps.value), base, (item.nps.value + 100) / 200, told)
    if item.top2 is None or item.top2.value is None:
        return HeatCell(translate("Results", "no answers"), "")
    value = item.top2.value
    level = 1 - value if item.question.reverse else value
    return HeatCell(percent(item.top2), base, level, words.full_share(item.top2))
