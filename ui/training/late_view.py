"""A view that is made when it is first needed: a page of many views opens as quickly as one."""

from collections.abc import Callable

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget


class LateView(QWidget):
    """Holds the place of a view; `made` takes the view once it is there."""

    def __init__(self, make: Callable[[], QWidget], made: Callable[[QWidget], None]) -> None:
        super().__init__()
        self._make, self._made = make, made
        self._view: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    @property
    def ready(self) -> bool:
        """Tell whether the view was made."""
        return self._view is not None

    @property
    def view(self) -> QWidget:
        """Return the view; it is made now if it was not."""
        if self._view is None:
            self._view = self._make()
            self._column.addWidget(self._view)
            self.setFocusProxy(self._view)
            self._made(self._view)
        return self._view

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        assert self.view is not None
