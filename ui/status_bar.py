"""The line at the bottom: which file, when saved and backed up, who is at work, what runs."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QWidget

from ui.jobs import Job, JobRunner, Step
from ui.records.values import day_text, now_ms, time_text
from ui.theme.tokens import GRID
from ui.widgets.text import PlainLabel, plain_label, plain_tip

SHOW_AFTER_MS = 300
STOP_AFTER_MS = 1000


class StatusBar(QFrame):
    """`name_wanted` is emitted when the user wants changes to be signed with another name."""

    name_wanted = Signal()

    def __init__(self, jobs: JobRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "status")
        self.setFixedHeight(GRID * 4)
        self.file = plain_label()
        self.saved = plain_label()
        self.backup = plain_label()
        self.name = QPushButton()
        self.name.setProperty("look", "quiet")
        self.name.setProperty("place", "status")
        self.name.clicked.connect(self.name_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID * 2, 0, GRID * 2, 0)
        row.setSpacing(GRID)
        self._dots: list[PlainLabel] = []
        row.addWidget(self.file)
        for widget in (self.saved, self.backup, self.name):
            dot = plain_label("·")
            self._dots.append(dot)
            row.addWidget(dot)
            row.addWidget(widget)
        row.addStretch(1)
        self.work = WorkIndicator(jobs)
        row.addWidget(self.work)
        self._backup_ms = 0
        self._clock = QTimer(self)
        self._clock.setInterval(60_000)
        self._clock.timeout.connect(self._tell_backup)
        self.clear()

    def clear(self) -> None:
        """Show nothing but work: no workspace is open."""
        self._clock.stop()
        self._backup_ms = 0
        for widget in (self.file, self.saved, self.backup, self.name, *self._dots):
            widget.hide()

    def show_file(self, name: str, *, read_only: bool) -> None:
        """Show the name of the workspace."""
        self._clock.start()
        metrics = self.file.fontMetrics()
        shown = metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, GRID * 48)
        self.file.setText(shown)
        self.file.setToolTip(plain_tip(name))
        self.saved.setText(self.tr("read-only") if read_only else self.tr("all saved"))
        for widget in (self.file, self.saved, self.name, self._dots[0], self._dots[2]):
            widget.show()

    def show_saved(self, when_ms: int) -> None:
        """Say when something was saved last."""
        self.saved.setText(self.tr("saved {0}").format(time_text(when_ms)))

    def show_backup(self, when_ms: int) -> None:
        """Say when the newest backup was made."""
        self._backup_ms = when_ms
        self.backup.show()
        self._dots[1].show()
        self._tell_backup()

    def show_name(self, name: str) -> None:
        """Show who is at work."""
        self.name.setText(self.tr("you: {0}").format(name))
        self.name.setAccessibleName(self.tr("Your name is {0}; change it").format(name))

    def _tell_backup(self) -> None:
        if self._backup_ms:
            when = day_text(self._backup_ms, now_ms())
            self.backup.setText(self.tr("backup {0}").format(when))


class WorkIndicator(QFrame):
    """Shows the work with a title that is under way: after 300 ms, with a stop button after 1 s."""

    def __init__(self, jobs: JobRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._job: Job | None = None
        self._waiting: list[Job] = []
        self.label = plain_label()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(GRID * 14)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.stop = QPushButton(self.tr("Stop"))
        self.stop.setProperty("look", "quiet")
        self.stop.setProperty("place", "status")
        self.stop.setAccessibleName(self.tr("Stop the work under way"))
        self.stop.clicked.connect(self._stop)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        for widget in (self.label, self.bar, self.stop):
            row.addWidget(widget)
        self._show_soon = self._timer(SHOW_AFTER_MS, self._show)
        self._offer_stop = self._timer(STOP_AFTER_MS, self.stop.show)
        jobs.started.connect(self._begin)
        jobs.ended.connect(self._end)
        self.hide()

    def _timer(self, milliseconds: int, slot: object) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(slot)
        return timer

    def _begin(self, job: Job) -> None:
        if not job.title:
            return
        self._waiting.append(job)
        if self._job is None:
            self._take(job)

    def _take(self, job: Job) -> None:
        self._job = job
        job.progressed.connect(self._progress)
        self.label.setText(job.title)
        self.bar.setRange(0, 0)
        self.stop.hide()
        self._show_soon.start()
        self._offer_stop.start()

    def _end(self, job: Job) -> None:
        if job in self._waiting:
            self._waiting.remove(job)
        if job is not self._job:
            return
        self._job = None
        self._show_soon.stop()
        self._offer_stop.stop()
        self.hide()
        if self._waiting:
            self._take(self._waiting[0])

    def _show(self) -> None:
        if self._job is not None:
            self.show()

    def _progress(self, step: Step) -> None:
        if step.total > 0:
            self.bar.setRange(0, 1000)
            self.bar.setValue(int(1000 * step.done / step.total))

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self.label.setText(self.tr("Stopping…"))
