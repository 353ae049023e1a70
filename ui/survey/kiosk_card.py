"""One question on the screen: what is asked, where it is answered, and what is wrong with it."""

from collections.abc import Mapping

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from changedesk.survey.answer_values import Fault, sentence
from changedesk.survey.answering import Page
from changedesk.survey.queries import Asking
from ui.survey.kiosk_body import AnswerBody
from ui.survey.kiosk_choices import ChoicesBody
from ui.survey.kiosk_fields import DayBody, NumberBody, TextBody
from ui.survey.kiosk_grid import GridBody
from ui.survey.kiosk_look import ANSWER, QUESTION, SMALL, KioskLook, sized
from ui.survey.kiosk_rank import RankBody
from ui.survey.kiosk_scale import ScaleBody, is_scale
from ui.widgets.text import plain_label

_TYPED = {"text": TextBody, "number": NumberBody, "date": DayBody}


def body_of(look: KioskLook, page: Page[Asking]) -> AnswerBody | None:
    """Return where a page is answered; None for a text to read."""
    first = page.questions[0]
    if first.kind == "note":
        return None
    if first.kind == "matrix" and page.block:
        return GridBody(look, page.questions)
    if first.kind in _TYPED:
        return _TYPED[first.kind](look, first)
    if first.kind == "rank":
        return RankBody(look, first)
    return ScaleBody(look, first) if is_scale(first) else ChoicesBody(look, first)


class QuestionCard(QWidget):
    """A question, or a grid of them. `given` and `worded` carry a key and what was answered.

    `done` is emitted once the next one may come.
    """

    given = Signal(str, object)
    worded = Signal(str, str)
    done = Signal()

    def __init__(self, look: KioskLook, page: Page[Asking]) -> None:
        super().__init__()
        self.keys = tuple(one.key for one in page.questions)
        self.at_hand = False
        self._look = look
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        first = page.questions[0]
        self.is_note = first.kind == "note"
        grid = len(page.questions) > 1 or (first.kind == "matrix" and bool(page.block))
        asked = page.block if grid else first.text
        self.setAccessibleName(asked)
        self.setAccessibleDescription(first.help)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(16), 0, 0, 0)
        column.setSpacing(look.px(8))
        heading = plain_label(asked, wrap=True)
        sized(heading, ANSWER if self.is_note else QUESTION, bold=not self.is_note)
        column.addWidget(heading)
        helping = [first.help] if first.help else []
        if first.kind == "multi":
            helping.append(self.tr("Choose all that apply."))
        for words in helping:
            label = plain_label(words, "soft", wrap=True)
            sized(label, SMALL)
            column.addWidget(label)
        column.addSpacing(look.px(10))
        self.body = body_of(look, page)
        if self.body is not None:
            self.body.given.connect(self.given)
            self.body.worded.connect(self.worded)
            self.body.done.connect(self.done)
            column.addWidget(self.body)
        column.addWidget(self._wrong_bar())
        self._names = {one.key: one.text for one in page.questions} if grid else {}
        look.dress(self)

    def _wrong_bar(self) -> QFrame:
        px = self._look.px
        self.wrong = plain_label("", wrap=True)
        sized(self.wrong, ANSWER)
        self.wrong_bar = QFrame()
        self.wrong_bar.setProperty("look", "bad")
        inside = QVBoxLayout(self.wrong_bar)
        inside.setContentsMargins(px(14), px(10), px(14), px(10))
        inside.addWidget(self.wrong)
        self.wrong_bar.hide()
        return self.wrong_bar

    def show_answers(self, answers: Mapping[str, object]) -> None:
        """Show what was answered."""
        if self.body is not None:
            self.body.show_answers(answers)

    def show_faults(self, faults: Mapping[str, Fault]) -> None:
        """Say in a sentence what is wrong, or nothing."""
        found = [(key, faults[key]) for key in self.keys if key in faults]
        words = "\n".join(
            f"{self._names[key]}: {sentence(fault)}" if key in self._names else sentence(fault)
            for key, fault in found[:1]
        )
        if words == self.wrong.text():
            return
        self.wrong.setText(words)
        self.wrong_bar.setVisible(bool(words))
        if words:
            QAccessible.updateAccessibility(QAccessibleEvent(self.wrong, QAccessible.Event.Alert))

    def begin(self) -> None:
        """Take the keyboard without marking any answer."""
        first = self.body.first() if self.body is not None else None
        (first or self).setFocus()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.at_hand:
            painter = QPainter(self)
            bar = QRect(0, 0, self._look.px(4), self.height())
            painter.fillRect(bar, self._look.theme.color("accent"))
            painter.end()

    def mark(self, at_hand: bool) -> None:
        """Show that the digits go to this question, where there are others beside it."""
        if at_hand != self.at_hand:
            self.at_hand = at_hand
            self.update()
