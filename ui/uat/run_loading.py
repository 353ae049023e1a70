"""What run mode reads from the workspace, for workers: choices, queues, sheets."""

from collections.abc import Sequence
from dataclasses import dataclass

from changedesk.store.workspace import Workspace
from changedesk.uat import queries
from changedesk.uat.queries import RunSheet
from changedesk.uat.records import Run
from ui.uat.run_choice import CycleChoice, read_choices
from ui.uat.run_queue import NOBODY, Queue, read_queue

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


def open_session(workspace: Workspace, start: Start) -> Opened:
    """Read what run mode shows first: the queue that was asked for, else the choices."""
    with workspace.connected():
        queue = _queue(workspace, start)
        if queue is not None and queue.runs:
            return Opened(start, (), queue, _first_sheets(workspace, queue, start.run))
        return Opened(start, read_choices(workspace, start.project))


def _queue(workspace: Workspace, start: Start) -> Queue | None:
    known = {cycle.id: cycle for cycle in queries.cycles(workspace, start.project)}
    if start.run is not None:
        run = workspace.find(Run, id=start.run)
        if run is None or run.cycle_id not in known:
            return None
        return read_queue(workspace, known[run.cycle_id], run.tester_id or NOBODY)
    if start.cycle not in known or start.tester is None:
        return None
    return read_queue(workspace, known[start.cycle], start.tester)


def _first_sheets(workspace: Workspace, queue: Queue, run: int | None) -> tuple[RunSheet, ...]:
    first = [one.id for one in queue.runs if one.id == run] or [
        one.id for one in queue.runs if one.done < one.steps and not one.final
    ]
    return tuple(queries.run_sheet(workspace, key) for key in first[:SHEETS_AHEAD])


def read_sheets(workspace: Workspace, runs: Sequence[int]) -> tuple[RunSheet, ...]:
    """Read runs ahead of the tester."""
    with workspace.connected():
        return tuple(queries.run_sheet(workspace, key) for key in runs)


def renew_session(
    workspace: Workspace,
    queue: Queue,
    needed: Sequence[int],
) -> Renewed:
    """Read a queue anew, with those of the `needed` runs that are still in it."""
    with workspace.connected():
        fresh = read_queue(workspace, queries.cycle_of(workspace, queue.cycle.id), queue.tester)
        there = {run.id for run in fresh.runs}
        sheets = tuple(queries.run_sheet(workspace, key) for key in needed if key in there)
        return Renewed(fresh, sheets)
