"""A schedule for 85 people through the real window: no rule broken, one undo takes it back."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt, QTime
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from changedesk.desk import new_desk
from changedesk.people.actions import add_project
from changedesk.people.records import BusyPeriod, Duty, Group, Person
from changedesk.store.dump import dump
from changedesk.store.workspace import Workspace
from changedesk.training.clash_queries import clashes
from changedesk.training.courses import add_course, set_prerequisites
from changedesk.training.proposals import Draft
from changedesk.training.records import Enrolment, Need
from changedesk.training.sessions import enrolments, sessions
from tests.training.plan_checker import broken, reasons_that_are_untrue
from ui.actions import ActionRegistry
from ui.bus import ChangeBus
from ui.desk_context import DeskContext, Services
from ui.jobs import InlineJobRunner
from ui.messages import Messages
from ui.prompts import ScriptedPrompts
from ui.settings import Settings
from ui.theme.theme import Theme
from ui.training.page import TrainingPage
from ui.training.proposal_dialog import ProposalDialog
from ui.training.proposal_move import MoveDialog

SHIFTS = ((6 * 60, 14 * 60), (10 * 60, 18 * 60), (14 * 60, 22 * 60))
DAYS = [f"2026-03-{day:02}" for day in (*range(9, 14), *range(16, 21))]


@dataclass
class Centre:
    """85 people in 4 groups and 3 shifts, of whom all need two courses, one after the other."""

    desk: Workspace
    project: int
    context: DeskContext


def furnish(desk: Workspace) -> int:
    project = add_project(desk, "CRM", "Service Cloud", go_live="2026-04-06")
    first = add_course(desk, project, "CRM basics", minutes=90, capacity=12, no_show=10)
    second = add_course(desk, project, "Difficult contacts", minutes=60, capacity=12, no_show=10)
    set_prerequisites(desk, second, [first])
    with desk.change("People") as change:
        groups = change.add_many(
            Group, [{"name": f"Team {name}", "off_floor": 20} for name in ("A", "B", "C", "D")]
        )
        people = change.add_many(
            Person,
            [{"name": f"Agent {n:02}", "group": groups[n % 4]} for n in range(85)],
        )
        change.add_many(
            Duty,
            [
                {"person": key, "day": day, "starts": SHIFTS[n % 3][0], "ends": SHIFTS[n % 3][1]}
                for n, key in enumerate(people)
                for day in DAYS
            ],
        )
        change.add_many(
            Need,
            [
                {"project": project, "title": "Use the CRM", "group": group, "course": course}
                for group in groups
                for course in (first, second)
            ],
        )
        change.add(BusyPeriod(group=groups[0], starts="2026-03-09", ends="2026-03-10"))
    return project


@pytest.fixture
def centre(tmp_path: Path, theme: Theme, home: Path) -> Iterator[Centre]:
    desk = new_desk(tmp_path / "centre.changedesk", actor="Dana")
    project = furnish(desk)
    jobs = InlineJobRunner()
    services = Services(
        jobs, ScriptedPrompts(), theme, Settings(), ActionRegistry(theme), Messages()
    )
    context = DeskContext(desk, ChangeBus(desk, jobs), services)
    context.project_id = project
    yield Centre(desk, project, context)
    context.bus.close()
    desk.close()


@pytest.fixture
def page(centre: Centre, qtbot: QtBot) -> Iterator[TrainingPage]:
    page = TrainingPage(centre.context)
    page.resize(1280, 720)
    page.show()
    qtbot.waitExposed(page)
    centre.context.actions.set_page(page.key)
    page.turn_to("sessions")
    yield page
    page.close_page()


def ask(page: TrainingPage, qtbot: QtBot) -> ProposalDialog:
    page.context.actions.action("training.propose").trigger()
    dialog = page.findChild(ProposalDialog)
    assert dialog is not None
    dialog.first.setDate(QDate(2026, 3, 9))
    dialog.last.setDate(QDate(2026, 3, 20))
    dialog.opens.setTime(QTime(7, 0))
    dialog.closes.setTime(QTime(21, 0))
    qtbot.waitUntil(lambda: dialog.preview is not None)
    return dialog


def applied(page: TrainingPage, qtbot: QtBot) -> Draft:
    dialog = ask(page, qtbot)
    made = dialog.preview.draft
    QTest.keyClick(dialog.courses.list, Qt.Key.Key_Return)
    return made


def test_85_people_in_4_groups_and_3_shifts_break_no_rule(
    page: TrainingPage, centre: Centre, qtbot: QtBot
) -> None:
    before = dump(centre.desk)
    made = applied(page, qtbot)
    assert broken(made.frame.instance, made.proposal) == []
    assert reasons_that_are_untrue(made.frame.instance, made.proposal) == []
    assert made.proposal.unplaced == ()
    rows = sessions(centre.desk, centre.project)
    assert sum(row.enrolled for row in rows) == 170
    assert clashes(centre.desk, centre.project) == []
    assert centre.desk.undo() == "Schedule 170 people for training"
    assert dump(centre.desk) == before


def test_what_has_no_place_is_listed_with_its_reason(
    page: TrainingPage, centre: Centre, qtbot: QtBot
) -> None:
    dialog = ask(page, qtbot)
    dialog.opens.setTime(QTime(9, 0))
    dialog.closes.setTime(QTime(13, 0))
    qtbot.waitUntil(lambda: dialog.preview is not None)
    made = dialog.preview.draft
    assert len(made.proposal.unplaced) == len(dialog.unplaced.lines.rows) > 0
    assert reasons_that_are_untrue(made.frame.instance, made.proposal) == []
    assert any("Off shift" in row.texts[3] for row in dialog.unplaced.lines.rows)
    dialog.opens.setTime(QTime(12, 0))
    qtbot.waitUntil(lambda: dialog.preview is not None and dialog.preview.draft is not made)
    assert "takes 90 minutes and the hours given have 60: 30 too few." in dialog.limits.text()
    assert not dialog.limits.isHidden()
    dialog.reject()


def test_somebody_moved_by_hand_is_marked_at_once_and_stays(
    page: TrainingPage, centre: Centre, qtbot: QtBot
) -> None:
    applied(page, qtbot)
    rows = sessions(centre.desk, centre.project)
    one = rows[0]
    page.sessions.table.choose(one.id)
    page.sessions.people.table.selectRow(0)
    person = page.sessions.people.chosen_rows()[0]
    page.context.actions.action("training.move").trigger()
    dialog = page.findChild(MoveDialog)
    goals = [row.value for row in dialog.table.lines.rows]
    dialog.table.selectRow(len(goals) - 1)
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    assert person.name in [row.name for row in enrolments(centre.desk, goals[-1])]
    assert centre.desk.get(Enrolment, person.id).fixed
    told = {row.name for row in clashes(centre.desk, centre.project)}
    shown = {row.texts[1] for row in page.sessions.clashes.lines.rows}
    assert person.name in told
    assert shown == told
