"""What a session works on, and what it leaves behind, as read from the workspace."""

from dataclasses import dataclass

from changedesk.store.workspace import Workspace
from changedesk.uat import queries
from changedesk.uat.queries import CycleRow, RunRow, RunSheet, StepRow
from ui.uat.run_steps import as_one_step

EVERYBODY = -1
"""The choice of tester that takes every run of the cycle."""
NOBODY = 0
"""The choice of tester that takes the runs that nobody was given yet."""
COUNTS = {
    "pass": "passed",
    "fail": "failed",
    "blocked": "blocked",
    "skipped": "skipped",
    "na": "not_applicable",
}
"""Where a run keeps how many of its steps have an outcome."""


@dataclass(frozen=True)
class Queue:
    """What a session works on, as read at one moment."""

    cycle: CycleRow
    tester: int
    runs: tuple[RunRow, ...]


@dataclass(frozen=True)
class Place:
    """A step of a run, by their keys."""

    run: int
    step: int


@dataclass(frozen=True)
class Figures:
    """The figures of the footer; `run` and `step` count from 1."""

    run: int
    runs: int
    step: int
    steps: int
    steps_done: int
    session_steps: int
    session_done: int
    failed: int


@dataclass(frozen=True)
class Leftover:
    """A step, or a whole run, that the end of a session names."""

    run: int
    code: str
    title: str
    tester: str
    step: int | None
    position: int
    do: str
    said: str


@dataclass(frozen=True)
class Ending:
    """What there is to say when a session ends."""

    runs: int
    steps: int
    counts: dict[str, int]
    failed: tuple[Leftover, ...]
    blocked: tuple[Leftover, ...]
    disputed: tuple[Leftover, ...]
    left: tuple[RunRow, ...]


def read_queue(workspace: Workspace, cycle: CycleRow, tester: int) -> Queue:
    """Read the runs of a tester in a cycle; for a worker."""
    wanted = tester if tester > 0 else None
    runs = queries.runs(workspace, cycle.id, tester=wanted)
    if tester == NOBODY:
        runs = [run for run in runs if run.tester is None]
    return Queue(cycle, tester, tuple(as_one_step(run) for run in runs))


def read_ending(workspace: Workspace, queue: Queue) -> Ending:
    """Read what a session leaves behind; for a worker."""
    marked = [run.id for run in queue.runs if run.state in ("failed", "blocked", "disputed")]
    found: dict[str, list[Leftover]] = {"fail": [], "blocked": [], "disputed": []}
    for run in marked:
        sheet = queries.run_sheet(workspace, run)
        for step in sheet.steps:
            if step.outcome in found:
                found[step.outcome].append(_leftover(sheet, step))
        if sheet.whole is not None and sheet.whole.outcome in found and len(sheet.steps) != 1:
            found[sheet.whole.outcome].append(_leftover(sheet, None))
    return Ending(
        runs=len(queue.runs),
        steps=sum(run.steps for run in queue.runs),
        counts={c: sum(getattr(run, name) for run in queue.runs) for c, name in COUNTS.items()},
        failed=tuple(found["fail"]),
        blocked=tuple(found["blocked"]),
        disputed=tuple(found["disputed"]),
        left=tuple(run for run in queue.runs if run.done < run.steps and not run.final),
    )


def _leftover(sheet: RunSheet, step: StepRow | None) -> Leftover:
    result = sheet.whole if step is None else step.result
    return Leftover(
        sheet.run.id,
        sheet.run.code,
        sheet.run.title,
        sheet.run.tester_name,
        None if step is None else step.id,
        0 if step is None else step.position,
        sheet.run.title if step is None else step.do,
        result.actual if result is not None else "",
    )
