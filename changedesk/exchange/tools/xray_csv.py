"""Tests of Xray's Test Case Importer: rows by Issue ID, preconditions as rows that tests name."""

import re

from changedesk.exchange.asked import Asked, Recogniser
from changedesk.exchange.drafts import ScriptDraft, ScriptImport, StepDraft
from changedesk.exchange.sheets import ForeignFile
from changedesk.exchange.tools.cases import Gathering, folder, joined, linked, told
from changedesk.exchange.tools.grid import Grid, find_grid, needs, row_problem
from changedesk.exchange.tools.markup import plain_wiki
from changedesk.exchange.tools.scenario_text import examples
from changedesk.exchange.tools.values import level

_ID = ("issue id", "test id", "testid", "tcid", "__xray_testid", "test case identifier")
_KEY = ("issue key", "test key", "key")
_TYPE = ("test type", "xray_testtype", "testtype", "type")
_SUMMARY = ("test summary", "summary")
_ACTION = ("action", "step", "step action", "__xray_step_action")
_DATA = ("data", "step data", "__xray_step_data")
_RESULT = ("result", "expected result", "step result", "__xray_step_result")
_GHERKIN = ("gherkin definition", "xray_gherkin_def", "gherkin", "cucumber definition")
_TEXT = ("unstructured definition", "xray_unstructured_def", "generic definition", "unstructured")
_FOLDER = ("test repo", "test repository path", "test repository", "testrepo", "folder")
_NEEDED = ("precondition", "preconditions", "__xray_preconditions", "pre-condition")
_PRIORITY = ("test priority", "priority", "priority name")
_LINKS = ("links", "link", "issue links", 'link "test"', "requirements")
_COLUMNS = (
    (_ID, "id"), (_SUMMARY, "title"), (_ACTION, "steps"), (_DATA, "test_data"),
    (_RESULT, "expected"), (_FOLDER, "area"), (_NEEDED, "preconditions"),
    (_PRIORITY, "priority"), (_LINKS, "requirements"),
)  # fmt: skip
_FIELDS = {name: field for names, field in _COLUMNS for name in names}
_USED = (
    *_FIELDS,
    *_GHERKIN,
    *_TEXT,
    "description",
    "issue type",
    "precondition type",
    *_TYPE,
    *_KEY,
)
_FITS = needs(
    _ID,
    _SUMMARY,
    ("test type", "xray_testtype", "testtype"),
    ("action", "__xray_step_action", *_GHERKIN, *_TEXT),
)


def knows(file: ForeignFile) -> bool:
    """Tell the importer's file by its mapped headings."""
    return any(find_grid(sheet, _FITS) for sheet in file.sheets)


def read(file: ForeignFile, asked: Asked) -> ScriptImport:
    """Return the tests; what they need is told in full."""
    work = Gathering(file, asked, "xray", "Xray importer file")
    for grid in work.grids(_FITS):
        work.note_columns(grid, _FIELDS)
        tests, needed = _sorted_rows(work, grid)
        for ident, rows in tests.items():
            work.add(_script(work, grid, ident, rows, needed))
    return work.finish()


def _sorted_rows(work: Gathering, grid: Grid) -> tuple[dict[str, list[int]], dict[str, str]]:
    """Return the rows of each test by its id, and the text of each precondition by its id."""
    tests: dict[str, list[int]] = {}
    needed: dict[str, str] = {}
    kinds: dict[str, str] = {}
    problem = row_problem(grid)
    ledger = work.ledger
    for row in grid.body():
        ident = grid.get(row, *_ID)
        kinds.setdefault(ident, _kind(grid, row))
        kind = _kind(grid, row) or kinds[ident]
        if why := problem(row):
            ledger.reject(grid.place(row), why)
            if ident in tests:
                ledger.incomplete.setdefault(tests[ident][0], []).append(row)
        elif not ident:
            ledger.reject(
                grid.place(row), "it has no id, so nobody can tell to which test it belongs"
            )
        elif kind == "precondition":
            needed[ident] = joined([needed.get(ident, ""), _condition(grid, row)], "\n")
            ledger.skip(
                grid.place(row), "it is a precondition and stands in each test that names it"
            )
        elif kind not in {"", "test"}:
            ledger.skip(
                grid.place(row), f'it is an issue of the type "{grid.get(row, "issue type")}"'
            )
        else:
            ledger.read += 1
            if ident in tests:
                ledger.continuation += 1
            else:
                ledger.made += 1
            tests.setdefault(ident, []).append(row)
    return tests, needed


def _kind(grid: Grid, row: int) -> str:
    kind = grid.get(row, "issue type").lower()
    return "precondition" if re.fullmatch(r"pre-?\s?conditions?", kind) else kind


def _condition(grid: Grid, row: int) -> str:
    texts = (grid.get(row, *names) for names in (("description",), _TEXT, _GHERKIN, _SUMMARY))
    return next((plain_wiki(text) for text in texts if text), "")


def _script(
    work: Gathering, grid: Grid, ident: str, rows: list[int], needed: dict[str, str]
) -> ScriptDraft:
    def first(*names: str) -> str:
        return next((text for row in rows if (text := grid.get(row, *names))), "")

    steps = tuple(_steps(grid, rows))
    gherkin, text = first(*_GHERKIN), plain_wiki(first(*_TEXT))
    description = plain_wiki(first("description"))
    block = "" if steps else gherkin or text or description
    name = plain_wiki(first(*_SUMMARY)) or ident
    key = first(*_KEY) or ident
    work.lacking(grid, rows[0], name)
    named = [part.strip() for part in re.split(r"[;,]", first(*_NEEDED)) if part.strip()]
    conditions = [needed.get(part, part) for part in named]
    more = [pair for row in rows for pair in grid.rest(row, _USED)]
    return ScriptDraft(
        source_id=key,
        # The importer's id only groups rows: without the key it needs the title beside it.
        source_key=first(*_KEY) or f"{ident}: {name}",
        title=name,
        where=grid.place(rows[0]),
        area=folder(first(*_FOLDER)),
        preconditions=joined(conditions),
        priority=level(first(*_PRIORITY)),
        requirements=linked(*(grid.get(row, *_LINKS) for row in rows)),
        steps=steps,
        text=block,
        data_sets=examples(gherkin),
        further=told(
            [
                ("Type", first("test type", "xray_testtype", "testtype")),
                ("Description", "" if description == block else description),
                *((heading, plain_wiki(value)) for heading, value in more),
            ]
        ),
        pairing="one row for each step" if steps else "",
    )


def _steps(grid: Grid, rows: list[int]) -> list[StepDraft]:
    steps = []
    for row in rows:
        do, data, expected = (plain_wiki(grid.get(row, *n)) for n in (_ACTION, _DATA, _RESULT))
        if do or data or expected:
            shown = do or expected or data
            rest = (data if do or expected else "", expected if do else "")
            steps.append(StepDraft(shown, *rest, where=grid.place(row)))
    return steps


RECOGNISER = Recogniser("scripts", "Xray importer file", knows, read)
