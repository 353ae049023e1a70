"""The table of records under the user's hands: real keys, real clipboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from changedesk.uat.records import Script
from ui.records.pane import RecordPane


@pytest.fixture
def pane(context, qtbot, dressed):
    pane = RecordPane(context, Script)
    context.bus.changed.connect(pane.refresh)
    qtbot.addWidget(pane)
    pane.resize(1000, 600)
    pane.refresh(None)
    with qtbot.waitActive(pane):
        pane.show()
        pane.activateWindow()
    qtbot.waitUntil(lambda: pane.table.records.row_values(0) is not None)
    pane.table.setFocus()
    return pane


@pytest.fixture
def table(pane):
    return pane.table


def place(table, name):
    return [field.name for field in table.records.fields].index(name)


def value(table, row, name):
    return table.records.row_values(row)[place(table, name)]


def go(table, row, name):
    table.choose(table.records.key_at(row), column=place(table, name))


def editor():
    return QApplication.focusWidget()


def test_enter_edits_the_cell_and_saves_it(table, qtbot, workspace):
    go(table, 0, "title")
    qtbot.keyClick(table, Qt.Key.Key_Return)
    qtbot.keyClicks(editor(), " changed")
    qtbot.keyClick(editor(), Qt.Key.Key_Return)
    key = table.records.key_at(0)
    assert workspace.get(Script, key).title == "Script number 1 changed"
    assert table.currentIndex().row() == 1
    qtbot.waitUntil(lambda: value(table, 0, "title") == "Script number 1 changed")


def test_typing_begins_an_edit_that_replaces(table, qtbot, workspace):
    go(table, 1, "area")
    qtbot.keyClicks(table, "M")
    qtbot.keyClicks(editor(), "ail")
    qtbot.keyClick(editor(), Qt.Key.Key_Return)
    assert workspace.get(Script, table.records.key_at(1)).area == "Mail"


def test_escape_leaves_the_cell_as_it_was(table, qtbot, workspace):
    before = workspace.journal_length()
    go(table, 0, "title")
    qtbot.keyClick(table, Qt.Key.Key_F2)
    qtbot.keyClicks(editor(), "x")
    qtbot.keyClick(editor(), Qt.Key.Key_Escape)
    qtbot.keyClick(editor(), Qt.Key.Key_Escape)
    assert workspace.journal_length() == before
    assert not table.is_editing()


def test_tab_saves_and_passes_over_what_cannot_be_edited(table, qtbot, workspace):
    go(table, 0, "title")
    qtbot.keyClick(table, Qt.Key.Key_F2)
    qtbot.keyClicks(editor(), "!")
    qtbot.keyClick(editor(), Qt.Key.Key_Tab)
    assert table.currentIndex().column() == place(table, "area")
    assert table.is_editing()
    assert workspace.get(Script, table.records.key_at(0)).title == "Script number 1!"
    qtbot.keyClick(editor(), Qt.Key.Key_Escape)


def test_a_choice_is_made_in_place(table, qtbot, workspace):
    go(table, 0, "priority")
    qtbot.keyClick(table, Qt.Key.Key_F2)
    qtbot.keyClick(editor(), Qt.Key.Key_End)
    qtbot.keyClick(editor(), Qt.Key.Key_Return)
    assert workspace.get(Script, table.records.key_at(0)).priority == "low"


def test_a_refused_cell_shows_what_stands_and_says_why(table, qtbot, told, workspace):
    go(table, 0, "minutes")
    qtbot.keyClick(table, Qt.Key.Key_F2)
    editor().selectAll()
    qtbot.keyClicks(editor(), "soon")
    qtbot.keyClick(editor(), Qt.Key.Key_Return)
    assert told == ["Estimate takes a whole number, such as 12."]
    assert value(table, 0, "minutes") == 5


def test_a_block_is_copied_as_excel_takes_it(table, qtbot, workspace):
    with workspace.change("Long") as change:
        change.set_many(Script, {table.records.key_at(0): {"area": 'two "here"'}})
    qtbot.waitUntil(lambda: "two" in str(value(table, 0, "area")))
    go(table, 0, "title")
    qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(table, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == (
        'Script number 1\t"two ""here"""\nScript number 2\tPhone'
    )


