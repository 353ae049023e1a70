"""The tokens of the look: colours for light and dark, one grid, the sizes of type.

Every colour of the window is named here and nowhere else. A test holds each pair in `PAIRS` to
the contrast that WCAG AA asks.
"""

from dataclasses import dataclass, fields

GRID = 8
"""Pixels; distances are multiples of it, or half of it."""
RADIUS = 6
TEXT_POINTS = 10.0
SMALL_POINTS = 9.0
TITLE_POINTS = 16.0
FIGURE_POINTS = 26.0
SIDEBAR_WIDTH = 208


@dataclass(frozen=True)
class Tokens:
    """One set of colours, as #RRGGBB. A tone has an ink (text) and a fill (the ground under it)."""

    window: str
    surface: str
    raised: str
    sidebar: str
    row: str
    hover: str
    pressed: str
    line: str
    line_strong: str
    text: str
    text_soft: str
    text_faint: str
    accent: str
    accent_hover: str
    on_accent: str
    selection: str
    on_selection: str
    focus: str
    good_ink: str
    good_fill: str
    bad_ink: str
    bad_fill: str
    warning_ink: str
    warning_fill: str
    info_ink: str
    info_fill: str
    quiet_ink: str
    quiet_fill: str
    toast: str
    on_toast: str

    def role(self, name: str) -> str:
        """Return the colour of a role; raises KeyError for a name that is none."""
        if name not in ROLES:
            raise KeyError(name)
        return str(getattr(self, name))


ROLES = frozenset(field.name for field in fields(Tokens))

LIGHT = Tokens(
    window="#F7F8FA",
    surface="#FFFFFF",
    raised="#FFFFFF",
    sidebar="#EEF0F4",
    row="#F1F5FB",
    hover="#E6E9EF",
    pressed="#DBE0E8",
    line="#E1E5EB",
    line_strong="#868F9C",
    text="#1B2430",
    text_soft="#55606E",
    text_faint="#646E7C",
    accent="#1F5FBF",
    accent_hover="#194F9F",
    on_accent="#FFFFFF",
    selection="#DCE8FA",
    on_selection="#12233D",
    focus="#1F5FBF",
    good_ink="#1B5E3A",
    good_fill="#E3F2E8",
    bad_ink="#8F1D24",
    bad_fill="#FBE6E6",
    warning_ink="#7A4A00",
    warning_fill="#FDF0D9",
    info_ink="#1F4E79",
    info_fill="#E4EEF8",
    quiet_ink="#555B65",
    quiet_fill="#ECEEF1",
    toast="#28323F",
    on_toast="#F5F7FA",
)

DARK = Tokens(
    window="#15191F",
    surface="#1B2027",
    raised="#232A33",
    sidebar="#11151A",
    row="#20272F",
    hover="#262D37",
    pressed="#303845",
    line="#2C343F",
    line_strong="#717C8B",
    text="#E4E9F0",
    text_soft="#A5B0BF",
    text_faint="#909BAA",
    accent="#6FA8FF",
    accent_hover="#8CBAFF",
    on_accent="#0C1A30",
    selection="#223A5E",
    on_selection="#EAF2FF",
    focus="#6FA8FF",
    good_ink="#7FD6A4",
    good_fill="#17342A",
    bad_ink="#FF9A9A",
    bad_fill="#46232A",
    warning_ink="#F2BE66",
    warning_fill="#3D301A",
    info_ink="#8FC1F2",
    info_fill="#1B3047",
    quiet_ink="#AAB4C1",
    quiet_fill="#2A323C",
    toast="#E4E9F0",
    on_toast="#15191F",
)

TEXT_CONTRAST = 4.5
SHAPE_CONTRAST = 3.0

PAIRS: tuple[tuple[str, str, float], ...] = (
    *(
        (ink, ground, TEXT_CONTRAST)
        for ink in ("text", "text_soft", "text_faint")
        for ground in ("window", "surface", "raised", "sidebar", "row")
    ),
    ("text", "hover", TEXT_CONTRAST),
    ("text", "pressed", TEXT_CONTRAST),
    ("on_accent", "accent", TEXT_CONTRAST),
    ("on_accent", "accent_hover", TEXT_CONTRAST),
    ("on_selection", "selection", TEXT_CONTRAST),
    ("accent", "surface", TEXT_CONTRAST),
    ("accent", "window", TEXT_CONTRAST),
    ("on_toast", "toast", TEXT_CONTRAST),
    *(
        (f"{tone}_ink", ground, TEXT_CONTRAST)
        for tone in ("good", "bad", "warning", "info", "quiet")
        for ground in (f"{tone}_fill", "surface", "window", "selection", "row")
    ),
    ("focus", "surface", SHAPE_CONTRAST),
    ("focus", "window", SHAPE_CONTRAST),
    ("line_strong", "surface", SHAPE_CONTRAST),
    ("line_strong", "window", SHAPE_CONTRAST),
)


def luminance(colour: str) -> float:
    """Return the relative luminance of #RRGGBB as WCAG 2 defines it, from 0 to 1."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours as WCAG 2 defines it, from 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)
