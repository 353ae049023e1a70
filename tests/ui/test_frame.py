"""The window as a whole, worked by keys: pages, projects, undo, palette, keys, themes, messages."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication

from changedesk.people.records import Person, Project
from changedesk.store.errors import UserError
from changedesk.uat.records import Cycle, Defect, Script
from ui.actions import ActionChosen
from ui.bug_dialog import BugDialog
from ui.desk_context import Place
from ui.key_sheet import KeySheet
from ui.pages import PAGES, page_of
from ui.palette import PaletteDialog
from ui.theme.theme import Mode

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def dialogs(kind):
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]


def page(opened):
    return opened.window.desk_view.current


def test_every_page_is_shown_by_its_number(opened, qtbot):
    for number, entry in enumerate(PAGES[:10], 1):
        qtbot.keyClick(opened.window, Qt.Key(Qt.Key.Key_0 + number % 10), CTRL)
        assert page(opened).key == entry.key


def test_the_window_says_which_file_who_and_when(opened, qtbot):
    assert opened.window.windowTitle() == "Support move – ChangeDesk"
    assert opened.window.status.file.text() == "Support move.changedesk"
    assert opened.window.status.saved.text() == "all saved"
    workspace = opened.session.desk.workspace
    with workspace.change("Add Eve") as change:
        change.add(Person(name="Eve"))
    assert opened.window.status.saved.text().startswith("saved ")


def test_undo_and_redo_say_which_change(opened, qtbot):
    workspace = opened.session.desk.workspace
    with workspace.change("Add Eve") as change:
        change.add(Person(name="Eve"))
    action = opened.services.actions.action("edit.undo")
    qtbot.waitUntil(lambda: action.text() == "&Undo: Add Eve")
    qtbot.keyClick(opened.window, Qt.Key.Key_Z, CTRL)
    assert workspace.find(Person, name="Eve") is None
    assert opened.window.toast.label.text() == "Undone: Add Eve"
    qtbot.keyClick(opened.window, Qt.Key.Key_Z, CTRL | SHIFT)
    assert workspace.find(Person, name="Eve") is not None
    assert opened.window.toast.label.text() == "Done again: Add Eve"


def test_undo_reaches_the_window_from_a_field_nobody_typed_in(opened, qtbot):
    workspace = opened.session.desk.workspace
    opened.window.desk_view.show_page("people")
    with workspace.change("Add Eve") as change:
        change.add(Person(name="Eve"))
    name = page(opened).pane.detail.form.fields["role"].editor
    name.setFocus()
    qtbot.keyClick(name, Qt.Key.Key_Z, CTRL)
    assert workspace.find(Person, name="Eve") is None


def test_undo_in_a_field_takes_back_what_is_typed_there_first(opened, qtbot):
    workspace = opened.session.desk.workspace
    opened.window.desk_view.show_page("people")
    before = workspace.journal_length()
    role = page(opened).pane.detail.form.fields["role"].editor
    qtbot.waitUntil(role.isEnabled)
    role.setFocus()
    qtbot.keyClicks(role, "Lead")
    qtbot.keyClick(role, Qt.Key.Key_Z, CTRL)
    assert role.text() == ""
    assert workspace.journal_length() == before


def test_the_palette_finds_a_record_by_any_word_and_goes_there(opened, qtbot):
    qtbot.keyClick(opened.window, Qt.Key.Key_K, CTRL)
    (palette,) = dialogs(PaletteDialog)
    qtbot.keyClicks(palette.line, "amira")
    qtbot.waitUntil(lambda: any("Amira" in line.text for line in palette.list.entries.lines))
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    assert page(opened).key == "people"
    key = opened.session.desk.workspace.find(Person, name="Amira").id
    assert page(opened).pane.table.current_key() == key


def test_the_palette_does_actions_and_opens_pages(opened, qtbot):
    qtbot.keyClick(opened.window, Qt.Key.Key_K, CTRL)
    (palette,) = dialogs(PaletteDialog)
    qtbot.keyClicks(palette.line, "dark")
    assert palette.list.entries.lines[0].value == ActionChosen("view.dark")
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    assert opened.services.theme.mode is Mode.DARK
    qtbot.keyClick(opened.window, Qt.Key.Key_K, CTRL)
    (palette,) = dialogs(PaletteDialog)
    qtbot.keyClicks(palette.line, "histo")
    assert palette.list.entries.lines[0].value == Place("history")
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    assert page(opened).key == "history"
    opened.services.theme.choose(Mode.LIGHT)


@pytest.mark.parametrize("typed", ["CYC-01", "cyc-1", "CYC 1", "cyc01"])
def test_the_palette_finds_a_code_first_however_it_is_typed(opened, qtbot, typed):
    workspace = opened.session.desk.workspace
    project = workspace.find(Project, code="MOVE").id
    with workspace.change("Mention it") as change:
        for number in range(3):
            change.add(Defect(project=project, title=f"Seen in CYC-01 and CYC 1, cyc01 {number}"))
    qtbot.keyClick(opened.window, Qt.Key.Key_K, CTRL)
    (palette,) = dialogs(PaletteDialog)
    qtbot.keyClicks(palette.line, typed)
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    assert page(opened).key == "cycles"
    assert page(opened).table.current_key() == workspace.find(Cycle, code="CYC-01").id


def test_a_code_of_the_project_at_hand_comes_before_the_same_of_another(opened, qtbot):
    desk = opened.session.desk
    first, other = (desk.workspace.find(Project, code=code).id for code in ("MOVE", "BOT"))
    with desk.workspace.change("Same code") as change:
        change.add(Script(project=other, title="Another"))
    desk.context.project_id = first
    qtbot.keyClick(opened.window, Qt.Key.Key_K, CTRL)
    (palette,) = dialogs(PaletteDialog)
    qtbot.keyClicks(palette.line, "uat-001")
    qtbot.waitUntil(lambda: len(palette.list.entries.lines) >= 2)
    assert palette.list.entries.lines[0].text == "UAT-001  Script number 1"
    assert palette.list.entries.lines[1].text == "UAT-001  Another"
    assert palette.list.entries.lines[1].soft == "Chatbot for returns"
    qtbot.keyClick(palette.line, Qt.Key.Key_Down)
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    assert desk.context.project_id == other
    assert page(opened).table.current_key() == desk.workspace.find(Script, title="Another").id


def test_the_palette_says_that_nothing_was_found_and_what_to_try(opened, qtbot):
    qtbot.keyClick(opened.window, Qt.Key.Key_K, CTRL)
    (palette,) = dialogs(PaletteDialog)
    assert not palette.nothing.isVisible()
    qtbot.keyClicks(palette.line, "xyzzy")
    qtbot.waitUntil(lambda: palette.nothing.text().startswith("Nothing is called “xyzzy”. Try "))
    assert palette.nothing.isVisible()
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    assert palette.isVisible()
    palette.line.selectAll()
    qtbot.keyClicks(palette.line, "amira")
    qtbot.waitUntil(lambda: not palette.nothing.isVisible() and palette.list.isVisible())
    palette.close()


def test_the_palette_is_left_with_escape(opened, qtbot):
    qtbot.keyClick(opened.window, Qt.Key.Key_K, CTRL)
    (palette,) = dialogs(PaletteDialog)
    qtbot.keyClick(palette.line, Qt.Key.Key_Escape)
    assert dialogs(PaletteDialog) == []


def test_f1_shows_the_keys_of_the_page_at_hand(opened, qtbot):
    opened.window.desk_view.show_page("people")
    qtbot.keyClick(opened.window, Qt.Key.Key_F1)
    (sheet,) = dialogs(KeySheet)
    shown = {label.text() for label in sheet.findChildren(_label())}
    assert {"People", "New", "Ctrl+N", "Everywhere", "Find anything…"} <= shown
    sheet.close()


def _label():
    from ui.widgets.text import PlainLabel

    return PlainLabel


def test_a_refusal_is_a_sentence_in_the_bar(opened):
    opened.services.messages.problem(UserError("This script is used by 2 runs."))
    assert opened.window.message_bar.text == "This script is used by 2 runs."


def try_to_delete_a_project(opened, qtbot):
    opened.window.desk_view.show_page("people")
    page(opened).tabs.setCurrentIndex(2)
    table = page(opened).pane.table
    table.setFocus()
    workspace = opened.session.desk.workspace
    table.choose(workspace.find(Project, code="MOVE").id)
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert "MOVE Move support to Salesforce is used by" in opened.window.message_bar.text


def test_a_refusal_and_a_toast_go_when_the_page_is_left(opened, qtbot):
    try_to_delete_a_project(opened, qtbot)
    opened.services.messages.toast("Copied.")
    assert opened.window.toast.isVisible()
    qtbot.keyClick(opened.window, Qt.Key.Key_3, CTRL)
    assert opened.window.message_bar.text == ""
    assert not opened.window.toast.isVisible()


def test_a_refusal_and_a_toast_go_when_the_workspace_is_closed(opened, qtbot):
    try_to_delete_a_project(opened, qtbot)
    opened.services.messages.toast("Copied.")
    qtbot.keyClick(opened.window, Qt.Key.Key_W, CTRL)
    assert opened.session.desk is None
    assert opened.window.message_bar.text == ""
    assert not opened.window.toast.isVisible()


def test_what_cannot_be_saved_when_a_page_is_left_is_said_on_the_next(opened, qtbot):
    desk = opened.session.desk
    desk.context.project_id = desk.workspace.find(Project, code="MOVE").id
    opened.window.desk_view.show_page("scripts")
    table = page(opened).table
    qtbot.waitUntil(lambda: table.records.row_values(0) is not None)
    names = [field.name for field in table.records.fields]
    table.choose(table.records.key_at(0), column=names.index("minutes"), edit=True)
    qtbot.keyClicks(QApplication.focusWidget(), "soon")
    qtbot.keyClick(opened.window, Qt.Key.Key_3, CTRL)
    assert page(opened).key != "scripts"
    assert opened.window.message_bar.text == "Estimate takes a whole number, such as 12."


def test_a_fault_of_the_workspace_stays_on_every_page(opened, qtbot):
    opened.services.messages.problem(UserError("The disk is full."), stays=True)
    qtbot.keyClick(opened.window, Qt.Key.Key_3, CTRL)
    qtbot.keyClick(opened.window, Qt.Key.Key_1, CTRL)
    assert opened.window.message_bar.text == "The disk is full."
    opened.session.close()
    assert opened.window.message_bar.text == ""


def test_a_bug_shows_details_that_can_be_copied(opened, qtbot):
    opened.services.messages.problem(ZeroDivisionError("by nought"))
    (dialog,) = dialogs(BugDialog)
    qtbot.mouseClick(dialog.copy_button, Qt.MouseButton.LeftButton)
    assert "ZeroDivisionError: by nought" in QApplication.clipboard().text()
    dialog.close()


def test_another_project_shows_its_own_records(opened, qtbot):
    scripts = page_of("script")
    assert scripts is not None
    from changedesk.people.records import Project

    workspace = opened.session.desk.workspace
    opened.window.desk_view.show_page(scripts.key)
    bot = workspace.find(Project, code="BOT").id
    opened.session.desk.context.project_id = bot
    qtbot.waitUntil(
        lambda: opened.window.desk_view.sidebar.projects.text() == "Chatbot for returns"
    )
    assert workspace.find(Script, project=bot) is None
    assert len(page(opened).pane.table.records.keys) == 0


def test_a_change_of_another_program_shows(opened, qtbot):
    from changedesk.desk import open_desk

    opened.window.desk_view.show_page("people")
    rows = len(page(opened).pane.table.records.keys)
    other = open_desk(opened.session.desk.workspace.address)
    with other.change("From the command line") as change:
        change.add(Person(name="Frank"))
    other.close()
    opened.session.desk.bus.look()
    assert len(page(opened).pane.table.records.keys) == rows + 1


def test_a_page_that_was_out_of_sight_is_up_to_date_when_it_is_shown(opened, qtbot):
    opened.window.desk_view.show_page("people")
    rows = len(page(opened).pane.table.records.keys)
    opened.window.desk_view.show_page("history")
    with opened.session.desk.workspace.change("Add Eve") as change:
        change.add(Person(name="Eve"))
    opened.window.desk_view.show_page("people")
    assert len(page(opened).pane.table.records.keys) == rows + 1


def test_shortcuts_are_unique_wherever_one_is(opened):
    for entry in PAGES:
        opened.window.desk_view.show_page(entry.key)
        keys = [
            sequence.toString(QKeySequence.SequenceFormat.PortableText)
            for spec in opened.services.actions.reachable()
            for sequence in opened.services.actions.action(spec.id).shortcuts()
        ]
        assert sorted(keys) == sorted(set(keys)), entry.key


def test_every_action_is_in_a_menu(opened):
    for entry in PAGES:
        opened.window.desk_view.show_page(entry.key)
    in_menus = {
        action.objectName()
        for menu in opened.window.menuBar().actions()
        for action in menu.menu().actions()
        if not action.isSeparator()
    }
    assert in_menus == {spec.id for spec in opened.services.actions.specs()}


def test_every_page_loads(opened):
    for entry in PAGES:
        assert entry.load().key == entry.key


def test_what_is_being_typed_is_saved_when_the_window_closes(opened, qtbot):
    opened.window.desk_view.show_page("people")
    key = page(opened).pane.table.current_key()
    role = page(opened).pane.detail.form.fields["role"].editor
    qtbot.waitUntil(role.isEnabled)
    role.setFocus()
    qtbot.keyClicks(role, "Lead")
    address = opened.session.desk.workspace.address
    opened.window.close()
    from changedesk.desk import open_desk

    again = open_desk(address)
    assert again.get(Person, key).role == "Lead"
    assert again.backups()
    again.close()


def test_your_name_can_be_changed(opened, qtbot, prompts):
    prompts.answers = ["Noor A."]
    qtbot.mouseClick(opened.window.status.name, Qt.MouseButton.LeftButton)
    assert opened.window.status.name.text() == "you: Noor A."
    workspace = opened.session.desk.workspace
    with workspace.change("Add Eve") as change:
        change.add(Person(name="Eve"))
    assert workspace.changes(1)[0].who == "Noor A."
