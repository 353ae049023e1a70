"""Icons of one family, drawn in the colour of a role.

The glyphs are those of Remix Icon as qtawesome ships it. Only its font file is read: importing
qtawesome itself costs more than the whole start of the window.
"""

from functools import cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QIconEngine, QPainter, QPixmap

FONT_FILE = "remixicon-2.5.0.ttf"

GLYPHS: dict[str, tuple[str, int]] = {
    "overview": ("dashboard-line", 0xEC14),
    "scripts": ("file-list-3-line", 0xECEF),
    "requirements": ("checkbox-multiple-line", 0xEB89),
    "cycles": ("repeat-line", 0xF074),
    "run": ("play-circle-line", 0xF009),
    "defects": ("bug-line", 0xEB07),
    "impacts": ("fire-line", 0xED33),
    "workshop": ("slideshow-3-line", 0xF154),
    "stakeholders": ("user-star-line", 0xF276),
    "bubbles": ("bubble-chart-line", 0xEB03),
    "bars": ("bar-chart-horizontal-line", 0xEA9D),
    "communications": ("mail-send-line", 0xEEFC),
    "readiness": ("pulse-line", 0xF035),
    "training": ("book-open-line", 0xEADB),
    "attendance": ("user-follow-line", 0xF261),
    "surveys": ("survey-line", 0xF1C7),
    "adoption": ("line-chart-line", 0xEEAB),
    "documents": ("folders-line", 0xED8A),
    "people": ("team-line", 0xF1EE),
    "person": ("user-line", 0xF264),
    "group": ("group-line", 0xEDE3),
    "project": ("briefcase-4-line", 0xEAF1),
    "history": ("history-line", 0xEE17),
    "home": ("home-4-line", 0xEE1D),
    "add": ("add-line", 0xEA13),
    "remove": ("delete-bin-line", 0xEC2A),
    "edit": ("edit-line", 0xEC86),
    "copy": ("file-copy-line", 0xECD5),
    "paste": ("clipboard-line", 0xEB91),
    "search": ("search-line", 0xF0D1),
    "filter": ("filter-3-line", 0xED25),
    "close": ("close-line", 0xEB99),
    "down": ("arrow-down-s-line", 0xEA4E),
    "right": ("arrow-right-s-line", 0xEA6E),
    "left": ("arrow-left-line", 0xEA60),
    "forward": ("arrow-right-line", 0xEA6C),
    "more": ("more-line", 0xEF79),
    "check": ("check-line", 0xEB7B),
    "import": ("upload-2-line", 0xF24A),
    "export": ("download-2-line", 0xEC54),
    "open": ("folder-open-line", 0xED70),
    "new_file": ("file-add-line", 0xECC9),
    "excel": ("file-excel-2-line", 0xECDD),
    "word": ("file-word-2-line", 0xED1B),
    "print": ("printer-line", 0xF029),
    "backup": ("archive-line", 0xEA48),
    "restore": ("inbox-archive-line", 0xEE4D),
    "undo": ("arrow-go-back-line", 0xEA58),
    "redo": ("arrow-go-forward-line", 0xEA5A),
    "refresh": ("refresh-line", 0xF064),
    "info": ("information-line", 0xEE59),
    "error": ("error-warning-line", 0xECA1),
    "good": ("checkbox-circle-line", 0xEB81),
    "warning": ("alert-line", 0xEA21),
    "help": ("question-line", 0xF045),
    "keyboard": ("keyboard-line", 0xEE75),
    "command": ("command-line", 0xEBB8),
    "light": ("sun-line", 0xF1BF),
    "dark": ("moon-line", 0xEF75),
    "system": ("contrast-2-line", 0xEBD4),
    "calendar": ("calendar-line", 0xEB27),
    "settings": ("settings-3-line", 0xF0E6),
    "lock": ("lock-line", 0xEECE),
    "seal": ("shield-check-line", 0xF100),
    "time": ("time-line", 0xF20F),
    "timer": ("timer-line", 0xF215),
    "stop": ("stop-circle-line", 0xF19F),
    "picture": ("image-add-line", 0xEE47),
    "attachment": ("attachment-2", 0xEA84),
    "link": ("links-line", 0xEEB8),
    "eye": ("eye-line", 0xECB5),
    "camera": ("camera-line", 0xEB31),
    "flag": ("flag-line", 0xED3B),
    "sample": ("flask-line", 0xED3F),
    "board": ("layout-column-line", 0xEE8D),
    "matrix": ("table-line", 0xF1DE),
    "hand_over": ("user-shared-line", 0xF272),
    "list": ("list-check", 0xEEBA),
    "detail": ("layout-right-line", 0xEE9B),
    "external": ("external-link-line", 0xECAF),
}
"""Our names for icons: the name in the family, and its place in the font."""


def font_path() -> Path:
    """Return the font file within the installed qtawesome; the package is not imported."""
    found = find_spec("qtawesome")
    places = found.submodule_search_locations if found else None
    if not places:
        raise FileNotFoundError("qtawesome is not installed")
    return Path(next(iter(places))) / "fonts" / FONT_FILE


@cache
def _family() -> str:
    families = QFontDatabase.applicationFontFamilies(
        QFontDatabase.addApplicationFont(str(font_path()))
    )
    return families[0]


class GlyphEngine(QIconEngine):
    """Draws one glyph at any size, in one colour, and in another where it is disabled."""

    def __init__(self, name: str, colour: str, disabled: str) -> None:
        super().__init__()
        self._name = name
        self._colour = colour
        self._disabled = disabled

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        font = QFont(_family())
        font.setPixelSize(max(1, min(rect.width(), rect.height())))
        painter.save()
        painter.setFont(font)
        painter.setPen(QColor(self._disabled if mode is QIcon.Mode.Disabled else self._colour))
        painter.drawText(QRectF(rect), Qt.AlignmentFlag.AlignCenter, chr(GLYPHS[self._name][1]))
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        picture = QPixmap(size)
        if size.isEmpty():
            return picture
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return picture

    def clone(self) -> "GlyphEngine":
        return GlyphEngine(self._name, self._colour, self._disabled)


@cache
def glyph_icon(name: str, colour: str, disabled: str) -> QIcon:
    """Return an icon by our name for it, in two colours.

    It is never let go: an icon with an engine of ours that is found among garbage, and not simply
    dropped, is deleted twice by Shiboken 6.9.
    """
    return QIcon(GlyphEngine(name, colour, disabled))
