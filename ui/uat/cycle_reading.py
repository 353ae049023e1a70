"""What the page Cycles shows of a cycle: its runs and its figures; read by workers."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from changedesk.store.workspace import Workspace
from changedesk.uat import measures, queries
from changedesk.uat.criteria import conditions_of
from changedesk.uat.measures import Progress
from changedesk.uat.pace_queries import Pace, pace_of
from changedesk.uat.queries import CycleProgress, RunRow


@dataclass(frozen=True)
class Part:
    """Where a part of a cycle stands: an area, or a tester."""

    name: str
    runs: Progress


@dataclass(frozen=True)
class CycleView:
    """A cycle as the page shows it."""

    progress: CycleProgress
    runs: tuple[RunRow, ...]
    areas: tuple[Part, ...]
    testers: tuple[Part, ...]
    pace: Pace
    conditions: int


def read_cycle(workspace: Workspace, cycle: int) -> CycleView:
    """Read a cycle; raises UserError when it is not there (any more)."""
    with workspace.snapshot():
        row = queries.cycle_of(workspace, cycle)
        runs = queries.runs(workspace, cycle)
        progress = queries.progress(workspace, row)
        pace = pace_of(workspace, cycle)
        conditions = len(conditions_of(workspace, cycle))
    return CycleView(
        progress,
        tuple(runs),
        _parts(runs, _top_area),
        _parts(runs, lambda run: run.tester_name),
        pace,
        conditions,
    )


def _top_area(run: RunRow) -> str:
    return run.area.split("/", 1)[0].strip()


def _parts(runs: Iterable[RunRow], name_of: Callable[[RunRow], str]) -> tuple[Part, ...]:
    grouped: dict[str, list[tuple[str, bool, int]]] = defaultdict(list)
    for run in runs:
        grouped[name_of(run)].append((run.state, run.final, 1))
    names = sorted(grouped, key=lambda name: (not name, name.casefold()))
    return tuple(Part(name, measures.progress(grouped[name])) for name in names)
