"""What a person can ask about UAT: typed rows, counted by the database."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from peewee import fn

from changedesk.store.errors import UserError
from changedesk.store.workspace import Workspace
from changedesk.uat import measures
from changedesk.uat.cycles import same_data_set
from changedesk.uat.defect_queries import defects, defects_against, evidence_of_defect, pictures
from changedesk.uat.filling import filled, values_of
from changedesk.uat.latest import LATEST
from changedesk.uat.records import Cycle, DataSet, Run, Script, Step
from changedesk.uat.rows import (
    CycleProgress,
    CycleRow,
    DefectRow,
    PictureRow,
    ResultRow,
    RunRow,
    RunSheet,
    ScriptRow,
    StepRow,
    TesterRow,
)
from changedesk.uat.run_states import result_facts
from changedesk.uat.scripts import current_version
from changedesk.uat.standings import progress
from changedesk.uat.trials import rule_of
from changedesk.uat.versions import newest

__all__ = [
    "CycleProgress", "CycleRow", "DefectRow", "PictureRow", "ResultRow", "RunRow", "RunSheet",
    "ScriptRow", "StepRow", "TesterRow", "current_steps", "cycle_called", "cycle_of", "cycles",
    "defects", "defects_against", "evidence_of_defect", "pictures", "progress", "results_of",
    "run_sheet", "runs", "runs_of_script", "script_called", "scripts", "testers",
]  # fmt: skip


def cycles(workspace: Workspace, project: int) -> list[CycleRow]:
    """Return the cycles of a project, the oldest first."""
    query = Cycle.select(
        Cycle.id, Cycle.code, Cycle.title, Cycle.environment, Cycle.build, Cycle.starts,
        Cycle.ends, Cycle.status, Cycle.purpose,
    ).where(Cycle.project == project)  # fmt: skip
    return [
        CycleRow(*row) for row in workspace.rows(query.order_by(fn.LENGTH(Cycle.code), Cycle.code))
    ]


def cycle_of(workspace: Workspace, key: int) -> CycleRow:
    """Return a cycle by its key; raises UserError when it is not there (any more)."""
    cycle = workspace.get(Cycle, key)
    return next(row for row in cycles(workspace, cycle.project_id) if row.id == key)


def cycle_called(workspace: Workspace, project: int, code: str = "") -> CycleRow:
    """Return the cycle with this code; without one the latest that is open, or else the latest.

    Raises UserError when there is none.
    """
    found = cycles(workspace, project)
    if not code and found:
        opened = [cycle for cycle in found if cycle.status == "open"]
        return (opened or found)[-1]
    for cycle in found:
        if cycle.code.casefold() == code.casefold():
            return cycle
    raise UserError(f"There is no cycle {code} in this project.".replace("cycle  ", "cycle "))


def scripts(workspace: Workspace, project: int) -> list[ScriptRow]:
    """Return the scripts of a project by code."""
    query = Script.select(
        Script.id, Script.code, Script.title, Script.area, Script.priority, Script.status
    ).where(Script.project == project)
    rows = workspace.rows(query.order_by(fn.LENGTH(Script.code), Script.code))
    return [ScriptRow(*row) for row in rows]


def script_called(workspace: Workspace, project: int, code: str) -> Script:
    """Return the script with this code; raises UserError when there is none."""
    query = Script.select(Script.id).where(Script.project == project)
    for row in workspace.rows(query.where((Script.code == code) | (Script.code == code.upper()))):
        return workspace.get(Script, row.id)
    raise UserError(f"There is no script {code} in this project.")


_RUN = (
    "SELECT run.id, run.script_id, script.code, script.title, script.area, run.tester_id, "
    "COALESCE(person.name, ''), run.attempt, run.state, run.steps, run.passed, run.failed, "
    "run.blocked, run.skipped, run.not_applicable, run.started, run.final, "
    "COALESCE(data_set.name, '') FROM run "
    "JOIN script ON script.id = run.script_id LEFT JOIN person ON person.id = run.tester_id "
    "LEFT JOIN data_set ON data_set.id = run.data_set_id "
)


def runs(
    workspace: Workspace, cycle: int, *, tester: int | None = None, latest: bool = True
) -> list[RunRow]:
    """Return the runs of a cycle by script and tester; only the last attempts, if `latest`."""
    where = "WHERE run.cycle_id = ? " + (f"AND {LATEST} " if latest else "")
    values: list[int] = [cycle]
    if tester is not None:
        where += "AND run.tester_id = ? "
        values.append(tester)
    with workspace.connected() as sql:
        rows = sql.rows(
            _RUN + where + "ORDER BY script.code, run.tester_id, data_set.position, run.attempt",
            values,
        )
    return [RunRow(*row) for row in rows]


def testers(workspace: Workspace, project: int) -> dict[int, list[TesterRow]]:
    """Return, by cycle, who has runs in it, by name; what nobody was given comes last."""
    with workspace.connected() as sql:
        rows = sql.rows(
            "SELECT run.cycle_id, run.tester_id, COALESCE(person.name, ''), COUNT(*), "
            "SUM(CASE WHEN run.final THEN 0 ELSE 1 END) FROM run "
            "JOIN cycle ON cycle.id = run.cycle_id LEFT JOIN person ON person.id = run.tester_id "
            f"WHERE cycle.project_id = ? AND {LATEST} "
            "GROUP BY run.cycle_id, run.tester_id, person.name",
            (project,),
        )
    found: dict[int, list[TesterRow]] = defaultdict(list)
    for cycle, *rest in sorted(rows, key=lambda row: (row[1] is None, row[2].casefold())):
        found[cycle].append(TesterRow(*rest))
    return dict(found)


def runs_of_script(workspace: Workspace, script: int) -> list[tuple[CycleRow, RunRow]]:
    """Return every run of a script with its cycle, the newest first."""
    with workspace.connected() as sql:
        rows = sql.rows(
            _RUN.replace("SELECT ", "SELECT run.cycle_id, ", 1)
            + "WHERE run.script_id = ? ORDER BY run.id DESC",
            (script,),
        )
    if not rows:
        return []
    project = workspace.get(Script, script).project_id
    by_key = {cycle.id: cycle for cycle in cycles(workspace, project)}
    return [(by_key[row[0]], RunRow(*row[1:])) for row in rows]


def run_sheet(workspace: Workspace, run: int) -> RunSheet:
    """Return a run with its steps and results; raises UserError when it is not there."""
    record = workspace.get(Run, run)
    with workspace.connected() as sql:
        row = RunRow(*sql.rows(_RUN + "WHERE run.id = ?", (run,))[0])
    results = results_of(workspace, [run])[run]
    script = workspace.get(Script, record.script_id)
    cycle = next(c for c in cycles(workspace, script.project_id) if c.id == record.cycle_id)
    # A run that has not started will take the steps as they are now.
    version = record.version_id if record.started else current_version(workspace, script.id)
    values = _values(workspace, same_data_set(workspace, record, version))
    steps = _steps(workspace, version, results, values)
    whole = [result for result in results if result.step is None and result.standing]
    return RunSheet(
        row, cycle, filled(script.preconditions, values), filled(script.test_data, values), steps,
        whole[-1] if whole else None, tuple(results), filled(script.text, values), row.data_set,
        values,
    )  # fmt: skip


def _values(workspace: Workspace, data_set: int | None) -> dict[str, str]:
    return values_of(workspace.get(DataSet, data_set).values) if data_set is not None else {}


def _steps(
    workspace: Workspace, version: int, results: Sequence[ResultRow], values: Mapping[str, str]
) -> tuple[StepRow, ...]:
    query = (
        Step.select(
            Step.id, Step.position, Step.do, Step.data, Step.expected, Step.trials, Step.threshold
        )
        .where(Step.version == version)
        .order_by(Step.position, Step.id)
    )
    rows = workspace.rows(query)
    heads: dict[int | None, list[ResultRow]] = defaultdict(list)
    for result in results:
        if result.standing:
            heads[result.step].append(result)
    rules = {row.id: rule_of(row.trials, row.threshold) for row in rows}
    known = {key: rule for key, rule in rules.items() if rule is not None}
    outcomes = measures.step_outcomes([row.id for row in rows], dict(heads), known)
    return tuple(
        StepRow(
            row.id, row.position, filled(row.do, values), filled(row.data, values),
            filled(row.expected, values), outcomes.get(row.id, ""),
            heads[row.id][-1] if row.id in heads else None, row.trials, row.threshold,
            measures.tally_of(heads.get(row.id, ()), known[row.id]) if row.id in known else None,
            tuple(result for result in heads.get(row.id, ()) if result.trial is not None),
        )
        for row in rows
    )  # fmt: skip


def results_of(workspace: Workspace, keys: Sequence[int]) -> dict[int, list[ResultRow]]:
    """Return all results of runs, oldest first, each marked whether it stands."""
    with workspace.connected() as sql:
        facts = result_facts(sql, list(keys))
        rows = sql.by_keys(
            "SELECT r.run_id, r.id, e.uid, r.step_id, r.outcome, r.actual, r.comment, "
            "COALESCE(p.name, ''), r.at, r.duration, "
            "(SELECT COUNT(*) FROM evidence v WHERE v.result_id = r.id AND v.content <> ''), "
            "r.trial "
            "FROM step_result r "
            "JOIN entity e ON e.id = r.id LEFT JOIN person p ON p.id = r.tester_id "
            "WHERE r.run_id IN ({keys}) ORDER BY r.id",
            list(keys),
        )
    heads = {fact.uid for found in facts.values() for fact in measures.standing(found)}
    results: dict[int, list[ResultRow]] = defaultdict(list)
    for run, key, uid, step, outcome, actual, comment, tester, at, duration, *rest in rows:
        pictures, trial = rest
        text = bytes(uid).hex()
        results[run].append(
            ResultRow(
                key, text, step, outcome, actual, comment, tester, at, duration, pictures,
                text in heads, trial,
            )
        )  # fmt: skip
    return results


def current_steps(workspace: Workspace) -> int:
    """Return how many steps all scripts have as they are now; older versions do not count."""
    with workspace.connected() as sql:
        return int(
            sql.value(
                "SELECT COUNT(*) FROM step s JOIN script_version v ON v.id = s.version_id "
                f"JOIN script c ON {newest('v', 'c.id')}"
            )
        )
