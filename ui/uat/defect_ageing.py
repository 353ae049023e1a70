"""How long a defect has been in each status: where it waits is where it is held up."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from changedesk.store.change import ChangeSet
from changedesk.uat.pace import DAY_MS, time_in_status
from changedesk.uat.pace_queries import status_history
from ui.desk_context import DeskContext
from ui.jobs import Progress
from ui.theme.tokens import GRID
from ui.uat.lean_table import Column, LeanTable, Row
from ui.uat.words import labelled

Found = tuple[int, str, dict[str, int]]


class DefectAgeing(QWidget):
    """A line for each status that the defect in hand has had; the last one is that of now."""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._defect: int | None = None
        self.table = LeanTable(
            context.theme, self.tr("Time in each status"),
            (
                Column(self.tr("Status"), share=2, coloured=True),
                Column(self.tr("For"), share=1, right=True),
            ),
        )  # fmt: skip
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        column.addWidget(self.table)
        context.bus.changed.connect(self._hear)

    def show_defect(self, defect: int | None) -> None:
        """Show the ages of a defect, or of none."""
        self._defect = defect
        self.table.show_rows([])
        self._fetch()

    def _hear(self, changes: ChangeSet) -> None:
        if changes.of("defect"):
            self._fetch()

    def _fetch(self) -> None:
        defect, workspace = self._defect, self._context.workspace
        if defect is None:
            return

        def work(_: Progress) -> Found | None:
            told = status_history(workspace, [defect]).get(defect)
            if told is None:
                return None
            return defect, told[-1][1], time_in_status(told, workspace.clock())

        self._context.jobs.run(work, self._take)

    def _take(self, found: Found | None) -> None:
        if found is None or found[0] != self._defect:
            return
        _, now, spent = found
        order = [status for status in spent if status != now] + [now]
        self.table.show_rows([
            Row((labelled(status), _days(spent[status])), place, status)
            for place, status in enumerate(order)
        ])  # fmt: skip


def _days(ms: int) -> str:
    if ms < DAY_MS:
        return QCoreApplication.translate("DefectAgeing", "less than a day")
    return QCoreApplication.translate("DefectAgeing", "%n day(s)", "", ms // DAY_MS)
