"""What a person can ask about surveys: typed rows, each read once."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from changedesk.people.links import SUCCEEDED_BY, links
from changedesk.people.records import Group
from changedesk.store.errors import UserError
from changedesk.store.workspace import Workspace
from changedesk.survey.answering import Questionnaire
from changedesk.survey.records import (
    Invitation,
    Question,
    QuestionOption,
    Reminder,
    Survey,
    Wave,
)
from changedesk.survey.wording import NEVER

SMALLEST_CELL = 5
"""The smallest group that is shown, where a survey says nothing else."""


@dataclass(frozen=True, slots=True)
class Option:
    """An answer that a question offers."""

    id: int
    value: str
    label: str
    number: int | None
    meaning: str
    other: bool


@dataclass(frozen=True, slots=True)
class Asking:
    """A question with the answers that it offers.

    `replaces` is the key of the one that it is a rewording of: a series of its own begins with it.
    """

    id: int
    position: int
    key: str
    kind: str
    text: str
    help: str
    block: str
    scale: str
    required: bool
    relevant: str
    reverse: bool
    element: str
    construct: str
    least: int | None
    most: int | None
    options: tuple[Option, ...]
    replaces: str = ""

    @property
    def retired(self) -> bool:
        """Tell whether it is asked no more and only keeps the answers that it has."""
        return self.relevant == NEVER


@dataclass(frozen=True, slots=True)
class SurveyRow:
    """A survey; `min_cell` is the smallest group that is shown."""

    id: int
    project: int
    code: str
    title: str
    purpose: str
    mode: str
    min_cell: int
    welcome: str
    thanks: str
    layout: str
    linked: bool
    status: str
    owner: str
    ready: str

    @property
    def anonymous(self) -> bool:
        """Tell whether nobody may learn who answered, nor when."""
        return self.mode == "anonymous"


@dataclass(frozen=True, slots=True)
class WaveRow:
    """One time at which a survey is asked; `margin` is the error allowed, in points."""

    id: int
    uid: bytes
    survey: int
    code: str
    title: str
    occasion: str
    opens: str
    closes: str
    status: str
    margin: int


@dataclass(frozen=True, slots=True)
class Invited:
    """How many of a group were asked in a wave; `group` is None for everybody else."""

    id: int
    wave: int
    group: int | None
    name: str
    invited: int
    ineligible: int


_SURVEY = (
    Survey.id, Survey.project, Survey.code, Survey.title, Survey.purpose, Survey.mode,
    Survey.min_cell, Survey.welcome, Survey.thanks, Survey.layout, Survey.linked, Survey.status,
    Survey.owner, Survey.ready,
)  # fmt: skip


def surveys(workspace: Workspace, project: int) -> list[SurveyRow]:
    """Return the surveys of a project by their codes."""
    query = Survey.select(*_SURVEY).where(Survey.project == project).order_by(Survey.code)
    return [_survey(row) for row in workspace.rows(query)]


def survey_row(workspace: Workspace, survey: int) -> SurveyRow:
    """Return a survey; raises UserError where it is not there any more."""
    row = workspace.row(Survey.select(*_SURVEY).where(Survey.id == survey))
    if row is None:
        raise UserError("This survey is not there any more.")
    return _survey(row)


def survey_called(workspace: Workspace, project: int, code: str) -> SurveyRow:
    """Return the survey of this code or title; raises UserError, naming those there are."""
    found = surveys(workspace, project)
    wanted = code.strip().casefold()
    for one in found:
        if wanted in (one.code.casefold(), one.title.casefold()):
            return one
    there = ", ".join(one.code for one in found) or "none yet"
    raise UserError(f"There is no survey {code} in this project; there is {there}.")


def _survey(row: Any) -> SurveyRow:
    return SurveyRow(
        row.id, row.project, row.code, row.title, row.purpose, row.mode,
        row.min_cell or SMALLEST_CELL, row.welcome, row.thanks, row.layout, bool(row.linked),
        row.status, row.owner, row.ready,
    )  # fmt: skip


def questions(workspace: Workspace, survey: int) -> tuple[Asking, ...]:
    """Return the questions of a survey in their order, each with the answers it offers."""
    options: dict[int, list[Option]] = defaultdict(list)
    for row in workspace.rows(
        QuestionOption.select(
            QuestionOption.question, QuestionOption.id, QuestionOption.value,
            QuestionOption.label, QuestionOption.number, QuestionOption.meaning,
            QuestionOption.other,
        )
        .join(Question, on=(Question.id == QuestionOption.question))
        .where(Question.survey == survey)
        .order_by(QuestionOption.position, QuestionOption.id)
    ):  # fmt: skip
        options[row.question].append(
            Option(row.id, row.value, row.label, row.number, row.meaning, bool(row.other))
        )
    rows = workspace.rows(
        Question.select(
            Question.id, Question.position, Question.key, Question.kind, Question.text,
            Question.help, Question.block, Question.scale, Question.required, Question.relevant,
            Question.reverse, Question.element, Question.construct, Question.least,
            Question.most,
        )
        .where(Question.survey == survey)
        .order_by(Question.position, Question.id)
    )  # fmt: skip
    retired = {row.id: row.key for row in rows if row.relevant == NEVER}
    # Only what is asked no more can have been reworded: most surveys need not look.
    after = links(workspace, SUCCEEDED_BY) if retired else {}
    before = {new: key for old, key in retired.items() for new in after.get(old, ())}
    return tuple(
        Asking(
            row.id, row.position or 0, row.key, row.kind, row.text, row.help, row.block,
            row.scale, bool(row.required), row.relevant, bool(row.reverse), row.element,
            row.construct, row.least, row.most, tuple(options[row.id]), before.get(row.id, ""),
        )
        for row in rows
    )  # fmt: skip


def asked_now(workspace: Workspace, survey: int) -> tuple[Asking, ...]:
    """Return the questions that a form asks: those that are asked no more are left out."""
    return tuple(one for one in questions(workspace, survey) if not one.retired)


def questionnaire(workspace: Workspace, survey: int) -> Questionnaire[Asking]:
    """Return the way through the questions of a survey; raises UserError for a bad condition."""
    return Questionnaire(questions(workspace, survey))


def waves(workspace: Workspace, survey: int) -> list[WaveRow]:
    """Return the waves of a survey in the order in which they were asked."""
    return _waves(workspace, Wave.survey == survey)


def wave_row(workspace: Workspace, wave: int) -> WaveRow:
    """Return a wave; raises UserError where it is not there any more."""
    found = _waves(workspace, Wave.id == wave)
    if not found:
        raise UserError("This wave is not there any more.")
    return found[0]


def wave_called(workspace: Workspace, survey: int, code: str) -> WaveRow:
    """Return the wave of this code or title; raises UserError, naming those there are."""
    found = waves(workspace, survey)
    wanted = code.strip().casefold()
    for one in found:
        if wanted in (one.code.casefold(), one.title.casefold()):
            return one
    there = ", ".join(one.code for one in found) or "none yet"
    raise UserError(f"There is no wave {code} of this survey; there is {there}.")


def _waves(workspace: Workspace, condition: Any) -> list[WaveRow]:
    rows = workspace.rows(
        Wave.select(
            Wave.id, Wave.survey, Wave.code, Wave.title, Wave.occasion, Wave.opens, Wave.closes,
            Wave.status, Wave.margin,
        ).where(condition)
    )  # fmt: skip
    uids = _uids(workspace, [row.id for row in rows])
    # A wave without a day comes after those that have one, in the order they were made.
    rows.sort(key=lambda row: (not row.opens, row.opens, len(row.code), row.code, row.id))
    return [
        WaveRow(
            row.id, uids[row.id], row.survey, row.code, row.title, row.occasion, row.opens,
            row.closes, row.status, row.margin or 5,
        )
        for row in rows
    ]  # fmt: skip


def _uids(workspace: Workspace, keys: Collection[int]) -> dict[int, bytes]:
    with workspace.connected() as sql:
        rows = sql.by_keys("SELECT id, uid FROM entity WHERE id IN ({keys})", keys)
    return {int(key): bytes(uid) for key, uid in rows}


def invitations(workspace: Workspace, survey: int) -> list[Invited]:
    """Return who was asked in the waves of a survey, as it was then, by the groups' names."""
    rows = workspace.rows(
        Invitation.select(
            Invitation.id, Invitation.wave, Invitation.group, Group.name, Invitation.invited,
            Invitation.ineligible,
        )
        .join(Wave, on=(Wave.id == Invitation.wave))
        .left_outer_join(Group, on=(Group.id == Invitation.group))
        .where(Wave.survey == survey)
        .order_by(Group.name, Invitation.id)
    )  # fmt: skip
    return [
        Invited(row.id, row.wave, row.group, row.name or "", row.invited or 0, row.ineligible or 0)
        for row in rows
    ]


def reminders(workspace: Workspace, survey: int) -> dict[int, list[str]]:
    """Return on which days people were reminded, by wave."""
    rows = workspace.rows(
        Reminder.select(Reminder.wave, Reminder.sent)
        .join(Wave, on=(Wave.id == Reminder.wave))
        .where(Wave.survey == survey)
        .order_by(Reminder.sent, Reminder.id)
    )
    found: dict[int, list[str]] = defaultdict(list)
    for row in rows:
        found[row.wave].append(row.sent)
    return dict(found)
