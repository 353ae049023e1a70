"""The figures of a cycle, each with its base, and the summary sheet that they head."""

from collections import Counter

from changedesk.office.layout import Block, Chart, Choice, Column, Figure, SummarySheet
from changedesk.people.shares import Share
from changedesk.uat import marks
from changedesk.uat.pace import ageing
from changedesk.uat.pace_queries import local_day
from changedesk.uat.report import (
    CycleReport,
    by_severity,
    counted,
    percent,
    states_by,
    top_area,
)

_TESTERS_AT_MOST = 30


def summary(report: CycleReport) -> SummarySheet:
    """Describe the sheet of figures: outcomes of steps, states by area and tester, defects."""
    blocks = []
    if report.runs:
        blocks += [_outcomes(report), _states(report, "area", "State of runs by area")]
    testers = {line.run.tester for line in report.runs} - {None}
    if testers and not report.tester and len(testers) <= _TESTERS_AT_MOST:
        blocks.append(_states(report, "tester", "State of runs by tester"))
    if report.defects:
        blocks.append(_severities(report))
    if report.open_defects:
        blocks.append(_ages(report))
    return SummarySheet(
        f"Where {report.cycle.code} stands",
        tuple(blocks),
        figures=figures(report),
        note=f"As of {report.made}. {FIGURES_NOTE}",
    )


def figures(report: CycleReport) -> tuple[Figure, ...]:
    """Return the figures that head workbook and certificate, each with its base."""
    runs, open_ = report.progress, report.open_defects
    grave = [row for row in open_ if row.severity in ("critical", "high")]
    trouble = runs.failed + runs.blocked + runs.disputed
    return (
        _figure(runs.executed_share, "executed", "runs"),
        _figure(runs.pass_rate, "passed", "decided runs"),
        _figure(report.first_pass, "first-pass yield", "decided first attempts"),
        Figure(
            f"{trouble}",
            "runs in trouble",
            f"of {counted(runs.planned, 'run')}",
            "bad" if trouble else None,
        ),
        Figure(
            f"{len(open_)}",
            "open defects",
            by_severity(open_) or "of any severity",
            "bad" if grave else "warning" if open_ else None,
        ),
    )


FIGURES_NOTE = (
    "Decided: passed, failed or blocked. First-pass yield: passed at the first attempt, of all "
    "first attempts decided. In trouble: failed, blocked or disputed. All else counts the last "
    "attempt of each script and tester."
)


def _figure(share: Share, label: str, base: str) -> Figure:
    return Figure(percent(share), label, f"{share.n:,} of {share.base:,} {base}")


def _outcomes(report: CycleReport) -> Block:
    choices = (*marks.OUTCOME_CHOICES, marks.DISPUTED, marks.NOT_RUN)
    counts = [(choice, report.outcomes.get(choice.code, 0)) for choice in choices]
    shown = [(choice, n) for choice, n in counts if n or choice.code != "disputed"]
    total = len(report.steps)
    return Block(
        "Outcome of steps",
        (
            Column("Outcome", "outcome", 24, "choice", choices),
            Column("Steps", "steps", 10, "integer"),
            Column("Share", "share", 10, "percent"),
        ),
        tuple((choice.code, n, Share(n, total).value) for choice, n in shown),
        Chart("bar", series=("steps",)),
        note=f"Base: {counted(total, 'step')}.",
    )


def _states(report: CycleReport, by: str, title: str) -> Block:
    if by == "area":
        named = ((top_area(line.run.area), _shown_state(line.run.state)) for line in report.runs)
    else:
        named = (
            (line.run.tester_name or "Nobody yet", _shown_state(line.run.state))
            for line in report.runs
        )
    rows = states_by(named)
    seen: set[str] = {"passed", "failed", "not_run"}.union(*(counts for _, counts in rows))
    states = [choice for choice in marks.STATE_CHOICES if choice.code in seen]
    states.sort(key=lambda choice: list(marks.STATE_TONES).index(choice.code))
    keys = tuple(choice.code for choice in states)
    total = sum((counts for _, counts in rows), Counter[str]())
    return Block(
        title,
        (
            Column(by.capitalize(), by, 24),
            *(Column(_heading(choice), choice.code, 10, "integer") for choice in states),
            Column("Runs", "runs", 10, "integer"),
        ),
        tuple(
            [name, *(counts[key] for key in keys), counts.total()]
            for name, counts in [*rows, ("All", total)]
        ),
        Chart("stacked", series=keys, tones=marks.STATE_TONES),
        total=True,
    )


def _heading(choice: Choice) -> str:
    return "N/A" if choice.code == "na" else choice.label


def _shown_state(state: str) -> str:
    return "passed" if state == "passed_with_remark" else state


def _ages(report: CycleReport) -> Block:
    days = [local_day(row.found) for row in report.open_defects if row.found]
    told = ageing(days, local_day(report.now_ms))
    middle = f"{told.median_days:g}" if told.median_days is not None else "–"
    return Block(
        "Age of open defects",
        (Column("Days open", "age", 24), Column("Open", "open", 10, "integer")),
        tuple(
            (f"{low} to {high}" if high is not None else f"{low} and more", n)
            for low, high, n in told.bands
        ),
        Chart("bar", series=("open",)),
        note=f"Since they were found: median {middle} days, the oldest {told.oldest_days or 0}.",
    )


def _severities(report: CycleReport) -> Block:
    open_ = {row.id for row in report.open_defects}
    found = Counter((row.severity, row.id in open_) for row in report.defects)
    return Block(
        "Defects by severity",
        (
            Column("Severity", "severity", 24, "choice", marks.SEVERITY_CHOICES),
            Column("Open", "open", 10, "integer"),
            Column("Done", "done", 10, "integer"),
        ),
        tuple(
            (choice.code, found[choice.code, True], found[choice.code, False])
            for choice in marks.SEVERITY_CHOICES
        ),
        Chart("stacked", series=("open", "done"), tones={"open": "warning", "done": "good"}),
        note="Done: closed, deferred or rejected. Open ones of earlier cycles are counted too.",
    )
