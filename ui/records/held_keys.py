"""Keys that were pressed for an editor that is not there yet."""

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget


class HeldKeys:
    """Keeps the keys of a widget while it waits, and presses them again where the cursor is then.

    `hold` begins to keep, `take` keeps one event and tells whether it did, `give` presses what was
    kept, `drop` forgets it.
    """

    def __init__(self) -> None:
        self.holding = False
        self._events: list[QEvent] = []

    def hold(self) -> None:
        """Keep what is typed from now on."""
        self.holding = True

    def take(self, event: QKeyEvent | QInputMethodEvent) -> bool:
        """Keep an event if it is time to; tell whether that was done."""
        if self.holding:
            self._events.append(event.clone())
        return self.holding

    def give(self) -> None:
        """Press what was kept, one after the other, wherever the cursor has come to by then."""
        kept = self.drop()
        for event in kept:
            target = QApplication.focusWidget()
            if isinstance(target, QWidget):
                QCoreApplication.sendEvent(target, event)

    def drop(self) -> list[QEvent]:
        """Keep no more, and return what was kept."""
        kept, self._events, self.holding = self._events, [], False
        return kept
