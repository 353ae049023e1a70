"""The end of a session: what failed, what is disputed, what is left, and what to hand over."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.page import on_surface
from ui.theme.theme import Theme
from ui.theme.tokens import GRID
from ui.uat.hints import elided
from ui.uat.run_queue import Ending, Leftover, Place
from ui.uat.words import glyph_of, word_of
from ui.widgets.buttons import action_button
from ui.widgets.text import plain_label
from ui.widgets.two_lines import Line, TwoLineList


class RunEnding(QWidget):
    """Figures first, then what needs somebody, then the one button. `opened` carries a Place."""

    opened = Signal(object)

    def __init__(self, theme: Theme, export: QAction, other: QAction) -> None:
        super().__init__()
        self._heading = plain_label("", "title")
        self._figures = plain_label("", "soft", wrap=True)
        self._list = TwoLineList(theme, self.tr("What needs attention"))
        self._list.clicked.connect(self._open)
        self._list.installEventFilter(self)
        self._calm = plain_label(
            self.tr("✔ Nothing failed, nothing is disputed, nothing is left."), "soft"
        )
        foot = QHBoxLayout()
        foot.setSpacing(GRID)
        foot.addWidget(elided(self.tr("Enter opens a line, Backspace goes back")), 1)
        foot.addWidget(action_button(other))
        foot.addWidget(action_button(export, primary=True))
        foot.setContentsMargins(GRID * 3, 0, GRID * 3, 0)
        # Every line of text begins where the titles of the other pages do.
        for label in (self._heading, self._figures, self._calm):
            label.setContentsMargins(GRID * 3, 0, GRID * 3, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GRID * 3, 0, GRID * 2)
        column.setSpacing(GRID * 2)
        column.addWidget(self._heading)
        column.addWidget(self._figures)
        self._rest = QStackedWidget()
        surface = on_surface(self._list, GRID)
        surface.setContentsMargins(0, 0, GRID, 0)
        self._rest.addWidget(surface)
        self._rest.addWidget(_at_top(self._calm))
        column.addWidget(self._rest, 1)
        column.addLayout(foot)
        self.setFocusProxy(self._list)

    def show_ending(self, ending: Ending) -> None:
        """Show how the session went."""
        self._heading.setText(
            self.tr("The session is done, something is left")
            if ending.left
            else self.tr("The session is done")
        )
        counts = [f"{glyph_of(c)} {n} {word_of(c)}" for c, n in ending.counts.items() if n]
        runs = self.tr("%n run(s)", "", ending.runs)
        steps = self.tr("%n step(s)", "", ending.steps)
        self._figures.setText(" · ".join((f"{runs}, {steps}", *counts)))
        lines = [
            *(self._step_line("fail", one) for one in ending.failed),
            *(self._step_line("blocked", one) for one in ending.blocked),
            *(self._step_line("disputed", one) for one in ending.disputed),
        ]
        for run in ending.left:
            words = self.tr("{0}  {1}").format(run.code, run.title)
            done = self.tr("{0} of %n step(s)", "", run.steps).format(run.done)
            soft = f"{run.tester_name} · {done}" if run.tester_name else done
            lines.append(Line(words, soft, Place(run.id, 0), note=self.tr("○ left")))
        self._list.show_lines(lines)
        self._rest.setCurrentIndex(0 if lines else 1)
        if lines:
            self._list.setCurrentIndex(self._list.entries.index(0, 0))

    def _step_line(self, code: str, line: Leftover) -> Line:
        place = self.tr("{0} step {1}").format(line.code, line.position)
        where = place if line.step is not None else line.code
        first = line.do.split("\n", 1)[0]
        soft = " · ".join(part for part in (line.said.replace("\n", " "), line.tester) if part)
        note = f"{glyph_of(code)} {word_of(code)}"
        return Line(f"{where}  {first}", soft, Place(line.run, line.step or 0), note=note)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        pressed = event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        if pressed and _is_enter(event):
            self._open()
            return True
        return super().eventFilter(watched, event)

    def _open(self) -> None:
        row = self._list.currentIndex().row()
        if row >= 0:
            self.opened.emit(self._list.entries.lines[row].value)


def _is_enter(event: QEvent) -> bool:
    entered = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return isinstance(event, QKeyEvent) and event.key() in entered


def _at_top(label: QWidget) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(label)
    column.addStretch(1)
    return holder
