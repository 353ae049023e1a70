"""Tells who was never shown a question from who left it out: by an answer given before."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from changedesk.exchange.surveys.drafts import AnswerDraft
from changedesk.exchange.surveys.items import Item

_FEWEST = 5
_OTHERS_ANSWER = 0.85
_MOST_OPTIONS = 12
_NOT_SHOWN = AnswerDraft(missing="not_shown")

Answers = list[dict[str, AnswerDraft]]
Rows = frozenset[int]


@dataclass(frozen=True, slots=True)
class _Gate:
    """A question that may decide what comes next: who gave which answer, and who gave none."""

    text: str
    by_label: dict[str, Rows]
    silent: Rows


def mark_branches(items: Sequence[Item], answers: Answers) -> None:
    """Mark blanks as not shown where everybody who gave a certain answer before left them.

    Nearly all others have to have answered; so a question that many skip stays skipped.
    """
    gates: list[_Gate] = []
    for item in items:
        key = item.question.key
        blank = frozenset(at for at, row in enumerate(answers) if _is_blank(row[key]))
        # N/A is an answer to a question that was shown.
        real = len(answers) - len(blank)
        for gate in reversed(gates if len(blank) >= _FEWEST <= real else []):
            labels = [label for label, rows in gate.by_label.items() if rows <= blank]
            # Who gave no answer at the gate is not shown what lies behind it either.
            hidden = Rows().union(*(gate.by_label[label] for label in labels), gate.silent & blank)
            if labels and real >= _OTHERS_ANSWER * (len(answers) - len(hidden)):
                _hide(item, answers, hidden, labels, gate)
                break
        if item.question.kind == "single" and len(item.question.options) <= _MOST_OPTIONS:
            gates.append(_gate(item, answers))


def _is_blank(answer: AnswerDraft) -> bool:
    return answer.missing == "skipped" and not answer.text


def _hide(item: Item, answers: Answers, hidden: Rows, labels: Sequence[str], gate: _Gate) -> None:
    for at in hidden:
        answers[at][item.question.key] = _NOT_SHOWN
    said = " or ".join(f"“{label}”" for label in labels)
    why = f"{item.question.guess}; not shown to who said {said} to “{gate.text}”"
    item.question = replace(item.question, guess=why)


def _gate(item: Item, answers: Answers) -> _Gate:
    question = item.question
    by_code: defaultdict[tuple[str, ...], set[int]] = defaultdict(set)
    for at, row in enumerate(answers):
        by_code[row[question.key].options].add(at)
    rows = {option.label: frozenset(by_code[(option.code,)]) for option in question.options}
    return _Gate(
        question.text,
        {label: who for label, who in rows.items() if len(who) >= _FEWEST},
        frozenset(by_code[()]),
    )
