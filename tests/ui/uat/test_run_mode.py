"""Run mode by keys: each key is recorded, in its place, and nothing typed is lost."""

import itertools
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from changedesk.people.actions import add_person, add_project
from changedesk.store.change import ChangeSet
from changedesk.uat import capture, queries, scripts
from changedesk.uat.cycles import plan_runs
from tests.ui.uat.keyboard import CONTROL, at, focused, key, outcomes, press
from ui.page import Page
from ui.uat.defect_dialog import DefectDialog
from ui.uat.run_mode import RunModePage


@pytest.fixture
def page(desk, filled, show: Callable[[Page], None]) -> RunModePage:
    """Run mode with the session of the little cycle open, started with Enter."""
    page = RunModePage(desk.context)
    show(page)
    page.show_record("cycle", filled[1].cycle)
    key(Qt.Key.Key_Return)
    assert page.view.isVisible()
    return page


def test_one_key_records_and_moves_on(page: RunModePage) -> None:
    press("ppsn")
    assert outcomes(page)[0] == ["pass", "pass", "skipped", "na"]
    assert at(page) == (2, 1)


def test_no_key_of_a_burst_is_lost(page: RunModePage) -> None:
    QTest.keyClicks(page.view.steps, "psnpsnpsnps")
    assert [*itertools.chain(*outcomes(page))] == [
        *["pass", "skipped", "na"] * 3,
        "pass",
        "skipped",
        "",
    ]
    assert at(page) == (3, 4)


def test_a_key_held_down_records_once(page: RunModePage) -> None:
    widget = page.view.steps
    QTest.keyPress(widget, Qt.Key.Key_P)
    QTest.keyRelease(widget, Qt.Key.Key_P)
    assert not page.context.actions.action("run.pass").autoRepeat()
    assert at(page) == (1, 2)


def test_a_failure_asks_what_happened_and_keeps_the_words(page: RunModePage) -> None:
    press("pf")
    assert outcomes(page)[0][1] == "fail"
    assert focused() is page.view.bar.words
    press("It is slow")
    key(Qt.Key.Key_Return)
    assert at(page) == (1, 3)
    assert page.session is not None
    sheet = queries.run_sheet(page.context.workspace, page.session.run.id)
    assert sheet.steps[1].result is not None
    assert sheet.steps[1].result.actual == "It is slow"
    assert [result.actual for result in sheet.results if result.outcome == "fail"] == [
        "",
        "It is slow",
    ]


