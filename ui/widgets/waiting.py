"""The word on an empty pane that is being read: whoever looks at it must not take it for empty."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtWidgets import QWidget

from ui.jobs import Job
from ui.theme.tokens import GRID
from ui.widgets.text import plain_label

SHOWN_AFTER_MS = 300


class Waiting(QObject):
    """Says that a pane loads while the newest job that it follows takes longer than 300 ms.

    `blank` tells whether the pane shows nothing: over what is there it is silent.
    """

    def __init__(self, over: QWidget, blank: Callable[[], bool], down: int = GRID * 2) -> None:
        super().__init__(over)
        self._blank = blank
        self._job: Job | None = None
        self.label = plain_label(QCoreApplication.translate("Waiting", "Loading…"), "soft")
        self.label.setParent(over)
        self.label.move(GRID * 2, down)
        self.label.hide()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SHOWN_AFTER_MS)
        self._soon.timeout.connect(self._show)

    def follow(self, job: Job) -> None:
        """Wait for a job, and for no other from now on."""
        self._job = None if job.finished else job
        self.label.hide()
        if self._job is None:
            self._soon.stop()
        else:
            job.ended.connect(self._end)
            self._soon.start()

    def _show(self) -> None:
        if self._job is not None and self._blank():
            self.label.adjustSize()
            self.label.show()
            self.label.raise_()

    def _end(self, job: Job) -> None:
        if job is self._job:
            self._job = None
            self._soon.stop()
            self.label.hide()
