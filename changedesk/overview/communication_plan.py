"""The communication plan: what is said to whom, by whom, when, and what is missing in it."""

from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from changedesk.impact.message_days import open_days
from changedesk.impact.message_queries import MessageRow
from changedesk.impact.message_words import where_it_stands, why_not_told
from changedesk.impact.words import ADKAR, COMMUNICATION_STATUS
from changedesk.office import Progress, write_document, write_workbook
from changedesk.office.layout import (
    Column,
    CoverSheet,
    Document,
    DocumentBlock,
    Figure,
    Figures,
    Heading,
    Paragraph,
    SealBlock,
    SignatureTable,
    Table,
    TableSheet,
    Verdict,
    Workbook,
    WrittenFile,
)
from changedesk.overview.change_report import (
    DECISIONS,
    ChangeReport,
    change_report,
    choices,
    short_day,
)
from changedesk.people.queries import ProjectRow
from changedesk.store.workspace import Workspace
from changedesk.uat.report import counted, day_in_words

KIND = "communication-plan"
_STATUS = choices(COMMUNICATION_STATUS)
_ELEMENTS = choices(ADKAR)
_AHEAD = timedelta(days=92)
_NEXT_AT_MOST = 4
_NAMED = 3


def export_communication_plan(
    workspace: Workspace, project: ProjectRow, path: Path, progress: Progress | None = None
) -> WrittenFile:
    """Write the plan as Excel or Word, by the ending; raises UserError or EnvironmentProblem."""
    report = change_report(workspace, project)
    if path.suffix.lower() == ".xlsx":
        return write_workbook(communication_workbook(report), path, progress)
    return write_document(communication_document(report), path, progress)


def communication_document(report: ChangeReport) -> Document:
    """Describe the plan as a document."""
    return Document(
        f"Communication plan: {report.project.name}",
        tuple(_blocks(report)),
        report.identity(KIND),
        subtitle=f"{report.project.code} · as of {report.made_in_words}",
        header=f"{report.project.code} · Communication plan",
        author=report.author,
    )


def communication_workbook(report: ChangeReport) -> Workbook:
    """Describe the plan as a workbook."""
    project = report.project
    facts: list[tuple[str, Any]] = [
        ("Project", f"{project.code} {project.name}"),
        ("Go-live", day_in_words(project.go_live)),
        ("Messages", len(report.plan.rows)),
        ("Hard impacts without a message in time", len(report.untold)),
        ("Exported", report.made_in_words),
    ]
    cover = CoverSheet(
        "Communication plan",
        project.name,
        facts=tuple((label, value) for label, value in facts if value != ""),
        legend=_STATUS,
        signers=report.signers(),
        decisions=DECISIONS,
        statement="Read the sheet “Messages”, see what is missing under “Gaps”, decide and sign.",
    )
    messages = sorted(report.plan.rows, key=lambda row: _by_day(row, report.today))
    plan = TableSheet(
        "Messages",
        "Messages by date",
        (
            Column("Code", "code", 11, strong=True),
            Column("When", "when", 22, wrap=True),
            Column("Date", "date", 12, "date"),
            Column("Audience", "audience", 24, wrap=True),
            Column("ADKAR", "element", 15, "choice", _ELEMENTS),
            Column("Objective", "title", 30, wrap=True),
            Column("Message", "message", 44, wrap=True),
            Column("Sender", "sender", 16, wrap=True),
            Column("Channel", "channel", 16, wrap=True),
            Column("Status", "status", 14, "choice", _STATUS),
            Column("Recipients", "recipients", 11, "integer"),
        ),
        [
            (
                row.code, when_of(report, row), next_day(row, report.today),
                audience_of(report, row), row.element, row.title, row.message, row.sender,
                row.channel, row.status, _recipients(row),
            )
            for row in messages
        ],
        [report.uids[row.id] for row in messages],
        "messages",
        "By the next date; a message that goes out again and again says its next dates.",
        frozen_columns=2,
        empty="No message is planned yet.",
    )  # fmt: skip
    gaps = TableSheet(
        "Gaps",
        "What is missing in the plan",
        (
            Column("Record", "record", 11, strong=True),
            Column("Title", "title", 44, wrap=True),
            Column("Group", "group", 24, wrap=True),
            Column("Date", "date", 12, "date"),
            Column("What is missing", "why", 56, wrap=True),
        ),
        [*_gap_rows(report)],
        key="gaps",
        note="A hard impact (3 and more) needs a message that goes out before it starts.",
        empty="Nothing is missing.",
    )
    return Workbook(
        f"Communication plan – {project.name}",
        (cover, plan, gaps),
        report.identity(KIND),
        author=report.author,
    )


def next_day(row: MessageRow, today: date) -> date | None:
    """Return the next day on which a message goes out, else the last that it had."""
    if row.recurring and not row.cancelled:
        coming = open_days(row, today, today + _AHEAD)
        if coming:
            return coming[0]
    sent = max((one.day for one in row.sendings), default=None)
    return sent or row.planned