def test_control_enter_saves_the_words_and_shift_enter_begins_a_line(page: RunModePage) -> None:
    press("bone")
    key(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    press("two")
    key(Qt.Key.Key_Return, CONTROL)
    assert page.session is not None
    first = queries.run_sheet(page.context.workspace, page.session.run.id).steps[0]
    assert first.result is not None
    assert (first.outcome, first.result.actual) == ("blocked", "one\ntwo")


def test_escape_keeps_what_was_typed_for_the_next_key(page: RunModePage) -> None:
    key(Qt.Key.Key_Return)
    press("half a thought")
    key(Qt.Key.Key_Escape)
    assert focused() is page.view.steps
    key(Qt.Key.Key_Down)
    assert page.view.words == ""
    key(Qt.Key.Key_Up)
    assert page.view.words == "half a thought"
    press("s")
    assert page.session is not None
    first = queries.run_sheet(page.context.workspace, page.session.run.id).steps[0]
    assert first.result is not None
    assert first.result.actual == "half a thought"


def test_words_left_unsaved_are_saved_on_leaving_the_step(page: RunModePage) -> None:
    press("fcut off")
    key(Qt.Key.Key_Escape)
    key(Qt.Key.Key_Down)
    assert page.session is not None
    first = queries.run_sheet(page.context.workspace, page.session.run.id).steps[0]
    assert first.result is not None
    assert first.result.actual == "cut off"


def test_backspace_goes_back_and_a_correction_keeps_both(page: RunModePage) -> None:
    press("pp")
    key(Qt.Key.Key_Backspace)
    assert at(page) == (1, 2)
    press("s")
    assert at(page) == (1, 3)
    assert page.session is not None
    results = queries.run_sheet(page.context.workspace, page.session.run.id).results
    assert [(r.outcome, r.standing) for r in results][1:] == [("pass", False), ("skipped", True)]


def test_backspace_goes_back_into_the_run_before(page: RunModePage) -> None:
    press("pppp")
    assert at(page) == (2, 1)
    key(Qt.Key.Key_Backspace)
    assert at(page) == (1, 4)


def test_the_same_key_again_adds_nothing(page: RunModePage) -> None:
    press("p")
    key(Qt.Key.Key_Backspace)
    press("p")
    assert page.session is not None
    assert len(queries.run_sheet(page.context.workspace, page.session.run.id).results) == 1
    assert at(page) == (1, 2)


def test_control_d_raises_a_defect_that_knows_where_it_came_from(
    page: RunModePage, screenshot: QImage, qtbot: QtBot, desk
) -> None:
    press("pfNo transcript")
    QGuiApplication.clipboard().setImage(screenshot)
    key(Qt.Key.Key_V, CONTROL)
    key(Qt.Key.Key_D, CONTROL)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, DefectDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    key(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    key(Qt.Key.Key_Return)
    (defect,) = queries.defects(desk.workspace, desk.project)
    assert (defect.title, defect.severity, defect.build) == ("No transcript", "high", "1.4")
    assert (defect.script, defect.found_by) == ("UAT-001", "Amira")
    assert "Expect 1.2" in defect.description
    assert "D-001" in desk.toasts[-1]


def test_a_defect_needs_a_result_to_come_from(page: RunModePage, desk) -> None:
    key(Qt.Key.Key_D, CONTROL)
    assert QApplication.activeModalWidget() is None
    assert "result first" in desk.toasts[-1]


@contextmanager
def turning(desk) -> Iterator[None]:
    """What the window says while an undo or a redo is under way."""
    desk.context.turn(True)
    yield
    desk.context.turn(False)


def test_undo_and_redo_lead_to_the_step_concerned(page: RunModePage, desk) -> None:
    press("ppppp")
    assert at(page) == (2, 2)
    with turning(desk):
        desk.workspace.undo()
        desk.workspace.undo()
    assert at(page) == (1, 4)
    assert outcomes(page)[0] == ["pass", "pass", "pass", ""]
    with turning(desk):
        desk.workspace.redo()
        desk.workspace.redo()
    assert at(page) == (2, 1)
    assert outcomes(page)[1][0] == "pass"


def test_what_others_record_is_seen_at_once_and_leaves_the_words_alone(
    page: RunModePage, desk
) -> None:
    key(Qt.Key.Key_Return)
    press("in the middle of")
    assert page.session is not None
    last = page.session.runs[-1]
    sheet = queries.run_sheet(desk.workspace, last.id)
    capture.add_defect(desk.workspace, desk.project, "Something else")
    capture.end_run(desk.workspace, last.id)
    assert page.view.words == "in the middle of"
    assert at(page) == (1, 1)
    assert sheet.run.id == page.session.runs[-1].id


def test_a_change_that_brings_no_news_moves_nothing(page: RunModePage, desk) -> None:
    press("ppp")
    assert page.session is not None
    run = page.session.run.id
    results = frozenset(one.id for one in queries.results_of(desk.workspace, [run])[run])
    touched = {"step_result": results, "run": frozenset([run])}
    desk.context.bus.changed.emit(ChangeSet("Record", touched))
    assert at(page) == (1, 4)


def test_undoes_that_are_told_one_by_one_lead_to_the_last_one(page: RunModePage, desk) -> None:
    press("pp")
    session = page.session
    assert session is not None
    run = session.run.id
    first, second = (step.result.id for step in session.sheet.steps[:2] if step.result)
    bus = desk.context.bus
    # Both are taken back before the window hears of the first.
    with QSignalBlocker(bus):
        desk.workspace.undo()
        desk.workspace.undo()
    with turning(desk):
        for result, step in ((second, 2), (first, 1)):
            touched = {"step_result": frozenset([result]), "run": frozenset([run])}
            bus.changed.emit(ChangeSet("Undo", touched))
            assert at(page) == (1, step)


def test_what_others_record_puts_no_other_step_under_the_keys(page: RunModePage, desk) -> None:
    press("p")
    assert page.session is not None
    last = page.session.runs[-1].id
    step = queries.run_sheet(desk.workspace, last).steps[0].id
    capture.record_result(desk.workspace, last, step, "fail")
    assert at(page) == (1, 2)
    press("p")
    assert at(page) == (1, 3)
    assert [one.outcome for one in queries.results_of(desk.workspace, [last])[last]] == ["fail"]


def test_an_edited_script_is_shown_as_it_is_now(page: RunModePage, desk, filled) -> None:
    script = filled[1].scripts[0]
    assert page.session is not None
    scripts.edit_steps(desk.workspace, script, {page.session.step.id: {"do": "Do it better"}})
    assert page.session.step.do == "Do it better"
    press("p")
    assert outcomes(page)[0][0] == "pass"


def test_the_end_says_what_failed_and_what_is_left(page: RunModePage, desk) -> None:
    press("fslow")
    key(Qt.Key.Key_Return)
    press("ppp" + "pppp" + "pppp")
    assert page.ending.isVisible()
    texts = [line.text for line in page.ending._list.entries.lines]
    assert texts == ["UAT-001 step 1  Do 1.1"]
    key(Qt.Key.Key_Return)
    assert page.view.isVisible()
    assert at(page) == (1, 1)


def test_backspace_leaves_the_end(page: RunModePage) -> None:
    press("p" * 12)
    assert page.ending.isVisible()
    key(Qt.Key.Key_Backspace)
    assert page.view.isVisible()
    assert at(page) == (3, 4)


def test_the_one_button_at_the_end_makes_the_workbook(
    page: RunModePage, desk, tmp_path: Path, qtbot: QtBot
) -> None:
    press("p" * 12)
    target = tmp_path / "out.xlsx"
    desk.prompts.answers.append(target)
    key(Qt.Key.Key_E, CONTROL)
    assert target.exists()
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    dialog.close()


def test_a_failed_run_can_be_ended_before_its_last_step(page: RunModePage) -> None:
    press("fdead end")
    key(Qt.Key.Key_Return)
    key(Qt.Key.Key_X, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert at(page) == (2, 1)
    assert page.session is not None
    run = queries.runs(page.context.workspace, page.session.cycle.id)[0]
    assert (run.state, run.final) == ("failed", True)


def test_page_down_goes_to_the_next_run(page: RunModePage) -> None:
    key(Qt.Key.Key_PageDown)
    assert at(page) == (2, 1)
    key(Qt.Key.Key_PageUp)
    assert at(page) == (1, 1)


def test_a_read_only_workspace_takes_no_key(page: RunModePage, desk) -> None:
    desk.workspace.read_only = "Somebody else has it."
    page.hands.record("pass")
    assert at(page) == (1, 1)
    assert "Somebody else" in desk.told[-1].text


def test_the_type_grows_and_is_remembered(page: RunModePage, desk) -> None:
    before = page.view.steps._lines[0].font().pointSizeF()
    key(Qt.Key.Key_Plus, CONTROL)
    assert page.view.steps._lines[0].font().pointSizeF() > before
    assert desk.context.settings.number("run/scale", 0) == 1
    key(Qt.Key.Key_Minus, CONTROL)
    assert page.view.steps._lines[0].font().pointSizeF() == before


def test_the_next_start_opens_the_same_session(page: RunModePage, make_desk, reopen, show) -> None:
    press("pp")
    page.hide()
    page.context.workspace.close()
    desk = make_desk(reopen(), page.context.project_id)
    again = RunModePage(desk.context)
    show(again)
    assert again.view.isVisible()
    assert at(again) == (1, 3)


def test_another_tester_has_a_queue_of_his_own(desk, filled, show: Callable[[Page], None]) -> None:
    tomas = add_person(desk.workspace, "Tomás")
    plan_runs(desk.workspace, filled[1].cycle, filled[1].scripts[:2], [tomas])
    page = RunModePage(desk.context)
    show(page)
    key(Qt.Key.Key_Right)
    key(Qt.Key.Key_Down)
    key(Qt.Key.Key_Return)
    assert page.session is not None
    assert len(page.session.runs) == 2
    press("p")
    run = queries.runs(desk.workspace, filled[1].cycle, tester=tomas)[0]
    assert run.passed == 1


def test_without_runs_the_page_says_how_to_begin(make_desk, filled, show) -> None:
    workspace, _ = filled
    other = add_project(workspace, "X", "Other")
    desk = make_desk(workspace, other)
    page = RunModePage(desk.context)
    show(page)
    assert page.empty.isVisible()


def test_start_is_never_dropped_when_a_change_comes_meanwhile(
    make_desk, filled, show: Callable[[Page], None], qtbot: QtBot
) -> None:
    workspace, little = filled
    other = add_person(workspace, "Ben")
    plan_runs(workspace, little.cycle, little.scripts, [other])
    desk = make_desk(workspace, little.project, threads=True)
    page = RunModePage(desk.context)
    show(page)
    page.choose()
    qtbot.waitUntil(page.choice.isVisible)
    key(Qt.Key.Key_Right)
    key(Qt.Key.Key_Down)
    key(Qt.Key.Key_Return)
    for name in ("Eve", "Fay"):
        add_person(workspace, name)
    page.refresh(None)
    qtbot.waitUntil(page.view.isVisible)
    assert page.session is not None
    assert page.session.tester == other
