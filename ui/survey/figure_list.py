"""The list under every chart of the results: a row for each figure, read aloud, copied, opened."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QKeySequence, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QWidget

from ui.survey.figure_sheet import Sheet, copy
from ui.theme.theme import Theme
from ui.theme.tokens import GRID

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
MIDDLE = int(Qt.AlignmentFlag.AlignCenter)
WRAPPED = LEFT | int(Qt.TextFlag.TextWordWrap)


class FigureModel(QAbstractListModel):
    """Rows of any kind, each with what a screen reader says of it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: Sequence[Any] = ()
        self._told: Sequence[str] = ()

    def show_rows(self, rows: Sequence[Any], told: Sequence[str]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows, self._told = rows, told
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        if not index.isValid():
            return None
        if role in (_DISPLAY, int(Qt.ItemDataRole.AccessibleTextRole)):
            return self._told[index.row()]
        return self.rows[index.row()] if role == ROW_ROLE else None


class FigureDelegate(QStyledItemDelegate):
    """Paints the ground and the line below; a subclass paints the row."""

    HEIGHT = GRID * 6
    INSET = GRID * 3

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(self, option: Any, index: Index) -> QSize:
        return QSize(0, self.HEIGHT)

    def paint(self, painter: QPainter, option: Any, index: Index) -> None:
        rect = QRect(option.rect)
        here = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if here:
            painter.fillRect(rect, self.theme.color("selection"))
        self.paint_row(
            painter, rect.adjusted(self.INSET, 0, -GRID * 2, 0), index.data(ROW_ROLE), here=here
        )
        painter.setPen(self.theme.color("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.restore()

    def paint_row(self, painter: QPainter, room: QRect, row: Any, *, here: bool) -> None:
        """Paint a row into its room."""
        raise NotImplementedError

    def write(
        self,
        painter: QPainter,
        room: QRect,
        text: str,
        *,
        here: bool = False,
        role: str = "text",
        size: str = "text",
        bold: bool = False,
        flags: int = LEFT,
    ) -> None:
        """Write a text into a room; one line is cut off with an ellipsis."""
        font = self.theme.font(size, bold=bold)
        painter.setFont(font)
        painter.setPen(self.theme.color("on_selection" if here else role))
        metrics = QFontMetrics(font)
        if flags & int(Qt.TextFlag.TextWordWrap):
            text = in_lines(text, metrics, room.width(), max(1, room.height() // metrics.height()))
        else:
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, flags & ~int(Qt.TextFlag.TextWordWrap), text)


def in_lines(text: str, metrics: QFontMetrics, width: int, most: int) -> str:
    """Return a text broken at words into lines; the last one ends in an ellipsis."""
    lines = [""]
    words = text.split()
    for place, word in enumerate(words):
        longer = f"{lines[-1]} {word}".strip()
        if metrics.horizontalAdvance(longer) <= width or not lines[-1]:
            lines[-1] = longer
        elif len(lines) < most:
            lines.append(word)
        else:
            rest = " ".join([lines[-1], *words[place:]])
            lines[-1] = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)
            break
    return "\n".join(lines)


class FigureList(QListView):
    """`chosen` carries the place of the row at hand, `opened` that of one entered or clicked."""

    chosen = Signal(int)
    opened = Signal(int)

    def __init__(
        self,
        theme: Theme,
        name: str,
        delegate: Callable[[Theme, QObject], FigureDelegate],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.lines = FigureModel(self)
        self.sheet = Sheet()
        self.setModel(self.lines)
        self.painter_of_rows = delegate(theme, self)
        self.setItemDelegate(self.painter_of_rows)
        self.setAccessibleName(name)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.selectionModel().currentChanged.connect(self._tell)
        theme.changed.connect(self.viewport().update)

    def show_rows(self, rows: Sequence[Any], told: Sequence[str], sheet: Sheet) -> None:
        """Show other rows; the place at hand stays at hand."""
        here = self.currentIndex().row()
        self.sheet = sheet
        self.lines.show_rows(rows, told)
        if rows:
            self.setCurrentIndex(self.lines.index(min(max(0, here), len(rows) - 1)))
        self._tell()

    def _tell(self) -> None:
        self.chosen.emit(self.currentIndex().row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            copy(self.sheet.block())
        elif event.key() in _ENTER and not event.modifiers() and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and index.isValid():
            self.opened.emit(index.row())
