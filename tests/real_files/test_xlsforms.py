"""XLSForms that people made: what they define comes in, and goes out again meaning the same.

The files belong to others and are kept beside this repository; without them the tests skip.
"""

from collections import Counter
from pathlib import Path

import pytest

from changedesk.exchange.reader import read_file
from changedesk.exchange.xlsform.form import FormDraft
from changedesk.exchange.xlsform.reading import is_xlsform, read_xlsform
from changedesk.exchange.xlsform.writing import write_xlsform
from changedesk.survey.answering import Questionnaire
from changedesk.survey.form_giving import form_of_questions
from changedesk.survey.form_taking import questions_of

SURVEYS = Path(__file__).resolve().parents[3] / "shared" / "fixtures" / "surveys"

pytestmark = [
    pytest.mark.real_files,
    pytest.mark.skipif(
        not SURVEYS.is_dir(), reason="the real files are not beside this repository"
    ),
]
KINDS = {
    "xlsform_choice_filter.xlsx": {"select_one": 3},
    "xlsform_or_other.xlsx": {"select_one": 2},
    "xlsform_flat_groups.xlsx": {
        "select_one": 8, "select_multiple": 1, "note": 13, "text": 6, "integer": 2, "decimal": 1,
        "acknowledge": 1, "date": 1, "time": 1, "dateTime": 1, "calculate": 1,
    },
}  # fmt: skip


def read(name: str) -> FormDraft:
    return read_xlsform(SURVEYS / name)


@pytest.mark.parametrize("name", KINDS)
def test_a_form_comes_in_whole(name: str) -> None:
    assert is_xlsform(read_file(SURVEYS / name))
    assert Counter(one.kind for one, _ in read(name).questions()) == KINDS[name]


@pytest.mark.parametrize("name", KINDS)
def test_a_form_written_back_means_the_same(tmp_path: Path, name: str) -> None:
    draft = read(name)
    path = tmp_path / name
    path.write_bytes(write_xlsform(draft))
    again = read_xlsform(path)
    assert again == draft
    assert again.refused == ()


def test_choices_keep_what_their_filter_asks_for() -> None:
    draft = read("xlsform_choice_filter.xlsx")
    assert sum(map(len, draft.lists.values())) == 14
    assert [dict(one.further) for one in draft.lists["counties"]] == [
        {"cf": "washington"}, {"cf": "washington"}, {"cf": "texas"}, {"cf": "texas"},
    ]  # fmt: skip
    filters = [one.choice_filter for one, _ in draft.questions()]
    assert filters == ["", "${state}=cf", "${county}=cf"]


def test_another_answer_is_offered_where_the_form_says_so() -> None:
    draft = read("xlsform_or_other.xlsx")
    assert [one.or_other for one, _ in draft.questions()] == [True, False]
    assert len(draft.lists["colors"]) == 5


def test_what_is_not_taken_is_told_row_by_row() -> None:
    draft = read("xlsform_flat_groups.xlsx")
    assert draft.languages == ("english", "chinese")
    rows = {one.row: one.why for one in draft.refused if one.row > 1}
    assert sorted(rows) == [34, 35, 36, 37, 38, 42, 44, 46, 48, 50, 52, 54]
    assert "place on a map" in rows[34]
    assert "picture" in rows[36]
    asked = {one.name: groups for one, groups in draft.questions()}
    assert [group.name for group in asked["required_text"]] == ["everything", "group_test"]


@pytest.mark.parametrize("name", KINDS)
def test_a_survey_made_of_a_form_is_the_same_after_going_out_again(name: str) -> None:
    questions = questions_of(read(name)).questions
    assert questions_of(form_of_questions("Again", questions)).questions == questions


def test_a_survey_made_of_a_form_asks_what_the_form_asks() -> None:
    found = questions_of(read("xlsform_flat_groups.xlsx"))
    survey = Questionnaire(found.questions)
    assert len(survey.shown({"skip_to_end": "no"})) == 35
    left = [one.key for one in survey.shown({"skip_to_end": "yes"})]
    assert left == ["skip_to_end", "number_label", "launch"]
    assert [text for text in found.refused if text.startswith("Row 3: “email_note”")]
    assert survey.question("table_list_question").kind == "matrix"


def test_what_a_survey_cannot_do_as_the_form_does_is_told() -> None:
    found = questions_of(read("xlsform_choice_filter.xlsx"))
    assert found.refused == ()
    assert [text.split(":")[0] for text in found.remarks] == ["Row 3", "Row 4"]
    assert [len(one.options) for one in found.questions] == [2, 3, 8]
