"""Tests of PractiTest as CSV: one row for each step, of which only the first names the test."""

import re

from changedesk.exchange import dates
from changedesk.exchange.asked import Asked, Recogniser
from changedesk.exchange.drafts import ScriptDraft, ScriptImport, StepDraft
from changedesk.exchange.sheets import ForeignFile
from changedesk.exchange.tools.cases import Gathering, linked, told
from changedesk.exchange.tools.grid import Grid, find_grid, group_rows, needs
from changedesk.exchange.tools.markup import plain_text
from changedesk.exchange.tools.scenario_text import examples
from changedesk.exchange.tools.values import level, minutes_of, script_status

_ID = ("id", "display id")
_STATUS = ("run_status", "run status", "last run status")
_STEP, _WHAT = ("step name",), ("step description",)
_RESULT = ("step expected_results", "step expected results", "step expected result")
_POSITION = ("step position", "step #")
_LINKS = ("traceability - requirements", "requirements", "linked requirements")
_FITS = needs(
    _ID, "name", _STEP, _WHAT, _RESULT,
    (*_STATUS, *_POSITION, "test_type", "test type"),
)  # fmt: skip
_FIELDS = {
    "id": "id", "display id": "id", "name": "title", "preconditions": "preconditions",
    "priority": "priority", _STEP[0]: "steps", _WHAT[0]: "steps", "last run": "performed_on",
    **dict.fromkeys(_RESULT, "expected"), **dict.fromkeys(_STATUS, "outcome"),
    **dict.fromkeys(_LINKS[:1], "requirements"),
}  # fmt: skip
_USED = (*_FIELDS, *_POSITION, "description", "duration estimate", "scenario")
_GHERKIN = re.compile(r"given|when|then|and|but|\*", re.IGNORECASE)


def knows(file: ForeignFile) -> bool:
    """Tell the export by its headings."""
    return any(find_grid(sheet, _FITS) for sheet in file.sheets)


def read(file: ForeignFile, asked: Asked) -> ScriptImport:
    """Return the tests with the state of their last run."""
    work = Gathering(file, asked, "practitest", "PractiTest export")
    for grid in work.grids(_FITS):
        work.note_columns(grid, _FIELDS)
        order = asked.date_order or dates.order_of(_day(grid, row) for row in grid.body())[0]
        for rows in group_rows(grid, work.ledger, _has_another_id):
            work.add(_script(work, grid, rows, order))
    return work.finish()


def _has_another_id(grid: Grid, row: int, first: int | None) -> bool:
    ident = grid.get(row, *_ID)
    return bool(ident) and (first is None or ident != grid.get(first, *_ID))


def _day(grid: Grid, row: int) -> str:
    """Return the day of the last run, without its time."""
    return re.split(r"[T\s]+\d{1,2}:", grid.get(row, "last run"))[0]


def _script(work: Gathering, grid: Grid, rows: list[int], order: dates.Order | None) -> ScriptDraft:
    first = rows[0]
    ident = grid.get(first, *_ID)
    steps, called = _steps(grid, rows)
    title = plain_text(grid.get(first, "name"))
    work.lacking(grid, first, title)
    if called:
        work.warn(
            f'The test {ident} "{title}" calls another test, whose steps are not in this file.'
        )
    description = plain_text(grid.get(first, "description"))
    scenario = grid.get(first, "scenario")
    block = "" if steps else scenario or description
    status = grid.get(first, *_STATUS)
    outcome = work.outcome(status, grid.place(first)) if status else None
    day = _day(grid, first)
    performed = dates.parse(day, order) if outcome else None
    more = [] if performed else [("Last Run", grid.get(first, "last run"))]
    more += [("Description", "" if description == block else description)]
    more += [("Scenario", "" if scenario == block else scenario)]
    more += [("Called test", f"step {position}") for position in called]
    return ScriptDraft(
        source_id=ident,
        source_key=ident,
        title=title,
        where=grid.place(first),
        preconditions=plain_text(grid.get(first, "preconditions")),
        priority=level(grid.get(first, "priority")),
        requirements=linked(*(grid.get(row, *_LINKS) for row in rows)),
        steps=steps,
        text=block,
        minutes=minutes_of(grid.get(first, "duration estimate")),
        status=script_status(grid.get(first, "status")),
        data_sets=examples(scenario),
        outcome=outcome,
        outcome_text=status,
        performed_on=performed,
        further=told([*more, *grid.rest(first, _USED)]),
        pairing="one row for each step" if steps else "",
    )


def _steps(grid: Grid, rows: list[int]) -> tuple[tuple[StepDraft, ...], list[str]]:
    """Return the steps, and the positions at which another test is called."""
    steps, called = [], []
    for row in rows:
        name, what, expected = (plain_text(grid.get(row, *n)) for n in (_STEP, _WHAT, _RESULT))
        if name or what or expected:
            between = " " if _GHERKIN.fullmatch(name) else "\n"
            do = between.join(dict.fromkeys(part for part in (name, what) if part))
            steps.append(
                StepDraft(do or expected, "", expected if do else "", where=grid.place(row))
            )
        elif position := grid.get(row, *_POSITION):
            called.append(position)
    return tuple(steps), called


RECOGNISER = Recogniser("scripts", "PractiTest export", knows, read)
