"""A month of messages as a grid: today and busy days are marked, keys move from day to day."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from PySide6.QtCore import QLineF, QLocale, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from changedesk.impact.message_days import ANNOUNCED, OVERDUE, PLANNED, SENT, UNNOTED, Mark
from changedesk.impact.message_queries import BusyDays
from changedesk.impact.periods import month_of
from ui.theme.theme import Theme
from ui.theme.tokens import GRID, RADIUS
from ui.widgets.laid_out import LaidOutTexts

WEEK = 7
HEAD = GRID * 3
LOOKS = {
    SENT: ("✔", "good"),
    PLANNED: ("○", "info"),
    OVERDUE: ("!", "bad"),
    UNNOTED: ("–", "quiet"),
    ANNOUNCED: ("⚑", "warning"),
}
"""The glyph and the tone of each state."""
ROLES = (
    "surface", "window", "line", "line_strong", "focus", "accent", "on_accent", "text",
    "text_soft", "text_faint",
)  # fmt: skip
_MIDDLE = int(Qt.AlignmentFlag.AlignCenter)
_MOVES = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -WEEK,
    Qt.Key.Key_Down: WEEK,
}


def add_months(day: date, count: int) -> date:
    """Return the same day some months later, or the last day of a shorter month."""
    place = day.year * 12 + day.month - 1 + count
    first = date(place // 12, place % 12 + 1, 1)
    return first.replace(day=min(day.day, month_of(first).last.day))


class MonthGrid(QWidget):
    """`moved` carries the day at hand; `opened` a day that Enter or a double click chose."""

    moved = Signal(object)
    opened = Signal(object)

    def __init__(self, theme: Theme, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.today = today
        self.day = today
        self._marks: Mapping[date, Sequence[Mark]] = {}
        self._busy: Sequence[BusyDays] = ()
        self._go_live: date | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(GRID * 60, GRID * 40)
        theme.changed.connect(self._renew)
        self._renew()
        self._name()

    def sizeHint(self) -> QSize:
        return QSize(GRID * 90, GRID * 68)

    def _renew(self) -> None:
        # Made once for a theme: a month asks for them hundreds of times.
        theme = self._theme
        self._texts = {bold: LaidOutTexts(theme.font("small", bold=bold)) for bold in (False, True)}
        tones = [f"{tone}_{part}" for _, tone in LOOKS.values() for part in ("fill", "ink")]
        self._inks = {role: theme.color(role) for role in (*ROLES, *tones)}
        self.update()

    @property
    def first(self) -> date:
        """Return the Monday that the grid begins with."""
        first = self.day.replace(day=1)
        return first - timedelta(days=first.weekday())

    @property
    def last(self) -> date:
        """Return the Sunday that the grid ends with."""
        last = month_of(self.day).last
        return last + timedelta(days=WEEK - 1 - last.weekday())

    def days(self) -> list[date]:
        """Return the days of the month at hand."""
        month = month_of(self.day)
        return [month.first + timedelta(days=n) for n in range(month.days)]

    def show_marks(
        self, marks: Sequence[Mark], busy: Sequence[BusyDays], go_live: date | None
    ) -> None:
        """Show what stands on the days of the month at hand."""
        by_day: dict[date, list[Mark]] = defaultdict(list)
        for mark in marks:
            by_day[mark.day].append(mark)
        self._marks, self._busy, self._go_live = by_day, busy, go_live
        self._name()
        self.update()

    def marks_on(self, day: date) -> Sequence[Mark]:
        """Return what stands on a day of the month at hand."""
        return self._marks.get(day, ())

    def busy_on(self, day: date) -> list[BusyDays]:
        """Return the busy periods of a day."""
        return [one for one in self._busy if one.first <= day <= one.last]

    def go(self, day: date) -> None:
        """Take a day in hand; its month is shown."""
        if day != self.day:
            self.day = day
            self._name()
            self.update()
            self.moved.emit(day)

    # -- keys and mouse -----------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in _MOVES:
            self.go(self.day + timedelta(days=_MOVES[key]))
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.go(add_months(self.day, -1 if key == Qt.Key.Key_PageUp else 1))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_T):
            self.go(self.today)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self.day)
        elif key in (Qt.Key.Key_N, Qt.Key.Key_P):
            self._jump(1 if key == Qt.Key.Key_N else -1)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        day = self._day_at(event.position().x(), event.position().y())
        if day is not None:
            self.go(day)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._day_at(event.position().x(), event.position().y()) is not None:
            self.opened.emit(self.day)

    def _jump(self, way: int) -> None:
        days = [day for day in sorted(self._marks) if (day - self.day).days * way > 0]
        if days:
            self.go(days[0] if way > 0 else days[-1])

    def _day_at(self, x: float, y: float) -> date | None:
        wide, high = self._cell()
        row, column = int((y - HEAD) // high), int(x // wide)
        if y < HEAD or not 0 <= column < WEEK or not 0 <= row < self._weeks():
            return None
        return self.first + timedelta(days=row * WEEK + column)

    # -- painting -----------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._inks["surface"])
        self._paint_head(painter)
        wide, high = self._cell()
        first, weeks = self.first, self._weeks()
        boxes = {
            first + timedelta(days=row * WEEK + column): QRectF(
                column * wide, HEAD + row * high, wide, high
            )
            for row in range(weeks)
            for column in range(WEEK)
        }
        for day, box in boxes.items():
            self._paint_ground(painter, box, day)
        painter.setPen(QPen(self._inks["line"], 1))
        for row in range(weeks + 1):
            painter.drawLine(QLineF(0, HEAD + row * high, WEEK * wide, HEAD + row * high))
        for column in range(WEEK + 1):
            painter.drawLine(QLineF(column * wide, HEAD, column * wide, HEAD + weeks * high))
        for day, box in boxes.items():
            inside = box.adjusted(GRID / 2, GRID / 4, -GRID / 2, -GRID / 4)
            self._paint_number(painter, inside, day)
            self._paint_marks(painter, inside, self.marks_on(day))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._inks["focus" if self.hasFocus() else "line_strong"], 2))
        painter.drawRect(boxes[self.day].adjusted(1, 1, -1, -1))
        painter.end()

    def _paint_head(self, painter: QPainter) -> None:
        wide, _ = self._cell()
        painter.setFont(self._texts[True].font)
        painter.setPen(self._inks["text_soft"])
        for column in range(WEEK):
            name = QLocale().standaloneDayName(column + 1, QLocale.FormatType.ShortFormat)
            painter.drawText(QRectF(column * wide, 0, wide, HEAD), _MIDDLE, name)

    def _paint_ground(self, painter: QPainter, box: QRectF, day: date) -> None:
        if day.month != self.day.month:
            painter.fillRect(box, self._inks["window"])
        if self.busy_on(day):
            painter.fillRect(box, QBrush(self._inks["line"], Qt.BrushStyle.BDiagPattern))

    def _paint_number(self, painter: QPainter, box: QRectF, day: date) -> None:
        high = GRID * 5 / 2
        place = QRectF(box.left(), box.top() + 2, GRID * 3, high)
        today, outside = day == self.today, day.month != self.day.month
        if today:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._inks["accent"])
            painter.drawRoundedRect(place, RADIUS, RADIUS)
        texts, middle = self._texts[today], place.center().y()
        painter.setFont(texts.font)
        painter.setPen(self._inks["on_accent" if today else "text_faint" if outside else "text"])
        number = str(day.day)
        aside = (place.width() - texts.text(number, high)[1]) / 2
        texts.paint(painter, place.left() + aside, middle, number, high)
        words = [one.why or self.tr("busy") for one in self.busy_on(day)[:1]]
        if day == self._go_live:
            words.insert(0, self.tr("★ go-live"))
        elif today:
            words.insert(0, self.tr("today"))
        if words:
            texts, left = self._texts[day == self._go_live], place.right() + GRID / 2
            painter.setFont(texts.font)
            painter.setPen(self._inks["text_soft"])
            texts.paint(painter, left, middle, " · ".join(words), box.right() - left)

    def _paint_marks(self, painter: QPainter, box: QRectF, marks: Sequence[Mark]) -> None:
        if not marks:
            return
        texts = self._texts[False]
        painter.setFont(texts.font)
        high = texts.metrics.height() + 2.0
        top, left, wide = box.top() + GRID * 3, box.left() + GRID / 2, box.width() - GRID
        room = int((box.bottom() - top) // (high + 2))
        shown = marks if len(marks) <= room else marks[: max(0, room - 1)]
        for mark in shown:
            glyph, tone = LOOKS[mark.state]
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._inks[f"{tone}_fill"])
            painter.drawRoundedRect(QRectF(box.left(), top, box.width(), high), 3, 3)
            painter.setPen(self._inks[f"{tone}_ink"])
            texts.paint(painter, left, top + high / 2, f"{glyph} {mark.title}", wide)
            top += high + 2
        if len(shown) < len(marks):
            painter.setPen(self._inks["text_soft"])
            more = self.tr("+{0} more").format(len(marks) - len(shown))
            texts.paint(painter, left, top + high / 2, more, wide)

    def _cell(self) -> tuple[float, float]:
        return (self.width() - 1) / WEEK, (self.height() - HEAD - 1) / self._weeks()

    def _weeks(self) -> int:
        return ((self.last - self.first).days + 1) // WEEK

    def _name(self) -> None:
        titles = [mark.title for mark in self.marks_on(self.day)]
        told = f"{self.day.isoformat()}: {', '.join(titles) or self.tr('nothing')}"
        self.setAccessibleName(told)
