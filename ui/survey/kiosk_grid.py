"""A grid: the same answers for several rows, one row after the other by keys."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QRadioButton

from changedesk.survey.answer_values import values_of
from changedesk.survey.item_codes import ItemCode, item_codes
from changedesk.survey.queries import Asking
from ui.survey.kiosk_body import AnswerBody, CodeKeys
from ui.survey.kiosk_choices import SEEN_MS
from ui.survey.kiosk_look import ANSWER, SMALL, KioskLook, sized
from ui.widgets.text import PlainLabel, plain_label


class Dot(QRadioButton):
    """One answer in one row. `picked` carries the key of the row and the value."""

    picked = Signal(str, str)
    met = Signal(str)

    def __init__(self, look: KioskLook, row: Asking, code: ItemCode) -> None:
        super().__init__()
        self._look, self.code = look, code.code
        self.key, self.value = row.key, code.value
        self.setAutoExclusive(False)
        self.setAccessibleName(f"{row.text}: {code.label}")
        self.clicked.connect(self._pick)
        sized(self, SMALL, bold=True)

    def _pick(self) -> None:
        self.setChecked(True)
        self.picked.emit(self.key, self.value)

    def hitButton(self, place: object) -> bool:
        return True

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(64), self._look.px(52))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(44), self._look.px(46))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.met.emit(self.key)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, look = self._look.theme, self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = look.px(34)
        ring = QRectF(0, 0, side, side)
        ring.moveCenter(QRectF(self.rect()).center())
        chosen, focus = self.isChecked(), self.hasFocus()
        hot = self.underMouse() or self.isDown()
        painter.setBrush(theme.color("accent" if chosen else "hover" if hot else "surface"))
        edge = "focus" if focus else "accent" if chosen else "line_strong"
        painter.setPen(QPen(theme.color(edge), look.px(3) if focus else 1))
        painter.drawEllipse(ring)
        if chosen:
            tick = QRectF(0, 0, look.px(20), look.px(20))
            tick.moveCenter(ring.center())
            theme.icon("check", "on_accent").paint(painter, tick.toRect())
        else:
            painter.setPen(theme.color("text_soft"))
            painter.setFont(self.font())
            painter.drawText(ring, Qt.AlignmentFlag.AlignCenter, self.code)
        painter.end()


class GridBody(AnswerBody):
    """Rows with the same answers. A digit answers the row at hand and goes to the next one."""

    def __init__(self, look: KioskLook, questions: Sequence[Asking]) -> None:
        super().__init__(look, questions)
        codes = item_codes(questions[0])
        self._values = {one.code: one.value for one in codes}
        self._keys = CodeKeys([one.code for one in codes], self)
        self._keys.typed.connect(self._take_code)
        self.at = 0
        self._blank = [question.key for question in questions]
        self._lay_out(look, codes)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SEEN_MS)
        self._soon.timeout.connect(self.done)

    def _lay_out(self, look: KioskLook, codes: Sequence[ItemCode]) -> None:
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(look.px(10), 0, look.px(10), 0)
        self._grid.setHorizontalSpacing(look.px(6))
        self._grid.setVerticalSpacing(0)
        for place, one in enumerate(codes, 1):
            head = plain_label(one.label, "soft", wrap=True)
            head.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom)
            sized(head, SMALL)
            self._grid.addWidget(head, 0, place)
            self._grid.setColumnStretch(place, 1)
            self._grid.setColumnMinimumWidth(place, look.px(84))
        self._grid.setColumnStretch(0, 5)
        self.dots: dict[str, list[Dot]] = {}
        self._texts: list[PlainLabel] = []
        for row, question in enumerate(self.questions, 1):
            text = plain_label(question.text, wrap=True)
            text.setMinimumHeight(look.px(54))
            sized(text, ANSWER)
            self._texts.append(text)
            self._grid.addWidget(text, row, 0)
            self.dots[question.key] = [Dot(look, question, one) for one in codes]
            for place, dot in enumerate(self.dots[question.key], 1):
                dot.picked.connect(self._click)
                dot.met.connect(self._meet)
                self._grid.addWidget(dot, row, place)

    def show_answers(self, answers: Mapping[str, object]) -> None:
        self._blank = []
        for question in self.questions:
            chosen = values_of(answers.get(question.key))
            for dot in self.dots[question.key]:
                dot.setChecked(dot.value in chosen)
            if not chosen:
                self._blank.append(question.key)
        self._go(self._place(self._blank[0]) if self._blank else len(self.questions) - 1)

    def take_digit(self, digit: str) -> bool:
        return self._keys.take(digit)

    def take_back(self) -> bool:
        if self.at == 0:
            return False
        self._go(self.at - 1)
        return True

    def finish(self) -> bool:
        return self._keys.finish() and not self._blank

    def _take_code(self, code: str) -> None:
        self._pick(self.questions[self.at].key, self._values[code])
        if self.at + 1 < len(self.questions):
            self._go(self.at + 1)
        else:
            self.done.emit()

    def _click(self, key: str, value: str) -> None:
        self._pick(key, value)
        at = self._place(key)
        self._go(min(at + 1, len(self.questions) - 1))
        if not self._blank and at + 1 == len(self.questions):
            self._soon.start()

    def _pick(self, key: str, value: str) -> None:
        for dot in self.dots[key]:
            dot.setChecked(dot.value == value)
        self._blank = [one for one in self._blank if one != key]
        self.given.emit(key, value)

    def _meet(self, key: str) -> None:
        self._go(self._place(key))

    def _place(self, key: str) -> int:
        return next(place for place, one in enumerate(self.questions) if one.key == key)

    def _go(self, place: int) -> None:
        self.at = place
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self.look.theme
        painter = QPainter(self)
        for place in range(len(self.questions)):
            band = self._band(place)
            if place == self.at:
                painter.fillRect(band, theme.color("selection"))
                painter.fillRect(
                    QRect(0, band.top(), self.look.px(4), band.height()), theme.color("accent")
                )
            painter.fillRect(QRect(0, band.bottom(), self.width(), 1), theme.color("line"))
        painter.end()

    def _band(self, place: int) -> QRect:
        cell = self._texts[place].geometry()
        return QRect(0, cell.top(), self.width(), cell.height())
