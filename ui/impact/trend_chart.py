"""How a questionnaire was answered over time: a line for each part, named at its end."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from changedesk.impact.assessments import (
    ATTRIBUTES,
    CHARACTERISTICS,
    PCT,
    Part,
    Questionnaire,
    TrendPoint,
)
from changedesk.impact.scoring import ALERT_FROM, CUT, STRONG_FROM
from ui.impact.readiness_words import number
from ui.records.values import date_text
from ui.theme.theme import Theme
from ui.theme.tokens import GRID

_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_MIDDLE = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
ROLES = ("accent", "good_ink", "warning_ink", "bad_ink", "quiet_ink")
STYLES = (
    Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine, Qt.PenStyle.DotLine, Qt.PenStyle.DashDotLine,
    Qt.PenStyle.DashDotDotLine,
)  # fmt: skip
LINES = {PCT: (ALERT_FROM, STRONG_FROM), CHARACTERISTICS: (CUT,), ATTRIBUTES: (CUT,)}
"""Where bands begin."""


class TrendChart(QWidget):
    """Readable without colour: each line has its own dashes, its name and its last figure."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._asked: Questionnaire | None = None
        self._points: Sequence[TrendPoint] = ()
        self.setMinimumHeight(GRID * 22)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(GRID * 80, GRID * 28)

    def show_points(self, asked: Questionnaire, points: Sequence[TrendPoint]) -> None:
        """Show the days on which a questionnaire was answered, the oldest first."""
        self._asked, self._points = asked, points
        told = [
            f"{date_text(point.day)}: "
            + ", ".join(f"{part.title} {self._figure(point, part)}" for part in asked.parts)
            for point in points
        ]
        self.setAccessibleName("; ".join(told))
        self.update()

    def _figure(self, point: TrendPoint, part: Part) -> str:
        value = point.figures[part.key]
        return self.tr("incomplete") if value is None else _written(float(value))

    def paintEvent(self, event: QPaintEvent) -> None:
        asked = self._asked
        if asked is None or not self._points:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._theme.font("small"))
        wide = painter.fontMetrics().horizontalAdvance
        names = max(wide(f"{part.title}  {number(88.8)}") for part in asked.parts) + GRID * 2
        room = QRectF(
            GRID * 8, GRID, self.width() - GRID * 10 - names, self.height() - GRID * 5
        ).adjusted(0, GRID, 0, 0)  # fmt: skip
        least, most = self._range(asked)
        self._paint_frame(painter, room, least, most, asked.kind)
        ends: list[tuple[float, str, str]] = []
        for place, part in enumerate(asked.parts):
            end = self._paint_part(painter, room, part, place, (least, most))
            if end is not None:
                ends.append(end)
        self._paint_names(painter, room, ends)
        painter.end()

    def _range(self, asked: Questionnaire) -> tuple[float, float]:
        if asked.kind in LINES:
            items = len(asked.parts[0].items)
            return float(items), float(items * len(asked.answers))
        return 1.0, float(len(asked.answers))

    def _paint_frame(
        self, painter: QPainter, room: QRectF, least: float, most: float, kind: str
    ) -> None:
        for value in sorted({least, *LINES.get(kind, ()), most}):
            y = _height(room, value, least, most)
            edge = value in (least, most)
            style = Qt.PenStyle.SolidLine if edge else Qt.PenStyle.DashLine
            painter.setPen(QPen(self._theme.color("line" if edge else "line_strong"), 1, style))
            painter.drawLine(QPointF(room.left(), y), QPointF(room.right(), y))
            painter.setPen(self._theme.color("text_soft"))
            box = QRectF(0, y - GRID, room.left() - GRID, GRID * 2)
            painter.drawText(box, _RIGHT, _written(value))
        taken = -GRID * 20.0
        for place, point in enumerate(self._points):
            x = self._x(room, place)
            words = date_text(point.day)
            wide = painter.fontMetrics().horizontalAdvance(words) + GRID
            if x - wide / 2 < taken:
                continue
            taken = x + wide / 2
            painter.drawText(
                QRectF(x - wide / 2, room.bottom() + GRID, wide, GRID * 3), _MIDDLE, words
            )

    def _paint_part(
        self, painter: QPainter, room: QRectF, part: Part, place: int, ends: tuple[float, float]
    ) -> tuple[float, str, str] | None:
        role = ROLES[place % len(ROLES)]
        line: list[QPointF] = []
        last = 0.0
        for number_, point in enumerate(self._points):
            value = point.figures[part.key]
            if value is not None:
                last = float(value)
                line.append(QPointF(self._x(room, number_), _height(room, last, *ends)))
        if not line:
            return None
        painter.setPen(QPen(self._theme.color(role), 2, STYLES[place % len(STYLES)]))
        painter.drawPolyline(QPolygonF(line))
        painter.setBrush(self._theme.color(role))
        painter.setPen(Qt.PenStyle.NoPen)
        for point_ in line:
            painter.drawEllipse(point_, 4, 4)
        return line[-1].y(), f"{part.title}  {_written(last)}", role

    def _paint_names(
        self, painter: QPainter, room: QRectF, ends: Sequence[tuple[float, str, str]]
    ) -> None:
        high = painter.fontMetrics().height() + 2.0
        below = room.top() - high * 2
        for y, words, role in sorted(ends):
            # Names of lines that end together stand below each other.
            below = max(y, below + high)
            painter.setPen(self._theme.color(role))
            box = QRectF(room.right() + GRID * 2, below - high / 2, self.width(), high)
            painter.drawText(box, _LEFT, words)

    def _x(self, room: QRectF, place: int) -> float:
        first, last = (date.fromisoformat(self._points[end].day) for end in (0, -1))
        here = date.fromisoformat(self._points[place].day)
        days = (last - first).days
        share = (here - first).days / days if days else 0.5
        inner = room.adjusted(GRID * 4, 0, -GRID, 0)
        return inner.left() + inner.width() * share


def _height(room: QRectF, value: float, least: float, most: float) -> float:
    return room.bottom() - room.height() * (value - least) / (most - least)


def _written(value: float) -> str:
    return str(int(value)) if value == int(value) else number(value)
