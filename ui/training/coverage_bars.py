"""Coverage as bars: a line for each group with its numbers; readable without colour."""

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
    Signal,
)
from PySide6.QtGui import QBrush, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QWidget

from changedesk.training.coverage import GroupCoverage
from changedesk.training.readiness import Standing
from ui.theme.theme import Theme
from ui.theme.tokens import GRID
from ui.training.words import of
from ui.uat.words import percent

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1
HEIGHT = GRID * 7
BAR = 14
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class BarsModel(QAbstractListModel):
    """The groups, as they are."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[GroupCoverage] = []

    def show_rows(self, rows: Sequence[GroupCoverage]) -> None:
        """Show other groups."""
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        row = self.rows[index.row()]
        if role == int(Qt.ItemDataRole.DisplayRole):
            return row.name
        if role == int(Qt.ItemDataRole.AccessibleTextRole):
            told = self.tr("{0}: {1} trained, {2} expected at go-live")
            return told.format(row.name, of(row.standing.trained), of(row.standing.expected))
        return row if role == ROW_ROLE else None


class BarsDelegate(QStyledItemDelegate):
    """Paints name, bar and numbers: full for trained, hatched for expected by go-live."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: Any, index: Index) -> QSize:
        return QSize(0, HEIGHT)

    def paint(self, painter: QPainter, option: Any, index: Index) -> None:
        row: GroupCoverage = index.data(ROW_ROLE)
        rect = QRect(option.rect)
        here = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if here:
            painter.fillRect(rect, self._theme.color("selection"))
        room = rect.adjusted(GRID * 3, 0, -GRID * 3, 0)
        name = QRect(room.left(), room.top(), room.width() * 28 // 100, room.height())
        numbers = QRect(room.right() - GRID * 25, room.top(), GRID * 25, room.height())
        self._paint_name(painter, name, row, here=here)
        self._paint_numbers(painter, numbers, row, here=here)
        middle = QRectF(
            name.right() + GRID * 2, room.center().y() - BAR / 2,
            numbers.left() - name.right() - GRID * 4, BAR,
        )  # fmt: skip
        paint_bar(painter, self._theme, middle, row.standing)
        painter.setPen(self._theme.color("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.restore()

    def _paint_name(
        self, painter: QPainter, room: QRect, row: GroupCoverage, *, here: bool
    ) -> None:
        elide = Qt.TextElideMode.ElideRight
        lines = [(row.name, "text", True)]
        if row.unserved:
            lines.append(
                (self.tr("⚠ %n need(s) without a course", "", row.unserved), "text_soft", False)
            )
        elif row.site:
            lines.append((row.site, "text_soft", False))
        height = room.height() // 2 - GRID // 2 if len(lines) > 1 else room.height()
        top = room.top() + (GRID // 2 if len(lines) > 1 else 0)
        for place, (words, role, bold) in enumerate(lines):
            font = self._theme.font("text" if bold else "small", bold=bold)
            painter.setFont(font)
            painter.setPen(self._theme.color("on_selection" if here else role))
            line = QRect(room.left(), top + place * height, room.width(), height)
            painter.drawText(line, _LEFT, QFontMetrics(font).elidedText(words, elide, room.width()))

    def _paint_numbers(
        self, painter: QPainter, room: QRect, row: GroupCoverage, *, here: bool
    ) -> None:
        trained, expected = row.standing.trained, row.standing.expected
        full = trained.base > 0 and trained.n >= trained.base
        if row.unsized:
            painter.setFont(self._theme.font())
            painter.setPen(self._theme.color("on_selection" if here else "text_soft"))
            painter.drawText(room, _RIGHT, self.tr("⚠ no headcount yet"))
            return
        first = f"{of(trained)} · {percent(trained)}"
        words = self.tr("✔ {0}").format(first) if full else first
        half = room.height() // 2
        painter.setFont(self._theme.font(bold=True))
        ink = self._theme.color("good_ink") if full else self._theme.color("text")
        painter.setPen(self._theme.color("on_selection") if here and not full else ink)
        top = QRect(room.left(), room.top() + GRID // 2, room.width(), half - GRID // 2)
        painter.drawText(top, _RIGHT, words)
        painter.setFont(self._theme.font("small"))
        painter.setPen(self._theme.color("on_selection" if here else "text_soft"))
        below = QRect(room.left(), room.top() + half, room.width(), half - GRID // 2)
        painter.drawText(below, _RIGHT, self.tr("go-live: {0}").format(of(expected)))


def paint_bar(painter: QPainter, theme: Theme, room: QRectF, standing: Standing) -> None:
    """Paint who is trained, who is expected by go-live, and the frame of all who must be."""
    wanted = standing.wanted
    painter.fillRect(room, theme.color("hover"))
    if wanted:
        done = room.width() * standing.trained.n / wanted
        coming = room.width() * min(float(standing.forecast), wanted) / wanted
        if coming > done:
            part = QRectF(room.left() + done, room.top(), coming - done, room.height())
            painter.fillRect(part, QBrush(theme.color("accent"), Qt.BrushStyle.BDiagPattern))
        full = standing.trained.n >= wanted
        ink = theme.color("good_ink" if full else "accent")
        painter.fillRect(QRectF(room.left(), room.top(), done, room.height()), ink)
    painter.setPen(QPen(theme.color("line_strong"), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(room.adjusted(0, 0, -1, -1))


class CoverageBars(QListView):
    """`chosen` carries the GroupCoverage at hand, or None."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = BarsModel(self)
        self.setModel(self.lines)
        self.setItemDelegate(BarsDelegate(theme, self))
        self.setAccessibleName(self.tr("Coverage of each group"))
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.selectionModel().currentChanged.connect(self._tell)
        theme.changed.connect(self.viewport().update)

    def show_groups(self, groups: Sequence[GroupCoverage]) -> None:
        """Show groups; the one at hand stays at hand."""
        here = self.group()
        self.lines.show_rows(groups)
        keys = [row.id for row in groups]
        place = keys.index(here.id) if here is not None and here.id in keys else 0
        if groups:
            self.setCurrentIndex(self.lines.index(place))
        self._tell()

    def group(self) -> GroupCoverage | None:
        """Return the group at hand."""
        index = self.currentIndex()
        return self.lines.rows[index.row()] if index.isValid() else None

    def _tell(self) -> None:
        self.chosen.emit(self.group())
