"""A room with 20 people and the page Training, in a window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from changedesk.desk import new_desk
from changedesk.people.actions import add_group, add_person, add_project
from changedesk.training.courses import add_course
from changedesk.training.sessions import add_session, enrol
from tests.ui.training.room import NAMES, STARTS, Room
from ui.actions import ActionRegistry
from ui.bus import ChangeBus
from ui.desk_context import DeskContext, Services
from ui.jobs import InlineJobRunner
from ui.messages import Messages
from ui.prompts import ScriptedPrompts
from ui.settings import Settings
from ui.theme.theme import Theme
from ui.training.page import TrainingPage


@pytest.fixture
def room(tmp_path: Path, theme: Theme, home: Path) -> Iterator[Room]:
    desk = new_desk(tmp_path / "room.changedesk", actor="Dana")
    project = add_project(desk, "CRM", "Service Cloud", go_live="2026-04-06")
    group = add_group(desk, "Team Leeds", headcount=20, site="Leeds")
    people = [add_person(desk, name, group=group) for name in NAMES]
    course = add_course(desk, project, "CRM basics", minutes=60, capacity=20, no_show=10)
    session = add_session(desk, course, starts=STARTS, time_zone="UTC", place="Room 1")
    enrol(desk, session, people)
    prompts, jobs = ScriptedPrompts(), InlineJobRunner()
    services = Services(jobs, prompts, theme, Settings(), ActionRegistry(theme), Messages())
    context = DeskContext(desk, ChangeBus(desk, jobs), services)
    context.project_id = project
    toasts: list[str] = []
    told: list[str] = []
    context.messages.toasted.connect(toasts.append)
    context.messages.told.connect(lambda message: told.append(message.text))
    jobs.trouble.connect(context.messages.problem)
    yield Room(desk, context, prompts, toasts, told, project, group, people, course, session)
    context.bus.close()
    desk.close()


@pytest.fixture
def page(room: Room, qtbot: QtBot) -> Iterator[TrainingPage]:
    page = TrainingPage(room.context)
    page.resize(1060, 680)
    page.show()
    qtbot.waitExposed(page)
    room.context.actions.set_page(page.key)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    yield page
    page.close_page()
