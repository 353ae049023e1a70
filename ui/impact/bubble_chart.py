"""Power and interest as a chart: bubbles that are dragged, or moved with the arrow keys."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QToolTip, QWidget

from changedesk.impact.power_interest import MEDIUM, SCALE
from changedesk.impact.stakeholder_queries import StakeholderRow
from ui.impact.bubble_layout import Item, Layout, Room, laid_out
from ui.impact.bubble_painter import BubblePainter
from ui.impact.label_lines import lines_wanted
from ui.impact.words import quadrant_word, salience_word
from ui.theme.theme import Theme
from ui.theme.tokens import GRID
from ui.widgets.text import plain_tip

LEAST_HEIGHT = GRID * 40
WIDENED_AT_MOST = 120
"""So many labels get further lines; more of them would be felt."""
DOT = "\N{NO-BREAK SPACE}·\N{NO-BREAK SPACE}"
_ARROWS = {
    Qt.Key.Key_Up: (1, 0),
    Qt.Key.Key_Down: (-1, 0),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Left: (0, -1),
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class BubbleChart(QWidget):
    """`rated` carries (stakeholder, power, interest), `opened` a stakeholder; `chosen` tells that
    another one is in hand.

    Tab goes from one to the next and then on; the arrows move the one in hand.
    """

    rated = Signal(int, int, int)
    opened = Signal(int)
    chosen = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.rows: list[StakeholderRow] = []
        self.locked = False
        self._current: int | None = None
        self._pressed: QPointF | None = None
        self._dragged: QPointF | None = None
        self._still: QPixmap | None = None
        self._still_of: tuple[object, ...] = ()
        self._painter = BubblePainter(theme)
        self._layout = laid_out([], self._room())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Power and interest"))
        theme.changed.connect(self._arrange)

    # -- what is shown ----------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(GRID * 100, LEAST_HEIGHT)

    def show_rows(self, rows: Sequence[StakeholderRow]) -> None:
        """Show stakeholders; the one in hand stays in hand, and nothing is dropped midway."""
        if list(rows) == self.rows:
            return
        self.rows = list(rows)
        if self._current is not None and self.row(self._current) is None:
            self._current = None
            self._let_go()
        self._arrange()

    def row(self, key: int) -> StakeholderRow | None:
        """Return a stakeholder that is shown, or None."""
        return next((row for row in self.rows if row.id == key), None)

    @property
    def current(self) -> int | None:
        """Return the stakeholder in hand, or None."""
        return self._current

    @property
    def arrangement(self) -> Layout:
        """Return where everything is."""
        return self._layout

    def choose(self, key: int | None) -> None:
        """Take a stakeholder in hand."""
        if key != self._current:
            self._current = key
            self._tell_current()
            self.update()
            self.chosen.emit()

    def label_of(self, row: StakeholderRow) -> tuple[str, str]:
        """Return the name, with the headcount, and the flag of who is stated to be elsewhere."""
        name = row.name if row.people is None else f"{row.name}{DOT}{row.people}"
        if not row.placing.differs:
            return name, ""
        return name, f"⚑ {quadrant_word(row.stated)}"

    # -- keys -------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if key is Qt.Key.Key_Escape and self._dragged is not None:
            self._let_go()
        elif plain and key in _ARROWS and self._current is not None:
            self._step(*_ARROWS[key])
        elif plain and key in _ENTER and self._current is not None:
            self.opened.emit(self._current)
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        keys = list(self._layout.spots)
        place = keys.index(self._current) if self._current in keys else -1
        place += 1 if forward else -1
        if self.hasFocus() and 0 <= place < len(keys):
            self.choose(keys[place])
            return True
        return super().focusNextPrevChild(forward)

    def focusInEvent(self, event: QEvent) -> None:
        if self._current is None and self._layout.spots:
            self.choose(next(iter(self._layout.spots)))
        self.update()

    def focusOutEvent(self, event: QEvent) -> None:
        self._let_go()

    def _step(self, up: int, aside: int) -> None:
        row = self.row(self._current or 0)
        if row is None:
            return
        if row.power is None or row.interest is None:
            self._rate(row, row.power or MEDIUM, row.interest or MEDIUM)
            return
        power = min(max(row.power + up, SCALE[0]), SCALE[-1])
        interest = min(max(row.interest + aside, SCALE[0]), SCALE[-1])
        self._rate(row, power, interest)

    # -- the mouse --------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        at = event.position()
        self.choose(self._layout.key_at(at.x(), at.y()))
        self._pressed = at if self._current is not None else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None or self.locked:
            return
        far = (event.position() - self._pressed).manhattanLength()
        if self._dragged is not None or far >= QApplication.startDragDistance():
            self._dragged = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        dropped = self._dragged is not None
        self._let_go()
        row = self.row(self._current or 0)
        cell = self._layout.cell_at(event.position().x(), event.position().y())
        if dropped and row is not None and cell is not None:
            self._rate(row, *cell)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        key = self._layout.key_at(event.position().x(), event.position().y())
        if key is not None:
            self.opened.emit(key)

    def _let_go(self) -> None:
        self._pressed = self._dragged = None
        self.unsetCursor()
        self.update()

    def _rate(self, row: StakeholderRow, power: int, interest: int) -> None:
        if self.locked or (row.power, row.interest) == (power, interest):
            return
        moved = replace(row, power=power, interest=interest)
        self.rows = [moved if one.id == row.id else one for one in self.rows]
        self._arrange()
        self._tell_current()
        self.rated.emit(row.id, power, interest)

    # -- drawing ----------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            key = self._layout.key_at(event.pos().x(), event.pos().y())
            row = self.row(key) if key is not None else None
            QToolTip.showText(event.globalPos(), plain_tip(self._in_words(row) if row else ""))
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        row = self.row(self._current) if self._current is not None else None
        dragged = self._dragged if row is not None else None
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._standing(row if dragged is not None else None))
        if row is not None:
            self._painter.paint_choice(
                painter, self._layout, (row, *self.label_of(row)),
                focused=self.hasFocus(), faded=dragged is not None,
            )  # fmt: skip
            if dragged is not None:
                self._painter.paint_drag(painter, self._layout, row, dragged, self.width())
        painter.end()

    def _standing(self, without: StakeholderRow | None) -> QPixmap:
        """Return all that stands still: it is painted once, so that a hand is seen to move."""
        ratio = self.devicePixelRatioF()
        known = (self.size() * ratio, ratio, without.id if without is not None else None)
        if self._still is None or self._still_of != known:
            still = QPixmap(self.size() * ratio)
            still.setDevicePixelRatio(ratio)
            still.fill(self._theme.color("window"))
            painter = QPainter(still)
            painter.setFont(self.font())
            rows = [(row, *self.label_of(row)) for row in self.rows if row is not without]
            self._painter.paint_still(painter, self._layout, rows)
            painter.end()
            self._still, self._still_of = still, known
        return self._still

    def _room(self) -> Room:
        small = QFontMetrics(self._theme.font("small"))
        parent = self.parentWidget()
        height = parent.height() if parent is not None else self.height()
        return Room(
            max(self.width(), GRID * 60),
            max(height, LEAST_HEIGHT),
            GRID * 6,
            GRID * 6,
            small.height(),
            small.height() + GRID,
            GRID * 22,
        )

    def _arrange(self) -> None:
        room = self._room()
        labels = {row.id: self.label_of(row) for row in self.rows}
        lines = {key: 1 + bool(flag) for key, (_, flag) in labels.items()}
        self._still = None
        self._painter.forget_lines()
        self._layout = self._laid_out(lines, room)
        # Labels get more lines wherever that makes the chart no taller, the highest row first.
        for power in (*reversed(SCALE), None) if len(self.rows) <= WIDENED_AT_MOST else ():
            self._widen(power, lines, labels, room)
        crowded = self._layout.height > room.height
        self.setMinimumHeight(int(self._layout.height) if crowded else LEAST_HEIGHT)
        self.update()

    def _widen(
        self,
        power: int | None,
        lines: dict[int, int],
        labels: Mapping[int, tuple[str, str]],
        room: Room,
    ) -> None:
        metrics = QFontMetrics(self._theme.font("small"))
        for _ in range(2):  # bubbles shrink where labels grow, and leave them other widths
            wanted = {
                row.id: lines_wanted(
                    labels[row.id], metrics, self._layout.spots[row.id].label.width
                )
                for row in self.rows
                if row.power == power or (power is None and _cell(row) is None)
            }
            if all(lines[key] >= count for key, count in wanted.items()):
                return
            tried = self._laid_out({**lines, **wanted}, room)
            if tried.height > self._layout.height:
                return
            lines.update(wanted)
            self._layout = tried

    def _laid_out(self, lines: Mapping[int, int], room: Room) -> Layout:
        items = [Item(row.id, _cell(row), row.people, lines[row.id]) for row in self.rows]
        return laid_out(items, room)

    def _tell_current(self) -> None:
        row = self.row(self._current) if self._current is not None else None
        self.setAccessibleDescription(self._in_words(row) if row else "")

    def _in_words(self, row: StakeholderRow) -> str:
        placed = row.placing
        lines = [" · ".join(part for part in (row.code, row.name, row.role) if part)]
        if row.power is None or row.interest is None:
            lines.append(self.tr("Not rated yet"))
        else:
            told = self.tr("Power {0}, interest {1}: {2}")
            lines.append(told.format(row.power, row.interest, quadrant_word(placed.computed)))
        if placed.differs:
            lines.append(self.tr("⚑ stated: {0}").format(quadrant_word(placed.stated)))
            if placed.medium:
                lines.append(self.tr("A 3 is on no agreed side: either may be meant."))
        if row.salience:
            lines.append(self.tr("Salience: {0}").format(salience_word(row.salience)))
        if row.people is not None:
            lines.append(self.tr("%n person(s)", "", row.people))
        return "\n".join(lines)


def _cell(row: StakeholderRow) -> tuple[int, int] | None:
    if row.power is None or row.interest is None:
        return None
    return row.power, row.interest
