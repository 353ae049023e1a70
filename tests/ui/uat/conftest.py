"""A small cycle and the services of a window around it, for the tests of the UAT pages."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from changedesk.desk import new_desk, open_desk
from changedesk.people.actions import add_person, add_project
from changedesk.store.workspace import Workspace
from changedesk.uat.cycles import add_cycle, plan_runs
from changedesk.uat.scripts import add_script
from ui.actions import ActionRegistry
from ui.bus import ChangeBus
from ui.desk_context import DeskContext, Services
from ui.jobs import InlineJobRunner, JobRunner
from ui.messages import Messages
from ui.page import Page
from ui.prompts import ScriptedPrompts
from ui.settings import Settings
from ui.theme.theme import Mode, Theme


@dataclass
class Desk:
    """An open workspace with one project, and the context that pages are handed."""

    workspace: Workspace
    context: DeskContext
    prompts: ScriptedPrompts
    project: int
    toasts: list[str]
    told: list[str]


@dataclass
class Fixture:
    """What the little project holds, by key."""

    project: int
    tester: int
    cycle: int
    scripts: list[int]


def script_steps(number: int, count: int) -> list[dict[str, str]]:
    """Return steps with words of their own."""
    return [
        {
            "do": f"Do {number}.{place}",
            "data": f"customer: test{place}@example.com",
            "expected": f"Expect {number}.{place}",
        }
        for place in range(1, count + 1)
    ]


def fill(workspace: Workspace, scripts: int = 3, steps: int = 4) -> Fixture:
    """Make a project with scripts, a tester and a cycle in which she is to run them all."""
    project = add_project(workspace, "CS", "Service Cloud")
    tester = add_person(workspace, "Amira", site="Leeds")
    keys = [
        add_script(
            workspace,
            project,
            f"Script {number}",
            script_steps(number, steps),
            area="Chat",
            preconditions="Logged in as an agent",
            status="ready",
        )
        for number in range(1, scripts + 1)
    ]
    cycle = add_cycle(workspace, project, "Cycle 2", build="1.4", environment="UAT")
    plan_runs(workspace, cycle, keys, [tester])
    return Fixture(project, tester, cycle, keys)


@pytest.fixture
def theme(dressed: QApplication) -> Theme:
    """The light theme, in force."""
    made = Theme(dressed, Mode.LIGHT)
    made.apply()
    return made


@pytest.fixture
def make_desk(
    qtbot: QtBot, tmp_path: Path, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[..., Desk]]:
    """Give a function that opens a workspace with all services of a window."""
    opened: list[Desk] = []
    monkeypatch.setattr(QSettings, "sync", lambda self: None)

    def make(workspace: Workspace, project: int | None, *, threads: bool = False) -> Desk:
        jobs = JobRunner() if threads else InlineJobRunner()
        prompts = ScriptedPrompts()
        settings = Settings(QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat))
        services = Services(jobs, prompts, theme, settings, ActionRegistry(theme), Messages())
        context = DeskContext(workspace, ChangeBus(workspace, jobs), services)
        context.project_id = project
        toasts: list[str] = []
        told: list[str] = []
        context.messages.toasted.connect(toasts.append)
        context.messages.told.connect(told.append)
        context.messages.bug.connect(told.append)
        jobs.trouble.connect(context.messages.problem)
        desk = Desk(workspace, context, prompts, project or 0, toasts, told)
        opened.append(desk)
        return desk

    yield make
    for desk in opened:
        desk.context.jobs.close()
        desk.context.bus.close()
        desk.workspace.close()


@pytest.fixture
def workspace_path(tmp_path: Path) -> Path:
    """Where the workspace of the test lies."""
    return tmp_path / "desk.changedesk"


@pytest.fixture
def filled(workspace_path: Path) -> tuple[Workspace, Fixture]:
    """A workspace with a little project."""
    workspace = new_desk(workspace_path, actor="Dana")
    return workspace, fill(workspace)


@pytest.fixture
def desk(make_desk: Callable[..., Desk], filled: tuple[Workspace, Fixture]) -> Desk:
    """The little project, opened, its work done at once."""
    workspace, fixture = filled
    return make_desk(workspace, fixture.project)


@pytest.fixture
def reopen(workspace_path: Path) -> Callable[[], Workspace]:
    """Give a function that opens the workspace again, as after a restart."""

    def again() -> Workspace:
        return open_desk(workspace_path, actor="Dana")

    return again


@pytest.fixture
def show(qtbot: QtBot) -> Iterator[Callable[[Page], None]]:
    """Give a function that puts a page on the screen, with the keyboard."""
    shown: list[Page] = []

    def put(page: Page) -> None:
        page.resize(1060, 680)
        page.show()
        qtbot.waitExposed(page)
        page.context.actions.set_page(page.key)
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        page.setFocus()
        shown.append(page)

    yield put
    for page in shown:
        page.close_page()


@pytest.fixture
def screenshot() -> QImage:
    """A picture as a screenshot is."""
    image = QImage(640, 400, QImage.Format.Format_RGB32)
    image.fill(QColor(20, 90, 160))
    return image


@pytest.fixture
def fill_project() -> Callable[..., Fixture]:
    """Give the function that fills an empty workspace with scripts of so many steps."""
    return fill
