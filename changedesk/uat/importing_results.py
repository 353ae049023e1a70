"""Taking in results, with or without the scripts that they belong to; runs are made for them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, NamedTuple

from changedesk.exchange.drafts import ResultDraft, ResultImport, RowNote
from changedesk.exchange.making import Taken, named_people, taking
from changedesk.store.change import Change
from changedesk.store.engine import Sql
from changedesk.store.text import clean
from changedesk.store.workspace import Workspace
from changedesk.uat.cycles import current_versions, refuse_closed
from changedesk.uat.measures import ResultFact, standing
from changedesk.uat.records import Cycle, Run, Script, StepResult
from changedesk.uat.run_states import result_facts
from changedesk.uat.taking import Names, cycle_titled

Pair = tuple[int, int | None]
"""A script and its tester, by their keys."""


class Told(NamedTuple):
    """One result that a file tells of; `step` is the step's number, None for the whole run.

    `tester` is the run's; `by` who recorded this result, where that is somebody else.
    """

    script: int
    tester: int | None
    outcome: str
    step: int | None = None
    actual: str = ""
    comment: str = ""
    at: int | None = None
    seconds: int | None = None
    build: str = ""
    by: int | None = None


@dataclass(frozen=True)
class _Run:
    key: int
    version: int
    fresh: bool


def import_results(
    workspace: Workspace,
    project: int,
    found: ResultImport,
    *,
    cycle: int | None = None,
    only_try: bool = False,
) -> Taken:
    """Take in results for scripts that are here; those for other scripts are left out.

    They go to `cycle`, else to the cycle that the file names, else to one of the file's own. The
    same file again adds nothing.
    """
    taken = Taken()
    with taking(workspace, f"Import {found.file}", only_try=only_try) as change:
        people = named_people(workspace, change, (one.tester for one in found.results), taken)
        names = Names(workspace, project, Script)
        rounds: dict[str, list[Told]] = defaultdict(list)
        for draft in found.results:
            script = names.find(draft.script, found.system)
            if script is not None:
                rounds[draft.cycle].append(_told(draft, script, people.get(draft.tester)))
        for title, told in rounds.items():
            where = cycle or cycle_titled(
                workspace, change, project, title or f"Results in {found.file}", taken
            )
            taken.cycle = taken.cycle or workspace.record_name(where)
            pairs = [(one.script, one.tester) for one in told]
            take_results(workspace, change, where, pairs, told, taken)
    return taken


def homeless(
    workspace: Workspace,
    project: int,
    found: ResultImport,
    coming: Iterable[tuple[str, str]] = (),
) -> list[RowNote]:
    """Return the results whose script is not in the project, nor among those that are `coming`.

    These are told by their id and system. A script that several are called is none that can be
    meant.
    """
    names = Names(workspace, project, Script)
    names.expect(coming)
    notes = []
    for draft in found.results:
        known = names.all(draft.script, found.system)
        if len(known) == 1:
            continue
        why = (
            f"several scripts of this project are called {draft.script}"
            if known
            else f"no script of this project is called {draft.script}: import it first"
        )
        notes.append(RowNote(draft.where, why))
    return notes


def _told(draft: ResultDraft, script: int, tester: int | None) -> Told:
    comment = draft.comment
    if draft.defects:
        defects = f"Defects: {', '.join(draft.defects)}"
        comment = f"{comment}\n{defects}" if comment else defects
    return Told(
        script,
        tester,
        draft.outcome,
        draft.step,
        draft.actual,
        comment,
        _moment(draft.at),
        draft.seconds,
        draft.build,
    )


def _moment(text: str) -> int | None:
    """Return an ISO time as milliseconds; one without an offset is taken as UTC."""
    if not text:
        return None
    try:
        when = datetime.fromisoformat(text)
    except ValueError:
        return None
    return int((when if when.tzinfo else when.replace(tzinfo=UTC)).timestamp() * 1000)


def take_results(
    workspace: Workspace,
    change: Change,
    cycle: int,
    planned: Sequence[Pair],
    told: Sequence[Told],
    taken: Taken,
) -> None:
    """Plan what a file lists, within a change, and add the results that it tells of."""
    runs = _runs(workspace, change, cycle, planned, {(o.script, o.tester) for o in told}, taken)
    versions = {run.version for run in runs.values()}
    with workspace.connected() as sql:
        steps = _steps(sql, versions)
        facts = result_facts(sql, [run.key for run in runs.values() if not run.fresh])
        texts = _texts(sql, facts)
    events: dict[tuple[int, int | None], dict[str, Any]] = {}
    for one in told:
        run = runs[one.script, one.tester]
        own = steps.get(run.version, [])
        place = _step(own, one)
        if place is None and one.step is not None:
            taken.warnings.append(
                f"{workspace.record_name(one.script)} has no step {one.step}: the result that the "
                "file gives it was left out."
            )
            continue
        now = [fact for fact in standing(facts.get(run.key, ())) if fact.step == place]
        if now:
            said = (one.outcome, clean(one.actual), clean(one.comment))
            if [texts[fact.uid] for fact in now] == [said]:
                taken.unchanged += 1
                continue
        # Of several for the same step the last one of the file stands.
        events[run.key, place] = _event(run.key, place, one, now)
    if events:
        refuse_closed(workspace, cycle)
    change.add_many(StepResult, list(events.values()))
    taken.add("result", len(events))


def _event(run: int, step: int | None, one: Told, now: Sequence[ResultFact]) -> dict[str, Any]:
    return {
        "run": run,
        "step": step,
        "tester": one.by or one.tester,
        "outcome": one.outcome,
        "actual": one.actual,
        "comment": one.comment,
        "at": one.at,
        "duration": one.seconds,
        "build": one.build,
        "replaces": " ".join(sorted(fact.uid for fact in now)),
    }


def _step(steps: Sequence[tuple[int, bool]], one: Told) -> int | None:
    if one.step is not None:
        return steps[one.step - 1][0] if 0 < one.step <= len(steps) else None
    # A script of one step and its verdict are one thing; otherwise the file does not say which
    # of the steps it was. One that is tried several times has no single verdict.
    return steps[0][0] if len(steps) == 1 and not steps[0][1] else None


def _runs(
    workspace: Workspace,
    change: Change,
    cycle: int,
    planned: Sequence[Pair],
    begun: set[Pair],
    taken: Taken,
) -> dict[Pair, _Run]:
    rows = workspace.rows(
        Run.select(Run.id, Run.script, Run.tester, Run.version, Run.started)
        .where(Run.cycle == cycle)
        .order_by(Run.attempt, Run.id)
    )
    there = {(row.script, row.tester): row for row in rows}
    wanted = [pair for pair in dict.fromkeys(planned) if pair not in there]
    waiting = {there[pair].id: pair[0] for pair in begun & there.keys() if not there[pair].started}
    scripts = [script for script, _ in wanted]
    versions = current_versions(workspace, [*scripts, *waiting.values()])
    changes = {
        run: {"started": change.now_ms, "version": versions[script]}
        for run, script in sorted(waiting.items())
    }
    change.set_many(Run, changes)
    keys = _made(workspace, change, cycle, wanted, begun, versions)
    taken.add("run", len(keys))
    runs = {
        pair: _Run(row.id, changes.get(row.id, {}).get("version", row.version), fresh=False)
        for pair, row in there.items()
        if pair in begun
    }
    for pair, key in zip(wanted, keys, strict=True):
        runs[pair] = _Run(key, versions[pair[0]], fresh=True)
    return runs


def _made(
    workspace: Workspace,
    change: Change,
    cycle: int,
    wanted: Sequence[Pair],
    begun: set[Pair],
    versions: dict[int, int],
) -> list[int]:
    build = workspace.get(Cycle, cycle).build
    return change.add_many(
        Run,
        [
            {
                "cycle": cycle, "script": pair[0], "version": versions[pair[0]],
                "tester": pair[1], "attempt": 1, "build": build,
                "started": change.now_ms if pair in begun else None,
            }
            for pair in wanted
        ],
    )  # fmt: skip


def _steps(sql: Sql, versions: set[int]) -> dict[int, list[tuple[int, bool]]]:
    """Return the steps of versions in their order, and whether each is tried several times."""
    steps: dict[int, list[tuple[int, bool]]] = defaultdict(list)
    for version, step, trials in sql.by_keys(
        "SELECT version_id, id, trials FROM step WHERE version_id IN ({keys}) "
        "ORDER BY position, id",
        versions,
    ):
        steps[version].append((step, bool(trials)))
    return steps


def _texts(sql: Sql, runs: Iterable[int]) -> dict[str, tuple[str, str, str]]:
    rows = sql.by_keys(
        "SELECT e.uid, r.outcome, r.actual, r.comment FROM step_result r "
        "JOIN entity e ON e.id = r.id WHERE r.run_id IN ({keys})",
        list(runs),
    )
    return {bytes(uid).hex(): (outcome, actual, comment) for uid, outcome, actual, comment in rows}
