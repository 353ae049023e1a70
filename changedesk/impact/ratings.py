"""Rating impacts together: the project's view and the group's view, each with its reason."""

from changedesk.impact.queries import CANCELLED
from changedesk.impact.records import Impact
from changedesk.impact.words import ASPECTS, SEVERITIES
from changedesk.people.records import Group
from changedesk.store.errors import UserError
from changedesk.store.text import clean
from changedesk.store.workspace import Workspace

PROJECT, GROUP = "severity", "group_severity"
SIDES = {PROJECT: "project", GROUP: "group"}
"""Whose view it is: the field that keeps it, and the word for it."""


def rate(workspace: Workspace, impact: int, side: str, score: int | None) -> bool:
    """Give an impact a rating of 0 to 5, None to take it away; tell whether that was new.

    One undoable change. Raises UserError for a score that is none, or when the impact is gone.
    """
    _check(score)
    row = _impact(workspace, impact)
    if getattr(row, side) == score:
        return False
    with workspace.change(f"Rate {row.code}: {SIDES[side]} {_said(score)}") as change:
        change.set(row, **{side: score})
    return True


def rate_aspect(
    workspace: Workspace, project: int, group: int, aspect: str, side: str, score: int
) -> int:
    """Rate an aspect of a group that has no impact yet: one is made; return its key.

    Where there is one by now, it is rated instead.
    """
    _check(score)
    known = workspace.find(Impact, project=project, group=group, aspect=aspect)
    if known is not None and known.status != CANCELLED:
        rate(workspace, known.id, side, score)
        return int(known.id)
    title = {choice.code: choice.label for choice in ASPECTS}[aspect]
    name = workspace.get(Group, group).name
    label = f"Add impact {title} for {name}: {SIDES[side]} {_said(score)}"
    with workspace.change(label) as change:
        made = change.add(
            Impact(project=project, group=group, aspect=aspect, title=title, **{side: score})
        )
    return int(made.id)


def give_reason(workspace: Workspace, impact: int, reason: str) -> bool:
    """Say why an impact is rated so; tell whether that was new. One undoable change."""
    row = _impact(workspace, impact)
    reason = " ".join(clean(reason).split())
    if row.reason == reason:
        return False
    with workspace.change(f"Say why {row.code} is rated so") as change:
        change.set(row, reason=reason)
    return True


def _impact(workspace: Workspace, key: int) -> Impact:
    found = workspace.find(Impact, id=key)
    if found is None:
        raise UserError("This impact is no longer there: somebody took it out.")
    return found


def _check(score: int | None) -> None:
    if score is not None and not 0 <= score < len(SEVERITIES):
        raise UserError(f"A severity is a number from 0 to {len(SEVERITIES) - 1}.")


def _said(score: int | None) -> str:
    return "not rated" if score is None else f"{score}, {SEVERITIES[score]}"
