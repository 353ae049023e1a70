"""Tables of answers of anybody's own: encodings, separators, headings, codes, scales, strays."""

from collections.abc import Callable
from pathlib import Path

import pytest

from changedesk.exchange.surveys.choices import Choices
from changedesk.exchange.surveys.drafts import SurveyDraft
from changedesk.exchange.surveys.reading import read_surveys

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
