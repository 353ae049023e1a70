"""export survey-form and survey-paper: of the wave that is named, or the only open one."""

import openpyxl
import pytest

from changedesk.desk import open_desk
from changedesk.documents.records import Document
from changedesk.people.actions import add_group
from changedesk.people.queries import project_called
from changedesk.survey.actions import survey_from_ready
from changedesk.survey.asking import open_wave
from changedesk.survey.queries import waves


@pytest.fixture
def pulse(empty, tmp_path):
    """A workspace with a ready survey of several waves, of which one is open."""
    desk = open_desk(empty)
    survey = survey_from_ready(desk, project_called(desk).id, "change-pulse")
    add_group(desk, "Team Leeds", headcount=8)
    open_wave(desk, waves(desk, survey)[0].id)
    desk.close()
    return empty


def test_a_form_of_the_open_wave_is_made_for_a_group_and_expected_back(run, pulse, tmp_path):
    form = tmp_path / "form.xlsx"
    assert run("export", pulse, "survey-form", "-o", form, "--group", "team leeds").code == 0
    assert "Questions" in openpyxl.load_workbook(form).sheetnames
    assert run("export", pulse, "survey-paper", "--wave", "WV-02", "-o", tmp_path).code == 0
    desk = open_desk(pulse)
    made = desk.find(Document, name="survey-form")
    assert (made.expected, made.subject) == (True, "WV-01")
    desk.close()


def test_a_wave_or_group_that_is_not_there_is_one_sentence(run, pulse, tmp_path):
    sample = pulse
    said = run("export", sample, "survey-form", "--wave", "WV-99", "-o", tmp_path / "f.xlsx")
    assert said.code == 2
    assert "There is no wave WV-99" in said.err
    said = run("export", sample, "survey-form", "--wave", "WV-01", "--group", "Nobody")
    assert (said.code, "There is no group Nobody" in said.err) == (2, True)
    assert run("export", sample, "survey-paper", "--lang", "xx").code == 2


def test_without_a_survey_there_is_nothing_to_print(run, empty):
    said = run("export", empty, "survey-paper")
    assert (said.code, "plan one first" in said.err) == (2, True)
