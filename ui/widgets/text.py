"""Plain text everywhere: the only module that makes labels and multi-line editors.

Qt guesses markup in labels, tips and rich editors; a name from a file could then read local
files or reach for the network. What is made here never guesses.
"""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QSizePolicy, QWidget


class PlainLabel(QLabel):
    """A label that shows its text as it is."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)


def plain_label(
    text: str = "", look: str = "", *, wrap: bool = False, selectable: bool = False
) -> PlainLabel:
    """Return a label; `look` is a name of the style sheet (title, heading, soft, small, bad)."""
    label = PlainLabel(text)
    if look:
        label.setProperty("look", look)
    if wrap:
        label.setWordWrap(True)
        label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    if selectable:
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


class ElidedLabel(PlainLabel):
    """A label of one line that ends in an ellipsis where there is no room for all of it."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        self._whole = text
        super().__init__(text, parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def setText(self, text: str) -> None:
        self._whole = text
        self._fit()

    def whole_text(self) -> str:
        """Return the text without the ellipsis."""
        return self._whole

    def minimumSizeHint(self) -> QSize:
        return QSize(24, super().minimumSizeHint().height())

    def resizeEvent(self, event: object) -> None:
        self._fit()

    def _fit(self) -> None:
        fitting = self.fontMetrics().elidedText(
            self._whole.replace("\n", " "),
            Qt.TextElideMode.ElideRight,
            max(0, self.contentsRect().width()),
        )
        super().setText(fitting)
        self.setToolTip(plain_tip(self._whole) if fitting != self._whole else "")


class PlainEdit(QPlainTextEdit):
    """A multi-line editor that takes and gives plain text; Tab leaves it, undo goes by words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.document().isUndoAvailable() and self._begins_word(event.text()):
            # An unmodified document does not join what is typed next to what was typed before.
            self.document().setModified(False)
        super().keyPressEvent(event)

    def _begins_word(self, typed: str) -> bool:
        cursor = self.textCursor()
        before = self.document().characterAt(cursor.position() - 1) if cursor.position() else ""
        return typed.strip() != "" and (not before or before.isspace())


def plain_tip(text: str) -> str:
    """Return a tip that is shown as it is: what looks like markup is written out."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<span style='white-space:pre-wrap'>{escaped}</span>" if escaped else ""
