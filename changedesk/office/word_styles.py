"""The styles of a document, defined once: a quiet hierarchy in one family of type."""

from dataclasses import dataclass

from docx.document import Document as Docx
from docx.oxml.ns import qn

from changedesk.office import palette
from changedesk.office.word_xml import Element, element, twips

FONT = "Calibri"


@dataclass(frozen=True)
class _Style:
    """A paragraph style: type in points, room above and below, line pitch, hanging cm, level."""

    name: str
    size: float
    color: str = palette.INK
    bold: bool = False
    above: float = 0
    below: float = 0
    pitch: float = 1.0
    keep: bool = False
    hanging: float = 0
    level: int = 0


_ACCENT = palette.TINTS["accent"].ink

_STYLES = (
    _Style("Normal", 10.5, below=6, pitch=1.15),
    _Style("Title", 24, bold=True, below=2, keep=True),
    _Style("Subtitle", 12, palette.INK_SOFT, below=14),
    _Style("heading 1", 15, _ACCENT, bold=True, above=20, below=6, keep=True, level=1),
    _Style("heading 2", 12, _ACCENT, bold=True, above=14, below=4, keep=True, level=2),
    _Style("heading 3", 10.5, palette.INK, bold=True, above=10, below=3, keep=True, level=3),
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


_GROUND = (
    ("Default Paragraph Font", "character"),
    ("No List", "numbering"),
    ("Normal Table", "table"),
)
"""What Word expects every document to have."""


def define_styles(document: Docx, language: str) -> None:
    """Replace the template's styles by ours, and set the language of the text."""
    styles: Element = document.styles.element
    for old in styles.findall(qn("w:style")):
        styles.remove(old)
    for name, kind in _GROUND:
        attributes = {"type": kind, "default": "1", "styleId": style_id(name)}
        named = element("name", {"val": name})
        styles.append(element("style", attributes, named, element("semiHidden")))
    styles.extend(_paragraph_style(style) for style in _STYLES)
    defaults = styles.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    if defaults is not None:
        for old in defaults.findall(qn("w:lang")):
            defaults.remove(old)
        defaults.append(element("lang", {"val": language, "eastAsia": language, "bidi": "ar-SA"}))


def style_id(name: str) -> str:
    """Return the id by which a paragraph names its style."""
    return name.title().replace(" ", "") if name.startswith("heading") else name.replace(" ", "")


def _paragraph_style(style: _Style) -> Element:
    is_normal = style.name == "Normal"
    attributes = {"type": "paragraph", "styleId": style_id(style.name)}
    made = element(
        "style",
        attributes | ({"default": "1"} if is_normal else {}),
        element("name", {"val": style.name}),
    )
    if not is_normal:
        made.append(element("basedOn", {"val": "Normal"}))
    made.append(element("qFormat"))
    made.append(_layout(style))
    made.append(_type(style))
    return made


def _layout(style: _Style) -> Element:
    made = element("pPr", None, element("keepNext", None if style.keep else {"val": "0"}))
    made.append(element("widowControl"))
    if style.hanging:
        stop = element("tab", {"val": "left", "pos": twips(style.hanging)})
        made.append(element("tabs", None, stop))
    room = {"before": _twentieths(style.above), "after": _twentieths(style.below)}
    made.append(
        element("spacing", {**room, "line": str(round(style.pitch * 240)), "lineRule": "auto"})
    )
    if style.hanging:
        depth = twips(style.hanging)
        made.append(element("ind", {"left": depth, "hanging": depth}))
    if style.level:
        made.append(element("outlineLvl", {"val": str(style.level - 1)}))
    return made


def _type(style: _Style) -> Element:
    scripts = ("ascii", "hAnsi", "eastAsia", "cs")
    half_points = str(round(style.size * 2))
    return element(
        "rPr",
        None,
        element("rFonts", dict.fromkeys(scripts, FONT)),
        element("b", None if style.bold else {"val": "0"}),
        element("color", {"val": style.color}),
        element("sz", {"val": half_points}),
        element("szCs", {"val": half_points}),
    )


def _twentieths(points: float) -> str:
    return str(round(points * 20))
