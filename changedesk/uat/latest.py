"""The last attempt of a script by a tester with a data set: what came before it is history.

A retest that somebody else makes comes after the run that it repeats.
"""

from dataclasses import dataclass

from changedesk.store.workspace import Workspace
from changedesk.uat.versions import newest

# A data set of a newer version is the same one when it has the same name.
LATEST = (
    "NOT EXISTS (SELECT 1 FROM run later WHERE later.cycle_id = run.cycle_id "
    "AND later.script_id = run.script_id AND later.attempt > run.attempt "
    "AND (later.tester_id IS NOT DISTINCT FROM run.tester_id OR later.repeats_id = run.id) "
    "AND (later.data_set_id IS NOT DISTINCT FROM run.data_set_id OR "
    "(SELECT name FROM data_set WHERE id = later.data_set_id) = "
    "(SELECT name FROM data_set WHERE id = run.data_set_id)))"
)

# The data set of a run as its script has it now, where a newer version has one of that name; the
# query knows `run` and `script`.
DATA_SET_NOW = (
    "CASE WHEN run.data_set_id IS NULL THEN NULL ELSE COALESCE((SELECT same.id "
    "FROM script_version now JOIN data_set same ON same.version_id = now.id "
    f"JOIN data_set old ON old.name = same.name WHERE {newest('now', 'script.id')} "
    "AND old.id = run.data_set_id "
    "ORDER BY ABS(same.position - old.position), same.id LIMIT 1), run.data_set_id) END"
)


@dataclass(frozen=True)
class LatestRun:
    """What planning and coverage need of a run that counts; its data set is as it is now."""

    id: int
    cycle: int
    script: int
    data_set: int | None
    tester: int | None
    attempt: int
    state: str
    final: bool
    started: int | None
    minutes: int | None


_RUNS = (
    f"SELECT run.id, run.cycle_id, run.script_id, {DATA_SET_NOW}, run.tester_id, run.attempt, "
    "run.state, run.final, run.started, script.minutes "
    "FROM run JOIN script ON script.id = run.script_id "
)


def latest_runs(workspace: Workspace, cycle: int) -> list[LatestRun]:
    """Return the runs of a cycle that count, in the order in which they were planned."""
    with workspace.connected() as sql:
        rows = sql.rows(f"{_RUNS} WHERE run.cycle_id = ? AND {LATEST} ORDER BY run.id", (cycle,))
    return [LatestRun(*row) for row in rows]


def latest_runs_of_project(workspace: Workspace, project: int) -> list[LatestRun]:
    """Return the runs that count of all cycles of a project, the earliest cycle first."""
    with workspace.connected() as sql:
        rows = sql.rows(
            f"{_RUNS} JOIN cycle ON cycle.id = run.cycle_id WHERE cycle.project_id = ? "
            f"AND {LATEST} ORDER BY LENGTH(cycle.code), cycle.code, run.id",
            (project,),
        )
    return [LatestRun(*row) for row in rows]
