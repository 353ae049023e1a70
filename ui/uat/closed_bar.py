"""The line above what belongs to a closed cycle: why nothing there can be changed, the way out."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from changedesk.uat.queries import CycleRow
from ui.theme.tokens import GRID
from ui.widgets.buttons import action_button
from ui.widgets.text import plain_label

CLOSED = "closed"


class ClosedBar(QFrame):
    """Shown while a closed cycle is in hand; `reopen` is the action of its button, if any."""

    def __init__(self, reopen: QAction | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "info")
        self.said = plain_label("", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID * 2, GRID, GRID * 2, GRID)
        row.setSpacing(GRID)
        row.addWidget(self.said, 1)
        self.button = action_button(reopen) if reopen is not None else None
        if self.button is not None:
            row.addWidget(self.button)
        self.hide()

    def show_cycle(self, cycle: CycleRow | None) -> None:
        """Say that a cycle is closed; of another one, or of none, nothing is said."""
        closed = is_closed(cycle)
        if cycle is not None and closed:
            self.said.setText(self.tr("{0} is closed: reopen it to change it.").format(cycle.code))
        self.setVisible(closed)


def is_closed(cycle: CycleRow | None) -> bool:
    """Tell whether what belongs to a cycle is to stay as it is."""
    return cycle is not None and cycle.status == CLOSED
