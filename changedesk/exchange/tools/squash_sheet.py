"""Test cases of Squash TM as a workbook: tabs for cases, steps, data sets and requirements."""

import re
from collections import defaultdict
from dataclasses import dataclass, field

from changedesk.exchange.asked import Asked, Recogniser
from changedesk.exchange.drafts import DataSetDraft, ScriptDraft, ScriptImport, SheetKind, StepDraft
from changedesk.exchange.sheets import ForeignFile
from changedesk.exchange.tools.cases import Gathering, told
from changedesk.exchange.tools.grid import Grid, find_grid, needs
from changedesk.exchange.tools.markup import plain_text
from changedesk.exchange.tools.values import level, script_status

_CASES = needs("tc_path", ("tc_name", "tc_num", "tc_weight"), ("tc_status", "tc_nature", "tc_kind"))
_STEPS = needs("tc_owner_path", ("tc_step_num", "tc_step_action"))
_SETS = needs("tc_owner_path", "tc_dataset_name", "tc_dataset_param_name")
_PARAMETERS = needs("tc_owner_path", "tc_param_name")
_LINKS = needs("req_path", "tc_path")
_FIELDS = {
    "tc_reference": "id", "tc_name": "title", "tc_path": "area", "tc_weight": "priority",
    "tc_pre_requisite": "preconditions", "tc_step_action": "steps",
    "tc_step_expected_result": "expected", "req_path": "requirements",
}  # fmt: skip
_USED = (
    *_FIELDS, "action", "tc_num", "tc_script", "tc_id", "tc_description", "project_id",
    "project_name",
)  # fmt: skip
_OTHER_PROJECT = "it belongs to a test case that is not in this file"
_DELETED = {"d", "delete", "suppr"}


@dataclass(slots=True)
class _Parts:
    """What the other tabs say of each test case, by its path."""

    steps: dict[str, list[tuple[int, StepDraft]]] = field(default_factory=lambda: defaultdict(list))
    sets: dict[str, dict[str, list[tuple[str, str]]]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(list))
    )
    notes: dict[str, list[tuple[str, str]]] = field(default_factory=lambda: defaultdict(list))
    links: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))


def knows(file: ForeignFile) -> bool:
    """Tell the workbook by the tab of its test cases."""
    return any(find_grid(sheet, _CASES) for sheet in file.sheets)


def read(file: ForeignFile, asked: Asked) -> ScriptImport:
    """Return the test cases with what the other tabs say of them."""
    work = Gathering(file, asked, "squash", "Squash TM workbook")
    parts = _Parts()
    tables: list[Grid] = []
    known: set[str] = set()
    for sheet in file.sheets:
        if grid := find_grid(sheet, _CASES):
            tables.append(grid)
            known |= {_path(grid, row, "tc_path") for row in grid.body()}
    for sheet in file.sheets:
        readers = ((_SETS, _set), (_PARAMETERS, _parameter), (_STEPS, _step), (_LINKS, _link))
        if find_grid(sheet, _CASES):
            work.note_sheet(sheet, "scripts", "")
            continue
        found = ((find_grid(sheet, fits), take) for fits, take in readers)
        grid, take = next(((grid, take) for grid, take in found if grid), (None, None))
        if grid is None or take is None:
            kind: SheetKind = "unknown" if any(map(any, sheet.rows)) else "empty"
            work.note_sheet(sheet, kind, "its headings are none of the tool's tabs")
            continue
        work.note_sheet(sheet, "scripts", "")
        for row in grid.body():
            path = _path(grid, row, "tc_path" if take is _link else "tc_owner_path")
            if path not in known:
                work.ledger.reject(grid.place(row), _OTHER_PROJECT)
                continue
            work.ledger.read += 1
            work.ledger.continuation += 1
            take(grid, row, path, parts)
    for grid in tables:
        work.note_columns(grid, _FIELDS)
        _cases(work, grid, parts)
    return work.finish()


