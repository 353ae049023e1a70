"""The way through the questions of a survey: what is shown, what comes next, what is missing.

Kiosk, keying of paper answers and returned forms all go this way. Answers are a mapping from the
key of a question to its value, to a list of values, or to {"missing": reason}; words beside a
value stand under "key/other". An answer whose question is hidden stays in the mapping, so that
it is there when the question comes back, and counts nowhere.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from changedesk.store.errors import UserError
from changedesk.survey.answer_values import (
    NOT_SHOWN,
    OTHER,
    Asked,
    Fault,
    fault_of,
    is_blank,
    kept,
    reason_of,
    values_of,
    words_of,
)
from changedesk.survey.conditions import Condition, holds, parse

Answers = Mapping[str, object]
Q = TypeVar("Q", bound=Asked)


@dataclass(frozen=True, slots=True)
class Page(Generic[Q]):
    """What is shown at once: one question, or the rows of one grid under their `block`."""

    block: str
    questions: tuple[Q, ...]


class Questionnaire(Generic[Q]):
    """The questions of a survey in their order, with their conditions read once.

    A condition sees the answers to the questions before its own. Raises UserError that names the
    question whose condition cannot be read.
    """

    def __init__(self, questions: Iterable[Q]) -> None:
        self.questions: tuple[Q, ...] = tuple(questions)
        self._places = {one.key: place for place, one in enumerate(self.questions)}
        self._conditions = [_condition(one) for one in self.questions]

    def question(self, key: str) -> Q:
        """Return the question of this key; raises UserError where there is none."""
        if key not in self._places:
            raise UserError(f"The survey has no question “{key}”.")
        return self.questions[self._places[key]]

    def shown(self, answers: Answers) -> tuple[Q, ...]:
        """Return the questions that these answers let a person see, notes included."""
        seen: list[Q] = []
        counted: dict[str, object] = {}
        for question, condition in zip(self.questions, self._conditions, strict=True):
            if holds(condition, counted):
                seen.append(question)
                counted[question.key] = _for_conditions(question, answers)
        return tuple(seen)

    def pages(self, answers: Answers) -> tuple[Page[Q], ...]:
        """Return what is shown, the rows of a grid together."""
        pages: list[Page[Q]] = []
        for question in self.shown(answers):
            grid = question.kind == "matrix" and bool(question.block)
            last = pages[-1] if pages else None
            if grid and last and last.questions[-1].kind == "matrix" and _same_grid(last, question):
                pages[-1] = Page(last.block, (*last.questions, question))
            else:
                pages.append(Page(question.block, (question,)))
        return tuple(pages)

    def lacking(self, answers: Answers) -> tuple[Q, ...]:
        """Return the required questions that are shown and have no answer."""
        return tuple(
            one
            for one in self.shown(answers)
            if one.required and one.kind != "note" and is_blank(answers.get(one.key))
        )

    def faults(self, answers: Answers) -> dict[str, Fault]:
        """Return what is wrong with the answers that count, by key; required ones that lack too."""
        found: dict[str, Fault] = {}
        for question in self.shown(answers):
            fault = fault_of(question, answers.get(question.key), words_of(answers, question.key))
            if fault is None and question.required and question.kind != "note":
                blank = is_blank(answers.get(question.key))
                fault = Fault("required") if blank else None
            if fault is not None:
                found[question.key] = fault
        return found

    def settled(self, answers: Answers, reached: str | None = None) -> dict[str, object]:
        """Return the answers as they are kept: hidden ones out, a reason where there is none.

        `reached` is the last question that an interrupted person saw; what comes after it was
        not shown. Values are kept as they are: ask `faults` first.
        """
        shown = {one.key for one in self.shown(answers)}
        last = len(self.questions) if reached is None else self._place(reached)
        done: dict[str, object] = {}
        for place, question in enumerate(self.questions):
            if question.kind == "note":
                continue
            answer = answers.get(question.key)
            if question.key not in shown or (place > last and is_blank(answer)):
                done[question.key] = {"missing": NOT_SHOWN}
                continue
            done[question.key] = kept(question, answer)
            words = words_of(answers, question.key)
            if words:
                done[question.key + OTHER] = words
        return done

    def resumed(self, settled: Answers) -> dict[str, object]:
        """Return the answers that a person goes on from: what `settled` kept, without its gaps."""
        going_on: dict[str, object] = {}
        for question in self.questions:
            answer = settled.get(question.key)
            if not is_blank(answer):
                offered = _option_of(question, reason_of(answer))
                going_on[question.key] = offered[0] if offered else answer
            if words := words_of(settled, question.key):
                going_on[question.key + OTHER] = words
        return going_on

    def answered(self, answers: Answers) -> tuple[int, int]:
        """Return how many of the questions that are shown have an answer, and how many those are.

        Notes ask nothing and do not count.
        """
        asked = [one for one in self.shown(answers) if one.kind != "note"]
        return sum(not is_blank(answers.get(one.key)) for one in asked), len(asked)

    def _place(self, key: str) -> int:
        return self._places[self.question(key).key]


def _condition(question: Asked) -> Condition:
    try:
        return parse(question.relevant)
    except UserError as error:
        raise UserError(f"Question “{question.key}”: {error}") from None


def _same_grid(page: Page[Q], question: Q) -> bool:
    first = page.questions[0]
    return page.block == question.block and _labels(first) == _labels(question)


def _labels(question: Asked) -> Sequence[tuple[str, str]]:
    return [(one.value, one.label) for one in question.options]


def _for_conditions(question: Asked, answers: Answers) -> object:
    """Return an answer as conditions see it: one value, several, or nothing.

    An option that means “no answer” is seen as its value, also once only the reason is kept.
    """
    answer = answers.get(question.key)
    values = values_of(answer) or _option_of(question, reason_of(answer))
    if question.kind in ("multi", "rank"):
        return values
    if question.kind == "note":
        return ""
    return values[0] if values else ""


def _option_of(question: Asked, reason: str) -> tuple[str, ...]:
    """Return the value of the option that means this reason, if one does."""
    return tuple(one.value for one in question.options if reason and one.meaning == reason)[:1]
