"""Documents of the project, made from the pages that show what is in them."""

from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook
from pytestqt.qtbot import QtBot

from changedesk.desk import new_desk
from changedesk.people.actions import add_project
from ui.actions import ActionRegistry
from ui.bus import ChangeBus
from ui.desk_context import DeskContext, Services
from ui.impact.page import ImpactsPage
from ui.jobs import InlineJobRunner
from ui.messages import Messages
from ui.page import Page
from ui.prompts import ScriptedPrompts
from ui.settings import Settings
from ui.theme.theme import Theme
from ui.training.page import TrainingPage


@pytest.mark.parametrize(
    ("kind", "action", "ending"),
    [
        (ImpactsPage, "impacts.report", "docx"),
        (ImpactsPage, "impacts.workbook", "xlsx"),
        (ImpactsPage, "impacts.communication_plan", "docx"),
        (TrainingPage, "training.plan", "docx"),
        (TrainingPage, "training.workbook", "xlsx"),
        (TrainingPage, "training.attendance_sheet", "xlsx"),
    ],
)
def test_an_action_writes_its_document(
    kind: type[Page], action: str, ending: str, tmp_path: Path, theme: Theme, home: Path,
    qtbot: QtBot,
) -> None:  # fmt: skip
    desk = new_desk(tmp_path / "room.changedesk", actor="Dana")
    project = add_project(desk, "CRM", "Service Cloud")
    path = tmp_path / f"made.{ending}"
    jobs = InlineJobRunner()
    services = Services(
        jobs, ScriptedPrompts(path), theme, Settings(), ActionRegistry(theme), Messages()
    )
    context = DeskContext(desk, ChangeBus(desk, jobs), services)
    context.project_id = project
    page = kind(context)
    page.show()
    qtbot.waitExposed(page)
    context.actions.set_page(page.key)
    context.actions.action(action).trigger()
    if ending == "docx":
        assert Document(str(path)).tables
    else:
        assert load_workbook(path).sheetnames[0] == "Cover"
    page.close_page()
    context.bus.close()
    desk.close()
