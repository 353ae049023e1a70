"""Texts that are laid out once: in painting many of them, that takes longer than all the rest."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QStaticText

KEPT = 4000
"""So many texts are kept; then it begins anew."""


class LaidOutTexts:
    """Plain texts in one font, each cut to the room that it has."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        self.metrics = QFontMetrics(font)
        self._half = self.metrics.height() / 2
        # By the text; what is too long also by the room that it has.
        self._texts: dict[tuple[str, int], tuple[QStaticText, int]] = {}

    def text(self, words: str, room: float) -> tuple[QStaticText, int]:
        """Return a text that fits into a room, with its width."""
        known = self._texts.get((words, 0)) or self._lay_out(words, words, 0)
        if known[1] <= room:
            return known
        wide = max(0, int(room))
        short = self._texts.get((words, wide))
        if short is None:
            cut = self.metrics.elidedText(words, Qt.TextElideMode.ElideRight, wide)
            short = self._lay_out(words, cut, wide)
        return short

    def paint(self, painter: QPainter, left: float, middle: float, words: str, room: float) -> int:
        """Paint a text with a painter that has this font; return its width.

        It begins at `left` and stands upright around `middle`.
        """
        laid_out, wide = self.text(words, room)
        painter.drawStaticText(QPointF(left, middle - self._half), laid_out)
        return wide

    def _lay_out(self, words: str, shown: str, room: int) -> tuple[QStaticText, int]:
        laid_out = QStaticText(shown)
        laid_out.setTextFormat(Qt.TextFormat.PlainText)
        if len(self._texts) >= KEPT:
            self._texts.clear()
        known = (laid_out, self.metrics.horizontalAdvance(shown))
        self._texts[words, room] = known
        return known
