"""The pictures of a survey: small tables, each with its native chart, for workbook and report."""

from collections.abc import Sequence
from itertools import groupby

from changedesk.office.layout import Block, Chart, Column, SummarySheet
from changedesk.office.palette import Tone
from changedesk.survey.figure_words import hidden_words, listed
from changedesk.survey.figures import ItemFigures, levels_of
from changedesk.survey.report_parts import scale_of
from changedesk.survey.results import WaveFigures
from changedesk.survey.told import SurveyTold
from changedesk.survey.told_words import ends_of, figures_of, judgement

_LEVEL_TONES: dict[int, tuple[Tone, ...]] = {
    3: ("warning", "quiet", "accent"),
    4: ("bad", "warning", "info", "accent"),
    5: ("bad", "warning", "quiet", "info", "accent"),
}
_WAVE_TONES: tuple[Tone, ...] = ("quiet", "info", "accent", "good", "warning", "bad")
_LABEL = 42
_MOST_BARS = 15


def summary_sheet(told: SurveyTold) -> SummarySheet:
    """Return the page of large figures and charts."""
    found = judgement(told)
    return SummarySheet(
        found.text,
        blocks(told),
        figures_of(told),
        note=found.detail,
    )


def blocks(told: SurveyTold) -> tuple[Block, ...]:
    """Return everything that can be drawn of a survey; hidden figures are not in it."""
    last = told.last
    if last is None or last.suppressed:
        return ()
    found = [rate_block(told, last), score_block(told), *rated_blocks(last)]
    return tuple(one for one in (*found, *choice_blocks(last)) if one is not None)


def rate_block(told: SurveyTold, wave: WaveFigures) -> Block | None:
    """Return who answered of each group; None where no group may be shown."""
    rates = told.rates_of(wave)
    rows = tuple(
        (group.name or "everybody else", rate.complete, rate.missing, rate.asked)
        for group, rate in rates
        if rate is not None and rate.asked
    )
    hidden = [group.name or "everybody else" for group, rate in rates if rate is None]
    if not rows:
        return None
    return Block(
        f"Who answered: {wave.wave.title}",
        (
            Column("Group", "group", 44),
            Column("Answered", "answered", 11, "integer"),
            Column("Missing", "missing", 11, "integer"),
            Column("Asked", "asked", 11, "integer"),
        ),
        rows,
        Chart(
            "stacked",
            series=("answered", "missing"),
            tones={"answered": "accent", "missing": "quiet"},
        ),
        note=f"{listed(hidden)}: {hidden_words(told.least)}." if hidden else "",
    )


def score_block(told: SurveyTold) -> Block | None:
    """Return the scores wave by wave; those that are hidden anywhere are left out."""
    waves = [one for one in told.answered if one.scales and not one.suppressed]
    if not waves:
        return None
    ends = [ends_of(one) for one in waves[-1].scales]
    kept = [
        at
        for at, end in enumerate(ends)
        if end == ends[0] and all(wave.scales[at].mean is not None for wave in waves)
    ]
    left = [one.composite.name for at, one in enumerate(waves[-1].scales) if at not in kept]
    rows = tuple(
        (waves[-1].scales[at].composite.name, *(wave.scales[at].mean for wave in waves))
        for at in kept
    )
    if not rows or ends[0] is None:
        return None
    return Block(
        f"Scores, from {ends[0][0]} to {ends[0][1]}",
        (
            Column("Score", "score", 44),
            *(Column(one.wave.title, one.wave.code, 11, "decimal", wrap=True) for one in waves),
        ),
        rows,
        Chart(
            "bar",
            tones={one.wave.code: _WAVE_TONES[at % 6] for at, one in enumerate(waves)},
            numbers="tenths",
            least=ends[0][0],
        ),
        note=f"Not in the chart: {listed(left)}." if left else "",
    )


def rated_blocks(wave: WaveFigures) -> list[Block]:
    """Return the answers to rated questions, those on one scale together."""
    found = []
    for scale, some in groupby(wave.items, scale_of):
        items = [one for one in some if one.base]
        if len(scale) in _LEVEL_TONES and items:
            found.append(_rated(items, scale, wave))
    return found


def _rated(items: Sequence[ItemFigures], scale: Sequence[str], wave: WaveFigures) -> Block:
    tones = _LEVEL_TONES[len(scale)]
    keys = [f"level{at}" for at in range(len(scale))]
    rows = []
    for one in items:
        by_number = {bar.number: bar.n for bar in one.distribution}
        base = one.base or 1
        shares = [by_number.get(level, 0) / base for level in levels_of(one.question)]
        rows.append((_label(one), *shares, one.base))
    return Block(
        f"Answers: {wave.wave.title}",
        (
            Column("Question", "question", 44, wrap=True),
            *(
                Column(label, key, 11, "percent", wrap=True)
                for label, key in zip(scale, keys, strict=True)
            ),
            Column("Base", "base", 9, "integer"),
        ),
        tuple(rows),
        Chart(
            "stacked",
            series=tuple(keys),
            tones=dict(zip(keys, tones, strict=True)),
            numbers="percent",
        ),
        note="⟲: agreeing is bad news." if any(one.question.reverse for one in items) else "",
    )


def _label(item: ItemFigures) -> str:
    mark = " ⟲" if item.question.reverse else ""
    text = item.question.text
    short = text if len(text) <= _LABEL else f"{text[: _LABEL - 1].rstrip()}…"
    return f"{short}{mark}"


def choice_blocks(wave: WaveFigures) -> list[Block]:
    """Return the answers to questions that offer some, and to those from 0 to 10."""
    found = []
    for one in wave.items:
        rows = tuple((bar.label, bar.n) for bar in one.distribution)
        if scale_of(one) or not one.base or not 0 < len(rows) <= _MOST_BARS:
            continue
        found.append(
            Block(
                one.question.text,
                (Column("Answer", "answer", 44), Column("n", "n", 11, "integer")),
                rows,
                Chart("bar", tones={row[0]: "accent" for row in rows}),
                note=f"Base {one.base}.",
            )
        )
    return found
