"""A question of a table with the way to read its answers."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from changedesk.exchange.surveys.drafts import AnswerDraft, QuestionDraft, QuestionKind
from changedesk.exchange.surveys.table import Column

SKIPPED = AnswerDraft(missing="skipped")
Answer = Callable[[int], AnswerDraft]


@dataclass(slots=True)
class Item:
    """A question with its columns and the reader of its answers, by the number of the response.

    `odd` are texts that are no answer to it, with the responses that have them.
    """

    question: QuestionDraft
    columns: list[Column]
    answer: Answer
    odd: tuple[tuple[str, int], ...] = ()


def by_text(column: Column, read: Callable[[str], AnswerDraft]) -> Answer:
    """Return the reader of a column in which the same text is always the same answer."""
    known = {text: read(text) for text in dict.fromkeys(column.texts)}
    return lambda at: known[column.texts[at]]


def scale_kind(question: QuestionDraft) -> QuestionKind:
    """Return what a scale is called in a grid and outside."""
    return "matrix" if question.block else "likert"


def odd_ones(column: Column, is_odd: Callable[[str], bool]) -> tuple[tuple[str, int], ...]:
    """Return the texts of a column that are no answer, with the response that has them."""
    odd = {text for text in dict.fromkeys(column.texts) if text and is_odd(text)}
    return tuple((text, at) for at, text in enumerate(column.texts) if odd and text in odd)


def letters(columns: Sequence[Column]) -> tuple[str, ...]:
    """Return the letters of columns."""
    return tuple(column.letter for column in columns)


def names_of(question: QuestionDraft, heading: str = "") -> tuple[str, ...]:
    """Return by what a person may name a question: key, words, heading, letter."""
    return (question.key, question.text, heading, *question.columns[:1])


def with_words(item: Item, others: Sequence[Column]) -> Item:
    """Put the words beside an option "Other" to the answer."""
    read = item.answer

    def answer(at: int) -> AnswerDraft:
        words = " ".join(text for column in others if (text := column.texts[at]))
        return replace(read(at), other=words) if words else read(at)

    return Item(item.question, [*item.columns, *others], answer, item.odd)
