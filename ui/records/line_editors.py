"""Editors that are typed into: one line, and several."""

from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from changedesk.store.spec import FieldSpec
from ui.records.values import editable_text
from ui.theme.tokens import GRID
from ui.widgets.one_line import keep_on_one_line
from ui.widgets.text import PlainEdit
from ui.widgets.undo_keys import leaves_undo

TALLEST_TEXT = GRID * 28


class LineEditor(QLineEdit):
    """One line: texts and numbers."""

    committed = Signal(object)

    def __init__(self, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spec = spec
        self._shown = ""
        keep_on_one_line(self)
        self.editingFinished.connect(self.commit)

    def show_value(self, value: Any) -> None:
        """Show a value."""
        self._shown = editable_text(self._spec, value)
        self.setText(self._shown)
        self.setCursorPosition(0)

    def raw(self) -> str:
        """Return the text as typed."""
        return self.text()

    def differs(self) -> bool:
        """Tell whether something else was typed than what was shown."""
        return self.text() != self._shown

    def commit(self) -> None:
        """Tell what was typed, if it differs."""
        if self.differs():
            self._shown = self.text()
            self.committed.emit(self._shown)

    def event(self, event: QEvent) -> bool:
        if leaves_undo(event, undo=self.differs(), redo=self.isRedoAvailable()):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text() != self._shown:
            self.setText(self._shown)
            return
        super().keyPressEvent(event)


class TextEditor(PlainEdit):
    """Several lines; it grows with its text."""

    committed = Signal(object)

    def __init__(self, parent: QWidget | None = None, lines: int = 2) -> None:
        super().__init__(parent)
        self._shown = ""
        self._lines = lines
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def show_value(self, value: Any) -> None:
        """Show a text."""
        self._shown = str(value or "")
        self.setPlainText(self._shown)

    def raw(self) -> str:
        """Return the text as typed."""
        return self.toPlainText()

    def differs(self) -> bool:
        """Tell whether something else was typed than what was shown."""
        return self.toPlainText() != self._shown

    def commit(self) -> None:
        """Tell what was typed, if it differs."""
        if self.differs():
            self._shown = self.toPlainText()
            self.committed.emit(self._shown)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.commit()

    def event(self, event: QEvent) -> bool:
        redo = self.document().isRedoAvailable()
        if leaves_undo(event, undo=self.differs(), redo=redo):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.toPlainText() != self._shown:
            self.setPlainText(self._shown)
            return
        super().keyPressEvent(event)

    def _fit(self) -> None:
        line = self.fontMetrics().lineSpacing()
        lines = max(self._lines, int(self.document().size().height()))
        self.setFixedHeight(min(TALLEST_TEXT, lines * line + GRID * 3))
