"""The page Cycles: planning, figures with their bases, retests, and what is handed over."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from changedesk.people.actions import add_person
from changedesk.uat import capture, cycles, planning, queries, scripts
from ui.desk_context import Place
from ui.page import Page
from ui.uat.cycles_page import CyclesPage
from ui.uat.exporting import ExportDone
from ui.uat.plan_dialog import PlanDialog
from ui.uat.run_giving import GiveDialog

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(desk, show: Callable[[Page], None], qtbot: QtBot) -> CyclesPage:
    """The page with its one cycle in hand."""
    page = CyclesPage(desk.context)
    show(page)
    qtbot.waitUntil(lambda: page._cycle is not None)
    return page


def do(page: CyclesPage, name: str) -> None:
    page.context.actions.action(f"cycles.{name}").trigger()


def choose(page: CyclesPage, row: int) -> None:
    """Put one run in hand."""
    model = page.runs.selectionModel()
    flags = model.SelectionFlag.ClearAndSelect | model.SelectionFlag.Rows
    model.setCurrentIndex(page.runs.lines.index(row, 0), flags)


def record(desk, fixture, *outcomes: str) -> None:
    """Record one outcome for every step of the first runs."""
    runs = queries.runs(desk.workspace, fixture.cycle)
    for run, outcome in zip(runs, outcomes, strict=False):
        for step in queries.run_sheet(desk.workspace, run.id).steps:
            capture.record_result(desk.workspace, run.id, step.id, outcome)


def test_figures_stand_with_their_bases_and_follow_at_once(page: CyclesPage, desk, filled) -> None:
    assert page.figures.executed.accessibleName() == "Executed: 0 %, 0 of 3 runs"
    assert page.figures.passed.accessibleName() == "Pass rate: –, nothing executed"
    record(desk, filled[1], "pass", "fail")
    assert page.figures.executed.accessibleName() == "Executed: 67 %, 2 of 3 runs"
    assert page.figures.passed.accessibleName() == "Pass rate: 50 %, 1 of 2 decided runs"
    assert (
        page.figures.first.accessibleName()
        == "First-pass yield: 50 %, 1 of 2 decided first attempts"
    )


def test_areas_and_testers_have_a_line_each(page: CyclesPage, desk, filled) -> None:
    record(desk, filled[1], "pass")
    assert [row.texts for row in page.figures.areas.lines.rows] == [
        ("Chat", "3", "", "33 %", "100 %")
    ]
    assert [row.texts[0] for row in page.figures.testers.lines.rows] == ["Amira"]


def test_open_defects_are_counted_by_severity(page: CyclesPage, desk, filled) -> None:
    capture.add_defect(
        desk.workspace, desk.project, "Broken", cycle=filled[1].cycle, severity="critical"
    )
    assert page.figures.defects.accessibleName() == "Open defects: 1, 1 critical"


def test_planning_by_keys_leaves_alone_what_is_planned(
    page: CyclesPage, desk, filled, qtbot: QtBot
) -> None:
    add_person(desk.workspace, "Ben")
    do(page, "plan")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, PlanDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    QTest.keyClick(dialog.scripts.list, Qt.Key.Key_A, CONTROL)
    QTest.keyClick(dialog.testers.list, Qt.Key.Key_A, CONTROL)
    dialog.each.click()
    qtbot.waitUntil(lambda: dialog._sum.text().startswith("6 new run"))
    assert dialog._sum.text().endswith("3 are planned already")
    QTest.keyClick(dialog.testers.list, Qt.Key.Key_End)
    QTest.keyClick(dialog.testers.list, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: dialog._sum.text().startswith("3 new run"))
    with qtbot.waitSignal(dialog.planned):
        QTest.keyClick(dialog.testers.list, Qt.Key.Key_Return, CONTROL)
    assert len(queries.runs(desk.workspace, filled[1].cycle)) == 6
    assert len(page.runs.lines.rows) == 6
    desk.workspace.undo()
    assert len(page.runs.lines.rows) == 3


def test_the_filter_narrows_what_ctrl_a_ticks(page: CyclesPage, qtbot: QtBot) -> None:
    do(page, "plan")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, PlanDialog)
    dialog.scripts.filter.setText("script 2")
    dialog.scripts.tick_shown()
    assert len(dialog.scripts.values()) == 1
    dialog.reject()


def test_a_retest_is_another_attempt(page: CyclesPage, desk, filled) -> None:
    record(desk, filled[1], "fail")
    choose(page, 0)
    do(page, "retest")
    latest = queries.runs(desk.workspace, filled[1].cycle)[0]
    assert (latest.attempt, latest.state) == (2, "not_run")
    assert page.runs.lines.rows[0].texts[2] == "Amira, attempt 2"


def test_the_runs_of_a_tester_who_is_ill_are_given_to_another_by_keys(
    page: CyclesPage, desk, filled, qtbot: QtBot
) -> None:
    add_person(desk.workspace, "Ben Cho", site="Leeds")
    record(desk, filled[1], "pass")
    page.runs.selectAll()
    do(page, "give")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, GiveDialog)
    texts = [row.texts for row in dialog.table.lines.rows]
    assert texts[0][0] == "Amira"
    place = [row[0] for row in texts].index("Ben Cho")
    for _ in range(place):
        QTest.keyClick(dialog.table, Qt.Key.Key_Down)
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    runs = queries.runs(desk.workspace, filled[1].cycle)
    assert sorted((run.tester_name, run.state) for run in runs) == [
        ("Amira", "passed"), *[("Ben Cho", "not_run")] * (len(runs) - 1),
    ]  # fmt: skip
    assert desk.toasts[-1] == f"{len(runs) - 1} runs given. Ctrl+Z takes it back."
    desk.workspace.undo()
    assert {run.tester for run in queries.runs(desk.workspace, filled[1].cycle)} == {
        filled[1].tester
    }


def test_a_run_with_results_is_not_taken_out(page: CyclesPage, desk, filled) -> None:
    record(desk, filled[1], "pass")
    choose(page, 0)
    do(page, "take_out")
    assert "used by" in desk.told[-1].text
    choose(page, 1)
    do(page, "take_out")
    assert len(queries.runs(desk.workspace, filled[1].cycle)) == 2


def test_a_cycle_is_closed_and_opened_again(page: CyclesPage, desk, filled) -> None:
    record(desk, filled[1], "pass")
    assert not desk.context.actions.action("cycles.open").isEnabled()
    do(page, "close")
    assert queries.cycle_of(desk.workspace, filled[1].cycle).status == "closed"
    do(page, "open")
    assert queries.cycle_of(desk.workspace, filled[1].cycle).status == "open"


def test_run_mode_opens_for_the_cycle_and_for_a_run(page: CyclesPage, desk, filled) -> None:
    wanted: list[Place] = []
    desk.context.wanted.connect(wanted.append)
    do(page, "run")
    run = queries.runs(desk.workspace, filled[1].cycle)[1].id
    choose(page, 1)
    QTest.keyClick(page.runs, Qt.Key.Key_Return)
    assert wanted == [Place("run", "cycle", filled[1].cycle), Place("run", "run", run)]


@pytest.mark.parametrize(("name", "suffix"), [("workbook", "xlsx"), ("certificate", "docx")])
def test_a_cycle_is_handed_over_as_a_file(
    page: CyclesPage, desk, tmp_path: Path, name: str, suffix: str
) -> None:
    target = tmp_path / f"out.{suffix}"
    desk.prompts.answers.append(target)
    do(page, name)
    assert target.stat().st_size > 5000
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ExportDone)
    dialog.reject()


def test_a_file_that_cannot_be_written_is_said_in_a_sentence(
    page: CyclesPage, desk, tmp_path: Path
) -> None:
    desk.prompts.answers.append(tmp_path / "nowhere" / "out.xlsx")
    do(page, "workbook")
    assert desk.told
    assert QApplication.activeModalWidget() is None


def test_a_cycle_is_shared_out_to_six_testers_in_bulk_and_evenly(
    page: CyclesPage, desk, filled, qtbot: QtBot
) -> None:
    workspace, fixture = desk.workspace, filled[1]
    names = ["Ben", "Chloé", "Dana", "Eve", "Finn"]
    for name in names:
        add_person(workspace, name)
    minutes = [60, 45, 30, 30, 20, 20, 15, 15, 10, 10, 5, 5, 45, 60, 30]
    for number, estimate in enumerate(minutes):
        scripts.add_script(workspace, fixture.project, f"More {number}", minutes=estimate)
    fresh = cycles.add_cycle(workspace, fixture.project, "Cycle 3")
    page.show_record("cycle", fresh)
    qtbot.waitUntil(lambda: page._cycle is not None and page._cycle.id == fresh)
    do(page, "plan")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, PlanDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    QTest.keyClick(dialog.scripts.list, Qt.Key.Key_A, CONTROL)
    QTest.keyClick(dialog.testers.list, Qt.Key.Key_A, CONTROL)
    QTest.keyClick(dialog.testers.list, Qt.Key.Key_End)
    QTest.keyClick(dialog.testers.list, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: dialog._sum.text().startswith("18 new run"))
    assert [row.texts[0] for row in dialog.loads.lines.rows] == ["Amira", *names]
    with qtbot.waitSignal(dialog.planned):
        QTest.keyClick(dialog.testers.list, Qt.Key.Key_Return, CONTROL)
    loads = [load.minutes for load in planning.loads(workspace, fresh)]
    assert len(loads) == 6
    assert max(loads) - min(loads) <= 15
    assert len(queries.runs(workspace, fresh)) == 18
    workspace.undo()
    assert queries.runs(workspace, fresh) == []
