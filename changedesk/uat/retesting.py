"""Retests: which defects wait for one, and which ones a passing run proposes to close."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from changedesk.store.errors import UserError
from changedesk.store.workspace import Workspace
from changedesk.uat.cycles import add_attempt, refuse_closed
from changedesk.uat.defect_queries import defects
from changedesk.uat.records import Cycle, Defect, Run, Script
from changedesk.uat.rows import DefectRow
from changedesk.uat.words import OPEN_DEFECTS

READY = "ready_for_retest"
PASSED = ("passed", "passed_with_remark")


@dataclass(frozen=True)
class RetestRow:
    """A defect that waits for a retest.

    `failed_run` is the last attempt of the run that raised it, or the last run of its script;
    `retest_run` is the attempt after it that is planned or under way; both are None where there is
    none.
    """

    defect: int
    code: str
    title: str
    severity: str
    owner: str
    fixed_in: str
    script: int | None
    script_code: str
    script_title: str
    cycle: int | None
    cycle_code: str
    tester: int | None
    tester_name: str
    failed_run: int | None
    retest_run: int | None
    retest_state: str


def retest_list(workspace: Workspace, project: int) -> list[RetestRow]:
    """Return what waits for a retest, the gravest first."""
    with workspace.connected() as sql:
        rows = sql.rows(
            "SELECT d.id, d.code, d.title, d.severity, d.owner, d.fixed_in, d.script_id, "
            "COALESCE(s.code, ''), COALESCE(s.title, ''), r.run_id FROM defect d "
            "LEFT JOIN script s ON s.id = d.script_id "
            "LEFT JOIN step_result r ON r.id = d.result_id "
            "WHERE d.project_id = ? AND d.status = ?",
            (project, READY),
        )
        runs = sql.by_keys(
            "SELECT run.id, run.script_id, run.cycle_id, cycle.code, run.tester_id, "
            "COALESCE(person.name, ''), run.attempt, run.state, run.final, data_set.name, "
            "run.repeats_id FROM run JOIN cycle ON cycle.id = run.cycle_id "
            "LEFT JOIN data_set ON data_set.id = run.data_set_id "
            "LEFT JOIN person ON person.id = run.tester_id WHERE run.script_id IN ({keys}) "
            "ORDER BY LENGTH(cycle.code), cycle.code, run.attempt, run.id",
            sorted({row[6] for row in rows if row[6] is not None}),
        )
    found = [
        _row(row[:-1], row[-1], [_Attempt(*run) for run in runs if run[1] == row[6]])
        for row in rows
    ]
    rank = {"critical": 0, "high": 1, "medium": 2, "low": 3}
    return sorted(found, key=lambda row: (rank.get(row.severity, 4), len(row.code), row.code))


@dataclass(frozen=True)
class _Attempt:
    id: int
    script: int
    cycle: int
    cycle_code: str
    tester: int | None
    tester_name: str
    attempt: int
    state: str
    final: bool
    data_set: str | None
    repeats: int | None

    def same_data(self, other: "_Attempt") -> bool:
        """Tell whether it is done with the data set of another attempt."""
        return other.data_set is None or self.data_set == other.data_set

    def repeats_it(self, other: "_Attempt") -> bool:
        """Tell whether it tries again what another attempt did before."""
        own = self.tester == other.tester or self.repeats == other.id
        later = self.cycle != other.cycle or self.attempt > other.attempt
        return own and later and self.same_data(other)


def _row(told: tuple[Any, ...], raised: int | None, runs: Sequence[_Attempt]) -> RetestRow:
    # Runs come in the order of cycles and attempts: what follows the failed one is a retest of it.
    begun = [run for run in runs if run.state != "not_run" or run.id == raised]
    failed = next((run for run in begun if run.id == raised), None)
    if failed is None:
        failed = next((run for run in reversed(begun) if run.state == "failed"), None)
    if failed is None and begun:
        failed = begun[-1]
    later: list[_Attempt] = []
    if failed is not None:
        # A retest that did not help is what the next one repeats, whoever made it.
        for run in runs[runs.index(failed) + 1 :]:
            if run.final and run.repeats_it(failed):
                failed = run
        later = [
            run
            for run in runs[runs.index(failed) + 1 :]
            if not run.final
            and (run.repeats_it(failed) or (run.cycle != failed.cycle and run.same_data(failed)))
        ]
    retest = next((run for run in later if run.tester == failed.tester), None) if failed else None
    retest = retest or (later[0] if later else None)
    where: tuple[Any, ...] = (None, "", None, "", None)
    if failed is not None:
        where = (
            failed.cycle, failed.cycle_code, failed.tester, failed.tester_name, failed.id,
        )  # fmt: skip
    again: tuple[Any, ...] = (retest.id, retest.state) if retest else (None, "")
    return RetestRow(*told, *where, *again)


def plan_retests(
    workspace: Workspace, defects_: Sequence[int], *, cycle: int | None = None, build: str = ""
) -> list[int]:
    """Plan another attempt for each of these defects, in one change; return the new runs.

    Each is given to whoever failed it, in `cycle` or in that of the failed run; where that one was
    closed, in the last open cycle after it. A defect that has a retest planned, or no run of its
    script, is left alone. Raises UserError for a closed cycle, where none is open after it.
    """
    projects = {workspace.get(Defect, key).project_id for key in defects_}
    rows = [row for project in sorted(projects) for row in retest_list(workspace, project)]
    failed = dict.fromkeys(
        row.failed_run for row in rows if row.defect in defects_ and row.retest_run is None
    )
    old = [workspace.get(Run, key) for key in failed if key is not None]
    where = {run.cycle_id: cycle or _cycle_for(workspace, run.cycle_id) for run in old}
    for chosen in set(where.values()):
        refuse_closed(workspace, chosen)
    if not old:
        return []
    label = "Plan a retest" if len(old) == 1 else f"Plan {len(old)} retests"
    with workspace.change(label) as change:
        return [add_attempt(workspace, change, run, where[run.cycle_id], build) for run in old]


def _cycle_for(workspace: Workspace, cycle: int) -> int:
    # Testing goes on in the next cycle, on the build that was mended.
    with workspace.connected() as sql:
        later = sql.value(
            "SELECT c.id FROM cycle c JOIN cycle old ON old.project_id = c.project_id "
            "WHERE old.id = ? AND old.status = 'closed' AND c.status = 'open' "
            "AND (LENGTH(c.code) > LENGTH(old.code) "
            "OR (LENGTH(c.code) = LENGTH(old.code) AND c.code > old.code)) "
            "ORDER BY LENGTH(c.code) DESC, c.code DESC LIMIT 1",
            (cycle,),
        )
    return cycle if later is None else int(later)


def ready_to_close(workspace: Workspace, run: int) -> list[DefectRow]:
    """Return the defects that this run, having passed, proposes to close; none while it has not.

    Those of its script that are ready for retest, and open ones that an earlier attempt raised.
    """
    record = workspace.get(Run, run)
    if record.state not in PASSED or not record.final:
        return []
    with workspace.connected() as sql:
        open_codes = ", ".join(f"'{code}'" for code in OPEN_DEFECTS)
        rows = sql.rows(
            "SELECT d.id FROM defect d LEFT JOIN step_result r ON r.id = d.result_id "
            "LEFT JOIN run o ON o.id = r.run_id LEFT JOIN cycle c ON c.id = o.cycle_id "
            "JOIN cycle here ON here.id = ? "
            f"WHERE d.script_id = ? AND d.status IN ({open_codes}) "
            "AND (o.id IS NULL OR o.id <> ?) AND (d.status = ? OR "
            "(o.cycle_id = here.id AND o.attempt < ?) OR LENGTH(c.code) < LENGTH(here.code) "
            "OR (LENGTH(c.code) = LENGTH(here.code) AND c.code < here.code)) "
            "AND (o.data_set_id IS NULL OR o.data_set_id IS NOT DISTINCT FROM ? OR "
            "(SELECT name FROM data_set WHERE id = o.data_set_id) = "
            "(SELECT name FROM data_set WHERE id = ?))",
            (
                record.cycle_id, record.script_id, run, READY, record.attempt,
                record.data_set_id, record.data_set_id,
            ),
        )  # fmt: skip
    found = {key for (key,) in rows}
    if not found:
        return []
    project = workspace.get(Script, record.script_id).project_id
    return [row for row in defects(workspace, project) if row.id in found]


def close_defects(workspace: Workspace, keys: Sequence[int], run: int) -> int:
    """Close defects on the strength of a run that passed; return how many were open.

    Raises UserError when the run has not passed.
    """
    record = workspace.get(Run, run)
    if record.state not in PASSED:
        raise UserError("Only a run that passed closes a defect.")
    rows = workspace.rows(
        Defect.select(Defect.id, Defect.code, Defect.fixed_in)
        .where(Defect.id.in_(list(keys)) & Defect.status.in_(OPEN_DEFECTS))
        .order_by(Defect.code)
    )
    if not rows:
        return 0
    build = record.build or workspace.get(Cycle, record.cycle_id).build
    named = rows[0].code if len(rows) == 1 else f"{len(rows)} defects"
    script = workspace.record_name(record.script_id)
    with workspace.change(f"Close {named}: {script} passed") as change:
        change.set_many(
            Defect,
            {row.id: {"status": "closed", "fixed_in": row.fixed_in or build} for row in rows},
        )
    return len(rows)
