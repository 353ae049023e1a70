"""The runs of a script: who ran it in which cycle, and what came of it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from changedesk.store.change import ChangeSet
from changedesk.uat import queries
from changedesk.uat.queries import CycleRow, RunRow
from ui.desk_context import DeskContext
from ui.jobs import Progress
from ui.theme.tokens import GRID
from ui.uat.words import labelled
from ui.widgets.empty_state import at_top
from ui.widgets.text import plain_label
from ui.widgets.two_lines import Line, TwoLineList

Found = tuple[int, list[tuple[CycleRow, RunRow]]]


class ScriptRuns(QWidget):
    """Lists the runs of a script, newest first. `opened` carries the key of a run."""

    opened = Signal(object)

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._script: int | None = None
        self._list = TwoLineList(context.theme, self.tr("Runs"))
        self._list.chosen.connect(self.opened)
        nothing = plain_label(
            self.tr("Nobody has run this script yet. Plan it in a cycle."), "soft", wrap=True
        )
        nothing.setContentsMargins(GRID * 2, GRID * 2, GRID * 2, GRID * 2)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._list)
        self._stack.addWidget(at_top(nothing))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        context.bus.changed.connect(self._hear)

    def show_script(self, script: int | None) -> None:
        """Show the runs of a script."""
        if script != self._script:
            self._list.show_lines([])
            self._stack.setCurrentIndex(0)
        self._script = script
        if self.isVisible():
            self._fetch()

    def showEvent(self, event: object) -> None:
        self._fetch()

    def _hear(self, changes: ChangeSet) -> None:
        if self.isVisible() and (changes.of("run") or changes.of("cycle")):
            self._fetch()

    def _fetch(self) -> None:
        script, workspace = self._script, self._context.workspace
        if script is None:
            self._list.show_lines([])
            return

        def work(_: Progress) -> Found:
            return script, queries.runs_of_script(workspace, script)

        self._list.waiting.follow(self._context.jobs.run(work, self._take, self._lost))

    def _lost(self, error: BaseException) -> None:
        # The script was withdrawn while its runs were read.
        self._list.show_lines([])

    def _take(self, found: Found) -> None:
        script, runs = found
        if script != self._script:
            return
        self._list.show_lines([self._line(cycle, run) for cycle, run in runs])
        self._stack.setCurrentIndex(0 if runs else 1)

    def _line(self, cycle: CycleRow, run: RunRow) -> Line:
        who = run.tester_name or self.tr("nobody yet")
        text = self.tr("{0}  {1}").format(cycle.code, who)
        done = self.tr("{0} of %n step(s)", "", run.steps).format(run.done)
        parts = [cycle.title, done]
        if run.attempt > 1:
            parts.append(self.tr("attempt {0}").format(run.attempt))
        return Line(text, " · ".join(parts), run.id, note=labelled(run.state))
