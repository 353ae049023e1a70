"""The UAT certificate of a cycle: the verdict first, what it rests on, and where to sign."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from changedesk.office import write_document
from changedesk.office.layout import (
    Column,
    Document,
    DocumentBlock,
    Facts,
    Figures,
    Heading,
    Paragraph,
    Picture,
    Pictures,
    SealBlock,
    SignatureTable,
    Table,
    Verdict,
    WrittenFile,
)
from changedesk.store.workspace import Workspace
from changedesk.uat import certificate_parts as parts
from changedesk.uat import marks
from changedesk.uat.evidence import thumbnails_of
from changedesk.uat.figures import FIGURES_NOTE, figures
from changedesk.uat.lines import RunLine, Told
from changedesk.uat.queries import DefectRow
from changedesk.uat.report import CycleReport, counted, cycle_report, day_in_words, day_of, top_area
from changedesk.uat.signers import signers
from changedesk.uat.verdicts import conditions, disposition, verdict_in_words
from changedesk.uat.workbook import disagreement, identity

KIND = "uat-signoff"
_BLANK_CONDITIONS = 3
_LISTED_RUNS = 100


def uat_signoff(workspace: Workspace, cycle: int, *, thumbnails: bool = False) -> Document:
    """Describe the certificate of a cycle from one snapshot, with small pictures if asked for."""
    with workspace.snapshot():
        report = cycle_report(workspace, cycle)
        shown = thumbnails_of(workspace, cycle) if thumbnails else ()
    return Document(
        f"UAT certificate: {report.cycle.title}",
        tuple(_blocks(report, shown)),
        identity(report, KIND),
        subtitle=f"{report.project.name} · {report.cycle.code}",
        header=f"{report.project.code} · UAT certificate · {report.cycle.code}",
        author=report.author,
    )


def export_uat_signoff(
    workspace: Workspace,
    cycle: int,
    path: Path,
    progress: Callable[[int, int], None] | None = None,
    *,
    thumbnails: bool = False,
) -> WrittenFile:
    """Write the certificate of a cycle; raises UserError or EnvironmentProblem in a sentence."""
    return write_document(uat_signoff(workspace, cycle, thumbnails=thumbnails), path, progress)


def _blocks(report: CycleReport, thumbnails: Sequence[Picture]) -> Iterable[DocumentBlock]:
    verdict = verdict_in_words(report)
    yield Verdict(verdict.text, detail=verdict.reason, tone=verdict.tone)
    if report.runs:
        yield Figures(figures(report))
    yield Paragraph(f"{FIGURES_NOTE} {verdict.basis}", "small")
    yield from parts.criteria(report)
    yield Heading("What was tested", 2)
    yield Facts(tuple(_facts(report)))
    if report.runs:
        yield from _failures(report)
        yield from _disputes(report)
        yield from _left_out(report)
        yield from parts.earlier_versions(report)
    yield from _open_defects(report)
    yield from parts.requirements(report)
    yield from parts.sessions(report)
    if thumbnails:
        yield Heading("Evidence", 2)
        yield Pictures(tuple(thumbnails))
    yield from _conditions(report)
    yield Heading("Sign-off", 2)
    yield Paragraph(
        "Who signs has read this certificate and decides for the people named in the role: "
        "accepted, accepted with the conditions above, or rejected. One decision for each line, "
        "with the date and the time of the signature. What the signature means stands beside "
        "the name.",
        keep=True,
    )
    yield SignatureTable(signers(report), marks.DECISIONS)
    yield SealBlock()


def _facts(report: CycleReport) -> Iterable[tuple[str, str]]:
    cycle, project = report.cycle, report.project
    scripts = {line.run.script for line in report.runs}
    testers = sorted({line.run.tester_name for line in report.runs if line.run.tester_name})
    facts = (
        ("Project", f"{project.code} {project.name}"),
        ("Cycle", report.title),
        ("Purpose", cycle.purpose),
        ("Period", report.period),
        ("Environment", cycle.environment),
        ("Build", cycle.build),
        (
            "Size",
            (
                f"{counted(len(scripts), 'script')} in {counted(len(report.runs), 'run')}, "
                f"{counted(len(report.steps), 'step')}"
            ),
        ),
        ("Testers", f"{len(testers)}: {', '.join(testers)}" if testers else ""),
        ("Go-live", day_in_words(project.go_live)),
        ("Codes", report.codes),
        ("Made", f"{report.made} by {report.author}"),
    )
    return ((label, value) for label, value in facts if value)


# --- what speaks against it ------------------------------------------------------------------


def _failures(report: CycleReport) -> Iterable[DocumentBlock]:
    rows = [row for line in report.runs for row in _against(line)]
    yield Heading("Failed and blocked steps", 2)
    yield Table(
        (
            Column("Script and step", "script", 24, wrap=True, strong=True),
            Column("Expected", "expected", 23, wrap=True),
            Column("Result", "result", 14, "choice", marks.OUTCOME_CHOICES),
            Column("What happened", "actual", 25, wrap=True),
            Column("Tester, date", "tester", 15, wrap=True),
        ),
        rows,
        empty="No step failed or was blocked.",
    )


def _against(line: RunLine) -> Iterable[tuple[Any, ...]]:
    for head in line.whole:
        if head.outcome in ("fail", "blocked"):
            place = f"{line.reference} {line.title}\nthe script as a whole"
            yield place, "", head.outcome, _happened(head), _who(head)
    for step in line.steps:
        told = step.told
        if step.outcome in ("fail", "blocked") and told is not None:
            place = f"{step.reference} {line.title}\n{step.do}"
            yield place, step.expected, step.outcome, _happened(told), _who(told)


def _happened(told: Told) -> str:
    pictures = f"({counted(told.pictures, 'picture')} kept)" if told.pictures else ""
    said = [part for part in (told.actual, told.comment, pictures) if part]
    return "\n".join(said) or "No words were recorded."


def _who(told: Told) -> str:
    day = day_of(told.at)
    return "\n".join(part for part in (told.tester, f"{day:%d %b %Y}" if day else "") if part)


def _disputes(report: CycleReport) -> Iterable[DocumentBlock]:
    rows = [
        (f"{step.reference} {line.title}\n{step.do}", step.expected, disagreement(step.heads))
        for line in report.runs
        for step in line.steps
        if step.outcome == "disputed"
    ]
    rows += [
        (f"{line.reference} {line.title}", "", disagreement(line.whole))
        for line in report.runs
        if len({head.outcome for head in line.whole}) > 1
    ]
    if rows:
        yield Heading("Disputed steps", 2)
        yield Table(
            (
                Column("Script and step", "script", 26, wrap=True, strong=True),
                Column("Expected", "expected", 30, wrap=True),
                Column("What each recorded", "said", 38, wrap=True),
            ),
            rows,
            caption="Different results were recorded apart; somebody has to decide.",
        )


def _left_out(report: CycleReport) -> Iterable[DocumentBlock]:
    open_ = [line for line in report.runs if not line.run.final and line.run.state != "disputed"]
    yield Heading("What was not run to its end", 2)
    if len(open_) > _LISTED_RUNS:
        yield _by_area(open_)
        return
    yield Table(
        (
            Column("Script", "script", 38, wrap=True, strong=True),
            Column("Priority", "priority", 16, "choice", marks.PRIORITY_CHOICES),
            Column("Tester", "tester", 17, wrap=True),
            Column("State", "state", 18, "choice", marks.STATE_CHOICES),
            Column("Steps done", "done", 13),
        ),
        [
            (
                f"{line.reference} {line.title}", line.priority, line.run.tester_name,
                line.run.state, f"{line.run.done} of {line.run.steps}",
            )
            for line in open_
        ],
        empty="Every planned run was executed.",
    )  # fmt: skip


def _by_area(lines: Sequence[RunLine]) -> Table:
    # Hundreds of runs are counted; the workbook of the cycle names them one by one.
    counts = Counter((top_area(line.run.area), line.run.state) for line in lines)
    return Table(
        (
            Column("Area", "area", 50, wrap=True, strong=True),
            Column("State", "state", 26, "choice", marks.STATE_CHOICES),
            Column("Runs", "runs", 24, "integer"),
        ),
        [(area, state, n) for (area, state), n in sorted(counts.items())],
        caption=f"{counted(len(lines), 'run')} in all; the UAT workbook lists each of them.",
    )


def _open_defects(report: CycleReport) -> Iterable[DocumentBlock]:
    lasting = [row for row in report.defects if row.status not in ("closed", "rejected")]
    yield Heading("Open and deferred defects", 2)
    yield Table(
        (
            Column("Defect", "code", 9, strong=True),
            Column("What it is", "title", 31, wrap=True),
            Column("Severity", "severity", 14, "choice", marks.SEVERITY_CHOICES),
            Column("Status", "status", 17, "choice", marks.STATUS_CHOICES),
            Column("Owner", "owner", 13, wrap=True),
            Column("Disposition", "disposition", 18, wrap=True),
        ),
        [_defect_row(row, report.workarounds.get(row.id, "")) for row in lasting],
        empty="No defect is open.",
    )


def _defect_row(row: DefectRow, workaround: str) -> tuple[Any, ...]:
    script = f"({row.script}, {row.cycle})" if row.script else ""
    around = f"Workaround: {workaround}" if workaround else ""
    return (
        row.code, "\n".join(filter(None, (row.title, script, around))), row.severity, row.status,
        row.owner or "nobody yet", disposition(row, workaround),
    )  # fmt: skip


def _conditions(report: CycleReport) -> Iterable[DocumentBlock]:
    known = conditions(report)
    yield Heading("Conditions", 2)
    yield Table(
        (
            Column("No.", "no", 6),
            Column("Condition", "text", 54, wrap=True),
            Column("Owner", "owner", 20, wrap=True),
            Column("Until", "until", 18),
        ),
        [
            (str(number), *one)
            for number, one in enumerate([*known, *[("", "", "")] * _BLANK_CONDITIONS], start=1)
        ],
        caption="What has to be done when it is accepted all the same, by whom and until when. "
        "Other owners, dates and conditions are written by hand before anybody signs.",
    )
