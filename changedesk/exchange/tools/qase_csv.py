"""Test cases of Qase as CSV, both versions: rows of suites first, then a row for each case."""

import json
import re
from collections.abc import Iterator

from changedesk.exchange.asked import Asked, Recogniser
from changedesk.exchange.drafts import DataSetDraft, ScriptDraft, ScriptImport, StepDraft
from changedesk.exchange.sheets import ForeignFile
from changedesk.exchange.tools.cases import Gathering, told
from changedesk.exchange.tools.grid import Grid, find_grid, group_rows, needs
from changedesk.exchange.tools.markup import plain_text
from changedesk.exchange.tools.scenario_text import examples
from changedesk.exchange.tools.values import level, script_status

_ID = ("v2.id", "id")
_FITS = needs(_ID, "title", "steps_actions", "steps_result", ("suite", "suite_id", "steps_type"))
_FIELDS = {
    "v2.id": "id", "id": "id", "title": "title", "suite": "area",
    "preconditions": "preconditions", "priority": "priority", "steps_actions": "steps",
    "steps_result": "expected", "steps_data": "test_data",
}  # fmt: skip
_USED = (*_FIELDS, "suite_id", "suite_parent_id", "suite_without_cases", "parameters")
_QUOTED = re.compile(r'\s*(\d{1,3}(?:\.\d{1,3})*)\.\s*"((?:[^"\\]|\\.)*)"[ \t]*', re.DOTALL)
_NUMBERED = re.compile(r"^[ \t]*(\d{1,3}(?:\.\d{1,3})*)\.(?:[ \t]+|$)", re.MULTILINE)
_NOTHING = {"undefined", "unknown", "no"}


def knows(file: ForeignFile) -> bool:
    """Tell the export by its headings."""
    return any(find_grid(sheet, _FITS) for sheet in file.sheets)


def read(file: ForeignFile, asked: Asked) -> ScriptImport:
    """Return the cases in the folders that the rows of suites name."""
    work = Gathering(file, asked, "qase", "Qase export")
    for grid in work.grids(_FITS):
        work.note_columns(grid, _FIELDS)
        suites = _Suites(grid)
        for rows in group_rows(grid, work.ledger, _begins):
            work.add(_script(grid, rows[0], suites))
    return work.finish()


def _begins(grid: Grid, row: int, _first: int | None) -> bool | str:
    if grid.get(row, "title"):
        return True
    if grid.get(row, "suite") or grid.get(row, "suite_id"):
        return "it is a suite, which is the area of the scripts in it"
    return "it has no title"


class _Suites:
    """The folders: names and parents by id, from the rows of suites and of cases."""

    def __init__(self, grid: Grid) -> None:
        self.names: dict[str, str] = {}
        self.parents: dict[str, str] = {}
        for row in grid.body():
            ident, name = grid.get(row, "suite_id"), grid.get(row, "suite")
            if ident and name:
                self.names.setdefault(ident, " ".join(name.split()))
                self.parents.setdefault(ident, grid.get(row, "suite_parent_id"))

    def path(self, ident: str, name: str) -> str:
        """Return the folders from the outer to the inner one; a circle ends where it closes."""
        parts = [name]
        seen = {ident}
        parent = self.parents.get(ident, "")
        while parent and parent not in seen and parent in self.names:
            seen.add(parent)
            parts.append(self.names[parent])
            parent = self.parents.get(parent, "")
        return " / ".join(reversed([part for part in parts if part]))


def _script(grid: Grid, row: int, suites: _Suites) -> ScriptDraft:
    gherkin = grid.get(row, "steps_type").lower() == "gherkin"
    actions = grid.get(row, "steps_actions")
    steps = () if gherkin else tuple(_steps(grid, row))
    suite = grid.get(row, "suite_id")
    name = " ".join(grid.get(row, "suite").split()) or suites.names.get(suite, "")
    description = plain_text(grid.get(row, "description"))
    text = "" if steps else "\n".join(items_of(actions)) if gherkin else description
    rest = [
        (heading, plain_text(value))
        for heading, value in grid.rest(row, (*_USED, "description"))
        if value not in _NOTHING
    ]
    return ScriptDraft(
        source_id=grid.get(row, *_ID),
        source_key=grid.get(row, *_ID),
        title=plain_text(grid.get(row, "title")),
        where=grid.place(row),
        area=suites.path(suite, name),
        preconditions=plain_text(grid.get(row, "preconditions")),
        priority="" if grid.get(row, "priority") in _NOTHING else level(grid.get(row, "priority")),
        steps=steps,
        text=text,
        status=script_status(grid.get(row, "status")),
        data_sets=_data_sets(grid.get(row, "parameters")) or examples(text),
        further=told([("description", "" if description == text else description), *rest]),
        pairing="steps in one cell" if steps else "",
    )


def _steps(grid: Grid, row: int) -> Iterator[StepDraft]:
    """Yield the steps: the cells name actions, data and results by the same numbers."""
    names = ("steps_actions", "steps_data", "steps_result")
    cells = [dict(_numbered(grid.get(row, name))) for name in names]
    for number in dict.fromkeys(number for cell in cells for number in cell):
        do, data, expected = (plain_text(cell.get(number, "")) for cell in cells)
        if do or data or expected:
            yield StepDraft(do or expected or data, data if do or expected else "",
                            expected if do else "", where=grid.place(row))  # fmt: skip


def items_of(text: str) -> list[str]:
    """Return the texts of a cell of steps."""
    return [item for _, item in _numbered(text)]


def _numbered(text: str) -> list[tuple[str, str]]:
    """Return (number, text) of a cell: `1. "text"` with escapes, or plain numbered lines."""
    found = []
    position = 0
    while match := _QUOTED.match(text, position):
        found.append((match[1], _unescaped(match[2]).strip()))
        position = match.end()
    if found and not text[position:].strip():
        return found
    starts = list(_NUMBERED.finditer(text))
    if not starts or text[: starts[0].start()].strip():
        return [("1", text.strip())] if text.strip() else []
    ends = [*(start.start() for start in starts[1:]), len(text)]
    return [
        (start[1], _unescaped(text[start.end() : end].strip().strip('"')).strip())
        for start, end in zip(starts, ends, strict=True)
    ]


def _unescaped(text: str) -> str:
    plain = {"n": "\n", "t": "\t", "r": ""}
    return re.sub(r"\\(.)", lambda found: plain.get(found[1], found[1]), text, flags=re.DOTALL)


def _data_sets(text: str) -> tuple[DataSetDraft, ...]:
    """Return one set for each place in the lists of values: {"user": ["a", "b"]} gives two."""
    try:
        found = json.loads(text) if text else None
    except ValueError:
        return ()
    if isinstance(found, list):
        found = {one.get("title"): one.get("values") for one in found if isinstance(one, dict)}
    if not isinstance(found, dict):
        return ()
    lists = {str(name): v for name, v in found.items() if name and isinstance(v, list)}
    length = max(map(len, lists.values()), default=0)
    return tuple(
        DataSetDraft(tuple((n, str(v[at]) if at < len(v) else "") for n, v in lists.items()))
        for at in range(length)
    )


RECOGNISER = Recogniser("scripts", "Qase export", knows, read)
