"""Traceability as sheets: each requirement with the scripts that test it, and as a grid."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from changedesk.office.layout import Choice, Column, TableSheet
from changedesk.uat import marks
from changedesk.uat.coverage import CoveringScript, RequirementRow
from changedesk.uat.report import CycleReport, counted, percent

_GRID_AT_MOST = 60
_NO_REQUIREMENT = "–"


def traceability(report: CycleReport) -> tuple[TableSheet, ...]:
    """Return the sheets: a list, and a grid where the scripts fit side by side; none without rows.

    A tester's own workbook has none: it is for filling in.
    """
    found = report.coverage
    if not found.rows or report.tester:
        return ()
    sheets = [_list(report)]
    if found.scripts and len(found.scripts) <= _GRID_AT_MOST:
        sheets.append(_grid(report))
    return tuple(sheets)


def _list(report: CycleReport) -> TableSheet:
    found = report.coverage
    return TableSheet(
        "Traceability",
        "Requirements and what tests them",
        (
            Column("Requirement", "requirement", 13, strong=True),
            Column("What it asks for", "title", 36, wrap=True),
            Column("Area", "area", 18, wrap=True),
            Column("Priority", "priority", 11, "choice", marks.MOSCOW_CHOICES),
            Column("State", "state", 22, "choice", marks.STATE_CHOICES),
            Column("Script", "script", 10, strong=True),
            Column("Its title", "script_title", 34, wrap=True),
            Column("State of the script", "script_state", 22, "choice", marks.STATE_CHOICES),
            Column("Executed", "executed", 10),
            Column("Open defects", "defects", 14, wrap=True),
        ),
        list(_rows(report)),
        key="traceability",
        note=f"{found.covered} of {counted(found.in_scope, 'requirement')} in scope covered "
        f"({percent(found.share)}): a run of a script that tests it was executed in "
        f"{report.cycle.code}. Nothing to fill in here.",
        group_by="requirement",
        frozen_columns=1,
    )


def _rows(report: CycleReport) -> Iterable[tuple[Any, ...]]:
    defects: dict[str, list[str]] = defaultdict(list)
    for row in report.open_defects:
        defects[row.script].append(row.code)
    for one in report.coverage.rows:
        told = (one.code, one.title, one.area, one.priority, one.state)
        if not one.scripts:
            why = "No script tests it" if one.in_scope else "Out of scope"
            yield (*told, "", why, "", "", "")
        for script in one.scripts:
            yield (*told, *_script(script), ", ".join(defects[script.code]))
    for script in report.coverage.untied:
        told = (_NO_REQUIREMENT, "No requirement is linked to this script", "", "", "")
        yield (*told, *_script(script), ", ".join(defects[script.code]))


def _script(script: CoveringScript) -> tuple[Any, ...]:
    executed = f"{script.executed} of {script.runs}" if script.runs else "not planned"
    return script.code, script.title, script.state, executed


def _grid(report: CycleReport) -> TableSheet:
    scripts = report.coverage.scripts
    signs = tuple(
        Choice(f"grid_{one.code}", one.glyph, tone=one.shade) for one in marks.STATE_CHOICES
    )
    legend = ", ".join(f"{one.glyph} {one.label.lower()}" for one in marks.STATE_CHOICES)
    return TableSheet(
        "Matrix",
        "Requirements against scripts",
        (
            Column("Requirement", "requirement", 13, strong=True),
            Column("What it asks for", "title", 34, wrap=True),
            Column("Priority", "priority", 11, "choice", marks.MOSCOW_CHOICES),
            Column("State", "state", 22, "choice", marks.STATE_CHOICES),
            *(
                Column(one.code.replace("-", "-\n"), one.code, 6, "choice", signs)
                for one in scripts
            ),
        ),
        [_grid_row(row, [one.id for one in scripts]) for row in report.coverage.rows],
        key="matrix",
        note=f"A sign where the script of the column tests the requirement of the row: {legend}.",
        frozen_columns=2,
    )


def _grid_row(row: RequirementRow, scripts: list[int]) -> tuple[Any, ...]:
    own = {script.id: f"grid_{script.state}" for script in row.scripts}
    return row.code, row.title, row.priority, row.state, *(own.get(key, "") for key in scripts)
