"""A survey on paper: every answer beside its code, so that a sheet is keyed in seconds."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path
from uuid import uuid4

from changedesk.office import write_document
from changedesk.office.identity import Identity
from changedesk.office.layout import Column, Document, DocumentBlock, Paragraph, Table, WrittenFile
from changedesk.store.workspace import Workspace
from changedesk.survey.item_codes import item_codes
from changedesk.survey.queries import Asking, SurveyRow, asked_now, survey_row, wave_row
from changedesk.survey.sheet_form import PROMISES, where_from

KIND = "survey-paper"
BOX = "☐"
_GRID_AT_MOST = 7
_TOP = 10
"""The highest figure of a recommendation; a code beyond it means that there is none."""
_BOX_SHARE = 7
_OWN_CODE = (
    "The first two letters of your mother's first name, and the day you were born (01 to 31). It "
    "pairs your sheets without naming you."
)
_WRITING_ROOM = 2.2
_LINE_ROOM = 0.9


def survey_paper(workspace: Workspace, wave: int) -> Document:
    """Describe the sheet of a wave, to be printed and filled in by hand."""
    with workspace.snapshot():
        where = wave_row(workspace, wave)
        survey = survey_row(workspace, where.survey)
        asked = asked_now(workspace, survey.id)
    identity = Identity(
        uuid4().hex, workspace.uid, KIND, datetime.fromtimestamp(workspace.clock() / 1000, UTC),
        subject=f"wave:{where.uid.hex()}",
    )  # fmt: skip
    blocks = (*_head(survey, where.closes), *_questions(asked), *_foot(survey))
    return Document(survey.title, blocks, identity, subtitle=where.title)


def export_survey_paper(workspace: Workspace, wave: int, path: Path) -> WrittenFile:
    """Write the sheet of a wave; raises UserError or EnvironmentProblem in a sentence."""
    return write_document(survey_paper(workspace, wave), path)


def _head(survey: SurveyRow, closes: str) -> Iterator[DocumentBlock]:
    if survey.welcome:
        yield Paragraph(survey.welcome, "lead")
    yield Paragraph(PROMISES[survey.mode].partition(" Take your name")[0].format(
        least=survey.min_cell))  # fmt: skip
    until = f" Please give it back by {closes}." if closes else ""
    yield Paragraph(
        f"Tick one box in each row unless it says otherwise. What does not apply to you stays "
        f"empty.{until}",
        "small",
    )
    if survey.linked:
        yield Table(
            (Column("Your own code", "code", width=40), Column("", "own", width=60)),
            ((_OWN_CODE, ""),),
            room=_LINE_ROOM,
        )


def _foot(survey: SurveyRow) -> Iterator[DocumentBlock]:
    if survey.thanks:
        yield Paragraph(survey.thanks, "lead")


def _questions(asked: Sequence[Asking]) -> Iterator[DocumentBlock]:
    numbers = {
        one.key: str(number) for number, one in enumerate((q for q in asked if q.kind != "note"), 1)
    }
    for _, some in groupby(asked, _alike):
        group = list(some)
        if len(_offered(group[0])) <= _GRID_AT_MOST and _in_grid(group[0]):
            yield from _grid(asked, group, numbers)
        else:
            for one in group:
                yield from _alone(asked, one, numbers)


def _in_grid(question: Asking) -> bool:
    return question.kind in ("likert", "matrix", "sus", "adkar", "csat") and bool(
        _offered(question)
    )


def _alike(question: Asking) -> tuple[object, ...]:
    if not _in_grid(question):
        return (question.key,)
    return ("grid", question.block, _offered(question))


def _offered(question: Asking) -> tuple[tuple[str, str], ...]:
    """Return the answers to tick: the code that is keyed, and the words."""
    return tuple((one.code, one.label) for one in item_codes(question))


def _grid(
    asked: Sequence[Asking], group: Sequence[Asking], numbers: dict[str, str]
) -> Iterator[DocumentBlock]:
    offered = _offered(group[0])
    if group[0].block:
        yield Paragraph(group[0].block, keep=True)
    # Words as heads of narrow columns would be cut in two: they stand above, by their codes.
    legend = [f"{code} {label}" for code, label in offered if code != label]
    columns = (
        Column("", "number", width=6),
        Column("", "text", width=94 - _BOX_SHARE * len(offered)),
        *(Column(code, code, width=_BOX_SHARE) for code, _ in offered),
    )
    rows = tuple(
        (numbers[one.key], _told(asked, one), *(f"{BOX} {code}" for code, _ in offered))
        for one in group
    )
    yield Table(columns, rows, caption="  ·  ".join(legend))


def _alone(
    asked: Sequence[Asking], question: Asking, numbers: dict[str, str]
) -> Iterator[DocumentBlock]:
    if question.kind == "note":
        yield Paragraph(question.text)
        return
    number = Column(numbers[question.key], "number", width=8)
    head = Column(_told(asked, question), "text", width=92)
    offered = _offered(question)
    if question.kind == "nps":
        figures = [one for one in offered if int(one[0]) <= _TOP]
        others = [f"{BOX} {code} {label}" for code, label in offered if int(code) > _TOP]
        scale = "   ".join([*(f"{BOX} {code}" for code, _ in figures), *others])
        ends = tuple(label for _, label in (figures[:1] + figures[-1:]) if not label.isdigit())
        yield Table((number, head), (("", scale), *((("", "  …  ".join(ends)),) if ends else ())))
    elif question.kind == "rank":
        rows = tuple((code, f"____  {label}") for code, label in offered)
        yield Table((number, head), rows)
    elif offered:
        rows = tuple((f"{BOX} {code}", label) for code, label in offered)
        yield Table((number, head), rows)
    else:
        room = _WRITING_ROOM if question.kind == "text" else _LINE_ROOM
        yield Table((number, head), (("", ""),), room=room)


_HOW = {
    "multi": "Tick all that apply.",
    "rank": "Write 1 for the first place, 2 for the second, and so on.",
    "number": "A number, please.",
    "date": "A day, such as 31 March 2026.",
}


def _told(asked: Sequence[Asking], question: Asking) -> str:
    only = f"Only if {where_from(asked, question)}." if question.relevant else ""
    parts = (question.text, question.help, _HOW.get(question.kind, ""), only)
    return "\n".join(part for part in parts if part)
