"""The tables of the survey workbook: rates, questions, answers, scores, comparisons, groups."""

from collections.abc import Iterable

from changedesk.office.layout import Column, TableSheet, Value
from changedesk.people.shares import Share
from changedesk.survey import words
from changedesk.survey.contrasts import Contrast
from changedesk.survey.figure_words import (
    effect_name,
    effect_words,
    hidden_words,
    notes_words,
    p_words,
    sizes_words,
    test_words,
    verdict_words,
    warning_words,
)
from changedesk.survey.figures import ItemFigures
from changedesk.survey.report_parts import between_words
from changedesk.survey.results import WaveFigures
from changedesk.survey.told import SurveyTold

Row = tuple[Value, ...]
_KINDS = {one.code: one.label for one in words.KINDS}
_WAVE = Column("Wave", "wave", 28, wrap=True)
_NO_ANSWERS = "Nobody has answered yet."


def rate_sheet(told: SurveyTold) -> TableSheet:
    """Return who answered: every wave and every group that was asked."""
    return TableSheet(
        "Who answered",
        "Who answered, and who is missing",
        (
            _WAVE,
            Column("Group", "group", 34, wrap=True, strong=True),
            Column("Asked", "asked", 10, "integer"),
            Column("Complete", "complete", 22, "integer"),
            Column("Rate", "rate", 10, "percent"),
            Column("Low (95 %)", "low", 10, "percent"),
            Column("High (95 %)", "high", 10, "percent"),
            Column("Missing", "missing", 10, "integer"),
            Column("Needed", "needed", 10, "integer"),
        ),
        [row for one in told.whole.waves for row in _rates(told, one)],
        key="rates",
        note="Complete answers of those asked. Needed: for a share within the wave's margin.",
        group_by="wave",
        empty="No wave is planned yet.",
    )


def _rates(told: SurveyTold, wave: WaveFigures) -> Iterable[Row]:
    title = f"{wave.wave.code} {wave.wave.title}"
    rate = wave.rate
    asked = rate.asked if rate else None
    if wave.suppressed:
        yield title, "All", asked, hidden_words(told.least), None, None, None, None, None
    elif rate is None:
        yield title, "All", None, wave.responses - wave.partial, None, None, None, None, None
    else:
        yield (title, "All", asked, rate.complete, *_share(rate.rate), rate.missing, wave.needed)
    for group, own in told.rates_of(wave):
        name = group.name or ("everybody else" if group.rate.asked else "in no group asked")
        if own is None:
            said = "shown when closed" if wave.waiting else hidden_words(told.least)
            yield title, name, group.rate.asked, said, None, None, None, None, None
        else:
            yield (title, name, own.asked, own.complete, *_share(own.rate), own.missing, None)


def _share(share: Share | None) -> tuple[Value, Value, Value]:
    if share is None or share.interval is None:
        return None, None, None
    return (share.value, *share.interval)


# -- questions ------------------------------------------------------------------------------------


def item_sheet(told: SurveyTold) -> TableSheet:
    """Return the figures of every question in every wave."""
    return TableSheet(
        "Questions",
        "Figures of each question",
        (
            Column("Key", "key", 12, strong=True),
            Column("Question", "question", 48, wrap=True),
            Column("Kind", "kind", 16, wrap=True),
            _WAVE,
            Column("Base", "base", 20, "integer"),
            Column("No answer", "missing", 10, "integer"),
            *_LEVELS,
        ),
        [
            (
                item.question.key, _text(item), _KINDS[item.question.kind],
                f"{wave.wave.code} {wave.wave.title}", *_base(told, wave, item), *_levels(item),
            )
            for at in range(len(told.asked))
            for wave in told.answered
            for item in [wave.items[at]]
        ],
        key="items",
        note="Base: who answered that question. Top two: the two best answers of the scale, with "
        "Wilson's interval. ⟲: agreeing is bad news.",
        group_by="key",
        frozen_columns=2,
        empty=_NO_ANSWERS,
    )  # fmt: skip


_LEVELS = (
    Column("Mean", "mean", 9, "decimal"),
    Column("SD", "sd", 9, "decimal"),
    Column("Median", "median", 9, "decimal"),
    Column("Top two", "top", 9, "percent"),
    Column("Low (95 %)", "top_low", 9, "percent"),
    Column("High (95 %)", "top_high", 9, "percent"),
    Column("NPS", "nps", 9, "decimal"),
    Column("NPS low", "nps_low", 9, "decimal"),
    Column("NPS high", "nps_high", 9, "decimal"),
)


