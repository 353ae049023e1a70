"""A trial step: how its tries stand, how sure that is, and which try the next key records."""

from PySide6.QtCore import QLocale, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from changedesk.uat.queries import StepRow
from changedesk.uat.trials import Tally
from ui.theme.theme import Theme
from ui.theme.tokens import GRID
from ui.uat.words import glyph_of, labelled
from ui.widgets.text import plain_label

GAP = 4


class TryStrip(QWidget):
    """One square for each try, with its glyph; the one at hand has a frame."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._outcomes: list[str] = []
        self._here: int | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_tries(self, outcomes: list[str], here: int | None) -> None:
        """Show the outcome of each try ("" for one that is not in); `here` counts from 1."""
        self._outcomes, self._here = outcomes, here
        self._fit()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(GRID * 40, self._side() + 2)

    def _side(self) -> int:
        return self.fontMetrics().height() + GAP

    def _columns(self) -> int:
        return max(1, (self.width() + GAP) // (self._side() + GAP))

    def _fit(self) -> None:
        rows = max(1, -(-len(self._outcomes) // self._columns()))
        height = rows * (self._side() + GAP)
        if height != self.height():
            self.setFixedHeight(height)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side, columns = self._side(), self._columns()
        for place, outcome in enumerate(self._outcomes):
            row, column = divmod(place, columns)
            box = QRectF(column * (side + GAP) + 1, row * (side + GAP) + 1, side - 2, side - 2)
            here = place + 1 == self._here
            fill = self._theme.status_fill(outcome) if outcome else self._theme.color("surface")
            edge = self._theme.color("focus" if here else "line")
            painter.setBrush(fill)
            painter.setPen(QPen(edge, 2 if here else 1))
            painter.drawRoundedRect(box, 3, 3)
            words = glyph_of(outcome) if outcome else str(place + 1) if here else ""
            painter.setPen(self._theme.status_color(outcome or "not_run"))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), words)
        painter.end()


class TrialBar(QWidget):
    """The tally in words, and the strip; hidden at a step that is done once."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.said = plain_label("", "heading", wrap=True)
        self.sure = plain_label("", "soft", wrap=True)
        self.strip = TryStrip(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        for part in (self.said, self.strip, self.sure):
            column.addWidget(part)

    def show_step(self, step: StepRow, here: int | None) -> None:
        """Show the tries of a step; `here` is the one that the next key records."""
        tally = step.tally
        self.setVisible(tally is not None)
        if tally is None:
            return
        outcomes = {one.trial: one.outcome for one in step.tries}
        self.strip.show_tries([outcomes.get(n, "") for n in range(1, tally.n + 1)], here)
        self.said.setText(self._tally(tally, here, step.outcome))
        self.sure.setText(self._interval(tally))
        self.strip.setAccessibleName(f"{self.said.text()} {self.sure.text()}")

    def _tally(self, tally: Tally, here: int | None, outcome: str) -> str:
        failed = tally.tries - tally.passed
        counts = f"{glyph_of('pass')} {tally.passed}   {glyph_of('fail')} {failed}"
        if outcome:
            told = self.tr("tries: {0}").format(tally.tries)
            return f"{labelled(outcome)}   ·   {told}   ·   {counts}"
        return self.tr("Try {0} of {1}   ·   {2}").format(here or tally.tries, tally.n, counts)

    def _interval(self, tally: Tally) -> str:
        rule = self.tr("accepted from {0} % passed").format(tally.threshold)
        if tally.share is None or tally.low is None or tally.high is None:
            return self.tr("P or F counts a try; {0}.").format(rule)
        told = self.tr("{0} % passed, with 95 % certainty {1} to {2} %; {3}.")
        return told.format(_percent(tally.share), _percent(tally.low), _percent(tally.high), rule)


def _percent(share: float) -> str:
    return QLocale().toString(round(share * 100))
