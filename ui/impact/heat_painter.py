"""Paints the cells of a heat map: everything that many cells share is made once for a theme."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPolygon, QStaticText

from ui.impact.looks import Look
from ui.theme.statuses import BAD, INFO, QUIET, WARNING
from ui.theme.theme import Theme
from ui.theme.tokens import GRID

LINE_AT = 2 / 3
"""Where in a cell the capacity line stands, as a share of its width."""
BAR = 4
MARK = GRID
EDGE = GRID * 3 // 4
TEXTS_KEPT = 4000


class HeatPainter:
    """Colours, type and laid-out texts for one theme at a time."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        # By text and face; what is too long also by the room that it has.
        self._texts: dict[tuple[str, bool, int], tuple[QStaticText, int]] = {}
        self.renew()

    def renew(self) -> None:
        """Take the colours and the type that are in force now."""
        theme = self._theme
        tones = (BAD, WARNING, INFO, QUIET)
        self._fills = {tone: theme.color(f"{tone}_fill") for tone in tones}
        self._inks: dict[str, QColor] = {tone: theme.color(f"{tone}_ink") for tone in tones}
        self._text, self._dot = theme.color("text"), theme.color("line_strong")
        self._focus = QPen(theme.color("focus"), 2)
        self._fonts: dict[bool, QFont] = {True: theme.font(bold=True), False: theme.font("small")}
        self._metrics = {bold: QFontMetrics(font) for bold, font in self._fonts.items()}
        self._halves = {bold: metric.height() / 2 for bold, metric in self._metrics.items()}
        self._texts.clear()

    def paint(self, painter: QPainter, look: Look | None, place: tuple[int, int, int, int]) -> None:
        """Paint a cell into (left, top, width, height)."""
        left, top, width, height = place
        if look is None:
            painter.fillRect(left + width // 2 - 1, top + height // 2 - 1, 2, 2, self._dot)
            return
        ink = self._inks[look.tone]
        painter.fillRect(left + 1, top + 1, width - 2, height - 2, self._fills[look.tone])
        if look.fill is not None:
            self._paint_bar(painter, look.fill, ink, place)
        if look.collides:
            right = left + width - 1
            corner = [QPoint(right - MARK, top + 1), QPoint(right, top + 1)]
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._text)
            painter.drawPolygon(QPolygon([*corner, QPoint(right, top + 1 + MARK)]))
        painter.setPen(ink)
        middle = top + height / 2
        room = width - 2 * EDGE
        number, wide = self._laid_out(look.number, True, room)
        painter.setFont(self._fonts[True])
        painter.drawStaticText(QPointF(left + EDGE, middle - self._halves[True]), number)
        if look.word:
            word, wide = self._laid_out(look.word, False, room - wide - GRID // 2)
            painter.setFont(self._fonts[False])
            start = left + width - EDGE - wide
            painter.drawStaticText(QPointF(start, middle - self._halves[False]), word)

    def paint_cursor(self, painter: QPainter, place: tuple[int, int, int, int]) -> None:
        """Paint the frame of the cell at hand."""
        left, top, width, height = place
        painter.setPen(self._focus)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(left + 1, top + 1, width - 3, height - 3)

    def _paint_bar(
        self, painter: QPainter, fill: int, ink: QColor, place: tuple[int, int, int, int]
    ) -> None:
        left, top, width, height = place
        foot, inner = top + height - 1 - BAR, width - 2
        painter.fillRect(left + 1, foot, int(inner * min(1.0, fill / 100 * LINE_AT)), BAR, ink)
        line = left + int(inner * LINE_AT)
        painter.fillRect(line, foot - BAR, 2, 2 * BAR, self._text)

    def _laid_out(self, text: str, bold: bool, room: int) -> tuple[QStaticText, int]:
        known = self._texts.get((text, bold, 0)) or self._lay_out(text, text, bold, 0)
        if known[1] <= room:
            return known
        short = self._texts.get((text, bold, room))
        if short is None:
            elided = self._metrics[bold].elidedText(text, Qt.TextElideMode.ElideRight, max(0, room))
            short = self._lay_out(text, elided, bold, room)
        return short

    def _lay_out(self, text: str, shown: str, bold: bool, room: int) -> tuple[QStaticText, int]:
        laid_out = QStaticText(shown)
        laid_out.setTextFormat(Qt.TextFormat.PlainText)
        if len(self._texts) > TEXTS_KEPT:
            self._texts.clear()
        known = (laid_out, self._metrics[bold].horizontalAdvance(shown))
        self._texts[text, bold, room] = known
        return known
