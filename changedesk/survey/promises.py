"""What was promised to those who answer: it stays, however a survey is changed afterwards."""

from collections.abc import Collection, Mapping
from typing import Any

from changedesk.store.change import Change
from changedesk.store.errors import UserError
from changedesk.store.workspace import Workspace
from changedesk.survey.actions import asked_here, has_answers
from changedesk.survey.figure_words import counted
from changedesk.survey.queries import SMALLEST_CELL, survey_row, wave_row, waves
from changedesk.survey.records import Survey, Wave
from changedesk.survey.sealing import waiting


def set_survey(workspace: Workspace, survey: int, **fields: Any) -> None:
    """Change a survey; what was promised to those who answered stays.

    Raises UserError for a mode that would tell more than was promised, or a smaller cell.
    """
    with workspace.change(f"Change the survey {survey_row(workspace, survey).code}") as change:
        follow_survey_edits(workspace, change, {survey: fields})
        change.set(workspace.get(Survey, survey), **fields)


def follow_survey_edits(
    workspace: Workspace, _change: Change, edits: Mapping[int, Mapping[str, Any]]
) -> None:
    """Refuse another mode and a smaller least group once somebody answered under the promise.

    Of answers that a file brought the mode was guessed, and can be mended; yet what is kept
    anonymous never becomes anything else, nor the other way round.
    """
    for survey, values in edits.items():
        row = survey_row(workspace, survey)
        cell = values.get("min_cell", row.min_cell) or SMALLEST_CELL
        mode = values.get("mode", row.mode)
        promised = has_answers if "anonymous" in (mode, row.mode) else asked_here
        if (mode != row.mode or cell < row.min_cell) and promised(workspace, survey):
            raise UserError(
                f"{row.code} has been answered under the promise that was made: its mode stays, "
                "and so does the smallest group that is shown."
            )


def remove_surveys(workspace: Workspace, change: Change, keys: Collection[int]) -> None:
    """Take surveys out within a change; raises UserError where anonymous answers wait."""
    for key in keys:
        _refuse_waiting(workspace, [one.id for one in waves(workspace, key)])
    change.delete_many(Survey, list(keys))


def remove_waves(workspace: Workspace, change: Change, keys: Collection[int]) -> None:
    """Take waves out within a change; raises UserError where anonymous answers wait."""
    _refuse_waiting(workspace, keys)
    change.delete_many(Wave, list(keys))


def _refuse_waiting(workspace: Workspace, keys: Collection[int]) -> None:
    """Refuse to drop answers that no record tells of, as long as they may still come to count."""
    for key in keys:
        where = wave_row(workspace, key)
        if where.status != "closed" and (left := len(waiting(workspace, where))):
            raise UserError(
                f"{where.code} {where.title} holds {counted(left, 'anonymous answer')} still to be "
                "counted. Close it first; what does not come to count by that can go."
            )
