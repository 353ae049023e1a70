"""The survey workbook: every figure with its base, charts, comparisons, answers, the method."""

from pathlib import Path

from changedesk.office import Progress, write_workbook
from changedesk.office.layout import (
    Column,
    CoverSheet,
    Labels,
    Sheet,
    TableSheet,
    Value,
    Workbook,
    WrittenFile,
)
from changedesk.store.workspace import Workspace
from changedesk.survey.answer_sheets import answer_sheets
from changedesk.survey.figure_sheets import (
    comparison_sheet,
    cross_sheet,
    distribution_sheet,
    group_sheet,
    item_sheet,
    rate_sheet,
    score_sheet,
)
from changedesk.survey.figure_words import counted, hidden_words, percent
from changedesk.survey.method import method_lines
from changedesk.survey.summary_sheet import summary_sheet
from changedesk.survey.told import SurveyTold, survey_told
from changedesk.survey.told_words import judgement

KIND = "survey-workbook"


def survey_workbook(workspace: Workspace, survey: int) -> Workbook:
    """Describe the workbook of a survey from one snapshot."""
    told = survey_told(workspace, survey)
    sheets: tuple[Sheet, ...] = (
        _cover(told),
        summary_sheet(told),
        rate_sheet(told),
        item_sheet(told),
        distribution_sheet(told),
        score_sheet(told),
        comparison_sheet(told),
        group_sheet(told),
        cross_sheet(told),
        *answer_sheets(told),
        _method(told),
    )
    title = f"{told.survey.title} – {told.project_name}"
    labels = Labels(how_to="How to read this")
    return Workbook(title, sheets, told.identity(KIND), author=told.author, labels=labels)


def export_survey_workbook(
    workspace: Workspace, survey: int, path: Path, progress: Progress | None = None
) -> WrittenFile:
    """Write the workbook of a survey; raises UserError or EnvironmentProblem in a sentence."""
    return write_workbook(survey_workbook(workspace, survey), path, progress)


def _cover(told: SurveyTold) -> CoverSheet:
    found = judgement(told)
    facts: list[tuple[str, Value]] = [
        ("Project", f"{told.project_code} {told.project_name}"),
        ("Survey", f"{told.survey.code} {told.survey.title}"),
        ("Purpose", told.survey.purpose),
        ("Verdict", found.text),
        ("", found.detail),
        ("Answered", _answered(told)),
        ("Mode", dict(method_lines(told))["Mode"]),
        ("Exported", told.made_in_words),
    ]
    return CoverSheet(
        told.survey.title,
        f"Survey workbook · {told.project_name}",
        facts=tuple((label, value) for label, value in facts if value),
        instructions=(
            "“Summary” holds the charts; each other sheet is one table that can be filtered.",
            "Every figure stands beside its base: how many answered that question.",
            f"“{hidden_words(told.least)}” stands where so few answered that somebody could be "
            "recognised, or where a smaller group could be worked out."
            if told.survey.mode != "identified"
            else "Answers stand with names: pass this workbook on to those only who were told of.",
            "“Too few to tell” means just that: it is not “no change”.",
        ),
    )


def _answered(told: SurveyTold) -> str:
    last = told.last
    if last is None:
        return "Nobody yet"
    if last.suppressed:
        return hidden_words(told.least)
    if last.rate is None or last.rate.rate is None:
        return f"{counted(last.responses, 'person', 'people')} in “{last.wave.title}”"
    share = last.rate.rate
    return f"{share.n:,} of {share.base:,} ({percent(share)}) in “{last.wave.title}”"


def _method(told: SurveyTold) -> TableSheet:
    return TableSheet(
        "Method",
        "How these figures were made",
        (
            Column("About", "about", 20, strong=True),
            Column("What was done", "said", 110, wrap=True),
        ),
        list(method_lines(told)),
        key="method",
        filtered=False,
    )
