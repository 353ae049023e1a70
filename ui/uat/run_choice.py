"""Choose what to run: a cycle on the left, a tester on the right, Enter begins."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from changedesk.store.workspace import Workspace
from changedesk.uat import queries
from changedesk.uat.queries import CycleRow
from ui.theme.tokens import GRID
from ui.uat.run_session import EVERYBODY, NOBODY
from ui.uat.words import labelled
from ui.widgets.text import plain_label

_KEY = Qt.ItemDataRole.UserRole


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
    found = []
    for cycle in reversed(queries.cycles(workspace, project)):
        counts: dict[int, list[int]] = {}
        names: dict[int, str] = {}
        for run in queries.runs(workspace, cycle.id):
            key = run.tester or NOBODY
            names[key] = run.tester_name
            one = counts.setdefault(key, [0, 0])
            one[0] += 1
            one[1] += 0 if run.final else 1
        if counts:
            found.append(CycleChoice(cycle, _testers(counts, names)))
    return tuple(found)


def _testers(counts: dict[int, list[int]], names: dict[int, str]) -> tuple[TesterChoice, ...]:
    order = sorted(counts, key=lambda key: (key == NOBODY, names[key].casefold()))
    testers = [TesterChoice(key, names[key], *counts[key]) for key in order]
    if len(testers) > 1:
        runs = sum(one.runs for one in testers)
        testers.append(TesterChoice(EVERYBODY, "", runs, sum(one.open for one in testers)))
    return tuple(testers)


class RunChoice(QWidget):
    """Two lists side by side. `begun` carries (CycleRow, tester)."""

    begun = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices: tuple[CycleChoice, ...] = ()
        self._cycles = _list(self.tr("Cycle"))
        self._testers = _list(self.tr("Tester"))
        self._start = QPushButton(self.tr("Start"))
        self._start.setProperty("look", "primary")
        self._start.setToolTip(self.tr("Enter"))
        lists = QHBoxLayout()
        lists.setSpacing(GRID * 3)
        for name, widget, share in (
            (self.tr("Cycle"), self._cycles, 3),
            (self.tr("Tester"), self._testers, 2),
        ):
            column = QVBoxLayout()
            column.setSpacing(GRID)
            column.addWidget(plain_label(name, "soft"))
            column.addWidget(widget, 1)
            lists.addLayout(column, share)
        outer = QVBoxLayout()
        outer.setSpacing(GRID * 2)
        outer.addWidget(plain_label(self.tr("What do you want to run?"), "title"))
        outer.addLayout(lists, 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self._start)
        outer.addLayout(foot)
        box = QWidget()
        box.setMaximumSize(GRID * 110, GRID * 70)
        box.setLayout(outer)
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID * 4, GRID * 4, GRID * 4, GRID * 4)
        row.addStretch(1)
        row.addWidget(box, 20)
        row.addStretch(1)
        self.setFocusProxy(self._cycles)
        self._cycles.currentRowChanged.connect(self._show_testers)
        self._start.clicked.connect(self._begin)
        for widget in (self._cycles, self._testers):
            widget.itemDoubleClicked.connect(self._begin)
            widget.installEventFilter(self)

    def show_choices(
        self, choices: tuple[CycleChoice, ...], cycle: int | None, tester: int | None
    ) -> None:
        """Show what there is, with a cycle and a tester chosen beforehand."""
        self._choices = choices
        self._cycles.clear()
        for choice in choices:
            row = choice.cycle
            about = " · ".join(part for part in (row.environment, row.build) if part)
            text = self.tr("{0}  {1}").format(row.code, row.title)
            item = QListWidgetItem("\n".join((text, _second_line(about, labelled(row.status)))))
            self._cycles.addItem(item)
        keys = [choice.cycle.id for choice in choices]
        opened = [n for n, choice in enumerate(choices) if choice.cycle.status == "open"]
        start = keys.index(cycle) if cycle in keys else (opened[0] if opened else 0)
        self._cycles.setCurrentRow(start)
        for index in range(self._testers.count()):
            if self._testers.item(index).data(_KEY) == tester:
                self._testers.setCurrentRow(index)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._begin()
                return True
            if event.key() == Qt.Key.Key_Right and watched is self._cycles:
                self._testers.setFocus()
                return True
            if event.key() == Qt.Key.Key_Left and watched is self._testers:
                self._cycles.setFocus()
                return True
        return super().eventFilter(watched, event)

    def _show_testers(self, row: int) -> None:
        self._testers.clear()
        if not 0 <= row < len(self._choices):
            return
        for one in self._choices[row].testers:
            item = QListWidgetItem("\n".join((self._name(one), self._state(one))))
            item.setData(_KEY, one.tester)
            self._testers.addItem(item)
        with_work = [n for n, one in enumerate(self._choices[row].testers) if one.open]
        self._testers.setCurrentRow(with_work[0] if with_work else 0)

    def _name(self, one: TesterChoice) -> str:
        if one.tester == EVERYBODY:
            return self.tr("Everybody's runs")
        return one.name if one.tester != NOBODY else self.tr("Not given to anybody yet")

    def _state(self, one: TesterChoice) -> str:
        if not one.open:
            return self.tr("✔ all %n run(s) done", "", one.runs)
        return self.tr("{0} of {1} runs open").format(one.open, one.runs)

    def _begin(self) -> None:
        row, tester = self._cycles.currentRow(), self._testers.currentItem()
        if tester is not None and 0 <= row < len(self._choices):
            self.begun.emit((self._choices[row].cycle, tester.data(_KEY)))


def _list(name: str) -> QListWidget:
    widget = QListWidget()
    widget.setAccessibleName(name)
    widget.setUniformItemSizes(False)
    widget.setSpacing(2)
    return widget


def _second_line(about: str, status: str) -> str:
    return f"{status} · {about}" if about else status
