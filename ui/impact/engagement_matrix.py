"""The engagement matrix: C where somebody is, D where one must be; set by keys or dragged."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QTableView, QWidget

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
from ui.widgets.laid_out import LaidOutTexts

CURRENT, DESIRED = "current", "desired"
MARK = GRID * 11 // 4
COLUMNS = GAP_COLUMN + 1
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)
_KEYS = {Qt.Key.Key_C: CURRENT, Qt.Key.Key_D: DESIRED}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class EngagementPainter:
    """Paints rows: C filled, D as a ring, with a line from the one to the other."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self.renew()

    def renew(self) -> None:
        """Take the colours and the type that are in force now."""
        self._texts = LaidOutTexts(self._theme.font())
        self._drawn: dict[tuple[str, float], QPixmap] = {}

    def paint_row(
        self, painter: QPainter, row: StakeholderRow, gap: str, cells: list[QRect], chosen: set[int]
    ) -> None:
        """Paint a row, of which some cells are chosen, into its cells."""
        painter.setFont(self._texts.font)
        for column in chosen:
            painter.fillRect(cells[column], self._theme.color("selection"))
        painter.setPen(self._theme.color("on_selection" if 0 in chosen else "text"))
        self._paint_words(painter, cells[0], row.name)
        painter.setPen(self._theme.color(_gap_role(row)))
        self._paint_words(painter, cells[GAP_COLUMN], gap)
        one, other = column_of(row.current), column_of(row.desired)
        if one is not None and other is not None and one != other:
            painter.setPen(QPen(self._theme.color("line_strong"), 2))
            painter.drawLine(cells[one].center(), cells[other].center())
        for column in {one or 0, other or 0} - {0}:
            rect = cells[column]
            for field, (x, there) in _marks(rect, row, level_of(column)).items():
                if there:
                    self._paint_mark(painter, field, QPointF(x, rect.center().y()))

    def _paint_words(self, painter: QPainter, rect: QRect, words: str) -> None:
        left, middle = rect.left() + GRID * 3 // 2, rect.top() + rect.height() / 2
        self._texts.paint(painter, left, middle, words, rect.right() - GRID - left)

    def _paint_mark(self, painter: QPainter, field: str, at: QPointF) -> None:
        # All marks of a kind look the same: each is drawn once.
        ratio, middle = painter.device().devicePixelRatioF(), MARK / 2 + 1
        drawn = (field, ratio)
        if drawn not in self._drawn:
            side = MARK + 2
            mark = QPixmap(QSize(side, side) * ratio)
            mark.setDevicePixelRatio(ratio)
            mark.fill(Qt.GlobalColor.transparent)
            pen = QPainter(mark)
            pen.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._draw_mark(pen, QRectF(1, 1, MARK, MARK), field)
            pen.end()
            self._drawn[drawn] = mark
        painter.drawPixmap(at - QPointF(middle, middle), self._drawn[drawn])

    def _draw_mark(self, painter: QPainter, box: QRectF, field: str) -> None:
        accent = self._theme.color("accent")
        painter.setPen(QPen(accent, 1.5))
        filled = field == CURRENT
        painter.setBrush(accent if filled else QColor(self._theme.color("surface")))
        painter.drawEllipse(box)
        painter.setPen(self._theme.color("on_accent" if filled else "accent"))
        painter.setFont(self._theme.font("small", bold=True))
        say = QCoreApplication.translate
        letter = say("EngagementMatrix", "C") if filled else say("EngagementMatrix", "D")
        painter.drawText(box, _CENTRE, letter)


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
        self._theme = theme
        self._painter = EngagementPainter(theme)
        self._target: tuple[int, int] | None = None
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
        theme.changed.connect(self._renew)

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

    def paintEvent(self, event: QPaintEvent) -> None:
        # All cells at one go: a delegate that is called for each takes longer than a frame.
        rows, seen = self.levels.rows, event.rect()
        columns = [(self.columnViewportPosition(n), self.columnWidth(n)) for n in range(COLUMNS)]
        first, last = self.rowAt(seen.top()), self.rowAt(seen.bottom())
        here = self.currentIndex()
        marked = {(here.row(), here.column()), self._target or (-1, -1)}
        painter = QPainter(self.viewport())
        for place in range(max(0, first), (last if last >= 0 else len(rows) - 1) + 1):
            top, height = self.rowViewportPosition(place), self.rowHeight(place)
            cells = [QRect(left, top, width - 1, height - 1) for left, width in columns]
            chosen = {column for at, column in marked if at == place}
            gap = self.levels.gap_words(rows[place])
            self._painter.paint_row(painter, rows[place], gap, cells, chosen)
            painter.setPen(self._theme.color("line"))
            painter.drawLine(seen.left(), top + height - 1, seen.right(), top + height - 1)
        painter.setPen(self._theme.color("line"))
        foot = self.rowViewportPosition(len(rows) - 1) + self.rowHeight(0) if rows else 0
        for left, width in columns:
            edge = left + width - 1
            painter.drawLine(edge, seen.top(), edge, min(seen.bottom(), foot - 1))
        if here.isValid() and self.hasFocus():
            painter.setPen(self._theme.color("focus"))
            painter.drawRect(self.visualRect(here).adjusted(0, 0, -1, -1))
        painter.end()

    def _renew(self) -> None:
        self._painter.renew()
        self.viewport().update()

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
        if self._target is not None or far >= QApplication.startDragDistance():
            column = self.columnAt(int(event.position().x()))
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self._target = (self._grabbed[0], column)
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        grabbed, target = self._grabbed, self._target
        self._grabbed = self._pressed = self._target = None
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
