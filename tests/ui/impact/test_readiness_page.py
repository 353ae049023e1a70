"""The page Readiness: a questionnaire by keys, kept as one change; logs as ordinary tables."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from changedesk.desk import new_desk
from changedesk.impact.assessments import assessments
from changedesk.impact.records import Champion, ResistanceEntry
from changedesk.people.actions import add_group, add_person, add_project
from changedesk.store.workspace import Workspace
from ui.app import Desktop
from ui.impact.readiness_page import ReadinessPage
from ui.prompts import ScriptedPrompts


@pytest.fixture
def workspace(tmp_path: Path, home: Path) -> Iterator[Workspace]:
    """A project with a team of one."""
    workspace = new_desk(tmp_path / "Ready.changedesk", actor="Dana K.")
    add_project(workspace, "CRM", "New CRM")
    add_person(workspace, "Amira", group=add_group(workspace, "Chat team"))
    yield workspace
    workspace.close()


@pytest.fixture
def page(opened: Desktop, qtbot: QtBot) -> ReadinessPage:
    """The page in the window of the program."""
    opened.window.resize(1280, 720)
    opened.window.desk_view.show_page("readiness")
    page = opened.window.desk_view.current
    assert isinstance(page, ReadinessPage)
    return page


@pytest.fixture
def desk(opened: Desktop) -> Workspace:
    """The workspace that the window has open."""
    found: Workspace = opened.session.desk.workspace
    return found


def do(page: ReadinessPage, name: str) -> None:
    page.context.actions.action(f"readiness.{name}").trigger()


def press(page: ReadinessPage, keys: str) -> None:
    QTest.keyClicks(page.assessments.sheet.table, keys)


def test_a_questionnaire_is_answered_by_keys_and_kept_as_one_change(
    page: ReadinessPage, desk: Workspace
) -> None:
    do(page, "begin")
    sheet = page.assessments.sheet
    assert sheet.table.hasFocus()
    press(page, "2222222211" + "3" * 10 + "2" * 9)
    assert sheet.at == 29
    assert sheet.count.text() == "29 of 30"
    assert "Leadership: 18 of 30 ✖ at risk" in sheet.result.text()
    assert "9 of 10 answered ◌ incomplete" in sheet.result.text()
    press(page, "3")
    assert "Change management: 21 of 30 ◐ watch it" in sheet.result.text()
    QTest.keyClick(sheet.table, Qt.Key.Key_Return)
    one = assessments(desk, page.context.project_id or 0)[0]
    assert (one.assessor, one.result.band) == (desk.actor, "at_risk")
    assert not page.assessments.filling
    assert page.assessments.table.lines.rows[0].texts[-1] == "✖ at risk"
    assert (desk.undo() or "").startswith("Assess: Project change triangle")
    assert assessments(desk, page.context.project_id or 0) == []


def test_a_wrong_digit_does_nothing_and_an_answer_can_be_taken_back(page: ReadinessPage) -> None:
    do(page, "begin")
    sheet = page.assessments.sheet
    press(page, "4x")
    assert (sheet.at, sheet.answers) == (0, {})
    press(page, "3")
    QTest.keyClick(sheet.table, Qt.Key.Key_Backspace)
    QTest.keyClick(sheet.table, Qt.Key.Key_Delete)
    assert sheet.at == 0
    assert sheet.answers == {"lead1": None}
    QTest.keyClick(sheet.table, Qt.Key.Key_Down)
    assert sheet.at == 1


def test_an_empty_sheet_is_not_kept_and_answers_are_not_lost_unasked(
    page: ReadinessPage, desk: Workspace, prompts: ScriptedPrompts
) -> None:
    do(page, "begin")
    sheet = page.assessments.sheet
    QTest.keyClick(sheet.table, Qt.Key.Key_Return)
    assert page.assessments.filling
    assert assessments(desk, page.context.project_id or 0) == []
    press(page, "2")
    prompts.answers += [None, "yes"]
    QTest.keyClick(sheet.table, Qt.Key.Key_Escape)
    assert page.assessments.filling
    QTest.keyClick(sheet.table, Qt.Key.Key_Escape)
    assert not page.assessments.filling


def test_the_logs_are_ordinary_tables(page: ReadinessPage, desk: Workspace) -> None:
    do(page, "resistance")
    do(page, "new")
    assert desk.find(ResistanceEntry, code="RS-001") is not None
    do(page, "champions")
    do(page, "new")
    champion = desk.find(Champion, project=page.context.project_id)
    assert champion is not None
    assert desk.record_name(champion.person_id) == "Amira"
    # She has neither code nor title: the panel is headed by who she is, and of which group.
    assert page.pane is not None
    page.pane.detail.show_records([champion.id])
    assert page.pane.detail.heading.text() == "Amira  Chat team"
    do(page, "sponsors")
    assert page.pane is not None
    assert page.pane.spec.type_name == "sponsor_action"
