"""From changes of the workspace, on whatever thread or in whatever process, to open views."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from changedesk.store.workspace import Workspace
from ui.jobs import JobRunner

POLL_MS = 1000


class ChangeBus(QObject):
    """`changed` carries the ChangeSet of every committed change, in the GUI thread.

    Its `initiator` is whatever the change was opened with, so that a view can leave out its own.
    """

    changed = Signal(object)

    def __init__(
        self, workspace: Workspace, jobs: JobRunner, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._jobs = jobs
        self._stop: Callable[[], None] | None = workspace.observe(self.changed.emit)

    def close(self) -> None:
        """Stop listening."""
        if self._stop is not None:
            self._stop()
            self._stop = None
