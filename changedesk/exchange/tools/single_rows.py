"""Tools that write a row for each case, with numbered steps in one cell.

MeterSphere (also with further steps on rows below), Tuskr and Testiny.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from changedesk.exchange.asked import Asked, Recogniser
from changedesk.exchange.drafts import ScriptDraft, ScriptImport, StepDraft
from changedesk.exchange.sheets import ForeignFile
from changedesk.exchange.steps import Item, pair, split
from changedesk.exchange.tools.cases import Gathering, folder, joined, linked, told
from changedesk.exchange.tools.grid import Grid, find_grid, group_rows, needs
from changedesk.exchange.tools.markup import plain_text
from changedesk.exchange.tools.values import level, minutes_of, script_status

Names = tuple[str, ...]
_QUOTED_LINES = re.compile(r'"((?:[^"]|"")*)"\s*')


@dataclass(frozen=True, slots=True)
class Form:
    """A tool's headings by field; `minutes` reads its estimates, `text` tells a block of text."""

    system: str
    source: str
    fits: Callable[[frozenset[str]], bool]
    names: Mapping[str, Names]
    areas: tuple[str, ...]
    minutes: Callable[[str], int | None] = minutes_of
    level: Callable[[str], str] = level
    text_mode: Names = ()

    def of(self, field: str) -> Names:
        """Return the headings that a field may have."""
        return self.names.get(field, ())

    def knows(self, file: ForeignFile) -> bool:
        """Tell the tool's file by its headings."""
        return any(find_grid(sheet, self.fits) for sheet in file.sheets)

    def begins(self, grid: Grid, row: int, first: int | None) -> bool | str:
        """A row with a title begins; one with a step only goes on."""
        if grid.get(row, *self.of("title")):
            return True
        if first is not None and any(grid.get(row, *self.of(n)) for n in ("steps", "expected")):
            return False
        return "it has no title"

    def read(self, file: ForeignFile, asked: Asked) -> ScriptImport:
        """Return the cases."""
        work = Gathering(file, asked, self.system, self.source)
        fields = {name: field for field, names in self.names.items() for name in names}
        for grid in work.grids(self.fits):
            work.note_columns(grid, {**fields, **dict.fromkeys(self.areas, "area")})
            for rows in group_rows(grid, work.ledger, self.begins):
                work.add(self.script(work, grid, rows))
        return work.finish()

    def script(self, work: Gathering, grid: Grid, rows: list[int]) -> ScriptDraft:
        """Return one case."""
        first = rows[0]

        def cell(name: str) -> str:
            return grid.get(first, *self.of(name))

        as_text = bool(self.text_mode) and cell("mode").upper() in self.text_mode
        steps, how = ((), "") if as_text else _steps(self, grid, rows)
        expected = plain_text(cell("expected")) if as_text else ""
        block = joined(
            [plain_text(cell("steps")), f"Expected result:\n{expected}" if expected else ""]
        )
        description = plain_text(cell("description"))
        text = (block if as_text else "") or ("" if steps else description)
        used = {name for names in self.names.values() for name in names}
        estimate = cell("estimate")
        minutes = self.minutes(estimate)
        more = [] if minutes else [("Estimate", estimate)]
        more.append(("Description", "" if description == text else description))
        rest = grid.rest(first, (*used, *self.areas))
        title = plain_text(cell("title"))
        work.lacking(grid, first, title)
        ident = cell("id")
        return ScriptDraft(
            source_id=ident,
            source_key=ident,
            title=title,
            where=grid.place(first),
            area=" / ".join(part for n in self.areas if (part := folder(grid.get(first, n)))),
            preconditions=plain_text(cell("preconditions")),
            test_data=plain_text(cell("test_data")),
            priority=self.level(cell("priority")),
            requirements=linked(cell("requirements")),
            steps=steps,
            text=text,
            minutes=minutes,
            status=script_status(cell("status")),
            further=told([*more, *((name, plain_text(value)) for name, value in rest)]),
            pairing=how,
        )


