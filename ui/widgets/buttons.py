"""Buttons that are made from actions, so that name, key and enabled state come from one place."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QIcon, QKeySequence
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from ui.widgets.text import plain_tip


class ActionButton(QPushButton):
    """A push button that does an action and follows its text, tip and enabled state."""

    def __init__(self, action: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._action = action
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        action = self._action
        self.setText(action.text().replace("&", ""))
        self.setEnabled(action.isEnabled())
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        self.setToolTip(plain_tip(keys))
        self.setAccessibleName(self.text())


def action_button(action: QAction, *, primary: bool = False) -> ActionButton:
    """Return a button for an action; a page has one primary button at most."""
    button = ActionButton(action)
    if primary:
        button.setProperty("look", "primary")
    return button


def icon_button(icon: QIcon, name: str, parent: QWidget | None = None) -> QToolButton:
    """Return a quiet button that shows only an icon; `name` is its tip and accessible name."""
    button = QToolButton(parent)
    button.setIcon(icon)
    button.setIconSize(QSize(18, 18))
    button.setProperty("look", "quiet")
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setToolTip(plain_tip(name))
    button.setAccessibleName(name)
    return button


def make_primary(button: QPushButton) -> None:
    """Give the look of the one primary button to a button that a dialog has made already."""
    button.setProperty("look", "primary")
    button.style().unpolish(button)
    button.style().polish(button)
