"""Is the plan of impacts consistent? Each check names the rows that break it, and why."""

from collections.abc import Iterator
from dataclasses import dataclass

from changedesk.impact.queries import ImpactRow, impacts, is_hard
from changedesk.impact.records import Mitigation
from changedesk.people.days import today
from changedesk.people.groups import ended
from changedesk.people.links import CALLS_FOR, MITIGATED_BY, links
from changedesk.store.workspace import Workspace

NO_OWNER, NO_GROUP, GROUP_ENDED, ENDS_FIRST, TOO_MANY, NOTHING_DONE, APART, NO_DATE = (
    "no_owner", "no_group", "group_ended", "ends_first", "too_many", "nothing_done", "apart",
    "no_date",
)  # fmt: skip
NONE = "none"
"""The kind of a mitigation that says: nothing is done."""


@dataclass(frozen=True)
class Finding:
    """An impact that breaks a rule, with the reason in one line."""

    rule: str
    impact: int
    code: str
    title: str
    reason: str


def check_impacts(workspace: Workspace, project: int) -> list[Finding]:
    """Return what is not consistent in the impacts of a project, by impact."""
    with workspace.snapshot():
        rows = impacts(workspace, project)
        answered = _answered(workspace)
        over = ended(workspace, today(workspace))
    return [
        Finding(rule, row.id, row.code, row.title, reason)
        for row in rows
        for rule, reason in _broken(row, over.get(row.group or 0, ""), answered=row.id in answered)
    ]


def _broken(row: ImpactRow, over: str, *, answered: bool) -> Iterator[tuple[str, str]]:
    hard = is_hard(row)
    if row.group is None and row.is_open:
        yield NO_GROUP, "It hits nobody: no group is named."
    if over and row.is_open:
        yield GROUP_ENDED, f"It hits a group that is no more: {over}"
    if hard and not row.owner.strip():
        yield NO_OWNER, f"Severity {row.severity} and nobody owns it."
    if hard and not answered:
        yield NOTHING_DONE, f"Severity {row.severity} and nothing is done about it."
    if hard and not row.starts:
        yield NO_DATE, f"Severity {row.severity} and no day from which it holds."
    if row.starts and row.ends and row.ends < row.starts:
        yield ENDS_FIRST, f"It ends on {row.ends}, before it starts on {row.starts}."
    if row.own_people is not None and row.headcount is not None and row.own_people > row.headcount:
        yield TOO_MANY, f"{row.own_people} people, but {row.group_name} has {row.headcount}."
    if row.discuss:
        yield APART, f"The project says {row.severity}, the group {row.group_severity}: discuss."


def _answered(workspace: Workspace) -> set[int]:
    rows = workspace.rows(
        Mitigation.select(Mitigation.impact)
        .where((Mitigation.kind != NONE) & (Mitigation.status != "dropped"))
        .distinct()
    )
    linked = {key for relation in (MITIGATED_BY, CALLS_FOR) for key in links(workspace, relation)}
    return {row.impact for row in rows} | linked
