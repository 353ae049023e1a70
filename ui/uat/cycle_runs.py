"""The runs of a cycle, one line each, with their state."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from changedesk.uat.queries import RunRow
from ui.theme.theme import Theme
from ui.uat.cycle_reading import CycleView
from ui.uat.lean_table import Column, LeanTable, Row
from ui.uat.words import labelled


class CycleRuns(LeanTable):
    """`opened` carries the key of a run; the values are keys of runs."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        say = QCoreApplication.translate
        columns = (
            Column(say("CycleRuns", "Script"), letters=9),
            Column(say("CycleRuns", "Title"), share=3),
            Column(say("CycleRuns", "Tester"), share=2),
            Column(say("CycleRuns", "Steps"), letters=7, right=True),
            Column(say("CycleRuns", "State"), letters=20, coloured=True),
        )
        super().__init__(theme, say("CycleRuns", "Runs"), columns, parent)

    def show_cycle(self, view: CycleView) -> None:
        """Show the runs of a cycle."""
        self.show_rows([self._row(run) for run in view.runs])

    def _row(self, run: RunRow) -> Row:
        who = run.tester_name or self.tr("nobody yet")
        if run.attempt > 1:
            who = self.tr("{0}, attempt {1}").format(who, run.attempt)
        done = f"{run.done}/{run.steps}"
        return Row((run.code, run.title, who, done, labelled(run.state)), run.id, run.state)
