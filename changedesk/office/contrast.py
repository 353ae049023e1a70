"""Can a text be read? Ink of its ground's colour and fonts of signs take it out as well."""

_LEAST = 1.35
"""The ratio of two luminances below which a reader sees nothing; 1 is the same colour."""

_SIGN_FONTS = ("wingdings", "webdings", "symbol", "zapf dingbats")

WHITE, BLACK = "FFFFFF", "000000"


def is_lost(ink: str, ground: str) -> bool:
    """Say whether `ink` cannot be read on `ground`; both as six hexadecimal digits."""
    lighter, darker = sorted((_luminance(ink), _luminance(ground)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05) < _LEAST


def _luminance(color: str) -> float:
    parts = [int(color[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def is_sign_font(name: str) -> bool:
    """Say whether a font shows signs in the place of letters."""
    return name.casefold().startswith(_SIGN_FONTS)


def six_digits(color: str | None) -> str | None:
    """Return the last six hexadecimal digits of a colour, None for none, “auto” or a name."""
    found = (color or "")[-6:]
    try:
        int(found, 16)
    except ValueError:
        return None
    return found if len(found) == 6 else None
