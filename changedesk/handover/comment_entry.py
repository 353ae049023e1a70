"""A comment becomes an entry of the resistance log: it is answered for, not only counted."""

from changedesk.impact.records import ResistanceEntry
from changedesk.people.links import RAISED, link, links
from changedesk.store.errors import UserError
from changedesk.store.workspace import Workspace
from changedesk.survey.comments import RELEASE, YES, Comment
from changedesk.survey.queries import survey_row, wave_row
from changedesk.survey.records import CommentMark

LONGEST = 300


def enter_resistance(workspace: Workspace, comment: Comment) -> int:
    """Make an entry of the resistance log from a comment and return its key.

    It is tied to the wave, never to who wrote it: it names no group, and its day is the one on
    which the wave closes. The entry quotes the comment, so the comment may be quoted from now on.
    Raises UserError where it is in the log already.
    """
    wave = wave_row(workspace, comment.wave)
    title = " ".join(comment.text.split())
    title = title if len(title) <= LONGEST else f"{title[: LONGEST - 1]}…"
    for key in links(workspace, RAISED).get(wave.id, ()):
        there = workspace.find(ResistanceEntry, id=key)
        if there is not None and there.title == title:
            raise UserError(f"This comment is in the resistance log already, as {there.code}.")
    project = survey_row(workspace, wave.survey).project
    with workspace.change("Enter a comment into the resistance log") as change:
        entry = change.add(ResistanceEntry(project=project, title=title, raised=wave.closes))
        link(workspace, change, RAISED, [(wave.id, entry.id)])
        if not comment.released:
            change.add(
                CommentMark(
                    wave=wave.id, comment=comment.name, kind=RELEASE, value=YES,
                    reader=workspace.actor, at=change.now_ms,
                )
            )  # fmt: skip
    return int(entry.id)
