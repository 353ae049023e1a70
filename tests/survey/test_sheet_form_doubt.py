"""Of a returned form nothing is guessed: what may be somebody else's or beside its question."""

from typing import Any

import openpyxl
import pytest

from changedesk.desk import new_desk
from changedesk.people.actions import add_project
from changedesk.survey.sheet_form_taking import take_forms
from tests.survey.test_sheet_form import filled, make_waves, only


@pytest.fixture
def desk(tmp_path):
    desk = new_desk(tmp_path / "desk.changedesk", actor="Dana")
    add_project(desk, "CSM", "Service Cloud")
    yield desk
    desk.close()


@pytest.fixture
def wave(desk, ask) -> int:
    return make_waves(desk, ask, "confidential")[0]


def lines(sheet: Any) -> dict[str, Any]:
    return {str(row[3].value): row for row in sheet.iter_rows() if row[3].value}


def taken(desk, wave, tmp_path, spoil, **changed):
    form = filled(desk, wave, tmp_path / "form.xlsx", **changed)
    book = openpyxl.load_workbook(form)
    spoil(book, book["Questions"])
    book.save(form)
    return take_forms(desk, [form])


def copied_below(answer):
    def spoil(_book, sheet):
        row, last = lines(sheet)["rec"], sheet.max_row + 2
        for cell in row[:4]:
            sheet.cell(last, cell.column).value = cell.value
        sheet.cell(last, 3).value = answer

    return spoil


def test_an_empty_copy_of_a_line_takes_no_answer_away(desk, wave, tmp_path) -> None:
    (one,) = taken(desk, wave, tmp_path, copied_below(None)).taken
    assert (one.answered, one.remarks) == (9, ())
    assert only(desk, wave)["rec"] == "9"


def test_of_a_line_copied_with_another_answer_none_is_taken(desk, wave, tmp_path) -> None:
    (one,) = taken(desk, wave, tmp_path, copied_below(2)).taken
    assert only(desk, wave)["rec"] == {"missing": "skipped"}
    assert "stands there 2 times with different answers" in one.left_out[0]


def test_a_sheet_copied_for_a_second_person_is_refused(desk, wave, tmp_path) -> None:
    def spoil(book, sheet):
        other = book.copy_worksheet(sheet)
        lines(other)["rec"][2].value = 3

    ((_, why),) = taken(desk, wave, tmp_path, spoil).refused
    assert "“Questions” and “Questions Copy” hold different answers" in why


def test_a_copy_of_the_sheet_that_says_nothing_else_is_no_second_person(
    desk, wave, tmp_path
) -> None:
    (one,) = taken(desk, wave, tmp_path, lambda book, sheet: book.copy_worksheet(sheet)).taken
    assert (one.answered, one.remarks) == (9, ())


def test_what_a_second_person_wrote_beside_the_answers_is_told(desk, wave, tmp_path) -> None:
    def spoil(_book, sheet):
        for row in list(lines(sheet).values())[1:4]:
            sheet.cell(row[0].row, 5).value = "Yes"

    (one,) = taken(desk, wave, tmp_path, spoil).taken
    assert one.answered == 9
    assert "3 cells from Questions!E" in one.left_out[0]
    assert "a form of their own" in one.left_out[0]


def test_a_second_column_of_answers_before_the_ids_is_refused(desk, wave, tmp_path) -> None:
    def spoil(_book, sheet):
        sheet.insert_cols(4)
        for row in sheet.iter_rows():
            if row[4].value == "rec":
                row[3].value = 1

    ((_, why),) = taken(desk, wave, tmp_path, spoil).refused
    assert "The columns C and D of “Questions” hold answers" in why


def test_lines_sorted_without_their_ids_are_refused(desk, wave, tmp_path) -> None:
    def spoil(_book, sheet):
        rows = [row for name, row in lines(sheet).items() if name != "_id"]
        shown = [[cell.value for cell in row[:3]] for row in rows]
        for row, values in zip(rows, reversed(shown), strict=True):
            for cell, value in zip(row, values, strict=False):
                cell.value = value

    ((_, why),) = taken(desk, wave, tmp_path, spoil).refused
    assert "columns were sorted without the others" in why


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ("=1+1", "it holds a formula"),
        ("#N/A", "it holds an error value"),
        ("1,200", "can be read in two ways"),
        ("1.200", "can be read in two ways"),
        (True, "TRUE is no answer"),
        (False, "FALSE is no answer"),
    ],
)
def test_a_figure_that_is_not_sure_is_left_out_and_told(desk, wave, tmp_path, answer, said) -> None:
    (one,) = taken(desk, wave, tmp_path, lambda *_: None, days=answer).taken
    assert only(desk, wave)["days"] == {"missing": "skipped"}
    assert said in one.left_out[0]
    assert "Questions!C" in one.left_out[0]


def test_a_true_on_a_scale_is_not_its_lowest_answer(desk, wave, tmp_path) -> None:
    (one,) = taken(desk, wave, tmp_path, lambda *_: None, rec=True).taken
    assert only(desk, wave)["rec"] == {"missing": "skipped"}
    assert one.left_out


def test_places_are_figures(desk, wave, tmp_path) -> None:
    (one,) = taken(desk, wave, tmp_path, lambda *_: None, **{"first|a": "nan"}).taken
    assert only(desk, wave)["first"] == {"missing": "skipped"}
    assert "“nan” is no place" in one.left_out[0]
