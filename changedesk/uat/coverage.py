"""Coverage: which requirement is tested by which scripts, and how that stands in a cycle."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from peewee import fn

from changedesk.people.links import TESTED_BY, links
from changedesk.people.shares import Share
from changedesk.store.workspace import Workspace
from changedesk.uat.latest import LatestRun, latest_runs, latest_runs_of_project
from changedesk.uat.records import Requirement, Script

OUT_OF_SCOPE = "wont"
_WORST_FIRST = (
    "disputed", "failed", "blocked", "in_progress", "not_run", "na", "passed_with_remark", "passed",
)  # fmt: skip


@dataclass(frozen=True)
class CoveringScript:
    """A script that tests a requirement; `run` is the one that gives its state (None: no run)."""

    id: int
    code: str
    title: str
    state: str
    run: int | None
    runs: int
    executed: int


@dataclass(frozen=True)
class RequirementRow:
    """A requirement with the scripts that test it and what they say of it together.

    Covered: at least one of their runs is executed.
    """

    id: int
    code: str
    title: str
    area: str
    priority: str
    in_scope: bool
    covered: bool
    state: str
    scripts: tuple[CoveringScript, ...]


@dataclass(frozen=True)
class Coverage:
    """All requirements of a project, and how many in scope are covered.

    `scripts` are those that test a requirement, by code: the columns of a matrix; `untied` are
    those that test none.
    """

    rows: tuple[RequirementRow, ...]
    scripts: tuple[CoveringScript, ...]
    untied: tuple[CoveringScript, ...]

    @property
    def share(self) -> Share:
        """Return the covered requirements of those in scope; "won't" is out of scope."""
        return covered_share(self.rows)

    @property
    def covered(self) -> int:
        """Return how many requirements in scope are covered."""
        return self.share.n

    @property
    def in_scope(self) -> int:
        """Return how many requirements are in scope."""
        return self.share.base

    def share_of(self, priorities: Iterable[str]) -> Share:
        """Return the covered requirements of those in scope with one of these priorities."""
        wanted = set(priorities)
        return covered_share([row for row in self.rows if row.priority in wanted])


def covered_share(rows: Sequence[RequirementRow]) -> Share:
    """Return the covered requirements of those in scope."""
    in_scope = [row for row in rows if row.in_scope]
    return Share(sum(1 for row in in_scope if row.covered), len(in_scope))


def combined(states: Iterable[str]) -> str:
    """Return the state that several runs give together: the worst one that is required.

    No event in any: not run. Else the first that fits: disputed, failed, blocked, in progress (one
    is open or not begun), not applicable (all are), passed with a remark, passed.
    """
    found = set(states)
    if found <= {"not_run"}:
        return "not_run"
    for state in ("disputed", "failed", "blocked"):
        if state in found:
            return state
    if found & {"in_progress", "not_run"}:
        return "in_progress"
    if found == {"na"}:
        return "na"
    return "passed_with_remark" if "passed_with_remark" in found else "passed"


def coverage(workspace: Workspace, project: int, cycle: int | None = None) -> Coverage:
    """Return what tests each requirement and how that stands in a cycle.

    Without a cycle each script counts as in the last cycle that has a run of it. In a cycle only
    what is planned there is required: scripts without a run leave a tested requirement as it is.
    """
    tied = links(workspace, TESTED_BY)
    if cycle is not None:
        runs = latest_runs(workspace, cycle)
    else:
        runs = _last_cycles(latest_runs_of_project(workspace, project))
    by_script: dict[int, list[LatestRun]] = defaultdict(list)
    for run in runs:
        by_script[run.script].append(run)
    scripts = _scripts(workspace, project, by_script)
    place = {key: number for number, key in enumerate(scripts)}
    rows = tuple(
        _row(row, [scripts[key] for key in sorted(keys, key=place.__getitem__)], by_script)
        for row in _requirements(workspace, project)
        for keys in [tied.get(row[0], set()) & scripts.keys()]
    )
    named = {script.id for row in rows for script in row.scripts}
    return Coverage(
        rows,
        tuple(script for key, script in scripts.items() if key in named),
        tuple(script for key, script in scripts.items() if key not in named),
    )


def _last_cycles(runs: Sequence[LatestRun]) -> list[LatestRun]:
    last = {run.script: run.cycle for run in runs}
    return [run for run in runs if run.cycle == last[run.script]]


def _row(
    row: tuple[int, str, str, str, str],
    scripts: Sequence[CoveringScript],
    runs: Mapping[int, Sequence[LatestRun]],
) -> RequirementRow:
    states = [run.state for script in scripts for run in runs.get(script.id, ())]
    return RequirementRow(
        *row,
        in_scope=row[4] != OUT_OF_SCOPE,
        covered=any(script.executed for script in scripts),
        state=combined(states),
        scripts=tuple(scripts),
    )


def _requirements(workspace: Workspace, project: int) -> list[tuple[int, str, str, str, str]]:
    query = Requirement.select(
        Requirement.id, Requirement.code, Requirement.title, Requirement.area, Requirement.priority
    ).where(Requirement.project == project)
    ordered = query.order_by(fn.LENGTH(Requirement.code), Requirement.code)
    return [tuple(row) for row in workspace.rows(ordered)]


def _scripts(
    workspace: Workspace, project: int, runs: Mapping[int, Sequence[LatestRun]]
) -> dict[int, CoveringScript]:
    query = (
        Script.select(Script.id, Script.code, Script.title)
        .where(Script.project == project)
        .order_by(fn.LENGTH(Script.code), Script.code)
    )
    found = {}
    for row in workspace.rows(query):
        own = runs.get(row.id, ())
        telling = min(own, key=lambda run: _WORST_FIRST.index(run.state), default=None)
        found[row.id] = CoveringScript(
            row.id,
            row.code,
            row.title,
            state=combined(run.state for run in own),
            run=telling.id if telling else None,
            runs=len(own),
            executed=sum(1 for run in own if run.final),
        )
    return found
