"""What a record declares private leaves the workspace only when that is asked for."""

from pathlib import Path

from openpyxl import load_workbook

from changedesk.desk import new_desk
from changedesk.impact.records import Stakeholder
from changedesk.office.records import columns_of, export_records
from changedesk.people.actions import add_project
from changedesk.store.spec import spec_of

SECRET = "Will leave in May"


def words(path: Path) -> str:
    book = load_workbook(path)
    cells = (
        c for sheet in book.worksheets for row in sheet.iter_rows(values_only=True) for c in row
    )
    return "\n".join(str(cell) for cell in cells if cell is not None)


def test_a_private_note_stays_here_unless_it_is_asked_for(tmp_path: Path) -> None:
    desk = new_desk(tmp_path / "desk.changedesk", actor="Dana")
    project = add_project(desk, "CRM", "Service Cloud")
    with desk.change("Add") as change:
        change.add(Stakeholder(project=project, name="Ruth", private_note=SECRET))
    shared = export_records(desk, Stakeholder, tmp_path / "shared.xlsx")
    own = export_records(desk, Stakeholder, tmp_path / "own.xlsx", private=True)
    desk.close()
    assert "Ruth" in words(shared.path)
    assert "Private note" not in words(shared.path)
    assert SECRET not in words(shared.path)
    assert SECRET in words(own.path)


def test_columns_leave_out_what_is_private() -> None:
    spec = spec_of(Stakeholder)
    shared = {column.key for column in columns_of(spec)}
    assert {column.key for column in columns_of(spec, private=True)} - shared == {"private_note"}
