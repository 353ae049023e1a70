"""Builds one script from its rows: fields, steps, and the result of the whole or of each step."""

import hashlib
import re
from collections import Counter
from dataclasses import dataclass, field, replace

from changedesk.exchange.cells import trim
from changedesk.exchange.drafts import Place, RoundDraft, ScriptDraft, StepDraft
from changedesk.exchange.durations import minutes_of
from changedesk.exchange.leftovers import (
    beside_rounds,
    lower_rows,
    unknown_columns,
    unread_days,
    unrecorded,
)
from changedesk.exchange.priorities import priority_code
from changedesk.exchange.results import ResultReader, RowResult
from changedesk.exchange.rows import RowGroup, TableView
from changedesk.exchange.step_results import who_and_when
from changedesk.exchange.steps import Item, bare, pair, split, split_scenario
from changedesk.exchange.steps_beside import beside_no_step, steps_beside
from changedesk.exchange.table_columns import Columns
from changedesk.exchange.tester_names import are_testers, name_in
from changedesk.exchange.trial_columns import TrialReader

_DASHES = re.compile(r"[\s\-–—_.]+")
_REFERENCE = re.compile(r"[^\s,;|]*\d[^\s,;|]*")
_LONGEST_TITLE = 300
_LEVELS = re.compile(r" (?:>|»|→|::|\\) ")
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


