"""The faces of the kiosk around the questions: a greeting, a word, a code, who one is."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from changedesk.survey.answering import Page
from changedesk.survey.queries import Asking, Option
from ui.survey.kiosk_card import QuestionCard
from ui.survey.kiosk_fields import KioskLine
from ui.survey.kiosk_look import ANSWER, GREETING, QUESTION, SMALL, KioskLook, sized
from ui.theme.tokens import GRID
from ui.widgets.text import PlainLabel, plain_label

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_KEY = int(Qt.ItemDataRole.UserRole)
_WIDEST = 820
NOT_SAID = "-"


class Face(QWidget):
    """Something in the middle of the screen with buttons below it.

    `accepted` is emitted by its first button and Enter, `other` by its second, `left` by Backspace.
    """

    accepted = Signal()
    other = Signal()
    left = Signal()

    def __init__(self, look: KioskLook, first: str, second: str = "") -> None:
        super().__init__()
        self.look = look
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.column = QVBoxLayout()
        self.first = QPushButton(first)
        self.first.setProperty("look", "primary")
        self.first.clicked.connect(self.accepted)
        sized(self.first, QUESTION)
        self.second = QPushButton(second)
        self.second.clicked.connect(self.other)
        self.second.setVisible(bool(second))
        self.second.setProperty("look", "quiet")
        sized(self.second, ANSWER)
        self._buttons = QHBoxLayout()
        for button in (self.first, self.second):
            self._buttons.addWidget(button)
        self._buttons.addStretch(1)
        self._outer = QVBoxLayout(self)
        self._outer.addStretch(2)
        self._outer.addLayout(self.column)
        self._outer.addLayout(self._buttons)
        self._outer.addStretch(3)

    def label(self, points: float, look: str = "", *, bold: bool = False) -> PlainLabel:
        """Add a text."""
        label = plain_label("", look, wrap=True)
        sized(label, points, bold=bold)
        self.column.addWidget(label)
        return label

    def restyle(self) -> None:
        """Take on the size of the screen."""
        px = self.look.px
        side = max(px(60), (self.width() - px(_WIDEST)) // 2)
        self._outer.setContentsMargins(side, px(24), side, px(24))
        self.column.setSpacing(px(16))
        self._outer.setSpacing(px(34))
        self._buttons.setSpacing(px(16))
        self.first.setMinimumSize(px(190), px(64))
        self.second.setMinimumHeight(px(64))
        self.look.dress(self)

    def resizeEvent(self, event: object) -> None:
        self.restyle()

    def begin(self) -> None:
        """Take the keyboard."""
        self.setFocus()

    def take_key(self, event: QKeyEvent) -> bool:
        """Do what a key means; tell whether it means anything."""
        if event.key() in ENTER:
            if self.second.hasFocus():
                self.other.emit()
            else:
                self.accepted.emit()
            return True
        if event.key() == Qt.Key.Key_Backspace:
            self.left.emit()
            return True
        return False


class SayFace(Face):
    """A heading, a text, perhaps a code in large letters, and a line below."""

    def __init__(
        self, look: KioskLook, first: str, second: str = "", *, anywhere: bool = False
    ) -> None:
        super().__init__(look, first, second)
        self._anywhere = anywhere
        self.heading = self.label(GREETING, bold=True)
        self.text = self.label(ANSWER)
        self.code = self.label(GREETING * 1.3, bold=True)
        self.small = self.label(SMALL, "soft")

    def say(self, heading: str, text: str = "", code: str = "", small: str = "") -> None:
        """Change the words."""
        words = (heading, text, code, small)
        for label, one in zip((self.heading, self.text, self.code, self.small), words, strict=True):
            label.setText(one)
            label.setVisible(bool(one))
        self.setAccessibleName(heading)
        self.setAccessibleDescription(" ".join(one for one in words[1:] if one))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._anywhere:
            self.accepted.emit()
        else:
            super().mousePressEvent(event)

    def take_key(self, event: QKeyEvent) -> bool:
        if self._anywhere:
            self.accepted.emit()
            return True
        return super().take_key(event)


class CodeFace(Face):
    """Asks for a code. `accepted` says that `code` was given."""

    def __init__(self, look: KioskLook, first: str, second: str = "") -> None:
        super().__init__(look, first, second)
        self.heading = self.label(QUESTION, bold=True)
        self.text = self.label(ANSWER)
        self.line = KioskLine("")
        self.line.setMaxLength(40)
        self.column.addWidget(self.line)
        self.wrong = self.label(ANSWER, "bad")
        self.wrong.setMargin(GRID)
        self.wrong.hide()

    @property
    def code(self) -> str:
        """Return what was typed."""
        return self.line.text().strip()

    def ask(self, heading: str, text: str) -> None:
        """Ask anew."""
        self.heading.setText(heading)
        self.text.setText(text)
        self.line.setAccessibleName(heading)
        self.line.setAccessibleDescription(text)
        self.line.clear()
        self.refuse("")

    def refuse(self, words: str) -> None:
        """Say that it cannot be that."""
        self.wrong.setText(words)
        self.wrong.setVisible(bool(words))

    def begin(self) -> None:
        self.line.setFocus()


class GroupFace(QWidget):
    """Asks which group somebody is in. `chosen` carries its key, None for not said."""

    chosen = Signal(object)
    left = Signal()

    def __init__(self, look: KioskLook, groups: Sequence[tuple[int, str]]) -> None:
        super().__init__()
        self._look = look
        self._groups = groups
        self.card: QuestionCard | None = None
        self._picked: str | None = None
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._area)

    def restyle(self) -> None:
        """Take on the size of the screen."""
        px = self._look.px
        side = max(px(40), (self.width() - px(1040)) // 2)
        self._column.setContentsMargins(side, px(24), side, px(16))
        self._ask()

    def resizeEvent(self, event: object) -> None:
        self.restyle()

    def _ask(self) -> None:
        told = [Option(0, str(key), name, None, "", False) for key, name in self._groups]
        told.append(Option(0, NOT_SAID, self.tr("I would rather not say"), None, "", False))
        question = Asking(
            0, 0, "group", "single", self.tr("Which team are you in?"), "", "", "", True, "",
            False, "", "", None, None, tuple(told),
        )  # fmt: skip
        self.card = QuestionCard(self._look, Page("", (question,)))
        self.card.given.connect(self._pick)
        self.card.done.connect(self._done)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.card)
        column.addStretch(1)
        self._area.setWidget(holder)
        holder.show()
        self.card.show()

    def begin(self) -> None:
        """Ask anew, with the keyboard."""
        self._picked = None
        self._ask()
        assert self.card is not None
        self.card.begin()

    def _pick(self, _key: str, value: object) -> None:
        self._picked = str(value)

    def _done(self) -> None:
        if self._picked is not None:
            self.chosen.emit(None if self._picked == NOT_SAID else int(self._picked))

    def take_key(self, event: QKeyEvent) -> bool:
        """Choose by a digit; Enter takes what was chosen."""
        body = self.card.body if self.card is not None else None
        if event.key() == Qt.Key.Key_Backspace:
            self.left.emit()
        elif event.key() in ENTER:
            if body is None or not body.finish():
                self._done()
        else:
            return event.text().isdigit() and body is not None and body.take_digit(event.text())
        return True


class PersonFace(Face):
    """Asks who somebody is, by the first letters of the name. `chosen` carries a key, or None."""

    chosen = Signal(object)

    def __init__(self, look: KioskLook, people: Sequence[tuple[int, str]]) -> None:
        super().__init__(look, self.tr("That is me"), self.tr("I would rather not say"))
        heading = self.label(QUESTION, bold=True)
        heading.setText(self.tr("Who are you?"))
        self.line = KioskLine(heading.text())
        self.line.setPlaceholderText(self.tr("The first letters of your name"))
        self.line.textChanged.connect(self._sift)
        self.column.addWidget(self.line)
        self.list = QListWidget()
        self.list.setProperty("look", "card")
        self.list.setAccessibleName(heading.text())
        self.list.itemActivated.connect(self._take)
        sized(self.list, ANSWER)
        self.column.addWidget(self.list)
        for key, name in people:
            item = QListWidgetItem(name)
            item.setData(_KEY, key)
            self.list.addItem(item)
        self.accepted.connect(self._take)
        self.other.connect(self._refuse)

    def restyle(self) -> None:
        self.list.setFixedHeight(self.look.px(230))
        super().restyle()

    def begin(self) -> None:
        self.line.clear()
        self._sift("")
        self.line.setFocus()

    def _sift(self, words: str) -> None:
        # Nobody's name is shown before its owner begins to type it.
        wanted = words.strip().casefold()
        shown = 0
        for place in range(self.list.count()):
            item = self.list.item(place)
            parts = item.text().casefold().split()
            fits = bool(wanted) and any(
                " ".join(parts[at:]).startswith(wanted) for at in range(len(parts))
            )
            item.setHidden(not fits)
            if fits and not shown:
                self.list.setCurrentRow(place)
            shown += fits
        if not shown:
            self.list.setCurrentRow(-1)
        self.first.setEnabled(bool(shown))

    def _take(self) -> None:
        row = self.list.currentRow()
        if row >= 0 and not self.list.item(row).isHidden():
            self.chosen.emit(int(self.list.item(row).data(_KEY)))

    def _refuse(self) -> None:
        self.chosen.emit(None)
