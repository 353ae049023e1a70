"""Answers as bars: those on a scale lean to the side that they agree with, with their numbers."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen

from changedesk.survey.figures import Bar, ItemFigures
from ui.survey.figure_list import MIDDLE, RIGHT, WRAPPED, FigureDelegate
from ui.survey.result_rows import DIVERGING, SAID, AnswerRow, Part
from ui.theme.theme import Theme
from ui.theme.tokens import GRID, contrast

BAR = GRID * 3
NAME_SHARE = 30
NUMBERS = GRID * 20


class AnswersDelegate(FigureDelegate):
    """The question, its bar with the percents of its pieces, and what it comes to."""

    HEIGHT = GRID * 7

    def paint_row(self, painter: QPainter, room: QRect, row: AnswerRow, *, here: bool) -> None:
        name = QRect(room.left(), room.top(), room.width() * NAME_SHARE // 100, room.height())
        numbers = QRect(room.right() - NUMBERS, room.top(), NUMBERS, room.height())
        self._paint_name(painter, name.adjusted(0, GRID // 2, 0, -GRID // 2), row, here=here)
        middle = QRect(
            name.right() + GRID * 2, room.top(), numbers.left() - name.right() - GRID * 4,
            room.height(),
        )  # fmt: skip
        if row.kind == SAID:
            whole = middle.adjusted(0, 0, 0 if row.second else NUMBERS, 0)
            role = "text_faint" if row.item.suppressed else "text_soft"
            self.write(painter, whole, row.first, here=here, role=role, size="small")
            self.write(painter, numbers, row.second, here=here, role="text_soft", size="small",
                       flags=RIGHT)  # fmt: skip
            return
        bar = QRectF(middle.left(), middle.center().y() - BAR / 2, middle.width(), BAR)
        if row.kind == DIVERGING:
            paint_diverging(painter, self.theme, bar, row)
        else:
            paint_stacked(painter, self.theme, bar, row.parts)
        self._paint_numbers(painter, numbers, row, here=here)

    def _paint_name(self, painter: QPainter, room: QRect, row: AnswerRow, *, here: bool) -> None:
        reversed_ = QCoreApplication.translate("AnswersChart", "↺ agreeing is bad news")
        if not row.item.question.reverse:
            self.write(painter, room, row.name, here=here, flags=WRAPPED)
            return
        line = room.height() * 2 // 5
        self.write(painter, room.adjusted(0, 0, 0, -line), row.name, here=here, flags=WRAPPED)
        below = QRect(room.left(), room.bottom() - line, room.width(), line)
        self.write(painter, below, reversed_, here=here, role="warning_ink", size="small")

    def _paint_numbers(self, painter: QPainter, room: QRect, row: AnswerRow, *, here: bool) -> None:
        half = room.height() // 2
        if not row.first:
            self.write(painter, room, row.second, here=here, role="text_soft", size="small",
                       flags=RIGHT)  # fmt: skip
            return
        top = QRect(room.left(), room.top() + GRID // 2, room.width(), half - GRID // 2)
        below = QRect(room.left(), room.top() + half, room.width(), half - GRID // 2)
        self.write(painter, top, row.first, here=here, bold=True, flags=RIGHT)
        self.write(painter, below, row.second, here=here, role="text_soft", size="small",
                   flags=RIGHT)  # fmt: skip


def paint_diverging(painter: QPainter, theme: Theme, room: QRectF, row: AnswerRow) -> None:
    """Paint the pieces of a bar so that its middle lies on the line that all bars share."""
    scale = room.width() / (row.before + row.after)
    left = sum(one.share * (1 if one.side < 0 else 0.5) for one in row.parts if one.side <= 0)
    x = room.left() + (row.before - left) * scale
    middle = room.left() + row.before * scale
    painter.setPen(QPen(theme.color("text_soft"), 1, Qt.PenStyle.DashLine))
    painter.drawLine(int(middle), int(room.top()) - GRID, int(middle), int(room.bottom()) + GRID)
    for part in row.parts:
        width = part.share * scale
        if part.n:
            piece = QRectF(x, room.top(), max(1.0, width - 1), room.height())
            _paint_piece(painter, theme, piece, part, side_colour(theme, part.side))
        x += width


def paint_stacked(painter: QPainter, theme: Theme, room: QRectF, parts: Sequence[Part]) -> None:
    """Paint the pieces of a bar one after the other, each with its label where there is room."""
    x = room.left()
    for place, part in enumerate(parts):
        width = part.share * room.width()
        ground = theme.color("quiet_fill" if place % 2 else "info_fill")
        piece = QRectF(x, room.top(), max(1.0, width - 1), room.height())
        _paint_piece(painter, theme, piece, part, ground, labelled=True)
        x += width


def _paint_piece(
    painter: QPainter,
    theme: Theme,
    piece: QRectF,
    part: Part,
    ground: QColor,
    *,
    labelled: bool = False,
) -> None:
    painter.fillRect(piece, ground)
    painter.setPen(QPen(theme.color("line_strong"), 1))
    painter.drawRect(piece.adjusted(0, 0, -1, -1))
    font = theme.font("small")
    painter.setFont(font)
    painter.setPen(ink_on(theme, ground))
    metrics = QFontMetrics(font)
    figure = f"{100 * part.share:.0f}"
    longer = f"{part.label} {figure}"
    text = longer if labelled else figure
    if metrics.horizontalAdvance(text) > piece.width() - 4 and labelled:
        room = int(piece.width()) - 6 - metrics.horizontalAdvance(f" {figure}")
        short = metrics.elidedText(part.label, Qt.TextElideMode.ElideRight, room)
        text = f"{short} {figure}" if room > GRID * 3 else figure
    if metrics.horizontalAdvance(text) <= piece.width() - 2:
        painter.drawText(piece, MIDDLE, text)


def side_colour(theme: Theme, side: float) -> QColor:
    """Return the colour of an answer: amber below the middle, blue above it, deeper outwards."""
    if not side:
        return theme.color("quiet_fill")
    tone = "info" if side > 0 else "warning"
    fill, ink = theme.color(f"{tone}_fill"), theme.color(f"{tone}_ink")
    deep = max(0.0, (abs(side) - 0.34) / 0.66)
    return QColor(*(
        round(one + (other - one) * deep)
        for one, other in zip(_rgb(fill), _rgb(ink), strict=True)
    ))  # fmt: skip


def ink_on(theme: Theme, ground: QColor) -> QColor:
    """Return the ink that is easiest to read on a ground."""
    inks = [theme.color("text"), theme.color("surface")]
    return max(inks, key=lambda ink: contrast(ink.name(), ground.name()))


def _rgb(colour: QColor) -> tuple[int, int, int]:
    return colour.red(), colour.green(), colour.blue()


class BarsDelegate(FigureDelegate):
    """The answers to one question: each with a bar, how many chose it, and what part that is."""

    HEIGHT = GRID * 9 // 2
    INSET = GRID * 2

    def paint_row(
        self, painter: QPainter, room: QRect, row: tuple[Bar, int], *, here: bool
    ) -> None:
        bar, base = row
        label = QRect(room.left(), room.top(), room.width() * 44 // 100, room.height())
        told = QRect(room.right() - GRID * 11, room.top(), GRID * 11, room.height())
        self.write(painter, label, bar.label, here=here, size="small", flags=WRAPPED)
        share = bar.n / base if base else 0.0
        width = told.left() - label.right() - GRID * 2
        place = QRectF(label.right() + GRID, room.center().y() - GRID, width, GRID * 2)
        painter.fillRect(place, self.theme.color("hover"))
        full = QRectF(place.left(), place.top(), place.width() * share, place.height())
        painter.fillRect(full, self.theme.color("accent"))
        self.write(painter, told, f"{bar.n} · {100 * share:.0f} %", here=here, size="small",
                   flags=RIGHT)  # fmt: skip


def told_of(row: AnswerRow) -> str:
    """Return a row as a screen reader says it."""
    pieces = ", ".join(f"{one.label} {100 * one.share:.0f} %" for one in row.parts)
    return ": ".join(one for one in (row.name, ", ".join(
        part for part in (row.first, row.second, pieces) if part)) if one)  # fmt: skip


def bars_of(item: ItemFigures) -> list[tuple[Bar, int]]:
    """Return the bars of one question with its base."""
    return [(bar, item.base or 0) for bar in item.distribution]
