"""The keys of the kiosk, and what stands on its screen."""

from PySide6.QtCore import Qt

ENTER, BACK, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Backspace, Qt.Key.Key_Escape


def asked(window):
    """The keys of what is on the screen."""
    return [key for keys in window.questions.cards for key in keys]


def box(window, value):
    return next(one for one in window.questions.card.body.boxes if one.value == value)
