"""What a workshop looks at: the impact in hand in large type, both views of it side by side."""

from textwrap import shorten

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from changedesk.impact.words import ASPECTS
from changedesk.impact.workshop import Item
from ui.i18n import translate_label
from ui.impact.looks import ANCHORS, anchor_word
from ui.theme.theme import Theme
from ui.theme.tokens import GRID, RADIUS
from ui.uat.type_scale import scaled_font
from ui.widgets.one_line import keep_on_one_line
from ui.widgets.text import PlainLabel, plain_label

BIG, LARGE, HUGE = 15.0, 22.0, 44.0
FIRST_SIZE = (780, 560)
"""From this size on the type grows with the board, in quarters, up to LARGEST."""
LARGEST = 2.0
TEXT_AT_MOST = 180
"""So much of what is today and tomorrow: a room reads no more from a wall."""
_ASPECTS = {choice.code: choice.label for choice in ASPECTS}


class ViewCard(QWidget):
    """One side's view: whose it is, the rating with its word, the scale 0 to 5 to click or type.

    `clicked` says that the side was chosen, `rated` carries a number that was clicked.
    """

    clicked = Signal()
    rated = Signal(int)

    def __init__(self, theme: Theme, title: str, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._scale = 1.0
        self._title, self._key = title, key
        self._score: int | None = None
        self._active = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(title)
        theme.changed.connect(self.update)

    @property
    def score(self) -> int | None:
        """Return the rating that is shown."""
        return self._score

    @property
    def active(self) -> bool:
        """Tell whether the keys rate for this side."""
        return self._active

    def sizeHint(self) -> QSize:
        return QSize(GRID * 44, GRID * 26)

    def minimumSizeHint(self) -> QSize:
        return QSize(GRID * 36, GRID * 22)

    def show_score(self, score: int | None, *, active: bool) -> None:
        """Show a rating, and whether the keys rate for this side."""
        self._score, self._active = score, active
        self.setAccessibleDescription(self._word())
        self.update()

    def set_scale(self, scale: float) -> None:
        """Show everything larger by a factor."""
        self._scale = scale
        self.update()

    def _type(self, points: float, *, bold: bool = False) -> QFont:
        return scaled_font(self._theme, points * self._scale, bold=bold)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.clicked.emit()
        for number in range(len(ANCHORS)):
            if self._box(number).contains(event.position()):
                self.rated.emit(number)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        painter.setBrush(self._theme.color("surface"))
        edge = QPen(self._theme.color("accent" if self._active else "line_strong"))
        edge.setWidth(4 if self._active else 1)
        painter.setPen(edge)
        painter.drawRoundedRect(frame, RADIUS, RADIUS)
        inside = frame.adjusted(GRID * 3, GRID * 2, -GRID * 3, -GRID * 2)
        painter.setPen(self._theme.color("text_soft"))
        painter.setFont(self._type(BIG, bold=self._active))
        pointer = "▶ " if self._active else ""
        painter.drawText(inside, int(Qt.AlignmentFlag.AlignLeft), f"{pointer}{self._title}")
        painter.drawText(inside, int(Qt.AlignmentFlag.AlignRight), self._key)
        middle = inside.adjusted(0, GRID * 4, 0, -GRID * 7 * self._scale)
        painter.setPen(self._theme.color("text"))
        painter.setFont(self._type(HUGE, bold=True))
        number = "–" if self._score is None else str(self._score)
        left = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(middle, left, number)
        taken = painter.fontMetrics().horizontalAdvance(number) + GRID * 3
        painter.setFont(self._type(LARGE))
        flags = left | int(Qt.TextFlag.TextWordWrap)
        painter.drawText(middle.adjusted(taken, 0, 0, 0), flags, self._word())
        self._paint_scale(painter)
        painter.end()

    def _paint_scale(self, painter: QPainter) -> None:
        painter.setFont(self._type(BIG, bold=True))
        for number in range(len(ANCHORS)):
            box, chosen = self._box(number), number == self._score
            painter.setPen(QPen(self._theme.color("accent" if chosen else "line_strong"), 1))
            painter.setBrush(self._theme.color("accent" if chosen else "surface"))
            painter.drawRoundedRect(box, RADIUS, RADIUS)
            painter.setPen(self._theme.color("on_accent" if chosen else "text_soft"))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), str(number))

    def _box(self, number: int) -> QRectF:
        inside = QRectF(self.rect()).adjusted(GRID * 3, 0, -GRID * 3, -GRID * 2)
        gap, count = GRID, len(ANCHORS)
        wide = (inside.width() - gap * (count - 1)) / count
        high = GRID * 5 * self._scale
        return QRectF(inside.left() + number * (wide + gap), inside.bottom() - high, wide, high)

    def _word(self) -> str:
        return self.tr("not rated yet") if self._score is None else anchor_word(self._score)


