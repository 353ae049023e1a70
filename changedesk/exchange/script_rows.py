"""Builds one script from its rows: fields, steps, and the result of the whole or of each step."""

import hashlib
import re
from collections import Counter
from dataclasses import dataclass, field

from changedesk.exchange.cells import trim
from changedesk.exchange.columns import Columns
from changedesk.exchange.drafts import ScriptDraft, StepDraft
from changedesk.exchange.priorities import priority_code
from changedesk.exchange.results import ResultReader, RowResult
from changedesk.exchange.rows import RowGroup, TableView
from changedesk.exchange.steps import Item, bare, pair, split, split_scenario

_DASHES = re.compile(r"[\s\-–—_.]+")
_REFERENCE = re.compile(r"[^\s,;|]*\d[^\s,;|]*")
_LONGEST_TITLE = 300
_OWN_STEP = "the title is the only step"


def references(text: str) -> tuple[str, ...]:
    """Return the requirements a cell names; dashes mean none, a sentence stays one text."""
    if not text or _DASHES.fullmatch(text):
        return ()
    for separators in (r"[\n,;|]+", r"[\s,;|]+"):
        parts = [part for piece in re.split(separators, text) if (part := piece.strip())]
        if all(_REFERENCE.fullmatch(part) and len(part) <= 40 for part in parts):
            return tuple(dict.fromkeys(parts))
    return tuple(dict.fromkeys(line for piece in text.split("\n") if (line := piece.strip())))


def unless_dashes(text: str) -> str:
    """Return a text, or "" where it only says that there is none."""
    return "" if not text or _DASHES.fullmatch(text) else text


@dataclass(slots=True)
class SourceKeys:
    """Hands out keys that are unique in a file and the same at each reading.

    The source's id is the key; a second one of the same id adds its sheet, or its number.
    """

    seen: Counter[str] = field(default_factory=Counter)
    home: dict[str, str] = field(default_factory=dict)

    def take(self, key: str, sheet: str) -> str:
        """Return the key of the next script with this id in this sheet."""
        if self.home.setdefault(key, sheet) != sheet:
            key = f"{key} ({sheet})"
        self.seen[key] += 1
        return key if self.seen[key] == 1 else f"{key}#{self.seen[key]}"


def content_key(area: str, title: str, steps: tuple[StepDraft, ...]) -> str:
    """Return a hash of what a script says to do: the key of one that has no id."""
    told = [text for step in steps for text in (step.do, step.data, step.expected)]
    text = "\x1f".join([area, title, *told])
    return "~" + hashlib.sha256(text.encode()).hexdigest()[:12]


