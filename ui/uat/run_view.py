"""Run mode on the screen: header, steps, the panel of the step at hand, footer."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QAction,
    QDragEnterEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.theme.theme import Theme
from ui.theme.tokens import GRID
from ui.uat.capture_bar import CaptureBar
from ui.uat.picture_data import holds_picture
from ui.uat.pictures import ThumbRow
from ui.uat.run_frame import BeforeYouStart, RunFooter, RunHeader
from ui.uat.run_queue import Place
from ui.uat.run_session import RunSession
from ui.uat.step_card import StepCard
from ui.uat.step_list import StepList
from ui.uat.trial_bar import TrialBar
from ui.uat.type_scale import SCALES, scale_type

READING = 1.2


class RunView(QWidget):
    """Shows where a session is. `pictured` carries the mime data of a paste or a drop."""

    pictured = Signal(object)
    pasted = Signal()
    worded = Signal()
    left_words = Signal()

    def __init__(
        self, theme: Theme, keys: dict[str, QAction], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._place: Place | None = None
        self._shown_words = ""
        self.header = RunHeader()
        self.before = BeforeYouStart()
        self.card = StepCard()
        self.trial = TrialBar(theme)
        self.thumbs = ThumbRow(theme)
        self.bar = CaptureBar(theme, keys, self.thumbs)
        self.footer = RunFooter(theme)
        panel = QWidget()
        inside = QVBoxLayout(panel)
        inside.setContentsMargins(GRID * 5, GRID // 2, GRID, GRID * 3 // 2)
        inside.setSpacing(GRID * 3 // 2)
        inside.addWidget(self.card)
        inside.addWidget(self.trial)
        inside.addWidget(self.bar)
        self.steps = StepList(theme, panel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.header, _rule(), self.before):
            column.addWidget(part)
        column.addWidget(self.steps, 1)
        column.addWidget(self.footer)
        self.setAcceptDrops(True)
        self.setFocusProxy(self.steps)
        self.bar.words.pictured.connect(self.pictured)
        self.bar.words.done.connect(self.worded)
        self.bar.words.left.connect(self.left_words)
        self.set_scale(0)

    @property
    def words(self) -> str:
        """Return what is typed under "What happened?"."""
        return self.bar.words.toPlainText().strip()

    def show_session(self, session: RunSession, words: str) -> None:
        """Show the step at hand, with these words under "What happened?"."""
        fresh = session.place != self._place
        step, sheet = session.step, session.sheet
        self.header.show_run(session.cycle, session.run)
        self.before.show_sheet(sheet)
        self.card.show_step(step)
        self.trial.show_step(step, session.trial)
        result = session.result
        self.bar.mark(step.outcome if step.tally is None else result.outcome if result else "")
        self._show_words(words, fresh=fresh)
        self.steps.show_steps(sheet.steps, session.step_index)
        self.footer.show_figures(session.figures)
        if fresh:
            self._place = session.place
            self.footer.start_step()

    def _show_words(self, words: str, *, fresh: bool) -> None:
        # What is being typed at this step is never overwritten by what others did.
        untouched = self.words == self._shown_words
        if (fresh or untouched) and words != self.words:
            self.bar.words.setPlainText(words)
        if fresh or untouched or words == self.words:
            self._shown_words = words

    def words_kept(self) -> None:
        """Hear that what is typed is recorded: from now on it gives way to what others do."""
        self._shown_words = self.words

    def ask_words(self) -> None:
        """Put the cursor into "What happened?"."""
        self.bar.words.setFocus()
        self.bar.words.moveCursor(self.bar.words.textCursor().MoveOperation.End)

    def to_steps(self) -> None:
        """Put the keyboard back to the keys of run mode."""
        self.steps.setFocus()

    def set_alone(self, alone: bool) -> None:
        """Show one step at a time and nothing that leads elsewhere, as for a hand-over."""
        self.steps.set_single(alone)
        self.header.set_alone(alone)
        self.footer.set_alone(alone)

    def set_scale(self, place: int) -> None:
        """Show everything larger or smaller, as for a projector; `place` is one of SCALES."""
        self.steps.set_scale(READING * SCALES[place])
        for part in (self.header, self.before, self.footer):
            scale_type(part, self._theme, min(SCALES[place], 1.5))
        self.before.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.before.give_room(event.size().height() * 3 // 10)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if holds_picture(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.pictured.emit(event.mimeData())
        event.acceptProposedAction()


def _rule() -> QFrame:
    line = QFrame()
    line.setFrameShape(QFrame.Shape.NoFrame)
    line.setFixedHeight(1)
    line.setProperty("look", "rule")
    line.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    return line
