"""What readers made of comments: how often each subject comes up, and how far two readers agree.

A reader has read a comment once he gave it a subject or a mood; what nobody read is in no base.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from changedesk.people.shares import Share
from changedesk.store.workspace import Workspace
from changedesk.survey.comments import Comment, comments
from changedesk.survey.given import given
from changedesk.survey.queries import survey_row, wave_row
from changedesk.survey.records import CommentCode
from changedesk.survey.statistics.estimates import Estimate
from changedesk.survey.statistics.kappa import kappa

POSITIVE, NEUTRAL, NEGATIVE = "positive", "neutral", "negative"
SENTIMENTS = (POSITIVE, NEUTRAL, NEGATIVE)
NOBODY, OPEN, FEW = "nobody", "open", "few"
"""Why no comment is shown: none was written, the wave is open still, too few wrote."""


@dataclass(frozen=True, slots=True)
class Code:
    """One subject that comments are sorted by."""

    id: int
    name: str
    definition: str


@dataclass(frozen=True, slots=True)
class CodeCount:
    """How many of the comments that a reader has read are about a subject."""

    code: Code
    share: Share


@dataclass(frozen=True, slots=True)
class Agreement:
    """How two readers agree: over what both read, subject by subject and over all of them.

    `both` is how many comments both read, of all that there are.
    """

    both: Share
    overall: Estimate | None
    by_code: tuple[Estimate | None, ...]


@dataclass(frozen=True, slots=True)
class Read:
    """The comments of a wave to a question; `hidden` says why there are none to be read."""

    comments: tuple[Comment, ...]
    hidden: str = ""


def codebook(workspace: Workspace, survey: int) -> list[Code]:
    """Return the subjects of a survey in the order in which they were added."""
    rows = workspace.rows(
        CommentCode.select(CommentCode.id, CommentCode.name, CommentCode.definition)
        .where(CommentCode.survey == survey)
        .order_by(CommentCode.id)
    )
    return [Code(row.id, row.name, row.definition or "") for row in rows]


def comments_to_read(workspace: Workspace, wave: int, question: str) -> Read:
    """Return the comments that may be read, or why there are none."""
    found = tuple(comments(workspace, wave, question))
    if found:
        return Read(found)
    where = wave_row(workspace, wave)
    if survey_row(workspace, where.survey).anonymous and where.status != "closed":
        return Read((), OPEN)
    wrote = any(
        isinstance(text := one.answers.get(question), str) and text.strip()
        for one in given(workspace, [where])
    )
    return Read((), FEW if wrote else NOBODY)


def readers(found: Sequence[Comment]) -> list[str]:
    """Return who has read any of these comments, by name."""
    return sorted({reader for one in found for reader in (*one.codes, *one.sentiment)})


def has_read(one: Comment, reader: str) -> bool:
    """Tell whether a reader has read a comment."""
    return bool(one.codes.get(reader) or one.sentiment.get(reader))


def prevalence(
    found: Sequence[Comment], codes: Sequence[Code], reader: str
) -> tuple[CodeCount, ...]:
    """Return how often each subject comes up among what a reader has read."""
    read = [one for one in found if has_read(one, reader)]
    return tuple(
        CodeCount(code, Share(sum(code.id in one.codes.get(reader, ()) for one in read), len(read)))
        for code in codes
    )


def moods(found: Sequence[Comment], reader: str) -> dict[str, int]:
    """Return how many comments a reader found positive, neutral and negative."""
    told = [one.sentiment.get(reader) for one in found]
    return {mood: told.count(mood) for mood in SENTIMENTS}


def agreement(found: Sequence[Comment], codes: Sequence[Code], one: str, two: str) -> Agreement:
    """Return how far two readers agree; kappa is None where it cannot be told."""
    both = [each for each in found if has_read(each, one) and has_read(each, two)]
    pairs = [
        [(code.id in each.codes.get(one, ()), code.id in each.codes.get(two, ())) for each in both]
        for code in codes
    ]
    return Agreement(
        Share(len(both), len(found)),
        kappa(pair for own in pairs for pair in own),
        tuple(kappa(own) for own in pairs),
    )
