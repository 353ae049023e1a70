"""Builds the steps of rows on which they stand side by side, each in columns of its own."""

from collections.abc import Iterator, Mapping

from changedesk.exchange import outcomes
from changedesk.exchange.drafts import StepDraft
from changedesk.exchange.results import ResultReader
from changedesk.exchange.rows import RowGroup, TableView
from changedesk.exchange.step_columns import STEP_TEXTS
from changedesk.exchange.steps import Item, bare, pair

PAIRING = "one column for each step"


def steps_beside(
    view: TableView, results: ResultReader, group: RowGroup, spread: bool
) -> tuple[tuple[StepDraft, ...], str]:
    """Return a script's steps in the order of their numbers, and how they were found.

    Numbers without a text are no steps. `spread`: a row's own result is that of its last step.
    """
    steps: list[StepDraft] = []
    for row in group.rows:
        made = list(_steps_of_row(view, results, row, filled=row == group.rows[0]))
        made = _with_expected(made, view.get(row, "expected", filled=row == group.rows[0]))
        if spread and made and made[-1].outcome is None:
            own = results.read(row, filled=False)
            made[-1] = made[-1]._replace(
                outcome=own.outcome,
                actual=made[-1].actual or own.actual,
                comment=made[-1].comment or own.comment,
                tester=own.tester,
                performed_on=own.performed_on,
            )
        steps.extend(made)
    return tuple(steps), PAIRING if steps else ""


def _steps_of_row(
    view: TableView, results: ResultReader, row: int, *, filled: bool
) -> Iterator[StepDraft]:
    for columns in view.columns.numbered.values():
        do, data, expected = (
            view.cell(row, columns.get(name), filled=filled) for name in STEP_TEXTS
        )
        if not is_step(do, expected):
            continue
        do, expected = (bare(do), expected) if do else (expected, "")
        step = StepDraft(do, data, expected, where=view.place(row))
        if results.only is None:
            said = results.beside(row, columns)
            if said.outcome is not None:
                step = step._replace(outcome=said.outcome, actual=said.actual, comment=said.comment)
        yield step


def is_step(do: str, expected: str) -> bool:
    """Tell a step from columns that this script leaves empty, or strikes out with a dash."""
    return any(any(map(str.isalnum, text)) for text in (do, expected))


def _with_expected(steps: list[StepDraft], expected: str) -> list[StepDraft]:
    """Lay what a script expects as a whole on its steps, or below what the last one expects."""
    if not expected or not steps:
        return steps
    if any(step.expected for step in steps):
        last = "\n".join(text for text in (steps[-1].expected, expected) if text)
        return [*steps[:-1], steps[-1]._replace(expected=last)]
    items = [Item(step.do, number) for number, step in enumerate(steps, start=1)]
    texts, _ = pair(items, expected)
    return [step._replace(expected=text) for step, text in zip(steps, texts, strict=True)]


def beside_no_step(
    view: TableView, results: ResultReader, group: RowGroup
) -> list[tuple[str, str]]:
    """Return what stands beside steps and none of them took: data, results and remarks."""
    pairs = []
    for row in group.rows:
        filled = row == group.rows[0]
        for columns in view.columns.numbered.values():
            do, expected = (
                view.cell(row, columns.get(name), filled=filled) for name in ("steps", "expected")
            )
            left = _left(columns, is_step(do, expected), results, row)
            for name in left:
                text = view.cell(row, columns.get(name), filled=filled)
                if text and (name != "outcome" or outcomes.says_something(text)):
                    pairs.append((view.columns.headings[columns[name]].label, text))
    return pairs


def _left(columns: Mapping[str, int], step: bool, results: ResultReader, row: int) -> list[str]:
    said = ("outcome", "actual", "comment")
    if not step:
        return ["steps", "test_data", "expected", *said]
    taken = not results.named and results.beside(row, columns).outcome is not None
    return [] if taken else list(said)