class ReasonLine(QLineEdit):
    """Why it is rated so. `done` carries the words on Enter; Esc leaves them as they were."""

    done = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        keep_on_one_line(self)
        self._kept = ""
        self.setPlaceholderText(self.tr("Why? R writes here, Enter keeps it"))
        self.setAccessibleName(self.tr("Why it is rated so"))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def show_reason(self, reason: str) -> None:
        """Show a reason, unless another one is being typed."""
        if not (self.hasFocus() and self.text() != self._kept):
            self.setText(reason)
            self.setCursorPosition(0)
        self._kept = reason

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.keep()
            self.left.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.setText(self._kept)
            self.left.emit()
        elif event.key() not in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            super().keyPressEvent(event)

    def keep(self) -> None:
        """Tell the words if they are new."""
        if self.text() != self._kept:
            self._kept = self.text()
            self.done.emit(self._kept)


class WorkshopBoard(QFrame):
    """The impact in hand: aspect and title, today and tomorrow, both views, the reason."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._scale = 1.0
        self.aspect = plain_label("", "soft")
        self.title = plain_label("", wrap=True)
        self.today = plain_label("", wrap=True)
        self.tomorrow = plain_label("", wrap=True)
        self.gap = plain_label("")
        self.project = ViewCard(theme, self.tr("Project's view"), "P")
        self.group = ViewCard(theme, self.tr("Group's view"), "G")
        self.reason = ReasonLine()
        texts = QHBoxLayout()
        texts.setSpacing(GRID * 4)
        for label in (self.today, self.tomorrow):
            texts.addWidget(label, 1, Qt.AlignmentFlag.AlignTop)
        cards = QHBoxLayout()
        cards.setSpacing(GRID * 2)
        cards.addWidget(self.project, 1)
        cards.addWidget(self.group, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID * 3, GRID * 2, GRID * 3, GRID * 2)
        column.setSpacing(GRID)
        column.addWidget(self.aspect)
        column.addWidget(self.title)
        column.addLayout(texts)
        column.addStretch(1)
        column.addWidget(self.gap)
        column.addLayout(cards, 4)
        column.addWidget(self.reason)
        theme.changed.connect(self._dress)
        self._dress()

    def show_item(self, item: Item, *, project_side: bool) -> None:
        """Show an impact, and for which side the keys rate."""
        label = _ASPECTS.get(item.aspect, item.aspect)
        self.aspect.setText(" · ".join(p for p in (translate_label(label), item.code) if p))
        blank = item.impact is None
        self.title.setText(self.tr("Nothing recorded yet") if blank else item.title)
        self._say(self.today, self.tr("Today: {0}"), item.as_is)
        self._say(self.tomorrow, self.tr("Tomorrow: {0}"), item.to_be)
        self.project.show_score(item.severity, active=project_side)
        self.group.show_score(item.group_severity, active=not project_side)
        self.reason.show_reason(item.reason)
        self.reason.setEnabled(not blank)
        self._show_gap(item)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide, high = self.width() / FIRST_SIZE[0], self.height() / FIRST_SIZE[1]
        scale = round(max(1.0, min(wide, high, LARGEST)) * 4) / 4
        if scale != self._scale:
            self._scale = scale
            self._dress()

    def _say(self, label: PlainLabel, pattern: str, text: str) -> None:
        short = shorten(text, TEXT_AT_MOST, placeholder=" …")
        label.setText(pattern.format(short) if short else "")
        label.setVisible(bool(short))

    def _show_gap(self, item: Item) -> None:
        if item.gap is None:
            words, role = self.tr("○ One view is still missing"), "text_soft"
            if item.severity is None and item.group_severity is None:
                words = self.tr("○ Not rated yet")
        elif item.discuss:
            words, role = self.tr("◆ {0} apart: discuss").format(item.gap), "warning_ink"
        else:
            words = self.tr("✔ Agreed") if not item.gap else self.tr("✔ {0} apart").format(item.gap)
            role = "good_ink"
        self.gap.setText(words)
        palette = self.gap.palette()
        palette.setColor(self.gap.foregroundRole(), self._theme.color(role))
        self.gap.setPalette(palette)

    def _dress(self) -> None:
        for label, points, bold in (
            (self.aspect, BIG, False), (self.title, LARGE, True), (self.today, BIG, False),
            (self.tomorrow, BIG, False), (self.gap, BIG, True),
        ):  # fmt: skip
            label.setFont(scaled_font(self._theme, points * self._scale, bold=bold))
        self.reason.setFont(scaled_font(self._theme, BIG * self._scale))
        for card in (self.project, self.group):
            card.set_scale(self._scale)
