"""Test cases as Azure Test Plans takes them: a title row, then a row for each step."""

import re

from changedesk.exchange.drafts import ScriptDraft, StepDraft
from changedesk.exchange.writers.csv_text import written_csv
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
)

SYSTEM = "azure"
LONGEST_TITLE = 128
_HEAD = ("ID", "Work Item Type", "Title", "Test Step", "Step Action", "Step Expected")
_OWN = frozenset({*_HEAD, "Area Path", "Priority", "Tags"})
_PRIORITIES = {"critical": "1", "high": "2", "medium": "3", "low": "4"}
_SHARED = re.compile(r"Shared steps (\d+)(?:: (.+))?", re.DOTALL)


def write(suite: Suite) -> Written:
    """Return the scripts as new work items, or with their own ids where they are Azure's."""
    scripts = suite.scripts
    own = suite.system == SYSTEM
    # A new test case must be in the state Design, whatever it was elsewhere.
    left = _OWN if own else {name for script in scripts for name, _ in script.further} | _OWN
    columns = further_columns(scripts, left)
    tail = [name for name, used in _TAIL.items() if not own or any(map(used, scripts))]
    head = [*_HEAD, *tail, *(name for name, _ in columns)]
    if not own:
        head.append("State")
    rows = [head]
    for script in scripts:
        cells = {
            "Area Path": area_path(script, "\\"),
            "Priority": _PRIORITIES.get(script.priority, script.priority),
            "Tags": "; ".join(further_of(script, "Tags").split(", ")),
        }
        more = further_cells(script, columns, left) + ([] if own else ["Design"])
        title = html_cell(script.title)
        number = ident(suite, script, SYSTEM)
        rows.append([number, "Test Case", title, "", "", "", *(cells[n] for n in tail), *more])
        for at, step in enumerate(_steps(script), 1):
            rows.append([*_step_row(step, at), *[""] * (len(head) - len(_HEAD))])
    return written_csv(rows, _warnings(suite))


_TAIL = {
    "Area Path": lambda script: bool(script.area),
    "Priority": lambda script: bool(script.priority),
    "Tags": lambda script: bool(further_of(script, "Tags")),
}


def _warnings(suite: Suite) -> list[str]:
    found = lost(
        suite.scripts, "Azure", "requirements", "data_sets", "minutes", "outcome",
        *(() if suite.system == SYSTEM else ("status", "further")),
    )  # fmt: skip
    before = sum(bool(_before(script)) for script in suite.scripts)
    if before:
        verb = "has" if before == 1 else "have"
        found.append(
            f"{before} of {len(suite.scripts)} scripts {verb} preconditions or test data, for "
            "which Azure has no column: they begin the first step."
        )
    long = sum(len(script.title) > LONGEST_TITLE for script in suite.scripts)
    if long:
        found.append(
            f"{long} titles are longer than {LONGEST_TITLE} characters, which Azure refuses: "
            "shorten them first."
        )
    return found


def _steps(script: ScriptDraft) -> list[StepDraft]:
    """Return the steps; a text is one in Azure, what must be there first begins the first one."""
    steps = [StepDraft(script.text)] if script.text else []
    for step in script.steps:
        do = f"{step.do}\n\nTest data: {step.data}" if step.data else step.do
        steps.append(StepDraft(do, "", step.expected))
    before = _before(script)
    if not before:
        return steps
    if not steps or _SHARED.fullmatch(steps[0].do):
        return [StepDraft(before), *steps]
    return [StepDraft(f"{before}\n\n{steps[0].do}", "", steps[0].expected), *steps[1:]]


def _before(script: ScriptDraft) -> str:
    named = (("Preconditions", script.preconditions), ("Test data", script.test_data))
    return "\n\n".join(f"{name}:\n{text}" for name, text in named if text)


def _step_row(step: StepDraft, at: int) -> list[str]:
    shared = _SHARED.fullmatch(step.do)
    if shared and not step.expected:
        return [shared[1], "Shared Steps", shared[2] or "", str(at), "", ""]
    return ["", "", "", str(at), html_cell(step.do), html_cell(step.expected)]
