"""The form of a record: saved when a field is left, refused at the field."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from changedesk.people.records import Person, Project
from changedesk.uat.records import Cycle, Defect, Script
from ui.records.form import RecordForm
from ui.widgets.text import PlainLabel


def form_of(context, qtbot, record_type, *keys):
    form = RecordForm(context, record_type)
    qtbot.addWidget(form)
    form.resize(420, 900)
    with qtbot.waitActive(form):
        form.show()
        form.activateWindow()
    form.show_records(list(keys))
    return form


def leave(qtbot, widget):
    qtbot.keyClick(widget, Qt.Key.Key_Tab)


def test_what_is_typed_is_saved_when_the_field_is_left(context, qtbot, workspace, key_of):
    key = key_of(Script, title="Script number 3")
    form = form_of(context, qtbot, Script, key)
    title = form.fields["title"].editor
    title.setFocus()
    title.selectAll()
    qtbot.keyClicks(title, "Transfer a chat")
    assert workspace.get(Script, key).title == "Script number 3"
    leave(qtbot, title)
    assert workspace.get(Script, key).title == "Transfer a chat"
    assert workspace.next_undo() == "Edit Title of script"


def test_a_text_of_several_lines_is_saved_when_it_is_left(context, qtbot, workspace, key_of):
    key = key_of(Script, title="Script number 3")
    form = form_of(context, qtbot, Script, key)
    editor = form.fields["preconditions"].editor
    editor.setFocus()
    qtbot.keyClicks(editor, "Signed in")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.keyClicks(editor, "As an agent")
    leave(qtbot, editor)
    assert workspace.get(Script, key).preconditions == "Signed in\nAs an agent"


def test_what_is_refused_is_said_at_the_field_and_stays_to_be_mended(
    context, qtbot, workspace, key_of
):
    key = key_of(Script, title="Script number 3")
    form = form_of(context, qtbot, Script, key)
    field = form.fields["minutes"]
    field.editor.setFocus()
    field.editor.selectAll()
    qtbot.keyClicks(field.editor, "half an hour")
    leave(qtbot, field.editor)
    assert field.refusal == "Estimate takes a whole number, such as 12."
    assert field.editor.text() == "half an hour"
    form.reload()
    assert field.editor.text() == "half an hour"
    field.editor.setFocus()
    field.editor.selectAll()
    qtbot.keyClicks(field.editor, "30")
    leave(qtbot, field.editor)
    assert field.refusal == ""
    assert workspace.get(Script, key).minutes == 30


def test_a_choice_is_saved_at_once(context, qtbot, workspace, key_of):
    key = key_of(Defect)
    form = form_of(context, qtbot, Defect, key)
    severity = form.fields["severity"].editor
    assert severity.currentText() == "▲ High"
    severity.setFocus()
    qtbot.keyClick(severity, Qt.Key.Key_Home)
    severity.activated.emit(severity.currentIndex())
    assert workspace.get(Defect, key).severity == severity.raw()


def test_a_date_is_read_as_the_locale_writes_it(context, qtbot, workspace, key_of):
    key = key_of(Cycle)
    form = form_of(context, qtbot, Cycle, key)
    ends = form.fields["ends"].editor
    ends.line.setFocus()
    qtbot.keyClicks(ends.line, "31/03/2026")
    leave(qtbot, ends.line)
    assert workspace.get(Cycle, key).ends == "2026-03-31"
    assert form.fields["starts"].editor.line.text() == "02/03/2026"


def test_a_day_is_picked_from_the_calendar(context, qtbot, workspace, key_of):
    from PySide6.QtCore import QDate
    from PySide6.QtWidgets import QCalendarWidget

    key = key_of(Cycle)
    form = form_of(context, qtbot, Cycle, key)
    starts = form.fields["starts"].editor
    qtbot.mouseClick(starts.button, Qt.MouseButton.LeftButton)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    calendar = popup.findChild(QCalendarWidget)
    assert calendar is not None
    assert calendar.selectedDate() == QDate(2026, 3, 2)
    calendar.clicked.emit(QDate(2026, 4, 1))
    assert workspace.get(Cycle, key).starts == "2026-04-01"


def test_a_reference_is_found_by_any_part_of_its_name(context, qtbot, workspace, key_of):
    key = key_of(Defect)
    form = form_of(context, qtbot, Defect, key)
    script = form.fields["script"].editor
    script.setFocus()
    qtbot.keyClicks(script.line, "uat-005  script number 5")
    leave(qtbot, QApplication.activePopupWidget())  # the list of matches has the keyboard
    assert workspace.row(Defect.select(Defect.script).where(Defect.id == key)).script == key_of(
        Script, title="Script number 5"
    )


def test_a_reference_that_is_nowhere_is_refused(context, qtbot, workspace, key_of):
    key = key_of(Person, name="Ben")
    form = form_of(context, qtbot, Person, key)
    group = form.fields["group"].editor
    group.setFocus()
    group.line.selectAll()
    qtbot.keyClicks(group.line, "Nobody knows")
    leave(qtbot, group.line)
    assert form.fields["group"].refusal == "Group: there is no “Nobody knows”."


def test_an_emptied_reference_is_nothing(context, qtbot, workspace, key_of):
    key = key_of(Person, name="Ben")
    form = form_of(context, qtbot, Person, key)
    group = form.fields["group"].editor
    assert group.currentText() == "G-01  Team Leeds"
    group.setFocus()
    group.line.selectAll()
    qtbot.keyClick(group.line, Qt.Key.Key_Backspace)
    leave(qtbot, group.line)
    row = workspace.row(Person.select(Person.group).where(Person.id == key))
    assert row.group is None


def test_a_field_that_is_computed_or_given_is_only_shown(context, qtbot, key_of):
    form = form_of(context, qtbot, Script, key_of(Script))
    assert form.fields["code"].editor is None
    assert any(label.text() == "UAT-001" for label in form.findChildren(PlainLabel))


def test_escape_brings_back_what_was_there(context, qtbot, workspace, key_of):
    key = key_of(Script)
    before = workspace.journal_length()
    form = form_of(context, qtbot, Script, key)
    title = form.fields["title"].editor
    title.setFocus()
    qtbot.keyClicks(title, "!!!")
    qtbot.keyClick(title, Qt.Key.Key_Escape)
    leave(qtbot, title)
    assert title.text() == "Script number 1"
    assert workspace.journal_length() == before


def test_another_record_saves_what_was_typed_into_this_one(context, qtbot, workspace, key_of):
    first, second = key_of(Script, title="Script number 1"), key_of(Script, title="Script number 2")
    form = form_of(context, qtbot, Script, first)
    area = form.fields["area"].editor
    area.setFocus()
    area.selectAll()
    qtbot.keyClicks(area, "Mail")
    form.show_records([second])
    assert workspace.get(Script, first).area == "Mail"
    assert workspace.get(Script, second).area == "Phone"
    assert area.text() == "Phone"


def test_what_others_change_shows_but_not_in_the_field_being_typed_in(
    context, qtbot, workspace, key_of
):
    key = key_of(Script)
    form = form_of(context, qtbot, Script, key)
    title = form.fields["title"].editor
    title.setFocus()
    qtbot.keyClick(title, Qt.Key.Key_End)
    qtbot.keyClicks(title, " mine")
    with workspace.change("Theirs") as change:
        change.set_many(Script, {key: {"title": "Theirs", "area": "Mail"}})
    assert form.fields["area"].editor.text() == "Mail"
    assert title.text() == "Script number 1 mine"


def test_markup_in_a_record_is_shown_as_it_is(context, qtbot, workspace, key_of):
    key = key_of(Project)
    markup = '<img src="file:///etc/passwd"><b>bold</b>'
    with workspace.change("Markup") as change:
        change.set_many(Project, {key: {"name": markup, "scope": markup}})
    form = form_of(context, qtbot, Project, key)
    assert form.fields["name"].editor.text() == markup
    assert form.fields["scope"].editor.toPlainText() == markup


def test_a_read_only_workspace_is_only_shown(context, qtbot, workspace, key_of):
    workspace.read_only = "It opens read-only."
    form = form_of(context, qtbot, Script, key_of(Script))
    assert all(field.editor is None for field in form.fields.values())
