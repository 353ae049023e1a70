"""Scores on their scales: the mean as a mark within its interval, with grade and base in words."""

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter, QPen

from ui.survey import result_words as words
from ui.survey.figure_list import LEFT, RIGHT, WRAPPED, FigureDelegate
from ui.survey.score_rows import ScoreRow
from ui.theme.tokens import GRID

NAME_SHARE = 26
NUMBERS = GRID * 44
END = GRID * 5


class ScoresDelegate(FigureDelegate):
    """Name and kind, the scale with the interval on it, and the figures."""

    HEIGHT = GRID * 8

    def paint_row(self, painter: QPainter, room: QRect, row: ScoreRow, *, here: bool) -> None:
        name = QRect(room.left(), room.top(), room.width() * NAME_SHARE // 100, room.height())
        upper = name.adjusted(0, GRID // 2, 0, -GRID * 3)
        self.write(painter, upper, row.name, here=here, bold=True, flags=WRAPPED)
        kind = QRect(name.left(), name.bottom() - GRID * 3, name.width(), GRID * 5 // 2)
        self.write(painter, kind, row.kind, here=here, role="text_soft", size="small")
        wide = min(NUMBERS, room.width() * 38 // 100)
        told = QRect(room.right() - wide, room.top(), wide, room.height())
        half = room.height() // 2
        hidden = row.value is None
        top = QRect(told.left(), told.top(), told.width(), half if row.note else room.height())
        self.write(painter, top, row.said, here=here, bold=not hidden,
                   role="text_faint" if hidden else "text")  # fmt: skip
        below = QRect(told.left(), told.top() + half, told.width(), half - GRID // 2)
        self.write(painter, below, row.note, here=here, role="text_soft", size="small",
                   flags=WRAPPED)  # fmt: skip
        field = QRectF(
            name.right() + GRID * 2 + END, room.center().y() - GRID,
            told.left() - name.right() - GRID * 5 - 2 * END, GRID * 2,
        )  # fmt: skip
        self._paint_scale(painter, field, row, here=here)

    def _paint_scale(self, painter: QPainter, field: QRectF, row: ScoreRow, *, here: bool) -> None:
        line = field.center().y()
        painter.setPen(QPen(self.theme.color("line_strong"), 1))
        painter.drawLine(int(field.left()), int(line), int(field.right()), int(line))
        for value, flags, left in (
            (row.least, RIGHT, field.left() - END - GRID),
            (row.most, LEFT, field.right() + GRID),
        ):
            end = QRect(int(left), int(field.top()), END, int(field.height()))
            told = words.number(value, 0).replace("-", "−")
            self.write(painter, end, told, here=here, role="text_soft", size="small",
                       flags=flags)  # fmt: skip
        if row.value is None:
            return
        if row.low is not None and row.high is not None:
            low, high = _place(field, row, row.low), _place(field, row, row.high)
            band = QRectF(low, field.top() + 4, max(2.0, high - low), field.height() - 8)
            painter.fillRect(band, self.theme.color("info_fill"))
            painter.setPen(QPen(self.theme.color("info_ink"), 1))
            painter.drawRect(band)
        mark = QRectF(_place(field, row, row.value) - 2, field.top(), 4, field.height())
        painter.fillRect(mark, self.theme.color("on_selection" if here else "accent"))


def _place(field: QRectF, row: ScoreRow, value: float) -> float:
    share = (value - row.least) / ((row.most - row.least) or 1)
    return field.left() + field.width() * min(1.0, max(0.0, share))


def told_of(row: ScoreRow) -> str:
    """Return a row as a screen reader says it."""
    return f"{row.name}, {row.kind}: " + ", ".join(one for one in (row.said, row.note) if one)
