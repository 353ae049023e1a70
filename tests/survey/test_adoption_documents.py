"""The adoption report, reopened: it says what was read, and asks for signatures."""

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from openpyxl import load_workbook

from changedesk.desk import new_desk
from changedesk.people.actions import add_group, add_project
from changedesk.store.workspace import Workspace
from changedesk.survey.adoption_actions import add_benefit_reading, add_reading
from changedesk.survey.adoption_report import export_adoption_report
from changedesk.survey.records import Benefit, Measure


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Workspace]:
    desk = new_desk(tmp_path / "desk.changedesk", actor="Dana")
    add_project(desk, "CSM", "Service Cloud", go_live="2026-03-02")
    yield desk
    desk.close()


def add(desk: Workspace, record: Any) -> int:
    with desk.change("Add") as change:
        return int(change.add(record).id)


def said(desk: Workspace, path: Path) -> list[list[str]]:
    made = Document(str(export_adoption_report(desk, 1, path / "a.docx").path))
    rows = [[one.text] for one in made.paragraphs if one.text]
    return rows + [[cell.text for cell in row.cells] for table in made.tables for row in table.rows]


def sheets(desk: Workspace, path: Path) -> dict[str, list[list[Any]]]:
    book = load_workbook(export_adoption_report(desk, 1, path / "a.xlsx").path)
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n", "d"}
    return {one.title: [[c.value for c in row] for row in one.iter_rows()] for one in book}


def filled(desk: Workspace) -> None:
    """Add a hand-off that 80 of 85 agents use on day 28, and a benefit that has half come."""
    leeds = add_group(desk, "=Leeds", headcount=85)
    key = add(desk, Measure(project=1, title="=Hand-off", target="80", owner="Ruth"))
    add_reading(desk, key, "2026-03-09", count=40, base=85, group=leeds)
    add_reading(desk, key, "2026-03-30", count=80, base=85, group=leeds)
    facts = {"project": 1, "title": "In time", "unit": "%", "dependent": 60}
    benefit = add(desk, Benefit(baseline="80", target="90", **facts))
    add_benefit_reading(desk, benefit, "2026-04-30", "85")
    add(desk, Benefit(project=1, title="Nobody measured", target="9"))


def test_the_report_tells_measure_target_speed_and_benefit(desk: Workspace, tmp_path: Path) -> None:
    filled(desk)
    rows = said(desk, tmp_path)
    assert any(row[0].startswith("Adopted: 1 of 1 measure at the target") for row in rows)
    (measure,) = [row for row in rows if row[0].startswith("=Hand-off")]
    assert measure[1].startswith("94 % (87–97 %), 80 of 85")
    assert measure[2:] == ["80 %", "✔ reached", "7 to 28 days"]
    (benefit,) = [row for row in rows if row[0].startswith("In time")]
    assert (benefit[1], benefit[4], benefit[5]) == ("80 %", "50 %", "60 %")
    (unknown,) = [row for row in rows if row[0].startswith("Nobody measured")]
    assert unknown[4] == "cannot be told: nobody measured the baseline"


def test_owner_manager_and_sponsor_sign(desk: Workspace, tmp_path: Path) -> None:
    filled(desk)
    roles = [row[0] for row in said(desk, tmp_path)]
    assert {"Owner of a measure", "Project manager", "Sponsor"} <= set(roles)
    cover = {cell for row in sheets(desk, tmp_path)["Cover"] for cell in row}
    assert {"Owner of a measure", "Project manager", "Sponsor", "Ruth"} <= cover


def test_the_workbook_has_every_reading_and_text_stays_text(
    desk: Workspace, tmp_path: Path
) -> None:
    filled(desk)
    found = sheets(desk, tmp_path)
    readings = [row for row in found["Readings"] if "=Leeds" in row]
    assert [(40 in row, 80 in row, 85 in row) for row in readings] == [
        (False, True, True), (True, False, True),
    ]  # fmt: skip
    (benefit,) = [row for row in found["Benefits"] if "In time" in row]
    assert 0.5 in benefit
    assert 6 in benefit, "60 % of the way from 80 to 90 depends on people"


def test_the_chart_holds_what_was_read(desk: Workspace, tmp_path: Path) -> None:
    filled(desk)
    path = export_adoption_report(desk, 1, tmp_path / "a.docx").path
    with zipfile.ZipFile(path) as package:
        chart = package.read("word/charts/chart1.xml").decode()
        types = package.read("[Content_Types].xml").decode()
    assert repr(80 / 85) in chart
    assert "30 Mar 2026" in chart
    assert "/word/charts/chart1.xml" in types


def test_a_target_that_is_not_due_is_not_missed(desk: Workspace, tmp_path: Path) -> None:
    key = add(desk, Measure(project=1, title="Later", target="80", target_day="2999-01-01"))
    add_reading(desk, key, "2026-03-09", count=4, base=85)
    assert any(row[0].startswith("On the way: 0 of 1 measure") for row in said(desk, tmp_path))


def test_nothing_measured_is_said(desk: Workspace, tmp_path: Path) -> None:
    assert any(row[0].startswith("Nothing is measured yet") for row in said(desk, tmp_path))
    assert "Measures" in sheets(desk, tmp_path)
