"""Cases of TestRail as CSV or workbook: new and older exports, one row or several for a case."""

import json
import re
from collections.abc import Sequence

from changedesk.exchange.asked import Asked, Recogniser
from changedesk.exchange.drafts import ScriptDraft, ScriptImport, StepDraft
from changedesk.exchange.sheets import ForeignFile
from changedesk.exchange.tools.cases import Gathering, folder, joined, linked, told
from changedesk.exchange.tools.grid import Grid, find_grid, group_rows
from changedesk.exchange.tools.markup import plain_testrail
from changedesk.exchange.tools.values import level, minutes_of, script_status

_STEP = ("steps (step)", "steps separated (step)", "steps (content)", "steps separated (content)")
_EXPECTED = (
    "steps (expected result)", "steps separated (expected result)", "steps (expected)",
)  # fmt: skip
_DATA = ("steps (additional info)", "steps separated (additional info)")
_SIGNS = {*_STEP, *_EXPECTED, "section hierarchy", "section depth", "suite id", "steps separated"}
_FIELDS = {
    "id": "id", "title": "title", "section hierarchy": "area", "section": "area",
    "preconditions": "preconditions", "priority": "priority", "references": "requirements",
    "steps": "steps", "expected result": "expected", _STEP[0]: "steps", _STEP[1]: "steps",
    _EXPECTED[0]: "expected", _EXPECTED[1]: "expected", _DATA[0]: "test_data",
}  # fmt: skip
_USED = (
    *_FIELDS, *_STEP, *_EXPECTED, *_DATA, "steps separated", "estimate", "mission", "goals",
    "bdd scenarios", "bdd scenario", "section depth",
)  # fmt: skip
_MARK = re.compile(r"\s*expected results?:\s*", re.IGNORECASE)
_NUMBERED = re.compile(r"(\d{1,3})\.(?:[ \t]+|$)")


def _fits(found: frozenset[str]) -> bool:
    own = found & _SIGNS
    named = "title" in found and bool(found & {"id", "case id"})
    return named and len(own) >= 2 and bool(found & {"section", "section hierarchy", *_STEP})


def knows(file: ForeignFile) -> bool:
    """Tell the export by its headings."""
    return any(find_grid(sheet, _fits) for sheet in file.sheets)


def read(file: ForeignFile, asked: Asked) -> ScriptImport:
    """Return the cases."""
    work = Gathering(file, asked, "testrail", "TestRail export")
    for grid in work.grids(_fits):
        work.note_columns(grid, _FIELDS)
        for rows in group_rows(grid, work.ledger, _begins):
            work.add(_script(work, grid, rows))
    return work.finish()


def _ident(grid: Grid, row: int) -> str:
    return grid.get(row, "id", "case id")


def _begins(grid: Grid, row: int, first: int | None) -> bool:
    """A case that takes several rows has its id, or id and title, on the first or on each."""
    ident, title = _ident(grid, row), grid.get(row, "title")
    if first is None or not (ident or title):
        return bool(ident or title)
    again = ident == _ident(grid, first) and title in {"", grid.get(first, "title")}
    return not (again and bool(ident) and _has_step(grid, row))


def _has_step(grid: Grid, row: int) -> bool:
    return bool(grid.get(row, *_STEP) or grid.get(row, *_EXPECTED))


def _script(work: Gathering, grid: Grid, rows: list[int]) -> ScriptDraft:
    first = rows[0]
    steps, pairing = _steps(work, grid, rows)
    text = "" if steps else _text(grid, first)
    hierarchy = grid.get(first, "section hierarchy")
    section = folder(hierarchy, ">") if hierarchy else " ".join(grid.get(first, "section").split())
    title = plain_testrail(grid.get(first, "title"))
    work.lacking(grid, first, title)
    mission = [] if text else [("Mission", grid.get(first, "mission"))]
    rest = [(name, value) for name, value in grid.rest(first, _USED) if value != "None"]
    more = [(name, plain_testrail(value)) for name, value in rest]
    return ScriptDraft(
        source_id=_ident(grid, first),
        source_key=_ident(grid, first),
        title=title,
        where=grid.place(first),
        area=section,
        preconditions=plain_testrail(grid.get(first, "preconditions")),
        priority=level(grid.get(first, "priority")),
        requirements=linked(grid.get(first, "references")),
        steps=steps,
        text=text,
        minutes=minutes_of(grid.get(first, "estimate")),
        status=script_status(grid.get(first, "status")),
        further=told([*mission, *more]),
        pairing=pairing,
    )


def _text(grid: Grid, row: int) -> str:
    """Return what to do as one text: steps and expected result, a charter, or scenarios."""
    blocks = [(_steps_text(grid, row), ""), (grid.get(row, "expected result"), "Expected result")]
    blocks += [(grid.get(row, "mission"), "Mission"), (grid.get(row, "goals"), "Goals")]
    blocks.append((_scenarios(grid.get(row, "bdd scenarios", "bdd scenario")), ""))
    texts = [
        f"{label}:\n{plain_testrail(text)}" if label else plain_testrail(text)
        for text, label in blocks
        if text
    ]
    return joined(texts)


