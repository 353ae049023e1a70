"""Choose what to run: a cycle on the left, a tester on the right, Enter begins."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from changedesk.store.workspace import Workspace
from changedesk.uat import queries
from changedesk.uat.queries import CycleRow, TesterRow
from ui.theme.theme import Theme
from ui.theme.tokens import GRID
from ui.uat.hints import elided
from ui.uat.run_queue import EVERYBODY, NOBODY
from ui.uat.words import labelled
from ui.widgets.text import plain_label
from ui.widgets.two_lines import Line, TwoLineList


@dataclass(frozen=True)
class TesterChoice:
    """A tester (or EVERYBODY, NOBODY) with how many runs there are, and how many are open."""

    tester: int
    name: str
    runs: int
    open: int


@dataclass(frozen=True)
class CycleChoice:
    """A cycle and who tests in it."""

    cycle: CycleRow
    testers: tuple[TesterChoice, ...]


def read_choices(workspace: Workspace, project: int) -> tuple[CycleChoice, ...]:
    """Read the cycles of a project that have runs, the newest first; for a worker."""
    by_cycle = queries.testers(workspace, project)
    return tuple(
        CycleChoice(cycle, _choices(by_cycle[cycle.id]))
        for cycle in reversed(queries.cycles(workspace, project))
        if cycle.id in by_cycle
    )


def _choices(rows: Sequence[TesterRow]) -> tuple[TesterChoice, ...]:
    testers = [TesterChoice(row.tester or NOBODY, row.name, row.runs, row.open) for row in rows]
    if len(testers) > 1:
        runs = sum(one.runs for one in testers)
        testers.append(TesterChoice(EVERYBODY, "", runs, sum(one.open for one in testers)))
    return tuple(testers)


class RunChoice(QWidget):
    """Two lists side by side. `begun` carries (CycleRow, tester), `left` is for Escape."""

    begun = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices: tuple[CycleChoice, ...] = ()
        self._shown = -1
        self._cycles = TwoLineList(theme, self.tr("Cycle"))
        self._testers = TwoLineList(theme, self.tr("Tester"))
        self._start = QPushButton(self.tr("Start"))
        self._start.setProperty("look", "primary")
        self._start.clicked.connect(self.start)
        lists = QHBoxLayout()
        lists.setSpacing(GRID * 3)
        lists.addLayout(_titled(self.tr("Cycle"), self._cycles), 3)
        lists.addLayout(_titled(self.tr("Tester"), self._testers), 2)
        foot = QHBoxLayout()
        foot.addWidget(elided(self.tr("→ goes to the testers, Enter starts")), 1)
        foot.addWidget(self._start)
        box = QWidget()
        box.setMaximumSize(GRID * 110, GRID * 64)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID * 2)
        column.addWidget(plain_label(self.tr("What do you want to run?"), "title"))
        column.addLayout(lists, 1)
        column.addLayout(foot)
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID * 4, GRID * 4, GRID * 4, GRID * 4)
        row.addStretch(1)
        row.addWidget(box, 20)
        row.addStretch(1)
        self.setFocusProxy(self._cycles)
        self._cycles.selectionModel().currentChanged.connect(self._show_testers)
        for widget in (self._cycles, self._testers):
            widget.doubleClicked.connect(self.start)
            widget.installEventFilter(self)

    def show_choices(
        self, choices: tuple[CycleChoice, ...], cycle: int | None, tester: int | None
    ) -> None:
        """Show what there is, with a cycle and a tester chosen beforehand."""
        self._choices, self._shown = choices, -1
        self._cycles.show_lines([self._cycle_line(choice) for choice in choices])
        keys = [choice.cycle.id for choice in choices]
        opened = [n for n, choice in enumerate(choices) if choice.cycle.status == "open"]
        start = keys.index(cycle) if cycle in keys else (opened[0] if opened else 0)
        _point(self._cycles, start)
        self._show_testers()
        testers = [line.value for line in self._testers.entries.lines]
        if tester in testers:
            _point(self._testers, testers.index(tester))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.start()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.left.emit()
                return True
            if event.key() == Qt.Key.Key_Right and watched is self._cycles:
                self._testers.setFocus()
                return True
            if event.key() == Qt.Key.Key_Left and watched is self._testers:
                self._cycles.setFocus()
                return True
        return super().eventFilter(watched, event)

    def _cycle_line(self, choice: CycleChoice) -> Line:
        row = choice.cycle
        runs = choice.testers[-1].runs
        parts = (labelled(row.status), row.environment, row.build)
        soft = " · ".join(part for part in parts if part)
        text = self.tr("{0}  {1}").format(row.code, row.title)
        return Line(text, soft, row, note=self.tr("%n run(s)", "", runs))

    def _show_testers(self) -> None:
        row = self._cycles.currentIndex().row()
        if row == self._shown or not 0 <= row < len(self._choices):
            return
        self._shown = row
        testers = self._choices[row].testers
        self._testers.show_lines(
            [Line(self._name(one), self._state(one), one.tester) for one in testers]
        )
        with_work = [n for n, one in enumerate(testers) if one.open]
        _point(self._testers, with_work[0] if with_work else 0)

    def _name(self, one: TesterChoice) -> str:
        if one.tester == EVERYBODY:
            return self.tr("Everybody's runs")
        return one.name if one.tester != NOBODY else self.tr("Not given to anybody yet")

    def _state(self, one: TesterChoice) -> str:
        if not one.open:
            return self.tr("✔ %n run(s) done", "", one.runs)
        return self.tr("{0} of %n run(s) open", "", one.runs).format(one.open)

    def start(self) -> None:
        """Begin with the cycle and the tester in hand."""
        row, place = self._cycles.currentIndex().row(), self._testers.currentIndex().row()
        if 0 <= row < len(self._choices) and place >= 0:
            tester = self._choices[row].testers[place].tester
            self.begun.emit((self._choices[row].cycle, tester))


def _point(view: TwoLineList, row: int) -> None:
    view.setCurrentIndex(view.entries.index(row, 0))


def _titled(name: str, widget: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(GRID)
    column.addWidget(plain_label(name, "soft"))
    column.addWidget(widget, 1)
    return column
