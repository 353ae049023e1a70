"""The application palette made from tokens, so that Fusion draws in our colours."""

from PySide6.QtGui import QColor, QPalette

from ui.theme.tokens import Tokens

_ROLES: tuple[tuple[QPalette.ColorRole, str], ...] = (
    (QPalette.ColorRole.Window, "window"),
    (QPalette.ColorRole.WindowText, "text"),
    (QPalette.ColorRole.Base, "surface"),
    (QPalette.ColorRole.AlternateBase, "window"),
    (QPalette.ColorRole.ToolTipBase, "toast"),
    (QPalette.ColorRole.ToolTipText, "on_toast"),
    (QPalette.ColorRole.PlaceholderText, "text_faint"),
    (QPalette.ColorRole.Text, "text"),
    (QPalette.ColorRole.Button, "raised"),
    (QPalette.ColorRole.ButtonText, "text"),
    (QPalette.ColorRole.BrightText, "bad_ink"),
    (QPalette.ColorRole.Link, "accent"),
    (QPalette.ColorRole.LinkVisited, "accent"),
    (QPalette.ColorRole.Highlight, "selection"),
    (QPalette.ColorRole.HighlightedText, "on_selection"),
    (QPalette.ColorRole.Accent, "accent"),
    (QPalette.ColorRole.Light, "raised"),
    (QPalette.ColorRole.Midlight, "hover"),
    (QPalette.ColorRole.Mid, "line"),
    (QPalette.ColorRole.Dark, "line_strong"),
    (QPalette.ColorRole.Shadow, "line_strong"),
)


def palette_of(tokens: Tokens) -> QPalette:
    """Return the palette of a set of tokens; disabled text is faint."""
    palette = QPalette()
    for role, name in _ROLES:
        palette.setColor(role, QColor(tokens.role(name)))
    faint = QColor(tokens.text_faint)
    for role in (
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.Text,
        QPalette.ColorRole.ButtonText,
        QPalette.ColorRole.HighlightedText,
    ):
        palette.setColor(QPalette.ColorGroup.Disabled, role, faint)
    return palette
