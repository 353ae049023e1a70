"""Every picture of the results as a table, made from the rows that the picture is made from."""

from collections.abc import Sequence

from changedesk.survey.contrasts import Contrast
from changedesk.survey.figures import ItemFigures
from changedesk.survey.results import Results
from changedesk.survey.scoring import ScaleFigures
from ui.i18n import translate_label
from ui.survey import result_words as words
from ui.survey.figure_sheet import Sheet
from ui.survey.result_rows import Heat, Shown, TrendRow, hidden_said
from ui.survey.result_words import translate
from ui.survey.results_sentences import reversed_items
from ui.survey.score_rows import RateRow, ScoreRow


def answers_sheet(shown: Shown) -> Sheet:
    """Return the figures of each question."""
    titles = (
        translate("Results", "Question"),
        translate("Results", "Key"),
        translate("Results", "Answered"),
        translate("Results", "No answer"),
        translate("Results", "Top two"),
        translate("Results", "Top two, %"),
        translate("Results", "from, %"),
        translate("Results", "to, %"),
        translate("Results", "Median"),
        translate("Results", "Mean"),
        translate("Results", "SD"),
        translate("Results", "NPS"),
        translate("Results", "from"),
        translate("Results", "to"),
        translate("Results", "Answers"),
    )
    return Sheet(titles, tuple(_answers_line(one, shown) for one in shown.items))


def _answers_line(item: ItemFigures, shown: Shown) -> tuple[str, ...]:
    asked = item.question
    if item.suppressed:
        return (asked.text, asked.key, hidden_said(shown), *("",) * 12)
    top: tuple[str, ...] = ("", "", "", "")
    if item.top2 is not None and item.top2.value is not None and item.top2.interval is not None:
        low, high = item.top2.interval
        value = item.top2.value
        top = (str(item.top2.n), *(words.number(100 * one, 0) for one in (value, low, high)))
    told = item.nps.estimate if item.nps is not None else None
    nps = (
        tuple(words.number(one, 0) for one in (told.value, told.low, told.high))
        if told is not None
        else ("", "", "")
    )
    spread = "; ".join(f"{bar.label} {bar.n}" for bar in item.distribution)
    middle = (
        words.plain(item.median) if item.median is not None else "",
        _figure(item.mean, 2),
        _figure(item.sd, 2),
    )
    counts = (str(item.base or 0), str(item.missing or 0))
    return (asked.text, asked.key, *counts, *top, *middle, *nps, spread)


def _figure(value: float | None, places: int = 1) -> str:
    return "" if value is None else words.number(value, places)


def trend_sheet(rows: Sequence[TrendRow]) -> Sheet:
    """Return a line for each question with its figures over the waves."""
    waves = [point.wave for point in rows[0].points] if rows else []
    titles = [translate("Results", "Question"), translate("Results", "Figure")]
    for wave in waves:
        titles += [wave, translate("Results", "{0}, answered").format(wave)]
    titles.append(translate("Results", "First to last"))
    lines = []
    for row in rows:
        line = [row.name, row.measure]
        for point in row.points:
            line += [point.said, point.base.removeprefix("n ")]
        lines.append((*line, row.verdict))
    return Sheet(tuple(titles), tuple(lines))


def heat_sheet(heat: Heat) -> Sheet:
    """Return a line for each question with its figure in each group."""
    titles = [translate("Results", "Question")]
    for column in heat.columns:
        titles += [column, translate("Results", "{0}, answered").format(column)]
    lines = []
    for name, cells in zip(heat.names, heat.cells, strict=True):
        line = [name]
        for cell in cells:
            line += [cell.said, cell.base.removeprefix("n ")]
        lines.append(tuple(line))
    return Sheet(tuple(titles), tuple(lines))


def scores_sheet(rows: Sequence[ScoreRow]) -> Sheet:
    """Return a line for each score with its interval."""
    titles = (
        translate("Results", "Score"),
        translate("Results", "Kind"),
        translate("Results", "Answered"),
        translate("Results", "Value"),
        translate("Results", "from"),
        translate("Results", "to"),
        translate("Results", "Alpha"),
        translate("Results", "Grade"),
        translate("Results", "Remark"),
    )
    return Sheet(titles, tuple(_score_line(row) for row in rows))


def _score_line(row: ScoreRow) -> tuple[str, ...]:
    if row.value is None or row.figures is None:
        return (row.name, row.kind, row.said, *("",) * 6)
    told = row.figures
    base, alpha, grade = "", "", ""
    if isinstance(told, ScaleFigures):
        base, grade = str(told.n), told.grade
        alpha = _figure(told.alpha.value, 2) if told.alpha is not None else ""
    elif told.base is not None:
        base = str(told.base)
    figures = (_figure(row.value), _figure(row.low), _figure(row.high))
    return (row.name, row.kind, base, *figures, alpha, grade, row.note)


def rates_sheet(rows: Sequence[RateRow]) -> Sheet:
    """Return a line for each group with who answered."""
    titles = (
        translate("Results", "Group"),
        translate("Results", "Answered"),
        translate("Results", "Broke off"),
        translate("Results", "Asked"),
        translate("Results", "Rate, %"),
        translate("Results", "Needed"),
        translate("Results", "Still needed"),
        translate("Results", "Did not answer"),
    )
    lines = []
    for row in rows:
        rate = row.rate
        share = f"{100 * rate.complete / rate.asked:.0f}" if rate.asked and rate.rate else ""
        counts = (rate.complete, rate.partial, rate.asked)
        rest = (row.needed, max(0, row.needed - rate.complete), rate.missing)
        lines.append((row.name, *map(str, counts), share, *map(str, rest)))
    return Sheet(titles, tuple(lines))


def contrasts_sheet(found: Results, made: Sequence[Contrast]) -> Sheet:
    """Return a line for each comparison; `values` holds the comparisons."""
    titles = (
        translate("Results", "What"),
        translate("Results", "Between"),
        translate("Results", "Verdict"),
        translate("Results", "Effect"),
        translate("Results", "Effect is"),
        translate("Results", "Test"),
        "p",
        translate("Results", "p, Holm"),
        translate("Results", "Compared"),
        translate("Results", "Remark"),
    )
    lines, turned = [], reversed_items(found)
    for one in made:
        told = one.comparison
        name = f"↺ {what_of(one)}" if one.item in turned else what_of(one)
        lines.append((
            name, between_of(found, one), words.verdict(told), words.effect_words(told),
            words.effect_name(told),
            words.test_words(told), words.p_words(told.p), words.p_words(told.p_holm),
            words.sizes_words(told), words.notes_words(told),
        ))  # fmt: skip
    return Sheet(titles, tuple(lines), tuple(made))


def what_of(one: Contrast) -> str:
    """Return what was compared; a score has a name that is translated."""
    return translate_label(one.name) if one.name == one.item else one.name


def between_of(found: Results, one: Contrast) -> str:
    """Return between which waves or groups."""
    titles = {wave.wave.code: wave.wave.title for wave in found.waves}
    return " → ".join(titles.get(label, label) for label in one.between) if (
        one.comparison.design != "groups"
    ) else " : ".join(one.between)  # fmt: skip
