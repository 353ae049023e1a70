"""A list of attendance without a mark of its export, its hidden ids deleted as well."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from changedesk.people.actions import add_person
from changedesk.people.queries import project_called
from changedesk.people.records import Person
from changedesk.store.errors import UserError
from changedesk.training.attendance import note
from changedesk.training.records import Attendance, Course, Enrolment, TrainingSession
from tests.overview.returns.books import FIRST, HEADER, Hands, rewrite
from tests.overview.returns.layout_cases import _without_properties


def _stripped(hands: Hands, *, ids: bool) -> Path:
    """Export a list of three, fill in the second of them, and take every mark off."""
    project = project_called(hands.desk).id
    people = [add_person(hands.desk, name) for name in ("Eve", "Cleo", "Abel")]
    with hands.desk.change("Plan") as change:
        course = change.add(Course(project=project, title="Basics", minutes=60))
        session = change.add(
            TrainingSession(project=project, course=course, starts=change.now_ms, place="Leeds")
        )
        for person in people:
            change.add(Enrolment(session=session, person=person))
    path = hands.export("attendance.xlsx", "attendance-sheet")
    book = load_workbook(path)
    sheet = book["Attendance"]
    head = {str(cell.value): int(cell.column or 0) for cell in sheet[HEADER]}
    sheet.cell(FIRST + 1, head["Attendance"]).value = "✔ Attended"
    sheet.cell(FIRST + 1, head["Score (%)"]).value = 80
    if not ids:
        sheet.delete_cols(head["_id"])
    book["_cd_meta"].sheet_state = "visible"
    del book["_cd_meta"]
    book.properties.identifier = None
    for name in list(book.defined_names):
        del book.defined_names[name]
    book.save(path)
    return rewrite(path, _without_properties)


def test_its_references_still_tell_whose_attendance_it_is(hands: Hands) -> None:
    seen, account = hands.receive(_stripped(hands, ids=False))
    assert seen.known_by == "headings and references"
    assert (account.taken, account.filled) == (2, 2)
    (noted,) = hands.desk.rows(Attendance.select())
    assert (noted.outcome, noted.score) == ("attended", 80)


def test_of_two_lists_that_it_can_come_from_only_its_ids_tell(hands: Hands) -> None:
    path = _stripped(hands, ids=True)
    hands.export("other.xlsx", "training-workbook")
    _, account = hands.receive(path)
    assert (account.taken, account.filled) == (2, 2)


def test_of_two_lists_with_the_same_people_it_is_either(hands: Hands) -> None:
    path = _stripped(hands, ids=False)
    hands.export("other.xlsx", "training-workbook")
    _, account = hands.receive(path)
    assert (account.taken, account.filled) == (2, 2)


def _recorded(hands: Hands, name: str, outcome: str) -> None:
    (enrolment,) = hands.desk.rows(
        Enrolment.select()
        .join(Person, on=(Person.id == Enrolment.person))
        .where(Person.name == name)
    )
    note(hands.desk, enrolment.id, outcome)


def test_what_was_recorded_between_two_lists_that_it_can_be_is_never_replaced(
    hands: Hands,
) -> None:
    path = _stripped(hands, ids=False)
    _recorded(hands, "Cleo", "no_show")
    _recorded(hands, "Eve", "attended")
    hands.export("other.xlsx", "training-workbook")
    seen, account = hands.receive(path)
    assert account.taken == 0
    assert {(cell.column, cell.now) for cell in seen.conflicts} == {
        ("outcome", "✖ No-show"),
        ("score", ""),
    }
    assert not seen.rejected  # Eve's row was not touched
    assert {one.outcome for one in hands.desk.rows(Attendance.select())} == {"no_show", "attended"}
    assert "what was recorded between these is never replaced" in seen.warnings[0]


def test_who_was_enrolled_between_two_lists_is_no_reason_to_refuse_the_first(
    hands: Hands,
) -> None:
    path = _stripped(hands, ids=False)
    session = hands.desk.rows(TrainingSession.select())[0].id
    zoe = add_person(hands.desk, "Zoe")
    with hands.desk.change("One more") as change:
        change.add(Enrolment(session=session, person=zoe))
    hands.export("other.xlsx", "training-workbook")
    seen, account = hands.receive(path)
    assert (account.taken, account.filled) == (2, 2)
    assert not seen.conflicts


def test_of_two_lists_it_is_the_one_whose_people_stand_at_its_places(hands: Hands) -> None:
    path = _stripped(hands, ids=False)
    session = hands.desk.rows(TrainingSession.select())[0].id
    first = hands.desk.rows(Enrolment.select().order_by(Enrolment.id))[0].id
    dora = add_person(hands.desk, "Dora")
    with hands.desk.change("Another comes instead of the first") as change:
        change.delete(hands.desk.get(Enrolment, first))
        change.add(Enrolment(session=session, person=dora))
    hands.export("other.xlsx", "training-workbook")
    _, account = hands.receive(path)
    assert account.taken == 2
    (noted,) = hands.desk.rows(Attendance.select())
    (cleo,) = hands.desk.rows(
        Enrolment.select()
        .join(Person, on=(Person.id == Enrolment.person))
        .where(Person.name == "Cleo")
    )
    assert noted.enrolment == cleo.id


def test_a_list_that_fits_none_of_several_exports_says_so(hands: Hands) -> None:
    path = _stripped(hands, ids=False)
    hands.export("other.xlsx", "training-workbook")
    book = load_workbook(path)
    sheet = book["Attendance"]
    head = {str(cell.value): int(cell.column or 0) for cell in sheet[HEADER]}
    sheet.cell(FIRST, head["Person"]).value = "Somebody Else"
    book.save(path)
    with pytest.raises(UserError, match="does not say any more from which export"):
        hands.receive(path)
