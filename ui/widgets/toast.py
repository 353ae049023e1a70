"""A quiet word at the bottom of the window that goes away by itself."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui.theme.tokens import GRID
from ui.widgets.text import plain_label

SHOWN_MS = 4000


class Toast(QFrame):
    """Lies over its parent and takes neither focus nor clicks."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self.setProperty("look", "toast")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.label = plain_label("")
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID * 2, GRID, GRID * 2, GRID)
        row.addWidget(self.label)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_MS)
        self._timer.timeout.connect(self.hide)
        parent.installEventFilter(self)
        self.hide()

    def say(self, text: str) -> None:
        """Show a sentence for a few seconds."""
        room = self._over.width() - GRID * 12
        self.label.setWordWrap(False)
        needed = self.label.fontMetrics().horizontalAdvance(text)
        self.label.setWordWrap(needed > room)
        self.label.setFixedWidth(min(needed + GRID // 2, room))
        self.label.setText(text)
        self.adjustSize()
        self._place()
        self.show()
        self.raise_()
        self._timer.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def _place(self) -> None:
        room = self._over.rect()
        self.move((room.width() - self.width()) // 2, room.height() - self.height() - GRID * 7)
