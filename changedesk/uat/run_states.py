"""The state of each run, kept beside it and computed anew from its results whenever they change."""

from collections import defaultdict
from collections.abc import Iterable

from peewee import Database

from changedesk.store.engine import Sql
from changedesk.uat.measures import NO_RULES, ResultFact, RunState, run_state
from changedesk.uat.trials import TrialRule, rule_of

_BATCH = 2000
_COUNTED = ("pass", "fail", "blocked", "skipped", "na")
_Facts = tuple[ResultFact, ...]


def refresh_runs(database: Database, runs: Iterable[int]) -> None:
    """Compute state and counts of runs from their events, in the caller's transaction."""
    sql = Sql(database)
    keys = list(runs)
    for start in range(0, len(keys), _BATCH):
        _refresh(sql, keys[start : start + _BATCH])


def _refresh(sql: Sql, runs: list[int]) -> None:
    rows = []
    for run, (state, steps) in _states(sql, runs).items():
        found = list(state.outcomes.values())
        rows.append((state.state, steps, *map(found.count, _COUNTED), state.final, run))
    sql.many(
        "UPDATE run SET state = ?, steps = ?, passed = ?, failed = ?, blocked = ?, skipped = ?, "
        "not_applicable = ?, final = ? WHERE id = ?",
        rows,
    )


def states_of(sql: Sql, runs: list[int]) -> dict[int, RunState]:
    """Return the state of each run with the outcomes of its steps, computed from its events."""
    return {run: state for run, (state, _) in _states(sql, runs).items()}


def _states(sql: Sql, runs: list[int]) -> dict[int, tuple[RunState, int]]:
    ended = sql.by_keys("SELECT id, version_id, ended FROM run WHERE id IN ({keys})", runs)
    steps: dict[int, list[int]] = defaultdict(list)
    rules: dict[int, dict[int, TrialRule]] = {}
    versions = sorted({row[1] for row in ended})
    for version, step, trials, threshold in sql.by_keys(
        "SELECT version_id, id, trials, threshold FROM step WHERE version_id IN ({keys})", versions
    ):
        steps[version].append(step)
        rule = rule_of(trials, threshold) if trials is not None else None
        if rule is not None:
            rules.setdefault(version, {})[step] = rule
    facts = _facts(sql, runs)
    known: dict[tuple[int, bool, _Facts], RunState] = {}
    found: dict[int, tuple[RunState, int]] = {}
    for run, version, when in ended:
        # Runs of one version whose results are alike, as most are, are in the same state.
        alike = (version, when is not None, facts.get(run, ()))
        if alike not in known:
            known[alike] = run_state(
                steps[version], alike[2], ended=alike[1], rules=rules.get(version, NO_RULES)
            )
        found[run] = (known[alike], len(steps[version]))
    return found


def _facts(sql: Sql, runs: list[int]) -> dict[int, _Facts]:
    # Which result it is matters only in runs where one takes the place of another.
    none: frozenset[str] = frozenset()
    rows = sql.by_keys(
        "SELECT run_id, step_id, outcome, comment, trial, replaces FROM step_result "
        "WHERE run_id IN ({keys}) ORDER BY run_id, id",
        runs,
    )
    facts: dict[int, list[ResultFact]] = defaultdict(list)
    for run, step, outcome, comment, trial, _ in rows:
        facts[run].append(ResultFact("", step, outcome, none, bool(comment), trial))
    facts |= result_facts(sql, list({row[0] for row in rows if row[5]}))
    return {run: tuple(some) for run, some in facts.items()}


def result_facts(sql: Sql, runs: list[int]) -> dict[int, list[ResultFact]]:
    """Return the results of runs as the arithmetic wants them, oldest first."""
    facts: dict[int, list[ResultFact]] = defaultdict(list)
    none: frozenset[str] = frozenset()
    for run, uid, step, outcome, replaces, comment, trial in sql.by_keys(
        "SELECT r.run_id, e.uid, r.step_id, r.outcome, r.replaces, r.comment, r.trial "
        "FROM step_result r JOIN entity e ON e.id = r.id WHERE r.run_id IN ({keys}) ORDER BY r.id",
        runs,
    ):
        facts[run].append(
            ResultFact(
                bytes(uid).hex(),
                step,
                outcome,
                frozenset(replaces.split()) if replaces else none,
                bool(comment),
                trial,
            )
        )
    return facts
