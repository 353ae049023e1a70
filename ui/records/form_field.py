"""One field of a form: its label, its editor, and the sentence that says what is wrong."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from changedesk.store.fields import Kind
from changedesk.store.spec import FieldSpec
from ui.desk_context import DeskContext
from ui.records.editors import YesNoEditor, editor_for
from ui.records.model import column_title
from ui.records.values import display
from ui.theme.tokens import GRID
from ui.widgets.text import PlainLabel, plain_label

SHORT_WIDTH = 16


class FormField(QWidget):
    """`committed` carries the name of the field and what was put in."""

    committed = Signal(str, object)

    def __init__(
        self,
        spec: FieldSpec,
        context: DeskContext,
        parent: QWidget | None = None,
        *,
        writable: bool = True,
    ) -> None:
        super().__init__(parent)
        self.spec = spec
        self.text = ""
        self._refusal = plain_label("", "bad", wrap=True)
        self._refusal.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        title = plain_label(column_title(spec), "small")
        column.addWidget(title)
        self.editor = editor_for(spec, context, self) if writable else None
        self._value: PlainLabel | None = None
        if self.editor is not None:
            title.setBuddy(self.editor)
            self.editor.committed.connect(self._tell)
            column.addWidget(self.editor)
        else:
            self._value = plain_label("", wrap=True, selectable=True)
            column.addWidget(self._value)
        column.addWidget(self._refusal)

    @property
    def short(self) -> bool:
        """Tell whether half a line is enough; a reference shows code and title, it never is."""
        whole = self.spec.kind in (Kind.LONG_TEXT, Kind.REFERENCE)
        return not whole and self.spec.facts.width <= SHORT_WIDTH

    def show_value(self, value: Any, *, mixed: bool = False) -> None:
        """Show a value, unless something else is being typed; `mixed`: the records differ."""
        self.text = "" if mixed else display(self.spec, value)
        if self._value is not None:
            self._value.setText(self.tr("several values") if mixed else self.text or "–")
            return
        if self.editor is None or self._being_typed():
            return
        self.editor.show_value(value)
        line = self._line()
        if line is not None:
            line.setPlaceholderText(self.tr("several values") if mixed else "")
        if isinstance(self.editor, YesNoEditor):
            self.editor.setText(self.tr("several values") if mixed else "")

    def commit(self) -> None:
        """Save what is being typed."""
        if self.editor is not None and self.editor.differs():
            self.editor.commit()

    def refuse(self, sentence: str) -> None:
        """Say what is wrong with what was put in; an empty sentence takes it back."""
        self._refusal.setText(sentence)
        self._refusal.setVisible(bool(sentence))
        marked: QWidget | None = self._line() or self.editor
        if marked is not None:
            marked.setProperty("wrong", bool(sentence))
            marked.setAccessibleDescription(sentence or self.spec.about)
            marked.style().unpolish(marked)
            marked.style().polish(marked)

    @property
    def refusal(self) -> str:
        """Return the sentence that is shown, or an empty text."""
        return self._refusal.text()

    def _being_typed(self) -> bool:
        refused = bool(self._refusal.text())
        return self.editor is not None and (refused or self.editor.differs())

    def _line(self) -> QLineEdit | QPlainTextEdit | None:
        if isinstance(self.editor, QLineEdit | QPlainTextEdit):
            return self.editor
        line = getattr(self.editor, "line", None)
        return line if isinstance(line, QLineEdit) else None

    def _tell(self, value: object) -> None:
        self.committed.emit(self.spec.name, value)
