"""What a person can do with stakeholders: rate them, say how engaged they are and must be."""

from collections.abc import Collection, Mapping
from typing import Any

from changedesk.impact import words
from changedesk.impact.power_interest import moved_into
from changedesk.impact.records import Stakeholder
from changedesk.store.errors import UserError
from changedesk.store.workspace import Workspace

_LEVELS = {choice.code: choice.label for choice in words.ENGAGEMENTS}
_QUADRANTS = {choice.code: choice.label for choice in words.QUADRANTS}


def rate(
    workspace: Workspace, stakeholder: int, power: int, interest: int, *, initiator: object = None
) -> None:
    """Set power and interest, 1 to 5, as one change; what was said in words stays beside them."""
    record = workspace.get(Stakeholder, stakeholder)
    label = f"Rate {record.name}: power {power}, interest {interest}"
    with workspace.change(label, initiator=initiator) as change:
        change.set(record, power=power, interest=interest)


def move_to_quadrant(workspace: Workspace, stakeholders: Collection[int], quadrant: str) -> None:
    """Rate stakeholders so that they lie in a quadrant, changing as little as possible.

    A quadrant that was stated for them becomes this one. Raises UserError for an unknown one.
    """
    if quadrant not in _QUADRANTS:
        raise UserError(f"There is no quadrant {quadrant}.")
    records = [workspace.get(Stakeholder, key) for key in dict.fromkeys(stakeholders)]
    if not records:
        return
    moves: dict[int, dict[str, Any]] = {}
    for record in records:
        power, interest = moved_into(quadrant, record.power, record.interest)
        moves[record.id] = {"power": power, "interest": interest}
        if record.quadrant:
            moves[record.id]["quadrant"] = quadrant
    name = records[0].name if len(records) == 1 else f"{len(records)} stakeholders"
    with workspace.change(f"Move {name} to {_QUADRANTS[quadrant].lower()}") as change:
        change.set_many(Stakeholder, moves)


def set_engagement(
    workspace: Workspace,
    stakeholder: int,
    *,
    current: str | None = None,
    desired: str | None = None,
    initiator: object = None,
) -> None:
    """Say how engaged somebody is or must be: U, R, N, S, L, or "" for not known.

    What is None stays. The history keeps each level with its day and who gave it.
    """
    wanted = {"current": current, "desired": desired}
    values = {name: level for name, level in wanted.items() if level is not None}
    for level in values.values():
        if level and level not in _LEVELS:
            raise UserError(f"There is no level {level}: take U, R, N, S or L.")
    record = workspace.get(Stakeholder, stakeholder)
    with workspace.change(_label(record.name, values), initiator=initiator) as change:
        change.set(record, **values)


def _label(name: str, values: Mapping[str, str]) -> str:
    told = {"current": "is", "desired": "must be"}
    parts = [f"{told[field]} {_LEVELS.get(v, 'not rated').lower()}" for field, v in values.items()]
    return f"{name} {' and '.join(parts)}"
