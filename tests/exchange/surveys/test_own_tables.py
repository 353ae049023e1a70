"""Tables of answers of anybody's own: encodings, separators, headings, codes, scales, strays."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from changedesk.exchange.surveys.choices import Choices
from changedesk.exchange.surveys.drafts import SurveyDraft
from changedesk.exchange.surveys.reading import read_surveys
from changedesk.store.errors import UserError

CsvFile = Callable[..., Path]
Reader = Callable[..., SurveyDraft]
TextFile = Callable[..., Path]
Workbook = Callable[..., Path]


def only(path: Path, choices: Choices | None = None) -> SurveyDraft:
    found = read_surveys(path, choices)
    assert found.account.balanced
    assert len(found.drafts) == 1
    return found.drafts[0]


def places(draft: SurveyDraft, key: str) -> list[float | None]:
    return [answer.number for answer in draft.answers(key)]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_any_separator_and_encoding_reads_the_same(
    text_file: TextFile, separator: str, encoding: str
) -> None:
    lines = ["Abteilung,Ich verstehe, warum,Zufriedenheit".replace(", w", " w")]
    lines += [f"Vertrieb Süd,{2 + at % 3},{1 + at % 5}" for at in range(10)]
    text = "\n".join(lines).replace(",", separator)
    draft = only(text_file(text, "a.csv", encoding))
    assert [respondent.group for respondent in draft.respondents] == ["Vertrieb Süd"] * 10
    assert [question.key for question in draft.questions] == ["ich_verstehe_warum", "Zufriedenheit"]
    assert places(draft, "Zufriedenheit") == [1, 2, 3, 4, 5, 1, 2, 3, 4, 5]
    assert draft.questions[0].scale == draft.questions[1].scale


def test_a_code_for_no_answer_leaves_the_base_and_an_age_does_not(text_file: TextFile) -> None:
    rows = [(1, 30), (-9, 41), (5, 99), (99, 55), (4, 62), (3, 47)]
    draft = only(text_file("item_1,Age\n" + "\n".join(f"{a},{b}" for a, b in rows)))
    assert places(draft, "item_1") == [1, None, 5, None, 4, 3]
    assert draft.question("item_1").missing == (("-9", "skipped"), ("99", "skipped"))
    assert places(draft, "Age") == [30, 41, 99, 55, 62, 47]
    assert draft.question("Age").kind == "number"


def test_the_same_file_has_the_same_identities_and_twins_in_it_differ(text_file: TextFile) -> None:
    text = "q1,q2\n1,5\n1,5\n2,3\n4,4\n"
    first, again = only(text_file(text, "a.csv")), only(text_file(text, "b.csv"))
    marks = [one.identity for one in first.respondents]
    assert marks == [one.identity for one in again.respondents]
    assert len(set(marks)) == 4
    longer = only(text_file(text + "5,1\n", "c.csv"))
    assert [one.identity for one in longer.respondents][:4] == marks


def answers(draft: SurveyDraft, key: str) -> list[tuple[str, ...]]:
    return [answer.options for answer in draft.answers(key)]


def test_three_rows_of_headings_are_found_and_the_short_name_is_the_key(
    workbook: Workbook, read: Reader
) -> None:
    rows: list[list[object]] = [
        ["Q3", "Q4", "Q5"],
        ["How would you rate the pace?", "How effective? [Polls]", "What else?"],
        ["RatePace", "EffectPolls", "Else"],
    ]
    said = ("Very effective", "Somewhat effective", "Not applicable", "Very small effect")
    rows += [[3 + at % 6, said[at % 4], f"Idea {at}"] for at in range(12)]
    draft = read(workbook({"Session 1": rows}))
    assert (draft.header_rows, len(draft.respondents)) == (3, 12)
    assert [question.key for question in draft.questions] == ["RatePace", "EffectPolls", "Else"]
    effect = draft.question("EffectPolls")
    assert (effect.text, effect.block) == ("Polls", "How effective?")
    assert sum(answer.missing == "na" for answer in draft.answers("EffectPolls")) == 3


def test_a_merged_heading_over_several_columns_is_their_grid(
    workbook: Workbook, read: Reader
) -> None:
    rows: list[list[object]] = [
        ["Team", "I agree that …", None, None],
        [None, "it is clear", "it is useful", "it is quick"],
    ]
    rows += [["NSEW"[at % 4], 1 + at % 5, 1 + (at + 1) % 5, 1 + (at + 2) % 3] for at in range(12)]
    rows[0][0] = ""
    rows[1][0] = "Team"
    draft = read(workbook({"Answers": rows}, {"Answers": ["B1:D1"]}))
    assert [question.block for question in draft.questions] == ["I agree that …"] * 3
    assert [question.kind for question in draft.questions] == ["matrix"] * 3
    assert {question.scale for question in draft.questions} == {draft.questions[0].scale}
    assert draft.respondents[1].group == "S"


def test_labels_that_nobody_documented_are_asked_about_and_then_read(
    csv_file: CsvFile, read: Reader
) -> None:
    words = ["kaum je", "so lala", "dauernd"]
    rows: list[list[object]] = [["Pause gemacht", "Hilfe geholt", "Warum"]]
    rows += [[words[at % 3], words[(at + 1) % 3], f"Weil es {at} war"] for at in range(9)]
    path = csv_file(rows)
    before = read(path)
    assert [question.kind for question in before.questions] == ["single", "single", "text"]
    (asked,) = before.asked
    assert (set(asked.labels), asked.questions) == (set(words), ("pause_gemacht", "hilfe_geholt"))
    assert asked.suggestion == ()
    after = read(path, Choices(orders={asked.key: tuple(words)}))
    assert not after.asked
    assert places(after, "pause_gemacht") == [1, 2, 3] * 3
    never = read(path, Choices(orders={asked.key: ()}))
    assert not never.asked
    assert never.questions[0].kind == "single"


def test_figures_with_labels_share_a_scale_though_nobody_chose_all(
    csv_file: CsvFile, read: Reader
) -> None:
    all_labels = ["1 - never", "2", "3", "4", "5 - always"]
    rows: list[list[object]] = [["Uses it", "Likes it"]]
    rows += [[all_labels[at % 5], all_labels[at % 3]] for at in range(10)]
    draft = read(csv_file(rows))
    assert [question.scale for question in draft.questions] == [draft.questions[0].scale] * 2
    assert places(draft, "likes_it")[:4] == [1, 2, 3, 1]
    assert [option.label for option in draft.questions[1].options][-1] == "5 - always"


@pytest.mark.parametrize(
    ("lowest", "highest"),
    [("0 - Not at all likely", "10 - Extremely likely"),
     ("Not at all likely - 0", "Extremely likely - 10"), ("8", "10 (sehr wahrscheinlich)")],
)  # fmt: skip
def test_a_recommendation_with_words_at_its_ends_is_an_nps(
    csv_file: CsvFile, read: Reader, lowest: str, highest: str
) -> None:
    rows: list[list[object]] = [["How likely are you to recommend it?", "I feel safe"]]
    rows += [[(lowest, "7", highest, "9")[at % 4], 1 + at % 5] for at in range(12)]
    (asked, _) = (draft := read(csv_file(rows))).questions
    assert asked.kind == "nps"
    assert asked.scale is not None
    assert (asked.scale.low, asked.scale.high) == (0, 10)
    first = 8 if lowest == "8" else 0
    assert places(draft, asked.key)[:4] == [first, 7, 10, 9]


def test_a_scale_whose_lowest_places_nobody_chose_has_them_all_the_same(
    csv_file: CsvFile, read: Reader
) -> None:
    rows: list[list[object]] = [["I feel safe", "Team"]]
    rows += [[("5 - Fully agree", "4 - Agree", "3 - Neither")[at % 3], "A"] for at in range(9)]
    asked = read(csv_file(rows)).questions[0]
    assert asked.scale is not None
    assert (asked.scale.low, asked.scale.high) == (1, 5)


@pytest.mark.parametrize(
    ("lowest", "count", "scale", "warned"),
    [(0, 30, (0, 10), False), (1, 30, (0, 10), False), (1, 200, (1, 10), True)],
)
def test_a_scale_from_1_to_10_is_no_nps(
    csv_file: CsvFile, read: Reader, lowest: int, count: int, scale: tuple[int, int], warned: bool
) -> None:
    rows: list[list[object]] = [["How likely are you to recommend it?", "Why?"]]
    rows += [[max(lowest, at % 11), f"Reason {at}"] for at in range(count)]
    draft = read(csv_file(rows))
    question = draft.questions[0]
    assert question.scale is not None
    assert (question.kind, (question.scale.low, question.scale.high)) == ("nps", scale)
    assert any("no NPS" in warning for warning in draft.warnings) is warned


def test_a_row_with_too_many_fields_is_rejected_and_never_shifted(
    text_file: TextFile, read: Reader
) -> None:
    text = "q_1,q_2,Why\n1,2,fine\n3,4,good, but slow\n5,5,ok\n2,2,so so\n"
    draft = read(text_file(text))
    assert len(draft.respondents) == 3
    (note,) = draft.rejected
    assert (note.where.row, "separator" in note.why) == (3, True)


def test_totals_and_notes_below_the_answers_are_no_answers(
    workbook: Workbook, read: Reader
) -> None:
    rows: list[list[object]] = [["Item 1", "Item 2", "Item 3", "Item 4"]]
    rows += [[1 + at % 5, 1 + at % 4, 5, 2] for at in range(10)]
    rows += [
        [None, None, None, None],
        [None, "Average of the team", None, None],
        ["Total", 30, 5, 2],
    ]
    draft = read(workbook({"Answers": rows}))
    assert len(draft.respondents) == 10
    assert [note.where.row for note in draft.skipped] == [13, 14]


@pytest.mark.parametrize("word", ["Average", "Mittelwert", "Total"])
def test_figures_below_the_answers_are_no_answers_though_their_word_stands_in_the_number(
    workbook: Workbook, word: str
) -> None:
    rows: list[list[object]] = [["No", "Team", "I know why", "I can do it"]]
    rows += [[at, "AB"[at % 2], 1 + at % 5, 1 + (at + 1) % 5] for at in range(1, 13)]
    rows += [[word, "", 3.1, 2.9]]
    draft = only(workbook({"Data": rows}))
    assert len(draft.respondents) == 12
    assert [question.kind for question in draft.questions] == ["likert", "likert"]
    assert len(draft.skipped) == 1


def test_a_doubled_id_with_other_answers_is_rejected_and_a_plain_double_skipped(
    csv_file: CsvFile, read: Reader
) -> None:
    rows: list[list[object]] = [["Respondent ID", "Start Date", "q1", "q2"]]
    rows += [[100 + at, "", 1 + at % 5, 3] for at in range(8)]
    rows += [[101, "", 2, 3], [102, "", 1, 1]]
    draft = read(csv_file(rows))
    assert len(draft.respondents) == 8
    assert [note.where.row for note in draft.skipped] == [10]
    assert [note.where.row for note in draft.rejected] == [11]


def test_times_that_can_be_read_in_two_ways_are_asked_about(
    csv_file: CsvFile, read: Reader
) -> None:
    rows: list[list[object]] = [["Submitted", "q1", "q2"]]
    rows += [[f"0{1 + at}/02/2024 10:00", 1 + at % 5, 2] for at in range(6)]
    path = csv_file(rows)
    draft = read(path)
    assert [one.submitted for one in draft.respondents].count(None) == 5  # 02/02 is one day
    assert any("two ways" in warning for warning in draft.warnings)
    months = [
        [one.submitted.month for one in read(path, Choices(date_order=order)).respondents
         if one.submitted]
        for order in ("day", "month")
    ]  # fmt: skip
    assert months == [[2] * 6, [1, 2, 3, 4, 5, 6]]


@pytest.mark.parametrize("form", ["%Y-%m-%d", "%d-%m-%Y", "%d.%m.%Y", "%Y-%m-%dT%H:%M:%S+02:00"])
def test_a_day_without_a_clock_is_read(csv_file: CsvFile, read: Reader, form: str) -> None:
    days = [datetime(2026, 3, 10 + at) for at in range(8)]
    rows: list[list[object]] = [["Submitted", "Since when?", "q1", "q2"]]
    rows += [[day.strftime(form), day.strftime(form), 1 + day.day % 5, 2] for day in days]
    draft = read(csv_file(rows))
    assert [one.submitted for one in draft.respondents] == days
    assert draft.questions[0].kind == "date"


def test_a_slip_of_the_pen_takes_no_question_off_its_scale(csv_file: CsvFile, read: Reader) -> None:
    agree = ("Strongly disagree", "Disagree", "Neither agree nor disagree", "Agree")
    rows: list[list[object]] = [["I can", "Which?"]]
    rows += [[agree[at % 4], ("Agree", "Disagree", "Not mine")[at % 3]] for at in range(16)]
    rows[8][0] = "agre"
    draft = read(csv_file(rows))
    can, which = draft.questions
    assert can.scale is not None
    assert (can.scale.low, can.scale.high) == (1, 5)
    assert places(draft, can.key)[:8] == [1, 2, 3, 4, 1, 2, 3, None]
    assert any("“agre”" in warning for warning in draft.warnings)
    assert which.kind == "single", "another answer that many give is no slip"


def test_a_figure_off_the_scale_does_not_count_and_is_told(csv_file: CsvFile, read: Reader) -> None:
    rows: list[list[object]] = [["item_1", "item_2"]]
    rows += [[1 + at % 5, 1 + (at + 1) % 5] for at in range(40)]
    rows.append(["see comment", 3])
    draft = read(csv_file(rows))
    assert places(draft, "item_1")[-1] is None
    assert draft.answers("item_1")[-1].text == "see comment"
    assert any("“see comment”" in warning and "line 42" in warning for warning in draft.warnings)


def test_who_was_not_shown_a_question_is_told_from_who_left_it_out(
    csv_file: CsvFile, read: Reader
) -> None:
    rows: list[list[object]] = [["Do you use it?", "How easy is it?", "What for?"]]
    for at in range(30):
        uses = at % 3 != 0
        rows.append([
            "Yes" if uses else "No", 1 + at % 5 if uses and at != 4 else "", f"Case {at}"
        ])  # fmt: skip
    draft = read(csv_file(rows))
    reasons = [answer.missing for answer in draft.answers("how_easy_is_it")]
    assert (reasons.count("not_shown"), reasons.count("skipped"), reasons.count("")) == (10, 1, 19)


def test_what_a_person_says_of_a_column_holds(csv_file: CsvFile, read: Reader) -> None:
    rows: list[list[object]] = [["Crew", "Score", "Pick"]]
    rows += [[["A", "B"][at % 2], 1 + at % 5, ["x;y", "y"][at % 2]] for at in range(10)]
    path = csv_file(rows)
    draft = read(
        path,
        Choices(
            uses={"Crew": "group", "C": "ignore"}, kinds={"Score": "csat"},
            reverse={"Score": True}, scales={"Score": "Ease"}, spans={"Score": (1, 7)},
        ),
    )  # fmt: skip
    (question,) = draft.questions
    assert (question.kind, question.reverse, question.scale_name) == ("csat", True, "Ease")
    assert question.scale is not None
    assert question.scale.high == 7
    assert draft.respondents[1].group == "B"
    assert [(column.use, column.chosen) for column in draft.columns] == [
        ("group", True), ("question", False), ("ignore", True)
    ]  # fmt: skip


def test_a_form_is_no_table_of_answers(workbook: Workbook) -> None:
    path = workbook({"survey": [["type", "name", "label"], ["text", "q1", "Why?"]]})
    with pytest.raises(UserError, match="holds no answers"):
        read_surveys(path)


def test_sheets_of_one_file_share_the_labels_of_a_scale(workbook: Workbook) -> None:
    said = ["Never", "Sometimes", "Often", "Always"]
    first = [["Asks early", "Helps"], *([said[at % 4], said[at % 2]] for at in range(10))]
    second = [["Asks early", "Helps"], *([said[at % 2], said[at % 3]] for at in range(10))]
    found = read_surveys(workbook({"March": first, "June": second}))
    assert [draft.title for draft in found.drafts] == ["March", "June"]
    scales = {question.scale for draft in found.drafts for question in draft.questions}
    assert len(scales) == 1


def test_marks_beside_each_other_are_boxes_of_one_question(csv_file: CsvFile, read: Reader) -> None:
    rows: list[list[object]] = [["Team", "Phone", "Mail", "Chat", "use_a", "use_b"]]
    rows += [["N", "x" if at % 2 else "", "x" if at % 3 else "", "x" if at % 4 else "",
              at % 2, int(at % 3 == 0)] for at in range(12)]  # fmt: skip
    draft = read(csv_file(rows))
    assert [question.kind for question in draft.questions] == ["multi", "single", "single"]
    assert answers(draft, "phone_mail_chat")[3] == ("Phone", "Chat")


def test_options_that_begin_with_a_circled_figure_are_read(text_file: TextFile) -> None:
    rows = ["①はい,a", "②いいえ,b", "①はい,c", "①はい,d", "②いいえ,e"]
    draft = only(text_file("答え,名\n" + "\n".join(rows)))
    assert {option.label for option in draft.question("答え").options} == {"①はい", "②いいえ"}
