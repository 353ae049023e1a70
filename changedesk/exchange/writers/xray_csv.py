"""Tests as the CSV of Xray's Test Case Importer, preconditions as rows of their own."""

from collections.abc import Iterator

from changedesk.exchange.drafts import ScriptDraft
from changedesk.exchange.tools.scenario_text import examples
from changedesk.exchange.writers.csv_text import written_csv
from changedesk.exchange.writers.marked import wiki_cell
from changedesk.exchange.writers.suite import (
    Suite,
    Written,
    area_path,
    further_cells,
    further_columns,
    further_of,
    lost,
    needed,
)

SYSTEM = "xray"
MOST_ISSUES = 1000
_HEAD = (
    "Issue ID",
    "Issue Key",
    "Test Type",
    "Test Summary",
    "Test Priority",
    "Action",
    "Data",
    "Result",
    "Test Repo",
    "Precondition",
    "Issue Type",
    "Precondition Type",
    "Unstructured Definition",
    "Gherkin definition",
    "Description",
    "Links",
)
_PRIORITIES = {"critical": "1", "high": "2", "medium": "3", "low": "4"}
_OWN = frozenset({*_HEAD, "Type", "Description"})
_SCENARIOS = {"cucumber", "bdd", "scenario", "scenario outline", "gherkin"}
_TYPES = {"cucumber": "Cucumber", "bdd": "Cucumber", "generic": "Generic", "manual": "Manual"}


def write(suite: Suite) -> Written:
    """Return the scripts as the importer takes them."""
    columns = further_columns(suite.scripts, _OWN)
    rows = [[*_HEAD, *(name for name, _ in columns)]]
    idents, free = _idents(suite)
    conditions: dict[str, str] = {}
    for script, ident in zip(suite.scripts, idents, strict=True):
        text = needed(script)
        if text and text not in conditions:
            conditions[text] = next(free)
            rows.append(_precondition(conditions[text], text) + [""] * len(columns))
        more = [wiki_cell(text) for text in further_cells(script, columns, _OWN)]
        for number, cells in enumerate(_rows(suite, script, ident, conditions.get(text, ""))):
            rows.append([*(cells.get(name, "") for name in _HEAD), *(more if not number else ())])
    width = len(rows[0])
    rows = [row + [""] * (width - len(row)) for row in rows]
    return written_csv(rows, _warnings(suite, len(suite.scripts) + len(conditions)))


def _warnings(suite: Suite, issues: int) -> list[str]:
    undone = [s for s in suite.scripts if s.data_sets and examples(s.text) != s.data_sets]
    found = lost(suite.scripts, "Xray", "minutes", "status", "outcome")
    found += lost(undone, "Xray", "data_sets", base=len(suite.scripts))
    if issues > MOST_ISSUES:
        found.append(
            f"These are {issues} issues with their preconditions; Xray takes {MOST_ISSUES} at a "
            "time, so split the file."
        )
    return found


def _idents(suite: Suite) -> tuple[list[str], Iterator[str]]:
    """Return the id that groups the rows of each test, and ids that are still free."""
    kept = [_own_ident(suite, script) for script in suite.scripts]
    taken = set(kept)
    free = (str(number) for number in range(1, 10_000_000) if str(number) not in taken)
    return [ident or next(free) for ident in kept], free


def _own_ident(suite: Suite, script: ScriptDraft) -> str:
    """Return the id of a test that was read from such a file and has no key in Jira."""
    mine = script.source_key == f"{script.source_id}: {script.title}"
    return script.source_id if suite.system == SYSTEM and mine else ""


def _precondition(ident: str, text: str) -> list[str]:
    cells = {
        "Issue ID": ident,
        "Test Summary": wiki_cell(text.split("\n", maxsplit=1)[0][:250]),
        "Issue Type": "precondition",
        "Precondition Type": "Manual",
        "Description": wiki_cell(text),
    }
    return [cells.get(name, "") for name in _HEAD]


def _rows(
    suite: Suite, script: ScriptDraft, ident: str, condition: str
) -> Iterator[dict[str, str]]:
    """Yield a row for each step, at least one; the first tells of the test."""
    kind = further_of(script, "Type")
    is_scenario = not script.steps and kind.lower() in _SCENARIOS
    default = "Manual" if script.steps else "Cucumber" if is_scenario else "Generic"
    of_xray = suite.system == SYSTEM
    key = script.source_id if of_xray and not _own_ident(suite, script) else ""
    cells = {
        "Issue ID": ident,
        "Issue Key": key,
        "Test Type": kind if of_xray else _TYPES.get(kind.lower(), default),
        "Test Summary": wiki_cell(script.title),
        "Test Priority": _PRIORITIES.get(script.priority, script.priority),
        "Test Repo": area_path(script, "/"),
        "Precondition": condition,
        "Issue Type": "",
        "Description": wiki_cell(further_of(script, "Description")),
        "Links": ";".join(script.requirements),
    }
    if is_scenario:
        cells["Gherkin definition"] = script.text
    elif not script.steps and (cells["Description"] or cells["Test Type"].lower() == "generic"):
        cells["Unstructured Definition"] = wiki_cell(script.text)
    elif not script.steps:
        cells["Description"] = wiki_cell(script.text)
    again = {name: cells[name] for name in ("Issue ID", "Issue Key", "Test Type", "Test Priority")}
    for step in script.steps or (None,):
        if step is not None:
            cells["Action"], cells["Data"], cells["Result"] = map(
                wiki_cell, (step.do, step.data, step.expected)
            )
        yield cells
        cells = dict(again)
