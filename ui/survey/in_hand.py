"""Which survey the views of the page are about."""

from PySide6.QtCore import QObject, Signal


class SurveyInHand(QObject):
    """`changed` carries the key of the survey in hand, None where there is none."""

    changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._key: int | None = None

    @property
    def key(self) -> int | None:
        """Return the survey in hand."""
        return self._key

    def take(self, key: int | None) -> None:
        """Put another survey in hand."""
        if key != self._key:
            self._key = key
            self.changed.emit(key)
