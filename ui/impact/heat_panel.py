"""A heat map with its measure, what it comes to in words, and what is behind the cell at hand."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from changedesk.impact.cells import Cell
from changedesk.overview.load_activities import COMMUNICATION, TRAINING
from ui.impact.heat_grid import HeatGrid
from ui.impact.heat_reading import Behind, Grid
from ui.impact.looks import hours_text, level_word, measure_word, severity_text
from ui.records.values import date_text
from ui.theme.theme import Theme
from ui.theme.tokens import GRID
from ui.uat.lean_table import Column, LeanTable, Row
from ui.widgets.empty_state import EmptyState
from ui.widgets.text import ElidedLabel, plain_label

Target = tuple[str, int, int]
"""What a row behind a cell stands for: record type, key, project."""


class BehindPanel(QFrame):
    """The rows behind a cell. `opened` carries a Target, `left` says Esc."""

    opened = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "surface")
        self.said = ElidedLabel()
        self.said.setProperty("look", "heading")
        self.warned = plain_label("", wrap=True)
        columns = (
            Column(self.tr("Code"), letters=9),
            Column(self.tr("What changes"), share=3),
            Column(self.tr("Project"), letters=9),
            Column(self.tr("Project's view"), share=1),
            Column(self.tr("Group's view"), share=1),
            Column(self.tr("People"), letters=8, right=True),
            Column(self.tr("From"), letters=11),
        )
        self.table = LeanTable(theme, self.tr("Behind the cell"), columns)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID * 2, GRID, 0, 0)
        column.setSpacing(GRID // 2)
        column.addWidget(self.said)
        column.addWidget(self.warned)
        column.addWidget(self.table, 1)
        self.table.opened.connect(self.opened)

    def show_behind(
        self, heading: str, warning: str, behind: Behind, codes: dict[int, str]
    ) -> None:
        """Show what is behind a cell."""
        self.said.setText(heading)
        self.warned.setText(warning)
        self.warned.setVisible(bool(warning))
        rows = [
            Row(
                (
                    one.code, one.title, one.project_code, severity_text(one.severity),
                    severity_text(one.group_severity),
                    "" if one.people is None else str(one.people), date_text(one.starts),
                ),
                ("impact", one.id, one.project),
            )
            for one in behind.impacts
        ]  # fmt: skip
        for other in behind.activities:
            words = self._kind(other.kind)
            title = f"{words}: {other.title}"
            code = codes.get(other.project, "")
            day = date_text(other.when.first.isoformat())
            rows.append(
                Row(("", title, code, "", "", "", day), (other.kind, other.key, other.project))
            )
        self.table.show_rows(rows)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _kind(self, kind: str) -> str:
        if kind == COMMUNICATION:
            return self.tr("Message")
        return self.tr("Training") if kind == TRAINING else self.tr("Test session")


class HeatPanel(QWidget):
    """One heat map. `wanted` carries (row, column) whose rows are to be shown."""

    wanted = Signal(int, int)
    opened = Signal(object)

    def __init__(
        self,
        theme: Theme,
        name: str,
        measures: Sequence[str],
        empty: EmptyState,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._measures = tuple(measures)
        self._grid = Grid((), (), {}, {})
        self.grid = HeatGrid(theme, name)
        self.measure = QComboBox()
        self.measure.setAccessibleName(self.tr("Measure"))
        for measure in measures:
            self.measure.addItem(measure_word(measure), measure)
        self.said = ElidedLabel()
        self.said.setProperty("look", "soft")
        self.behind = BehindPanel(theme)
        self.behind.hide()
        bar = QHBoxLayout()
        bar.setContentsMargins(GRID * 3, GRID, GRID * 3, GRID)
        bar.setSpacing(GRID * 2)
        bar.addWidget(self.measure)
        bar.addWidget(self.said, 1)
        self._split = QSplitter(Qt.Orientation.Vertical)
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(self.grid)
        self._split.addWidget(self.behind)
        self._split.setSizes([GRID * 40, GRID * 24])
        full = QWidget()
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self._split, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(full)
        self._stack.addWidget(empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        self.setFocusProxy(self.grid)
        self.measure.currentIndexChanged.connect(self._measured)
        self.grid.opened.connect(self._open)
        self.grid.moved.connect(self._move)
        self.behind.left.connect(self.close_behind)
        self.behind.opened.connect(self.opened)

    def show_grid(self, grid: Grid, said: str) -> None:
        """Show a map and what it comes to."""
        self._grid = grid
        self.said.setText(said)
        self._stack.setCurrentIndex(0 if grid.groups else 1)
        self._measured()
        index = self.grid.currentIndex()
        if self.behind.isVisible() and index.isValid():
            self.wanted.emit(index.row(), index.column())

    def cell_at(self, row: int, column: int) -> Cell | None:
        """Return the cell of a place."""
        return self._grid.cells.get((row, column))

    def group_in_hand(self) -> int | None:
        """Return the group of the cell at hand."""
        index = self.grid.currentIndex()
        return self._grid.groups[index.row()].id if index.isValid() else None

    def heading_of(self, row: int, column: int) -> str:
        """Return a cell in words: where it is, and all its measures."""
        group, cell = self._grid.groups[row], self.cell_at(row, column)
        where = f"{group.name} · {self._grid.columns[column]}"
        if cell is None:
            return self.tr("{0}: nothing").format(where)
        line = f" / {hours_text(cell.line)}" if cell.line is not None else ""
        parts = [self.tr("%n impact(s)", "", cell.count)] if cell.count else []
        if cell.level:
            parts.append(level_word(cell.level))
        if cell.count:
            parts.append(self.tr("hardest {0}").format(severity_text(cell.severity)))
            parts.append(self.tr("reach {0}").format(cell.reach))
        parts.append(self.tr("{0}{1} h each").format(hours_text(cell.hours), line))
        if cell.discuss:
            parts.append(self.tr("{0} to discuss").format(cell.discuss))
        return f"{where}: {', '.join(parts)}"

    def show_behind(self, row: int, column: int, behind: Behind, codes: dict[int, str]) -> None:
        """Show what is behind a cell."""
        cell = self.cell_at(row, column)
        warning = self._warning(cell, behind, codes) if cell is not None else ""
        self.behind.show_behind(self.heading_of(row, column), warning, behind, codes)

    def close_behind(self) -> None:
        """Give the room back to the map."""
        self.behind.hide()
        self.grid.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.behind.isVisible():
            self.close_behind()
        else:
            super().keyPressEvent(event)

    def _warning(self, cell: Cell, behind: Behind, codes: dict[int, str]) -> str:
        if not cell.collision:
            return ""
        parts = []
        if cell.collides:
            names = ", ".join(sorted(codes.get(key, "") for key in cell.collides))
            parts.append(self.tr("◥ {0} hit this group hard at the same time.").format(names))
        if cell.over and cell.line is not None:
            parts.append(
                self.tr("◥ {0} h asked of each person, {1} h are there.").format(
                    hours_text(cell.hours), hours_text(cell.line)
                )
            )
        if behind.calmer:
            parts.append(self.tr("Nearest calmer month: {0}.").format(behind.calmer))
        elif not behind.past:
            parts.append(self.tr("No calmer month is near."))
        return "  ".join(parts)

    def _measured(self) -> None:
        self.grid.show_grid(self._grid, str(self.measure.currentData() or self._measures[0]))

    def _open(self, row: int, column: int) -> None:
        self.behind.show()
        self.wanted.emit(row, column)
        table = self.behind.table
        if table.lines.rowCount():
            table.setCurrentIndex(table.lines.index(0, 0))
            table.setFocus()

    def _move(self, row: int, column: int) -> None:
        if self.behind.isVisible():
            self.wanted.emit(row, column)
