"""The list for the room: names in large type, what was noted as glyph and word."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QWidget

from changedesk.training.sessions import WAITING, EnrolmentRow
from ui.theme.theme import Theme
from ui.theme.tokens import GRID, RADIUS, TITLE_POINTS
from ui.training.words import labelled
from ui.uat.type_scale import scaled_font

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1
NAME_POINTS = TITLE_POINTS + 2
HEIGHT = GRID * 6
CHIP = GRID * 17
MARK = 5
AHEAD = 3
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_MIDDLE = int(Qt.AlignmentFlag.AlignCenter)


class RollModel(QAbstractListModel):
    """The people of a session, as they are."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[EnrolmentRow] = []

    def show_rows(self, rows: Sequence[EnrolmentRow]) -> None:
        """Show these people; what only changed is painted anew."""
        alike = [row.id for row in rows] == [row.id for row in self.rows]
        if not alike:
            self.beginResetModel()
        self.rows = list(rows)
        if not alike:
            self.endResetModel()
        elif rows:
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        row = self.rows[index.row()]
        if role == int(Qt.ItemDataRole.DisplayRole):
            return row.name
        if role == int(Qt.ItemDataRole.AccessibleTextRole):
            return ", ".join(part for part in (row.name, row.group, labelled(row.state)) if part)
        return row if role == ROW_ROLE else None


class RollDelegate(QStyledItemDelegate):
    """Paints number, name, group, what else is known, and the state."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: Any, index: Index) -> QSize:
        return QSize(0, HEIGHT)

    def paint(self, painter: QPainter, option: Any, index: Index) -> None:
        row: EnrolmentRow = index.data(ROW_ROLE)
        rect = QRect(option.rect)
        here = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if here:
            painter.fillRect(rect, self._theme.color("selection"))
            mark = QRect(rect.left(), rect.top(), MARK, rect.height())
            painter.fillRect(mark, self._theme.color("accent"))
        room = rect.adjusted(GRID * 2, 0, -GRID * 2, 0)
        soft = self._theme.color("on_selection" if here else "text_soft")
        painter.setFont(self._theme.font())
        painter.setPen(soft)
        number = QRect(room.left(), room.top(), GRID * 4, room.height())
        painter.drawText(number, _RIGHT, str(index.row() + 1))
        chip = QRect(room.right() - CHIP, room.top() + GRID, CHIP, room.height() - GRID * 2)
        self._paint_state(painter, chip, row)
        room.setLeft(number.right() + GRID * 2)
        room.setRight(chip.left() - GRID * 2)
        self._paint_name(painter, room, row, here=here)
        painter.setPen(self._theme.color("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.restore()

    def _paint_name(self, painter: QPainter, room: QRect, row: EnrolmentRow, *, here: bool) -> None:
        # The name has what it needs, up to where nothing at all would be left for the notes.
        font = scaled_font(self._theme, NAME_POINTS, bold=here)
        big, small = QFontMetrics(font), QFontMetrics(self._theme.font())
        notes = self._notes(row)
        tail = small.horizontalAdvance(notes) + GRID * 2 if notes else 0
        width = min(
            big.horizontalAdvance(row.name) + GRID, max(room.width() // 2, room.width() - tail)
        )
        elide = Qt.TextElideMode.ElideRight
        painter.setFont(font)
        painter.setPen(self._theme.color("on_selection" if here else "text"))
        place = QRect(room.left(), room.top(), width, room.height())
        painter.drawText(place, _LEFT, big.elidedText(row.name, elide, width))
        rest = room.adjusted(width + GRID * 2, 0, 0, 0)
        painter.setFont(self._theme.font())
        painter.setPen(self._theme.color("on_selection" if here else "text_soft"))
        painter.drawText(rest, _LEFT, small.elidedText(notes, elide, max(0, rest.width())))

    def _notes(self, row: EnrolmentRow) -> str:
        parts = [row.group]
        if row.walk_in:
            parts.append(self.tr("walk-in"))
        if row.score is not None:
            parts.append(self.tr("score {0} %").format(row.score))
        if row.retrain:
            parts.append(self.tr("⚠ retrain"))
        return " · ".join(part for part in parts if part)

    def _paint_state(self, painter: QPainter, room: QRect, row: EnrolmentRow) -> None:
        painter.setFont(self._theme.font(bold=row.state not in WAITING))
        if row.state in WAITING:
            painter.setPen(self._theme.color("text_soft"))
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.status_fill(row.state))
            painter.drawRoundedRect(QRectF(room), RADIUS, RADIUS)
            painter.setPen(self._theme.status_color(row.state))
        painter.drawText(room, _MIDDLE, labelled(row.state))


class RollList(QListView):
    """The list; keys are the business of the view around it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = RollModel(self)
        self.setModel(self.lines)
        self.setItemDelegate(RollDelegate(theme, self))
        self.setAccessibleName(self.tr("Who is in the session"))
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        theme.changed.connect(self.viewport().update)

    def show_roll(self, rows: Sequence[EnrolmentRow], at: int) -> None:
        """Show people, with one of them in hand; those around stay in sight."""
        self.lines.show_rows(rows)
        if not rows:
            return
        self.setCurrentIndex(self.lines.index(at))
        for near in (at + AHEAD, at - 1, at):
            self.scrollTo(self.lines.index(max(0, min(len(rows) - 1, near))))