def _steps_text(grid: Grid, row: int) -> str:
    """Return the block of all steps; the heading "Steps" may stand twice, one of them empty."""
    nth = range(len(grid.columns.get("steps", ())))
    found = [text for n in nth if (text := grid.get(row, "steps", nth=n))]
    return found[0] if found else grid.get(row, "steps separated")


def _scenarios(text: str) -> str:
    """Return scenarios, which come as JSON, as text."""
    try:
        told_ = json.loads(text)
    except ValueError:
        return text
    if not isinstance(told_, list):
        return text
    return joined(str(one.get("content", "")) for one in told_ if isinstance(one, dict))


def _steps(work: Gathering, grid: Grid, rows: Sequence[int]) -> tuple[tuple[StepDraft, ...], str]:
    """Return the steps: one for each row of several, or the items of the cells of one row."""
    with_steps = [row for row in rows if _has_step(grid, row)]
    if len(with_steps) > 1:
        made = (_step(grid, row, *(grid.get(row, *n) for n in _CELLS)) for row in with_steps)
        return tuple(made), "one row for each step"
    if not with_steps:
        return (), ""
    row = with_steps[0]
    do, data, expected = (_items(grid, row, names) for names in _CELLS)
    if expected and len(do) != len(expected):
        whole = grid.get(row, *_STEP), grid.get(row, *_EXPECTED)
        triples = _from_block(_steps_text(grid, row), whole[0])
        if not triples:
            name = _ident(grid, row)
            work.warn(
                f"{name} names {len(do)} steps and {len(expected)} expected results, and which "
                "belong together cannot be told: it was kept as one step."
            )
            return (_step(grid, row, whole[0], grid.get(row, *_DATA), whole[1]),), "one step"
        do, expected = [t[0] for t in triples], [t[1] for t in triples]
    expected = expected or [""] * len(do)
    notes = data if len(data) == len(do) else [""] * (len(do) - 1) + ["\n".join(data)]
    made = (_step(grid, row, *parts) for parts in zip(do, notes, expected, strict=True))
    return tuple(step for step in made if step.do or step.expected), "steps in one cell"


_CELLS = (_STEP, _DATA, _EXPECTED)


def _step(grid: Grid, row: int, do: str, data: str, expected: str) -> StepDraft:
    do, data, expected = (plain_testrail(text) for text in (do, data, expected))
    if not do:
        do, expected = expected, ""
    return StepDraft(do, data, expected, where=grid.place(row))


def _items(grid: Grid, row: int, names: tuple[str, ...]) -> list[str]:
    """Return the items of a cell: by "1. ", "2. " … where it begins so, else by its line ends."""
    text, column = grid.get(row, *names), grid.column(*names)
    if not text or column is None:
        return []
    lines = text.split("\n")
    if _NUMBERED.match(lines[0]) and lines[0].startswith("1."):
        items: list[list[str]] = []
        for line in lines:
            match = _NUMBERED.match(line)
            if match and int(match[1]) == len(items) + 1:
                items.append([line[match.end() :]])
            else:
                items[-1].append(line)
        return ["\n".join(item).strip() for item in items]
    return list(grid.sheet.parted.get((row, column), lines))


def _from_block(block: str, steps: str) -> list[tuple[str, str]]:
    """Lay steps on expected results by the block "step / Expected Result: / text" of all steps.

    Where one result ends and the next step begins, the cell of all steps tells; [] where the two
    do not agree.
    """
    parts: list[list[str]] = [[]]
    for line in block.split("\n"):
        if _MARK.fullmatch(line):
            parts.append([])
        else:
            parts[-1].append(line)
    rest = [line.strip() for line in steps.split("\n")]
    before = [line.strip() for line in parts[0]]
    if len(parts) < 2 or rest[: len(before)] != before:
        return []
    rest = rest[len(before) :]
    found: list[tuple[str, str]] = []
    step = "\n".join(parts[0])
    for number, part in enumerate(parts[1:], 1):
        last = number == len(parts) - 1
        size = 0 if last else _overlap([line.strip() for line in part], rest)
        if not last and not size:
            return []
        cut = len(part) - size
        found.append((step.strip(), "\n".join(part[:cut]).strip()))
        step, rest = "\n".join(part[cut:]), rest[size:]
    return [] if any(rest) else found


def _overlap(part: list[str], rest: list[str]) -> int:
    """Return with how many of its last lines a part begins the rest of the steps."""
    for size in range(1, min(len(part), len(rest)) + 1):
        if part[-size:] == rest[:size]:
            return size
    return 0


RECOGNISER = Recogniser("scripts", "TestRail export", knows, read)
