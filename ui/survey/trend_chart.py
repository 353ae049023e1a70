"""Each question over the waves: points with their intervals, figures and bases beside them."""

from itertools import groupby

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from ui.survey.figure_list import MIDDLE, WRAPPED, FigureDelegate
from ui.survey.result_rows import Point, TrendRow
from ui.theme.tokens import GRID

NAME_SHARE = 30
VERDICT = GRID * 22
DOT = 4


class TrendDelegate(FigureDelegate):
    """The question, its points over the waves at even distances, and what came of it in words."""

    HEIGHT = GRID * 16

    def paint_row(self, painter: QPainter, room: QRect, row: TrendRow, *, here: bool) -> None:
        name = QRect(room.left(), room.top(), room.width() * NAME_SHARE // 100, room.height())
        upper = name.adjusted(0, GRID * 3, 0, -GRID * 6)
        self.write(painter, upper, row.name, here=here, flags=WRAPPED)
        below = QRect(name.left(), name.bottom() - GRID * 6, name.width(), GRID * 3)
        self.write(painter, below, row.measure, here=here, role="text_soft", size="small")
        verdict = QRect(room.right() - VERDICT, room.top(), VERDICT, room.height())
        self.write(painter, verdict, row.verdict, here=here, size="small", flags=WRAPPED)
        field = QRectF(
            name.right() + GRID * 3, room.top() + GRID * 4,
            verdict.left() - name.right() - GRID * 6, room.height() - GRID * 8,
        )  # fmt: skip
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.theme.color("line_strong"), 1, Qt.PenStyle.DotLine))
        half = field.center().y()
        painter.drawLine(QPointF(field.left(), half), QPointF(field.right(), half))
        self._paint_points(painter, field, row, here=here)

    def _paint_points(self, painter: QPainter, field: QRectF, row: TrendRow, *, here: bool) -> None:
        step = field.width() / max(1, len(row.points))
        painter.setPen(QPen(self.theme.color("on_selection" if here else "accent"), 2))
        # No line leads over a wave of which there is no figure: nothing is known there.
        for known, some in groupby(enumerate(row.points), _is_known):
            if known:
                painter.drawPolyline(QPolygonF([
                    QPointF(field.left() + step * (at + 0.5), _height(field, one.value))
                    for at, one in some
                ]))  # fmt: skip
        for at, one in enumerate(row.points):
            self._paint_point(painter, field, one, (field.left() + step * (at + 0.5), step),
                              here=here)  # fmt: skip

    def _paint_point(
        self,
        painter: QPainter,
        field: QRectF,
        point: Point,
        place: tuple[float, float],
        *,
        here: bool,
    ) -> None:
        x, step = place
        foot = QRect(int(x - step / 2), int(field.bottom()) + GRID // 2, int(step), GRID * 3)
        words = f"{point.wave} · {point.base}" if point.base else point.wave
        self.write(painter, foot, words, here=here, role="text_soft", size="small", flags=MIDDLE)
        if point.value is None:
            box = QRect(int(x - step / 2), int(field.top()), int(step), int(field.height()))
            self.write(painter, box, point.said, here=here, role="text_faint", size="small",
                       flags=MIDDLE)  # fmt: skip
            return
        y = _height(field, point.value)
        # Where all answer alike there is no interval.
        ends = [_height(field, one) for one in (point.low, point.high) if one is not None]
        ink = self.theme.color("on_selection" if here else "accent")
        painter.setPen(QPen(ink, 1.5))
        for end in ends:
            painter.drawLine(QPointF(x, y), QPointF(x, end))
            painter.drawLine(QPointF(x - DOT, end), QPointF(x + DOT, end))
        painter.setBrush(ink)
        painter.drawEllipse(QPointF(x, y), DOT, DOT)
        top = int(min(y - DOT, *ends)) if ends else int(y - DOT)
        above = QRect(int(x) - GRID * 6, top - GRID * 5 // 2, GRID * 12, GRID * 5 // 2)
        self.write(painter, above, point.said, here=here, bold=True, flags=MIDDLE)


def _is_known(numbered: tuple[int, Point]) -> bool:
    return numbered[1].value is not None


def _height(field: QRectF, value: float | None) -> float:
    return field.bottom() - field.height() * (value or 0.0)


def told_of(row: TrendRow) -> str:
    """Return a row as a screen reader says it."""
    points = ", ".join(f"{one.wave} {one.said} {one.base}".strip() for one in row.points)
    told = QCoreApplication.translate("TrendChart", "{0}, {1}: {2}")
    words = told.format(row.name, row.measure, points)
    return f"{words}. {row.verdict}" if row.verdict else words
