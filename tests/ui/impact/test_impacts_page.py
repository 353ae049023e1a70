"""The page Impacts: bulk entry, mitigations, heat maps and a workshop, all by keys."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from changedesk.desk import new_desk
from changedesk.impact.queries import impacts
from changedesk.impact.records import Impact, Mitigation
from changedesk.people.actions import add_group, add_project
from changedesk.people.records import Group, Project
from changedesk.store.workspace import Workspace
from ui.app import Desktop
from ui.desk_context import DeskContext, Place
from ui.impact.page import ImpactsPage

CONTROL = Qt.KeyboardModifier.ControlModifier


def add_impacts(workspace: Workspace, *rows: dict[str, object]) -> list[int]:
    project, team = workspace.find(Project, code="MOVE"), workspace.find(Group, name="Team Leeds")
    assert project is not None
    assert team is not None
    with workspace.change("Impacts") as change:
        return change.add_many(
            Impact, [{"project": project.id, "group": team.id, **r} for r in rows]
        )


FIVE = (
    {"title": "Agreed", "aspect": "tools", "severity": 3, "group_severity": 3},
    {"title": "Open", "aspect": "systems", "severity": 2},
    {"title": "Two apart", "aspect": "location", "severity": 1, "group_severity": 3},
    {"title": "Four apart", "aspect": "mindset", "severity": 5, "group_severity": 1},
)


@pytest.fixture
def workspace(tmp_path: Path, home: Path) -> Iterator[Workspace]:
    """Two projects and a group."""
    workspace = new_desk(tmp_path / "Impacts.changedesk", actor="Dana K.")
    add_project(workspace, "MOVE", "Move support to Salesforce")
    add_project(workspace, "BOT", "Chatbot for returns")
    add_group(workspace, "Team Leeds", headcount=12)
    yield workspace
    workspace.close()


@pytest.fixture
def page(context: DeskContext, qtbot: QtBot) -> Iterator[ImpactsPage]:
    page = ImpactsPage(context)
    page.resize(1072, 640)
    page.show()
    context.actions.set_page(page.key)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    yield page
    page.close_page()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def rated(workspace: Workspace, title: str) -> tuple[int | None, int | None]:
    row = next(row for row in impacts(workspace) if row.title == title)
    return row.severity, row.group_severity


# -- the table ------------------------------------------------------------------------------------


def test_twenty_rows_from_excel_become_twenty_impacts_in_one_change(
    page: ImpactsPage, workspace: Workspace
) -> None:
    names = [page.table.records.fields[c].name for c in page.table.columns.shown_in_order()]
    assert names[:5] == ["code", "title", "group", "severity", "group_severity"]
    block = "\n".join(f"Change {n}\tTeam Leeds\t{n % 6}\t{(n + 2) % 6}" for n in range(20))
    QGuiApplication.clipboard().setText(block)
    page.context.actions.action("impacts.paste").trigger()
    rows = impacts(workspace)
    assert [row.title for row in rows] == [f"Change {n}" for n in range(20)]
    assert {row.group_name for row in rows} == {"Team Leeds"}
    assert [row.severity for row in rows[:7]] == [0, 1, 2, 3, 4, 5, 0]
    assert rows[3].group_severity == 5
    workspace.undo()
    assert impacts(workspace) == []


def test_enter_in_the_last_row_goes_on_with_the_same_group(
    page: ImpactsPage, workspace: Workspace, qtbot: QtBot
) -> None:
    add_impacts(workspace, {"title": "First", "aspect": "tools", "severity": 3})
    table = page.table
    qtbot.waitUntil(lambda: len(table.records.keys) == 1)
    table.setFocus()
    table.setCurrentIndex(table.records.index(0, table.title_column()))
    QTest.keyClick(table, Qt.Key.Key_F2)
    editor = table.indexWidget(table.currentIndex())
    assert isinstance(editor, QLineEdit)
    QTest.keyClicks(editor, "First one")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(table.records.keys) == 2 and table.is_editing())
    editor = table.indexWidget(table.currentIndex())
    assert isinstance(editor, QLineEdit)
    QTest.keyClicks(editor, "Second")
    table.commit()
    rows = impacts(workspace)
    assert [row.title for row in rows] == ["First one", "Second"]
    assert (rows[1].group_name, rows[1].aspect) == ("Team Leeds", "tools")


def test_mitigations_are_added_beside_their_impact(
    page: ImpactsPage, workspace: Workspace, qtbot: QtBot
) -> None:
    key, other = add_impacts(workspace, {"title": "First"}, {"title": "Second"})
    qtbot.waitUntil(lambda: page.table.chosen_keys() == [key])
    qtbot.waitUntil(lambda: page.mitigations.ready)
    page.context.actions.action("impacts.mitigation").trigger()
    found = workspace.find(Mitigation, impact=key)
    assert found is not None
    parts = page.mitigations.table.records
    qtbot.waitUntil(lambda: list(parts.keys) == [found.id])
    page.table.choose(other)
    qtbot.waitUntil(lambda: list(parts.keys) == [])
    workspace.undo()
    assert workspace.find(Mitigation, impact=key) is None


# -- heat maps ------------------------------------------------------------------------------------


def test_a_cell_by_keys_opens_what_is_behind_it(page: ImpactsPage, workspace: Workspace) -> None:
    keys = add_impacts(workspace, *FIVE)
    page.show_aspects()
    grid = page.aspects.grid
    assert grid.heat.index(0, 2).data() == "3 High"
    assert grid.heat.index(0, 0).data() == ""
    grid.setCurrentIndex(grid.heat.index(0, 0))
    for _ in range(2):
        QTest.keyClick(grid, Qt.Key.Key_Right)
    QTest.keyClick(grid, Qt.Key.Key_Return)
    behind = page.aspects.behind
    assert behind.isVisible()
    assert "Team Leeds · Tools: 1 impact" in behind.said.whole_text()
    assert [row.texts[1] for row in behind.table.lines.rows] == ["Agreed"]
    assert behind.table.hasFocus()
    QTest.keyClick(behind.table, Qt.Key.Key_Return)
    assert page.views.current is page.pane
    assert page.table.chosen_keys() == keys[:1]


def test_a_click_opens_a_cell_too_and_escape_gives_the_room_back(
    page: ImpactsPage, workspace: Workspace
) -> None:
    add_impacts(workspace, *FIVE)
    page.show_aspects()
    grid = page.aspects.grid
    place = grid.visualRect(grid.heat.index(0, 9)).center()
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert [row.texts[1] for row in page.aspects.behind.table.lines.rows] == ["Two apart"]
    QTest.keyClick(page.aspects.behind.table, Qt.Key.Key_Escape)
    assert not page.aspects.behind.isVisible()
    assert grid.hasFocus()


def test_the_measure_changes_every_cell(page: ImpactsPage, workspace: Workspace) -> None:
    add_impacts(workspace, {"title": "A", "aspect": "tools", "severity": 4, "minutes": 90},
                {"title": "B", "aspect": "tools", "severity": 2, "people": 5})  # fmt: skip
    page.show_aspects()
    seen = []
    for _ in range(page.aspects.measure.count()):
        seen.append(page.aspects.grid.heat.index(0, 2).data())
        page.context.actions.action("impacts.measure").trigger()
    assert seen == ["2–4 High", "58 High", "2 High", "15 High", "1.5"]


def test_the_degree_of_a_group_stands_at_the_end_of_its_row(
    page: ImpactsPage, workspace: Workspace
) -> None:
    add_impacts(workspace, *FIVE)
    page.show_aspects()
    assert page.aspects.grid.heat.index(0, 10).data() == "– 4 of 10"


def test_projects_that_meet_in_a_month_are_marked_and_explained(
    page: ImpactsPage, workspace: Workspace, key_of: Callable[..., int]
) -> None:
    other = key_of(Project, code="BOT")
    team = key_of(Group, name="Team Leeds")
    with workspace.change("Capacity") as change:
        change.set_many(Group, {team: {"capacity": 2}})
    _, theirs = add_impacts(
        workspace,
        {"title": "Ours", "severity": 3, "starts": "2026-03-09", "minutes": 150},
        {"title": "Theirs", "severity": 4, "starts": "2026-03-20", "project": other},
    )
    page.show_months()
    grid = page.months.grid
    assert grid.heat.headerData(0, Qt.Orientation.Horizontal) == "Mar 2026"
    assert grid.heat.index(0, 0).data() == "2.5 > 2.0"
    assert grid.heat.looks[0][0].collides
    told = grid.heat.index(0, 0).data(int(Qt.ItemDataRole.AccessibleTextRole))
    assert told == "Team Leeds, Mar 2026: 2.5 > 2.0, too much at once"
    grid.setCurrentIndex(grid.heat.index(0, 0))
    QTest.keyClick(grid, Qt.Key.Key_Return)
    warned = page.months.behind.warned.text()
    assert "BOT, MOVE hit this group hard at the same time." in warned
    assert "2.5 h asked of each person, 2.0 h are there." in warned
    wanted: list[Place] = []
    page.context.wanted.connect(wanted.append)
    table = page.months.behind.table
    table.setCurrentIndex(table.lines.index(1, 0))
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert wanted == [Place("impacts", "impact", theirs, other)]


def test_an_empty_heat_map_says_how_it_fills_itself(page: ImpactsPage) -> None:
    page.show_months()
    assert page.months.grid.heat.rowCount() == 0
    assert not page.months.grid.isVisible()


def test_checks_count_on_their_tab_and_enter_opens_the_impact(
    page: ImpactsPage, workspace: Workspace
) -> None:
    key = add_impacts(workspace, {"title": "Hard", "severity": 4})[0]
    page.show_checks()
    assert page.views.bar.tabText(3) == "Checks: 1"
    table = page.checks.table
    assert "nobody owns it" in table.lines.rows[0].texts[2]
    table.setCurrentIndex(table.lines.index(0, 0))
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert page.table.chosen_keys() == [key]
    with workspace.change("Drop") as change:
        change.delete_many(Impact, [key])
    assert page.views.bar.tabText(3) == "Checks ✔"


# -- the workshop ---------------------------------------------------------------------------------


@pytest.fixture
def round_at_hand(opened: Desktop, qtbot: QtBot) -> ImpactsPage:
    """The workshop of the whole window, begun by its key."""
    desk = opened.session.desk
    assert desk is not None
    workspace = desk.context.workspace
    add_impacts(workspace, *FIVE)
    project = workspace.find(Project, code="MOVE")
    assert project is not None
    desk.context.project_id = project.id
    opened.window.desk_view.show_page("impacts")
    page = opened.window.desk_view.page("impacts")
    assert isinstance(page, ImpactsPage)
    press(Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: page.workshop.hasFocus() and page.workshop.item is not None)
    return page


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(*keys: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    for key in keys:
        QTest.keyClick(focused(), key, modifiers)


def test_a_workshop_round_by_keys_alone(round_at_hand: ImpactsPage, qtbot: QtBot) -> None:
    page, workspace = round_at_hand, round_at_hand.context.workspace
    workshop = page.workshop
    assert workshop.titles[:4] == ["Four apart", "Two apart", "Open", "Agreed"]
    assert not page.header.isVisible()
    press(Qt.Key.Key_4)
    press(Qt.Key.Key_G, Qt.Key.Key_3)
    assert rated(workspace, "Four apart") == (4, 3)
    assert (workshop.board.project.score, workshop.board.group.score) == (4, 3)
    assert [line.label for line in workspace.changes(2)] == [
        "Rate CI-004: group 3, needs training",
        "Rate CI-004: project 4, core task changes",
    ]
    press(Qt.Key.Key_Z, modifiers=CONTROL)
    assert rated(workspace, "Four apart") == (4, 1)
    assert workshop.board.group.score == 1
    press(Qt.Key.Key_2)
    assert workshop.titles[:2] == ["Four apart", "Two apart"]
    press(Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_5)
    assert rated(workspace, "Open") == (2, 5)
    press(Qt.Key.Key_Tab, Qt.Key.Key_0)
    assert rated(workspace, "Open") == (0, 5)
    press(Qt.Key.Key_R)
    QTest.keyClicks(focused(), "They never see it 24")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(workshop.hasFocus)
    row = next(row for row in impacts(workspace) if row.title == "Open")
    assert (row.reason, row.severity) == ("They never see it 24", 0)
    press(Qt.Key.Key_Escape)
    assert page.faces.currentWidget() is page.views
    assert page.header.isVisible()


def test_a_blank_aspect_is_rated_and_undone(round_at_hand: ImpactsPage) -> None:
    page, workspace = round_at_hand, round_at_hand.context.workspace
    workshop = page.workshop
    assert workshop.titles[4] == "Processes"
    press(*[Qt.Key.Key_Down] * 4)
    press(Qt.Key.Key_3, Qt.Key.Key_G, Qt.Key.Key_1)
    assert rated(workspace, "Processes") == (3, 1)
    assert workshop.item is not None
    assert (workshop.item.title, workshop.item.gap) == ("Processes", 2)
    press(Qt.Key.Key_Z, modifiers=CONTROL)
    press(Qt.Key.Key_Z, modifiers=CONTROL)
    assert len(impacts(workspace)) == 4
    assert workshop.item is not None
    assert (workshop.item.title, workshop.item.impact) == ("Processes", None)


def test_the_next_round_begins_with_the_widest_disagreement_anew(
    round_at_hand: ImpactsPage, qtbot: QtBot
) -> None:
    press(Qt.Key.Key_G, Qt.Key.Key_5)
    press(Qt.Key.Key_Escape, Qt.Key.Key_F5)
    workshop = round_at_hand.workshop
    qtbot.waitUntil(lambda: workshop.item is not None)
    assert workshop.titles[:4] == ["Two apart", "Open", "Agreed", "Four apart"]


def test_numbers_typed_elsewhere_rate_nothing(page: ImpactsPage, workspace: Workspace) -> None:
    add_impacts(workspace, *FIVE)
    length = workspace.journal_length()
    page.header.focus_filter()
    QTest.keyClicks(page.header.filter, "345")
    assert page.header.filter.text() == "345"
    assert workspace.journal_length() == length
    assert page.table.indexAt(page.table.rect().topLeft()) is not QModelIndex()
