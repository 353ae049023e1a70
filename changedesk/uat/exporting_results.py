"""The runs of a cycle with their results and evidence, as other tools take them."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from changedesk.exchange.drafts import Outcome
from changedesk.exchange.writers.xray_results import Evidence, Execution, StepRun
from changedesk.exchange.writers.xray_results import Run as WrittenRun
from changedesk.store.workspace import Workspace
from changedesk.uat.exporting import issue_key, suite_of
from changedesk.uat.filling import values_of
from changedesk.uat.measures import outcome_of, standing
from changedesk.uat.records import Cycle, Run, Script
from changedesk.uat.run_states import result_facts

_OUTCOMES: dict[str, Outcome] = {
    "passed": "pass",
    "passed_with_remark": "pass",
    "failed": "fail",
    "blocked": "blocked",
    "na": "na",
}
_CODES: dict[str, Outcome] = {
    "pass": "pass",
    "fail": "fail",
    "blocked": "blocked",
    "skipped": "skipped",
    "na": "na",
}


@dataclass(frozen=True)
class _Result:
    """A result that stands."""

    key: int
    step: int | None
    outcome: str
    trial: int | None
    actual: str
    comment: str
    at: int | None


def execution_of(workspace: Workspace, project: int, cycle: int, key: str) -> Execution:
    """Return the latest runs of a cycle; `key` is the project's key in the tool."""
    record = workspace.get(Cycle, cycle)
    runs = _latest(workspace, cycle)
    suite = suite_of(workspace, project, "xray", only={run.script for run in runs} or {0})
    rows = workspace.rows(_script_rows(runs))
    scripts = {row.id: draft for row, draft in zip(rows, suite.scripts, strict=True)}
    keys = {row.id: issue_key(row.source_system, row.source_id) for row in rows}
    found = _Found(workspace, [run.id for run in runs], {run.version for run in runs})
    written = []
    for run in runs:
        results = found.results.get(run.id, [])
        times = [one.at for one in results if one.at]
        written.append(
            WrittenRun(
                script=scripts[run.script],
                outcome=_OUTCOMES.get(run.state),
                key=keys[run.script],
                started=_iso(min(times, default=run.started)),
                finished=_iso(max(times, default=None)),
                comment=_comment(run.state, results, found.places.get(run.version, [])),
                steps=tuple(found.step(run.id, step) for step in found.places[run.version]),
                values=found.values.get(run.data_set, ()),
                evidence=found.evidence_of([one.key for one in results if one.step is None]),
                defects=tuple(sorted(found.defects.get(run.id, ()))),
            )
        )
    return Execution(
        project=key,
        summary=f"{record.code} {record.title}",
        runs=tuple(written),
        description=record.purpose,
        version=record.build,
        started=_iso_day(record.starts),
        finished=_iso_day(record.ends),
        environments=(record.environment,) if record.environment else (),
    )


def _latest(workspace: Workspace, cycle: int) -> list[Any]:
    """Return the last attempt of each script by each tester with each data set."""
    rows = workspace.rows(
        Run.select().where(Run.cycle == cycle).order_by(Run.script, Run.attempt, Run.id)
    )
    return list({(row.script, row.tester, row.data_set): row for row in rows}.values())


def _script_rows(runs: Collection[Any]) -> Any:
    keys = sorted({run.script for run in runs})
    return (
        Script.select(Script.id, Script.source_system, Script.source_id)
        .where(Script.id.in_(keys))
        .order_by(Script.id)
    )


class _Found:
    """Results, evidence, values and defects of runs, read together."""

    def __init__(self, workspace: Workspace, runs: list[int], versions: Collection[int]) -> None:
        self._workspace = workspace
        self.results: dict[int, list[_Result]] = defaultdict(list)
        self.places: dict[int, list[int]] = defaultdict(list)
        self.defects: dict[int, set[str]] = defaultdict(set)
        self._evidence: dict[int, list[Evidence]] = defaultdict(list)
        with workspace.connected() as sql:
            stands = {
                one.uid for facts in result_facts(sql, runs).values() for one in standing(facts)
            }
            for run, uid, *words in sql.by_keys(
                "SELECT r.run_id, e.uid, r.id, r.step_id, r.outcome, r.trial, r.actual, "
                "r.comment, r.at FROM step_result r JOIN entity e ON e.id = r.id "
                "WHERE r.run_id IN ({keys}) ORDER BY r.id",
                runs,
            ):
                if bytes(uid).hex() in stands:
                    self.results[run].append(_Result(*words))
            for version, step in sql.by_keys(
                "SELECT version_id, id FROM step WHERE version_id IN ({keys}) "
                "ORDER BY position, id",
                list(versions),
            ):
                self.places[version].append(step)
            for run, key in sql.by_keys(
                "SELECT r.run_id, d.external_id FROM defect d "
                "JOIN step_result r ON r.id = d.result_id WHERE r.run_id IN ({keys})",
                runs,
            ):
                if key:
                    self.defects[run].add(key)
            self.values = {
                key: tuple(values_of(values).items())
                for key, values in sql.by_keys(
                    'SELECT d.id, d."values" FROM data_set d WHERE d.version_id IN ({keys})',
                    list(versions),
                )
            }
            kept = [one.key for some in self.results.values() for one in some]
            pictures = sql.by_keys(
                "SELECT result_id, content, media_type, name FROM evidence "
                "WHERE result_id IN ({keys}) ORDER BY id",
                kept,
            )
        for result, content, media_type, name in pictures:
            data = workspace.content(content)
            if data is not None:
                self._evidence[result].append(Evidence(name, media_type, data))

    def step(self, run: int, step: int) -> StepRun:
        """Return what a step of a run gave."""
        own = [one for one in self.results.get(run, ()) if one.step == step]
        told = [text for one in own for text in (one.actual, one.comment) if text]
        outcome = _CODES.get(outcome_of(own)) if own else None
        return StepRun(outcome, "\n".join(told), self.evidence_of([one.key for one in own]))

    def evidence_of(self, results: Collection[int]) -> tuple[Evidence, ...]:
        """Return the files that are kept with results."""
        return tuple(one for key in results for one in self._evidence.get(key, ()))


def _comment(state: str, results: Collection[_Result], steps: Collection[int]) -> str:
    told = ["Testers disagree."] if state == "disputed" else []
    told += [
        text
        for one in results
        if one.step is None or one.step not in steps
        for text in (one.actual, one.comment)
        if text
    ]
    return "\n".join(told)


def _iso(moment: int | None) -> str:
    if moment is None:
        return ""
    return datetime.fromtimestamp(moment // 1000, UTC).isoformat()


def _iso_day(day: str) -> str:
    return f"{day}T00:00:00+00:00" if day else ""
