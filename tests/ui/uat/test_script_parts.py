"""The page Scripts beyond plain steps: tries of a step, data sets, areas."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from changedesk.uat import scripts
from ui.page import Page
from ui.uat.scripts_page import ScriptsPage
from ui.widgets.text import PlainEdit


@pytest.fixture
def page(desk, filled, show: Callable[[Page], None], qtbot: QtBot) -> ScriptsPage:
    """The page with the first script in hand."""
    page = ScriptsPage(desk.context)
    show(page)
    qtbot.waitUntil(lambda: bool(page.table.chosen_keys()))
    page.show_record("script", filled[1].scripts[0])
    qtbot.waitUntil(lambda: page.pane.steps.steps.count == 4)
    return page


def typing() -> QWidget:
    """What is typed in."""
    widget = QApplication.focusWidget()
    assert isinstance(widget, PlainEdit)
    return widget


def steps(desk, filled):
    script = filled[1].scripts[0]
    version = scripts.current_version(desk.workspace, script)
    return scripts.steps_of(desk.workspace, version)


def test_a_step_becomes_a_trial_step_in_the_grid(page: ScriptsPage, desk, filled) -> None:
    grid = page.pane.steps.steps
    assert grid.setData(grid.index(1, 4), "20")
    assert grid.setData(grid.index(1, 5), "80")
    step = steps(desk, filled)[1]
    assert (step.trials, step.threshold) == (20, 80)
    assert grid.setData(grid.index(1, 4), "")
    assert steps(desk, filled)[1].trials is None


@pytest.mark.parametrize(("column", "text"), [(4, "1"), (4, "many"), (5, "101"), (5, "½")])
def test_a_number_that_cannot_be_is_refused_in_a_sentence(
    page: ScriptsPage, desk, filled, column: int, text: str
) -> None:
    grid = page.pane.steps.steps
    grid.setData(grid.index(0, column), text)
    assert "Tries are 2 to 1000" in desk.toasts[-1]
    assert (steps(desk, filled)[0].trials, steps(desk, filled)[0].threshold) == (None, None)


def test_a_block_from_excel_brings_the_tries_too(page: ScriptsPage, desk, filled) -> None:
    page.pane.steps.steps.put(3, 1, [["Ask", "", "It answers", "10", "90"], ["Bye", "", ""]])
    told = [(step.do, step.trials, step.threshold) for step in steps(desk, filled)[3:]]
    assert told == [("Ask", 10, 90), ("Bye", None, None)]


def test_tab_goes_on_to_the_next_step_after_what_is_expected(page: ScriptsPage) -> None:
    grid = page.pane.steps
    grid.setFocus()
    grid.setCurrentIndex(grid.steps.index(0, 3))
    QTest.keyClick(grid, Qt.Key.Key_Return)
    QTest.keyClick(typing(), Qt.Key.Key_Tab)
    assert (grid.currentIndex().row(), grid.currentIndex().column()) == (1, 1)
    QTest.keyClick(typing(), Qt.Key.Key_Backtab)
    assert (grid.currentIndex().row(), grid.currentIndex().column()) == (0, 3)


def test_data_sets_are_typed_and_begin_with_the_names_in_the_steps(
    page: ScriptsPage, desk, filled, qtbot: QtBot
) -> None:
    page.pane.steps.steps.put(0, 1, [["Log in as <user> in <country>"]])
    page.detail.tabs.setCurrentWidget(page.pane.data)
    page.pane.data.new.click()
    data = page.pane.data
    assert data.values.toPlainText().split("\n") == ["user = ", "country = "]
    data.values.setPlainText("user = maria\ncountry = AT")
    data.name.setFocus()
    data.name.selectAll()
    QTest.keyClicks(data.name, "Austria")
    QTest.keyClick(data.name, Qt.Key.Key_Return)
    version = scripts.current_version(desk.workspace, filled[1].scripts[0])
    (one,) = scripts.data_sets_of(desk.workspace, version)
    assert (one.name, one.values) == ("Austria", "user = maria\ncountry = AT")
    data.new.click()
    assert len(scripts.data_sets_of(desk.workspace, version)) == 2
    data.out.click()
    assert [s.name for s in scripts.data_sets_of(desk.workspace, version)] == ["Austria"]
    assert data.name.text() == "Austria"


def test_areas_are_a_tree_that_narrows_the_list(page: ScriptsPage, desk, filled) -> None:
    workspace, project = desk.workspace, filled[1].project
    scripts.add_script(workspace, project, "Hand over", area="Chat/Hand-over")
    scripts.add_script(workspace, project, "Call", area="Phone")
    scripts.add_script(workspace, project, "Chatty", area="Chatbot")
    desk.context.actions.action("scripts.areas").trigger()
    tree = page.pane.areas
    assert tree is not None
    assert [tree.topLevelItem(n).text(0) for n in range(tree.topLevelItemCount())] == [
        "All scripts  6",
        "Chat  4",
        "Chatbot  1",
        "Phone  1",
    ]
    chat = tree.topLevelItem(1)
    assert chat is not None
    tree.setCurrentItem(chat)
    assert len(page.table.records.keys) == 4
    tree.setCurrentItem(tree.topLevelItem(1).child(0))
    assert len(page.table.records.keys) == 1
    desk.context.actions.action("scripts.areas").trigger()
    assert not tree.isVisible()
    assert len(page.table.records.keys) == 6
