"""The survey report: a page to be read in three minutes, then every question, then the method."""

from collections.abc import Iterable
from pathlib import Path

from changedesk.office import Progress, write_document
from changedesk.office.layout import (
    Block,
    Bullets,
    Column,
    Document,
    DocumentBlock,
    Facts,
    Figures,
    Heading,
    NativeChart,
    Paragraph,
    SealBlock,
    Table,
    Verdict,
    WrittenFile,
)
from changedesk.store.workspace import Workspace
from changedesk.survey import words
from changedesk.survey.figure_words import NOTHING, hidden_words, listed, percent
from changedesk.survey.method import method_lines
from changedesk.survey.report_parts import changes, groups, questions_of, scores
from changedesk.survey.results import WaveFigures
from changedesk.survey.summary_sheet import rate_block, rated_blocks, score_block
from changedesk.survey.told import SurveyTold, survey_told
from changedesk.survey.told_words import figures_of, judgement, moved, untold

KIND = "survey-report"
_MODES = {one.code: one.label for one in words.MODES}
_MOST_QUOTES = 40


def survey_report(workspace: Workspace, survey: int) -> Document:
    """Describe the report of a survey from one snapshot."""
    told = survey_told(workspace, survey)
    return Document(
        told.survey.title,
        tuple(_blocks(told)),
        told.identity(KIND),
        subtitle=f"Survey report · {told.project_name} · as of {told.made_in_words}",
        header=f"{told.project_code} · {told.survey.code} {told.survey.title}",
        author=told.author,
    )


def export_survey_report(
    workspace: Workspace, survey: int, path: Path, progress: Progress | None = None
) -> WrittenFile:
    """Write the report of a survey; raises UserError or EnvironmentProblem in a sentence."""
    return write_document(survey_report(workspace, survey), path, progress)


def _blocks(told: SurveyTold) -> Iterable[DocumentBlock]:
    yield from _first_page(told)
    yield from _who_answered(told)
    last = told.last
    if last is not None and not last.suppressed:
        yield Heading(f"Question by question: {last.wave.title}", new_page=True)
        for one in rated_blocks(last):
            yield from _drawn(one, "Bars: the share of each answer, question by question.")
        yield from questions_of(told, last)
        yield from scores(told)
        yield from _drawn(score_block(told), "Bars: the mean of each score, wave by wave.")
        yield from changes(told)
        yield from groups(told)
        yield from _quotes(told, last)
    yield Heading("Method and limits")
    yield Facts(tuple(method_lines(told)))
    yield SealBlock()


def _first_page(told: SurveyTold) -> Iterable[DocumentBlock]:
    found = judgement(told)
    yield Verdict(found.text, detail=found.detail, tone=found.tone)
    large = figures_of(told)
    if large:
        yield Figures(large)
    if told.survey.purpose:
        yield Paragraph(told.survey.purpose, "lead")
    sentences = moved(told)
    if told.latest:
        before, after = (told.wave_title(code) for code in told.latest[0].between)
        yield Heading(f"What moved from “{before}” to “{after}”", 2)
        if sentences:
            yield Bullets(tuple(sentences))
        else:
            yield Paragraph("Nothing that could be told from chance.")
    limits = untold(told)
    if limits:
        yield Heading("What cannot be told", 2)
        yield Bullets(tuple(limits))


# -- who answered ---------------------------------------------------------------------------------


