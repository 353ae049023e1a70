"""The type of the window: the system's own, and Inter where the system has only a stopgap."""

from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo

FONTS = Path(__file__).resolve().parent.parent.parent / "resources" / "fonts"
STOPGAPS = ("DejaVu", "Bitstream", "Liberation", "Nimbus", "FreeSans")


def window_font(system: QFont) -> QFont:
    """Return the font to draw with; the bundled files are read only where they are needed."""
    family = QFontInfo(system).family()
    if not family.startswith(STOPGAPS):
        return system
    found: list[str] = []
    for path in sorted(FONTS.glob("*.otf")):
        number = QFontDatabase.addApplicationFont(str(path))
        found += QFontDatabase.applicationFontFamilies(number)
    if not found:
        return system
    font = QFont(system)
    font.setFamilies([found[0], family])
    return font
