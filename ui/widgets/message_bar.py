"""The bar at the top of the window: one sentence, in its tone, until it is closed."""

from collections.abc import Collection

from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from ui.messages import Message
from ui.theme.theme import Theme
from ui.theme.tokens import GRID
from ui.widgets.buttons import icon_button
from ui.widgets.text import plain_label

ICONS = {"bad": "error", "warning": "warning", "info": "info", "good": "good"}
PASSING_MS = 12_000


class MessageBar(QFrame):
    """Shows the newest message; what is only information goes away by itself."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tone = "info"
        self._stays = False
        self._about = ""
        self._icon = plain_label()
        self.label = plain_label("", wrap=True, selectable=True)
        self.label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.button = icon_button(theme.icon("close"), self.tr("Close the message"), self)
        self.button.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID * 3, GRID, GRID * 2, GRID)
        row.setSpacing(GRID * 3 // 2)
        row.addWidget(self._icon)
        row.addWidget(self.label, 1)
        row.addWidget(self.button)
        self._pass = QTimer(self)
        self._pass.setSingleShot(True)
        self._pass.setInterval(PASSING_MS)
        self._pass.timeout.connect(self.hide)
        theme.changed.connect(self._recolour)
        self.hide()

    def show_message(self, message: Message, *, stay: bool = False) -> None:
        """Show a sentence; with `stay` it does not go away by itself."""
        self._stays = message.stays
        self._about = message.about
        self._tone = message.tone if message.tone in ICONS else "info"
        self.label.setText(message.text)
        self.setProperty("look", self._tone)
        for widget in (self, self.label):
            widget.style().unpolish(widget)
            widget.style().polish(widget)
        self._recolour()
        self.show()
        self._pass.stop()
        if self._tone in ("info", "good") and not stay:
            self._pass.start()

    def leave_page(self) -> None:
        """Take away what is about the page that is being left."""
        if not self._stays:
            self.hide()

    def settle(self, touched: Collection[str]) -> None:
        """Take away what a change of records of these types has made stale."""
        if self._about in touched:
            self.hide()

    @property
    def text(self) -> str:
        """Return the sentence that is shown, or an empty text."""
        return "" if self.isHidden() else self.label.text()

    def _recolour(self) -> None:
        role = f"{self._tone}_ink"
        picture = self._theme.icon(ICONS[self._tone], role)
        self._icon.setPixmap(picture.pixmap(QSize(18, 18), self.devicePixelRatioF()))
        self.button.setIcon(self._theme.icon("close", role))
