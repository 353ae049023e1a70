"""A figure that leads somewhere: its name, its value, what it is of, and how it stands in words."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ui.theme.statuses import tone_of
from ui.theme.tokens import GRID
from ui.uat.words import NOTHING
from ui.widgets.text import plain_label


class FigureCard(QPushButton):
    """A card that is clicked, or entered with the keyboard, to see what is behind the figure.

    `opened` carries the key of the page that shows it.
    """

    opened = Signal(str)

    def __init__(self, name: str, page: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self.clicked.connect(self._open)
        self.setProperty("look", "card")
        self.setAutoDefault(True)
        self._name = name
        self.value = plain_label(NOTHING, "figure")
        self.base = plain_label("", "soft", wrap=True)
        self.state = plain_label("", "soft", wrap=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(GRID * 2, GRID, GRID * 2, GRID)
        self._column.setSpacing(GRID // 4)
        for label in (plain_label(name, "heading", wrap=True), self.value, self.base, self.state):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self._column.addWidget(label)
        self._column.addStretch(1)
        # As high as the highest beside it, where texts take more lines.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def show_figure(self, value: str, base: str, state: str = "", code: str = "") -> None:
        """Show a value and what it is of; `state` says in words how it stands, `code` its tone."""
        self.value.setText(value)
        self.base.setText(base)
        self.state.setText(state)
        self.state.setProperty("tone", tone_of(code) if code else "")
        self.state.style().polish(self.state)
        told = ", ".join(part for part in (value, base, state) if part)
        self.setAccessibleName(f"{self._name}: {told}")

    def sizeHint(self) -> QSize:
        return self._column.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(GRID * 16, self.heightForWidth(max(self.width(), GRID * 16)))

    def _open(self) -> None:
        self.opened.emit(self._page)