def _who_answered(told: SurveyTold) -> Iterable[DocumentBlock]:
    yield Heading("Who answered, and who is missing", new_page=True)
    yield Table(
        (
            Column("Wave", "wave", 32, wrap=True, strong=True),
            Column("Open", "open", 20, wrap=True),
            Column("Asked", "asked", 10),
            Column("Complete", "complete", 14, wrap=True),
            Column("Rate", "rate", 10),
            Column("Partial", "partial", 10),
            Column("Needed", "needed", 12),
        ),
        [_wave_row(told, one) for one in told.whole.waves],
        empty="No wave is planned yet.",
    )
    yield Paragraph(
        "Complete answers of those asked; partial ones are told apart and count in the figures as "
        "far as they go. “Needed” is how many complete answers bring a share to within the error "
        "that the wave allows (±5 points unless it says otherwise).",
        "small",
    )
    last = told.last
    if last is None or not last.rates:
        return
    yield Table(
        (
            Column("Group", "group", 40, wrap=True, strong=True),
            Column("Asked", "asked", 12),
            Column("Complete", "complete", 24),
            Column("Rate", "rate", 12),
            Column("Missing", "missing", 12),
        ),
        list(rate_rows(told, last)),
        caption=f"By group: {last.wave.title}",
    )
    yield from _drawn(rate_block(told, last), "Bars: who answered of each group.")
    if last.reminded:
        days = listed([_day(day) for day in last.reminded])
        yield Paragraph(f"People were reminded on {days}.", "small")


def _wave_row(told: SurveyTold, one: WaveFigures) -> tuple[str, ...]:
    wave, rate = one.wave, one.rate
    days = " – ".join(_day(day) for day in (wave.opens, wave.closes) if day)
    name = f"{wave.title}\n{wave.code}"
    asked = f"{rate.asked:,}" if rate else NOTHING
    if not one.responses:
        return name, days, asked, "none yet" if wave.status != "closed" else "0", "", "", ""
    if one.suppressed:
        return name, days, asked, hidden_words(told.least), "", "", ""
    needed = f"{one.needed:,}" if one.needed is not None else NOTHING
    share = percent(rate.rate) if rate else NOTHING
    return (
        name, days, asked, f"{one.responses - one.partial:,}", share, f"{one.partial:,}", needed
    )  # fmt: skip


def rate_rows(told: SurveyTold, wave: WaveFigures) -> Iterable[tuple[str, ...]]:
    """Yield group, asked, complete, rate and missing of a wave, as far as they may be shown."""
    for group, rate in told.rates_of(wave):
        name = group.name or ("everybody else" if group.rate.asked else "in no group asked")
        asked = f"{group.rate.asked:,}" if group.rate.asked else NOTHING
        if rate is None:
            when = "shown when closed" if wave.waiting else hidden_words(told.least)
            yield name, asked, when, "", ""
        else:
            missing = f"{rate.missing:,}" if rate.asked else NOTHING
            yield name, asked, f"{rate.complete:,}", percent(rate.rate), missing


def _day(text: str) -> str:
    parts = text.split("-")
    months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    return f"{int(parts[2])} {months[int(parts[1]) - 1]} {parts[0]}" if len(parts) == 3 else text


def _drawn(block: Block | None, alt: str) -> Iterable[DocumentBlock]:
    """Yield the chart of a block; its figures stand in the table next to it."""
    if block is not None:
        yield NativeChart(block, alt)


# -- in their own words ---------------------------------------------------------------------------


def _quotes(told: SurveyTold, wave: WaveFigures) -> Iterable[DocumentBlock]:
    asked = {one.key: one for one in told.asked}
    written = [
        (key, [one.text for one in said if one.released])
        for (where, key), said in told.texts.items()
        if where == wave.wave.id
    ]
    kinds = [one for one in told.asked if one.kind == "text"]
    if not kinds and not written:
        return
    yield Heading("In their own words")
    released = [(key, said) for key, said in written if said]
    if not released:
        yield Paragraph(_why_no_quotes(told, wave, any(said for _, said in told.texts.items())))
    for key, said in released:
        question = asked[key.split("/")[0]]
        yield Paragraph(question.text, "lead", keep=True)
        yield Bullets(tuple(f"“{text}”" for text in said[:_MOST_QUOTES]))


def _why_no_quotes(told: SurveyTold, wave: WaveFigures, readable: bool) -> str:
    if wave.waiting:
        return "Comments are shown once the wave is closed."
    if readable:
        return "No comment of this wave is released for quoting."
    if told.survey.mode == "identified":
        return "Nobody wrote a comment."
    return f"No comments can be shown: {hidden_words(max(10, told.least))} wrote one, or nobody."
