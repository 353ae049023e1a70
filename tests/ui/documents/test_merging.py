"""Two copies are put together in the window; what collides is decided by digits, undo included."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from changedesk.desk import open_desk
from changedesk.store.workspace import Workspace
from changedesk.uat.records import Defect


@pytest.fixture
def desk(opened) -> Workspace:
    return opened.session.desk.workspace


@pytest.fixture
def defect(desk, opened) -> int:
    with desk.change("Raise a defect") as change:
        made = change.add(Defect(project=opened.session.desk.context.project_id, title="Slow"))
    return made.id


@pytest.fixture
def other(desk, defect, tmp_path, monkeypatch) -> Path:
    """A copy on another laptop, where somebody says that it is worse than we say here."""
    copy = tmp_path / "leeds" / "copy.changedesk"
    copy.parent.mkdir()
    shutil.copy(desk.path, copy)
    monkeypatch.setenv("CHANGEDESK_HOME", str(tmp_path / "leeds" / "home"))
    theirs = open_desk(copy, actor="Omar")
    with theirs.change("Rate it") as change:
        change.set(theirs.get(Defect, defect), severity="critical", status="triaged")
        change.add(Defect(project=theirs.get(Defect, defect).project_id, title="Theirs"))
    theirs.close()
    monkeypatch.undo()
    with desk.change("Rate it here") as change:
        change.set(desk.get(Defect, defect), severity="low", status="deferred")
    return copy


@pytest.fixture
def page(opened, qtbot):
    opened.window.desk_view.show_page("documents")
    return opened.window.desk_view.current


def test_a_copy_is_taken_in_and_its_conflicts_are_decided_by_digits(
    page, desk, defect, other, opened, prompts, qtbot
):
    prompts.answers = [other, "yes"]
    page.merging.ask()
    qtbot.waitUntil(lambda: desk.find(Defect, title="Theirs") is not None)
    view = page.view("conflicts")
    qtbot.waitUntil(lambda: len(view.table.lines.rows) == 2)
    assert page.name_here == "conflicts"
    bar = page.tabs.bar
    assert "To decide (2)" in [bar.tabText(place) for place in range(bar.count())]
    one = view.in_hand
    wanted = next(n for n, said in enumerate(one.values, 1) if said.who == "Omar")
    QTest.keyClick(view.table, Qt.Key.Key_0 + wanted)
    qtbot.waitUntil(lambda: len(view.table.lines.rows) == 1)
    ours = next(n for n, said in enumerate(view.in_hand.values, 1) if said.who != "Omar")
    QTest.keyClick(view.table, Qt.Key.Key_0 + ours)
    qtbot.waitUntil(lambda: not view.table.lines.rows)
    assert desk.conflicts() == []
    desk.undo()
    qtbot.waitUntil(lambda: len(view.table.lines.rows) == 1)
    assert desk.verify() == []


def test_a_merge_is_taken_back_as_long_as_nothing_was_written(
    page, desk, defect, other, prompts, qtbot
):
    page.merging.take(other)
    qtbot.waitUntil(lambda: desk.find(Defect, title="Theirs") is not None)
    prompts.answers = ["yes"]
    page.merging.take_back()
    qtbot.waitUntil(lambda: desk.find(Defect, title="Theirs") is None)
    assert desk.conflicts() == []


def test_a_copy_that_brings_nothing_is_told_so(page, desk, other, opened, qtbot, tmp_path):
    bundle = tmp_path / "own.cdbundle"
    page.merging.write_bundle(bundle)
    qtbot.waitUntil(bundle.exists)
    page.merging.look(bundle)
    qtbot.waitUntil(lambda: not opened.window.services.jobs.busy)
    assert desk.find(Defect, title="Theirs") is None


def test_nothing_to_decide_says_what_would_stand_there(page, qtbot):
    page.turn_to("conflicts")
    view = page.view("conflicts")
    qtbot.waitUntil(lambda: view._stack.currentWidget() is view.empty)
