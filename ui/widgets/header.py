"""The line at the top of a page: its title, its filter box, its buttons."""

from PySide6.QtCore import QEvent, QLocale, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QWidget

from ui.theme.tokens import GRID
from ui.widgets.buttons import action_button
from ui.widgets.one_line import keep_on_one_line
from ui.widgets.text import plain_label
from ui.widgets.undo_keys import leaves_undo

TYPING_PAUSE_MS = 150


class FilterBox(QLineEdit):
    """A search line that tells its words once the typing pauses; Escape empties it."""

    filtered = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        keep_on_one_line(self)
        self.setClearButtonEnabled(True)
        self.setMinimumWidth(GRID * 20)
        self.setMaximumWidth(GRID * 36)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(TYPING_PAUSE_MS)
        self._pause.timeout.connect(self._tell)
        self.textChanged.connect(self._pause.start)
        self.setPlaceholderText(self.tr("Filter"))
        self.setAccessibleName(self.tr("Filter"))

    def event(self, event: QEvent) -> bool:
        if leaves_undo(event, undo=bool(self.text()), redo=False):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.text() and event.key() == Qt.Key.Key_Escape:
            self.clear()
            return
        super().keyPressEvent(event)

    def clear_now(self) -> None:
        """Empty the box without waiting for a pause."""
        if self.text():
            self.clear()
            self._pause.stop()
            self._tell()

    def _tell(self) -> None:
        self.filtered.emit(self.text().strip())


class PageHeader(QFrame):
    """Title on the left, then the filter box, then buttons made from actions."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(GRID * 3, GRID * 2, GRID * 3, GRID * 2)
        self._row.setSpacing(GRID)
        self.title = plain_label("", "title")
        self.filter = FilterBox(self)
        self.filter.hide()
        self.count = plain_label("", "count")
        self._row.addWidget(self.title)
        self._row.addWidget(self.count)
        self._row.addStretch(1)
        self._row.addWidget(self.filter, 2)

    def set_title(self, text: str) -> None:
        """Show the title of the page."""
        self.title.setText(text)

    def set_count(self, count: int) -> None:
        """Show how many records are listed, beside the title."""
        self.count.setText(QLocale().toString(count) if count else "")

    def use_filter(self, what: str) -> FilterBox:
        """Show the filter box; `what` says what it looks through."""
        self.filter.setPlaceholderText(what)
        self.filter.setAccessibleName(what)
        self.filter.show()
        return self.filter

    def focus_filter(self) -> None:
        """Put the cursor into the filter box."""
        self.filter.setFocus()
        self.filter.selectAll()

    def add_button(self, action: QAction, *, primary: bool = False) -> QWidget:
        """Add a button for an action at the right end; the primary one stays the last."""
        button = action_button(action, primary=primary)
        last = self._row.itemAt(self._row.count() - 1).widget()
        follows = not primary and last is not None
        after_primary = follows and last.property("look") == "primary"
        self._row.insertWidget(self._row.count() - (1 if after_primary else 0), button)
        return button
