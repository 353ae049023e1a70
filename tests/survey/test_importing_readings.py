"""Usage reports become readings of adoption measures, forms become surveys: each once."""

from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest

from changedesk.exchange.making import Taken
from changedesk.exchange.reader import read_file
from changedesk.exchange.usage_reports import usage_report_of
from changedesk.exchange.xlsform.reading import read_xlsform
from changedesk.store.errors import UserError
from changedesk.survey.importing_forms import import_form
from changedesk.survey.importing_readings import import_readings
from changedesk.survey.queries import questions, surveys
from changedesk.survey.records import Measure, MeasureReading
from tests.survey.asked import Asked, asked

REPORT = """Measure;Week ending;Team;Active users;Licensed users;Value
Closes in the new desk;2026-09-11;Back;12;20;
Closes in the new desk;2026-09-11;Front;9;20;
Handling time;2026-09-11;;;;10,5
Closes in the new desk;2026-09-11;Chat;25;20;
Closes in the new desk;soon;Chat;2;20;
Closes in the new desk;2026-09-18;Chat;;;
"""


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Asked]:
    made = asked(tmp_path / "a.changedesk")
    yield made
    made.ws.close()


def take(desk: Asked, path: Path) -> Taken:
    return import_readings(desk.ws, desk.project, usage_report_of(read_file(path)))


def test_a_usage_report_is_read_row_by_row(desk: Asked, tmp_path: Path) -> None:
    path = tmp_path / "usage.csv"
    path.write_text(REPORT, encoding="utf-8")
    found = usage_report_of(read_file(path))
    assert found.account.balanced
    assert [note.why for note in found.account.rejected] == [
        "25 of 20 is more than everybody", "“soon” is not a day that can be read in one way only",
    ]  # fmt: skip
    taken = take(desk, path)
    assert taken.created == {"measure": 2, "measure_reading": 3}
    kinds = {row.title: row.kind for row in desk.ws.rows(Measure.select())}
    assert kinds == {"Closes in the new desk": "share", "Handling time": "number"}
    back = desk.ws.find(MeasureReading, group=desk.groups[0])
    assert back is not None
    assert (back.count, back.base, back.taken) == (12, 20, "2026-09-11")
    time = desk.ws.find(MeasureReading, value="10.5")
    assert time is not None
    assert time.group_id is None


def test_the_same_report_twice_adds_nothing_and_a_mended_one_replaces(
    desk: Asked, tmp_path: Path
) -> None:
    path = tmp_path / "usage.csv"
    path.write_text(REPORT, encoding="utf-8")
    take(desk, path)
    again = take(desk, path)
    assert (again.created, again.unchanged) == ({}, 3)
    path.write_text(REPORT.replace(";12;20", ";14;20"), encoding="utf-8")
    mended = take(desk, path)
    assert (mended.updated, mended.unchanged) == ({"measure_reading": 1}, 2)
    assert desk.ws.counts()["measure_reading"] == 3


def test_what_is_no_usage_report_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "notes.csv"
    path.write_text("Colour;Taste\nred;sweet\n", encoding="utf-8")
    with pytest.raises(UserError, match="column for the day"):
        usage_report_of(read_file(path))
    with pytest.raises(UserError, match="a reading has"):
        usage_report_of(read_file(path), mapping={"Colour": "shade"})
    path.write_text("Colour;When\n7;2026-01-02\n", encoding="utf-8")
    found = usage_report_of(read_file(path), mapping={"Colour": "value", "When": "day"})
    assert [(one.measure, one.value) for one in found.readings] == [("notes", "7")]


def test_a_form_becomes_a_survey_once(desk: Asked, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "survey"
    for row in (("type", "name", "label"), ("select_one yn", "used", "Used it?"),
                ("text", "why", "Why?")):  # fmt: skip
        sheet.append(row)
    choices = book.create_sheet("choices")
    for row in (("list_name", "name", "label"), ("yn", "y", "Yes"), ("yn", "n", "No")):
        choices.append(row)
    path = tmp_path / "form.xlsx"
    book.save(path)
    form = read_xlsform(path)
    first = import_form(desk.ws, desk.project, "Form", form)
    assert first.created == {"survey": 1, "question": 2}
    again = import_form(desk.ws, desk.project, "Form", form)
    assert (again.created, again.unchanged, again.warnings) == ({}, 2, [])
    made = next(one for one in surveys(desk.ws, desk.project) if one.title == "Form")
    assert [one.key for one in questions(desk.ws, made.id)] == ["used", "why"]
    sheet["C3"] = "Why not?"
    book.save(path)
    otherwise = import_form(desk.ws, desk.project, "Form", read_xlsform(path))
    assert "Asked otherwise in this form" in otherwise.warnings[0]
    assert "why" in otherwise.warnings[0]
    assert questions(desk.ws, made.id)[1].text == "Why?"
