"""The end of a session: what failed, what is disputed, what is left, and what to hand over."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ui.theme.theme import Theme
from ui.theme.tokens import GRID
from ui.uat.run_session import Ending, Leftover, Place
from ui.uat.words import glyph_of, labelled, word_of
from ui.widgets.buttons import action_button
from ui.widgets.text import plain_label

_PLACE = Qt.ItemDataRole.UserRole


class RunEnding(QWidget):
    """Figures first, then what needs somebody, then the one button. `opened` carries a Place."""

    opened = Signal(object)

    def __init__(self, theme: Theme, export: QAction, other: QAction) -> None:
        super().__init__()
        self._theme = theme
        self._heading = plain_label("", "title")
        self._figures = plain_label("", "soft", wrap=True)
        self._list = QListWidget()
        self._list.setAccessibleName(self.tr("What needs attention"))
        self._list.setWordWrap(True)
        self._list.itemActivated.connect(self._open)
        self._list.installEventFilter(self)
        self._export = action_button(export, primary=True)
        self._other = action_button(other)
        column = QVBoxLayout()
        column.setSpacing(GRID * 2)
        column.addWidget(self._heading)
        column.addWidget(self._figures)
        column.addWidget(self._list, 1)
        foot = QHBoxLayout()
        foot.setSpacing(GRID)
        foot.addWidget(plain_label(self.tr("Enter opens a line, Backspace goes back"), "small"))
        foot.addStretch(1)
        foot.addWidget(self._other)
        foot.addWidget(self._export)
        column.addLayout(foot)
        box = QWidget()
        box.setMaximumWidth(GRID * 120)
        box.setLayout(column)
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID * 4, GRID * 4, GRID * 4, GRID * 4)
        row.addStretch(1)
        row.addWidget(box, 20)
        row.addStretch(1)

    def show_ending(self, ending: Ending) -> None:
        """Show how the session went."""
        done = sum(ending.counts.values())
        whole = self.tr("The session is done") if done >= ending.steps else self.tr("So far")
        self._heading.setText(whole)
        counts = [f"{glyph_of(c)} {n} {word_of(c)}" for c, n in ending.counts.items() if n]
        total = self.tr("{0} runs, {1} steps").format(ending.runs, ending.steps)
        self._figures.setText(" · ".join((total, *counts)))
        self._list.clear()
        self._add(self.tr("What failed"), "fail", ending.failed)
        self._add(self.tr("What is blocked"), "blocked", ending.blocked)
        self._add(self.tr("What is disputed"), "disputed", ending.disputed)
        if ending.left:
            self._heading_line(self.tr("What is left"), len(ending.left))
            for run in ending.left:
                words = self.tr("{0} {1} · {2} of {3} steps").format(
                    run.code, run.title, run.done, run.steps
                )
                self._line(labelled(run.state), words, Place(run.id, 0))
        if not self._list.count():
            self._list.addItem(self.tr("✔ Nothing failed, nothing is disputed, nothing is left."))
        self._list.setCurrentRow(min(1, self._list.count() - 1))

    def take_focus(self) -> None:
        """Put the keyboard where Enter and the arrows are useful."""
        self._list.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                item = self._list.currentItem()
                if item is not None:
                    self._open(item)
                return True
        return super().eventFilter(watched, event)

    def _add(self, heading: str, code: str, lines: tuple[Leftover, ...]) -> None:
        if not lines:
            return
        self._heading_line(heading, len(lines))
        for line in lines:
            place = self.tr("{0} step {1}").format(line.code, line.position)
            where = place if line.step is not None else line.code
            first = line.do.split("\n", 1)[0]
            said = f"\n{line.said}" if line.said else ""
            target = Place(line.run, line.step or 0)
            self._line(glyph_of(code), f"{where}  {first}{said}", target)

    def _heading_line(self, words: str, count: int) -> None:
        item = QListWidgetItem(self.tr("{0} ({1})").format(words, count))
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        item.setFont(self._theme.font(bold=True))
        item.setSizeHint(QSize(0, GRID * 5))
        self._list.addItem(item)

    def _line(self, mark: str, words: str, place: Place) -> None:
        item = QListWidgetItem(f"{mark}  {words}")
        item.setData(_PLACE, place)
        self._list.addItem(item)

    def _open(self, item: QListWidgetItem) -> None:
        place = item.data(_PLACE)
        if isinstance(place, Place):
            self.opened.emit(place)
