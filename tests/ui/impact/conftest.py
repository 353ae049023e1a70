"""A workspace with a small register, and the page Stakeholders in the window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from changedesk.desk import new_desk
from changedesk.impact.records import Stakeholder
from changedesk.people.records import Group, Project
from changedesk.store.workspace import Workspace
from ui.app import Desktop
from ui.impact.stakeholders_page import StakeholdersPage


@pytest.fixture
def workspace(tmp_path: Path, home: Path) -> Iterator[Workspace]:
    """A project with a team and four stakeholders."""
    workspace = new_desk(tmp_path / "Change.changedesk", actor="Dana K.")
    with workspace.change("Start") as change:
        project = change.add(Project(code="CRM", name="New CRM")).id
        team = change.add(Group(name="Chat team", headcount=24)).id
        for values in (
            {"name": "Chat team", "kind": "group", "group": team, "power": 2, "interest": 5},
            {"name": "Ida", "power": 5, "interest": 3, "quadrant": "MC", "current": "U"},
            {"name": "Otto", "power": 2, "interest": 2, "current": "N", "desired": "S"},
            {"name": "Vera"},
        ):
            change.add(Stakeholder(project=project, **values))
    yield workspace
    workspace.close()


@pytest.fixture
def page(opened: Desktop, qtbot: QtBot) -> StakeholdersPage:
    """The page in the window of the program."""
    opened.window.resize(1280, 720)
    opened.window.desk_view.show_page("stakeholders")
    page = opened.window.desk_view.current
    assert isinstance(page, StakeholdersPage)
    qtbot.waitUntil(lambda: len(page.power.chart.rows) == 4)
    return page


@pytest.fixture
def desk(opened: Desktop) -> Workspace:
    """The workspace that the window has open."""
    found: Workspace = opened.session.desk.workspace
    return found
