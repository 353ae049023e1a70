"""A list whose entries have a line of text and a softer line below it."""

from collections.abc import Sequence
from dataclasses import dataclass
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
from PySide6.QtGui import QFontMetrics, QIcon, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.theme.theme import Theme
from ui.theme.tokens import GRID
from ui.widgets.waiting import Waiting

Index = QModelIndex | QPersistentModelIndex
LINE_ROLE = int(Qt.ItemDataRole.UserRole) + 1
ICON = 18


@dataclass(frozen=True)
class Line:
    """One entry: text, the softer line, what it stands for, an icon and a note at the right."""

    text: str
    soft: str = ""
    value: Any = None
    icon: str = ""
    note: str = ""


class LineModel(QAbstractListModel):
    """The entries of a `TwoLineList`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: list[Line] = []

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show other entries."""
        self.beginResetModel()
        self.lines = list(lines)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        line = self.lines[index.row()]
        if role == int(Qt.ItemDataRole.DisplayRole):
            return line.text
        if role == int(Qt.ItemDataRole.AccessibleTextRole):
            return ", ".join(part for part in (line.text, line.soft, line.note) if part)
        return line if role == LINE_ROLE else None


class TwoLineDelegate(QStyledItemDelegate):
    """Paints an entry; what is too long ends in an ellipsis."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line: Line = index.data(LINE_ROLE)
        big, small = self._metrics()
        height = big.height() + (small.height() + GRID // 4 if line.soft else 0)
        return QSize(0, height + GRID * 3 // 2)

    def paint(self, painter: QPainter, option: Any, index: Index) -> None:
        line: Line = index.data(LINE_ROLE)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen:
            painter.fillRect(option.rect, self._theme.color("selection"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, self._theme.color("hover"))
        room = QRect(option.rect).adjusted(GRID * 2, GRID * 3 // 4, -GRID * 2, -GRID * 3 // 4)
        if line.icon:
            self._paint_icon(painter, self._theme.icon(line.icon), room)
            room.setLeft(room.left() + ICON + GRID * 3 // 2)
        self._paint_texts(painter, line, room, chosen)
        painter.restore()

    def _paint_icon(self, painter: QPainter, icon: QIcon, room: QRect) -> None:
        icon.paint(painter, QRect(room.left(), room.center().y() - ICON // 2, ICON, ICON))

    def _paint_texts(self, painter: QPainter, line: Line, room: QRect, chosen: bool) -> None:
        big, small = self._metrics()
        ink = "on_selection" if chosen else "text"
        soft = "on_selection" if chosen else "text_soft"
        width = room.width()
        if line.note:
            note = small.horizontalAdvance(line.note)
            painter.setFont(self._theme.font("small"))
            painter.setPen(self._theme.color(soft))
            painter.drawText(
                room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, line.note
            )
            width -= note + GRID * 2
        elide = Qt.TextElideMode.ElideRight
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        flags |= Qt.TextFlag.TextSingleLine
        first = QRect(room.left(), room.top(), width, big.height() if line.soft else room.height())
        painter.setFont(self._theme.font())
        painter.setPen(self._theme.color(ink))
        painter.drawText(first, int(flags), big.elidedText(line.text, elide, width))
        if line.soft:
            below = QRect(room.left(), first.bottom() + GRID // 4 + 1, width, small.height())
            painter.setFont(self._theme.font("small"))
            painter.setPen(self._theme.color(soft))
            painter.drawText(below, int(flags), small.elidedText(line.soft, elide, width))

    def _metrics(self) -> tuple[QFontMetrics, QFontMetrics]:
        return QFontMetrics(self._theme.font()), QFontMetrics(self._theme.font("small"))


class TwoLineList(QListView):
    """The list; `chosen` carries the value of an entry that was clicked or entered."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entries = LineModel(self)
        self.setModel(self.entries)
        self.waiting = Waiting(self, self._is_blank)
        self.setItemDelegate(TwoLineDelegate(theme, self))
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(False)
        self.activated.connect(self._tell)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show other entries."""
        self.entries.show_lines(lines)

    def _is_blank(self) -> bool:
        return not self.entries.lines

    def _tell(self, index: QModelIndex) -> None:
        self.chosen.emit(self.entries.lines[index.row()].value)
