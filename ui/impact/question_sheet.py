"""A questionnaire that is answered by keys: one question in hand, a digit answers and goes on."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListView, QProgressBar, QVBoxLayout, QWidget

from changedesk.impact.assessments import Item, Questionnaire, result_of
from ui.i18n import translate_label
from ui.impact.readiness_words import band_words, part_words
from ui.theme.theme import Theme
from ui.theme.tokens import GRID
from ui.uat.lean_table import Column, LeanTable, Row
from ui.widgets.text import plain_label

BLANK_KEYS = (Qt.Key.Key_Delete, Qt.Key.Key_0, Qt.Key.Key_Space)


class QuestionSheet(QWidget):
    """`changed` tells of every answer, `left` that Esc was pressed, `done` that Enter was."""

    changed = Signal()
    left = Signal()
    done = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asked: Questionnaire | None = None
        self._items: tuple[Item, ...] = ()
        self._parts: list[str] = []
        self.answers: dict[str, int | None] = {}
        self.title = plain_label("", "heading")
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setFixedSize(GRID * 24, GRID)
        self.count = plain_label("", "soft")
        self.part = plain_label("", "soft")
        self.question = plain_label("", "title", wrap=True)
        self.scale = plain_label("", "soft", wrap=True)
        self.hint = plain_label("", "soft", wrap=True)
        self.result = plain_label("", "heading", wrap=True)
        self.table = LeanTable(
            theme, self.tr("Questions"),
            (
                Column("#", letters=4, right=True), Column(self.tr("Question"), share=1),
                Column(self.tr("Answer"), letters=22),
            ),
        )  # fmt: skip
        self.table.installEventFilter(self)
        self._lay_out()
        self.setFocusProxy(self.table)
        self.table.selectionModel().currentChanged.connect(self._show_question)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(GRID * 3, GRID * 2, GRID * 3, 0)
        for widget in (self.title, self.progress, self.count):
            head.addWidget(widget)
        head.insertStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(head)
        self.question.setMinimumHeight(GRID * 8)
        for label in (self.part, self.question, self.scale, self.hint):
            label.setContentsMargins(GRID * 3, 0, GRID * 3, 0)
            column.addWidget(label)
        column.addWidget(self.table, 1)
        self.result.setContentsMargins(GRID * 3, 0, GRID * 3, GRID)
        column.addWidget(self.result)

    # -- showing ------------------------------------------------------------------------------

    def ask(self, asked: Questionnaire, answers: Mapping[str, int | None] | None = None) -> None:
        """Begin a questionnaire, blank or with answers."""
        self._asked, self._items = asked, asked.items
        self._parts = [translate_label(part.title) for part in asked.parts for _ in part.items]
        self.answers = dict(answers or {})
        self.title.setText(translate_label(asked.title))
        self.progress.setRange(0, len(self._items))
        self._show_rows()
        self.go(0)
        self._show_result()

    @property
    def at(self) -> int:
        """Return the place of the question in hand."""
        return max(0, self.table.currentIndex().row())

    def go(self, place: int) -> None:
        """Take a question in hand."""
        place = max(0, min(len(self._items) - 1, place))
        index = self.table.lines.index(place, 0)
        self.table.setCurrentIndex(index)
        self.table.scrollTo(index, QListView.ScrollHint.PositionAtCenter)
        self._show_question()

    def answer(self, value: int | None) -> None:
        """Answer the question in hand, None to leave it blank; the next one comes up."""
        if self._asked is None or (value is not None and value > len(self._asked.answers)):
            return
        place = self.at
        self.answers[self._items[place].key] = value
        self._show_rows()
        self.go(place + 1 if value is not None else place)
        self._show_result()
        self.changed.emit()

    def _show_rows(self) -> None:
        self.table.show_rows(
            [
                Row((str(place + 1), translate_label(item.text), self._said(item)), item.key)
                for place, item in enumerate(self._items)
            ]
        )

    def _said(self, item: Item) -> str:
        value = self.answers.get(item.key)
        if value is None or self._asked is None:
            return "–"
        word = self._asked.answers[value - 1]
        return word if word == str(value) else f"{value} · {word}"

    def _show_question(self) -> None:
        if self._asked is None or not self._items:
            return
        item = self._items[self.at]
        self.part.setText(f"{self._parts[self.at]}  ·  {self.at + 1} / {len(self._items)}")
        self.question.setText(translate_label(item.text))
        most = len(self._asked.answers)
        if item.low:
            self.scale.setText(self.tr("1 {0}   …   {1} {2}").format(item.low, most, item.high))
        else:
            words = enumerate(self._asked.answers, 1)
            self.scale.setText("     ".join(f"{place} {word}" for place, word in words))
        self.hint.setText(
            self.tr("1 to {0} answers and goes on · Del leaves blank · Backspace back · Enter "
                    "keeps · Esc leaves").format(most)
        )  # fmt: skip

    def _show_result(self) -> None:
        if self._asked is None:
            return
        result = result_of(self._asked, self.answers)
        self.progress.setValue(result.answered)
        self.count.setText(self.tr("{0} of {1}").format(result.answered, result.items))
        means = self._asked.kind in ("readiness", "sponsor")
        parts = [
            f"{translate_label(part.title)}: {part_words(part, means=means)} "
            f"{band_words(part.band)}".strip()
            for part in result.parts
        ]
        self.result.setText("   ·   ".join(parts))

    # -- keys ---------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.table and event.type() is QEvent.Type.KeyPress:
            assert isinstance(event, QKeyEvent)
            return self._key(event)
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        key = Qt.Key(event.key())
        if Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            self.answer(int(event.text() or "0"))
        elif key in BLANK_KEYS:
            self.answer(None)
        elif key == Qt.Key.Key_Backspace:
            self.go(self.at - 1)
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.done.emit()
        else:
            return bool(event.text().strip())
        return True
