"""Taking returned workbooks in: whose they are, what is decided, one change, nothing twice."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from changedesk.desk import new_desk, open_desk
from changedesk.documents.records import Document, Return, Signature
from changedesk.impact.records import Impact
from changedesk.overview.documents import Wanted, document_called, export
from changedesk.overview.returns import preview, take
from changedesk.people.actions import add_person, add_project
from changedesk.people.queries import project_called
from changedesk.people.records import Person
from changedesk.store.dump import dump
from changedesk.store.errors import UserError
from changedesk.training.records import Attendance, Course, Enrolment, TrainingSession
from changedesk.uat.cycles import plan_runs, set_status
from changedesk.uat.queries import cycle_called
from changedesk.uat.records import Cycle, Defect, Run, StepResult
from changedesk.uat.scripts import add_step
from tests.overview.returns.books import Book, Hands, build, outcome, record, run_of


def test_results_are_by_whoever_returned_the_workbook_on_the_day_that_was_typed(
    hands: Hands,
) -> None:
    book = hands.open().fill({0: {"Outcome": "Pass"}, 1: {"Outcome": "Fail"}})
    book.put(0, "Date", date(2026, 3, 5))
    _sign(book, "Supervisor", {3: "Nora New", 4: "✔ Accepted", 7: "NN"})
    seen, account = hands.receive(book.save())
    assert seen.returned_by == "Nora New"
    person = hands.desk.find(Person, name="Nora New")
    assert person is not None
    results = hands.desk.rows(StepResult.select().where(StepResult.tester == person.id))
    assert {row.outcome for row in results} == {"pass", "fail"}
    assert account.created == {"person": 1, "result": 2, "signature": 1, "return": 1}
    run = hands.desk.get(Run, run_of(hands.desk, 1))
    assert run.started is not None
    signature = hands.desk.find(Signature, name="Nora New")
    assert signature is not None
    assert (signature.manner, signature.decision) == ("returned", "approved")
    assert "NN" in signature.comment


def test_the_return_is_kept_with_its_file_and_account(hands: Hands) -> None:
    path = hands.open().fill().save()
    _, account = hands.receive(path, returned_by="Sara Lead")
    kept = hands.desk.find(Return)
    assert kept is not None
    assert (kept.taken, kept.conflicts, kept.rejected) == (8, 0, 0)
    assert kept.returned_by == "Sara Lead"
    assert hands.desk.content(kept.content) == path.read_bytes()
    document = hands.desk.find(Document)
    assert document is not None
    assert kept.document_id == document.id
    assert account.key == kept.id


def test_undo_takes_all_of_it_back_and_the_file_can_be_taken_in_again(hands: Hands) -> None:
    before = dump(hands.desk)
    path = hands.open().fill().save()
    hands.receive(path, returned_by="Nora New")
    assert hands.desk.undo() == "Take in back.xlsx"
    assert dump(hands.desk) == before
    _, account = hands.receive(path)
    assert account.taken == 8


def test_a_try_writes_nothing(hands: Hands) -> None:
    before = hands.desk.head()
    _, account = hands.receive(hands.open().fill().save(), only_try=True)
    assert account.taken == 8
    assert account.key is None
    assert hands.desk.head() == before


@pytest.mark.parametrize(
    ("decision", "then"), [("keep", "fail"), ("take", "pass"), ("both", "disputed")]
)
def test_a_conflict_is_decided_as_a_person_says(hands: Hands, decision: str, then: str) -> None:
    path = hands.open().fill({0: {"Outcome": "Pass"}}).save()
    record(hands.desk, 1, 1, "fail", "Seen by Dana")
    seen = preview(hands.desk, path)
    (cell,) = seen.conflicts
    account = take(hands.desk, seen, {cell.unit: decision})  # type: ignore[dict-item]
    assert outcome(hands.desk, 1, 1) == then
    assert len(account.conflicts) == 1
    assert hands.desk.verify() == []


def test_what_was_asked_can_be_answered_and_its_row_goes_along(hands: Hands) -> None:
    book = hands.open().fill({0: {"Outcome": "Раss", "Comment": "with the new list"}})
    seen = preview(hands.desk, book.save())
    (asked,) = seen.asked
    assert (asked.suggested, asked.returned) == ("pass", "Раss")
    account = take(hands.desk, seen, answers={asked.key: "pass"})
    assert (account.taken, len(account.rejected)) == (2, 0)
    result = hands.desk.find(StepResult, comment="with the new list")
    assert result is not None
    assert result.outcome == "pass"


def test_nothing_is_taken_by_a_preview_that_is_out_of_date(hands: Hands) -> None:
    seen = preview(hands.desk, hands.open().fill().save())
    record(hands.desk, 2, 1, "pass")
    with pytest.raises(UserError, match="changed since"):
        take(hands.desk, seen)


def test_a_workbook_of_another_workspace_is_refused(hands: Hands, tmp_path: Path) -> None:
    build(tmp_path / "other.changedesk")
    other = open_desk(tmp_path / "other.changedesk", actor="Pia")
    path = hands.open().fill().save()
    with pytest.raises(UserError, match="another workspace"):
        preview(other, path)
    other.close()


def test_a_workbook_whose_project_is_gone_is_refused(hands: Hands) -> None:
    cycle = cycle_called(hands.desk, project_called(hands.desk).id)
    path = hands.open().fill().save()
    with hands.desk.change("Remove") as change:
        runs = [row.id for row in hands.desk.rows(Run.select(Run.id))]
        results = [row.id for row in hands.desk.rows(StepResult.select(StepResult.id))]
        change.delete_many(StepResult, results)
        change.delete_many(Run, runs)
        change.delete_many(Cycle, [cycle.id])
    with pytest.raises(UserError, match="not in this workspace"):
        preview(hands.desk, path)


def test_a_closed_cycle_takes_nothing(hands: Hands) -> None:
    path = hands.open().fill().save()
    cycle = cycle_called(hands.desk, project_called(hands.desk).id)
    set_status(hands.desk, cycle.id, "closed")
    with pytest.raises(UserError, match="closed"):
        preview(hands.desk, path)


def test_the_workbook_as_it_was_sent_brings_nothing(hands: Hands) -> None:
    seen = preview(hands.desk, hands.sent)
    assert "nothing was filled in" in seen.again
    assert take(hands.desk, seen).filled == 0
    assert hands.desk.find(Return) is None


def test_a_file_that_is_none_of_ours_is_refused(hands: Hands, tmp_path: Path) -> None:
    path = tmp_path / "plan.csv"
    path.write_text("Title,Steps\nA,B\n", encoding="utf-8")
    with pytest.raises(UserError, match="no mark of ChangeDesk"):
        preview(hands.desk, path)


def test_two_marks_in_one_file_are_refused(hands: Hands) -> None:
    other = load_workbook(hands.export("second.xlsx"))
    book = hands.open().fill()
    for ours, theirs in zip(
        book.book["_cd_meta"].iter_rows(), other["_cd_meta"].iter_rows(), strict=True
    ):
        for cell, value in zip(ours, theirs, strict=True):
            cell.value = value.value
    with pytest.raises(UserError, match="two different exports"):
        preview(hands.desk, book.save())


def test_without_its_document_it_is_compared_with_what_was_known_when_it_was_made(
    hands: Hands,
) -> None:
    path = hands.open().fill().save()
    with hands.desk.change("Remove") as change:
        made = hands.desk.find(Document)
        assert made is not None
        change.delete(made)
    record(hands.desk, 1, 1, "fail", "Seen by Dana")
    seen, account = hands.receive(path)
    assert "does not remember" in seen.warnings[0]
    assert (account.taken, len(account.conflicts)) == (7, 1)


def test_steps_that_were_edited_since_are_run_as_they_were_sent(hands: Hands) -> None:
    first = hands.desk.get(Run, run_of(hands.desk, 1))
    ben = add_person(hands.desk, "Ben")
    plan_runs(hands.desk, first.cycle_id, [first.script_id], [ben])
    book = hands.open("b.xlsx", hands.export("second.xlsx"))
    record(hands.desk, 1, 1, "pass")
    add_step(hands.desk, first.script_id, do="One more")
    book.put(5, "Outcome", "Pass")
    _, account = hands.receive(book.save())
    assert (account.taken, len(account.rejected)) == (1, 0)
    run = hands.desk.find(Run, script=first.script_id, tester=ben)
    assert run is not None
    assert (run.state, run.version_id) == ("in_progress", first.version_id)


def test_a_disposition_gives_a_defect_its_status(hands: Hands) -> None:
    project = project_called(hands.desk).id
    cycle = cycle_called(hands.desk, project).id
    with hands.desk.change("Add") as change:
        change.add(Defect(project=project, title="Slow", cycle=cycle))
    book = hands.open("d.xlsx", hands.export("second.xlsx"))
    sheet = book.book["Defects"]
    sheet.cell(5, 11).value, sheet.cell(5, 12).value = "➔ Defer", "Until summer"
    _, account = hands.receive(book.save(), returned_by="Sara Lead")
    defect = hands.desk.find(Defect)
    assert defect is not None
    assert (account.taken, defect.status) == (2, "deferred")
    assert defect.description == "Sara Lead: Defer.\nSara Lead: Until summer"


# -- other workbooks ------------------------------------------------------------------------------


def test_the_register_of_impacts_is_changed_field_by_field(hands: Hands) -> None:
    project = project_called(hands.desk).id
    with hands.desk.change("Add") as change:
        one = change.add(Impact(project=project, title="New screens", severity=2))
        change.add(Impact(project=project, title="Other hours", severity=3))
    path = hands.export("impacts.xlsx", "impact-workbook")
    with hands.desk.change("Rate") as change:
        change.set(one, owner="Dana")
    book = load_workbook(path)
    sheet = book["Impacts"]
    head = {str(cell.value): int(cell.column or 0) for cell in sheet[4]}
    title, severity, owner = (head[name] for name in ("Title", "Severity", "Owner"))
    sheet.cell(5, severity).value = 5
    sheet.cell(5, owner).value = "Sara Lead"
    sheet.cell(6, title).value = "Other working hours"
    sheet.cell(7, title).value = "A new impact"
    sheet.cell(8, severity).value = "much"
    book.save(path)
    seen, account = hands.receive(path)
    assert [cell.field for cell in seen.conflicts] == ["Owner"]
    assert (account.taken, len(account.conflicts), len(account.rejected)) == (3, 1, 1)
    rows = {row.title: row for row in hands.desk.rows(Impact.select())}
    assert (rows["New screens"].severity, rows["New screens"].owner) == (5, "Dana")
    assert {"Other working hours", "A new impact"} <= rows.keys()
    again = hands.desk.undo()
    assert again == "Take in impacts.xlsx"
    assert hands.desk.get(Impact, one.id).severity == 2


@pytest.mark.parametrize("document", ["training-workbook", "attendance-sheet"])
def test_attendance_comes_back(hands: Hands, document: str) -> None:
    project = project_called(hands.desk).id
    ana = hands.desk.find(Person, name="Ana")
    assert ana is not None
    with hands.desk.change("Plan") as change:
        course = change.add(Course(project=project, title="Basics", minutes=60))
        session = change.add(
            TrainingSession(project=project, course=course, starts=change.now_ms, place="Leeds")
        )
        change.add(Enrolment(session=session, person=ana))
    path = hands.export("attendance.xlsx", document)
    book = load_workbook(path)
    sheet = book["Attendance"]
    head = {str(cell.value): int(cell.column or 0) for cell in sheet[4]}
    sheet.cell(5, head["Attendance"]).value = "✔ Attended"
    sheet.cell(5, head["Minutes"]).value = "55"
    sheet.cell(5, head["Passed"]).value = True
    book.save(path)
    _, account = hands.receive(path)
    assert (account.taken, len(account.rejected)) == (3, 0)
    noted = hands.desk.find(Attendance)
    assert noted is not None
    assert (noted.outcome, noted.minutes, noted.passed) == ("attended", 55, True)
    assert hands.desk.get(TrainingSession, session.id).status == "held"


def test_one_figure_that_cannot_be_refuses_its_cell_and_not_the_whole_workbook(
    hands: Hands,
) -> None:
    project = project_called(hands.desk).id
    with hands.desk.change("Impacts") as change:
        for title in ("One", "Two"):
            change.add(Impact(project=project, title=title, severity=3))
    path = hands.export("impacts.xlsx", "impact-workbook")
    book = load_workbook(path)
    sheet = book["Impacts"]
    head = {str(cell.value): int(cell.column or 0) for cell in sheet[4]}
    sheet.cell(5, head["Severity"]).value = 7
    sheet.cell(6, head["Severity"]).value = 5
    book.save(path)
    _, account = hands.receive(path)
    (refused,) = account.rejected
    assert "from 0 to 5, not “7”" in refused.why
    assert sorted(row.severity for row in hands.desk.rows(Impact.select())) == [3, 5]


def test_attendance_is_read_in_the_marks_and_percents_that_lists_are_kept_in(hands: Hands) -> None:
    project = project_called(hands.desk).id
    ana = hands.desk.find(Person, name="Ana")
    assert ana is not None
    marks = ("x", "Yes", "absent", "krank", "perhaps", "✓")
    scores: tuple[float | str, ...] = (0.95, 1, 120, 88, 70, "91 %")
    with hands.desk.change("Plan") as change:
        course = change.add(Course(project=project, title="Basics", minutes=60))
        for place in range(len(marks)):
            session = TrainingSession(project=project, course=course, starts=place * 86_400_000)
            change.add(Enrolment(session=change.add(session), person=ana))
    path = hands.export("attendance.xlsx", "attendance-sheet")
    book = load_workbook(path)
    sheet = book["Attendance"]
    head = {str(cell.value): int(cell.column or 0) for cell in sheet[4]}
    for place, (mark, score) in enumerate(zip(marks, scores, strict=True)):
        sheet.cell(5 + place, head["Attendance"]).value = mark
        sheet.cell(5 + place, head["Score (%)"]).value = score
    book.save(path)
    _, account = hands.receive(path)
    noted = hands.desk.rows(Attendance.select().order_by(Attendance.id))
    said = [(row.outcome, row.score) for row in noted]
    assert ("attended", 95) in said
    assert ("excused", 88) in said
    assert ("attended", 91) in said
    whys = " ".join(one.why for one in account.rejected)
    for part in ("1 may be 1 % or 100 %", "not “120”", "“perhaps” is not one of the list"):
        assert part in whys


def test_two_laptops_that_took_the_same_file_show_no_result_twice(
    hands: Hands, tmp_path: Path
) -> None:
    path = hands.open().fill().save()
    shutil.copy(tmp_path / "crm.changedesk", tmp_path / "copy.changedesk")
    other = open_desk(tmp_path / "copy.changedesk", actor="Pia")
    hands.receive(path)
    take(other, preview(other, path))
    hands.desk.receive(other.operations(hands.desk.version_vector()))
    other.receive(hands.desk.operations(other.version_vector()))
    assert dump(hands.desk) == dump(other)
    assert outcome(hands.desk, 1, 1) == "pass"
    assert hands.desk.verify() == []
    results = hands.desk.rows(StepResult.select())
    assert len(results) == 2 + 6
    other.close()


def _sign(book: Book, role: str, cells: dict[int, str]) -> None:
    sheet = book.book["Cover"]
    for row in sheet.iter_rows():
        if str(row[1].value or "").startswith(role):
            for column, value in cells.items():
                sheet.cell(row[1].row, column).value = value


def test_a_workspace_without_projects_refuses_a_stripped_workbook(
    hands: Hands, tmp_path: Path
) -> None:
    desk = new_desk(tmp_path / "empty.changedesk", actor="Pia")
    add_project(desk, "X", "Other")
    path = export(
        hands.desk, document_called("uat-workbook"), Wanted(project_called(hands.desk)),
        tmp_path / "again.xlsx",
    ).path  # fmt: skip
    with pytest.raises(UserError, match="another workspace"):
        preview(desk, path)
    desk.close()


def test_words_beside_a_step_that_another_return_answered_come_in_and_refuse_nothing(
    hands: Hands,
) -> None:
    hands.receive(
        hands.open("first.xlsx").fill({0: {"Outcome": "Pass", "What happened": "Well"}}).save()
    )
    late = hands.open("late.xlsx").fill({0: {"Comment": "It took a while"}, 1: {"Outcome": "Fail"}})
    _, account = hands.receive(late.save())
    assert account.taken >= 1
    rows = hands.desk.rows(StepResult.select().order_by(StepResult.id))
    assert all(row.outcome for row in rows)
    assert "It took a while" in {row.comment for row in rows}
    assert hands.desk.verify() == []
