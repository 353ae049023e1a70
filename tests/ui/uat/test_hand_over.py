"""The hand-over view: only the tester's runs, one step at a time, and a PIN to leave it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from changedesk.people.actions import add_person
from changedesk.uat import capture, cycles, queries
from changedesk.uat.records import Defect
from ui.page import Page
from ui.uat.hand_over import HandOverWindow
from ui.uat.pin_dialog import PinDialog
from ui.uat.run_mode import RunModePage

PIN = "4711"


@pytest.fixture
def page(desk, filled, show: Callable[[Page], None]) -> RunModePage:
    """Run mode with Amira's session open; Ben has runs in the cycle too."""
    ben = add_person(desk.workspace, "Ben")
    cycles.plan_runs(desk.workspace, filled[1].cycle, filled[1].scripts[:1], [ben])
    page = RunModePage(desk.context)
    show(page)
    page.show_record("run", queries.runs(desk.workspace, filled[1].cycle)[0].id)
    return page


def dialog() -> PinDialog:
    found = QApplication.activeModalWidget()
    assert isinstance(found, PinDialog)
    return found


def hand_over(page: RunModePage, qtbot: QtBot) -> HandOverWindow:
    page.context.actions.action("run.hand_over").trigger()
    asked = dialog()
    QTest.keyClicks(asked.pin, PIN)
    QTest.keyClick(asked.pin, Qt.Key.Key_Return)
    QTest.keyClicks(asked.again, PIN)
    QTest.keyClick(asked.again, Qt.Key.Key_Return)
    window = page.handover.window
    assert window is not None
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.waitUntil(page.view.steps.hasFocus)
    return window


def shown_steps(page: RunModePage) -> list[int]:
    return [line.index for line in page.view.steps._lines if line.isVisible()]


def test_the_tester_sees_one_step_at_a_time_on_the_whole_screen(
    page: RunModePage, qtbot: QtBot
) -> None:
    window = hand_over(page, qtbot)
    assert window.isFullScreen()
    assert window.windowModality() is Qt.WindowModality.ApplicationModal
    assert shown_steps(page) == []
    assert page.view.card._rows[0][1].text() == "Do 1.1"
    QTest.keyClicks(page.view.steps, "p")
    assert page.view.card._rows[0][1].text() == "Do 1.2"
    page.handover.end()
    assert shown_steps(page) == [0, 1, 2, 3]


def test_keys_record_and_only_the_tester_s_runs_come_up(
    page: RunModePage, desk, filled, qtbot: QtBot
) -> None:
    hand_over(page, qtbot)
    QTest.keyClicks(page.view.steps, "p" * 12)
    runs = queries.runs(desk.workspace, filled[1].cycle)
    assert [run.state for run in runs if run.tester_name == "Amira"] == ["passed"] * 3
    assert [run.state for run in runs if run.tester_name == "Ben"] == ["not_run"]
    assert page.faces.currentWidget() is page.thanks
    page.handover.end()
    assert page.faces.currentWidget() is page.ending


def test_only_the_pin_leaves_it(page: RunModePage, qtbot: QtBot) -> None:
    window = hand_over(page, qtbot)
    QTest.keyClick(page.view.steps, Qt.Key.Key_Escape)
    asked = dialog()
    QTest.keyClicks(asked.pin, "0000")
    QTest.keyClick(asked.pin, Qt.Key.Key_Return)
    assert asked.wrong.text() == "That is not the PIN."
    assert page.handover.on
    asked.reject()
    window.close()
    assert window.isVisible()
    asked = dialog()
    QTest.keyClicks(asked.pin, PIN)
    QTest.keyClick(asked.pin, Qt.Key.Key_Return)
    assert not page.handover.on
    assert page.view.isVisible()
    assert page.isAncestorOf(page.view)


def test_what_leads_elsewhere_is_out_of_reach_meanwhile(page: RunModePage, qtbot: QtBot) -> None:
    hand_over(page, qtbot)
    actions = page.context.actions
    actions.refresh()
    for name in ("run.choose", "run.export", "run.hand_over"):
        assert not actions.action(name).isEnabled(), name
    window = page.handover.window
    assert window is not None
    assert actions.action("run.defect") not in window.actions()
    page.handover.end()
    assert actions.action("run.choose").isEnabled()


def test_a_pin_has_four_digits_and_is_typed_twice_alike(page: RunModePage) -> None:
    page.context.actions.action("run.hand_over").trigger()
    asked = dialog()
    asked.pin.setText("12")
    asked.accept()
    assert asked.wrong.text() == "Use 4 to 8 digits."
    asked.pin.setText("1234")
    asked.again.setText("1243")
    asked.accept()
    assert asked.wrong.text().startswith("The two are not alike")
    asked.reject()
    assert not page.handover.on


def test_the_runs_of_everybody_are_not_handed_over(page: RunModePage, desk, filled) -> None:
    assert page.session is not None
    page.session.tester = -1
    page.context.actions.action("run.hand_over").trigger()
    assert QApplication.activeModalWidget() is None
    assert "Choose one tester first" in desk.toasts[-1]


@pytest.fixture
def retest(desk, filled, show: Callable[[Page], None]) -> tuple[RunModePage, int]:
    """A defect that was raised from a failure and mended, and the retest of its script."""
    workspace, cycle = desk.workspace, filled[1].cycle
    run = queries.runs(workspace, cycle)[0].id
    step = queries.run_sheet(workspace, run).steps[0].id
    result = capture.record_result(workspace, run, step, "fail", actual="No transcript")
    defect = capture.raise_defect(workspace, result)
    with workspace.change("Mend it") as change:
        change.set(workspace.get(Defect, defect), status="ready_for_retest")
    fresh = cycles.retest(workspace, run, build="1.5")
    page = RunModePage(desk.context)
    show(page)
    page.show_record("run", fresh)
    return page, defect


def test_a_passing_retest_proposes_to_close_its_defect_and_one_key_does(
    retest: tuple[RunModePage, int], desk
) -> None:
    page, defect = retest
    QTest.keyClicks(page.view.steps, "ppp")
    assert not page.proposal.isVisible()
    QTest.keyClicks(page.view.steps, "p")
    assert page.proposal.isVisible()
    assert page.proposal.said.whole_text() == "✔ UAT-001 passed. C closes: D-001 No transcript"
    QTest.keyClicks(page.view.steps, "c")
    closed = desk.workspace.get(Defect, defect)
    assert (closed.status, closed.fixed_in) == ("closed", "1.5")
    assert not page.proposal.isVisible()
    desk.workspace.undo()
    assert desk.workspace.get(Defect, defect).status == "ready_for_retest"


def test_a_proposal_goes_when_the_pass_is_taken_back(retest: tuple[RunModePage, int], desk) -> None:
    page, _ = retest
    QTest.keyClicks(page.view.steps, "pppp")
    assert page.proposal.isVisible()
    desk.workspace.undo()
    assert not page.proposal.isVisible()
