"""The documents of a survey, reopened: they say what the figures say, and nobody can be told."""

import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from openpyxl import load_workbook

from changedesk.people.records import Person
from changedesk.survey.asking import add_wave, close_wave, open_wave, set_invited
from changedesk.survey.comments import comments, mark_comment
from changedesk.survey.ready import ReadyOption, ReadyQuestion
from changedesk.survey.report import export_survey_report
from changedesk.survey.responding import Respondent, take_response
from changedesk.survey.results import results
from changedesk.survey.workbook import export_survey_workbook
from tests.survey.asked import FIVE, Asked, asked, level

SECRET = "=HYPERLINK(1)"


def workbook(desk: Asked, path: Path) -> dict[str, list[list[Any]]]:
    """Return the visible sheets as rows of values; no cell is a formula or an error."""
    book = load_workbook(export_survey_workbook(desk.ws, desk.survey, path / "s.xlsx").path)
    shown = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    cells = [cell for sheet in shown for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n", "d"}
    return {
        sheet.title: [[cell.value for cell in row] for row in sheet.iter_rows()] for sheet in shown
    }


def report(desk: Asked, path: Path) -> list[list[str]]:
    """Return the paragraphs (as rows of one) and the rows of the tables of the report."""
    made = Document(str(export_survey_report(desk.ws, desk.survey, path / "s.docx").path))
    rows = [[one.text] for one in made.paragraphs if one.text]
    return rows + [[cell.text for cell in row.cells] for table in made.tables for row in table.rows]


def charts(path: Path) -> str:
    with zipfile.ZipFile(path) as package:
        names = [name for name in package.namelist() if "/charts/chart" in name]
        return "\n".join(package.read(name).decode() for name in names)


def three_groups(path: Path, mode: str = "confidential") -> Asked:
    """Return a desk where 31, 6 and 3 people of three groups answered, of 44, 28 and 27."""
    desk = asked(path / "a.changedesk", mode)
    invited = dict(zip(desk.groups, (44, 28, 27), strict=True))
    set_invited(desk.ws, desk.wave, {group: (n, 0) for group, n in invited.items()})
    for group, people in zip(desk.groups, (31, 6, 3), strict=True):
        for n in range(people):
            take_response(
                desk.ws, desk.wave, {"easy": str(n % 5 + 1), "helps": "4"}, Respondent(group)
            )
    return desk


def test_the_workbook_says_what_the_figures_say(tmp_path: Path) -> None:
    desk = three_groups(tmp_path)
    (wave,) = results(desk.ws, desk.survey).waves
    easy = wave.items[0]
    found = next(row for row in workbook(desk, tmp_path)["Questions"] if "easy" in row[:2])
    assert easy.top2 is not None
    assert easy.top2.interval is not None
    assert easy.base in found
    for figure in (easy.mean, easy.sd, easy.median, easy.top2.value, *easy.top2.interval):
        assert any(isinstance(one, int | float) and one == pytest.approx(figure) for one in found)


def test_the_report_says_what_the_figures_say(tmp_path: Path) -> None:
    desk = three_groups(tmp_path)
    row = next(one for one in report(desk, tmp_path) if one[0] == "About easy")
    assert row[1:] == ["40", "25 %", "20 %", "20 %", "18 %", "18 %", "3.0", "35 % (22–50 %)"]


def test_a_hidden_group_is_in_no_cell_no_chart_and_no_sentence(tmp_path: Path) -> None:
    desk = three_groups(tmp_path)
    sheets = workbook(desk, tmp_path)
    rows = [row for sheet in sheets.values() for row in sheet]
    hidden = [row for row in rows if {"Front", "Chat"} & set(row)]
    assert len(hidden) >= 4
    for row in hidden:
        numbers = {one for one in row if isinstance(one, int | float)}
        assert numbers <= {28, 27}, "only how many were invited"
        assert "hidden: a group under 5" in row
    for line in report(desk, tmp_path):
        if {"Front", "Chat"} & set(line):
            assert set(line) <= {"Front", "Chat", "28", "27", "hidden: a group under 5", ""}
    drawn = charts(tmp_path / "s.docx") + charts(tmp_path / "s.xlsx")
    assert "Back" in drawn
    assert "Front" not in drawn
    assert "Chat" not in drawn


def test_of_fewer_than_five_answers_not_even_the_number_is_told(tmp_path: Path) -> None:
    desk = asked(tmp_path / "a.changedesk")
    set_invited(desk.ws, desk.wave, {desk.groups[0]: (97, 0)})
    for _ in range(4):
        take_response(desk.ws, desk.wave, {"easy": "5", "helps": "3"}, Respondent(desk.groups[0]))
    rows = [row for sheet in workbook(desk, tmp_path).values() for row in sheet]
    assert not {4, 93, 4 / 97} & {one for row in rows for one in row if not isinstance(one, str)}
    said = [cell for row in report(desk, tmp_path) for cell in row]
    assert "hidden: a group under 5" in said
    assert not {"4", "93", "4 %"} & set(said)
    assert not any("4 of" in one or "4 people" in one for one in said)


ROWS = [("1", "3"), ("5", "4"), ("2", "2"), ("4", "4"), ("3", "5"), ("5", "1"), ("2", "4")]


@pytest.mark.parametrize("closed", [True, False])
def test_anonymous_answers_make_the_same_workbook_in_whatever_order_they_came(
    tmp_path: Path, closed: bool
) -> None:
    hashes = []
    for name, rows in (("one", ROWS), ("two", [*reversed(ROWS)])):
        (tmp_path / name).mkdir()
        desk = asked(tmp_path / name / "a.changedesk", "anonymous")
        for easy, helps in rows:
            take_response(desk.ws, desk.wave, {"easy": easy, "helps": helps})
        if closed:
            close_wave(desk.ws, desk.wave)
        written = export_survey_workbook(desk.ws, desk.survey, tmp_path / name / "s.xlsx")
        hashes.append(written.content_hash)
        found = workbook(desk, tmp_path / name)["Answers"]
        told = [row for row in found if "Level 5" in row]
        assert len(told) == (3 if closed else 0), "an open wave would tell by its growing"
    assert hashes[0] == hashes[1]


def test_what_tells_about_a_person_never_stands_beside_an_anonymous_opinion(
    tmp_path: Path,
) -> None:
    team = ReadyQuestion(
        2,
        "team",
        "single",
        "Which team?",
        options=(ReadyOption("a", "Ants"), ReadyOption("b", "Bees")),
    )
    desk = asked(tmp_path / "a.changedesk", "anonymous", [level("easy"), team])
    for n in range(12):
        take_response(desk.ws, desk.wave, {"easy": "4", "team": "a" if n < 11 else "b"})
    close_wave(desk.ws, desk.wave)
    sheets = workbook(desk, tmp_path)
    assert not any("Ants" in row for row in sheets["Answers"])
    assert any("Ants" in row and 11 in row for row in sheets["Other answers"])


def test_confidential_answers_are_counted_and_nobody_is_named(tmp_path: Path) -> None:
    desk = three_groups(tmp_path)
    found = workbook(desk, tmp_path)["Answers"]
    told = [row[row.index("About easy") + 1 :] for row in found if "About easy" in row]
    times = {row[0]: row[1] for row in told}
    assert times == {"Level 1": 10, "Level 2": 8, "Level 3": 8, "Level 4": 7, "Level 5": 7}


def test_an_identified_survey_names_who_answered_and_who_did_not(tmp_path: Path) -> None:
    desk = asked(tmp_path / "a.changedesk", "identified")
    with desk.ws.change("Add") as change:
        person = change.add(Person(name="=Ruth", group=desk.groups[0])).id
    take_response(desk.ws, desk.wave, {"easy": "5"}, Respondent(desk.groups[0], person=person))
    with desk.ws.change("Add") as change:
        change.add(Person(name="Omar", group=desk.groups[0]))
    set_invited(desk.ws, desk.wave, {desk.groups[0]: (2, 0)})
    found = workbook(desk, tmp_path)
    row = next(row for row in found["Answers"] if "=Ruth" in row)
    assert "Level 5" in row
    missing = {cell for row in found["Missing"] for cell in row}
    assert "Omar" in missing
    assert "=Ruth" not in missing


def test_only_released_comments_are_quoted(tmp_path: Path) -> None:
    desk = asked(tmp_path / "a.changedesk")
    for n in range(10):
        why = SECRET if n == 3 else f"Reason number {n}"
        take_response(desk.ws, desk.wave, {"easy": "4", "helps": "4", "why": why})
    said = comments(desk.ws, desk.wave, "why")
    mark_comment(desk.ws, next(one for one in said if one.text == SECRET), "release", "yes")
    lines = [cell for row in report(desk, tmp_path) for cell in row]
    assert any(SECRET in one for one in lines)
    assert not any("Reason number" in one for one in lines)
    assert any(SECRET in row for row in workbook(desk, tmp_path)["Comments"])


def second_wave(desk: Asked, answers: Sequence[str]) -> None:
    close_wave(desk.ws, desk.wave)
    wave = add_wave(desk.ws, desk.survey, "After", occasion="day_30")
    open_wave(desk.ws, wave)
    for one in answers:
        take_response(desk.ws, wave, {"easy": one, "helps": one})


def test_too_few_to_tell_says_how_many_more_would_settle_it(tmp_path: Path) -> None:
    desk = asked(tmp_path / "a.changedesk", min_cell=3)
    for _ in range(3):
        take_response(desk.ws, desk.wave, {"easy": "1", "helps": "1"})
    second_wave(desk, "555")
    said = [cell for row in report(desk, tmp_path) for cell in row]
    assert any(
        one.startswith("? too few to tell (")
        and one.endswith("more answers on each side would settle it)")
        for one in said
    )
    assert any("Too few answers to tell whether anything changed" in one for one in said)


def test_more_agreement_with_bad_news_is_worse(tmp_path: Path) -> None:
    questions = [level("easy", reverse=True), level("helps", reverse=True)]
    desk = asked(tmp_path / "a.changedesk", "confidential", questions)
    for _ in range(12):
        take_response(desk.ws, desk.wave, {"easy": "1", "helps": "1"})
    second_wave(desk, "5" * 12)
    said = " ".join(cell for row in report(desk, tmp_path) for cell in row)
    assert "Worse since “Before”: 2 of 2 scores fell" in said
    assert "“About easy” is up: mean 1.0, top two 0 %" in said


def test_answers_that_are_all_alike_leave_no_half_sentence(tmp_path: Path) -> None:
    items = [ReadyQuestion(n, f"u{n}", "sus", f"Usable {n}", options=FIVE) for n in range(10)]
    same = [level(key, construct="Fit") for key in ("easy", "helps", "works")]
    for name, questions in (("sus", items), ("fit", same)):
        desk = asked(tmp_path / f"{name}.changedesk", "confidential", questions)
        for _ in range(6):
            take_response(desk.ws, desk.wave, {one.key: "4" for one in questions})
        said = [cell for row in report(desk, tmp_path) for cell in row]
        assert any("· n 6" in cell for cell in said)
        assert not any(", ·" in cell or "between ." in cell or "()" in cell for cell in said)


@pytest.mark.parametrize("mode", ["identified", "confidential", "anonymous"])
def test_a_survey_without_answers_has_both_documents(tmp_path: Path, mode: str) -> None:
    desk = asked(tmp_path / "a.changedesk", mode)
    assert any("Nobody has answered yet" in row[0] for row in report(desk, tmp_path))
    assert "Method" in workbook(desk, tmp_path)
