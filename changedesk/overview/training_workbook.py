"""The training workbook: plan, sessions, attendance to fill in, coverage."""

from pathlib import Path
from typing import Any

from changedesk.office import Progress, write_workbook
from changedesk.office.layout import (
    Block,
    Chart,
    Column,
    CoverSheet,
    Sheet,
    SummarySheet,
    TableSheet,
    Workbook,
    WrittenFile,
)
from changedesk.office.records import YES_NO
from changedesk.overview.change_report import (
    DECISIONS,
    ChangeReport,
    change_report,
    uids_of,
)
from changedesk.overview.training_report import (
    COURSE_MARKS,
    MUST_MARKS,
    NEED_MARKS,
    SESSION_MARKS,
    STATE_MARKS,
    day_of,
    listed_sessions,
    when_of,
)
from changedesk.people.queries import ProjectRow
from changedesk.store.workspace import Workspace
from changedesk.training.gaps import gap
from changedesk.training.sessions import EnrolmentRow, SessionRow, enrolments
from changedesk.uat.report import day_in_words

WORKBOOK, SHEET = "training-workbook", "attendance-sheet"
_ATTENDANCE_HOW_TO = """\
Open the sheet “Attendance”. There is a row for each person in each session; the yellow columns \
are yours: choose what became of it, and write minutes or a score where there is one.
Leave empty what nobody knows. Who came without being invited is told in a remark.
Save the workbook under its own name and send it back.
""".splitlines()
ATTENDANCE_COLUMNS = (
    Column("Row", "ref", 13, "id"),
    Column("Session", "session", 34, wrap=True),
    Column("Date", "date", 12, "date"),
    Column("Person", "person", 24, wrap=True, strong=True),
    Column("Group", "group", 22, wrap=True),
    Column("Attendance", "outcome", 16, "choice", STATE_MARKS, fillable=True,
           help="What became of it? Invited and confirmed: not taken yet."),
    Column("Minutes", "minutes", 10, "integer", fillable=True),
    Column("Score (%)", "score", 10, "integer", fillable=True),
    Column("Passed", "passed", 10, "choice", YES_NO, fillable=True),
    Column("Remark", "remark", 28, fillable=True, wrap=True),
)  # fmt: skip
_Enrolled = list[tuple[SessionRow, list[EnrolmentRow]]]


def export_training_workbook(
    workspace: Workspace, project: ProjectRow, path: Path, progress: Progress | None = None
) -> WrittenFile:
    """Write the training workbook; raises UserError or EnvironmentProblem in a sentence."""
    with workspace.snapshot():
        report = change_report(workspace, project)
        attendance = _attendance(workspace, list(report.sessions))
    sheets: tuple[Sheet, ...] = (
        _cover(report, "Training workbook"), _coverage(report), _needs(report), _courses(report),
        _sessions(report), attendance, _missing(report),
    )  # fmt: skip
    return _written(report, "Training workbook", WORKBOOK, sheets, path, progress)


def export_attendance_workbook(
    workspace: Workspace, project: ProjectRow, path: Path, progress: Progress | None = None
) -> WrittenFile:
    """Write the attendance alone, to fill in."""
    with workspace.snapshot():
        report = change_report(workspace, project)
        attendance = _attendance(workspace, listed_sessions(report))
    sheets = (_cover(report, "Attendance"), attendance)
    return _written(report, "Attendance", SHEET, sheets, path, progress)


def _written(
    report: ChangeReport,
    title: str,
    kind: str,
    sheets: tuple[Sheet, ...],
    path: Path,
    progress: Progress | None,
) -> WrittenFile:
    title = f"{title} – {report.project.name}"
    workbook = Workbook(title, sheets, report.identity(kind), author=report.author)
    return write_workbook(workbook, path, progress)


def _cover(report: ChangeReport, title: str) -> CoverSheet:
    trained, required = report.coverage.trained.n, report.coverage.trained.base
    facts: tuple[tuple[str, Any], ...] = (
        ("Project", f"{report.project.code} {report.project.name}"),
        ("Go-live", day_in_words(report.project.go_live)),
        ("Courses", len(report.courses)),
        ("Sessions", len(report.sessions)),
        ("People trained", f"{trained} of {required} required" if required else ""),
        ("Exported", report.made_in_words),
    )
    return CoverSheet(
        title,
        report.project.name,
        facts=tuple((label, value) for label, value in facts if value != ""),
        instructions=tuple(_ATTENDANCE_HOW_TO),
        legend=STATE_MARKS,
        signers=report.signers(),
        decisions=DECISIONS,
        statement="Take the attendance on the sheet “Attendance”, then send the workbook back.",
    )


