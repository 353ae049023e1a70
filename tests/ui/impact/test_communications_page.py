"""The page Communications: the calendar by keys, marking as sent and taking it back, the file."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from changedesk.desk import new_desk
from changedesk.impact.communications import add_communication, mark_sent
from changedesk.impact.message_queries import messages
from changedesk.impact.records import Impact
from changedesk.people.actions import add_group, add_project
from changedesk.people.links import ADDRESSES, links
from changedesk.people.records import BusyPeriod
from changedesk.store.workspace import Workspace
from ui.app import Desktop
from ui.impact.communications_page import CommunicationsPage
from ui.impact.send_dialog import SendDialog
from ui.prompts import ScriptedPrompts

TODAY = date.today()
SOON = TODAY + timedelta(days=3)


@pytest.fixture
def workspace(tmp_path: Path, home: Path) -> Iterator[Workspace]:
    """A team, two messages of one day, a busy week and an impact that nobody is told of."""
    workspace = new_desk(tmp_path / "Messages.changedesk", actor="Dana K.")
    project = add_project(workspace, "CRM", "New CRM")
    team = add_group(workspace, "Chat team", headcount=24)
    add_group(workspace, "Voice team", headcount=10)
    for title in ("Why we move", "What stays"):
        add_communication(workspace, project, title, [team], planned=SOON.isoformat())
    with workspace.change("More") as change:
        change.add(BusyPeriod(starts=TODAY.isoformat(), ends=SOON.isoformat(), why="Stock-taking"))
        change.add(Impact(project=project, group=team, title="New tool", severity=4))
    yield workspace
    workspace.close()


@pytest.fixture
def page(opened: Desktop, qtbot: QtBot) -> CommunicationsPage:
    """The page in the window of the program."""
    opened.window.resize(1280, 720)
    opened.window.desk_view.show_page("communications")
    page = opened.window.desk_view.current
    assert isinstance(page, CommunicationsPage)
    qtbot.waitUntil(lambda: page._found is not None)
    qtbot.waitUntil(lambda: bool(page.table.chosen_keys()))
    return page


@pytest.fixture
def desk(opened: Desktop) -> Workspace:
    """The workspace that the window has open."""
    found: Workspace = opened.session.desk.workspace
    return found


def do(page: CommunicationsPage, name: str) -> None:
    page.context.actions.action(f"communications.{name}").trigger()


def lines(page: CommunicationsPage) -> list[str]:
    return [line.text for line in page.calendar.list.entries.lines]


def test_keys_go_through_the_calendar_and_open_a_message(
    page: CommunicationsPage, qtbot: QtBot
) -> None:
    do(page, "calendar")
    grid = page.calendar.grid
    today = grid.day
    assert today - date.today() in (timedelta(0), timedelta(days=-1))  # midnight may have passed
    for key, day in (
        (Qt.Key.Key_Right, today + timedelta(days=1)),
        (Qt.Key.Key_Down, today + timedelta(days=8)),
        (Qt.Key.Key_Up, today + timedelta(days=1)),
        (Qt.Key.Key_Left, today),
        (Qt.Key.Key_N, SOON),
    ):
        QTest.keyClick(grid, key)
        assert grid.day == day
    assert lines(page) == [
        "○ COM-001  Why we move", "○ COM-002  What stays", "▨ Stock-taking",
    ]  # fmt: skip
    QTest.keyClick(grid, Qt.Key.Key_PageDown)
    assert grid.day.month != SOON.month or grid.day.year != SOON.year
    QTest.keyClick(grid, Qt.Key.Key_T)
    assert grid.day == TODAY
    QTest.keyClick(grid, Qt.Key.Key_N)
    QTest.keyClick(grid, Qt.Key.Key_Return)
    qtbot.waitUntil(page.calendar.list.hasFocus)
    QTest.keyClick(page.calendar.list, Qt.Key.Key_Down)
    QTest.keyClick(page.calendar.list, Qt.Key.Key_Return)
    assert page.views.current is page.pane
    qtbot.waitUntil(lambda: page.detail.heading.whole_text() == "COM-002  What stays")


def test_marking_as_sent_by_key_is_one_change_that_undo_takes_back(
    page: CommunicationsPage, desk: Workspace, qtbot: QtBot
) -> None:
    do(page, "send")
    dialog = page.findChild(SendDialog)
    assert dialog is not None
    assert dialog.lines["recipients"].text() == "24"
    dialog.lines["opened"].setText("30")
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    row = messages(desk, page.context.project_id or 0)[0]
    assert row.sendings == ()
    do(page, "send")
    dialog = page.findChildren(SendDialog)[-1]
    dialog.lines["opened"].setText("20")
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    row = messages(desk, page.context.project_id or 0)[0]
    assert (row.status, row.sendings[0].recipients, row.sendings[0].opened) == ("sent", 24, 20)
    assert row.sendings[0].attended is None
    assert desk.undo() == "Send “Why we move”"
    assert messages(desk, page.context.project_id or 0)[0].sendings == ()


def test_messages_of_the_day_at_hand_are_sent_from_the_calendar(
    page: CommunicationsPage, desk: Workspace
) -> None:
    do(page, "calendar")
    assert not page.context.actions.action("communications.send").isEnabled()
    QTest.keyClick(page.calendar.grid, Qt.Key.Key_N)
    do(page, "send")
    dialog = page.findChild(SendDialog)
    assert dialog is not None
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    rows = messages(desk, page.context.project_id or 0)
    assert [len(row.sendings) for row in rows] == [1, 1]


def test_a_hard_impact_that_nobody_hears_of_is_listed(page: CommunicationsPage) -> None:
    assert "1 hard" in page.calendar.gap_heading.text()
    assert page.calendar.gaps.entries.lines[0].text == "CI-001  New tool"
    do(page, "gaps")
    assert page.gaps.hits.lines.rows[0].texts[0] == "CI-001"


def test_a_tick_says_whom_a_message_is_for(
    page: CommunicationsPage, desk: Workspace, qtbot: QtBot
) -> None:
    page.detail.tabs.setCurrentWidget(page.audience)
    qtbot.waitUntil(lambda: page.audience.list.list.count() == 2)
    page.audience.list.tick_shown()
    page.audience.commit()
    key = page.table.chosen_keys()[0]
    assert len(links(desk, ADDRESSES)[key]) == 2
    assert desk.undo() == "Choose who COM-001 is for"
    assert len(links(desk, ADDRESSES)[key]) == 1


def test_the_plan_is_approved_and_written_as_a_calendar(
    page: CommunicationsPage, desk: Workspace, prompts: ScriptedPrompts, tmp_path: Path
) -> None:
    do(page, "approve")
    rows = messages(desk, page.context.project_id or 0)
    assert [row.status for row in rows] == ["approved", "draft"]
    prompts.answers.append(tmp_path / "plan.ics")
    do(page, "export")
    assert (tmp_path / "plan.ics").read_bytes().count(b"BEGIN:VEVENT") == 2


def test_a_row_of_days_that_nobody_sent_is_marked_in_the_table_until_it_is_sent(
    page: CommunicationsPage, desk: Workspace, qtbot: QtBot
) -> None:
    monday = TODAY - timedelta(days=7 + TODAY.weekday())
    project = page.context.project_id or 0
    late = add_communication(
        desk, project, "Round-up", occasion="Every 2 weeks", planned=monday.isoformat()
    )
    records = page.table.records
    column = [field.name for field in records.fields].index("title")

    def shown(role: Qt.ItemDataRole = Qt.ItemDataRole.DisplayRole) -> str:
        return str(records.data(records.index(records.row_of_key(late), column), role))

    qtbot.waitUntil(lambda: records.row_of_key(late) >= 0 and shown() == "! Round-up")
    assert shown(Qt.ItemDataRole.ToolTipRole).startswith("Overdue since ")
    ink = records.data(
        records.index(records.row_of_key(late), column), Qt.ItemDataRole.ForegroundRole
    )
    assert ink.color() == page.context.theme.color("bad_ink")
    first = records.data(records.index(0, column), Qt.ItemDataRole.DisplayRole)
    assert first == "Why we move"
    mark_sent(desk, [late], TODAY.isoformat())
    qtbot.waitUntil(lambda: shown() == "Round-up")
