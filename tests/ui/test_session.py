"""Workspaces come and go: made, sampled, restored, closed with a last backup, cared for."""

import os
import sys
import threading
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication

from changedesk.desk import open_desk
from changedesk.people.records import Person, Project
from changedesk.store.errors import EnvironmentProblem
from ui.app import Desktop
from ui.care import Care
from ui.jobs import JobRunner
from ui.prompts import ScriptedPrompts
from ui.welcome.new_dialog import NewWorkspaceDialog
from ui.welcome.restore_dialog import RestoreDialog

CTRL = Qt.KeyboardModifier.ControlModifier


def dialog_of(kind):
    (found,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
    return found


def test_a_new_workspace_is_made_from_four_answers(desktop, qtbot, tmp_path):
    desktop.window.show()
    desktop.services.actions.action("file.new").trigger()
    dialog = dialog_of(NewWorkspaceDialog)
    assert not dialog.go.isEnabled()
    dialog.folder.setText(str(tmp_path))
    qtbot.keyClicks(dialog.project, "Move support: CRM?")
    assert dialog.name.text() == "Move support CRM"
    dialog.person.setText("Dana K.")
    assert dialog.go.isEnabled()
    qtbot.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    workspace = desktop.session.desk.workspace
    assert workspace.path == tmp_path / "Move support CRM.changedesk"
    project = workspace.find(Project)
    assert (project.name, project.code) == ("Move support: CRM?", "MSC")
    assert workspace.actor == "Dana K."
    assert workspace.next_undo() is None  # a workspace without a project would be a dead end
    assert desktop.session.desk.context.project_id == project.id


def test_a_name_that_is_taken_is_said_before_it_is_made(desktop, qtbot, tmp_path):
    (tmp_path / "Taken.changedesk").touch()
    desktop.services.actions.action("file.new").trigger()
    dialog = dialog_of(NewWorkspaceDialog)
    dialog.folder.setText(str(tmp_path))
    dialog.project.setText("Anything")
    dialog.name.setText("Taken")
    assert not dialog.go.isEnabled()
    assert "Taken.changedesk" in dialog.hint.text()
    dialog.close()


@pytest.fixture
def locked_folder(tmp_path):
    """A folder that nobody here may write in."""
    if sys.platform == "linux" and os.getuid() == 0:
        yield Path("/proc")  # the one that is closed to root too
        return
    folder = tmp_path / "locked"
    folder.mkdir()
    folder.chmod(0o500)
    yield folder
    folder.chmod(0o700)


@pytest.fixture
def new_dialog(desktop, qtbot):
    with qtbot.waitActive(desktop.window):
        desktop.window.show()
        desktop.window.activateWindow()
    qtbot.keyClick(desktop.window, Qt.Key.Key_N, CTRL | Qt.KeyboardModifier.ShiftModifier)
    dialog = dialog_of(NewWorkspaceDialog)
    qtbot.keyClicks(dialog.project, "Chat")
    yield dialog
    if shiboken6.isValid(dialog):
        dialog.close()


def say_where(qtbot, dialog, folder):
    dialog.folder.selectAll()
    qtbot.keyClicks(dialog.folder, str(folder))


def test_a_folder_that_is_missing_is_named_with_what_to_do(new_dialog, qtbot, tmp_path):
    missing = tmp_path / "nowhere"
    say_where(qtbot, new_dialog, missing)
    assert new_dialog.hint.text() == (
        f"There is no folder {missing}: choose another one, or make it first."
    )
    assert not new_dialog.go.isEnabled()
    missing.touch()
    say_where(qtbot, new_dialog, missing)
    assert new_dialog.hint.text() == f"{missing} is a file, not a folder: choose a folder."
    say_where(qtbot, new_dialog, "~nobody-of-this-name")
    assert new_dialog.hint.text() == "Choose the folder that the file is kept in."


def test_a_folder_that_cannot_be_written_is_named_before_anything_is_made(
    new_dialog, desktop, qtbot, tmp_path, locked_folder
):
    say_where(qtbot, new_dialog, locked_folder)
    qtbot.keyClick(new_dialog.folder, Qt.Key.Key_Return)
    assert new_dialog.isVisible()
    assert new_dialog.hint.text().startswith(
        f"Nothing can be written in the folder {locked_folder}: choose another one, or ask "
    )
    assert desktop.window.stack.currentWidget() is desktop.window.welcome
    say_where(qtbot, new_dialog, tmp_path)
    qtbot.keyClick(new_dialog.folder, Qt.Key.Key_Return)
    assert desktop.session.desk.workspace.path == tmp_path / "Chat.changedesk"


def test_a_project_with_a_long_name_gets_a_file_all_the_same(new_dialog, desktop, qtbot, tmp_path):
    say_where(qtbot, new_dialog, tmp_path)
    qtbot.keyClicks(new_dialog.project, " " + "long " * 70)
    assert len(new_dialog.name.text()) == 79
    assert new_dialog.go.isEnabled()
    new_dialog.name.selectAll()
    qtbot.keyClicks(new_dialog.name, "x" * 300)
    assert new_dialog.hint.text() == "This name is too long for a file: choose a shorter one."
    assert not new_dialog.go.isEnabled()


def test_the_sample_project_is_two_steps_away(desktop, prompts, tmp_path):
    prompts.answers = [tmp_path / "Sample.changedesk"]
    desktop.services.actions.action("file.sample").trigger()
    counts = desktop.session.desk.workspace.counts()
    assert counts["script"] >= 20
    assert counts["defect"] > 0


def test_a_backup_is_put_back_as_a_file_of_its_own(opened, prompts, qtbot, tmp_path):
    workspace = opened.session.desk.workspace
    opened.session.desk.care.back_up()
    with workspace.change("Later") as change:
        change.add(Person(name="Later"))
    original = workspace.path
    prompts.answers = [tmp_path / "back.changedesk"]
    opened.services.actions.action("file.restore").trigger()
    dialog = dialog_of(RestoreDialog)
    assert len(dialog.list.entries.lines) >= 1
    qtbot.mouseClick(dialog.restore, Qt.MouseButton.LeftButton)
    assert opened.session.desk.workspace.path == tmp_path / "back.changedesk"
    assert opened.session.desk.workspace.find(Person, name="Later") is None
    again = open_desk(original)
    assert again.find(Person, name="Later") is not None
    again.close()


def test_closing_makes_a_last_backup_and_leads_to_the_welcome_page(opened):
    workspace = opened.session.desk.workspace
    with workspace.change("Add") as change:
        change.add(Person(name="Eve"))
    address = workspace.address
    opened.services.actions.action("file.close").trigger()
    assert opened.window.stack.currentWidget() is opened.window.welcome
    assert [line.value for line in opened.window.welcome.recent.entries.lines] == [address]
    again = open_desk(address)
    newest = again.backups()[0]
    copy = open_desk(newest.path)
    assert copy.find(Person, name="Eve") is not None
    copy.close()
    again.close()


def test_a_workspace_is_not_closed_while_an_import_writes(threaded_desktop, qtbot, tmp_path):
    desktop = threaded_desktop
    desktop.window.show()
    with qtbot.waitSignal(desktop.session.opened):
        desktop.session.create(tmp_path / "one.changedesk", "One")
    qtbot.waitUntil(lambda: not desktop.services.jobs.busy)
    go = threading.Event()
    desktop.services.jobs.write(lambda progress: go.wait(20), title="Importing scripts")
    desktop.services.actions.action("file.close").trigger()
    assert desktop.session.desk is not None
    assert desktop.window.message_bar.text.startswith("Importing scripts is under way")
    go.set()
    qtbot.waitUntil(lambda: not desktop.services.jobs.busy)
    desktop.services.actions.action("file.close").trigger()
    assert desktop.session.desk is None


def test_nothing_is_backed_up_twice(opened):
    care = opened.session.desk.care
    care.back_up_if_stale()
    before = opened.session.desk.workspace.backups()
    care.back_up_if_stale()
    assert opened.session.desk.workspace.backups() == before


def test_a_workspace_opens_from_the_list_of_the_last_ones(opened, qtbot):
    address = opened.session.desk.workspace.address
    opened.session.close()
    recent = opened.window.welcome.recent
    recent.setFocus()
    qtbot.keyClick(recent, Qt.Key.Key_Return)
    assert opened.session.desk.workspace.address == address


def test_another_workspace_takes_the_place_of_the_first(opened, tmp_path):
    first = opened.session.desk.workspace.address
    opened.session.create(tmp_path / "second.changedesk", "Second")
    assert opened.session.desk.workspace.name == "second"
    again = open_desk(first, window=True)
    again.close()


def test_a_workspace_can_be_dropped_on_the_window(opened, tmp_path):
    address = opened.session.desk.workspace.address
    opened.session.close()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(address)])
    event = QDropEvent(
        QPointF(QPoint(200, 200)),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    opened.window.dropEvent(event)
    assert opened.session.desk.workspace.address == address


def test_a_backup_that_fails_is_told_plainly(context, workspace, services, told, monkeypatch):
    care = Care(workspace, services.jobs, services.messages, services.settings)

    def full(*_args, **_kwargs):
        raise EnvironmentProblem("The disk is full: free some space and do it again.")

    monkeypatch.setattr(workspace, "backup", full)
    care.back_up()
    assert told == ["The disk is full: free some space and do it again."]


def test_a_fault_in_a_backup_is_told(context, workspace, services, told):
    from pysqlite3 import dbapi2

    care = Care(workspace, services.jobs, services.messages, services.settings)
    connection = dbapi2.connect(str(workspace.path))
    connection.execute("UPDATE people_group SET site = 'by somebody else'")
    connection.commit()
    connection.close()
    care.back_up()
    assert len(told) == 1
    assert "restoring an older backup" in told[0]


def test_the_copy_is_looked_through_once_a_day(context, workspace, services, monkeypatch):
    import changedesk.store.checkup

    looked = []

    def look(copy, schema):
        looked.append(copy)
        return []

    monkeypatch.setattr(changedesk.store.checkup, "findings_in", look)
    care = Care(workspace, services.jobs, services.messages, services.settings)
    care.back_up()
    care.back_up()
    assert len(looked) == 1


@pytest.fixture
def threaded_desktop(dressed, home, qtbot):
    desktop = Desktop(dressed, jobs=JobRunner(), prompts=ScriptedPrompts())
    yield desktop
    desktop.window.close()
    desktop.window.deleteLater()


def test_it_all_works_with_real_threads(threaded_desktop, qtbot, tmp_path):
    desktop = threaded_desktop
    desktop.window.show()
    with qtbot.waitSignal(desktop.session.opened):
        desktop.session.create(tmp_path / "one.changedesk", "One")
    first = desktop.session.desk.workspace
    desktop.window.desk_view.show_page("people")
    pane = desktop.window.desk_view.current.pane
    pane.add_record()
    qtbot.waitUntil(pane.table.is_editing)
    qtbot.keyClicks(QApplication.focusWidget() or pane.table, "Amira")
    qtbot.keyClick(QApplication.focusWidget() or pane.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: first.find(Person, name="Amira") is not None)
    with qtbot.waitSignal(desktop.session.opened):
        desktop.session.create(tmp_path / "two.changedesk", "Two")
    qtbot.waitUntil(lambda: not desktop.services.jobs.busy)
    with qtbot.waitSignal(desktop.session.opened):
        desktop.session.open(str(tmp_path / "one.changedesk"))
    desktop.window.close()
    again = open_desk(tmp_path / "one.changedesk", window=True)
    assert again.find(Person, name="Amira") is not None
    assert again.backups()
    assert again.verify() == []
    again.close()