def _steps(form: Form, grid: Grid, rows: list[int]) -> tuple[tuple[StepDraft, ...], str]:
    """Return the steps of all rows, and how expected results were laid on them."""
    steps: list[StepDraft] = []
    how = ""
    for row in rows:
        do, expected = (grid.get(row, *form.of(name)) for name in ("steps", "expected"))
        quoted, answers = _quoted(do), _quoted(expected)
        items = [Item(plain_text(text)) for text in quoted] or split(plain_text(do))
        if quoted and len(answers) == len(quoted):
            texts, how = [plain_text(text) for text in answers], "one expected result for each step"
        else:
            texts, how = pair(items, plain_text(expected))
        place = grid.place(row)
        made = zip(items, texts, strict=True)
        steps += [StepDraft(item.text, "", text, where=place) for item, text in made if item.text]
        if not items and expected:
            steps.append(StepDraft(plain_text(expected), where=place))
    return tuple(steps), how if len(rows) == 1 else "one row for each step"


def _quoted(text: str) -> list[str]:
    """Return the items of a cell in which each stands in quotation marks on lines of its own."""
    found = [match[1].replace('""', '"').strip() for match in _QUOTED_LINES.finditer(text)]
    rest = _QUOTED_LINES.sub("", text)
    return found if len(found) > 1 and not rest.strip() else []


def _from_zero(text: str) -> str:
    """Return the priority of P0, the highest, to P3, as MeterSphere counts."""
    counted = {"p0": "critical", "p1": "high", "p2": "medium", "p3": "low"}
    return counted.get(text.lower()) or level(text)


def _whole_minutes(text: str) -> int | None:
    """Return a figure as minutes, as Tuskr writes its estimates."""
    return (
        max(1, round(float(text))) if re.fullmatch(r"\d{1,6}(\.\d+)?", text) else minutes_of(text)
    )


_MODES = (
    "case edit type",
    "edit mode",
    "case editing type",
    "edit model",
    "编辑模式",
    "用例编辑类型",
)
METERSPHERE = Form(
    "metersphere",
    "MeterSphere export",
    needs(
        ("name", "case name", "用例名称", "名称"),
        ("module", "case module", "所属模块", "模块"),
        _MODES,
    ),
    {
        "id": ("id",),
        "title": ("name", "case name", "用例名称", "名称"),
        "preconditions": ("prerequisite", "precondition", "前置条件"),
        "description": ("description", "remark", "备注", "描述"),
        "steps": (
            "text description",
            "step description",
            "steps description",
            "步骤描述",
            "文本描述",
        ),
        "expected": ("expected result", "expected results", "预期结果", "预期"),
        "priority": ("priority", "case level", "level", "用例等级", "优先级"),
        "status": ("status", "用例状态", "状态"),
        "mode": _MODES,
    },
    ("module", "case module", "所属模块", "模块"),
    level=_from_zero,
    text_mode=("TEXT", "文本", "文本描述"),
)
TUSKR = Form(
    "tuskr",
    "Tuskr file",
    needs("name", "suite", "section", ("field set", "estimated time")),
    {
        "id": ("key", "id", "case key"),
        "title": ("name",),
        "preconditions": ("preconditions", "precondition", "pre-conditions"),
        "description": ("description",),
        "steps": ("steps", "test steps", "steps to execute"),
        "expected": ("expected result", "expected results", "expected"),
        "test_data": ("test data",),
        "priority": ("priority",),
        "status": ("status",),
        "estimate": ("estimated time",),
        "requirements": ("references", "requirements", "requirement"),
    },
    ("suite", "section"),
    minutes=_whole_minutes,
)
_TESTINY_SIGNS = {"parent_folder_name", "testcase_id", "testcase_type", "parent_folder_description"}
TESTINY = Form(
    "testiny",
    "Testiny export",
    lambda found: "title" in found and len(found & _TESTINY_SIGNS) >= 2,
    {
        "id": ("testcase_id",),
        "title": ("title",),
        "preconditions": ("precondition", "preconditions"),
        "description": ("description", "content", "content_text"),
        "steps": ("steps", "stepdescription"),
        "expected": ("expected_results", "expected_result", "expectedresult"),
        "test_data": ("testdata", "test_data"),
        "priority": ("priority",),
        "status": ("status",),
        "estimate": ("estimate",),
        "requirements": ("requirements",),
    },
    ("parent_folder_name",),
)

RECOGNISERS = tuple(
    Recogniser("scripts", form.source, form.knows, form.read)
    for form in (METERSPHERE, TUSKR, TESTINY)
)
