"""Every document that can be made: one list for the command line and the window."""

import re
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from changedesk.documents.actions import Made, keep_document
from changedesk.office.layout import WrittenFile
from changedesk.office.pdf import converter, make_pdf
from changedesk.office.records import export_records
from changedesk.overview.communication_plan import export_communication_plan
from changedesk.overview.exportable import Exportable, Progress, Wanted
from changedesk.overview.impact_report import export_impact_report
from changedesk.overview.impact_workbook import export_impact_workbook
from changedesk.overview.interchange import INTERCHANGE
from changedesk.overview.survey_documents import SURVEY_DOCUMENTS
from changedesk.overview.training_report import export_attendance_sheets, export_training_plan
from changedesk.overview.training_workbook import (
    export_attendance_workbook,
    export_training_workbook,
)
from changedesk.people.queries import ProjectRow
from changedesk.people.records import Person
from changedesk.store.errors import ChangeDeskError, UserError
from changedesk.store.workspace import Workspace
from changedesk.uat.document import export_uat_signoff
from changedesk.uat.evidence import export_uat_evidence
from changedesk.uat.queries import cycle_called
from changedesk.uat.runsheet import export_uat_runsheet
from changedesk.uat.workbook import export_uat_workbook

__all__ = ["DOCUMENTS", "Exportable", "Wanted", "document_called", "export"]


def _cycle_code(workspace: Workspace, wanted: Wanted) -> str:
    return cycle_called(workspace, wanted.project.id, wanted.cycle).code


def _uat_workbook(
    workspace: Workspace, wanted: Wanted, path: Path, progress: Progress | None
) -> WrittenFile:
    cycle = cycle_called(workspace, wanted.project.id, wanted.cycle)
    return export_uat_workbook(workspace, cycle.id, path, progress, tester=wanted.tester)


def _uat_signoff(
    workspace: Workspace, wanted: Wanted, path: Path, progress: Progress | None
) -> WrittenFile:
    cycle = cycle_called(workspace, wanted.project.id, wanted.cycle)
    return export_uat_signoff(workspace, cycle.id, path, progress, thumbnails=wanted.thumbnails)


def _uat_runsheet(
    workspace: Workspace, wanted: Wanted, path: Path, progress: Progress | None
) -> WrittenFile:
    cycle = cycle_called(workspace, wanted.project.id, wanted.cycle)
    return export_uat_runsheet(workspace, cycle.id, path, progress, tester=wanted.tester)


def _uat_evidence(
    workspace: Workspace, wanted: Wanted, path: Path, progress: Progress | None
) -> WrittenFile:
    cycle = cycle_called(workspace, wanted.project.id, wanted.cycle)
    return export_uat_evidence(workspace, cycle.id, path, progress, tester=wanted.tester)


def _no_subject(_workspace: Workspace, _wanted: Wanted) -> str:
    return ""


def _people_workbook(
    workspace: Workspace, _wanted: Wanted, path: Path, progress: Progress | None
) -> WrittenFile:
    return export_records(workspace, Person, path, progress)


_Make = Callable[[Workspace, ProjectRow, Path, Progress | None], WrittenFile]


def _of_project(make: _Make) -> Callable[[Workspace, Wanted, Path, Progress | None], WrittenFile]:
    def write(
        workspace: Workspace, wanted: Wanted, path: Path, progress: Progress | None
    ) -> WrittenFile:
        return make(workspace, wanted.project, path, progress)

    return write


def _change(
    name: str, title: str, formats: tuple[str, ...], make: _Make, fillable: tuple[str, ...] = ()
) -> Exportable:
    return Exportable(name, title, formats, _no_subject, _of_project(make), fillable)


def _attendance_sheet(
    workspace: Workspace, project: ProjectRow, path: Path, progress: Progress | None
) -> WrittenFile:
    fillable = path.suffix.lower() == ".xlsx"
    write = export_attendance_workbook if fillable else export_attendance_sheets
    return write(workspace, project, path, progress)


CHANGE_DOCUMENTS: tuple[Exportable, ...] = (
    _change(
        "impact-report", "Impact report: verdict, heat map, a page for each group, signatures",
        ("docx", "pdf"), export_impact_report,
    ),
    _change(
        "impact-workbook", "Impact workbook: register to fill in, heat maps, groups, sign-off",
        ("xlsx",), export_impact_workbook, ("xlsx",),
    ),
    _change(
        "communication-plan", "Communication plan: messages by date, and what is missing",
        ("xlsx", "docx", "pdf"), export_communication_plan,
    ),
    _change(
        "training-workbook", "Training workbook: plan, sessions, attendance to fill in, coverage",
        ("xlsx",), export_training_workbook, ("xlsx",),
    ),
    _change(
        "training-plan", "Training plan: needs, courses, sessions, coverage, signatures",
        ("docx", "pdf"), export_training_plan,
    ),
    _change(
        "attendance-sheet", "Attendance sheets: a list for the room for each session",
        ("docx", "xlsx", "pdf"), _attendance_sheet, ("xlsx",),
    ),
)  # fmt: skip