@dataclass(slots=True)
class ScriptBuilder:
    """Turns row groups of one table into drafts. `per_step`: results stand on the step rows."""

    view: TableView
    results: ResultReader
    per_step: bool
    keys: SourceKeys

    @property
    def columns(self) -> Columns:
        """The table's columns."""
        return self.view.columns

    def build(self, group: RowGroup) -> ScriptDraft:
        """Return the draft of one script."""
        first = group.rows[0]
        spread = self.per_step and len(group.rows) > 1
        result = RowResult() if spread else self.script_result(group)
        steps, pairing = self.steps(group, spread)
        ident = self.field(first, "id")
        title = self.title(first, steps, ident)
        area = self.area(group)
        if not steps and self.needs_step(group, result):
            steps = (StepDraft(title, "", self.field(first, "expected")),)
            pairing = _OWN_STEP
        return ScriptDraft(
            source_id=ident,
            source_key=self.keys.take(
                ident or content_key(area, title, steps), self.view.sheet.name
            ),
            title=title,
            where=self.view.place(first),
            area=area,
            preconditions=unless_dashes(self.field(first, "preconditions")),
            test_data=self.test_data(group),
            priority=priority_code(unless_dashes(self.field(first, "priority"))),
            requirements=self.requirements(group),
            steps=steps,
            outcome=result.outcome,
            outcome_text=result.text,
            actual=result.actual,
            comment=result.comment,
            tester=result.tester,
            performed_on=result.performed_on,
            further=self.further(group, result),
            pairing=pairing,
        )

    def field(self, row: int, name: str) -> str:
        """Return a field of the script, also out of a merged cell."""
        return self.view.get(row, name, filled=True)

    def needs_step(self, group: RowGroup, result: RowResult) -> bool:
        """A result needs a step to stand on, and a sheet without step columns means its titles."""
        expects = bool(self.field(group.rows[0], "expected"))
        return result.outcome is not None or expects or "steps" not in self.columns.fields

    def title(self, row: int, steps: tuple[StepDraft, ...], ident: str) -> str:
        """Return the title; without one, the first line of the first step, or the id."""
        text = self.field(row, "title")
        if not text and steps:
            text = steps[0].do.split("\n")[0]
        if "\n" in text:
            text = " ".join(trim(line) for line in text.split("\n"))
        text = text or ident
        return text if len(text) <= _LONGEST_TITLE else text[: _LONGEST_TITLE - 1] + "…"

    def area(self, group: RowGroup) -> str:
        """Return band and area columns, from the outer to the inner one."""
        if not group.band and not self.columns.areas:
            return ""
        parts = [group.band]
        parts += [self.area_cell(group.rows[0], column) for column in self.columns.areas]
        parts = [unless_dashes(" ".join(part.split())) for part in parts]
        return " / ".join(dict.fromkeys(part for part in parts if part))

    def area_cell(self, row: int, column: int) -> str:
        """Fill an area down: inside a merge only where merges are used, else to the next value."""
        if column in self.view.merged_columns:
            return self.view.cell(row, column, filled=True)
        return self.view.filled_down(column)[row]

    def requirements(self, group: RowGroup) -> tuple[str, ...]:
        """Return the requirements named on any of the rows, each once."""
        cells = [self.field(group.rows[0], "requirements")]
        cells += [self.view.get(row, "requirements") for row in group.rows[1:]]
        return tuple(dict.fromkeys(ref for cell in cells for ref in references(cell)))

    def data_on_steps(self, group: RowGroup) -> bool:
        """Tell whether test data stand beside several step rows, each for its own step."""
        return sum(bool(self.view.get(row, "steps")) for row in group.rows) > 1

    def test_data(self, group: RowGroup) -> str:
        """Return the script's data; what stands beside a step of its own stays with that."""
        rows = group.rows
        if len(rows) > 1 and self.data_on_steps(group):
            rows = [row for row in rows if not self.view.get(row, "steps")]
        cells = [self.view.get(row, "test_data", filled=row == group.rows[0]) for row in rows]
        return "\n".join(cell for cell in cells if unless_dashes(cell))

    def script_result(self, group: RowGroup) -> RowResult:
        """Return the result of the whole script; remarks of its other rows are added to it."""
        result = self.results.read(group.rows[0], filled=True)
        if len(group.rows) == 1:
            return result
        others = [self.results.read(row, filled=False) for row in group.rows[1:]]
        actual = [text for r in (result, *others) if (text := r.actual)]
        comment = [text for r in (result, *others) if (text := r.comment)]
        return RowResult(
            result.outcome,
            result.text,
            "\n".join(dict.fromkeys(actual)),
            "\n".join(dict.fromkeys(comment)),
            result.tester,
            result.date_text,
            result.performed_on,
            result.earlier,
        )

    def further(self, group: RowGroup, result: RowResult) -> tuple[tuple[str, str], ...]:
        """Return what no field took, so that nothing of the file is lost."""
        headings = self.columns.headings
        pairs = [
            (headings[column].label, self.view.cell(group.rows[0], column, filled=True))
            for column in self.columns.further
        ]
        if result.date_text and result.performed_on is None:
            pairs.append((self.date_heading(), result.date_text))
        pairs += result.earlier
        return tuple((heading, text) for heading, text in pairs if text)

    def date_heading(self) -> str:
        """Return the heading of the date column."""
        columns = [
            r.fields["performed_on"] for r in self.columns.rounds if "performed_on" in r.fields
        ]
        return self.columns.headings[columns[0]].label if columns else ""

    def steps(self, group: RowGroup, spread: bool) -> tuple[tuple[StepDraft, ...], str]:
        """Return the steps and how expected results were laid on them."""
        if len(group.rows) == 1:
            return self.steps_of_cell(group.rows[0])
        steps: list[StepDraft] = []
        decided: set[str] = set()
        own_data = self.data_on_steps(group)
        for row in group.rows:
            made, how = self.steps_of_row(row, spread, own_data)
            steps.extend(made)
            decided.add(how)
        return tuple(steps), "one row for each step" if len(steps) > 1 else " ".join(decided)

    def steps_of_cell(self, row: int) -> tuple[tuple[StepDraft, ...], str]:
        """Return the steps of a script that stands on one row."""
        text = self.field(row, "steps")
        expected = self.field(row, "expected")
        if not expected:
            rounds = split_scenario(text)
            if rounds:
                made = tuple(
                    StepDraft(r.do, "", r.expected, where=self.view.place(row)) for r in rounds
                )
                return made, "Given/When/Then: what follows Then is expected"
        return self.paired(split(text), expected, row)

    def paired(
        self, items: list[Item], expected: str, row: int
    ) -> tuple[tuple[StepDraft, ...], str]:
        """Return drafts of these items with the expected text laid on them."""
        texts, how = pair(items, expected)
        place = self.view.place(row)
        made = zip(items, texts, strict=True)
        return tuple(StepDraft(item.text, "", text, where=place) for item, text in made), how

    def steps_of_row(
        self, row: int, spread: bool, own_data: bool
    ) -> tuple[tuple[StepDraft, ...], str]:
        """Return the step of one row among several; a numbered list in it is several steps."""
        text = self.view.get(row, "steps")
        expected = self.expected_of_row(row)
        if not text and not expected:
            return (), ""
        items = split(text)
        if len(items) < 2 or any(item.number is None for item in items):
            items = [Item(bare(text) if text else expected)]
            expected = expected if text else ""
        made, how = self.paired(items, expected, row)
        data = unless_dashes(self.view.get(row, "test_data")) if own_data else ""
        last = made[-1]
        result = self.results.read(row, filled=False) if spread else RowResult()
        last = StepDraft(
            last.do, data, last.expected, result.outcome, result.actual, result.comment, last.where
        )
        return (*made[:-1], last), how

    def expected_of_row(self, row: int) -> str:
        """Return a row's expected result; one merged over several steps belongs to the last."""
        column = self.columns.fields.get("expected")
        if column is None:
            return ""
        merge = self.view.merges.get((row, column))
        if merge is None:
            return self.view.cell(row, column)
        return self.view.cell(merge[0], column) if row == merge[1] else ""


def results_stand_on_steps(view: TableView, groups: list[RowGroup]) -> bool:
    """Tell whether any script of the table has a result on a row below its first."""
    columns = [
        column
        for result in view.columns.rounds
        for column in (result.fields.get("outcome"), *(c for _, c in result.flags))
    ]
    return any(
        view.cell(row, column) for group in groups for row in group.rows[1:] for column in columns
    )
