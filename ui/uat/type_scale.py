"""Larger type for a projector: with a style sheet in force a font does not go down by itself."""

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from ui.theme.theme import Theme
from ui.theme.tokens import SMALL_POINTS, TEXT_POINTS, TITLE_POINTS

SCALES = (1.0, 1.25, 1.5, 2.0, 2.5)
_LOOKS = {"title": TITLE_POINTS, "small": SMALL_POINTS}


def scaled_font(theme: Theme, points: float, *, bold: bool = False) -> QFont:
    """Return the type of the window at any size."""
    font = theme.font(bold=bold)
    font.setPointSizeF(points)
    return font


def scale_type(root: QWidget, theme: Theme, factor: float) -> None:
    """Show everything inside a widget larger by a factor, each part by its own look."""
    for widget in root.findChildren(QWidget):
        look = widget.property("look")
        points = _LOOKS.get(look, TEXT_POINTS) * factor
        widget.setFont(scaled_font(theme, points, bold=look in ("title", "heading")))
