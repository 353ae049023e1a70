"""The grid of a heat map: a table that reads without colour and is walked with the arrow keys."""

from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QPixmap,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QTableView,
    QWidget,
)

from ui.impact.heat_reading import Grid
from ui.impact.looks import Look, look_of
from ui.theme.theme import Theme
from ui.theme.tokens import GRID
from ui.uat.type_scale import scaled_font
from ui.widgets.text import plain_tip

Index = QModelIndex | QPersistentModelIndex
NO_GRID = Grid((), (), {}, {})
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TIP = int(Qt.ItemDataRole.ToolTipRole)
_TOLD = int(Qt.ItemDataRole.AccessibleTextRole)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_HEAD = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom | Qt.TextFlag.TextWordWrap)
ROW_HEIGHT = GRID * 4
CELL_WIDTH = GRID * 9
CELL_AT_MOST = GRID * 17
NAME_WIDTH = GRID * 24
MARK = GRID
HEADER_POINTS = 8.5
"""A little below the small type: ten aspects must stand side by side on a projector."""
LINE_AT = 2 / 3
"""Where in a cell the capacity line stands, as a share of its width."""


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


class HeatDelegate(QStyledItemDelegate):
    """Paints each look once for a size and keeps the picture: a whole map is painted in a frame."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pictures: dict[tuple[Look | None, int, int], QPixmap] = {}
        self._view = parent
        theme.changed.connect(self._pictures.clear)

    def paint(self, painter: QPainter, option: Any, index: Index) -> None:
        rect: QRect = option.rect
        model = index.model()
        look = model.looks[index.row()][index.column()] if isinstance(model, HeatModel) else None
        size = (rect.width(), rect.height())
        picture = self._pictures.get((look, *size))
        if picture is None:
            picture = self._picture(look, *size)
            self._pictures[look, *size] = picture
        painter.drawPixmap(rect.topLeft(), picture)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(self._theme.color("focus"), 2))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))

    def _picture(self, look: Look | None, width: int, height: int) -> QPixmap:
        ratio = self._view.devicePixelRatioF()
        picture = QPixmap(int(width * ratio), int(height * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(self._theme.color("surface"))
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(1, 1, width - 2, height - 2)
        if look is None:
            painter.setPen(self._theme.color("line_strong"))
            painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), "·")
        else:
            self._paint_look(painter, look, rect)
        painter.end()
        return picture

    def _paint_look(self, painter: QPainter, look: Look, rect: QRectF) -> None:
        painter.fillRect(rect, self._theme.color(f"{look.tone}_fill"))
        ink = self._theme.color(f"{look.tone}_ink")
        if look.fill is not None:
            bar = QRectF(rect.left(), rect.bottom() - 4, rect.width(), 4)
            share = min(1.0, look.fill / 100 * LINE_AT)
            painter.fillRect(QRectF(bar.left(), bar.top(), bar.width() * share, 4), ink)
            line = bar.left() + bar.width() * LINE_AT
            painter.fillRect(QRectF(line - 1, bar.top() - 4, 2, 8), self._theme.color("text"))
        if look.collides:
            corner = rect.topRight()
            points = [corner, corner - QPointF(MARK, 0), corner + QPointF(0, MARK)]
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("text"))
            painter.drawPolygon(QPolygonF(points))
        painter.setPen(ink)
        room = rect.adjusted(GRID * 3 // 4, 0, -GRID * 3 // 4, 0)
        painter.setFont(self._theme.font(bold=True))
        painter.drawText(room, _LEFT, look.number)
        taken = painter.fontMetrics().horizontalAdvance(look.number) + GRID // 2
        painter.setFont(self._theme.font("small"))
        room = room.adjusted(taken, 0, 0, 0)
        word = painter.fontMetrics().elidedText(
            look.word, Qt.TextElideMode.ElideRight, int(room.width()) + 1
        )
        painter.drawText(room, _RIGHT, word)


class ColumnHeader(QHeaderView):
    """Aspects or months; a long name goes over several lines."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def sizeHint(self) -> QSize:
        columns = self.model().columnCount()
        titles = [str(self.model().headerData(n, self.orientation())) for n in range(columns)]
        lines = 3 if any(" " in title and len(title) > CELL_WIDTH // 6 for title in titles) else 1
        return QSize(super().sizeHint().width(), self.fontMetrics().height() * lines + GRID)

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        painter.save()
        painter.fillRect(rect, self._theme.color("surface"))
        painter.setPen(self._theme.color("text_soft"))
        painter.setFont(scaled_font(self._theme, HEADER_POINTS))
        words = str(self.model().headerData(logical, Qt.Orientation.Horizontal))
        painter.drawText(rect.adjusted(0, 0, 0, -GRID // 2), _HEAD, words)
        painter.restore()


class GroupHeader(QHeaderView):
    """The groups with their headcounts; they stay in sight whatever is scrolled."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._theme = theme
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setDefaultSectionSize(ROW_HEIGHT)
        self.setFixedWidth(NAME_WIDTH)

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        painter.save()
        painter.fillRect(rect, self._theme.color("surface"))
        name, _, people = str(self.model().headerData(logical, self.orientation())).partition("\t")
        room = rect.adjusted(GRID * 3, 0, -GRID, 0)
        painter.setFont(self._theme.font("small"))
        painter.setPen(self._theme.color("text_faint"))
        painter.drawText(room, _RIGHT, people)
        room.setRight(room.right() - painter.fontMetrics().horizontalAdvance(people) - GRID // 2)
        painter.setFont(self._theme.font())
        painter.setPen(self._theme.color("text"))
        shown = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, _LEFT, shown)
        painter.restore()


class HeatGrid(QTableView):
    """`opened` carries (row, column) of a cell that was entered or clicked, `moved` one reached."""

    opened = Signal(int, int)
    moved = Signal(int, int)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heat = HeatModel(self)
        self.setModel(self.heat)
        self.setItemDelegate(HeatDelegate(theme, self))
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
        theme.changed.connect(self.viewport().update)

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
            wide = (self.viewport().width() - GRID * 2) // columns
            for column in range(columns):
                self.setColumnWidth(column, max(CELL_WIDTH, min(wide, CELL_AT_MOST)))
