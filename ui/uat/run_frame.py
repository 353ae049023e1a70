"""What stands above and below the steps in run mode: which run this is, and how far the session."""

from PySide6.QtCore import QElapsedTimer, QLocale, QRectF, QSize, Qt, QTime, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from changedesk.uat.queries import CycleRow, RunRow, RunSheet
from ui.theme.theme import Theme
from ui.theme.tokens import GRID
from ui.uat.hints import elided
from ui.uat.run_queue import Figures
from ui.widgets.text import ElidedLabel, plain_label

_SECOND = 1000


class RunHeader(QFrame):
    """Code and title of the script; cycle, site and tester, which a click changes; the clock."""

    choose = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "surface")
        self._code = plain_label("", "title")
        self._title = ElidedLabel()
        self._title.setProperty("look", "title")
        self._attempt = plain_label("", "small")
        self._who = QPushButton()
        self._who.setProperty("look", "quiet")
        self._who.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._who.clicked.connect(self.choose)
        self._clock = plain_label("", "soft")
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID * 3, GRID * 3 // 2, GRID * 3, GRID * 3 // 2)
        row.setSpacing(GRID)
        row.addWidget(self._code)
        row.addWidget(self._title, 1)
        row.addWidget(self._attempt)
        row.addWidget(self._who)
        row.addWidget(self._clock)
        self._shown: tuple[object, ...] = ()
        self._tick = QTimer(self)
        self._tick.setInterval(_SECOND)
        self._tick.timeout.connect(self._show_time)
        self._tick.start()
        self._show_time()

    def show_run(self, cycle: CycleRow, run: RunRow) -> None:
        """Show a run; the same one again costs nothing."""
        shown = (cycle.title, cycle.build, run.code, run.name, run.tester_name, run.attempt)
        if shown == self._shown:
            return
        self._shown = shown
        self._code.setText(run.code)
        self._title.setText(run.name)
        tester = run.tester_name or self.tr("nobody yet")
        parts = [cycle.title, cycle.build, tester]
        self._who.setText(" · ".join(part for part in parts if part).replace("&", "&&"))
        self._who.setAccessibleName(self.tr("Change cycle or tester: {0}").format(self._who.text()))
        self._attempt.setVisible(run.attempt > 1)
        self._attempt.setText(self.tr("attempt {0}").format(run.attempt))

    def set_alone(self, alone: bool) -> None:
        """Take away, or bring back, the way to another cycle or tester."""
        self._who.setVisible(not alone)

    def _show_time(self) -> None:
        form = QLocale().timeFormat(QLocale.FormatType.ShortFormat).replace(":ss", "")
        now = QLocale().toString(QTime.currentTime(), form)
        if now != self._clock.text():
            self._clock.setText(now)