def _path(grid: Grid, row: int, name: str) -> str:
    return "/".join(part.strip() for part in _parts_of(grid.get(row, name)))


def _parts_of(path: str) -> list[str]:
    r"""Return the parts of a path; `\/` is a stroke inside a name."""
    return [part for part in re.split(r"(?<!\\)/", path.strip()) if part.strip()]


def _cases(work: Gathering, grid: Grid, parts: _Parts) -> None:
    for row in grid.body():
        if not grid.get(row, "tc_path"):
            work.ledger.skip(grid.place(row), "it has no path")
        elif grid.get(row, "action").lower() in _DELETED:
            work.ledger.skip(grid.place(row), "it tells to delete a test case")
        else:
            work.ledger.read += 1
            work.ledger.made += 1
            work.add(_script(grid, row, parts))


def _script(grid: Grid, row: int, parts: _Parts) -> ScriptDraft:
    path = _path(grid, row, "tc_path")
    names = [name.replace("\\/", "/").strip() for name in _parts_of(grid.get(row, "tc_path"))]
    steps = tuple(step for _, step in sorted(parts.steps[path], key=lambda numbered: numbered[0]))
    description = plain_text(grid.get(row, "tc_description"))
    script = grid.get(row, "tc_script").strip()
    text = "" if steps else script or description
    weight = grid.get(row, "tc_weight").replace("_", " ")
    rest = [(name, plain_text(value)) for name, value in grid.rest(row, _USED)]
    return ScriptDraft(
        source_id=grid.get(row, "tc_reference") or grid.get(row, "tc_id"),
        source_key=grid.get(row, "tc_id") or path,
        title=grid.get(row, "tc_name") or names[-1],
        where=grid.place(row),
        area=" / ".join(names[1:-1]),
        preconditions=plain_text(grid.get(row, "tc_pre_requisite")),
        priority=level(weight),
        requirements=tuple(dict.fromkeys(parts.links[path])),
        steps=steps,
        text=text,
        status=script_status(grid.get(row, "tc_status").replace("_", " ")),
        data_sets=tuple(
            DataSetDraft(tuple(values), name) for name, values in parts.sets[path].items()
        ),
        further=told(
            [
                ("Project", names[0] if len(names) > 1 else ""),
                ("Description", "" if description == text else description),
                *rest,
                *parts.notes[path],
            ]
        ),
        pairing="one row for each step" if steps else "",
    )


def _step(grid: Grid, row: int, path: str, parts: _Parts) -> None:
    do, expected = (
        plain_text(grid.get(row, name)) for name in ("tc_step_action", "tc_step_expected_result")
    )
    data = ""
    if grid.get(row, "tc_step_is_call_step").lower() in {"1", "true", "yes"}:
        do, data = f"Run the test case {do}", grid.get(row, "tc_step_call_dataset")
    digits = re.sub(r"\D", "", grid.get(row, "tc_step_num"))
    number = int(digits) if digits and len(digits) < 7 else len(parts.steps[path]) + 1
    if do or expected:
        step = StepDraft(do or expected, data, expected if do else "", where=grid.place(row))
        parts.steps[path].append((number, step))


def _set(grid: Grid, row: int, path: str, parts: _Parts) -> None:
    pair = (grid.get(row, "tc_dataset_param_name"), grid.get(row, "tc_dataset_param_value"))
    parts.sets[path][grid.get(row, "tc_dataset_name")].append(pair)


def _parameter(grid: Grid, row: int, path: str, parts: _Parts) -> None:
    told_ = plain_text(grid.get(row, "tc_param_description"))
    name = grid.get(row, "tc_param_name")
    parts.notes[path].append(("Parameter", f"{name}: {told_}" if told_ else name))


def _link(grid: Grid, row: int, path: str, parts: _Parts) -> None:
    parts.links[path].append("/".join(_parts_of(grid.get(row, "req_path"))))


RECOGNISER = Recogniser("scripts", "Squash TM workbook", knows, read)
