"""The pace of a cycle, read from its runs and their results, and from the journal of defects."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache

from changedesk.people.shares import Share
from changedesk.store.clock import stamp_ms
from changedesk.store.heads import first_texts
from changedesk.store.workspace import Workspace
from changedesk.uat import pace as arithmetic
from changedesk.uat.latest import LATEST
from changedesk.uat.pace import Ageing, Attempt, BurnUp
from changedesk.uat.records import Cycle
from changedesk.uat.standings import found_and_open

_QUARTER_MS = 15 * 60 * 1000


@dataclass(frozen=True)
class Pace:
    """How fast a cycle goes: counted are the last attempts, but for the retest figures."""

    burn_up: tuple[BurnUp, ...]
    per_day: float | None
    predicted_end: date | None
    retest_rate: Share
    retest_efficiency: Share
    evidence_rate: Share
    ageing: Ageing


def pace_of(workspace: Workspace, cycle: int) -> Pace:
    """Return the pace of a cycle as of now; evidence is counted of failures that stand."""
    record = workspace.get(Cycle, cycle)
    today = local_day(workspace.clock())
    planned, executed, passed = run_days(workspace, cycle)
    over = record.status == "closed" and len(executed) < len(planned)
    attempts, evidence = _attempts(workspace, cycle)
    with workspace.connected() as sql:
        found = found_and_open(sql, cycle)
    return Pace(
        tuple(arithmetic.burn_up(planned, executed, passed)),
        arithmetic.pace(executed),
        None if over else arithmetic.predicted_end(executed, len(planned), today),
        arithmetic.retest_rate(attempts),
        arithmetic.retest_efficiency(attempts),
        evidence,
        arithmetic.ageing((local_day(when) for when in found), today),
    )


def run_days(workspace: Workspace, cycle: int) -> tuple[list[date], list[date], list[date]]:
    """Return the days on which the runs of a cycle were planned, executed and passed.

    The runs are those that count, the last attempts; each was planned with its first attempt.
    """
    with workspace.connected() as sql:
        rows = sql.rows(
            "SELECT run.id, run.repeats_id, run.script_id, run.tester_id, d.name, run.state, "
            f"run.final, CASE WHEN {LATEST} THEN 1 ELSE 0 END, op.hlc, "
            "(SELECT MAX(r.at) FROM step_result r WHERE r.run_id = run.id), "
            "COALESCE(run.ended, run.started) FROM run LEFT JOIN data_set d ON d.id = "
            "run.data_set_id JOIN entity e ON e.id = run.id JOIN op ON op.id = e.op "
            "WHERE run.cycle_id = ? ORDER BY run.attempt, run.id",
            (cycle,),
        )
    first: dict[object, date] = {}
    begun: list[date] = []
    ended: list[tuple[date, str]] = []
    for run, repeats, *who, state, final, counts, made, recorded, started in rows:
        whose, planned = tuple(who), local_day(stamp_ms(made))
        done = local_day(recorded or started) if recorded or started else planned
        # What was done before it was written down here, as an import does, was planned by then.
        known = [first[key] for key in (whose, repeats) if key in first]
        first[whose] = first[run] = day = min(planned, done, *known)
        if counts:
            begun.append(day)
            ended += [(done, state)] if final else []
    passed = [day for day, state in ended if state in ("passed", "passed_with_remark")]
    return begun, [day for day, _ in ended], passed


def forecast_end(workspace: Workspace, cycle: int) -> date | None:
    """Return the day on which a cycle ends if its pace holds; see `pace.predicted_end`.

    None for a cycle that was closed with runs left: nobody goes on with them.
    """
    planned, executed, _ = run_days(workspace, cycle)
    if len(executed) < len(planned) and workspace.get(Cycle, cycle).status == "closed":
        return None
    return arithmetic.predicted_end(executed, len(planned), local_day(workspace.clock()))


def _attempts(workspace: Workspace, cycle: int) -> tuple[list[Attempt], Share]:
    with workspace.connected() as sql:
        rows = sql.rows(
            "SELECT attempt, final, state FROM run WHERE cycle_id = ? AND final", (cycle,)
        )
        failures = sql.rows(
            "SELECT e.uid, (SELECT COUNT(*) FROM evidence v WHERE v.result_id = r.id "
            "AND v.content <> '') FROM step_result r JOIN run ON run.id = r.run_id "
            "JOIN entity e ON e.id = r.id WHERE run.cycle_id = ? AND r.outcome = 'fail'",
            (cycle,),
        )
        replaced = sql.rows(
            "SELECT r.replaces FROM step_result r JOIN run ON run.id = r.run_id "
            "WHERE run.cycle_id = ? AND r.replaces <> ''",
            (cycle,),
        )
    gone = {uid for (uids,) in replaced for uid in uids.split()}
    shown = [bool(pictures) for uid, pictures in failures if bytes(uid).hex() not in gone]
    passed = ("passed", "passed_with_remark")
    runs = [Attempt(attempt, bool(final), state in passed) for attempt, final, state in rows]
    return runs, Share(sum(shown), len(shown))


def status_history(
    workspace: Workspace, defects: Collection[int]
) -> dict[int, list[tuple[int, str]]]:
    """Return, from the journal, when (ms) each defect got which status, oldest first."""
    history: dict[int, list[tuple[int, str]]] = defaultdict(list)
    with workspace.connected() as sql:
        first = first_texts(sql, defects)
        made = sql.by_keys(
            "SELECT e.id, op.hlc FROM entity e JOIN op ON op.id = e.op WHERE e.id IN ({keys})",
            defects,
        )
        changes = sql.by_keys(
            "SELECT ent, hlc, val FROM op WHERE ent IN ({keys}) AND field = 'status' "
            "ORDER BY hlc, id",
            defects,
        )
    for key, hlc in made:
        history[key].append((stamp_ms(hlc), first[key].get("status") or "new"))
    for key, hlc, text in changes:
        if text is not None:
            history[key].append((stamp_ms(hlc), text))
    return dict(history)


@lru_cache(maxsize=4096)
def _day(quarter: int) -> date:
    # All time zones differ by quarters of an hour.
    return datetime.fromtimestamp(quarter * _QUARTER_MS / 1000, UTC).astimezone().date()


def local_day(ms: int) -> date:
    """Return the local day of a moment."""
    return _day(ms // _QUARTER_MS)