def _coverage(report: ChangeReport) -> SummarySheet:
    groups = report.coverage.groups
    rows = tuple(
        (
            group.name, group.standing.trained.n,
            group.standing.trained.base - group.standing.trained.n, group.standing.trained.base,
            group.standing.trained.value, group.standing.expected.n,
        )
        for group in groups
    )  # fmt: skip
    every = report.coverage.trained
    total = ("All", every.n, every.base - every.n, every.base, every.value,
             report.coverage.expected.n)  # fmt: skip
    block = Block(
        "People trained by group",
        (
            Column("Group", "group", 28),
            Column("Trained", "trained", 10, "integer"),
            Column("Missing", "missing", 10, "integer"),
            Column("Required", "required", 10, "integer"),
            Column("Share", "share", 10, "percent"),
            Column("Expected at go-live", "expected", 13, "integer"),
        ),
        (*rows, total),
        Chart("stacked", series=("trained", "missing"),
              tones={"trained": "good", "missing": "warning"}),
        total=True,
    )  # fmt: skip
    note = (
        "Distinct people who attended in full, not seats; in “All”, who is in two groups counts "
        f"once. Attendance is not adoption. {report.uncounted}".rstrip()
    )
    return SummarySheet(
        "Coverage against go-live",
        (block,) if groups else (),
        note=note if groups else f"No need names a group yet. {note}",
        name="Coverage",
        key="coverage",
    )


def _needs(report: ChangeReport) -> TableSheet:
    covered = {need.id: need for group in report.coverage.groups for need in group.needs}
    rows = []
    for key, need in report.needs.items():
        found = covered.get(key)
        share = found.standing.trained if found else None
        rows.append(
            (
                need.code, need.title,
                report.groups[need.group].name if need.group in report.groups else "",
                need.required, need.current, gap(need.required, need.current), need.criticality,
                ", ".join(found.courses) if found else "", need.status,
                share.n if share else None, share.base if share else None,
            )
        )  # fmt: skip
    return TableSheet(
        "Plan",
        "What people must learn",
        (
            Column("Need", "code", 10, strong=True),
            Column("What", "title", 40, wrap=True),
            Column("Group", "group", 26, wrap=True),
            Column("Required", "required", 10, "integer"),
            Column("Current", "current", 10, "integer"),
            Column("Gap", "gap", 8, "integer"),
            Column("Weight", "must", 12, "choice", MUST_MARKS),
            Column("Courses", "courses", 16, wrap=True),
            Column("Status", "status", 13, "choice", NEED_MARKS),
            Column("Trained", "trained", 10, "integer"),
            Column("People", "people", 10, "integer"),
        ),
        rows,
        key="needs",
        empty="No need is recorded yet.",
    )


def _courses(report: ChangeReport) -> TableSheet:
    return TableSheet(
        "Courses",
        "Courses",
        (
            Column("Course", "code", 10, strong=True),
            Column("Title", "title", 44, wrap=True),
            Column("Minutes", "minutes", 10, "integer"),
            Column("Seats", "seats", 10, "integer"),
            Column("No-shows expected (%)", "no_show", 14, "integer"),
            Column("Status", "status", 14, "choice", COURSE_MARKS),
        ),
        [
            (one.code, one.title, one.minutes, one.capacity, one.no_show, one.status)
            for one in report.courses.values()
        ],
        key="courses",
        empty="No course is planned yet.",
    )


def _sessions(report: ChangeReport) -> TableSheet:
    return TableSheet(
        "Sessions",
        "Sessions",
        (
            Column("Session", "code", 10, strong=True),
            Column("Course", "course", 34, wrap=True),
            Column("Date", "date", 12, "date"),
            Column("When", "when", 30, wrap=True),
            Column("Minutes", "minutes", 10, "integer"),
            Column("Place", "place", 22, wrap=True),
            Column("Trainer", "trainer", 18, wrap=True),
            Column("Seats", "seats", 8, "integer"),
            Column("Enrolled", "enrolled", 10, "integer"),
            Column("Came", "came", 8, "integer"),
            Column("Status", "status", 14, "choice", SESSION_MARKS),
        ),
        [
            (
                row.code, f"{row.course_code} {row.title}", day_of(row), when_of(row), row.minutes,
                row.place, row.trainer, row.capacity, row.enrolled, row.came, row.status,
            )
            for row in report.sessions
        ],
        key="sessions",
        empty="No session is planned yet.",
    )  # fmt: skip


def _attendance(workspace: Workspace, sessions: list[SessionRow]) -> TableSheet:
    enrolled: _Enrolled = [(row, enrolments(workspace, row.id)) for row in sessions]
    uids = uids_of(workspace, [one.id for _, people in enrolled for one in people])
    rows = [
        (
            f"{session.code}.{place:02}", f"{session.code} {session.title}", day_of(session),
            one.name, one.group, one.state, one.minutes, one.score,
            "yes" if one.passed else "", "",
        )
        for session, people in enrolled
        for place, one in enumerate(people, 1)
    ]  # fmt: skip
    return TableSheet(
        "Attendance",
        "Attendance",
        ATTENDANCE_COLUMNS,
        rows,
        [uids[one.id] for _, people in enrolled for one in people],
        "attendance",
        "The yellow columns are yours to fill in.",
        group_by="session",
        frozen_columns=4,
        empty="Nobody is enrolled yet.",
    )  # fmt: skip


def _missing(report: ChangeReport) -> TableSheet:
    rows = [(group.name, name) for group in report.coverage.groups for name in group.missing]
    rows += [
        (group.name, f"{group.standing.unnamed} more, not known by name")
        for group in report.coverage.groups
        if group.standing.unnamed
    ]
    return TableSheet(
        "Missing",
        "Who is not trained yet",
        (Column("Group", "group", 34, wrap=True), Column("Who", "who", 44, wrap=True, strong=True)),
        rows,
        key="missing",
        landscape=False,
        empty="Nobody is missing.",
    )
