"""The large type of the kiosk, which grows with the screen, and what its parts are painted with."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QWidget

from ui.theme.theme import Theme
from ui.theme.tokens import RADIUS
from ui.uat.type_scale import scaled_font

QUESTION, ANSWER, SMALL, GREETING = 21.0, 15.0, 12.0, 30.0
"""Points on a screen of 1280 × 720."""
_POINTS, _BOLD = "points", "strong"
_SMALLEST, _LARGEST = 0.8, 2.4


def sized(widget: QWidget, points: float, *, bold: bool = False) -> QWidget:
    """Say how large the type of a widget is; `KioskLook.dress` gives it."""
    widget.setProperty(_POINTS, points)
    widget.setProperty(_BOLD, bold)
    return widget


class KioskLook:
    """Theme and size: one factor for everything on the screen."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self.factor = 1.0

    def fit(self, size: QSize) -> bool:
        """Follow the size of the screen; tell whether the type changed by that."""
        wanted = min(size.width() / 1280, size.height() / 720)
        factor = round(min(max(wanted, _SMALLEST), _LARGEST), 2)
        changed = factor != self.factor
        self.factor = factor
        return changed

    def px(self, pixels: float) -> int:
        """Return a distance on this screen."""
        return round(pixels * self.factor)

    def font(self, points: float, *, bold: bool = False) -> QFont:
        """Return the type of the window at a size of this screen."""
        return scaled_font(self.theme, points * self.factor, bold=bold)

    def dress(self, root: QWidget) -> None:
        """Give everything inside a widget its type."""
        for widget in (root, *root.findChildren(QWidget)):
            points = widget.property(_POINTS)
            if points is not None:
                widget.setFont(self.font(float(points), bold=bool(widget.property(_BOLD))))


def paint_ground(
    painter: QPainter, look: KioskLook, rect: QRectF, *, chosen: bool, hot: bool, focus: bool
) -> None:
    """Paint the box of an answer: chosen, under the pointer, or with the keyboard."""
    theme = look.theme
    width = look.px(3) if focus else look.px(2) if chosen else 1
    edge = "focus" if focus else "accent" if chosen else "line_strong"
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(theme.color("selection" if chosen else "hover" if hot else "surface"))
    painter.setPen(QPen(theme.color(edge), width))
    inset = width / 2
    radius = RADIUS * look.factor
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius)


def paint_badge(
    painter: QPainter, look: KioskLook, rect: QRectF, text: str, *, chosen: bool
) -> None:
    """Paint the key that gives an answer, in a little square."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.theme.color("accent" if chosen else "quiet_fill"))
    painter.drawRoundedRect(rect, RADIUS / 2 * look.factor, RADIUS / 2 * look.factor)
    painter.setPen(look.theme.color("on_accent" if chosen else "quiet_ink"))
    painter.setFont(look.font(SMALL, bold=True))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)
