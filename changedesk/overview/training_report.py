"""The training plan for signature, and the lists for the room: one page for each session."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from changedesk.office import Progress, write_document
from changedesk.office.layout import (
    Column,
    Document,
    DocumentBlock,
    Facts,
    Figure,
    Figures,
    Heading,
    Paragraph,
    SealBlock,
    SignatureTable,
    Table,
    Verdict,
    WrittenFile,
)
from changedesk.overview.change_report import (
    DECISIONS,
    ChangeReport,
    change_report,
    choices,
)
from changedesk.people.queries import ProjectRow
from changedesk.people.shares import Share
from changedesk.store.workspace import Workspace
from changedesk.training.clashes import local_time
from changedesk.training.coverage import GroupCoverage
from changedesk.training.sessions import EnrolmentRow, SessionRow, enrolments
from changedesk.training.words import (
    COURSE_STATUS,
    CRITICALITIES,
    ENROLMENT_STATES,
    LEVEL_HELP,
    NEED_STATUS,
    SESSION_STATUS,
)
from changedesk.uat.report import counted, day_in_words, percent

PLAN, SHEET = "training-plan", "attendance-sheet"
_NAMED = 25
_WALK_INS = 4
SESSION_MARKS = choices(SESSION_STATUS)
STATE_MARKS = choices(ENROLMENT_STATES)
NEED_MARKS = choices(NEED_STATUS)
COURSE_MARKS = choices(COURSE_STATUS)
MUST_MARKS = choices(CRITICALITIES)


def export_training_plan(
    workspace: Workspace, project: ProjectRow, path: Path, progress: Progress | None = None
) -> WrittenFile:
    """Write the training plan; raises UserError or EnvironmentProblem in a sentence."""
    report = change_report(workspace, project)
    document = Document(
        f"Training plan: {project.name}",
        tuple(_plan(report)),
        report.identity(PLAN),
        subtitle=f"{project.code} · as of {report.made_in_words}",
        header=f"{project.code} · Training plan",
        author=report.author,
    )
    return write_document(document, path, progress)


def export_attendance_sheets(
    workspace: Workspace, project: ProjectRow, path: Path, progress: Progress | None = None
) -> WrittenFile:
    """Write the list for the room of each session that is still to come; else of all."""
    with workspace.snapshot():
        report = change_report(workspace, project)
        rows = [(row, enrolments(workspace, row.id)) for row in listed_sessions(report)]
    document = Document(
        f"Attendance sheets: {project.name}",
        tuple(_sheets(report, rows)),
        report.identity(SHEET),
        subtitle=f"{project.code} · as of {report.made_in_words}",
        header=f"{project.code} · Attendance",
        author=report.author,
    )
    return write_document(document, path, progress)


def listed_sessions(report: ChangeReport) -> list[SessionRow]:
    """Return the sessions whose attendance was not taken yet; where there is none, all of them."""
    standing = [row for row in report.sessions if row.status != "cancelled"]
    return [row for row in standing if row.status != "held"] or standing


def when_of(session: SessionRow) -> str:
    """Return when a session is, in its own time zone."""
    if session.starts is None:
        return "no time yet"
    there = local_time(session.starts, session.time_zone)
    zone = f" {session.time_zone}" if session.time_zone else ""
    return f"{there.day} {there:%b %Y, %H:%M}{zone}"


def day_of(session: SessionRow) -> date | None:
    """Return the day of a session, in its own time zone."""
    if session.starts is None:
        return None
    return local_time(session.starts, session.time_zone).date()


def _plan(report: ChangeReport) -> Iterable[DocumentBlock]:
    trained, required = report.coverage.trained.n, report.coverage.trained.base
    expected = report.coverage.expected.n
    yield _verdict(report)
    if required:
        yield Figures(
            (
                Figure(f"{trained}", "people trained", f"of {required:,} required"),
                Figure(f"{expected}", "expected at go-live", f"of {required:,} required",
                       "good" if expected >= required else "warning"),
                Figure(f"{len(report.courses)}", "courses",
                       f"for {counted(len(report.needs), 'need')}"),
                Figure(f"{sum(1 for one in report.sessions if one.status == 'held')}",
                       "sessions held", f"of {len(report.sessions)}"),
            )
        )  # fmt: skip
    yield Paragraph(
        "Trained: distinct people who attended in full, not seats. That somebody attended says "
        "nothing yet of working the new way.",
        "small",
    )
    live = day_in_words(report.project.go_live)
    if live:
        yield Facts((("Go-live", live),))
    yield from _coverage(report)
    yield from _needs(report)
    yield from _courses(report)
    yield from _missing(report)
    yield Heading("Sign-off", 2)
    yield Paragraph(
        "Who signs gives the people the time that these sessions take, on these days.", keep=True
    )
    yield SignatureTable(report.signers(report.heat.groups), DECISIONS)
    yield SealBlock()


def _verdict(report: ChangeReport) -> Verdict:
    trained, required = report.coverage.trained.n, report.coverage.trained.base
    if not report.coverage.groups:
        return Verdict("No training need is recorded yet", tone="quiet")
    unsized = report.uncounted
    if not required:
        return Verdict("It is not known who must be trained", detail=unsized, tone="warning")
    if trained >= required:
        if unsized:
            return Verdict("All those counted are trained", detail=unsized, tone="warning")
        return Verdict("Everybody who must be trained is trained", tone="good")
    expected = report.coverage.expected.n
    lacking = required - expected
    if lacking <= 0:
        detail = f"{trained} of {required} are trained; places for the others are planned."
        if unsized:
            return Verdict("All those counted are on course for go-live",
                           detail=f"{detail} {unsized}", tone="warning")  # fmt: skip
        return Verdict("On course for go-live", detail=detail, tone="good")
    live = report.plan.go_live
    late = live is not None and live < report.today
    return Verdict(
        f"{counted(lacking, 'person', 'people')} will not be trained at go-live"
        if not late
        else f"{counted(required - trained, 'person', 'people')} are not trained after go-live",
        detail=f"{trained} of {required} are trained, {expected} are expected with the sessions "
        f"that are planned, no-shows taken off. {unsized}".rstrip(),
        tone="bad",
    )


def _coverage(report: ChangeReport) -> Iterable[DocumentBlock]:
    yield Heading("Coverage by group", 2)
    yield Table(
        (
            Column("Group", "group", 34, wrap=True, strong=True),
            Column("Required", "required", 12, "integer"),
            Column("Trained", "trained", 12, "integer"),
            Column("Share", "share", 12),
            Column("At the level", "able", 15),
            Column("Expected at go-live", "expected", 15),
        ),
        [_covered(group) for group in report.coverage.groups],
        empty="No need names a group yet.",
    )
    if report.coverage.without_group:
        codes = ", ".join(report.coverage.without_group)
        yield Paragraph(f"Without a group, and so not counted: {codes}.", "small")
    if unsized := report.uncounted:
        yield Paragraph(unsized, "small")


def _covered(group: GroupCoverage) -> tuple[str | int | None, ...]:
    standing = group.standing
    if group.unsized:
        return group.name, None, None, "not known", "not known", "not known"
    able, share = standing.able, standing.trained
    return (
        group.name, share.base, share.n, percent(share),
        "not asked" if able is None else f"{able.n} of {able.base}",
        f"{standing.expected.n} of {standing.expected.base}",
    )  # fmt: skip


def _needs(report: ChangeReport) -> Iterable[DocumentBlock]:
    yield Heading("What people must learn", 2)
    covered = {need.id: need for group in report.coverage.groups for need in group.needs}
    yield Table(
        (
            Column("Need", "need", 36, wrap=True, strong=True),
            Column("Group", "group", 19, wrap=True),
            Column("Level", "level", 10),
            Column("Weight", "must", 14, "choice", MUST_MARKS),
            Column("Course", "course", 10, wrap=True),
            Column("Trained", "trained", 11),
        ),
        [
            (
                f"{need.code} {need.title}",
                report.groups[need.group].name if need.group in report.groups else "nobody named",
                "" if need.required is None else str(need.required),
                need.criticality,
                ", ".join(covered[key].courses) if key in covered else "",
                so_far(covered[key].standing.trained) if key in covered else "",
            )
            for key, need in report.needs.items()
            if need.status != "dropped"
        ],
        empty="No need is recorded yet.",
    )
    if report.needs:
        yield Paragraph(f"Levels: {LEVEL_HELP}", "small")


def so_far(share: Share) -> str:
    """Return how many of how many, or that nobody knows how many there are."""
    return f"{share.n} of {share.base}" if share.base else "not known"


def _courses(report: ChangeReport) -> Iterable[DocumentBlock]:
    yield Heading("Courses", 2)
    yield Table(
        (
            Column("Course", "course", 50, wrap=True, strong=True),
            Column("Minutes", "minutes", 11, "integer"),
            Column("Seats", "seats", 10, "integer"),
            Column("Sessions", "sessions", 12, "integer"),
            Column("Status", "status", 17, "choice", COURSE_MARKS),
        ),
        [
            (f"{one.code} {one.title}", one.minutes, one.capacity,
             sum(1 for row in report.sessions if row.course == one.id), one.status)
            for one in report.courses.values()
        ],
        empty="No course is planned yet.",
    )  # fmt: skip
    yield Heading("Sessions", 2)
    yield Table(
        (
            Column("Session", "session", 10, strong=True),
            Column("Course", "course", 26, wrap=True),
            Column("When", "when", 20, wrap=True),
            Column("Where, with whom", "where", 19, wrap=True),
            Column("Enrolled", "enrolled", 12),
            Column("Status", "status", 13, "choice", SESSION_MARKS),
        ),
        [
            (
                row.code, row.title, when_of(row),
                ", ".join(filter(None, (row.place, row.trainer))), _seats(row), row.status,
            )
            for row in report.sessions
        ],
        empty="No session is planned yet.",
    )  # fmt: skip


def _seats(row: SessionRow) -> str:
    return f"{row.enrolled}" if row.capacity is None else f"{row.enrolled} of {row.capacity}"


def _missing(report: ChangeReport) -> Iterable[DocumentBlock]:
    yield Heading("Who is missing", 2)
    rows = []
    for group in report.coverage.groups:
        names, unnamed = group.missing, group.standing.unnamed
        if names or unnamed:
            said = ", ".join(names[:_NAMED])
            if len(names) > _NAMED:
                said += f" and {len(names) - _NAMED} more (see the training workbook)"
            if unnamed:
                said += ("; " if said else "") + f"{counted(unnamed, 'person', 'people')} not named"
            rows.append((group.name, len(names) + unnamed, said))
    yield Table(
        (
            Column("Group", "group", 26, wrap=True, strong=True),
            Column("Missing", "n", 11, "integer"),
            Column("Who", "who", 63, wrap=True),
        ),
        rows,
        empty="Nobody is missing." if report.coverage.groups else "No need names a group yet.",
    )


def _sheets(
    report: ChangeReport, rows: list[tuple[SessionRow, list[EnrolmentRow]]]
) -> Iterable[DocumentBlock]:
    if not rows:
        yield Paragraph("No session is planned yet.", "lead")
        return
    for number, (session, people) in enumerate(rows):
        yield Heading(f"{session.code} {session.title}", 1, new_page=number > 0)
        minutes = counted(session.minutes, "minute") if session.minutes else ""
        facts = (
            ("When", ", ".join(filter(None, (when_of(session), minutes)))),
            ("Where", session.place),
            ("Trainer", session.trainer),
            ("Expected", counted(len(people), "person", "people")),
            ("Bring it back to", report.project.manager),
        )
        yield Facts(tuple((label, value) for label, value in facts if value))
        lines = [
            (str(place), f"{one.name}\n{one.group}" if one.group else one.name, _noted(one), "")
            for place, one in enumerate(people, 1)
        ]
        blank = [(str(len(lines) + more), "", "☐", "") for more in range(1, _WALK_INS + 1)]
        yield Table(
            (
                Column("No.", "no", 7),
                Column("Name", "name", 40, wrap=True, strong=True),
                Column("Here", "here", 15),
                Column("Signature", "signature", 38),
            ),
            [*lines, *blank],
            caption="Tick who is here and let everybody sign; who comes without being invited "
            "writes the name into an empty line.",
            room=0.95,
        )


def _noted(one: EnrolmentRow) -> str:
    mark = next((mark for mark in STATE_MARKS if mark.code == one.state), None)
    return "☐" if mark is None or one.state in ("invited", "confirmed") else mark.text
