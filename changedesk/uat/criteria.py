"""Entry and exit criteria of a cycle: where each stands, the kit, ticks, waivers and changes."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from changedesk.people.shares import Share
from changedesk.store.engine import Sql
from changedesk.store.errors import UserError
from changedesk.store.workspace import Workspace
from changedesk.uat.coverage import RequirementRow, coverage, covered_share
from changedesk.uat.criteria_rules import CycleFigures, Reason, Rule, judge, scope_of
from changedesk.uat.latest import LATEST
from changedesk.uat.measures import progress
from changedesk.uat.records import Condition, Criterion, Cycle
from changedesk.uat.standings import open_defects

KIT: tuple[dict[str, Any], ...] = (
    *(
        {"kind": "entry", "measure": "checked", "wording": wording}
        for wording in (
            "The build is deployed",
            "The environment was checked",
            "The test data is loaded",
            "The accounts of all testers work",
            "The scripts are approved",
            "The testers are trained",
            "The way back is agreed",
        )
    ),
    {
        "wording": "All scripts of critical and high priority are executed",
        "measure": "executed", "target": 100, "scope": "critical, high",
    },
    {
        "wording": "No critical or high defect is open", "measure": "open_defects",
        "operator": "at_most", "target": 0, "scope": "critical, high",
    },
    {"wording": "At least 95 % of the results are passes", "measure": "passed", "target": 95},
    {"wording": "Every requirement in scope is covered", "measure": "covered", "target": 100},
    {
        "wording": "The testers of every group were present",
        "measure": "testers_present", "target": 100,
    },
    {
        "wording": "Every condition has an owner and a date",
        "measure": "conditions_owned", "target": 100,
    },
)  # fmt: skip


@dataclass(frozen=True)
class Waiver:
    """Why, by whom and until which day (ISO) a criterion is waived; `ended` once that is over."""

    reason: str = ""
    by: str = ""
    until: str = ""
    ended: bool = False


@dataclass(frozen=True)
class CriterionState:
    """A criterion and where it stands.

    `number` is the value as a number (percent, or a count), None where there is none; `waived`
    says why, by whom and until when, and is empty where no waiver holds. `why` and `waived` are
    plain English, for files; `reason` and `waiver` are what they are made from.
    """

    key: int
    kind: str
    text: str
    measure: str
    number: float | None
    value: str
    target: str
    target_number: int | None
    met: bool
    why: str
    waived: str
    owner: str
    reason: Reason
    waiver: Waiver

    @property
    def holds(self) -> bool:
        """Tell whether it stands in nobody's way: it is met, or waived."""
        return self.met or bool(self.waived)


@dataclass(frozen=True)
class ConditionRow:
    """What must still be done after a cycle was accepted with conditions."""

    id: int
    wording: str
    owner: str
    due: str


def criteria_of(workspace: Workspace, cycle: int) -> list[CriterionState]:
    """Return the criteria of a cycle, those of its entry first, each held against the figures."""
    rows = workspace.rows(
        Criterion.select().where(Criterion.cycle == cycle).order_by(Criterion.kind, Criterion.id)
    )
    if not rows:
        return []
    figures = figures_of(workspace, cycle)
    today = datetime.fromtimestamp(workspace.clock() / 1000, UTC).astimezone().date()
    return [_state(row, figures, today) for row in rows]


def _state(row: Any, figures: CycleFigures, today: date) -> CriterionState:
    rule = Rule(row.measure, row.operator, row.target, scope_of(row.scope), bool(row.met))
    found = judge(rule, figures)
    target = None if row.measure == "checked" else row.target
    if target is None and row.measure != "checked":
        target = 0 if row.measure == "open_defects" else 100
    waived, ended = _waiver(row, today)
    waiver = Waiver(row.waiver, row.waived_by, row.waived_until, ended=bool(ended))
    return CriterionState(
        row.id, row.kind, row.wording, row.measure, found.number, found.value, found.target,
        target, found.met, f"{found.why} {ended}".strip(), waived, row.owner,
        found.reason, waiver,
    )  # fmt: skip


def _waiver(row: Any, today: date) -> tuple[str, str]:
    # The waiver that holds, and a sentence about one that does not any more.
    if not row.waiver:
        return "", ""
    if row.waived_until and row.waived_until < today.isoformat():
        return "", f"Its waiver ended on {row.waived_until}."
    by = f", by {row.waived_by}" if row.waived_by else ""
    until = f", until {row.waived_until}" if row.waived_until else ""
    return f"{row.waiver}{by}{until}", ""


