"""Paints the chart of power and interest."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from changedesk.impact.stakeholder_queries import StakeholderRow
from ui.impact.bubble_layout import HIGH_FROM, LEVELS, Layout, Spot
from ui.impact.label_lines import label_lines
from ui.impact.words import quadrant_word
from ui.theme.theme import Theme
from ui.theme.tokens import GRID, RADIUS

Drawn = tuple[StakeholderRow, str, str]
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)
_TITLES = (("KS", "MC"), ("MO", "KI"))


class BubblePainter:
    """Grid, names of the quadrants, bubbles with labels, and the one that is being dragged."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        # How labels were broken: each move would measure every word again.
        self._lines: dict[tuple[str, str, float, int], list[tuple[str, bool]]] = {}

    def forget_lines(self) -> None:
        """Measure labels anew: there are others, or less room for them."""
        self._lines.clear()

    def paint_still(self, painter: QPainter, layout: Layout, rows: Sequence[Drawn]) -> None:
        """Paint everything that does not change with what is in hand."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, layout)
        self._paint_axes(painter, layout)
        self._paint_tray(painter, layout)
        for drawn in rows:
            self._paint_row(painter, layout, drawn)

    def paint_choice(
        self, painter: QPainter, layout: Layout, drawn: Drawn, *, focused: bool, faded: bool
    ) -> None:
        """Paint the one in hand over all else; faded where it is dragged away."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(0.35 if faded else 1.0)
        painter.setPen(QPen(self._ink("focus" if focused else "line_strong"), 1))
        painter.setBrush(self._ink("selection"))
        frame = QRectF(*layout.spots[drawn[0].id].slot).adjusted(-2, -1, 2, 1)
        painter.drawRoundedRect(frame, RADIUS / 2, RADIUS / 2)
        self._paint_row(painter, layout, drawn)
        painter.setOpacity(1.0)

    def paint_drag(
        self,
        painter: QPainter,
        layout: Layout,
        row: StakeholderRow,
        at: QPointF,
        width: float,
    ) -> None:
        """Paint the bubble under the mouse, the cell below it, and what letting go means."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        target = layout.cell_at(at.x(), at.y())
        if target is not None:
            painter.setOpacity(0.6)
            painter.fillRect(QRectF(*layout.cells[target]), self._ink("selection"))
            painter.setOpacity(1.0)
        self._paint_bubble(painter, row, at, layout.spots[row.id].radius)
        self._paint_words(painter, at, target, width)

    def _ink(self, role: str) -> QColor:
        return self._theme.color(role)

    def _paint_ground(self, painter: QPainter, layout: Layout) -> None:
        plot = layout.plot
        painter.fillRect(QRectF(*plot), self._ink("surface"))
        high = layout.cells[LEVELS, HIGH_FROM]
        corner = QRectF(high.left, plot.top, plot.right - high.left, layout.titles[1].top)
        painter.fillRect(corner, self._ink("row"))
        painter.setPen(QPen(self._ink("line"), 1))
        for (power, interest), cell in layout.cells.items():
            if interest not in (1, HIGH_FROM):
                painter.drawLine(QPointF(cell.left, cell.top), QPointF(cell.left, cell.bottom))
            if power not in (1, HIGH_FROM):
                painter.drawLine(QPointF(cell.left, cell.bottom), QPointF(cell.right, cell.bottom))
        painter.setPen(QPen(self._ink("line_strong"), 1))
        painter.drawRect(QRectF(*plot).adjusted(0, 0.5, -0.5, -0.5))
        middle = layout.titles[1].top
        painter.drawLine(QPointF(plot.left, middle), QPointF(plot.right, middle))
        painter.drawLine(QPointF(high.left, plot.top), QPointF(high.left, plot.bottom))
        painter.setFont(self._theme.font("small", bold=True))
        painter.setPen(self._ink("text_soft"))
        for strip, codes in zip(layout.titles, _TITLES, strict=True):
            sides = ((strip.left, high.left), (high.left, strip.right))
            for (left, right), code in zip(sides, codes, strict=True):
                box = QRectF(left + GRID, strip.top, right - left - GRID, strip.height)
                painter.drawText(box, _LEFT, quadrant_word(code))

    def _paint_axes(self, painter: QPainter, layout: Layout) -> None:
        painter.setFont(self._theme.font("small"))
        painter.setPen(self._ink("text_soft"))
        plot, line = layout.plot, painter.fontMetrics().height()
        for level in range(1, LEVELS + 1):
            row, column = layout.cells[level, 1], layout.cells[1, level]
            side = QRectF(plot.left - GRID * 3, row.top, GRID * 3, row.height)
            painter.drawText(side, _CENTRE, str(level))
            foot = QRectF(column.left, plot.bottom + GRID // 2, column.width, line)
            painter.drawText(foot, _CENTRE, str(level))
        painter.setFont(self._theme.font("small", bold=True))
        say = QCoreApplication.translate
        foot = QRectF(plot.left, plot.bottom + GRID // 2 + line, plot.width, line)
        painter.drawText(foot, _CENTRE, say("BubbleChart", "Interest →"))
        painter.save()
        painter.translate(plot.left - GRID * 3, plot.bottom)
        painter.rotate(-90)
        side = QRectF(0, -line, plot.height, line)
        painter.drawText(side, _CENTRE, say("BubbleChart", "Power →"))
        painter.restore()

    def _paint_tray(self, painter: QPainter, layout: Layout) -> None:
        tray = layout.tray
        if tray is None:
            return
        painter.setFont(self._theme.font("small", bold=True))
        painter.setPen(self._ink("text_soft"))
        box = QRectF(tray.left + GRID, tray.top, tray.width - GRID, layout.titles[0].height)
        words = QCoreApplication.translate("BubbleChart", "Not rated yet")
        painter.drawText(box, _LEFT, words)

    def _paint_row(self, painter: QPainter, layout: Layout, drawn: Drawn) -> None:
        row, label, flag = drawn
        spot = layout.spots[row.id]
        self._paint_bubble(painter, row, QPointF(spot.x, spot.y), spot.radius)
        self._paint_label(painter, spot, label, flag)

    def _paint_bubble(
        self, painter: QPainter, row: StakeholderRow, centre: QPointF, radius: float
    ) -> None:
        painter.setPen(QPen(self._ink("accent"), 1.5))
        fill = self._ink("accent")
        fill.setAlphaF(0.35)
        painter.setBrush(fill if row.kind == "group" else self._ink("surface"))
        painter.drawEllipse(centre, radius - 1, radius - 1)

    def _paint_label(self, painter: QPainter, spot: Spot, label: str, flag: str) -> None:
        painter.setFont(self._theme.font("small"))
        metrics = painter.fontMetrics()
        box, height = QRectF(*spot.label), metrics.height()
        most = max(1, round(box.height() / height))
        wanted = (label, flag, box.width(), most)
        lines = self._lines.get(wanted)
        if lines is None:
            lines = self._lines[wanted] = label_lines(label, flag, metrics, box.width(), most)
        top = box.center().y() - len(lines) * height / 2
        for place, (words, flagged) in enumerate(lines):
            painter.setPen(self._ink("warning_ink" if flagged else "text"))
            line = QRectF(box.left(), top + place * height, box.width(), height)
            painter.drawText(line, _LEFT, words)

    def _paint_words(
        self, painter: QPainter, at: QPointF, target: tuple[int, int] | None, right: float
    ) -> None:
        say = QCoreApplication.translate
        words = say("BubbleChart", "Let go outside: nothing changes")
        if target is not None:
            words = say("BubbleChart", "Power {0}, interest {1}").format(*target)
        painter.setFont(self._theme.font("small", bold=True))
        metrics = painter.fontMetrics()
        width = metrics.horizontalAdvance(words) + GRID * 2
        left = min(at.x() + GRID * 2, right - width - 2.0)
        box = QRectF(left, max(0.0, at.y() - GRID * 4), width, metrics.height() + GRID)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._ink("toast"))
        painter.drawRoundedRect(box, RADIUS, RADIUS)
        painter.setPen(self._ink("on_toast"))
        painter.drawText(box, _CENTRE, words)
