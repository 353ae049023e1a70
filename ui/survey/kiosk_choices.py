"""Answers to choose from, as large boxes with the key that chooses each."""

from collections.abc import Mapping

from PySide6.QtCore import QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QGridLayout,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
)

from changedesk.survey.answer_values import (
    LONGEST_TEXT,
    values_of,
    words_of,
)
from changedesk.survey.item_codes import ItemCode, item_codes
from changedesk.survey.queries import Asking
from ui.survey.kiosk_body import AnswerBody, CodeKeys
from ui.survey.kiosk_fields import KioskLine
from ui.survey.kiosk_look import ANSWER, KioskLook, paint_badge, paint_ground, sized

SEEN_MS = 180
"""So long a choice is seen before the next question comes."""
_IN_ONE_COLUMN = 6
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class BoxFace:
    """Measures and paints a box with a key, words that wrap, and a tick once it is chosen."""

    def __init__(self, button: QAbstractButton, look: KioskLook, code: ItemCode) -> None:
        self._button, self._look, self._code = button, look, code
        button.setText(code.label.replace("&", "&&"))
        button.setAccessibleName(code.label)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        button.setSizePolicy(policy)
        sized(button, ANSWER)

    def height(self, width: int) -> int:
        """Return the height that the words need."""
        rect = QRect(0, 0, max(width - self._before() - self._after(), 40), 10_000)
        words = self._button.fontMetrics().boundingRect(rect, int(_WRAP), self._code.label)
        return max(words.height() + self._pad() * 2, self._button.fontMetrics().height() * 2)

    def paint(self) -> None:
        """Paint the box as it is now."""
        button, look = self._button, self._look
        rect = QRectF(button.rect())
        chosen = button.isChecked()
        painter = QPainter(button)
        hot = button.underMouse() or button.isDown()
        paint_ground(painter, look, rect, chosen=chosen, hot=hot, focus=button.hasFocus())
        side = self._badge()
        key = QRectF(self._pad(), (rect.height() - side) / 2, side, side)
        paint_badge(painter, look, key, self._code.code, chosen=chosen)
        words = rect.adjusted(self._before(), 0, -self._after(), 0)
        painter.setFont(button.font())
        painter.setPen(look.theme.color("on_selection" if chosen else "text"))
        painter.drawText(words, int(_WRAP), self._code.label)
        if chosen:
            tick = QRectF(0, 0, look.px(20), look.px(20))
            tick.moveCenter(rect.center())
            tick.moveRight(rect.right() - self._pad())
            icon = look.theme.icon("check", "accent")
            icon.paint(painter, tick.toRect())
        painter.end()

    def _pad(self) -> int:
        return self._look.px(13)

    def _badge(self) -> int:
        return self._look.px(28)

    def _before(self) -> int:
        return self._pad() * 2 + self._badge()

    def _after(self) -> int:
        return self._pad() * 2 + self._look.px(20)


class OneBox(QRadioButton):
    """A box of which one is chosen. `picked` carries its value."""

    picked = Signal(str)

    def __init__(self, look: KioskLook, code: ItemCode) -> None:
        super().__init__()
        self.value = code.value
        self.face = BoxFace(self, look, code)
        self.setAutoExclusive(False)
        self.clicked.connect(self._pick)

    def _pick(self) -> None:
        self.setChecked(True)
        self.picked.emit(self.value)

    def hitButton(self, place: object) -> bool:
        return True

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 24, self.face.height(self.width()))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 12, self.fontMetrics().height() * 2)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self.face.height(width)

    def paintEvent(self, event: QPaintEvent) -> None:
        self.face.paint()


class TickBox(QCheckBox):
    """A box of which several are chosen. `picked` carries its value."""

    picked = Signal(str)

    def __init__(self, look: KioskLook, code: ItemCode) -> None:
        super().__init__()
        self.value = code.value
        self.face = BoxFace(self, look, code)
        self.clicked.connect(self._pick)

    def _pick(self) -> None:
        self.picked.emit(self.value)

    def hitButton(self, place: object) -> bool:
        return True

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 24, self.face.height(self.width()))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 12, self.fontMetrics().height() * 2)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self.face.height(width)

    def paintEvent(self, event: QPaintEvent) -> None:
        self.face.paint()


class ChoicesBody(AnswerBody):
    """The answers to one question, of which one or several are chosen; words beside one of them."""

    def __init__(self, look: KioskLook, question: Asking) -> None:
        super().__init__(look, (question,))
        self.question = question
        self._several = question.kind == "multi"
        self._chosen: tuple[str, ...] = ()
        codes = item_codes(question)
        self._values = {one.code: one.value for one in codes}
        self._keys = CodeKeys([one.code for one in codes], self)
        self._keys.typed.connect(self._take_code)
        box = TickBox if self._several else OneBox
        self.boxes = [box(look, one) for one in codes]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(9))
        column.addLayout(self._grid(look))
        self.words = self._line()
        column.addWidget(self.words)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SEEN_MS)
        self._soon.timeout.connect(self.done)

    def _grid(self, look: KioskLook) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(look.px(9))
        columns = 1 if len(self.boxes) <= _IN_ONE_COLUMN else 2
        rows = -(-len(self.boxes) // columns)
        for place, box in enumerate(self.boxes):
            grid.addWidget(box, place % rows, place // rows)
            box.picked.connect(self._click)
        for column in range(columns):
            grid.setColumnStretch(column, 1)
        return grid

    def _line(self) -> KioskLine:
        line = KioskLine(self.tr("In your own words"), ANSWER)
        line.setMaxLength(LONGEST_TEXT)
        line.setPlaceholderText(line.accessibleName())
        line.textChanged.connect(self._tell_words)
        line.hide()
        return line

    def _tell_words(self, words: str) -> None:
        self.worded.emit(self.question.key, words)

    def show_answers(self, answers: Mapping[str, object]) -> None:
        self._chosen = values_of(answers.get(self.question.key))
        for box in self.boxes:
            box.setChecked(box.value in self._chosen)
        words = words_of(answers, self.question.key)
        if words != self.words.text().strip():
            self.words.setText(words)
        self.words.setVisible(self._asks_words())

    def _asks_words(self) -> bool:
        return any(one.other and one.value in self._chosen for one in self.question.options)

    def take_digit(self, digit: str) -> bool:
        return self._keys.take(digit)

    def finish(self) -> bool:
        return self._keys.finish() and not self._several and not self._asks_words()

    def _take_code(self, code: str) -> None:
        self._pick(self._values[code])
        if not self._several and not self._asks_words():
            self.done.emit()

    def _click(self, value: str) -> None:
        self._pick(value)
        if not self._several and not self._asks_words():
            self._soon.start()

    def _pick(self, value: str) -> None:
        if not self._several:
            self._chosen = (value,)
        elif value in self._chosen:
            self._chosen = tuple(one for one in self._chosen if one != value)
        else:
            self._chosen = self._beside(value)
        for box in self.boxes:
            box.setChecked(box.value in self._chosen)
        self.words.setVisible(self._asks_words())
        answer = list(self._chosen) if self._several else value
        self.given.emit(self.question.key, answer)
        if self._asks_words() and any(
            one.other and one.value == value for one in self.question.options
        ):
            self.words.setFocus()

    def _beside(self, value: str) -> tuple[str, ...]:
        """Return the choices with one more, in the order of the question; some stand alone."""
        alone = {one.value for one in self.question.options if one.meaning}
        if value in alone:
            return (value,)
        kept = {*self._chosen, value} - alone
        return tuple(box.value for box in self.boxes if box.value in kept)
