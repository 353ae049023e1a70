"""The conditions of a cycle in the window, and that no cycle shows what belongs to another one."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from changedesk.uat import criteria, cycles
from ui.page import Page
from ui.uat.cycles_page import CyclesPage

DOWN = Qt.Key.Key_Down


@pytest.fixture
def page(desk, show: Callable[[Page], None], qtbot: QtBot) -> CyclesPage:
    """The page with its one cycle in hand."""
    page = CyclesPage(desk.context)
    show(page)
    qtbot.waitUntil(lambda: page._cycle is not None)
    return page


@pytest.fixture
def listed(page: CyclesPage, desk, filled) -> CyclesPage:
    """Two conditions of the cycle and one of another cycle, shown."""
    workspace, cycle = desk.workspace, filled[1].cycle
    other = cycles.add_cycle(workspace, desk.project, "Another")
    criteria.add_condition(workspace, cycle, "Train the night shift", "Dana", "2026-03-31")
    criteria.add_condition(workspace, other, "Of another cycle")
    criteria.add_condition(workspace, cycle, "Mend the printer")
    page.detail.tabs.setCurrentWidget(page.conditions)
    return page


def wordings(desk, cycle: int) -> list[str]:
    return [one.wording for one in criteria.conditions_of(desk.workspace, cycle)]


def table_of(page: CyclesPage):
    assert page.conditions.pane is not None
    return page.conditions.pane.table


def tab_of(page: CyclesPage) -> str:
    return page.detail.tabs.tabText(page.detail.tabs.indexOf(page.conditions))


def test_the_conditions_of_the_cycle_in_hand_are_listed(listed: CyclesPage, qtbot: QtBot) -> None:
    assert tab_of(listed) == "Conditions (2)"
    records = table_of(listed).records
    qtbot.waitUntil(lambda: all(records.row_values(row) for row in range(2)))
    assert [records.row_values(row)[0] for row in range(2)] == [
        "Train the night shift",
        "Mend the printer",
    ]


def test_a_condition_is_written_by_keys(page: CyclesPage, desk, filled, qtbot: QtBot) -> None:
    desk.context.actions.action("cycles.condition").trigger()
    table = table_of(page)
    qtbot.waitUntil(table.is_editing)
    typing = QApplication.focusWidget()
    assert typing is not None
    QTest.keyClicks(typing, "Print the leaflets")
    QTest.keyClick(typing, Qt.Key.Key_Return)
    assert wordings(desk, filled[1].cycle) == ["Print the leaflets"]
    assert tab_of(page) == "Conditions (1)"


def test_owner_and_day_are_changed_in_the_form(
    listed: CyclesPage, desk, filled, qtbot: QtBot
) -> None:
    pane = listed.conditions.pane
    assert pane is not None
    qtbot.waitUntil(lambda: len(pane.detail.form.keys) == 1)
    owner = pane.detail.form.fields["owner"].editor
    assert owner is not None
    owner.setFocus()
    QTest.keyClick(owner, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(owner, "Noor")
    listed.leave()
    first = criteria.conditions_of(desk.workspace, filled[1].cycle)[0]
    assert (first.wording, first.owner, first.due) == (
        "Train the night shift",
        "Noor",
        "2026-03-31",
    )


def test_del_takes_a_condition_out_and_undo_brings_it_back(
    listed: CyclesPage, desk, filled, qtbot: QtBot
) -> None:
    table = table_of(listed)
    table.setFocus()
    qtbot.waitUntil(lambda: bool(table.chosen_keys()))
    QTest.keyClick(table, Qt.Key.Key_Delete)
    assert wordings(desk, filled[1].cycle) == ["Mend the printer"]
    desk.workspace.undo()
    assert tab_of(listed) == "Conditions (2)"
    for _ in range(2):
        table.choose(table.records.key_at(0))
        qtbot.waitUntil(listed.conditions.out.isEnabled)
        qtbot.mouseClick(listed.conditions.out, Qt.MouseButton.LeftButton)
    assert wordings(desk, filled[1].cycle) == []
    assert listed.conditions._stack.currentIndex() == 0


def test_a_certificate_counts_them_among_its_criteria(listed: CyclesPage, desk, filled) -> None:
    listed.criteria.kit.click()
    row = next(row for row in listed.criteria.table.lines.rows if "condition" in row.texts[2])
    assert row.texts[3] == "50 %"


def test_another_cycle_never_shows_what_was_read_of_the_one_before(
    make_desk, filled, show: Callable[[Page], None], qtbot: QtBot
) -> None:
    workspace, fixture = filled
    criteria.add_kit(workspace, fixture.cycle)
    criteria.add_condition(workspace, fixture.cycle, "Train the night shift")
    cycles.add_cycle(workspace, fixture.project, "Another")
    desk = make_desk(workspace, fixture.project, threads=True)
    page = CyclesPage(desk.context)
    show(page)
    figures = page.figures
    qtbot.waitUntil(lambda: figures.widget().isVisibleTo(figures) and page._cycle is not None)
    qtbot.waitUntil(lambda: "(" in tab_of(page))
    qtbot.waitUntil(lambda: bool(page.criteria.table.lines.rows))
    blank: list[bool] = []
    # Looked at when the other cycle is in hand, before a worker can have answered.
    page.pane.chosen.connect(
        lambda: blank.append(
            not figures.widget().isVisibleTo(figures)
            and page.detail.heading.text().strip() == ""
            and not page.criteria.table.lines.rows
            and page.criteria.said.text() == ""
            and "(" not in tab_of(page)
        )
    )
    QTest.keyClick(page.table, DOWN)
    qtbot.waitUntil(lambda: bool(blank))
    assert blank[0]
    qtbot.waitUntil(lambda: page._cycle is not None and page._cycle.title == "Another")
    assert figures.executed.accessibleName() == "Executed: –, nothing planned"
