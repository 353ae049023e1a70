"""The steps of a run, one line each; the step at hand is open and holds what belongs to it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from changedesk.uat.queries import StepRow
from ui.theme.theme import Theme
from ui.theme.tokens import GRID, RADIUS, TEXT_POINTS
from ui.uat.type_scale import scale_type, scaled_font
from ui.uat.words import glyph_of, word_of

WIDEST = GRID * 132
_HERE = "▶"
_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ASIDE = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_RUN_MOVES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


class StepLine(QWidget):
    """One step in one line: glyph, number, what to do, and what happened."""

    clicked = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._step: StepRow | None = None
        self._here = False
        self.index = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_step(self, index: int, step: StepRow, *, here: bool) -> None:
        """Show a step; painted anew only when something of it differs."""
        if (index, step, here) == (self.index, self._step, self._here):
            return
        self.index, self._step, self._here = index, step, here
        place = self.tr("Step {0}: {1}. {2}").format(step.position, step.do, word_of(step.outcome))
        self.setAccessibleName(place)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(GRID * 40, self.fontMetrics().height() + GRID * 2)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.FontChange:
            self.updateGeometry()
        super().changeEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.clicked.emit(self.index)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._step is None:
            return
        painter = QPainter(self)
        if self.underMouse() and not self._here:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("hover"))
            painter.drawRoundedRect(QRectF(self.rect()), RADIUS, RADIUS)
        self._paint(painter, self._step)
        painter.end()

    def enterEvent(self, event: QEvent) -> None:
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self.update()

    def _paint(self, painter: QPainter, step: StepRow) -> None:
        metrics = self.fontMetrics()
        unit = metrics.height()
        middle = (self.height() - unit) / 2
        alignment = Qt.AlignmentFlag.AlignVCenter
        code = step.outcome or "not_run"
        glyph = _HERE if self._here else glyph_of(code)
        role = self._theme.color("accent") if self._here else self._theme.status_color(code)
        painter.setPen(role)
        box = QRectF(GRID, middle, unit * 1.4, unit)
        painter.drawText(box, alignment | Qt.AlignmentFlag.AlignHCenter, glyph)
        number = QRectF(box.right() + GRID, middle, unit * 1.6, unit)
        painter.setPen(self._theme.color("text_soft"))
        painter.drawText(number, alignment, str(step.position))
        right = self._paint_result(painter, step, middle)
        text = QRectF(
            number.right() + GRID, middle, max(0.0, right - number.right() - GRID * 2), unit
        )
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold if self._here else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(self._theme.color("text"))
        shown = painter.fontMetrics().elidedText(
            step.do.replace("\n", " · "), Qt.TextElideMode.ElideRight, int(text.width())
        )
        painter.drawText(text, alignment, shown)

    def _paint_result(self, painter: QPainter, step: StepRow, middle: float) -> float:
        # What was recorded stands at the right end; returns where the room for it begins.
        edge = float(self.width() - GRID)
        if not step.outcome and not step.tries:
            return edge
        words = word_of(step.outcome) if step.outcome else word_of("in_progress")
        if self._here:
            words = f"{glyph_of(step.outcome or 'in_progress')} {words}"
        if step.tally is not None:
            words = f"{words} · {step.tally.passed}/{step.tally.tries}"
        if step.result is not None and step.result.pictures:
            pictures = self.tr("%n picture(s)", "", step.result.pictures)
            words = f"{words} · {pictures}"
        width = painter.fontMetrics().horizontalAdvance(words)
        painter.setPen(self._theme.status_color(step.outcome or "in_progress"))
        painter.drawText(QPointF(edge - width, middle + painter.fontMetrics().ascent()), words)
        return edge - width - GRID


class StepList(QScrollArea):
    """All steps of a run; `panel` is the widget that opens under the step at hand."""

    chosen = Signal(int)
    moved = Signal(int)
    run_moved = Signal(int)
    aside = Signal(int)
    entered = Signal()

    def __init__(self, theme: Theme, panel: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._panel = panel
        self._lines: list[StepLine] = []
        self._here = -1
        self._single = False
        self._type = theme.font()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._inner = QWidget()
        self._inner.setProperty("look", "page")
        self._column = QVBoxLayout(self._inner)
        self._column.setContentsMargins(GRID * 2, GRID, GRID * 2, GRID * 2)
        self._column.setSpacing(0)
        self._column.addWidget(panel)
        self._column.addStretch(1)
        self.setWidget(self._inner)
        self.setAccessibleName(self.tr("Steps"))
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(0)
        self._settle.timeout.connect(self._bring_into_view)
        theme.changed.connect(self._inner.update)

    def set_scale(self, factor: float) -> None:
        """Show everything larger by a factor."""
        self._type = scaled_font(self._theme, TEXT_POINTS * factor)
        for line in self._lines:
            line.setFont(self._type)
        scale_type(self._panel, self._theme, factor)
        self._inner.setMaximumWidth(int(WIDEST * factor))
        self._settle.start()

    def set_single(self, single: bool) -> None:
        """Show only the step at hand, or all of them; in force with the next `show_steps`."""
        self._single = single

    def show_steps(self, steps: Sequence[StepRow], here: int) -> None:
        """Show the steps with the panel under step `here`."""
        while len(self._lines) < len(steps):
            line = StepLine(self._theme)
            line.clicked.connect(self.chosen)
            line.setFont(self._type)
            self._column.insertWidget(self._column.count() - 1, line)
            self._lines.append(line)
        for index, line in enumerate(self._lines):
            if index < len(steps):
                line.show_step(index, steps[index], here=index == here)
            shown = index < len(steps) and not self._single
            if line.isHidden() is shown:
                line.setVisible(shown)
        if here != self._here:
            self._here = here
            self._column.removeWidget(self._panel)
            self._column.insertWidget(here + 1, self._panel)
        if steps:
            self.setAccessibleDescription(self._lines[here].accessibleName())
        self._settle.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _MOVES and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.moved.emit(_MOVES[Qt.Key(event.key())])
        elif event.key() in _ASIDE and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.aside.emit(_ASIDE[Qt.Key(event.key())])
        elif event.key() in _RUN_MOVES:
            self.run_moved.emit(_RUN_MOVES[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle.start()

    def _bring_into_view(self) -> None:
        # The step at hand with its panel, one line before it and one after, as far as they fit.
        if not 0 <= self._here < len(self._lines):
            return
        line, bar = self._lines[self._here], self.verticalScrollBar()
        height = self.viewport().height()
        top = max(0, line.y() - line.height())
        bottom = self._panel.geometry().bottom() + line.height()
        if bottom - bar.value() > height:
            bar.setValue(bottom - height)
        if bar.value() > top:
            bar.setValue(top)
