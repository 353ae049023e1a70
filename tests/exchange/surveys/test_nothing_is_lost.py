"""Whatever a table holds: every row is told of, every answer fits its question, twice is once."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from changedesk.exchange.sheets import ForeignFile, SheetData
from changedesk.exchange.surveys.choices import Choices
from changedesk.exchange.surveys.reading import answer_tables, surveys_of
from changedesk.store.errors import UserError

HEADINGS = st.sampled_from([
    "", "ID", "Start time", "Completion time", "Timestamp", "Respondent ID", "ResponseId", "Status",
    "Finished", "_uuid", "_index", "_parent_index", "submitdate", "lastpage", "seed", "Team",
    "Email", "Name", "t", "q_1", "q_2", "Q1", "Q1_1", "Q1_2", "Q1_2_TEXT", "Item [a]", "Item [b]",
    "sus[1]", "g/q", "g/q/x", "g/q/y", "How likely are you to recommend it?", "Age",
    "Why?", "Other",
])  # fmt: skip
CELLS = st.sampled_from([
    "", "", "1", "2", "3", "5", "10", "99", "-9", "0", "x", "Yes", "No", "Agree", "Disagree",
    "Strongly agree", "N/A", "A;B;", "A;", "B, C", "C", "x y", "test", "Total", "2024-03-01 10:00",
    "03/04/2024", "free words", "4 - often", "Survey Preview", "True", '{"ImportId":"q"}', "North",
])  # fmt: skip
TABLES = st.builds(
    lambda head, rows: (head, *rows),
    st.lists(HEADINGS, min_size=1, max_size=9),
    st.lists(st.lists(CELLS, max_size=10), min_size=1, max_size=14),
)


def file_of(*tables: tuple[list[str], ...]) -> ForeignFile:
    sheets = tuple(
        SheetData(f"Sheet {at}", tuple(map(tuple, rows)), delimited=len(tables) == 1)
        for at, rows in enumerate(tables, 1)
    )
    return ForeignFile(Path("answers.xlsx"), "xlsx", sheets)


@given(st.lists(TABLES, min_size=1, max_size=2))
def test_every_row_of_a_table_is_told_of(tables: list[tuple[list[str], ...]]) -> None:
    file = file_of(*tables)
    try:
        found = surveys_of(file, Choices())
    except UserError:
        assert not answer_tables(file)
        return
    assert found.account.balanced
    assert found.account.made == sum(len(draft.respondents) for draft in found.drafts)
    for draft in found.drafts:
        keys = {question.key for question in draft.questions}
        assert len(keys) == len(draft.questions)
        marks = {one.identity for one in draft.respondents}
        assert len(marks) == len(draft.respondents)
        for one in draft.respondents:
            assert set(one.answers) == keys
    again = surveys_of(file_of(*tables), Choices())
    assert again.drafts == found.drafts


@given(TABLES)
def test_an_answer_fits_its_question(table: tuple[list[str], ...]) -> None:
    try:
        drafts = surveys_of(file_of(table), Choices()).drafts
    except UserError:
        return
    for draft in drafts:
        for question in draft.questions:
            codes = {option.code for option in question.options}
            for answer in draft.answers(question.key):
                if answer.missing:
                    assert (answer.number, answer.options) == (None, ())
                elif question.scale is not None:
                    assert answer.number is not None
                    assert question.scale.low <= answer.number <= question.scale.high
                elif question.kind in {"single", "multi", "rank"}:
                    assert set(answer.options) <= codes
                if question.kind == "rank" and not answer.missing:
                    assert len(answer.ranks) == len(answer.options)
