"""The styles of a document, defined once: a quiet hierarchy in one family of type."""

from dataclasses import dataclass
from typing import Any

from docx.document import Document as Docx
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from changedesk.office import palette
from changedesk.office.word_xml import element

FONT = "Calibri"


@dataclass(frozen=True)
class _Style:
    """A paragraph style: type in points, colour, room above and below, line pitch."""

    name: str
    size: float
    color: str = palette.INK
    bold: bool = False
    above: float = 0
    below: float = 0
    pitch: float = 1.0
    keep: bool = False
    hanging: float = 0


_ACCENT = palette.TINTS["accent"].ink

_STYLES = (
    _Style("Normal", 10.5, below=6, pitch=1.15),
    _Style("Title", 24, bold=True, below=2, keep=True),
    _Style("Subtitle", 12, palette.INK_SOFT, below=14),
    _Style("Heading 1", 15, _ACCENT, bold=True, above=20, below=6, keep=True),
    _Style("Heading 2", 12, _ACCENT, bold=True, above=14, below=4, keep=True),
    _Style("Heading 3", 10.5, palette.INK, bold=True, above=10, below=3, keep=True),
    _Style("Lead", 12.5, below=8, pitch=1.2),
    _Style("Small", 8.5, palette.INK_SOFT, below=4, pitch=1.1),
    _Style("Caption", 9, palette.INK_SOFT, bold=True, above=8, below=3, keep=True),
    _Style("Picture Caption", 8.5, palette.INK_SOFT, below=12),
    _Style("Point", 10.5, below=3, pitch=1.15, hanging=0.55),
    _Style("Table Text", 9, pitch=1.05),
    _Style("Table Head", 8.5, palette.INK_SOFT, bold=True, keep=True),
    _Style("Fact Label", 10, palette.INK_SOFT, pitch=1.1),
    _Style("Fact", 10, pitch=1.1),
    _Style("Verdict", 20, bold=True, above=4, below=2),
    _Style("Verdict Detail", 10.5, below=4, pitch=1.15),
    _Style("Figure Value", 22, bold=True),
    _Style("Figure Label", 9, bold=True),
    _Style("Figure Note", 8.5, palette.INK_SOFT),
    _Style("Margin", 8, palette.INK_SOFT),
    _Style("Gap", 6),
)


def define_styles(document: Docx, language: str) -> None:
    """Give `document` its styles and the language of its text."""
    known = {style.name for style in document.styles}
    for style in _STYLES:
        _define(document, style, is_new=style.name not in known)
    defaults = document.styles.element.find(
        f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}"
    )
    for old in defaults.findall(qn("w:lang")):
        defaults.remove(old)
    defaults.append(element("lang", {"val": language, "eastAsia": language, "bidi": "ar-SA"}))


def style_id(name: str) -> str:
    """Return the id by which a paragraph names its style."""
    return name.replace(" ", "")


def _define(document: Docx, style: _Style, *, is_new: bool) -> None:
    styles = document.styles
    made = styles.add_style(style.name, WD_STYLE_TYPE.PARAGRAPH) if is_new else styles[style.name]
    made.element.get_or_add_rPr()
    _plain(made.element)
    font = made.font
    font.name, font.size, font.bold, font.italic = FONT, Pt(style.size), style.bold, False
    font.color.rgb = RGBColor.from_string(style.color)
    fonts = made.element.rPr.rFonts
    for script in ("eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), FONT)
    layout = made.paragraph_format
    layout.space_before, layout.space_after = Pt(style.above), Pt(style.below)
    layout.line_spacing = style.pitch
    layout.keep_with_next = style.keep
    layout.widow_control = True
    if style.hanging:
        layout.left_indent, layout.first_line_indent = Cm(style.hanging), Cm(-style.hanging)
        layout.tab_stops.add_tab_stop(Cm(style.hanging))
    if style.name not in ("Normal",):
        made.base_style = document.styles["Normal"]


def _plain(style: Any) -> None:
    """Take away what the template gave the style: theme fonts, rules under titles, tracking."""
    for name in ("rFonts", "color", "spacing", "kern", "caps", "smallCaps"):
        for old in style.rPr.findall(qn(f"w:{name}")):
            style.rPr.remove(old)
    properties = style.pPr
    if properties is not None:
        for name in ("pBdr", "contextualSpacing"):
            for old in properties.findall(qn(f"w:{name}")):
                properties.remove(old)
