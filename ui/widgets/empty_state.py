"""What an empty page shows: a sentence that explains it, and the ways to fill it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme.theme import Theme
from ui.theme.tokens import GRID
from ui.widgets.buttons import action_button
from ui.widgets.text import PlainLabel, plain_label

ICON_SIZE = 40
SENTENCE_WIDTH = GRID * 52
ACROSS = 3
"""So many buttons stand in a row."""


class EmptyState(QWidget):
    """An icon, a heading, a sentence and buttons, in the middle of the space."""

    def __init__(
        self, theme: Theme, icon: str, heading: str, sentence: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon_name = icon
        self._icon: PlainLabel = plain_label()
        self._heading = plain_label(heading, "heading")
        self._sentence = plain_label(sentence, "soft", wrap=True)
        self._sentence.setFixedWidth(SENTENCE_WIDTH)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(GRID)
        self._offered = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID * 4, GRID * 4, GRID * 4, GRID * 4)
        column.setSpacing(GRID)
        column.addStretch(2)
        for label in (self._icon, self._heading, self._sentence):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(GRID)
        column.addLayout(self._rows)
        column.addStretch(3)
        theme.changed.connect(self._recolour)
        self._recolour()

    def add_button(self, action: QAction, *, primary: bool = False) -> None:
        """Offer an action as a way to fill the page, whenever it is one."""
        if self._offered % ACROSS == 0:
            row = QHBoxLayout()
            row.setSpacing(GRID)
            row.addStretch(1)
            row.addStretch(1)
            self._rows.addLayout(row)
        self._offered += 1
        last = self._rows.itemAt(self._rows.count() - 1).layout()
        assert isinstance(last, QHBoxLayout)
        button = action_button(action, primary=primary)
        last.insertWidget(last.count() - 1, button)
        button.setVisible(action.isEnabled())
        action.enabledChanged.connect(button.setVisible)

    def say(self, heading: str, sentence: str) -> None:
        """Change the words."""
        self._heading.setText(heading)
        self._sentence.setText(sentence)
        self._fit()

    def _recolour(self) -> None:
        icon = self._theme.icon(self._icon_name, "text_faint")
        self._icon.setPixmap(icon.pixmap(QSize(ICON_SIZE, ICON_SIZE), self.devicePixelRatioF()))
        self._fit()

    def _fit(self) -> None:
        # A centred label is not asked how high it wants to be for its width.
        height = self._sentence.heightForWidth(SENTENCE_WIDTH)
        self._sentence.setMinimumHeight(max(0, height))


def at_top(explanation: QWidget) -> QWidget:
    """Return a holder in which the words of an empty pane keep to the top, whatever its height."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(explanation)
    column.addStretch(1)
    return holder
