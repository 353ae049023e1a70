"""From impacts to training needs: what hits a group hard enough that people must learn something.

A need keeps its impact as links, so that drawing again adds nothing while it stands.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from changedesk.people.links import CALLS_FOR, MITIGATED_BY, link, links
from changedesk.store.workspace import Workspace
from changedesk.training.records import Need

NEEDS_TRAINING = 3
"""The severity from which an impact needs training by itself."""
CORE_CHANGES = 4
WITH_HELP, ALONE = 2, 3
_METHODS = {"train": "", "coach": "on_the_job", "job_aid": "job_aid"}


@dataclass(frozen=True)
class CallingImpact:
    """An impact that calls for training and has no need yet."""

    id: int
    code: str
    title: str
    group: int | None
    system: str
    severity: int | None
    people: int | None
    starts: str
    ends: str
    owner: str
    method: str


def calling_impacts(workspace: Workspace, project: int) -> list[CallingImpact]:
    """Return the impacts that call for training and have no need yet, by code.

    Those of severity 3 and above, in the project's view or the group's, and those for which a
    training, a coaching or a job aid is noted; what is closed or cancelled is left out.
    """
    known = links(workspace, CALLS_FOR)
    with workspace.connected() as sql:
        rows = sql.rows(
            "SELECT id, code, title, group_id, system, severity, group_severity, people, starts, "
            "ends, owner FROM impact WHERE project_id = ? "
            "AND status NOT IN ('closed', 'cancelled') ORDER BY LENGTH(code), code",
            (project,),
        )
        noted = dict(
            sql.by_keys(
                "SELECT impact_id, kind FROM mitigation WHERE impact_id IN ({keys}) "
                "AND status <> 'dropped' AND kind IN ('train', 'coach', 'job_aid') "
                "ORDER BY id DESC",
                [row[0] for row in rows],
            )
        )
    found = []
    for key, code, title, group, system, ours, theirs, *rest in rows:
        views = [view for view in (ours, theirs) if view is not None]
        severity = max(views, default=None)
        if key in known or (key not in noted and (severity or 0) < NEEDS_TRAINING):
            continue
        method = _METHODS[noted[key]] if key in noted else ""
        found.append(CallingImpact(*(key, code, title, group, system, severity, *rest, method)))
    return found


def draw_needs(
    workspace: Workspace, project: int, impacts: Collection[int] | None = None
) -> list[int]:
    """Make a need of each impact that calls for one, in one change; return the keys of the needs.

    With `impacts` only of those. Group, people, owner and dates are taken along.
    """
    calling = [
        one for one in calling_impacts(workspace, project) if impacts is None or one.id in impacts
    ]
    if not calling:
        return []
    skills = _skills(workspace, project)
    many = "1 need" if len(calling) == 1 else f"{len(calling)} needs"
    with workspace.change(f"Draw {many} from impacts") as change:
        keys = change.add_many(Need, [_need(project, one, skills) for one in calling])
        pairs: Sequence[tuple[int, int]] = [
            (impact.id, need) for impact, need in zip(calling, keys, strict=True)
        ]
        link(workspace, change, CALLS_FOR, pairs)
        link(workspace, change, MITIGATED_BY, pairs)
    return keys


def _skills(workspace: Workspace, project: int) -> dict[str, int]:
    with workspace.connected() as sql:
        rows = sql.rows("SELECT title, id FROM skill WHERE project_id = ?", (project,))
    return {title.strip().casefold(): key for title, key in rows}


def _need(project: int, impact: CallingImpact, skills: dict[str, int]) -> dict[str, Any]:
    hard = (impact.severity or 0) >= CORE_CHANGES
    return {
        "project": project,
        "title": impact.title,
        "group": impact.group,
        "skill": skills.get(impact.system.strip().casefold()),
        "required": ALONE if hard else WITH_HELP,
        "people": impact.people,
        "criticality": "must" if hard else "should",
        "method": impact.method,
        "owner": impact.owner,
        "remark": _when(impact),
    }


def _when(impact: CallingImpact) -> str:
    if impact.starts and impact.ends:
        return f"{impact.code} from {impact.starts} to {impact.ends}."
    if impact.starts:
        return f"{impact.code} from {impact.starts}."
    return f"{impact.code} until {impact.ends}." if impact.ends else f"Drawn from {impact.code}."
