"""Files of the change side become records: one change, known again, people and groups found."""

import json
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from changedesk.cli import main
from changedesk.desk import new_desk
from changedesk.exchange.asked import Asked
from changedesk.exchange.change.drafts import ChangeImport
from changedesk.exchange.reader import read_file
from changedesk.exchange.recognise import recognise_file
from changedesk.handover.importing import import_change, unclear_people
from changedesk.impact.records import Impact, Mitigation, Stakeholder
from changedesk.people.actions import add_group, add_person, add_project
from changedesk.people.records import Duty, Person
from changedesk.store.dump import dump
from changedesk.store.workspace import Workspace
from changedesk.training.clash_queries import clashes
from changedesk.training.courses import add_course
from changedesk.training.records import Attendance, Enrolment, ProficiencyReading, TrainingSession
from changedesk.training.sessions import sessions

Csv = Callable[[str], ChangeImport]
COMPLETIONS = (
    "Name,Email,Employee ID,Course,Status,Score,Date\n"
    "Ann Roy,a@x.org,1,CRM,Failed,40,2026-02-03\n"
    "Ann Roy,a@x.org,1,CRM,Passed,90,2026-02-10\n"
    "Bo Li,,2,CRM,Registered,,\n"
    "Cy Do,,3,CRM,No-show,,\n"
)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Workspace]:
    desk = new_desk(tmp_path / "a.changedesk", actor="Dana")
    yield desk
    desk.close()


@pytest.fixture
def project(desk: Workspace) -> int:
    return add_project(desk, "CSM", "Service Cloud")


@pytest.fixture
def csv(tmp_path: Path) -> Csv:
    def make(text: str) -> ChangeImport:
        path = tmp_path / "any.csv"
        path.write_text(text, encoding="utf-8")
        file = read_file(path)
        found = recognise_file(file).read(file, Asked())
        assert isinstance(found, ChangeImport)
        return found

    return make


def test_completions_twice_add_nothing_and_the_newest_counts(
    desk: Workspace, project: int, csv: Csv
) -> None:
    before, found = dump(desk), csv(COMPLETIONS)
    taken = import_change(desk, project, found)
    assert taken.created == {
        "course": 1, "training_session": 1, "enrolment": 3, "attendance": 3, "person": 3,
    }  # fmt: skip
    ann = desk.find(Person, name="Ann Roy")
    assert ann is not None
    assert (ann.email, ann.staff_id) == ("a@x.org", "1")
    rows = desk.rows(Enrolment.select(Enrolment.state).order_by(Enrolment.id))
    assert [row.state for row in rows] == ["attended", "invited", "no_show"]
    scores = desk.rows(Attendance.select(Attendance.score, Attendance.passed))
    assert {(row.score, bool(row.passed)) for row in scores} == {
        (40, False), (90, True), (None, False),
    }  # fmt: skip
    again = import_change(desk, project, found)
    assert (again.created, again.updated) == ({}, {})
    desk.undo()
    assert dump(desk) == before
    assert import_change(desk, project, found).created == taken.created


def test_somebody_of_the_same_name_with_another_id_is_somebody_else(
    desk: Workspace, project: int, csv: Csv
) -> None:
    add_person(desk, "Ann Roy", staff_id="77")
    taken = import_change(desk, project, csv(COMPLETIONS))
    assert taken.created["person"] == 3


def test_a_row_that_names_one_of_several_people_is_not_taken(
    desk: Workspace, project: int, csv: Csv
) -> None:
    for site in ("Porto", "Cork"):
        add_person(desk, "Ann Roy", site=site)
    found = csv("Name,Course,Status,Score\nAnn Roy,CRM,Passed,90\nBo Li,CRM,Passed,80\n")
    assert [note.where.row for note in unclear_people(desk, found)] == [2]
    assert import_change(desk, project, found).created["attendance"] == 1


def test_a_roster_again_changes_only_what_differs(desk: Workspace, project: int, csv: Csv) -> None:
    heading = "Agent,Date,Start,End\n"
    import_change(desk, project, csv(f"{heading}Ann,2026-03-02,07:00,15:00\n"))
    later = csv(f"{heading}Ann,2026-03-02,08:00,16:00\nAnn,2026-03-03,07:00,15:00\n")
    taken = import_change(desk, project, later)
    assert (taken.created, taken.updated) == ({"duty": 1}, {"duty": 1})
    rows = desk.rows(Duty.select(Duty.day, Duty.starts).order_by(Duty.day))
    assert [(row.day, row.starts) for row in rows] == [("2026-03-02", 480), ("2026-03-03", 420)]


