"""An order of preference: by digits, by touch, by dragging, or with the arrows."""

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from changedesk.survey.answer_values import values_of
from changedesk.survey.item_codes import ItemCode, item_codes
from changedesk.survey.queries import Asking
from ui.survey.kiosk_body import AnswerBody, CodeKeys
from ui.survey.kiosk_look import ANSWER, SMALL, KioskLook, paint_badge, paint_ground, sized
from ui.widgets.text import plain_label

_DRAG = 12
_ARROW = 56


class RankRow(QPushButton):
    """One answer with its place. Clicking gives it the next place, or takes its place away."""

    picked = Signal(str)
    shifted = Signal(str, int)
    dragged = Signal(str, QPointF)
    dropped = Signal()

    def __init__(self, look: KioskLook, code: ItemCode) -> None:
        super().__init__()
        self._look, self._item = look, code
        self.value, self.place = code.value, 0
        self._pressed: QPointF | None = None
        self._dragging = False
        sized(self, ANSWER)
        self.up = self._arrow("▲", self.tr("Move up: {0}").format(code.label))
        self.down = self._arrow("▼", self.tr("Move down: {0}").format(code.label))
        self.up.clicked.connect(self._shift_up)
        self.down.clicked.connect(self._shift_down)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, look.px(8), 0)
        row.addStretch(1)
        row.addWidget(self.up)
        row.addWidget(self.down)
        self.clicked.connect(self._pick)
        self.show_place(0)

    def _arrow(self, sign: str, name: str) -> QPushButton:
        button = QPushButton(sign)
        button.setProperty("look", "quiet")
        button.setAccessibleName(name)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setFixedSize(self._look.px(_ARROW), self._look.px(40))
        sized(button, SMALL)
        return button

    def show_place(self, place: int) -> None:
        """Show its place, 0 for none."""
        self.place = place
        label = self._item.label
        told = self.tr("{0}, place {1}").format(label, place) if place else label
        self.setAccessibleName(told)
        for button in (self.up, self.down):
            button.setVisible(bool(place))
        self.update()

    def _pick(self) -> None:
        if not self._dragging:
            self.picked.emit(self.value)

    def _shift_up(self) -> None:
        self.shifted.emit(self.value, -1)

    def _shift_down(self) -> None:
        self.shifted.emit(self.value, 1)

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(400), self._look.px(54))

    def resizeEvent(self, event: QResizeEvent) -> None:
        # The arrows have a layout, which knows nothing of how many lines the words take.
        room = QRect(0, 0, max(self.width() - self._look.px(2 * _ARROW + 112), 40), 10_000)
        flags = int(Qt.TextFlag.TextWordWrap)
        words = self.fontMetrics().boundingRect(room, flags, self._item.label)
        self.setMinimumHeight(max(words.height() + self._look.px(14), self._look.px(50)))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(200), self._look.px(50))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if control and event.key() == Qt.Key.Key_Up:
            self._shift_up()
        elif control and event.key() == Qt.Key.Key_Down:
            self._shift_down()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed, self._dragging = event.position(), False
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            return
        if abs(event.position().y() - self._pressed.y()) > self._look.px(_DRAG):
            self._dragging = True
        if self._dragging:
            self.dragged.emit(self.value, self.mapToParent(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self._pressed = None
        if self._dragging:
            self._dragging = False
            self.dropped.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), self._look
        rect, chosen = QRectF(self.rect()), bool(self.place)
        hot = self.underMouse() or self.isDown()
        paint_ground(painter, look, rect, chosen=chosen, hot=hot, focus=self.hasFocus())
        side, pad = look.px(28), look.px(13)
        key = QRectF(pad, (rect.height() - side) / 2, side, side)
        paint_badge(painter, look, key, self._item.code, chosen=False)
        left = key.right() + pad
        if chosen:
            place = QRectF(left, 0, look.px(64), rect.height())
            painter.setFont(look.font(ANSWER, bold=True))
            painter.setPen(look.theme.color("on_selection"))
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, f"{self.place}.")
            left += look.px(34)
        painter.setFont(self.font())
        painter.setPen(look.theme.color("on_selection" if chosen else "text"))
        words = QRectF(left, 0, rect.width() - left - look.px(2 * _ARROW + 24), rect.height())
        wrap = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(words, int(wrap), self._item.label)
        painter.end()


class RankBody(AnswerBody):
    """The answers in their order; those without a place stand below."""

    def __init__(self, look: KioskLook, question: Asking) -> None:
        super().__init__(look, (question,))
        self.question = question
        codes = item_codes(question)
        self._values = {one.code: one.value for one in codes}
        self._usual = [one.value for one in codes]
        self._order: list[str] = []
        self._keys = CodeKeys([one.code for one in codes], self)
        self._keys.typed.connect(self._take_code)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.px(7))
        hint = plain_label(
            self.tr("Touch them in your order, or drag them; touching one again takes it out."),
            "soft",
            wrap=True,
        )
        sized(hint, SMALL)
        self._column.addWidget(hint)
        self.rows = {one.value: RankRow(look, one) for one in codes}
        for row in self.rows.values():
            row.picked.connect(self._pick)
            row.shifted.connect(self._shift)
            row.dragged.connect(self._drag)
            row.dropped.connect(self._tell)
            self._column.addWidget(row)

    @property
    def order(self) -> tuple[str, ...]:
        """Return the values that have a place, the first one first."""
        return tuple(self._order)

    def show_answers(self, answers: Mapping[str, object]) -> None:
        chosen = values_of(answers.get(self.question.key))
        self._order = [one for one in chosen if one in self.rows]
        self._arrange()

    def take_digit(self, digit: str) -> bool:
        return self._keys.take(digit)

    def finish(self) -> bool:
        self._keys.finish()
        return False

    def _take_code(self, code: str) -> None:
        self._pick(self._values[code])

    def _pick(self, value: str) -> None:
        if value in self._order:
            self._order.remove(value)
        else:
            self._order.append(value)
            if len(self._order) == len(self._usual) - 1:
                self._order += [one for one in self._usual if one not in self._order]
        self._tell()

    def _shift(self, value: str, by: int) -> None:
        if value not in self._order:
            return
        place = self._order.index(value)
        self._order.remove(value)
        self._order.insert(max(0, place + by), value)
        self._tell()

    def _drag(self, value: str, where: QPointF) -> None:
        above = [
            one
            for one in self._order
            if one != value and self.rows[one].geometry().center().y() < where.y()
        ]
        before = list(self._order)
        if value in self._order:
            self._order.remove(value)
        self._order.insert(len(above), value)
        if before != self._order:
            self._arrange()

    def _tell(self) -> None:
        self._arrange()
        self.given.emit(self.question.key, list(self._order))

    def _arrange(self) -> None:
        left = [one for one in self._usual if one not in self._order]
        before: QWidget | None = None
        for place, value in enumerate([*self._order, *left], 1):
            row = self.rows[value]
            row.show_place(place if value in self._order else 0)
            self._column.removeWidget(row)
            self._column.insertWidget(place, row)
            if before is not None:
                self.setTabOrder(before, row)
            before = row
        # What is dragged next is measured by where the rows are now.
        self._column.activate()
