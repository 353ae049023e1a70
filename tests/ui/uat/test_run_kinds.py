"""Run mode where a step is tried many times, where a script has no steps, and with data sets."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from changedesk.uat import cycles, queries, scripts
from changedesk.uat.records import DataSet
from ui.page import Page
from ui.uat.run_mode import RunModePage

TRIES = 20


def press(keys: str) -> None:
    for one in keys:
        QTest.keyClicks(focused(), one)


def key(name: Qt.Key) -> None:
    QTest.keyClick(focused(), name)


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


@pytest.fixture
def begin(desk, filled, show: Callable[[Page], None]) -> Callable[..., RunModePage]:
    """Give a function that makes a script, plans it for Amira and opens its run."""

    def make(steps, values: str = "", **fields) -> RunModePage:
        workspace, fixture = desk.workspace, filled[1]
        script = scripts.add_script(workspace, fixture.project, "The bot answers", steps, **fields)
        if values:
            with workspace.change("Data") as change:
                version = scripts.current_version(workspace, script)
                data = {"version": version, "position": 1, "name": "Austria", "values": values}
                change.add_many(DataSet, [data])
        cycle = cycles.add_cycle(workspace, fixture.project, "Bot")
        cycles.plan_runs(workspace, cycle, [script], [fixture.tester])
        run = queries.runs(workspace, cycle)[0].id
        page = RunModePage(desk.context)
        show(page)
        page.show_record("run", run)
        return page

    return make


@pytest.fixture
def trial(begin) -> RunModePage:
    """A step tried twenty times, accepted from 80 %, and an ordinary one after it."""
    return begin(
        [
            {"do": "Ask for a refund", "trials": TRIES, "threshold": 80},
            {"do": "Say goodbye"},
        ]
    )


def stored(page: RunModePage):
    assert page.session is not None
    return queries.run_sheet(page.context.workspace, page.session.run.id)


def test_each_key_counts_one_try_until_all_twenty_are_in(trial: RunModePage) -> None:
    assert trial.view.trial.said.text().startswith("Try 1 of 20")
    press("pppfp")
    assert trial.session is not None
    assert trial.session.step_index == 0
    assert trial.view.trial.said.text() == "Try 6 of 20   ·   ✔ 4   ✖ 1"
    assert "80 % passed, with 95 % certainty 38 to 96 %" in trial.view.trial.sure.text()
    press("p" * 14 + "f")
    assert stored(trial).steps[0].outcome == "pass"
    assert len(stored(trial).steps[0].tries) == TRIES
    assert trial.session.step_index == 1


def test_a_trial_step_fails_as_soon_as_its_threshold_is_out_of_reach(trial: RunModePage) -> None:
    press("ffff")
    assert stored(trial).steps[0].outcome == ""
    press("f")
    assert stored(trial).steps[0].outcome == "fail"
    assert focused() is trial.view.bar.words
    press("It never understands")
    key(Qt.Key.Key_Return)
    assert trial.session is not None
    assert trial.session.step_index == 1
    said = [one.actual for one in stored(trial).steps[0].tries]
    assert said == ["", "", "", "", "It never understands"]


def test_a_try_is_corrected_in_its_place(trial: RunModePage) -> None:
    press("pfp")
    key(Qt.Key.Key_Left)
    key(Qt.Key.Key_Left)
    assert trial.session is not None
    assert trial.session.trial == 2
    press("p")
    assert [one.outcome for one in stored(trial).steps[0].tries] == ["pass"] * 3
    assert trial.session.trial == 4
    trial.context.workspace.undo()
    assert [one.outcome for one in stored(trial).steps[0].tries] == ["pass", "fail", "pass"]
    assert trial.view.trial.said.text() == "Try 4 of 20   ·   ✔ 2   ✖ 1"


def test_words_typed_between_tries_belong_to_the_next_one(trial: RunModePage) -> None:
    press("p")
    press("w")
    press("Slow this time")
    key(Qt.Key.Key_Escape)
    press("p")
    assert [one.actual for one in stored(trial).steps[0].tries] == ["", "Slow this time"]
    assert trial.view.words == ""


def test_a_trial_step_can_be_skipped_as_a_whole(trial: RunModePage) -> None:
    press("ps")
    assert stored(trial).steps[0].outcome == "skipped"
    assert trial.session is not None
    assert trial.session.step_index == 1


def test_a_script_without_steps_is_passed_or_failed_as_a_whole(begin) -> None:
    page = begin([], text="Work a whole morning with the new desktop.")
    assert page.session is not None
    assert page.session.step.do == "Work a whole morning with the new desktop."
    press("f")
    press("It froze twice")
    key(Qt.Key.Key_Return)
    sheet = stored(page)
    assert sheet.whole is not None
    assert (sheet.whole.outcome, sheet.whole.actual) == ("fail", "It froze twice")
    assert page.faces.currentWidget() is page.ending
    key(Qt.Key.Key_Backspace)
    press("p")
    assert stored(page).run.state == "passed"


def test_a_verdict_on_a_whole_script_is_there_when_it_is_opened_again(begin, desk) -> None:
    page = begin([], text="Work a whole morning.")
    press("p")
    assert page.session is not None
    page.show_record("run", page.session.run.id)
    assert page.session.step.outcome == "pass"
    assert page.session.figures.session_done == 1


def test_the_values_of_the_data_set_stand_in_the_words(begin) -> None:
    page = begin([{"do": "Log in as <user>"}], "user = maria@example.at")
    assert page.session is not None
    assert page.session.step.do == "Log in as maria@example.at"
    assert page.view.header._title.whole_text() == "The bot answers – Austria"
    assert page.view.before._lines[0].text() == "Data set Austria: user = maria@example.at"
