"""The parts of a survey report behind its first page: questions, scores, changes, groups."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from changedesk.office.layout import Column, DocumentBlock, Heading, Paragraph, Table
from changedesk.people.shares import Share
from changedesk.survey.contrasts import Contrast
from changedesk.survey.figure_words import (
    NOTHING,
    counted,
    effect_name,
    effect_words,
    full_share,
    hidden_words,
    interval,
    notes_words,
    nps_words,
    number,
    p_words,
    pairing_words,
    percent,
    reworded_words,
    sizes_words,
    test_words,
    verdict_words,
    warning_words,
)
from changedesk.survey.figures import ItemFigures, levels_of
from changedesk.survey.results import WaveFigures
from changedesk.survey.told import SurveyTold
from changedesk.survey.told_words import ends_of
from changedesk.survey.viewing import Slice

_MOST_LEVELS = 7
_MANY_PAIRS = 40


def scale_of(item: ItemFigures) -> tuple[str, ...]:
    """Return the answers of a rated question from the lowest on; none where it is no such one."""
    question = item.question
    levels = levels_of(question)
    if not 3 <= len(levels) <= _MOST_LEVELS or question.kind in ("nps", "number"):
        return ()
    labels = {one.number: one.label for one in question.options if not one.meaning}
    return tuple(f"{level} {labels.get(level, '')}".strip() for level in levels)


def questions_of(told: SurveyTold, wave: WaveFigures) -> Iterable[DocumentBlock]:
    """Yield every question of a wave; those on one scale stand in one table."""
    for scale, some in groupby(wave.items, scale_of):
        items = list(some)
        if scale:
            yield from _rated(told, items, scale)
        else:
            for one in items:
                yield from _single(told, one)


def _rated(
    told: SurveyTold, items: Sequence[ItemFigures], scale: Sequence[str]
) -> Iterable[DocumentBlock]:
    heads = [label.split(" ")[0] for label in scale]
    columns = (
        Column("Question", "question", 42, wrap=True),
        Column("n", "n", 7),
        *(Column(head, f"level{at}", 9) for at, head in enumerate(heads)),
        Column("Median", "median", 13),
        Column("Top two (95 %)", "top", 25, wrap=True),
    )
    yield Table(columns, [_rated_row(told, one, len(scale)) for one in items])
    note = f"Shares of those who answered. {'; '.join(label for label in scale if ' ' in label)}."
    if any(one.question.reverse for one in items):
        note += " ⟲ agreeing is bad news."
    yield Paragraph(note, "small")


def _rated_row(told: SurveyTold, item: ItemFigures, levels: int) -> tuple[str, ...]:
    text = f"{item.question.text}{' ⟲' if item.question.reverse else ''}"
    if item.suppressed:
        return text, "", *([""] * levels), "", hidden_words(told.least)
    if not item.base:
        return text, "0", *([""] * levels), "", "no answers"
    by_number = {bar.number: bar.n for bar in item.distribution}
    shares = [
        percent(Share(by_number.get(level, 0), item.base)) for level in levels_of(item.question)
    ]
    return text, f"{item.base:,}", *shares, number(item.median), full_share(item.top2)


def _single(told: SurveyTold, item: ItemFigures) -> Iterable[DocumentBlock]:
    question = item.question
    yield Heading(question.text, 3)
    if item.suppressed:
        yield Paragraph(hidden_words(told.least))
        return
    if not item.base:
        yield Paragraph("No answers.")
        return
    yield Paragraph(_line(item), "small", keep=bool(item.distribution))
    if not item.distribution:
        return
    if question.kind == "rank":
        yield Table(
            (Column("Answer", "answer", 50, wrap=True), Column("Put first", "n", 15),
             Column("Mean place", "place", 15)),
            [(bar.label, f"{bar.n:,}", number(bar.place)) for bar in item.distribution],
        )  # fmt: skip
        return
    shares = [Share(bar.n, item.base) for bar in item.distribution]
    yield Table(
        (Column("Answer", "answer", 50, wrap=True), Column("n", "n", 10),
         Column("Share (95 %)", "share", 24)),
        [
            (bar.label, f"{bar.n:,}", full_share(share))
            for bar, share in zip(item.distribution, shares, strict=True)
        ],
    )  # fmt: skip


def _line(item: ItemFigures) -> str:
    parts = [counted(item.base or 0, "answer")]
    if item.missing:
        parts.append(f"{item.missing:,} without")
    if item.nps is not None:
        parts.append(f"net promoter score {nps_words(item.nps)}")
        parts.append(
            f"{item.nps.promoters} promoters, {item.nps.passives} passives, "
            f"{item.nps.detractors} detractors"
        )
    elif item.mean is not None:
        parts.append(f"mean {number(item.mean, 2)}, median {number(item.median)}")
    if item.question.kind == "multi":
        parts.append("several answers each")
    return "; ".join(parts)


# -- scores ---------------------------------------------------------------------------------------


def scores(told: SurveyTold) -> Iterable[DocumentBlock]:
    """Yield the scores over several questions, wave by wave."""
    waves = [one for one in told.answered if one.scales and not one.suppressed]
    if not waves:
        return
    yield Heading("Scores over several questions")
    rows = [
        _score_row(told, wave, at, first=wave is waves[0])
        for at in range(len(waves[-1].scales))
        for wave in waves
    ]
    yield Table(
        (
            Column("Score", "score", 25, wrap=True, strong=True),
            Column("Wave", "wave", 27, wrap=True),
            Column("n", "n", 7),
            Column("Mean (95 %)", "mean", 26, wrap=True),
            Column("SD", "sd", 9),
            Column("Alpha (95 %)", "alpha", 26, wrap=True),
        ),
        rows,
    )
    yield from _remarks(waves[-1])


def _score_row(told: SurveyTold, wave: WaveFigures, at: int, *, first: bool) -> tuple[str, ...]:
    one = wave.scales[at]
    ends = ends_of(one)
    range_ = f"\n{ends[0]} to {ends[1]}" if ends else ""
    name = f"{one.composite.name}{range_}" if first else ""
    if one.suppressed:
        return name, wave.wave.title, "", hidden_words(told.least), "", ""
    spread = interval(one.low, one.high, 1 if one.grade else 2)
    mean = f"{number(one.mean, 1 if one.grade else 2)}{f' ({spread})' if spread else ''}"
    if one.grade:
        mean += f", grade {one.grade}"
    alpha = (
        f"{number(one.alpha.value, 2)} ({interval(one.alpha.low, one.alpha.high, 2)})"
        if one.alpha
        else NOTHING
    )
    return name, wave.wave.title, f"{one.n:,}", mean, number(one.sd, 1 if one.grade else 2), alpha


def _remarks(wave: WaveFigures) -> Iterable[DocumentBlock]:
    said = [
        f"{one.composite.name}: {warning_words(one.warnings)}"
        for one in wave.scales
        if one.warnings and not one.suppressed
    ]
    if said:
        yield Paragraph(f"In “{wave.wave.title}”: {'. '.join(said)}.", "small")


# -- comparisons ----------------------------------------------------------------------------------


def changes(told: SurveyTold) -> Iterable[DocumentBlock]:
    """Yield what changed between waves."""
    if not told.whole.comparisons and not told.whole.reworded:
        return
    yield Heading("What changed between the waves")
    if told.whole.comparisons:
        yield _compared(told.whole.comparisons, " → ")
        yield from _effects(told.whole.comparisons)
    yield from (Paragraph(pairing_words(one), "small") for one in told.whole.pairings)
    yield from (Paragraph(reworded_words(one), "small") for one in told.whole.reworded)


def _compared(found: Sequence[Contrast], arrow: str) -> Table:
    return Table(
        (
            Column("What", "what", 24, wrap=True, strong=True),
            Column("Between", "between", 24, wrap=True),
            Column("Verdict", "verdict", 24, wrap=True),
            Column("Effect (95 %)", "effect", 24, wrap=True),
            Column("n", "n", 16, wrap=True),
            Column("Adjusted p", "p", 18, wrap=True),
        ),
        [
            (
                one.name, between_words(one, arrow), verdict_words(one.comparison),
                effect_words(one.comparison), sizes_words(one.comparison),
                p_words(one.comparison.p_holm),
            )
            for one in found
        ],
    )  # fmt: skip


def between_words(one: Contrast, joint: str) -> str:
    """Return what is compared: two waves or groups by name, more of them by number."""
    if one.comparison.overall:
        return f"all {len(one.between)}"
    return joint.join(one.between)


def _effects(found: Sequence[Contrast]) -> Iterable[DocumentBlock]:
    tests = dict.fromkeys(
        f"{test_words(one.comparison)}: {effect_name(one.comparison) or 'no effect size'}"
        for one in found
        if one.comparison.test
    )
    notes = dict.fromkeys(filter(None, (notes_words(one.comparison) for one in found)))
    if tests:
        yield Paragraph(f"Test and effect: {'; '.join(tests)}. {' '.join(notes)}".strip(), "small")


# -- groups ---------------------------------------------------------------------------------------


def groups(told: SurveyTold) -> Iterable[DocumentBlock]:
    """Yield the groups of the newest wave, side by side."""
    wave = told.grouped
    if wave is None or len(wave.by) < 2:
        return
    yield Heading(f"Group by group: {wave.wave.title}")
    if wave.waiting:
        yield Paragraph("Groups are shown once the wave is closed.")
        return
    names = [one.composite.name for one in wave.scales] or [
        one.question.text for one in wave.items if one.mean is not None
    ][:6]
    yield Table(
        (
            Column("Group", "group", 26, wrap=True, strong=True),
            Column("n", "n", 10),
            *(
                # Wide enough for a name of one long word.
                Column(name, f"score{at}", max(19, 2 * len(name) + 2), wrap=True)
                for at, name in enumerate(names)
            ),
        ),
        [_group_row(told, one, names) for one in wave.by],
    )
    yield Paragraph("Means, with how many have the score.", "small")
    pairs = told.by_group.comparisons
    if not pairs:
        return
    shown = [one for one in pairs if one.comparison.verdict in ("up", "down", "differs")]
    rest = len(pairs) - len(shown)
    if shown:
        yield _compared(shown[:_MANY_PAIRS], " and ")
        yield from _effects(shown[:_MANY_PAIRS])
    yield Paragraph(
        f"{counted(rest, 'other comparison')} of groups: no detectable difference or too few to "
        "tell. All of them stand in the survey workbook."
        if shown
        else "No difference between groups can be told from chance.",
        "small",
    )


def _group_row(told: SurveyTold, part: Slice, names: Sequence[str]) -> tuple[str, ...]:
    label = part.label or "no group"
    if part.suppressed or part.responses is None:
        return label, hidden_words(told.least), *([""] * len(names))
    levels: dict[str, str] = {}
    for score in part.scales:
        shown = f"{number(score.mean, 1)} (n {score.n})"
        levels[score.composite.name] = hidden_words(told.least) if score.suppressed else shown
    for item in part.items:
        shown = f"{number(item.mean, 1)} (n {item.base})"
        levels.setdefault(
            item.question.text, hidden_words(told.least) if item.suppressed else shown
        )
    return label, f"{part.responses:,}", *(levels.get(name, NOTHING) for name in names)
