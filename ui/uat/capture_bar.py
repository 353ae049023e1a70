"""The five keys of run mode, and the line for what happened."""

from PySide6.QtCore import QEvent, QMimeData, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.theme.theme import Theme
from ui.theme.tokens import GRID, RADIUS
from ui.uat.flow import FlowLayout
from ui.uat.picture_data import holds_picture
from ui.uat.words import glyph_of
from ui.widgets.text import PlainEdit, plain_label
from ui.widgets.undo_keys import leaves_undo

MOST_LINES = 5
RETURN_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class KeyButton(QAbstractButton):
    """A key and what it records: a cap with the letter, a glyph and a word.

    `mark(True)` shows that this is what was recorded.
    """

    def __init__(
        self, theme: Theme, code: str, action: QAction, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._code = code
        self._cap = action.shortcut().toString()
        self._marked = False
        self.setText(action.text())
        self.setAccessibleName(self.tr("{0}, key {1}").format(self.text(), self._cap))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(action.trigger)

    def mark(self, marked: bool) -> None:
        """Show whether this is what was recorded."""
        if marked != self._marked:
            self._marked = marked
            self.update()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        words = metrics.horizontalAdvance(glyph_of(self._code)) + 6
        words += metrics.horizontalAdvance(self.text())
        return QSize(words + metrics.height() + 4 + GRID * 4, metrics.height() + GRID * 2)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.FontChange:
            self.updateGeometry()
        super().changeEvent(event)

    def enterEvent(self, event: QEvent) -> None:
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, metrics = self._theme, self.fontMetrics()
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        ground = theme.status_fill(self._code) if self._marked else theme.color("raised")
        if self.isDown() or (self.underMouse() and not self._marked):
            ground = theme.color("pressed" if self.isDown() else "hover")
        edge = theme.status_color(self._code) if self._marked else theme.color("line_strong")
        focused = self.hasFocus()
        painter.setPen(QPen(theme.color("focus") if focused else edge, 2 if focused else 1))
        painter.setBrush(ground)
        painter.drawRoundedRect(frame, RADIUS, RADIUS)
        side = metrics.height() + 4.0
        cap = QRectF(GRID, (self.height() - side) / 2, side, side)
        painter.setPen(QPen(theme.color("line_strong"), 1))
        painter.setBrush(theme.color("window"))
        painter.drawRoundedRect(cap, 4, 4)
        painter.setPen(theme.color("text"))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self._cap)
        words = QRectF(cap.right() + GRID, 0, self.width() - cap.right() - GRID, self.height())
        painter.setPen(theme.status_color(self._code))
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, glyph_of(self._code))
        words.adjust(metrics.horizontalAdvance(glyph_of(self._code)) + 6, 0, 0, 0)
        painter.setPen(theme.color("text"))
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.end()


class WhatHappened(PlainEdit):
    """Takes what happened. Enter is done, Shift+Enter begins a line, Escape leaves it as it is.

    A picture that is pasted or dropped is handed on by `pictured`, text stays text.
    """

    done = Signal()
    left = Signal()
    pictured = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(2)
        self.document().clearUndoRedoStacks()
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        new_line = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if event.key() in RETURN_KEYS and not new_line:
            self.done.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        # Without a word of its own to take back, Ctrl+Z is for the change before.
        typed = self.document()
        if leaves_undo(event, undo=typed.isUndoAvailable(), redo=typed.isRedoAvailable()):
            event.ignore()
            return False
        return super().event(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return holds_picture(source) or super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        if holds_picture(source):
            self.pictured.emit(source)
        else:
            super().insertFromMimeData(source)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        lines = max(1, min(MOST_LINES, round(self.document().size().height())))
        room = self.fontMetrics().lineSpacing() * lines + 2 * 2 + 2 * 6
        if room != self.height():
            self.setFixedHeight(room)


class CaptureBar(QWidget):
    """Keys, "What happened?" and whatever `extra` holds, in the panel of the step at hand."""

    def __init__(self, theme: Theme, keys: dict[str, QAction], extra: QWidget) -> None:
        super().__init__()
        self._buttons = {code: KeyButton(theme, code, action) for code, action in keys.items()}
        self.words = WhatHappened()
        self.words.setPlaceholderText(self.tr("What happened?"))
        self.words.setAccessibleName(self.tr("What happened?"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        row = FlowLayout(GRID)
        for button in self._buttons.values():
            row.addWidget(button)
        column.addLayout(row)
        line = QHBoxLayout()
        line.setSpacing(GRID * 2)
        line.addWidget(self.words, 1)
        line.addWidget(plain_label(self.tr("Ctrl+V adds a picture"), "small"))
        column.addLayout(line)
        column.addWidget(extra)

    def mark(self, outcome: str) -> None:
        """Show which outcome stands."""
        for code, button in self._buttons.items():
            button.mark(code == outcome)
