"""receive takes survey forms back, too, beside workbooks."""

import openpyxl
import pytest

from changedesk.desk import open_desk
from changedesk.people.queries import project_called
from changedesk.survey.actions import survey_from_ready
from changedesk.survey.asking import open_wave
from changedesk.survey.queries import waves


@pytest.fixture
def pulse(empty):
    desk = open_desk(empty)
    survey = survey_from_ready(desk, project_called(desk).id, "change-pulse")
    open_wave(desk, waves(desk, survey)[0].id)
    desk.close()
    return empty


def filled(run, workspace, path, number):
    assert run("export", workspace, "survey-form", "-o", path).code == 0
    book = openpyxl.load_workbook(path)
    for row in book["Questions"].iter_rows(min_row=5):
        if row[3].value and row[3].value != "_id":
            row[2].value = number
    book.save(path)
    return path


def test_forms_come_back_as_responses_once(run, pulse, tmp_path):
    forms = [filled(run, pulse, tmp_path / f"{n}.xlsx", n) for n in (2, 3, 4)]
    tried = run("receive", pulse, *forms, "--dry-run", "--json")
    assert (tried.code, tried.facts["created"]) == (0, {"response": 3})
    assert run("info", pulse, "--json").facts["counts"]["response"] == 0
    said = run("receive", pulse, *forms, "--json")
    assert (said.code, said.facts["kind"]) == (0, "survey-form")
    assert said.facts["created"] == {"response": 3}
    again = run("receive", pulse, *forms, "--json")
    assert (again.code, again.facts["created"], again.facts["unchanged"]) == (0, {}, 3)
    assert run("info", pulse, "--json").facts["counts"]["response"] == 3


def test_a_form_and_something_else_are_told_apart(run, pulse, tmp_path):
    form = filled(run, pulse, tmp_path / "form.xlsx", 3)
    openpyxl.Workbook().save(tmp_path / "other.xlsx")
    said = run("receive", pulse, form, tmp_path / "other.xlsx", "--json")
    assert said.code == 1
    assert said.facts["created"] == {"response": 1}
    assert [note["where"] for note in said.facts["rejected"]] == ["other.xlsx"]


def test_a_form_of_a_closed_wave_is_one_sentence(run, pulse, empty, tmp_path):
    form = filled(run, pulse, tmp_path / "form.xlsx", 3)
    assert run("undo", pulse).code == 0  # the opening of the wave: an export stays
    said = run("receive", pulse, form)
    assert said.code == 2
    assert "is not open" in said.err


def test_answers_that_were_left_out_need_a_person(run, pulse, tmp_path):
    form = filled(run, pulse, tmp_path / "form.xlsx", 77)
    book = openpyxl.load_workbook(form)
    rows = [row for row in book["Questions"].iter_rows(min_row=5) if row[2].value == 77]
    rows[0][2].value = 3
    book.save(form)
    said = run("receive", pulse, form, "--json")
    assert (said.code, said.facts["created"]) == (1, {"response": 1})
    assert any("left out" in one["why"] for one in said.facts["rejected"])
