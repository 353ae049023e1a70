"""What a person can do with waves: invite, open, remind, close. Each is one undoable change."""

from collections.abc import Collection, Mapping
from typing import Any

from changedesk.people.days import today
from changedesk.people.groups import headcounts
from changedesk.people.records import Group
from changedesk.store.change import Change
from changedesk.store.errors import UserError
from changedesk.store.workspace import Workspace
from changedesk.survey.queries import questions, survey_row, wave_row
from changedesk.survey.records import Invitation, Reminder, Survey, Wave
from changedesk.survey.sealing import seal_due, waiting


def add_wave(workspace: Workspace, survey: int, title: str, **fields: Any) -> int:
    """Plan a wave and return its key."""
    with workspace.change(f"Plan {title}") as change:
        return int(change.add(Wave(survey=survey, title=title, **fields)).id)


def set_wave(workspace: Workspace, wave: int, **fields: Any) -> None:
    """Change a wave; `open_wave` and `close_wave` are for its status."""
    record = workspace.get(Wave, wave)
    with workspace.change(f"Change {record.title}") as change:
        change.set(record, **fields)


# -- who is asked ---------------------------------------------------------------------------------


def invite_groups(workspace: Workspace, wave: int, groups: Collection[int]) -> int:
    """Invite everybody of some groups, as many as they have on the day the wave opens.

    A group that is invited already gets its number anew. Returns how many people are invited.
    """
    where = wave_row(workspace, wave)
    counted = headcounts(workspace, where.opens or today(workspace))
    unknown = [key for key in groups if counted[key].people is None]
    if unknown:
        name = workspace.get(Group, unknown[0]).name
        raise UserError(f"{name} has no headcount: say how many people it has, then invite it.")
    return set_invited(workspace, wave, {key: (counted[key].people or 0, None) for key in groups})


def set_invited(
    workspace: Workspace, wave: int, told: Mapping[int | None, tuple[int, int | None]]
) -> int:
    """Say how many people of each group are invited, and how many of them are not eligible.

    None as the group is everybody else; None as the number of those not eligible leaves it.
    """
    where = wave_row(workspace, wave)
    with workspace.change(f"Invite to {where.title}") as change:
        return snapshot(workspace, change, wave, told)


def snapshot(
    workspace: Workspace,
    change: Change,
    wave: int,
    told: Mapping[int | None, tuple[int, int | None]],
) -> int:
    """Write invitations within a change; return how many people are invited by them."""
    rows = workspace.rows(
        Invitation.select(Invitation.id, Invitation.group).where(Invitation.wave == wave)
    )
    there = {row.group: row.id for row in rows}
    fresh, changed = [], {}
    for group, (invited, ineligible) in told.items():
        facts = {"invited": invited}
        if ineligible is not None:
            facts["ineligible"] = ineligible
        if group in there:
            changed[there[group]] = facts
        else:
            fresh.append({"wave": wave, "group": group, **facts})
    change.add_many(Invitation, fresh)
    change.set_many(Invitation, changed)
    return sum(invited for invited, _ in told.values())


def remind(workspace: Workspace, wave: int, day: str = "", remark: str = "") -> None:
    """Note that people were reminded, today if no day is given."""
    where = wave_row(workspace, wave)
    with workspace.change(f"Remind of {where.title}") as change:
        change.add(Reminder(wave=wave, sent=day or today(workspace), remark=remark))


# -- open and closed ------------------------------------------------------------------------------


def open_wave(workspace: Workspace, wave: int) -> None:
    """Open a wave, also one that was closed; from now on answers are taken in.

    Raises UserError for a survey that asks nothing.
    """
    where = wave_row(workspace, wave)
    if not any(one.kind != "note" for one in questions(workspace, where.survey)):
        raise UserError("This survey asks nothing yet: add a question before a wave is opened.")
    record = workspace.get(Wave, wave)
    with workspace.change(f"Open {where.title}") as change:
        change.set(record, status="open", opens=record.opens or today(workspace))
        change.set(workspace.get(Survey, where.survey), status="open")


def close_wave(workspace: Workspace, wave: int) -> int:
    """Close a wave: no answer is taken in any more, and what waited is sealed.

    Returns how many anonymous answers stay out, because fewer came than the smallest group has.
    """
    where = wave_row(workspace, wave)
    survey = survey_row(workspace, where.survey)
    record = workspace.get(Wave, wave)
    with workspace.change(f"Close {where.title}") as change:
        seal_due(workspace, change, where, survey.min_cell, last=True)
        change.set(record, status="closed", closes=record.closes or today(workspace))
        others = workspace.rows(
            Wave.select(Wave.id).where(
                (Wave.survey == survey.id) & (Wave.id != wave) & (Wave.status != "closed")
            )
        )
        if not others:
            change.set(workspace.get(Survey, survey.id), status="closed")
    return len(waiting(workspace, where))
