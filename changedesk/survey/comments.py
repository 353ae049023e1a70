"""Free text: who may read it, what it is sorted by, and what two readers make of it.

A comment is named without naming a person. Comments stand in the order of their texts, which
tells nothing of who wrote when; few of them are never shown, for a text may tell who wrote it.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from changedesk.store.workspace import Workspace
from changedesk.survey.given import given
from changedesk.survey.queries import WaveRow, survey_row, wave_row
from changedesk.survey.records import CommentCode, CommentMark
from changedesk.survey.suppression import quotable

CODE, SENTIMENT, RELEASE = "code", "sentiment", "release"
YES, NO = "yes", ""


@dataclass(frozen=True, slots=True)
class Comment:
    """One answer in words. `codes` and `sentiment` are told by reader; `released` may be quoted."""

    name: str
    wave: int
    question: str
    text: str
    codes: Mapping[str, frozenset[int]] = field(default_factory=dict)
    sentiment: Mapping[str, str] = field(default_factory=dict)
    released: bool = False


def comments(workspace: Workspace, wave: int, question: str) -> list[Comment]:
    """Return what was written in a wave to a question, also beside an answer (key/other).

    None where fewer wrote than may be shown, and of an anonymous wave none before it is closed.
    """
    where = wave_row(workspace, wave)
    survey = survey_row(workspace, where.survey)
    told = [
        (one.key, text)
        for one in given(workspace, [where])
        if isinstance(text := one.answers.get(question), str) and text.strip()
    ]
    open_and_anonymous = survey.anonymous and where.status != "closed"
    few = survey.mode != "identified" and not quotable(len(told), survey.min_cell)
    if open_and_anonymous or few:
        return []
    marks = _marks(workspace, where)
    found = [_comment(where, question, key, text, marks) for key, text in told]
    return sorted(found, key=lambda one: (one.text.casefold(), one.name))


def _comment(wave: WaveRow, question: str, key: str, text: str, marks: "_Marks") -> Comment:
    name = f"{wave.uid.hex()}/{question}/{key}"
    codes: dict[str, set[int]] = defaultdict(set)
    for reader, code in marks.codes.get(name, ()):
        codes[reader].add(code)
    return Comment(
        name, wave.id, question, text,
        {reader: frozenset(some) for reader, some in codes.items()},
        dict(marks.sentiment.get(name, ())), name in marks.released,
    )  # fmt: skip


@dataclass
class _Marks:
    codes: dict[str, set[tuple[str, int]]] = field(default_factory=lambda: defaultdict(set))
    sentiment: dict[str, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))
    released: set[str] = field(default_factory=set)


def _marks(workspace: Workspace, wave: WaveRow) -> _Marks:
    """Return what readers decided; the newest mark of a reader counts."""
    rows = workspace.rows(
        CommentMark.select(
            CommentMark.comment, CommentMark.kind, CommentMark.code, CommentMark.value,
            CommentMark.reader,
        )
        .where(CommentMark.wave == wave.id)
        .order_by(CommentMark.at, CommentMark.id)
    )  # fmt: skip
    found = _Marks()
    for row in rows:
        if row.kind == CODE and row.code is not None:
            pair = (row.reader, row.code)
            own = found.codes[row.comment]
            own.add(pair) if row.value == YES else own.discard(pair)
        elif row.kind == SENTIMENT:
            found.sentiment[row.comment][row.reader] = row.value
        elif row.kind == RELEASE:
            chosen = found.released.add if row.value == YES else found.released.discard
            chosen(row.comment)
    return found


def add_code(
    workspace: Workspace, survey: int, name: str, definition: str = "", example: str = ""
) -> int:
    """Add a subject to the codebook of a survey and return its key."""
    with workspace.change(f"Add the code {name}") as change:
        record = CommentCode(survey=survey, name=name, definition=definition, example=example)
        return int(change.add(record).id)


def mark_comment(
    workspace: Workspace,
    comment: Comment,
    kind: str,
    value: str,
    *,
    code: int | None = None,
    reader: str = "",
) -> None:
    """Note what a reader decided about a comment; `value` is yes or empty for codes and quotes."""
    with workspace.change("Read a comment") as change:
        change.add(
            CommentMark(
                wave=comment.wave, comment=comment.name, kind=kind, code=code, value=value,
                reader=reader or workspace.actor, at=change.now_ms,
            )
        )  # fmt: skip
