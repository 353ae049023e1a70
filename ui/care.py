"""Care in the background: backups at the start and every 15 minutes of change, and a check."""

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from changedesk.store.backup import Backup
from changedesk.store.workspace import Workspace
from ui.jobs import JobRunner, Progress
from ui.lazily import load
from ui.messages import Messages
from ui.records.values import now_ms
from ui.settings import Settings

BACKUP_MS = 15 * 60 * 1000
FIRST_MS = 3000
DAY_MS = 24 * 60 * 60 * 1000


class Care(QObject):
    """`backed_up` carries the time of the newest backup, in milliseconds since 1970."""

    backed_up = Signal(object)

    def __init__(
        self,
        workspace: Workspace,
        jobs: JobRunner,
        messages: Messages,
        settings: Settings,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._jobs = jobs
        self._messages = messages
        self._settings = settings
        self._changed = False
        self._timer = QTimer(self)
        self._timer.setInterval(BACKUP_MS)
        self._timer.timeout.connect(self._if_changed)
        self._first = QTimer(self)
        self._first.setSingleShot(True)
        self._first.setInterval(FIRST_MS)
        self._first.timeout.connect(self.back_up_if_stale)

    @property
    def possible(self) -> bool:
        """Tell whether this workspace is backed up from here: a file that may be written to."""
        return self._workspace.path is not None and not self._workspace.read_only

    def start(self) -> None:
        """Begin to care, a little after the window is there."""
        self._jobs.run(self._newest, self._tell_newest)
        if self.possible:
            self._first.start()
            self._timer.start()

    def note_change(self) -> None:
        """Hear that something was changed."""
        self._changed = True

    def back_up_if_stale(self) -> None:
        """Make a backup if the file is newer than the newest one."""
        if self.possible:
            self._jobs.run(self._backup_if_stale, self._take_backup, self._take_failure)

    def back_up(self) -> None:
        """Make a backup now, because the user asked."""
        self._jobs.run(self._backup, self._take_asked, self._take_failure, self.tr("Backing up"))

    def stop(self) -> None:
        """Make no more backups by the clock."""
        self._first.stop()
        self._timer.stop()

    def last_backup(self, progress: Progress) -> "Care":
        """Make the last backup, as work for a worker; return itself."""
        if self.possible:
            self._backup_if_stale(progress)
        return self

    def _if_changed(self) -> None:
        if self._changed:
            self.back_up_if_stale()

    def _newest(self, progress: Progress) -> int:
        found = self._workspace.backups() if self._workspace.path is not None else []
        return found[0].made_ms if found else 0

    def _backup_if_stale(self, progress: Progress) -> Backup | None:
        path = self._workspace.path
        if path is None or not self._workspace.journal_length():
            return None
        # A copy is as new as its last page, to the fraction of a second; its name is not.
        newest = self._workspace.backups()[:1]
        if any(one.path.stat().st_mtime_ns >= path.stat().st_mtime_ns for one in newest):
            return None
        return self._backup(progress)

    def _backup(self, progress: Progress) -> Backup | None:
        self._changed = False
        self._workspace.backup(progress=progress)
        found = self._workspace.backups()
        return found[0] if found else None

    def _take_backup(self, made: Backup | None) -> None:
        if made is not None:
            self.backed_up.emit(made.made_ms)
            self._check(made.path)

    def _take_asked(self, made: Backup | None) -> None:
        self._take_backup(made)
        self._messages.toast(self.tr("Backed up."))

    def _take_failure(self, error: BaseException) -> None:
        self._messages.problem(error, stays=True)

    def _tell_newest(self, made_ms: int) -> None:
        if made_ms:
            self.backed_up.emit(made_ms)

    def _check(self, copy: Path) -> None:
        # The copy is looked through, once a day: nobody who works meanwhile waits for it.
        name = f"checked/{copy.parent.name}"
        if now_ms() - self._settings.number(name, 0) < DAY_MS:
            return
        self._settings.remember(name, str(now_ms()))
        schema = self._workspace.schema

        def work(_progress: Progress) -> list[str]:
            findings_in = load("changedesk.store.checkup:findings_in")
            return [finding.what for finding in findings_in(copy, schema)]

        self._jobs.run(work, self._take_findings, self._take_failure)

    def _take_findings(self, findings: list[str]) -> None:
        if findings:
            self._messages.tell(
                self.tr(
                    "This workspace has a fault: {0}. Go on only after restoring an older backup "
                    "(File, Restore from a backup)."
                ).format(findings[0]),
                "bad",
                stays=True,
            )
