"""The hand-over view: run mode alone on the whole screen, in large type, left with a PIN only."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.desk_context import DeskContext
from ui.theme.tokens import GRID
from ui.uat.pin import Pin
from ui.uat.pin_dialog import PinDialog
from ui.widgets.message_bar import MessageBar
from ui.widgets.text import ElidedLabel
from ui.widgets.toast import Toast

LARGE = 3
"""The size of type to begin with, as a place in SCALES."""


class HandOverWindow(QWidget):
    """Holds the faces of run mode while somebody else has the computer. `leaving` asks for the PIN.

    It lies over the whole screen and blocks every other window of the program.
    """

    leaving = Signal()

    def __init__(self, context: DeskContext, actions: Sequence[QAction], who: str) -> None:
        super().__init__()
        self._final = False
        self.setWindowTitle(self.tr("ChangeDesk – hand-over"))
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self.setAutoFillBackground(True)
        self.bar = MessageBar(context.theme)
        context.messages.told.connect(self.bar.show_message)
        self.toast = Toast(self)
        context.messages.toasted.connect(self.toast.say)
        head = QFrame()
        head.setProperty("look", "status")
        row = QHBoxLayout(head)
        row.setContentsMargins(GRID * 3, GRID // 2, GRID * 3, GRID // 2)
        name = ElidedLabel(who)
        row.addWidget(name, 1)
        self.leave = QPushButton(self.tr("Leave (Esc)…"))
        self.leave.setProperty("look", "quiet")
        self.leave.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.leave.clicked.connect(self.leaving)
        row.addWidget(self.leave)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(head)
        self._column.addWidget(self.bar)
        for action in actions:
            self.addAction(action)

    def take(self, faces: QWidget) -> None:
        """Show the faces of run mode."""
        self._column.addWidget(faces, 1)
        faces.show()

    def close_for_good(self) -> None:
        """Go away: the PIN was right, or the program ends."""
        self._final = True
        self.close()
        self.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leaving.emit()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._final:
            event.accept()
        else:
            event.ignore()
            self.leaving.emit()


class HandOver(QObject):
    """Gives run mode to a tester and takes it back. `begun` and `ended` tell when.

    The PIN is kept in memory for as long as the hand-over lasts, and nowhere else.
    """

    begun = Signal()
    ended = Signal()

    def __init__(
        self, context: DeskContext, home: QVBoxLayout, faces: QWidget, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._home = home
        self._faces = faces
        self._parent = parent
        self._pin: Pin | None = None
        self._asked: tuple[str, tuple[QAction, ...]] = ("", ())
        self.window: HandOverWindow | None = None

    @property
    def on(self) -> bool:
        """Tell whether the tester has the computer."""
        return self.window is not None

    def offer(self, who: str, actions: tuple[QAction, ...]) -> None:
        """Ask for a PIN, then hand over; `actions` are what the tester can do by keys."""
        self._asked = (who, actions)
        words = self.tr(
            "Choose a PIN before you hand the computer to {0}. It is asked for to leave this view."
        ).format(who)
        dialog = PinDialog(words, None, self._parent)
        dialog.passed.connect(self._begin)
        dialog.open()

    def _begin(self, pin: str) -> None:
        who, actions = self._asked
        self._pin = Pin(pin)
        self.window = HandOverWindow(self._context, actions, who)
        self.window.leaving.connect(self._ask)
        self.window.take(self._faces)
        self.window.showFullScreen()
        self.window.activateWindow()
        self.begun.emit()

    def _ask(self) -> None:
        if self.window is None:
            return
        dialog = PinDialog(self.tr("The PIN takes you back."), self._pin, self.window)
        dialog.passed.connect(self.end)
        dialog.open()

    def end(self) -> None:
        """Take run mode back into the window."""
        window, self.window, self._pin = self.window, None, None
        if window is not None:
            self._home.addWidget(self._faces)
            self._faces.show()
            window.close_for_good()
            self.ended.emit()
