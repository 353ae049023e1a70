"""The grid of a heat map: a table that reads without colour and is walked with the arrow keys."""

from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ui.impact.heat_painter import HeatPainter
from ui.impact.heat_reading import Grid
from ui.impact.looks import Look, look_of
from ui.theme.theme import Theme
from ui.theme.tokens import GRID
from ui.uat.type_scale import scaled_font
from ui.widgets.laid_out import LaidOutTexts
from ui.widgets.text import plain_tip

Index = QModelIndex | QPersistentModelIndex
NO_GRID = Grid((), (), {}, {})
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TIP = int(Qt.ItemDataRole.ToolTipRole)
_TOLD = int(Qt.ItemDataRole.AccessibleTextRole)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_HEAD = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom | Qt.TextFlag.TextWordWrap)
ROW_HEIGHT = GRID * 4
CELL_WIDTH = GRID * 9
CELL_WANTED = 78
"""Narrower than this, cells do not give way to long names."""
CELL_AT_MOST = GRID * 17
NAME_WIDTH = GRID * 24
HEADER_POINTS = 8.5
"""A little below the small type: ten aspects must stand side by side on a projector."""


class HeatModel(QAbstractTableModel):
    """Groups × aspects, or groups × months; each cell is a `Look` in the measure at hand."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.grid = NO_GRID
        self.looks: list[list[Look | None]] = []

    def show_grid(self, grid: Grid, measure: str) -> None:
        """Show a grid; the cursor stays where rows and columns are the same ones."""
        alike = grid.columns == self.grid.columns and [g.id for g in grid.groups] == [
            g.id for g in self.grid.groups
        ]
        if not alike:
            self.beginResetModel()
        self.grid = grid
        self.looks = [[None] * len(grid.columns) for _ in grid.groups]
        for (row, column), cell in grid.cells.items():
            self.looks[row][column] = look_of(cell, measure)
        for (row, column), look in grid.fixed.items():
            self.looks[row][column] = look
        if not alike:
            self.endResetModel()
        elif grid.groups and grid.columns:
            last = self.index(len(grid.groups) - 1, len(grid.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.grid.groups)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.grid.columns)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        if role not in (_DISPLAY, _TIP, _TOLD) or not index.isValid():
            return None
        look = self.looks[index.row()][index.column()]
        if look is None:
            return "" if role == _DISPLAY else None
        words = f"{look.number} {look.word}".strip()
        if role == _DISPLAY:
            return words
        where = f"{self.grid.groups[index.row()].name}, {self.grid.columns[index.column()]}"
        if look.collides:
            words = self.tr("{0}, too much at once").format(words)
        told = f"{where}: {words}"
        return plain_tip(told) if role == _TIP else told

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if role not in (_DISPLAY, _TIP):
            return None
        if orientation is Qt.Orientation.Horizontal:
            return self.grid.columns[section] if role == _DISPLAY else None
        group = self.grid.groups[section]
        if role == _TIP:
            return plain_tip(group.name)
        return group.name if group.headcount is None else f"{group.name}\t{group.headcount}"


class ColumnHeader(QHeaderView):
    """Aspects or months; a long name goes over several lines."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        theme.changed.connect(self._renew)
        self._renew()

    def _renew(self) -> None:
        self._ground, self._ink = self._theme.color("surface"), self._theme.color("text_soft")
        self._type = scaled_font(self._theme, HEADER_POINTS)

    def sizeHint(self) -> QSize:
        columns = self.model().columnCount()
        titles = [str(self.model().headerData(n, self.orientation())) for n in range(columns)]
        lines = 3 if any(" " in title and len(title) > CELL_WIDTH // 6 for title in titles) else 1
        return QSize(super().sizeHint().width(), self.fontMetrics().height() * lines + GRID)

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        painter.fillRect(rect, self._ground)
        painter.setPen(self._ink)
        painter.setFont(self._type)
        words = str(self.model().headerData(logical, Qt.Orientation.Horizontal))
        painter.drawText(rect.adjusted(0, 0, 0, -GRID // 2), _HEAD, words)


class GroupHeader(QHeaderView):
    """The groups with their headcounts; they stay in sight whatever is scrolled."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._theme = theme
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setDefaultSectionSize(ROW_HEIGHT)
        self.setFixedWidth(NAME_WIDTH)
        theme.changed.connect(self._renew)
        self._renew()

    def _renew(self) -> None:
        self._inks = (self._theme.color("text"), self._theme.color("text_faint"))
        self._names = LaidOutTexts(self._theme.font())
        self._counts = LaidOutTexts(self._theme.font("small"))

    def fit(self, room: int) -> None:
        """Take so much of the room as the longest name asks for."""
        longest = 0
        for row in range(self.model().rowCount()):
            name, people = self._words(row)
            wide = self._names.metrics.horizontalAdvance(name)
            longest = max(longest, wide + self._counts.metrics.horizontalAdvance(people))
        self.setFixedWidth(max(NAME_WIDTH, min(longest + GRID * 5, room)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._theme.color("surface"))
        for row in range(self.model().rowCount()):
            top = self.sectionViewportPosition(row)
            if top > event.rect().bottom() or top + ROW_HEIGHT < event.rect().top():
                continue
            name, people = self._words(row)
            middle, end = top + ROW_HEIGHT / 2, self.width() - GRID
            right = end - self._counts.text(people, end)[1]
            painter.setPen(self._inks[0])
            painter.setFont(self._names.font)
            self._names.paint(painter, GRID * 3, middle, name, right - GRID * 3 - GRID // 2)
            painter.setPen(self._inks[1])
            painter.setFont(self._counts.font)
            self._counts.paint(painter, right, middle, people, end)
        painter.end()

    def _words(self, row: int) -> tuple[str, str]:
        name, _, people = str(self.model().headerData(row, self.orientation())).partition("\t")
        return name, people


class HeatGrid(QTableView):
    """`opened` carries (row, column) of a cell that was entered or clicked, `moved` one reached."""

    opened = Signal(int, int)
    moved = Signal(int, int)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heat = HeatModel(self)
        self.setModel(self.heat)
        self.brush = HeatPainter(theme)
        self.setHorizontalHeader(ColumnHeader(theme, self))
        self.setVerticalHeader(GroupHeader(theme, self))
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.heat.modelReset.connect(self._begin)
        theme.changed.connect(self._renew)

    def show_grid(self, grid: Grid, measure: str) -> None:
        """Show a grid in a measure."""
        self.heat.show_grid(grid, measure)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() in _ENTER and not event.modifiers() and index.isValid():
            self.opened.emit(index.row(), index.column())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and index.isValid():
            self.opened.emit(index.row(), index.column())

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self.moved.emit(current.row(), current.column())

    def paintEvent(self, event: QPaintEvent) -> None:
        # All cells at one go: a delegate that is called for each takes longer than a frame.
        seen, looks = event.rect(), self.heat.looks
        if not looks or not looks[0]:
            return
        first, last = self.rowAt(seen.top()), self.rowAt(seen.bottom())
        rows = range(max(0, first), (last if last >= 0 else len(looks) - 1) + 1)
        columns = [
            (column, left, width)
            for column in range(len(looks[0]))
            if (left := self.columnViewportPosition(column)) <= seen.right()
            and left + (width := self.columnWidth(column)) >= seen.left()
        ]
        painter = QPainter(self.viewport())
        self.brush.paint(
            painter,
            (
                (looks[row][column], (left, top, width, height))
                for row in rows
                for top, height in [(self.rowViewportPosition(row), self.rowHeight(row))]
                for column, left, width in columns
            ),
        )
        index = self.currentIndex()
        if index.isValid():
            rect = self.visualRect(index)
            place = (rect.left(), rect.top(), rect.width(), rect.height())
            self.brush.paint_cursor(painter, place)
        painter.end()

    def _renew(self) -> None:
        self.brush.renew()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._size()

    def _begin(self) -> None:
        self._size()
        if self.heat.rowCount() and self.heat.columnCount():
            self.setCurrentIndex(self.heat.index(0, 0))

    def _size(self) -> None:
        columns = self.heat.columnCount()
        if columns:
            names = self.verticalHeader()
            whole = names.width() + self.viewport().width() - GRID * 2
            if isinstance(names, GroupHeader):
                names.fit(whole - columns * CELL_WANTED)
            wide = (whole - names.width()) // columns
            for column in range(columns):
                self.setColumnWidth(column, max(CELL_WIDTH, min(wide, CELL_AT_MOST)))
