"""The UAT workbook of a cycle: a cover to sign, figures, every step to fill in, the defects."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any
from uuid import uuid4

from changedesk.office import write_workbook
from changedesk.office.identity import Identity
from changedesk.office.layout import Column, CoverSheet, Sheet, TableSheet, Workbook, WrittenFile
from changedesk.store.workspace import Workspace
from changedesk.uat import marks
from changedesk.uat.figures import summary
from changedesk.uat.lines import RunLine, StepLine, Told
from changedesk.uat.measures import outcome_of
from changedesk.uat.queries import DefectRow
from changedesk.uat.report import CycleReport, counted, cycle_report, day_in_words, day_of
from changedesk.uat.signers import signers
from changedesk.uat.traceability import traceability
from changedesk.uat.words import OUTCOMES, labelled

KIND = "uat-workbook"

_HOW_TO = """\
Open the sheet “Steps”. The yellow columns are yours: outcome, what happened, comment and date. \
All else is locked, so that nothing moves by accident.
Choose the outcome from the list in each cell. A failed or blocked step needs a sentence in “What \
happened”. A step that nobody has tried stays empty.
You may sort and filter. Please do not add, copy or delete rows: what is missing goes into the \
comment of the nearest step.
When your steps have an outcome, come back to this sheet: choose a decision, write each condition \
with an owner and a date, and sign.
Save the workbook under its own name and send it back{back}. It may be sent again.
"""


STEP_COLUMNS = (
    Column("Step", "ref", 16, "id"),
    Column("Script", "script", 22, wrap=True, strong=True),
    Column("Do", "do", 29, wrap=True),
    Column("Data", "data", 17, wrap=True),
    Column("Expected result", "expected", 30, wrap=True),
    Column("Tester", "tester", 14, wrap=True),
    Column(
        "Outcome", "outcome", 17, "choice", marks.OUTCOME_CHOICES, fillable=True,
        help="Pick what happened when you did the step.",
    ),
    Column(
        "What happened", "actual", 24, fillable=True, wrap=True,
        help="One sentence. Needed for a failed or blocked step.",
    ),
    Column("Comment", "comment", 16, fillable=True, wrap=True),
    Column("Date", "date", 12, "date", fillable=True),
)  # fmt: skip
DEFECT_COLUMNS = (
    Column("Defect", "ref", 12, "id"),
    Column("Title", "title", 44, wrap=True, strong=True),
    Column("Severity", "severity", 13, "choice", marks.SEVERITY_CHOICES),
    Column("Status", "status", 19, "choice", marks.STATUS_CHOICES),
    Column("Script", "script", 11),
    Column("Cycle", "cycle", 10),
    Column("Found", "found", 12, "date"),
    Column("Found by", "by", 16, wrap=True),
    Column("Owner", "owner", 16, wrap=True),
    Column("Fixed in", "fixed", 12),
    Column(
        "Disposition", "disposition", 25, "choice", marks.DISPOSITIONS, fillable=True,
        help="What is to become of it? Needed for each open defect before sign-off.",
    ),
    Column("Remark", "remark", 28, fillable=True, wrap=True),
)  # fmt: skip


def uat_workbook(workspace: Workspace, cycle: int, *, tester: int | None = None) -> Workbook:
    """Describe the workbook of a cycle, or of one tester's part of it, from one snapshot."""
    report = cycle_report(workspace, cycle, tester)
    sheets: tuple[Sheet, ...] = (
        _cover(report), summary(report), _steps(report), _scripts(report), _defects(report),
        *traceability(report),
    )  # fmt: skip
    return Workbook(
        f"UAT workbook – {report.project.name}, {report.cycle.code}",
        sheets,
        identity(report, KIND),
        author=report.author,
    )


def export_uat_workbook(
    workspace: Workspace,
    cycle: int,
    path: Path,
    progress: Callable[[int, int], None] | None = None,
    *,
    tester: int | None = None,
) -> WrittenFile:
    """Write the workbook of a cycle; raises UserError or EnvironmentProblem in a sentence."""
    return write_workbook(uat_workbook(workspace, cycle, tester=tester), path, progress)


def identity(report: CycleReport, kind: str) -> Identity:
    """Return whose export this is: it names the cycle by its UUID, never by its code."""
    created = report.at(report.now_ms)
    assert created is not None
    return Identity(
        uuid4().hex, report.workspace_uid, kind, created, subject=f"cycle:{report.cycle_uid}"
    )


# --- cover -----------------------------------------------------------------------------------


def _cover(report: CycleReport) -> CoverSheet:
    whose = f" · {report.tester}" if report.tester else ""
    return CoverSheet(
        f"User acceptance test: {report.cycle.title}",
        f"{report.project.name}{whose}",
        facts=tuple(_facts(report)),
        statement="Record an outcome for each step on the sheet “Steps”, then decide and sign.",
        instructions=_instructions(report),
        legend=(*marks.OUTCOME_CHOICES, marks.NOT_RUN),
        signers=signers(report),
        decisions=marks.DECISIONS,
    )


def _facts(report: CycleReport) -> Iterable[tuple[str, Any]]:
    cycle, project = report.cycle, report.project
    testers = {line.run.tester_name for line in report.runs if line.run.tester_name}
    size = (
        f"{counted(len(report.runs), 'run')} of "
        f"{counted(len({line.run.script for line in report.runs}), 'script')}, "
        f"{counted(len(report.steps), 'step')}"
    )
    facts = (
        ("Project", f"{project.code} {project.name}"),
        ("Cycle", report.title),
        ("Purpose", cycle.purpose),
        ("Period", report.period),
        ("Environment", " · ".join(part for part in (cycle.environment, cycle.build) if part)),
        ("Size", size),
        ("Tester" if report.tester else "Testers", report.tester or (len(testers) or "")),
        ("Go-live", day_in_words(project.go_live)),
        ("Codes", report.codes),
        ("Exported", report.made),
    )
    return ((label, value) for label, value in facts if value != "")