def _text(item: ItemFigures) -> str:
    return f"{item.question.text}{' ⟲' if item.question.reverse else ''}"


def _base(told: SurveyTold, wave: WaveFigures, item: ItemFigures) -> tuple[Value, Value]:
    if item.suppressed:
        return hidden_words(told.least), None
    # Where all else is hidden, those who left one out would tell how many there were.
    return item.base, None if wave.suppressed else item.missing


def _levels(item: ItemFigures) -> tuple[Value, ...]:
    nps = item.nps.estimate if item.nps else None
    return (
        item.mean, item.sd, item.median, *_share(item.top2),
        *((nps.value, nps.low, nps.high) if nps else (None, None, None)),
    )  # fmt: skip


def distribution_sheet(told: SurveyTold) -> TableSheet:
    """Return how many gave which answer to every question in every wave."""
    return TableSheet(
        "Distribution",
        "How many gave which answer",
        (
            Column("Key", "key", 12, strong=True),
            Column("Question", "question", 48, wrap=True),
            _WAVE,
            Column("Answer", "answer", 34, wrap=True),
            Column("n", "n", 20, "integer"),
            Column("Base", "base", 9, "integer"),
            Column("Share", "share", 9, "percent"),
            Column("Low (95 %)", "low", 9, "percent"),
            Column("High (95 %)", "high", 9, "percent"),
            Column("Mean place", "place", 9, "decimal"),
        ),
        [
            row
            for at in range(len(told.asked))
            for wave in told.answered
            for row in _bars(told, wave, wave.items[at])
        ],
        key="distribution",
        note="Where several answers may be given, shares add up to more than all. Of a ranking, n "
        "is how many put it first.",
        group_by="key",
        frozen_columns=2,
        empty=_NO_ANSWERS,
    )


def _bars(told: SurveyTold, wave: WaveFigures, item: ItemFigures) -> Iterable[Row]:
    head = item.question.key, _text(item), f"{wave.wave.code} {wave.wave.title}"
    if item.suppressed:
        yield *head, "", hidden_words(told.least), None, None, None, None, None
    for bar in item.distribution:
        share = Share(bar.n, item.base or 0)
        yield (*head, bar.label, bar.n, item.base, *_share(share), bar.place)


# -- scores ---------------------------------------------------------------------------------------


def score_sheet(told: SurveyTold) -> TableSheet:
    """Return the scores over several questions in every wave."""
    rows: list[Row] = []
    for wave in told.answered:
        for one in wave.scales:
            head = one.composite.name, f"{wave.wave.code} {wave.wave.title}"
            items = ", ".join(part.key for part in one.composite.questions)
            if one.suppressed:
                rows.append((*head, hidden_words(told.least), *([None] * 10), items, ""))
                continue
            alpha = one.alpha
            told_alpha = (alpha.value, alpha.low, alpha.high) if alpha else (None, None, None)
            rows.append(
                (
                    *head, one.n, one.left_out, one.mean, one.low, one.high, one.sd, *told_alpha,
                    one.grade or None, one.percentile, items, warning_words(one.warnings),
                )
            )  # fmt: skip
    rows.sort(key=lambda row: str(row[0]))
    return TableSheet(
        "Scores",
        "Scores over several questions",
        (
            Column("Score", "score", 20, strong=True),
            _WAVE,
            Column("n", "n", 20, "integer"),
            Column("Left out", "left", 9, "integer"),
            Column("Mean", "mean", 9, "decimal"),
            Column("Low (95 %)", "low", 9, "decimal"),
            Column("High (95 %)", "high", 9, "decimal"),
            Column("SD", "sd", 9, "decimal"),
            Column("Alpha", "alpha", 9, "decimal"),
            Column("Alpha low", "alpha_low", 9, "decimal"),
            Column("Alpha high", "alpha_high", 9, "decimal"),
            Column("Grade", "grade", 8),
            Column("Percentile", "percentile", 10, "decimal"),
            Column("Questions", "items", 24, wrap=True),
            Column("Mind", "warnings", 34, wrap=True),
        ),
        rows,
        key="scores",
        note="Only who answered all questions of a score has one; left out: who answered some.",
        group_by="score",
        empty="No questions make a score together, or nobody has answered yet.",
    )


# -- comparisons ----------------------------------------------------------------------------------


