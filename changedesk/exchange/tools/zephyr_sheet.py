"""Test cases of Zephyr as workbooks: Zephyr Scale's export, and Zephyr Squad's Jira columns."""

from changedesk.exchange.asked import Asked, Recogniser
from changedesk.exchange.drafts import ScriptDraft, ScriptImport, StepDraft
from changedesk.exchange.sheets import ForeignFile
from changedesk.exchange.tools.cases import Gathering, folder, linked, told
from changedesk.exchange.tools.grid import Grid, find_grid, group_rows, needs
from changedesk.exchange.tools.markup import plain_text, plain_wiki
from changedesk.exchange.tools.scenario_text import examples
from changedesk.exchange.tools.values import (
    level,
    milliseconds_as_minutes,
    minutes_of,
    script_status,
)

_SCALE_STEP = "test script (step-by-step) - step"
_SCALE_DATA = "test script (step-by-step) - test data"
_SCALE_EXPECTED = "test script (step-by-step) - expected result"
_PLAIN, _BDD = "test script (plain text)", "test script (bdd)"
_SCALE = needs("name", (_SCALE_STEP, _PLAIN, _BDD))
_SCALE_FIELDS = {
    "key": "id", "name": "title", "precondition": "preconditions", "folder": "area",
    "priority": "priority", "coverage (issues)": "requirements", _SCALE_STEP: "steps",
    _SCALE_DATA: "test_data", _SCALE_EXPECTED: "expected",
}  # fmt: skip
_SCALE_USED = (*_SCALE_FIELDS, _PLAIN, _BDD, "estimated time")

_KEY = ("issuekey", "issue key", "key", "issue id")
_STEP = ("teststep", "test step", "step")
_DATA = ("test data", "testdata")
_RESULT = ("test result", "testresult", "expected result", "step result")
_SQUAD = needs(
    _KEY,
    "summary",
    ("teststep", "test step"),
    _DATA,
    ("test result", "testresult", "expected result"),
)
_SQUAD_FIELDS = {
    **dict.fromkeys(_KEY, "id"), "summary": "title", **dict.fromkeys(_STEP, "steps"),
    **dict.fromkeys(_DATA, "test_data"), **dict.fromkeys(_RESULT, "expected"),
    "priority": "priority",
}  # fmt: skip
_SQUAD_USED = (*_SQUAD_FIELDS, "orderid", "step id", "stepid", "order id")


def knows_scale(file: ForeignFile) -> bool:
    """Tell Zephyr Scale's export by its headings."""
    return any(find_grid(sheet, _SCALE) for sheet in file.sheets)


def read_scale(file: ForeignFile, asked: Asked) -> ScriptImport:
    """Return the test cases; a row without a key goes on with the one above."""
    work = Gathering(file, asked, "zephyr", "Zephyr Scale export")
    for grid in work.grids(_SCALE):
        work.note_columns(grid, _SCALE_FIELDS)
        for rows in group_rows(grid, work.ledger, _has_key_or_name):
            work.add(_scale_script(work, grid, rows))
    return work.finish()


def _has_key_or_name(grid: Grid, row: int, _first: int | None) -> bool:
    return bool(grid.get(row, "key") or grid.get(row, "name"))


def _scale_script(work: Gathering, grid: Grid, rows: list[int]) -> ScriptDraft:
    first = rows[0]
    steps = tuple(_steps(grid, rows, (_SCALE_STEP,), (_SCALE_DATA,), (_SCALE_EXPECTED,)))
    plain, bdd = plain_text(grid.get(first, _PLAIN)), grid.get(first, _BDD)
    estimate = grid.get(first, "estimated time")
    minutes = minutes_of(estimate) or milliseconds_as_minutes(estimate)
    kind = "" if steps else "BDD" if bdd else "Plain Text" if plain else ""
    unread = [] if minutes or not estimate else [("Estimated Time", estimate)]
    title = plain_text(grid.get(first, "name"))
    work.lacking(grid, first, title)
    rest = [(name, plain_text(text)) for name, text in grid.rest(first, _SCALE_USED)]
    return ScriptDraft(
        source_id=grid.get(first, "key"),
        source_key=grid.get(first, "key"),
        title=title,
        where=grid.place(first),
        area=folder(grid.get(first, "folder")),
        preconditions=plain_text(grid.get(first, "precondition")),
        priority=level(grid.get(first, "priority")),
        requirements=linked(grid.get(first, "coverage (issues)")),
        steps=steps,
        text="" if steps else bdd or plain,
        minutes=minutes,
        status=script_status(grid.get(first, "status")),
        data_sets=examples(bdd),
        further=told([("Type", kind), *unread, *rest]),
        pairing="one row for each step" if steps else "",
    )


def _steps(
    grid: Grid,
    rows: list[int],
    step: tuple[str, ...],
    data: tuple[str, ...],
    result: tuple[str, ...],
) -> list[StepDraft]:
    """Return the step of each row that has one."""
    steps = []
    for row in rows:
        do, given, expected = (plain_text(grid.get(row, *n)) for n in (step, data, result))
        if do or given or expected:
            shown = do or expected or given
            rest = (given if do or expected else "", expected if do else "")
            steps.append(StepDraft(shown, *rest, where=grid.place(row)))
    return steps


def knows_squad(file: ForeignFile) -> bool:
    """Tell Zephyr Squad's export by the steps beside Jira's columns."""
    return any(find_grid(sheet, _SQUAD) for sheet in file.sheets)


def read_squad(file: ForeignFile, asked: Asked) -> ScriptImport:
    """Return the tests; further steps stand on rows without a key, or with the same one."""
    work = Gathering(file, asked, "zephyr", "Zephyr Squad export")
    for grid in work.grids(_SQUAD):
        work.note_columns(grid, _SQUAD_FIELDS)
        for rows in group_rows(grid, work.ledger, _has_another_key):
            work.add(_squad_script(work, grid, rows))
    return work.finish()


def _has_another_key(grid: Grid, row: int, first: int | None) -> bool:
    key = grid.get(row, *_KEY)
    return bool(key) and (first is None or key != grid.get(first, *_KEY))


def _squad_script(work: Gathering, grid: Grid, rows: list[int]) -> ScriptDraft:
    first = rows[0]
    title = grid.get(first, "summary")
    work.lacking(grid, first, title)
    return ScriptDraft(
        source_id=grid.get(first, *_KEY),
        source_key=grid.get(first, *_KEY),
        title=title,
        where=grid.place(first),
        area=folder(grid.get(first, "folder")),
        priority=level(grid.get(first, "priority")),
        steps=tuple(_steps(grid, rows, _STEP, _DATA, _RESULT)),
        status=script_status(grid.get(first, "status")),
        further=told(
            [(name, plain_wiki(text)) for name, text in grid.rest(first, (*_SQUAD_USED, "folder"))]
        ),
        pairing="one row for each step",
    )


SCALE = Recogniser("scripts", "Zephyr Scale export", knows_scale, read_scale)
SQUAD = Recogniser("scripts", "Zephyr Squad export", knows_squad, read_squad)