def test_impacts_find_the_group_that_is_here_and_tell_what_is_done(
    desk: Workspace, project: int, csv: Csv
) -> None:
    team = add_group(desk, "Agents Team")
    found = csv(
        "Ref,Change description,Impacted groups,Severity,Training,Comms\n"
        'I1,New desktop,"Agents; Back office",High (many screens),Yes,Newsletter\n'
    )
    taken = import_change(desk, project, found)
    assert taken.created == {"impact": 2, "mitigation": 4, "group": 1}
    rows = desk.rows(Impact.select(Impact.group, Impact.severity, Impact.reason))
    assert {row.group for row in rows} >= {team}
    assert {(row.severity, row.reason) for row in rows} == {(4, "many screens")}
    kinds = desk.rows(Mitigation.select(Mitigation.kind, Mitigation.what))
    assert {tuple(row) for row in kinds} == {("train", "Training"), ("comms", "Newsletter")}


def test_what_the_source_changes_is_brought_up_to_date_and_what_it_leaves_empty_stays(
    desk: Workspace, project: int, csv: Csv
) -> None:
    heading = "ID,Name,Power,Interest,Strategy\n"
    import_change(desk, project, csv(f"{heading}1,Ann,H,L,Talk\n"))
    taken = import_change(desk, project, csv(f"{heading}1,Ann Roy,H,H,\n"))
    assert (taken.created, taken.updated) == ({}, {"stakeholder": 1})
    ann = desk.find(Stakeholder, name="Ann Roy")
    assert ann is not None
    assert (ann.interest, ann.strategy) == (5, "Talk")


def test_another_register_fills_what_is_empty_of_somebody_known_by_name(
    desk: Workspace, project: int, csv: Csv
) -> None:
    import_change(desk, project, csv("Name,Power,Interest,Strategy\nAnn,H,L,Talk\n"))
    other = csv("Name,Current State,Desired State,Strategy\nANN,Neutral,Leading,Other\n")
    taken = import_change(desk, project, other)
    assert (taken.created, taken.updated) == ({}, {"stakeholder": 1})
    ann = desk.find(Stakeholder, name="Ann")
    assert ann is not None
    assert (ann.current, ann.desired, ann.strategy) == ("N", "L", "Talk")
    again = import_change(desk, project, other)
    assert (again.created, again.updated) == ({}, {})


