"""The answers one by one, as far as the mode allows.

Identified: a row for each person, with the name. Confidential: how often each answer was given,
question by question, so that no two answers meet. Anonymous: rows of the ratings alone, sorted by
what they say; what tells about a person (choices, figures, days) stands by itself, so that it
cannot be met with opinions. What is written stands by itself as well.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from changedesk.office.layout import Column, Sheet, TableSheet, Value
from changedesk.survey.answer_values import OTHER
from changedesk.survey.columns import columns_of
from changedesk.survey.figure_words import hidden_words
from changedesk.survey.figures import is_answer
from changedesk.survey.given import Given
from changedesk.survey.queries import Asking
from changedesk.survey.results import WaveFigures
from changedesk.survey.told import SurveyTold

_RATINGS = ("likert", "matrix", "csat", "adkar", "sus", "nps")
_JOINT = " · "


def answer_sheets(told: SurveyTold) -> tuple[Sheet, ...]:
    """Return the sheets of answers that the mode of the survey allows."""
    mode = told.survey.mode
    if mode == "identified":
        return _by_person(told), _missing(told)
    if mode == "anonymous":
        return _rows(told), _counts(told, ratings=False), _texts(told)
    return _counts(told, ratings=True), _texts(told)


def _title(wave: WaveFigures) -> str:
    return f"{wave.wave.code} {wave.wave.title}"


def _said(question: Asking, answer: object) -> str:
    """Return an answer in the words that were offered; "" where there is none."""
    if not is_answer(answer):
        return ""
    labels = {one.value: one.label or one.value for one in question.options}
    values = answer if isinstance(answer, list) else [answer]
    return _JOINT.join(labels.get(str(one), str(one)) for one in values)


# -- identified -----------------------------------------------------------------------------------


def _by_person(told: SurveyTold) -> TableSheet:
    rows = []
    for wave in told.answered:
        responses = told.told.of(wave.wave)
        answers = columns_of(told.asked, [one.answers for one in responses]).answers
        for at, one in enumerate(responses):
            said = [_said(question, answers[question.key][at]) for question in told.asked]
            rows.append((_title(wave), *_about(told, one), *said))
    return TableSheet(
        "Answers",
        "Answers, one by one",
        (
            Column("Wave", "wave", 26, wrap=True),
            Column("Who", "who", 24, strong=True),
            Column("Group", "group", 26, wrap=True),
            Column("Partial", "partial", 9),
            *(Column(one.text, f"q{one.key}", 18, wrap=True) for one in told.asked),
        ),
        sorted(rows),
        key="answers",
        note="Everybody was told that answers are kept with names.",
        frozen_columns=2,
        empty="Nobody has answered yet.",
    )


def _about(told: SurveyTold, one: Given) -> tuple[str, str, str]:
    name = told.names.get(one.person, "") if one.person is not None else ""
    group = told.told.groups.get(one.group, "") if one.group is not None else ""
    return name or "not named", group, "yes" if one.partial else ""


def _missing(told: SurveyTold) -> TableSheet:
    rows = [
        (_title(wave), told.told.groups.get(group, ""), name)
        for wave in told.whole.waves
        for group, names in told.missing[wave.wave.id].items()
        for name in names
    ]
    return TableSheet(
        "Missing",
        "Who has not answered",
        (
            Column("Wave", "wave", 30, wrap=True),
            Column("Group", "group", 34, wrap=True),
            Column("Who", "who", 34, strong=True),
        ),
        rows,
        key="missing",
        note="Those in the groups that were asked, as they are today, without a complete answer.",
        landscape=False,
        empty="Nobody is missing, or no group was asked.",
    )


# -- anonymous ------------------------------------------------------------------------------------


def _rows(told: SurveyTold) -> TableSheet:
    asked = [one for one in told.asked if one.kind in _RATINGS]
    rows = [row for wave in told.answered for row in _wave_rows(told, wave, asked)]
    return TableSheet(
        "Answers",
        "Answers, one row for each person, in the order of what they say",
        (
            Column("Wave", "wave", 26, wrap=True, strong=True),
            *(Column(one.text, f"q{one.key}", 18, wrap=True) for one in asked),
        ),
        rows,
        key="answers",
        note="No name, group, time or order is kept. Ratings only: what tells about a person "
        "stands on the sheet “Other answers”, apart from them.",
        empty="No answers can be shown yet.",
    )


def _wave_rows(
    told: SurveyTold, wave: WaveFigures, asked: Sequence[Asking]
) -> Iterable[tuple[str, ...]]:
    if wave.suppressed or wave.waiting or not asked:
        said = "shown when closed" if wave.waiting else hidden_words(told.least)
        return [(_title(wave), said, *[""] * (len(asked) - 1))] if asked else []
    hidden = {one.question.key for one in wave.items if one.suppressed}
    responses = told.told.of(wave.wave)
    answers = columns_of(told.asked, [one.answers for one in responses]).answers
    rows = []
    for at in range(len(responses)):
        said_row = [
            hidden_words(told.least) if one.key in hidden else _said(one, answers[one.key][at])
            for one in asked
        ]
        rows.append((_title(wave), *said_row))
    return sorted(rows)


# -- question by question -------------------------------------------------------------------------


def _counts(told: SurveyTold, *, ratings: bool) -> TableSheet:
    asked = [
        one
        for one in told.asked
        if one.kind != "text" and (ratings or one.kind not in _RATINGS)
    ]  # fmt: skip
    return TableSheet(
        "Answers" if ratings else "Other answers",
        "Answers, question by question",
        (
            Column("Wave", "wave", 26, wrap=True),
            Column("Question", "question", 50, wrap=True, strong=True),
            Column("Answer", "answer", 44, wrap=True),
            Column("Times given", "times", 20, "integer"),
        ),
        [row for wave in told.answered for row in _wave_counts(told, wave, asked)],
        key="answers" if ratings else "other",
        note="Nobody is named, and no two answers of one person stand together.",
        group_by="question",
        empty="There are no such answers.",
    )


def _wave_counts(
    told: SurveyTold, wave: WaveFigures, asked: Sequence[Asking]
) -> Iterable[tuple[Value, ...]]:
    responses = told.told.of(wave.wave)
    columns = columns_of(told.asked, [one.answers for one in responses])
    items = {one.question.key: one for one in wave.items}
    for question in asked:
        if items[question.key].suppressed:
            yield _title(wave), question.text, "", hidden_words(told.least)
            continue
        counts = _given(question, columns.answers)
        for answer, times in sorted(counts.items()):
            yield _title(wave), question.text, answer, times


def _given(question: Asking, answers: Mapping[str, Sequence[object]]) -> Counter[str]:
    """Count each answer; of several that one person gave, each by itself."""
    found: Counter[str] = Counter()
    for one in answers[question.key]:
        for part in one if isinstance(one, list) else [one]:
            said = _said(question, part)
            if said:
                found[said] += 1
    return found


# -- texts ----------------------------------------------------------------------------------------


def _texts(told: SurveyTold) -> TableSheet:
    asked = {one.key: one for one in told.asked}
    rows = []
    for wave in told.answered:
        for (where, key), said in told.texts.items():
            if where == wave.wave.id:
                text = asked[key.removesuffix(OTHER)].text
                rows += [
                    (_title(wave), text, one.text, "yes" if one.released else "") for one in said
                ]
    return TableSheet(
        "Comments",
        "What people wrote",
        (
            Column("Wave", "wave", 26, wrap=True),
            Column("Question", "question", 40, wrap=True),
            Column("Comment", "comment", 80, wrap=True, strong=True),
            Column("May be quoted", "released", 10),
        ),
        rows,
        key="comments",
        note="In the order of the texts. Fewer than ten comments to a question are not shown: a "
        "text may tell who wrote it.",
        group_by="question",
        empty="No comments can be shown.",
    )
