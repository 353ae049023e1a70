"""The tabs of a cycle: criteria that turn green or are waived, sessions, the burn-up."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from changedesk.people.actions import add_person
from changedesk.uat import capture, criteria, queries, sessions
from changedesk.uat.records import Defect
from ui.page import Page
from ui.uat.cycles_page import CyclesPage
from ui.uat.session_dialog import SessionDialog
from ui.uat.waiver_dialog import WaiverDialog

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(desk, show: Callable[[Page], None], qtbot: QtBot) -> CyclesPage:
    """The page with its one cycle in hand."""
    page = CyclesPage(desk.context)
    show(page)
    qtbot.waitUntil(lambda: page._cycle is not None)
    return page


@pytest.fixture
def with_kit(page: CyclesPage, qtbot: QtBot) -> CyclesPage:
    """The usual criteria, shown."""
    page.detail.tabs.setCurrentWidget(page.criteria)
    page.criteria.kit.click()
    assert len(page.criteria.table.lines.rows) == len(criteria.KIT)
    return page


def state_of(page: CyclesPage, words: str) -> str:
    rows = page.criteria.table.lines.rows
    return next(row.texts[1] for row in rows if words in row.texts[2])


def take(page: CyclesPage, words: str) -> None:
    """Put a criterion in hand."""
    table = page.criteria.table
    place = next(n for n, row in enumerate(table.lines.rows) if words in row.texts[2])
    table.setCurrentIndex(table.lines.index(place, 0))


def pass_everything(desk, filled) -> None:
    for run in queries.runs(desk.workspace, filled[1].cycle):
        for step in queries.run_sheet(desk.workspace, run.id).steps:
            capture.record_result(desk.workspace, run.id, step.id, "pass")


def test_exit_criteria_turn_green_as_the_cycle_goes_on(with_kit: CyclesPage, desk, filled) -> None:
    page = with_kit
    defect = capture.add_defect(
        desk.workspace, desk.project, "Broken", cycle=filled[1].cycle, severity="critical"
    )
    assert state_of(page, "95 %") == "✖ Not met"
    assert state_of(page, "critical or high defect") == "✖ Not met"
    pass_everything(desk, filled)
    assert state_of(page, "95 %") == "✔ Met"
    with desk.workspace.change("Mend it") as change:
        change.set(desk.workspace.get(Defect, defect), status="closed")
    assert state_of(page, "critical or high defect") == "✔ Met"
    take(page, "95 %")
    assert "3 of 3" in page.criteria.why.text()


def waiver_dialog(page: CyclesPage, qtbot: QtBot) -> WaiverDialog:
    """The dialog that W opens, with the keyboard."""
    QTest.keyClick(page.criteria.table, Qt.Key.Key_W)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, WaiverDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def test_a_criterion_is_waived_with_a_reason_and_counts_again(
    with_kit: CyclesPage, desk, filled, qtbot: QtBot
) -> None:
    page = with_kit
    take(page, "95 %")
    dialog = waiver_dialog(page, qtbot)
    assert dialog.by.text() == "Dana"
    QTest.keyClick(dialog.reason, Qt.Key.Key_Return)
    assert dialog.isVisible()
    QTest.keyClicks(dialog.reason, "The supplier mends it in May")
    dialog.by.selectAll()
    QTest.keyClicks(dialog.by, "Helena Novak")
    QTest.keyClicks(dialog.until.line, "next week")
    QTest.keyClick(dialog.until.line, Qt.Key.Key_Return)
    assert dialog.wrong.isVisible()
    dialog.until.line.selectAll()
    QTest.keyClicks(dialog.until.line, "2099-05-31")
    QTest.keyClick(dialog.reason, Qt.Key.Key_Return)
    assert state_of(page, "95 %") == "➔ Waived"
    told = page.criteria.why.text()
    assert "Waived by Helena Novak until" in told
    assert told.endswith(": The supplier mends it in May.")
    (waived,) = [one for one in criteria.criteria_of(desk.workspace, filled[1].cycle) if one.waived]
    assert waived.waived == "The supplier mends it in May, by Helena Novak, until 2099-05-31"
    assert page.criteria.waiver.text() == "Count again"
    place = page.detail.tabs.indexOf(page.criteria)
    held = page.detail.tabs.tabText(place)
    QTest.keyClick(page.criteria.table, Qt.Key.Key_W)
    assert state_of(page, "95 %") == "✖ Not met"
    assert page.detail.tabs.tabText(place) != held


def test_space_ticks_what_a_person_sees_to_and_nothing_else(
    with_kit: CyclesPage, desk, filled
) -> None:
    page = with_kit
    take(page, "build is deployed")
    QTest.keyClick(page.criteria.table, Qt.Key.Key_Space)
    assert state_of(page, "build is deployed") == "✔ Met"
    take(page, "95 %")
    QTest.keyClick(page.criteria.table, Qt.Key.Key_Space)
    assert "counted by the program" in desk.toasts[-1]
    desk.workspace.undo()
    assert state_of(page, "build is deployed") == "✖ Not met"


def test_a_criterion_is_changed_in_its_form_and_taken_out_by_del(
    with_kit: CyclesPage, desk, filled
) -> None:
    page = with_kit
    take(page, "95 %")
    target = page.criteria.form.fields["target"].editor
    assert target is not None
    target.setFocus()
    QTest.keyClick(target, Qt.Key.Key_A, CONTROL)
    QTest.keyClicks(target, "80")
    page.leave()
    take(page, "95 %")
    row = page.criteria.in_hand()
    assert row is not None
    assert row.target_number == 80
    before = len(page.criteria.table.lines.rows)
    QTest.keyClick(page.criteria.table, Qt.Key.Key_Delete)
    assert len(page.criteria.table.lines.rows) == before - 1


def test_a_session_expects_the_testers_and_one_key_says_who_came(
    page: CyclesPage, desk, filled, qtbot: QtBot
) -> None:
    workspace, cycle = desk.workspace, filled[1].cycle
    add_person(workspace, "Ben")
    page.detail.tabs.setCurrentWidget(page.sessions)
    page.sessions.new.click()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, SessionDialog)
    assert dialog.testers.values() == [filled[1].tester]
    dialog.site.setText("Leeds")
    QTest.keyClick(dialog.testers.list, Qt.Key.Key_A, CONTROL)
    with qtbot.waitSignal(dialog.chosen):
        QTest.keyClick(dialog.testers.list, Qt.Key.Key_Return, CONTROL)
    assert [row.texts[0] for row in page.sessions.people.lines.rows] == ["Amira", "Ben"]
    people = page.sessions.people
    people.setCurrentIndex(people.lines.index(0, 0))
    QTest.keyClicks(people, "pa")
    (session,) = sessions.sessions(workspace, cycle)
    assert [one.attendance for one in session.testers] == ["present", "absent"]
    assert page.sessions.table.lines.rows[0].texts[-1] == "1/2"
    assert people.lines.rows[1].texts[-1] == "✖ Absent"


def test_a_session_is_changed_and_taken_out_and_undo_brings_it_back(
    page: CyclesPage, desk, filled
) -> None:
    workspace, cycle = desk.workspace, filled[1].cycle
    sessions.add_session(workspace, cycle, "Leeds", [filled[1].tester])
    page.sessions.edit()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, SessionDialog)
    dialog.site.setText("York")
    dialog.minutes.setValue(90)
    dialog.accept()
    (session,) = sessions.sessions(workspace, cycle)
    assert (session.site, session.minutes, len(session.testers)) == ("York", 90, 1)
    page.sessions.out.click()
    assert sessions.sessions(workspace, cycle) == []
    workspace.undo()
    assert page.sessions.table.lines.rows[0].texts[1] == "York"


def test_the_burn_up_is_said_in_words_and_the_days_are_listed(
    page: CyclesPage, desk, filled
) -> None:
    assert page.figures.chart.accessibleName().startswith("Burn-up: 3 planned, 0 executed")
    pass_everything(desk, filled)
    assert page.figures.chart.accessibleName().startswith(
        "Burn-up: 3 planned, 3 executed, 3 passed"
    )
    assert [row.texts[3:] for row in page.figures.days.lines.rows] == [("+3", "+3")]
    told = page.figures.pace.text().replace("\N{NO-BREAK SPACE}", " ")
    assert "runs a working day" in told
    assert "all done on" in told
    assert "at this pace" not in told
