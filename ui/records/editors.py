"""One editor for each kind of field, the same in tables and in forms.

Each has `show_value(value)`, `raw()` (what was put in: a text as typed, a code, a key), `differs()`
and the signal `committed`, emitted when the field is left or a choice was made, if it differs.
"""

from PySide6.QtWidgets import QWidget

from changedesk.store.fields import Kind
from changedesk.store.spec import FieldSpec
from ui.desk_context import DeskContext
from ui.i18n import translate_label
from ui.records.choice_editors import ChoiceEditor, ReferenceEditor, YesNoEditor
from ui.records.date_editor import DateEditor
from ui.records.line_editors import LineEditor, TextEditor
from ui.widgets.text import plain_tip

__all__ = [
    "ChoiceEditor",
    "DateEditor",
    "Editor",
    "LineEditor",
    "ReferenceEditor",
    "TextEditor",
    "YesNoEditor",
    "editor_for",
]

Editor = LineEditor | TextEditor | ChoiceEditor | YesNoEditor | DateEditor | ReferenceEditor


def editor_for(spec: FieldSpec, context: DeskContext, parent: QWidget | None = None) -> Editor:
    """Return the editor for a field, named for screen readers."""
    editor: Editor
    if spec.choices:
        editor = ChoiceEditor(spec, parent)
    elif spec.kind is Kind.LONG_TEXT:
        editor = TextEditor(parent)
    elif spec.kind is Kind.YES_NO:
        editor = YesNoEditor(parent)
    elif spec.kind is Kind.DATE:
        editor = DateEditor(spec, context, parent)
    elif spec.kind is Kind.REFERENCE:
        editor = ReferenceEditor(spec, context, parent)
    else:
        editor = LineEditor(spec, parent)
    label = translate_label(spec.label)
    editor.setAccessibleName(label)
    if isinstance(editor, DateEditor):
        editor.line.setAccessibleName(label)
    if spec.about:
        about = translate_label(spec.about)
        editor.setAccessibleDescription(about)
        editor.setToolTip(plain_tip(about))
    return editor