def _instructions(report: CycleReport) -> tuple[str, ...]:
    back = f" to {report.project.manager}" if report.project.manager else ""
    meanings = {
        f"{signer.role.partition(',')[0]}, {signer.meaning[:1].lower()}{signer.meaning[1:-1]}": None
        for signer in signers(report)
    }
    said = f"What a signature means. {'; '.join(meanings)}."
    return (*_HOW_TO.replace("{back}", back).splitlines(), said)


# --- lists -----------------------------------------------------------------------------------


def _steps(report: CycleReport) -> TableSheet:
    # The keys beforehand, the rows only as they are written: all of them would be a lot to hold.
    rows = (row for line in report.runs for _, row in step_rows(line))
    keys = [key for line in report.runs for key in [step.key for step in line.steps] or [line.key]]
    return TableSheet(
        "Steps",
        "Steps to test",
        STEP_COLUMNS,
        rows,
        keys,
        "steps",
        "The yellow columns are yours to fill in. "
        f"{counted(len(report.steps), 'step')} in {counted(len(report.runs), 'run')}; "
        "an empty outcome means not run.",
        group_by="script",
        frozen_columns=2,
        empty="No script is planned in this cycle yet.",
    )  # fmt: skip


def step_rows(line: RunLine) -> Iterable[tuple[str, tuple[Any, ...]]]:
    """Yield each step of a run with its key; a script in one piece is one row of its own."""
    script, planned = f"{line.run.code} {line.title}", line.run.tester_name
    for step in line.steps:
        texts = (step.reference, script, step.do, step.data, _expected(step))
        yield step.key, (*texts, *_recorded(step.heads, step.outcome, planned))
    if not line.steps:
        texts = (line.reference, script, line.text or "The script as a whole", line.test_data, "")
        outcome = outcome_of(line.whole)
        yield line.key, (*texts, *_recorded(line.whole, outcome, planned))


def _expected(step: StepLine) -> str:
    if step.tally is None:
        return step.expected
    rule = f"Try it {step.tally.n} times: {step.tally.threshold} % must pass."
    return "\n".join(filter(None, (step.expected, rule)))


def _recorded(heads: Sequence[Told], outcome: str, planned: str) -> tuple[Any, ...]:
    """Return tester, outcome, what happened, comment and date of what was recorded."""
    if not heads:
        return planned, outcome, "", "", None
    told = heads[-1]
    said = told.actual if len(heads) == 1 else disagreement(heads)
    shown = marks.DISPUTED.text if outcome == "disputed" else outcome
    return told.tester or planned, shown, said, told.comment, day_of(told.at)


def disagreement(heads: Iterable[Told]) -> str:
    """Return what each of several testers recorded at the same step, a line each."""
    return "\n".join(
        f"{head.tester or 'Somebody'}: {labelled(OUTCOMES, head.outcome)}"
        + (f" – {head.actual}" if head.actual else "")
        for head in heads
    )


def _scripts(report: CycleReport) -> TableSheet:
    return TableSheet(
        "Scripts",
        "Scripts and where they stand",
        (
            Column("Run", "ref", 14, "id"),
            Column("Script", "title", 30, wrap=True, strong=True),
            Column("Area", "area", 18, wrap=True),
            Column("Priority", "priority", 12, "choice", marks.PRIORITY_CHOICES),
            Column("Tester", "tester", 16, wrap=True),
            Column("Attempt", "attempt", 9, "integer"),
            Column("Version", "version", 9, "integer"),
            Column("State", "state", 21, "choice", marks.STATE_CHOICES),
            Column("Done", "done", 7, "integer"),
            Column("Steps", "steps", 7, "integer"),
            Column("Before you start", "preconditions", 30, wrap=True),
            Column("Test data", "data", 22, wrap=True),
            Column("Said of the whole script", "whole", 22, wrap=True),
        ),
        [
            (
                line.reference, line.title, line.run.area, line.priority,
                line.run.tester_name, line.run.attempt, line.version, line.run.state,
                line.run.done, line.run.steps, line.preconditions, line.test_data,
                _whole(line.whole),
            )
            for line in report.runs
        ],
        [line.key for line in report.runs],
        "runs",
        "One row for each script in the hands of a tester. Nothing to fill in here.",
        frozen_columns=2,
        empty="No script is planned in this cycle yet.",
    )  # fmt: skip


def _whole(heads: tuple[Told, ...]) -> str:
    if len(heads) > 1:
        return disagreement(heads)
    return "".join(
        " ".join(part for part in (labelled(OUTCOMES, head.outcome), head.actual) if part)
        for head in heads
    )


def _defects(report: CycleReport) -> TableSheet:
    return TableSheet(
        "Defects",
        "Defects",
        DEFECT_COLUMNS,
        [_defect_row(row) for row in report.defects],
        [report.defect_uids[row.id] for row in report.defects],
        "defects",
        "Of this cycle, and of earlier ones what nobody has mended. "
        "Each open defect gets a disposition before sign-off.",
        empty="No defect has been raised.",
    )  # fmt: skip


def _defect_row(row: DefectRow) -> tuple[Any, ...]:
    return (
        row.code, row.title, row.severity, row.status, row.script, row.cycle, day_of(row.found),
        row.found_by, row.owner, row.fixed_in, "", "",
    )  # fmt: skip