DOCUMENTS: tuple[Exportable, ...] = (
    Exportable(
        "uat-workbook",
        "UAT workbook of a cycle, to fill in and to sign",
        ("xlsx",),
        _cycle_code,
        _uat_workbook,
        ("xlsx",),
    ),
    Exportable(
        "uat-signoff",
        "UAT certificate of a cycle: verdict, figures, failures, signatures",
        ("docx", "pdf"),
        _cycle_code,
        _uat_signoff,
    ),
    Exportable(
        "uat-runsheet",
        "Run sheets of a cycle: each tester's scripts on paper, with boxes to tick",
        ("docx", "pdf"),
        _cycle_code,
        _uat_runsheet,
    ),
    Exportable(
        "uat-evidence",
        "Evidence book of a cycle: its pictures, from which step, by whom, when",
        ("docx", "pdf"),
        _cycle_code,
        _uat_evidence,
    ),
    Exportable(
        "people-workbook",
        "All people of the workspace, to fill in and to import again",
        ("xlsx",),
        _no_subject,
        _people_workbook,
    ),
    *CHANGE_DOCUMENTS,
    *SURVEY_DOCUMENTS,
    *INTERCHANGE,
)


def document_called(name: str) -> Exportable:
    """Return the document with this name; raises UserError that lists the names otherwise."""
    for document in DOCUMENTS:
        if document.name == name.lower():
            return document
    names = ", ".join(document.name for document in DOCUMENTS)
    raise UserError(f"There is no document {name}: choose {names}.")


def export(
    workspace: Workspace,
    document: Exportable,
    wanted: Wanted,
    path: Path | None = None,
    progress: Progress | None = None,
) -> WrittenFile:
    """Make a document; without `path` under a free name in the current folder.

    A folder as `path` is where that name is chosen. A Word document also as PDF, by the ending of
    `path`. That it was made is kept in the workspace, as one change; where that cannot be, a
    warning says so. Raises UserError or EnvironmentProblem.
    """
    # Seen before anything is read: what came between is then taken for newer, never for older.
    seen = workspace.version_vector()
    written = _written(workspace, document, wanted, path, progress)
    try:
        _keep(workspace, document, wanted, written, seen)
    except ChangeDeskError as problem:
        warning = f"It does not stand in the list of documents: {problem}"
        return replace(written, warnings=(*written.warnings, warning))
    return written


def _keep(
    workspace: Workspace,
    document: Exportable,
    wanted: Wanted,
    written: WrittenFile,
    seen: dict[str, int],
) -> None:
    tester = None if wanted.tester is None else workspace.get(Person, wanted.tester)
    made = Made(
        document.name,
        re.split("[:,]", document.title)[0],
        document.subject(workspace, wanted),
        written.path,
        written.rows,
        written.export_id,
        written.content_hash,
        seen,
        expected=written.path.suffix.lower().removeprefix(".") in document.fillable,
        made_for=tester.name if tester else "",
    )
    keep_document(workspace, wanted.project.id, made)


def _written(
    workspace: Workspace,
    document: Exportable,
    wanted: Wanted,
    path: Path | None,
    progress: Progress | None,
) -> WrittenFile:
    if path is None or path.is_dir():
        subject = document.subject(workspace, wanted)
        stem = "-".join(part for part in (wanted.project.code, subject, document.name) if part)
        path = _free_name(path or Path(), _plain(stem), document.formats[0])
    elif not path.suffix:
        path = path.with_name(f"{path.name}.{document.formats[0]}")
    wish = path.suffix.lower().removeprefix(".")
    if wish not in document.formats:
        endings = " or ".join(f".{known}" for known in document.formats)
        raise UserError(f"{document.name} is made as {endings}, not as {path.suffix}.")
    if wish != "pdf":
        return document.write(workspace, wanted, path, progress)
    converter()
    with tempfile.TemporaryDirectory() as folder:
        first = Path(folder) / f"{path.stem}.docx"
        written = document.write(workspace, wanted, first, progress)
        make_pdf(first, path)
    return replace(written, path=path)


def _plain(stem: str) -> str:
    return "".join(sign if sign.isalnum() or sign in "-_." else "_" for sign in stem).strip(".")


def _free_name(folder: Path, stem: str, ending: str) -> Path:
    # An older export may have been filled in meanwhile: it is never written over unasked.
    path, number = folder / f"{stem}.{ending}", 2
    while path.exists():
        path, number = folder / f"{stem}-{number}.{ending}", number + 1
    return path
