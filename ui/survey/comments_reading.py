"""Reads comments and codebook off the GUI thread."""

from dataclasses import dataclass

from changedesk.store.workspace import Workspace
from changedesk.survey.codebook import Code, Read, codebook, comments_to_read
from changedesk.survey.queries import (
    Asking,
    SurveyRow,
    WaveRow,
    questions,
    survey_row,
    surveys,
    waves,
)


@dataclass(frozen=True)
class CommentsFound:
    """What was read: the questions in words, the waves, those chosen, their comments, the codes.

    `question` and `wave` are None where the survey has none.
    """

    number: int
    survey: SurveyRow
    surveys: tuple[SurveyRow, ...]
    questions: tuple[Asking, ...]
    waves: tuple[WaveRow, ...]
    question: str | None
    wave: int | None
    read: Read
    codes: tuple[Code, ...]


def read_comments(
    workspace: Workspace,
    number: int,
    project: int,
    survey: int | None,
    question: str | None,
    wave: int | None,
) -> CommentsFound | None:
    """Return the comments on a question; of the last wave that has some where none is chosen.

    None where the project has no survey.
    """
    with workspace.snapshot():
        there = tuple(surveys(workspace, project))
        if not there:
            return None
        row = survey_row(workspace, there[0].id if survey is None else survey)
        asked = tuple(one for one in questions(workspace, row.id) if one.kind == "text")
        times = tuple(waves(workspace, row.id))
        codes = tuple(codebook(workspace, row.id))
        keys = [one.key for one in asked]
        chosen = question if question in keys else next(iter(keys), None)
        if chosen is None or not times:
            return CommentsFound(number, row, there, asked, times, chosen, None, Read(()), codes)
        if wave in [one.id for one in times]:
            found = {wave: comments_to_read(workspace, wave, chosen)} if wave else {}
        else:
            found = {one.id: comments_to_read(workspace, one.id, chosen) for one in times}
        last = next((key for key in reversed(found) if found[key].comments), next(reversed(found)))
        return CommentsFound(number, row, there, asked, times, chosen, last, found[last], codes)
