"""The documents of surveys: forms to fill in, on screen and on paper, and what came of them."""

from pathlib import Path

from changedesk.office.layout import WrittenFile
from changedesk.overview.exportable import Exportable, Progress, Wanted
from changedesk.people.records import Group
from changedesk.store.errors import UserError
from changedesk.store.workspace import Workspace
from changedesk.survey.adoption_report import export_adoption_report
from changedesk.survey.paper import export_survey_paper
from changedesk.survey.queries import SurveyRow, WaveRow, survey_row, surveys, waves
from changedesk.survey.report import export_survey_report
from changedesk.survey.sheet_form import export_survey_form
from changedesk.survey.workbook import export_survey_workbook


def wave_wanted(workspace: Workspace, wanted: Wanted) -> WaveRow:
    """Return the wave a document is about: the one of this code, else the only open one.

    Raises UserError that names the waves there are.
    """
    found = [
        wave
        for survey in surveys(workspace, wanted.project.id)
        for wave in waves(workspace, survey.id)
    ]
    code = wanted.wave.strip().casefold()
    if code:
        chosen = [one for one in found if code in (one.code.casefold(), one.title.casefold())]
    else:
        chosen = [one for one in found if one.status == "open"] or found
    if len(chosen) == 1:
        return chosen[0]
    if not found:
        raise UserError("There is no wave of a survey in this project yet: plan one first.")
    there = ", ".join(one.code for one in found)
    if code and not chosen:
        raise UserError(f"There is no wave {wanted.wave} in this project; there is {there}.")
    raise UserError(f"Say which wave: {there}.")


def survey_wanted(workspace: Workspace, wanted: Wanted) -> SurveyRow:
    """Return the survey a document is about: that of the wave named, else the only one.

    Raises UserError that names the waves there are.
    """
    found = surveys(workspace, wanted.project.id)
    if wanted.wave.strip():
        return survey_row(workspace, wave_wanted(workspace, wanted).survey)
    if len(found) == 1:
        return found[0]
    if not found:
        raise UserError("There is no survey in this project yet: make one first.")
    there = ", ".join(
        f"{one.code} ({', '.join(wave.code for wave in waves(workspace, one.id)) or 'no wave'})"
        for one in found
    )
    raise UserError(f"Say which survey, by one of its waves: {there}.")


def _group(workspace: Workspace, name: str) -> int | None:
    if not name.strip():
        return None
    for row in workspace.rows(Group.select(Group.id, Group.name)):
        if row.name.casefold() == name.strip().casefold():
            return int(row.id)
    raise UserError(f"There is no group {name} in this workspace.")


def _code(workspace: Workspace, wanted: Wanted) -> str:
    return wave_wanted(workspace, wanted).code


def _survey_code(workspace: Workspace, wanted: Wanted) -> str:
    return survey_wanted(workspace, wanted).code


def _form(
    workspace: Workspace, wanted: Wanted, path: Path, _progress: Progress | None
) -> WrittenFile:
    wave = wave_wanted(workspace, wanted)
    return export_survey_form(workspace, wave.id, path, group=_group(workspace, wanted.group))


def _paper(
    workspace: Workspace, wanted: Wanted, path: Path, _progress: Progress | None
) -> WrittenFile:
    return export_survey_paper(workspace, wave_wanted(workspace, wanted).id, path)


def _report(
    workspace: Workspace, wanted: Wanted, path: Path, progress: Progress | None
) -> WrittenFile:
    return export_survey_report(workspace, survey_wanted(workspace, wanted).id, path, progress)


def _workbook(
    workspace: Workspace, wanted: Wanted, path: Path, progress: Progress | None
) -> WrittenFile:
    return export_survey_workbook(workspace, survey_wanted(workspace, wanted).id, path, progress)


def _no_subject(_workspace: Workspace, _wanted: Wanted) -> str:
    return ""


def _adoption(
    workspace: Workspace, wanted: Wanted, path: Path, progress: Progress | None
) -> WrittenFile:
    return export_adoption_report(workspace, wanted.project.id, path, progress)


SURVEY_DOCUMENTS: tuple[Exportable, ...] = (
    Exportable(
        "survey-form",
        "Survey form of a wave: questions with lists, to fill in and to send back",
        ("xlsx",),
        _code,
        _form,
        ("xlsx",),
    ),
    Exportable(
        "survey-paper",
        "Survey of a wave on paper: boxes to tick, codes to key in",
        ("docx", "pdf"),
        _code,
        _paper,
    ),
    Exportable(
        "survey-workbook",
        "Survey workbook: figures with charts, comparisons, groups, answers, method",
        ("xlsx",),
        _survey_code,
        _workbook,
    ),
    Exportable(
        "survey-report",
        "Survey report: verdict, who answered, questions, changes, groups, method",
        ("docx", "pdf"),
        _survey_code,
        _report,
    ),
    Exportable(
        "adoption-report",
        "Adoption report: measures against target, speed, benefits, readings, signatures",
        ("docx", "xlsx", "pdf"),
        _no_subject,
        _adoption,
    ),
)
