"""The engagement matrix: C where somebody is, D where one must be; set by keys or dragged."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
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
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QStyle,
    QStyledItemDelegate,
    QTableView,
    QWidget,
)

from changedesk.impact.engagement import LEVELS
from changedesk.impact.stakeholder_queries import StakeholderRow
from ui.impact.engagement_model import (
    FIRST_LEVEL,
    GAP_COLUMN,
    EngagementModel,
    column_of,
    level_of,
)
from ui.theme.theme import Theme
from ui.theme.tokens import GRID

Index = QModelIndex | QPersistentModelIndex
CURRENT, DESIRED = "current", "desired"
MARK = GRID * 11 // 4
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)
_KEYS = {Qt.Key.Key_C: CURRENT, Qt.Key.Key_D: DESIRED}
_SELECTED = QStyle.StateFlag.State_Selected.value
_FOCUSED = QStyle.StateFlag.State_HasFocus.value
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class EngagementDelegate(QStyledItemDelegate):
    """Paints marks: C filled, D as a ring, with a line from the one to the other."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self.target: tuple[int, int] | None = None
        self._drawn: dict[tuple[str, float, bool], QPixmap] = {}

    def paint(self, painter: QPainter, option: Any, index: Index) -> None:
        # Hundreds of cells are in sight: what most of them do not need is not done for them.
        rect, column = QRect(option.rect), index.column()
        model: Any = index.model()
        row = model.rows[index.row()]
        state = option.state.value
        chosen = bool(state & _SELECTED)
        if chosen or self.target == (index.row(), column):
            painter.fillRect(rect, self._theme.color("selection"))
        if level_of(column):
            self._paint_marks(painter, rect, row, column)
        else:
            self._paint_words(painter, option, index, row, chosen=chosen)
        if state & _FOCUSED:
            painter.setPen(self._theme.color("focus"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(0, 0, -1, -2))

    def _paint_words(
        self, painter: QPainter, option: Any, index: Index, row: StakeholderRow, *, chosen: bool
    ) -> None:
        role = "on_selection" if chosen else "text"
        if index.column() == GAP_COLUMN:
            role = _gap_role(row)
        painter.setPen(self._theme.color(role))
        painter.setFont(option.font)
        room = QRect(option.rect).adjusted(GRID * 3 // 2, 0, -GRID, 0)
        words = option.fontMetrics.elidedText(
            str(index.data(_DISPLAY)), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, _LEFT, words)

    def _paint_marks(
        self, painter: QPainter, rect: QRect, row: StakeholderRow, column: int
    ) -> None:
        one, other = column_of(row.current), column_of(row.desired)
        if one is not None and other is not None and one != other:
            low, high = sorted((one, other))
            if low <= column <= high:
                self._paint_way(painter, rect, column > low, column < high)
        for field, (x, there) in _marks(rect, row, level_of(column)).items():
            if there:
                mark, middle = self._mark(field, painter.device().devicePixelRatioF()), MARK / 2 + 1
                painter.drawPixmap(QPointF(x - middle, rect.center().y() - middle), mark)

    def _paint_way(self, painter: QPainter, rect: QRect, before: bool, after: bool) -> None:
        painter.setPen(QPen(self._theme.color("line_strong"), 2))
        middle, y = rect.center().x(), rect.center().y()
        painter.drawLine(rect.left() if before else middle, y, rect.right() if after else middle, y)

    def _mark(self, field: str, ratio: float) -> QPixmap:
        # All marks of a kind look the same: each is drawn once.
        drawn = (field, ratio, self._theme.dark)
        if drawn not in self._drawn:
            side = MARK + 2
            mark = QPixmap(QSize(side, side) * ratio)
            mark.setDevicePixelRatio(ratio)
            mark.fill(Qt.GlobalColor.transparent)
            painter = QPainter(mark)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_mark(painter, QRectF(1, 1, MARK, MARK), field)
            painter.end()
            self._drawn[drawn] = mark
        return self._drawn[drawn]

    def _paint_mark(self, painter: QPainter, box: QRectF, field: str) -> None:
        accent = self._theme.color("accent")
        painter.setPen(QPen(accent, 1.5))
        filled = field == CURRENT
        painter.setBrush(accent if filled else QColor(self._theme.color("surface")))
        painter.drawEllipse(box)
        painter.setPen(self._theme.color("on_accent" if filled else "accent"))
        painter.setFont(self._theme.font("small", bold=True))
        painter.drawText(box, _CENTRE, self.tr("C") if filled else self.tr("D"))


class EngagementMatrix(QTableView):
    """`engaged` carries (stakeholder, "current" or "desired", level), `opened` a stakeholder.

    The arrows choose a cell; C and D put the marks there, Delete takes them off.
    """

    engaged = Signal(int, str, str)
    opened = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.locked = False
        self._grabbed: tuple[int, str] | None = None
        self._pressed: QPointF | None = None
        self.levels = EngagementModel(self)
        self.setModel(self.levels)
        self._marks = EngagementDelegate(theme, self)
        self.setItemDelegate(self._marks)
        self.setAccessibleName(self.tr("Engagement matrix"))
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(GRID * 9 // 2)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(False)
        theme.changed.connect(self.viewport().update)

    def show_rows(self, rows: Sequence[StakeholderRow]) -> None:
        """Show stakeholders; the cell at hand stays at hand."""
        key, column = self.current_key(), self.currentIndex().column()
        self.levels.show_rows(rows)
        keys = [row.id for row in rows]
        if key in keys:
            self.setCurrentIndex(self.levels.index(keys.index(key), column))
        elif rows:
            self.setCurrentIndex(self.levels.index(0, column_of(rows[0].current) or FIRST_LEVEL))

    def current_key(self) -> int | None:
        """Return the stakeholder at hand, or None."""
        index = self.currentIndex()
        return self.levels.rows[index.row()].id if index.isValid() else None

    def choose(self, key: int) -> None:
        """Take a stakeholder in hand."""
        for place, row in enumerate(self.levels.rows):
            if row.id == key and key != self.current_key():
                column = column_of(row.current) or FIRST_LEVEL
                self.setCurrentIndex(self.levels.index(place, column))

    # -- keys -------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, index = Qt.Key(event.key()), self.currentIndex()
        bare = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if bare and key in _KEYS:
            self._engage(index.row(), _KEYS[key], level_of(index.column()))
        elif bare and key is Qt.Key.Key_Delete and index.isValid():
            level, row = level_of(index.column()), self.levels.rows[index.row()]
            for field in (CURRENT, DESIRED):
                if level and getattr(row, field) == level:
                    self._engage(index.row(), field, "", clear=True)
        elif bare and key in _ENTER and index.isValid():
            self.opened.emit(self.levels.rows[index.row()].id)
        else:
            super().keyPressEvent(event)

    def _engage(self, place: int, field: str, level: str, *, clear: bool = False) -> None:
        if self.locked or not 0 <= place < len(self.levels.rows) or not (level or clear):
            return
        row = self.levels.rows[place]
        if getattr(row, field) != level:
            self.levels.put(place, field, level)
            self.engaged.emit(row.id, field, level)

    # -- the mouse --------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        self._grabbed = None
        if event.button() is Qt.MouseButton.LeftButton and index.isValid() and not self.locked:
            row = self.levels.rows[index.row()]
            marks = _marks(self.visualRect(index), row, level_of(index.column()))
            for field, (x, there) in marks.items():
                if there and abs(event.position().x() - x) <= MARK / 2 + 2:
                    self._grabbed, self._pressed = (index.row(), field), event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grabbed is None or self._pressed is None:
            super().mouseMoveEvent(event)
            return
        far = (event.position() - self._pressed).manhattanLength()
        if self._marks.target is not None or far >= QApplication.startDragDistance():
            column = self.columnAt(int(event.position().x()))
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self._marks.target = (self._grabbed[0], column)
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        grabbed, target = self._grabbed, self._marks.target
        self._grabbed = self._pressed = self._marks.target = None
        self.unsetCursor()
        self.viewport().update()
        if grabbed is not None and target is not None and level_of(target[1]):
            self.setCurrentIndex(self.levels.index(*target))
            self._engage(*grabbed, level_of(target[1]))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = self.viewport().width()
        letter = self.fontMetrics().averageCharWidth()
        gap = letter * 28
        level = min(GRID * 22, max(letter * 13, (width - gap - letter * 30) // len(LEVELS)))
        for column in range(FIRST_LEVEL, GAP_COLUMN):
            self.setColumnWidth(column, level)
        self.setColumnWidth(GAP_COLUMN, gap)
        self.setColumnWidth(0, max(letter * 16, width - gap - level * len(LEVELS)))


def _marks(rect: QRect, row: StakeholderRow, level: str) -> dict[str, tuple[float, bool]]:
    """Return where in a cell each mark is: side by side where both are."""
    both = row.current == row.desired
    aside = MARK * 0.6 if both else 0.0
    middle = rect.center().x()
    return {
        CURRENT: (middle - aside, bool(level) and row.current == level),
        DESIRED: (middle + aside, bool(level) and row.desired == level),
    }


def _gap_role(row: StakeholderRow) -> str:
    if row.gap is None:
        return "quiet_ink"
    if row.gap > 0:
        return "warning_ink"
    return "good_ink" if row.gap == 0 else "info_ink"
