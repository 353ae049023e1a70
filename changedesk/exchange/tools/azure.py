"""Test cases of Azure Test Plans, as its grid exports and imports them: CSV or workbook."""

import re

from changedesk.exchange.asked import Asked, Recogniser
from changedesk.exchange.drafts import Place, ScriptDraft, ScriptImport, StepDraft
from changedesk.exchange.sheets import ForeignFile
from changedesk.exchange.tools.cases import Gathering, folder, told
from changedesk.exchange.tools.grid import Grid, find_grid, group_rows, needs
from changedesk.exchange.tools.markup import plain_text
from changedesk.exchange.tools.values import level, script_status

_TITLES = ("title", "title 1", "title 2", "title 3")
_FITS = needs("id", "work item type", _TITLES, "step action", "step expected")
_FIELDS = {
    "id": "id", "title": "title", "test step": "step_number", "step action": "steps",
    "step expected": "expected", "area path": "area", "priority": "priority",
}  # fmt: skip
_USED = (*_FIELDS, *_TITLES, "work item type")
_SHARED = {"shared steps", "shared step"}


def knows(file: ForeignFile) -> bool:
    """Tell the grid by its headings."""
    return any(find_grid(sheet, _FITS) for sheet in file.sheets)


def read(file: ForeignFile, asked: Asked) -> ScriptImport:
    """Return the test cases; where step 1 stands on the title row and again below, it is one."""
    work = Gathering(file, asked, "azure", "Azure Test Plans export")
    for grid in work.grids(_FITS):
        work.note_columns(grid, _FIELDS)
        groups = group_rows(grid, work.ledger, _begins)
        cases = [rows for rows in groups if not _is_shared(grid, rows[0])]
        shared = {grid.get(rows[0], "id"): rows for rows in groups if _is_shared(grid, rows[0])}
        _account_for_shared(work, grid, shared)
        twins = 0
        for rows in cases:
            kept = _without_twin(grid, rows)
            twins += len(rows) - len(kept)
            work.add(_script(work, grid, kept, shared))
        why = "they say again the step that stands on the title row"
        work.ledger.move_to_skipped(Place(grid.sheet.name, 0), why, twins)
    return work.finish()


def _begins(grid: Grid, row: int, first: int | None) -> bool | str:
    """Tell a title row; shared steps with a number inside a case are a reference to them."""
    shown = grid.get(row, "work item type")
    kind = shown.lower()
    if kind in _SHARED:
        return first is None or not grid.get(row, "test step")
    if kind and "test case" not in kind and kind not in _TEST_CASES:
        return f'it is a work item of the type "{shown}"'
    return bool(kind or _title(grid, row))


_TEST_CASES = {"testfall", "cas de test", "caso de prueba", "caso de teste", "тестовый случай"}


def _is_shared(grid: Grid, row: int) -> bool:
    return grid.get(row, "work item type").lower() in _SHARED


def _title(grid: Grid, row: int) -> str:
    return next((text for name in _TITLES if (text := grid.get(row, name))), "")


def _account_for_shared(work: Gathering, grid: Grid, shared: dict[str, list[int]]) -> None:
    for rows in shared.values():
        work.ledger.made -= 1
        work.ledger.continuation -= len(rows) - 1
        work.ledger.read -= len(rows)
        why = "they are shared steps and stand in each script that names them"
        work.ledger.skip(grid.place(rows[0]), why, len(rows))


def _without_twin(grid: Grid, rows: list[int]) -> list[int]:
    """Drop the row that repeats the step of the title row."""
    names = ("test step", "step action", "step expected")
    if len(rows) > 1:
        first, second = ([grid.get(row, name) for name in names] for row in rows[:2])
        same = first[1:] == second[1:] and first[0] in {"", second[0]}
        if any(first[1:]) and same:
            return [rows[0], *rows[2:]]
    return rows


def _steps(grid: Grid, rows: list[int], shared: dict[str, list[int]]) -> list[StepDraft]:
    steps = []
    for row in rows:
        if _is_shared(grid, row) and row != rows[0]:
            ident = grid.get(row, "id")
            if ident in shared:
                steps += _steps(grid, shared[ident], {})
                continue
            name = _title(grid, row) or grid.get(row, "step action")
            label = f"Shared steps {ident}: {name}" if ident else f"Shared steps: {name}"
            steps.append(StepDraft(label.rstrip(": "), where=grid.place(row)))
            continue
        do, expected = (plain_text(grid.get(row, n)) for n in ("step action", "step expected"))
        if do or expected:
            steps.append(
                StepDraft(do or expected, "", expected if do else "", where=grid.place(row))
            )
    return steps


def _script(
    work: Gathering, grid: Grid, rows: list[int], shared: dict[str, list[int]]
) -> ScriptDraft:
    first = rows[0]
    title = plain_text(_title(grid, first))
    work.lacking(grid, first, title)
    tags = re.sub(r"\s*;\s*", ", ", grid.get(first, "tags"))
    return ScriptDraft(
        source_id=grid.get(first, "id"),
        source_key=grid.get(first, "id"),
        title=title,
        where=grid.place(first),
        area=folder(grid.get(first, "area path"), "\\"),
        priority=level(grid.get(first, "priority")),
        steps=tuple(_steps(grid, rows, shared)),
        status=script_status(grid.get(first, "state")),
        further=told([("Tags", tags), *grid.rest(first, (*_USED, "tags"))]),
        pairing="one row for each step",
    )


RECOGNISER = Recogniser("scripts", "Azure Test Plans export", knows, read)
