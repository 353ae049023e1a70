"""From changes of the workspace, on whatever thread or in whatever process, to open views."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from changedesk.store.change import ChangeSet
from changedesk.store.watch import Watch
from changedesk.store.workspace import Workspace
from ui.jobs import JobRunner, Progress

LOOK_MS = 1000


class ChangeBus(QObject):
    """`changed` carries the ChangeSet of every committed change, in the GUI thread.

    Its `initiator` is whatever the change was opened with, so that a view can leave out its own.
    Once a second it looks for changes of other processes; they have no initiator.
    """

    changed = Signal(object)

    def __init__(
        self, workspace: Workspace, jobs: JobRunner, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._watch = Watch(workspace)
        self._looking = False
        self._stop: Callable[[], None] | None = workspace.observe(self.changed.emit)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Look now for what other processes changed."""
        if not self._looking and self._watch.stirred():
            self._looking = True
            self._jobs.run(self._work, self._take, self._fail)

    def close(self) -> None:
        """Stop listening and looking."""
        self._timer.stop()
        if self._stop is not None:
            self._stop()
            self._stop = None
            self._watch.close()

    def _work(self, _progress: Progress) -> ChangeSet | None:
        return self._watch.look()

    def _take(self, changes: ChangeSet | None) -> None:
        self._looking = False
        if changes is not None and self._stop is not None:
            self.changed.emit(changes)

    def _fail(self, error: BaseException) -> None:
        self._looking = False
        self._jobs.trouble.emit(error)
