"""Measures and benefits are read in the window: typed in a line, drawn, undone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from changedesk.survey.records import Benefit, BenefitReading, Measure, MeasureReading

ENTER = Qt.Key.Key_Return


@pytest.fixture
def desk(opened):
    desk = opened.session.desk.workspace
    project = opened.session.desk.context.project_id
    with desk.change("Add") as change:
        change.add(Measure(project=project, title="Hand-off", target="80"))
        change.add(Benefit(project=project, title="CSAT", baseline="71", target="85"))
    return desk


@pytest.fixture
def page(opened, desk, qtbot):
    opened.window.desk_view.show_page("adoption")
    page = opened.window.desk_view.current
    qtbot.waitUntil(lambda: page.pane is not None and bool(page.pane.table.chosen_keys()))
    qtbot.waitUntil(lambda: page.pane.panel.standing.text() != "")
    return page


def test_a_share_is_typed_by_keys_and_told_with_its_interval(page, desk, qtbot):
    panel = page.pane.panel
    QTest.keyClicks(panel.count, "80")
    QTest.keyClicks(panel.base, "85")
    QTest.keyClick(panel.base, ENTER)
    qtbot.waitUntil(lambda: len(panel.table.lines.rows) == 1)
    assert "94.1 % (80 of 85)" in panel.standing.text()
    assert "target reached" in panel.standing.text()
    assert "87.0" in panel.more.text()
    assert not panel.chart.isHidden()
    assert panel.count.text() == ""
    panel.table.selectRow(0)
    QTest.keyClick(panel.table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: desk.find(MeasureReading) is None)
    desk.undo()
    qtbot.waitUntil(lambda: len(panel.table.lines.rows) == 1)


def test_what_cannot_be_is_said_beside_the_line_and_stays_typed(page, desk, qtbot):
    panel = page.pane.panel
    QTest.keyClicks(panel.count, "9")
    QTest.keyClicks(panel.base, "5")
    QTest.keyClick(panel.base, ENTER)
    qtbot.waitUntil(lambda: not panel.wrong.isHidden())
    assert "more show it than there are" in panel.wrong.text()
    assert (panel.count.text(), desk.find(MeasureReading)) == ("9", None)
    panel.base.setText("many")
    QTest.keyClick(panel.base, ENTER)
    assert "whole number" in panel.wrong.text()


def test_a_benefit_says_how_much_of_the_way_is_done(page, desk, qtbot):
    page.turn_to("benefits")
    qtbot.waitUntil(lambda: page.pane is not None and bool(page.pane.table.chosen_keys()))
    panel = page.pane.panel
    qtbot.waitUntil(panel.isEnabled)
    QTest.keyClicks(panel.value, "84")
    QTest.keyClick(panel.value, ENTER)
    qtbot.waitUntil(lambda: desk.find(BenefitReading) is not None)
    qtbot.waitUntil(lambda: "92.9 % of the way" in panel.standing.text())


def test_the_adoption_report_is_written_from_the_page(page, prompts, tmp_path, qtbot):
    prompts.answers = [tmp_path / "adoption.docx"]
    page.documents.actions[0].trigger()
    qtbot.waitUntil((tmp_path / "adoption.docx").exists, timeout=60_000)
