"""Undo and redo for the whole window: what comes next, and a word about what was done.

An undo takes back what was last when the user asked for it. Whoever writes at a key's speed must
therefore wait while one is under way: see `turning`.
"""

from PySide6.QtCore import QObject, QTimer, Signal

from changedesk.store.workspace import Workspace
from ui.jobs import Job, JobRunner, Progress
from ui.messages import Messages

LOOK_MS = 120


class UndoKeeper(QObject):
    """`changed` is emitted when `next_undo` or `next_redo` (labels, or empty texts) differ.

    `turning` is emitted with True when an undo or a redo begins, and with False when none is
    under way any more.
    """

    changed = Signal()
    turning = Signal(bool)

    def __init__(
        self,
        workspace: Workspace,
        jobs: JobRunner,
        messages: Messages,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._jobs = jobs
        self._messages = messages
        self.next_undo = ""
        self.next_redo = ""
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(LOOK_MS)
        self._soon.timeout.connect(self._look)
        self._under_way = 0

    def look(self) -> None:
        """Find out soon what comes next; many changes in a row are looked at once."""
        if not self._workspace.read_only:
            self._soon.start()

    def undo(self) -> None:
        """Take back the user's last change, wherever it was made."""
        workspace = self._workspace

        def work(_progress: Progress) -> str | None:
            return workspace.undo()

        self._turn(self._jobs.write(work, self._undone, title=self.tr("Undoing")))

    def redo(self) -> None:
        """Bring back what was undone last."""
        workspace = self._workspace

        def work(_progress: Progress) -> str | None:
            return workspace.redo()

        self._turn(self._jobs.write(work, self._redone, title=self.tr("Redoing")))

    def close(self) -> None:
        """Look no more."""
        self._soon.stop()

    def _turn(self, job: Job) -> None:
        if job.finished:
            return
        self._under_way += 1
        job.ended.connect(self._turned)
        self.turning.emit(True)

    def _turned(self, _job: Job) -> None:
        self._under_way -= 1
        if not self._under_way:
            self.turning.emit(False)

    def _undone(self, label: str | None) -> None:
        self._say(self.tr("Undone: {0}"), label, self.tr("There is nothing to undo."))

    def _redone(self, label: str | None) -> None:
        self._say(self.tr("Done again: {0}"), label, self.tr("There is nothing to redo."))

    def _say(self, sentence: str, label: str | None, nothing: str) -> None:
        self._messages.toast(sentence.format(label) if label is not None else nothing)
        self.look()

    def _look(self) -> None:
        workspace = self._workspace

        def work(_progress: Progress) -> tuple[str, str]:
            with workspace.connected():
                return workspace.next_undo() or "", workspace.next_redo() or ""

        self._jobs.run(work, self._take)

    def _take(self, labels: tuple[str, str]) -> None:
        if labels != (self.next_undo, self.next_redo):
            self.next_undo, self.next_redo = labels
            self.changed.emit()