def when_of(report: ChangeReport, row: MessageRow) -> str:
    """Return when a message goes out, as a reader of the plan wants it."""
    stands = where_it_stands(row, report.today)
    if row.recurring and not row.cancelled:
        coming = open_days(row, report.today, report.today + _AHEAD)[:_NEXT_AT_MOST]
        days = ", ".join(f"{day.day} {day:%b}" for day in coming)
        return "\n".join(filter(None, (row.occasion, stands, days and f"next: {days}")))
    if row.sendings and not stands:
        return f"sent {short_day(max(one.day for one in row.sendings))}"
    return stands or short_day(row.planned) or row.occasion or "no day yet"


def audience_of(report: ChangeReport, row: MessageRow) -> str:
    """Return whom a message is meant for: its groups, else what it says in words."""
    names = sorted(report.plan.tree.names.get(key, "") for key in row.groups)
    return ", ".join(filter(None, names)) or report.messages[row.id].audience


def _short_audience(report: ChangeReport, row: MessageRow) -> str:
    # On paper a column of many names would be longer than the message.
    names = sorted(filter(None, (report.plan.tree.names.get(key, "") for key in row.groups)))
    if len(names) <= _NAMED:
        return ", ".join(names) or report.messages[row.id].audience
    said = report.messages[row.id].audience or ", ".join(names[:2])
    return f"{said} ({len(names)} groups)"


def _by_day(row: MessageRow, today: date) -> tuple[date, int, str]:
    return next_day(row, today) or date.max, len(row.code), row.code


def _recipients(row: MessageRow) -> int | None:
    known = [one.recipients for one in row.sendings if one.recipients is not None]
    return sum(known) if known else None


def _gap_rows(report: ChangeReport) -> Iterable[tuple[Any, ...]]:
    for told in report.untold:
        why = why_not_told(told)
        yield told.code, told.title, told.group, told.starts, f"{why[0].upper()}{why[1:]}."
    for clash in report.plan.clashes:
        yield clash.code, clash.title, "", clash.day, clash.reason


def _blocks(report: ChangeReport) -> Iterable[DocumentBlock]:
    rows, untold, clashes = report.plan.rows, report.untold, report.plan.clashes
    if not rows and not report.hard:
        yield Verdict("No message is planned yet", tone="quiet")
    elif untold:
        text = f"{counted(len(untold), 'hard impact')} without a message in time"
        yield Verdict(text, detail="They are named under “What is missing”.", tone="bad")
    elif clashes:
        detail = "Every hard impact has one in time; these are named under “What is missing”."
        yield Verdict(f"{counted(len(clashes), 'message')} to look after", detail=detail)
    else:
        detail = f"{counted(len(report.hard), 'hard impact')}, each with a message in time."
        yield Verdict("Everybody is told in time", detail=detail, tone="good")
    if rows:
        sent = sum(1 for row in rows if row.sendings or row.status == "sent")
        standing = sum(1 for row in rows if not row.cancelled)
        approved = sum(1 for row in rows if row.status in ("approved", "sent"))
        yield Figures(
            (
                Figure(f"{standing}", "messages", "without cancelled ones"),
                Figure(f"{approved}", "approved or sent", f"of {standing}"),
                Figure(f"{sent}", "went out", f"of {standing}"),
                Figure(f"{len(untold)}", "not told in time",
                       f"of {counted(len(report.hard), 'hard impact')}",
                       "bad" if untold else "good"),
                Figure(f"{len(clashes)}", "to look after", f"of {counted(len(rows), 'message')}",
                       "warning" if clashes else "good"),
            )
        )  # fmt: skip
    yield Heading("Messages by date", 2)
    yield Table(
        (
            Column("When", "when", 14, wrap=True, strong=True),
            Column("To", "audience", 16, wrap=True),
            Column("For", "element", 18, "choice", _ELEMENTS),
            Column("Message", "message", 30, wrap=True),
            Column("By, through", "sender", 14, wrap=True),
            Column("Status", "status", 17, "choice", _STATUS),
        ),
        [
            (
                when_of(report, row), _short_audience(report, row), row.element,
                "\n".join(filter(None, (f"{row.code} {row.title}", row.message))),
                ", ".join(filter(None, (row.sender, row.channel))), row.status,
            )
            for row in sorted(rows, key=lambda row: _by_day(row, report.today))
        ],
        empty="No message is planned yet.",
    )  # fmt: skip
    yield Heading("What is missing", 2)
    yield Table(
        (
            Column("What", "what", 40, wrap=True, strong=True),
            Column("Date", "date", 14),
            Column("Why", "why", 46, wrap=True),
        ),
        [
            ("\n".join(filter(None, (f"{code} {title}", group))), short_day(day), why)
            for code, title, group, day, why in _gap_rows(report)
        ],
        empty="Nothing is missing.",
    )
    yield Heading("Sign-off", 2)
    yield Paragraph("Who signs agrees to be named as sender and to these dates.", keep=True)
    yield SignatureTable(report.signers(), DECISIONS)
    yield SealBlock()
