"""A survey as an Excel form: one file for everybody, filled in by one person, sent back."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from changedesk.office import write_workbook
from changedesk.office.identity import Identity
from changedesk.office.layout import (
    Choice,
    Column,
    FormLine,
    FormSheet,
    Kind,
    Workbook,
    WrittenFile,
)
from changedesk.store.workspace import Workspace
from changedesk.survey.answer_values import OTHER, RANGES
from changedesk.survey.conditions import names, parse
from changedesk.survey.queries import Asking, asked_now, survey_row, wave_row

KIND = "survey-form"
PART = "|"
"""Between the key of a question and the value that a line of it stands for."""
PROMISES = {
    "anonymous": (
        "Your answers are anonymous: nothing that tells who you are, nor when you answered, is "
        "kept. Take your name out of the file's properties if your Excel puts it there."
    ),
    "confidential": (
        "Your answers are confidential: only the project team sees them one by one, and figures "
        "are shown for groups of {least} or more."
    ),
    "identified": "Your answers are kept with your name.",
}
_HOW = (
    "Answer in the yellow cells; most of them offer a list. Save the file and send it back. What "
    "does not apply to you may stay empty."
)
_HINTS = {
    "multi": "– Yes beside all that apply",
    "rank": "– 1 beside the first, 2 beside the second, and so on",
}


@dataclass(frozen=True)
class Line:
    """One line of the form: the question, the value it stands for if it is one of several."""

    id: str
    number: str
    question: Asking
    value: str = ""
    words: bool = False


def form_lines(asked: Iterable[Asking]) -> Iterator[Line]:
    """Yield the lines of a form: one for a question, one for each answer where several may be."""
    number = 0
    for question in asked:
        if question.kind == "note":
            continue
        number += 1
        if question.kind in ("multi", "rank"):
            for place, option in enumerate(question.options):
                name = f"{number}{_letter(place)}"
                yield Line(f"{question.key}{PART}{option.value}", name, question, option.value)
        else:
            yield Line(question.key, str(number), question)
        if any(option.other for option in question.options):
            yield Line(f"{question.key}{OTHER}", f"{number}+", question, words=True)


def _letter(place: int) -> str:
    return chr(ord("a") + place) if place < 26 else f".{place + 1}"


def survey_form(workspace: Workspace, wave: int, *, group: int | None = None) -> Workbook:
    """Describe the form of a wave, for one group or for everybody."""
    with workspace.snapshot():
        where = wave_row(workspace, wave)
        survey = survey_row(workspace, where.survey)
        asked = asked_now(workspace, survey.id)
        subject = f"wave:{where.uid.hex()}"
        if group is not None:
            subject = f"{subject}:{workspace.uid_of(group)}"
    promise = PROMISES[survey.mode].format(least=survey.min_cell)
    until = f"Please send it back by {where.closes}." if where.closes else ""
    intro = tuple(text for text in (survey.welcome, promise, _HOW, until) if text)
    sheet = FormSheet("Questions", survey.title, _lines(asked), intro, closing=survey.thanks)
    created = datetime.fromtimestamp(workspace.clock() / 1000, UTC)
    identity = Identity(uuid4().hex, workspace.uid, KIND, created, subject=subject)
    return Workbook(f"{survey.title}, {where.title}", (sheet,), identity)


def export_survey_form(
    workspace: Workspace, wave: int, path: Path, *, group: int | None = None
) -> WrittenFile:
    """Write the form of a wave; raises UserError or EnvironmentProblem in a sentence."""
    return write_workbook(survey_form(workspace, wave, group=group), path)


def _lines(asked: Sequence[Asking]) -> tuple[FormLine, ...]:
    made: list[FormLine] = []
    told: str = ""
    notes = _notes(asked)
    for line in form_lines(asked):
        heading = ""
        question = line.question
        block = question.text if line.value else question.block
        if block and block != told:
            heading = f"{block} {_HINTS[question.kind]}" if line.value else block
        told = block
        if before := notes.pop(question.key, ""):
            heading = "\n".join(part for part in (before, heading) if part)
        made.append(
            FormLine(
                line.id, line_text(line), _answer(line), line.number, _note(asked, line), heading
            )
        )
    return tuple(made)


def _notes(asked: Sequence[Asking]) -> dict[str, str]:
    """Return the texts to read, by the key of the question that they stand before."""
    found: dict[str, str] = {}
    waiting: list[str] = []
    for question in asked:
        if question.kind == "note":
            waiting.append(question.text)
        elif waiting:
            found[question.key] = "\n".join(waiting)
            waiting = []
    return found


def line_text(line: Line) -> str:
    """Return what a line of the form asks."""
    if line.words:
        return "Other: in your own words"
    if not line.value:
        return line.question.text
    return next(one.label for one in line.question.options if one.value == line.value)


def _note(asked: Sequence[Asking], line: Line) -> str:
    question = line.question
    if line.words:
        return ""
    if line.value:
        return "" if line.value != question.options[0].value else question.help
    parts = [question.help]
    if question.relevant:
        parts.append(f"Only if: {where_from(asked, question)}")
    return "\n".join(part for part in parts if part)


def where_from(asked: Sequence[Asking], question: Asking) -> str:
    """Return a condition in words that somebody with a sheet of paper can follow."""
    numbers = {line.question.key: line.number.rstrip("+abc") for line in form_lines(asked)}
    known = sorted({numbers[name] for name in names(parse(question.relevant)) if name in numbers})
    return f"it follows from your answer to {', '.join(known)}"


def _answer(line: Line) -> Column:
    question = line.question
    if line.words:
        return Column("In words", line.id, fillable=True, wrap=True)
    if question.kind == "multi":
        return Column("Tick", line.id, kind="choice", choices=(TICK,), fillable=True)
    if question.kind == "rank":
        help_ = f"1 for the first place, up to {len(question.options)}."
        return Column("Place", line.id, kind="integer", fillable=True, help=help_)
    if question.options:
        choices = tuple(
            Choice(f"{PART}{one.value}", one.label or one.value) for one in question.options
        )
        return Column("Answer", line.id, kind="choice", choices=choices, fillable=True, wrap=True)
    if question.kind in RANGES:
        least, most = RANGES[question.kind]
        return Column(
            "Answer", line.id, kind="choice", fillable=True,
            choices=tuple(Choice(f"{PART}{n}", str(n)) for n in range(least, most + 1)),
        )  # fmt: skip
    kinds: dict[str, Kind] = {"number": "decimal", "date": "date"}
    return Column(
        "Answer", line.id, kind=kinds.get(question.kind, "text"), fillable=True, wrap=True
    )


TICK = Choice(f"{PART}yes", "Yes")
"""What stands beside an answer that was chosen among several."""
