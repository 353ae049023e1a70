"""Paints the cells of a heat map: everything that many cells share is made once for a theme."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygon

from ui.impact.looks import Look
from ui.theme.statuses import BAD, INFO, QUIET, WARNING
from ui.theme.theme import Theme
from ui.theme.tokens import GRID
from ui.widgets.laid_out import LaidOutTexts

LINE_AT = 2 / 3
"""Where in a cell the capacity line stands, as a share of its width."""
BAR = 4
MARK = GRID
EDGE = GRID * 3 // 4
Place = tuple[int, int, int, int]
"""Left, top, width and height of a cell."""


class HeatPainter:
    """Colours, type and laid-out texts for one theme at a time."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self.renew()

    def renew(self) -> None:
        """Take the colours and the type that are in force now."""
        theme = self._theme
        tones = (BAD, WARNING, INFO, QUIET)
        self._fills = {tone: theme.color(f"{tone}_fill") for tone in tones}
        self._inks: dict[str, QColor] = {tone: theme.color(f"{tone}_ink") for tone in tones}
        self._text, self._dot = theme.color("text"), theme.color("line_strong")
        self._focus = QPen(theme.color("focus"), 2)
        self._numbers = LaidOutTexts(theme.font(bold=True))
        self._words = LaidOutTexts(theme.font("small"))

    def paint(self, painter: QPainter, cells: Iterable[tuple[Look | None, Place]]) -> None:
        """Paint cells. Texts come last, those alike together: changing the pen takes its time."""
        words: dict[str, list[tuple[Look, Place]]] = {tone: [] for tone in self._inks}
        for look, place in cells:
            if look is None:
                left, top, width, height = place
                painter.fillRect(left + width // 2 - 1, top + height // 2 - 1, 2, 2, self._dot)
            else:
                self._paint_ground(painter, look, place)
                words[look.tone].append((look, place))
        for tone, alike in words.items():
            if alike:
                painter.setPen(self._inks[tone])
                self._paint_words(painter, alike)

    def _paint_ground(self, painter: QPainter, look: Look, place: Place) -> None:
        left, top, width, height = place
        painter.fillRect(left + 1, top + 1, width - 2, height - 2, self._fills[look.tone])
        if look.fill is not None:
            self._paint_bar(painter, look.fill, self._inks[look.tone], place)
        if look.collides:
            right = left + width - 1
            corner = [QPoint(right - MARK, top + 1), QPoint(right, top + 1)]
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._text)
            painter.drawPolygon(QPolygon([*corner, QPoint(right, top + 1 + MARK)]))

    def _paint_words(self, painter: QPainter, alike: Sequence[tuple[Look, Place]]) -> None:
        rooms = []
        painter.setFont(self._numbers.font)
        for look, (left, top, width, height) in alike:
            room = width - 2 * EDGE
            wide = self._numbers.paint(painter, left + EDGE, top + height / 2, look.number, room)
            rooms.append(room - wide - GRID // 2)
        painter.setFont(self._words.font)
        for (look, (left, top, width, height)), room in zip(alike, rooms, strict=True):
            if look.word:
                _, wide = self._words.text(look.word, room)
                start = left + width - EDGE - wide
                self._words.paint(painter, start, top + height / 2, look.word, room)

    def paint_cursor(self, painter: QPainter, place: Place) -> None:
        """Paint the frame of the cell at hand."""
        left, top, width, height = place
        painter.setPen(self._focus)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(left + 1, top + 1, width - 3, height - 3)

    def _paint_bar(self, painter: QPainter, fill: int, ink: QColor, place: Place) -> None:
        left, top, width, height = place
        foot, inner = top + height - 1 - BAR, width - 2
        painter.fillRect(left + 1, foot, int(inner * min(1.0, fill / 100 * LINE_AT)), BAR, ink)
        line = left + int(inner * LINE_AT)
        painter.fillRect(line, foot - BAR, 2, 2 * BAR, self._text)
