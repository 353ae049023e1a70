"""What run mode reads from the workspace, for workers: choices, queues, sheets."""

from collections.abc import Sequence
from dataclasses import dataclass

from changedesk.store.workspace import Workspace
from changedesk.uat import queries
from changedesk.uat.queries import RunSheet
from ui.uat.run_choice import CycleChoice, read_choices
from ui.uat.run_session import Place, Queue, read_queue

SHEETS_AHEAD = 3


@dataclass(frozen=True)
class Start:
    """What to open: a cycle and a tester (None: ask), or the session that holds a run."""

    project: int
    cycle: int | None = None
    tester: int | None = None
    run: int | None = None


@dataclass(frozen=True)
class Opened:
    """What was read: the choices, and a queue with its first sheets if there is one to run."""

    start: Start
    choices: tuple[CycleChoice, ...]
    queue: Queue | None = None
    sheets: tuple[RunSheet, ...] = ()


@dataclass(frozen=True)
class Renewed:
    """A queue as it is now, and the sheets of the runs that were changed."""

    queue: Queue
    sheets: tuple[RunSheet, ...]
    changed: frozenset[int]
    results: frozenset[int]
    writes: int


def open_session(workspace: Workspace, start: Start) -> Opened:
    """Read what run mode shows first."""
    choices = read_choices(workspace, start.project)
    wanted = _of_run(workspace, choices, start) if start.run is not None else start
    for choice in choices:
        testers = [one.tester for one in choice.testers]
        if choice.cycle.id == wanted.cycle and wanted.tester in testers:
            assert wanted.tester is not None
            queue = read_queue(workspace, choice.cycle, wanted.tester)
            return Opened(start, choices, queue, _first_sheets(workspace, queue, start.run))
    return Opened(start, choices)


def _of_run(workspace: Workspace, choices: Sequence[CycleChoice], start: Start) -> Start:
    assert start.run is not None
    for choice in choices:
        for run in queries.runs(workspace, choice.cycle.id):
            if run.id == start.run:
                return Start(start.project, choice.cycle.id, run.tester or 0, run.id)
    return start


def _first_sheets(workspace: Workspace, queue: Queue, run: int | None) -> tuple[RunSheet, ...]:
    first = [one.id for one in queue.runs if one.id == run] or [
        one.id for one in queue.runs if one.done < one.steps and not one.final
    ]
    return tuple(queries.run_sheet(workspace, key) for key in first[:SHEETS_AHEAD])


def read_sheets(workspace: Workspace, runs: Sequence[int]) -> tuple[RunSheet, ...]:
    """Read runs ahead of the tester."""
    return tuple(queries.run_sheet(workspace, key) for key in runs)


def renew_session(
    workspace: Workspace,
    queue: Queue,
    needed: Sequence[int],
    changed: frozenset[int],
    results: frozenset[int],
    writes: int,
) -> Renewed:
    """Read a queue anew, with those of the `needed` runs that are still in it."""
    fresh = read_queue(workspace, queries.cycle_of(workspace, queue.cycle.id), queue.tester)
    there = {run.id for run in fresh.runs}
    sheets = tuple(queries.run_sheet(workspace, key) for key in needed if key in there)
    return Renewed(fresh, sheets, changed, results, writes)


def place_of(sheets: Sequence[RunSheet], results: frozenset[int]) -> Place | None:
    """Return the step that one of these results belongs to."""
    for sheet in sheets:
        for result in reversed(sheet.results):
            if result.id in results and result.step is not None:
                return Place(sheet.run.id, result.step)
    return None
