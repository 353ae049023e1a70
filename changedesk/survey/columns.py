"""The answers of many responses laid out by question, so that each is looked at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from changedesk.survey.figures import ANSWERS, scores_of
from changedesk.survey.queries import Asking


@dataclass(frozen=True, slots=True)
class Columns:
    """What each response says to each question, by the question's key, in one order of responses.

    `answered` tells where something was answered.
    """

    answers: Mapping[str, Sequence[Any]]
    answered: Mapping[str, Sequence[bool]]
    _scores: dict[str, list[float | None]] = field(default_factory=dict)

    def scores(self, question: Asking) -> list[float | None]:
        """Return what the answers to a question count as, before any reversing."""
        if question.key not in self._scores:
            self._scores[question.key] = scores_of(question, self.answers[question.key])
        return self._scores[question.key]

    def at(self, places: Sequence[int]) -> "Columns":
        """Return the same of some responses only."""
        return Columns(
            {key: [column[at] for at in places] for key, column in self.answers.items()},
            {key: [column[at] for at in places] for key, column in self.answered.items()},
        )


def columns_of(questions: Sequence[Asking], answers: Sequence[Mapping[str, Any]]) -> Columns:
    """Lay answers out by question."""
    columns = {one.key: [given.get(one.key) for given in answers] for one in questions}
    answered = {
        key: [isinstance(one, ANSWERS) for one in column] for key, column in columns.items()
    }
    return Columns(columns, answered)
