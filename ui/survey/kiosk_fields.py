"""Answers that are typed: words, a number, a day; a number and a day by touch as well."""

from collections.abc import Mapping

from PySide6.QtCore import QDate, QLocale, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QTextCharFormat
from PySide6.QtWidgets import (
    QCalendarWidget,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from changedesk.exchange.dates import Order
from changedesk.survey.answer_typing import typed
from changedesk.survey.answer_values import LONGEST_TEXT, bounds, values_of
from changedesk.survey.queries import Asking
from ui.records.values import ISO, date_text
from ui.survey.kiosk_body import AnswerBody
from ui.survey.kiosk_look import ANSWER, QUESTION, SMALL, KioskLook, sized
from ui.widgets.one_line import keep_on_one_line
from ui.widgets.text import PlainEdit, plain_label

_PAD = ("7", "8", "9", "4", "5", "6", "1", "2", "3")


def day_order() -> Order:
    """Return whether the locale writes the day first or the month."""
    form = QLocale().dateFormat(QLocale.FormatType.ShortFormat)
    return "day" if form.find("d") < form.find("M") else "month"


class KioskLine(QLineEdit):
    """A line from which Backspace goes back once it is empty."""

    def __init__(self, name: str, points: float = QUESTION) -> None:
        super().__init__()
        keep_on_one_line(self)
        self.setAccessibleName(name)
        sized(self, points)

    def sizeHint(self) -> QSize:
        # The style sheet takes the least height of every line for itself.
        return QSize(super().sizeHint().width(), self.fontMetrics().height() * 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        empty = not self.text() and not event.isAutoRepeat()
        if empty and event.key() == Qt.Key.Key_Backspace:
            event.ignore()
        else:
            super().keyPressEvent(event)


class KioskEdit(PlainEdit):
    """Lines of text: Enter is left to go on, Shift+Enter begins a line."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        sized(self, ANSWER)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        back = event.key() == Qt.Key.Key_Backspace and not event.isAutoRepeat()
        if (enter and not shift) or (back and not self.toPlainText()):
            event.ignore()
        else:
            super().keyPressEvent(event)


class TextBody(AnswerBody):
    """Words of one's own."""

    def __init__(self, look: KioskLook, question: Asking) -> None:
        super().__init__(look, (question,))
        self.question = question
        self._most = question.most or LONGEST_TEXT
        self.edit = KioskEdit(question.text)
        self.edit.setFixedHeight(look.px(210))
        self.edit.textChanged.connect(self._tell)
        self._left = plain_label("", "soft")
        sized(self._left, SMALL)
        hint = plain_label(self.tr("Enter goes on, Shift+Enter begins a new line."), "soft")
        sized(hint, SMALL)
        row = QHBoxLayout()
        row.addWidget(hint, 1)
        row.addWidget(self._left)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        column.addWidget(self.edit)
        column.addLayout(row)

    def show_answers(self, answers: Mapping[str, object]) -> None:
        words = "".join(values_of(answers.get(self.question.key)))
        if words != self.edit.toPlainText():
            self.edit.setPlainText(words)

    def first(self) -> QWidget:
        return self.edit

    def _tell(self) -> None:
        words = self.edit.toPlainText()
        left = self._most - len(words)
        near = left < max(100, self._most // 5)
        self._left.setText(self.tr("Letters left: {0}").format(left) if near and left >= 0 else "")
        self.given.emit(self.question.key, words if words.strip() else "")


class NumberBody(AnswerBody):
    """A number, typed or touched."""

    def __init__(self, look: KioskLook, question: Asking) -> None:
        super().__init__(look, (question,))
        self.question = question
        self.line = KioskLine(question.text)
        self.line.setFixedWidth(look.px(300))
        self.line.textChanged.connect(self._tell)
        hint = plain_label(self._hint(), "soft")
        sized(hint, SMALL)
        side = QVBoxLayout()
        side.addWidget(self.line)
        side.addWidget(hint)
        side.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(32))
        row.addLayout(side)
        row.addLayout(self._pad(look))
        row.addStretch(1)

    def _hint(self) -> str:
        least, most = bounds(self.question)
        if least is not None and most is not None:
            return self.tr("From {0} to {1}").format(least, most)
        if least is not None:
            return self.tr("At least {0}").format(least)
        return self.tr("At most {0}").format(most) if most is not None else ""

    def _pad(self, look: KioskLook) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(look.px(8))
        for place, digit in enumerate((*_PAD, QLocale().decimalPoint(), "0", "⌫")):
            key = PadKey(digit, self.tr("Take the last one away") if digit == "⌫" else digit)
            key.setFixedSize(look.px(76), look.px(58))
            key.touched.connect(self._touch)
            grid.addWidget(key, place // 3, place % 3)
        return grid

    def show_answers(self, answers: Mapping[str, object]) -> None:
        value = "".join(values_of(answers.get(self.question.key)))
        if value != self._meant():
            self.line.setText(value.replace(".", QLocale().decimalPoint()))

    def first(self) -> QWidget:
        return self.line

    def _meant(self) -> str:
        text = self.line.text().strip()
        return str(typed(self.question, text)) if text else ""

    def _touch(self, sign: str) -> None:
        if sign == "⌫":
            self.line.backspace()
        else:
            self.line.insert(sign)

    def _tell(self) -> None:
        self.given.emit(self.question.key, self._meant())


class PadKey(QPushButton):
    """One key of the pad. `touched` carries its sign."""

    touched = Signal(str)

    def __init__(self, sign: str, name: str) -> None:
        super().__init__(sign)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.clicked.connect(self._touch)
        sized(self, ANSWER, bold=True)

    def _touch(self) -> None:
        self.touched.emit(self.text())


class DayGrid(QCalendarWidget):
    """The days of a month, of which none looks chosen before one is."""

    def __init__(self, look: KioskLook) -> None:
        super().__init__()
        self._ink, self._ground = look.theme.color("text"), look.theme.color("surface")
        self.answered = False

    def show_answer(self, day: QDate) -> None:
        """Mark a day; one that is not valid marks none."""
        self.answered = day.isValid()
        if self.answered:
            self.setSelectedDate(day)
        self.updateCells()

    def paintCell(self, painter: QPainter, rect: QRect, date: QDate) -> None:
        if self.answered or date != self.selectedDate():
            super().paintCell(painter, rect, date)
            return
        painter.fillRect(rect, self._ground)
        painter.setPen(self._ink)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(date.day()))


class KioskCalendar(QWidget):
    """A month in the colours of the window, with large keys to the months around it."""

    def __init__(self, look: KioskLook) -> None:
        super().__init__()
        self.days = DayGrid(look)
        self.days.setAccessibleName(self.tr("Pick a day"))
        self.days.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.days.setNavigationBarVisible(False)
        self.days.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.days.setFixedSize(look.px(460), look.px(300))
        self.days.currentPageChanged.connect(self._show_month)
        sized(self.days, SMALL)
        plain, soft = QTextCharFormat(), QTextCharFormat()
        plain.setForeground(look.theme.color("text"))
        soft.setForeground(look.theme.color("text_soft"))
        for day in Qt.DayOfWeek:
            self.days.setWeekdayTextFormat(day, plain)
        self.days.setHeaderTextFormat(soft)
        self._month = plain_label("")
        self._month.setAlignment(Qt.AlignmentFlag.AlignCenter)
        sized(self._month, ANSWER, bold=True)
        row = QHBoxLayout()
        for sign, name, slot in (
            ("◀", self.tr("The month before"), self.days.showPreviousMonth),
            ("▶", self.tr("The month after"), self.days.showNextMonth),
        ):
            button = QPushButton(sign)
            button.setProperty("look", "quiet")
            button.setAccessibleName(name)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setFixedSize(look.px(56), look.px(46))
            button.clicked.connect(slot)
            sized(button, SMALL)
            row.addWidget(button)
        row.insertWidget(1, self._month, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self.days)
        self._show_month(self.days.yearShown(), self.days.monthShown())

    def _show_month(self, year: int, month: int) -> None:
        self._month.setText(QLocale().toString(QDate(year, month, 1), "MMMM yyyy"))


class DayBody(AnswerBody):
    """A day: typed as the locale writes it, or touched in the calendar."""

    def __init__(self, look: KioskLook, question: Asking) -> None:
        super().__init__(look, (question,))
        self.question = question
        self.line = KioskLine(question.text)
        self.line.setFixedWidth(look.px(300))
        self.line.setPlaceholderText(date_text("2026-03-31"))
        self.line.textChanged.connect(self._tell)
        self.understood = plain_label("", "soft")
        sized(self.understood, SMALL)
        self.calendar = KioskCalendar(look)
        self.calendar.days.clicked.connect(self._touch)
        side = QVBoxLayout()
        side.addWidget(self.line)
        side.addWidget(self.understood)
        side.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(32))
        row.addLayout(side)
        row.addWidget(self.calendar)
        row.addStretch(1)

    def show_answers(self, answers: Mapping[str, object]) -> None:
        value = "".join(values_of(answers.get(self.question.key)))
        if value != self._meant():
            day = QDate.fromString(value, ISO)
            self.line.setText(date_text(value) if day.isValid() else value)
        self._show()

    def first(self) -> QWidget:
        return self.line

    def _meant(self) -> str:
        text = self.line.text().strip()
        return str(typed(self.question, text, day_order())) if text else ""

    def _touch(self, day: QDate) -> None:
        self.line.setText(date_text(day.toString(ISO)))

    def _tell(self) -> None:
        self._show()
        self.given.emit(self.question.key, self._meant())

    def _show(self) -> None:
        day = QDate.fromString(self._meant(), ISO)
        long = QLocale().toString(day, QLocale.FormatType.LongFormat) if day.isValid() else ""
        self.understood.setText(long)
        self.calendar.days.show_answer(day)