def figures_of(workspace: Workspace, cycle: int) -> CycleFigures:
    """Return the figures of a cycle that criteria are held against."""
    project = workspace.get(Cycle, cycle).project_id
    by_priority: dict[str, list[tuple[str, bool, int]]] = defaultdict(list)
    with workspace.connected() as sql:
        for priority, state, final, n in sql.rows(
            "SELECT script.priority, run.state, run.final, COUNT(*) FROM run "
            f"JOIN script ON script.id = run.script_id WHERE run.cycle_id = ? AND {LATEST} "
            "GROUP BY script.priority, run.state, run.final",
            (cycle,),
        ):
            by_priority[priority].append((state, bool(final), n))
        present = _present(sql, cycle)
        defects = open_defects(sql, cycle)
    runs = {priority: progress(counts) for priority, counts in by_priority.items()}
    rows: dict[str, list[RequirementRow]] = defaultdict(list)
    for row in coverage(workspace, project, cycle).rows:
        rows[row.priority].append(row)
    owned = [bool(row.owner and row.due) for row in conditions_of(workspace, cycle)]
    return CycleFigures(
        executed={code: found.executed_share for code, found in runs.items()},
        passed={code: found.pass_rate for code, found in runs.items()},
        covered={code: covered_share(found) for code, found in rows.items()},
        open_defects=defects,
        testers_present=present,
        conditions_owned=Share(sum(owned), len(owned)),
    )


def _present(sql: Sql, cycle: int) -> Share:
    # Somebody who missed one session and came to another one was present.
    came = sql.rows(
        "SELECT MAX(CASE WHEN t.attendance = 'present' THEN 1 ELSE 0 END) FROM session_tester t "
        "JOIN uat_session s ON s.id = t.session_id WHERE s.cycle_id = ? GROUP BY t.person_id",
        (cycle,),
    )
    return Share(sum(int(one) for (one,) in came), len(came))


def conditions_of(workspace: Workspace, cycle: int) -> list[ConditionRow]:
    """Return the conditions of a cycle in the order in which they were written."""
    rows = workspace.rows(
        Condition.select(Condition.id, Condition.wording, Condition.owner, Condition.due)
        .where(Condition.cycle == cycle)
        .order_by(Condition.id)
    )
    return [ConditionRow(*row) for row in rows]


def add_kit(workspace: Workspace, cycle: int) -> int:
    """Give a cycle the usual entry and exit criteria that it lacks; return how many are new."""
    rows = workspace.rows(
        Criterion.select(Criterion.kind, Criterion.wording).where(Criterion.cycle == cycle)
    )
    known = {tuple(row) for row in rows}
    fresh = [one for one in KIT if (one.get("kind", "exit"), one["wording"]) not in known]
    if fresh:
        with workspace.change(
            f"Add the usual criteria to {workspace.record_name(cycle)}"
        ) as change:
            change.add_many(Criterion, [{"cycle": cycle, **one} for one in fresh])
    return len(fresh)


def add_criterion(workspace: Workspace, cycle: int, wording: str, **fields: Any) -> int:
    """Add a criterion (fields of `Criterion`) and return its key."""
    with workspace.change(f"Add criterion “{wording}”") as change:
        return int(change.add(Criterion(cycle=cycle, wording=wording, **fields)).id)


def add_condition(
    workspace: Workspace, cycle: int, wording: str, owner: str = "", due: str = ""
) -> int:
    """Add a condition to a cycle; `due` is an ISO day. Return its key."""
    with workspace.change(f"Add condition “{wording}”") as change:
        made = change.add(Condition(cycle=cycle, wording=wording, owner=owner, due=due))
        return int(made.id)


def tick(workspace: Workspace, criterion: int, met: bool = True) -> None:
    """Tick what a person has to see to, or take the tick away; UserError for what is counted."""
    record = workspace.get(Criterion, criterion)
    if record.measure != "checked":
        raise UserError(f"“{record.wording}” is counted by the program: it cannot be ticked.")
    with workspace.change(f"{'Tick' if met else 'Untick'} “{record.wording}”") as change:
        change.set(record, met=met)


def waive(workspace: Workspace, criterion: int, reason: str, by: str = "", until: str = "") -> None:
    """Waive a criterion for a reason; `until` is the last day (ISO) on which the waiver holds.

    Raises UserError without a reason or for what is no day.
    """
    if not reason.strip():
        raise UserError("A waiver needs a reason.")
    if until:
        try:
            until = date.fromisoformat(until).isoformat()
        except ValueError:
            raise UserError(f"“{until}” is no day: write it as 2026-03-31.") from None
    record = workspace.get(Criterion, criterion)
    with workspace.change(f"Waive “{record.wording}”") as change:
        change.set(
            record, waiver=reason.strip(), waived_by=by or workspace.actor, waived_until=until
        )


def withdraw_waiver(workspace: Workspace, criterion: int) -> None:
    """Let a criterion count again that was waived."""
    record = workspace.get(Criterion, criterion)
    with workspace.change(f"Waive “{record.wording}” no longer") as change:
        change.set(record, waiver="", waived_by="", waived_until="")
