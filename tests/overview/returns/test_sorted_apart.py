"""Columns that were sorted without the one that names the row: nothing goes to the wrong one."""

from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from changedesk.impact.records import Impact
from changedesk.people.actions import add_person
from changedesk.people.queries import project_called
from changedesk.training.records import Attendance, Course, Enrolment, TrainingSession
from changedesk.uat.queries import cycle_called
from changedesk.uat.records import Defect
from tests.overview.returns.books import FIRST, HEADER, Hands

_NAMES = ("Eve", "Cleo", "Abel", "Dora", "Bert")


def _turned(path: Path, name: str, filled: dict[tuple[int, str], Any] | None = None) -> Path:
    """Fill in, then turn the rows round but for the first column and the hidden ids."""
    book = load_workbook(path)
    sheet = book[name]
    head = {str(cell.value): int(cell.column or 0) for cell in sheet[HEADER]}
    ids = head["_id"]
    for (row, title), value in (filled or {}).items():
        sheet.cell(FIRST + row, head[title]).value = value
    last = max(row for row in range(FIRST, sheet.max_row + 1) if sheet.cell(row, ids).value)
    rows = [[sheet.cell(row, c).value for c in range(2, ids)] for row in range(FIRST, last + 1)]
    for row, values in enumerate(reversed(rows), start=FIRST):
        for column, value in enumerate(values, start=2):
            sheet.cell(row, column).value = value
    book.save(path)
    return path


def test_a_register_takes_nothing_when_its_codes_were_left_behind(hands: Hands) -> None:
    project = project_called(hands.desk).id
    with hands.desk.change("Add") as change:
        for place, name in enumerate(_NAMES):
            change.add(Impact(project=project, title=f"Change of {name}", severity=place % 3))
    path = hands.export("impacts.xlsx", "impact-workbook")
    seen, account = hands.receive(_turned(path, "Impacts"))
    assert account.taken == 0
    assert account.filled == len(account.rejected) > 0
    assert all("sorted without the others" in cell.why for cell in seen.rejected)


def test_three_new_titles_are_no_sign_of_sorting(hands: Hands) -> None:
    project = project_called(hands.desk).id
    with hands.desk.change("Add") as change:
        for name in _NAMES:
            change.add(Impact(project=project, title=f"Change of {name}"))
    path = hands.export("impacts.xlsx", "impact-workbook")
    book = load_workbook(path)
    for row in range(FIRST, FIRST + 3):
        book["Impacts"].cell(row, 2).value = f"Said better {row}"
    book.save(path)
    assert hands.receive(path)[1].taken == 3


def test_attendance_goes_to_nobody_when_the_people_were_sorted_without_their_rows(
    hands: Hands,
) -> None:
    project = project_called(hands.desk).id
    people = [add_person(hands.desk, name) for name in _NAMES]
    with hands.desk.change("Plan") as change:
        course = change.add(Course(project=project, title="Basics", minutes=60))
        session = change.add(
            TrainingSession(project=project, course=course, starts=change.now_ms, place="Leeds")
        )
        for person in people:
            change.add(Enrolment(session=session, person=person))
    path = hands.export("attendance.xlsx", "attendance-sheet")
    filled = {(0, "Attendance"): "✔ Attended", (1, "Attendance"): "✖ No-show"}
    _, account = hands.receive(_turned(path, "Attendance", filled))
    assert account.taken == 0
    assert account.rejected
    assert not hands.desk.rows(Attendance.select())


def test_no_defect_is_closed_for_another_one(hands: Hands) -> None:
    project = project_called(hands.desk).id
    cycle = cycle_called(hands.desk, project).id
    with hands.desk.change("Add") as change:
        for name in _NAMES:
            change.add(Defect(project=project, title=f"Wrong for {name}", cycle=cycle))
    path = hands.export("defects.xlsx")
    _, account = hands.receive(_turned(path, "Defects", {(0, "Disposition"): "— No defect"}))
    assert (account.taken, len(account.rejected)) == (0, 1)
    assert {row.status for row in hands.desk.rows(Defect.select())} == {"new"}
