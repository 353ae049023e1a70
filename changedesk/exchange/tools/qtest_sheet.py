"""Test cases of qTest as a workbook: a cover, then a sheet for each module, a row for each step."""

from changedesk.exchange.asked import Asked, Recogniser
from changedesk.exchange.drafts import ScriptDraft, ScriptImport, StepDraft
from changedesk.exchange.sheets import ForeignFile
from changedesk.exchange.tools.cases import Gathering, linked, told
from changedesk.exchange.tools.grid import Grid, find_grid, group_rows, needs
from changedesk.exchange.tools.markup import plain_text
from changedesk.exchange.tools.values import level, script_status

_NUMBER = ("test step #", "test step no.", "step #")
_WHAT = ("test step description", "step description")
_RESULT = ("test step expected result", "step expected result")
_FILE = ("test step attachment", "step attachment")
_FITS = needs("name", "id", ("test step #", "test step description"), _WHAT, _RESULT)
_FIELDS = {
    "id": "id", "name": "title", "precondition": "preconditions", "priority": "priority",
    "requirement ids": "requirements", "test step #": "step_number",
    **dict.fromkeys(_WHAT, "steps"), **dict.fromkeys(_RESULT, "expected"),
}  # fmt: skip
_USED = (*_FIELDS, *_NUMBER, *_FILE)


def knows(file: ForeignFile) -> bool:
    """Tell the export by the headings of its modules."""
    return any(find_grid(sheet, _FITS) for sheet in file.sheets)


def read(file: ForeignFile, asked: Asked) -> ScriptImport:
    """Return the test cases; the sheet's name is the module, and their area."""
    work = Gathering(file, asked, "qtest", "qTest export")
    for grid in work.grids(_FITS):
        work.note_columns(grid, _FIELDS)
        for rows in group_rows(grid, work.ledger, _has_another_id):
            work.add(_script(work, grid, rows))
    return work.finish()


def _has_another_id(grid: Grid, row: int, first: int | None) -> bool:
    mark = [grid.get(row, name) for name in ("id", "name")]
    return any(mark) and (
        first is None or mark != [grid.get(first, name) for name in ("id", "name")]
    )


def _script(work: Gathering, grid: Grid, rows: list[int]) -> ScriptDraft:
    first = rows[0]
    title = plain_text(grid.get(first, "name"))
    work.lacking(grid, first, title)
    files = [
        (f"Attachment of step {grid.get(row, *_NUMBER)}", grid.get(row, *_FILE)) for row in rows
    ]
    rest = [(name, plain_text(text)) for name, text in grid.rest(first, _USED)]
    return ScriptDraft(
        source_id=grid.get(first, "id"),
        source_key=grid.get(first, "id"),
        title=title,
        where=grid.place(first),
        area=" ".join(grid.sheet.name.split()),
        preconditions=plain_text(grid.get(first, "precondition")),
        priority=level(grid.get(first, "priority")),
        requirements=linked(*(grid.get(row, "requirement ids") for row in rows)),
        steps=tuple(_steps(grid, rows)),
        status=script_status(grid.get(first, "status")),
        further=told([*rest, *files]),
        pairing="one row for each step",
    )


def _steps(grid: Grid, rows: list[int]) -> list[StepDraft]:
    steps = []
    for row in rows:
        do, expected = (plain_text(grid.get(row, *names)) for names in (_WHAT, _RESULT))
        if do or expected:
            steps.append(
                StepDraft(do or expected, "", expected if do else "", where=grid.place(row))
            )
    return steps


RECOGNISER = Recogniser("scripts", "qTest export", knows, read)
