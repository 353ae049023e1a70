"""Draws the small screen pictures that the sample project keeps as evidence."""

from collections.abc import Sequence
from io import BytesIO

_SIZE = (760, 420)
_BAR, _SIDE, _PAPER = "#1F3A5F", "#E8EEF5", "#FFFFFF"
_INK, _SOFT, _LINE = "#1F2933", "#5A6472", "#D5DAE1"


def screen_picture(window: str, lines: Sequence[str]) -> bytes:
    """Return a PNG of a desk with a title bar, a list at the side and some lines of text."""
    from PIL import Image, ImageDraw, ImageFont  # noqa: PLC0415 - only the sample draws

    picture = Image.new("RGB", _SIZE, _PAPER)
    draw = ImageDraw.Draw(picture)
    large, small = ImageFont.load_default(18), ImageFont.load_default(15)
    width, height = _SIZE
    draw.rectangle((0, 0, width, 44), fill=_BAR)
    draw.text((16, 11), window, font=large, fill=_PAPER)
    draw.rectangle((0, 44, 170, height), fill=_SIDE)
    for row in range(6):
        top = 62 + row * 54
        draw.rectangle((14, top, 156, top + 38), fill=_PAPER, outline=_LINE)
        draw.rectangle((24, top + 10, 24 + 90 - row * 8, top + 16), fill=_SOFT)
        draw.rectangle((24, top + 23, 104, top + 27), fill=_LINE)
    for row, text in enumerate(lines):
        top = 66 + row * 40
        draw.text((192, top), text, font=small, fill=_INK)
        draw.line((190, top + 30, width - 20, top + 30), fill=_LINE)
    kept = BytesIO()
    picture.save(kept, "PNG", optimize=True)
    return kept.getvalue()
