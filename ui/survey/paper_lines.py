"""The lines of a paper on the screen: question and codes, what is typed, what that means."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QCompleter, QFrame, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout

from ui.survey.paper_sheet import PaperRow
from ui.theme.tokens import GRID
from ui.widgets.one_line import keep_on_one_line
from ui.widgets.text import plain_label

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CODE_WIDTH = GRID * 12


class PaperEdit(QLineEdit):
    """Where a code is typed. Enter and Tab move on, Up goes back; undo in an empty line is told."""

    on = Signal()
    back = Signal()
    met = Signal()
    undo_wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if (event.key() in _ENTER and not control) or event.key() == Qt.Key.Key_Down:
            self.on.emit()
        elif event.key() == Qt.Key.Key_Up:
            self.back.emit()
        elif event.matches(QKeySequence.StandardKey.Undo) and not self.text():
            self.undo_wanted.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.selectAll()
        self.met.emit()


class PaperLine(QFrame):
    """One line of a paper. `typed` carries its id and the text."""

    typed = Signal(str, str)

    def __init__(self, row: PaperRow, names: tuple[str, ...] = ()) -> None:
        super().__init__()
        self.row = row
        self.edit = PaperEdit()
        keep_on_one_line(self.edit)
        self.edit.setAccessibleName(f"{row.number} {row.text}".strip())
        self.edit.setAccessibleDescription(row.codes)
        self.edit.textChanged.connect(self._tell)
        if names:
            completer = QCompleter(list(names), self.edit)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setCompletionMode(QCompleter.CompletionMode.InlineCompletion)
            self.edit.setCompleter(completer)
        number = plain_label(row.number, "heading")
        number.setFixedWidth(GRID * 4)
        number.setAlignment(Qt.AlignmentFlag.AlignTop)
        asked = QVBoxLayout()
        asked.setSpacing(2)
        asked.addWidget(plain_label(row.text, wrap=True))
        if row.codes:
            asked.addWidget(plain_label(row.codes, "small", wrap=True))
        self.meaning = plain_label("", "small", wrap=True)
        self.wrong = plain_label("", "bad", wrap=True)
        self.wrong.hide()
        grid = QGridLayout(self)
        grid.setContentsMargins(GRID, GRID // 2, GRID, GRID // 2)
        grid.setHorizontalSpacing(GRID * 2)
        grid.addWidget(number, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addLayout(asked, 0, 1)
        grid.setColumnStretch(1, 1)
        side = QHBoxLayout()
        side.setSpacing(GRID)
        side.addWidget(self.edit, 1 if row.words else 0)
        if not row.words:
            self.edit.setFixedWidth(_CODE_WIDTH)
            side.addWidget(self.meaning, 1)
        grid.addLayout(side, 0, 2, Qt.AlignmentFlag.AlignTop)
        grid.setColumnMinimumWidth(2, GRID * 32)
        grid.addWidget(self.wrong, 1, 1, 1, 2)

    def show_text(self, text: str) -> None:
        """Show what was typed before."""
        if text != self.edit.text():
            self.edit.setText(text)

    def show_state(self, *, skipped: bool, meaning: str, wrong: str) -> None:
        """Show what the line means, what is wrong with it, or that it is skipped."""
        self.setEnabled(not skipped)
        self.meaning.setText(self.tr("skipped") if skipped else meaning)
        if wrong != self.wrong.text():
            self.wrong.setText(wrong)
        self.wrong.setVisible(bool(wrong))

    def mark(self, at_hand: bool) -> None:
        """Show whether the keyboard is here."""
        look = "info" if at_hand else ""
        if self.property("look") != look:
            self.setProperty("look", look)
            for widget in (self, *self.findChildren(QFrame)):
                widget.style().unpolish(widget)
                widget.style().polish(widget)

    def _tell(self, text: str) -> None:
        self.typed.emit(self.row.id, text)
