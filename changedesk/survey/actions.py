"""What a person can do with surveys and their questions: each is one undoable change."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, Protocol

from changedesk.people.links import SUCCEEDED_BY, link
from changedesk.people.records import Project
from changedesk.store import sealed
from changedesk.store.change import Change
from changedesk.store.errors import UserError
from changedesk.store.workspace import Workspace
from changedesk.survey.answer_values import Asked, Offered
from changedesk.survey.answering import Questionnaire
from changedesk.survey.conditions import names, parse
from changedesk.survey.queries import Asking, asked_now, questions, waves
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
from changedesk.survey.wording import NEVER, check_key, free_key, key_of, wording_hash

_FACTS = (
    "key", "kind", "text", "help", "block", "scale", "required", "relevant", "reverse", "element",
    "construct", "least", "most",
)  # fmt: skip
_MEANING = ("kind", "block", "text", "scale", "least", "most")
_SAID = ("value", "label", "number", "meaning")


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
    workspace: Workspace,
    project: int,
    name: str,
    blanks: Mapping[str, str] | None = None,
    say: Callable[[str], str] = str,
) -> int:
    """Make a survey from one that comes with the program, its waves planned from go-live.

    `say` puts its texts into the language of whoever asks.
    """
    told = filled(ready_survey(name), blanks or {}, say)
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
    asked = asked_now(workspace, survey)
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


def make_questions(
    workspace: Workspace, change: Change, told: Sequence[Mapping[str, Any]]
) -> list[int]:
    """Make questions within a change; a key that is taken gets a number behind it.

    Raises UserError for what cannot be a key.
    """
    taken: dict[int, set[str]] = {}
    rows = []
    for one in told:
        survey = int(one["survey"])
        if survey not in taken:
            taken[survey] = {known.key for known in questions(workspace, survey)}
        key = one.get("key") or key_of(one.get("text", ""))
        check_key(key)
        rows.append({**one, "key": free_key(key, taken[survey])})
        taken[survey].add(rows[-1]["key"])
    return change.add_many(Question, rows)


def follow_question_edits(
    workspace: Workspace, _change: Change, edits: Mapping[int, Mapping[str, Any]]
) -> None:
    """Refuse what would let answers say something else than what people were asked.

    Raises UserError for another wording, kind or scale of a question that was answered here, for
    another key of one that was answered at all, and for a condition that cannot be read.
    """
    for question, values in edits.items():
        survey = workspace.get(Question, question).survey_id
        there = questions(workspace, survey)
        old = next(one for one in there if one.id == question)
        if values.get("key", old.key) != old.key:
            if has_answers(workspace, survey):
                raise UserError(f"“{old.key}” has been answered: its key stays as it is.")
            _refuse_key(values["key"], {one.key for one in there})
        _refuse_condition(there, values.get("relevant", ""))
        fresh = replace(old, **{name: values[name] for name in _MEANING if name in values})
        if not same_meaning(old, fresh) and asked_here(workspace, survey):
            raise UserError(
                f"“{old.key}” has been answered: with another wording, kind or scale it is another "
                "question. Use “Reword the question…” to ask it otherwise from now on."
            )


def follow_option_edits(
    workspace: Workspace, _change: Change, edits: Mapping[int, Mapping[str, Any]]
) -> None:
    """Refuse to make another answer of one that was given; see `follow_question_edits`."""
    for option, values in edits.items():
        question = workspace.get(Question, workspace.get(QuestionOption, option).question_id)
        asked = questions(workspace, question.survey_id)
        own = next(one for one in asked if one.id == question.id)
        old = next(one for one in own.options if one.id == option)
        said = {name: values[name] for name in _SAID if name in values}
        fresh = replace(old, **said)
        meant = replace(own, options=(fresh,))
        if fresh.value != old.value and has_answers(workspace, question.survey_id):
            raise UserError(f"“{own.key}” has been answered: the value of an answer stays.")
        if not same_meaning(replace(own, options=(old,)), meant) and asked_here(
            workspace, question.survey_id
        ):
            raise UserError(
                f"“{own.key}” has been answered: an answer that says something else makes it "
                "another question. Use “Reword the question…” to ask it otherwise from now on."
            )


def same_meaning(one: Asking, other: Asking) -> bool:
    """Tell whether two wordings ask the same: spaces, capitals and marks make no difference."""
    first, second = (
        (asked.kind, wording_hash(f"{asked.block} {asked.text}", asked.options, asked.scale,
                                  asked.least, asked.most))
        for asked in (one, other)
    )  # fmt: skip
    return first == second


def reword(workspace: Workspace, question: int, text: str) -> int:
    """Ask with other words from now on; return the question that is asked.

    A reworded question is a break in its series: once it was answered, a new one under a key of
    its own takes its place, and the old one keeps its answers.
    """
    record = workspace.get(Question, question)
    there = questions(workspace, record.survey_id)
    old = next(one for one in there if one.id == question)
    with workspace.change(f"Reword the question {old.key}") as change:
        if same_meaning(old, replace(old, text=text)) or not asked_here(
            workspace, record.survey_id
        ):
            change.set(record, text=text)
            return question
        facts = _facts(old) | {"text": text, "key": free_key(old.key, {one.key for one in there})}
        made = change.add(Question(survey=record.survey_id, position=old.position, **facts))
        change.add_many(QuestionOption, _option_rows(made.id, old.options))
        retire(workspace, change, question, made.id)
        order = [one.id for one in there]
        order.insert(order.index(question), made.id)
        _number(change, order)
    return int(made.id)


def retire(workspace: Workspace, change: Change, question: int, instead: int) -> None:
    """Let another question take the place of one that keeps its answers, within a change.

    Conditions that asked about the one ask about the other from now on.
    """
    record = workspace.get(Question, question)
    old, new = (f"${{{workspace.get(Question, key).key}}}" for key in (question, instead))
    conditions = {
        one.id: {"relevant": one.relevant.replace(old, new)}
        for one in questions(workspace, record.survey_id)
        if old in one.relevant
    }
    change.set_many(Question, conditions | {question: {"relevant": NEVER}})
    link(workspace, change, SUCCEEDED_BY, [(question, instead)])


def move_question(workspace: Workspace, question: int, place: int) -> None:
    """Move a question to a place, counted from 1."""
    record = workspace.get(Question, question)
    order = [one.id for one in questions(workspace, record.survey_id)]
    order.remove(question)
    order.insert(max(0, place - 1), question)
    with workspace.change(f"Move the question {record.key}") as change:
        _number(change, order)


def remove_questions(workspace: Workspace, change: Change, keys: Collection[int]) -> None:
    """Take questions out within a change; where the survey was answered they are asked no more.

    Raises UserError for one that another question’s condition asks about.
    """
    survey = workspace.get(Question, next(iter(keys))).survey_id
    there = questions(workspace, survey)
    gone = {one.key for one in there if one.id in keys}
    for one in there:
        about = sorted(gone.intersection(names(parse(one.relevant))))
        if about and one.id not in keys:
            raise UserError(f"“{one.key}” is asked depending on “{about[0]}”: change that first.")
    if has_answers(workspace, survey):
        change.set_many(Question, {key: {"relevant": NEVER} for key in keys})
        return
    change.delete_many(Question, list(keys))
    _number(change, [one.id for one in there if one.id not in keys])


def remove_options(workspace: Workspace, change: Change, keys: Collection[int]) -> None:
    """Take answers offered out within a change; raises UserError once the survey was answered."""
    option = workspace.get(QuestionOption, next(iter(keys)))
    question = workspace.get(Question, option.question_id)
    if has_answers(workspace, question.survey_id):
        raise UserError(
            f"“{question.key}” has been answered: answers that it offers can only be added."
        )
    change.delete_many(QuestionOption, list(keys))


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


def asked_here(workspace: Workspace, survey: int) -> bool:
    """Tell whether somebody was asked in these words: answers that a file brought were asked there.

    What the program guessed of a file stays to be mended.
    """
    asked = waves(workspace, survey)
    keys = [one.id for one in asked]
    came = workspace.row(
        Response.select(Response.id).where(Response.wave.in_(keys) & (Response.channel != "import"))
    )
    batch = workspace.row(
        AnswerBatch.select(AnswerBatch.id).where(
            AnswerBatch.wave.in_(keys) & (AnswerBatch.sources == "")
        )
    )
    if came is not None or batch is not None:
        return True
    with workspace.connected() as sql:
        return any(sealed.loose(sql, one.uid) for one in asked)


def remove_survey(workspace: Workspace, survey: int) -> None:
    """Withdraw a survey with all that belongs to it."""
    record = workspace.get(Survey, survey)
    asked = [one.id for one in waves(workspace, survey)]
    with workspace.change(f"Take the survey {record.code} out") as change:
        withdraw_responses(workspace, change, asked)
        change.delete(record)
