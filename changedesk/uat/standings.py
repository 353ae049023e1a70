"""Where a cycle stands, counted by the database from what is kept beside each run."""

from changedesk.people.shares import Share
from changedesk.store.engine import Sql
from changedesk.store.workspace import Workspace
from changedesk.uat import measures
from changedesk.uat.latest import LATEST
from changedesk.uat.rows import CycleProgress, CycleRow
from changedesk.uat.run_states import states_of
from changedesk.uat.words import OPEN_DEFECTS, SEVERITIES


def progress(workspace: Workspace, cycle: CycleRow) -> CycleProgress:
    """Return where a cycle stands, from what is kept beside each run."""
    with workspace.connected() as sql:
        states = sql.rows(
            "SELECT state, final, COUNT(*), SUM(steps), SUM(passed), SUM(failed), SUM(blocked), "
            f"SUM(skipped), SUM(not_applicable) FROM run WHERE cycle_id = ? AND {LATEST} "
            "GROUP BY state, final",
            (cycle.id,),
        )
        first = first_pass(sql, cycle.id)
        defects_ = open_defects(sql, cycle.id)
        disputed = _disputed_steps(sql, cycle.id)
    total = [sum(int(row[column] or 0) for row in states) for column in range(3, 9)]
    names = ("pass", "fail", "blocked", "skipped", "na")
    steps = dict(zip(names, total[1:], strict=True))
    steps["disputed"] = disputed
    steps["not_run"] = total[0] - sum(total[1:]) - disputed
    return CycleProgress(
        cycle,
        measures.progress((state, bool(final), n) for state, final, n, *_ in states),
        steps,
        defects_,
        first,
    )


_OPEN_CODES = ", ".join(f"'{code}'" for code in OPEN_DEFECTS)
_OPEN_HERE = (
    "FROM cycle here "
    "JOIN defect d ON d.project_id = here.project_id LEFT JOIN cycle c ON c.id = d.cycle_id "
    f"WHERE here.id = ? AND d.status IN ({_OPEN_CODES}) "
    "AND (c.id IS NULL OR LENGTH(c.code) < LENGTH(here.code) "
    "OR (LENGTH(c.code) = LENGTH(here.code) AND c.code <= here.code))"
)


def open_defects(sql: Sql, cycle: int) -> dict[str, int]:
    """Return the defects found in a cycle or before it that are open, by severity."""
    rows = sql.rows(f"SELECT d.severity, COUNT(*) {_OPEN_HERE} GROUP BY d.severity", (cycle,))
    found = dict(rows)
    gravest_first = [choice.code for choice in SEVERITIES if choice.code in found]
    return {code: found[code] for code in gravest_first}


def found_and_open(sql: Sql, cycle: int) -> list[int]:
    """Return when (ms) the defects were found that `open_defects` counts, where that is known."""
    return [int(when) for (when,) in sql.rows(f"SELECT d.found {_OPEN_HERE}", (cycle,)) if when]


def first_pass(sql: Sql, cycle: int, tester: int | None = None) -> Share:
    """Return what passed at the first attempt, of one tester if given.

    The base is that of the pass rate: first attempts that passed, failed or were blocked, also
    those that nobody ran to their end because they were tried again.
    """
    whose = "" if tester is None else "AND tester_id = ? "
    rows = sql.rows(
        f"SELECT state, COUNT(*) FROM run WHERE cycle_id = ? {whose}AND attempt = 1 GROUP BY state",
        (cycle,) if tester is None else (cycle, tester),
    )
    return measures.progress((state, False, n) for state, n in rows).pass_rate


def _disputed_steps(sql: Sql, cycle: int) -> int:
    rows = sql.rows(
        f"SELECT id FROM run WHERE cycle_id = ? AND state = 'disputed' AND {LATEST}", (cycle,)
    )
    states = states_of(sql, [run for (run,) in rows])
    return sum(state.count("disputed") for state in states.values())
