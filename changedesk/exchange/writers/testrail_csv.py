"""Cases as TestRail's CSV: one row for each, the items of a cell parted by CRLF."""

import re

from changedesk.exchange.drafts import ScriptDraft, StepDraft
from changedesk.exchange.writers.csv_text import written_csv
from changedesk.exchange.writers.marked import markdown_cell, without_number
from changedesk.exchange.writers.suite import (
    Suite,
    Written,
    area_path,
    further_cells,
    further_columns,
    ident,
    lost,
    needed,
)

SYSTEM = "testrail"
_HEAD = ("ID", "Title")
_TAIL = (
    "Estimate",
    "Expected Result",
    "Goals",
    "Mission",
    "Preconditions",
    "Priority",
    "References",
    "Section",
    "Section Depth",
    "Section Hierarchy",
    "Steps",
    "Steps",
    "Steps (Additional Info)",
    "Steps (Expected Result)",
    "Steps (Step)",
)
_LABELS = re.compile(r"(?:^|\n\n)(Expected result|Mission|Goals):\n")
_BLOCKS = {"Expected result": "Expected Result", "Mission": "Mission", "Goals": "Goals"}
_OWN = frozenset({*_HEAD, *_TAIL})


def write(suite: Suite) -> Written:
    """Return the scripts as TestRail exports and takes them."""
    columns = further_columns(suite.scripts, _OWN)
    rows = [[*_HEAD, *(name for name, _ in columns), *_TAIL]]
    for script in suite.scripts:
        more = [markdown_cell(text) for text in further_cells(script, columns, _OWN)]
        cells = _cells(script)
        rows.append(
            [
                ident(suite, script, SYSTEM),
                markdown_cell(script.title),
                *more,
                *(cells.pop(name, "") for name in _TAIL),
            ]
        )
    return written_csv(rows, lost(suite.scripts, "TestRail", "data_sets", "outcome"))


def _cells(script: ScriptDraft) -> dict[str, str]:
    """Return the cells by heading; the first "Steps" is the text, the second stays empty."""
    names = [part for part in script.area.split(" / ") if part]
    cells = {
        "Estimate": f"{script.minutes}m" if script.minutes else "",
        "Preconditions": markdown_cell(needed(script)),
        "Priority": script.priority.capitalize() if script.priority.islower() else script.priority,
        "References": ", ".join(script.requirements),
        "Section": names[-1] if names else "",
        "Section Depth": str(len(names) - 1) if names else "",
        "Section Hierarchy": area_path(script, " > "),
    }
    if script.steps:
        return cells | _steps(script.steps)
    return cells | _text(script.text)


def _text(text: str) -> dict[str, str]:
    """Return a text under the headings that it was read from."""
    first, *parts = _LABELS.split(text)
    cells = {"Steps": markdown_cell(first)}
    for label, block in zip(parts[::2], parts[1::2], strict=True):
        name = _BLOCKS[label]
        block_text = markdown_cell(block)
        cells[name] = f"{cells[name]}\n\n{label}:\n{block_text}" if name in cells else block_text
    return cells


def _steps(steps: tuple[StepDraft, ...]) -> dict[str, str]:
    columns = {
        "Steps (Step)": [step.do for step in steps],
        "Steps (Additional Info)": [step.data for step in steps],
        "Steps (Expected Result)": [step.expected for step in steps],
    }
    # One item of several lines would be taken for one item a line.
    one_of_lines = len(steps) == 1 and any("\n" in texts[0] for texts in columns.values())
    end = "\r\n" if one_of_lines else ""
    cells = {}
    for name, texts in columns.items():
        if any(texts):
            items = [markdown_cell(text) for text in texts]
            cells[name] = "\r\n".join([without_number(items[0]), *items[1:]]) + end
    block = "\n".join(
        f"{step.do}\nExpected Result:\n{step.expected}" if step.expected else step.do
        for step in steps
    )
    return cells | {"Steps": markdown_cell(block)}
