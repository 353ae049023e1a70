"""Steps as run mode holds them: a script without steps is one step, a try is added to a tally."""

from collections.abc import Sequence
from dataclasses import replace

from changedesk.uat.measures import ResultFact, run_state, tally_of
from changedesk.uat.queries import ResultRow, RunRow, RunSheet, StepRow
from changedesk.uat.trials import rule_of

WHOLE = 0
"""The key of the one step that stands for a script which is not split into steps."""
_OUTCOMES = {
    "passed": "pass",
    "passed_with_remark": "pass",
    "failed": "fail",
    "blocked": "blocked",
    "na": "na",
}


def as_one_step(run: RunRow) -> RunRow:
    """Return a run of a script without steps as one of a single step; any other as it is."""
    if run.steps:
        return run
    outcome = _OUTCOMES.get(run.state, "")
    return replace(
        run,
        steps=1,
        passed=int(outcome == "pass"),
        failed=int(outcome == "fail"),
        blocked=int(outcome == "blocked"),
        not_applicable=int(outcome == "na"),
    )


def with_steps(sheet: RunSheet) -> RunSheet:
    """Return a sheet whose script has no steps with one that holds its text; any other as it is."""
    if sheet.steps:
        return sheet
    run = as_one_step(sheet.run)
    outcome = "disputed" if run.state == "disputed" else _OUTCOMES.get(run.state, "")
    if sheet.whole is not None and run.state != "disputed":
        outcome = sheet.whole.outcome
    step = StepRow(WHOLE, 1, sheet.text or sheet.run.title, "", "", outcome, sheet.whole)
    return replace(sheet, run=run, steps=(step,), whole=None)


def learned(step: StepRow, told: ResultRow) -> StepRow:
    """Return a step after a result was recorded at it."""
    rule = rule_of(step.trials, step.threshold)
    if rule is None or told.trial is None:
        return replace(step, outcome=told.outcome, result=told)
    tries = [one for one in step.tries if one.trial != told.trial]
    tries = sorted([*tries, told], key=lambda one: one.trial or 0)
    tally = tally_of(tries, rule)
    return replace(step, outcome=tally.outcome, result=told, tally=tally, tries=tuple(tries))


def next_try(step: StepRow) -> int | None:
    """Return the first try of a trial step that is not in; None when all are, or there are none."""
    rule = rule_of(step.trials, step.threshold)
    known = {one.trial for one in step.tries}
    numbers = range(1, rule.n + 1) if rule is not None else ()
    return next((number for number in numbers if number not in known), None)


def counted(run: RunRow, steps: Sequence[StepRow]) -> RunRow:
    """Return a run with its counts and state as its steps say."""
    outcomes = [step.outcome for step in steps]
    facts = [
        ResultFact(str(step.id), step.id, step.outcome, frozenset())
        for step in steps
        if step.outcome
    ]
    found = run_state([step.id for step in steps], facts)
    begun = found.state == "not_run" and any(step.tries for step in steps)
    state = "in_progress" if begun else found.state
    return replace(
        run,
        state="disputed" if "disputed" in outcomes else state,
        passed=outcomes.count("pass"),
        failed=outcomes.count("fail"),
        blocked=outcomes.count("blocked"),
        skipped=outcomes.count("skipped"),
        not_applicable=outcomes.count("na"),
        final=found.final and "disputed" not in outcomes,
    )
