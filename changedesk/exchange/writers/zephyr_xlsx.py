"""Test cases as Zephyr Scale's workbook: further steps on rows without a key."""

import io

import openpyxl
from openpyxl.cell.cell import Cell

from changedesk.exchange.drafts import ScriptDraft
from changedesk.exchange.tools.scenario_text import examples
from changedesk.exchange.writers.marked import html_cell
from changedesk.exchange.writers.suite import (
    Suite,
    Written,
    area_path,
    further_cells,
    further_columns,
    further_of,
    ident,
    lost,
    needed,
)
from changedesk.office.cells import put_text

SYSTEM = "zephyr"
_STEP, _DATA, _EXPECTED = (
    f"Test Script (Step-by-Step) - {name}" for name in ("Step", "Test Data", "Expected Result")
)
_PLAIN, _BDD = "Test Script (Plain Text)", "Test Script (BDD)"
_HEAD = (
    "Key",
    "Name",
    "Status",
    "Precondition",
    "Objective",
    "Folder",
    "Priority",
    "Component",
    "Labels",
    "Owner",
    "Estimated Time",
    "Coverage (Issues)",
    "Coverage (Pages)",
    _STEP,
    _DATA,
    _EXPECTED,
    _PLAIN,
    _BDD,
)
_KEPT = ("Status", "Objective", "Component", "Labels", "Owner", "Coverage (Pages)")
_OWN = frozenset({*_HEAD, "Type"})
_STATES = {"draft": "Draft", "ready": "Approved", "retired": "Deprecated"}
_PRIORITIES = {"critical": "Critical", "high": "High", "medium": "Normal", "low": "Low"}
_SCENARIOS = {"bdd", "cucumber", "scenario", "scenario outline", "gherkin"}


def write(suite: Suite) -> Written:
    """Return the scripts as the sheet that Zephyr Scale exports and takes."""
    columns = further_columns(suite.scripts, _OWN)
    rows = [[*_HEAD, *(name for name, _ in columns)]]
    for script in suite.scripts:
        cells = _cells(suite, script)
        more = [html_cell(text) for text in further_cells(script, columns, _OWN)]
        for step in script.steps or (None,):
            if step is not None:
                cells[_STEP], cells[_DATA], cells[_EXPECTED] = map(
                    html_cell, (step.do, step.data, step.expected)
                )
            rows.append([*(cells.get(name, "") for name in _HEAD), *more])
            cells, more = {}, [""] * len(columns)
    undone = [s for s in suite.scripts if s.data_sets and examples(s.text) != s.data_sets]
    warnings = lost(undone, "Zephyr", "data_sets", base=len(suite.scripts))
    warnings += lost(suite.scripts, "Zephyr", "outcome")
    return _workbook(rows, warnings)


def _cells(suite: Suite, script: ScriptDraft) -> dict[str, str]:
    folder = area_path(script, "/")
    cells = {name: html_cell(further_of(script, name)) for name in _KEPT}
    is_scenario = further_of(script, "Type").lower() in _SCENARIOS
    hours, minutes = divmod(script.minutes or 0, 60)
    cells |= {
        "Key": ident(suite, script, SYSTEM),
        "Name": html_cell(script.title),
        "Status": cells["Status"] or _STATES.get(script.status, ""),
        "Precondition": html_cell(needed(script)),
        "Folder": f"/{folder}" if folder else "",
        "Priority": _PRIORITIES.get(script.priority, script.priority),
        "Estimated Time": f"{hours:02}:{minutes:02}:00" if script.minutes else "",
        "Coverage (Issues)": ", ".join(script.requirements),
    }
    if not script.steps:
        cells[_BDD if is_scenario else _PLAIN] = (
            script.text if is_scenario else html_cell(script.text)
        )
    return cells


def _workbook(rows: list[list[str]], warnings: list[str]) -> Written:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Sheet0"
    cut = 0
    for number, row in enumerate(rows, 1):
        for column, text in enumerate(row, 1):
            if text:
                cell = sheet.cell(number, column)
                assert isinstance(cell, Cell)
                cut += put_text(cell, text)
    if cut:
        warnings.append(f"{cut} texts are longer than a cell of a workbook holds and were cut.")
    file = io.BytesIO()
    book.save(file)
    return Written(file.getvalue(), tuple(warnings))
