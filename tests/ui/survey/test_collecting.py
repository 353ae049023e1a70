"""Forms go out of the window and come back into it: thirty of them, four not what they seem."""

import shutil

import openpyxl
import pytest

from changedesk.survey.actions import survey_from_ready
from changedesk.survey.asking import open_wave
from changedesk.survey.given import given
from changedesk.survey.queries import wave_row, waves
from changedesk.survey.sheet_form import export_survey_form


@pytest.fixture
def desk(opened):
    return opened.session.desk.workspace


@pytest.fixture
def wave(desk, opened):
    survey = survey_from_ready(desk, opened.session.desk.context.project_id, "change-pulse")
    first = waves(desk, survey)[0].id
    open_wave(desk, first)
    return first


@pytest.fixture
def page(opened, wave, qtbot):
    opened.window.desk_view.show_page("surveys")
    page = opened.window.desk_view.current
    qtbot.waitUntil(lambda: page.in_hand.key is not None)
    page.turn_to("waves")
    qtbot.waitUntil(lambda: page._wave_in_hand() == wave)
    return page


def fill(path, number):
    book = openpyxl.load_workbook(path)
    sheet = book["Questions"]
    for row in sheet.iter_rows(min_row=5):
        if row[3].value and row[3].value != "_id":
            row[2].value = "4"
            last = row[2]
    last.value = f"Nothing, says {number}"
    book.save(path)


def test_a_folder_of_thirty_forms_comes_in_in_one_go(page, desk, wave, prompts, tmp_path, qtbot):
    folder = tmp_path / "returned"
    folder.mkdir()
    export_survey_form(desk, wave, tmp_path / "form.xlsx")
    for number in range(26):
        shutil.copy(tmp_path / "form.xlsx", folder / f"{number:02}.xlsx")
        fill(folder / f"{number:02}.xlsx", number)
    shutil.copy(folder / "03.xlsx", folder / "26 again.xlsx")
    other = waves(desk, wave_row(desk, wave).survey)[1].id
    open_wave(desk, other)
    export_survey_form(desk, other, folder / "27 other wave.xlsx")
    fill(folder / "27 other wave.xlsx", 27)
    (folder / "28.xlsx").write_bytes(b"damaged")
    (folder / "29.xlsx").write_bytes((folder / "01.xlsx").read_bytes()[:4000])
    prompts.answers = [folder]
    page.forms.take.trigger()
    qtbot.waitUntil(lambda: page.forms.dialog is not None, timeout=120_000)
    rows = page.forms.dialog.table.lines.rows
    assert len(rows) == 30
    said = [row.texts[1] for row in rows]
    assert said[:2] == ["✖ refused", "✖ refused"]
    assert said.count("➔ there already") == 1
    assert len(given(desk, [wave_row(desk, wave)])) == 26
    assert len(given(desk, [wave_row(desk, other)])) == 1


def test_the_form_of_the_wave_in_hand_is_written(page, desk, wave, prompts, tmp_path, qtbot):
    prompts.answers = [tmp_path / "form.xlsx"]
    page.forms.documents.actions[0].trigger()
    qtbot.waitUntil((tmp_path / "form.xlsx").exists)
    assert "Questions" in openpyxl.load_workbook(tmp_path / "form.xlsx").sheetnames


def test_a_folder_without_a_form_says_so(page, desk, prompts, tmp_path, qtbot):
    (tmp_path / "empty").mkdir()
    prompts.answers = [tmp_path / "empty"]
    page.forms.ask()
    assert page.forms.dialog is None


def test_the_report_of_the_survey_in_hand_is_written(page, desk, prompts, tmp_path, qtbot):
    page.turn_to("surveys")
    prompts.answers = [tmp_path / "report.docx"]
    report = next(a for a in page.forms.documents.actions if a.data() == "surveys.report")
    report.trigger()
    qtbot.waitUntil((tmp_path / "report.docx").exists, timeout=60_000)
