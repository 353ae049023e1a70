"""Figures as a table: what stands beside every picture, and what Ctrl+C puts on the clipboard."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
)
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QTableView,
    QWidget,
)

from ui.records.clipboard import to_block
from ui.theme.theme import Theme
from ui.theme.tokens import GRID
from ui.widgets.text import plain_tip

Index = QModelIndex | QPersistentModelIndex
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
WIDEST = GRID * 52
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True)
class Sheet:
    """Titles and rows of texts; `values` is what each row stands for."""

    titles: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    values: tuple[Any, ...] = field(default=())

    def block(self, places: Sequence[int] = ()) -> str:
        """Return the titles and some rows, all without places, as Excel takes them."""
        chosen = [self.rows[at] for at in places] if places else self.rows
        return to_block([self.titles, *chosen])


def copy(text: str) -> None:
    """Put a text on the clipboard."""
    QGuiApplication.clipboard().setText(text)


class SheetModel(QAbstractTableModel):
    """A sheet for a view."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sheet = Sheet()

    def show_sheet(self, sheet: Sheet) -> None:
        """Show another sheet."""
        self.beginResetModel()
        self.sheet = sheet
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.sheet.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.sheet.titles)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        if not index.isValid():
            return None
        text = self.sheet.rows[index.row()][index.column()]
        if role == _DISPLAY:
            return text
        return plain_tip(text) if role == int(Qt.ItemDataRole.ToolTipRole) else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if orientation is Qt.Orientation.Horizontal:
            if role == _DISPLAY:
                return self.sheet.titles[section]
            if role == int(Qt.ItemDataRole.TextAlignmentRole):
                return _LEFT
        return None


class SheetDelegate(QStyledItemDelegate):
    """Paints a text where its title begins, and a line below the row."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(self, painter: QPainter, option: Any, index: Index) -> None:
        rect = QRect(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(rect, self._theme.color("selection"))
        painter.setPen(self._theme.color("on_selection" if chosen else "text"))
        painter.setFont(option.font)
        room = rect.adjusted(GRID, 0, -GRID // 2, 0)
        elide = Qt.TextElideMode.ElideRight
        text = option.fontMetrics.elidedText(str(index.data()), elide, room.width())
        painter.drawText(room, _LEFT, text)
        painter.setPen(self._theme.color("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())


class SheetTable(QTableView):
    """A sheet to be read and copied: the rows that are chosen, or all where it is one or none."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = SheetModel(self)
        self.setModel(self.lines)
        self.setItemDelegate(SheetDelegate(theme, self))
        theme.changed.connect(self.viewport().update)
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(GRID * 4)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)

    def show_sheet(self, sheet: Sheet) -> None:
        """Show another sheet; columns are as wide as their texts, up to a measure."""
        self.lines.show_sheet(sheet)
        metrics = self.fontMetrics()
        for column, title in enumerate(sheet.titles):
            texts = (title, *(row[column] for row in sheet.rows[:200]))
            widest = max(metrics.horizontalAdvance(text) for text in texts) + GRID * 5 // 2
            self.setColumnWidth(column, min(widest, WIDEST))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def copy(self) -> None:
        """Put the chosen rows on the clipboard, all where one or none is chosen."""
        chosen = sorted({index.row() for index in self.selectionModel().selectedRows()})
        copy(self.lines.sheet.block(chosen if len(chosen) > 1 else ()))
