"""What is not consistent in the plan of impacts: each row with its reason, Enter opens it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from changedesk.impact.checks import Finding
from ui.page import on_surface
from ui.theme.theme import Theme
from ui.theme.tokens import GRID
from ui.uat.lean_table import Column, LeanTable, Row
from ui.widgets.text import plain_label


class ChecksPanel(QWidget):
    """`opened` carries the key of an impact."""

    opened = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.said = plain_label("", "heading", wrap=True)
        self.said.setContentsMargins(GRID * 3, GRID, GRID * 3, GRID)
        columns = (
            Column(self.tr("Code"), letters=10),
            Column(self.tr("What changes"), share=1),
            Column(self.tr("What is not right"), share=1),
        )
        self.table = LeanTable(theme, self.tr("Checks of the plan"), columns)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.said)
        column.addWidget(on_surface(self.table, GRID * 2), 1)
        self.setFocusProxy(self.table)
        self.table.opened.connect(self.opened)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show what was found."""
        hit = len({finding.impact for finding in findings})
        if findings:
            self.said.setText(self.tr("%n impact(s) to look at. Enter opens one.", "", hit))
        else:
            self.said.setText(self.tr("✔ Nothing to mend in the impacts."))
        self.table.show_rows(
            [Row((one.code, one.title, one.reason), one.impact) for one in findings]
        )
