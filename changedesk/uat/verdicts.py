"""What the figures of a cycle say, in words: the verdict, its reason, what is to be done."""

from dataclasses import dataclass

from changedesk.office.palette import Tone
from changedesk.uat.queries import DefectRow
from changedesk.uat.report import CycleReport, by_severity, counted, day_in_words, listed

_CONDITIONS_AT_MOST = 20
_TITLED_AT_MOST = 3
_NAMED_AT_MOST = 6
_NOBODY = "to be named"
_CRITERION = ("exit criterion", "exit criteria")
_BY_FIGURES = (
    "The verdict is computed: not accepted with a failed, blocked or disputed run, with an "
    "open critical or high defect, or when nothing passed; with conditions while runs "
    "or smaller defects are open. The decision is that of the people who sign."
)
_BY_CRITERIA = (
    "The verdict is computed: not accepted with an exit criterion that is neither met nor waived, "
    "or when nothing passed; with conditions while one is waived or anything is open. The "
    "decision is that of the people who sign."
)


@dataclass(frozen=True)
class VerdictWords:
    """A verdict as a certificate prints it: the words, why, and what it was computed from."""

    text: str
    reason: str
    basis: str
    tone: Tone


def verdict_in_words(report: CycleReport) -> VerdictWords:
    """Return the verdict of the figures; the decision stays with the people who sign."""
    basis = _BY_CRITERIA if report.by_criteria else _BY_FIGURES
    if not report.runs:
        return VerdictWords(
            "○ Nothing to accept yet", "No script is planned in this cycle.", basis, "quiet"
        )
    if report.verdict == "accepted":
        text, reason = "✔ Accepted", _all_well(report)
        return VerdictWords(text, reason, basis, "good")
    if report.verdict == "conditional":
        return VerdictWords("✔* Accepted with conditions", _still_open(report), basis, "warning")
    return VerdictWords("✖ Not accepted", _in_the_way(report), basis, "bad")


def _all_well(report: CycleReport) -> str:
    planned = counted(report.progress.planned, "planned run")
    deferred = _deferred(report)
    if report.by_criteria:
        said = f"{planned} executed, none failed, no defect is open, every exit criterion is met."
    else:
        said = f"{planned} executed, none failed, and no defect is open."
    return f"{said} {deferred}." if deferred else said


def _deferred(report: CycleReport) -> str:
    # Deferring a defect takes it out of the open ones: who signs must see it here all the same.
    rows = [row for row in report.defects if row.status == "deferred"]
    return f"{counted(len(rows), 'defect')} deferred ({by_severity(rows)})" if rows else ""


def _still_open(report: CycleReport) -> str:
    runs = report.progress
    trouble = _trouble(report)
    parts = [trouble or "No run failed"]
    if report.waived:
        parts.append(f"{counted(len(report.waived), *_CRITERION)} waived")
    if runs.executed < runs.planned:
        left = runs.planned - runs.executed
        parts.append(f"{left:,} of {counted(runs.planned, 'run')} not executed yet")
    if report.open_defects:
        rows = report.open_defects
        word = "defect" if report.by_criteria else "smaller defect"
        parts.append(f"{counted(len(rows), word)} open ({by_severity(rows)})")
    if report.conditions:
        parts.append(f"{counted(len(report.conditions), 'condition')} to be met")
    if deferred := _deferred(report):
        parts.append(deferred)
    return f"{'; '.join(parts)}."


def _in_the_way(report: CycleReport) -> str:
    runs = report.progress
    if not runs.executed and not (runs.failed or runs.blocked or runs.disputed):
        return f"None of the {counted(runs.planned, 'planned run')} was executed."
    said = [told] if (told := _trouble(report)) else []
    if not runs.passed and not said:
        planned = counted(runs.planned, "planned run")
        said.append(
            f"None of the {planned} passed: what was executed was skipped or is not applicable"
        )
    if report.unmet:
        exits = sum(1 for one in report.criteria if one.kind == "exit")
        named = ", ".join(f"“{one.text}”" for one in report.unmet[:_TITLED_AT_MOST])
        rest = " …" if len(report.unmet) > _TITLED_AT_MOST else ""
        said.insert(
            0, f"{len(report.unmet)} of {counted(exits, *_CRITERION)} not met ({named}{rest})"
        )
    grave = [row for row in report.open_defects if row.severity in ("critical", "high")]
    if grave:
        said.append(f"{counted(len(grave), 'critical or high defect')} open ({_named(grave)})")
    return f"{'; '.join(said)}."


def _trouble(report: CycleReport) -> str:
    runs = report.progress
    counts = ((runs.failed, "failed"), (runs.blocked, "blocked"), (runs.disputed, "disputed"))
    parts = [f"{n:,} {word}" for n, word in counts if n]
    return f"Of {counted(runs.planned, 'run')}, {listed(parts)}" if parts else ""


def _named(rows: list[DefectRow]) -> str:
    """Return defects by code, and by title too where there are few."""
    if len(rows) <= _TITLED_AT_MOST:
        return ", ".join(f"{row.code} “{row.title}”" for row in rows)
    rest = " …" if len(rows) > _NAMED_AT_MOST else ""
    return ", ".join(row.code for row in rows[:_NAMED_AT_MOST]) + rest


def disposition(row: DefectRow, workaround: str = "") -> str:
    """Return what becomes of a defect, as its status and its workaround tell it."""
    fixed = f" in {row.fixed_in}" if row.fixed_in else ""
    return {
        "new": "to be decided",
        "triaged": "to be fixed",
        "in_fix": "being fixed",
        "ready_for_retest": f"fixed{fixed}, to be retested",
        "closed": f"fixed{fixed}",
        "deferred": "deferred, accepted with workaround" if workaround else "deferred",
        "rejected": "no defect",
    }.get(row.status, row.status)


def conditions(report: CycleReport) -> list[tuple[str, str, str]]:
    """Return what is still to be done as (condition, owner, until), at most a page of it.

    Until then is the go-live, where it is known: no condition is left without a date.
    """
    until = day_in_words(report.project.go_live)
    found = [
        (one.wording, one.owner, day_in_words(one.due) if one.due else until)
        for one in report.conditions
    ]
    found += [
        (f"{row.code} “{row.title}”: {_to_do(row)}", row.owner, until)
        for row in report.open_defects
    ]
    found += [
        (f"{line.reference} “{line.title}”: run to its end", line.run.tester_name, until)
        for line in report.runs
        if not line.run.final and line.run.state != "disputed"
    ]
    found += [
        (f"{line.reference} “{line.title}”: the dispute is decided", "", until)
        for line in report.runs
        if line.run.state == "disputed"
    ]
    found = [(text, owner or _NOBODY, day) for text, owner, day in found]
    if len(found) <= _CONDITIONS_AT_MOST:
        return found
    rest = len(found) - _CONDITIONS_AT_MOST
    return [*found[:_CONDITIONS_AT_MOST], (f"{rest:,} more as listed above", "", "")]


def _to_do(row: DefectRow) -> str:
    return "retested" if row.status == "ready_for_retest" else "fixed and retested"
