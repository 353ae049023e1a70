"""Questions by groups: a table that is read by its numbers, with colour beside them."""

from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QTableView, QWidget

from ui.survey.figure_list import LEFT, in_lines
from ui.survey.figure_sheet import Sheet, copy
from ui.survey.result_rows import Heat, HeatCell
from ui.theme.theme import Theme
from ui.theme.tokens import GRID
from ui.widgets.text import plain_tip

Index = QModelIndex | QPersistentModelIndex
CELL_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MIDDLE = int(Qt.AlignmentFlag.AlignCenter)
CELL = GRID * 33 // 2
WIDEST = GRID * 26
LOW, HIGH = 0.4, 0.6
"""Below and above these a figure is coloured as low and high; between them it is neither."""


class HeatTableModel(QAbstractTableModel):
    """The cells, as they are."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.heat = Heat()

    def show_heat(self, heat: Heat) -> None:
        """Show another map."""
        self.beginResetModel()
        self.heat = heat
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.heat.names)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.heat.columns)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        if not index.isValid():
            return None
        cell = self.heat.cells[index.row()][index.column()]
        if role == _DISPLAY:
            return f"{cell.said} {cell.base}".strip()
        where = f"{self.heat.names[index.row()]}, {self.heat.columns[index.column()]}"
        if role == int(Qt.ItemDataRole.AccessibleTextRole):
            return f"{where}: {cell.said} {cell.base}".strip()
        if role == int(Qt.ItemDataRole.ToolTipRole):
            return plain_tip(f"{where}\n{cell.why or cell.said}")
        return cell if role == CELL_ROLE else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        titles = self.heat.columns if orientation is Qt.Orientation.Horizontal else self.heat.names
        if role == _DISPLAY:
            return titles[section]
        return plain_tip(titles[section]) if role == int(Qt.ItemDataRole.ToolTipRole) else None


class QuestionHeader(QHeaderView):
    """The questions, each over as many lines as its row has."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._theme = theme
        theme.changed.connect(self.viewport().update)

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        painter.save()
        painter.fillRect(rect, self._theme.color("surface"))
        font = self._theme.font("small")
        painter.setFont(font)
        painter.setPen(self._theme.color("text"))
        room = rect.adjusted(GRID * 3, 0, -GRID, 0)
        metrics = QFontMetrics(font)
        words = str(self.model().headerData(logical, self.orientation()))
        lines = in_lines(words, metrics, room.width(), max(1, room.height() // metrics.height()))
        painter.drawText(room, LEFT, lines)
        painter.restore()


class HeatTableDelegate(QStyledItemDelegate):
    """Number and base on a ground that says low, middle or high."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(self, painter: QPainter, option: Any, index: Index) -> None:
        rect, cell = QRect(option.rect).adjusted(1, 1, -1, -1), index.data(CELL_ROLE)
        tone = _tone(cell)
        if tone:
            painter.fillRect(rect, self._theme.color(f"{tone}_fill"))
        ink = self._theme.color(f"{tone}_ink" if tone else "text_faint")
        painter.setPen(ink)
        if not cell.base:
            font = self._theme.font("small")
            painter.setFont(font)
            said = QFontMetrics(font).elidedText(
                cell.said, Qt.TextElideMode.ElideRight, rect.width() - GRID
            )
            painter.drawText(rect, _MIDDLE, said)
        else:
            half = rect.width() * 11 // 20
            bold, small = self._theme.font(bold=True), self._theme.font("small")
            painter.setFont(bold)
            right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            painter.drawText(QRect(rect.left(), rect.top(), half, rect.height()), right, cell.said)
            painter.setFont(small)
            rest = QRect(rect.left() + half + GRID, rect.top(), rect.width() - half, rect.height())
            painter.drawText(rest, LEFT, cell.base)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(self._theme.color("focus"), 2))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))


def _tone(cell: HeatCell) -> str:
    if cell.level is None:
        return ""
    if cell.level < LOW:
        return "warning"
    return "info" if cell.level >= HIGH else "quiet"


class HeatTable(QTableView):
    """`opened` carries the row (a question) that was entered or clicked."""

    opened = Signal(int, int)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = HeatTableModel(self)
        self.sheet = Sheet()
        self.setModel(self.lines)
        self.setItemDelegate(HeatTableDelegate(theme, self))
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setVerticalHeader(QuestionHeader(theme, self))
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.setHighlightSections(False)
        down.setHighlightSections(False)
        down.setDefaultSectionSize(GRID * 5)
        for header in (across, down):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setTextElideMode(Qt.TextElideMode.ElideRight)
        theme.changed.connect(self.viewport().update)

    def show_heat(self, heat: Heat, sheet: Sheet) -> None:
        """Show another map."""
        self.sheet = sheet
        self.lines.show_heat(heat)
        self._size()
        if heat.names and heat.columns:
            self.setCurrentIndex(self.lines.index(0, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.matches(QKeySequence.StandardKey.Copy):
            copy(self.sheet.block())
        elif event.key() in _ENTER and not event.modifiers() and index.isValid():
            self.opened.emit(index.row(), index.column())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and index.isValid():
            self.opened.emit(index.row(), index.column())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._size()

    def _size(self) -> None:
        columns = self.lines.columnCount()
        whole = self.width() - GRID * 3
        names = max(GRID * 28, min(GRID * 60, whole - columns * CELL))
        self.verticalHeader().setFixedWidth(names)
        if columns:
            wide = max(CELL, min(WIDEST, (whole - names) // columns))
            for column in range(columns):
                self.setColumnWidth(column, wide)