def _area_name(parts: tuple[str, ...]) -> str:
    told = (unless_dashes(_LEVELS.sub(" / ", " ".join(part.split()))) for part in parts)
    return " / ".join(dict.fromkeys(part for part in told if part))


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
    long_titles: list[Place] = field(default_factory=list)
    areas: dict[tuple[str, ...], str] = field(default_factory=dict)
    trials: TrialReader = field(init=False)

    def __post_init__(self) -> None:
        self.trials = TrialReader(self.view)

    @property
    def columns(self) -> Columns:
        """The table's columns."""
        return self.view.columns

    def build(self, group: RowGroup) -> ScriptDraft:
        """Return the draft of one script."""
        first = group.rows[0]
        spread = self.per_step and len(group.rows) > 1
        steps, pairing = self.steps(group, spread)
        if spread:
            steps, result = who_and_when(steps)
        else:
            result = self.script_result(group)
        ident = self.field(first, "id")
        title = self.title(first, steps, ident)
        area = self.area(group)
        minutes = self.minutes(first)
        if not steps and self.needs_step(group, result):
            steps = (StepDraft(title, "", self.field(first, "expected")),)
            pairing = _OWN_STEP
        steps = self.trials.laid_on(group, steps)
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
            minutes=minutes,
            outcome=result.outcome,
            outcome_text=result.text,
            actual=result.actual,
            comment=result.comment,
            tester=result.tester or group.tester,
            performed_on=result.performed_on,
            further=self.further(group, result, steps),
            pairing=pairing,
            rounds=self.rounds(group, spread),
        )

    def rounds(self, group: RowGroup, spread: bool) -> tuple[RoundDraft, ...]:
        """Return the runs, where each tester or cycle has result columns of its own.

        A tester whose cells are blank has still to test; a cycle without a result had no run.
        """
        if not self.results.named:
            return ()
        testers = are_testers([r.label for r in self.columns.rounds if r.has_outcome])
        made = []
        for index, columns in enumerate(self.columns.rounds):
            if not columns.has_outcome:
                continue
            said = any(self.results.recorded(row, columns, filled=True) for row in group.rows)
            if not testers and not said:
                continue
            made.append(self.round(group, spread, index, columns.label if testers else ""))
            if not testers:
                made[-1] = replace(made[-1], cycle=columns.label)
        return tuple(made)

    def round(self, group: RowGroup, spread: bool, index: int, tester: str) -> RoundDraft:
        """Return the run that one group of result columns tells of."""
        self.results.only = index
        steps, _ = self.steps(group, spread)
        if spread:
            steps, result = who_and_when(steps)
        else:
            result = self.script_result(group)
        self.results.only = None
        return RoundDraft(
            "", result.tester or name_in(tester), result.outcome, result.actual, result.comment,
            result.performed_on, steps,
        )  # fmt: skip

    def field(self, row: int, name: str) -> str:
        """Return a field of the script, also out of a merged cell."""
        column = self.view.columns.fields.get(name)
        return "" if column is None else self.view.full[row][column]

    def needs_step(self, group: RowGroup, result: RowResult) -> bool:
        """A result needs a step to stand on, and a sheet without step columns means its titles."""
        expects = bool(self.field(group.rows[0], "expected"))
        without = "steps" not in self.columns.fields and not self.columns.numbered
        return result.outcome is not None or expects or without

    def title(self, row: int, steps: tuple[StepDraft, ...], ident: str) -> str:
        """Return the title; without one, the first line of the first step, or the id."""
        text = self.field(row, "title")
        if not text and self.is_uncalculated(row, "title"):
            return ident or str(self.view.place(row))
        if not text and steps:
            text = steps[0].do.split("\n")[0]
        if "\n" in text:
            text = " ".join(trim(line) for line in text.split("\n"))
        text = text or ident
        return text if len(text) <= _LONGEST_TITLE else text[: _LONGEST_TITLE - 1] + "…"

    def is_uncalculated(self, row: int, name: str) -> bool:
        """Tell a field whose cell holds a formula, and the file not its value."""
        column = self.columns.fields.get(name)
        if column is None or not self.view.sheet.formulas:
            return False
        return self.view.sheet.uncalculated(*self.view.origin(row, column))

    def long_title(self, row: int) -> str:
        """Return a title that is too long to be one, as it stands; it is noted for a warning."""
        text = self.field(row, "title")
        if len(text) <= _LONGEST_TITLE or len(" ".join(text.split())) <= _LONGEST_TITLE:
            return ""
        self.long_titles.append(self.view.place(row))
        return text

    def minutes(self, row: int) -> int | None:
        """Return the estimate, where the cell says how long."""
        column = self.columns.fields.get("minutes")
        if column is None:
            return None
        return minutes_of(self.field(row, "minutes"), self.columns.headings[column].label)

    def area(self, group: RowGroup) -> str:
        """Return band and area columns, from the outer to the inner one."""
        if not group.band and not self.columns.areas:
            return ""
        first = group.rows[0]
        parts = (group.band, *(self.area_cell(first, column) for column in self.columns.areas))
        if parts not in self.areas:
            self.areas[parts] = _area_name(parts)
        return self.areas[parts]

    def area_cell(self, row: int, column: int) -> str:
        """Fill an area down: inside a merge only where merges are used, else to the next value."""
        if column in self.view.merged_columns:
            return self.view.cell(row, column, filled=True)
        return self.view.filled_down(column)[row]

    def requirements(self, group: RowGroup) -> tuple[str, ...]:
        """Return the requirements named on any of the rows, each once."""
        if "requirements" not in self.columns.fields:
            return ()
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
        testers = list(dict.fromkeys(r.tester for r in (result, *others) if r.tester))
        days = [r.performed_on for r in (result, *others) if r.performed_on]
        actual = [text for r in (result, *others) if (text := r.actual)]
        comment = [text for r in (result, *others) if (text := r.comment)]
        return RowResult(
            result.outcome,
            result.text,
            "\n".join(dict.fromkeys(actual)),
            "\n".join(dict.fromkeys(comment)),
            testers[0] if testers else "",
            result.date_text,
            result.performed_on or max(days, default=None),
            (*result.earlier, *(("Also tested by", name) for name in testers[1:])),
        )

    def further(
        self, group: RowGroup, result: RowResult, steps: tuple[StepDraft, ...]
    ) -> tuple[tuple[str, str], ...]:
        """Return what no field took, so that nothing of the file is lost."""
        first = group.rows[0]
        pairs = unknown_columns(self.view, group)
        if self.results.named:
            pairs += beside_rounds(self.view, group, self.results)
        elif result.outcome is None:
            own = () if self.columns.numbered else steps
            recorded = {s.where.row for s in own if s.outcome is not None and s.where is not None}
            taken = [row for row in group.rows if self.view.place(row).row in recorded]
            pairs += unrecorded(self.view, group, taken)
        pairs += self.trials.left(group)
        pairs += beside_no_step(self.view, self.results, group)
        pairs += unread_days(self.view, group, self.results.order)
        if len(group.rows) > 1:
            pairs += lower_rows(self.view, group)
        pairs += result.earlier
        if title := self.long_title(first):
            pairs.append((self.columns.headings[self.columns.fields["title"]].label, title))
        if "minutes" in self.columns.fields and self.minutes(first) is None:
            column = self.columns.fields["minutes"]
            pairs.append((self.columns.headings[column].label, self.field(first, "minutes")))
        return tuple(dict.fromkeys((heading, text) for heading, text in pairs if text))

    def steps(self, group: RowGroup, spread: bool) -> tuple[tuple[StepDraft, ...], str]:
        """Return the steps and how expected results were laid on them."""
        if self.columns.numbered:
            return steps_beside(self.view, self.results, group, spread)
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
        if not spread:
            return (*made[:-1], made[-1]._replace(data=data)) if data else made, how
        result = self.results.read(row, filled=False)
        last = made[-1]._replace(
            data=data,
            outcome=result.outcome,
            actual=result.actual,
            comment=result.comment,
            tester=result.tester,
            performed_on=result.performed_on,
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
