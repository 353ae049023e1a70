"""The rows of a cycle's workbook as they were when it was made, as they are now, and taking it in.

A row is a step of a run, or a run as a whole where its script has no steps.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from changedesk.people.records import Person
from changedesk.store.change import Change
from changedesk.store.engine import Sql
from changedesk.store.heads import types_of
from changedesk.store.past import Vector, made_since, values_then, written_since
from changedesk.store.workspace import Workspace
from changedesk.uat.cycles import same_data_set
from changedesk.uat.lines import RunHead, Told, run_heads, run_line, version_steps
from changedesk.uat.queries import RunRow, runs
from changedesk.uat.records import Cycle, Run, StepResult
from changedesk.uat.workbook import step_rows

_RESULT = StepResult.about.type_name
_TEXTS = frozenset({"script", "script_version", "step", "data_set"})
"""The types of which a change, or one more of them, may give a row other texts."""
_OF_A_RUN = frozenset({"cycle", "script", "data_set", "tester"})


class Place(NamedTuple):
    """What a row is about: a run, its step (None: the run as a whole), and whose steps these are.

    `started` tells whether the run has its steps for good.
    """

    run: int
    step: int | None
    version: int
    started: bool


@dataclass(frozen=True)
class StepRows:
    """The rows by id: what they are about, their cells then and now, the results that stood.

    `then` is None where nobody knows what the workbook was made from. With `texts_stand` nothing
    was changed since then of what the locked cells say: `then` has them as they were exported.
    """

    places: Mapping[str, Place] = field(default_factory=dict)
    now: Mapping[str, tuple[Any, ...]] = field(default_factory=dict)
    then: Mapping[str, tuple[Any, ...]] | None = None
    heads_now: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    heads_then: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    texts_stand: bool = False


class _Kept(NamedTuple):
    id: int
    run: int
    step: int | None
    uid: str
    replaces: str
    told: Told


@dataclass
class _Frame:
    """What does not depend on results: runs, their heads, steps of versions."""

    runs: dict[int, RunRow]
    heads: dict[int, RunHead]
    steps: dict[int, list[Any]]
    started: frozenset[int]


def returned_steps(workspace: Workspace, cycle: int, seen: Vector | None) -> StepRows:
    """Read the rows of a cycle as they were at `seen` and as they are now."""
    with workspace.snapshot(), workspace.connected() as sql:
        frame = _frame(workspace, sql, cycle)
        kept = _results(sql, cycle)
        found = _Rows(frame)
        now, heads_now = found.of(kept, frame.heads)
        places = dict(found.places)
        if seen is None:
            return StepRows(places, now, None, heads_now, heads_now)
        written = written_since(sql, seen)
        older = _older_versions(sql, frame, written)
        then_kept, runs_touched = _then(workspace, sql, frame, kept, written, seen)
        runs_touched |= set(older)
        then, heads_then = dict(now), dict(heads_now)
        some = {run: frame.heads[run] for run in runs_touched}
        fresh, heads_fresh = found.of([one for one in then_kept if one.run in some], some)
        for key, place in places.items():
            if place.run in runs_touched:
                heads_then.pop(key, None)
        then.update(fresh)
        heads_then.update(heads_fresh)
        for run, version in older.items():
            frame.steps.update(version_steps(sql, [version]))
            head = frame.heads[run]._replace(version=version)
            rows, _ = found.of([], {run: head})
            for key, row in rows.items():
                then[key] = row
                now.setdefault(key, row)
        return StepRows(
            {**found.places, **places}, now, then, heads_now, heads_then, _texts_stand(sql, written)
        )


def _texts_stand(sql: Sql, written: Mapping[int, Collection[str]]) -> bool:
    """Tell whether nothing was changed of what the locked cells of a row say."""
    made = made_since(written)
    for ent, kind in types_of(sql, written).items():
        named_anew = kind == "person" and ent not in made
        of_another = kind == "run" and ent not in made and not _OF_A_RUN.isdisjoint(written[ent])
        if kind in _TEXTS or named_anew or of_another:
            return False
    return True


def _frame(workspace: Workspace, sql: Sql, cycle: int) -> _Frame:
    heads = run_heads(sql, cycle)
    started = frozenset(
        row[0]
        for row in sql.rows(
            "SELECT id FROM run WHERE cycle_id = ? AND started IS NOT NULL", (cycle,)
        )
    )
    versions = sorted({head.version for head in heads.values()})
    every = {row.id: row for row in runs(workspace, cycle, latest=False)}
    return _Frame(every, heads, dict(version_steps(sql, versions)), started)


class _Rows:
    """Makes rows of runs as the workbook shows them, and remembers what each is about."""

    def __init__(self, frame: _Frame) -> None:
        self._frame = frame
        self.places: dict[str, Place] = {}

    def of(
        self, kept: Sequence[_Kept], heads: Mapping[int, RunHead]
    ) -> tuple[dict[str, tuple[Any, ...]], dict[str, tuple[str, ...]]]:
        """Return the rows of runs by id, and the results that stand there by their UUIDs."""
        told: dict[int, dict[int | None, tuple[Told, ...]]] = defaultdict(dict)
        uids: dict[tuple[int, int | None], tuple[str, ...]] = defaultdict(tuple)
        replaced = {uid for one in kept for uid in one.replaces.split()}
        for one in kept:
            if one.uid not in replaced:
                steps = told[one.run]
                steps[one.step] = (*steps.get(one.step, ()), one.told)
                uids[one.run, one.step] += (one.uid,)
        rows: dict[str, tuple[Any, ...]] = {}
        standing: dict[str, tuple[str, ...]] = {}
        for run, head in heads.items():
            facts = self._frame.steps.get(head.version, [])
            line = run_line(self._frame.runs[run], head, facts, told.get(run, {}))
            keys: list[int | None] = [one.id for one in facts] or [None]
            started = run in self._frame.started
            for (key, row), step in zip(step_rows(line), keys, strict=True):
                rows[key] = row
                self.places[key] = Place(run, step, head.version, started)
                if uids.get((run, step)):
                    standing[key] = uids[run, step]
        return rows, standing


def _results(sql: Sql, cycle: int) -> list[_Kept]:
    rows = sql.rows(
        "SELECT r.id, r.run_id, r.step_id, e.uid, r.replaces, r.outcome, r.actual, r.comment, "
        "COALESCE(p.name, ''), r.at, r.trial FROM step_result r JOIN run ON run.id = r.run_id "
        "JOIN entity e ON e.id = r.id LEFT JOIN person p ON p.id = r.tester_id "
        "WHERE run.cycle_id = ? ORDER BY r.id",
        (cycle,),
    )
    return [
        _Kept(key, run, step, bytes(uid).hex(), replaces, Told._make((*told, 0, trial)))
        for key, run, step, uid, replaces, *told, trial in rows
    ]


def _then(
    workspace: Workspace,
    sql: Sql,
    frame: _Frame,
    kept: Sequence[_Kept],
    written: Mapping[int, Collection[str]],
    seen: Vector,
) -> tuple[list[_Kept], set[int]]:
    """Return the results that stood then, and the runs whose results differ since."""
    types = types_of(sql, written)
    touched = {ent for ent in written if types.get(ent) == _RESULT}
    fresh = made_since(written) & touched
    stood = values_then(sql, workspace.schema, touched - fresh, seen)
    runs_touched = {one.run for one in kept if one.id in touched}
    same = [one for one in kept if one.id not in touched]
    uids = dict(sql.by_keys("SELECT id, uid FROM entity WHERE id IN ({keys})", list(stood)))
    names = {row.id: row.name for row in workspace.rows(Person.select(Person.id, Person.name))}
    for key, values in stood.items():
        if values["run"] in frame.runs:
            runs_touched.add(values["run"])
            said = Told(
                values["outcome"], values["actual"], values["comment"],
                names.get(values["tester"], ""), values["at"], 0, values["trial"],
            )  # fmt: skip
            same.append(
                _Kept(
                    key, values["run"], values["step"], bytes(uids[key]).hex(),
                    values["replaces"], said,
                )
            )  # fmt: skip
    return sorted(same, key=lambda one: one.id), runs_touched


def _older_versions(
    sql: Sql, frame: _Frame, written: Mapping[int, Collection[str]]
) -> dict[int, int]:
    """Return, of runs that have not started, the steps that they would have taken then."""
    types = types_of(sql, written)
    made = made_since(written)
    fresh = [ent for ent in made if types.get(ent) == "script_version"]
    if not fresh:
        return {}
    scripts = {
        row[0]
        for row in sql.by_keys("SELECT script_id FROM script_version WHERE id IN ({keys})", fresh)
    }
    versions = sql.by_keys(
        "SELECT script_id, id FROM script_version WHERE script_id IN ({keys}) ORDER BY number",
        scripts,
    )
    before = {script: version for script, version in versions if version not in made}
    return {
        key: before[row.script]
        for key, row in frame.runs.items()
        if row.script in before and key not in frame.started
    }


@dataclass(frozen=True)
class Filled:
    """A row that was filled in: what is to be recorded, by whom, in place of what.

    Without a tester it is by whom the run is planned for, unless `planned` says that it is not.
    """

    place: Place
    outcome: str
    actual: str
    comment: str
    at: int
    tester: int | None
    replaces: tuple[str, ...]
    planned: bool = True


def record_filled(
    workspace: Workspace, change: Change, cycle: int, filled: Sequence[Filled]
) -> list[dict[str, Any]]:
    """Start the runs that were filled in, and return the results to be added, field by field."""
    first: dict[int, Filled] = {}
    for one in filled:
        if not one.place.started:
            known = first.get(one.place.run)
            first[one.place.run] = one if known is None or one.at < known.at else known
    starts: dict[int, dict[str, Any]] = {}
    for key, one in first.items():
        run = workspace.get(Run, key)
        data_set = same_data_set(workspace, run, one.place.version)
        starts[key] = {"started": one.at, "version": one.place.version, "data_set": data_set}
    change.set_many(Run, starts)
    record = workspace.get(Cycle, cycle)
    if filled and record.status == "planned":
        change.set(record, status="open")
    rows = workspace.rows(Run.select(Run.id, Run.build, Run.tester).where(Run.cycle == cycle))
    planned = {row.id: row for row in rows}
    return [
        {
            "run": one.place.run, "step": one.place.step, "outcome": one.outcome,
            "actual": one.actual, "comment": one.comment, "at": one.at,
            "tester": planned[one.place.run].tester
            if one.tester is None and one.planned
            else one.tester,
            "build": planned[one.place.run].build, "replaces": " ".join(sorted(one.replaces)),
        }
        for one in filled
    ]  # fmt: skip
