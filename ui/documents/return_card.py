"""The cell in hand of a returned workbook: what it said when exported, says here, and came back."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from changedesk.overview.returns import Cell, Decision
from ui.documents.deciding import Deciding, is_open
from ui.documents.return_rows import choice_words
from ui.theme.tokens import GRID
from ui.widgets.text import plain_label

_DIGITS: tuple[Decision, ...] = ("take", "keep", "both")
_HEIGHT = GRID * 23


class ReturnCard(QWidget):
    """`decided` carries "take", "keep" or "both"; `digit` the digit of an answer."""

    decided = Signal(str)
    digit = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.question = plain_label("", "heading", wrap=True)
        self.hint = plain_label("", "soft", wrap=True)
        self.before, self.now, self.returned = (plain_label("", wrap=True) for _ in range(3))
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(GRID)
        sides = QHBoxLayout()
        sides.setSpacing(GRID * 2)
        for title, label in (
            (self.tr("When exported"), self.before),
            (self.tr("Here now"), self.now),
            (self.tr("Returned"), self.returned),
        ):
            sides.addWidget(_side(title, label), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID * 3, GRID, GRID * 3, GRID)
        column.setSpacing(GRID)
        column.addWidget(self.question)
        column.addLayout(sides, 1)
        column.addWidget(self.hint)
        column.addLayout(self.buttons)
        self.setFixedHeight(_HEIGHT)

    def show_cells(self, deciding: Deciding, cells: Sequence[Cell]) -> None:
        """Show the cells in hand; of several, how many they are and how they can be decided."""
        one = cells[0] if len(cells) == 1 else None
        if one is None:
            told = self.tr("%n cell(s) selected", "", len(cells)) if cells else ""
            self.question.setText(told)
            for label in (self.before, self.now, self.returned):
                label.setText("")
        else:
            name = one.record or one.where
            self.question.setText(f"{name} · {one.field}" if one.record else name)
            parts = deciding.unit(one)
            self.before.setText(_told(parts, _before))
            self.now.setText(_told(parts, _now))
            self.returned.setText(_told(parts, _returned))
        self._show_choices(deciding, cells)

    def _show_choices(self, deciding: Deciding, cells: Sequence[Cell]) -> None:
        while self.buttons.count():
            item = self.buttons.takeAt(0)
            if isinstance(widget := item.widget(), QPushButton):
                widget.hide()
                widget.deleteLater()
        asked = [cell for cell in cells if deciding.options(cell)]
        if any(is_open(cell) for cell in cells):
            self._offer_decisions(cells)
        elif asked:
            self._offer_answers(deciding, asked[0])
        self.buttons.addStretch(1)
        why = cells[0].why if len(cells) == 1 else ""
        where = cells[0].where if len(cells) == 1 else ""
        self.hint.setText(" · ".join(text for text in (where, why) if text))

    def _offer_decisions(self, cells: Sequence[Cell]) -> None:
        words = {
            "take": self.tr("1  Take what was returned"),
            "keep": self.tr("2  Keep what is here"),
            "both": self.tr("3  Both, as disputed"),
        }
        possible = {choice for cell in cells if is_open(cell) for choice in cell.choices}
        for decision in _DIGITS:
            if decision in possible:
                self._button(words[decision], decision, self._decision_clicked)

    def _offer_answers(self, deciding: Deciding, cell: Cell) -> None:
        for number, choice in enumerate(deciding.options(cell), 1):
            likely = choice.code == cell.suggested
            words = choice_words(choice)
            text = self.tr("{0}  {1} (likely)") if likely else self.tr("{0}  {1}")
            self._button(text.format(number, words), number, self._answer_clicked)
        self._button(self.tr("0  Leave out"), 0, self._answer_clicked)

    def _button(self, text: str, value: object, clicked: Callable[[], None]) -> None:
        button = QPushButton(text)
        button.setProperty("value", value)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAutoDefault(False)
        button.clicked.connect(clicked)
        self.buttons.addWidget(button)

    def _decision_clicked(self) -> None:
        self.decided.emit(str(self.sender().property("value")))

    def _answer_clicked(self) -> None:
        self.digit.emit(int(self.sender().property("value")))


def _before(cell: Cell) -> str:
    return cell.before


def _now(cell: Cell) -> str:
    return cell.now


def _returned(cell: Cell) -> str:
    return cell.returned


def _told(cells: Sequence[Cell], of: Callable[[Cell], str]) -> str:
    if len(cells) == 1:
        return of(cells[0]) or "–"
    return "\n".join(f"{cell.field}: {of(cell) or '–'}" for cell in cells)


def _side(title: str, label: QLabel) -> QFrame:
    card = QFrame()
    card.setProperty("look", "card")
    inside = QWidget()
    within = QVBoxLayout(inside)
    within.setContentsMargins(0, 0, 0, 0)
    within.addWidget(label)
    within.addStretch(1)
    scroll = QScrollArea()
    scroll.setWidget(inside)
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    # Both would paint the ground of the window on the card.
    inside.setAutoFillBackground(False)
    scroll.viewport().setAutoFillBackground(False)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    column = QVBoxLayout(card)
    column.setContentsMargins(GRID * 3 // 2, GRID, GRID * 3 // 2, GRID)
    column.setSpacing(GRID // 2)
    column.addWidget(plain_label(title, "soft"))
    column.addWidget(scroll, 1)
    return card