def test_the_command_line_takes_the_kinds_of_the_change_side(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, file = tmp_path / "b.changedesk", tmp_path / "lms.csv"
    file.write_text(COMPLETIONS + "Di Wu,,4,CRM,Whatever,,\n", encoding="utf-8")
    assert main(["new", str(path), "--project", "P"]) == 0
    capsys.readouterr()
    for kind in ([], ["--as", "attendance"]):
        assert main(["import", str(path), str(file), *kind, "--json", "--dry-run"]) == 1
        facts = json.loads(capsys.readouterr().out)
        assert facts["kind"] == "attendance"
        assert facts["created"]["attendance"] == 3
        rows = facts["rows"]
        assert rows["read"] == rows["made"] + rows["skipped"] + rows["rejected"]
        assert {note["where"] for note in facts["rejected"]} == {"line 6"}
    assert main(["import", str(path), str(file), "--as", "impacts", "--json"]) == 2
    assert "nothing in it can be read as impacts" in capsys.readouterr().err


SCHEDULE = (
    "Session,Course,Date,Start,End,Room,Time zone\n"
    "S1,CRM basics,2026-11-24,22:30,00:30,R1,Europe/Berlin\n"
    "S2,TR2,2026-11-25,09:00,10:00,R1,Europe/Berlin\n"
)


def test_sessions_join_the_courses_that_their_schedule_names(
    desk: Workspace, project: int, csv: Csv
) -> None:
    catalogue = (
        "Course code,Course title,Duration,Audience\nTR1,CRM basics,2 h,All\nTR2,More,1 h,All\n"
    )
    import_change(desk, project, csv(catalogue))
    taken = import_change(desk, project, csv(SCHEDULE))
    assert taken.created == {"training_session": 2}
    assert taken.warnings == []
    first, second = sessions(desk, project)
    assert [one.title for one in (first, second)] == ["CRM basics", "More"]
    begin = datetime(2026, 11, 24, 22, 30, tzinfo=ZoneInfo("Europe/Berlin"))
    assert (first.starts, first.minutes) == (int(begin.timestamp() * 1000), 120)
    assert first.time_zone == "Europe/Berlin"
    assert "S1" in desk.get(TrainingSession, first.id).remark
    assert import_change(desk, project, csv(SCHEDULE)).created == {}


def test_a_session_without_a_time_has_none_and_tells_its_day(
    desk: Workspace, project: int, csv: Csv
) -> None:
    found = csv("Course,Date,Room,Trainer\nCRM,2026-11-24,R1,Tina\n")
    import_change(desk, project, found)
    (row,) = sessions(desk, project)
    assert row.starts is None
    assert "2026-11-24" in desk.get(TrainingSession, row.id).remark


def test_completions_fill_no_seats_of_a_course(desk: Workspace, project: int, csv: Csv) -> None:
    course = add_course(desk, project, "CRM", capacity=2, trainer="Tina")
    import_change(desk, project, csv(COMPLETIONS))
    (row,) = sessions(desk, project)
    assert (row.course, row.enrolled, row.capacity, row.trainer) == (course, 3, None, "")
    assert clashes(desk, project) == []


def test_a_completion_of_a_day_still_to_come_is_told(
    desk: Workspace, project: int, csv: Csv
) -> None:
    rows = "Ann,CRM,Completed,2101-03-01\nBo,CRM,Completed,2026-01-01\n"
    found = csv(f"Learner,Course,Status,Date\n{rows}")
    (said,) = import_change(desk, project, found).warnings
    assert said.startswith("1 completion is of a day still to come (up to 2101-03-01)")
    assert not import_change(desk, project, found).warnings


MATRIX = (
    "Skills matrix,,,\nName,Team,CRM navigation,Chat tone\nRequired level,,3,4\n"
    "Ann Lee,Chat,3,4\nBen Cho,Chat,1,\nCy Dow,Voice,7,2\nAverage,,2,3\n"
)


def test_a_matrix_of_skills_becomes_readings_once(desk: Workspace, project: int, csv: Csv) -> None:
    found = csv(MATRIX)
    assert (found.kind, found.source) == ("training", "a matrix of skills")
    assert found.account.balanced
    assert [note.why for note in found.account.skipped[2:]] == [
        "levels that are required: they belong to the needs of a group", "figures of nobody",
    ]  # fmt: skip
    assert "“7”" in found.warnings[0]
    taken = import_change(desk, project, found)
    assert taken.created == {"skill": 2, "proficiency_reading": 4, "person": 3, "group": 2}
    levels = desk.rows(
        ProficiencyReading.select(ProficiencyReading.level).order_by(ProficiencyReading.id)
    )
    assert [row.level for row in levels] == [3, 4, 1, 2]
    again = import_change(desk, project, found)
    assert (again.created, again.unchanged) == ({}, 4)
    better = import_change(desk, project, csv(MATRIX.replace("Ben Cho,Chat,1", "Ben Cho,Chat,2")))
    assert better.created == {"proficiency_reading": 1}
    desk.undo()
    desk.undo()
    assert desk.counts()["person"] == 0


def test_a_file_that_is_not_read_says_which_headings_are_looked_for(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path, desk = tmp_path / "list.csv", tmp_path / "a.changedesk"
    path.write_text("Stakeholder,Maria,Tom\nPower,5,3\nInterest,4,4\n", encoding="utf-8")
    main(["new", str(desk), "--project", "CSM"])
    assert main(["import", str(desk), str(path), "--as", "stakeholders"]) == 2
    assert "such as Stakeholder, Power, Interest" in capsys.readouterr().err
    assert main(["import", str(desk), str(path)]) == 2
    assert "--as stakeholders, impacts, communications" in capsys.readouterr().err