def test_a_block_from_excel_is_one_change_and_adds_the_rows_that_are_missing(
    table, qtbot, workspace
):
    rows = len(table.records.keys)
    go(table, rows - 1, "title")
    QGuiApplication.clipboard().setText('Last one\tMail\nOne more\t"two\r\nlines"\r\n')
    qtbot.keyClick(table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(table.records.keys) == rows + 1)
    made = workspace.get(Script, table.records.key_at(rows))
    assert (made.title, made.area, made.code) == ("One more", "two lines", "UAT-013")
    assert workspace.get(Script, table.records.key_at(rows - 1)).title == "Last one"
    assert workspace.undo() == "Paste 2 × 2 cells"
    qtbot.waitUntil(lambda: len(table.records.keys) == rows)


def test_a_block_with_a_wrong_cell_changes_nothing(table, qtbot, workspace, told):
    before = workspace.journal_length()
    go(table, 0, "priority")
    QGuiApplication.clipboard().setText("low\nurgent")
    qtbot.keyClick(table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert workspace.journal_length() == before
    assert "urgent" in told[0]


def test_deleting_asks_nothing_and_can_be_undone(table, qtbot, workspace):
    rows = len(table.records.keys)
    go(table, 0, "title")
    qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: len(table.records.keys) == rows - 2)
    assert workspace.next_undo() == "Delete 2 scripts"
    workspace.undo()
    qtbot.waitUntil(lambda: len(table.records.keys) == rows)


def test_a_new_record_is_under_the_cursor_with_its_title_to_be_typed(pane, qtbot, workspace):
    rows = len(pane.table.records.keys)
    pane.add_record()
    qtbot.waitUntil(lambda: len(pane.table.records.keys) == rows + 1)
    qtbot.waitUntil(pane.table.is_editing)
    editor().selectAll()
    qtbot.keyClicks(editor(), "Transfer a chat")
    qtbot.keyClick(editor(), Qt.Key.Key_Return)
    key = pane.table.records.key_at(rows)
    assert workspace.get(Script, key).title == "Transfer a chat"


def test_place_and_selection_survive_what_others_change(table, qtbot, workspace, context):
    go(table, 5, "title")
    qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    chosen, current = table.chosen_keys(), table.current_key()
    with workspace.change("Elsewhere") as change:
        change.delete_many(Script, [table.records.key_at(0)])
        change.add_many(Script, [{"project": context.project_id, "title": "New"}])
    qtbot.waitUntil(lambda: len(table.records.keys) == 12)
    assert (table.chosen_keys(), table.current_key()) == (chosen, current)


def test_place_survives_another_order(table, qtbot):
    go(table, 5, "title")
    key = table.current_key()
    table.sortByColumn(place(table, "title"), Qt.SortOrder.DescendingOrder)
    assert table.current_key() == key


def test_an_open_editor_survives_what_others_change(table, qtbot, workspace):
    go(table, 3, "title")
    qtbot.keyClick(table, Qt.Key.Key_F2)
    qtbot.keyClicks(editor(), " being typed")
    with workspace.change("Elsewhere") as change:
        change.set_many(Script, {table.records.key_at(4): {"title": "Theirs"}})
    assert table.is_editing()
    assert editor().text().endswith("being typed")
    qtbot.keyClick(editor(), Qt.Key.Key_Escape)
    qtbot.keyClick(editor(), Qt.Key.Key_Escape)


def test_columns_are_remembered(table, context, qtbot):
    table.setColumnWidth(place(table, "title"), 333)
    table.horizontalHeader().moveSection(3, 1)
    table.columns.save()
    again = RecordPane(context, Script)
    qtbot.addWidget(again)
    assert again.table.columnWidth(place(again.table, "title")) == 333
    assert again.table.horizontalHeader().visualIndex(3) == 1


def test_several_rows_are_edited_at_once(pane, qtbot, workspace):
    table = pane.table
    go(table, 0, "title")
    for _ in range(2):
        qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: list(pane.detail.form.keys) == table.chosen_keys())
    owner = pane.detail.form.fields["area"].editor
    assert owner.placeholderText() == "several values"
    owner.setFocus()
    qtbot.keyClicks(owner, "Mail")
    qtbot.keyClick(owner, Qt.Key.Key_Tab)
    titles = {workspace.get(Script, key).area for key in table.chosen_keys()}
    assert titles == {"Mail"}
    assert workspace.next_undo() == "Edit Area of 3 scripts"


def test_the_title_has_room_before_other_columns_do(pane, table, qtbot):
    table.columns.lead_with("code", "title", "area", "status", then=("priority", "minutes"))
    for width in (700, 900, 1300):
        pane.resize(width, 600)
        header = table.columns
        title = header.sectionSize(place(table, "title"))
        others = [header.sectionSize(place(table, name)) for name in ("code", "area", "status")]
        room = header.viewport().width()
        assert title + sum(others) <= room
        assert title >= min(header._first_widths[place(table, "title")], 24 * 8)
