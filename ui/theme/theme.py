"""The theme in force: follows the system or the user's choice, and tells when it changes."""

from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QIcon
from PySide6.QtWidgets import QApplication

from ui.theme.fonts import window_font
from ui.theme.icons import glyph_icon
from ui.theme.palette import palette_of
from ui.theme.statuses import tone_of
from ui.theme.stylesheet import style_sheet
from ui.theme.tokens import (
    DARK,
    FIGURE_POINTS,
    LIGHT,
    SMALL_POINTS,
    TEXT_POINTS,
    TITLE_POINTS,
    Tokens,
)

ICONS = Path(__file__).resolve().parent.parent.parent / "resources" / "icons"


SYSTEM_FONTS = (
    "QMenu", "QMenuBar", "QMessageBox", "QTipLabel", "QStatusBar", "QToolButton",
    "QAbstractItemView", "QListView", "QHeaderView",
)  # fmt: skip
"""Classes to which Windows gives a type of its own, which would stand beside ours."""


class Mode(StrEnum):
    """What the user chose."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """Colours, type and icons by role. `changed` is emitted after they have changed.

    `color("accent")`, `icon("add")`, `status_color("failed")`; widgets never name a colour.
    """

    changed = Signal()

    def __init__(self, application: QApplication, mode: Mode = Mode.SYSTEM) -> None:
        super().__init__()
        self._application = application
        self._base_font = window_font(application.font())
        self._mode = mode
        self._tokens = LIGHT
        # Pictures ask for them hundreds of times a frame.
        self._colors: dict[str, QColor] = {}
        self._fonts: dict[tuple[str, bool], QFont] = {}
        application.styleHints().colorSchemeChanged.connect(self._system_changed)

    @property
    def mode(self) -> Mode:
        """Return what the user chose."""
        return self._mode

    @property
    def tokens(self) -> Tokens:
        """Return the colours in force."""
        return self._tokens

    @property
    def dark(self) -> bool:
        """Tell whether the dark colours are in force."""
        return self._tokens is DARK

    def choose(self, mode: Mode) -> None:
        """Take the user's choice and apply it."""
        self._mode = mode
        self.apply()

    def apply(self) -> None:
        """Put palette, type and style sheet into force; everything drawn before is drawn anew."""
        self._tokens = DARK if self._wants_dark() else LIGHT
        self._colors.clear()
        self._application.setPalette(palette_of(self._tokens))
        self._application.setFont(self.font())
        ground = "dark" if self.dark else "light"
        arrow, check = (ICONS / f"{name}-{ground}.png" for name in ("down", "check"))
        sheet = style_sheet(self._tokens, arrow.as_posix(), check.as_posix())
        self._application.setStyleSheet(sheet)
        # Last, because the first style sheet brings back what the system gives to each class.
        for name in SYSTEM_FONTS:
            # Declared as bytes, which it refuses: it takes the name as text.
            self._application.setFont(self.font(), name)  # type: ignore[arg-type]
        self.changed.emit()

    def color(self, role: str) -> QColor:
        """Return the colour of a role of the tokens."""
        known = self._colors.get(role)
        if known is None:
            known = self._colors[role] = QColor(self._tokens.role(role))
        return QColor(known)

    def status_color(self, code: str) -> QColor:
        """Return the text colour of a state; its glyph and its word must stand beside it."""
        return self.color(f"{tone_of(code)}_ink")

    def status_fill(self, code: str) -> QColor:
        """Return the ground that goes with `status_color`."""
        return self.color(f"{tone_of(code)}_fill")

    def icon(self, name: str, role: str = "text_soft") -> QIcon:
        """Return an icon in the colour of a role; ask again after `changed`."""
        return glyph_icon(name, self._tokens.role(role), self._tokens.text_faint)

    def font(self, size: str = "text", *, bold: bool = False) -> QFont:
        """Return the type of a size: text, small, title or figure."""
        known = self._fonts.get((size, bold))
        if known is None:
            known = self._fonts[size, bold] = self._font(size, bold=bold)
        return QFont(known)

    def _font(self, size: str, *, bold: bool) -> QFont:
        font = QFont(self._base_font)
        points = {
            "text": TEXT_POINTS,
            "small": SMALL_POINTS,
            "title": TITLE_POINTS,
            "figure": FIGURE_POINTS,
        }
        font.setPointSizeF(points[size])
        font.setWeight(QFont.Weight.DemiBold if bold or size == "title" else QFont.Weight.Normal)
        return font

    def _wants_dark(self) -> bool:
        if self._mode is Mode.SYSTEM:
            return self._application.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return self._mode is Mode.DARK

    def _system_changed(self) -> None:
        if self._mode is Mode.SYSTEM:
            self.apply()
