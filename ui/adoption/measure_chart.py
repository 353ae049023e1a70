"""How a measure went: what was read day by day with its interval, the target, and go-live."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.records.values import date_text
from ui.theme.theme import Theme
from ui.theme.tokens import GRID

_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_BELOW = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
_ABOVE = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom)


@dataclass(frozen=True)
class Dot:
    """A reading: its day, its value in the unit of the axis, its interval, and its words."""

    day: date
    value: float
    low: float
    high: float
    words: str


@dataclass(frozen=True)
class Drawing:
    """What the chart shows; `bottom` and `top` are the ends of its axis."""

    dots: Sequence[Dot] = ()
    target: float | None = None
    go_live: date | None = None
    bottom: float = 0.0
    top: float = 100.0
    unit: str = "%"


class MeasureChart(QWidget):
    """Readable without colour: every reading carries its figure, the lines their names."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._drawing = Drawing()
        self.setMinimumHeight(GRID * 22)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(GRID * 50, GRID * 26)

    def show_drawing(self, drawing: Drawing) -> None:
        """Show other readings."""
        self._drawing = drawing
        self.setVisible(bool(drawing.dots))
        self.setAccessibleName("; ".join(f"{date_text(one.day.isoformat())}: {one.words}"
                                         for one in drawing.dots))  # fmt: skip
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        drawing = self._drawing
        if not drawing.dots:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._theme.font("small"))
        room = QRectF(GRID * 7, GRID * 4, self.width() - GRID * 11, self.height() - GRID * 9)
        self._paint_axis(painter, room)
        self._paint_marks(painter, room)
        self._paint_dots(painter, room)
        painter.end()

    def _paint_axis(self, painter: QPainter, room: QRectF) -> None:
        drawing = self._drawing
        for value in (drawing.bottom, (drawing.bottom + drawing.top) / 2, drawing.top):
            y = self._y(room, value)
            painter.setPen(QPen(self._theme.color("line"), 1))
            painter.drawLine(QPointF(room.left(), y), QPointF(room.right(), y))
            painter.setPen(self._theme.color("text_soft"))
            words = f"{value:g}{drawing.unit if drawing.unit == '%' else ''}"
            painter.drawText(QRectF(0, y - GRID, room.left() - GRID, GRID * 2), _RIGHT, words)

    def _paint_marks(self, painter: QPainter, room: QRectF) -> None:
        drawing = self._drawing
        dashes = Qt.PenStyle.DashLine
        if drawing.target is not None:
            y = self._y(room, drawing.target)
            painter.setPen(QPen(self._theme.color("good_ink"), 1.5, dashes))
            painter.drawLine(QPointF(room.left(), y), QPointF(room.right(), y))
            words = self.tr("target {0}").format(f"{drawing.target:g}")
            painter.drawText(QRectF(room.left() + 4, y - GRID * 2, 200, GRID * 2), _LEFT, words)
        if drawing.go_live is not None and self._first() <= drawing.go_live <= self._last():
            x = self._x(room, drawing.go_live)
            painter.setPen(QPen(self._theme.color("text_soft"), 1, dashes))
            painter.drawLine(QPointF(x, room.top()), QPointF(x, room.bottom()))
            box = QRectF(x - 60, room.top() - GRID * 2, 120, GRID * 2)
            painter.drawText(box, _BELOW, self.tr("go-live"))

    def _paint_dots(self, painter: QPainter, room: QRectF) -> None:
        ink = self._theme.color("accent")
        places = [QPointF(self._x(room, one.day), self._y(room, one.value))
                  for one in self._drawing.dots]  # fmt: skip
        painter.setPen(QPen(ink, 2))
        painter.drawPolyline(QPolygonF(places))
        taken = -1000.0
        for one, place in zip(self._drawing.dots, places, strict=True):
            painter.setPen(QPen(ink, 1.5))
            painter.drawLine(QPointF(place.x(), self._y(room, one.low)),
                             QPointF(place.x(), self._y(room, one.high)))  # fmt: skip
            painter.setBrush(ink)
            painter.drawEllipse(place, 4, 4)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            wide = painter.fontMetrics().horizontalAdvance(one.words) + GRID
            if place.x() - wide / 2 < taken:
                continue
            taken = place.x() + wide / 2
            box = QRectF(place.x() - wide / 2, self._y(room, one.high) - GRID * 3, wide, GRID * 2.5)
            # A figure on the target's line is read as a figure, not as part of the line.
            under = QRectF(box.left(), box.bottom() - GRID * 2, wide, GRID * 2)
            painter.fillRect(under, self._theme.color("surface"))
            painter.setPen(self._theme.color("text"))
            painter.drawText(box, _ABOVE, one.words)
            painter.setPen(self._theme.color("text_soft"))
            day = date_text(one.day.isoformat())
            painter.drawText(QRectF(place.x() - 60, room.bottom() + GRID, 120, 20), _BELOW, day)

    def _first(self) -> date:
        return self._drawing.dots[0].day

    def _last(self) -> date:
        return self._drawing.dots[-1].day

    def _x(self, room: QRectF, day: date) -> float:
        inner = room.adjusted(GRID * 5, 0, -GRID * 5, 0)
        days = (self._last() - self._first()).days
        share = (day - self._first()).days / days if days else 0.5
        return inner.left() + inner.width() * share

    def _y(self, room: QRectF, value: float) -> float:
        drawing = self._drawing
        span = (drawing.top - drawing.bottom) or 1.0
        return room.bottom() - room.height() * (value - drawing.bottom) / span
