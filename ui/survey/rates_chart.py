"""Who answered: a bar for each group, where the needed number lies, and how many are missing."""

from PySide6.QtCore import QCoreApplication, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen

from changedesk.people.shares import Share
from ui.survey import result_words as words
from ui.survey.figure_list import RIGHT, WRAPPED, FigureDelegate
from ui.survey.score_rows import RateRow
from ui.theme.tokens import GRID
from ui.uat.words import percent

NAME_SHARE = 24
NUMBERS = GRID * 32
BAR = GRID * 2


class RatesDelegate(FigureDelegate):
    """Full for complete answers, hatched for interrupted ones; a mark where it is enough."""

    HEIGHT = GRID * 8

    def paint_row(self, painter: QPainter, room: QRect, row: RateRow, *, here: bool) -> None:
        name = QRect(room.left(), room.top(), room.width() * NAME_SHARE // 100, room.height())
        told = QRect(room.right() - NUMBERS, room.top(), NUMBERS, room.height())
        self.write(painter, name, row.name, here=here, bold=row.whole, flags=WRAPPED)
        half = room.height() // 2
        top = QRect(told.left(), told.top() + GRID // 2, told.width(), half - GRID // 2)
        below = QRect(told.left(), told.top() + half, told.width(), half - GRID // 2)
        self.write(painter, top, rate_words(row), here=here, bold=True, flags=RIGHT)
        self.write(painter, below, needed_words(row), here=here, role="text_soft", size="small",
                   flags=RIGHT)  # fmt: skip
        left = name.right() + GRID * 2
        field = QRectF(left, room.center().y() - BAR / 2, told.left() - left - GRID * 2, BAR)
        self._paint_bar(painter, field, row)

    def _paint_bar(self, painter: QPainter, field: QRectF, row: RateRow) -> None:
        rate = row.rate
        painter.fillRect(field, self.theme.color("hover"))
        most = max(rate.asked, rate.complete + rate.partial, 1)
        full = field.width() * rate.complete / most
        painter.fillRect(QRectF(field.left(), field.top(), full, BAR), self.theme.color("accent"))
        begun = QRectF(field.left() + full, field.top(), field.width() * rate.partial / most, BAR)
        hatched = QBrush(self.theme.color("accent"), Qt.BrushStyle.BDiagPattern)
        painter.fillRect(begun, hatched)
        painter.setPen(QPen(self.theme.color("line_strong"), 1))
        painter.drawRect(field.adjusted(0, 0, -1, -1))
        if row.needed:
            x = int(field.left() + field.width() * row.needed / most)
            painter.setPen(QPen(self.theme.color("text"), 2))
            painter.drawLine(x, int(field.top()) - GRID // 2, x, int(field.bottom()) + GRID // 2)


def rate_words(row: RateRow) -> str:
    """Return how many answered, of how many."""
    rate = row.rate
    if not rate.asked:
        told = QCoreApplication.translate("RatesChart", "{0} answered, none invited")
        return told.format(rate.complete)
    share = Share(rate.complete, rate.asked)
    answered = percent(share) if rate.rate is not None else "–"
    return f"{words.of(share)} · {answered}"


def needed_words(row: RateRow) -> str:
    """Return how many are needed, how many of those lack, and how many did not answer."""
    rate = row.rate
    parts = []
    if row.needed:
        lack = row.needed - rate.complete
        needed = QCoreApplication.translate("RatesChart", "needs {0}").format(row.needed)
        parts.append(needed)
        parts.append(
            QCoreApplication.translate("RatesChart", "{0} more").format(lack)
            if lack > 0
            else QCoreApplication.translate("RatesChart", "✔ enough")
        )
    if rate.asked:
        told = QCoreApplication.translate("RatesChart", "{0} did not answer")
        parts.append(told.format(rate.missing))
    if rate.partial:
        told = QCoreApplication.translate("RatesChart", "{0} broke off")
        parts.append(told.format(rate.partial))
    return " · ".join(parts)


def told_of(row: RateRow) -> str:
    """Return a row as a screen reader says it."""
    return f"{row.name}: {rate_words(row)}, {needed_words(row)}"
