"""Figures side by side: how likely, how satisfied, with words at both ends."""

import re
from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QRadioButton, QVBoxLayout

from changedesk.survey.answer_values import values_of
from changedesk.survey.item_codes import ItemCode, item_codes
from changedesk.survey.queries import Asking
from ui.survey.kiosk_body import AnswerBody, CodeKeys
from ui.survey.kiosk_choices import SEEN_MS
from ui.survey.kiosk_look import ANSWER, SMALL, KioskLook, paint_ground, sized
from ui.widgets.text import PlainLabel, plain_label

_FIGURE = re.compile(r"\s*-?\d+\s*[-–:.=]?\s*", re.ASCII)
_IN_A_ROW = 11


def is_scale(question: Asking) -> bool:
    """Tell whether a question is answered by figures side by side."""
    if question.kind == "nps":
        return bool(item_codes(question))
    return not question.options and bool(item_codes(question))


class Tile(QRadioButton):
    """One figure. `picked` carries its value."""

    picked = Signal(str)

    def __init__(self, look: KioskLook, code: ItemCode) -> None:
        super().__init__(code.code)
        self._look, self.value, self.code = look, code.value, code.code
        self.setAutoExclusive(False)
        self.setAccessibleName(code.label)
        self.clicked.connect(self._pick)
        sized(self, ANSWER, bold=True)

    def _pick(self) -> None:
        self.setChecked(True)
        self.picked.emit(self.value)

    def hitButton(self, place: object) -> bool:
        return True

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(72), self._look.px(72))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(40), self._look.px(56))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        chosen, theme = self.isChecked(), self._look.theme
        rect = QRectF(self.rect())
        hot = self.underMouse() or self.isDown()
        paint_ground(painter, self._look, rect, chosen=chosen, hot=hot, focus=self.hasFocus())
        painter.setPen(theme.color("on_selection" if chosen else "text"))
        painter.setFont(self.font())
        lifted = rect.adjusted(0, 0, 0, -self._look.px(18)) if chosen else rect
        painter.drawText(lifted, Qt.AlignmentFlag.AlignCenter, self.code)
        if chosen:
            tick = QRectF(0, 0, self._look.px(18), self._look.px(18))
            tick.moveCenter(rect.center())
            tick.moveBottom(rect.bottom() - self._look.px(8))
            theme.icon("check", "accent").paint(painter, tick.toRect())
        painter.end()


class ScaleBody(AnswerBody):
    """One figure of a scale; a digit, or two, answers."""

    def __init__(self, look: KioskLook, question: Asking) -> None:
        super().__init__(look, (question,))
        self.question = question
        codes = item_codes(question)
        self._values = {one.code: one.value for one in codes}
        self._keys = CodeKeys([one.code for one in codes], self)
        self._keys.typed.connect(self._take_code)
        self.boxes = [Tile(look, one) for one in codes]
        grid = QGridLayout()
        grid.setSpacing(look.px(9))
        for place, tile in enumerate(self.boxes):
            grid.addWidget(tile, place // _IN_A_ROW, place % _IN_A_ROW)
            tile.picked.connect(self._click)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(9))
        column.addLayout(grid)
        column.addLayout(self._ends(codes[0], codes[-1]))
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SEEN_MS)
        self._soon.timeout.connect(self.done)

    def _ends(self, first: ItemCode, last: ItemCode) -> QHBoxLayout:
        row = QHBoxLayout()
        words = [_FIGURE.sub("", code.label, count=1) for code in (first, last)]
        usual = self._usual_ends()
        labels: list[PlainLabel] = []
        for place, own in enumerate(words):
            label = plain_label(own or usual[place], "soft")
            sized(label, SMALL)
            labels.append(label)
        for tile, label in ((self.boxes[0], labels[0]), (self.boxes[-1], labels[1])):
            tile.setAccessibleDescription(label.text())
        row.addWidget(labels[0])
        row.addStretch(1)
        row.addWidget(labels[1])
        return row

    def _usual_ends(self) -> tuple[str, str]:
        kind = self.question.kind
        if kind == "nps":
            return self.tr("Not at all likely"), self.tr("Extremely likely")
        if kind == "csat":
            return self.tr("Very dissatisfied"), self.tr("Very satisfied")
        return self.tr("Strongly disagree"), self.tr("Strongly agree")

    def show_answers(self, answers: Mapping[str, object]) -> None:
        chosen = values_of(answers.get(self.question.key))
        for tile in self.boxes:
            tile.setChecked(tile.value in chosen)

    def take_digit(self, digit: str) -> bool:
        return self._keys.take(digit)

    def finish(self) -> bool:
        return self._keys.finish()

    def _take_code(self, code: str) -> None:
        self._pick(self._values[code])
        self.done.emit()

    def _click(self, value: str) -> None:
        self._pick(value)
        self._soon.start()

    def _pick(self, value: str) -> None:
        for tile in self.boxes:
            tile.setChecked(tile.value == value)
        self.given.emit(self.question.key, value)
