"""A table that is read, not edited: plain rows, painted like the tables of records."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QTableView, QWidget

from ui.theme.theme import Theme
from ui.theme.tokens import GRID
from ui.widgets.waiting import Waiting

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_ALIGNMENT = int(Qt.ItemDataRole.TextAlignmentRole)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class Column:
    """A column: its title, its width in letters or as a share of the rest, how it is painted.

    `coloured` paints the text in the colour of the row's code, `bar` paints the row's parts.
    """

    title: str
    letters: int = 0
    share: int = 0
    right: bool = False
    coloured: bool = False
    bar: bool = False


@dataclass(frozen=True)
class Row:
    """A row: its texts, what it stands for, the code that colours it, the parts of its bar."""

    texts: tuple[str, ...]
    value: Any = None
    code: str = ""
    parts: tuple[tuple[str, int], ...] = field(default=())


class LeanModel(QAbstractTableModel):
    """Rows in memory, as they are."""

    def __init__(self, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.rows: list[Row] = []

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == _DISPLAY:
            return row.texts[index.column()]
        if role == ROW_ROLE:
            return row
        if role == _ALIGNMENT:
            return int(RIGHT if self.columns[index.column()].right else LEFT)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == _DISPLAY:
            return self.columns[section].title
        if role == _ALIGNMENT:
            return int(RIGHT if self.columns[section].right else LEFT)
        return None


class LeanDelegate(QStyledItemDelegate):
    """Paints texts, coloured states and bars."""

    def __init__(self, theme: Theme, columns: Sequence[Column], parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._columns = tuple(columns)

    def paint(self, painter: QPainter, option: Any, index: Index) -> None:
        rect = QRect(option.rect)
        column = self._columns[index.column()]
        row: Row = index.data(ROW_ROLE)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(rect, self._theme.color("selection"))
        room = rect.adjusted(GRID, 0, -GRID, 0)
        if column.bar:
            self._paint_bar(painter, room, row.parts)
        else:
            ink = self._theme.color("on_selection" if chosen else "text")
            if column.coloured and row.code:
                ink = self._theme.status_color(row.code)
            painter.setPen(ink)
            painter.setFont(option.font)
            text = option.fontMetrics.elidedText(
                row.texts[index.column()].replace("\n", " "),
                Qt.TextElideMode.ElideRight,
                room.width(),
            )
            painter.drawText(room, int(RIGHT if column.right else LEFT), text)
        painter.setPen(self._theme.color("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())

    def _paint_bar(self, painter: QPainter, room: QRect, parts: Sequence[tuple[str, int]]) -> None:
        total = sum(count for _, count in parts)
        place = QRectF(room.left(), room.center().y() - 3, room.width(), 7)
        painter.fillRect(place, self._theme.color("hover"))
        if not total:
            return
        painter.setOpacity(0.8)
        left = place.left()
        for code, count in parts:
            width = place.width() * count / total
            if code != "not_run":
                painter.fillRect(
                    QRectF(left, place.top(), width, place.height()), self._theme.status_color(code)
                )
            left += width
        painter.setOpacity(1.0)


class LeanTable(QTableView):
    """`opened` carries the value of a row that was entered; `chosen` tells of any other choice."""

    opened = Signal(object)
    chosen = Signal()

    def __init__(
        self, theme: Theme, name: str, columns: Sequence[Column], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self.lines = LeanModel(columns, self)
        self.setModel(self.lines)
        self.setItemDelegate(LeanDelegate(theme, columns, self))
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(GRID * 4)
        self.horizontalHeader().setHighlightSections(False)
        self.doubleClicked.connect(self._open)
        self.selectionModel().selectionChanged.connect(self.chosen)
        self.waiting = Waiting(self, self._is_blank, GRID * 6)
        theme.changed.connect(self.viewport().update)

    def _is_blank(self) -> bool:
        return not self.lines.rows

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows; the row at hand stays the one with the same value."""
        kept, chosen = self.current_value(), self.chosen_values()
        self.lines.show_rows(rows)
        for place, row in enumerate(rows):
            if row.value is not None and row.value == kept:
                self.take_row(place)
        if len(chosen) > 1:
            self._select([n for n, row in enumerate(rows) if row.value in chosen])

    def take_row(self, place: int) -> None:
        """Put one row in hand, whatever keys are down meanwhile: Qt's own way goes by them."""
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(
            self.lines.index(place, 0), flags.ClearAndSelect | flags.Rows
        )

    def current_value(self) -> Any:
        """Return what the row at hand stands for, or None."""
        index = self.currentIndex()
        return self.lines.rows[index.row()].value if index.isValid() else None

    def chosen_values(self) -> list[Any]:
        """Return what the selected rows stand for, from top to bottom."""
        rows = sorted({index.row() for index in self.selectionModel().selectedRows()})
        return [self.lines.rows[row].value for row in rows]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and not event.modifiers():
            self._open()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        letter = self.fontMetrics().averageCharWidth()
        fixed = [
            column.letters * letter + 2 * GRID if column.letters else 0 for column in self._columns
        ]
        rest = max(0, self.viewport().width() - sum(fixed))
        shares = sum(column.share for column in self._columns) or 1
        for place, column in enumerate(self._columns):
            self.setColumnWidth(place, fixed[place] or rest * column.share // shares)

    def _select(self, rows: Sequence[int]) -> None:
        mode = self.selectionModel().SelectionFlag.Select | self.selectionModel().SelectionFlag.Rows
        for row in rows:
            self.selectionModel().select(self.lines.index(row, 0), mode)

    def _open(self) -> None:
        value = self.current_value()
        if value is not None:
            self.opened.emit(value)
