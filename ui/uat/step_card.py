"""What to do at a step, what to expect, and with which data: large enough to read from afar."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from changedesk.uat.queries import StepRow
from ui.theme.tokens import GRID
from ui.widgets.text import PlainLabel, plain_label


class StepCard(QFrame):
    """Do, Expect and Data of the step at hand; what is empty takes no room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        grid = QGridLayout(self)
        grid.setContentsMargins(GRID * 2, GRID * 3 // 2, GRID * 2, GRID * 3 // 2)
        grid.setHorizontalSpacing(GRID * 2)
        grid.setVerticalSpacing(GRID)
        grid.setColumnStretch(1, 1)
        self._rows: list[tuple[PlainLabel, PlainLabel]] = []
        for row, words in enumerate((self.tr("Do"), self.tr("Expect"), self.tr("Data"))):
            name = plain_label(words, "soft")
            value = plain_label(wrap=True, selectable=True)
            value.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            value.setAccessibleName(words)
            grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value, row, 1)
            self._rows.append((name, value))

    def show_step(self, step: StepRow) -> None:
        """Show a step."""
        for (name, value), text in zip(
            self._rows, (step.do, step.expected, step.data), strict=True
        ):
            value.setText(text)
            if value.isHidden() is bool(text):
                name.setVisible(bool(text))
                value.setVisible(bool(text))
