"""Needs drawn from impacts, exercises of courses, and what must be trained again."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from changedesk.desk import new_desk
from changedesk.handover.exercises import exercises, set_exercises
from changedesk.handover.retrain import mark_retrain, retrain_list
from changedesk.handover.training_needs import calling_impacts, draw_needs
from changedesk.impact.records import Impact, Mitigation
from changedesk.people.actions import add_group, add_person, add_project
from changedesk.people.links import CALLS_FOR, MITIGATED_BY, links
from changedesk.store.workspace import Workspace
from changedesk.training import attendance
from changedesk.training.courses import add_course, add_skill
from changedesk.training.records import Course, Enrolment, Need
from changedesk.training.sessions import add_session, enrol
from changedesk.uat.capture import record_result, start_run
from changedesk.uat.cycles import add_cycle, plan_runs
from changedesk.uat.records import Run, Step
from changedesk.uat.scripts import add_script, current_version, steps_of


@dataclass
class _Clock:
    now: float = datetime(2026, 3, 2, 9, tzinfo=UTC).timestamp()

    def __call__(self) -> int:
        self.now += 60
        return int(self.now * 1000)


@dataclass
class Side:
    """A project with a group, and quick ways to add what the change side holds."""

    desk: Workspace
    clock: _Clock
    project: int
    group: int

    def impact(self, title: str, **fields: object) -> int:
        with self.desk.change("Add") as change:
            given = {"title": title, "group": self.group, **fields}
            return int(change.add(Impact(project=self.project, **given)).id)

    def trained(self, course: int, *names: str) -> list[int]:
        session = add_session(self.desk, course)
        people = [add_person(self.desk, name) for name in names]
        keys = enrol(self.desk, session, people).keys
        for key in keys:
            attendance.note(self.desk, key, "attended")
        return list(keys)

    def marked(self) -> int:
        rows = self.desk.rows(Enrolment.select(Enrolment.retrain))
        return sum(1 for row in rows if row.retrain)

    def fail(self, script: int) -> None:
        cycle = add_cycle(self.desk, self.project, "Round")
        plan_runs(self.desk, cycle, [script], [None])
        run = self.desk.find(Run, cycle=cycle, script=script)
        assert run is not None
        start_run(self.desk, run.id)
        step = steps_of(self.desk, current_version(self.desk, script))[0]
        record_result(self.desk, run.id, step.id, "fail")


@pytest.fixture
def side(tmp_path: Path) -> Iterator[Side]:
    clock = _Clock()
    desk = new_desk(tmp_path / "change.changedesk", actor="Dana", clock=clock)
    project = add_project(desk, "CRM", "Service Cloud")
    yield Side(desk, clock, project, add_group(desk, "Team Leeds", headcount=12))
    desk.close()


def test_hard_impacts_become_needs_with_what_is_known_of_them(side: Side) -> None:
    skill = add_skill(side.desk, side.project, "Salesforce")
    hard = side.impact(
        "Cases in one desk", severity=4, system="salesforce", people=9, owner="Priya",
        starts="2026-04-06", ends="2026-04-30",
    )  # fmt: skip
    mild = side.impact("New wrap-up code", severity=2)
    side.impact("The group sees it harder", severity=1, group_severity=3)
    keys = draw_needs(side.desk, side.project)
    needs = [side.desk.get(Need, key) for key in keys]
    first = needs[0]
    assert [need.title for need in needs] == ["Cases in one desk", "The group sees it harder"]
    assert (first.group_id, first.people, first.owner, first.skill_id) == (
        side.group, 9, "Priya", skill,
    )  # fmt: skip
    assert (first.required, first.criticality) == (3, "must")
    assert first.remark == "CI-001 from 2026-04-06 to 2026-04-30."
    assert (needs[1].required, needs[1].people) == (2, None)
    assert links(side.desk, CALLS_FOR)[hard] == {keys[0]}
    assert links(side.desk, MITIGATED_BY)[hard] == {keys[0]}
    assert mild not in links(side.desk, CALLS_FOR)


def test_drawing_twice_adds_nothing_and_one_undo_takes_all_back(side: Side) -> None:
    side.impact("One", severity=3)
    side.impact("Two", severity=5)
    assert len(draw_needs(side.desk, side.project)) == 2
    assert draw_needs(side.desk, side.project) == []
    assert side.desk.undo() == "Draw 2 needs from impacts"
    assert side.desk.rows(Need.select(Need.id)) == []
    assert links(side.desk, CALLS_FOR) == {}
    assert len(draw_needs(side.desk, side.project)) == 2


def test_a_noted_training_calls_for_a_need_whatever_the_severity(side: Side) -> None:
    coached = side.impact("Tone of voice")
    closed = side.impact("Done", severity=5, status="closed")
    with side.desk.change("Note") as change:
        change.add_many(
            Mitigation,
            [{"impact": coached, "kind": "coach"}, {"impact": closed, "kind": "train"}],
        )
    assert [one.id for one in calling_impacts(side.desk, side.project)] == [coached]
    (key,) = draw_needs(side.desk, side.project)
    assert side.desk.get(Need, key).method == "on_the_job"


def test_only_the_impacts_in_hand_are_drawn(side: Side) -> None:
    one, _other = side.impact("One", severity=3), side.impact("Two", severity=3)
    assert len(draw_needs(side.desk, side.project, [one])) == 1
    assert len(calling_impacts(side.desk, side.project)) == 1


def test_scripts_are_exercises_of_a_course(side: Side) -> None:
    course = add_course(side.desk, side.project, "CRM basics")
    first, second = (add_script(side.desk, side.project, title) for title in ("One", "Two"))
    set_exercises(side.desk, course, [second])
    assert [(row.id, row.used) for row in exercises(side.desk, course)] == [
        (second, True),
        (first, False),
    ]
    set_exercises(side.desk, course, [first])
    assert side.desk.undo() == "Set the exercises of CO-01"
    assert exercises(side.desk, course)[0].id == second


def test_a_failed_script_marks_the_course_and_who_was_trained_before(side: Side) -> None:
    course = add_course(side.desk, side.project, "CRM basics", status="ready")
    script = add_script(side.desk, side.project, "Transfer", [{"do": "Transfer"}])
    set_exercises(side.desk, course, [script])
    side.trained(course, "Amira", "Ben")
    assert retrain_list(side.desk, side.project) == []
    side.fail(script)
    later = side.trained(course, "Chloé")
    (row,) = retrain_list(side.desk, side.project)
    assert [(one.code, one.why) for one in row.scripts] == [("UAT-001", "failed")]
    assert row.people == 2
    assert mark_retrain(side.desk, side.project, [course]) == 2
    assert side.desk.get(Course, course).status == "retrain"
    assert side.marked() == 2
    assert not side.desk.get(Enrolment, later[0]).retrain
    assert retrain_list(side.desk, side.project) == []
    assert mark_retrain(side.desk, side.project, [course]) == 0
    assert side.desk.undo() == "Mark CO-01 as retrain: UAT-001 failed"
    assert side.marked() == 0
    assert side.desk.get(Course, course).status == "ready"


def test_a_script_that_changed_after_the_training_marks_it_too(side: Side) -> None:
    course = add_course(side.desk, side.project, "CRM basics")
    script = add_script(side.desk, side.project, "Transfer", [{"do": "Transfer"}])
    set_exercises(side.desk, course, [script])
    side.trained(course, "Amira")
    assert retrain_list(side.desk, side.project) == []
    step = steps_of(side.desk, current_version(side.desk, script))[0]
    with side.desk.change("Edit") as change:
        change.set_many(Step, {step.id: {"do": "Transfer warm"}})
    (row,) = retrain_list(side.desk, side.project)
    assert [one.why for one in row.scripts] == ["changed"]
    assert row.people == 1


def test_a_failed_exercise_marks_a_course_that_nobody_took_yet(side: Side) -> None:
    course = add_course(side.desk, side.project, "CRM basics")
    script = add_script(side.desk, side.project, "Transfer", [{"do": "Transfer"}])
    set_exercises(side.desk, course, [script])
    side.fail(script)
    (row,) = retrain_list(side.desk, side.project)
    assert row.people == 0
    mark_retrain(side.desk, side.project, [course])
    assert retrain_list(side.desk, side.project) == []
