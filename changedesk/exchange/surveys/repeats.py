"""Questions that a form asks several times of one person, on a sheet of their own (Kobo, ODK)."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from changedesk.exchange.drafts import RowNote
from changedesk.exchange.surveys.drafts import AnswerDraft, QuestionDraft, SurveyDraft
from changedesk.exchange.surveys.table import AnswerTable, Column

_PARENT = frozenset({"_parent_index", "parent_key"})
_OWN = frozenset({"_index", "key", "meta/instanceid", "meta-instanceid"})
_OPTIONS = frozenset({"single", "multi", "likert", "matrix"})
LEFT_OUT = "the response that it belongs to is left out"
NO_PARENT = "the response that it belongs to is not in the file"


def is_repeat(table: AnswerTable) -> bool:
    """Tell a sheet whose rows belong to rows of another sheet."""
    return _column(table, _PARENT) is not None


def with_repeats(
    main: SurveyDraft,
    table: AnswerTable,
    all_parents: frozenset[str],
    repeat: SurveyDraft,
    repeat_table: AnswerTable,
) -> SurveyDraft:
    """Return the draft with what a sheet of repeats says, all answers of a person together.

    `all_parents` are the numbers of all rows of the main sheet, also of those left out.
    """
    numbers, parents = _column(table, _OWN), _column(repeat_table, _PARENT)
    if numbers is None or parents is None:
        return main
    at_of = {number: at for at, number in enumerate(numbers.texts)}
    said: defaultdict[int, list[Mapping[str, AnswerDraft]]] = defaultdict(list)
    skipped, rejected, joined = list(repeat.skipped), list(repeat.rejected), 0
    for number, one in zip(parents.texts, repeat.respondents, strict=True):
        if number in at_of:
            said[at_of[number]].append(one.answers)
            joined += 1
        elif one.where is not None:
            known = number in all_parents
            note = RowNote(one.where, LEFT_OUT if known else NO_PARENT)
            (skipped if known else rejected).append(note)
    taken = {question.key for question in main.questions}
    questions = [_repeated(question, repeat.sheet, taken) for question in repeat.questions]
    people = tuple(
        replace(one, answers={**one.answers, **{
            new.key: _together(new, [answers[old.key] for answers in said[at]])
            for old, new in zip(repeat.questions, questions, strict=True)
        }})
        for at, one in enumerate(main.respondents)
    )  # fmt: skip
    return replace(
        main,
        questions=(*main.questions, *questions),
        respondents=people,
        skipped=(*main.skipped, *skipped),
        rejected=(*main.rejected, *rejected),
        columns=(*main.columns, *repeat.columns),
        joined_rows=main.joined_rows + joined,
    )


def parents_of(table: AnswerTable) -> frozenset[str]:
    """Return the numbers of all rows of a sheet, before any is left out."""
    column = _column(table, _OWN)
    return frozenset(column.texts) if column is not None else frozenset()


def _column(table: AnswerTable, names: frozenset[str]) -> Column | None:
    return next(
        (column for column in table.columns if column.cells[0].strip().lower() in names), None
    )


def _repeated(question: QuestionDraft, sheet: str, taken: set[str]) -> QuestionDraft:
    key = question.key if question.key not in taken else f"{sheet}/{question.key}"
    return replace(
        question, key=key, block=sheet, scale=None, reverse=False, scale_name="",
        kind="multi" if question.kind in _OPTIONS else "text",
        guess="asked several times of one person; all answers together", sure=False,
    )  # fmt: skip


def _together(question: QuestionDraft, answers: Sequence[AnswerDraft]) -> AnswerDraft:
    real = [answer for answer in answers if not answer.missing]
    if not real:
        return next(iter(answers), AnswerDraft(missing="not_shown"))
    text = "\n".join(answer.text for answer in real if answer.text)
    if question.kind == "text":
        return AnswerDraft(text=text)
    options = dict.fromkeys(option for answer in real for option in answer.options)
    return AnswerDraft(options=tuple(options), text=text)
