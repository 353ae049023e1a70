"""Who gets Ctrl+Z: the box that was typed into, otherwise the window."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence


def leaves_undo(event: QEvent, *, undo: bool, redo: bool) -> bool:
    """Tell whether Ctrl+Z or its counterpart shall go to the window: nothing was typed here."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    wants_undo = event.matches(QKeySequence.StandardKey.Undo)
    wants_redo = event.matches(QKeySequence.StandardKey.Redo)
    return (wants_undo and not undo) or (wants_redo and not redo)
