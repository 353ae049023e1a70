"""The state of each run, kept beside it and computed anew from its results whenever they change."""

from collections import defaultdict
from collections.abc import Iterable

from peewee import Database

from changedesk.store.engine import Sql
from changedesk.uat.measures import ResultFact, run_state

_BATCH = 2000


def refresh_runs(database: Database, runs: Iterable[int]) -> None:
    """Compute state and counts of runs from their events, in the caller's transaction."""
    sql = Sql(database)
    keys = list(runs)
    for start in range(0, len(keys), _BATCH):
        _refresh(sql, keys[start : start + _BATCH])


def _refresh(sql: Sql, runs: list[int]) -> None:
    ended = sql.by_keys("SELECT id, version_id, ended FROM run WHERE id IN ({keys})", runs)
    steps: dict[int, list[int]] = defaultdict(list)
    versions = sorted({row[1] for row in ended})
    for version, step in sql.by_keys(
        "SELECT version_id, id FROM step WHERE version_id IN ({keys})", versions
    ):
        steps[version].append(step)
    results = result_facts(sql, runs)
    rows = []
    for run, version, when in ended:
        found = run_state(steps[version], results.get(run, ()), ended=when is not None)
        rows.append(
            (
                found.state, len(steps[version]), found.count("pass"), found.count("fail"),
                found.count("blocked"), found.count("skipped"), found.count("na"), found.final, run,
            )
        )  # fmt: skip
    sql.many(
        "UPDATE run SET state = ?, steps = ?, passed = ?, failed = ?, blocked = ?, skipped = ?, "
        "not_applicable = ?, final = ? WHERE id = ?",
        rows,
    )


def result_facts(sql: Sql, runs: list[int]) -> dict[int, list[ResultFact]]:
    """Return the results of runs as the arithmetic wants them, oldest first."""
    facts: dict[int, list[ResultFact]] = defaultdict(list)
    for run, uid, step, outcome, replaces, comment in sql.by_keys(
        "SELECT r.run_id, e.uid, r.step_id, r.outcome, r.replaces, r.comment FROM step_result r "
        "JOIN entity e ON e.id = r.id WHERE r.run_id IN ({keys}) ORDER BY r.id",
        runs,
    ):
        facts[run].append(
            ResultFact(bytes(uid).hex(), step, outcome, frozenset(replaces.split()), bool(comment))
        )
    return facts
