"""Results that stand beside the steps of a script: whether there are any, by whom and when."""

from typing import Any

from changedesk.exchange.drafts import StepDraft
from changedesk.exchange.results import RowResult
from changedesk.exchange.rows import RowGroup, TableView


def who_and_when(steps: tuple[StepDraft, ...]) -> tuple[tuple[StepDraft, ...], RowResult]:
    """Return tester and day of a script where its rows agree; where they differ, steps keep them.

    Once written, they hold for the rows that leave them blank.
    """
    testers = {step.tester for step in steps} - {""}
    days = {step.performed_on for step in steps} - {None}
    tester = testers.pop() if len(testers) == 1 else ""
    day = days.pop() if len(days) == 1 else None
    blank: dict[str, Any] = {}
    if tester:
        blank["tester"] = ""
    if day:
        blank["performed_on"] = None
    kept = tuple(step._replace(**blank) for step in steps) if blank else steps
    return kept, RowResult(tester=tester, performed_on=day)


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
