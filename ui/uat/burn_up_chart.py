"""The burn-up of a cycle: planned, executed and passed by day, and where the pace leads."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QLocale, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from changedesk.uat.pace import BurnUp
from changedesk.uat.queries import CycleRow
from ui.records.values import date_text
from ui.theme.theme import Theme
from ui.theme.tokens import GRID

HEIGHT = GRID * 24
BEYOND = "➔"
FAR = 1.5
"""A forecast further away than this many times the cycle is told, not drawn to scale."""
_LINES = (("planned", "text_soft"), ("executed", "accent"), ("passed", "good_ink"))


class BurnUpChart(QWidget):
    """Lines with their names and last values beside them; said in words for screen readers."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._series: Sequence[BurnUp] = ()
        self._end: date | None = None
        self._first = self._last = date.min
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(HEIGHT)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(GRID * 60, HEIGHT)

    def show_series(self, series: Sequence[BurnUp], end: date | None, cycle: CycleRow) -> None:
        """Show a series; `end` is the day on which the pace leads to the last run.

        The axis is that of the cycle, and of what was done before and after it.
        """
        self._series, self._end = series, end
        if series:
            self._first, self._last = axis_of(series, end, cycle.starts, cycle.ends)
        self.setVisible(len(series) > 0)
        if series:
            last = series[-1]
            told = self.tr("Burn-up: {0} planned, {1} executed, {2} passed on {3}.")
            day = date_text(last.day.isoformat())
            self.setAccessibleName(told.format(last.planned, last.executed, last.passed, day))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._series:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._theme.font("small"))
        names = (self.tr("planned"), self.tr("executed"), self.tr("passed"))
        last = self._series[-1]
        values = (last.planned, last.executed, last.passed)
        ends = [f"{value} {name}" for value, name in zip(values, names, strict=True)]
        metrics = painter.fontMetrics()
        right = max(metrics.horizontalAdvance(words) for words in ends) + GRID * 2
        left = metrics.horizontalAdvance(QLocale().toString(last.planned)) + GRID
        room = QRectF(left, GRID, self.width() - left - right, self.height() - GRID * 4)
        self._paint_axes(painter, room)
        self._paint_lines(painter, room, ends)
        painter.end()

    def _top(self) -> int:
        return max(1, *(max(day.planned, day.executed) for day in self._series))

    def _at(self, room: QRectF, day: date, value: float) -> QPointF:
        across = (day - self._first).days / max(1, (self._last - self._first).days)
        return QPointF(
            room.left() + room.width() * across,
            room.bottom() - room.height() * value / self._top(),
        )

    def _paint_axes(self, painter: QPainter, room: QRectF) -> None:
        painter.setPen(QPen(self._theme.color("line"), 1))
        for value in (0, self._top()):
            height = room.bottom() - room.height() * value / self._top()
            painter.drawLine(QPointF(room.left(), height), QPointF(room.right(), height))
        painter.setPen(self._theme.color("text_soft"))
        for value in (0, self._top()):
            height = room.bottom() - room.height() * value / self._top()
            box = QRectF(0, height - GRID, room.left() - GRID // 2, GRID * 2)
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(box, int(flags), QLocale().toString(value))
        foot = QRectF(room.left(), room.bottom() + GRID // 2, room.width(), GRID * 2)
        first, last = self._first, self._last
        painter.drawText(foot, int(Qt.AlignmentFlag.AlignLeft), date_text(first.isoformat()))
        words = date_text(last.isoformat()) if last > first else ""
        if self._end is not None and self._end > self._series[-1].day:
            told = self.tr("{0} at this pace").format(date_text(self._end.isoformat()))
            words = told if self._end == last else f"{words}   {BEYOND} {told}"
        painter.drawText(foot, int(Qt.AlignmentFlag.AlignRight), words)

    def _paint_lines(self, painter: QPainter, room: QRectF, ends: list[str]) -> None:
        last = self._series[-1]
        places: list[float] = []
        metrics = painter.fontMetrics()
        for (key, role), words in zip(_LINES, ends, strict=True):
            colour = self._theme.color(role)
            days = [day for day in self._series if day.day >= self._first]
            points = [self._at(room, day.day, getattr(day, key)) for day in days]
            painter.setPen(QPen(colour, 2))
            if len(points) == 1:
                painter.setBrush(colour)
                painter.drawEllipse(points[0], 2, 2)
            painter.drawPolyline(QPolygonF(points))
            if key == "executed" and self._end is not None and self._end > last.day:
                painter.setPen(QPen(colour, 1, Qt.PenStyle.DashLine))
                self._paint_forecast(painter, room, points[-1], self._end)
            # Names that would lie on one another move down.
            height = points[-1].y()
            for other in places:
                if abs(other - height) < metrics.height():
                    height = other + metrics.height()
            places.append(height)
            painter.setPen(colour)
            place = QPointF(room.right() + GRID, height + metrics.ascent() / 2 - 1)
            painter.drawText(place, words)

    def _paint_forecast(self, painter: QPainter, room: QRectF, here: QPointF, end: date) -> None:
        # One that lies beyond the axis leaves the picture at its edge, and says so.
        to = self._at(room, end, self._series[-1].planned)
        painter.save()
        painter.setClipRect(room.adjusted(0, -GRID, 1, GRID))
        painter.drawLine(here, to)
        painter.restore()
        if end > self._last and to.x() > here.x():
            share = (room.right() - here.x()) / (to.x() - here.x())
            height = here.y() + (to.y() - here.y()) * share
            width = painter.fontMetrics().horizontalAdvance(BEYOND)
            painter.drawText(QPointF(room.right() - width, height - GRID // 2), BEYOND)


def axis_of(
    series: Sequence[BurnUp], end: date | None, starts: str, ends: str
) -> tuple[date, date]:
    """Return the first and the last day of the axis: those of the cycle, and of what was done.

    A forecast widens the axis as long as the curve keeps most of it.
    """
    done = [day.day for day in series if day.executed]
    first = min([date.fromisoformat(starts), *done[:1]]) if starts else series[0].day
    last = max(date.fromisoformat(ends) if ends else first, series[-1].day, first)
    span = max(1, (last - first).days)
    if end is not None and last < end and (end - first).days <= span * FAR:
        last = end
    return first, last
