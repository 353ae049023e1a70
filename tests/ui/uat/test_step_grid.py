"""The steps of a script are edited like a spreadsheet, and each edit is one undoable change."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from changedesk.uat import capture, queries, scripts
from ui.uat.scripts_page import ScriptPane, ScriptsPage
from ui.uat.step_grid import StepGrid

CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def grid(desk, filled, qtbot: QtBot) -> StepGrid:
    """The four steps of the first script, with the keyboard in the first cell."""
    grid = StepGrid(desk.context)
    qtbot.addWidget(grid)
    grid.resize(700, 500)
    QAbstractItemModelTester(grid.steps, grid)
    grid.steps.show_script(filled[1].scripts[0])
    grid.show()
    qtbot.waitExposed(grid)
    grid.activateWindow()
    qtbot.waitUntil(grid.isActiveWindow)
    grid.begin()
    return grid


@pytest.fixture
def written(desk, filled) -> Callable[[], list[tuple[str, str, str]]]:
    """What the workspace holds now."""

    def read() -> list[tuple[str, str, str]]:
        version = scripts.current_version(desk.workspace, filled[1].scripts[0])
        steps = scripts.steps_of(desk.workspace, version)
        assert [step.position for step in steps] == list(range(1, len(steps) + 1))
        return [(step.do, step.data, step.expected) for step in steps]

    return read


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def key(name: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(focused(), name, modifier)


def write(text: str) -> None:
    for letter in text:
        QTest.keyClicks(focused(), letter)


def cell(grid: StepGrid) -> tuple[int, int]:
    return grid.currentIndex().row(), grid.currentIndex().column()


def test_typing_replaces_a_cell_and_enter_goes_down(grid: StepGrid, written) -> None:
    write("New words")
    key(Qt.Key.Key_Return)
    assert written()[0][0] == "New words"
    assert cell(grid) == (1, 1)


def test_tab_goes_on_and_enter_comes_back_to_where_the_row_began(grid: StepGrid, written) -> None:
    key(Qt.Key.Key_Return)
    write("a")
    key(Qt.Key.Key_Tab)
    write("b")
    key(Qt.Key.Key_Tab)
    write("c")
    key(Qt.Key.Key_Return)
    assert written()[0] == ("a", "b", "c")
    assert cell(grid) == (1, 1)


def test_escape_leaves_the_cell_as_it_was(grid: StepGrid, written) -> None:
    before = written()
    write("rubbish")
    key(Qt.Key.Key_Escape)
    assert written() == before


def test_typing_below_the_last_row_makes_steps(grid: StepGrid, written) -> None:
    grid.setCurrentIndex(grid.steps.index(4, 1))
    for text in ("Fifth", "Sixth"):
        write(text)
        key(Qt.Key.Key_Tab)
        write("with data")
        key(Qt.Key.Key_Return)
    assert [row[:2] for row in written()[4:]] == [("Fifth", "with data"), ("Sixth", "with data")]


def test_a_block_from_excel_overwrites_and_makes_rows(grid: StepGrid, written) -> None:
    grid.setCurrentIndex(grid.steps.index(3, 1))
    block = 'Log in\t"user ""a""\ntwo lines"\tHome page\r\nLog out\t\tLogin page\r\n'
    QGuiApplication.clipboard().setText(block)
    key(Qt.Key.Key_V, CONTROL)
    assert written()[3:] == [
        ("Log in", 'user "a"\ntwo lines', "Home page"),
        ("Log out", "", "Login page"),
    ]


def test_a_copied_block_comes_back_as_it_was(grid: StepGrid, written) -> None:
    before = written()
    grid.selectAll()
    key(Qt.Key.Key_C, CONTROL)
    grid.setCurrentIndex(grid.steps.index(4, 1))
    key(Qt.Key.Key_V, CONTROL)
    assert written() == before * 2


def test_alt_and_arrows_move_a_step(grid: StepGrid, written) -> None:
    first, second, *_ = written()
    key(Qt.Key.Key_Down, ALT)
    assert written()[:2] == [second, first]
    assert cell(grid) == (1, 1)
    key(Qt.Key.Key_Up, ALT)
    assert written()[:2] == [first, second]
    key(Qt.Key.Key_Up, ALT)
    assert written()[0] == first


def test_delete_empties_a_cell_and_takes_out_a_row_chosen_as_a_whole(
    grid: StepGrid, written
) -> None:
    before = written()
    key(Qt.Key.Key_Delete)
    assert written()[0] == ("", *before[0][1:])
    grid.selectRow(1)
    key(Qt.Key.Key_Delete)
    assert written()[1:] == before[2:]


def test_insert_makes_a_step_above(grid: StepGrid, written) -> None:
    before = written()
    key(Qt.Key.Key_Insert)
    write("Before everything")
    key(Qt.Key.Key_Return)
    assert written() == [("Before everything", "", ""), *before]


def test_undo_brings_back_what_stood(grid: StepGrid, written, desk) -> None:
    before = written()
    write("Gone soon")
    key(Qt.Key.Key_Return)
    desk.workspace.undo()
    assert written() == before
    assert grid.steps.index(0, 1).data() == before[0][0]


def test_steps_with_results_are_never_altered(grid: StepGrid, written, desk, filled) -> None:
    run = queries.runs(desk.workspace, filled[1].cycle)[0]
    sheet = queries.run_sheet(desk.workspace, run.id)
    capture.record_result(desk.workspace, run.id, sheet.steps[0].id, "pass")
    write("Newer words")
    key(Qt.Key.Key_Tab)
    write("newer data")
    key(Qt.Key.Key_Return)
    key(Qt.Key.Key_Up)
    key(Qt.Key.Key_Down, ALT)
    assert written()[1][:2] == ("Newer words", "newer data")
    assert queries.run_sheet(desk.workspace, run.id).steps[0].do == sheet.steps[0].do


def test_many_edits_in_a_row_are_written_in_order(make_desk, filled, qtbot: QtBot, written) -> None:
    workspace, fixture = filled
    desk = make_desk(workspace, fixture.project, threads=True)
    grid = StepGrid(desk.context)
    qtbot.addWidget(grid)
    grid.steps.show_script(fixture.scripts[0])
    qtbot.waitUntil(lambda: grid.steps.count == 4)
    for number in range(12):
        grid.steps.put(grid.steps.count, 1, [[f"Step {number}"]])
        grid.steps.put(grid.steps.count - 1, 2, [[f"data {number}"]])
    grid.steps.move(4, 0)
    grid.steps.remove([1, 2, 3, 4])
    qtbot.waitUntil(lambda: not desk.context.jobs.busy)
    assert [row[:2] for row in written()] == [(f"Step {n}", f"data {n}") for n in range(12)]
    assert desk.told == []


def test_an_edit_on_steps_that_changed_elsewhere_is_refused(
    make_desk, filled, qtbot: QtBot, written
) -> None:
    workspace, fixture = filled
    desk = make_desk(workspace, fixture.project)
    grid = StepGrid(desk.context)
    qtbot.addWidget(grid)
    grid.steps.show_script(fixture.scripts[0])
    desk.context.bus.blockSignals(True)
    scripts.add_step(workspace, fixture.scripts[0], 1, do="From elsewhere")
    desk.context.bus.blockSignals(False)
    grid.steps.put(0, 1, [["Mine"]])
    assert "changed elsewhere" in desk.told[-1].text
    assert grid.steps.index(0, 1).data() == "From elsewhere"
    assert written()[0][0] == "From elsewhere"


def test_a_new_script_by_keys_can_be_planned(desk, filled, show, qtbot: QtBot) -> None:
    page = ScriptsPage(desk.context)
    show(page)
    page.addActions([desk.context.actions.action(f"scripts.{name}") for name in ("new", "steps")])
    page.table.setFocus()
    key(Qt.Key.Key_N, CONTROL)
    qtbot.waitUntil(lambda: page.table.state() is page.table.State.EditingState)
    write("Close a case")
    key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(page.table.chosen_keys()) == 1)
    script = page.table.chosen_keys()[0]
    pane = page.pane
    assert isinstance(pane, ScriptPane)
    qtbot.waitUntil(lambda: pane.steps.steps.script == script)
    page.write_steps()
    write("Press close")
    key(Qt.Key.Key_Return)
    version = scripts.current_version(desk.workspace, script)
    assert [step.do for step in scripts.steps_of(desk.workspace, version)] == ["Press close"]
    assert desk.workspace.record_name(script) == "UAT-004"


def test_the_history_of_a_script_tells_of_its_steps(desk, filled, show, qtbot: QtBot) -> None:
    page = ScriptsPage(desk.context)
    show(page)
    page.show_record("script", filled[1].scripts[0])
    qtbot.waitUntil(page.detail.tabs.isVisible)
    page.detail.tabs.setCurrentWidget(page.detail.history)
    qtbot.waitUntil(lambda: len(page.detail.history.list.entries.lines) == 1)
    assert "Made and 4 more" in page.detail.history.list.entries.lines[0].text
    scripts.add_step(desk.workspace, filled[1].scripts[0], do="Say goodbye")
    texts = [line.text for line in page.detail.history.list.entries.lines]
    assert texts[0] == "Say goodbye · Made"
