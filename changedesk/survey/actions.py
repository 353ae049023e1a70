"""What a person can do with surveys and their questions: each is one undoable change."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any, Protocol

from changedesk.people.records import Project
from changedesk.store import sealed
from changedesk.store.change import Change
from changedesk.store.errors import UserError
from changedesk.store.workspace import Workspace
from changedesk.survey.answer_values import Asked, Offered
from changedesk.survey.answering import Questionnaire
from changedesk.survey.conditions import names, parse
from changedesk.survey.queries import Asking, questions, survey_row, waves
from changedesk.survey.ready import ReadySurvey, filled, ready_survey
from changedesk.survey.records import (
    AnswerBatch,
    Question,
    QuestionOption,
    Response,
    Survey,
    Wave,
)
from changedesk.survey.responding import withdraw_responses
from changedesk.survey.wording import check_key, free_key, key_of

NEVER = "false()"
"""The condition of a question that is asked no more and keeps the answers that it has."""
_FACTS = (
    "key", "kind", "text", "help", "block", "scale", "required", "relevant", "reverse", "element",
    "construct", "least", "most",
)  # fmt: skip
_FIXED = ("key", "kind", "scale", "reverse", "least", "most")


class Told(Asked, Protocol):
    """A question as a ready survey, a form or another survey tells it."""

    @property
    def text(self) -> str:
        """Return what is asked."""


def add_survey(workspace: Workspace, project: int, title: str, **fields: Any) -> int:
    """Make an empty survey and return its key."""
    with workspace.change(f"Make the survey {title}") as change:
        return int(change.add(Survey(project=project, title=title, **fields)).id)


def survey_from_ready(
    workspace: Workspace, project: int, name: str, blanks: Mapping[str, str] | None = None
) -> int:
    """Make a survey from one that comes with the program, its waves planned from go-live."""
    told = filled(ready_survey(name), blanks or {})
    with workspace.change(f"Make the survey {told.title}") as change:
        return add_ready(workspace, change, project, told)


def add_ready(workspace: Workspace, change: Change, project: int, told: ReadySurvey) -> int:
    """Make a ready survey with its waves within a change."""
    survey = change.add(
        Survey(
            project=project, title=told.title, purpose=told.purpose, mode=told.mode,
            welcome=told.welcome, thanks=told.thanks, ready=told.key,
        )
    )  # fmt: skip
    add_questions(change, survey.id, told.questions)
    go_live = workspace.get(Project, project).go_live
    planned = [
        {
            "survey": survey.id, "title": one.title, "occasion": one.occasion,
            "opens": _day(go_live, one.day),
        }
        for one in told.waves
    ]  # fmt: skip
    change.add_many(Wave, planned)
    return int(survey.id)


def _day(go_live: str, days: int | None) -> str:
    if not go_live or days is None:
        return ""
    return (date.fromisoformat(go_live) + timedelta(days=days)).isoformat()


def survey_from_form(
    workspace: Workspace, project: int, title: str, asked: Sequence[Told], **fields: Any
) -> int:
    """Make a survey with questions that a form or another survey tells; return its key."""
    Questionnaire(asked)
    with workspace.change(f"Make the survey {title}") as change:
        survey = change.add(Survey(project=project, title=title, **fields))
        add_questions(change, survey.id, asked)
    return int(survey.id)


def copy_survey(workspace: Workspace, survey: int, title: str) -> int:
    """Make a new survey with the same questions and without any answer; return its key."""
    old = workspace.get(Survey, survey)
    told = {
        name: getattr(old, name)
        for name in ("purpose", "mode", "min_cell", "welcome", "thanks", "layout", "owner", "ready")
    }
    asked = questions(workspace, survey)
    return survey_from_form(workspace, old.project_id, title, asked, linked=old.linked, **told)


def add_questions(
    change: Change, survey: int, asked: Sequence[Told], *, first: int = 1
) -> list[int]:
    """Make questions with the answers they offer within a change; return their keys."""
    keys = change.add_many(
        Question,
        [
            {"survey": survey, "position": place, **_facts(one)}
            for place, one in enumerate(asked, first)
        ],
    )
    change.add_many(
        QuestionOption,
        [
            row
            for key, one in zip(keys, asked, strict=True)
            for row in _option_rows(key, one.options)
        ],
    )
    return keys


def _facts(told: Told) -> dict[str, Any]:
    found = {name: getattr(told, name) for name in _FACTS if hasattr(told, name)}
    return {name: value for name, value in found.items() if value is not None}


def _option_rows(question: int, options: Sequence[Offered]) -> list[dict[str, Any]]:
    return [
        {
            "question": question, "position": place, "value": one.value, "label": one.label,
            "number": one.number, "meaning": one.meaning, "other": one.other,
        }
        for place, one in enumerate(options, 1)
    ]  # fmt: skip


# -- one question ---------------------------------------------------------------------------------


def add_question(
    workspace: Workspace,
    survey: int,
    kind: str,
    text: str,
    options: Sequence[Offered] = (),
    *,
    after: int | None = None,
    **fields: Any,
) -> int:
    """Add a question behind another one, or at the end; its key is made from its text.

    Raises UserError for a key that is taken or cannot be one, and for a condition that cannot be
    read.
    """
    there = questions(workspace, survey)
    taken = {one.key for one in there}
    key = fields.pop("key", "") or key_of(text, taken)
    _refuse_key(key, taken)
    _refuse_condition(there, fields.get("relevant", ""))
    at = next((n for n, one in enumerate(there, 1) if one.id == after), len(there))
    with workspace.change(f"Add the question {key}") as change:
        order = [one.id for one in there]
        made = change.add(
            Question(survey=survey, kind=kind, text=text, key=key, position=at + 1, **fields)
        )
        change.add_many(QuestionOption, _option_rows(made.id, options))
        order.insert(at, made.id)
        _number(change, order)
    return int(made.id)


def set_question(workspace: Workspace, question: int, **fields: Any) -> None:
    """Change a question; once it was answered, only what leaves its answers what they are.

    The text may be changed then to mend a slip; `reword` is for one that means something else.
    """
    record = workspace.get(Question, question)
    there = questions(workspace, record.survey_id)
    fixed = [name for name in _FIXED if name in fields and fields[name] != getattr(record, name)]
    if fixed and has_answers(workspace, record.survey_id):
        raise UserError(
            f"“{record.key}” has been answered: its kind, scale and key stay as they are. Add a "
            "question of its own instead."
        )
    if "key" in fixed:
        _refuse_key(fields["key"], {one.key for one in there if one.id != question})
    _refuse_condition(there, fields.get("relevant", ""))
    with workspace.change(f"Change the question {record.key}") as change:
        change.set(record, **fields)


def reword(workspace: Workspace, question: int, text: str) -> int:
    """Ask something else from now on: a new question, and the old one keeps its answers.

    A reworded item is a break in its series: it has a key of its own. Returns the new one.
    """
    record = workspace.get(Question, question)
    there = questions(workspace, record.survey_id)
    old = next(one for one in there if one.id == question)
    taken = {one.key for one in there}
    facts = _facts(old) | {"text": text, "key": free_key(old.key, taken)}
    with workspace.change(f"Reword the question {old.key}") as change:
        made = change.add(Question(survey=record.survey_id, position=old.position, **facts))
        change.add_many(QuestionOption, _option_rows(made.id, old.options))
        change.set(record, relevant=NEVER)
        order = [one.id for one in there]
        order.insert(order.index(question), made.id)
        _number(change, order)
    return int(made.id)


def move_question(workspace: Workspace, question: int, place: int) -> None:
    """Move a question to a place, counted from 1."""
    record = workspace.get(Question, question)
    order = [one.id for one in questions(workspace, record.survey_id)]
    order.remove(question)
    order.insert(max(0, place - 1), question)
    with workspace.change(f"Move the question {record.key}") as change:
        _number(change, order)


def remove_question(workspace: Workspace, question: int) -> None:
    """Take a question out; one that was answered is only asked no more."""
    record = workspace.get(Question, question)
    there = questions(workspace, record.survey_id)
    asking = [one.key for one in there if record.key in names(parse(one.relevant))]
    if asking:
        raise UserError(f"“{asking[0]}” is asked depending on “{record.key}”: change that first.")
    with workspace.change(f"Take the question {record.key} out") as change:
        if has_answers(workspace, record.survey_id):
            change.set(record, relevant=NEVER)
            return
        change.delete(record)
        _number(change, [one.id for one in there if one.id != question])


def set_options(workspace: Workspace, question: int, options: Sequence[Offered]) -> None:
    """Replace the answers that a question offers; those that were given cannot be taken away."""
    record = workspace.get(Question, question)
    values = [one.value for one in options]
    if len(set(values)) < len(values):
        raise UserError("Two answers have the same value: each needs one of its own.")
    old = next(one for one in questions(workspace, record.survey_id) if one.id == question)
    by_value = {one.value: one for one in old.options}
    gone = [one.id for one in old.options if one.value not in set(values)]
    if gone and has_answers(workspace, record.survey_id):
        raise UserError(f"“{record.key}” has been answered: answers it offers can only be added.")
    rows = _option_rows(question, options)
    with workspace.change(f"Change the answers to {record.key}") as change:
        change.delete_many(QuestionOption, gone)
        kept = {by_value[row["value"]].id: row for row in rows if row["value"] in by_value}
        fields = ("position", "label", "number", "meaning", "other")
        change.set_many(
            QuestionOption,
            {key: {name: row[name] for name in fields} for key, row in kept.items()},
        )
        change.add_many(QuestionOption, [row for row in rows if row["value"] not in by_value])


def _number(change: Change, order: Sequence[int]) -> None:
    change.set_many(Question, {key: {"position": place} for place, key in enumerate(order, 1)})


def _refuse_key(key: str, taken: set[str]) -> None:
    check_key(key)
    if key in taken:
        raise UserError(f"There is a question “{key}” already: choose another key.")


def _refuse_condition(there: Sequence[Asking], relevant: str) -> None:
    known = {one.key for one in there}
    for name in names(parse(relevant)):
        if name not in known:
            raise UserError(f"The condition asks about “{name}”, which is no question here.")


# -- the whole ------------------------------------------------------------------------------------


def has_answers(workspace: Workspace, survey: int) -> bool:
    """Tell whether anybody has answered, also where answers still wait to be counted."""
    asked = waves(workspace, survey)
    keys = [one.id for one in asked]
    for known in (Response, AnswerBatch):
        if workspace.row(known.select(known.id).where(known.wave.in_(keys))) is not None:
            return True
    with workspace.connected() as sql:
        return any(sealed.loose(sql, one.uid) for one in asked)


def set_survey(workspace: Workspace, survey: int, **fields: Any) -> None:
    """Change a survey; what was promised to those who answered stays.

    Raises UserError for a mode that would tell more than was promised, or a smaller cell.
    """
    row = survey_row(workspace, survey)
    mode, cell = fields.get("mode", row.mode), fields.get("min_cell", row.min_cell)
    looser = mode != row.mode or (cell or row.min_cell) < row.min_cell
    if looser and has_answers(workspace, survey):
        raise UserError(
            f"{row.code} has been answered under the promise that was made: its mode stays, and "
            "so does the smallest group that is shown."
        )
    record = workspace.get(Survey, survey)
    with workspace.change(f"Change the survey {row.code}") as change:
        change.set(record, **fields)


def remove_survey(workspace: Workspace, survey: int) -> None:
    """Withdraw a survey with all that belongs to it."""
    record = workspace.get(Survey, survey)
    asked = [one.id for one in waves(workspace, survey)]
    with workspace.change(f"Take the survey {record.code} out") as change:
        withdraw_responses(workspace, change, asked)
        change.delete(record)
