"""What a person can ask about UAT: typed rows, counted by the database."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from peewee import fn

from changedesk.people.records import Person
from changedesk.store.engine import Sql
from changedesk.store.errors import UserError
from changedesk.store.workspace import Workspace
from changedesk.uat import measures
from changedesk.uat.measures import Progress, ResultFact, Share
from changedesk.uat.records import (
    Cycle,
    Defect,
    Evidence,
    Run,
    Script,
    Step,
    StepResult,
)  # fmt: skip
from changedesk.uat.run_states import result_facts
from changedesk.uat.scripts import current_version
from changedesk.uat.words import OPEN_DEFECTS

# Only the last attempt of a script by a tester counts; the ones before it are history.
LATEST = (
    "NOT EXISTS (SELECT 1 FROM run later WHERE later.cycle_id = run.cycle_id "
    "AND later.script_id = run.script_id AND later.tester_id IS NOT DISTINCT FROM run.tester_id "
    "AND later.attempt > run.attempt)"
)


@dataclass(frozen=True)
class CycleRow:
    """A cycle with its dates and status."""

    id: int
    code: str
    title: str
    environment: str
    build: str
    starts: str
    ends: str
    status: str
    purpose: str


@dataclass(frozen=True)
class ScriptRow:
    """A script, as pickers show one."""

    id: int
    code: str
    title: str
    area: str
    priority: str
    status: str


@dataclass(frozen=True)
class RunRow:
    """A run as lists show it."""

    id: int
    script: int
    code: str
    title: str
    area: str
    tester: int | None
    tester_name: str
    attempt: int
    state: str
    steps: int
    passed: int
    failed: int
    blocked: int
    skipped: int
    not_applicable: int
    started: int | None
    final: bool

    @property
    def done(self) -> int:
        """Return how many steps have a result."""
        return self.passed + self.failed + self.blocked + self.skipped + self.not_applicable


@dataclass(frozen=True)
class TesterRow:
    """How many runs a tester (None: nobody yet) has in a cycle, and how many are not executed."""

    tester: int | None
    name: str
    runs: int
    open: int


@dataclass(frozen=True)
class ResultRow:
    """A result of a step."""

    id: int
    uid: str
    step: int | None
    outcome: str
    actual: str
    comment: str
    tester: str
    at: int | None
    duration: int | None
    pictures: int
    standing: bool


@dataclass(frozen=True)
class StepRow:
    """A step of a run with what was recorded at it; the last standing result gives the texts."""

    id: int
    position: int
    do: str
    data: str
    expected: str
    outcome: str
    result: ResultRow | None


@dataclass(frozen=True)
class RunSheet:
    """A run with its steps, as run mode shows it."""

    run: RunRow
    cycle: CycleRow
    preconditions: str
    test_data: str
    steps: tuple[StepRow, ...]
    whole: ResultRow | None
    results: tuple[ResultRow, ...]


@dataclass(frozen=True)
class DefectRow:
    """A defect as lists and documents show it."""

    id: int
    code: str
    title: str
    severity: str
    priority: str
    status: str
    owner: str
    vendor: str
    external_id: str
    script: str
    cycle: str
    build: str
    fixed_in: str
    found_by: str
    found: int | None
    description: str


@dataclass(frozen=True)
class PictureRow:
    """A picture or file kept with a result; `content` is the SHA-256 of its bytes."""

    id: int
    result: int
    content: str
    media_type: str
    name: str
    caption: str
    size: int


@dataclass(frozen=True)
class CycleProgress:
    """Where a cycle stands; open defects are those found in it or before and not mended yet."""

    cycle: CycleRow
    runs: Progress
    steps: dict[str, int]
    open_defects: dict[str, int]
    first_pass: Share


def cycles(workspace: Workspace, project: int) -> list[CycleRow]:
    """Return the cycles of a project, the oldest first."""
    query = Cycle.select(
        Cycle.id, Cycle.code, Cycle.title, Cycle.environment, Cycle.build, Cycle.starts,
        Cycle.ends, Cycle.status, Cycle.purpose,
    ).where(Cycle.project == project)  # fmt: skip
    return [CycleRow(*row) for row in workspace.rows(query.order_by(Cycle.code))]


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
    "run.blocked, run.skipped, run.not_applicable, run.started, run.final FROM run "
    "JOIN script ON script.id = run.script_id LEFT JOIN person ON person.id = run.tester_id "
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
        rows = sql.rows(_RUN + where + "ORDER BY script.code, run.tester_id, run.attempt", values)
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
    steps = _steps(workspace, version, results)
    whole = [result for result in results if result.step is None and result.standing]
    return RunSheet(
        row, cycle, script.preconditions, script.test_data, steps,
        whole[-1] if whole else None, tuple(results),
    )  # fmt: skip


def _steps(workspace: Workspace, version: int, results: Sequence[ResultRow]) -> tuple[StepRow, ...]:
    query = (
        Step.select(Step.id, Step.position, Step.do, Step.data, Step.expected)
        .where(Step.version == version)
        .order_by(Step.position, Step.id)
    )
    rows = workspace.rows(query)
    facts = [
        ResultFact(result.uid, result.step, result.outcome, frozenset())
        for result in results
        if result.standing
    ]
    outcomes = measures.run_state([row.id for row in rows], facts).outcomes
    last = {result.step: result for result in results if result.standing}
    return tuple(
        StepRow(
            row.id, row.position, row.do, row.data, row.expected,
            outcomes.get(row.id, ""), last.get(row.id),
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
            "(SELECT COUNT(*) FROM evidence v WHERE v.result_id = r.id) FROM step_result r "
            "JOIN entity e ON e.id = r.id LEFT JOIN person p ON p.id = r.tester_id "
            "WHERE r.run_id IN ({keys}) ORDER BY r.id",
            list(keys),
        )
    heads = {fact.uid for found in facts.values() for fact in measures.standing(found)}
    results: dict[int, list[ResultRow]] = defaultdict(list)
    for run, key, uid, step, outcome, actual, comment, tester, at, duration, pictures in rows:
        text = bytes(uid).hex()
        results[run].append(
            ResultRow(
                key, text, step, outcome, actual, comment, tester, at, duration, pictures,
                text in heads,
            )
        )  # fmt: skip
    return results


def pictures(workspace: Workspace, results: Sequence[int]) -> list[PictureRow]:
    """Return what is kept with results, in the order in which it was added."""
    query = Evidence.select(
        Evidence.id, Evidence.result, Evidence.content, Evidence.media_type, Evidence.name,
        Evidence.caption, Evidence.size,
    ).where(Evidence.result.in_(list(results)))  # fmt: skip
    return [PictureRow(*row) for row in workspace.rows(query.order_by(Evidence.id))]


def evidence_of_defect(workspace: Workspace, defect: int) -> list[PictureRow]:
    """Return what was kept at the step that a defect was raised from, each picture once."""
    record = workspace.get(Defect, defect)
    raised = workspace.find(StepResult, id=record.result_id) if record.result_id else None
    if raised is None:
        return []
    same_step = workspace.rows(
        StepResult.select(StepResult.id).where(
            (StepResult.run == raised.run_id)
            & (StepResult.step == raised.step_id if raised.step_id else StepResult.step.is_null())
        )
    )
    by_content = {row.content: row for row in pictures(workspace, [row.id for row in same_step])}
    return list(by_content.values())


def progress(workspace: Workspace, cycle: CycleRow) -> CycleProgress:
    """Return where a cycle stands, from what is kept beside each run."""
    with workspace.connected() as sql:
        states = sql.rows(
            "SELECT state, final, COUNT(*), SUM(steps), SUM(passed), SUM(failed), SUM(blocked), "
            f"SUM(skipped), SUM(not_applicable) FROM run WHERE cycle_id = ? AND {LATEST} "
            "GROUP BY state, final",
            (cycle.id,),
        )
        first = sql.rows(
            "SELECT state, COUNT(*) FROM run WHERE cycle_id = ? AND attempt = 1 AND final "
            "GROUP BY state",
            (cycle.id,),
        )
        open_codes = ", ".join(f"'{code}'" for code in OPEN_DEFECTS)
        defects_ = sql.rows(
            "SELECT d.severity, COUNT(*) FROM defect d LEFT JOIN cycle c ON c.id = d.cycle_id "
            "WHERE d.project_id = (SELECT project_id FROM cycle WHERE id = ?) "
            f"AND d.status IN ({open_codes}) AND (c.id IS NULL OR c.code <= ?) "
            "GROUP BY d.severity",
            (cycle.id, cycle.code),
        )
        disputed = _disputed_steps(sql, cycle.id)
    total = [sum(int(row[column] or 0) for row in states) for column in range(3, 9)]
    names = ("pass", "fail", "blocked", "skipped", "na")
    steps = dict(zip(names, total[1:], strict=True))
    steps["disputed"] = disputed
    steps["not_run"] = total[0] - sum(total[1:]) - disputed
    passed = sum(n for state, n in first if state in ("passed", "passed_with_remark"))
    return CycleProgress(
        cycle,
        measures.progress((state, bool(final), n) for state, final, n, *_ in states),
        steps,
        dict(defects_),
        Share(passed, sum(n for _, n in first)),
    )


def _disputed_steps(sql: Sql, cycle: int) -> int:
    runs_ = sql.rows(
        f"SELECT id FROM run WHERE cycle_id = ? AND state = 'disputed' AND {LATEST}", (cycle,)
    )
    count = 0
    for facts in result_facts(sql, [run for (run,) in runs_]).values():
        by_step: dict[int | None, list[ResultFact]] = defaultdict(list)
        for fact in measures.standing(facts):
            by_step[fact.step].append(fact)
        outcomes = {step: measures.outcome_of(heads) for step, heads in by_step.items()}
        count += sum(1 for step, outcome in outcomes.items() if step and outcome == "disputed")
    return count


def defects(
    workspace: Workspace, project: int, *, cycle: int | None = None, open_only: bool = False
) -> list[DefectRow]:
    """Return the defects of a project (or of one cycle), the gravest first."""
    query = (
        Defect.select(
            Defect.id, Defect.code, Defect.title, Defect.severity, Defect.priority, Defect.status,
            Defect.owner, Defect.vendor, Defect.external_id,
            fn.COALESCE(Script.code, "").alias("script"),
            fn.COALESCE(Cycle.code, "").alias("cycle"), Defect.build, Defect.fixed_in,
            fn.COALESCE(Person.name, "").alias("finder"), Defect.found, Defect.description,
        )
        .left_outer_join(Script, on=(Script.id == Defect.script))
        .switch(Defect)
        .left_outer_join(Cycle, on=(Cycle.id == Defect.cycle))
        .switch(Defect)
        .left_outer_join(Person, on=(Person.id == Defect.found_by))
        .where(Defect.project == project)
    )  # fmt: skip
    if cycle is not None:
        query = query.where(Defect.cycle == cycle)
    if open_only:
        query = query.where(Defect.status.in_(OPEN_DEFECTS))
    rank = {"critical": 0, "high": 1, "medium": 2, "low": 3}
    found = [DefectRow(*row) for row in workspace.rows(query.order_by(Defect.code))]
    return sorted(found, key=lambda row: rank.get(row.severity, 4))


def defects_against(workspace: Workspace, project: int, cycle: CycleRow) -> list[DefectRow]:
    """Return what speaks against a cycle: its defects, and earlier ones that nobody has mended."""
    lasting = (*OPEN_DEFECTS, "deferred")
    return [
        row
        for row in defects(workspace, project)
        if row.cycle == cycle.code or (row.cycle < cycle.code and row.status in lasting)
    ]


def current_steps(workspace: Workspace) -> int:
    """Return how many steps all scripts have as they are now; older versions do not count."""
    with workspace.connected() as sql:
        return int(
            sql.value(
                "SELECT COUNT(*) FROM step s JOIN script_version v ON v.id = s.version_id "
                "JOIN script c ON c.id = v.script_id AND c.version = v.number"
            )
        )
