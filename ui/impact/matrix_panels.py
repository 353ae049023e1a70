"""The two matrices of stakeholders, each with a sentence about all of them above it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from changedesk.impact.stakeholder_queries import StakeholderRow
from ui.impact.bubble_chart import BubbleChart
from ui.impact.engagement_matrix import EngagementMatrix
from ui.page import on_surface
from ui.theme.theme import Theme
from ui.theme.tokens import GRID
from ui.widgets.empty_state import EmptyState
from ui.widgets.text import plain_label

BETWEEN = "   ·   "


class MatrixPanel(QStackedWidget):
    """A view of the register; while that is empty, what fills it."""

    def __init__(self, theme: Theme, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.full = QWidget()
        self.empty = EmptyState(
            theme,
            icon,
            self.tr("No stakeholders yet"),
            self.tr("Who can help or hinder the change? Write them down, then rate them here."),
        )
        self.addWidget(self.full)
        self.addWidget(self.empty)

    def offer(self, first: QAction, *others: QAction) -> None:
        """Put the ways to fill the register where they are looked for."""
        self.empty.add_button(first, primary=True)
        for action in others:
            self.empty.add_button(action)

    def turn_empty(self, *, empty: bool) -> None:
        """Show that there is nothing, or what there is."""
        self.setCurrentWidget(self.empty if empty else self.full)


class PowerPanel(MatrixPanel):
    """The chart of power and interest."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "bubbles", parent)
        self.chart = BubbleChart(theme)
        self.said = plain_label("", wrap=True)
        self.said.setContentsMargins(GRID * 3, GRID, GRID * 3, GRID)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self.chart)
        column = QVBoxLayout(self.full)
        column.setContentsMargins(0, 0, GRID * 2, GRID)
        column.setSpacing(0)
        column.addWidget(self.said)
        column.addWidget(scroll, 1)
        self.setFocusProxy(self.chart)

    def show_rows(self, rows: Sequence[StakeholderRow]) -> None:
        """Show stakeholders."""
        self.chart.show_rows(rows)
        unrated = sum(1 for row in rows if row.power is None or row.interest is None)
        differing = sum(1 for row in rows if row.placing.differs)
        parts = [self.tr("Drag a bubble, or move it with the arrow keys.")]
        if unrated:
            parts.append(self.tr("%n not rated yet", "", unrated))
        if differing:
            parts.append(
                self.tr("⚑ %n stated to belong to the quadrant named there", "", differing)
            )
        self.said.setText(BETWEEN.join(parts))


class EngagementPanel(MatrixPanel):
    """The engagement matrix."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "matrix", parent)
        self.matrix = EngagementMatrix(theme)
        self.said = plain_label("", wrap=True)
        self.said.setContentsMargins(GRID * 3, GRID, GRID * 3, GRID)
        column = QVBoxLayout(self.full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.said)
        column.addWidget(on_surface(self.matrix, GRID * 2), 1)
        self.setFocusProxy(self.matrix)

    def show_rows(self, rows: Sequence[StakeholderRow]) -> None:
        """Show stakeholders."""
        self.matrix.show_rows(rows)
        acting = [row for row in rows if row.needs_action]
        unrated = sum(1 for row in rows if row.gap is None)
        parts = [self.tr("C is where they are, D where they must be: press C or D, or drag.")]
        if acting:
            widest = max(acting, key=lambda row: row.gap or 0)
            words = self.tr("▲ %n need(s) action", "", len(acting))
            parts.append(words + self.tr(", most of all {0}").format(widest.name))
        if unrated:
            parts.append(self.tr("%n not rated yet", "", unrated))
        self.said.setText(BETWEEN.join(parts))
