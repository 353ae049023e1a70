"""The ADKAR profile of a group as bars: means on the left, individual barriers on the right."""

from PySide6.QtCore import QLocale, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from changedesk.impact.adkar import ELEMENTS, NONE, UNKNOWN, ElementFigures, Profile
from ui.impact.words import element_word
from ui.theme.theme import Theme
from ui.theme.tokens import GRID

ROW = GRID * 7 // 2
BAR = GRID * 2
MOST = 5
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class AdkarChart(QWidget):
    """Every bar carries its number; the barrier is marked with a glyph and a word."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._profile: Profile | None = None
        self._limit = 3
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(GRID * 4 + ROW * (len(ELEMENTS) + 2))
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(GRID * 80, self.height())

    def show_profile(self, found: Profile | None, limit: int) -> None:
        """Show a profile; `limit` is the score at which an element holds somebody back."""
        self._profile, self._limit = found, limit
        self.setAccessibleName(self._in_words(found) if found is not None else "")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._profile is None:
            return
        painter = QPainter(self)
        middle = self.width() * 0.55
        self._paint_means(painter, self._profile, 0, middle - GRID * 3)
        self._paint_barriers(painter, self._profile, middle, self.width() - middle)
        painter.end()

    def _paint_means(self, painter: QPainter, found: Profile, left: float, width: float) -> None:
        self._paint_title(painter, self.tr("Mean score, and how many score low"), left, width)
        names = self._names_width(painter)
        figures = {one.element: self._mean_words(one, found) for one in found.elements}
        tail = max(painter.fontMetrics().horizontalAdvance(text) for text in figures.values())
        room = max(GRID * 4.0, width - names - tail - GRID * 2)
        for place, one in enumerate(found.elements):
            top = GRID * 4 + place * ROW
            barrier = one.element == found.by_mean
            share = float(one.mean) / MOST if one.mean is not None else 0.0
            role = "warning_ink" if barrier else "accent"
            self._paint_bar(painter, left + names, top, room, share, role)
            self._paint_words(painter, element_word(one.element), left, top, names, "text")
            self._paint_words(
                painter, figures[one.element], left + names + room + GRID, top, tail + GRID,
                "warning_ink" if barrier else "text",
            )  # fmt: skip
        line = left + names + room * self._limit / MOST
        painter.setPen(self._theme.color("line_strong"))
        painter.drawLine(
            int(line), GRID * 7 // 2, int(line), GRID * 4 + ROW * len(ELEMENTS) - GRID // 2
        )

    def _paint_barriers(self, painter: QPainter, found: Profile, left: float, width: float) -> None:
        self._paint_title(painter, self.tr("How many have which barrier"), left, width)
        names = self._names_width(painter)
        codes = [*ELEMENTS, NONE, *([UNKNOWN] if found.barriers[UNKNOWN] else [])]
        words = {code: self._barrier_words(found, code) for code in codes}
        tail = max(painter.fontMetrics().horizontalAdvance(text) for text in words.values())
        room = max(GRID * 4.0, width - names - tail - GRID * 2)
        for place, code in enumerate(codes):
            top = GRID * 4 + place * ROW
            modal = code in found.modal
            share = found.barriers[code] / found.n if found.n else 0.0
            role = "warning_ink" if modal else "quiet_ink" if code in (NONE, UNKNOWN) else "accent"
            self._paint_bar(painter, left + names, top, room, share, role)
            self._paint_words(painter, element_word(code), left, top, names, "text")
            self._paint_words(
                painter, words[code], left + names + room + GRID, top, tail + GRID,
                "warning_ink" if modal else "text",
            )  # fmt: skip

    def _paint_title(self, painter: QPainter, words: str, left: float, width: float) -> None:
        painter.setFont(self._theme.font(bold=True))
        painter.setPen(self._theme.color("text_soft"))
        painter.drawText(QRectF(left, 0, width, GRID * 3), _LEFT, words)
        painter.setFont(self._theme.font())

    def _names_width(self, painter: QPainter) -> float:
        codes = (*ELEMENTS, NONE, UNKNOWN)
        metrics = painter.fontMetrics()
        return max(metrics.horizontalAdvance(element_word(code)) for code in codes) + GRID * 2.0

    def _paint_bar(
        self, painter: QPainter, left: float, top: float, room: float, share: float, role: str
    ) -> None:
        box = QRectF(left, top + (ROW - BAR) / 2, room, BAR)
        painter.fillRect(box, self._theme.color("hover"))
        painter.setOpacity(0.8)
        painter.fillRect(QRectF(box.left(), box.top(), room * share, BAR), self._theme.color(role))
        painter.setOpacity(1.0)

    def _paint_words(
        self, painter: QPainter, words: str, left: float, top: float, width: float, role: str
    ) -> None:
        painter.setPen(self._theme.color(role))
        painter.drawText(QRectF(left, top, width, ROW), _LEFT, words)

    def _mean_words(self, one: ElementFigures, found: Profile) -> str:
        if one.mean is None:
            return self.tr("not scored")
        mean = QLocale().toString(float(one.mean), ord("f"), 1)
        low = self.tr("{0} of {1} low").format(one.low.n, one.low.base)
        mark = self.tr("  ◆ barrier") if one.element == found.by_mean else ""
        return f"{mean}  ·  {low}{mark}"

    def _barrier_words(self, found: Profile, code: str) -> str:
        count = found.barriers[code]
        percent = QLocale().toString(round(100 * count / found.n)) if found.n else "0"
        mark = self.tr("  ◆ most") if code in found.modal else ""
        return f"{count}  ·  {percent} %{mark}"

    def _in_words(self, found: Profile) -> str:
        parts = [
            f"{element_word(one.element)}: {self._mean_words(one, found)}" for one in found.elements
        ]
        return "; ".join(parts)
