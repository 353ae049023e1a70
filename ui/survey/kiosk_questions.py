"""The face of the kiosk on which questions are answered: cards, the way back and on, progress."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from changedesk.survey.answer_values import OTHER
from changedesk.survey.answering import Page
from changedesk.survey.queries import Asking
from ui.survey.kiosk_card import QuestionCard
from ui.survey.kiosk_look import ANSWER, SMALL, KioskLook, sized
from ui.survey.kiosk_visit import Visit
from ui.widgets.text import plain_label

_AT_ONCE = 2
_WIDEST = 1040
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class QuestionsFace(QWidget):
    """`finished` is emitted after the last question, `left` when one goes back from the first.

    `later` is emitted by whoever wants to go on another time.
    """

    finished = Signal()
    left = Signal()
    later = Signal()

    def __init__(self, look: KioskLook) -> None:
        super().__init__()
        self._look = look
        self.visit: Visit | None = None
        self.cards: dict[tuple[str, ...], QuestionCard] = {}
        self._awaited: list[Page[Asking]] = []
        self._more = QTimer(self)
        self._more.setSingleShot(True)
        self._more.setInterval(0)
        self._more.timeout.connect(self._add_cards)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._holder = QWidget()
        self._column = QVBoxLayout(self._holder)
        self._area.setWidget(self._holder)
        program = QApplication.instance()
        assert isinstance(program, QApplication)
        program.focusChanged.connect(self._mark)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._area, 1)
        column.addWidget(self._foot())

    def _foot(self) -> QFrame:
        foot = QFrame()
        foot.setProperty("look", "surface")
        self.back = QPushButton()
        self.on = QPushButton()
        self.on.setProperty("look", "primary")
        self.clear = QPushButton(self.tr("Clear the answer"))
        self.clear.setProperty("look", "quiet")
        self.later_button = QPushButton(self.tr("Go on later"))
        self.later_button.setProperty("look", "quiet")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.said = plain_label("", "soft")
        sized(self.said, SMALL)
        for button in (self.back, self.on):
            sized(button, ANSWER)
        for button in (self.clear, self.later_button):
            sized(button, SMALL)
        for button, slot in (
            (self.back, self.go_back), (self.on, self.go_on), (self.clear, self._clear),
            (self.later_button, self.later),
        ):  # fmt: skip
            button.clicked.connect(slot)
        self._row = QHBoxLayout(foot)
        for widget, share in (
            (self.back, 0), (self.later_button, 0), (self.bar, 1), (self.said, 0),
            (self.clear, 0), (self.on, 0),
        ):  # fmt: skip
            self._row.addWidget(widget, share)
        return foot

    # -- showing ------------------------------------------------------------------------------

    def show_visit(self, visit: Visit) -> None:
        """Show where a person is."""
        self.visit = visit
        self._forget_cards()
        self.show_page()

    def restyle(self) -> None:
        """Take on another size of type: what is shown is made anew."""
        if self.visit is not None:
            self._forget_cards()
            self.show_page()

    def forget(self) -> None:
        """Let go of everything that a person answered."""
        self.visit = None
        self._forget_cards()

    def _forget_cards(self) -> None:
        self._more.stop()
        self._awaited = []
        for card in self.cards.values():
            self._column.removeWidget(card)
            card.hide()
            card.setParent(None)
            card.deleteLater()
        self.cards = {}
        while self._column.count():
            self._column.takeAt(0)
        self._fit()

    def _fit(self) -> None:
        px = self._look.px
        side = max(px(40), (self.width() - px(_WIDEST)) // 2)
        self._column.setContentsMargins(side - px(16), px(36), side, px(16))
        self._column.setSpacing(px(30))
        self._row.setContentsMargins(side, px(12), side, px(12))
        self._row.setSpacing(px(14))
        for button in (self.back, self.on):
            button.setMinimumSize(px(132), px(50))
        for button in (self.clear, self.later_button):
            button.setMinimumHeight(px(50))
        self._look.dress(self)

    def resizeEvent(self, event: object) -> None:
        self._fit()

    def show_page(self) -> None:
        """Show the page at hand, or all of them where that is how the survey is shown."""
        visit = self.visit
        if visit is None or not visit.pages:
            return
        if visit.whole:
            self._awaited = list(visit.pages)
            self._add_cards()
        else:
            self._forget_cards()
            self._add_card(visit.page)
            self._column.addStretch(1)
            self._area.verticalScrollBar().setValue(0)
        self._show_foot()
        self.card.begin()

    def _add_cards(self) -> None:
        for page in self._awaited[:_AT_ONCE]:
            self._add_card(page)
        self._awaited = self._awaited[_AT_ONCE:]
        if self._awaited:
            self._more.start()
        else:
            self._column.addStretch(1)

    def _add_card(self, page: Page[Asking]) -> None:
        assert self.visit is not None
        card = QuestionCard(self._look, page)
        card.given.connect(self._take)
        card.worded.connect(self._take_words)
        card.done.connect(self._card_done)
        card.show_answers(self.visit.answers)
        self.cards[card.keys] = card
        place = self._place_of(card)
        self._column.insertWidget(place, card)
        # A widget that comes into a layout is shown a moment later: too late for the keyboard.
        card.show()

    def _place_of(self, card: QuestionCard) -> int:
        assert self.visit is not None
        order = {one.key: place for place, one in enumerate(self.visit.told.questions)}
        mine = order[card.keys[0]]
        return sum(order[keys[0]] < mine for keys in self.cards if keys != card.keys)

    def _show_foot(self) -> None:
        visit = self.visit
        assert visit is not None
        pages, place = visit.pages, visit.place
        last = visit.whole or place + 1 == len(pages)
        self.back.setText(self.tr("Back"))
        self.on.setText(self.tr("Done") if last else self.tr("Next"))
        self.back.setEnabled(True)
        answered, asked = visit.told.answered(visit.answers)
        if visit.whole:
            self.bar.setRange(0, max(asked, 1))
            self.bar.setValue(answered)
            self.said.setText(self.tr("{0} of {1} answered").format(answered, asked))
        else:
            self.bar.setRange(0, len(pages))
            self.bar.setValue(place + 1)
            self.said.setText(self.tr("{0} of {1}").format(place + 1, len(pages)))
        self._show_clear()

    def _show_clear(self) -> None:
        visit = self.visit
        assert visit is not None
        here = self.card
        can = not visit.whole and not here.is_note and any(visit.answers.get(k) for k in here.keys)
        optional = not any(visit.told.question(key).required for key in here.keys)
        self.clear.setVisible(can and optional)

    @property
    def card(self) -> QuestionCard:
        """Return the card at hand: the only one, or the one that has the keyboard."""
        cards = sorted(self.cards.values(), key=self._column.indexOf)
        focus = QApplication.focusWidget()
        for card in cards:
            if focus is card or (focus is not None and card.isAncestorOf(focus)):
                return card
        return cards[0]

    @property
    def page_in_sight(self) -> tuple[str, ...]:
        """Return the questions of the page at hand; none where all stand on one page."""
        whole = self.visit is None or self.visit.whole
        return () if whole else next(iter(self.cards), ())

    def _mark(self) -> None:
        whole = self.visit is not None and self.visit.whole
        for card in self.cards.values():
            card.mark(whole and card is self.card)

    # -- answering ----------------------------------------------------------------------------

    def _take(self, key: str, answer: object) -> None:
        visit = self.visit
        if visit is None:
            return
        visit.give(key, answer)
        sender = self._card_of(key)
        if sender is not None:
            sender.show_faults({})
        if visit.whole:
            self._show_whole(visit)
        self._show_foot()

    def _take_words(self, key: str, words: str) -> None:
        if self.visit is not None:
            self.visit.give(key + OTHER, words)

    def _card_of(self, key: str) -> QuestionCard | None:
        return next((card for keys, card in self.cards.items() if key in keys), None)

    def _show_whole(self, visit: Visit) -> None:
        """Let questions come and go with their conditions, where all stand on one page."""
        if self._awaited:
            return
        wanted = {tuple(one.key for one in page.questions): page for page in visit.pages}
        for keys in [keys for keys in self.cards if keys not in wanted]:
            card = self.cards.pop(keys)
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        for keys, page in wanted.items():
            if keys not in self.cards:
                self._add_card(page)

    def _clear(self) -> None:
        visit = self.visit
        if visit is None:
            return
        card = self.card
        for key in card.keys:
            visit.give(key, "")
            visit.give(key + OTHER, "")
        card.show_answers(visit.answers)
        card.show_faults({})
        self._show_foot()
        card.begin()

    def _card_done(self) -> None:
        visit, sender = self.visit, self.sender()
        if visit is None or not isinstance(sender, QuestionCard):
            return
        if not visit.whole:
            self.go_on()
            return
        cards = sorted(self.cards.values(), key=self._column.indexOf)
        place = cards.index(sender) + 1
        if place < len(cards):
            cards[place].begin()
            self._area.ensureWidgetVisible(cards[place], 0, self._look.px(60))
        else:
            self.on.setFocus()

    def go_on(self) -> None:
        """Go to the next question, or tell what is wrong with this one."""
        visit = self.visit
        if visit is None or not self.isVisible():
            return
        faults = visit.faults()
        for card in self.cards.values():
            card.show_faults(faults)
        if faults:
            wrong = next(card for card in self._in_order() if set(card.keys) & set(faults))
            wrong.show_answers(visit.answers)
            wrong.begin()
            self._area.ensureWidgetVisible(wrong, 0, self._look.px(60))
            QTimer.singleShot(0, self, self._show_wrong)
        elif visit.forward():
            self.show_page()
        else:
            self.finished.emit()

    def _show_wrong(self) -> None:
        for card in self._in_order():
            if card.wrong_bar.isVisible():
                self._area.ensureWidgetVisible(card.wrong_bar)
                return

    def _in_order(self) -> list[QuestionCard]:
        return sorted(self.cards.values(), key=self._column.indexOf)

    def go_back(self) -> None:
        """Go to the question before; from the first one, to the start."""
        if self.visit is None:
            return
        if not self.visit.whole and self.visit.back():
            self.show_page()
        else:
            self.left.emit()

    def take_key(self, event: QKeyEvent) -> bool:
        """Do what a key means; tell whether it means anything."""
        body = self.card.body if self.cards else None
        if event.key() in _ENTER:
            focus = QApplication.focusWidget()
            if isinstance(focus, QPushButton) and focus in (
                self.back,
                self.clear,
                self.later_button,
            ):
                focus.click()
            elif body is None or not body.finish():
                self._enter()
            return True
        if event.key() == Qt.Key.Key_Backspace:
            if body is None or not body.take_back():
                self.go_back()
            return True
        return event.text().isdigit() and body is not None and body.take_digit(event.text())

    def _enter(self) -> None:
        visit = self.visit
        if visit is not None and visit.whole and QApplication.focusWidget() is not self.on:
            order = self._in_order()
            place = order.index(self.card) + 1
            if place < len(order):
                order[place].begin()
                self._area.ensureWidgetVisible(order[place], 0, self._look.px(60))
                return
        self.go_on()
