"""A window without a screen: services with inline work, a workspace with records, a context."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from changedesk.desk import new_desk
from changedesk.people.records import Group, Person, Project
from changedesk.store.workspace import Workspace
from changedesk.uat.records import Cycle, Defect, Script
from ui.actions import ActionRegistry
from ui.app import Desktop
from ui.bus import ChangeBus
from ui.desk_context import DeskContext, Services
from ui.i18n import install_translators
from ui.jobs import InlineJobRunner, JobRunner
from ui.messages import Messages
from ui.prompts import ScriptedPrompts
from ui.settings import Settings
from ui.theme.theme import Mode, Theme


@pytest.fixture(scope="session")
def dressed(qapp: QApplication) -> QApplication:
    """The one application, drawn as the program draws."""
    qapp.setStyle("Fusion")
    qapp.setApplicationName("ChangeDesk")
    install_translators(qapp, QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    return qapp


@pytest.fixture
def theme(dressed: QApplication) -> Theme:
    theme = Theme(dressed, Mode.LIGHT)
    theme.apply()
    return theme


@pytest.fixture
def messages() -> Messages:
    return Messages()


@pytest.fixture
def told(messages: Messages) -> list[str]:
    """What the message bar was told, in order."""
    texts: list[str] = []
    messages.told.connect(lambda message: texts.append(message.text))
    return texts


@pytest.fixture
def prompts() -> ScriptedPrompts:
    return ScriptedPrompts()


@pytest.fixture
def services(theme: Theme, prompts: ScriptedPrompts, messages: Messages, home: Path) -> Services:
    """Services whose work is done at once, in the calling thread."""
    return Services(InlineJobRunner(), prompts, theme, Settings(), ActionRegistry(theme), messages)


@pytest.fixture
def threaded(services: Services) -> Iterator[Services]:
    """The same with real threads."""
    runner = JobRunner()
    yield Services(
        runner,
        services.prompts,
        services.theme,
        services.settings,
        services.actions,
        services.messages,
    )
    assert runner.close()


@pytest.fixture
def workspace(tmp_path: Path, home: Path) -> Iterator[Workspace]:
    """Two projects, a group, people, scripts, a cycle and defects."""
    workspace = new_desk(tmp_path / "Support move.changedesk", actor="Dana K.")
    with workspace.change("Start") as change:
        first = change.add(Project(code="MOVE", name="Move support to Salesforce"))
        change.add(Project(code="BOT", name="Chatbot for returns"))
        team = change.add(Group(name="Team Leeds", site="Leeds", headcount=12))
        for name in ("Amira", "Ben", "Chloé"):
            change.add(Person(name=name, email=f"{name}@example.com", group=team.id))
        for number in range(1, 13):
            change.add(
                Script(
                    project=first.id,
                    title=f"Script number {number}",
                    area="Chat" if number % 2 else "Phone",
                    priority=("critical", "high", "medium", "low")[number % 4],
                    minutes=number * 5,
                )
            )
        cycle = change.add(Cycle(project=first.id, title="Cycle one", starts="2026-03-02"))
        for title in ("Transfer drops the transcript", "Wrong queue"):
            change.add(Defect(project=first.id, title=title, cycle=cycle.id, severity="high"))
    yield workspace
    workspace.close()


@pytest.fixture
def context(workspace: Workspace, services: Services) -> Iterator[DeskContext]:
    """What a page is handed, with the first project chosen."""
    bus = ChangeBus(workspace, services.jobs)
    context = DeskContext(workspace, bus, services)
    project = workspace.find(Project, code="MOVE")
    assert project is not None
    context.project_id = project.id
    yield context
    bus.close()


@pytest.fixture
def key_of(workspace: Workspace) -> Callable[..., int]:
    """The key of the first record of a type whose fields have these values."""

    def find(record_type: type, **equals: object) -> int:
        found = workspace.find(record_type, **equals)
        assert found is not None
        return int(found.id)

    return find


@pytest.fixture
def opened(desktop: Desktop, workspace: Workspace, qtbot: QtBot) -> Desktop:
    """The program with the workspace of the tests open and its window shown."""
    address = workspace.address
    workspace.close()
    desktop.session.open(address)
    with qtbot.waitActive(desktop.window):
        desktop.window.show()
        desktop.window.activateWindow()
    return desktop


@pytest.fixture
def desktop(dressed: QApplication, prompts: ScriptedPrompts, home: Path) -> Iterator[Desktop]:
    """The whole program, its work done inline; closed at the end."""
    desktop = Desktop(dressed, jobs=InlineJobRunner(), prompts=prompts)
    yield desktop
    desktop.window.close()
    desktop.window.deleteLater()
