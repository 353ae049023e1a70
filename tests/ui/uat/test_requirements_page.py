"""The page Requirements: which scripts test what, and where that stands, in a list and a matrix."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from changedesk.people.links import TESTED_BY, links
from changedesk.uat import capture, queries
from changedesk.uat.records import Requirement
from ui.desk_context import Place
from ui.page import Page
from ui.uat.link_dialog import LinkDialog
from ui.uat.matrix_view import LEADING
from ui.uat.requirement_reading import write_links
from ui.uat.requirements_page import RequirementsPage

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def required(desk, filled) -> list[int]:
    """Three requirements: one tested by two scripts, one by one, one that is out of scope."""
    project, scripts = filled[1].project, filled[1].scripts
    with desk.workspace.change("Require") as change:
        keys = change.add_many(
            Requirement,
            [
                {"project": project, "title": "Transcripts are kept", "priority": "must"},
                {"project": project, "title": "Calls are routed", "priority": "should"},
                {"project": project, "title": "Fax works", "priority": "wont"},
            ],
        )
    write_links(desk.workspace, keys[0], set(scripts[:2]))
    return keys


@pytest.fixture
def page(desk, required, show: Callable[[Page], None], qtbot: QtBot) -> RequirementsPage:
    page = RequirementsPage(desk.context)
    show(page)
    qtbot.waitUntil(lambda: page.table.chosen_keys() == required[:1])
    return page


def pass_first_script(desk, filled) -> int:
    run = queries.runs(desk.workspace, filled[1].cycle)[0].id
    for step in queries.run_sheet(desk.workspace, run).steps:
        capture.record_result(desk.workspace, run, step.id, "pass")
    return run


def test_coverage_is_said_with_its_base_and_follows_at_once(
    page: RequirementsPage, desk, filled
) -> None:
    assert page.coverage.said.text().startswith("0 of 2 requirements in scope covered: 0 %")
    assert "1 must-have not covered" in page.coverage.said.text()
    pass_first_script(desk, filled)
    assert page.coverage.said.text().startswith("1 of 2 requirements in scope covered: 50 %")
    assert "1 script without a requirement" in page.coverage.said.text()


def test_the_matrix_shows_the_state_of_each_script_under_its_requirement(
    page: RequirementsPage, desk, filled
) -> None:
    pass_first_script(desk, filled)
    page.show_matrix()
    matrix = page.coverage.matrix.matrix
    texts = [
        [str(matrix.index(row, column).data()) for column in range(matrix.columnCount())]
        for row in range(matrix.rowCount())
    ]
    assert texts[0] == ["▲▲ Must", "◐ In progress", "✔", "○"]
    assert texts[1][2:] == ["", ""]
    assert matrix.headerData(0, Qt.Orientation.Vertical) == "REQ-001  Transcripts are kept"
    assert matrix.headerData(LEADING, Qt.Orientation.Horizontal) == "UAT-001"


def test_enter_in_the_matrix_opens_the_run_and_on_an_empty_cell_the_requirement(
    page: RequirementsPage, desk, filled, required
) -> None:
    run = pass_first_script(desk, filled)
    wanted: list[Place] = []
    desk.context.wanted.connect(wanted.append)
    page.show_matrix()
    view = page.coverage.matrix
    view.setCurrentIndex(view.matrix.index(0, LEADING))
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert wanted == [Place("run", "run", run)]
    view.setCurrentIndex(view.matrix.index(1, LEADING))
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert page.views.current is page.pane
    assert page.table.chosen_keys() == [required[1]]


def test_space_in_the_matrix_ties_and_unties_and_undo_takes_it_back(
    page: RequirementsPage, desk, filled, required
) -> None:
    page.show_matrix()
    view = page.coverage.matrix
    view.setCurrentIndex(view.matrix.index(1, LEADING + 1))
    QTest.keyClick(view, Qt.Key.Key_Space)
    tied = links(desk.workspace, TESTED_BY)
    assert tied[required[1]] == {filled[1].scripts[1]}
    assert view.matrix.index(1, LEADING + 1).data() == "○"
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert required[1] not in links(desk.workspace, TESTED_BY)
    desk.workspace.undo()
    assert links(desk.workspace, TESTED_BY) == tied


def test_scripts_are_linked_by_keys_alone(
    page: RequirementsPage, desk, filled, required, qtbot: QtBot
) -> None:
    QTest.keyClick(page, Qt.Key.Key_L, CONTROL)
    desk.context.actions.action("requirements.link").trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, LinkDialog)
    assert set(dialog.scripts.values()) == set(filled[1].scripts[:2])
    QTest.keyClick(dialog.scripts.list, Qt.Key.Key_A, CONTROL)
    with qtbot.waitSignal(dialog.linked):
        QTest.keyClick(dialog.scripts.list, Qt.Key.Key_Return, CONTROL)
    assert links(desk.workspace, TESTED_BY)[required[0]] == set(filled[1].scripts)
    assert len(page.tests._list.entries.lines) == 3


def test_the_filter_narrows_the_matrix_too(page: RequirementsPage, qtbot: QtBot) -> None:
    page.show_matrix()
    page.header.filter.setText("routed")
    qtbot.waitUntil(lambda: page.coverage.matrix.matrix.rowCount() == 1)
    assert page.coverage.matrix.matrix.columnCount() == LEADING