class BeforeYouStart(QScrollArea):
    """Data set, preconditions and test data, never cut: what has no room in the box is scrolled."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(self.tr("Before you start"))
        inside = QFrame()
        inside.setProperty("look", "info")
        self._lines = tuple(plain_label("", wrap=True) for _ in range(3))
        self._shown: tuple[object, ...] = ()
        self._room = 0
        column = QVBoxLayout(inside)
        column.setContentsMargins(GRID * 3, GRID, GRID * 3, GRID)
        column.setSpacing(GRID // 2)
        for label in self._lines:
            column.addWidget(label)
        column.addStretch(1)
        # Lines that wrap ask for more than they need, unless the height follows from the width.
        inside.setMinimumHeight(1)
        self.setWidget(inside)

    def show_sheet(self, sheet: RunSheet) -> None:
        """Show what belongs to a script; hidden where there is nothing to say."""
        shown = (sheet.preconditions, sheet.test_data, sheet.data_set, sheet.values)
        if shown == self._shown:
            return
        self._shown = shown
        before, data = sheet.preconditions.strip(), sheet.test_data.strip()
        values = ", ".join(f"{name} = {value}" for name, value in sheet.values.items())
        texts = (
            self.tr("Data set {0}: {1}").format(sheet.data_set, values) if sheet.data_set else "",
            self.tr("Before you start: {0}").format(before) if before else "",
            self.tr("Test data: {0}").format(data) if data else "",
        )
        for label, text in zip(self._lines, texts, strict=True):
            label.setText(text)
            label.setVisible(bool(text))
        self.verticalScrollBar().setValue(0)
        self.setVisible(any(texts))
        self.fit()

    def give_room(self, room: int) -> None:
        """Take at most so many pixels of height."""
        self._room = room
        self.fit()

    def fit(self) -> None:
        """Take the height that the texts need, as far as there is room."""
        column = self.widget().layout()
        if column is not None and self._room:
            column.activate()
            needed = column.totalHeightForWidth(max(self.width(), GRID * 30))
            self.setFixedHeight(max(1, min(needed, self._room)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()


class _Bar(QWidget):
    """A thin line that fills from left to right."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._share = 0.0
        self.setFixedHeight(3)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(GRID * 10, 3)

    def show_share(self, share: float) -> None:
        if share != self._share:
            self._share = share
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("line"))
        done = QRectF(0, 0, self.width() * self._share, self.height())
        painter.fillRect(done, self._theme.color("accent"))
        painter.end()


class RunFooter(QFrame):
    """The figures of the session and the time spent on this step."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "surface")
        self._theme = theme
        self._figures = plain_label()
        self._failed = plain_label()
        self._timer_icon = plain_label()
        self._timer = plain_label("", "soft")
        self._keys = elided(self.tr("Backspace back · Ctrl+D defect · F1 keys"))
        self._keys.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._bar = _Bar(theme)
        self._clock = QElapsedTimer()
        self._tick = QTimer(self)
        self._tick.setInterval(_SECOND)
        self._tick.timeout.connect(self._show_time)
        row = QHBoxLayout()
        row.setContentsMargins(GRID * 3, GRID, GRID * 3, GRID)
        row.setSpacing(GRID // 2)
        for label in (self._figures, self._failed, plain_label("·"), self._timer_icon, self._timer):
            row.addWidget(label)
        row.addWidget(self._keys, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addLayout(row)
        theme.changed.connect(self._recolour)
        self._recolour()

    @property
    def seconds(self) -> int:
        """Return how long the step at hand has been on the screen."""
        return int(self._clock.elapsed() // _SECOND) if self._clock.isValid() else 0

    def start_step(self) -> None:
        """Begin to count anew: another step is on the screen."""
        self._clock.start()
        self._tick.start()
        self._show_time()

    def stop(self) -> None:
        """Stop counting."""
        self._tick.stop()

    def set_alone(self, alone: bool) -> None:
        """Name only the keys that a tester has who was handed the computer, or all of them."""
        told = self.tr("Backspace back · Ctrl+D defect · F1 keys")
        self._keys.setText(self.tr("Backspace goes back") if alone else told)

    def show_figures(self, figures: Figures) -> None:
        """Show the figures of the session."""
        share = figures.session_done / figures.session_steps if figures.session_steps else 0.0
        percent = QLocale().toString(int(share * 100))
        self._figures.setText(
            self.tr("run {0} of {1} · this script {2}/{3} · session {4} %").format(
                figures.run, figures.runs, figures.step, figures.steps, percent
            )
        )
        self._failed.setText(self.tr("· ✖ {0} failed").format(figures.failed))
        self._failed.setVisible(bool(figures.failed))
        self._bar.show_share(share)

    def _show_time(self) -> None:
        self._timer.setText(self.tr("{0} s this step").format(self.seconds))

    def _recolour(self) -> None:
        palette = self._failed.palette()
        palette.setColor(self._failed.foregroundRole(), self._theme.color("bad_ink"))
        self._failed.setPalette(palette)
        icon = self._theme.icon("timer", "text_soft")
        self._timer_icon.setPixmap(icon.pixmap(QSize(14, 14), self.devicePixelRatioF()))