def comparison_sheet(told: SurveyTold) -> TableSheet:
    """Return every comparison with its verdict in words."""
    waves = [("Waves", one, " → ") for one in told.whole.comparisons]
    groups = [("Groups", one, " and ") for one in told.by_group.comparisons]
    return TableSheet(
        "Comparisons",
        "What changed, and how groups differ",
        (
            Column("Of", "of", 9),
            Column("What", "what", 34, wrap=True, strong=True),
            Column("Between", "between", 32, wrap=True),
            Column("Verdict", "verdict", 34, wrap=True),
            Column("Effect (95 %)", "effect", 24),
            Column("Effect is", "effect_of", 24, wrap=True),
            Column("Test", "test", 26, wrap=True),
            Column("n", "n", 22),
            Column("p", "p", 10),
            Column("p adjusted", "p_holm", 10),
            Column("By ranks: p", "ranks", 12),
            Column("Mind", "notes", 40, wrap=True),
        ),
        [_compared(of, one, joint) for of, one, joint in [*waves, *groups]],
        key="comparisons",
        note="p is adjusted over all comparisons of waves, and over all of groups (Holm). Of waves "
        "the effect is the later less the earlier, of groups the first less the second.",
        group_by="what",
        frozen_columns=2,
        empty="There is nothing to compare yet.",
    )


def _compared(of: str, one: Contrast, joint: str) -> Row:
    found = one.comparison
    return (
        of, one.name, between_words(one, joint), verdict_words(found), effect_words(found),
        effect_name(found), test_words(found), sizes_words(found), p_words(found.p),
        p_words(found.p_holm), p_words(one.ranks.p) if one.ranks else "", notes_words(found),
    )  # fmt: skip


# -- groups ---------------------------------------------------------------------------------------


def group_sheet(told: SurveyTold) -> TableSheet:
    """Return each question and score by group, wave by wave."""
    return TableSheet(
        "By group",
        "Each score and question by group",
        (
            _WAVE,
            Column("Group", "group", 32, wrap=True, strong=True),
            Column("What", "what", 44, wrap=True),
            Column("Base", "base", 20, "integer"),
            *_LEVELS,
        ),
        [row for wave in told.by_group.waves if wave.responses for row in _groups(told, wave)],
        key="groups",
        note="A group of which too few answered is hidden, and the next larger one with it where "
        "the smaller could be worked out."
        if told.survey.mode != "identified"
        else "",
        group_by="group",
        frozen_columns=2,
        empty="Nobody has answered yet, or no group is told of anybody.",
    )


def _groups(told: SurveyTold, wave: WaveFigures) -> Iterable[Row]:
    title = f"{wave.wave.code} {wave.wave.title}"
    nothing = [None] * len(_LEVELS)
    if wave.waiting:
        yield title, "All groups", "Everything", "shown when closed", *nothing
        return
    for part in wave.by:
        label = part.label or "no group"
        if part.suppressed:
            yield title, label, "Everything", hidden_words(told.least), *nothing
            continue
        for one in part.scales:
            name = f"Score: {one.composite.name}"
            base: Value = hidden_words(told.least) if one.suppressed else one.n
            yield title, label, name, base, one.mean, one.sd, one.median, *nothing[3:]
        for item in part.items:
            yield title, label, _text(item), _base(told, wave, item)[0], *_levels(item)


def cross_sheet(told: SurveyTold) -> TableSheet:
    """Return how many of each group gave which answer in the newest wave."""
    wave = told.grouped
    title = f": {wave.wave.title}" if wave else ""
    return TableSheet(
        "Group by answer",
        f"How many of each group gave which answer{title}",
        (
            Column("Key", "key", 12, strong=True),
            Column("Question", "question", 44, wrap=True),
            Column("Group", "group", 30, wrap=True),
            Column("Answer", "answer", 30, wrap=True),
            Column("n", "n", 20, "integer"),
            Column("Base", "base", 9, "integer"),
            Column("Share of group", "share", 9, "percent"),
            Column("Low (95 %)", "low", 9, "percent"),
            Column("High (95 %)", "high", 9, "percent"),
        ),
        list(_crossed(told, wave)) if wave else [],
        key="cross",
        group_by="key",
        frozen_columns=2,
        empty=_NO_ANSWERS,
    )


def _crossed(told: SurveyTold, wave: WaveFigures) -> Iterable[Row]:
    if wave.waiting:
        yield "", "Everything", "All groups", "", "shown when closed", None, None, None, None
        return
    for at, question in enumerate(told.asked):
        for part in wave.by:
            head = question.key, _text(part.items[at]), part.label or "no group"
            if part.suppressed or part.items[at].suppressed:
                yield *head, "", hidden_words(told.least), None, None, None, None
                continue
            base = part.items[at].base or 0
            for bar in part.items[at].distribution:
                yield (*head, bar.label, bar.n, base, *_share(Share(bar.n, base)))
