"""The command that says where the cycles of a project stand."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

import typer

from changedesk.cli.arguments import Address, AsJson, ProjectCode, chosen_project, opened
from changedesk.cli.output import plain, report, table
from changedesk.people.shares import Share
from changedesk.store.workspace import Workspace
from changedesk.uat.coverage import coverage
from changedesk.uat.criteria import CriterionState, criteria_of
from changedesk.uat.pace_queries import forecast_end
from changedesk.uat.queries import CycleProgress, CycleRow, cycle_called, cycles
from changedesk.uat.queries import progress as cycle_progress


@dataclass(frozen=True)
class Standing:
    """All that is said of a cycle."""

    progress: CycleProgress
    covered: Share
    criteria: tuple[CriterionState, ...]
    forecast_end: date | None


def progress(
    address: Address,
    project: ProjectCode = "",
    cycle: Annotated[str, typer.Option("--cycle", metavar="CODE", help="Only this cycle.")] = "",
    as_json: AsJson = False,
) -> None:
    """Show where the cycles stand: counts, each with its base, pace and exit criteria."""
    with opened(address) as workspace, workspace.snapshot():
        where = chosen_project(workspace, project)
        if cycle:
            chosen = [cycle_called(workspace, where.id, cycle)]
        else:
            chosen = cycles(workspace, where.id)
        found = [_standing(workspace, where.id, one) for one in chosen]
    lines = [line for one in found for line in _words(one)]
    facts = {"cycles": [_facts(one) for one in found]}
    report(as_json, facts, lines or ["There is no cycle yet."])


def _standing(workspace: Workspace, project: int, cycle: CycleRow) -> Standing:
    return Standing(
        cycle_progress(workspace, cycle),
        coverage(workspace, project, cycle.id).share,
        tuple(criteria_of(workspace, cycle.id)),
        forecast_end(workspace, cycle.id),
    )


def _share(share: Share) -> dict[str, Any]:
    return {"n": share.n, "base": share.base, "value": share.value}


def _facts(standing: Standing) -> dict[str, Any]:
    found = standing.progress
    runs = found.runs
    end = standing.forecast_end
    return {
        "code": found.cycle.code,
        "title": found.cycle.title,
        "status": found.cycle.status,
        "runs": {
            "planned": runs.planned, "executed": runs.executed, "passed": runs.passed,
            "failed": runs.failed, "blocked": runs.blocked, "disputed": runs.disputed,
            "not_applicable": runs.not_applicable, "not_run": runs.not_run,
            "in_progress": runs.in_progress,
        },
        "steps": found.steps,
        "executed_share": _share(runs.executed_share),
        "pass_rate": _share(runs.pass_rate),
        "first_pass_yield": _share(found.first_pass),
        "coverage": {"covered": standing.covered.n, "in_scope": standing.covered.base},
        "open_defects": found.open_defects,
        "criteria": [_criterion(one) for one in standing.criteria],
        "forecast_end": end.isoformat() if end else None,
    }  # fmt: skip


def _criterion(state: CriterionState) -> dict[str, Any]:
    ticked = state.measure == "checked"
    return {
        "kind": state.kind,
        "text": state.text,
        "measure": state.measure,
        "value": bool(state.number) if ticked else state.number,
        "target": True if ticked else state.target_number,
        "met": state.met,
        "why": state.why,
        "waived": state.waived,
    }


def _words(standing: Standing) -> list[str]:
    found = standing.progress
    runs = found.runs
    counts = (
        ("planned", runs.planned), ("executed", runs.executed), ("passed", runs.passed),
        ("failed", runs.failed), ("blocked", runs.blocked), ("disputed", runs.disputed),
        ("not applicable", runs.not_applicable), ("in progress", runs.in_progress),
        ("not run", runs.not_run),
    )  # fmt: skip
    shares = (
        ("executed", runs.executed_share, "planned runs"),
        ("pass rate", runs.pass_rate, "runs passed, failed or blocked"),
        ("passed at first", found.first_pass, "first attempts passed, failed or blocked"),
        ("covered", standing.covered, "requirements in scope"),
    )
    return [
        f"{found.cycle.code}  {plain(found.cycle.title)}  ({found.cycle.status})",
        *(f"  {line}" for line in table([(name, f"{n:,}") for name, n in counts])),
        *(f"  {line}" for line in table([_share_words(*one) for one in shares])),
        "  open defects: "
        + (", ".join(f"{n} {name}" for name, n in found.open_defects.items()) or "none"),
        *_criteria_words(standing.criteria),
        *_end_words(standing),
    ]


def _end_words(standing: Standing) -> list[str]:
    runs, end = standing.progress.runs, standing.forecast_end
    if end is None or runs.executed >= runs.planned:
        return []
    return [f"  all executed by {end.isoformat()}, at this pace"]


def _criteria_words(criteria: tuple[CriterionState, ...]) -> list[str]:
    lines = []
    for kind, heading in (("entry", "entry criteria"), ("exit", "exit criteria")):
        rows = [
            (_glyph(one), plain(one.text), one.value, one.target, plain(_why(one)))
            for one in criteria
            if one.kind == kind
        ]
        if rows:
            lines += [f"  {heading}", *(f"    {line}" for line in table(rows))]
    return lines


def _glyph(state: CriterionState) -> str:
    if state.met:
        return "✔"
    return "➔" if state.waived else "✖"


def _why(state: CriterionState) -> str:
    return f"waived: {state.waived}" if state.waived and not state.met else state.why


def _share_words(name: str, share: Share, base: str) -> tuple[str, str, str]:
    value = "–" if share.value is None else f"{share.value:.1%}"
    return name, value, f"{share.n:,} of {share.base:,} {base}"
